"""
What the title says the procedure is about, and what its steps, guide, warnings and related SOPs are about.

A title is compared by its product (`engine.derive.products`) and by its words; its act (penyusunan, pelayanan) says
nothing about the subject. All counting is generous to the document: what may belong to the title does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from engine.derive.factlist import FactList
from engine.derive.places import parts_of
from engine.derive.products import (
    Product,
    in_parts,
    is_part,
    is_vague,
    names_field,
    product,
    products_in,
    resembles,
    spaced,
    without_products,
)
from engine.derive.titles import title_words, unmatched
from engine.derive.wording import enumerate_words, shorten, step_number, text_of, words_of
from extraction.letterhead import strip_sop_words
from schemas.evidence import Evidence, Value
from schemas.places import told
from schemas.report import Confidence
from schemas.sop import ListEntry, Sop, Step

MAX_EVIDENCE = 6
"""Places that a finding about many steps shows."""
MAX_REMARKS = 100
"""Items of one section that are looked at."""
MAX_GUIDE_CHARS = 40_000
"""A guide is read up to here."""

ACTS = frozenset(
    "penyusunan pembuatan pelayanan layanan pengelolaan penerbitan pengumpulan penghimpunan pengurusan permohonan "
    "pengajuan penyelenggaraan pelaksanaan penanganan penetapan penyampaian pengiriman proses mekanisme tata cara "
    "pengusulan pemberian penyaluran penyiapan bahan penatausahaan".split()
)
"""Words of a title that say what is done, not with what."""
_MAKING = frozenset("penyusunan pembuatan penerbitan pengelolaan pengumpulan pengurusan penetapan pengusulan".split())
"""Acts after which a title names a thing; others (pelayanan keliling) may name a way of working."""
_COPIED = frozenset(["kinerja", "perencanaan", "pelaporan"])
"""Fields of work whose SOPs are what others are copied from."""
_GENERAL = frozenset("kinerja tahunan daerah kegiatan dokumen kerja".split())
"""Words that many subjects share: a title is known by them only when it has no others."""
_COLLECTING = ("pengumpulan", "penghimpunan", "mengumpulkan", "menghimpun", "dikumpulkan", "dihimpun")
_COLLECTED = re.compile(
    rf"(?<![a-z])(?:{'|'.join(_COLLECTING)})\s+(pe[a-z]{{3,20}}an|evaluasi|reviu)(?:\s+[a-z]+)?(?![a-z])"
)
_COLLECTABLE = frozenset(
    "pendapatan penerimaan pengaduan permohonan permintaan persyaratan peraturan pernyataan pertanyaan perlengkapan "
    "peralatan pekerjaan pengeluaran pengetahuan perizinan penghasilan pedoman pendukung penawaran pendaftaran "
    "pembayaran pertanggungjawaban pemberitahuan pengalaman perjanjian".split()
)
"""Nouns of this form that name things, which can be collected; an act (perencanaan) cannot."""
_FRAME = re.compile(
    r"(?<![a-z])(?:pedoman|mekanisme|format|prosedur|sop|tata\s+cara|jadwal|petunjuk\s+teknis|alur)\s+"
    r"((?:[a-z]+\s+){0,6}[a-z]+)"
)
"""Words by which a guide names its own procedure, and what it calls it."""
_FRAME_END = frozenset(
    "yang kecamatan kelurahan dinas badan inspektorat di dilingkungan dilingkup lingkungan ini itu tersebut "
    "dimaksudkan untuk adalah agar sebagai kabupaten kota dan dalam pada dengan oleh pengorganisasian".split()
)
_AWAY = re.compile(
    r"(?<=[a-z]) (?:untuk|kepada|ke|dari|sesuai|berdasarkan|sebagai|guna|agar|rangka|jika|bila|apabila|oleh|dengan|"
    r"melalui|bahan|tim|pada|dalam|bersama|melampirkan)(?![a-z])"
)
"""What follows is no longer the thing that a step works on."""
_IF = re.compile(r"(?i)^\W*(?:apabila|jika|bila(?:mana)?|kalau)\b")
_THEN = re.compile(r"(?i)\bmaka\b|,")
_NOUN_OF_ACT = re.compile(r"(?<![a-z])(pe[a-z]{4,20}an)(?![a-z])")
_FIELD_OF = {
    "kinerja": "kinerja",
    "perencanaan": "kinerja",
    "pelaporan": "kinerja",
    "kependudukan": "layanan",
    "layanan": "layanan",
}
"""Fields of work that have nothing to do with each other; staff, letters and money belong to all of them."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What the titles of an SOP say that it is about."""

    title: Value[str]
    words: frozenset[str]
    """Of all titles, without acts, offices and the word SOP."""
    rest: frozenset[str]
    """Those that belong to no known product."""
    acts: frozenset[str]
    products: frozenset[str]
    roots: frozenset[str]
    """The middles of its nouns of act: `ncana` of perencanaan, which stands in merencanakan as well."""
    things: frozenset[str]
    """Its other words."""

    @property
    def shown(self) -> str:
        """The title as messages quote it."""
        return shorten(strip_sop_words(self.title.value))

    def is_named_in(self, words: str, *, with_parts: bool = True) -> bool:
        """Whether spaced words speak of the subject, or of what belongs to it."""
        named = {other.key for other in products_in(words)}
        if named & self.products or (with_parts and any(is_part(key, self.products) for key in named)):
            return True
        left = without_products(words) if self.products else words
        return any(word in self.things or any(root in word for root in self.roots) for word in left.split())

    def fit(self, other: Product) -> str:
        """How surely another product is a foreign one: see `body.fit` in the vocabulary."""
        if self.products:
            return "wide" if names_field(self.rest, other.group) else "known"
        if not self.acts & _MAKING or other.group not in _COPIED:
            return "wide"
        wide = names_field(self.words, other.group) or is_vague(self.words) or resembles(self.words, other)
        return "wide" if wide else "unknown"


def subject_of(sop: Sop) -> Subject | None:
    """What the SOP is about by its titles; None when it has none that says anything."""
    titles = sop.titles
    noise = {word for value in (sop.unit, sop.government) if value for word in words_of(value.value)}
    all_words = [word for title in titles for word in title_words(title.value, noise)]
    words = frozenset(all_words) - ACTS
    if not titles or not words:
        return None
    spoken = [spaced(strip_sop_words(title.value)) for title in titles]
    telling = words - _GENERAL or words
    roots = {word: root for word in telling if (root := _root(word))}
    return Subject(
        title=titles[0],
        words=words,
        rest=frozenset(_rest(spoken)) & words,
        acts=frozenset(all_words) & ACTS,
        products=frozenset(named.key for text in spoken for named in products_in(text)),
        roots=frozenset(roots.values()),
        things=frozenset(telling - roots.keys()),
    )


def _rest(titles: Sequence[str]) -> Iterator[str]:
    """The words of titles beside their products; a title that only misspells another adds none."""
    naming = [title for title in titles if products_in(title)]
    known = " ".join(naming).split()
    for title in titles:
        left = without_products(title).split()
        yield from left if title in naming else unmatched(left, known)


def _root(word: str) -> str:
    """The middle of a noun of act; empty for other words."""
    if not (word.startswith("pe") and word.endswith("an")):
        return ""
    return next((word[cut:-2] for cut in (4, 3, 2) if len(word) - cut - 2 >= 4), "")


def scope_facts(out: FactList, sop: Sop) -> None:
    """Facts about the subject of steps, guide and remarks beside that of the title."""
    subject = subject_of(sop)
    if subject is None:
        return
    if sop.steps_state == "read":
        _steps(out, subject, sop.steps)
    _guide(out, subject, sop)
    _remarks(out, subject, sop)


# the steps --------------------------------------------------------------------------------------------------


def _steps(out: FactList, subject: Subject, steps: Sequence[Step]) -> None:
    read = [(step, spaced(text_of(step.text)), spaced(text_of(step.output))) for step in steps]
    strictly = any(subject.is_named_in(f"{text} . {output}", with_parts=False) for _, text, output in read)
    with_parts = strictly or in_parts(subject.products)
    own = 0
    others: dict[str, list[Step]] = {}
    for step, text, output in read:
        if subject.is_named_in(f"{text} . {output}", with_parts=with_parts):
            own += 1
            continue
        for key in {named.key for part in (_object_of(text), output) for named in products_in(part)}:
            others.setdefault(key, []).append(step)
    key, named = max(others.items(), key=lambda item: len(item[1]), default=("", []))
    places = [step.text.evidence[0] for step in named if step.text and step.text.evidence]
    _body(
        out,
        subject,
        {"part": "steps", "sign": "product", "fit": subject.fit(product(key)) if key else "known"},
        (len(steps), len(named), own),
        {
            "other": product(key).name if key else "",
            "where": _numbers(named, steps),
            "where_en": _numbers(named, steps),
        },
        places,
    )


def _numbers(named: Sequence[Step], steps: Sequence[Step]) -> str:
    """The numbers of some steps: as printed, or their places in the table."""
    marked = {id(step) for step in named}
    return enumerate_words([step_number(step, at) for at, step in enumerate(steps, 1) if id(step) in marked][:20])


def _object_of(text: str) -> str:
    """What a step works on: its words without recipient, purpose, tool and condition."""
    away = _AWAY.search(text)
    return text[: away.start()] if away else text


def _body(
    out: FactList,
    subject: Subject,
    kind: dict[str, str],
    counts: tuple[int, int, int],
    words: dict[str, str],
    places: Iterable[Evidence],
) -> None:
    units, named, own = counts
    out.add(
        "body",
        {
            **kind,
            "units": units,
            "named": named,
            "percent": 100 * named // max(units, 1),
            "own": own,
            "own_percent": 100 * own // max(units, 1),
        },
        {"title": subject.shown, **words},
        (*list(places)[:MAX_EVIDENCE], *subject.title.evidence[:1]),
        Confidence.HIGH,
    )


# the narrative guide -------------------------------------------------------------------------------------------


def _guide(out: FactList, subject: Subject, sop: Sop) -> None:
    values = list(_spoken(sop))
    if not values:
        return
    phrases = [hit for value in values for hit in _senseless(value, subject)]
    frames = [(value, span, spaced(words)) for value in values for span, words in _frames(value)]
    own = sum(subject.is_named_in(words) for _, _, words in frames)
    foreign = [(hit, _first(hit[2])) for hit in frames if not subject.is_named_in(hit[2])]
    counted = Counter(named.key for _, named in foreign if named)
    key, count = counted.most_common(1)[0] if counted else ("", 0)
    if len(phrases) >= count and phrases:
        printed = phrases[0][0].value[phrases[0][1][0] : phrases[0][1][1]]
        kind = {"part": "guide", "sign": "phrase", "fit": "known"}
        spans = [(value, span) for value, span in phrases]
        _body(out, subject, kind, (len(frames), len(phrases), own), _said(printed, spans), _places(spans))
        return
    spans = [(value, span) for (value, span, _), named in foreign if named and named.key == key]
    kind = {"part": "guide", "sign": "product", "fit": subject.fit(product(key)) if key else "known"}
    name = product(key).name if key else ""
    _body(out, subject, kind, (len(frames), count, own), _said(name, spans), _places(spans))


def _first(words: str) -> Product | None:
    return next(iter(products_in(words)), None)


def _said(other: str, spans: Sequence[tuple[Value[str], tuple[int, int]]]) -> dict[str, str]:
    places = _places(spans)
    return {"other": " ".join(other.split()), "where": told(places), "where_en": told(places, "en")}


def _places(spans: Sequence[tuple[Value[str], tuple[int, int]]]) -> list[Evidence]:
    return [place for value, span in spans for place in parts_of(value, [span])]


def _spoken(sop: Sop) -> Iterator[Value[str]]:
    """Headings and running text of the guide; laws and the tables of its forms speak of other things."""
    left = MAX_GUIDE_CHARS
    for section in sop.sections:
        low = section.title.value.lower()
        if "hukum" in low:
            continue
        yield section.title
        if section.text is not None and "format" not in low and left > 0:
            left -= len(section.text.value)
            yield section.text


def _frames(value: Value[str]) -> Iterator[tuple[tuple[int, int], str]]:
    for match in _FRAME.finditer(value.value.lower()):
        words = match.group(1).split()
        end = next((at for at, word in enumerate(words) if word in _FRAME_END), len(words))
        if end:
            yield (match.start(), match.start(1) + len(" ".join(words[:end]))), " ".join(words[:end])


def _senseless(value: Value[str], subject: Subject) -> Iterator[tuple[Value[str], tuple[int, int]]]:
    """An act that is collected, as if it were a thing: words exchanged in the text of another procedure."""
    if any(act in _COLLECTING for act in subject.acts):
        return
    for match in _COLLECTED.finditer(value.value.lower()):
        word = match.group(1)
        if word in subject.words and word not in _COLLECTABLE:
            yield value, match.span()


# warnings, qualifications and notes ----------------------------------------------------------------------------


def _remarks(out: FactList, subject: Subject, sop: Sop) -> None:
    groups: dict[str, list[ListEntry]] = {"warnings": [], "qualifications": [], "notes": list(sop.notes[:MAX_REMARKS])}
    for entry in sop.entries:
        if entry.section in groups and len(groups[entry.section]) < MAX_REMARKS:
            groups[entry.section].append(entry)
    texts = {id(entry): spaced(entry.text.value) for group in groups.values() for entry in group}
    qualified = any(subject.is_named_in(texts[id(entry)]) for entry in groups["qualifications"])
    for name, group in groups.items():
        for entry in group:
            fits = sop.doubtful or (name == "qualifications" and qualified)
            foreign = None if fits else _foreign(subject, name, entry.text.value)
            out.add(
                "remark",
                {"section": name, "foreign": foreign is not None, "clear": not sop.doubtful},
                {
                    "text": shorten(entry.text.value),
                    "other": foreign.name if foreign else "",
                    "title": subject.shown,
                },
                (*entry.text.evidence[:1], *(subject.title.evidence[:1] if foreign else ())),
            )


def _foreign(subject: Subject, name: str, text: str) -> Product | None:
    """The product of another procedure that a remark is about."""
    words = spaced(text)
    named = list(products_in(words))
    if name == "notes":
        return _of_persons(subject, named)
    if subject.is_named_in(words):
        return None
    others = [other for other in named if subject.fit(other) == "known"]
    if name == "qualifications":
        return next((other for other in others if _far(subject, other)), None)
    return _warned_about(subject, text, others)


def _of_persons(subject: Subject, named: Sequence[Product]) -> Product | None:
    """The performance of persons in an SOP on that of the office."""
    if "kinerja-pegawai" in subject.products or not any(product(key).group == "kinerja" for key in subject.products):
        return None
    keys = {other.key for other in named}
    return product("kinerja-pegawai") if keys == {"kinerja-pegawai"} else None


def _warned_about(subject: Subject, text: str, others: Sequence[Product]) -> Product | None:
    """What happens when *this* work is not done may well be said of other products; the condition may not."""
    if not others or not _IF.match(text):
        return None
    if far := next((other for other in others if _far(subject, other)), None):
        return far
    then = _THEN.search(text)
    condition = spaced(text[: then.start()] if then else text)
    inside = {named.key for named in products_in(condition)}
    if any(other.key in inside for other in others):
        return next(other for other in others if other.key in inside)
    acts = {match.group(1) for match in _NOUN_OF_ACT.finditer(condition)} - {"pelaksanaan", "prosedur", "penyelesaian"}
    return others[0] if acts and not acts & subject.acts and "sop" not in condition.split() else None


def _far(subject: Subject, other: Product) -> bool:
    """Whether another product belongs to a field of work that has nothing to do with the title's."""
    own = {_FIELD_OF.get(product(key).group) for key in subject.products}
    field = _FIELD_OF.get(other.group)
    return field is not None and None not in own and bool(own) and field not in own


def is_far(subject: Subject | None, text: str) -> bool:
    """Whether words name a product of a field of work that has nothing to do with the title's, and nothing else."""
    if subject is None or not subject.products or subject.is_named_in(spaced(text)):
        return False
    named = list(products_in(spaced(text)))
    return bool(named) and all(_far(subject, other) for other in named)
