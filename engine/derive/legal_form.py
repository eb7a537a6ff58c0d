"""Facts about a list of legal bases as a list: what a subject asks for, the order, and how kinds are written."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from engine.derive.days import day_that_counts
from engine.derive.doubts import layout_doubts
from engine.derive.factlist import FactList
from engine.derive.law import Cited, identified
from engine.derive.law_titles import compare_titles
from engine.derive.wording import enumerate_words
from engine.register import Key, Register, serial
from schemas.evidence import Evidence
from schemas.regulation import Regulation, last_day
from schemas.sop import Sop

ALIKE = 0.9
"""An item without a readable number cites the regulation whose title it bears, a slip aside."""

_LATER = frozenset({"related", "equipment", "warnings", "records"})
"""The sections that follow the legal basis in the form."""
_MINISTERIAL_RANK, _VILLAGE_RANK = 6, 9
_RANK_BY_HEAD = (
    ("UUD", 1),
    ("Permen", _MINISTERIAL_RANK),
    ("Kepmen", _MINISTERIAL_RANK),
    ("Perka", _MINISTERIAL_RANK),
    ("Perban", _MINISTERIAL_RANK),
    ("Qanun", 7),
    ("Perdes", _VILLAGE_RANK),
)
"""Ministries and bodies are too many for the table of kinds (UU 12/2011 Pasal 8: beside the hierarchy)."""
_WRITTEN_OUT = re.compile(r"(?:perat|undang|keputusan|instruksi|surat|perturan)", re.IGNORECASE)
_PERFORMANCE = re.compile(
    r"\b(?:sakip|lakip|lkjip|lkip|lkj)\b|\b(?:rencana|perencanaan|perjanjian|penetapan|pengukuran|pelaporan|laporan|"
    r"pengumpulan|capaian|akuntabilitas|evaluasi|indikator|data|monitoring|reviu|target|realisasi)\b.{0,40}\bkinerja\b"
)
_OF_PERSONS = re.compile(r"\bkinerja\s+(?:pegawai|asn|pns|individu|guru|tenaga|karyawan|dosen|pejabat|penyedia|bank)\b")
_EVALUATION = re.compile(r"\bevaluasi\b.{0,60}\b(?:akip|sakip|akuntabilitas kinerja|lakip|laporan kinerja)\b")


def legal_form_facts(out: FactList, sop: Sop, register: Register, as_of: dt.date) -> None:
    """Facts about the lists of legal bases; none where no register is at hand."""
    cited = identified(sop.legal_basis)
    if not register.rows or not sop.legal_basis:
        return
    _expected(out, sop, cited, register, day_that_counts(sop, as_of))
    _order(out, cited, register)
    _style(out, sop)


def subjects(sop: Sop) -> set[str]:
    """What the titles of the document say that it is about: always sop, and sakip where it is performance."""
    found = {"sop"}
    for title in sop.titles:
        low = " ".join(title.value.lower().split())
        if _PERFORMANCE.search(low) and not _OF_PERSONS.search(low):
            found.add("sakip")
            if _EVALUATION.search(low):
                found.add("sakip-evaluation")
    return found


def _expected(out: FactList, sop: Sop, cited: Sequence[Cited], register: Register, day: dt.date) -> None:
    about = subjects(sop)
    keys = {register.key(one.kind, one.number, one.year) for one in cited}
    evidence, cut = _list_evidence(sop), _is_cut(sop)
    for row in register.expected:
        if row.expected is None or _begins(row) > day:
            continue
        forerunners = _forerunners(row, cited, register)
        subject = row.expected.subject
        if subject not in about and not (subject == "sakip-evaluation" and forerunners):
            continue
        wanted = {register.parse(name) for name in (row.short_name, *row.expected.instead)}
        out.add(
            "expected_law",
            {
                "subject": subject if forerunners or subject != "sakip-evaluation" else "sakip",
                "cited": bool(wanted & keys) or _titled(sop, row),
                "cut": cut,
            },
            {
                "name": row.short_name,
                "title": row.title,
                "forerunners": enumerate_words(list(dict.fromkeys(one.name for one in forerunners))),
                "instead": enumerate_words(row.expected.instead),
            },
            (*evidence, *(place for one in forerunners for place in one.evidence[:1])),
            doubts=layout_doubts(sop),
        )


def _is_cut(sop: Sop) -> bool:
    """Whether the text ends inside a list of legal bases, so that more of them may have followed."""
    later = any(item.state in ("filled", "headless", "empty") for item in sop.section_reads if item.name in _LATER)
    return any(item.cut for item in sop.legal_basis) or (sop.cut and not later)


def _begins(row: Regulation) -> dt.date:
    """From when it can be expected: the end of the period in which it was made."""
    day = row.promulgated or row.enacted or str(row.year or 1)
    return last_day(day)


def _forerunners(row: Regulation, cited: Sequence[Cited], register: Register) -> list[Cited]:
    """The cited regulations in whose place this one came."""
    found = []
    for one in cited:
        other = register.find(one.kind, one.number, one.year)
        if other is not None and row.short_name in (*other.replaced_by, other.overtaken_by):
            found.append(one)
    return found


def _titled(sop: Sop, row: Regulation) -> bool:
    """Whether an item that could not be identified bears the title."""
    for item in sop.legal_basis:
        if item.title is not None and not (item.type and item.number and item.year):
            match = compare_titles(item.title.value, (row.title, *row.also_titled))
            if match.state in ("same", "punctuation") or match.likeness >= ALIKE:
                return True
    return False


def _list_evidence(sop: Sop) -> tuple[Evidence, ...]:
    """The heading of the list, else its first item, with a word on what was looked for."""
    read = next((item for item in sop.section_reads if item.name == "legal_basis"), None)
    value = read.heading if read is not None and read.heading is not None else sop.legal_basis[0].text
    first = value.evidence[0]
    return (first.model_copy(update={"quote": first.quote[:80], "note": "dicari pada daftar dasar hukum"}),)


def _order(out: FactList, cited: Sequence[Cited], register: Register) -> None:
    """One fact for each list, and one for two lists in which the same two stand in the wrong order."""
    merged: dict[tuple[bool, bool, str, str], list[Evidence]] = {}
    for name in ("narrative", "form"):
        ranked = [(one, rank) for one in cited if one.item.list == name and (rank := _rank(one.kind, register))]
        if len(ranked) < 2:
            continue
        by_rank = next(((a, b) for (a, x), (b, y) in pairwise(ranked) if x > y), None)
        by_date = next(_date_inversions(ranked, register), None)
        wrong = by_rank or by_date or ()
        first, second = [one.name for one in wrong] or ["", ""]
        key = (by_rank is None, by_date is None, first, second)
        merged.setdefault(key, []).extend(one.evidence[0] for one in wrong or (ranked[0][0],))
    for (rank_ok, date_ok, first, second), evidence in merged.items():
        out.add("legal_order", {"rank": rank_ok, "date": date_ok}, {"first": first, "second": second}, evidence)


def _rank(kind: str, register: Register) -> int | None:
    known = register.rank(kind)
    return known if known is not None else next((rank for head, rank in _RANK_BY_HEAD if kind.startswith(head)), None)


def _date_inversions(ranked: Sequence[tuple[Cited, int]], register: Register) -> Iterator[tuple[Cited, Cited]]:
    """Neighbours of one kind of which the younger stands first; a change may follow what it changes at once."""
    for (a, _), (b, _) in pairwise(ranked):
        if register.code(a.kind) == register.code(b.kind) and _age(a, register) > _age(b, register):
            yield a, b


def _age(one: Cited, register: Register) -> tuple[int, int]:
    key: Key = register.key(one.kind, one.number, one.year)
    digits = serial(key[1])
    return one.year, int(digits) if digits.isdigit() else 0


def _style(out: FactList, sop: Sop) -> None:
    """Whether one kind of regulation is both abbreviated and written out."""
    short: dict[str, str] = {}
    full: dict[str, str] = {}
    places: dict[str, Evidence] = {}
    for item in sop.legal_basis:
        if item.type is None or not item.type.evidence:
            continue
        printed = " ".join(
            _printed_kind(item.type.evidence[0].quote, item.issuer.evidence if item.issuer else ()).split()
        )
        (full if _WRITTEN_OUT.match(printed) else short).setdefault(item.type.value, printed)
        places.setdefault(f"{item.type.value} {bool(_WRITTEN_OUT.match(printed))}", item.text.evidence[0])
    if not places:
        return
    mixed = [kind for kind in short if kind in full]
    shown = [f"{kind} {written}" for kind in mixed for written in (False, True)]
    out.add(
        "legal_style",
        {"mixed": bool(mixed)},
        {
            "short": enumerate_words([f"“{short[kind]}”" for kind in mixed]),
            "full": enumerate_words([f"“{full[kind]}”" for kind in mixed]),
        },
        [places[key] for key in shown] or [next(iter(places.values()))],
    )


def _printed_kind(kind: str, issuer: Sequence[Evidence]) -> str:
    """The kind with its issuer where both are printed as one: ``Permen PAN-RB``."""
    return issuer[0].quote if issuer and issuer[0].quote.startswith(kind) else kind
