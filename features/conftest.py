"""
The words that an auditor may use in a .feature file.

Each scenario begins with a complete SOP, changes it, and says what the rules of the pack make of it. The SOP goes the
whole way: text, reader, extraction, facts, engine.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd import given, parsers, then, when

from archive.joining import DueTold, RequiredTold
from archive.judging_archive import archive_auditor
from engine.audit import Auditor
from engine.facts import sop_facts
from engine.grading import Graded, Grader
from engine.pack import load_pack
from engine.performance_facts import performance_facts
from extraction.sop import extract
from features.archives import SORTS, ArchiveDesk, performance_text, rows, sop_text
from features.draft import COLUMN_NUMBERS, FORM_COLUMN_NUMBERS, Draft, Signatory
from readers.pdf import read_pdf
from readers.text import read_text
from schemas.blocks import Document
from schemas.report import Finding, Outcome
from tests.pdfs import printed_text
from tests.signed_pdfs import Signing, signed, signer, with_other_page

RULES = Path(__file__).resolve().parent.parent / "rules"
AS_OF = dt.date(2026, 1, 15)
SEVERITIES = {"kritis": "critical", "mayor": "major", "minor": "minor", "saran": "advice"}
CONFIDENCES = {"tinggi": "high", "sedang": "medium", "rendah": "low"}


@dataclass
class Desk:
    """What lies before the auditor in one scenario."""

    auditor: Any
    known: Any
    draft: Draft = field(default_factory=Draft)
    as_of: dt.date = AS_OF
    judgement: Any = None
    grader: Any = None
    findings: list[Finding] = field(default_factory=list)
    """Of the rule that the last Maka asked about."""
    made: list[Callable[[bytes], bytes]] = field(default_factory=list)
    """What is done with the text until it is the file that is audited: printed as a PDF, signed."""

    def document(self) -> Document:
        """The draft as the file that it became."""
        data = self.draft.text.encode()
        for step in self.made:
            data = step(data)
        return read_pdf(data, name="sop.pdf") if self.made else read_text(data, name="sop.txt")

    def judge(self) -> Any:
        """What the whole pack says about the draft; asked once a scenario."""
        if self.judgement is None:
            extraction = extract(self.document())
            if extraction.performance is not None:
                facts = performance_facts(extraction.performance, as_of=self.as_of, known=self.known)
                self.judgement = self.auditor.judge(facts.whole(), "performance")
            else:
                (sop,) = extraction.sops
                self.judgement = self.auditor.judge(sop_facts(sop, as_of=self.as_of, known=self.known))
        return self.judgement

    def graded(self) -> Graded:
        """What the draft is worth."""
        graded: Graded = self.grader.grade(self.judge())
        assert graded.score is not None
        return graded

    def outcome(self, rule: str) -> Outcome:
        """How this rule ended; a name that the pack does not have is an error of the scenario."""
        outcomes = self.judge().outcomes
        assert rule in outcomes, f"aturan {rule} tidak ada dalam rules/"
        return Outcome(outcomes[rule])


@pytest.fixture(scope="session")
def pack() -> Any:
    """The whole pack."""
    return load_pack(RULES)


@pytest.fixture(scope="session")
def auditor(pack: Any) -> Any:
    """One engine for all scenarios."""
    return Auditor(pack)


@pytest.fixture
def desk(auditor: Any, pack: Any) -> Desk:
    """A desk with a complete SOP on it."""
    return Desk(auditor, pack.knowledge, grader=Grader(pack))


# --- Dengan -----------------------------------------------------------------------------------------------------------


@given("SOP lengkap")
def _(desk: Desk) -> None:
    desk.draft = Draft()


@given("SOP lengkap yang pedomannya juga ditandatangani Camat")
def _(desk: Desk) -> None:
    desk.draft = Draft(guide_signatory=Signatory("Camat Taman Selasih"))


@given("naskah")
def _(desk: Desk, docstring: str) -> None:
    desk.draft = replace(desk.draft, raw=docstring.rstrip("\n") + "\n")


@given("laporan kinerja lengkap")
def _(desk: Desk) -> None:
    report = RULES.parent / "fixtures" / "performance" / "lkjip-clean.md"
    desk.draft = replace(desk.draft, raw=report.read_text(encoding="utf-8"))


@given(parsers.parse('dokumen "{title}" dengan tabel'))
def _(desk: Desk, title: str, datatable: list[list[str]]) -> None:
    table = ["\t".join(cells) for cells in datatable]
    head = [title, "KECAMATAN TAMAN SELASIH", "KABUPATEN ARUNIKA", "", "Tabel 3.1 Data Kinerja", ""]
    desk.draft = replace(desk.draft, raw="\n".join([*head, *table, ""]))


@given("SOP lengkap tanpa dasar hukum dalam pedoman")
def _(desk: Desk) -> None:
    desk.draft = Draft(guide_laws=False)


# --- Ketika: data kinerja ---------------------------------------------------------------------------------------------


@when(parsers.parse('dokumen diperiksa pada "{day}"'))
def _(desk: Desk, day: str) -> None:
    desk.as_of = dt.date.fromisoformat(day)


# --- Ketika: tanggal --------------------------------------------------------------------------------------------------


@when(parsers.parse('Tanggal Pengesahan tertulis "{day}"'))
def _(desk: Desk, day: str) -> None:
    desk.draft.dates["Tanggal Pengesahan"] = day


@when(parsers.parse('label Tanggal Pengesahan tertulis "{label}"'))
def _(desk: Desk, label: str) -> None:
    desk.draft.approved_label = label


# --- Ketika: dasar hukum ----------------------------------------------------------------------------------------------


@when("isi dasar hukum dikosongkan")
def _(desk: Desk) -> None:
    desk.draft.laws = []


@when("isi dasar hukum berlanjut di halaman berikutnya")
def _(desk: Desk) -> None:
    desk.draft.laws_after_page_break = True


@when("dasar hukum dalam pedoman dihapus")
def _(desk: Desk) -> None:
    desk.draft.guide_laws = False


@when(parsers.parse('dasar hukum ditambah "{law}"'))
def _(desk: Desk, law: str) -> None:
    desk.draft.laws.append(law)


@when(parsers.parse('dasar hukum "{law}" dihapus'))
def _(desk: Desk, law: str) -> None:
    kept = [item for item in desk.draft.laws if law not in item]
    assert len(kept) < len(desk.draft.laws), f"tidak ada dasar hukum {law!r} dalam konsep"
    desk.draft.laws = kept


@when(parsers.parse('dasar hukum diawali "{law}"'))
def _(desk: Desk, law: str) -> None:
    desk.draft.laws.insert(0, law)


@when(parsers.parse('dasar hukum pada formulir ditambah "{law}"'))
def _(desk: Desk, law: str) -> None:
    desk.draft.form_laws.append(law)


@when(parsers.parse('dasar hukum "{law}" terpecah menjadi dua butir sebelum "{words}"'))
def _(desk: Desk, law: str, words: str) -> None:
    (at,) = [at for at, item in enumerate(desk.draft.laws) if law in item]
    head, tail = desk.draft.laws[at].split(f" {words}", 1)
    desk.draft.laws[at : at + 1] = [head, words + tail]


@when(parsers.parse('kata "{old}" dalam dasar hukum diganti "{new}"'))
def _(desk: Desk, old: str, new: str) -> None:
    assert any(old in law for law in desk.draft.laws), f"dasar hukum tidak memuat {old!r}"
    desk.draft.laws = [law.replace(old, new) for law in desk.draft.laws]


@when(parsers.parse('SOP disahkan pada tanggal "{day}"'))
def _(desk: Desk, day: str) -> None:
    for label in ("Tanggal Pembuatan", "Tanggal Pengesahan", "Tanggal Efektif"):
        desk.draft.dates[label] = day
    desk.draft.signed_at[-1] = f"pada tanggal {day}"


# --- Ketika: pengesahan -----------------------------------------------------------------------------------------------


@when("isian Disahkan Oleh dikosongkan")
def _(desk: Desk) -> None:
    desk.draft.approver = []


@when("blok tanda tangan dihapus")
def _(desk: Desk) -> None:
    desk.draft.signatory = None


@when("Disahkan Oleh hanya memuat jabatan")
def _(desk: Desk) -> None:
    desk.draft.approver = desk.draft.approver[:1]


@when("Disahkan Oleh hanya memuat jabatan dan ttd")
def _(desk: Desk) -> None:
    desk.draft.approver = desk.draft.approver[:2]


@when("tulisan ttd dihapus")
def _(desk: Desk) -> None:
    desk.draft.approver.remove("ttd.")


@when("naskah dicetak sebagai PDF")
def _(desk: Desk) -> None:
    desk.made.append(lambda text: printed_text(text, "sop.txt"))


@when("PDF itu ditandatangani secara elektronik")
def _(desk: Desk) -> None:
    desk.made.append(signed)


@when("PDF itu ditandatangani juga oleh Sekretaris")
def _(desk: Desk) -> None:
    desk.made.append(lambda data: signed(data, Signing(by=signer("RATNA KUSUMA"), name="Sekretaris")))


@when("satu huruf di dalam PDF itu diganti")
def _(desk: Desk) -> None:
    desk.made.append(lambda data: data.replace(b"/Author (a", b"/Author (b", 1))


@when("tulisan lain ditambahkan pada halaman PDF itu")
def _(desk: Desk) -> None:
    desk.made.append(with_other_page)


# --- Ketika: langkah --------------------------------------------------------------------------------------------------


@when(parsers.parse("langkah {number:d} diulang sebagai langkah {copy:d}"))
def _(desk: Desk, number: int, copy: int) -> None:
    desk.draft.steps.insert(copy - 1, replace(desk.draft.steps[number - 1]))


@when(parsers.parse('sesudah langkah {number:d} disisipkan langkah "{text}"'))
def _(desk: Desk, number: int, text: str) -> None:
    desk.draft.steps.insert(number, replace(desk.draft.steps[number - 1], text=text))


@when(parsers.parse('sesudah langkah {number:d} disisipkan langkah "{text}" oleh {actor}'))
def _(desk: Desk, number: int, text: str, actor: str) -> None:
    column = ["Camat", "Sekcam", "Kasi", "Staf"].index(actor)
    desk.draft.steps.insert(number, replace(desk.draft.steps[number - 1], text=text, actor=column))


CELLS = {
    "nomor": "number",
    "uraian": "text",
    "kelengkapan": "requirements",
    "waktu": "minutes",
    "output": "output",
    "keterangan": "remark",
}


@when(
    parsers.re(
        r'(?P<cell>nomor|uraian|kelengkapan|waktu|output|keterangan) langkah (?P<number>\d+) menjadi "(?P<words>.*)"'
    )
)
def _(desk: Desk, cell: str, number: str, words: str) -> None:
    setattr(desk.draft.steps[int(number) - 1], CELLS[cell], words)


@when(parsers.re(r'(?P<cell>waktu|output) semua langkah menjadi "(?P<words>.*)"'))
def _(desk: Desk, cell: str, words: str) -> None:
    for step in desk.draft.steps:
        setattr(step, CELLS[cell], words)


@when("tabel langkah dihapus")
def _(desk: Desk) -> None:
    desk.draft.steps = []


@when("tabel langkah mendahului bagian identitas")
def _(desk: Desk) -> None:
    desk.draft.steps_first = True


@when(parsers.parse("langkah {number:d} dihapus"))
def _(desk: Desk, number: int) -> None:
    del desk.draft.steps[number - 1]


@when(parsers.parse("hanya langkah 1 sampai {number:d} yang ditulis"))
def _(desk: Desk, number: int) -> None:
    del desk.draft.steps[number:]


@when(parsers.parse("langkah {number:d} ditandai pada kolom {actor}"))
def _(desk: Desk, number: int, actor: str) -> None:
    desk.draft.steps[number - 1].actor = ["Camat", "Sekcam", "Kasi", "Staf"].index(actor)


@when(parsers.re(r'tanda langkah (?P<number>\d+) berupa "(?P<mark>.*)"'))
def _(desk: Desk, number: str, mark: str) -> None:
    desk.draft.steps[int(number) - 1].mark = mark


@when("tidak ada tanda pada kolom pelaksana")
def _(desk: Desk) -> None:
    for step in desk.draft.steps:
        step.mark = ""


@when(parsers.parse('judul kolom "{title}" ditulis "{printed}"'))
def _(desk: Desk, title: str, printed: str) -> None:
    desk.draft.titles[title] = printed


@when(parsers.parse('jumlah waktu tertulis "{total}"'))
def _(desk: Desk, total: str) -> None:
    desk.draft.total = total


@when("baris nomor kolom disisipkan di bawah kepala tabel langkah")
def _(desk: Desk) -> None:
    assert COLUMN_NUMBERS not in desk.draft.text
    desk.draft.column_numbers = True


@when(parsers.parse("tabel langkah terputus halaman sesudah langkah {number:d} dan kepalanya diulang"))
def _(desk: Desk, number: int) -> None:
    desk.draft.page_break_after = number


@when("kolom nomor tabel langkah dihapus")
def _(desk: Desk) -> None:
    desk.draft.number_column = False


# --- Ketika: ruang lingkup dan isi bagian -----------------------------------------------------------------------------


@when(parsers.parse('judul SOP diganti menjadi "{title}"'))
def _(desk: Desk, title: str) -> None:
    desk.draft.title = title


@when("langkah-langkahnya diganti menjadi")
def _(desk: Desk, datatable: list[list[str]]) -> None:
    pattern = desk.draft.steps[0]
    desk.draft.steps = [
        replace(pattern, text=text, actor=at % 4, minutes=str(15 + at), requirements="Disposisi", output="Berkas")
        for at, (text,) in enumerate(datatable)
    ]


@when(parsers.parse('maksud dan tujuan pedoman berbunyi "{text}"'))
def _(desk: Desk, text: str) -> None:
    desk.draft.purpose = text


@when("pedoman memuat bagian")
def _(desk: Desk, docstring: str) -> None:
    desk.draft.mechanism = docstring.splitlines()


@when(parsers.re(r"kualifikasi pelaksana berisi (?P<items>.+)"))
def _(desk: Desk, items: str) -> None:
    desk.draft.qualifications = items.split("; ")


@when(parsers.re(r"keterkaitan berisi (?P<items>.+)"))
def _(desk: Desk, items: str) -> None:
    desk.draft.related = items.split("; ")


@when(parsers.parse("keterkaitan berlanjut di halaman berikutnya sesudah butir {number:d}"))
def _(desk: Desk, number: int) -> None:
    desk.draft.related_break_after = number


@when(parsers.re(r"(?P<part>judul|isi|kotak) (?P<box>[A-Z][A-Za-z/ ]+) dihapus dari formulir"))
def _(desk: Desk, part: str, box: str) -> None:
    assert box in desk.draft.text, f"formulir tidak memuat {box!r}"
    desk.draft.lacking[box] = part


@when(parsers.parse('peringatan berbunyi "{text}"'))
def _(desk: Desk, text: str) -> None:
    desk.draft.warning = text


# --- Ketika: formulir kinerja -----------------------------------------------------------------------------------------


@when(parsers.parse('naskah menulis "{others}" sebagai ganti "{words}"'))
def _(desk: Desk, others: str, words: str) -> None:
    desk.draft.rewritten.append((words, others))


@when("formulir kinerja hanya memuat kepala kolom")
def _(desk: Desk) -> None:
    desk.draft.form_rows = []


@when("formulir kinerja hanya memuat kepala kolom dan nomor kolom")
def _(desk: Desk) -> None:
    desk.draft.form_rows = [FORM_COLUMN_NUMBERS]


@when("nomor kolom disisipkan di bawah kepala formulir kinerja")
def _(desk: Desk) -> None:
    desk.draft.form_rows.insert(0, FORM_COLUMN_NUMBERS)


@when("formulir kinerja dihapus")
def _(desk: Desk) -> None:
    desk.draft.form = False


# --- Ketika: NIP ------------------------------------------------------------------------------------------------------


@when(parsers.parse('NIP Camat di semua tempat tertulis "{nip}"'))
def _(desk: Desk, nip: str) -> None:
    assert desk.draft.signatory
    desk.draft.approver[-1] = f"NIP. {nip}"
    desk.draft.signatory.nip = nip


@when(parsers.parse('NIP pada bagian identitas tertulis "{nip}"'))
def _(desk: Desk, nip: str) -> None:
    desk.draft.approver[-1] = f"NIP. {nip}"


@when(parsers.parse('NIP pada blok tanda tangan tertulis "{nip}"'))
def _(desk: Desk, nip: str) -> None:
    assert desk.draft.signatory
    desk.draft.signatory.nip = nip


@when(parsers.parse('NIP pada pedoman tertulis "{nip}"'))
def _(desk: Desk, nip: str) -> None:
    assert desk.draft.guide_signatory
    desk.draft.guide_signatory.nip = nip


@when(parsers.parse('nama pada pedoman tertulis "{name}"'))
def _(desk: Desk, name: str) -> None:
    assert desk.draft.guide_signatory
    desk.draft.guide_signatory.name = name


@when(parsers.parse('pedoman ditandatangani {office} "{name}" dengan NIP "{nip}"'))
def _(desk: Desk, office: str, name: str, nip: str) -> None:
    desk.draft.guide_signatory = Signatory(office, name, nip)


# --- Ketika: identitas ------------------------------------------------------------------------------------------------


@when("bagian identitas dihapus")
def _(desk: Desk) -> None:
    desk.draft.identity = False


@when(parsers.re(r"(?P<label>Tanggal \w+) tidak dicantumkan"))
def _(desk: Desk, label: str) -> None:
    del desk.draft.dates[label]


@when(parsers.re(r'nomor SOP tertulis "(?P<number>.*)"'))
def _(desk: Desk, number: str) -> None:
    desk.draft.number = number


@when(parsers.re(r"(?P<label>Tanggal \w+) tertulis \"(?P<day>[^\"]*)\""))
def _(desk: Desk, label: str, day: str) -> None:
    assert label in desk.draft.dates
    desk.draft.dates[label] = day


@when(parsers.parse('kop tertulis "{letterhead}"'))
def _(desk: Desk, letterhead: str) -> None:
    desk.draft.letterhead = letterhead


# --- Ketika: pejabat dan jabatan --------------------------------------------------------------------------------------


@when("tempat dan tanggal di atas tanda tangan dihapus")
def _(desk: Desk) -> None:
    desk.draft.signed_at = []


@when(parsers.parse('di atas tanda tangan tertulis "{words}"'))
def _(desk: Desk, words: str) -> None:
    desk.draft.signed_at = [words]


@when(parsers.parse('jabatan penanda tangan tertulis "{office}"'))
def _(desk: Desk, office: str) -> None:
    assert desk.draft.signatory
    desk.draft.signatory.office = office


@when("jabatan di atas nama penanda tangan dihapus")
def _(desk: Desk) -> None:
    assert desk.draft.signatory
    desk.draft.signatory.office = ""


@when(parsers.parse('nama penanda tangan tertulis "{name}"'))
def _(desk: Desk, name: str) -> None:
    assert desk.draft.signatory
    desk.draft.signatory.name = name


@when(parsers.parse('pangkat penanda tangan tertulis "{rank}"'))
def _(desk: Desk, rank: str) -> None:
    assert desk.draft.signatory
    desk.draft.signatory.rank = rank


@when(parsers.parse('blok tanda tangan berisi {office} "{name}" dengan NIP "{nip}"'))
def _(desk: Desk, office: str, name: str, nip: str) -> None:
    desk.draft.signatory = Signatory(office, name, nip)


@when(parsers.parse('kolom pelaksana {number:d} tertulis "{column}"'))
def _(desk: Desk, number: int, column: str) -> None:
    desk.draft.columns[number - 1] = column


@when(parsers.parse('pedoman memuat penanggung jawab "{offices}"'))
def _(desk: Desk, offices: str) -> None:
    desk.draft.mechanism = [
        "IV. Pengorganisasian",
        "",
        *(f"- {mark}. Unit {mark} : {one}" for mark, one in zip("abcdef", offices.split("; "), strict=False)),
    ]


# --- Maka -------------------------------------------------------------------------------------------------------------


@then(parsers.re(r"aturan (?P<rule>\S+) menemukan (?P<count>\d+) temuan (?P<severity>kritis|mayor|minor|saran)"))
def _(desk: Desk, rule: str, count: str, severity: str) -> None:
    assert desk.outcome(rule) == Outcome.FLAGGED
    desk.findings = [finding for finding in desk.judge().findings if finding.rule == rule]

    assert [finding.severity.value for finding in desk.findings] == [SEVERITIES[severity]] * int(count)


@then(parsers.parse("aturan {rule} tidak menemukan apa pun"))
def _(desk: Desk, rule: str) -> None:
    assert desk.outcome(rule) == Outcome.CLEAN


@then(parsers.parse("aturan {rule} tidak berlaku"))
def _(desk: Desk, rule: str) -> None:
    assert desk.outcome(rule) == Outcome.NOT_APPLICABLE


@then(parsers.parse('aturan {rule} tidak dapat dinilai karena "{reason}"'))
def _(desk: Desk, rule: str, reason: str) -> None:
    assert desk.outcome(rule) == Outcome.NOT_EVALUATED
    (said,) = [entry.reason for entry in desk.judge().not_evaluated if entry.rule == rule]

    assert reason in said


@then(parsers.parse('temuan mengutip "{words}"'))
def _(desk: Desk, words: str) -> None:
    quotes = [evidence.quote for finding in desk.findings for evidence in finding.evidence]

    assert any(words in quote for quote in quotes), quotes


@then(parsers.parse('temuan menyatakan "{words}"'))
def _(desk: Desk, words: str) -> None:
    conditions = [finding.condition for finding in desk.findings]

    assert any(words in condition for condition in conditions), conditions


@then(parsers.parse('temuan menunjuk baris yang memuat "{words}"'))
def _(desk: Desk, words: str) -> None:
    lines = [number for number, line in enumerate(desk.draft.text.splitlines(), 1) if words in line]
    shown = [evidence.line for finding in desk.findings for evidence in finding.evidence]

    assert lines
    assert set(lines) & set(shown), (lines, shown)


@then(parsers.re(r"keyakinan temuan (?P<confidence>tinggi|sedang|rendah)"))
def _(desk: Desk, confidence: str) -> None:
    assert {finding.confidence.value for finding in desk.findings} == {CONFIDENCES[confidence]}


@then("tidak ada temuan di atas saran")
def _(desk: Desk) -> None:
    above = [(f.rule, f.condition) for f in desk.judge().findings if f.severity.value != "advice"]

    assert not above


# --- Maka: keraguan dan kriteria --------------------------------------------------------------------------------------


@then(parsers.parse("temuan mencatat '{words}'"))
def _(desk: Desk, words: str) -> None:
    notes = [evidence.note or "" for finding in desk.findings for evidence in finding.evidence]

    assert any(words in note for note in notes), notes


@then("temuan tidak mencatat bacaan ragu")
def _(desk: Desk) -> None:
    notes = [evidence.note or "" for finding in desk.findings for evidence in finding.evidence]

    assert not [note for note in notes if "ragu" in note]


@then(parsers.parse('temuan menyebut kriteria AKIP "{number}"'))
def _(desk: Desk, number: str) -> None:
    for finding in desk.findings:
        assert number in finding.akip
        assert f"kriteria AKIP {number}" in finding.criterion


@then("temuan tidak menyebut kriteria AKIP")
def _(desk: Desk) -> None:
    assert not [finding.akip for finding in desk.findings if finding.akip or "AKIP" in finding.criterion]


# --- Maka: nilai ------------------------------------------------------------------------------------------------------


@then(parsers.parse("nilainya {score:d} dengan predikat {letter}"))
def _(desk: Desk, score: int, letter: str) -> None:
    graded = desk.graded()

    assert (graded.score.value, graded.grade.value) == (score, letter)


@then(parsers.parse("predikatnya {letter}"))
def _(desk: Desk, letter: str) -> None:
    assert desk.graded().grade.value == letter


@then("batas atas sama dengan nilainya")
def _(desk: Desk) -> None:
    score = desk.graded().score

    assert score.value == score.high


@then(parsers.parse("batas bawah di atas {points:d}"))
def _(desk: Desk, points: int) -> None:
    assert desk.graded().score.low > points


@then("batas bawah di bawah nilai SOP lengkap")
def _(desk: Desk) -> None:
    whole = Desk(desk.auditor, desk.known, grader=desk.grader)

    assert desk.graded().score.low < whole.graded().score.low


@then("tidak ada perbaikan yang disarankan")
def _(desk: Desk) -> None:
    assert not desk.graded().levers


@then(parsers.re(r"perbaikan (?P<place>pertama|kedua) adalah aturan (?P<rule>\S+) dengan predikat (?P<letter>\S+)"))
def _(desk: Desk, place: str, rule: str, letter: str) -> None:
    lever = desk.graded().levers[["pertama", "kedua"].index(place)]

    assert (lever.rule, lever.grade) == (rule, letter)


# --- arsip ------------------------------------------------------------------------------------------------------------


_HANDED_IN = r"(?P<sort>Perjanjian Kinerja|Rencana Aksi|Laporan Kinerja) (?P<office>.+) tahun (?P<year>\d{4})"


@pytest.fixture(scope="session")
def archive_auditor_of_pack(pack: Any) -> Any:
    """One engine for all scenarios about archives."""
    return archive_auditor(pack)


@pytest.fixture
def arsip(archive_auditor_of_pack: Any) -> ArchiveDesk:
    """An empty archive."""
    return ArchiveDesk(archive_auditor_of_pack)


@given("arsip dengan SOP berikut")
@when("arsip ditambah SOP berikut")
def _(arsip: ArchiveDesk, datatable: list[list[str]]) -> None:
    for row in rows(datatable):
        office = row.get("kantor")
        arsip.texts[row["berkas"]] = (office, sop_text(row))


@given(parsers.parse('berkas "{path}" memuat kedua SOP berikut'))
def _(arsip: ArchiveDesk, path: str, datatable: list[list[str]]) -> None:
    texts = [sop_text(row) for row in rows(datatable)]
    arsip.texts[path] = (None, "\n\n".join(texts))


@given(parsers.parse('{sort} "{path}" {office} tahun {year:d} dengan indikator berikut'))
def _performance(arsip: ArchiveDesk, sort: str, path: str, office: str, year: int, datatable: list[list[str]]) -> None:
    row = {"jenis": sort, "kantor": office, "tahun": str(year)}
    arsip.texts[path] = (office, performance_text(row, rows(datatable)))


@given(parsers.parse('{office} wajib mempunyai SOP "{title}" yang tidak ditemukan'))
def _(arsip: ArchiveDesk, office: str, title: str) -> None:
    arsip.required.append(RequiredTold(office, title, None, None))


@given(parsers.parse('{office} wajib mempunyai SOP "{title}" dan yang ada "{path}"'))
def _(arsip: ArchiveDesk, office: str, title: str, path: str) -> None:
    arsip.required.append(RequiredTold(office, title, path, None))


@given(parsers.re(rf"{_HANDED_IN} jatuh tempo (?P<due>\S+) dan belum ada"))
def _(arsip: ArchiveDesk, sort: str, office: str, year: str, due: str) -> None:
    arsip.dues.append(DueTold(office, SORTS[sort], int(year), None, dt.date.fromisoformat(due), None))


@given(parsers.re(rf'{_HANDED_IN} jatuh tempo (?P<due>\S+) dan yang ada "(?P<path>[^"]+)"'))
def _handed_in(arsip: ArchiveDesk, sort: str, office: str, year: int, due: str, path: str) -> None:
    arsip.dues.append(DueTold(office, SORTS[sort], year, None, dt.date.fromisoformat(due), path))


@given(parsers.parse("{count:d} dokumen {office} tidak dapat dibaca"))
def _(arsip: ArchiveDesk, count: int, office: str) -> None:
    arsip.unread[office] = count


@then(parsers.parse("aturan {rule} menemukan {count:d} temuan {severity} dalam arsip {office}"))
def _(arsip: ArchiveDesk, rule: str, count: int, severity: str, office: str) -> None:
    """So many findings of that severity, and none in the reports of other offices."""
    arsip.findings = [one for report in arsip.judge() for one in report.findings if one.rule == rule]
    where = [(report.path, one.severity) for report in arsip.judge() for one in report.findings if one.rule == rule]

    assert [(office, SEVERITIES[severity])] * count == where


@then(parsers.parse("aturan {rule} tidak menemukan apa pun dalam arsip"))
def _(arsip: ArchiveDesk, rule: str) -> None:
    """No finding; and somebody looked: the rule was judged somewhere."""
    found = [one for report in arsip.judge() for one in report.findings if one.rule == rule]

    assert [] == found
    assert any(rule in report.clean for report in arsip.judge())


@then(parsers.parse('aturan {rule} tidak dapat dinilai dalam arsip {office} karena "{reason}"'))
def _(arsip: ArchiveDesk, rule: str, office: str, reason: str) -> None:
    report = arsip.of(office)

    assert [reason in one.reason for one in report.not_evaluated if one.rule == rule] == [True]


@then(parsers.parse('temuan arsip menunjuk "{path}" dan menyebut "{words}"'))
def _(arsip: ArchiveDesk, path: str, words: str) -> None:
    """Some finding names the document as its first place, and says the words."""
    assert any(one.evidence[0].document == path and words in one.condition for one in arsip.findings)
