"""Mistakes of feature files: each kind has its own message, with its line and what to write instead."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_bdd.parser import PARAM_RE, render_string

from engine.pack import Pack
from schemas.spec import SpecMistake
from specs.mistakes import MOST, MistakesError, mistakes, refuse_mistakes
from specs.placeholders import filled, names
from specs.reading import MAX_BYTES, MAX_LINES
from specs.scenario_mistakes import about_findings
from specs.vocabulary import VOCABULARY, Vocabulary, step
from tests.packs import rules_pack
from tests.program import patuh

CHECKOUT = Path(__file__).resolve().parent.parent
ENGLISH = re.compile(r"\b(expected|unexpected|got|parser|error|inconsistent|supported|whitespace|EOF|#\w+Line)\b")


@pytest.fixture(scope="module")
def pack() -> Pack:
    return rules_pack()


def steps(*lines: str, before: Sequence[str] = ()) -> str:
    """A feature of one scenario; its first step is line 4 (and more where *before* stands before the scenario)."""
    head = ["# language: id", "Fitur: Uji", *before, "  Skenario: Satu"]
    return "\n".join([*head, *(f"    {line}" for line in lines), ""])


def outline(*rows: str, step: str = "Maka aturan <aturan> menemukan <banyak> temuan <tingkat>") -> str:
    """A feature of one outline; the heads of its examples are line 7, the first row is line 8."""
    lines = ("Dengan SOP lengkap", step, "Contoh:", "| aturan | banyak | tingkat |", *rows)
    return steps(*lines).replace("Skenario:", "Garis-Besar Skenario:").replace("Contoh:", "\n    Contoh:")


CLEAN = "Maka aturan NIP-02 tidak menemukan apa pun"
SOP = "Dengan SOP lengkap"
FINDS = "Maka aturan NIP-02 menemukan 1 temuan kritis"


@dataclass(frozen=True)
class Case:
    """A feature file with one mistake."""

    text: str | bytes
    code: str
    line: int
    message: str
    """Words that the message holds."""
    hint: str
    """Words that the hints hold."""


CASES = {
    # 1: steps that are not known
    "a slip of the pen": Case(
        steps("Dengan SOP lengkp", CLEAN), "unknown-step", 4, "tidak dikenal: Dengan SOP lengkp", "Dengan SOP lengkap"
    ),
    "a slip in an English step": Case(
        steps("Dengan a complet SOP", CLEAN), "unknown-step", 4, "a complet SOP", "Dengan SOP lengkap"
    ),
    "a slip keeps the words of the author": Case(
        steps(SOP, 'Ketika nomr SOP tertulis "12/AB"', CLEAN),
        "unknown-step",
        5,
        "nomr SOP",
        'Ketika nomor SOP tertulis "12/AB"',
    ),
    "a step in an English file": Case(
        "Feature: x\n Scenario: y\n  Given a complete SOPP\n  Then rule NIP-02 finds nothing\n",
        "unknown-step",
        3,
        "a complete SOPP",
        "Given a complete SOP",
    ),
    "like no step": Case(steps(SOP, "Ketika zzz qqq", CLEAN), "unknown-step", 5, "zzz qqq", "patuh spec --steps"),
    "capitals": Case(steps("Dengan sop Lengkap", CLEAN), "unknown-step", 4, "sop Lengkap", "Dengan SOP lengkap"),
    # 1, 23: words of a step
    "no quotation marks": Case(
        steps(SOP, "Ketika nomor SOP tertulis 12/AB", CLEAN),
        "missing-quotes",
        5,
        "'12/AB' harus",
        'Tulis: Ketika nomor SOP tertulis "12/AB"',
    ),
    "open quotation mark": Case(
        steps(SOP, FINDS, 'Dan temuan mengutip "abc'),
        "unclosed-quote",
        6,
        "tidak ditutup",
        'Tulis: Dan temuan mengutip "abc"',
    ),
    "mixed quotation marks": Case(
        steps(SOP, FINDS, 'Dan temuan mengutip “abc"'), "unclosed-quote", 6, "tidak ditutup dengan ”", "“abc”"
    ),
    "quotation marks within": Case(
        steps(SOP, FINDS, 'Dan temuan mengutip "a "b" c"'), "unclosed-quote", 6, "di dalamnya", '“a "b" c”'
    ),
    "open quotation mark in an unknown step": Case(
        steps(SOP, 'Ketika zzz qqq "abc', CLEAN), "unclosed-quote", 5, "tidak ditutup", "patuh spec --steps"
    ),
    # 2: moments
    "Jika for Ketika": Case(
        steps(SOP, "Jika langkah 3 dihapus", "Dan langkah 2 dihapus", CLEAN),
        "given-for-when",
        5,
        "'Jika' dalam Gherkin berbahasa Indonesia berarti Dengan",
        "Tulis: Ketika langkah 3 dihapus",
    ),
    "Bila for Ketika": Case(
        steps(SOP, "Bila langkah 3 dihapus", CLEAN), "given-for-when", 5, "'Bila' dalam Gherkin", "Ketika langkah 3"
    ),
    "Kemudian for Ketika": Case(
        steps(SOP, "Kemudian langkah 3 dihapus", CLEAN), "wrong-moment", 5, "'Kemudian' berarti Maka", "Ketika langkah"
    ),
    "Maka forgotten": Case(
        steps(SOP, "Ketika langkah 3 dihapus", "Dan aturan NIP-02 tidak menemukan apa pun"),
        "wrong-moment",
        6,
        "hanya dikenal sesudah Maka (yang harus terjadi), padahal di sini berada sesudah Ketika",
        "Tulis: Maka aturan NIP-02 tidak menemukan apa pun",
    ),
    "Jika for Ketika, with a slip": Case(
        steps(SOP, "Jika langkah 3 dihapuss", CLEAN), "unknown-step", 5, "dihapuss", "berarti Dengan (keadaan awal)"
    ),
    # 3
    "two scenarios of one name": Case(
        steps(SOP, CLEAN, "Skenario: Satu", SOP, CLEAN),
        "duplicate",
        6,
        "'Satu' sudah dipakai pada baris 3",
        "nama lain",
    ),
    "a scenario without a name": Case(
        steps(SOP, CLEAN, "Skenario:", SOP, CLEAN), "no-name", 6, "belum bernama", "Skenario: apa yang diuji"
    ),
    # 4, 5, 6
    "no such rule": Case(
        steps(SOP, "Maka aturan NIP-0Z tidak menemukan apa pun"), "unknown-rule", 5, "'NIP-0Z'", "(person/nip-mismatch)"
    ),
    "no such name of a rule": Case(
        steps(SOP, "Maka dokumen melanggar aturan person/nip-missmatch"),
        "unknown-rule",
        5,
        "'person/nip-missmatch'",
        "(person/nip-mismatch)",
    ),
    "a tag of no rule": Case(
        steps(SOP, CLEAN, before=["  @aturan-NIP-0Z"]), "unknown-rule-tag", 3, "'@aturan-NIP-0Z'", "NIP-02"
    ),
    "a tag of no article": Case(
        steps(SOP, CLEAN, before=["  @pasal-identity-blok"]),
        "unknown-article-tag",
        3,
        "'@pasal-identity-blok' menunjuk pasal yang tidak ada",
        "@pasal-identity-block",
    ),
    "a tag of no article at the examples": Case(
        outline("| NIP-02 | 1 | kritis |").replace("    Contoh", "    @pasal-x\n    Contoh"),
        "unknown-article-tag",
        7,
        "'@pasal-x'",
        "patuh rules coverage",
    ),
    "a tag in capitals": Case(
        steps(SOP, CLEAN, before=["  @Aturan-NIP-02"]), "tag-form", 3, "huruf kecil", "@aturan-NIP-02"
    ),
    # 24
    "a tag twice": Case(
        steps(SOP, CLEAN, before=["  @aturan-NIP-02", "  @a @aturan-NIP-02"]),
        "duplicate-tag",
        4,
        "'@aturan-NIP-02' sudah ada pada baris 3",
        "Hapus",
    ),
    "a tag with a space": Case(
        steps(SOP, CLEAN, before=["  @aturan NIP-02"]), "tag-space", 3, "tidak boleh memuat spasi", "@aturan-NIP-02"
    ),
    "a tag of no scenario": Case(
        steps(SOP, CLEAN, before=["  @a", "  | a |"]), "dangling-tag", 3, "tidak ada skenario", "tepat di atas"
    ),
    "a tag of nothing": Case(steps(SOP, CLEAN, "@a"), "dangling-tag", 6, "tidak ada skenario", "tepat di atas"),
    # 7 to 11
    "empty file": Case("", "empty-file", 1, "kosong", "Fitur: ..."),
    "only comments": Case("\n# language: id\n# nanti\n", "empty-file", 1, "kosong", "Fitur: ..."),
    "no scenario": Case("# language: id\nFitur: Uji\n", "no-scenario", 2, "'Uji' belum memuat skenario", "Skenario:"),
    "no step": Case(
        steps(SOP, CLEAN) + "  Skenario: Dua\n", "no-steps", 6, "'Dua' tidak memuat langkah", "Dengan (dokumennya)"
    ),
    "words that every text holds": Case(
        steps(SOP, FINDS, 'Dan temuan mengutip ""'), "no-words", 6, "tidak membuktikan", "Tulis kata"
    ),
    "a change of which nothing is asked": Case(
        steps(SOP, CLEAN, "Ketika langkah 3 dihapus", "Dan langkah 2 dihapus"),
        "nothing-after",
        6,
        "tidak ada Maka",
        "hapus",
    ),
    "a document in place of another": Case(
        steps(SOP, "Ketika langkah 3 dihapus", "Dengan SOP kosong", CLEAN),
        "second-document",
        6,
        "baris 4",
        "dua skenario",
    ),
    "no Maka": Case(steps(SOP, "Ketika langkah 3 dihapus"), "no-then", 3, "tidak membuktikan", "Maka aturan NIP-02"),
    "no Dengan": Case(steps(CLEAN), "no-given", 4, "Belum ada dokumen", "Dengan SOP lengkap"),
    "Dengan comes late": Case(steps("Ketika langkah 3 dihapus", SOP, CLEAN), "no-given", 4, "Belum ada", "Dengan SOP"),
    "the first step begins with Dan": Case(
        steps("Dan SOP lengkap", CLEAN), "first-joined", 4, "'Dan': belum ada langkah", "Dengan SOP lengkap"
    ),
    "the first step of a scenario with a background begins with Dan": Case(
        steps("Dan langkah 3 dihapus", CLEAN, before=["  Latar Belakang:", "    Dengan SOP lengkap"]),
        "first-joined",
        6,
        "'Dan'",
        "Tulis: Ketika langkah 3 dihapus",
    ),
    "the first step of a background begins with Dan": Case(
        steps(SOP, CLEAN, before=["  Latar Belakang:", "    Dan SOP lengkap"]), "first-joined", 4, "'Dan'", "Dengan SOP"
    ),
    "a background without steps": Case(
        steps(SOP, CLEAN, before=["  Dasar: undang-undang"]), "empty-background", 3, "tidak memuat langkah", '"Dasar:"'
    ),
    # 12: lines that are not understood
    "no Gherkin at all": Case(
        "Yth. Camat\n\nSalam.\n", "not-gherkin", 1, "'Yth. Camat' tidak dikenal", "Skenario: ..."
    ),
    "a keyword with a slip": Case(
        steps(SOP, "Mka aturan NIP-02 tidak berlaku"), "not-understood", 5, "'Mka aturan", "Maka aturan NIP-02 tidak"
    ),
    "a word that is no keyword": Case(
        steps(SOP, "Lalu langkah 3 dihapus", CLEAN), "not-understood", 5, "tidak dipahami", "Dan langkah 3 dihapus"
    ),
    "a line of nothing": Case(
        steps(SOP, "qwertz", CLEAN), "not-understood", 5, "'qwertz'", "Dengan, Diketahui, Diasumsikan"
    ),
    "a keyword alone": Case(steps(SOP, "Maka", CLEAN), "not-understood", 5, "'Maka'", "harus ada spasi"),
    "a tab after the keyword": Case(
        steps(SOP, "Maka\taturan NIP-02 tidak berlaku"), "not-understood", 5, "bukan tab", "Maka aturan NIP-02 tidak"
    ),
    "a heading with a slip": Case(
        steps(SOP, CLEAN, "Skenari: Dua", SOP, CLEAN), "not-understood", 6, "'Skenari: Dua'", '"Skenario: ..."'
    ),
    "a keyword with a slip in the first step": Case(
        steps("Denga SOP lengkap", CLEAN),
        "unread-line",
        4,
        "tidak dijalankan: 'Denga SOP lengkap'",
        "Dengan SOP lengkap",
    ),
    "an English keyword in the first step": Case(
        steps("Given a complete SOP", CLEAN), "unread-line", 4, "'Given a complete SOP'", "Dengan a complete SOP"
    ),
    "a step below the Fitur": Case(
        steps(SOP, CLEAN, before=["  Dengan SOP lengkap"]), "unread-line", 3, "hanya dibaca sebagai uraian", "Skenario"
    ),
    "an English heading below the Fitur": Case(
        steps(SOP, CLEAN, before=["  Scenario: Nol"]), "unread-line", 3, "'Scenario: Nol'", '"Skenario: ..."'
    ),
    "an English heading below steps": Case(
        steps(SOP, CLEAN, "Scenario: Dua"), "wrong-language", 6, "'Scenario' tidak dikenal", '"Skenario: ..."'
    ),
    "steps below examples": Case(
        outline("| NIP-02 | 1 | kritis |") + "    Dan langkah 1 dihapus\n",
        "misplaced-step",
        10,
        "Dan langkah",
        "di atas",
    ),
    "a background below a scenario": Case(
        steps(SOP, CLEAN, "Latar Belakang:"), "misplaced-section", 6, "Latar Belakang", "hanya boleh ada satu"
    ),
    # 13, 14
    "no language": Case("Fitur: Uji\n", "missing-language", 1, "berbahasa Indonesia", "# language: id"),
    "language in capitals": Case("# Language: id\nFitur: Uji\n", "wrong-language", 1, "Indonesia", "# language: id"),
    "English words in an Indonesian file": Case(
        "# language: id\nFeature: Uji\n", "wrong-language", 1, "berbahasa Inggris", '"Fitur: ..." pada baris 2'
    ),
    "the language below a tag": Case(
        "@a\n# language: id\nFitur: Uji\n", "wrong-language", 2, "di atas segala yang lain", "paling atas"
    ),
    "no such language": Case("# language: in\nFitur: Uji\n", "unknown-language", 1, "'in'", "# language: id"),
    "a language of which no steps are known": Case(
        "# language: fr\nFonctionnalité: Uji\n Scénario: x\n", "unknown-language", 1, "'fr'", "# language: id"
    ),
    "no Fitur": Case(
        "# language: id\n\nSkenario: Satu\n Dengan SOP lengkap\n",
        "missing-feature",
        3,
        "'Skenario: Satu'",
        "Fitur: NIP",
    ),
    "only tags": Case("# language: id\n@a\n", "missing-feature", 3, "hanya memuat tanda", "Fitur: NIP"),
    # 15, 16: outlines
    "no examples": Case(
        steps(SOP, CLEAN).replace("Skenario:", "Skenario konsep:"), "no-examples", 3, "tidak memuat Contoh", '"Contoh:"'
    ),
    "examples without rows": Case(outline(), "empty-examples", 7, "tidak memuat baris", "satu baris isi"),
    "examples without a table": Case(steps(SOP, CLEAN, "Contoh:"), "empty-examples", 6, "tidak memuat baris", "isi"),
    "a name without a column": Case(
        outline("| NIP-02 | 1 | kritis |").replace("<banyak>", "<jumlah> dan <banyk>").replace("<banyk>", "<banyak>"),
        "no-column",
        5,
        "Tidak ada kolom 'jumlah' dalam Contoh pada baris 7",
        "Kolom yang ada: aturan, banyak, tingkat",
    ),
    "a name with a slip": Case(
        outline("| NIP-02 | 1 | kritis |", step="Maka aturan <aturn> menemukan <banyak> temuan <tingkat> <aturan>"),
        "no-column",
        5,
        "'aturn'",
        "<aturan>",
    ),
    "a column that no step uses": Case(
        outline("| NIP-02 | 1 | kritis |", step="Maka aturan <aturan> menemukan <banyak> temuan kritis"),
        "unused-column",
        8,
        "'tingkat' tidak dipakai",
        "<tingkat>",
    ),
    "a column twice": Case(
        outline("| NIP-02 | 1 | kritis |")
        .replace("| banyak |", "| aturan |")
        .replace("<banyak>", "1")
        .replace("| 1 |", "| NIP-02 |"),
        "duplicate-column",
        8,
        "'aturan' ada dua kali",
        "ganti nama",
    ),
    "a rule in a row": Case(
        outline("| NIP-02 | 1 | kritis |", "| NIP-0Z | 1 | kritis |"),
        "unknown-rule",
        10,
        "'NIP-0Z'",
        "langkah pada baris 5",
    ),
    "a choice in a row": Case(
        outline("| NIP-02 | 1 | berat |"), "wrong-word", 9, "'berat'", "kritis, mayor, minor, saran"
    ),
    "an unknown step in an outline": Case(
        outline("| NIP-02 | 1 | kritis |", step="Maka atran <aturan> menemukan <banyak> temuan <tingkat>"),
        "unknown-step",
        5,
        "atran NIP-02",
        "Maka aturan NIP-02 menemukan 1 temuan kritis",
    ),
    # 17
    "no table": Case(
        steps('Dengan dokumen "LAPORAN KINERJA" dengan tabel', CLEAN), "missing-table", 4, "memerlukan tabel", "| No |"
    ),
    "no text": Case(
        steps("Dengan naskah", CLEAN), "missing-text", 4, "memerlukan blok teks", "STANDAR OPERASIONAL PROSEDUR"
    ),
    "a table too many": Case(steps(SOP, "| a |", CLEAN), "needless-table", 4, "tidak memakai tabel", "Hapus tabel itu"),
    "a text too many": Case(
        steps(SOP, '"""', "a", '"""', CLEAN), "needless-text", 4, "tidak memakai blok teks", "Hapus blok teks"
    ),
    # 18, 19
    "rows of different length": Case(
        steps("Dengan arsip dengan SOP berikut", "| a | b |", "| 1 |", CLEAN),
        "ragged-table",
        6,
        "mempunyai 1 kolom, padahal baris pertamanya (baris 5) 2",
        "Samakan",
    ),
    "a row of examples that is not closed": Case(
        outline("| NIP-02 | 1 | kritis"), "ragged-table", 9, "mempunyai 2 kolom", "Akhiri baris ini dengan tanda |"
    ),
    "no row is closed": Case(
        steps("Dengan arsip dengan SOP berikut", "| berkas | kantor", "| a.txt |", CLEAN),
        "open-row",
        5,
        "'kantor' tidak terbaca",
        "tanda |",
    ),
    "a text that is not closed": Case(
        steps("Dengan naskah", '"""', "STANDAR", CLEAN), "unclosed-text", 5, "tidak pernah ditutup", "baris tersendiri"
    ),
    "a text of other marks that is not closed": Case(
        steps("Dengan naskah", "```", '"""', CLEAN), "unclosed-text", 5, "dibuka dengan ```", "Tulis ```"
    ),
    "two texts": Case(
        steps("Dengan naskah", '"""', "a", '"""', '"""', "b", '"""', CLEAN),
        "misplaced-text",
        8,
        "Blok teks",
        "satu blok",
    ),
    "a second table": Case(
        steps(SOP, "| a |", '"""', "a", '"""', "| b |", CLEAN), "misplaced-table", 9, "tidak berada di bawah", "Contoh"
    ),
    # 20
    "too many lines": Case("#\n" * (MAX_LINES + 1), "too-large", 1, "40000 baris", "beberapa berkas"),
    "too many rows": Case(
        outline(*["| NIP-02 | 1 | kritis |"] * 1000, step=f"{FINDS} <aturan> <banyak> <tingkat> {'x' * 10_000}"),
        "too-large",
        3,
        "terlalu banyak",
        "baris contohnya",
    ),
    "not UTF-8": Case(b"# language: id\nFitur: caf\xe9\n", "not-utf8", 2, "di luar UTF-8", "Notepad"),
    "UTF-16": Case("Fitur: a".encode("utf-16"), "not-utf8", 1, "UTF-16", "UTF-8"),
    "a document of Word": Case(b"PK\x03\x04\n\0\0", "binary", 2, "bukan berkas teks", "teks biasa"),
    "too large": Case(b"#" * (MAX_BYTES + 1), "too-large", 1, "2 MB", "beberapa berkas"),
    # 21
    "a choice that is none": Case(
        steps(SOP, "Maka aturan NIP-02 menemukan 1 temuan berat"),
        "wrong-word",
        5,
        "'berat' bukan pilihan",
        "kritis, mayor, minor, saran",
    ),
    "a choice with a slip": Case(
        steps(SOP, "Maka aturan NIP-02 menemukan 1 temuan kriitis"),
        "wrong-word",
        5,
        "'kriitis'",
        "Tulis: Maka aturan NIP-02 menemukan 1 temuan kritis",
    ),
    "a label with a slip": Case(
        steps(SOP, 'Ketika Tanggal Pengesahn tertulis "x"', CLEAN),
        "wrong-word",
        5,
        "'Tanggal Pengesahn'",
        'Ketika Tanggal Pengesahan tertulis "x"',
    ),
    "a number in words": Case(
        steps(SOP, "Maka aturan NIP-02 menemukan satu temuan kritis"), "wrong-word", 5, "'satu' bukan bilangan", "angka"
    ),
    "a day of no calendar": Case(
        steps(SOP, "Ketika dokumen diperiksa pada 2026-02-30", CLEAN),
        "wrong-value",
        5,
        "2026-02-30",
        "2026-12-31",
    ),
    "a day of no form": Case(
        steps(SOP, "Ketika dokumen diperiksa pada besok pagi", CLEAN),
        "wrong-word",
        5,
        "'besok pagi'",
        "31 Desember 2026",
    ),
    "a rule in quotation marks": Case(
        steps(SOP, 'Maka aturan "NIP-02" menemukan 1 temuan kritis'), "wrong-word", 5, "nama aturan", "tanda petik"
    ),
    # 22
    "a finding of no rule": Case(
        steps(SOP, 'Maka temuan mengutip "abc"', FINDS), "finding-first", 5, "Belum ada langkah", "Maka aturan NIP-02"
    ),
    "a finding of before the change": Case(
        steps(SOP, FINDS, "Ketika langkah 1 dihapus", 'Maka temuan mengutip "abc"'),
        "finding-first",
        7,
        "Belum",
        "aturan",
    ),
    # 26
    "two features": Case(
        steps(SOP, CLEAN, "Fitur: Dua"),
        "second-feature",
        6,
        "hanya boleh memuat satu Fitur",
        "berkas .feature tersendiri",
    ),
    # 27
    "no such file": Case(
        steps('Dengan berkas "naskah1.txt"', CLEAN), "no-file", 4, "Tidak ada berkas 'naskah1.txt'", "naskah.txt"
    ),
    "no such file in a row": Case(
        steps('Dengan berkas "<b>"', CLEAN, "Contoh:", "| b |", "| naskah.txt |", "| dua.txt |"),
        "no-file",
        9,
        "'dua.txt'",
        "langkah pada baris 4",
    ),
}
"""At least twenty kinds: what is wrong, where, and the words with which it is told."""


def look(text: str | bytes, folder: Path, pack: Pack) -> tuple[SpecMistake, ...]:
    """The mistakes of a feature beside which there is a document."""
    (folder / "naskah.txt").write_text("STANDAR", encoding="utf-8")
    path = folder / "uji.feature"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return mistakes(path, pack)


@pytest.mark.parametrize("name", CASES)
def test_each_mistake_is_told_by_itself(name: str, tmp_path: Path, pack: Pack) -> None:
    case = CASES[name]
    found = look(case.text, tmp_path, pack)
    assert [(one.code, one.line) for one in found] == [(case.code, case.line)], found
    assert case.message in found[0].message
    assert case.hint in "\n".join(found[0].hints)
    assert not ENGLISH.search(found[0].message + " ".join(found[0].hints))
    assert found[0].path == str(tmp_path / "uji.feature")


def test_there_are_many_kinds() -> None:
    assert len({case.code for case in CASES.values()}) >= 40


RULE = '"""\ncode: UJI-01\ntitle: {id: Uji}\n"""'
RIGHT = {
    "the quotation marks of a typesetter": steps(SOP, FINDS, "Dan temuan mengutip “abc”", "Dan temuan mengutip 'a'"),
    "Jika with what is there": steps("Jika SOP lengkap", CLEAN),
    "English steps in an Indonesian file": steps("Dengan a complete SOP", "Maka rule NIP-02 finds nothing"),
    "an English file": "Feature: x\n Scenario: y\n  Given a complete SOP\n  Then rule NIP-02 finds nothing\n",
    "Kemudian and Tetapi": steps(SOP, "Tetapi satu hari kerja 450 menit", CLEAN.replace("Maka", "Kemudian")),
    "a star": steps(SOP, "* satu hari kerja 450 menit", CLEAN),
    "tabs and wide space": steps("Dengan SOP\tlengkap", "Maka  aturan   NIP-02 tidak menemukan apa pun"),
    "a rule by its name": steps(SOP, "Maka aturan person/nip-mismatch tidak menemukan apa pun"),
    "tags": steps(SOP, CLEAN, before=["  @aturan-NIP-02 @aturan-person/nip-mismatch @pasal-identity-block @aturanku"]),
    "a tag of the feature again": steps(SOP, CLEAN, before=["  @a"]).replace("Fitur", "@a\nFitur"),
    "a scenario with examples": outline("| NIP-02 | 1 | kritis |").replace("Garis-Besar Skenario", "Skenario"),
    "two tables of examples": outline(
        "| NIP-02 | 1 | kritis |", "Contoh: lagi", "| aturan | banyak | tingkat |", "|NIP-02|1|minor|"
    ),
    "a column in the name only": outline(
        "| NIP-02 | 1 | kritis |", step="Maka aturan <aturan> menemukan <banyak> temuan kritis"
    ).replace("Satu", "Pada <tingkat>"),
    "words in a table and a text": steps(
        "Dengan naskah", '"""', "<isi>", '"""', CLEAN, "Contoh:", "| isi |", "| a |"
    ),
    "an angle that is no name": steps(SOP, 'Ketika nomor SOP tertulis "<nomor>"', CLEAN),
    "angles that are no name": outline("| NIP-02 | 1 | kritis |").replace(
        "Dengan SOP lengkap", 'Dengan SOP lengkap\n    Ketika nomor SOP tertulis "2 < 3 dan 5 > 4"'
    ),
    "a background": steps(CLEAN, before=["  Latar Belakang:", "    Dengan SOP lengkap"]),
    "a rule of Gherkin": steps(CLEAN, before=["  Aturan: satu", "  Latar Belakang:", "    Dengan SOP lengkap", ""]),
    "asked in the background": steps(
        'Maka temuan mengutip "a"', before=["  Latar Belakang:", f"   {SOP}", f"   {FINDS}"]
    ),
    "prose": steps(
        SOP, CLEAN, before=["  dengan cara yang sama, lihat SOP lengkap", "  Catatan: dari kantor", "  Bila perlu"]
    ),
    "the same name in capitals": steps(SOP, CLEAN, "Skenario: SATU", SOP, CLEAN),
    "a file": steps('Dengan berkas "naskah.txt"', CLEAN),
    "a file of an archive is told, not read": steps(
        'Dengan berkas "tidak-ada.txt" memuat kedua SOP berikut', "| judul |", "| A |", "| B |",
        "Maka aturan archive/nip-conflict tidak menemukan apa pun dalam arsip",
    ),
    "bars in cells": steps(
        "Dengan arsip dengan SOP berikut", r"| berkas | judul |", r"| a \| b | c\\ | # catatan", CLEAN
    ),
    "a document twice judged": steps(SOP, FINDS, "Ketika langkah 1 dihapus", CLEAN, "Dan temuan mengutip 'a'"),
}  # fmt: skip


@pytest.mark.parametrize("name", RIGHT)
def test_what_only_looks_wrong_is_not_reported(name: str, tmp_path: Path, pack: Pack) -> None:
    assert look(RIGHT[name], tmp_path, pack) == ()


@pytest.mark.parametrize("name", ["several mistakes", "lines"])
def test_all_mistakes_of_a_file_are_told(name: str, tmp_path: Path, pack: Pack) -> None:
    texts = {
        "several mistakes": (
            steps("Dengan SOP lengkp", CLEAN, "Skenario: Dua", SOP, "Skenario: Satu", CLEAN),
            [("unknown-step", 4), ("no-then", 6), ("duplicate", 8), ("no-given", 9)],
        ),
        "lines": (
            steps(SOP, "Mka a", "qwertz", CLEAN, "Fitur: Dua"),
            [("not-understood", 5), ("not-understood", 6), ("second-feature", 8)],
        ),
    }
    text, expected = texts[name]
    assert [(one.code, one.line) for one in look(text, tmp_path, pack)] == expected


def test_mistakes_of_a_background_are_told_once(tmp_path: Path, pack: Pack) -> None:
    text = steps(CLEAN, "Skenario: Dua", CLEAN, before=["  Latar Belakang:", "    Dengan SOP lengkp"])
    assert [(one.code, one.line) for one in look(text, tmp_path, pack)] == [("unknown-step", 4)]


def test_too_many_mistakes_are_cut(tmp_path: Path, pack: Pack) -> None:
    found = look(steps(SOP, *(f"Ketika zzz {number}" for number in range(500)), CLEAN), tmp_path, pack)
    assert len(found) == MOST + 1
    assert found[-1].code == "more"


def test_words_of_the_file_are_harmless_and_short(tmp_path: Path, pack: Pack) -> None:
    found = look(steps(SOP, "Ketika \x1b[31mmerah " + "x" * 5000, "Zzz\x1b[2J " + "y" * 5000), tmp_path, pack)
    assert found
    for one in found:
        told = "\n".join([one.message, *one.hints])
        assert "\x1b" not in told
        assert len(told) < 1500


def test_a_folder_a_pipe_and_a_file_that_is_not_there(tmp_path: Path, pack: Pack) -> None:
    (tmp_path / "folder.feature").mkdir()
    os.mkfifo(tmp_path / "pipa.feature")
    (tmp_path / "rusak.feature").symlink_to(tmp_path / "rusak.feature")
    expected = {"folder": "folder", "pipa": "unreadable", "tidak-ada": "unreadable", "rusak": "unreadable"}
    for name, code in expected.items():
        (found,) = mistakes(tmp_path / f"{name}.feature", pack)
        assert (found.code, found.line) == (code, 1)
        assert not ENGLISH.search(found.message)


def test_a_name_that_is_no_text(tmp_path: Path, pack: Pack) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.feature"))
    path.write_text("", encoding="utf-8")
    assert mistakes(path, pack)[0].path.endswith("?.feature")


def test_a_rule_under_development_is_known(tmp_path: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = Vocabulary()
    for known in VOCABULARY.steps:
        mine.add(known)
    for module in ("vocabulary", "step_mistakes", "unknown_steps", "scenario_mistakes", "nearest"):
        monkeypatch.setattr(f"specs.{module}.VOCABULARY", mine)
    step(
        "given",
        id=("rancangan aturan", "rancangan aturan {draft_rule:aturan}"),
        en="the draft of a rule",
        topic="pemeriksaan",
        about=("", ""),
        argument="text",
    )(lambda desk, text: desk.draft_rule(text))
    text = steps(SOP, "Dan rancangan aturan", '"""', "code: UJI-01", '"""', "Maka aturan UJI-01 tidak berlaku")
    assert look(text, tmp_path, pack) == ()
    assert look(text.replace("  Skenario", "  @aturan-UJI-01\n  Skenario"), tmp_path, pack) == ()
    named = text.replace("rancangan aturan", "rancangan aturan uji/satu").replace(
        "Maka aturan UJI-01", "Maka aturan uji/satu"
    )
    assert look(named, tmp_path, pack) == ()
    other = text.replace("Maka aturan UJI-01", "Maka aturan UJI-02")
    assert [one.code for one in look(other, tmp_path, pack)] == ["unknown-rule"]
    assert "UJI-01" in look(other, tmp_path, pack)[0].hints[0]
    alone = steps("Dengan rancangan aturan", '"""', "code: UJI-01", '"""', "Maka aturan UJI-01 tidak berlaku")
    assert [one.code for one in look(alone, tmp_path, pack)] == ["no-given"]


def test_steps_that_speak_of_findings_are_found_out() -> None:
    speak = {known.pattern("id").written for known in VOCABULARY.steps if about_findings(known)}
    assert "temuan mengutip {words:teks}" in speak
    assert "temuan arsip menunjuk {path:teks} dan menyebut {words:teks}" in speak
    assert "tidak ada temuan di atas saran" not in speak
    assert not any("{rule:aturan}" in one for one in speak)


def test_every_example_of_the_vocabulary_is_no_mistake(tmp_path: Path, pack: Pack) -> None:
    """The look at steps knows each that is listed: as it is shown, it is found."""
    unknown = []
    for known in VOCABULARY.steps:
        for language in ("id", "en"):
            words = known.example[language].split("\n")[0] if known.example[language] else ""
            if words and VOCABULARY.find(known.moments[0], words) is None:
                unknown.append(words)
    assert unknown == []


def test_our_features_have_no_mistakes_and_are_looked_at_in_no_time(pack: Pack) -> None:
    paths = sorted((CHECKOUT / "features").rglob("*.feature"))
    started = time.process_time()
    found = [one for path in paths for one in mistakes(path, pack)]
    assert found == []
    assert time.process_time() - started < 1.5  # half a second on a quiet core
    assert len(paths) > 30


def test_the_error_of_plain_pytest_has_message_and_hints(tmp_path: Path, pack: Pack) -> None:
    path = tmp_path / "uji.feature"
    path.write_text(steps("Dengan SOP lengkp", CLEAN), encoding="utf-8")
    with pytest.raises(MistakesError) as caught:
        refuse_mistakes(path, pack)
    assert str(caught.value).splitlines()[:2] == [
        f"{path}:4: Langkah tidak dikenal: Dengan SOP lengkp",
        "    Mungkin maksud Anda: Dengan SOP lengkap",
    ]


def test_the_program_tells_them(tmp_path: Path) -> None:
    path = tmp_path / "uji.feature"
    path.write_text(steps(SOP, "Jika langkah 3 dihapus", CLEAN), encoding="utf-8")
    ran = patuh("spec", str(path))
    assert ran.code == 3
    assert f"{path}:5: 'Jika' dalam Gherkin berbahasa Indonesia" in " ".join(ran.out.split())
    assert "Traceback" not in ran.out + ran.err


WORDS = f"""# language: id
# language: en
# language: xx
Fitur: a
Feature: b
Skenario: c
Skenario konsep: d
Garis-Besar Skenario: <a>
Latar Belakang:
Aturan: e
Contoh:
| a | b |
| 1 |
| <a> | \\| |
```
@a @pasal-x @aturan-y
@a b
Dengan SOP lengkap
Dan SOP lengkap
Jika langkah 1 dihapus
{CLEAN}
Maka temuan mengutip "<a>"
Dengan naskah
* x
Maka
Given x
#
\t
Dengan berkas "\0"
Dengan berkas "{"a/" * 3000}"
Ketika dokumen diperiksa pada 2026-13-01
Maka aturan <a> tidak berlaku""".split("\n")
WORDS += ["", '"""']


def _gherkin(lines: Sequence[str], ends: str) -> bytes:
    return ends.join(lines).encode("utf-8", "replace")


LINES = st.lists(st.sampled_from(WORDS) | st.text(max_size=30), max_size=14)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.builds(_gherkin, LINES, st.sampled_from(["\n", "\r\n", "\r"])))
def test_lines_in_any_order_are_judged(data: bytes, tmp_path: Path, pack: Pack) -> None:
    path = tmp_path / "uji.feature"
    path.write_bytes(data)
    found = mistakes(path, pack)
    assert all(1 <= one.line <= data.count(b"\n") + data.count(b"\r") + 1 for one in found)
    assert not any(ENGLISH.search(WORDS_OF_FILE.sub("", f"{one.message} {one.hints}")) for one in found)
    assert found == mistakes(path, pack)


WORDS_OF_FILE = re.compile(r"'.*?'")


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300))
def test_any_bytes_are_judged(data: bytes, tmp_path: Path, pack: Pack) -> None:
    path = tmp_path / "uji.feature"
    path.write_bytes(b"# language: id\nFitur: a\nSkenario: b\n" + data)
    assert mistakes(path, pack)


@given(st.text("<> ab\n", max_size=30), st.dictionaries(st.text("<> ab", max_size=3), st.text(max_size=3)))
def test_names_are_filled_as_pytest_bdd_does(text: str, row: dict[str, str]) -> None:
    assert filled(text, row) == render_string(text, row)
    assert list(names(text)) == PARAM_RE.findall(text)


LARGE = {
    "unknown steps": "Ketika zzz {number} qqq\n",
    "known steps": "Ketika langkah {number} dihapus\n",
    "scenarios": "Skenario: {number}\nDengan SOP lengkap\nMaka aturan NIP-02 tidak berlaku\n",
    "tags": "@a{number}\n",
    "rows": "| {number} |\n",
    "prose": "Denga SOP lengkap {number}\n",
    "marks": '"""\n',
    "angles": "Ketika <<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<",
    "one line": "Ketika langkah langkah {number} tertulis tertulis menjadi ",
}


@pytest.mark.parametrize("name", LARGE)
def test_a_large_file_is_judged_in_bounded_time(name: str, tmp_path: Path, pack: Pack) -> None:
    head = "# language: id\nFitur: a\nSkenario: b\n" + ("" if name == "prose" else "Dengan SOP lengkap\n")
    line = LARGE[name]
    text = head + "".join(line.format(number=number) for number in range(100_000 // len(line)))
    text += "\nContoh:\n| a |\n| 1 |\n" if name == "angles" else ""
    started = time.process_time()
    look(text, tmp_path, pack)
    assert time.process_time() - started < 3


OWN_WORDS = {
    "Ketika tanda tangan tidak ada": "Ketika blok tanda tangan dihapus",
    "Maka ada pelanggaran NIP-01": "Maka ada temuan NIP-01",
    'Ketika dasar hukum memuat "UU 32/2004"': 'Ketika dasar hukum ditambah "UU 32/2004"',
    "Ketika langkah 3 tidak punya waktu": 'Ketika waktu langkah 3 menjadi "teks"',
    "Ketika SOP diperiksa tanggal 1 Januari 2027": "Ketika dokumen diperiksa pada 1 Januari 2027",
    "Maka tidak ada pelanggaran": "Maka tidak ada temuan",
    "Maka dokumen adalah SOP": "Maka dokumen dikenali sebagai SOP",
    "Maka PS-01 dilanggar": "Maka aturan PS-01 dilanggar",
    "Maka nilai SOP A": "Maka nilainya 87,5 dengan predikat A",
}


@pytest.mark.parametrize("words", OWN_WORDS)
def test_the_words_of_an_auditor_lead_to_the_step_that_was_meant(words: str, tmp_path: Path, pack: Pack) -> None:
    """Among the three that are named; no step of an archive or with words of the author where an office stands."""
    hints = look(steps(SOP, words, CLEAN), tmp_path, pack)[0].hints
    assert f"Mungkin maksud Anda: {OWN_WORDS[words]}" in hints
    assert not any("Perjanjian Kinerja|" in hint or "wajib mempunyai" in hint for hint in hints)
