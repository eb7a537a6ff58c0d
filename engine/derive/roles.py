"""Facts about the names of posts inside the unit: one post under two names, a column that the guide does not know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby

from engine.derive.actors import column_roles, roles_of
from engine.derive.factlist import FactList
from schemas.evidence import Evidence, Value
from schemas.report import Confidence
from schemas.sop import Section, Sop

MAX_ROLES = 60
"""Different names of offices that are compared with each other."""
MIN_STEM = 4
MIN_LISTED = 3
"""So many lines `who : office` are a list of who is in charge."""

_HEAD = (
    r"kepala\s+sub\s?-?bag(?:ian)?|ka\.?\s?sub\.?\s?bag(?:ian)?|kasub?bag(?:ian)?|"
    r"kepala\s+seksi|kasie?|kepala\s+bidang|kabid|kepala\s+sub\s?bidang|kasub?bid"
)
_ROLE = re.compile(
    rf"(?<![A-Za-z])(?P<head>(?i:{_HEAD}))\.?\s+"
    r"(?P<name>[A-Z][A-Za-z]+(?:(?:\s?,\s?|\s+(?:dan|&|DAN)\s+|\s+)[A-Z][A-Za-z]+){1,5})(?![A-Za-z])"
)
_END_WORDS = frozenset(
    "kasi kasie kepala kasubag kasubbag kabid camat lurah sekretaris sekcam staf "
    "kecamatan kelurahan kabupaten nip sop".split()
)
_WORD = re.compile(r"[a-z]+")
_PREFIXES = ("", "pe", "per", "pem", "pen", "peng", "pel", "ke")
_SUFFIXES = ("", "an")

_LIST_TITLE = re.compile(r"organisasi|penanggung|mekanisme|susunan\s+tim|pembagian\s+tugas")
_LIST_LINE = re.compile(r"^[^:]{4,60}:\s*\S")
_FUNCTIONAL = re.compile(r"^(?:jf(?:u|t|p)?|jabfung|pejabat\s+fungsional|jabatan\s+fungsional|fungsional)$")
_JUDGED = frozenset(
    [
        "camat",
        "lurah",
        "sekretaris",
        "sekretaris camat",
        "sekretaris lurah",
        "kasubbag",
        "kasubbid",
        "kepala seksi",
        "kepala bidang",
        "kepala bagian",
    ]
)
_SECRETARIES = frozenset({"sekretaris", "sekretaris camat", "sekretaris lurah"})


@dataclass(frozen=True, slots=True)
class Office:
    """An office with its name, at the first place where it stands."""

    kind: str
    words: tuple[str, ...]
    printed: str
    section: str
    place: Evidence


def role_facts(out: FactList, sop: Sop) -> None:
    """One fact for each two names of one office, and one for each column that the organisation list lacks."""
    _pairs(out, sop)
    _columns(out, sop)


def _pairs(out: FactList, sop: Sop) -> None:
    offices: dict[tuple[str, tuple[str, ...]], Office] = {}
    for section, value in _texts(sop):
        for office in _offices(section, value):
            offices.setdefault((office.kind, office.words), office)
    for a, b in combinations(list(offices.values())[:MAX_ROLES], 2):
        if a.kind == b.kind and _one_office(a.words, b.words):
            out.add(
                "role_name",
                {"issue": "two-names"},
                {"a": a.printed, "b": b.printed},
                (a.place, b.place),
                Confidence.HIGH if a.section == b.section else Confidence.MEDIUM,
            )


def _texts(sop: Sop) -> Iterator[tuple[str, Value[str]]]:
    for section in sop.sections:
        if section.text is not None:
            yield section.title.value, section.text
    for values in (sop.qualifications, sop.records, sop.actors):
        yield from (("", value) for value in values)
    for step in sop.steps:
        if step.text is not None:
            yield "", step.text
    officials = [*sop.signatures, *([sop.identity.approver] if sop.identity and sop.identity.approver else [])]
    yield from (("", official.position) for official in officials if official.position is not None)


def _offices(section: str, value: Value[str]) -> Iterator[Office]:
    """The offices with names, line by line: a name that a line break cuts is short, not another."""
    if not any(word in value.value.lower() for word in ("kas", "kepala", "kabid", "ka.")):
        return
    for place in value.evidence:
        for match in _ROLE.finditer(place.quote):
            words = _name_words(match["name"])
            if len(words) >= 2:
                printed = " ".join(match[0].split())
                yield Office(_kind(match["head"].lower()), words, printed, section, place)


def _kind(head: str) -> str:
    bare = head.replace(" ", "").replace(".", "").replace("-", "")
    if "sub" in bare:
        return "kasubbid" if "bid" in bare else "kasubbag"
    return "kabid" if "bid" in bare else "kasi"


def _name_words(name: str) -> tuple[str, ...]:
    words: list[str] = []
    for word in _WORD.findall(name.lower()):
        if word in _END_WORDS:
            break
        if word != "dan":
            words.append(word)
    return tuple(words)


def _one_office(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """All words the same but one, and that one of the same stem: `Pelaporan` and `Laporan`."""
    if len(a) != len(b):
        return False
    apart = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return len(apart) == 1 and bool(_stems(apart[0][0]) & _stems(apart[0][1]))


def _stems(word: str) -> set[str]:
    """What is left of a word without the usual prefixes and suffixes."""
    found = set()
    for prefix in _PREFIXES:
        for suffix in _SUFFIXES:
            if word.startswith(prefix) and word.endswith(suffix):
                stem = word[len(prefix) : len(word) - len(suffix)]
                if len(stem) >= MIN_STEM:
                    found.add(stem)
    return found


def _columns(out: FactList, sop: Sop) -> None:
    listed = next((section for section in sop.sections if _is_list(section)), None)
    if listed is None or listed.text is None:
        return
    low = listed.text.value.lower().replace("sekertaris", "sekretaris")
    roles = {role for role, _, _ in roles_of(low)}
    explained = _explained(sop)
    for column in sop.actors:
        if (unlisted := _unlisted(column.value.lower(), roles, explained=explained)) is not None:
            out.add(
                "role_name",
                {"issue": unlisted},
                {"a": column.value, "b": listed.title.value},
                (*column.evidence, *listed.title.evidence),
            )


def _is_list(section: Section) -> bool:
    if section.text is None or not _LIST_TITLE.search(section.title.value.lower()):
        return False
    return sum(bool(_LIST_LINE.match(line)) for line in _printed(section.text.evidence)) >= MIN_LISTED


def _printed(places: Sequence[Evidence]) -> Iterator[str]:
    """Yield the printed lines: a tab parts `who` from `: office` into two pieces of one line."""
    for _, parts in groupby(enumerate(places), key=lambda part: (part[1].page, part[1].line or -part[0])):
        yield " ".join(place.quote for _, place in parts)


def _explained(sop: Sop) -> bool:
    """Whether the text outside the table says what JF is."""
    values: list[Value[str]] = [section.text for section in sop.sections if section.text is not None]
    values += [*sop.qualifications, *sop.records, *sop.warnings, *sop.equipment]
    return any("fungsional" in value.value.lower() for value in values)


def _unlisted(column: str, roles: set[str], *, explained: bool) -> str | None:
    parts = [" ".join(part.split()) for part in re.split(r"[/,&]", column) if part.strip()]
    if any(_FUNCTIONAL.match(part) for part in parts):
        return None if explained or len(parts) > 1 else "abbreviation"
    own = set(_all_roles(parts))
    if not own or not own <= _JUDGED or own & roles:
        return None
    return None if own & _SECRETARIES and roles & _SECRETARIES else "unlisted"


def _all_roles(parts: Sequence[str]) -> Iterable[str]:
    for part in parts:
        yield from column_roles(part)
