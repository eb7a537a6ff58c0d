"""Nothing that a file may hold stops the extraction: any text gives SOPs and facts, soon, and nothing is invented."""

from __future__ import annotations

import datetime as dt
import re
import time
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from engine.auditday import Elapsed
from engine.facts import sop_facts
from extraction.dates import find_dates
from extraction.sop import Extraction, extract
from readers.errors import ReadError
from readers.text import read_text
from schemas.base import Small
from schemas.evidence import Evidence, Value
from schemas.facts import FACT_KINDS, Fact
from schemas.sop import NOWHERE, Sop
from tests.sop_texts import HEADING, IDENTITY, STEPS

PATIENCE = 10.0
"""Seconds for the dearest file on a busy machine; an idle one needs about one. Quadratic work needs minutes."""
MEGABYTE = 1024 * 1024
AS_OF = dt.date(2026, 1, 15)
FIXTURES = sorted((Path(__file__).resolve().parent.parent / "fixtures" / "sop").iterdir())
WORD = re.compile(r"[^\W_]+")
LONG_QUOTE_CHARS = 120
"""Quotes from this length on may have been shortened."""
REGULATION_TYPES = ("UU", "PP", "Perpres", "Permendagri", "PermenPANRB", "Perda", "Perbup", "Perwali")
"""Short forms of what the fixtures cite."""
LIST_NUMBER = re.compile(r"\d{1,2}\.$")

PARTS = [
    *IDENTITY.splitlines(keepends=True), *STEPS.splitlines(keepends=True), IDENTITY, STEPS,
    "\n", "\n\n", "\t", " ", "|", " | ", "<td>", "</td>", "<table><tr><td>", "</table>", "<br>", "**", "# ", "- ",
    "1. ", "2. ", "a. ", "3.", "(1)", "NIP. 19800319 200501 1 002\n", "NIP\n", "NIP. l98O\n", "Nomor SOP",
    "Disahkan Oleh :\n",
    "Tanggal Efektif", "Nama SOP\n", "Dasar Hukum\n", "Dasar Hukum Kualifikasi Pelaksana\n", "Keterkaitan : ",
    "Peringatan\n", "Peralatan/Perlengkapan\t", "Pencatatan dan Pendataan\n", "SOP Surat Masuk", "SOP ", "Mutu Baku",
    "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah\n", "PP 17/2018", "Nomor ... Tahun 20",
    "sebagaimana telah diubah dengan Peraturan Bupati Seruni", "I. Latar Belakang\n", "II. Dasar Hukum\n",
    "Bila lambat\n",
    "STANDAR OPERASIONAL PROSEDUR\n", "CAMAT BUKIT LEMBAYUNG,\n", "HANGGA WIRASTA, S.STP.\n", "(..........)\n", "ttd\n",
    "Ditetapkan di Bukit\n", "pada tanggal 31 Februari 2024\n", "2 Januari 2024\n", "5 menit", "1 hari\t", "X\t",
    "Mulai\t",
    "a.n. ", "Kecamatan Bukit Lembayungg", "Kabupaten Seruni, ", "Camat", "Kasubag", "Jumlah\t", "1\t2\t3\t4\t5\n",
    "No\tKegiatan\tPelaksana\t\tMutu Baku\n", "\tCamat\tStaf\tWaktu\tOutput\n", "kata " * 400, "9" * 400, "\u00a0", "é",
    "\u0130", "ß", "\u0665", "\u00b2", "\U0001f600", "\x00", "½", "①", "•", "…", "–", "\u0301",
]  # fmt: skip

Outcome = tuple[Extraction | ReadError, list[Fact]]


def outcome(data: bytes) -> Outcome:
    """Read, extract and make facts within the time allowed."""
    begin = time.perf_counter()
    facts: list[Fact] = []
    result: Extraction | ReadError
    try:
        result = extract(read_text(data, name="sop.txt"))
        facts = [fact for sop in result.sops for fact in sop_facts(sop, as_of=AS_OF)]
    except ReadError as exc:
        result = exc
    elapsed = time.perf_counter() - begin
    assert elapsed < PATIENCE, f"{elapsed:.1f} s"
    return result, facts


def field_names(value: BaseModel | Small) -> list[str]:
    """The fields of a model or of a small value object."""
    return list(type(value).model_fields) if isinstance(value, BaseModel) else [each.name for each in fields(value)]  # type: ignore[arg-type]


def evidence_in(value: Any) -> Iterator[Evidence]:
    """Yield each place that a model names."""
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, BaseModel | Small):
        for name in field_names(value):
            yield from evidence_in(getattr(value, name))
    elif isinstance(value, dict):
        for item in value.values():
            yield from evidence_in(item)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from evidence_in(item)


def values_in(value: Any, name: str = "") -> Iterator[tuple[str, Value[Any]]]:
    """Yield each value that a model holds with its places, and the name of its field."""
    if isinstance(value, Value):
        yield name, value
    elif isinstance(value, BaseModel | Small):
        for field in field_names(value):
            yield from values_in(getattr(value, field), f"{type(value).__name__}.{field}")
    elif isinstance(value, dict):
        for item in value.values():
            yield from values_in(item, name)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from values_in(item, name)


def assert_sound(result: Extraction | ReadError, facts: list[Fact], lines: int) -> None:
    """Check that places lie in the file and values are of the kinds of the vocabulary."""
    if isinstance(result, ReadError):
        assert result.code
        return
    said = [sop.model_copy(update={"prose": (), "extent": (NOWHERE, NOWHERE)}) for sop in result.sops]
    assert said == [Sop.model_validate_json(sop.model_dump_json()) for sop in result.sops]
    places = [place for sop in result.sops for place in evidence_in(sop)]
    places += [place for fact in facts for place in fact.evidence]
    assert [place for place in places if place.line is None or not 1 <= place.line <= lines] == []
    for fact in facts:
        for name, spec in FACT_KINDS[fact.kind].fields.items():
            printed = fact.fields[name]
            exact = type(printed) is spec.type or isinstance(printed, Elapsed)
            assert exact or (printed is None and spec.optional), (fact.kind, name, printed)
            assert not spec.values or printed in spec.values, (fact.kind, name, printed)
    assert len({(id(fact), fact.id) for fact in facts}) == len(facts)


def line_count(text: str) -> int:
    """Count lines as an editor does."""
    return len(re.split("\r\n|\r|\n", text))


@settings(deadline=None)  # outcome() has a bound of its own
@given(st.binary(max_size=300))
def test_any_bytes_give_facts_or_a_read_error(data: bytes) -> None:
    """Whatever the bytes are, the answer is sound."""
    result, facts = outcome(data)

    assert_sound(result, facts, len(data) + 1)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=60).map("".join))
def test_any_mixture_of_parts_gives_sound_facts(text: str) -> None:
    """However the parts of an SOP are mixed, facts are total, of the right kinds, and placed in the file."""
    result, facts = outcome(text.encode())

    assert_sound(result, facts, line_count(text))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=40).map("".join))
def test_any_mixture_below_an_identity_block_gives_sound_facts(text: str) -> None:
    """The same where the document is surely read as an SOP."""
    whole = f"{IDENTITY}\n{text}"

    result, facts = outcome(whole.encode())

    assert_sound(result, facts, line_count(whole))
    assert isinstance(result, ReadError) or result.kind == "sop"


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_form_with_any_damage_gives_sound_facts(data: st.DataObject) -> None:
    """A whole form with lines lost, doubled, moved or broken."""
    lines = (IDENTITY + "\nDasar Hukum\n1. UU Nomor 1 Tahun 2004\n" + STEPS).splitlines(keepends=True)
    kept = data.draw(st.lists(st.sampled_from(lines), min_size=5, max_size=40))
    text = "".join(kept)
    at = data.draw(st.integers(0, len(text)))
    text = text[:at] + data.draw(st.sampled_from(["", "\n", "\t", "|", " "])) + text[at:]

    result, facts = outcome(text.encode())

    assert_sound(result, facts, line_count(text))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=40).map("".join))
def test_the_same_text_gives_the_same_facts(text: str) -> None:
    """Nothing of one document is left over for the next."""
    assert outcome(f"{IDENTITY}\n{text}".encode())[1] == outcome(f"{IDENTITY}\n{text}".encode())[1]


def repeated(text: str, size: int = MEGABYTE - 1024) -> str:
    """Return *text* over and over, up to a size in characters."""
    return (text * (size // len(text) + 1))[:size]


def numbered(pattern: str, count: int) -> str:
    """Return a pattern filled with 1, 2, 3 ..."""
    return "".join(pattern.format(n=n, word=chr(97 + n % 26) + chr(97 + n // 26 % 26)) for n in range(1, count + 1))


ROW = "{n}\tMencatat surat masuk nomor {n}\tX\t\tSurat\t5 menit\tCatatan\t\n"
STEP = HEADING + "1\t{}\tX\t\tSurat\t5 menit\tCatatan\t\n"
SIGNED = "CAMAT BUKIT LEMBAYUNG,\n\nHANGGA WIRASTA\nNIP. 19800319 200501 1 002\n\n"

HOSTILE = {
    "blanks": repeated(" ") + "a",
    "digits": repeated("1"),
    "spaced-digits": repeated("1 "),
    "dotted-digits": repeated("1."),
    "dots": repeated(". "),
    "dashes": repeated("- "),
    "colons": repeated(": "),
    "capitals": repeated("A "),
    "degrees": repeated("S.E., "),
    "accents": repeated("é", 500_000),
    "sop": repeated("SOP "),
    "nip": repeated("NIP "),
    "nip-numbers": repeated("NIP 19800319 200501 1 002 "),
    "nip-lines": repeated("NIP 19800319 200501 1 002\n"),
    "dates": repeated("2 Januari 2024 "),
    "date-lines": repeated("2 Januari 2024\n"),
    "label": repeated("Nomor SOP ", 300_000),
    "label-with-colon": repeated("Nomor SOP : ", 300_000),
    "day-label": repeated("Tanggal Pengesahan ", 300_000),
    "half-labels": repeated("tgl. "),
    "ten-thousand-labels": "Nomor SOP : 1\n" * 10_000,
    "ten-thousand-fields": "Nomor SOP : 1/2\nTanggal Revisi : 3 Januari 2024\nDisahkan Oleh : Camat\nNama SOP : x\n"
    * 2_500,
    "headings": repeated("Dasar Hukum ", 300_000),
    "heading-pairs": repeated("Dasar Hukum Kualifikasi Pelaksana ", 300_000),
    "heading-lines": repeated("Dasar Hukum\n"),
    "narrative-headings": "I. Latar Belakang\n" * 20_000,
    "office-lines": repeated("CAMAT BUKIT,\n"),
    "letterhead-lines": repeated("KABUPATEN SERUNI\n"),
    "kecamatan": repeated("Kecamatan Bukit "),
    "damaged-headings": repeated("Kegiatan Mutu Baku\n"),
    "regulations": repeated("Undang-Undang Nomor 1 Tahun 2004 "),
    "many-regulations": IDENTITY
    + "Dasar Hukum\n"
    + numbered("{n}. Undang-Undang Nomor {n} Tahun 2004 tentang A;\n", 9_999),
    "one-regulation": IDENTITY + "Dasar Hukum\n1. " + repeated("Undang-Undang Nomor 1 Tahun 2004 tentang A, "),
    "amendments": IDENTITY
    + "Dasar Hukum\n1. UU Nomor 1 Tahun 2004 tentang A "
    + repeated("sebagaimana telah diubah dengan "),
    "numbers-in-a-line": IDENTITY + "Keterkaitan\n" + numbered("{n}. SOP Surat ", 99) * 300,
    "sops-in-a-line": IDENTITY + "Keterkaitan\n" + repeated("SOP Surat ", 200_000),
    "pairs-in-a-line": IDENTITY
    + "Dasar Hukum Kualifikasi Pelaksana\n"
    + repeated("1. Undang-Undang 1. Memahami surat "),
    "entries": IDENTITY + "Peringatan\n" + "1. kata\n" * 20_000,
    "many-offices": IDENTITY + numbered("Kecamatan Bukit {word}{n}\n".replace("{n}", ""), 20_000),
    "approver": IDENTITY.replace("CAMAT BUKIT LEMBAYUNG", "Camat " * 100_000),
    "approver-lines": IDENTITY + "CAMAT\n" * 20_000,
    "forms": IDENTITY + "a\tb\tc\nd\te\tf\n\n" * 2_000,
    "headers": HEADING * 3_000,
    "tables": IDENTITY + STEPS * 1_500,
    "five-thousand-rows": IDENTITY + HEADING + numbered(ROW, 5_000),
    "most-rows": IDENTITY + HEADING + numbered(ROW, 999),
    "long-act": IDENTITY + STEP.format("mencatat surat " * 7_000),
    "long-act-of-sops": IDENTITY + STEP.format("SOP Surat " * 10_000),
    "long-act-of-offices": IDENTITY + STEP.format("kepala sub " * 10_000),
    "long-act-of-dashes": IDENTITY + STEP.format("a" + "-" * 100_000),
    "long-time": IDENTITY + STEP.replace("5 menit", "5 menit " * 12_000),
    "long-digits": IDENTITY + STEP.replace("5 menit", "5" * 100_000),
    "long-title": "STANDAR OPERASIONAL PROSEDUR\n" + IDENTITY.replace("PELAYANAN", "pelayanan " * 3_000) + STEPS,
    "thousand-sops": IDENTITY * 1_000,
    "thousand-forms": (IDENTITY + STEPS + "\n") * 1_000,
    "thousand-signatures": IDENTITY + SIGNED * 1_000,
    "one-line-forms": repeated(IDENTITY.replace("\n", " "), 300_000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_end_soon(name: str) -> None:
    """Work grows no faster than the file."""
    text = HOSTILE[name]

    result, facts = outcome(text.encode())

    assert_sound(result, facts, line_count(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Tanggal Pengesahan : 9 Januari 2024\nTanggal Pembuatan : 2 Januari 2024\nNama SOP : A\nNama SOP : B\n"
            "Tanggal Pembuatan : 2 Januari 2024\nTanggal Revisi : -\n",
            id="two-blocks-that-share-labels",
        ),
    ],
)
def test_what_once_stopped_the_extraction_gives_sound_facts(text: str) -> None:
    """Texts that were found by the mixtures above."""
    result, facts = outcome(text.encode())

    assert_sound(result, facts, line_count(text))


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_no_value_is_invented(path: Path) -> None:
    """The words of every value stand in the words that it quotes, in order."""
    data = path.read_bytes()
    lines = source_lines(data)
    for sop in sops_of(data):
        for name, value in values_in(sop):
            assert value.evidence, name
            quoted = " ".join(whole_quote(place, lines) for place in value.evidence)
            assert stands_in(name, value.value, quoted), (name, value)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_every_quote_stands_where_it_says(path: Path) -> None:
    """The words of a quote begin in the line that it names; only the number of an HTML item is not printed."""
    data = path.read_bytes()
    lines = source_lines(data)
    for sop in sops_of(data):
        for place in evidence_in(sop):
            assert place.line is not None
            line = lines[place.line - 1]
            printed = set(words(place.quote)[:1]) <= set(words(line))
            assert printed or ("<li" in line and LIST_NUMBER.match(place.quote)), place


def sops_of(data: bytes) -> tuple[Sop, ...]:
    """Return the SOPs of a file; a file of another kind has none."""
    return extract(read_text(data, name="sop.txt")).sops


def source_lines(data: bytes) -> list[str]:
    """Return the lines of a fixture, in whichever of its encodings it is."""
    encodings = ["utf-16"] if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return data.decode(encoding).splitlines()
        except UnicodeDecodeError:
            continue
    raise AssertionError("a fixture has an unknown encoding")


def whole_quote(place: Evidence, lines: list[str]) -> str:
    """Return a quote, or its whole line where the quote is shortened."""
    assert place.line is not None
    return lines[place.line - 1] if len(place.quote) >= LONG_QUOTE_CHARS else place.quote


def stands_in(name: str, value: Any, quoted: str) -> bool:
    """Tell whether a value is made of the words quoted; what is put into a standard form is judged by that form."""
    if name == "Step.actors":  # the title of the column; its place is the mark in the row
        return bool(quoted)
    if name == "Citation.type":
        return value in REGULATION_TYPES
    if name == "Duration.minutes":
        return any(ch.isdigit() for ch in quoted)
    if isinstance(value, dt.date):
        return [day.iso for day in find_dates(quoted)] == [value]
    if name.endswith(".nip"):
        return value == "".join(words(quoted))
    return is_subsequence(words(str(value)), words(quoted))


def words(text: str) -> list[str]:
    """Return the words of a text."""
    return WORD.findall(text)


def is_subsequence(few: list[str], many: list[str]) -> bool:
    """Tell whether *few* stand among *many* in their order."""
    rest = iter(many)
    return all(word in rest for word in few)
