"""Facts about the legal bases and their two lists."""

from __future__ import annotations

import re
from collections import Counter

from engine.derive.doubts import certainty, layout_doubts
from engine.derive.factlist import FactList
from engine.derive.wording import digest, enumerate_words, shorten, text_of
from extraction.citations import citation_key, is_local, short_name
from schemas.doubt import ReadingDoubt
from schemas.sop import Citation, Sop

_SOP_ITEM = re.compile(r"(?i)sops?\b")
"""An SOP stands in Keterkaitan; in the legal basis it shows that the heading between them was not read."""


def legal_facts(out: FactList, sop: Sop) -> None:
    """One fact for each citation, and one that compares the two lists where there are two."""
    doubts = layout_doubts(sop)
    region = _own_region(sop)
    position: Counter[str] = Counter()
    for index, citation in enumerate(sop.legal_basis):
        position[citation.list] += 1
        after = sop.legal_basis[index + 1] if index + 1 < len(sop.legal_basis) else None
        _citation(out, citation, position[citation.list], after, region, doubts)
    _legal_lists(out, sop)


def _own_region(sop: Sop) -> str | None:
    """A local regulation that prints no region is one of the document's own."""
    return sop.government.value if sop.government else None


def _missing_words(item: Citation) -> list[str]:
    """What a citation lacks, in Indonesian."""
    constitution = item.type is not None and item.type.value == "UUD"
    parts = ((item.type, "jenis peraturan"), (item.number, "nomor"), (item.year, "tahun"), (item.title, "judul"))
    words = [word for value, word in parts if value is None and not constitution]
    if item.blank and not {"nomor", "tahun"} & set(words):
        words.append("nomor atau tahun yang belum diisi")
    if is_local(item) and item.region is None:
        words.append("nama daerah")
    return words


def _citation(
    out: FactList,
    item: Citation,
    position: int,
    after: Citation | None,
    region: str | None,
    doubts: tuple[ReadingDoubt, ...],
) -> None:
    missing = _missing_words(item)
    nothing = item.type is None and item.number is None and item.year is None
    in_picture = certainty(item.text.evidence) is not None  # where cells are lost, words of others come among them
    identified = not item.blank and not {"jenis peraturan", "nomor", "tahun"} & set(missing)
    key = citation_key(item, own_region=region) if identified else "?" + digest(item.text.value)
    out.add(
        "citation",
        {
            "list": item.list,
            "position": position,
            "key": key,
            "identified": identified,
            "has_type": "jenis peraturan" not in missing,
            "has_number": "nomor" not in missing,
            "has_year": "tahun" not in missing,
            "has_title": "judul" not in missing,
            "local": is_local(item),
            "has_region": "nama daerah" not in missing,
            "blank": item.blank,
            "split": item.split or "no",
            "cut": item.cut,
            "stray": nothing and (bool(doubts) or in_picture or bool(_SOP_ITEM.match(item.text.value))),
        },
        {
            "no": text_of(item.no),
            "text": shorten(item.text.value),
            "name": short_name(item),
            "next": shorten(after.text.value) if after else "",
            "missing": enumerate_words(missing),
        },
        item.text.evidence + (after.text.evidence[:1] if after and item.split == "head" else ()),
        doubts=doubts,
    )


def _legal_lists(out: FactList, sop: Sop) -> None:
    lists = {name: [item for item in sop.legal_basis if item.list == name] for name in ("form", "narrative")}
    if not lists["form"] or not lists["narrative"]:
        return
    region = _own_region(sop)
    keys = {
        name: {citation_key(item, own_region=region): item for item in items if item.type and item.number and item.year}
        for name, items in lists.items()
    }
    only_form = [item for key, item in keys["form"].items() if key not in keys["narrative"]]
    only_narrative = [item for key, item in keys["narrative"].items() if key not in keys["form"]]
    comparable = all(
        (item.type and item.number and item.year) or item.blank or item.split
        for items in lists.values()
        for item in items
    )
    shown = only_narrative + only_form
    out.add(
        "legal_lists",
        {"only_form": len(only_form), "only_narrative": len(only_narrative), "comparable": comparable},
        {
            "only_form": enumerate_words([short_name(item) for item in only_form]),
            "only_narrative": enumerate_words([short_name(item) for item in only_narrative]),
        },
        [item.text.evidence[0] for item in (shown or sop.legal_basis[:1])],
    )
