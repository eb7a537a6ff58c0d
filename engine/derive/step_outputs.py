"""Facts about the outputs of the steps together: too general, repeated, or not the result of the step."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from engine.derive.acts import act_of
from engine.derive.factlist import FactList
from engine.derive.wording import key_of, shorten, step_numbers, words_of
from schemas.evidence import Evidence
from schemas.sop import Sop, Step

MAX_CHARS = 300
MAX_PLACES = 12
"""Places that a finding shows."""

_GENERIC = frozenset(
    "dokumen berkas surat laporan data hasil naskah informasi bahan file catatan formulir output kegiatan".split()
)
"""Alone they do not say which document; `kegiatan` is none at all."""
_DONE = frozenset("terlaksana terlaksananya selesai terselesaikan terselesaikannya tercapainya kegiatan hasil".split())
"""They say that something was done, not what came of it."""
_FILLERS = frozenset("satu dua tiga 1 2 3 buah lembar rangkap eksemplar eks set bundel bendel".split())
_RETURNS = frozenset({"tanda terima", "arsip", "disposisi", "salinan", "paraf", "persetujuan", "notulen", "undangan"})
"""Outputs that several steps of one procedure may have: each is another piece."""
_UNCHANGED = re.compile(
    r"^(?:menerima|menyerahkan|meneruskan|menyampaikan|mengirim(?:kan)?|mengajukan|mengarsip(?:kan)?|menyimpan|"
    r"mendistribusikan|penerimaan|penyerahan|penerusan|penyampaian|pengiriman|pengarsipan|pendistribusian|pengajuan)\b"
)
"""A thing that is handed on or filed stays what it is."""
_DRAFT = re.compile(r"^\W{0,4}(?:konsep|dra[fh]t?|rancangan)\b")
_FINISHED = re.compile(r"\b(?:telah|sudah)\s{1,3}(?:selesai|final|disahkan|ditetapkan|ditandatangani)\b")


_key = lru_cache(maxsize=1024)(key_of)
"""One table says the same things over and over."""


class Row(NamedTuple):
    """A step with its output, and the words of both to compare by."""

    place: int
    step: Step
    output: str
    requirements: str
    act: str


def output_facts(out: FactList, sop: Sop) -> None:
    """One fact for each way in which outputs of this table are wanting."""
    rows = [
        _row(place, step) for place, step in enumerate(sop.steps, 1) if step.output and "output" not in step.unreadable
    ]
    _generic(out, rows)
    specific = [row for row in rows if row.output and not _is_generic(row.output)]
    _equal(out, specific if 2 * (len(rows) - len(specific)) > len(rows) else rows, len(rows))
    _group(out, "repeats-act", [row for row in specific if _repeats_act(row)], len(rows))
    _group(out, "repeats-output", _repeating(specific), len(rows))
    _group(out, "goes-back", [row for row in specific if _goes_back(row.step)], len(rows))


def _row(place: int, step: Step) -> Row:
    output, requirements, act = (
        _key(value.value[:MAX_CHARS]) if value else "" for value in (step.output, step.requirements, step.text)
    )
    return Row(place, step, output, requirements, act)


def _group(out: FactList, sort: str, rows: Sequence[Row], outputs: int, named: Sequence[Row] = ()) -> None:
    """The fact about several steps with one fault."""
    if not rows:
        return
    shown = named or rows
    first = rows[0].step
    out.add(
        "output_group",
        {"sort": sort, "steps": len(rows), "outputs": outputs, "share": 100 * len(rows) // max(outputs, 1)},
        {
            "numbers": step_numbers([(row.place, row.step) for row in shown]),
            "first": step_numbers([(rows[0].place, first)]),
            "output": shorten(first.output.value) if first.output else "",
            "act": shorten(first.text.value) if first.text else "",
            "requirements": shorten(first.requirements.value) if first.requirements else "",
        },
        _places(shown),
    )


def _places(rows: Sequence[Row]) -> list[Evidence]:
    return [place for row in rows[:MAX_PLACES] if row.step.output for place in row.step.output.evidence[:1]]


def _generic(out: FactList, rows: Sequence[Row]) -> None:
    """The steps whose output is one and the same general word."""
    words = Counter(word for row in rows if (word := _is_generic(row.output)))
    if words:
        commonest = words.most_common(1)[0][0]
        _group(out, "generic", [row for row in rows if _is_generic(row.output) == commonest], len(rows))


def _is_generic(key: str) -> str:
    """The general word that is all this output says, its number and packing aside; else nothing."""
    words = [word for word in key.split() if word not in _FILLERS]
    if words and len(words) < 3 and _DONE.issuperset(words):
        return " ".join(words)
    return words[0] if len(words) == 1 and words[0] in _GENERIC else ""


def _equal(out: FactList, rows: Sequence[Row], outputs: int) -> None:
    """Steps that should change something and whose output is what they began with."""
    equal = [row for row in rows if row.output and row.output == row.requirements]
    changing = [row for row in equal if not _UNCHANGED.match(_low(row)) and act_of(_low(row)) != "pass"]
    _group(out, "equals-input", changing, outputs, equal)


def _low(row: Row) -> str:
    return row.step.text.value[:MAX_CHARS].lower() if row.step.text else ""


def _repeats_act(row: Row) -> bool:
    """The output is the act once more, or begins it, word for word."""
    words, act = row.output.split(), row.act.split()
    return len(words) > 1 and words == act[: len(words)] and (words == act or words[0].startswith("me"))


def _repeating(rows: Sequence[Row]) -> list[Row]:
    """Steps with another act whose output is word for word that of a step above."""
    first: dict[str, str] = {}
    found = []
    for row in rows:
        if row.output in _RETURNS or row.output.split()[:2] == ["tanda", "terima"]:
            continue
        if first.setdefault(row.output, row.act) != row.act:
            found.append(row)
    return found


def _goes_back(step: Step) -> bool:
    """What was finished at the beginning of the step is a draft at its end."""
    output = step.output.value[:MAX_CHARS].lower() if step.output else ""
    wanted = step.requirements.value[:MAX_CHARS].lower() if step.requirements else ""
    if not (_DRAFT.match(output) and _FINISHED.search(wanted)) or _DRAFT.match(wanted):
        return False
    return bool(set(words_of(output)[1:]) & set(words_of(wanted)))
