"""What people answer in the working paper comes back into the report, or is named with its cell."""

from __future__ import annotations

import copy
import dataclasses
import datetime as dt
import json
import subprocess

import openpyxl
import pytest

from auditing.followup import FollowUpError, Outcome, WorkbookError, checked, merged, read_answers
from auditing.saved import read_report
from reports.answers import answer_words
from reports.followup import COLUMNS, state
from reports.json import JsonReport
from reports.overrules import overrule_rates, overrule_table
from reports.overview import RuleTotals
from reports.tally import Tally, figures
from reports.xlsx import write
from schemas.report import Response
from tests.books import book_of, entries_of
from tests.program import patuh
from tests.system_programs import needs

NAMES = ("sop/approval-unsigned-pipes.md", "sop/steps-duplicate-second-of-two-sops.txt", "sop/actor-kepala-kantor.txt")
SRI = {"Status": "Dibatalkan", "Tanggapan": "ditandatangani elektronik", "Oleh": "Sri Wahyuni"}


@pytest.fixture(scope="module")
def entries():
    return entries_of(*NAMES)


@pytest.fixture
def documents(entries):
    return [entry.report for entry in entries]


@pytest.fixture(scope="module")
def written(tmp_path_factory, entries):
    """The working paper as it comes from patuh."""
    path = tmp_path_factory.mktemp("kertas") / "kertas.xlsx"
    with path.open("wb") as stream:
        write(book_of(entries), stream)
    return path


class Paper:
    """The working paper in the hands of an office."""

    def __init__(self, path, place):
        self.place = place
        self.book = openpyxl.load_workbook(path)
        self.sheet = self.book["Temuan"]

    def column(self, title):
        return next(cell.column for row in self.sheet.iter_rows(max_row=5) for cell in row if cell.value == title)

    def fill(self, row, **values):
        for title, value in values.items():
            self.sheet.cell(row, self.column(title)).value = value

    def save(self):
        self.book.save(self.place)
        return self.place


@pytest.fixture
def paper(written, tmp_path):
    return Paper(written, tmp_path / "diisi.xlsx")


def _merged(documents, *paths):
    outcome = Outcome()
    return [
        finding for report in merged(documents, read_answers(paths), outcome) for finding in report.findings
    ], outcome


def _faults(documents, *paths):
    with pytest.raises(FollowUpError) as caught:
        checked(documents, read_answers(paths))
    return caught.value.faults


def _findings(documents):
    return [finding for report in documents for finding in report.findings]


def test_answers_come_back(paper, documents):
    """Status, answer, name and day; a date as a date or as words; capitals do not matter."""
    paper.fill(2, **SRI, Tanggal=dt.date(2026, 3, 4))
    paper.fill(3, Status=" SELESAI", Tanggapan="baris satu\nbaris dua", Tanggal="3 Maret 2026")
    paper.fill(4, Status="answered", Tanggapan="sedang diperbaiki", Tanggal="5-4-2026")
    found, outcome = _merged(documents, paper.save())

    assert [finding.status for finding in found[:4]] == ["overruled", "done", "answered", "open"]
    assert found[0].response == Response(text=SRI["Tanggapan"], by="Sri Wahyuni", on=dt.date(2026, 3, 4))
    assert found[1].response == Response(text="baris satu\nbaris dua", on=dt.date(2026, 3, 3))
    assert found[2].response.on == dt.date(2026, 4, 5)
    assert outcome.merged == {"overruled": 1, "done": 1, "answered": 1}
    before = _findings(documents)
    assert found[3:] == before[3:]
    assert [dataclasses.replace(finding, status="open", response=None) for finding in found] == before


def test_a_paper_that_nobody_filled_in_changes_nothing(written, documents):
    found, outcome = _merged(documents, written)

    assert found == _findings(documents)
    assert not outcome.merged


def test_an_answer_without_status_is_an_answer(paper, documents):
    """People forget to choose from the list."""
    paper.fill(2, Status=None, Tanggapan="akan diperbaiki")
    paper.fill(3, Tanggapan="sudah")

    assert [finding.status for finding in _merged(documents, paper.save())[0][:3]] == ["answered", "answered", "open"]


def test_a_paper_as_people_leave_it(paper, documents):
    """Sorted the other way round, filtered, a title above, columns moved and inserted, rows deleted, sheet renamed."""
    paper.fill(2, **SRI)
    rows = [[cell.value for cell in row] for row in paper.sheet.iter_rows()]
    head, body = rows[0], [row for row in rows[1:] if row[0] != 3]
    sheet = paper.book.create_sheet("Jawaban dinas", 0)
    sheet.append(["Tindak lanjut Dinas"])
    sheet.append([])
    for row in [head, *body[::-1]]:
        sheet.append([None, *row[::-1], "catatan"])
    for number in range(4, 7):
        sheet.row_dimensions[number].hidden = True
    del paper.book["Temuan"]
    found, outcome = _merged(documents, paper.save())

    assert found[0].status == "overruled"
    assert outcome.merged.total() == 1


def test_parts_of_a_file_are_told_apart(paper, documents):
    """Two SOPs of one file have the same path."""
    parts = [(report.part, finding) for report in documents for finding in report.findings if report.part == 2]
    assert parts
    row = next(row[0].row for row in paper.sheet.iter_rows(min_row=2) if row[2].value == 2)
    paper.fill(row, **SRI)
    outcome = Outcome()
    changed = [
        report.part
        for report in merged(documents, read_answers([paper.save()]), outcome)
        if any(finding.status == "overruled" for finding in report.findings)
    ]

    assert changed == [2]


@pytest.mark.parametrize(
    ("filled", "column", "says"),
    [
        pytest.param({"Status": "Beres"}, "M", "status 'Beres' tidak dikenal", id="status"),
        pytest.param({"Status": "Dibatalkan", "Oleh": "Sri"}, "N", "tanpa alasan", id="no-reason"),
        pytest.param({"Status": "Dibatalkan", "Tanggapan": "keliru"}, "O", "tanpa nama", id="no-name"),
        pytest.param({"Status": "Ditanggapi"}, "N", "Tanggapan kosong", id="no-answer"),
        pytest.param({"Oleh": "Sri"}, "N", "Oleh atau Tanggal diisi", id="only-name"),
        pytest.param({"Tanggapan": "ya", "Tanggal": "kemarin"}, "P", "bukan tanggal", id="no-date"),
        pytest.param({"Tanggapan": "ya", "Tanggal": "31-02-2026"}, "P", "bukan tanggal", id="no-such-day"),
        pytest.param({"Sidik temuan": None, "Tanggapan": "ya"}, "W", "sidik temuannya kosong", id="no-fingerprint"),
        pytest.param({"Sidik temuan": "0" * 16}, "M", "tidak ada dalam laporan", id="unknown"),
        pytest.param({"Dokumen": "lain.txt", "Tanggapan": "ya"}, "M", "tidak ada dalam laporan", id="other-document"),
        pytest.param({"Status": "=1/0"}, "M", "rumus tanpa hasil", id="formula"),
    ],
)
def test_what_cannot_be_understood_is_named_with_its_cell(paper, documents, filled, column, says):
    """And nothing at all is merged."""
    paper.fill(3, **filled)
    paper.fill(2, **SRI)
    faults = _faults(documents, paper.save())

    assert len(faults) == 1
    assert faults[0].startswith(f"diisi.xlsx, Temuan!{column}3: ")
    assert says in faults[0]


def test_all_faults_are_counted_and_the_first_told(paper, documents):
    count = len(_findings(documents))
    for row in range(2, count + 2):
        paper.fill(row, Status="?" if row % 2 else "??")
    with pytest.raises(FollowUpError) as caught:
        checked(documents, read_answers([paper.save()]))

    assert len(caught.value.faults) == count
    assert str(caught.value).count("\n") == min(count, 21)


def test_two_papers_that_contradict(written, documents, tmp_path):
    one, two = Paper(written, tmp_path / "a.xlsx"), Paper(written, tmp_path / "b.xlsx")
    one.fill(2, **SRI)
    two.fill(2, Status="Selesai", Tanggapan="sudah")
    faults = _faults(documents, one.save(), two.save())

    assert faults == (
        (
            f"b.xlsx, Temuan!M2: temuan {_findings(documents)[0].fingerprint} sudah diisi lain di a.xlsx, Temuan!M2. "
            "Samakan keduanya, atau kosongkan salah satunya."
        ),
    )


def test_two_papers_that_fill_in_each_their_own(written, documents, tmp_path):
    """What one office leaves open does not undo what another answers, whichever comes first."""
    one, two = Paper(written, tmp_path / "a.xlsx"), Paper(written, tmp_path / "b.xlsx")
    one.fill(2, **SRI)
    two.fill(3, Status="Selesai", Tanggapan="sudah")
    paths = one.save(), two.save()

    for order in (paths, paths[::-1]):
        assert [finding.status for finding in _merged(documents, *order)[0][:3]] == ["overruled", "done", "open"]


def _answered(entries, **first):
    """The documents with an answer to the first finding."""
    changed = copy.copy(entries)
    findings = entries[0].report.findings
    new = (dataclasses.replace(findings[0], **first), *findings[1:])
    changed[0] = dataclasses.replace(entries[0], report=entries[0].report.model_copy(update={"findings": new}))
    return changed


def test_an_older_paper_does_not_undo_what_the_report_knows(entries, written):
    """Offices send their papers one after another."""
    known = _answered(entries, status="done", response=Response(text="sudah", by="Budi"))
    documents = [entry.report for entry in known]
    found, outcome = _merged(documents, written)

    assert found == _findings(documents)
    assert (outcome.kept, outcome.merged.total()) == (1, 0)


def test_an_older_paper_that_says_otherwise_is_refused(entries, paper):
    known = _answered(entries, status="done", response=Response(text="sudah", by="Budi"))
    paper.fill(2, **SRI)
    faults = _faults([entry.report for entry in known], paper.save())

    assert "laporan sudah memuat jawaban lain" in faults[0]
    assert "(Selesai oleh Budi)" in faults[0]


def test_a_paper_written_from_the_answered_report_may_change_it(entries, tmp_path):
    """Also back to open."""
    known = _answered(entries, status="done", response=Response(text="sudah", by="Budi"))
    path = tmp_path / "baru.xlsx"
    with path.open("wb") as stream:
        write(book_of(known), stream)
    documents = [entry.report for entry in known]
    again = _merged(documents, path)
    paper = Paper(path, tmp_path / "diisi.xlsx")
    paper.fill(2, Status="Terbuka", Tanggapan=None, Oleh=None)
    found, outcome = _merged(documents, paper.save())

    assert (again[1].same, again[0]) == (1, _findings(documents))
    assert (found[0].status, found[0].response) == ("open", None)
    assert outcome.merged == {"open": 1}
    lost = _merged([entry.report for entry in entries], path)[0]
    assert lost[0].response == Response(text="sudah", by="Budi"), "an answer that the report lost comes back"


def test_causes_are_not_lost_in_silence(paper):
    paper.fill(3, Sebab="kurang teliti")

    assert read_answers([paper.save()]).causes == ["diisi.xlsx, Temuan!J3"]


def test_a_heading_that_is_gone_or_stands_twice_is_named(paper, documents):
    paper.fill(1, Oleh="Nama", Kode="Status")
    faults = _faults(documents, paper.save())

    assert "diisi.xlsx, Temuan, baris 1: ada dua kolom 'Status'. Ubah judul salah satunya." in faults
    assert "diisi.xlsx, Temuan, baris 1: tidak ada kolom 'Oleh'. Kembalikan kolom itu beserta judulnya." in faults


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04rusak", b"bukan buku kerja"])
def test_what_is_no_workbook_is_refused(tmp_path, data):
    path = tmp_path / "x.xlsx"
    path.write_bytes(data)
    with pytest.raises(WorkbookError, match=r"x\.xlsx"):
        read_answers([path])


def test_a_workbook_without_the_sheet_is_refused(paper):
    del paper.book["Temuan"]
    with pytest.raises(WorkbookError, match="Sidik temuan"):
        read_answers([paper.save()])


def test_what_is_said_to_be_mended_is_told_without_words(entries):
    """An office may choose the status and write nothing."""
    finding = entries[0].report.findings[0]
    done = dataclasses.replace(finding, status="done", response=None)

    assert answer_words(finding, "id") == ""
    assert answer_words(done, "id") == "dinyatakan sudah diperbaiki"
    assert answer_words(dataclasses.replace(done, response=Response(text="", by="Sri")), "en") == (
        "said to be mended by Sri"
    )


def test_english_papers_are_read(entries, tmp_path):
    path = tmp_path / "paper.xlsx"
    with path.open("wb") as stream:
        write(book_of(entries, lang="en"), stream)
    paper = Paper.__new__(Paper)
    paper.place, paper.book = tmp_path / "filled.xlsx", openpyxl.load_workbook(path)
    paper.sheet = paper.book["Findings"]
    names = COLUMNS["en"]
    paper.fill(2, **{names.status: "Overruled", names.answer: "signed by hand", names.by: "Sri"})
    found, _ = _merged([entry.report for entry in entries], paper.save())

    assert answer_words(found[0], "en") == "overruled by Sri: signed by hand"


def test_libreoffice_saves_what_is_read_back(paper, documents, tmp_path):
    needs("soffice")
    paper.fill(2, **SRI, Tanggal=dt.date(2026, 3, 4))
    folder = tmp_path / "lo"
    profile = f"-env:UserInstallation=file://{tmp_path}/profil"
    convert = ["soffice", profile, "--headless", "--convert-to", "ods", "--outdir", str(folder), str(paper.save())]
    subprocess.run(convert, check=True, capture_output=True, timeout=180)
    back = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(folder),
        str(folder / "diisi.ods"),
    ]
    subprocess.run(back, check=True, capture_output=True, timeout=180)

    for name in ("diisi.ods", "diisi.xlsx"):
        found, outcome = _merged(documents, folder / name)
        assert found[0].response == Response(text=SRI["Tanggapan"], by="Sri Wahyuni", on=dt.date(2026, 3, 4))
        assert outcome.merged == {"overruled": 1}


def test_the_state_of_an_answer():
    said = Response(text="sudah", by="Sri", on=dt.date(2026, 3, 4))

    assert state("open", None) == ""
    assert state("done", said) == state("done", said.model_copy(update={"text": " sudah\n"}))
    others = [("answered", said), ("done", None), ("done", said.model_copy(update={"on": None}))]
    assert len({state("done", said), *(state(*one) for one in others)}) == 4


def test_rates_of_overruled_findings():
    """The greatest share first; the rest is in the line of all."""
    totals = {
        "a/half": RuleTotals(findings=4, overruled=2),
        "b/all": RuleTotals(findings=1, overruled=1),
        "c/none": RuleTotals(findings=3),
    }
    rates = overrule_rates(totals, {}, "id")
    table = overrule_table(rates, 8, "id")

    assert [(rate.rule, str(rate.percent)) for rate in rates] == [("b/all", "100.0"), ("a/half", "50.0")]
    assert [line.split()[-3:] for line in table.split("\n")[2:]] == [
        ["1", "1", "100,0%"],
        ["4", "2", "50,0%"],
        ["8", "3", "37,5%"],
    ]
    assert overrule_table([], 8, "en") == "No finding was overruled (of 8)."


@pytest.fixture
def saved(tmp_path, entries):
    """The report as JSON."""
    book, tally = book_of(entries), Tally()
    printer = JsonReport(book.tool, book.rules, book.as_of)
    lines = []
    for entry in entries:
        tally.add([figures(entry.report)])
        lines.append(printer.document(entry.report))
    path = tmp_path / "laporan.json"
    path.write_bytes(printer.head() + printer.joined(lines, first=True) + printer.tail(book.summary, tally.unknown))
    return path


def test_merge_as_a_user_runs_it(saved, paper, tmp_path):
    """The answers stand in all formats; scores do not change; the rates go to stderr."""
    paper.fill(2, **SRI)
    new, sheet, page = tmp_path / "baru.json", tmp_path / "baru.xlsx", tmp_path / "baru.txt"
    outputs = [part for place in (new, sheet, page) for part in ("--output", place)]
    done = patuh("report", "merge", saved, paper.save(), "--no-config", *outputs)
    before, after = json.loads(saved.read_text()), json.loads(new.read_text())

    assert (done.code, done.out) == (0, "")
    assert "1 tanggapan digabungkan (Dibatalkan 1)" in done.err
    assert "100,0%" in done.err
    assert after["documents"][0]["findings"][0]["response"]["by"] == "Sri Wahyuni"
    assert [one["score"] for one in before["documents"]] == [one["score"] for one in after["documents"]]
    assert before["summary"] == after["summary"]
    assert openpyxl.load_workbook(sheet)["Temuan"]["M2"].value == "Dibatalkan"
    assert "Sri Wahyuni" not in saved.read_text()
    assert "ditandatangani" in page.read_text()
    rates = json.loads(patuh("report", "overruled", new, "--no-config", "--format", "json").out)
    assert sum(row["overruled"] for row in rates) == 1


def test_a_merge_that_fails_writes_nothing(saved, paper, tmp_path):
    paper.fill(2, Status="Beres")
    new = tmp_path / "baru.json"
    new.write_text("yang lama")
    done = patuh("report", "merge", saved, paper.save(), "--no-config", "--output", new)

    assert done.code == 3
    assert "Temuan!M2" in done.err
    assert new.read_text() == "yang lama"


def test_a_filled_in_paper_is_not_written_over(saved, paper):
    place = paper.save()
    before = place.read_bytes()
    done = patuh("report", "merge", saved, place, "--no-config", "--output", place)

    assert done.code == 2
    assert place.read_bytes() == before


def test_write_gives_the_same_report(saved, tmp_path, entries):
    """JSON byte for byte, and the working paper that the audit would have written."""
    again, sheet = tmp_path / "lagi.json", tmp_path / "lagi.xlsx"
    done = patuh("report", "write", saved, "--no-config", "--output", again, "--output", sheet)

    assert (done.code, done.err) == (0, "")
    assert again.read_bytes() == saved.read_bytes()
    expected = tmp_path / "semula.xlsx"
    with expected.open("wb") as stream:
        write(book_of(entries), stream)
    assert sheet.read_bytes() == expected.read_bytes()
    assert [one.path for one in read_report(again).documents()] == [entry.report.path for entry in entries]


def test_write_says_when_other_rules_are_installed(saved, tmp_path):
    digest = read_report(saved).head.rules.digest
    saved.write_text(saved.read_text().replace(digest, "0" * 64))
    sheet = tmp_path / "lagi.xlsx"
    done = patuh("report", "write", saved, "--no-config", "--output", sheet)

    assert done.code == 0
    assert f"({digest[:12]}) berbeda dari yang menilai laporan ini (000000000000)" in done.err
    assert any(digest in str(row[1]) for row in openpyxl.load_workbook(sheet)["Metode"].values)
