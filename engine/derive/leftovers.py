"""
Words of another kind of office, left over in a copied SOP.

A kecamatan or kelurahan has seksi and subbagian only (PP 18/2016 Pasal 91-92): who speaks of its *bidang*, or of a
*Camat OPD*, has copied. What names an office outside on purpose (a recipient, Bappeda as addressee) is none.
Heads of other offices who act in the text of steps belong to `engine/derive/actors.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from engine.derive.actors import HEADS, roles_of, unit_kind
from engine.derive.factlist import FactList
from schemas.evidence import Evidence, Value
from schemas.sop import Sop

MAX_TRACES = 6
"""Different wordings that one finding quotes."""
MAX_PLACES = 12

MAX_HEAD_CHARS = 60
"""The subject of a step stands at its begin."""

_PLACE_UNITS = ("kecamatan", "kelurahan")
_RELATED = {"kecamatan": ("kecamatan", "kelurahan"), "kelurahan": ("kecamatan", "kelurahan")}
"""Kinds of units whose heads work with each other every day."""
_EACH = r"masing\s?-?\s?masing|masing\s?2|tiap(?:\s?-?\s?tiap)?|setiap|seluruh|semua|para"
_NOT_EVERYWHERE = r"(?<!\bdi )(?<!dalam )"
"""`di semua bidang` is a way of saying everywhere."""
_NOT_A_UNIT = (
    r"(?!\s+(?:tugas|urusan|kehidupan|pemerintahan|pembangunan|pekerjaan|usaha|studi|ilmu|keahlian|tanah|pelayanan|dokumen|"
    r"laporan|formulir|form|naskah|surat|isi|bab|proses|kegiatan|dari|yang|ini|itu|tersebut|wilayah|sasaran|indikator)\b)"
)
_ELSEWHERE = re.compile(
    r"\b(?:dinas|badan|setda|sekretariat\s+daerah|bappeda|b[pk]+ad|opd|skpd|perangkat\s+daerah|kabupaten|kota|provinsi)\b"
)
_AFTER_CHARS = 40
_BIDANG = re.compile(
    rf"(?<![a-z])(?:{_NOT_EVERYWHERE}(?:{_EACH})\s+(?:kepala\s+)?bidang(?![a-z]){_NOT_A_UNIT}|bidang\s?-\s?bidang(?![a-z])|"
    r"bidang\s+dan\s+sekretariat(?!\s+daerah)(?![a-z])|sekretariat\s+dan\s+bidang(?![a-z]))"
)
_BAGIAN = re.compile(rf"(?<![a-z]){_NOT_EVERYWHERE}(?:{_EACH})\s+(?:kepala\s+)?bagian(?![a-z]){_NOT_A_UNIT}")
_JOINED = re.compile(
    r"(?<![a-z])(?:camat|lurah|sekcam|seklur|sekretaris\s+(?:camat|kecamatan|kelurahan))\s+"
    r"(?:opd|skpd|bappeda|bap{1,2}elitbang(?:da)?)(?![a-z])(?:\s*&\s*litbang)?"
)
_HEAD_ITEM = re.compile(
    r"^\W{0,3}(?:[0-9a-z]{1,2}\s?[.)]\s*)?(?:kepala\s+(?:kantor|bidang|bagian|dinas|badan)|kabid|kabag|kaban|kadis)(?![a-z])"
    r"(?=\s*(?:[:;,./-]|$))"
)
_ACTS = r"(?=\s+(?:me[a-z]{3,}|ber[a-z]{3,}))"
_HEADS_OF = {
    "kecamatan": r"camat|sekcam|sekretaris\s+(?:camat|kecamatan)",
    "kelurahan": r"lurah|seklur|sekretaris\s+(?:lurah|kelurahan)",
    "dinas": r"kepala\s+dinas|kadis|sekretaris\s+dinas|sekdin",
    "badan": r"kepala\s+badan|kaban|sekretaris\s+badan|sekban",
    "inspektorat": r"inspektur(?:\s+pembantu)?|irban",
}
"""Heads that act in the words of a step as if the unit were theirs: `Camat menyetujui ...`."""
_HINT = re.compile(r"bidang|bagian|opd|skpd|bappeda|elitbang|^\W*(?:[0-9a-z]{1,2}\s?[.)]\s*)?ka?(?:epala|[bd])")
_BARE_COLUMN = re.compile(r"^(?:kepala\s+(?:kantor|bidang|bagian|sub\s?bidang)|kabid|kabag|kasub?bid|ka\.?\s?bid)\.?$")
_OWN_COLUMN = re.compile(
    r"camat|lurah|sekcam|seklur|sekretaris|kasi|seksi|kasub|dinas|badan|kadis|kaban|kepala|pimpinan|inspek"
)
_GROUPS = {kind: HEADS[kind] for kind in ("kecamatan", "kelurahan", "inspektorat")}
"""Heads that only a unit of this kind has; two of them without a head of the own unit are a copied table."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Words that belong elsewhere."""

    kind: str
    words: str
    place: Evidence


def leftover_facts(out: FactList, sop: Sop) -> None:
    """One fact for all traces together; nothing when there is none or the unit is not known."""
    unit = unit_kind(sop)
    if unit is None:
        return
    traces = list(dict.fromkeys(_column_traces(sop, unit)))
    traces += _foreign_subjects(sop, unit)
    if unit in _PLACE_UNITS:
        traces += _text_traces(sop)
    if not traces:
        return
    wordings: dict[str, dict[str, None]] = {}
    for trace in traces:
        wordings.setdefault(trace.kind, {})[trace.words.lower()] = None
    shown = list(dict.fromkeys(f'"{trace.words}"' for trace in traces))[:MAX_TRACES]
    count = {kind: len(words) for kind, words in wordings.items()}
    beside = "divisions" in count and len(count) > 1
    out.add(
        "leftover",
        {
            "strong": count.get("columns", 0) + count.get("joined", 0) + beside,
            **{kind: count.get(kind, 0) for kind in ("divisions", "parts", "heads")},
        },
        {"traces": ", ".join(shown), "unit": unit},
        dict.fromkeys(trace.place for trace in traces[:MAX_PLACES]),
    )


def _column_traces(sop: Sop, unit: str) -> Iterator[Trace]:
    columns = [(column, " ".join(column.value.lower().split())) for column in sop.actors]
    foreign = _foreign_heads([low for _, low in columns], unit)
    for column, low in columns:
        own = unit in _PLACE_UNITS and (_JOINED.search(low) or _BARE_COLUMN.match(low))
        if own or foreign & {role for role, _, _ in roles_of(low)}:
            yield Trace("columns", column.value, column.evidence[0])


def _foreign_heads(columns: list[str], unit: str) -> frozenset[str]:
    """The heads of another kind of unit, when two of them have columns and nobody of the own unit has."""
    roles = {role for column in columns for role, _, _ in roles_of(column)}
    for kind, heads in _GROUPS.items():
        rest = [column for column in columns if not {role for role, _, _ in roles_of(column)} & heads]
        if kind != unit and heads <= roles and not any(_OWN_COLUMN.search(column) for column in rest):
            return heads
    return frozenset()


@cache
def _foreign_acts(unit: str) -> re.Pattern[str]:
    """A head of another kind of unit, without the name of one, at the begin of a step and with a verb right after."""
    heads = "|".join(pattern for kind, pattern in _HEADS_OF.items() if kind not in _RELATED.get(unit, (unit,)))
    return re.compile(rf"\W{{0,3}}(?P<head>{heads})(?![a-z]){_ACTS}")


def _foreign_subjects(sop: Sop, unit: str) -> list[Trace]:
    """Steps that the head of another kind of unit takes, who has no column."""
    pattern = _foreign_acts(unit)
    columns = {role for actor in sop.actors for role, _, _ in roles_of(actor.value.lower())}
    found = []
    for step in sop.steps:
        match = pattern.match(step.text.value[:MAX_HEAD_CHARS].lower()) if step.text is not None else None
        if step.text is not None and match and columns.isdisjoint(role for role, _, _ in roles_of(match["head"])):
            found.append(_trace("heads", step.text, match.span("head")))
    return found


def _text_traces(sop: Sop) -> list[Trace]:
    found: dict[Trace, None] = {}
    for value, items in _texts(sop):
        low = value.value.lower()
        if not _HINT.search(low):
            continue
        for kind, pattern in (("divisions", _BIDANG), ("parts", _BAGIAN), ("joined", _JOINED)):
            for match in pattern.finditer(low):
                if kind == "joined" or not _ELSEWHERE.search(low[match.end() : match.end() + _AFTER_CHARS]):
                    found[_trace(kind, value, match.span())] = None
        if items and (head := _HEAD_ITEM.match(low)):
            found[_trace("heads", value, head.span())] = None
    return list(found)


def _texts(sop: Sop) -> Iterator[tuple[Value[str], bool]]:
    """The texts in which the unit speaks of itself, and whether they are items that may name who acts."""
    for step in sop.steps:
        for value in (step.text, step.requirements, step.output, step.remarks):
            if value is not None:
                yield value, False
    for entries in (sop.qualifications, sop.records):
        for value in entries:
            yield value, True
    for entries in (sop.equipment, sop.warnings):
        for value in entries:
            yield value, False
    for section in sop.sections:
        if section.text is not None:
            yield section.text, False


def _trace(kind: str, value: Value[str], span: tuple[int, int]) -> Trace:
    words = " ".join(value.value[span[0] : span[1]].split()).strip(" .;:-")
    low = words.lower()
    place = next((place for place in value.evidence if low in place.quote.lower()), value.evidence[0])
    return Trace(kind, words, place)
