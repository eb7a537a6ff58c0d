"""
Checks what the names in a rule mean: fact kinds, fields, values, aliases, parameters, places in texts.

The engine would never match a rule with a misspelt field, so every document would seem to comply. That is why such a
rule does not load.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from engine.compiler import MAX_EXPRESSIONS, MAX_PATTERNS, compile_rule, reference
from engine.errors import suggest
from engine.rulefile import RuleFile, unknown
from engine.texts import places
from engine.yamlfile import Path_
from schemas.akip import Akip
from schemas.facts import FACT_KINDS, MAX_INT, FieldSpec
from schemas.grading import Grading
from schemas.report import Outcome
from schemas.rule import CaseFact, FindingTexts, Pattern, Rule, Texts

ORDER = frozenset({"lt", "lte", "gt", "gte"})
_TYPE_NAMES = {str: "words", int: "a whole number", bool: "true or false"}
_EVERY_FIELD = {name for kind in FACT_KINDS.values() for name in kind.fields}


@dataclass(slots=True)
class _Scope:
    """The aliases bound so far."""

    kinds: dict[str, str] = field(default_factory=dict)
    known: set[tuple[str, str]] = field(default_factory=set)
    """(alias, optional field) that a condition reads, so that it is known in a match."""

    def copy(self) -> _Scope:
        return _Scope(dict(self.kinds), set(self.known))


def check_rule(rule: Rule, file: RuleFile, regulations: Collection[str]) -> None:
    """Note in *file* every fault in the meaning of *rule*."""
    _Check(rule, file).run(regulations)


def check_component(rule: Rule, file: RuleFile, grading: Grading) -> None:
    """Note in *file* where the component of *rule* is none of the documents that the rule applies to."""
    if rule.component not in grading.components:
        file.fault(("component",), unknown("component", rule.component, grading.components))
        return
    for kind in rule.applies_to:
        if grading.component_in(rule.component, kind) is None:
            fit = [name for name, one in grading.components.items() if kind in one.applies_to]
            message = f"component {rule.component!r} is not for {kind} documents, to which the rule applies"
            file.fault(("component",), f"{message}; those are: {', '.join(fit)}" if fit else message)


def check_akip(rule: Rule, file: RuleFile, akip: Akip | None) -> None:
    """Note in *file* every criterion of the evaluation of SAKIP that *rule* names and that there is none of."""
    known = akip.criteria if akip else {}
    for index, number in enumerate(rule.akip):
        if number not in known:
            message = f"criterion {number!r} is not in rules/akip.yaml"
            file.fault(("akip", index), message + suggest(number, known))


class _Check:
    def __init__(self, rule: Rule, file: RuleFile) -> None:
        self._rule = rule
        self._file = file
        self._used_params: set[str] = set()

    def run(self, regulations: Collection[str]) -> None:
        rule, before = self._rule, len(self._file.errors)
        for index, source in enumerate(rule.source):
            if source.regulation not in regulations:
                where = ("source", index, "regulation")
                message = f"regulation {source.regulation!r} is not in rules/regulations.yaml"
                self._file.fault(where, message + suggest(source.regulation, regulations))
        self._conditions()
        self._plain_texts()
        self._cases()
        for name in sorted(set(rule.params) - self._used_params):
            self._file.fault(("params", name), f"parameter {name!r} is never used")
        if len(self._file.errors) == before:
            self._limits()

    def _conditions(self) -> None:
        rule = self._rule
        scope = self._patterns(rule.when, ("when",), _Scope())
        rows = self._one_row(rule.when, ("when",), ())
        self._absent(rule.unless, ("unless",), scope)
        self._finding(rule.finding, ("finding",), scope)
        for index, variant in enumerate(rule.variants):
            path: Path_ = ("variants", index)
            inner = self._patterns(variant.when, (*path, "when"), scope.copy(), refine=dict(scope.kinds))
            self._one_row(variant.when, (*path, "when"), rows)
            self._absent(variant.unless, (*path, "unless"), inner)
            if variant.finding is not None:
                self._finding(variant.finding, (*path, "finding"), inner)
        self._patterns(rule.subject, ("subject",), _Scope(), joins=False)
        for index, doubt in enumerate(rule.doubts):
            inner = self._patterns(doubt.when, ("doubts", index, "when"), _Scope(), joins=False)
            self._texts(doubt.reason, ("doubts", index, "reason"), inner)

    def _one_row(self, patterns: Sequence[Pattern], path: Path_, bound: Sequence[str]) -> list[str]:
        """
        Note every pattern that binds a second row of a table: rows are judged one by one.

        *bound* are the aliases of rows that are bound above; returned with those of *patterns*.
        """
        rows = list(bound)
        for index, pattern in enumerate(patterns):
            if pattern.kind in FACT_KINDS and FACT_KINDS[pattern.kind].by_row:
                if pattern.alias != "_" and pattern.alias in bound:
                    continue  # a variant says more about the row of the rule
                if rows:
                    message = f"{pattern.kind} is about the rows of tables, and a rule looks at one row at a time"
                    self._file.fault((*path, index, pattern.alias), message)
                rows.append(pattern.alias)
        return rows

    def _patterns(
        self,
        patterns: Sequence[Pattern],
        path: Path_,
        scope: _Scope,
        *,
        refine: Mapping[str, str] | None = None,
        joins: bool = True,
    ) -> _Scope:
        """Check *patterns* and bind their aliases in *scope*; *refine* are aliases that may be named once more."""
        named: set[str] = set()
        for index, pattern in enumerate(patterns):
            where = (*path, index)
            if pattern.kind not in FACT_KINDS:
                self._file.fault((*where, pattern.alias), unknown("fact kind", pattern.kind, FACT_KINDS))
                scope.kinds.setdefault(pattern.alias, "")
                continue
            self._alias(pattern, where, scope, named, refine or {})
            visible = {name: kind for name, kind in scope.kinds.items() if name not in (pattern.alias, "_")}
            self._where(pattern, where, visible if joins else {}, scope)
        return scope

    def _alias(self, pattern: Pattern, where: Path_, scope: _Scope, named: set[str], refine: Mapping[str, str]) -> None:
        alias = pattern.alias
        if alias == "_":
            return
        if alias in named or (alias in scope.kinds and alias not in refine):
            self._file.fault((*where, alias), f"alias {alias!r} is bound twice")
        elif refine.get(alias, pattern.kind) not in (pattern.kind, ""):
            self._file.fault(
                (*where, alias), f"alias {alias!r} is bound to {refine[alias]} above, not to {pattern.kind}"
            )
        named.add(alias)
        scope.kinds.setdefault(alias, pattern.kind)

    def _absent(self, patterns: Sequence[Pattern], path: Path_, scope: _Scope) -> None:
        for index, pattern in enumerate(patterns):
            where = (*path, index)
            if pattern.kind not in FACT_KINDS:
                self._file.fault((*where, pattern.alias), unknown("fact kind", pattern.kind, FACT_KINDS))
                continue
            if FACT_KINDS[pattern.kind].by_row:
                message = f"{pattern.kind} is about the rows of tables, whose absence no rule can ask for"
                self._file.fault((*where, pattern.alias), message)
            if pattern.alias in scope.kinds:
                self._file.fault((*where, pattern.alias), f"alias {pattern.alias!r} is bound twice; use '_' here")
            self._where(pattern, where, scope.kinds, _Scope())

    def _where(self, pattern: Pattern, where: Path_, visible: Mapping[str, str], scope: _Scope) -> None:
        fields = FACT_KINDS[pattern.kind].fields
        for name, conditions in pattern.where.items():
            path = (*where, "where", name)
            if name not in fields:
                self._file.fault(path, unknown(f"field of {pattern.kind}", name, fields))
                continue
            scope.known.add((pattern.alias, name))
            for op, operand in conditions.items():
                self._operator(fields[name], op, operand, path)
                for one in operand if isinstance(operand, tuple) else (operand,):
                    self._operand(fields[name], op, one, (*path, op), visible, scope)

    def _operator(self, spec: FieldSpec, op: str, operand: object, path: Path_) -> None:
        if (op == "in") != isinstance(operand, tuple):
            self._file.fault(path, "'in' takes a list" if op == "in" else f"{op!r} takes one value; a list means 'in'")
        if isinstance(operand, tuple) and not operand:
            self._file.fault(path, "the list is empty, so nothing can match")
        if op in ORDER and (spec.type is bool or spec.values):
            what = "true and false have" if spec.type is bool else "a closed list of words has"
            self._file.fault(path, f"operator {op!r} makes no sense here: {what} no order")

    def _operand(
        self, spec: FieldSpec, op: str, operand: object, path: Path_, visible: Mapping[str, str], scope: _Scope
    ) -> None:
        found = reference(operand, visible)
        if found is None:
            if self._looks_unbound(operand):
                known = [*visible, "params"]
                head = str(operand).partition(".")[0]
                self._file.fault(path, f"alias {head!r} is not bound above{suggest(head, known)}")
            else:
                self._literal(spec, operand, path)
        elif found[0] == "params":
            self._param(spec, found[1], path)
        elif op == "in":
            self._file.fault(path, "a list holds literals and parameters only, no fields")
        else:
            self._joined(spec, found, path, visible, scope)

    def _looks_unbound(self, operand: object) -> bool:
        head, dot, name = operand.partition(".") if isinstance(operand, str) else ("", "", "")
        return bool(dot) and head.isidentifier() and name in _EVERY_FIELD

    def _joined(
        self, spec: FieldSpec, found: tuple[str, str], path: Path_, visible: Mapping[str, str], scope: _Scope
    ) -> None:
        alias, name = found
        kind = visible[alias]
        if not kind:
            return  # its kind is not known, which is a fault of its own
        other = FACT_KINDS[kind].fields.get(name)
        if other is None:
            self._file.fault(path, unknown(f"field of {kind}", name, FACT_KINDS[kind].fields))
        elif other.type is not spec.type:
            wanted, given = _TYPE_NAMES[spec.type], _TYPE_NAMES[other.type]
            self._file.fault(path, f"{alias}.{name} is {given}, but {wanted} is wanted here")
        else:
            scope.known.add(found)

    def _param(self, spec: FieldSpec, name: str, path: Path_) -> None:
        if name not in self._rule.params:
            self._file.fault(path, unknown("parameter", name, self._rule.params))
            return
        self._used_params.add(name)
        self._literal(spec, self._rule.params[name], path)

    def _literal(self, spec: FieldSpec, value: object, path: Path_) -> None:
        problem = literal_problem(spec, value)
        if problem:
            self._file.fault(path, problem)

    def _finding(self, finding: FindingTexts, path: Path_, scope: _Scope) -> None:
        for index, alias in enumerate(finding.at):
            if alias not in scope.kinds or alias == "_":
                self._file.fault((*path, "at", index), unknown("alias", alias, set(scope.kinds) - {"_"}))
        for name in ("condition", "effect", "recommendation"):
            self._texts(getattr(finding, name), (*path, name), scope)

    def _plain_texts(self) -> None:
        """Texts that stand without a match have nothing to fill in but parameters."""
        rule = self._rule
        self._texts(rule.title, ("title",), _Scope())
        self._texts(rule.why, ("why",), _Scope())
        for name, text in rule.examples.items():
            self._texts(text, ("examples", name), _Scope())
        for index, source in enumerate(rule.source):
            self._texts(source.asks, ("source", index, "asks"), _Scope())

    def _texts(self, texts: Texts, path: Path_, scope: _Scope) -> None:
        for language in ("id", "en"):
            for place in places(getattr(texts, language)):
                self._place(place, (*path, language), scope)

    def _place(self, place: tuple[str, str] | str, path: Path_, scope: _Scope) -> None:
        if isinstance(place, str):
            self._file.fault(path, f"'{place}' in a text must read {{alias.name}}")
            return
        alias, name = place
        if alias == "params":
            self._used_params.add(name)
            if name not in self._rule.params:
                self._file.fault(path, unknown("parameter", name, self._rule.params))
        elif alias not in scope.kinds or alias == "_":
            self._file.fault(path, unknown(f"alias in {{{alias}.{name}}}:", alias, set(scope.kinds) - {"_"}))
        elif scope.kinds[alias]:
            self._word(alias, name, path, scope)

    def _word(self, alias: str, name: str, path: Path_, scope: _Scope) -> None:
        kind = FACT_KINDS[scope.kinds[alias]]
        if name in kind.words:
            return
        spec = kind.fields.get(name)
        if spec is None:
            what = f"word or field of {scope.kinds[alias]}"
            self._file.fault(path, unknown(what, name, [*kind.words, *kind.fields]))
        elif spec.type is bool:
            self._file.fault(path, f"{{{alias}.{name}}} is true or false, which no reader of a finding wants to see")
        elif spec.optional and (alias, name) not in scope.known:
            self._file.fault(path, f"{{{alias}.{name}}} may be unknown here; use a word, or test the field in 'where'")

    def _cases(self) -> None:
        outcomes = {case.expect for case in self._rule.cases}
        for wanted in (Outcome.FLAGGED, Outcome.CLEAN):
            if wanted not in outcomes:
                self._file.fault(("cases",), f"no case expects {wanted.value!r}: a rule is proved both ways")
        for index, case in enumerate(self._rule.cases):
            path: Path_ = ("cases", index)
            if bool(case.facts) == bool(case.document) and not self._states_no_facts(path):
                self._file.fault(path, "a case has either facts or a document")
            for number, fact in enumerate(case.facts):
                self._case_fact(fact, (*path, "facts", number))

    def _states_no_facts(self, path: Path_) -> bool:
        """``facts: []`` is a document of which nothing is known."""
        node = self._file.node.value["cases"].value[path[1]].value
        return "facts" in node and "document" not in node

    def _case_fact(self, fact: CaseFact, path: Path_) -> None:
        if fact.kind not in FACT_KINDS:
            self._file.fault((*path, "kind"), unknown("fact kind", fact.kind, FACT_KINDS))
            return
        fields = FACT_KINDS[fact.kind].fields
        for name, value in fact.fields.items():
            if name not in fields:
                self._file.fault((*path, name), unknown(f"field of {fact.kind}", name, fields))
            elif value is None and fields[name].optional:
                continue
            else:
                self._literal(fields[name], value, (*path, name))

    def _limits(self) -> None:
        for plan in compile_rule(self._rule):
            at: Path_ = ("variants", plan.variant) if self._rule.variants else ("when",)
            if len(plan.patterns) + 1 > MAX_PATTERNS:
                self._file.fault(at, f"{len(plan.patterns)} patterns; the engine takes {MAX_PATTERNS - 1}")
            largest = max(pattern.expressions for pattern in plan.patterns)
            if largest > MAX_EXPRESSIONS:
                self._file.fault(at, f"{largest} expressions in one pattern; the engine takes {MAX_EXPRESSIONS}")


def param_problem(rule: Rule, name: str, value: int | str) -> str | None:
    """Return why *value* cannot be the value of the parameter *name* of a checked rule, or None."""
    stated = rule.params[name]
    if type(value) is not type(stated):
        return f"{_shown(value)} does not fit: {_TYPE_NAMES[type(stated)]} is wanted here, such as {_shown(stated)}"
    if isinstance(value, int) and isinstance(stated, int) and value < 0 <= stated:
        return f"{value} is below 0"
    patterns = [*rule.when, *rule.unless, *rule.subject, *(one for doubt in rule.doubts for one in doubt.when)]
    patterns += [one for variant in rule.variants for one in (*variant.when, *variant.unless)]
    specs = [spec for pattern in patterns for spec in _specs_compared_with(pattern, f"params.{name}")]
    return next((problem for spec in specs if (problem := literal_problem(spec, value))), None)


def _specs_compared_with(pattern: Pattern, operand: str) -> list[FieldSpec]:
    return [
        FACT_KINDS[pattern.kind].fields[name]
        for name, conditions in pattern.where.items()
        for given in conditions.values()
        if operand == given or (isinstance(given, tuple) and operand in given)
    ]


def literal_problem(spec: FieldSpec, value: object) -> str | None:
    """Return what is wrong with *value* as a value of the field, or None."""
    if type(value) is not spec.type:
        hint = f"; put {'yes' if value else 'no'} in quotes" if spec.type is str and isinstance(value, bool) else ""
        return f"{_shown(value)} does not fit: {_TYPE_NAMES[spec.type]} is wanted here{hint}"
    if isinstance(value, int) and abs(value) > MAX_INT:
        return f"{value} is beyond ±2^53"
    if spec.values and value not in spec.values:
        return f"{value!r} is none of its values{suggest(str(value), spec.values)}"
    return None


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value) if isinstance(value, str) else str(value)
