"""What the sections of the narrative guide promise and give, and how their lists are numbered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from engine.derive.factlist import FactList
from engine.derive.wording import shorten
from extraction.labels import SECTION_LABELS
from extraction.lists import marker_number
from schemas.evidence import Evidence, Value
from schemas.sop import ListEntry, Section, Sop

MAX_TEXT_CHARS = 8000
MIN_LIST = 2
"""Items that make a list."""

_NUMBERED = r"^\W*(?:(?:[ivx]{1,5}|[a-z]|\d{1,2})\s*[.)]\s*)?"
_PROMISES = {
    "schedule": re.compile(rf"(?i){_NUMBERED}(?:(?:prosedur|alur|tahapan|kegiatan)\s+dan\s+)?(?:jadwal|waktu)\b"),
    "mechanism": re.compile(rf"(?i){_NUMBERED}(?:mekanisme|tata\s?cara)\b"),
}
_PLACES = re.compile(
    r"(?i)^di(?:ling\w*|atas\w*|bawah\w*|bidang\w*|rektur\w*|nas|klat|gital\w*|samping|kecamatan|kelurahan)$"
)
_VERB = re.compile(r"(?i)\b((?:me|di)[a-z]{4,})\b")
_NO_VERBS = frozenset(
    "menteri menengah menurut mengenai merah melalui menit media meter mekanisme metode medan".split()
)
_NOMINAL_STEP = re.compile(r"(?i)^\W*(?:(?:[a-z]|\d{1,2})\s*[.)]\s*)?pe[a-z]{4,}an\b[^:]{3,}$")
_TIME = re.compile(
    r"(?i)\b(?:hari|minggu(?:an)?|bulan(?:an)?|triwulan(?:an)?|semester(?:an)?|tahunan|tanggal|tgl|jam|menit|pukul|setiap|"
    r"paling\s+lambat|selambat\w*|sebelum|sesudah|setelah|akhir|awal|januari|februari|maret|april|mei|juni|juli|agustus|"
    r"september|oktober|no[vp]ember|desember|t(?:riwulan|w)\s+[ivx1-4]+)\b"
)
_ELSEWHERE = re.compile(r"(?i)\b(?:berikut|terlampir|lampiran|tabel|gambar|bagan|diagram|flow\s?chart|alur|dibawah)\b")


def guide_facts(out: FactList, sop: Sop) -> None:
    """Facts about promises of the guide and about lists whose numbers run on."""
    sections = sop.sections
    for index, section in enumerate(sections):
        if not (sop.cut and index == len(sections) - 1):
            _promise(out, section, sections[index + 1 : index + 2])
    _guide_lists(out, sections)
    if not sop.doubtful:
        _form_lists(out, sop.entries)


def _promise(out: FactList, section: Section, following: Sequence[Section]) -> None:
    about = next((name for name, pattern in _PROMISES.items() if pattern.match(section.title.value)), None)
    if about is None:
        return
    text = section.text
    if text is None and following and "pengorganisasian" in following[0].title.value.lower():
        text = following[0].text  # a sub-heading that was read as a section of its own
    if text is None:  # a drawing may stand there
        return
    words = text.value[:MAX_TEXT_CHARS]
    out.add(
        "promise",
        {
            "about": about,
            "acts": _acts(text, section.markers),
            "times": len(_TIME.findall(words)),
            "elsewhere": bool(_ELSEWHERE.search(words)),
        },
        {"heading": shorten(section.title.value), "text": shorten(words)},
        (*section.title.evidence[:1], *text.evidence[:2]),
    )


def _acts(text: Value[str], markers: Sequence[Value[str]]) -> int:
    """How many words of the text, or items of its list, say that somebody does something."""
    words = text.value[:MAX_TEXT_CHARS]
    verbs = [word for word in _VERB.findall(words) if word.lower() not in _NO_VERBS and not _PLACES.match(word)]
    return len(verbs) + sum(bool(_NOMINAL_STEP.match(marker.evidence[0].quote)) for marker in markers)


def _guide_lists(out: FactList, sections: Sequence[Section]) -> None:
    before: tuple[str, Section] | None = None
    for section in sections:
        markers = [marker for marker in section.markers if _style(marker.value)]
        if len(markers) < MIN_LIST:
            continue
        first = markers[0]
        runs_on = before is not None and _follows(before[0], first.value) and _in_sequence([m.value for m in markers])
        _numbered(
            out,
            "guide",
            runs_on=runs_on,
            words=(section.title.value, before[1].title.value if before else "", first.value, markers[-1].value),
            places=(*first.evidence, *section.title.evidence[:1]),
        )
        before = (markers[-1].value, section)


def _style(marker: str) -> str:
    if marker.isdigit():
        return "number"
    return "letter" if len(marker) == 1 and marker.isascii() and marker.isalpha() else ""


def _follows(last: str, first: str) -> bool:
    a, b = marker_number(last), marker_number(first)
    return _style(last) == _style(first) and a is not None and b is not None and b == a + 1 and b > 1


def _in_sequence(markers: Sequence[str]) -> bool:
    """Each marker the next of the one before: no list begins anew among them."""
    return all(_follows(a, b) for a, b in pairwise(markers))


def _form_lists(out: FactList, entries: Sequence[ListEntry]) -> None:
    before: tuple[str, str] | None = None
    for name in SECTION_LABELS:
        numbers = [str(entry.number) for entry in entries if entry.section == name and entry.number is not None]
        first = next((entry for entry in entries if entry.section == name and entry.number is not None), None)
        if len(numbers) < MIN_LIST or first is None:
            continue
        _numbered(
            out,
            "form",
            runs_on=before is not None and _follows(before[0], numbers[0]) and _in_sequence(numbers),
            words=(SECTION_LABELS[name], before[1] if before else "", numbers[0], numbers[-1]),
            places=first.text.evidence[:1],
        )
        before = (numbers[-1], SECTION_LABELS[name])


def _numbered(
    out: FactList, place: str, *, runs_on: bool, words: tuple[str, str, str, str], places: Sequence[Evidence]
) -> None:
    section, before, first, last = words
    out.add(
        "numbered_list",
        {"place": place, "runs_on": runs_on},
        {"section": shorten(section), "before": shorten(before), "first": first, "last": last},
        places,
    )
