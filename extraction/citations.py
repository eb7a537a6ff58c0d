"""
Legal bases: an item of the section Dasar Hukum, parsed to kind, issuer, number, year and title.

Regulations that stand inside a title or an amendment clause are never citations of their own: they are part of the
title, or `amended_by`. What is not printed stays null; a place that was left open (``Nomor … Tahun 20``) is `blank`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from extraction.joined import Joined, join_lines, join_words
from extraction.regulation_kinds import KIND, Kind, mentioned_kind, understand_kind
from schemas.blocks import Piece
from schemas.evidence import Value
from schemas.sop import Amendment, Citation

MAX_ITEM_CHARS = 5000
"""An item longer than this is cut for parsing: no citation is."""
MAX_RUN_CHARS = 20_000
"""A run of citations longer than this is cut for parsing."""
MAX_PREFIX_CHARS = 40
"""What may stand before the kind of regulation: quotes, bullets, ``Mengingat``."""
MAX_HEAD_CHARS = 260
"""Kind, issuer and the words up to the number are not longer."""
MIN_YEAR = 1945
MAX_YEAR = 2100

_NUMBER_WORD = (
    r"(?:(?<![A-Za-z])|(?=Nom[oe]r\s?[0-9]))"
    r"(?:No\s?mo\s?r|Nom[oe]\s?r|Nomo\s?r|Nom\s?or|Nomo|Nmr|No(?![A-Za-z]))\s?[.:]*"
)
_YEAR_WORD = r"(?:Tahun|Tahu\s?n|Tah\s?un|Ta\s?hun|T[ash]hun|Tahum|Thn|Th)(?![A-Za-z])\s?[.:]?"
_DIGITS = (
    r"(?:(?:[A-Za-z]{1,8}[./\-]){0,3}[0-9]{1,6}(?:\s?[./\-–]\s?(?=[0-9A-Za-z]*[./\-0-9])[0-9A-Za-z]{1,15}){0,8}"
    r"(?:[A-Za-z](?![A-Za-z]))?)"
)
_NUMBER = re.compile(
    rf"{_NUMBER_WORD}\s{{0,4}}(?P<number>{_DIGITS}|[lIO]{{1,3}}(?=\s+Tahun))?(?P<open>[\s.…_:\-]{{0,60}})"
    rf"(?:[,/]?\s*{_YEAR_WORD}\s{{0,4}}(?P<year>[12][0-9OolI]{{3}}(?![0-9])|[0-9]{{1,6}})?(?P<yopen>[.…_]{{1,60}})?)?",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(
    rf"(?<![0-9A-Za-z./\-])(?P<number>[0-9]{{1,4}}[A-Za-z]?)\s{{0,3}}"
    rf"(?:/\s?|{_YEAR_WORD}\s{{0,3}})(?P<year>[12][0-9]{{3}})(?![0-9])",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(
    rf"{_YEAR_WORD}\s{{0,3}}(?P<year>[12][0-9]{{3}})\s{{0,3}},?\s{{0,3}}{_NUMBER_WORD}\s{{0,3}}(?P<number>{_DIGITS})",
    re.IGNORECASE,
)
_ONLY_YEAR = re.compile(rf"{_YEAR_WORD}\s{{0,4}}(?P<year>[12][0-9]{{3}})(?![0-9])", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?<![A-Za-z])(?:ten\s?tang|tentng|tetang|tentan|tenang|ttg|perihal)(?![A-Za-z])[ :]*", re.IGNORECASE
)
_ABOUT_AGAIN = re.compile(r"\s*(?:[12][0-9]{3}\s*)?(?:tentang|ttg)(?![A-Za-z])[ :]*", re.IGNORECASE)
_AMENDED = re.compile(
    r"[,(\s]{0,3}(?:(?:sebagaimana|yang|dan)\s+)?(?:yang\s+)?telah\s+(?:beberapa\s+kali\s+)?di\s?(?:r?ubah|ganti)"
    r"|[,(\s]{0,3}sebagaimana\s+(?:yang\s+)?(?:telah\s+)?(?:di\s?(?:r?ubah|ganti|tetapkan|cabut)|beberapa\s+kali)"
    r"|[,(\s]{1,3}(?:dan\s+)?terakhir\s+(?:kali\s+)?(?:di\s?r?ubah\s+)?dengan\b|[,(]\s?di\s?r?ubah\s+(?:\w+\s+)?dengan\b"
    r"|\s(?:jo|juncto|yo)\b\.?\s|[,(\s]{0,3}(?:(?:beserta|dan|serta)\s+perubahannya|beserta\s+perubahan)\b",
    re.IGNORECASE,
)
_GAZETTE = re.compile(
    r"[\s.,;]{0,6}[(\[]?\s?(?:tambahan\s+)?(?:(?:lembaran|berita)\s?(?:-\s?)?(?:negara|daerah)"
    r"|(?<![A-Za-z])(?:T?LN|TLD|T?BN|LD|BD)(?:RI)?\s+(?:tahun|no|ri|[0-9]))",
    re.IGNORECASE,
)
_GAZETTE_REGION = re.compile(
    r"(?:Lembaran|Berita)\s+Daerah\s+(?P<region>(?:Kabupaten|Kab\.?|Kota|Provinsi|Prov\.?|Daerah)\s+[^\d,;()]{2,60}?)\s*"
    r"(?=,|\(|\)|;|Nomor|No\b|Tah?[a-z]{2,3}\b|Th\b|tshun|[0-9]|$)",
    re.IGNORECASE,
)
_TITLE_REGION = re.compile(
    r"\b(?P<region>(?:Kabupaten|KABUPATEN|Kab\.|Kota|KOTA|Provinsi|PROVINSI|Prov\.)\s+[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,3})"
    r"(?=[\s.;,]*(?:$|Tahun\b|Nomor\b|\())"
)
_REGION_HEAD = re.compile(r"^(?:pemerintah\s+)?(?:daerah\s+)?(?=(?:kabupaten|kab|kota|provinsi|prov)\b)", re.IGNORECASE)
_STATE = re.compile(r"\b(?:Republik\s+Indonesia|R\.?\s?I)\b\.?", re.IGNORECASE)
_PREFIX = re.compile(
    r"[\s\"'“”‘’•·*>:;,.()\-–—]{0,10}(?:(?:berdasarkan|mengingat|dasar\s+hukum|memperhatikan|sesuai(?:\s+dengan)?|"
    r"dan)\b[\s:]{0,5})?(?:pasal\s+\d{1,3}[a-z]?(?:\s+ayat\s+\(?\d{1,2}\)?)?(?:\s+huruf\s+[a-z])?\b\)?[\s,]{1,4})?",
    re.IGNORECASE,
)
_CONTINUES = re.compile(
    r"(?:republik\s+indonesia|r\.?i\.?\b|nomor\b|nom[eo]r\b|no\b\.?|tahun\b|tentang\b|dan\s+reformasi|[0-9]{1,4}\s+tahun\b|"
    r"negara\b|reformasi\s+birokrasi)",
    re.IGNORECASE,
)
_ENDS_OPEN = re.compile(r"\b(?:dan|atau|serta|di|pada|dengan|atas|untuk|dalam|tentang)\s*$")
_AMENDMENT_REST = re.compile(
    r"(?:sebagaimana|yang\s+telah|telah|beberapa\s+kali|(?:dan\s+)?terakhir|dengan|diubah)\s+(?:[a-z]+\s+){0,5}?"
    r"(?:dengan|diubah|undang|peraturan|terakhir)\b",
    re.IGNORECASE,
)
_ENDS_ON_KIND = re.compile(
    r"(?:atas|pelaksanaan)\s+(?:undang\s?-?\s?undang|peraturan\s+[a-z]+(?:\s[a-z]+)?)\s*$", re.IGNORECASE
)
MAX_REST_CHARS = 200
_ONLY_TITLE = re.compile(r"tentang\b", re.IGNORECASE)
_FROM_YEAR = re.compile(r"(?:tahun|th\.?)\s{0,3}[12][0-9]{3}\b", re.IGNORECASE)
_CLAUSE_BEFORE = re.compile(
    r"(?:\b(?:atas|dengan|dari|pelaksana(?:an)?|perubahan|lampiran|pasal|ayat|menurut|berdasarkan|ketentuan|terhadap|pencabutan|"
    r"pengganti|penetapan|mengenai|jo|juncto|yo|dalam|pada|oleh|kedua|ketiga|keempat|kelima|terakhir|undang|amanat|penjelasan|"
    r"sesuai|bahwa|implementasi|penerapan|sosialisasi|turunan|penyempurnaan|tentang|dan|serta|atau)\b[\s.,:]*|[(/]\s*)$",
    re.IGNORECASE,
)
_LEADING = " \t\n\u00a0:;,.'“”-–" + '"'
_TRAILING = " \t\n\u00a0;.,:“”-–" + '"'
_QUICK = re.compile(
    r"undang|\buu|peraturan|perp|\bpp\b|\bper(?:men|da|bup|wali|wako|gub|ka|ban|des|wal)|keputusan|kep(?:men|pres|bup|gub|wal)|"
    r"\bk?inpres|instruksi|edaran|qanun|\bse\b|\bsk\b|\bpmk|\bno",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Reference:
    """Number and year of a regulation with their places."""

    number: str | None = None
    year: int | None = None
    number_at: tuple[int, int] | None = None
    year_at: tuple[int, int] | None = None
    start: int = -1
    end: int = -1
    blank: bool = False


def parse_citation(pieces: Sequence[Piece], *, list_: Literal["form", "narrative"], cut: bool = False) -> Citation:
    """
    Parse one item of a list of legal bases.

    Args:
        pieces: The lines of the item; the first carries the marker.
        list_: The list it stands in.
        cut: Whether the file ends inside this item.
    """
    joined = join_words(pieces, MAX_ITEM_CHARS)
    found = _understand(joined.text)
    kind, reference = found.kind, found.reference
    return Citation(
        list=list_,
        no=_marker(pieces),
        cut=cut,
        text=_whole(joined),
        blank=reference.blank,
        type=joined.value(*found.kind_at, kind.short) if kind else None,
        issuer=_issuer(joined, kind),
        region=_region(joined, kind, found.title_at),
        number=_number(joined, reference),
        year=_year(joined, reference),
        title=joined.value(*found.title_at) if found.title_at else None,
        amended_by=found.amendments,
    )


@dataclass(frozen=True, slots=True)
class _Understood:
    """What the words of a citation say, as offsets into them."""

    kind: Kind | None
    kind_at: tuple[int, int]
    reference: _Reference
    title_at: tuple[int, int] | None
    amendments: tuple[Amendment, ...]


@lru_cache(maxsize=512)
def _understand(text: str) -> _Understood:
    """Understand a citation; the offices of a regency cite the same few hundred regulations again and again."""
    prefix = _PREFIX.match(text)
    begin = prefix.end() if prefix else 0
    amended = _amendment_clause(text)
    body_end = amended if amended is not None else len(text)
    kind_match = KIND.match(text, begin)
    kind_end = kind_match.end() if kind_match else begin
    about = _title_start(text, kind_end, body_end)
    head_end = min(about[0] if about else body_end, begin + MAX_HEAD_CHARS)
    reference = _reference(text, kind_end, head_end)
    issuer_end = reference.start if reference.start >= 0 else head_end
    kind = understand_kind(text, kind_match, issuer_end, reference.number, reference.year) if kind_match else None
    if kind is not None:
        _settle_reference(kind, reference, text, kind_match)
    title = _title_span(text, about[1] if about else reference.end, body_end, explicit=about is not None)
    if title is None and amended is not None:
        title = _title_after_clause(text, amended)
    amendments = _amendments(text[amended:], reference, kind) if amended is not None else ()
    return _Understood(kind, (begin, kind_end), reference, title, amendments)


def _marker(pieces: Sequence[Piece]) -> Value[str] | None:
    if not pieces or not pieces[0].marker:
        return None
    marker = pieces[0].marker
    return Joined(marker, [0], [pieces[0]]).value(0, len(marker), marker.strip(" .()[]:"))


def _whole(joined: Joined) -> Value[str]:
    return joined.value(0, len(joined.text))


def _number(joined: Joined, reference: _Reference) -> Value[str] | None:
    if reference.number is None or reference.number_at is None:
        return None
    return joined.value(*reference.number_at, reference.number)


def _year(joined: Joined, reference: _Reference) -> Value[int] | None:
    if reference.year is None or reference.year_at is None:
        return None
    return Value(reference.year, joined.evidence(*reference.year_at))


def _amendment_clause(text: str) -> int | None:
    """Where the clause begins that says what changed the regulation."""
    match = _AMENDED.search(text)
    return match.start() if match and match.start() > 5 else None


def _title_start(text: str, begin: int, end: int) -> tuple[int, int] | None:
    """Where the head ends and where the title begins: after "tentang", after the last of an immediate repetition."""
    match = _ABOUT.search(text, begin, end)
    if match is None:
        return None
    start = match.end()
    while again := _ABOUT_AGAIN.match(text, start, end):
        start = again.end()
    return match.start(), start


def _reference(text: str, start: int, end: int) -> _Reference:
    """Number and year in the head of a citation."""
    named = _NUMBER.search(text, start, end)
    first = _YEAR_FIRST.search(text, start, end)
    if first and (named is None or first.start() < named.start()):
        return _from_match(first)
    if named and (named["number"] or named["year"] or not named["open"].strip()):
        return _from_named(text, named, end)
    if bare := _BARE_NUMBER.search(text, start, end):
        return _from_match(bare)
    if named:
        return _from_named(text, named, end)
    if year := _ONLY_YEAR.search(text, start, end):
        return _Reference(None, _sane(year["year"]), None, year.span("year"), *year.span())
    return _Reference()


def _from_match(match: re.Match[str]) -> _Reference:
    return _Reference(
        _clean_number(match["number"]), _sane(match["year"]), match.span("number"), match.span("year"), *match.span()
    )


def _from_named(text: str, match: re.Match[str], end: int) -> _Reference:
    """``Nomor … Tahun …`` with what is there, and whether a place was left open."""
    found = _Reference(start=match.start(), end=match.end())
    if match["number"]:
        found.number, found.number_at = _clean_number(match["number"]), match.span("number")
    if match["year"]:
        found.year = _sane(match["year"])
        found.year_at = match.span("year") if found.year else None
    has_year_word = match.end() > match.end("open")
    number_open = not match["number"] and (has_year_word or re.search(r"[.…_]{2}|…|_", match["open"]) is not None)
    year_open = has_year_word and found.year is None and len(match["year"] or "") < 4
    goes_on_elsewhere = match.end() >= end == len(text) and not match["open"].strip() and not has_year_word
    found.blank = (number_open or year_open) and not goes_on_elsewhere
    if found.year is None and not has_year_word and found.number and match["number"]:
        _year_in_number(match, found)
    return found


def _year_in_number(match: re.Match[str], found: _Reference) -> None:
    """``8/2006`` is number and year; ``KEP/135/M.PAN/9/2004`` is a number that ends with its year."""
    printed = match["number"]
    tail = re.search(r"[/\-.]\s?((?:19|20)[0-9]{2})$", printed)
    if tail is None:
        return
    found.year = _sane(tail[1])
    offset = match.start("number")
    found.year_at = (offset + tail.start(1), offset + tail.end(1))
    before = printed[: tail.start()].strip()
    if before.isdigit():
        found.number, found.number_at = _clean_number(before), (offset, offset + len(before))


def _clean_number(printed: str) -> str:
    number = re.sub(r"\s+", "", printed).rstrip("./-–")
    if re.fullmatch(r"[lIO]{1,3}", number):
        number = number.replace("l", "1").replace("I", "1").replace("O", "0")
    if re.fullmatch(r"[0-9]+[A-Za-z]?", number):
        return number.lstrip("0") or number
    return number


def _sane(year: str) -> int | None:
    digits = year.translate(_AS_DIGITS)
    value = int(digits) if digits.isdigit() and len(digits) == 4 else 0
    return value if MIN_YEAR <= value <= MAX_YEAR else None


_AS_DIGITS = str.maketrans("OolI", "0011")


def _settle_reference(kind: Kind, reference: _Reference, text: str, match: re.Match[str] | None) -> None:
    """The constitution has a year and no number."""
    if kind.short != "UUD" or match is None:
        return
    reference.number = reference.number_at = None
    year = re.search(r"1945", text[:MAX_HEAD_CHARS])
    if year:
        reference.year, reference.year_at = 1945, year.span()
        reference.blank = False


def _title_span(text: str, start: int, end: int, *, explicit: bool) -> tuple[int, int] | None:
    """The title without gazette, amendment clause and trailing punctuation."""
    if start < 0:
        return None
    gazette = _GAZETTE.search(text, start, end)
    if gazette:
        end = gazette.start()
    while start < end and text[start] in _LEADING:
        start += 1
    end = _strip_end(text, start, end)
    if text[start:end].endswith((" dan", " Dan")):
        end = _strip_end(text, start, end - 4)
    if start >= end or not any(map(str.isalpha, text[start:end])):
        return None
    if not explicit and (text[start] in "([" or len(text[start:end].split()) < 2 or not text[start].isupper()):
        return None
    return start, end


def _strip_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return end


def _title_after_clause(text: str, amended: int) -> tuple[int, int] | None:
    """``UU 1/2022 jo. UU 2/2023 tentang …``: the one title after both, unless it is that of the amendment."""
    about = _title_start(text, amended, len(text))
    if about is None or _AMENDING_TITLE.match(text, about[1]):
        return None
    return _title_span(text, about[1], len(text), explicit=True)


_AMENDING_TITLE = re.compile(r"\W{0,3}(?:perubahan|penetapan|pencabutan)", re.IGNORECASE)


def _issuer(joined: Joined, kind: Kind | None) -> Value[str] | None:
    if kind is None or kind.issuer is None:
        return None
    return joined.value(*kind.issuer_at, kind.issuer)


def _region(joined: Joined, kind: Kind | None, title: tuple[int, int] | None) -> Value[str] | None:
    """The region of a local regulation: beside its kind, in the gazette, or in its title."""
    if kind is None or not kind.local:
        return None
    if kind.region_at:
        start, end = kind.region_at
        skip = _REGION_HEAD.match(joined.text[start:end])
        return joined.value(start + (skip.end() if skip else 0), end)
    gazette = _GAZETTE_REGION.search(joined.text)
    if gazette:
        return joined.value(*gazette.span("region"))
    if title and (named := _TITLE_REGION.search(joined.text, *title)):
        return joined.value(*named.span("region"))
    return None


def _amendments(clause: str, cited: _Reference, kind: Kind | None) -> tuple[Amendment, ...]:
    """The regulations of an amendment clause; one after "atas" is what the one before says it changes."""
    found: list[Amendment] = []
    end = 0
    for reference, type_ in _references(clause):
        if found and found[-1].amends is None and _CHANGES.search(clause, end, reference.start):
            amends = _name(type_, reference.number, reference.year)
            found[-1] = found[-1].model_copy(update={"amends": amends})
        elif reference.number or reference.year:
            named = (type_, reference.number, reference.year)
            if kind is None or named != (kind.short, cited.number, cited.year):
                found.append(Amendment(type=type_, number=reference.number, year=reference.year))
        end = reference.end
    return tuple(found)


_CHANGES = re.compile(r"\b(?:perubahan|atas|pencabutan|penetapan)\b", re.IGNORECASE)


def _references(text: str) -> list[tuple[_Reference, str | None]]:
    """All regulations named in a text by number, in order, with the short form of their kind."""
    found: list[tuple[_Reference, str | None]] = []
    end = 0
    for match in _ANY_NUMBER.finditer(text):
        reference = _reference(text, match.start(), match.end())
        if reference.number is None:
            continue
        kind = mentioned_kind(text, end, match.start(), reference.number, reference.year)
        if kind is None and not match["named"]:
            continue
        start = kind.start if kind else match.start()
        reference.start = start
        found.append((reference, kind.short if kind else None))
        end = reference.end = match.end()
    return found


_ANY_NUMBER = re.compile(
    rf"(?P<named>{_NUMBER_WORD}\s{{0,4}}{_DIGITS}(?:[\s,/]{{0,4}}{_YEAR_WORD}\s{{0,4}}[12][0-9OolI]{{3}}(?![0-9]))?)"
    rf"|(?<![0-9A-Za-z./\-])[0-9]{{1,4}}[A-Za-z]?\s{{0,3}}(?:/\s?|{_YEAR_WORD}\s{{0,3}})[12][0-9]{{3}}(?![0-9])",
    re.IGNORECASE,
)


def _name(type_: str | None, number: str | None, year: int | None) -> str:
    """``UU 24/2014``; what is not known is left out."""
    number_year = number or ""
    if year and not number_year.endswith(f"/{year}"):
        number_year = f"{number or '?'}/{year}"
    return " ".join(part for part in (type_, number_year) if part)


def short_name(citation: Citation) -> str:
    """A citation as officials speak of it: ``PP 8/2006``; its words when kind or number are missing."""
    if citation.type is None or (citation.number is None and citation.year is None):
        words = citation.text.value
        return words if len(words) <= 60 else words[:57].rstrip() + "…"
    if citation.type.value == "UUD":
        return "UUD 1945"
    name = _name(
        None, citation.number.value if citation.number else None, citation.year.value if citation.year else None
    )
    return f"{citation.type.value} {_local_name(citation)}{name}"


def _local_name(citation: Citation) -> str:
    return f"{citation.region.value} " if citation.region else ""


def citation_key(citation: Citation, *, own_region: str | None = None) -> str:
    """
    One key for one regulation: kind, number and year, for local ones the region.

    `own_region` is the region of the document: a local regulation that prints none is one of it.
    Without kind, number or year it is a key of the words, so that no two unfinished citations seem the same one.
    """
    if citation.type and citation.type.value == "UUD":
        return "uud-1945"
    if not (citation.type and citation.number and citation.year):
        return "text-" + re.sub(r"[\W_]+", "-", citation.text.value.lower()).strip("-")
    key = f"{citation.type.value}-{citation.number.value}-{citation.year.value}".lower().replace(" ", "-")
    printed = citation.region.value if citation.region else None
    region = _region_key(printed or (own_region if is_local(citation) and own_region else ""))
    if citation.type.value in ("Perwali", "Kepwali"):
        region = region.removeprefix("kota-")
    return f"{key}-{region}" if region else key


_LOCAL_KINDS = frozenset(
    ["Perda", "Qanun", "Perbup", "Perwali", "Pergub", "Kepbup", "Kepwali", "Kepgub", "Inbup", "Inwali", "Ingub"]
)


def is_local(citation: Citation) -> bool:
    """Whether it is a regulation of a region, so that the region belongs to its name."""
    return citation.type is not None and citation.type.value in _LOCAL_KINDS


def _region_key(region: str) -> str:
    words = re.findall(r"[^\W_]+", region.lower())
    if words and words[0] in ("kabupaten", "kab"):
        words = words[1:]
    return "-".join("provinsi" if word == "prov" else word for word in words)


def without_group_lines(citations: Sequence[Citation]) -> list[Citation]:
    """Leave out lines that only head a group: `1. Undang-Undang` over `a. Undang-Undang Nomor 23 Tahun 2014 ...`."""
    kept = []
    for index, citation in enumerate(citations):
        after = citations[index + 1] if index + 1 < len(citations) else None
        bare = citation.type is not None and not (citation.number or citation.year or citation.title or citation.blank)
        if bare and after is not None and _is_deeper(citation, after) and _same_kind(citation, after):
            continue
        kept.append(citation)
    return kept


def _is_deeper(parent: Citation, child: Citation) -> bool:
    return bool(parent.no and child.no) and parent.no.value.isdigit() != child.no.value.isdigit()  # type: ignore[union-attr]


def _same_kind(a: Citation, b: Citation) -> bool:
    return bool(a.type and b.type and a.type.value == b.type.value)


def link_splits(citations: Sequence[Citation]) -> list[Citation]:
    """
    Mark one citation that stands in two items.

    The head has a kind of regulation and neither number, year nor title, and the next item goes on with ``Republik
    Indonesia Nomor …``, ``Nomor …`` or ``tentang …`` without a kind of its own; or the head lacks only the title and
    the next item begins with ``tentang``; or it ends on the number and the next item begins with the year.
    """
    linked = list(citations)
    index = 0
    while index + 1 < len(linked):
        head, tail = linked[index], linked[index + 1]
        if head.list == tail.list and head.split is None and _is_split(head, tail):
            linked[index] = head.model_copy(update={"split": "head", "blank": False})
            linked[index + 1] = tail.model_copy(update={"split": "tail"})
            index += 1
        index += 1
    return linked


def _is_split(head: Citation, tail: Citation) -> bool:
    words = tail.text.value
    if head.type is None or tail.type is not None:
        return False
    if head.number is None and head.year is None and head.title is None and not head.blank:
        identified = tail.number is not None and tail.year is not None
        return identified or _CONTINUES.match(words) is not None
    if head.title is None:
        rest = _FROM_YEAR if head.number and head.year is None and tail.number is None else _ONLY_TITLE
        return rest.match(words) is not None
    if not head.text.value.rstrip().endswith((";", ".", ")")) and _goes_on(head.text.value, words):
        return True
    nothing = tail.number is None and tail.year is None and tail.title is None and not tail.blank
    return nothing and _is_rest_of_title(head.text.value, words)


def _goes_on(head: str, tail: str) -> bool:
    """Whether the next item tells of the amendment of this one, or numbers the regulation that its title ends on."""
    if _AMENDMENT_REST.match(tail):
        return True
    return bool(_ENDS_ON_KIND.search(head[-40:])) and tail[:5].lower() == "nomor"


def _is_rest_of_title(head: str, tail: str) -> bool:
    """Whether a title goes on in the next item: it ends on a word that asks for more, or only the rest has the stop."""
    if head.rstrip().endswith((";", ".", ")")) or len(tail) > MAX_REST_CHARS:
        return False
    return bool(_ENDS_OPEN.search(head[-30:])) or tail.rstrip().endswith((";", "."))


def split_run(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """
    Cut a run of unnumbered citations into items.

    A new one begins where a kind of regulation, or the word Nomor alone, comes with a number and a year and the words
    before do not lead into it (``Perubahan atas``, ``Pelaksanaan``, an open bracket, ``terakhir dengan``).
    """
    joined = join_lines(pieces, MAX_RUN_CHARS)
    cuts = _cuts(joined.text)
    bounds = [0, *cuts, len(joined.text)]
    items = [_between(joined, start, end) for start, end in pairwise(bounds)]
    rest = list(pieces[len(joined.pieces) :])
    kept = [item for item in items if item]
    if rest and kept:
        kept[-1].extend(rest)
    return kept


def _cuts(text: str) -> list[int]:
    cuts: list[int] = []
    last = 0
    depth_from = 0
    for reference, type_ in _references(text):
        start = reference.start
        inside = text.count("(", depth_from, start) > text.count(")", depth_from, start)
        if start > 0 and not inside and _begins_item(text, last, start, has_kind=type_ is not None):
            cuts.append(start)
            depth_from = start
        last = reference.end
    return cuts


def _begins_item(text: str, last: int, start: int, *, has_kind: bool) -> bool:
    before = text[max(0, start - 40) : start]
    if not text[:start].strip(" \n-•*"):
        return False
    if has_kind and _AFTER_STOP.search(before):
        return True
    if _CLAUSE_BEFORE.search(before) or _GAZETTE_BEFORE.search(before):
        return False
    between = text[last:start]
    return has_kind or _ABOUT.search(between) is not None


_AFTER_STOP = re.compile(r"[;.]\s*(?:dan\s+)?(?:[-•*]\s*)?$", re.IGNORECASE)
_GAZETTE_BEFORE = re.compile(r"(?:Lembaran|Berita)\s+(?:Negara|Daerah)[^;)]{0,40}$", re.IGNORECASE)


def _between(joined: Joined, start: int, end: int) -> list[Piece]:
    """The parts of the pieces that lie in `text[start:end]`."""
    parts: list[Piece] = []
    for index, piece in enumerate(joined.pieces):
        offset = joined.starts[index]
        low, high = max(start - offset, 0), min(end - offset, len(piece.text))
        words = piece.text[low:high]
        if low >= high or not words.strip():
            continue
        lead = len(words) - len(words.lstrip())
        parts.append(
            piece.model_copy(
                update={
                    "text": words.strip(),
                    "column": piece.column + low + lead,
                    "marker": piece.marker if low == 0 else None,
                }
            )
        )
    return parts


def looks_like_citation(text: str) -> bool:
    """Tell whether a line begins as a legal basis does: a kind with a number, or Nomor … Tahun … tentang."""
    head = text[:MAX_HEAD_CHARS]
    if not _QUICK.search(head, 0, MAX_PREFIX_CHARS):
        return False
    start = _ITEM_MARKER.match(head)
    begin = start.end() if start else 0
    prefix = _PREFIX.match(head, begin)
    begin = prefix.end() if prefix else begin
    kind = KIND.match(head, begin)
    if kind is None:
        return _HEADLESS.match(head, begin) is not None
    if kind["constitution"]:
        return True
    return _CITED.search(head, kind.end()) is not None or _ABOUT_SOON.match(head, kind.end()) is not None


_ITEM_MARKER = re.compile(r"\s{0,9}(?:\(?(?:[0-9]{1,3}|[A-Za-z]|[ivx]{1,4})[.)]\s{0,9}|[-•*]\s+)?")
_CITED = re.compile(
    rf"{_NUMBER_WORD}\s{{0,4}}[0-9….:_]|{_NUMBER_WORD}\s{{0,4}}(?:[A-Z]{{2,5}}[./-]|Tahun)"
    rf"|[0-9]\s{{0,3}}(?:/|{_YEAR_WORD})\s{{0,3}}(?:19|20)",
    re.IGNORECASE,
)
_ABOUT_SOON = re.compile(r"[^.;:]{0,120}\btentang\b", re.IGNORECASE)
_HEADLESS = re.compile(
    rf"{_NUMBER_WORD}\s{{0,4}}{_DIGITS}\s{{0,4}}{_YEAR_WORD}\s{{0,4}}[12][0-9]{{3}}\s+tentang\b", re.IGNORECASE
)
