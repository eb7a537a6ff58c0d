"""Facts about how a document writes the name of its unit and of its region."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol

from rapidfuzz.distance import OSA

from extraction.regions import is_region, near_region
from schemas.evidence import Evidence
from schemas.facts import Scalar
from schemas.sop import Mention, Sop

MAX_EDITS = 3
"""A name of several words with one word up to so many letters off is a near miss."""
MIN_SIMILARITY = 0.5
"""That word must still share half its letters."""
MIN_LETTERS = 5
LONG_NAME = 8
"""A name of one word with so many letters may have two of them wrong."""
MAX_NAME_WORDS = 4
"""Words of the name of another unit that a message shows."""
MAX_SPELLINGS = 400
"""Different spellings of regions that are judged."""
MAX_PLACES = 6
"""Places quoted for one spelling."""

_DIRECTIONS = frozenset(
    [
        "utara",
        "selatan",
        "timur",
        "barat",
        "tengah",
        "hilir",
        "hulu",
        "kulon",
        "wetan",
        "kidul",
        "lor",
        "atas",
        "bawah",
        "baru",
        "lama",
        "kota",
        "raya",
        "jaya",
        "besar",
        "kecil",
        "ulu",
        "dalam",
        "luar",
        "tenggara",
        "barat",
        "laut",
        "pusat",
        "i",
        "ii",
        "iii",
        "iv",
        "v",
    ]
)
_PLACE_UNITS = ("kecamatan", "kelurahan", "nagari")
_LOCAL = ("kabupaten", "kota")
_REGION_KINDS = ("kabupaten", "kota", "provinsi")


class AddFact(Protocol):
    """How a fact is handed over."""

    def __call__(
        self, kind: str, fields: dict[str, Scalar], words: dict[str, str], evidence: Iterable[Evidence]
    ) -> None:
        """Add one fact."""


def office_facts(add: AddFact, sop: Sop) -> None:
    """One fact for the unit, and one for each way in which a unit of its kind is written."""
    kind, own = _own_unit(sop)
    if not own or sop.unit is None:
        return
    add("office", {"kind": kind}, {"name": sop.unit.value}, sop.unit.evidence)
    own = _settled_own(own, [m for m in sop.mentions if m.kind == kind])
    regency = _own_region(sop)[1]
    apart = not (
        sop.identity and sop.identity.run_together
    )  # else words of other fields stand among those of the block
    shown = max(len(own), MAX_NAME_WORDS)
    spellings: dict[tuple[str, ...], list[Mention]] = {}
    for mention in sop.mentions:
        if mention.kind == kind:
            spellings.setdefault(_first(mention, len(own)), []).append(mention)
    for words, mentions in spellings.items():
        relation = _office_relation(words, own, regency, kind)
        if (
            relation == "other"
            and kind in _PLACE_UNITS
            and any((m.structural and apart) or m.own_meant for m in mentions)
        ):
            relation = "different"
        if relation != "other" or words:
            add(
                "office_mention",
                {"relation": relation, "count": len(mentions)},
                {
                    "name": _printed(mentions[0], shown if relation == "different" else len(own)),
                    "own": f"{kind.capitalize()} {_display(own)}",
                },
                [mention.place for mention in mentions[:MAX_PLACES]],
            )


def _own_unit(sop: Sop) -> tuple[str, tuple[str, ...]]:
    """The kind of the unit and the words of its name: (`kecamatan`, (`moyo`, `hilir`))."""
    if sop.unit is None:
        return "", ()
    words = tuple(sop.unit.value.lower().replace(",", " ").split())
    if words[:2] == ("kantor", "camat"):
        return "kecamatan", words[2:]
    return words[0], words[1:]


def _settled_own(own: tuple[str, ...], mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The spelling that the document uses most among its near misses: the letterhead itself may be the wrong one."""
    count: Counter[tuple[str, ...]] = Counter({own: 1})
    for mention in mentions:
        words = _first(mention, len(own))
        if words == own or is_near(words, own):
            count[words] += 1
    best, often = count.most_common(1)[0]
    return best if often > count[own] + 1 else own


def _first(mention: Mention, length: int) -> tuple[str, ...]:
    return tuple(mention.name.lower().split()[: max(length, 1)])


def _office_relation(words: tuple[str, ...], own: tuple[str, ...], regency: tuple[str, ...], kind: str) -> str:
    if words == own or own[: len(words)] == words:
        return "own"
    if kind not in _PLACE_UNITS:
        return "near" if len(words) == len(own) and is_near(words, own) and len(own) > 1 else "other"
    if regency and words[: len(regency)] == regency and own != regency:
        return "regency"
    return "near" if is_near(words, own) else "other"


def is_near(words: tuple[str, ...], own: tuple[str, ...]) -> bool:
    """A near miss: one word a few letters off, the others the same."""
    if len(words) != len(own):
        return "".join(words) == "".join(own)
    wrong = [(a, b) for a, b in zip(words, own, strict=True) if a != b]
    if len(wrong) == 2:
        return all(min(len(a), len(b)) >= MIN_LETTERS and OSA.distance(a, b, score_cutoff=1) <= 1 for a, b in wrong)
    if len(wrong) != 1:
        return False
    a, b = wrong[0]
    if a in _DIRECTIONS or b in _DIRECTIONS or min(len(a), len(b)) < 4:
        return False
    edits = OSA.distance(a, b)
    if len(own) == 1:
        swapped = edits == 2 and len(a) == len(b) >= LONG_NAME
        return (edits <= 1 or swapped) and len(b) >= MIN_LETTERS and a[0] == b[0]
    return edits <= MAX_EDITS and OSA.normalized_similarity(a, b) >= MIN_SIMILARITY and (a[0] == b[0] or edits == 1)


def _printed(mention: Mention, length: int) -> str:
    head = mention.place.quote.split(mention.name.split()[0])[0].strip()
    return f"{head} {' '.join(mention.name.split()[: max(length, 1)])}"


def _display(words: tuple[str, ...]) -> str:
    return " ".join(word.capitalize() if word != "dan" else word for word in words)


def region_facts(add: AddFact, sop: Sop) -> None:
    """One fact for each way in which a regency, city or province is written."""
    kind, own = _own_region(sop)
    if not own or sop.government is None:
        return
    spellings: dict[tuple[str, tuple[str, ...]], list[Mention]] = {}
    for mention in sop.mentions:
        if mention.kind in _REGION_KINDS:
            spellings.setdefault((mention.kind, tuple(mention.name.lower().split())), []).append(mention)
    for (other, words), mentions in list(spellings.items())[:MAX_SPELLINGS]:
        relation, suggestion = _region_relation(other, words, kind, own, mentions)
        add(
            "region_mention",
            {"relation": relation, "count": len(mentions)},
            {"name": mentions[0].place.quote, "own": f"{kind.capitalize()} {_display(own)}", "suggestion": suggestion},
            [mention.place for mention in mentions[:MAX_PLACES]],
        )


def _own_region(sop: Sop) -> tuple[str, tuple[str, ...]]:
    if sop.government is None:
        return "", ()
    words = sop.government.value.lower().replace("kab.", "kabupaten").split()
    kind = {"propinsi": "provinsi", "kotamadya": "kota"}.get(words[0], words[0])
    return kind, tuple(words[1:])


def _region_relation(
    other: str, words: tuple[str, ...], kind: str, own: tuple[str, ...], mentions: Sequence[Mention]
) -> tuple[str, str]:
    name = " ".join(words)
    own_name = " ".join(own)
    if other == kind and (words[: len(own)] == own or own[: len(words)] == words):
        if not is_region(kind, own_name) and (official := near_region(kind, own_name)):
            return "misspelt", f"{kind.capitalize()} {official}"
        return "own", ""
    near = other == kind and not is_region(other, name) and is_near(words[: len(own)], own)
    if near:
        return "near", f"{kind.capitalize()} {_display(own)}"
    if kind in _LOCAL and other in _LOCAL and any(mention.cited for mention in mentions):
        return "cited", ""
    own_meant = other == kind and any(mention.structural or mention.own_meant for mention in mentions)
    if other != kind or is_region(other, name):
        return ("different", "") if own_meant else ("other", "")
    if own_meant and near_region(other, name) is None:
        return "different", ""
    official = near_region(other, name)
    return ("misspelt", f"{other.capitalize()} {official}") if official else ("unknown", "")
