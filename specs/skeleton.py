"""
The first text of a spec of a rule: a scenario for each of its cases.

What a case expects is written out as steps. What it states as facts cannot be: a fact is what was read out of a
document, and many documents say the same. So the facts stand as marks that the author replaces by steps.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import specs.steps  # noqa: F401 - makes the steps known
from engine.audit import Auditor, Judgement
from engine.cases import DocumentFacts, case_document, facts_of_case
from schemas.facts import FACT_KINDS, Scalar
from schemas.report import Finding, Outcome
from schemas.rule import Case, CaseFact, Rule
from specs.unfilled import MARK
from specs.vocabulary import VOCABULARY
from specs.written import one_line, quoted, severity_word, wrapped

OFFICE = "Kecamatan Taman Selasih"
_OUTCOMES = {
    Outcome.FLAGGED: "Melanggar",
    Outcome.CLEAN: "Memenuhi",
    Outcome.NOT_EVALUATED: "Tidak dapat dinilai",
    Outcome.NOT_APPLICABLE: "Tidak berlaku",
    Outcome.ERROR: "Gagal",
}
_SHOWN = {"breaks": "Melanggar: ", "keeps": "Memenuhi: "}
_BEGINNINGS = {"sop": ("SOP lengkap",), "performance": ("laporan kinerja lengkap",)}
_ARCHIVE = (
    "arsip dengan SOP berikut",
    "  | berkas | kantor                  | judul             |",
    f"  | a.txt  | {OFFICE} | PENGELOLAAN SURAT |",
)
_ADDED = re.compile(r"<[^<>]*>")


@dataclass(frozen=True)
class Skeleton:
    """What the text of a skeleton is made of."""

    rule: Rule
    auditor: Auditor
    """Has the rule, and speaks Indonesian."""
    documents: Path
    """The folder from which a case names its document."""
    document_facts: DocumentFacts
    """Reads such a document."""
    place: Path
    """Of the feature file; documents are named from there."""
    command: str
    """By which it was written."""

    def text(self) -> str:
        """Return the feature file."""
        return "\n".join([*self._head(), *self._scenarios()]) + "\n"

    def _head(self) -> Iterator[str]:
        rule = self.rule
        yield "# language: id"
        yield f"# Kerangka dari kasus uji aturan {rule.code}, ditulis oleh: {self.command}"
        yield f'# Baris bertanda "{MARK}" menyebut fakta suatu kasus uji. Tulis di tempat itu langkah yang membuat'
        yield "# dokumen demikian, lalu hapus barisnya. Daftar langkah: patuh spec --steps"
        yield from self._glossary()
        yield f"@aturan-{rule.code}"
        yield f"Fitur: {one_line(rule.title.id)}"
        yield from (line for key, example in rule.examples.items() for line in wrapped(_SHOWN[key] + example.id, "  "))

    def _glossary(self) -> Iterator[str]:
        """What the facts of the cases are, in the words of docs/facts.md."""
        named: dict[str, set[str]] = {}
        for fact in (fact for case in self.rule.cases for fact in case.facts):
            named.setdefault(fact.kind, set()).update(fact.fields)
        if named:
            yield "#"
            yield "# Fakta yang disebut di bawah (docs/facts.md):"
        for kind in sorted(named):
            yield from wrapped(f"{kind}: {FACT_KINDS[kind].about}", "#   ")
            for name in sorted(named[kind]):
                yield from wrapped(f"{name}: {FACT_KINDS[kind].fields[name].about}", "#     ")

    def _scenarios(self) -> Iterator[str]:
        seen: Counter[str] = Counter()
        for case in self.rule.cases:
            name = _name(case)
            seen[name] += 1
            yield ""
            yield f"  Skenario: {name}" + (f" ({seen[name]})" if seen[name] > 1 else "")
            yield from (f"    {line}" for line in [*self._document(case), *self._expected(case)])

    def _document(self, case: Case) -> Iterator[str]:
        kind = self.rule.applies_to[0]
        if case.document is not None:
            path = os.path.relpath(case_document(self.documents, case.document), self.place.parent)
            yield f"Dengan berkas {quoted(Path(path).as_posix())}"
            return
        first, *rest = _BEGINNINGS.get(kind, _ARCHIVE)
        yield f"Dengan {first}"
        yield from rest
        for fact in case.facts:
            yield f"# {MARK} {_told(fact)}"
        if not case.facts:
            yield f"# {MARK} dokumen yang tidak memuat satu pun hal yang diperiksa aturan ini"

    def _expected(self, case: Case) -> Iterator[str]:
        """The claims, as far as there are steps for them."""
        lines = list(self._claims(case))
        for number, line in enumerate(lines):
            known = VOCABULARY.find("then", line) is not None
            yield f"{'Dan' if number else 'Maka'} {line}" if known else f"# {MARK} Maka {line}"

    def _claims(self, case: Case) -> Iterator[str]:
        rule, where = self.rule.code, " dalam arsip" if self.rule.applies_to[0] == "archive" else ""
        office = f"{where} {OFFICE}" if where else ""
        judgement = self._judged(case)
        if case.expect is Outcome.CLEAN:
            yield f"aturan {rule} tidak menemukan apa pun{where}"
        elif case.expect is Outcome.NOT_APPLICABLE:
            yield f"aturan {rule} tidak berlaku{where}"
        elif case.expect is Outcome.NOT_EVALUATED:
            yield f"aturan {rule} tidak dapat dinilai{office} karena {quoted(self._reason(judgement))}"
        else:
            yield from self._flagged(case, judgement, office)

    def _flagged(self, case: Case, judgement: Judgement | None, office: str) -> Iterator[str]:
        found = _findings(judgement, self.rule.name)
        severities = {one.severity for one in found}
        if len(severities) == 1:
            yield f"aturan {self.rule.code} menemukan {len(found)} temuan {severity_word(severities.pop())}{office}"
        else:
            yield f"dokumen melanggar aturan {self.rule.code}{office}"
        if case.says is not None:
            yield f"temuan menyatakan {quoted(case.says)}"

    def _judged(self, case: Case) -> Judgement | None:
        """What the rule says; None where the case names a document that is not there."""
        facts = facts_of_case(case, self.documents, self.document_facts)
        return None if isinstance(facts, str) else self.auditor.judge(facts, self.rule.applies_to[0])

    def _reason(self, judgement: Judgement | None) -> str:
        """The longest words of the reason that are the rule's own."""
        told = [one.reason for one in judgement.not_evaluated if one.rule == self.rule.name] if judgement else []
        reasons = told or [doubt.reason.id for doubt in self.rule.doubts] or [""]
        return max((part.strip(" .") for part in _ADDED.split(reasons[0])), key=len)


def _findings(judgement: Judgement | None, rule: str) -> Sequence[Finding]:
    return [one for one in judgement.findings if one.rule == rule] if judgement else []


def _name(case: Case) -> str:
    """In Indonesian where the case has such a name; else what it expects, and its name."""
    if case.name_id:
        return one_line(case.name_id[:1].upper() + case.name_id[1:])
    return one_line(f"{_OUTCOMES[case.expect]}: {case.name}")


def _told(fact: CaseFact) -> str:
    """A fact of a case: ``person_pair dengan name = same, office = same``."""
    fields = ", ".join(f"{name} = {_value(value)}" for name, value in fact.fields.items())
    return one_line(f"{fact.kind} dengan {fields}" if fields else fact.kind)


def _value(value: Scalar) -> str:
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return "tidak diketahui" if value is None else str(value)
