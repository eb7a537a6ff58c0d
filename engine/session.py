"""
The one place that knows durable_rules: its habits stop here.

durable_rules is fast and memory-unsafe outside a narrow path; this module keeps to that path (docs/decisions/0002):

* no `Host` (it starts threads), one document = one sid = one batch for each ruleset, state deleted afterwards;
* every rule with an absence begins with a trigger fact that comes last in the batch, so that an absence is judged when
  all is there. The others need none, as more facts never take a match away from them, and pay for none: each pattern
  of a rule costs every document 8 kB to be cleared. So the rules are parted into several rulesets;
* every `$and` with a join ends in a guard, because the C code steps over the end mark when the last part fails;
* no `$or`: an `$or` of literals ends the evaluation of the `$and` around it early. A list of values becomes a property
  of the fact (is the value in the list?), computed when the fact is converted;
* a sink pattern matches every fact, as a fact that no pattern wants raises an exception halfway through the batch;
* no actions: the session takes the matches from the C module one by one. `do_actions` of the Python part would swallow
  exceptions, drop what takes longer than ten seconds, warn about its clock since Python 3.12, and store the state
  anew for every match, which costs more than the match; its `Ruleset` builds the network, and that is all;
* a heartbeat rule, the first to fire, proves that the batch was read to its end: the C code stops silently at what it
  cannot parse, and deleting the state of a document for which nothing fired frees pointers that were never set;
* a plan that cannot match stays out with its facts: one of its present patterns has no fact that passes its tests, or
  two of them have no pair that fits. A fact that no other plan can use would cost the engine 9 kB for nothing, and
  where no plan is left, as in most documents without findings, it is not asked at all;
* facts are flat, total and typed; words that are compared for order go in as hexadecimal, since the C code compares
  the JSON text, where a closing quote is greater than a space.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from json.encoder import encode_basestring
from math import prod
from operator import itemgetter
from types import NoneType
from typing import Any

from engine.auditday import Elapsed
from engine.compiler import FieldTest, Join, PatternPlan, Plan, is_optional
from engine.errors import EngineError, TooLargeError
from engine.judged import JudgedFacts
from engine.predicates import compare, passes
from engine.rowmatches import Gathered, Match, Passing, RowMatches, RowPlan, batches, row_pattern
from engine.rowtable import RowTable
from schemas.facts import FACT_KINDS, MAX_INT, Fact, FactKind, FieldSpec, Scalar

MAX_FACTS = 20_000
"""Facts of one document that a session takes (about 9 kB each while it runs)."""
MAX_COMBINATIONS = 4_000_000
"""Combinations of facts that one rule may have to look at in one document: about a second."""
MAX_PAIRS = 200
"""Pairs of facts that are compared before the engine is asked: fewer cost less than the engine."""
MAX_FIRINGS = 20_000
"""Matches of all rules in one document; what has more is no document but an attack."""
MAX_WORD = 500
"""Characters of a field that go into the engine as they are; longer ones as a digest. Its lengths have 16 bits."""
MAX_ORDERED_WORD = 4_000
"""Characters of a field that rules put in order; each becomes up to eight digits."""
MAX_PATTERNS_OF_KIND = 60
"""Patterns on one fact kind in a network: the engine's stack for one fact holds 64."""
NETWORK_SIZE = 32
"""
Plans in one network.

Each costs a document that asks the network, needed or not: its patterns have to be cleared. The engine's list of rules
that wait for one kind of fact, such as the trigger, would hold 256.
"""
MAX_KNOWN = 20_000
"""Combinations of closed values of one kind of which is kept what follows from them."""

_DETAIL = 300
"""Characters of a message of the engine that are passed on; it likes to quote all facts."""
_SID = "d"
_OPERATORS = {"eq": None, "ne": "$neq", "lt": "$lt", "lte": "$lte", "gt": "$gt", "gte": "$gte"}
_ORDER = frozenset({"lt", "lte", "gt", "gte"})
_HEARTBEAT = "heartbeat"
_TRIGGER = "audit"
_TRIGGER_FACT = json.dumps({"id": "t", "sid": _SID, "kind": _TRIGGER, "one": 1})
_NEUTRAL: dict[type, str | int] = {str: "", int: 0, bool: 0}

Properties = dict[str, str | int]
Definition = dict[str, Any]


class Session:
    """
    A set of plans, ready to judge one document after another.

    Make one for a process: every further one leaks about 0.3 MB. Not for use from several threads.
    """

    def __init__(self, plans: Sequence[Plan]) -> None:
        self.poisoned = False
        """The engine failed once: its memory cannot be trusted, so every further call raises EngineError."""
        encoding = _Encoding(plans)
        self._core = _durable().durable_rules_engine
        self._converters = encoding.converters()
        # Those that look at rows stand apart: they are asked again for every batch of rows.
        by_row = [plan for plan in plans if row_pattern(plan) is not None]
        alone = [plan for plan in by_row if len(plan.patterns) == 1]
        joined = [plan for plan in by_row if len(plan.patterns) > 1]
        others = [plan for plan in plans if row_pattern(plan) is None]
        self._row_networks = [_RowNetwork(group, encoding) for group in _groups(joined)]
        self._networks = [_Network(group, encoding) for group in (*_groups(others), *_groups(alone))]
        self._networks += self._row_networks
        self._chosen: dict[frozenset[str] | None, list[tuple[_Network, list[_Usable]]]] = {}
        self._alone = [RowPlan(plan, encoding.way) for plan in alone]

    def matches(self, facts: Sequence[Fact], rules: frozenset[str] | None = None) -> list[Match]:
        """
        Return every match among the single facts of one document, sorted, each once.

        Args:
            facts: The facts, those about rows among them that are given one by one.
            rules: Names of the rules to be asked; all of them when left out.

        Raises:
            TooLargeError: more facts, combinations or matches than the engine may be burdened with.
            EngineError: a fact is not total or not typed, or the engine failed; in the latter case `poisoned` is set.
        """
        if self.poisoned:
            raise EngineError("the rule engine failed before in this process and cannot be used any more")
        passing = self._passing(facts)
        found: list[Match] = []
        for network, plans in self._plans_of(rules):
            usable = [plan for plan in plans if plan.may_match(passing, facts)]
            for plan in usable:
                plan.check_combinations(passing)
            if usable:
                needed = {position for plan in usable for way in plan.ways for position in passing.get(way, ())}
                found += self._asked(network, self._converted(facts, sorted(needed)))
            if len(found) > MAX_FIRINGS:
                raise TooLargeError(f"more than {MAX_FIRINGS} matches in one document")
        return sorted(match for match in set(found) if rules is None or match.rule in rules)

    def _plans_of(self, rules: frozenset[str] | None) -> list[tuple[_Network, list[_Usable]]]:
        """Return the networks that have plans of these rules, with those; kept for the next document."""
        found = self._chosen.get(rules)
        if found is None:
            chosen = [
                (net, [plan for plan in net.plans if rules is None or plan.rule in rules]) for net in self._networks
            ]
            found = self._chosen[rules] = [(network, plans) for network, plans in chosen if plans]
        return found

    def row_matches(self, known: JudgedFacts, rules: frozenset[str] | None = None) -> RowMatches:
        """
        Return every match that binds a fact about a row of the tables in *known*; `matches` has the others.

        Raises:
            TooLargeError: more facts or combinations than the engine may be burdened with.
            EngineError: as `matches`.
        """
        gathered = Gathered()
        for plan in self._alone:
            if rules is None or plan.rule in rules:
                for table in known.tables:
                    if table.kind == plan.kind:
                        gathered.add_rows(plan, table, table.passing(plan.way))
        if self._row_networks:
            passing = self._passing(known.single)
            for network in self._row_networks:
                plans = [plan for plan in network.row_plans if rules is None or plan.rule in rules]
                for table in known.tables:
                    self._ask_about(network, plans, table, passing, known.single, gathered)
        return gathered.matches()

    def _ask_about(
        self,
        network: _RowNetwork,
        plans: Sequence[RowPlan],
        table: RowTable,
        passing: Passing,
        facts: Sequence[Fact],
        gathered: Gathered,
    ) -> None:
        """Ask about the rows of a table that may match, beside all single facts that matter; batch by batch."""
        asked = batches(plans, table, passing, facts, (MAX_FIRINGS, MAX_COMBINATIONS))
        if asked is None:
            return
        rules = {plan.rule for plan in asked.plans}
        needed = {position for plan in asked.plans for way in plan.ways for position in passing.get(way, ())}
        shared = self._converted(facts, sorted(needed))
        converter = self._converters[table.kind]
        for rows in asked.parts():
            batch = [converter.text(table.fields(row), table.first + row) for row in rows]
            found = self._asked(network, [*shared, *batch])
            gathered.add(match for match in found if match.rule in rules)

    def _passing(self, facts: Sequence[Fact]) -> Passing:
        """Check the facts and return the positions of those that pass each way."""
        if len(facts) > MAX_FACTS:
            raise TooLargeError(f"{len(facts)} facts in one document; at most {MAX_FACTS} can be judged")
        passing: dict[int, list[int]] = {}
        for position, fact in enumerate(facts):
            converter = self._converters.get(fact.kind)
            if converter is None:
                raise EngineError(f"unknown fact kind {fact.kind!r}")
            for way in converter.ways(fact):
                passing.setdefault(way, []).append(position)
        return passing

    def _converted(self, facts: Sequence[Fact], positions: Iterable[int]) -> list[str]:
        return [self._converters[facts[position].kind].text(facts[position].fields, position) for position in positions]

    def _asked(self, network: _Network, batch: list[str]) -> list[Match]:
        """After any failure inside the engine its memory cannot be trusted: nothing of it may be called again."""
        try:
            return network.matches(self._core, batch)
        except EngineError:
            self.poisoned = True
            raise
        except Exception as error:
            self.poisoned = True
            detail = getattr(error, "message", None) or str(error)
            raise EngineError(f"the rule engine failed: {type(error).__name__}: {detail[:_DETAIL]}") from error


def _groups(plans: Sequence[Plan]) -> list[list[Plan]]:
    """Cut *plans* into groups that the engine can hold in one network, and that are cheap to ask by themselves."""
    groups: list[list[Plan]] = []
    counts: Counter[str] = Counter()
    for plan in plans:
        kinds = Counter(pattern.kind for pattern in plan.patterns)
        too_many = any(counts[kind] + count > MAX_PATTERNS_OF_KIND for kind, count in kinds.items())
        if not groups or too_many or len(groups[-1]) == NETWORK_SIZE:
            groups.append([])
            counts.clear()
        groups[-1].append(plan)
        counts += kinds
    return groups


class _Network:
    """Some plans in the engine."""

    def __init__(self, plans: Sequence[Plan], encoding: _Encoding) -> None:
        self.plans = [_Usable(plan, encoding) for plan in plans]
        self._plans = plans
        self._handle = _built(_definitions(plans, encoding))

    def matches(self, core: Any, batch: list[str]) -> list[Match]:
        """
        Return every match among facts as JSON; more than `MAX_FIRINGS` when there are too many.

        Raises:
            EngineError: the engine did not judge all facts.
        """
        code, state = core.assert_facts(self._handle, f"[{','.join([*batch, _TRIGGER_FACT])}]")
        if code:
            raise EngineError(f"the rule engine refused the facts (code {code})")
        found, whole = self._fire(core, state)
        if not whole:
            raise EngineError("the rule engine did not read all facts")
        core.delete_state(self._handle, _SID)
        return found

    def _fire(self, core: Any, state: int) -> tuple[list[Match], bool]:
        """Take the matches one after another; return them, and whether the heartbeat was among them."""
        found: list[Match] = []
        whole = False
        first = core.start_action_for_state(self._handle, state)
        message = first[1] if first else None
        while message:
            [(name, bound)] = json.loads(message).items()
            if name == _HEARTBEAT:
                whole = True
            else:
                found.append(self._match(name, bound))
            if len(found) > MAX_FIRINGS:
                core.abandon_action(self._handle, state)
                break
            message = core.complete_and_start_action(self._handle, state)
        return found, whole

    def _match(self, name: str, bound: Mapping[str, Mapping[str, str]]) -> Match:
        plan = self._plans[int(name[1:])]
        return Match(plan.rule, plan.variant, tuple([int(bound[f"p{index}"]["id"]) for index in range(plan.present)]))


class _RowNetwork(_Network):
    """Some plans that look at a row and at other facts."""

    def __init__(self, plans: Sequence[Plan], encoding: _Encoding) -> None:
        super().__init__(plans, encoding)
        self.row_plans = [RowPlan(plan, encoding.way) for plan in plans]


def _definitions(plans: Sequence[Plan], encoding: _Encoding) -> dict[str, Definition]:
    rules: dict[str, Definition] = {
        _HEARTBEAT: {"all": [{"t": {"kind": _TRIGGER}}], "run": _no_action},
        "sink": {"all": [{"t": {"kind": "never"}}, {"m": {"one": 1}}], "run": _no_action},
    }
    for number, plan in enumerate(plans):
        trigger = [{"t": {"kind": _TRIGGER}}] if plan.present < len(plan.patterns) else []
        patterns = [
            {f"p{index}$not" if pattern.absent else f"p{index}": encoding.condition(pattern)}
            for index, pattern in enumerate(plan.patterns)
        ]
        rules[f"r{number}"] = {"all": [*trigger, *patterns], "run": _no_action}
    return rules


class _Usable:
    """What tells of a plan, before the engine is asked, whether it may match and what that would cost."""

    __slots__ = ("_pairs", "_present", "rule", "ways")

    def __init__(self, plan: Plan, encoding: _Encoding) -> None:
        self.ways = [encoding.way(pattern) for pattern in plan.patterns]
        """The ways of its patterns, in their order."""
        self._present = self.ways[: plan.present]
        self.rule = plan.rule
        pairs: dict[tuple[int, int], list[Join]] = {}
        for index, pattern in enumerate(plan.patterns[: plan.present]):
            for join in pattern.joins:
                pairs.setdefault((self.ways[index], self.ways[join.pattern]), []).append(join)
        self._pairs = [(*ways, _Pairing(joins)) for ways, joins in pairs.items()]

    def may_match(self, passing: Passing, facts: Sequence[Fact]) -> bool:
        """Whether every present pattern has a fact, and two that are joined have a pair that fits."""
        for way in self._present:
            if way not in passing:
                return False
        return all(pairing.fits(facts, passing[later], passing[earlier]) for later, earlier, pairing in self._pairs)

    def check_combinations(self, passing: Passing) -> None:
        """
        Refuse what is too much: the engine forms combinations eagerly.

        Raises:
            TooLargeError: more combinations than it may be burdened with.
        """
        combinations = prod(len(passing.get(way, ())) or 1 for way in self.ways)
        if len(self.ways) > 1 and combinations > MAX_COMBINATIONS:
            raise TooLargeError(f"rule {self.rule} would have to compare {combinations} combinations of facts")


class _Pairing:
    """All joins between two patterns."""

    __slots__ = ("_key_of_earlier", "_key_of_later", "_others")

    def __init__(self, joins: Sequence[Join]) -> None:
        equal = [join for join in joins if join.op == "eq"]
        self._key_of_later = _getter(join.field for join in equal)
        self._key_of_earlier = _getter(join.other for join in equal)
        self._others = [join for join in joins if join.op != "eq"]

    def fits(self, facts: Sequence[Fact], later: Sequence[int], earlier: Sequence[int]) -> bool:
        """Whether a fact of *later* fits another of *earlier*; where many may, the engine has to say."""
        alike: dict[tuple[Scalar, ...], list[int]] = {}
        for other in earlier:
            alike.setdefault(self._key_of_earlier(facts[other].fields), []).append(other)
        left = MAX_PAIRS
        for one in later:
            mine = facts[one].fields
            key = self._key_of_later(mine)
            for other in alike.get(key, ()) if None not in key else ():
                left -= 1
                if left < 0 or (one != other and self._fit(mine, facts[other].fields)):
                    return True
        return False

    def _fit(self, mine: Mapping[str, Scalar], theirs: Mapping[str, Scalar]) -> bool:
        return all(compare(join.op, mine[join.field], theirs[join.other]) for join in self._others)


class _Encoding:
    """How the facts of each kind look in the engine: only the fields that some plan reads, prefixed with ``f_``."""

    def __init__(self, plans: Sequence[Plan]) -> None:
        self._fields: dict[str, set[str]] = {}
        self._ways: dict[str, dict[frozenset[FieldTest], int]] = {}
        """For each kind the sets of tests of its patterns, each a way to be of use, and their numbers."""
        self._lists: dict[tuple[str, str, frozenset[Scalar]], str] = {}
        """(kind, field, values) of an in test -> the property that says whether the value is in the list."""
        self._ordered = _ordered_fields(plans)
        for plan in plans:
            self._read(plan)

    def converters(self) -> dict[str, _Converter]:
        """Return the converter of every fact kind."""
        return {name: self._converter(name, kind) for name, kind in FACT_KINDS.items()}

    def way(self, pattern: PatternPlan) -> int:
        """Return the number of the tests of a pattern; patterns of one kind with the same tests share it."""
        return self._ways[pattern.kind][frozenset(pattern.tests)]

    def condition(self, pattern: PatternPlan) -> Definition:
        """Return the pattern as the engine wants it: its kind first, tests, joins, guard."""
        parts: list[Definition] = [{"kind": pattern.kind}]
        own = {*(test.field for test in pattern.tests if test.op != "in"), *(join.field for join in pattern.joins)}
        parts += [{f"h_{name}": 1} for name in sorted(own) if is_optional(pattern.kind, name)]
        parts += [self._test(pattern.kind, test) for test in pattern.tests]
        for join in pattern.joins:
            parts += self._join(join)
        if pattern.joins:
            parts.append({"$gte": {"one": {f"p{pattern.joins[-1].pattern}": "one"}}})
        return parts[0] if len(parts) == 1 else {"$and": parts}

    def _read(self, plan: Plan) -> None:
        for pattern in plan.patterns:
            fields = self._fields.setdefault(pattern.kind, set())
            ways = self._ways.setdefault(pattern.kind, {})
            ways.setdefault(frozenset(pattern.tests), sum(map(len, self._ways.values())))
            for test in pattern.tests:
                if isinstance(test.value, tuple):
                    key = (pattern.kind, test.field, frozenset(test.value))
                    self._lists.setdefault(key, f"m{len(self._lists)}_{test.field}")
                else:
                    fields.add(test.field)
            for join in pattern.joins:
                fields.add(join.field)
                self._fields[plan.patterns[join.pattern].kind].add(join.other)

    def _converter(self, name: str, kind: FactKind) -> _Converter:
        lists = [(prop, key[1], key[2]) for key, prop in self._lists.items() if key[0] == name]
        ordered = frozenset(field for owner, field in self._ordered if owner == name)
        return _Converter(name, kind, _Reading(self._fields.get(name, set()), lists, ordered, self._ways.get(name, {})))

    def _test(self, kind: str, test: FieldTest) -> Definition:
        if isinstance(test.value, tuple):
            return {self._lists[kind, test.field, frozenset(test.value)]: 1}
        return _comparison(test.op, test.field, _encoded(test.value, ordered=(kind, test.field) in self._ordered))

    def _join(self, join: Join) -> list[Definition]:
        earlier = f"p{join.pattern}"
        known = [{"one": {earlier: f"h_{join.other}"}}] if is_optional(join.kind, join.other) else []
        return [*known, _comparison(join.op, join.field, {earlier: f"f_{join.other}"})]


def _comparison(op: str, name: str, operand: Any) -> Definition:
    engine_op = _OPERATORS[op]
    comparison = {f"f_{name}": operand}
    return {engine_op: comparison} if engine_op else comparison


def _ordered_fields(plans: Sequence[Plan]) -> set[tuple[str, str]]:
    """Return the (kind, field) of words that some plan orders, and of all that are compared with those."""
    ordered: set[tuple[str, str]] = set()
    pairs: list[tuple[tuple[str, str], tuple[str, str]]] = []
    for plan in plans:
        for pattern in plan.patterns:
            ordered |= {(pattern.kind, test.field) for test in pattern.tests if test.op in _ORDER}
            for join in pattern.joins:
                pair = ((pattern.kind, join.field), (plan.patterns[join.pattern].kind, join.other))
                pairs.append(pair)
                ordered |= set(pair) if join.op in _ORDER else set()
    while True:
        linked = {field for pair in pairs if ordered & set(pair) for field in pair}
        if linked <= ordered:
            return {(kind, name) for kind, name in ordered if FACT_KINDS[kind].fields[name].type is str}
        ordered |= linked


def _encoded(value: Scalar, *, ordered: bool) -> str | int:
    """Return the value as the engine compares it rightly; it must not be None."""
    if isinstance(value, str):
        if not value.isascii():
            _check_unicode(value)
        if ordered:
            return _hexadecimal(value)
        return value if len(value) <= MAX_WORD else _digest(value)
    assert value is not None
    return int(value)


def _hexadecimal(word: str) -> str:
    """Digits of the UTF-8 bytes: same order, and no sign that JSON escapes or that sorts below its closing quote."""
    if len(word) > MAX_ORDERED_WORD:
        raise TooLargeError(f"a word of {len(word)} characters cannot be put in order; at most {MAX_ORDERED_WORD} can")
    return word.encode("utf-8", "surrogatepass").hex()


def _digest(word: str) -> str:
    return hashlib.sha256(word.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the plans read of the facts of one kind."""

    fields: set[str]
    lists: list[tuple[str, str, frozenset[Scalar]]]
    """Property, field and values of each in test."""
    ordered: frozenset[str]
    ways: dict[frozenset[FieldTest], int]


class _Passing:
    """The values that pass a test, where they are too many to be listed."""

    __slots__ = ("_test",)

    def __init__(self, test: FieldTest) -> None:
        self._test = test

    def __contains__(self, value: Scalar) -> bool:
        return passes(self._test, value)


@dataclass(frozen=True, slots=True)
class _Known:
    """What follows from the closed values of a fact alone: computed once for each combination that occurs."""

    text: str
    """Its properties for the engine, as JSON without braces."""
    sure: tuple[int, ...]
    """The ways that it passes."""
    open: tuple[tuple[int, _Tests], ...]
    """The ways that it passes if the open fields pass these tests."""


_Tests = tuple[tuple[str, "frozenset[Scalar] | _Passing"], ...]


class _Converter:
    """
    Facts of one kind -> JSON for the engine.

    Most fields have closed values, so few combinations of them occur: what follows from those is kept. Their number is
    bounded by the vocabulary, and by `MAX_KNOWN`.
    """

    def __init__(self, kind: str, spec: FactKind, reading: _Reading) -> None:
        fields = spec.fields
        self._kind = kind
        self._specs = fields
        self._count = len(fields)
        self._values = _getter(fields)
        types = [(one.type, Elapsed) if name in spec.passing else (one.type,) for name, one in fields.items()]
        choices = [(*own, NoneType) if one.optional else own for own, one in zip(types, fields.values(), strict=True)]
        self._types = frozenset(product(*choices))
        self._closed = [name for name, one in fields.items() if one.type is bool or one.values]
        self._key = _getter(self._closed)
        self._whole = [name for name, one in fields.items() if one.type is int]
        self._fields = sorted(reading.fields)
        self._lists = reading.lists
        self._open = [_Open(name, one, reading) for name, one in fields.items() if name not in self._closed]
        self._open = [part for part in self._open if part.used]
        self._ways: list[tuple[int, _Tests]] = [
            (number, tuple(_passing(test) for test in _sorted(way))) for way, number in reading.ways.items()
        ]
        self._known: dict[tuple[Scalar, ...], _Known] = {}

    def ways(self, fact: Fact) -> Sequence[int]:
        """
        Return the ways in which *fact* can be of use.

        Raises:
            EngineError: the fact is not total, or a value is not of its field's type or closed list.
        """
        fields = fact.fields
        try:
            values = self._values(fields)
        except KeyError:
            values = ()
        if len(fields) != self._count or tuple(map(type, values)) not in self._types:
            raise EngineError(self._unfit(fact))
        for name in self._whole:
            if not -MAX_INT <= (fields[name] or 0) <= MAX_INT:  # type: ignore[operator]  # the type was seen to
                raise EngineError(f"fact {fact.id}: {self._kind}.{name} cannot be {fields[name]}")
        known = self._of(fields, fact.id)
        if not known.open:
            return known.sure
        return [*known.sure, *[number for number, tests in known.open if _pass_all(tests, fields)]]

    def text(self, fields: Mapping[str, Scalar], position: int) -> str:
        """Return the properties of a fact whose fields were seen to be right as JSON."""
        open_parts = "".join([part.text(fields[part.name]) for part in self._open])
        return f'{{"id":"{position}",{self._of(fields).text}{open_parts}}}'

    def _of(self, fields: Mapping[str, Scalar], name: str = "") -> _Known:
        key = self._key(fields)
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= MAX_KNOWN:
                self._known.clear()
            known = self._known[key] = self._judge(fields, name)
        return known

    def _unfit(self, fact: Fact) -> str:
        if fact.fields.keys() != self._specs.keys():
            return f"fact {fact.id} of kind {self._kind} does not have exactly the fields of its kind"
        name, spec = next(
            (name, spec)
            for name, spec in self._specs.items()
            if type(fact.fields[name]) not in (spec.type, Elapsed) and not (fact.fields[name] is None and spec.optional)
        )
        return f"fact {fact.id}: {self._kind}.{name} is {fact.fields[name]!r}, not {spec.type.__name__}"

    def _judge(self, fields: Mapping[str, Scalar], fact: str) -> _Known:
        """Look at the closed fields of a fact; *fact* is its name."""
        for name in self._closed:
            value, spec = fields[name], self._specs[name]
            if spec.values and value is not None and value not in spec.values:
                raise EngineError(f"fact {fact}: {self._kind}.{name} cannot be {value!r}")
        ways = [
            (number, tuple(part for part in tests if part[0] not in self._closed))
            for number, tests in self._ways
            if all(fields[name] in values for name, values in tests if name in self._closed)
        ]
        properties: Properties = {"sid": _SID, "kind": self._kind, "one": 1}
        for name in self._closed:
            if name in self._fields:
                spec = self._specs[name]
                properties |= _properties(name, spec, fields[name], ordered=False)
        for engine_name, name, values in self._lists:
            if name in self._closed:
                properties[engine_name] = int(fields[name] in values)
        return _Known(
            json.dumps(properties, ensure_ascii=False)[1:-1],
            tuple(number for number, tests in ways if not tests),
            tuple(way for way in ways if way[1]),
        )


class _Open:
    """A field whose values are not listed: words of the document, numbers."""

    __slots__ = ("_lists", "_ordered", "_read", "_spec", "name")

    def __init__(self, name: str, spec: FieldSpec, reading: _Reading) -> None:
        self.name = name
        self._spec = spec
        self._read = name in reading.fields
        self._ordered = name in reading.ordered
        self._lists = [(prop, values) for prop, owner, values in reading.lists if owner == name]

    @property
    def used(self) -> bool:
        """Whether some plan reads it."""
        return self._read or bool(self._lists)

    def text(self, value: Scalar) -> str:
        """Return its properties as JSON that goes on after others."""
        text = ""
        if self._read:
            for name, one in _properties(self.name, self._spec, value, ordered=self._ordered).items():
                text += f',"{name}":{encode_basestring(one) if isinstance(one, str) else one}'
        for name, values in self._lists:
            text += f',"{name}":{int(value in values)}'
        return text


def _getter(names: Iterable[str]) -> Callable[[Mapping[str, Scalar]], tuple[Scalar, ...]]:
    """Return a function that gives the values of *names* as a tuple."""
    wanted = tuple(names)
    if len(wanted) > 1:
        return itemgetter(*wanted)
    return lambda fields: tuple([fields[name] for name in wanted])


def _pass_all(tests: _Tests, fields: Mapping[str, Scalar]) -> bool:
    return all(fields[name] in values for name, values in tests)


def _properties(name: str, spec: FieldSpec, value: Scalar, *, ordered: bool) -> Properties:
    """Return a field for the engine; one that is not known is neutral, and said not to be known."""
    if value is None:
        return {f"f_{name}": _NEUTRAL[spec.type], f"h_{name}": 0}
    encoded = {f"f_{name}": _encoded(value, ordered=ordered)}
    return {**encoded, f"h_{name}": 1} if spec.optional else encoded


def _passing(test: FieldTest) -> tuple[str, frozenset[Scalar] | _Passing]:
    """Return the field and the values that pass."""
    if isinstance(test.value, tuple):
        return test.field, frozenset(test.value)
    return test.field, frozenset([test.value]) if test.op == "eq" else _Passing(test)


def _sorted(way: frozenset[FieldTest]) -> list[FieldTest]:
    """Quick tests first, and always in one order."""
    return sorted(way, key=lambda test: (test.op not in ("eq", "in"), test.field, test.op, str(test.value)))


def _check_unicode(word: str) -> None:
    """
    Refuse what cannot become UTF-8.

    Raises:
        EngineError: *word* holds half a surrogate pair.
    """
    try:
        word.encode()
    except UnicodeEncodeError as error:
        raise EngineError("a fact holds half a character (a lone surrogate)") from error


def _no_action(_: Any) -> None:
    """Every rule needs an action; the session takes the matches itself and calls none."""


def _built(definitions: dict[str, Definition]) -> int:
    """
    Build a network; return its handle in the C module.

    Raises:
        EngineError: the engine refuses a rule.
    """
    try:
        handle: int = _durable().Ruleset("patuh", None, definitions)._handle  # noqa: SLF001  # it has no public name
    except Exception as error:
        raise EngineError(f"the rule engine refuses the rules: {error}") from error
    return handle


def _durable() -> Any:
    """
    Import durable.engine.

    Its extension lacks a symbol of Python 3.13 that only callbacks need; bound lazily, nobody misses it.
    """
    flags = sys.getdlopenflags() if hasattr(sys, "getdlopenflags") else None
    if flags is not None:
        sys.setdlopenflags((flags & ~os.RTLD_NOW) | os.RTLD_LAZY)
    try:
        from durable import engine  # noqa: PLC0415  # the flags must be set before
    except ImportError as error:
        raise EngineError(f"the rule engine durable_rules cannot be loaded: {error}") from error
    finally:
        if flags is not None:
            sys.setdlopenflags(flags)
    return engine
