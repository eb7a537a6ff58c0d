"""Facts about the criteria of the evaluation of SAKIP for which an SOP is evidence."""

from __future__ import annotations

from engine.derive.factlist import FactList
from engine.derive.wording import words_of
from extraction.letterhead import strip_sop_words
from schemas.akip import Akip, EvidenceSop
from schemas.sop import Sop


def akip_facts(out: FactList, sop: Sop, akip: Akip | None) -> None:
    """One fact for each criterion, by the title of the SOP alone: what its text mentions makes it no evidence."""
    if akip is None or not sop.titles:
        return
    title = sop.titles[0]
    words = f" {' '.join(words_of(title.value))} "
    numbers = dict.fromkeys(number for kind in akip.sops if _is(kind, words) for number in kind.evidence_for)
    asks = akip.criteria if numbers else {}
    for number in numbers:
        out.add(
            "akip_evidence",
            {"criterion": number},
            {"asks": asks[number], "title": strip_sop_words(title.value)},
            title.evidence,
        )


def _is(kind: EvidenceSop, title: str) -> bool:
    if any(f" {words} " in title for words in kind.title_lacks):
        return False
    return all(any(f" {words} " in title for words in choice) for choice in kind.title_has)
