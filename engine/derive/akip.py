"""Facts about the criteria of the evaluation of SAKIP for which an SOP is evidence."""

from __future__ import annotations

from collections.abc import Iterator

from engine.derive.factlist import FactList
from engine.derive.wording import words_of
from extraction.letterhead import strip_sop_words
from schemas.akip import Akip, EvidenceSop
from schemas.evidence import Value
from schemas.sop import Sop


def akip_facts(out: FactList, sop: Sop, akip: Akip | None) -> None:
    """One fact for each criterion, by the title of the SOP alone: what its text mentions makes it no evidence."""
    title = _title(sop)
    if akip is None or title is None:
        return
    words = f" {' '.join(words_of(title.value))} "
    numbers = dict.fromkeys(number for kind in akip.sops if _is(kind, words) for number in kind.evidence_for)
    for number in numbers:
        out.add(
            "akip_evidence",
            {"criterion": number},
            {"asks": akip.criteria[number], "title": strip_sop_words(title.value)},
            title.evidence,
        )


def _title(sop: Sop) -> Value[str] | None:
    """The formal title, else the one over the steps, else that of the cover."""
    return next(_titles(sop), None)


def _titles(sop: Sop) -> Iterator[Value[str]]:
    candidates = (
        sop.identity.title if sop.identity else None,
        sop.procedure_title,
        sop.cover.title if sop.cover else None,
    )
    return (title for title in candidates if title is not None and title.value)


def _is(kind: EvidenceSop, title: str) -> bool:
    if any(f" {words} " in title for words in kind.title_lacks):
        return False
    return all(any(f" {words} " in title for words in choice) for choice in kind.title_has)
