"""The steps of specs: each can fail, none is said in two ways, and each is used by a feature of ours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from specs.claims import MistakeError, Unmet
from specs.reading import read_feature
from specs.vocabulary import TOPICS, VOCABULARY, Known
from specs.words import KINDS, Language, StepPattern
from tests.spec_scenarios import feature, own_features, played, steps_of

LANGUAGES: tuple[Language, ...] = ("id", "en")
KEYWORDS = {"id": {"given": "Dengan", "when": "Ketika", "then": "Maka"}, "en": {}}
KEYWORDS["en"] = {"given": "Given", "when": "When", "then": "Then"}
SOP = "Dengan SOP lengkap"
NIP = 'Ketika NIP pada blok tanda tangan tertulis "19820517 200604 1 004"'
ASKED = "Maka aturan person/nip-mismatch menemukan 1 temuan"
TIMELESS = 'Ketika waktu langkah 3 menjadi "-"'
REPORT = 'Dengan dokumen "LAPORAN KINERJA TAHUN 2024"'
OFFICE = "Kecamatan Rimba Wangi"
ARCHIVE = (
    "Dengan arsip dengan SOP berikut",
    "| berkas | kantor | judul |",
    f"| a.txt | {OFFICE} | PENGELOLAAN SURAT |",
)
NUMBER = "identity/number-duplicate"


def _shown(known: Known, language: Language) -> str:
    """The step as the list of steps shows it: its example, or the pattern with a word for each argument."""
    if known.example[language]:
        return known.example[language]

    def word(hole: re.Match[str]) -> str:
        kind = KINDS[hole[2]]
        return kind.choices[language][0] if kind.choices else kind.shown[language].split(" ata")[0].split(" or")[0]

    return re.sub(r"\{(\w+):(\w+)\}", word, known.pattern(language).written)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_explains_itself(language: Language) -> None:
    """A sentence on what it does, and an example where something stands below it."""
    lacking = [known.pattern(language).shown for known in VOCABULARY if not known.about[language].endswith(".")]
    lacking += [known.pattern(language).shown for known in VOCABULARY if known.argument and not known.example[language]]
    assert not lacking
    assert {known.topic for known in VOCABULARY} == set(TOPICS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_are_the_step_that_they_show(language: Language, tmp_path: Path) -> None:
    """And can be read as Gherkin, with what must stand below them."""
    for known in VOCABULARY:
        moment = known.moments[0]
        path = feature(tmp_path, f"{KEYWORDS[language][moment]} {_shown(known, language)}", language=language)
        [scenario] = read_feature(path).scenarios
        [step] = scenario.steps
        found = VOCABULARY.find(moment, step.text)
        assert found is not None, step.text
        assert found.known is known, step.text
        below = {"table": step.table is not None, "text": step.doc is not None, None: True}
        assert below.get(known.argument, bool(step.table or step.doc)), step.text
        if known.example[language]:
            assert found.pattern.language == language, step.text


def test_no_words_are_two_steps() -> None:
    """All steps of our features, and all ways of each step, with words of each kind."""
    texts = {(step.moment, text) for one in own_features() for sc in one.scenarios for step, text in steps_of(sc)}
    for known in VOCABULARY:
        texts |= {(moment, _shown(known, language)) for moment in known.moments for language in LANGUAGES}
        for pattern in known.patterns:
            texts |= {(moment, _filled(pattern)) for moment in known.moments}
    assert len(texts) > 3 * len(VOCABULARY.steps)
    twice = [text for moment, text in sorted(texts) if len(list(VOCABULARY.matches(moment, text.split("\n")[0]))) != 1]
    assert not twice


def _filled(pattern: StepPattern) -> str:
    return re.sub(r"\{(\w+):(\w+)\}", lambda hole: _word(hole[2], pattern.language), pattern.written)


def _word(kind: str, language: Language) -> str:
    known = KINDS[kind]
    if known.choices:
        return known.choices[language][-1]
    return {"kata": "Camat", "kantor": "Kecamatan X", "nilai": "3", "aturan": "minor/nama"}.get(
        kind, known.shown[language]
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_is_used_by_a_feature_of_ours(language: Language) -> None:
    """In Indonesian, and in English by features/english."""
    used = {
        id(found.known)
        for one in own_features()
        for scenario in one.scenarios
        for step, text in steps_of(scenario)
        if (found := VOCABULARY.find(step.moment, text)) and found.pattern.language == language
    }
    assert [known.pattern(language).shown for known in VOCABULARY if id(known) not in used] == []


FAILS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    # what the scenario says; what was expected; what was there
    ((SOP, NIP, "Maka aturan NIP-02 menemukan 2 temuan kritis"), "menemukan 2 temuan kritis", "menemukan 1 temuan"),
    ((SOP, NIP, "Maka aturan NIP-02 menemukan 1 temuan mayor"), "1 temuan mayor", "Kritis baris 40"),
    ((SOP, NIP, "Maka aturan NIP-02 tidak menemukan apa pun"), "tidak menemukan apa pun", "menemukan 1 temuan"),
    ((SOP, NIP, "Maka tidak ada temuan NIP-02"), "tidak menemukan apa pun", "menemukan 1 temuan"),
    ((SOP, "Maka dokumen melanggar aturan NIP-02"), "melanggar aturan NIP-02", "tidak menemukan apa pun"),
    ((SOP, "Maka aturan NIP-02 tidak berlaku"), "tidak berlaku", "tidak menemukan apa pun"),
    ((SOP, 'Maka aturan NIP-02 tidak dapat dinilai karena "x"'), 'karena "x"', "tidak menemukan apa pun"),
    ((SOP, "Maka aturan NIP-02 tidak dapat dinilai"), "tidak dapat dinilai", "tidak menemukan apa pun"),
    ((SOP, "Maka aturan NIP-02 tidak ikut menilai"), "tidak ikut menilai", "tidak menemukan apa pun"),
    ((SOP, NIP, "Maka aturan NIP-02 menemukan 3 temuan"), "menemukan 3 temuan", "menemukan 1 temuan"),
    ((SOP, NIP, "Maka aturan NIP-02 menemukan temuan 1 kritis dan 1 minor"), "1 kritis, 1 minor", "1 temuan"),
    (
        (SOP, NIP, "Maka aturan NIP-02 menemukan temuan berikut", "| Tingkat | Mengutip |", "| kritis | Bupati |"),
        "seperti pada tabel",
        "1 temuan",
    ),
    (
        (SOP, NIP, "Maka aturan NIP-02 menemukan temuan berikut", "| Tingkat |", "| kritis |", "| kritis |"),
        "2 temuan seperti pada tabel",
        "1 temuan",
    ),
    ((SOP, NIP, ASKED, 'Dan temuan mengutip "Bupati"'), 'mengutip "Bupati"', "1 temuan"),
    ((SOP, NIP, ASKED, 'Dan temuan mengutip tepat "19820517"'), 'tepat "19820517"', "1 temuan"),
    ((SOP, NIP, ASKED, 'Dan temuan tidak mengutip "19820517"'), 'tidak mengutip "19820517"', "1 temuan"),
    ((SOP, NIP, ASKED, 'Dan temuan mengutip "19820517" lalu "Bupati"'), 'lalu "Bupati"', "1 temuan"),
    ((SOP, NIP, ASKED, 'Dan temuan menyarankan "Bupati"'), 'menyarankan "Bupati"', "1 temuan"),
    ((SOP, NIP, ASKED, 'Dan temuan menyatakan "Bupati"'), 'menyatakan "Bupati"', "1 temuan"),
    ((SOP, NIP, ASKED, 'Dan rekomendasi temuan memuat "Bupati"'), "rekomendasi temuan memuat", "rekomendasi: "),
    ((SOP, NIP, ASKED, 'Dan temuan menunjuk baris yang memuat "Nomor SOP"'), "memuat", "1 temuan"),
    ((SOP, NIP, ASKED, "Dan temuan menunjuk baris 1"), "menunjuk baris 1", "semua letaknya: baris 40, 67 dan 65"),
    ((SOP, NIP, ASKED, "Dan temuan menunjuk halaman 1"), "menunjuk halaman 1", "semua letaknya: baris 40"),
    ((SOP, NIP, ASKED, 'Dan temuan menunjuk sel "B7"'), 'sel "B7"', "semua letaknya: baris 40"),
    ((SOP, NIP, ASKED, 'Dan temuan menunjuk letak "halaman"'), 'letak "halaman"', "semua letaknya: baris 40"),
    ((SOP, NIP, ASKED, "Dan temuan menunjuk langkah 2"), "menunjuk langkah 2", "semua letaknya: baris 40"),
    ((SOP, NIP, ASKED, 'Dan temuan menunjuk bagian "Dasar Hukum"'), 'bagian "Dasar Hukum"', "baris 40"),
    ((SOP, NIP, ASKED, "Dan keyakinan temuan rendah"), "keyakinan temuan rendah", "1 temuan"),
    ((SOP, NIP, ASKED, 'Dan temuan mencatat "Bupati"'), 'mencatat "Bupati"', "1 temuan"),
    ((SOP, "Maka aturan NIP-02 menemukan 0 temuan", "Dan temuan tidak mencatat bacaan ragu"), "ragu", "patuh"),
    ((SOP, NIP, ASKED, 'Dan temuan menyebut kriteria AKIP "9z.9"'), '"9z.9"', "1 temuan"),
    (
        (
            SOP,
            'Ketika waktu langkah 3 menjadi "-"',
            "Maka ada temuan steps/time-missing",
            "Dan temuan tidak menyebut kriteria AKIP",
        ),
        "tidak menyebut kriteria AKIP",
        "1 temuan",
    ),
    ((SOP, NIP, "Maka tidak ada temuan di atas saran"), "di atas saran", "person/nip-mismatch: Kritis"),
    ((SOP, NIP, "Maka tidak ada temuan"), "tidak ada temuan", "person/nip-mismatch: Kritis"),
    ((SOP, NIP, "Maka tidak ada temuan kritis"), "tidak ada temuan kritis", "person/nip-mismatch: Kritis"),
    ((SOP, NIP, "Maka seluruhnya ada 7 temuan"), "seluruhnya ada 7", "person/nip-mismatch: Kritis"),
    ((SOP, "Maka seluruhnya ada 7 temuan minor"), "7 temuan minor", "tidak ada temuan"),
    ((SOP, NIP, "Maka temuan hanya dari aturan LK-01"), "hanya dari aturan LK-01", "person/nip-mismatch: Kritis"),
    ((SOP, "Maka temuan hanya dari aturan NIP-02"), "hanya dari aturan NIP-02", "tidak menemukan apa pun"),
    ((SOP, NIP, 'Maka putusannya "layak"'), "putusannya layak", "putusannya belum layak"),
    ((SOP, "Maka nilainya 99 dengan predikat AA"), "nilainya 99", "nilainya 100"),
    ((SOP, "Maka predikatnya B"), "predikatnya B", "predikat AA"),
    ((SOP, "Maka nilainya 99"), "nilainya 99", "nilainya 100"),
    ((SOP, "Maka nilainya antara 10 dan 99"), "antara 10 dan 99", "nilainya 100"),
    ((SOP, NIP, "Maka nilainya paling sedikit 100"), "paling sedikit 100", "nilainya "),
    ((SOP, "Maka batas nilainya 99 sampai 100"), "99 sampai 100", "antara 100 dan 100"),
    ((SOP, "Maka batas bawah di atas 100"), "di atas 100", "antara 100 dan 100"),
    ((SOP, "Maka batas bawah di bawah nilai SOP lengkap"), "di bawah nilai SOP lengkap", "nilainya 100"),
    (
        (SOP, TIMELESS, "Ketika tidak ada tanda pada kolom pelaksana", "Maka batas atas sama dengan nilainya"),
        "batas atas",
        "nilai",
    ),
    ((SOP, NIP, "Maka tidak ada perbaikan yang disarankan"), "tidak ada perbaikan", "perbaiki person/nip-mismatch"),
    ((SOP, NIP, "Maka perbaikan pertama adalah aturan LK-01 dengan predikat AA"), "LK-01", "person/nip-mismatch"),
    ((SOP, "Maka dokumen dikenali sebagai laporan kinerja"), "laporan kinerja", "dikenali sebagai SOP"),
    (("Dengan SOP kosong", "Maka dokumen dikenali sebagai SOP"), "sebagai SOP", "isinya tidak dikenali"),
    ((SOP, "Maka dokumen tidak dikenali"), "tidak dikenali", "dikenali sebagai SOP"),
    ((SOP, 'Maka berkas tidak dapat dibaca karena "x"'), "tidak dapat dibaca", "berkas dapat dibaca"),
    ((SOP, "Maka dokumen memuat 2 SOP"), "memuat 2 SOP", "terbaca 1 SOP"),
    ((SOP, 'Maka judul dokumen terbaca "LAIN"'), '"LAIN"', 'terbaca "PENGUMPULAN DATA KINERJA"'),
    ((SOP, 'Maka nama unit terbaca "Dinas Lain"'), '"Dinas Lain"', "TAMAN SELASIH"),
    ((SOP, "Maka terbaca 3 langkah"), "terbaca 3 langkah", "terbaca 7 langkah"),
    ((SOP, 'Maka ada catatan pembacaan "tersembunyi"'), "catatan pembacaan", "tidak ada catatan"),
    (
        (*ARCHIVE, f"Maka aturan {NUMBER} menemukan 1 temuan mayor dalam arsip {OFFICE}"),
        "1 temuan dalam arsip",
        f"{OFFICE}: aturan {NUMBER} tidak",
    ),
    ((*ARCHIVE, f"Maka aturan {NUMBER} menemukan 1 temuan dalam arsip {OFFICE}"), "1 temuan dalam arsip", "tidak"),
    ((*ARCHIVE, f"Maka temuan aturan {NUMBER} ada di 2 kantor"), "di 2 kantor", "tidak"),
    ((*ARCHIVE, "Maka aturan archive/required-sop-missing tidak menemukan apa pun dalam arsip"), "apa pun", "tidak"),
    ((*ARCHIVE, f'Maka aturan {NUMBER} tidak dapat dinilai dalam arsip {OFFICE} karena "x"'), 'karena "x"', "tidak"),
    ((*ARCHIVE, f"Maka aturan {NUMBER} menemukan 1 temuan dalam arsip {OFFICE}"), "1 temuan", OFFICE),
    ((*ARCHIVE, f"Maka arsip {OFFICE} melanggar aturan {NUMBER}"), f"arsip {OFFICE} melanggar", "tidak"),
    ((*ARCHIVE, f"Maka arsip {OFFICE} patuh terhadap aturan archive/required-sop-missing"), "patuh", "tidak"),
    ((*ARCHIVE, f"Maka aturan archive/copied-sop tidak berlaku dalam arsip {OFFICE}"), "tidak berlaku", OFFICE),
    (
        (
            *ARCHIVE,
            f"| b.txt | {OFFICE} | SURAT LAIN |",
            f"Maka aturan {NUMBER} tidak berlaku dalam arsip {OFFICE}",
            'Dan temuan arsip menunjuk "c.txt" dan menyebut "x"',
        ),
        'menunjuk "c.txt"',
        OFFICE,
    ),
)


@pytest.mark.parametrize(("lines", "expected", "found"), FAILS, ids=[lines[-1][:60] for lines, *_ in FAILS])
def test_each_claim_can_fail(lines: tuple[str, ...], expected: str, found: str, tmp_path: Path) -> None:
    """And says what was expected and what was there instead."""
    with pytest.raises(Unmet) as unmet:
        played(feature(tmp_path, *lines))
    assert expected in unmet.value.expected
    assert found in "\n".join(unmet.value.found)


def test_the_table_of_failures_has_every_claim(tmp_path: Path) -> None:
    """A new Maka needs a scenario in which it fails."""
    tried: set[int] = set()
    for lines, *_ in FAILS:
        [scenario] = read_feature(feature(tmp_path, *lines)).scenarios
        found = VOCABULARY.find("then", scenario.steps[-1].text)
        assert found is not None
        tried.add(id(found.known))
    claims = [known for known in VOCABULARY if known.moments == ("then",)]
    assert [known.pattern("id").shown for known in claims if id(known) not in tried] == []


WRONG: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        (SOP, "Dan identitas berikut", "| Nomr SOP | 12 |"),
        "Label identitas 'Nomr SOP' tidak dikenal. Maksud Anda 'Nomor",
    ),
    ((SOP, "Dan identitas berikut", "| Nomor SOP | 12 |", "| Nomor | 13 |"), "'Nomor' ditulis dua kali"),
    ((SOP, "Dan identitas berikut", "| Nomor SOP | 12 | 13 |"), "harus dua kolom"),
    (
        (SOP, "Dan langkah berikut", "| Kegiatn |", "| a |"),
        "Judul kolom langkah 'Kegiatn' tidak dikenal. Maksud Anda 'Keg",
    ),
    ((SOP, "Dan langkah berikut", "| Kegiatan | Uraian |", "| a | b |"), "'Uraian' ditulis dua kali"),
    ((SOP, "Dan langkah berikut", "| Kegiatan |"), "hanya memuat judul kolom"),
    ((SOP, "Dan langkah berikut"), "memerlukan tabel di bawahnya"),
    (("Dengan naskah",), 'memerlukan blok teks di antara dua baris """'),
    ((SOP, "Dan dasar hukum berikut"), "tabel satu kolom atau blok teks"),
    ((SOP, "Dan dasar hukum berikut", "| a | b |"), "harus satu kolom"),
    ((SOP, "Dan tanda tangan berikut", "| Jabatn | Camat |"), "'Jabatn' tidak dikenal. Maksud Anda 'Jabatan'"),
    ((SOP, "Dan tanda tangan berikut", "| Jabatan |"), "dua kolom: label dan isinya"),
    ((SOP, 'Dan kolom pelaksana terdiri atas "Camat"'), "Kolom 'Sekcam' dihapus, padahal"),
    ((SOP, "Ketika langkah 3 ditandai pada kolom Sekcan"), "Tidak ada kolom pelaksana 'Sekcan'. Maksud Anda 'Sekcam'"),
    ((SOP, 'Ketika kolom pelaksana 9 tertulis "Lurah"'), "Tidak ada kolom pelaksana 9"),
    ((SOP, 'Ketika judul kolom "Kegiatn" ditulis "x"'), "tidak memuat judul kolom 'Kegiatn'"),
    ((SOP, "Ketika langkah 9 dihapus"), "Tidak ada langkah 9"),
    ((SOP, "Dan uraian berikut", '"""', "x", '"""'), "dokumen skenario ini adalah SOP rekaan"),
    ((REPORT, 'Ketika nomor SOP tertulis "1"'), "dokumen kinerja yang disusun dalam skenario"),
    (('Dengan berkas "coba.feature"', 'Ketika nomor SOP tertulis "1"'), "dokumen skenario ini adalah sebuah berkas"),
    (('Dengan berkas "coba.feature"', 'Ketika naskah menulis "a" sebagai ganti "b"'), "memerlukan teks"),
    (('Dengan berkas "coba.featur"',), "Maksud Anda 'coba.feature'?"),
    (("Dengan SOP kosong", "Maka aturan NIP-02 tidak menemukan apa pun"), "tidak dikenali sebagai SOP"),
    ((SOP, "Dan dokumen ke-2 yang diperiksa", "Maka aturan NIP-02 tidak menemukan apa pun"), "tidak ada dokumen ke-2"),
    ((SOP, "Dan dokumen ke-0 yang diperiksa"), "mulai dari 1"),
    ((SOP, "Maka aturan NIP-99 tidak menemukan apa pun"), "Tidak ada aturan 'NIP-99'. Maksud Anda"),
    ((SOP, 'Dan profil "standr" dipakai'), "Tidak ada profil 'standr'. Maksud Anda 'standar'?"),
    ((SOP, 'Dan parameter "fewest" aturan steps/output-generic bernilai 3'), "Maksud Anda 'fewest_steps'?"),
    ((SOP, 'Dan parameter "tahun" aturan NIP-02 bernilai 3'), "tidak mempunyai parameter"),
    ((SOP, 'Dan parameter "percent" aturan steps/output-generic bernilai "3"'), "harus bilangan tanpa tanda kutip"),
    ((SOP, 'Dan parameter "percent" aturan steps/output-generic bernilai -3'), "tidak dapat bernilai -3"),
    ((SOP, "Dan satu hari kerja 5 menit"), "60 sampai 1440"),
    ((SOP, 'Maka temuan mengutip "x"'), "belum ada langkah yang menyebut aturannya"),
    ((SOP, NIP, ASKED, "Dan temuan menunjuk langkah 9"), "yang terbaca 7 langkah"),
    ((SOP, NIP, ASKED, 'Dan temuan menunjuk bagian "Zaman"'), "Tidak ada bagian"),
    ((SOP, "Maka nilainya antara 90 dan 10"), "lebih besar dari yang kedua"),
    (
        (SOP, "Maka aturan NIP-02 menemukan temuan berikut", "| Tingkat |", "| berat |"),
        "'berat' tidak dikenal; tulis salah",
    ),
    ((SOP, "Maka aturan NIP-02 menemukan temuan berikut", "| Baris |", "| dua |"), "'dua' bukan bilangan"),
    (("Dengan arsip dengan SOP berikut", "| berks |", "| a.txt |"), "'berks' tidak dikenal. Maksud Anda 'Berkas'"),
    (("Dengan arsip dengan SOP berikut", "| kantor |", "| x |"), "memerlukan isi pada kolom 'berkas'"),
    ((*ARCHIVE, f"Maka arsip Kecamatan Rimba Wani melanggar aturan {NUMBER}"), f"Maksud Anda '{OFFICE}'?"),
    (
        (SOP, 'Dan dokumen itu disimpan sebagai "a.txt"', 'Dan dokumen itu disimpan sebagai "a.txt"'),
        "sudah ada berkas 'a.txt'",
    ),
    (
        ("Dengan pengaturan arsip berikut", '"""', "offices:", "  - {nama: x}", '"""'),
        "baris 7: kunci 'nama' tidak dikenal. Maksud Anda 'name'?",
    ),
    ((SOP, 'Dan SOP ini milik "" di "Kabupaten Arunika"'), "tidak boleh kosong"),
    (("Dengan SOP kosong", "Dan formulir kinerja berikut", "| a |", "| b |"), "tidak mempunyai pedoman"),
    (("Dengan SOP kosong", "Ketika tulisan ttd dihapus"), "Disahkan Oleh pada SOP ini tidak ada"),
)


@pytest.mark.parametrize(("lines", "message"), WRONG, ids=[lines[-1][:60] for lines, _ in WRONG])
def test_a_wrong_scenario_is_told_so(lines: tuple[str, ...], message: str, tmp_path: Path) -> None:
    """It is no failure of the document: what is wrong, and what is near to it."""
    with pytest.raises((MistakeError, ValueError)) as wrong:
        played(feature(tmp_path, *lines))
    assert message in str(wrong.value)
