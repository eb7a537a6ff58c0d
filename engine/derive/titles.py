"""Facts about the titles of one SOP at different places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import OSA

from engine.derive.doubts import field_doubts
from engine.derive.factlist import FactList
from engine.derive.wording import words_of
from extraction.letterhead import strip_sop_words
from schemas.report import Confidence
from schemas.sop import Sop

SIMILAR_TITLE = 82
"""Token similarity (0-100) from which two words of a title are the same word with a typing error."""

_TITLE_NOISE = frozenset(
    [
        "sop",
        "standar",
        "standart",
        "operasional",
        "prosedur",
        "prosedure",
        "administrasi",
        "pemerintahan",
        "pedoman",
        "teknis",
        "tentang",
        "dan",
        "di",
        "pada",
        "kecamatan",
        "kelurahan",
        "kabupaten",
        "kota",
        "dinas",
        "badan",
        "inspektorat",
        "kantor",
        "pemerintah",
        "daerah",
        "provinsi",
        "tahun",
    ]
)

MIN_HEADINGS = 2
"""Headings of a guide that must agree before they count as a title."""
_NAMED_PROCEDURE = re.compile(r"(?i)^\W*(?:[ivx]{1,5}\s*[.)]\s*)?(?:mekanisme|format|jadwal|tata\s+cara)\s+(.+)$")
ACTS = {
    "penyusunan": "susun",
    "pembuatan": "susun",
    "pengumpulan": "kumpul",
    "penghimpunan": "kumpul",
    "pengukuran": "ukur",
    "pelaporan": "lapor",
    "evaluasi": "evaluasi",
    "reviu": "reviu",
}
"""Acts that make procedures of their own; to submit, carry out or fix something is part of making it."""


def title_facts(out: FactList, sop: Sop) -> None:
    """One fact for each two titles at different places."""
    identity_title = sop.identity.title if sop.identity else None
    doubts = field_doubts(sop.identity, "title")
    places = [
        ("halaman judul", sop.cover.title if sop.cover else None),
        ("blok identitas", identity_title),
        ("judul tabel prosedur", sop.procedure_title),
    ]
    noise = set(words_of(sop.unit.value if sop.unit else "")) | set(
        words_of(sop.government.value if sop.government else "")
    )
    known = [(where, title, title_words(title.value, noise)) for where, title in places if title is not None]
    known = [item for item in known if item[2]]
    for index, (a_place, a, a_words) in enumerate(known):
        for b_place, b, b_words in known[index + 1 :]:
            only_a, only_b = unmatched(a_words, b_words), unmatched(b_words, a_words)
            shared = 100 - 100 * (len(only_a) + len(only_b)) // (len(a_words) + len(b_words))
            out.add(
                "title_pair",
                {"same": not (only_a and only_b), "similarity": shared},
                {"a": strip_sop_words(a.value), "b": strip_sop_words(b.value), "a_place": a_place, "b_place": b_place},
                (*a.evidence, *b.evidence),
                doubts=doubts if identity_title in (a, b) else (),
            )
    _heading_pair(out, sop, noise)


def _heading_pair(out: FactList, sop: Sop, noise: set[str]) -> None:
    """The title beside headings of the guide that all name another act with the same thing."""
    title = (sop.identity.title if sop.identity else None) or (sop.cover.title if sop.cover else None)
    if title is None:
        return
    words = title_words(title.value, noise)
    act, thing = act_of(words), set(words[1:])
    found = [
        (section.title, words_of(match.group(1)))
        for section in sop.sections
        if (match := _NAMED_PROCEDURE.match(section.title.value))
    ]
    named = [(heading, said) for heading, said in found if said and thing <= set(said[1:])]
    acts = {act_of(said) for _, said in named}
    if not act or not thing or len(named) < MIN_HEADINGS or len(named) < len(found) or len(acts) > 1:
        return
    other = next(iter(acts))
    if other and other != act:
        heading, said = min(named, key=lambda item: len(item[1]))
        out.add(
            "title_pair",
            {"same": False, "similarity": 100 * len(thing) // len(words)},
            {
                "a": strip_sop_words(title.value),
                "b": " ".join(said).title(),
                "a_place": "blok identitas" if sop.identity and sop.identity.title else "halaman judul",
                "b_place": "judul bagian pedoman",
            },
            (*title.evidence, *heading.evidence, *(place for item, _ in named for place in item.evidence[:1])),
            Confidence.MEDIUM,
        )


def act_of(words: Sequence[str]) -> str:
    """Which of the acts that make different procedures words begin with; empty for others."""
    return ACTS.get(words[0], "") if words else ""


def title_words(text: str, noise: set[str]) -> list[str]:
    """The words of a title that carry its meaning."""
    words = [word for word in words_of(strip_sop_words(text)) if word not in _TITLE_NOISE and not word.isdigit()]
    kept = [word for word in words if word not in noise]
    return kept or words


def unmatched(words: Sequence[str], others: Sequence[str]) -> list[str]:
    """The words that have no counterpart among the others, a typing error aside."""
    return [word for word in words if not any(_same_word(word, other) for other in others)]


def _same_word(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) >= 5 and 100 * OSA.normalized_similarity(a, b) >= SIMILAR_TITLE)


def same_title(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two titles name the same thing: equal, or one only says more."""
    return bool(a and b) and not (unmatched(a, b) and unmatched(b, a))
