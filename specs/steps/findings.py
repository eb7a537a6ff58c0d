"""Maka: which findings there are, of all rules and of one, and what they say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from schemas.report import Finding, Outcome, Severity
from specs.claims import ArchiveSaid, MistakeError, Said, Unmet, finding_line, told
from specs.desk import Desk
from specs.steps.outcomes import NAMES, counts, some
from specs.steps.tables import Table, by_heading
from specs.vocabulary import then
from specs.words import KINDS, WordKind, choice

_SEVERITY = KINDS["tingkat"]
_COUNTED = rf"\d{{1,4}} (?:{_SEVERITY.regex})"
_ONE = re.compile(r"(\d+) (\S+)")


def _mix(words: str) -> Counter[Severity]:
    found: Counter[Severity] = Counter()
    for count, severity in _ONE.findall(words):
        found[_severity(severity.rstrip(","))] += int(count)
    return found


def _severity(word: str) -> Severity:
    value = _SEVERITY.value(word)
    assert isinstance(value, Severity)
    return value


KINDS["rincian"] = WordKind(
    rf"{_COUNTED}(?:(?:, dan |, and |, | dan | and ){_COUNTED})*",
    _mix,
    {"id": "1 mayor dan 2 minor", "en": "1 major and 2 minor"},
)
KINDS["bagian_temuan"] = choice(
    {
        "judul": "title",
        "kondisi": "condition",
        "kriteria": "criterion",
        "dasar": "criterion",
        "akibat": "effect",
        "rekomendasi": "recommendation",
    },
    {
        "title": "title",
        "condition": "condition",
        "criterion": "criterion",
        "effect": "effect",
        "recommendation": "recommendation",
    },
)
_PARTS = {
    "title": "judul",
    "condition": "kondisi",
    "criterion": "kriteria",
    "effect": "akibat",
    "recommendation": "rekomendasi",
}
_ROWS = """
  | Tingkat | Mengutip                | Menyatakan |
  | mayor   | 19820517 200604 1 03    | 17 angka   |"""


@then(
    id=(
        "aturan {rule:aturan} menemukan {count:bilangan} temuan",
        "ada {count:bilangan} temuan dari aturan {rule:aturan}",
    ),
    en=("rule {rule:aturan} has {count:bilangan} findings", "rule {rule:aturan} has {count:bilangan} finding"),
    topic="hasil",
    about=("Aturan itu menemukan tepat sebanyak itu, apa pun tingkatnya.", "The rule has just so many findings."),
    example=("aturan LK-09 menemukan 1 temuan", "rule LK-09 has 2 findings"),
)
def count(desk: Desk, rule: str, count: int) -> None:
    """So many findings of any severity."""

    def check(said: Said) -> None:
        if not counts(said, count):
            raise Unmet(f"aturan {rule} menemukan {count} temuan", told(said))

    desk.claim(rule, check)


@then(
    id="aturan {rule:aturan} menemukan temuan {mix:rincian}",
    en="rule {rule:aturan} has the findings {mix:rincian}",
    topic="hasil",
    about=(
        "Temuan aturan itu dirinci menurut tingkatnya; tidak ada yang lain.",
        "The findings of the rule by severity; there are no others.",
    ),
    example=("aturan LK-09 menemukan temuan 1 mayor dan 2 minor", "rule LK-09 has the findings 1 major and 2 minor"),
)
def mixed(desk: Desk, rule: str, mix: Counter[Severity]) -> None:
    """Findings of several severities."""
    expected = ", ".join(f"{mix[one]} {NAMES[one]}" for one in Severity if mix[one])

    def check(said: Said) -> None:
        if Counter(one.severity for one in said.findings) != +mix:
            raise Unmet(f"aturan {rule} menemukan temuan {expected}", told(said))

    desk.claim(rule, check)


def _choice(kind: str, word: str) -> object:
    known = KINDS[kind]
    if re.fullmatch(known.regex, word) is None:
        raise MistakeError(f"{word!r} tidak dikenal; tulis salah satu dari {known.shown['id'].replace('|', ', ')}.")
    return known.value(word)


def _number(word: str) -> int:
    if not word.isdigit():
        raise MistakeError(f"{word!r} bukan bilangan.")
    return int(word)


def _severe(word: str) -> Callable[[Finding], bool]:
    wanted = _choice("tingkat", word)
    return lambda one: one.severity is wanted


def _sure(word: str) -> Callable[[Finding], bool]:
    wanted = _choice("keyakinan", word)
    return lambda one: one.confidence is wanted


def _on_line(word: str) -> Callable[[Finding], bool]:
    line = _number(word)
    return lambda one: any(at.line == line for at in one.evidence)


def _on_page(word: str) -> Callable[[Finding], bool]:
    page = _number(word)
    return lambda one: any(at.page == page for at in one.evidence)


_COLUMNS: Mapping[str, Callable[[str], Callable[[Finding], bool]]] = {
    "severity": _severe,
    "confidence": _sure,
    "quote": lambda word: lambda one: any(word in at.quote for at in one.evidence),
    "condition": lambda word: lambda one: word in one.condition,
    "recommendation": lambda word: lambda one: word in one.recommendation,
    "line": _on_line,
    "page": _on_page,
}
_HEADINGS = {
    "tingkat": "severity",
    "keyakinan": "confidence",
    "mengutip": "quote",
    "menyatakan": "condition",
    "rekomendasi": "recommendation",
    "baris": "line",
    "halaman": "page",
    "severity": "severity",
    "confidence": "confidence",
    "quotes": "quote",
    "states": "condition",
    "recommendation": "recommendation",
    "line": "line",
    "page": "page",
}


@then(
    id="aturan {rule:aturan} menemukan temuan berikut",
    en="rule {rule:aturan} has these findings",
    topic="hasil",
    about=(
        (
            "Satu baris satu temuan, tidak kurang dan tidak lebih, urutannya bebas. Judul kolom: Tingkat, Keyakinan, "
            "Mengutip, Menyatakan, Rekomendasi, Baris, Halaman; sel kosong tidak diperiksa."
        ),
        (
            "One row a finding, no fewer and no more, in any order. Headings: Severity, Confidence, Quotes, States, "
            "Recommendation, Line, Page; empty cells are not looked at."
        ),
    ),
    argument="table",
    example=(
        f"aturan NIP-01 menemukan temuan berikut{_ROWS}",
        "rule NIP-01 has these findings\n  | Severity | Quotes |\n  | critical | 19820517 200604 1 03 |",
    ),
)
def these(desk: Desk, rule: str, table: Table) -> None:
    """Exactly these findings."""
    rows = [
        [_COLUMNS[key](cell) for key, cell in row.items() if cell]
        for row in by_heading(table, _HEADINGS, "judul kolom")
    ]

    def check(said: Said) -> None:
        if len(said.findings) != len(rows) or not _pair(rows, said.findings):
            raise Unmet(f"aturan {rule} menemukan {len(rows)} temuan seperti pada tabel", told(said))

    desk.claim(rule, check)


def _pair(rows: Sequence[Sequence[Callable[[Finding], bool]]], findings: Sequence[Finding]) -> bool:
    """Whether each row can have a finding of its own (augmenting paths)."""
    taken: dict[int, int] = {}

    def place(row: int, seen: set[int]) -> bool:
        for at, finding in enumerate(findings):
            if at not in seen and all(holds(finding) for holds in rows[row]):
                seen.add(at)
                if at not in taken or place(taken[at], seen):
                    taken[at] = row
                    return True
        return False

    return all(place(row, set()) for row in range(len(rows)))


@then(
    id=("temuan mengutip tepat {words:teks}", "temuan mengutip persis {words:teks}"),
    en="a finding quotes exactly {words:teks}",
    topic="hasil",
    about=(
        "Salah satu temuan aturan tadi mengutip tepat kata itu, tidak lebih.",
        "A finding quotes just these words of the document.",
    ),
    example=('temuan mengutip tepat "19820517 200604 1 004"', 'a finding quotes exactly "19820517 200604 1 004"'),
)
def quotes_exactly(desk: Desk, words: str) -> None:
    """A finding of the rule quotes just the words."""
    desk.claim_more(some(f'temuan mengutip tepat "{words}"', lambda one: words in {at.quote for at in one.evidence}))


@then(
    id="temuan tidak mengutip {words:teks}",
    en="no finding quotes {words:teks}",
    topic="hasil",
    about=("Tidak satu pun temuan aturan tadi mengutip kata itu.", "No finding of the rule quotes these words."),
    example=('temuan tidak mengutip "19800319"', 'no finding quotes "19800319"'),
)
def quotes_not(desk: Desk, words: str) -> None:
    """No finding of the rule quotes the words."""

    def check(said: Said) -> None:
        if not said.findings or any(words in at.quote for one in said.findings for at in one.evidence):
            raise Unmet(f'temuan tidak mengutip "{words}"', told(said))

    desk.claim_more(check)


@then(
    id="{part:bagian_temuan} temuan memuat {words:teks}",
    en="the {part:bagian_temuan} of a finding holds {words:teks}",
    topic="hasil",
    about=(
        "Bagian itu dari salah satu temuan aturan tadi memuat kata itu; dasar dan kriteria sama.",
        "That part of a finding of the rule holds these words.",
    ),
    example=('rekomendasi temuan memuat "Lengkapi"', 'the recommendation of a finding holds "Lengkapi"'),
)
def part_holds(desk: Desk, part: str, words: str) -> None:
    """A part of a finding holds the words."""

    def check(said: Said | ArchiveSaid) -> None:
        if not any(words in getattr(one, part) for one in said.findings):
            lines = [f"{_PARTS[part]}: {getattr(one, part)}" for one in said.findings]
            raise Unmet(f'{_PARTS[part]} temuan memuat "{words}"', [*told(said), *lines])

    desk.claim_more(check)


# All rules


@then(
    id=("tidak ada temuan", "tidak ada temuan apa pun"),
    en="there is no finding",
    topic="hasil",
    about=(
        "Tidak satu pun aturan yang menilai menemukan sesuatu. Tanpa profil, semua aturan menilai.",
        "No rule that judges finds anything. Where no profile is named all rules judge.",
    ),
)
def nothing(desk: Desk) -> None:
    """No finding of any rule."""

    def check(said: Said) -> None:
        if said.findings:
            raise Unmet("tidak ada temuan", _lines([said]))

    desk.claim_of_all(check)


@then(
    id="tidak ada temuan {severity:tingkat}",
    en="there is no {severity:tingkat} finding",
    topic="hasil",
    about=("Tidak satu pun aturan menemukan sesuatu setingkat itu.", "No rule has a finding of this severity."),
    example=("tidak ada temuan kritis", "there is no critical finding"),
)
def nothing_so_grave(desk: Desk, severity: Severity) -> None:
    """No finding of a severity."""

    def check(said: Said) -> None:
        if any(one.severity is severity for one in said.findings):
            raise Unmet(f"tidak ada temuan {NAMES[severity]}", _lines([said]))

    desk.claim_of_all(check)


@then(
    id=(
        "temuan hanya dari aturan {rule:aturan}",
        "temuan hanya dari aturan {rule:aturan} dan {other:aturan}",
        "temuan yang ada hanya dari aturan {rule:aturan}",
        "temuan yang ada hanya dari aturan {rule:aturan} dan {other:aturan}",
    ),
    en=("all findings are of rule {rule:aturan}", "all findings are of rules {rule:aturan} and {other:aturan}"),
    topic="hasil",
    about=(
        "Aturan itu (satu atau dua) menemukan sesuatu, dan aturan lain tidak.",
        "This rule, or each of two, has findings, and no other rule has.",
    ),
    example=("temuan hanya dari aturan person/nip-mismatch", "all findings are of rule person/nip-mismatch"),
)
def only(desk: Desk, rule: str, other: str | None = None) -> None:
    """Findings of these rules only."""
    rules = [one for one in (other, rule) if one]
    expected, names = f"temuan hanya dari aturan {' dan '.join(rules[::-1])}", {desk.rule(one) for one in rules}

    def flagged(said: Said) -> None:
        if said.outcome is not Outcome.FLAGGED:
            raise Unmet(expected, told(said))

    def check(said: Said) -> None:
        # mutants of a rule have its name with a number behind "~"
        if said.findings and said.rule.partition("~")[0] not in names:
            raise Unmet(expected, _lines([said]))

    desk.claim_of_all(check)
    for one in rules:
        desk.claim(one, flagged)


@then(
    id=("seluruhnya ada {count:bilangan} temuan", "jumlah temuan {count:bilangan}"),
    en="there are {count:bilangan} findings in all",
    topic="hasil",
    about=("Banyaknya temuan semua aturan yang menilai.", "How many findings all rules that judge have."),
    example=("seluruhnya ada 0 temuan", "there are 0 findings in all"),
)
def total(desk: Desk, count: int) -> None:
    """So many findings of all rules."""
    found = _all(desk)
    if sum(len(said.findings) for said in found) != count:
        raise Unmet(f"seluruhnya ada {count} temuan", _lines(found))


@then(
    id=(
        "seluruhnya ada {count:bilangan} temuan {severity:tingkat}",
        "jumlah temuan {severity:tingkat} {count:bilangan}",
    ),
    en="there are {count:bilangan} {severity:tingkat} findings in all",
    topic="hasil",
    about=(
        "Banyaknya temuan setingkat itu dari semua aturan yang menilai.",
        "How many findings of this severity all rules that judge have.",
    ),
    example=("seluruhnya ada 1 temuan saran", "there are 1 advice findings in all"),
)
def total_of(desk: Desk, count: int, severity: Severity) -> None:
    """So many findings of a severity of all rules."""
    found = _all(desk)
    if sum(one.severity is severity for said in found for one in said.findings) != count:
        raise Unmet(f"seluruhnya ada {count} temuan {NAMES[severity]}", _lines(found))


def _all(desk: Desk) -> list[Said]:
    judged = desk.judged()
    judgement = judged.subject.judgement(judged.judge.auditor)
    return [judged.subject.said(judged.judge.auditor, rule) for rule in judgement.outcomes]


def _lines(found: Sequence[Said]) -> list[str]:
    lines = [f"{said.rule}: {finding_line(one)}" for said in found for one in said.findings]
    return lines or ["tidak ada temuan"]
