"""
Who acts in the words of a step, and whether the table has a column for it.

Only offices are looked for (Camat, Kasubag, Kepala Kantor ...): a closed list, since a wrong finding about a person's
office costs more than a missed one. Offices outside the unit (Bupati, Sekretaris Daerah, the head of another kind of
office) are recipients, not actors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from engine.derive.acts import verb_follows
from extraction.joined import MAX_QUOTE_CHARS
from schemas.evidence import Evidence, Value
from schemas.sop import Sop, Step

_ROLES: tuple[tuple[str, str], ...] = (
    ("kepala kantor", r"kepala\s+kantor|ka\.?\s?kantor"),
    ("sekretaris daerah", r"sekretaris\s+daerah|sekda(?:prov|kab)?"),
    ("kepala desa", r"kepala\s+desa|kades|wali\s?nagari|perbekel|keuchik|geuchik"),
    ("kasubbag", r"kepala\s+sub\s?\.?-?\s?bag(?:ian)?|ka\.?\s?sub\.?\s?bag(?:ian)?|kasub?bag|kasubag"),
    ("kasubbid", r"kepala\s+sub\s?\.?-?\s?bidang|ka\.?\s?sub\.?\s?bid(?:ang)?|kasub?bid"),
    ("kepala seksi", r"kepala\s+seksi|kasie?\b|ka\.\s?sie?"),
    ("kepala bidang", r"kepala\s+bidang|kabid|ka\.?\s?bid(?:ang)?"),
    ("kepala bagian", r"kepala\s+bagian|kabag|ka\.?\s?bag(?:ian)?"),
    ("kepala dinas", r"kepala\s+dinas|kadis|ka\.?\s?dinas"),
    ("kepala badan", r"kepala\s+badan|kaban\b|ka\.?\s?badan"),
    ("kepala satuan", r"kepala\s+satuan|kasat(?:pol)?\b"),
    ("kepala upt", r"kepala\s+(?:uptd?|puskesmas)|ka\.?\s?(?:uptd?|puskesmas)"),
    ("sekretaris camat", r"sekretaris\s+(?:kecamatan|camat)|sekcam|secam"),
    ("sekretaris lurah", r"sekretaris\s+(?:kelurahan|lurah)|seklur"),
    ("inspektur pembantu", r"inspektur\s+pembantu|irban|irbn"),
    ("wakil bupati", r"wakil\s+(?:bupati|wali\s?kota|gubernur)"),
    ("bupati", r"bupati|wali\s?kota|gubernur"),
    ("inspektur", r"inspektur"),
    ("camat", r"camat"),
    ("lurah", r"lurah"),
    ("sekretaris", r"sekretaris|sekdin|sekban"),
    ("bendahara", r"bendahara"),
    ("direktur", r"direktur"),
)
_ROLE = re.compile(
    "(?<![a-z])(?=[bcdgikpluws])(?:" + "|".join(f"(?P<r{i}>{rx})" for i, (_, rx) in enumerate(_ROLES)) + ")(?![a-z])"
)
_NAMES = {f"r{index}": name for index, (name, _) in enumerate(_ROLES)}
_OUTSIDE = frozenset({"sekretaris daerah", "wakil bupati", "bupati", "kepala desa"})
HEADS: dict[str, frozenset[str]] = {
    # which heads belong to a unit of this kind; the heads of other kinds are outside it
    "kecamatan": frozenset({"camat", "sekretaris camat"}),
    "kelurahan": frozenset({"lurah", "sekretaris lurah"}),
    "dinas": frozenset({"kepala dinas"}),
    "badan": frozenset({"kepala badan"}),
    "inspektorat": frozenset({"inspektur", "inspektur pembantu"}),
    "satuan": frozenset({"kepala satuan"}),
}
"""The offices that head a unit of each kind."""
_ALL_HEADS = frozenset().union(*HEADS.values()) - {"kepala kantor"}
_DOCUMENT_OF = re.compile(
    r"(?:\b(?:sk|surat|keputusan|peraturan|nota(?: dinas)?|disposisi|arahan|perintah|instruksi|tanda\s?tangan|ttd|"
    r"paraf|ruang(?:an)?|kantor|meja|persetujuan|rekomendasi|stempel|cap|a\.?n\.?|atas nama|wilayah|tugas)\s+)$"
)
_ELSEWHERE = re.compile(
    r"\s+(?:[a-z.&/-]+\s+){0,4}?(?:setda|sekretariat\s+daerah|desa|pada\s+(?:dinas|badan)|pertanahan|urusan\s+agama|"
    r"pajak|kementerian|pos|imigrasi|bpn|kemenag|kua|bp?kad|bappeda|bapenda|bkpsdm|bkn|dpmd)\b"
)
"""What after an office says that it is one of another unit."""
_OTHER_UNIT = re.compile(r"\s+(?:[a-z.&/-]+\s+){0,4}?(?:dinas|badan)\s+[a-z]")
_PLACE_UNIT = re.compile(r"\s+(?:[a-z.&/-]+\s+){0,3}?(?:kecamatan|kelurahan|desa|puskesmas)\b")
_WORK_UNITS = ("dinas", "badan")
_WITHOUT_DIVISIONS = ("kecamatan", "kelurahan")
_DIVISION_HEADS = ("kepala bagian", "kepala bidang")
"""A kecamatan has seksi and subbagian only (PP 18/2016): one who receives from it heads a division elsewhere."""
_RECIPIENT = re.compile(r"\b(?:kepada|ke|dari|melalui|dengan|tembusan)\s+$")
_BY = re.compile(r"\boleh\s+(?:para\s+)?$")
_ENUMERATOR = " \t0123456789.)(-–*•"
_COLUMN_UNITS: tuple[tuple[str, str], ...] = (
    ("kasubbag", r"sub\s?\.?-?\s?bag(?:ian)?"),
    ("kasubbid", r"sub\s?\.?-?\s?bid(?:ang)?"),
    ("kepala seksi", r"seksi"),
    ("kepala bidang", r"bidang"),
    ("kepala bagian", r"bagian"),
    ("sekretaris", r"sekretariat"),
)
"""A column may bear the name of a unit: it stands for its head."""
_BARE_HEAD = re.compile(r"^(?:kepala|pimpinan|ka\.?)$")
_SAME = {"kepala seksi": {"kasubbag"}, "sekretaris": {"sekretaris camat", "sekretaris lurah"}}
MAX_STEPS_NAMED = 12


@dataclass(slots=True)
class ActorMention:
    """An office that the words of steps name."""

    name: str
    in_columns: bool
    acts: bool = False
    """It is the subject of a step, or a step is done by it (`oleh`); else it receives, hands over or is only named."""
    leads: set[int] = field(default_factory=set)
    """Places of the steps that begin with it."""
    steps: list[str] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)


def actor_mentions(sop: Sop) -> list[ActorMention]:
    """The offices of this unit that act in the text of steps, one entry an office, in order of appearance."""
    if not sop.actors:
        return []
    columns = [column.value.lower() for column in sop.actors]
    unit = unit_kind(sop)
    known = {role for column in columns for role in column_roles(column)}
    found: dict[str, ActorMention] = {}
    for position, step in enumerate(sop.steps, 1):
        for role, words, around, evidence in _named(step):
            if _is_outside(role, around, unit):
                continue
            mention = found.setdefault(role, ActorMention(words, _is_column(role, words, known, columns)))
            mention.acts |= _acts(*around)
            if not around[0].strip(_ENUMERATOR):
                mention.leads.add(position)
            number = step.no.value if step.no else str(position)
            if number not in mention.steps and len(mention.steps) < MAX_STEPS_NAMED:
                mention.steps.append(number)
                mention.evidence.append(evidence)
    return list(found.values())


def roles_of(low: str) -> Iterator[tuple[str, int, int]]:
    """The offices that a lower-case text names, with their places in it."""
    for match in _ROLE.finditer(low):
        yield _NAMES[match.lastgroup or ""], match.start(), match.end()


def column_roles(column: str) -> Iterator[str]:
    """The offices that a column stands for: those it names, or the heads of the units it names."""
    found = [role for role, _, _ in roles_of(column)]
    if not found:
        found = [role for role, pattern in _COLUMN_UNITS if re.search(rf"(?<![a-z])(?:{pattern})(?![a-z])", column)][:1]
    if _BARE_HEAD.match(column.strip()):
        found += ["kepala dinas", "kepala badan", "kepala kantor", "kepala satuan", "kepala upt"]
    yield from found


def _acts(before: str, after: str) -> bool:
    """Whether the office is the subject, or the act is done by it."""
    return not before.strip(_ENUMERATOR) or bool(_BY.search(before)) or verb_follows(after)


def _named(step: Step) -> Iterator[tuple[str, str, tuple[str, str], Evidence]]:
    """The offices in the text of a step: role, words, the words before and after them, and the place."""
    if step.text is None:
        return
    low = step.text.value.lower()
    for role, start, end in roles_of(low):
        if not _DOCUMENT_OF.search(low[max(0, start - 24) : start]):
            words = step.text.value[start:end]
            around = low[max(0, start - 24) : start], low[end : end + 60]
            yield role, words, around, _place(step.text, words)


def _place(text: Value[str], words: str) -> Evidence:
    """The line of the step in which the words stand."""
    for evidence in text.evidence:
        if words in evidence.quote:
            return evidence
    first = text.evidence[0]
    return first.model_copy(update={"quote": first.quote[:MAX_QUOTE_CHARS]})


def unit_kind(sop: Sop) -> str | None:
    """What kind of office made the SOP: kecamatan, dinas ...; None when it is not known or of no such kind."""
    if sop.unit is None:
        return None
    low = sop.unit.value.lower()
    if "camat" in low:
        return "kecamatan"
    return next((kind for kind in HEADS if kind in low), None)


def _is_outside(role: str, around: tuple[str, str], unit: str | None) -> bool:
    """Whether an office belongs to another unit: by its kind, or by the words around it."""
    before, after = around
    if unit in _WITHOUT_DIVISIONS and role in _DIVISION_HEADS and _RECIPIENT.search(before):
        return True
    if role in _OUTSIDE or _ELSEWHERE.match(after) or (role == "direktur" and unit is not None):
        return True
    if unit in _WORK_UNITS and _PLACE_UNIT.match(after):
        return True
    if unit not in _WORK_UNITS and (_OTHER_UNIT.match(after) or (role == "kepala upt" and unit is not None)):
        return True
    return role in _ALL_HEADS and (unit is None or role not in HEADS[unit])


def _is_column(role: str, words: str, known: set[str], columns: Sequence[str]) -> bool:
    if role in known or known & _SAME.get(role, set()) & {"sekretaris camat", "sekretaris lurah"}:
        return True
    if role in ("sekretaris camat", "sekretaris lurah") and "sekretaris" in known:
        return True
    low = words.lower()
    return any(low in column or _near(low, column) for column in columns)


def _near(words: str, column: str) -> bool:
    return any(
        len(token) >= 5 and OSA.distance(words, token, score_cutoff=1) <= 1 for token in re.split(r"[\s/,&]+", column)
    )
