"""Facts about the sections of the form, their items, and the SOPs that steps refer to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from engine.derive.doubts import layout_doubts
from engine.derive.factlist import FactList
from engine.derive.identity import looked_through
from engine.derive.titles import same_title, title_words
from engine.derive.wording import enumerate_words, key_of, shorten, step_number
from extraction.labels import SECTION_LABELS
from schemas.doubt import ReadingDoubt
from schemas.evidence import Evidence, Value
from schemas.sop import ListEntry, Sop

MAX_REFERENCES = 100
MAX_LISTED = 300
"""Different SOPs that steps refer to, and items of Keterkaitan, that are compared."""

_SMALL = r"dan|di|dengan|atas|secara|untuk|pada"
_SOP_NAME = re.compile(
    rf"\b(?:SOP|Standar Operasional Prosedur)\s+[\"“]?((?:[A-Z][\w/&-]*|{_SMALL})(?:\s+(?:[A-Z][\w/&-]*|{_SMALL}))*)"
)
"""A name in capital words."""
_SOP_CITED = re.compile(
    r"(?i)\b(?:sesuai|berdasarkan|lihat|mengacu|merujuk|mengikuti)\s+(?:dengan\s+|pada\s+|ke\s+)?"
    r"(?:sop|standar operasional prosedur)\s+[\"“]?"
    r"((?!ini\b|yang\b|tersebut\b|berlaku\b|terkait\b)[a-z][^.,;:()\"”]{3,80})"
)
"""A name in small letters, after a word that refers to it."""
_SOP_MADE = re.compile(
    r"(?i)(?:menyusun|membuat|mereviu|merevisi|mensosialisasikan|menetapkan|penyusunan|pembuatan|revisi|dra(?:f|ft)|"
    r"rancangan|konsep|dokumen|naskah)\s+$"
)
"""Words before an SOP that is the product of the step, not a reference."""
_VAGUE_SOP = frozenset({"", "ini", "yang", "tersebut"})


def section_facts(out: FactList, sop: Sop) -> None:
    """Facts about the six sections, their items, and the SOPs that steps refer to."""
    doubts = layout_doubts(sop)
    if sop.identity is not None:
        for item in sop.section_reads:
            label = SECTION_LABELS[item.name]
            out.add(
                "section",
                {"name": item.name, "state": item.state},
                {"label": label, "printed": item.heading.value if item.heading else label},
                _section_evidence(sop, item.name, item.heading),
                doubts=(item.doubt, *doubts) if item.doubt else doubts,
            )
    for name in SECTION_LABELS:
        _entries(out, [entry for entry in sop.entries if entry.section == name], doubts)
    _references(out, sop)


def _section_evidence(sop: Sop, name: str, heading: Value[str] | None) -> tuple[Evidence, ...]:
    if heading is not None:
        return heading.evidence
    if name == "legal_basis" and sop.legal_basis:
        return sop.legal_basis[0].text.evidence[:1]
    first = next((entry for entry in sop.entries if entry.section == name), None)
    if first is not None:
        return first.text.evidence[:1]
    return (looked_through(sop),)


def _entries(out: FactList, entries: Sequence[ListEntry], doubts: tuple[ReadingDoubt, ...]) -> None:
    previous = 0
    for position, entry in enumerate(entries, 1):
        missing = _between(previous, entry.number) if position > 1 else []
        out.add(
            "entry",
            {
                "section": entry.section,
                "position": position,
                "key": key_of(entry.text.value).removeprefix("sop "),
                "number": entry.number,
                "missing_before": len(missing),
            },
            {
                "no": str(entry.number) if entry.number is not None else str(position),
                "text": shorten(entry.text.value),
                "missing": enumerate_words([str(number) for number in missing]),
            },
            entry.text.evidence,
            doubts=doubts,
        )
        previous = entry.number or 0


def _between(previous: int, number: int | None) -> list[int]:
    if number is None or previous == 0 or not 1 < number - previous <= 5:
        return []
    return list(range(previous + 1, number))


def _references(out: FactList, sop: Sop) -> None:
    listed = [title_words(text.value, set()) for text in sop.related[:MAX_LISTED]]
    own = [title_words(title.value, set()) for title in sop.titles]
    seen: dict[str, None] = {}
    for step in sop.steps:
        for cell in (step.text, step.remarks, step.requirements):
            for name in _referred(cell.value if cell else ""):
                words = title_words(name, set())
                if not words or key_of(name) in seen or len(seen) >= MAX_REFERENCES:
                    continue
                seen[key_of(name)] = None
                out.add(
                    "sop_reference",
                    {"listed": any(same_title(words, other) for other in listed + own)},
                    {"name": f"SOP {name}", "step": step_number(step)},
                    cell.evidence if cell else (),
                )


def _referred(text: str) -> Iterator[str]:
    """The names of SOPs that a cell refers to."""
    if "sop" not in text.lower() and "prosedur" not in text.lower():
        return
    for pattern in (_SOP_NAME, _SOP_CITED):
        for match in pattern.finditer(text):
            name = match.group(1).strip()
            made = _SOP_MADE.search(text[max(0, match.start() - 24) : match.start()])
            if name.lower() not in _VAGUE_SOP and not made:
                yield name
