"""
Two sets of rules compared, printed: a table for people, JSON and CSV for programs.

JSON and CSV go out document by document. The table begins with the rules, so it keeps the documents that matter most,
says how many there are besides, and where all of them stand.
"""

from __future__ import annotations

import heapq
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tabulate import tabulate

from reports.csv import MARK, csv_lines
from reports.flat import places
from reports.labels import LABELS, Language
from reports.numbers import decimal, whole
from reports.words import harmless
from schemas.comparison import (
    SCHEMA,
    ComparedFinding,
    ComparisonHead,
    ComparisonTotals,
    DocumentChange,
    FindingChange,
    RuleChange,
    RuleOutcome,
    RuleState,
    RuleTotals,
    Side,
    Stand,
)
from schemas.report import Severity, Summary

MAX_DOCUMENTS: Final = 40
"""Documents that the table shows."""
MAX_FINDINGS: Final = 3
"""Findings of one rule in one document that it shows."""
_WIDTH: Final = 100
_DIGEST: Final = 12
"""Digits of a digest that tell two sets of rules apart for people."""


@dataclass(frozen=True, slots=True)
class _Words:
    title: str
    old: str
    new: str
    side: str
    tables: str
    documents: str
    counted: str
    unread: str
    unknown: str
    findings: str
    grades: str
    scores: str
    nothing: str
    rules: str
    columns: tuple[str, ...]
    silent: str
    across: str
    changed_documents: str
    more_documents: str
    more_findings: str
    grade: str
    score: str
    errors: str
    none: str
    about: str
    states: dict[RuleState, str]
    outcomes: dict[RuleOutcome, str]
    changes: dict[FindingChange, str]
    csv: tuple[str, ...]


_WORDS: Final[dict[Language, _Words]] = {
    "id": _Words(
        title="Perbandingan aturan: putusan mana yang berubah bila aturan baru berlaku",
        old="Aturan lama",
        new="Aturan baru",
        side="{place}: {count} aturan, profil {profile}, sidik {digest}",
        tables="Tabel yang berbeda",
        documents="Dokumen",
        counted="{documents} dibandingkan: {changed} berubah, {regraded} di antaranya berganti predikat atau "
        "kesimpulan; {shifted} lagi hanya bergeser nilainya",
        unread="Tidak dapat diperiksa",
        unknown="Bukan SOP",
        findings="Temuan",
        grades="Predikat",
        scores="Nilai",
        nothing="Tidak ada putusan yang berubah.",
        rules="Aturan yang putusannya berubah (banyaknya dokumen)",
        columns=(
            "Kode", "Aturan", "Keadaan", "Kini\nditemukan", "Tidak\nlagi", "Temuan\nlain", "Tingkat", "Bunyi",
            "Hasil\nlain",
        ),
        silent="Berbeda, tetapi tidak mengubah putusan satu dokumen pun di sini",
        across="Berbeda, tetapi tidak dibandingkan di sini karena menilai banyak dokumen sekaligus",
        changed_documents="Dokumen yang berubah (yang berganti predikat atau kesimpulan dahulu)",
        more_documents="... dan {count} dokumen lain. Semuanya tercantum dengan --format json atau csv.",
        more_findings="... dan {count} temuan lain dari aturan ini",
        grade="predikat",
        score="nilai",
        errors="tidak dapat diperiksa",
        none="tidak ada",
        about="Temuan baru bukan berarti dokumennya memburuk: dokumennya sama, aturannya yang berbeda. "
        "Baca beberapa di antaranya pada dokumennya sebelum aturan baru dipakai.",
        states={"added": "baru", "removed": "dihapus", "changed": "diubah", "same": "tetap"},
        outcomes={
            "clean": "dipenuhi",
            "flagged": "temuan",
            "not-applicable": "tidak berlaku",
            "not-evaluated": "tidak dapat dinilai",
            "error": "kesalahan",
            "absent": "tidak ada aturannya",
        },
        changes={"new": "kini ditemukan", "gone": "tidak lagi", "severity": "tingkat", "words": "bunyi"},
        csv=(
            "berkas", "bagian", "perangkat daerah", "judul", "predikat lama", "predikat baru", "nilai lama",
            "nilai baru", "kesimpulan lama", "kesimpulan baru", "kode", "aturan", "temuan", "hasil lama", "hasil baru",
            "perubahan", "tingkat lama", "tingkat baru", "letak", "bunyi lama", "bunyi baru",
        ),
    ),
    "en": _Words(
        title="Comparison of rules: which verdicts change if the new ones count",
        old="Old rules",
        new="New rules",
        side="{place}: {count} rules, profile {profile}, digest {digest}",
        tables="Tables that differ",
        documents="Documents",
        counted="{documents} compared: {changed} change, {regraded} of them in grade or verdict; of {shifted} more "
        "only the score shifts",
        unread="Could not be audited",
        unknown="Not an SOP",
        findings="Findings",
        grades="Grades",
        scores="Scores",
        nothing="No verdict changes.",
        rules="Rules whose verdicts change (number of documents)",
        columns=(
            "Code", "Rule", "State", "Newly\nflagged", "No\nlonger", "Other\nfindings", "Severity", "Words",
            "Other\noutcome",
        ),
        silent="Different, but without effect on any document here",
        across="Different, but not compared here, since they judge many documents together",
        changed_documents="Documents that change (those that change grade or verdict first)",
        more_documents="... and {count} more documents. All of them stand in --format json or csv.",
        more_findings="... and {count} more findings of this rule",
        grade="grade",
        score="score",
        errors="could not be audited",
        none="none",
        about="A new finding does not mean that the document became worse: the document is the same, the rules differ. "
        "Read some of them in the documents before the new rules are used.",
        states={"added": "new", "removed": "removed", "changed": "changed", "same": "same"},
        outcomes={
            "clean": "kept",
            "flagged": "finding",
            "not-applicable": "not applicable",
            "not-evaluated": "not evaluated",
            "error": "error",
            "absent": "no such rule",
        },
        changes={"new": "newly flagged", "gone": "no longer", "severity": "severity", "words": "words"},
        csv=(
            "path", "part", "office", "title", "old grade", "new grade", "old score", "new score", "old verdict",
            "new verdict", "code", "rule", "finding", "old outcome", "new outcome", "change", "old severity",
            "new severity", "place", "old words", "new words",
        ),
    ),
}  # fmt: skip

_SIGNS: Final[dict[FindingChange, str]] = {"new": "+", "gone": "-", "severity": "~", "words": "~"}


class ComparisonJson:
    """Writes UTF-8 JSON (`schemas.comparison.Comparison`): one document a line."""

    def __init__(self) -> None:
        self._first = True

    def head(self, head: ComparisonHead) -> bytes:
        """What stands before the first document."""
        return f'{{"schema":"{SCHEMA}","head":{head.model_dump_json()},"documents":['.encode()

    def document(self, change: DocumentChange) -> bytes:
        """One document."""
        start = b"\n" if self._first else b",\n"
        self._first = False
        return start + change.model_dump_json(by_alias=True).encode()

    def tail(self, rules: Sequence[RuleTotals], totals: ComparisonTotals) -> bytes:
        """What stands after the last."""
        lines = ",\n".join(one.model_dump_json() for one in rules)
        return f'\n],"rules":[\n{lines}\n],"totals":{totals.model_dump_json()}}}\n'.encode()


class ComparisonCsv:
    """Writes CSV: one row a finding that differs, else a rule, else a document."""

    def __init__(self, lang: Language) -> None:
        self._lang: Language = lang

    def head(self, head: ComparisonHead) -> bytes:  # noqa: ARG002 - as every printer
        """The names of the columns."""
        return MARK + csv_lines([_WORDS[self._lang].csv], 0)

    def document(self, change: DocumentChange) -> bytes:
        """One document."""
        return csv_lines(self._rows(change), 0)

    def tail(self, rules: Sequence[RuleTotals], totals: ComparisonTotals) -> bytes:  # noqa: ARG002 - as every printer
        """Nothing: the rows are all."""
        return b""

    def _rows(self, change: DocumentChange) -> Iterator[list[str]]:
        start = [change.path, "" if change.part is None else str(change.part), change.unit or "", change.title or ""]
        start += [cell for pair in zip(self._stand(change.old), self._stand(change.new), strict=True) for cell in pair]
        if not change.rules:
            errors = ["; ".join(error.message for error in stand.errors) for stand in (change.old, change.new)]
            yield [*start, *[""] * 9, *errors]
        for rule in change.rules:
            outcomes = _WORDS[self._lang].outcomes
            about = [*start, rule.code, rule.rule, rule.title, outcomes[rule.old], outcomes[rule.new]]
            if not rule.findings:
                yield [*about, *[""] * 4, rule.old_reason or "", rule.new_reason or ""]
            yield from ([*about, *self._finding(one)] for one in rule.findings)

    def _stand(self, stand: Stand) -> tuple[str, str, str]:
        verdict = LABELS[self._lang].verdict[stand.verdict] if stand.verdict else ""
        return stand.grade.value if stand.grade else "", str(stand.score.value) if stand.score else "", verdict

    def _finding(self, one: ComparedFinding) -> list[str]:
        both = (one.old, one.new)
        return [
            _WORDS[self._lang].changes[one.change],
            *(LABELS[self._lang].severity[side.severity] if side else "" for side in both),
            places(one.shown.evidence, self._lang),
            *(side.condition if side else "" for side in both),
        ]


class ComparisonTable:
    """Prints for people."""

    def __init__(self, lang: Language, encoding: str = "utf-8") -> None:
        self._lang: Language = lang
        self._encoding = encoding
        self._words = _WORDS[lang]
        self._head: ComparisonHead | None = None
        self._kept: list[tuple[tuple[int, int, int], DocumentChange]] = []
        """A heap, the least important on top."""
        self._count = 0

    def head(self, head: ComparisonHead) -> bytes:
        """Nothing yet: the totals come first."""
        self._head = head
        return b""

    def document(self, change: DocumentChange) -> bytes:
        """Nothing yet; of all documents the most important ones are kept."""
        if change.shifted:
            return b""
        self._count += 1
        key = (int(change.regraded), -_gravest(change), -self._count)
        push = heapq.heappushpop if len(self._kept) == MAX_DOCUMENTS else heapq.heappush
        push(self._kept, (key, change))
        return b""

    def tail(self, rules: Sequence[RuleTotals], totals: ComparisonTotals) -> bytes:
        """All of it."""
        blocks = [[self._words.title, *self._summary(totals)]]
        loud = [one for one in rules if not one.silent]
        if loud:
            blocks.append([self._words.rules, self._rules(loud)])
        for words, across in ((self._words.silent, False), (self._words.across, True)):
            silent = [one for one in rules if one.silent and one.across is across]
            named = ", ".join(f"{one.code} {one.rule} ({self._words.states[one.state]})" for one in silent)
            blocks += [_filled(f"{words}: {named}.")] if named else []
        if self._kept:
            blocks.append([self._words.changed_documents])
            blocks += [self._document(change) for _, change in sorted(self._kept, reverse=True)]
            left = self._count - len(self._kept)
            blocks += [[self._words.more_documents.format(count=whole(left, self._lang))]] if left else []
        blocks.append(textwrap.wrap(self._words.about if totals.changed else self._words.nothing, _WIDTH))
        text = "\n\n".join("\n".join(block) for block in blocks) + "\n"
        return text.encode(self._encoding, "replace")

    def _summary(self, totals: ComparisonTotals) -> list[str]:
        words, lang = self._words, self._lang
        assert self._head is not None
        counts = totals.model_dump(include={"documents", "regraded", "shifted"})
        counts["changed"] = totals.changed - totals.shifted
        counted = {name: whole(count, lang) for name, count in counts.items()}
        rows = [
            (words.old, self._side(self._head.old)),
            (words.new, self._side(self._head.new)),
            (words.tables, ", ".join(f"{name}.yaml" for name in self._head.tables)),
            (words.documents, words.counted.format(**counted)),
            (words.unread, whole(totals.unread, lang) if totals.unread else ""),
            (words.unknown, whole(totals.unknown, lang) if totals.unknown else ""),
            (words.findings, _arrow(*(self._findings(one) for one in (totals.old, totals.new)))),
            (words.grades, _arrow(*(self._grades(one) for one in (totals.old, totals.new)))),
            (words.scores, self._scores(totals)),
        ]
        table = tabulate([row for row in rows if row[1]], tablefmt="plain", disable_numparse=True)
        return [textwrap.indent(table, "  ")]

    def _side(self, side: Side) -> str:
        info = side.rules
        place, profile = harmless(side.place), harmless(info.profile)
        return self._words.side.format(place=place, count=info.count, profile=profile, digest=info.digest[:_DIGEST])

    def _findings(self, summary: Summary) -> str:
        names = LABELS[self._lang].severity
        found = [
            f"{whole(count, self._lang)} {names[severity]}" for severity, count in summary.findings.items() if count
        ]
        return ", ".join(found) or self._words.none

    def _grades(self, summary: Summary) -> str:
        return ", ".join(f"{letter} {whole(count, self._lang)}" for letter, count in summary.grades.items())

    def _scores(self, totals: ComparisonTotals) -> str:
        both = {"id": "{better} dokumen naik, {worse} turun", "en": "{better} documents rise, {worse} fall"}[self._lang]
        if not totals.better and not totals.worse:
            return ""
        return both.format(better=whole(totals.better, self._lang), worse=whole(totals.worse, self._lang))

    def _rules(self, rules: Sequence[RuleTotals]) -> str:
        names = ("flagged", "unflagged", "findings", "severity", "words", "other")
        rows = [
            (one.code, one.rule, self._words.states[one.state], *(self._cell(getattr(one, name)) for name in names))
            for one in rules
        ]
        align = ["left"] * 3 + ["right"] * len(names)
        return tabulate(rows, headers=self._words.columns, tablefmt="simple", disable_numparse=True, colalign=align)

    def _cell(self, count: int) -> str:
        return whole(count, self._lang) if count else ""

    def _document(self, change: DocumentChange) -> list[str]:
        part = f" ({LABELS[self._lang].part.format(part=change.part)})" if change.part is not None else ""
        title = f" — {harmless(change.title)}" if change.title else ""
        lines = _filled(f"{harmless(change.path)}{part}{title}")
        lines += [f"  {text}" for text in self._stands(change.old, change.new)]
        for rule in change.rules:
            lines += self._rule(rule)
        return lines

    def _stands(self, old: Stand, new: Stand) -> Iterator[str]:
        """What became of score, grade and verdict; of what stays the same only the grade is told."""
        labels = LABELS[self._lang]
        grades = [stand.grade.value if stand.grade else "-" for stand in (old, new)]
        scores = [decimal(stand.score.value, self._lang) if stand.score else "-" for stand in (old, new)]
        verdicts = [labels.verdict[stand.verdict] if stand.verdict else "-" for stand in (old, new)]
        said = [f"{self._words.grade} {_arrow(*grades)}", f"{self._words.score} {_arrow(*scores)}", _arrow(*verdicts)]
        yield ", ".join(said)
        for name, stand in ((self._words.old, old), (self._words.new, new)):
            for error in stand.errors:
                yield f"{name}: {self._words.errors}: {harmless(error.message)}"

    def _rule(self, rule: RuleChange) -> Iterable[str]:
        for one in rule.findings[:MAX_FINDINGS]:
            yield from self._finding(rule, one)
        if len(rule.findings) > MAX_FINDINGS:
            left = whole(len(rule.findings) - MAX_FINDINGS, self._lang)
            yield "    " + self._words.more_findings.format(count=left)
        if not rule.findings or "not-evaluated" in (rule.old, rule.new):
            outcomes = _arrow(*(self._words.outcomes[one] for one in (rule.old, rule.new)))
            reason = rule.new_reason or rule.old_reason
            told = f": {harmless(reason)}" if reason else ""
            yield from _filled(f"~ {rule.code} {harmless(rule.title)}: {outcomes}{told}", "  ")

    def _finding(self, rule: RuleChange, one: ComparedFinding) -> list[str]:
        labels = LABELS[self._lang]
        ranks = [
            ", ".join(filter(None, (labels.severity[side.severity], labels.confidence[side.confidence])))
            for side in (one.old, one.new)
            if side is not None
        ]
        place = places(one.shown.evidence, self._lang, 3)
        about = ", ".join(filter(None, (_arrow(*ranks), place)))
        said = [harmless(side.condition) for side in (one.old, one.new) if side is not None]
        told = _arrow(*said) if one.change == "words" else said[-1]
        return _filled(f"{_SIGNS[one.change]} {rule.code} ({about}): {told}", "  ")


def _arrow(*texts: str) -> str:
    """``B → C``; once where both are the same."""
    return " → ".join(dict.fromkeys(texts))


def _gravest(change: DocumentChange) -> int:
    """The rank of the gravest finding that differs; one more than the mildest where there is none."""
    return min((rule.gravest.rank for rule in change.rules if rule.gravest is not None), default=len(Severity))


def _filled(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=indent + "    ")
