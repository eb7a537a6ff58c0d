"""Where reports go: which file is which format, and what is left when one of them cannot be written."""

from __future__ import annotations

import errno
import gc
import io
import json
import os
import shlex
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

import click
import pytest
from click.testing import CliRunner, Result

from auditing.check import SCREEN
from auditing.outputs import ReportFiles, UnwrittenError, report_file
from auditing.spool import Spool, SpoolPrinter
from cli import main
from commands.common import AuditFailed
from commands.targets import targets
from reports.book import Book
from reports.formats import FORMATS, Format
from schemas.entry import DocumentWords, Entry, Line
from schemas.report import DocumentReport, Report
from tests.books import book_of, entries_of
from tests.program import command, environment, patuh

ROOT = Path(__file__).resolve().parent.parent
CLEAN = ROOT / "fixtures" / "sop" / "clean-label-colon.txt"

Writers = dict[str, Callable[[Book, BinaryIO], None]]


def written(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, arguments), "--no-config"])


@pytest.fixture
def writers(monkeypatch: pytest.MonkeyPatch) -> Writers:
    """Writers by format, in place of our own."""
    found: Writers = {}
    monkeypatch.setattr(Format, "writer", lambda form: found[form.name])
    return found


def good(book: Book, stream: BinaryIO) -> None:
    stream.writelines(entry.report.path.encode() + b"\n" for entry in book.entries())


def failing(error: BaseException) -> Callable[[Book, BinaryIO], None]:
    def write(_: Book, stream: BinaryIO) -> None:
        stream.write(b"half")
        raise error

    return write


# which is which ---------------------------------------------------------------------------------------------------


def pairs(formats: list[str], outputs: list[str]) -> list[tuple[str, str]]:
    return [(one.form.name, one.place) for one in targets(formats, outputs)]


def test_formats_and_places_are_paired():
    assert pairs([], []) == [("table", SCREEN)]
    assert pairs([], ["LAPORAN.XLSX", "a.sarif.json", "b.htm"]) == [
        ("xlsx", "LAPORAN.XLSX"),
        ("sarif", "a.sarif.json"),
        ("html", "b.htm"),
    ]
    assert pairs(["json"], ["a.txt", "b.txt"]) == [("json", "a.txt"), ("table", "b.txt")]
    assert pairs(["json", "table"], ["a"]) == [("json", "a"), ("table", SCREEN)]


@pytest.mark.parametrize("place", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "-"])
def test_standard_output_has_several_names(place: str):
    assert pairs(["json"], [place]) == [("json", SCREEN)]
    assert pairs([], [place]) == [("table", SCREEN)]
    with pytest.raises(click.UsageError, match="tempat yang sama"):
        targets(["json", "table"], [place])
    with pytest.raises(click.UsageError, match="layar"):
        targets(["xlsx"], [place])


@pytest.mark.parametrize("place", ["laporan", "laporan.zip", "", ".", "x.html/"])
def test_an_ending_that_names_no_format_is_refused(place: str):
    if place == "x.html/":
        assert pairs([], [place]) == [("html", place)]
        return
    with pytest.raises(click.UsageError, match=r"\.html"):
        targets([], [place])


def test_one_file_under_two_names_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ada.json").touch()
    (tmp_path / "link.json").symlink_to("ada.json")
    (tmp_path / "hard.json").hardlink_to("ada.json")
    for other in ("./a.json", str(tmp_path / "a.json"), "x/../a.json"):
        with pytest.raises(click.UsageError, match="tempat yang sama"):
            targets([], ["a.json", other])
    for other in ("link.json", "hard.json"):
        with pytest.raises(click.UsageError, match="tempat yang sama"):
            targets([], ["ada.json", other])


# what stays -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["same", "link", "folder"])
def test_a_report_never_takes_the_place_of_a_document(tmp_path: Path, how: str):
    document = tmp_path / "sop" / "a.txt"
    document.parent.mkdir()
    document.write_bytes(CLEAN.read_bytes())
    place = tmp_path / "b.txt" if how == "link" else document
    if how == "link":
        place.symlink_to(document)
    done = written(document.parent if how == "folder" else document, "--output", place)

    assert done.exit_code == 2
    assert "tidak akan ditimpa" in done.output
    assert document.read_bytes() == CLEAN.read_bytes()


def test_a_report_may_take_the_place_of_the_one_it_is_compared_with(tmp_path: Path):
    past = tmp_path / "lalu.json"
    assert written(CLEAN, "--output", past).exit_code == 0
    assert written(CLEAN, "--since", past, "--output", past).exit_code == 0
    assert Report.model_validate_json(past.read_bytes()).documents[0].since is not None


def test_an_older_report_is_replaced_and_keeps_its_rights(tmp_path: Path):
    place = tmp_path / "a.json"
    place.write_text("lama")
    place.chmod(0o640)
    assert written(CLEAN, "--output", place).exit_code == 0
    assert Report.model_validate_json(place.read_bytes()).documents
    assert stat.S_IMODE(place.stat().st_mode) == 0o640


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(28, "No space left on device"), "No space left on device"),
        (KeyError("x"), "kesalahan di dalam patuh: KeyError"),
        (ModuleNotFoundError("No module named 'weasyprint'", name="weasyprint"), "pustaka weasyprint"),
        (MemoryError(), "memori"),
        (RecursionError(), "RecursionError"),
    ],
)
def test_a_report_that_fails_costs_no_other(tmp_path: Path, writers: Writers, error: BaseException, said: str):
    writers |= {"csv": good, "html": failing(error), "junit": good}
    old = tmp_path / "b.html"
    old.write_text("lama")
    places = [tmp_path / name for name in ("z.json", "a.csv", "b.html", "c.xml")]
    done = written(CLEAN, *(part for place in places for part in ("--output", place)))

    assert done.exit_code == 3
    assert said in done.output
    assert str(old) in done.output
    assert "Traceback" not in done.output
    assert old.read_text() == "lama"
    assert Report.model_validate_json(places[0].read_bytes()).documents
    assert places[1].read_bytes() == places[3].read_bytes() != b""
    assert sorted(tmp_path.iterdir()) == sorted(places)


def test_all_reports_that_fail_are_named(tmp_path: Path, writers: Writers):
    writers |= {"csv": failing(KeyError()), "html": failing(OSError(5, "I/O error"))}
    done = written(CLEAN, "--output", tmp_path / "a.csv", "--output", tmp_path / "b.html")
    assert "a.csv" in done.output
    assert "b.html (I/O error)" in done.output
    assert list(tmp_path.iterdir()) == []


class _Full(io.BytesIO):
    """A disk that gets full."""

    def __init__(self, room: int) -> None:
        super().__init__()
        self.room = room

    def write(self, data: Any, /) -> int:
        self.room -= len(data)
        if self.room < 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(data)


def test_a_full_folder_for_temporary_files_costs_no_report_that_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("auditing.spool.tempfile.TemporaryFile", lambda **_: _Full(100))
    done = written(CLEAN, "--output", tmp_path / "a.json", "--output", tmp_path / "b.csv")

    assert done.exit_code == 3
    assert "b.csv (No space left on device: kosongkan ruang" in done.output
    assert "TMPDIR" in done.output
    assert "Laporan lain" in done.output
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
    assert Report.model_validate_json((tmp_path / "a.json").read_bytes()).documents


@pytest.mark.skipif(sys.platform != "linux", reason="has no /dev/full")
def test_a_full_disk_costs_only_the_report_that_lies_there(tmp_path: Path):
    full = ("--format", "json", "--output", "/dev/full")
    done = written(CLEAN, *full, "--format", "json", "--output", tmp_path / "a.json")
    assert done.exit_code == 3
    assert "/dev/full (No space left" in done.output
    assert Report.model_validate_json((tmp_path / "a.json").read_bytes()).documents

    done = written(CLEAN, *full)
    assert done.exit_code == 3
    assert "/dev/full (No space left" in done.output
    assert "Laporan lain" not in done.output


@pytest.mark.skipif(sys.platform != "linux", reason="has no /dev/full")
def test_messages_that_cannot_be_printed_cost_no_report(tmp_path: Path):
    """As ``2>&1 | head -1`` does; the exit code is that of the audit."""
    run = [*command("check", "fixtures/bad", CLEAN, "--no-config", "--output", tmp_path / "a.json")]
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - no file of ours
        done = subprocess.run(run, cwd=ROOT, env=environment(), stdout=full, stderr=full, check=False, timeout=120)
    assert done.returncode == 4
    assert Report.model_validate_json((tmp_path / "a.json").read_bytes()).documents


def test_a_closed_standard_output_costs_no_report(tmp_path: Path):
    run = shlex.join(command("check", CLEAN, "--no-config", "--output", tmp_path / "a.json"))
    done = subprocess.run(["sh", "-c", f"{run} >&-"], cwd=ROOT, env=environment(), check=False, timeout=120)
    assert done.returncode == 0
    assert Report.model_validate_json((tmp_path / "a.json").read_bytes()).documents


def test_a_workbook_that_does_not_fit_says_nothing_but_that(capfd: pytest.CaptureFixture[str]):
    for room in (0, 100, 9_000):
        with pytest.raises(OSError, match="No space"):
            FORMATS["xlsx"].writer()(book_of(entries_of("sop/actor-kepala-kantor.txt")), stream := _Full(room))
        stream.close()
    gc.collect()
    assert capfd.readouterr().err == ""


def test_what_nobody_thought_of_ends_with_a_word(monkeypatch: pytest.MonkeyPatch):
    def fails(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("auditing.check.select", fails)
    done = written(CLEAN)
    assert done.exit_code == 3
    assert "kesalahan di dalam patuh: ZeroDivisionError" in done.output
    assert "(test_targets.py:" in done.output


def test_what_a_failure_tells_of_a_document_does_not_steer_the_terminal(capsys: pytest.CaptureFixture[str]):
    AuditFailed("a\x1b[31m\u202eb\nc").show()
    told = capsys.readouterr().err
    assert told.splitlines()[1] == "c"
    assert not {"\x1b", "\u202e"} & set(told)


def test_an_interrupt_ends_the_run_and_leaves_no_half_file(tmp_path: Path, writers: Writers):
    writers |= {"csv": failing(KeyboardInterrupt()), "html": good}
    done = written(
        CLEAN, "--output", tmp_path / "a.csv", "--output", tmp_path / "b.html", "--output", tmp_path / "c.json"
    )
    assert done.exit_code == 130
    assert [path.name for path in tmp_path.iterdir()] == ["c.json"]


def test_a_screen_that_goes_away_costs_no_file(tmp_path: Path, writers: Writers):
    files = ReportFiles()
    with files:
        stream = files.open(str(tmp_path / "a.csv"))
        with open(os.devnull, "wb") as screen:  # noqa: PTH123 - no file of ours
            with files.writing(screen):
                raise BrokenPipeError
            with files.writing(stream):
                stream.write(b"x")
        with pytest.raises(BrokenPipeError):
            files.judge()
    assert (tmp_path / "a.csv").read_bytes() == b"x"
    del writers


def test_a_folder_that_goes_away_is_told(tmp_path: Path):
    folder = tmp_path / "x"
    folder.mkdir()
    files = ReportFiles()
    with files:
        stream = files.open(str(folder / "a.csv"))
        with files.writing(stream):
            for path in folder.iterdir():
                path.unlink()
            folder.rmdir()
        with pytest.raises(UnwrittenError, match=r"a\.csv"):
            files.judge()


def test_a_pipe_takes_a_report(tmp_path: Path):
    pipe = tmp_path / "pipa.json"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    with report_file(pipe) as stream:
        stream.write(b"{}")
    reader.join(10)
    assert got == [b"{}"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_standard_output_and_error_by_their_names_as_a_process(tmp_path: Path):
    done = patuh("check", CLEAN, "--no-config", "--format", "json", "--output", "/dev/stdout", cwd=tmp_path)
    assert json.loads(done.out)["summary"]["documents"] == 1
    done = patuh("check", CLEAN, "--no-config", "--format", "json", "--output", "/dev/stderr", cwd=tmp_path)
    assert '"summary"' in done.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", ["/dev/full", "/proc/self/tidak-ada.json"])
def test_a_place_without_room_or_rights_is_told(place: str):
    done = written(CLEAN, "--format", "json", "--output", place)
    assert done.exit_code in (2, 3)
    assert "patuh" in done.output or "Error" in done.output
    assert isinstance(done.exception, SystemExit)


# documents put by -------------------------------------------------------------------------------------------------


def _entry(name: str) -> Entry:
    report = DocumentReport(path=name, sha256=None, bytes=None, media=None, kind="unknown")
    return Entry(report=report, words=DocumentWords((Line("é\n\t\x00🙂"),)))


def test_documents_put_by_are_read_as_often_as_one_likes_and_at_once():
    spool, printer = Spool(), SpoolPrinter()
    entries = [_entry(name) for name in ("a", "b\n", "c" * 100_000)]
    spool.stream.write(printer.joined([printer.document(one.report, one.words) for one in entries], first=True))
    assert list(zip(spool.entries(), spool.entries(), strict=True)) == [(one, one) for one in entries]
    assert list(spool.entries()) == entries
    spool.close()


def test_a_run_without_reports_of_many_pages_needs_no_room_on_disk(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("auditing.spool.tempfile.TemporaryFile", lambda **_: pytest.fail("made"))
    assert written(CLEAN, "--format", "json").exit_code == 0
