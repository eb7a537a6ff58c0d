"""
The one place that knows durable_rules: its habits stop here.

durable_rules is fast and memory-unsafe outside a narrow path; this module keeps to that path (docs/decisions/0002):

* one ruleset a session, no `Host` (it starts threads), one document = one sid = one batch, state deleted afterwards;
* every rule begins with a trigger fact that comes last in the batch, so that an absence is judged when all is there;
* every `$and` with a join ends in a guard, because the C code steps over the end mark when the last part fails;
* no `$or`: an `$or` of literals ends the evaluation of the `$and` around it early. A list of values becomes a property
  of the fact (is the value in the list?), computed when the fact is converted;
* a sink pattern matches every fact, as a fact that no pattern wants raises an exception halfway through the batch;
* a heartbeat rule, the first to fire, proves that the batch was read to its end: the C code stops silently at what it
  cannot parse, and deleting the state of a document for which nothing fired frees pointers that were never set;
* facts are flat, total and typed; words that are compared for order go in as hexadecimal, since the C code compares
  the JSON text, where a closing quote is greater than a space.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import prod
from typing import Any

from engine.compiler import FieldTest, Join, PatternPlan, Plan, is_optional
from engine.errors import EngineError, TooLargeError
from engine.predicates import holds
from schemas.facts import FACT_KINDS, MAX_INT, Fact, FactKind, Scalar

MAX_FACTS = 20_000
"""Facts of one document that a session takes (about 9 kB each while it runs)."""
MAX_COMBINATIONS = 4_000_000
"""Combinations of facts that one rule may have to look at in one document: about a second."""
MAX_FIRINGS = 20_000
"""Matches of all rules in one document; what has more is no document but an attack."""
MAX_WORD = 500
"""Characters of a field that go into the engine as they are; longer ones as a digest. Its lengths have 16 bits."""
MAX_ORDERED_WORD = 4_000
"""Characters of a field that rules put in order; each becomes up to eight digits."""
MAX_PATTERNS_OF_KIND = 60
"""Patterns on one fact kind in a session: the engine's stack for one fact holds 64."""
TRIGGER_SIZE = 120
"""Rules on one trigger kind: the engine's list of rules that wait for one kind of fact holds 256."""

ENGINE_NAME = "durable_rules"

_DETAIL = 300
"""Characters of a message of the engine that are passed on; it likes to quote all facts."""
_SID = "d"
_OPERATORS = {"eq": None, "ne": "$neq", "lt": "$lt", "lte": "$lte", "gt": "$gt", "gte": "$gte"}
_ORDER = frozenset({"lt", "lte", "gt", "gte"})
_HEARTBEAT = "heartbeat"
_NEUTRAL: dict[type, str | int] = {str: "", int: 0, bool: 0}

Properties = dict[str, str | int]
Definition = dict[str, Any]


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """One variant of a rule that holds."""

    rule: str
    variant: int
    facts: tuple[int, ...]
    """Positions of the bound facts in the sequence that was judged, in the order of the plan's present patterns."""


class Session:
    """
    A set of plans, ready to judge one document after another.

    Make one for a process: every further one leaks about 0.3 MB. Not for use from several threads.
    """

    def __init__(self, plans: Sequence[Plan]) -> None:
        _check_sizes(plans)
        self.poisoned = False
        """The engine failed once: its memory cannot be trusted, so every further call raises EngineError."""
        self._found: list[Match] = []
        self._beats = 0
        self._overflow = False
        encoding = _Encoding(plans)
        self._converters = encoding.converters()
        self._joined = [plan for plan in plans if len(plan.patterns) > 1]
        self._widest = max((len(plan.patterns) for plan in plans), default=1)
        self._triggers = [
            {"id": f"t{number}", "sid": _SID, "kind": _trigger(number), "one": 1}
            for number in range(len(plans) // TRIGGER_SIZE + 1)
        ]
        self._ruleset = _ruleset(self._definitions(plans, encoding))

    def matches(self, facts: Sequence[Fact]) -> list[Match]:
        """
        Return every match among the facts of one document, sorted, each once.

        Raises:
            TooLargeError: more facts, combinations or matches than the engine may be burdened with.
            EngineError: a fact is not total or not typed, or the engine failed; in the latter case `poisoned` is set.
        """
        if self.poisoned:
            raise EngineError("the rule engine failed before in this process and cannot be used any more")
        batch = self._converted(facts)
        self._check_combinations(facts)
        self._found.clear()
        self._beats, self._overflow = 0, False
        self._run(batch)
        if self._overflow:
            raise TooLargeError(f"more than {MAX_FIRINGS} matches in one document")
        return sorted(set(self._found))

    def _converted(self, facts: Sequence[Fact]) -> list[Properties]:
        if len(facts) > MAX_FACTS:
            raise TooLargeError(f"{len(facts)} facts in one document; at most {MAX_FACTS} can be judged")
        batch: list[Properties] = []
        for position, fact in enumerate(facts):
            converter = self._converters.get(fact.kind)
            if converter is None:
                raise EngineError(f"unknown fact kind {fact.kind!r}")
            properties = converter.convert(fact, position)
            if properties is not None:
                batch.append(properties)
        batch += self._triggers  # type: ignore[arg-type]  # never changed
        return batch

    def _check_combinations(self, facts: Sequence[Fact]) -> None:
        """The engine forms combinations eagerly, so what is too much must be known before."""
        if len(facts) ** self._widest <= MAX_COMBINATIONS:
            return
        counts = Counter(fact.kind for fact in facts)
        for plan in self._joined:
            if prod(counts[pattern.kind] or 1 for pattern in plan.patterns) > MAX_COMBINATIONS:
                _check_candidates(plan, facts)

    def _run(self, batch: list[Properties]) -> None:
        with self._poisoning():
            state = self._ruleset.assert_facts(batch)
            outcome: list[tuple[Any, Any]] = []
            self._ruleset.do_actions(state, lambda error, result: outcome.append((error, result)))
            for error, result in outcome:
                if error is not None or (result and result.get("exception")):
                    raise EngineError(f"the rule engine failed: {error or result['exception']}")
            if self._beats != 1:
                raise EngineError("the rule engine did not read all facts")
            self._ruleset.delete_state(_SID)

    @contextmanager
    def _poisoning(self) -> Iterator[None]:
        """After any failure inside the engine its memory cannot be trusted: nothing of it may be called again."""
        try:
            yield
        except EngineError:
            self.poisoned = True
            raise
        except Exception as error:
            self.poisoned = True
            detail = getattr(error, "message", None) or str(error)
            raise EngineError(f"the rule engine failed: {type(error).__name__}: {detail[:_DETAIL]}") from error

    def _definitions(self, plans: Sequence[Plan], encoding: _Encoding) -> dict[str, Definition]:
        rules: dict[str, Definition] = {
            _HEARTBEAT: {"all": [{"t": {"kind": self._triggers[-1]["kind"]}}], "run": self._beat},
            "sink": {"all": [{"t": {"kind": "never"}}, {"m": {"one": 1}}], "run": self._beat},
        }
        for number, plan in enumerate(plans):
            trigger = {"t": {"kind": _trigger(number // TRIGGER_SIZE)}}
            patterns = [
                {f"p{index}$not" if pattern.absent else f"p{index}": encoding.condition(pattern)}
                for index, pattern in enumerate(plan.patterns)
            ]
            rules[f"r{number}"] = {"all": [trigger, *patterns], "run": self._recorder(plan)}
        return rules

    def _beat(self, _closure: Any) -> None:
        self._beats += 1

    def _recorder(self, plan: Plan) -> Callable[[Any, Callable[[Any], None]], None]:
        """Return an action that notes a match; one that does not call *done* ends the firing of this document."""
        found, rule, variant = self._found, plan.rule, plan.variant
        names = tuple(f"p{index}" for index in range(plan.present))

        def record(closure: Any, done: Callable[[Any], None]) -> None:
            if len(found) >= MAX_FIRINGS:
                self._overflow = True
                return
            message = closure._m  # noqa: SLF001  # its __getattr__ wraps every value anew
            found.append(Match(rule, variant, tuple([int(message[name]["id"]) for name in names])))
            done(None)

        return record


def _check_sizes(plans: Sequence[Plan]) -> None:
    """
    Refuse what would end in an error, or in a wrong answer, in the middle of a document.

    Raises:
        EngineError: too many patterns on one kind.
    """
    counts = Counter(pattern.kind for plan in plans for pattern in plan.patterns if pattern.tests or pattern.joins)
    for kind, count in counts.items():
        if count > MAX_PATTERNS_OF_KIND:
            raise EngineError(f"{count} patterns on facts of kind {kind}; the engine takes {MAX_PATTERNS_OF_KIND}")


def _check_candidates(plan: Plan, facts: Sequence[Fact]) -> None:
    """
    Count again, only the facts that pass the tests of each pattern.

    Raises:
        TooLargeError: still too many combinations.
    """
    candidates = [
        sum(fact.kind == pattern.kind and all(holds(test, fact) for test in pattern.tests) for fact in facts)
        for pattern in plan.patterns
    ]
    combinations = prod(count or 1 for count in candidates)
    if combinations > MAX_COMBINATIONS:
        raise TooLargeError(f"rule {plan.rule} would have to compare {combinations} combinations of facts")


def _trigger(number: int) -> str:
    return f"audit{number}"


class _Encoding:
    """How the facts of each kind look in the engine: only the fields that some plan reads, prefixed with ``f_``."""

    def __init__(self, plans: Sequence[Plan]) -> None:
        self._fields: dict[str, set[str]] = {}
        self._lists: dict[tuple[str, str, frozenset[Scalar]], str] = {}
        """(kind, field, values) of an in test -> the property that says whether the value is in the list."""
        self._ordered = _ordered_fields(plans)
        for plan in plans:
            self._read(plan)

    def converters(self) -> dict[str, _Converter]:
        """Return the converter of every fact kind."""
        return {name: self._converter(name, kind) for name, kind in FACT_KINDS.items()}

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
        return _Converter(name, kind, self._fields.get(name), lists, ordered)

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


class _Converter:
    """Facts of one kind -> what the engine gets."""

    __slots__ = ("_fields", "_kind", "_lists", "_names", "_read", "_specs")

    def __init__(
        self,
        kind: str,
        spec: FactKind,
        read: set[str] | None,
        lists: list[tuple[str, str, frozenset[Scalar]]],
        ordered: frozenset[str],
    ) -> None:
        self._kind = kind
        self._names = spec.fields.keys()
        self._specs = [
            (name, one.type, frozenset(one.values), one.optional, one.type is int) for name, one in spec.fields.items()
        ]
        self._read = read is not None
        self._fields = [
            (name, f"f_{name}", f"h_{name}", spec.fields[name].optional, name in ordered, spec.fields[name].type)
            for name in sorted(read or ())
        ]
        self._lists = lists

    def convert(self, fact: Fact, position: int) -> Properties | None:
        """
        Return the properties of *fact*, or None when no rule reads its kind.

        Raises:
            EngineError: the fact is not total, or a value is not of its field's type or closed list.
        """
        fields = fact.fields
        if fields.keys() != self._names:
            raise EngineError(f"fact {fact.id} of kind {self._kind} does not have exactly the fields of its kind")
        for name, wanted, values, optional, whole in self._specs:
            value: Any = fields[name]
            if type(value) is not wanted:
                if value is not None or not optional:
                    raise EngineError(f"fact {fact.id}: {self._kind}.{name} is {value!r}, not {wanted.__name__}")
            elif (values and value not in values) or (whole and abs(int(value)) > MAX_INT):
                raise EngineError(f"fact {fact.id}: {self._kind}.{name} cannot be {value!r}")
        return self._properties(fields, position) if self._read else None

    def _properties(self, fields: Mapping[str, Scalar], position: int) -> Properties:
        result: Properties = {"id": str(position), "sid": _SID, "kind": self._kind, "one": 1}
        for name, engine_name, known, optional, ordered, wanted in self._fields:
            value: Any = fields[name]
            if value is None:
                result[known] = 0
                result[engine_name] = _NEUTRAL[wanted]
                continue
            if optional:
                result[known] = 1
            if wanted is str:
                if not value.isascii():
                    _check_unicode(value)
                short = not ordered and len(value) <= MAX_WORD
                result[engine_name] = value if short else _encoded(value, ordered=ordered)
            else:
                result[engine_name] = int(value)
        for engine_name, name, values in self._lists:
            result[engine_name] = 1 if fields[name] in values else 0
        return result


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


def _ruleset(definitions: dict[str, Definition]) -> Any:
    """
    Build the network.

    Raises:
        EngineError: the engine refuses a rule.
    """
    module = _durable()
    try:
        return module.Ruleset("patuh", None, definitions)
    except Exception as error:
        raise EngineError(f"the rule engine refuses the rules: {error}") from error


def _durable() -> Any:
    """
    Import durable.engine.

    Its extension lacks a symbol of Python 3.13 that only callbacks need; bound lazily, nobody misses it. Its clock is
    stopped: it would warn on every action since Python 3.12, and silently drop an action when the machine sleeps.
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
    engine._unix_now = lambda: 0.0  # noqa: SLF001
    return engine
