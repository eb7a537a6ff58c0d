"""
Sop to facts: total and typed, as `schemas.facts` describes them.

What a rule asks about is either read off the model or derived here: similarity of two steps, age at appointment, which
actor of a text is a column. This is the only module of the engine that uses functions of `extraction` (how two names,
offices or numbers compare); see docs/decisions/0005.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.distance import OSA

from engine.actors import actor_mentions
from engine.names import office_facts, region_facts
from extraction.citations import citation_key, is_local, short_name
from extraction.dates import format_date
from extraction.labels import FIELD_LABELS, SECTION_LABELS
from extraction.letterhead import strip_sop_words
from extraction.nip import age_at, find_nips, inspect_nip, mark_differences
from extraction.officials import is_elected, name_key, office_key, same_name, same_office
from schemas.evidence import Evidence, Value
from schemas.facts import FACT_KINDS, Fact, Scalar
from schemas.report import Confidence
from schemas.sop import Citation, FieldName, Identity, IdentityField, ListEntry, Official, Sop, Step

MAX_MISSING = 10
"""Missing step numbers that a message names."""
MAX_PAIRED_STEPS = 400
"""Typing errors between steps are only looked for in tables up to this size (the comparison is quadratic)."""
PENSION_YEARS = 58
PENSION_YEARS_HIGH = 60
"""Pension age of pejabat administrasi and of pejabat pimpinan tinggi (PP 11/2017 Pasal 239)."""
PENSION_GRACE_MONTHS = 1
"""Retirement takes effect at the end of the month after the birthday."""
SIMILAR_TITLE = 82
"""Token similarity (0-100) from which two words of a title are the same word with a typing error."""
TEXT_CHARS = 120
"""Longer texts are shortened in messages; the evidence has them whole."""

_HIGH_OFFICE = re.compile(
    r"(?i)\b(?:sekretaris daerah|inspektur|kepala (?:dinas|badan)|asisten|staf ahli|direktur rsud)\b"
)
_WORD = re.compile(r"[a-z0-9]+")
_SYNONYMS = {
    "draft": "draf",
    "dg": "dengan",
    "dgn": "dengan",
    "dan/atau": "dan",
    "utk": "untuk",
    "kpd": "kepada",
    "lkj": "lkj",
}
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
_DATE_RANKS: tuple[FieldName, ...] = ("revised", "created", "approved", "effective")
_ROMAN_OR_DIGIT = re.compile(r"^(?:[ivx]+|\d+)$")
_DANGLING = re.compile(
    r"(?i)(?:\b(?:dan|atau|untuk|ke|kepada|oleh|di|dari|dengan|dalam|yang|serta|pada|tentang)|[,(/\-–])\s*$"
)
_SOP_NAME = re.compile(
    r"\bSOP\s+((?:[A-Z][\w/&-]*|dan|di|dengan|atas)(?:\s+(?:[A-Z][\w/&-]*|dan|di|dengan|atas|secara))*)"
)
_VAGUE_SOP = frozenset({"", "ini", "yang", "tersebut"})


def sop_facts(sop: Sop, *, as_of: dt.date) -> list[Fact]:
    """
    All facts about one SOP, in document order within each kind.

    Args:
        sop: The SOP as read.
        as_of: The day of the audit; reserved for rules that compare with today.
    """
    del as_of  # no rule of the first wave asks for the day of the audit
    collector = _Collector()
    officials = list(_officials(sop))
    _whole(collector, sop)
    _document(collector, sop, officials)
    _identity(collector, sop.identity)
    _titles(collector, sop)
    _people(collector, sop, officials)
    office_facts(collector.add, sop)
    region_facts(collector.add, sop)
    _legal(collector, sop)
    _sections(collector, sop)
    _steps(collector, sop)
    _forms(collector, sop)
    return collector.facts


class _Collector:
    """Gives ids and keeps facts total."""

    def __init__(self) -> None:
        self.facts: list[Fact] = []
        self._count: Counter[str] = Counter()

    def add(
        self,
        kind: str,
        fields: dict[str, Scalar],
        words: dict[str, str],
        evidence: Iterable[Evidence],
        confidence: Confidence = Confidence.HIGH,
    ) -> None:
        """Add a fact; a field or word that the vocabulary does not have, or that is missing, is a bug."""
        spec = FACT_KINDS[kind]
        if fields.keys() != spec.fields.keys() or words.keys() != spec.words.keys():
            wrong = sorted(fields.keys() ^ spec.fields.keys()) + sorted(words.keys() ^ spec.words.keys())
            raise ValueError(f"fact {kind}: {', '.join(wrong)} missing or unknown")
        self._count[kind] += 1
        self.facts.append(Fact(f"{kind}-{self._count[kind]:04d}", kind, fields, words, tuple(evidence), confidence))


# document, identity -------------------------------------------------------------------------------------------


def _document(out: _Collector, sop: Sop, officials: Sequence[tuple[str, str, Official]]) -> None:
    identity = sop.identity
    fields: dict[str, IdentityField] = {item.name: item for item in identity.fields} if identity else {}
    signed = [official for source, role, official in officials if source == "signature" and role == "approver"]
    approver = identity.approver if identity else None
    legal = next(item for item in sop.section_reads if item.name == "legal_basis")
    out.add(
        "document",
        {
            "has_identity": identity is not None,
            "steps": sop.steps_state,
            "approver_field": fields["approver"].state if fields else "absent",
            "has_approver": approver is not None,
            "has_signature": bool(signed),
            "has_officer": approver is not None or bool(signed),
            "signature_trace": any(official.signed is not None for _, _, official in officials),
            "shows_signatures": sop.shows_signatures,
            "legal_state": "filled"
            if sop.legal_basis and legal.state != "headless"
            else _legal_state(sop, legal.state),
            "legal_items": len(sop.legal_basis),
        },
        {
            "unit": sop.unit.value if sop.unit else "dokumen ini",
            "identity_lines": (identity.place.note or "") if identity and identity.place else "",
        },
        _document_evidence(sop),
    )


def _legal_state(sop: Sop, state: str) -> str:
    return "empty" if state == "filled" and not sop.legal_basis else state


def _whole(out: _Collector, sop: Sop) -> None:
    first, last = sop.lines
    out.add(
        "whole",
        {"lines": last - first + 1, "cut": sop.cut},
        {"lines": f"{first}-{last}"},
        (Evidence(quote="", line=first, column=1, note=f"dicari pada baris {first}-{last}"),),
    )


def _document_evidence(sop: Sop) -> Iterator[Evidence]:
    """Where one would look for the approval: its label, else the identity block, else the whole text."""
    first, last = sop.lines
    identity = sop.identity
    if identity is None:
        yield Evidence(quote="", line=first, column=1, note=f"dicari pada baris {first}-{last}")
        return
    approver = next((item for item in identity.fields if item.name == "approver"), None)
    if approver is not None and approver.label is not None:
        yield from approver.label.evidence
    elif identity.place is not None:
        yield identity.place.model_copy(update={"note": f"blok identitas, baris {identity.place.note}"})


def _identity(out: _Collector, identity: Identity | None) -> None:
    if identity is None:
        return
    present = {item.name for item in identity.fields if item.state != "absent"}
    dates = {
        (True, True): "both",
        (True, False): "only-approved",
        (False, True): "only-effective",
        (False, False): "neither",
    }["approved" in present, "effective" in present]
    for item in identity.fields:
        label = FIELD_LABELS[item.name]
        evidence = item.label.evidence if item.label else _block_evidence(identity)
        out.add(
            "field",
            {
                "name": item.name,
                "state": item.state,
                "dates": dates if item.name in ("approved", "effective") else "both",
            },
            {"label": label, "printed": item.label.value if item.label else label},
            evidence,
        )
    for rank, name in enumerate(_DATE_RANKS):
        _date(out, identity, name, rank)


def _block_evidence(identity: Identity) -> tuple[Evidence, ...]:
    if identity.place is None:
        return ()
    return (identity.place.model_copy(update={"note": f"dicari pada blok identitas, baris {identity.place.note}"}),)


def _date(out: _Collector, identity: Identity, name: FieldName, rank: int) -> None:
    read = identity.dates.get(name)
    if read is None or read.state == "none":
        return
    out.add(
        "date",
        {
            "field": name,
            "rank": rank,
            "state": read.state,
            "iso": read.iso.isoformat() if read.iso else None,
            "ambiguous": read.ambiguous,
        },
        {
            "label": FIELD_LABELS[name],
            "printed": read.text.value,
            "day": format_date(read.iso) if read.iso else read.text.value,
        },
        read.text.evidence,
        Confidence.MEDIUM if read.ambiguous else Confidence.HIGH,
    )


# titles -------------------------------------------------------------------------------------------------------


def _titles(out: _Collector, sop: Sop) -> None:
    places = [
        ("halaman judul", sop.cover.title if sop.cover else None),
        ("blok identitas", sop.identity.title if sop.identity else None),
        ("judul tabel prosedur", sop.procedure_title),
    ]
    noise = set(_words(sop.unit.value if sop.unit else "")) | set(
        _words(sop.government.value if sop.government else "")
    )
    known = [(where, title, _title_words(title.value, noise)) for where, title in places if title is not None]
    known = [item for item in known if item[2]]
    for index, (a_place, a, a_words) in enumerate(known):
        for b_place, b, b_words in known[index + 1 :]:
            only_a, only_b = _unmatched(a_words, b_words), _unmatched(b_words, a_words)
            shared = 100 - 100 * (len(only_a) + len(only_b)) // (len(a_words) + len(b_words))
            out.add(
                "title_pair",
                {"same": not (only_a and only_b), "similarity": shared},
                {"a": strip_sop_words(a.value), "b": strip_sop_words(b.value), "a_place": a_place, "b_place": b_place},
                (*a.evidence, *b.evidence),
            )


def _title_words(text: str, noise: set[str]) -> list[str]:
    words = [word for word in _words(strip_sop_words(text)) if word not in _TITLE_NOISE and not word.isdigit()]
    kept = [word for word in words if word not in noise]
    return kept or words


def _unmatched(words: Sequence[str], others: Sequence[str]) -> list[str]:
    return [word for word in words if not any(_same_word(word, other) for other in others)]


def _same_word(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) >= 5 and 100 * OSA.normalized_similarity(a, b) >= SIMILAR_TITLE)


# people -------------------------------------------------------------------------------------------------------


def _officials(sop: Sop) -> Iterator[tuple[str, str, Official]]:
    if sop.identity and sop.identity.approver:
        yield "identity", "approver", sop.identity.approver
    for signature in sop.signatures:
        yield "signature", signature.role, signature


def _people(out: _Collector, sop: Sop, officials: Sequence[tuple[str, str, Official]]) -> None:
    approved = _approval_date(sop.identity)
    for index, (source, role, official) in enumerate(officials):
        others = [other for at, (_, _, other) in enumerate(officials) if at != index]
        _official(out, source, role, official, others)
        _nip(out, source, official, approved)
    ordered = sorted(_distinct(officials), key=lambda item: _line(item[2]))
    for index, (a_source, a_role, a) in enumerate(ordered):
        for b_source, b_role, b in ordered[index + 1 :]:
            both = {a_source, b_source} == {"identity", "signature"} and a_role == b_role == "approver"
            _person_pair(out, a, b, both=both)


def _distinct(officials: Sequence[tuple[str, str, Official]]) -> list[tuple[str, str, Official]]:
    """The officials without those who stand the same way in a second signature block."""
    seen: dict[tuple[str, str, str, str], tuple[str, str, Official]] = {}
    for source, role, official in officials:
        digits = _digits(official) or ""
        key = (role, name_key(_val(official.name)), office_key(_val(official.position)), digits)
        seen.setdefault(key if digits or official.name else (*key[:3], str(len(seen))), (source, role, official))
    return list(seen.values())


def _approval_date(identity: Identity | None) -> dt.date | None:
    if identity is None:
        return None
    value = identity.approved or identity.effective or identity.created
    return value.value if value else None


def _parts(official: Official) -> list[Value[str]]:
    return [part for part in (official.position, official.name, official.rank, official.nip_text) if part is not None]


def _line(official: Official) -> int:
    return min((part.evidence[0].line or 0 for part in _parts(official)), default=0)


def _evidence(official: Official) -> tuple[Evidence, ...]:
    parts = [part for part in (official.position, official.name, official.nip_text) if part is not None]
    seen: dict[Evidence, None] = {}
    for part in parts:
        seen.update(dict.fromkeys(part.evidence))
    return tuple(seen)


def _official(out: _Collector, source: str, role: str, official: Official, others: Sequence[Official]) -> None:
    position = official.position.value if official.position else ""
    out.add(
        "official",
        {
            "source": source,
            "role": role,
            "has_position": official.position is not None,
            "has_name": official.name is not None,
            "has_nip": official.nip_text is not None,
            "elected": bool(position) and is_elected(position),
            "named_elsewhere": any(
                other.name is not None
                and other.position is not None
                and bool(position)
                and same_office(position, other.position.value) in ("same", "acting", "contained")
                and (other.nip_text is not None or official.name is None)
                for other in others
            ),
        },
        {"position": position, "name": _val(official.name), "nip": _val(official.nip_text)},
        _evidence(official),
    )


def _val(value: Value[str] | None) -> str:
    return value.value if value else ""


def _nip(out: _Collector, source: str, official: Official, approved: dt.date | None) -> None:
    text = official.nip_text
    if text is None:
        return
    digits = official.nip.value if official.nip else None
    reading = inspect_nip(digits) if digits else None
    state = reading.state if reading else "unreadable"
    birth = reading.birth if reading and reading.state in ("ok", "sex") else None
    appointed = reading.appointed if reading and reading.state == "ok" else None
    first = (
        dt.date(appointed[0], min(max(appointed[1], 1), 12), 1) if appointed and 1900 < appointed[0] < 2200 else None
    )
    age = _age(birth, first, pppk=bool(reading and reading.pppk))
    over = _months_over(birth, approved, official) if state == "ok" else None
    out.add(
        "nip",
        {
            "source": source,
            "state": state,
            "length": len(digits or ""),
            "pppk": bool(reading and reading.pppk),
            "age_appointed": age,
            "appointed_late": bool(first and approved and first > approved),
            "months_over_pension": over,
        },
        {
            "printed": text.value,
            "name": _val(official.name) or _val(official.position) or "pejabat ini",
            "digits": digits or "",
            "reason": (reading.reason or "") if reading else "terdapat huruf di antara angka",
            "age": str(age) if age is not None else "",
            "approved": format_date(approved) if approved else "",
        },
        text.evidence,
        Confidence.HIGH if digits else Confidence.LOW,
    )


def _age(birth: dt.date | None, appointed: dt.date | None, *, pppk: bool) -> int | None:
    """Age in full years at appointment; the month is not known for PPPK, so the end of the year counts."""
    if birth is None or appointed is None:
        return None
    when = dt.date(appointed.year, 12, 31) if pppk else dt.date(appointed.year, appointed.month, 28)
    return max(age_at(birth, when), 0)


def _months_over(birth: dt.date | None, approved: dt.date | None, official: Official) -> int | None:
    if birth is None or approved is None:
        return None
    high = official.position is None or _HIGH_OFFICE.search(official.position.value)
    limit = PENSION_YEARS_HIGH if high else PENSION_YEARS
    months = (approved.year - birth.year) * 12 + approved.month - birth.month
    return max(months - limit * 12 - PENSION_GRACE_MONTHS, 0)


def _person_pair(out: _Collector, a: Official, b: Official, *, both: bool) -> None:
    a_digits, b_digits = _digits(a), _digits(b)
    known = a_digits is not None and b_digits is not None
    distance = OSA.distance(a_digits, b_digits) if a_digits and b_digits else 0
    marked = mark_differences(a_digits, b_digits) if a_digits and b_digits else (_val(a.nip_text), _val(b.nip_text))
    repaired = known and (a.nip is None or b.nip is None)
    out.add(
        "person_pair",
        {
            "name": same_name(a.name.value, b.name.value) if a.name and b.name else "unknown",
            "office": same_office(a.position.value, b.position.value) if a.position and b.position else "unknown",
            # an NIP with letters among its digits can only confirm, never contradict
            "nip": "unknown" if not known or (repaired and distance) else "different" if distance else "same",
            "nip_distance": distance if known else 0,
            "approver_and_signatory": both,
        },
        {
            "a_name": _val(a.name),
            "b_name": _val(b.name),
            "a_office": _val(a.position),
            "b_office": _val(b.position),
            "a_nip": _val(a.nip_text),
            "b_nip": _val(b.nip_text),
            "a_marked": marked[0],
            "b_marked": marked[1],
        },
        _pair_evidence(a, b),
    )


def _digits(official: Official) -> str | None:
    if official.nip is not None:
        return official.nip.value
    if official.nip_text is None:
        return None
    found = find_nips("NIP " + official.nip_text.value)
    return found[0].repaired if found else None


def _pair_evidence(a: Official, b: Official) -> tuple[Evidence, ...]:
    """The lines of both numbers, then of both names, then of the offices where there is nothing else."""
    parts = [a.nip_text, b.nip_text, a.name, b.name]
    parts += [official.position for official in (a, b) if official.nip_text is None and official.name is None]
    seen: dict[Evidence, None] = {}
    for part in parts:
        if part is not None:
            seen.update(dict.fromkeys(part.evidence))
    return tuple(seen)


# legal basis --------------------------------------------------------------------------------------------------


def _legal(out: _Collector, sop: Sop) -> None:
    confidence = Confidence.MEDIUM if sop.doubtful else Confidence.HIGH
    region = _own_region(sop)
    position: Counter[str] = Counter()
    for index, citation in enumerate(sop.legal_basis):
        position[citation.list] += 1
        after = sop.legal_basis[index + 1] if index + 1 < len(sop.legal_basis) else None
        _citation(out, citation, position[citation.list], after, region, confidence)
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
    out: _Collector, item: Citation, position: int, after: Citation | None, region: str | None, confidence: Confidence
) -> None:
    missing = _missing_words(item)
    identified = not item.blank and not {"jenis peraturan", "nomor", "tahun"} & set(missing)
    key = citation_key(item, own_region=region) if identified else "?" + _digest(item.text.value)
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
        },
        {
            "no": _val(item.no),
            "text": _short(item.text.value),
            "name": short_name(item),
            "next": _short(after.text.value) if after else "",
            "missing": _enumerate(missing),
        },
        item.text.evidence,
        confidence,
    )


def _legal_lists(out: _Collector, sop: Sop) -> None:
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
            "only_form": _enumerate([short_name(item) for item in only_form]),
            "only_narrative": _enumerate([short_name(item) for item in only_narrative]),
        },
        [item.text.evidence[0] for item in (shown or sop.legal_basis[:1])],
    )


# sections -----------------------------------------------------------------------------------------------------


def _sections(out: _Collector, sop: Sop) -> None:
    confidence = Confidence.MEDIUM if sop.doubtful else Confidence.HIGH
    if sop.identity is not None:
        for item in sop.section_reads:
            label = SECTION_LABELS[item.name]
            out.add(
                "section",
                {"name": item.name, "state": item.state},
                {"label": label, "printed": item.heading.value if item.heading else label},
                _section_evidence(sop, item.name, item.heading),
                confidence,
            )
    for name in SECTION_LABELS:
        _entries(out, [entry for entry in sop.entries if entry.section == name], confidence)
    _references(out, sop)


def _section_evidence(sop: Sop, name: str, heading: Value[str] | None) -> tuple[Evidence, ...]:
    if heading is not None:
        return heading.evidence
    if name == "legal_basis" and sop.legal_basis:
        return sop.legal_basis[0].text.evidence[:1]
    first = next((entry for entry in sop.entries if entry.section == name), None)
    if first is not None:
        return first.text.evidence[:1]
    start, end = sop.lines
    return (Evidence(quote="", line=start, column=1, note=f"dicari pada baris {start}-{end}"),)


def _entries(out: _Collector, entries: Sequence[ListEntry], confidence: Confidence) -> None:
    previous = 0
    for position, entry in enumerate(entries, 1):
        missing = _between(previous, entry.number) if position > 1 else []
        out.add(
            "entry",
            {
                "section": entry.section,
                "position": position,
                "key": _key(entry.text.value),
                "number": entry.number,
                "missing_before": len(missing),
            },
            {
                "no": str(entry.number) if entry.number is not None else str(position),
                "text": _short(entry.text.value),
                "missing": _enumerate([str(number) for number in missing]),
            },
            entry.text.evidence,
            confidence,
        )
        previous = entry.number or 0


def _between(previous: int, number: int | None) -> list[int]:
    if number is None or previous == 0 or not 1 < number - previous <= 5:
        return []
    return list(range(previous + 1, number))


def _references(out: _Collector, sop: Sop) -> None:
    listed = [_title_words(text.value, set()) for text in sop.related]
    own = [
        _title_words(title.value, set())
        for title in (
            sop.identity.title if sop.identity else None,
            sop.procedure_title,
            sop.cover.title if sop.cover else None,
        )
        if title
    ]
    seen: dict[str, None] = {}
    for step in sop.steps:
        for cell in (step.text, step.remarks, step.requirements):
            for match in _SOP_NAME.finditer(cell.value if cell else ""):
                name = match.group(1).strip()
                words = _title_words(name, set())
                if name.lower() in _VAGUE_SOP or not words or _key(name) in seen:
                    continue
                seen[_key(name)] = None
                out.add(
                    "sop_reference",
                    {"listed": any(_same_title(words, other) for other in listed + own)},
                    {"name": f"SOP {name}", "step": _number_of(step)},
                    cell.evidence if cell else (),
                )


def _same_title(a: Sequence[str], b: Sequence[str]) -> bool:
    return bool(a and b) and not (_unmatched(a, b) and _unmatched(b, a))


# steps --------------------------------------------------------------------------------------------------------


def _steps(out: _Collector, sop: Sop) -> None:
    if sop.steps_state != "read":
        return
    states = [_step_state(sop, step) for step in sop.steps]
    keys = [_key(step.text.value) if step.text else "" for step in sop.steps]
    marks = _marks(sop)
    numbering = list(_numbering(sop.steps))
    for position, (step, state, key) in enumerate(zip(sop.steps, states, keys, strict=True), 1):
        kind, missing = numbering[position - 1]
        out.add(
            "step",
            {
                "position": position,
                "key": _digest(key) if key else "",
                "number": step.number,
                "numbering": kind,
                "text": _text_state(step),
                "time": state[0],
                "output": state[1],
                "requirements": state[2],
                "mark": "unreadable"
                if "actors" in step.unreadable
                else "marked"
                if step.marks or step.actors
                else "unmarked",
            },
            {
                "no": _number_of(step, position),
                "text": _short(step.text.value) if step.text else "",
                "missing": _enumerate(missing),
            },
            _step_evidence(step),
        )
    _step_table(out, sop, states, marks)
    _table_parts(out, sop)
    _step_pairs(out, sop, keys)
    for mention in actor_mentions(sop):
        out.add(
            "actor_mention",
            {"in_columns": mention.in_columns},
            {
                "actor": mention.name,
                "steps": _enumerate(mention.steps),
                "columns": ", ".join(actor.value for actor in sop.actors),
            },
            mention.evidence,
        )


def _number_of(step: Step, position: int = 0) -> str:
    return step.no.value if step.no else str(position)


def _step_evidence(step: Step) -> tuple[Evidence, ...]:
    return step.text.evidence[:3] if step.text else (step.place,)


def _step_state(sop: Sop, step: Step) -> tuple[str, str, str]:
    cells = (
        (step.duration, sop.has_time_column, "time"),
        (step.output, sop.has_output_column, "output"),
        (step.requirements, sop.has_requirements_column, "requirements"),
    )
    time, output, requirements = [_cell_state(step, cell, column=column, name=name) for cell, column, name in cells]
    return time, output, requirements


def _cell_state(step: Step, cell: object, *, column: bool, name: str) -> str:
    if cell is not None and name not in step.unreadable:
        return "present"
    if name in step.unreadable or step.cut:
        return "unreadable"
    return "missing" if column else "no-column"


def _text_state(step: Step) -> str:
    if step.text is None:
        return "end" if step.cut else "empty"
    if step.cut:
        return "end"
    return "cut" if _DANGLING.search(step.text.value[-40:]) else "ok"


def _numbering(steps: Sequence[Step]) -> Iterator[tuple[str, list[str]]]:
    """Judge the step numbers in order; see `step.numbering` in the vocabulary."""
    last = 0
    seen: set[int] = set()
    numbers = [step.number for step in steps]
    for index, printed in enumerate(numbers):
        if printed is None:
            yield "none", []
            last = last + 1 if last else 0
            continue
        following = next((other for other in numbers[index + 1 :] if other is not None), None)
        doubtful = bool(last) and printed != last + 1 and _lost_digit(printed, last + 1, following)
        number = last + 1 if doubtful else printed
        missing = _missing_before(number, last, first=index == 0)
        if doubtful:
            yield "doubtful", []
        elif number in seen:
            yield "repeat", []
        else:
            yield ("gap" if missing else "ok"), missing
        seen.add(number)
        last = number


def _missing_before(number: int, last: int, *, first: bool) -> list[str]:
    """The numbers that are missing before this one, ten at most."""
    if not last and not first:
        return []
    return [str(missing) for missing in range(last + 1, min(number, last + 1 + MAX_MISSING))]


def _lost_digit(number: int, expected: int, following: int | None) -> bool:
    """`1` between 9 and 11: a digit of 10 was lost, and the sequence goes on as if it were there."""
    if following is not None and following != expected + 1:
        return False
    printed, wanted = str(number), str(expected)
    return len(printed) < len(wanted) and (wanted.startswith(printed) or wanted.endswith(printed))


def _marks(sop: Sop) -> str:
    if any("actors" in step.unreadable for step in sop.steps) and not any(
        step.marks or step.actors for step in sop.steps
    ):
        return "none"
    marked = [step for step in sop.steps if step.marks or step.actors]
    if not marked:
        return "none"
    if all(mark.kind in ("start", "end") for step in marked for mark in step.marks) and all(
        step.marks for step in marked
    ):
        return "all" if len(marked) == len(sop.steps) else "start-end"
    return "all" if len(marked) == len(sop.steps) else "some"


def _step_table(out: _Collector, sop: Sop, states: Sequence[tuple[str, str, str]], marks: str) -> None:
    def level(column: int) -> str:
        kinds = {state[column] for state in states}
        if kinds == {"no-column"}:
            return "no-column"
        if "present" not in kinds:
            return "unreadable" if "unreadable" in kinds else "none"
        return "some" if "missing" in kinds else "all"

    lines = [step.place.line or 0 for step in sop.steps]
    evidence = (sop.steps_place,) if sop.steps_place else ()
    out.add(
        "step_table",
        {
            "steps": len(sop.steps),
            "marks": marks,
            "times": level(0),
            "outputs": level(1),
            "requirements": level(2),
            "actors": len(sop.actors),
        },
        {"lines": f"{min(lines, default=0)}-{max(lines, default=0)}"},
        evidence,
    )


def _table_parts(out: _Collector, sop: Sop) -> None:
    parts = sop.parts
    for position, part in enumerate(parts, 1):
        out.add(
            "table_part",
            {
                "position": position,
                "has_heading": part.heading is not None,
                "columns_differ": part.columns != parts[0].columns,
                "numbered": part.numbered,
            },
            {"columns": str(part.columns), "first_columns": str(parts[0].columns), "lines": str(part.place.line or "")},
            (part.place,),
        )


def _step_pairs(out: _Collector, sop: Sop, keys: Sequence[str]) -> None:
    first: dict[str, int] = {}
    words = [key.split() for key in keys]
    for index, key in enumerate(keys):
        if not key:
            continue
        if key in first:
            _step_pair(out, sop, first[key], index, "exact")
            continue
        first[key] = index
        if len(keys) <= MAX_PAIRED_STEPS:
            twin = next(
                (other for other in range(index) if words[other] and _typing_error(words[other], words[index])), None
            )
            if twin is not None:
                _step_pair(out, sop, twin, index, "typo")


def _typing_error(a: Sequence[str], b: Sequence[str]) -> bool:
    """The same words but for one letter in a long word; numbers and roman numerals must agree."""
    if len(a) != len(b) or len(a) < 2:
        return False
    wrong = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if not 1 <= len(wrong) <= 2:
        return False
    return all(
        min(len(x), len(y)) >= 6
        and not _ROMAN_OR_DIGIT.match(x)
        and x[:1] == y[:1]
        and OSA.distance(x, y, score_cutoff=1) <= 1
        for x, y in wrong
    )


def _step_pair(out: _Collector, sop: Sop, first: int, second: int, kind: str) -> None:
    a, b = sop.steps[first], sop.steps[second]
    assert a.text is not None
    assert b.text is not None
    a_actors, b_actors = {v.value for v in a.actors}, {v.value for v in b.actors}
    same = not a_actors or not b_actors or bool(a_actors & b_actors)
    out.add(
        "step_pair",
        {"kind": kind, "same_actor": same},
        {
            "a_no": _number_of(a, first + 1),
            "b_no": _number_of(b, second + 1),
            "a": _short(a.text.value),
            "b": _short(b.text.value),
        },
        (*b.text.evidence[:2], *a.text.evidence[:2]),
    )


def _forms(out: _Collector, sop: Sop) -> None:
    for form in sop.forms:
        title = form.title.value if form.title else ", ".join(column.value for column in form.columns[:4])
        out.add(
            "form",
            {"performance": form.performance, "rows": len(form.rows)},
            {"title": _short(title)},
            [column.evidence[0] for column in form.columns[:1]] if form.columns else (),
        )


# words --------------------------------------------------------------------------------------------------------


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.lower())
    return [_SYNONYMS.get(word, word) for word in _WORD.findall(plain)]


def _key(text: str) -> str:
    """The words of a text: case, spacing and punctuation aside, and without a number at its beginning."""
    words = _words(text)
    return " ".join(words[1:] if words and words[0].isdigit() and len(words) > 2 else words)


def _digest(text: str) -> str:
    return hashlib.blake2s(text.encode(), digest_size=8).hexdigest()


def _short(text: str) -> str:
    return text if len(text) <= TEXT_CHARS else text[: TEXT_CHARS - 1].rstrip() + "…"


def _enumerate(words: Sequence[str]) -> str:
    """`a, b dan c`."""
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + " dan " + words[-1]
