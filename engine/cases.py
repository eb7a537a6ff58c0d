"""The cases of the rules: each a small document, as facts or as a file, and the outcome that the rule must give."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from engine.audit import Auditor, Judgement
from engine.pack import Pack
from schemas.evidence import Evidence
from schemas.facts import FACT_KINDS, Fact, Facts, FieldSpec, Scalar
from schemas.report import Outcome, Severity
from schemas.rule import Case, CaseFact, Rule

DocumentFacts = Callable[[Path], Sequence[Fact] | Facts]


@dataclass(frozen=True, slots=True)
class CaseResult:
    """How one case ended."""

    rule: str
    case: str
    passed: bool
    problem: str = ""
    """What was expected and what came, when it did not pass."""


def run_cases(pack: Pack, fixtures_dir: Path, document_facts: DocumentFacts) -> list[CaseResult]:
    """
    Run every case of every rule.

    *document_facts* reads the file of a case below *fixtures_dir* and gives its facts.
    """
    auditor = Auditor(pack)
    return [run_case(auditor, rule, case, fixtures_dir, document_facts) for rule in pack.rules for case in rule.cases]


def run_case(auditor: Auditor, rule: Rule, case: Case, fixtures_dir: Path, document_facts: DocumentFacts) -> CaseResult:
    """Run one case; *auditor* has the whole pack, as in an audit, and speaks Indonesian."""
    facts = facts_of_case(case, fixtures_dir, document_facts)
    if isinstance(facts, str):
        return CaseResult(rule.name, case.name, passed=False, problem=facts)
    problem = case_problem(rule.name, case, auditor.judge(facts, rule.applies_to[0]))
    return CaseResult(rule.name, case.name, passed=not problem, problem=problem)


def facts_of_case(case: Case, fixtures_dir: Path, document_facts: DocumentFacts) -> Sequence[Fact] | Facts | str:
    """Return the facts that a case states, or those of its document; words when there is no such document."""
    if case.document is None:
        return case_facts(case.facts)
    path = case_document(fixtures_dir, case.document)
    return document_facts(path) if path.is_file() else f"no such document: {path}"


def case_facts(facts: Sequence[CaseFact]) -> list[Fact]:
    """
    Return whole facts: what a case leaves out is neutral.

    Numbers are 0, truth is false, words are empty or the first of their closed list, optional fields are not known;
    the words of messages are ``<name>``.
    """
    return [_fact(fact, number) for number, fact in enumerate(facts, start=1)]


def _fact(fact: CaseFact, number: int) -> Fact:
    kind = FACT_KINDS[fact.kind]
    fields = {name: fact.fields.get(name, _neutral(spec)) for name, spec in kind.fields.items()}
    words = {name: f"<{name}>" for name in kind.words}
    return Fact(f"f{number}", fact.kind, fields, words, (Evidence(quote=f"<{fact.kind}>", line=number),))


def _neutral(spec: FieldSpec) -> Scalar:
    if spec.optional:
        return None
    if spec.values:
        return spec.values[0]
    return spec.type()


def case_document(fixtures_dir: Path, name: str) -> Path:
    """Return the document of a case, which names it from the folder of the project or from that of the fixtures."""
    parts = PurePosixPath(name).parts
    return fixtures_dir.joinpath(*(parts[1:] if parts[:1] == (fixtures_dir.name,) else parts))


def case_problem(rule: str, case: Case, judgement: Judgement) -> str:
    """Return what the rule of that name should have said in this case and did not, or nothing."""
    outcome = judgement.outcomes[rule]
    if outcome is not case.expect:
        reasons = [one.reason for one in judgement.not_evaluated if one.rule == rule]
        reasons += [error.message for error in judgement.errors]
        return f"expected {case.expect}, was {outcome}" + "".join(f" ({reason})" for reason in reasons)
    if outcome is Outcome.FLAGGED and case.severity is not None:
        gravest = _gravest(judgement, rule)
        if gravest is not case.severity:
            return f"expected severity {case.severity}, was {gravest}"
    if outcome is Outcome.FLAGGED and (case.says is not None or case.findings is not None):
        said = [finding.condition for finding in judgement.findings if finding.rule == rule]
        if case.findings is not None and case.findings != len(said):
            return f"expected {case.findings} findings, was {len(said)}"
        if case.says is not None and not any(case.says in condition for condition in said):
            return f"expected the words {case.says!r}, was {said[0]!r}"
    return ""


def _gravest(judgement: Judgement, rule: str) -> Severity:
    severities = [finding.severity for finding in judgement.findings if finding.rule == rule]
    return min(severities, key=lambda severity: severity.rank)
