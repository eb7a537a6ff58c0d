"""`patuh check --annotate`: where copies go, what they say, and what is never touched."""

from __future__ import annotations

import datetime as dt
import io
import pickle
import zipfile
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from annotating import names
from annotating.annotate import annotated
from annotating.names import copy_name, is_copy
from annotating.notes import MAX_NOTES, MAX_PLACES, CopySpec, notes_of
from auditing.copies import Copies, CopiesError, prepared
from auditing.files import Input, Inside, select
from readers import docx, pdf, spreadsheet
from readers.options import ReadOptions
from readers.text import read_text
from schemas.evidence import Evidence
from schemas.report import Confidence, DocumentReport, Finding, Severity
from tests.pdfs import printed_text
from tests.program import CLEAN, LETTER, MAJOR, TWO_SOPS, patuh
from tests.word_files import word_of

SPEC = CopySpec("sop.docx", dt.date(2025, 3, 4))


def _word(text: Path) -> bytes:
    return word_of(read_text(text.read_bytes(), name=text.name))


def _finding(number: int = 1, places: int = 1, severity: Severity = Severity.MAJOR) -> Finding:
    return Finding(
        rule="person/nip-mismatch",
        code=f"NIP-{number:02}",
        severity=severity,
        confidence=Confidence.LOW,
        component="person",
        title="NIP berbeda",
        condition="NIP tidak sama.",
        criterion="-",
        effect="-",
        recommendation="Samakan NIP.",
        evidence=tuple(Evidence(f"kata {at}", line=at, cell=f"paragraf {at}") for at in range(1, places + 1)),
        fingerprint="0" * 16,
    )


def _report(*findings: Finding, part: int | None = None) -> DocumentReport:
    return DocumentReport(
        path="sop.docx", part=part, sha256="", bytes=1, media=names.DOCX, kind="sop", findings=findings
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An SOP as a Word file and a PDF, in two folders, and as text."""
    for name, data in (
        ("a/sop.docx", _word(MAJOR)),
        ("b/sop.docx", _word(CLEAN)),
        ("b/sop.pdf", printed_text(MAJOR.read_bytes())),
        ("sop.txt", MAJOR.read_bytes()),
        ("surat.docx", _word(LETTER)),
    ):
        (tmp_path / "sop" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "sop" / name).write_bytes(data)
    return tmp_path


def _files(below: Path) -> dict[str, bytes]:
    return {
        path.relative_to(below).as_posix(): path.read_bytes() for path in sorted(below.rglob("*")) if path.is_file()
    }


def _check(folder: Path, *more: str | Path, fresh: bool = False):
    always = ("--no-config", "--as-of", "2025-03-04", "--format", "json")
    return patuh("check", "sop", *always, *more, cwd=folder, fresh=fresh)


def test_copies_stand_as_their_originals_do(folder: Path):
    """No name clashes, no original changes, and the report is that of an audit without copies."""
    before = _files(folder / "sop")
    plain = _check(folder)

    done = _check(folder, "--annotate", "temuan")

    assert (plain.code, plain.report) == (done.code, done.report)
    assert before == _files(folder / "sop")
    assert {"a/sop.temuan.docx", "b/sop.temuan.docx", "b/sop.temuan.pdf"} == set(_files(folder / "temuan"))
    assert "3 salinan berisi temuan ditulis ke temuan" in done.err
    assert "1 berkas tanpa salinan: hanya DOCX, PDF, dan XLSX" in done.err
    assert "1 berkas tanpa salinan karena tidak dinilai" in done.err


def test_copies_say_what_the_report_says(folder: Path):
    """Every finding of the report stands in the copy with code, title, condition and recommendation."""
    done = _check(folder, "--annotate", "temuan")

    for document in done.report["documents"]:
        if not document["path"].endswith("a/sop.docx"):
            continue
        with zipfile.ZipFile(folder / "temuan/a/sop.temuan.docx") as archive:
            comments = archive.read("word/comments1.xml").decode()
        assert document["findings"]
        for finding in document["findings"]:
            for words in (finding["code"], finding["title"], finding["recommendation"]):
                assert words.replace("&", "&amp;") in comments


def test_a_clean_document_has_a_copy_that_says_so(folder: Path):
    """An older copy with findings would mislead."""
    _check(folder, "--annotate", "temuan", "--only", "legal/missing")

    with zipfile.ZipFile(folder / "temuan/b/sop.temuan.docx") as archive:
        assert (
            "Tidak ada temuan pada dokumen ini (penilaian tanggal 2025-03-04)"
            in archive.read("word/comments1.xml").decode()
        )


def test_the_second_run_gives_the_same_copies_and_audits_none(folder: Path):
    """Copies within the audited folder are passed over by their name."""
    first = _check(folder, "--annotate", "sop/temuan", fresh=True)
    copies = _files(folder / "sop/temuan")

    second = _check(folder, "--annotate", "sop/temuan", "--jobs", "2")

    assert first.report == second.report
    assert copies == _files(folder / "sop/temuan")
    assert "3 salinan berisi temuan di dalam folder dilewati" in second.err


def test_copies_may_stand_beside_their_originals(folder: Path):
    """The folder of the originals is a folder as any."""
    before = _files(folder / "sop")

    _check(folder, "--annotate", "sop")

    after = _files(folder / "sop")
    assert before == {name: data for name, data in after.items() if ".temuan" not in name}
    assert len(after) == len(before) + 3


def test_a_copy_never_takes_the_place_of_an_input(folder: Path):
    """Asked to audit a copy into its own folder, patuh refuses."""
    _check(folder, "--annotate", "temuan")

    done = patuh("check", "temuan/a/sop.temuan.docx", "--annotate", "temuan", "--no-config", cwd=folder)

    assert done.code == 2
    assert "adalah salinan di dalam folder temuan sendiri" in done.err


def test_a_link_in_the_place_of_a_copy_is_replaced_not_followed(folder: Path):
    """Whatever the link leads to stays as it is."""
    original = folder / "sop/a/sop.docx"
    before = original.read_bytes()
    (folder / "temuan/a").mkdir(parents=True)
    (folder / "temuan/a/sop.temuan.docx").symlink_to(original)

    _check(folder, "--annotate", "temuan")

    assert before == original.read_bytes()
    assert not (folder / "temuan/a/sop.temuan.docx").is_symlink()


def test_a_folder_that_cannot_be_made_is_said_before_the_audit(folder: Path):
    """An hour of work should not end in this."""
    (folder / "berkas").touch()

    done = _check(folder, "--annotate", "berkas/temuan")

    assert done.code == 2
    assert "Salinan berisi temuan tidak dapat ditulis" in done.err
    assert done.out == ""


def test_a_copy_that_fails_is_said_and_costs_nothing(folder: Path):
    """The findings stay, the exit code too; message and notice say what happened."""
    plain = _check(folder)
    (folder / "temuan/a/sop.temuan.docx").mkdir(parents=True)

    done = _check(folder, "--annotate", "temuan")

    assert plain.code == done.code
    assert "sop/a/sop.docx: Salinan berisi temuan tidak dapat dibuat" in done.err
    failed = next(one for one in done.report["documents"] if one["path"] == "sop/a/sop.docx")
    assert failed["findings"]
    assert failed["notices"][-1]["code"] == "copy-failed"
    assert "b/sop.temuan.docx" in _files(folder / "temuan")
    assert not [name for name in _files(folder / "temuan") if name.endswith(".part")]


def test_the_sops_of_one_file_share_a_copy(tmp_path: Path):
    """Each note says which SOP it is about."""
    (tmp_path / "dua.pdf").write_bytes(printed_text(TWO_SOPS.read_bytes()))

    done = patuh("check", "dua.pdf", "--annotate", "t", "--no-config", "--format", "json", cwd=tmp_path)

    document = pypdfium2.PdfDocument(tmp_path / "t/dua.temuan.pdf")
    count = sum(pypdfium2.raw.FPDFPage_GetAnnotCount(page.raw) for page in document)
    document.close()
    assert len(done.report["documents"]) == 2
    assert count > 0
    assert {"t/dua.temuan.pdf"} == {path.relative_to(tmp_path).as_posix() for path in (tmp_path / "t").iterdir()}


def test_notes_are_in_the_language_of_the_report():
    """English labels around what the rules say in English."""
    (note,) = notes_of([_report(_finding())], CopySpec("sop.docx", dt.date(2025, 3, 4), "en"))

    assert note.text.startswith("NIP-01 · Major · NIP berbeda · low confidence\nCondition: NIP tidak sama.")
    assert "Recommendation: Samakan NIP." in note.text


def test_further_places_lead_to_the_first():
    """The finding is explained once; of many places the first are marked, and the explanation says so."""
    notes = notes_of([_report(_finding(places=MAX_PLACES + 5), part=2)], SPEC)

    assert len(notes) == MAX_PLACES
    assert "bagian 2" in notes[0].heading
    assert f"ada pada {MAX_PLACES + 5} tempat; yang ditandai {MAX_PLACES} tempat pertama" in notes[0].text
    assert "tempat ke-2 dari 17. Penjelasannya ada pada tempat pertama: paragraf 1." in notes[1].text
    assert "Samakan" not in notes[1].text


def test_a_copy_holds_so_many_notes_and_says_how_many_are_left_out():
    """The gravest stay, in the order of the report, and the explanations before further places."""
    findings = [_finding(places=2, severity=Severity.ADVICE) for _ in range(10_000)]
    findings[9_000] = _finding(77, severity=Severity.CRITICAL)

    notes = notes_of([_report(*findings)], SPEC)

    assert len(notes) == MAX_NOTES
    assert "NIP-77" in notes[-2].heading
    assert all(note.first for note in notes)
    assert f"{10_000 - MAX_NOTES + 1} temuan lain tidak ditandai" in notes[-1].text


def test_ten_thousand_findings_in_a_workbook():
    """A workbook with more findings than notes is written, with the cap said in its first cell."""
    book = openpyxl.Workbook()
    for at in range(2_000):
        book.active.append([at, "Indikator", 1, 2])
    stream = io.BytesIO()
    book.save(stream)
    findings = [
        Finding(
            **{name: getattr(_finding(), name) for name in ("rule", "code", "severity", "confidence", "component")},
            title="t",
            condition="c",
            criterion="",
            effect="",
            recommendation="r",
            evidence=(Evidence("", page=1, cell=f"Sheet!{'ABCD'[at % 4]}{at % 2000 + 1}"),),
            fingerprint="0" * 16,
        )
        for at in range(10_000)
    ]
    report = _report(*findings)

    copy = annotated(stream.getvalue(), names.XLSX, [report], SPEC, ReadOptions())

    sheet = openpyxl.load_workbook(io.BytesIO(copy)).active
    commented = [cell for row in sheet.iter_rows() for cell in row if cell.comment]
    assert 900 < len(commented) <= MAX_NOTES
    assert "temuan lain tidak ditandai" in sheet["A1"].comment.text


@pytest.mark.parametrize(
    ("name", "media", "expected"),
    [
        ("sop.docx", names.DOCX, "sop.temuan.docx"),
        ("SOP.DOCX", names.DOCX, "SOP.temuan.DOCX"),
        ("makro.xlsm", names.XLSX, "makro.temuan.xlsm"),
        ("sop", names.PDF, "sop.temuan.pdf"),
        ("sop.pdf", names.DOCX, "sop.pdf.temuan.docx"),
        ("sop.v2.pdf", names.PDF, "sop.v2.temuan.pdf"),
    ],
)
def test_names_of_copies(name: str, media: str, expected: str):
    """They keep their suffix, so that they open as the original does, and are known again."""
    assert expected == copy_name(name, media)
    assert is_copy(expected)
    assert not is_copy(name)


def test_the_media_are_those_of_the_readers():
    """`annotating.names` repeats them, so that an audit of texts need not import the readers."""
    assert (docx.DOCX, pdf.MEDIA, spreadsheet.XLSX) == (names.DOCX, names.PDF, names.XLSX)


@pytest.mark.parametrize(
    ("given", "original", "expected"),
    [
        pytest.param(["sop"], "sop/a/x.docx", "t/a/x.temuan.docx", id="folder"),
        pytest.param(["sop/a", "sop/b"], "sop/b/x.docx", "t/b/x.temuan.docx", id="folders"),
        pytest.param(["sop/a/x.docx"], "sop/a/x.docx", "t/x.temuan.docx", id="file"),
        pytest.param(["sop/a/x.docx", "sop/b/x.docx"], "sop/a/x.docx", "t/a/x.temuan.docx", id="files"),
        pytest.param(["sop/a", "./sop/../sop/b/x.docx"], "sop/b/x.docx", "t/b/x.temuan.docx", id="roundabout"),
    ],
)
def test_places_of_copies(given: list[str], original: str, expected: str, tmp_path: Path, monkeypatch):
    """Below the folder of copies they stand as the originals stand to one another."""
    for name in ("a", "b"):
        (tmp_path / "sop" / name).mkdir(parents=True)
        (tmp_path / "sop" / name / "x.docx").touch()
    monkeypatch.chdir(tmp_path)

    copies = prepared(Path("t"), [Path(one) for one in given])

    for path in (Path(original), tmp_path / original):
        assert tmp_path / expected == copies.path_of(Input(str(path), original), names.DOCX)


def test_the_copy_of_what_is_in_an_archive(tmp_path: Path):
    """The archive is a folder of the copies, which nothing in it can leave."""
    with zipfile.ZipFile(tmp_path / "sop.zip", "w") as archive:
        archive.writestr("camat/x.docx", _word(MAJOR))

    done = patuh("check", "sop.zip", "--annotate", "t", cwd=tmp_path)

    assert "Traceback" not in done.err
    assert (tmp_path / "t/sop.zip/camat/x.temuan.docx").is_file()
    outside = Input(str(tmp_path / "sop.zip"), "", Inside(0, "", "../../../x.docx"))
    place = Copies(str(tmp_path / "t"), str(tmp_path)).path_of(outside, names.DOCX)
    assert place == tmp_path / "t/sop.zip/x.temuan.docx"


def test_a_named_copy_is_audited(tmp_path: Path):
    """Only in folders are copies passed over."""
    (tmp_path / "sop.temuan.docx").touch()

    assert [1, 0] == [len(select([tmp_path / "sop.temuan.docx"]).inputs), len(select([tmp_path]).inputs)]


def test_copies_can_be_sent_to_other_processes():
    """Where processes are not forked, the work is pickled."""
    copies = Copies("/t", "/s")

    assert copies == pickle.loads(pickle.dumps(copies))


def test_an_error_of_the_folder_is_told(tmp_path: Path):
    """With its name."""
    (tmp_path / "berkas").touch()

    with pytest.raises(CopiesError, match="berkas"):
        prepared(tmp_path / "berkas" / "t", [tmp_path])
