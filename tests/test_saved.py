"""Reports read back: as they were written, laid out anew, older, and broken in every way."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from auditing import saved
from auditing.followup import WorkbookError, read_answers
from auditing.saved import SavedReportError, read_report
from cli import main
from schemas.report import Report

ROOT = Path(__file__).resolve().parent.parent
FILES = [ROOT / "fixtures" / "sop" / name for name in ("legal-missing-tabs.txt", "clean-label-colon.txt")]


@cache
def report() -> bytes:
    done = CliRunner().invoke(
        main, ["check", *map(str, FILES), "--no-config", "--format", "json", "--as-of", "2026-01-15"]
    )
    return done.stdout_bytes


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "laporan.json"


def refusal(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    with pytest.raises(SavedReportError) as caught:
        list(read_report(path).documents())
    assert str(caught.value).startswith(str(path))
    return str(caught.value)


def test_a_report_is_read_document_by_document(path: Path):
    path.write_bytes(report())
    found, whole = read_report(path), Report.model_validate_json(report())
    assert found.head == whole.model_copy(update={"documents": ()})
    assert tuple(found.documents()) == whole.documents == tuple(found.documents())
    assert len(whole.documents) == 2


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_report_that_was_laid_out_anew_says_the_same(path: Path, indent: int | None, encoding: str):
    """Also with the marks and in the encoding of a PowerShell that redirects."""
    path.write_bytes(json.dumps(json.loads(report()), indent=indent, ensure_ascii=False).encode(encoding))
    assert tuple(read_report(path).documents()) == Report.model_validate_json(report()).documents


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_report_in_another_encoding_is_read(path: Path, encoding: str):
    path.write_bytes(report().decode().replace("\n", "\r\n").encode(encoding))
    assert tuple(read_report(path).documents()) == Report.model_validate_json(report()).documents


def test_an_older_report_lacks_what_was_not_known_then(path: Path):
    data: dict[str, Any] = json.loads(report())
    del data["masked"]
    for document in data["documents"]:
        for name in ("clean", "not_applicable", "since"):
            del document[name]
        for finding in document["findings"]:
            del finding["status"], finding["response"]
    path.write_text(json.dumps(data), encoding="utf-8")
    first = next(iter(read_report(path).documents()))
    assert first.clean == ()
    assert first.findings[0].status == "open"


@pytest.mark.parametrize(
    "data", [b"", b"\0" * 100, b"PK\x03\x04", b"[]", b"null", b'{"schema":"lain/1"}', b"\xff\xfe\xff", b"[" * 100_000]
)
def test_what_is_no_report_is_refused(path: Path, data: bytes):
    refusal(path, data)


def test_a_report_that_was_cut_is_refused_wherever_it_was_cut(path: Path):
    whole = report().rstrip()
    for size in (1, 50, whole.index(b'"documents":[') + 13, len(whole) // 2, len(whole) - 1):
        refusal(path, whole[:size])


def test_a_report_that_is_cut_while_it_is_read_is_refused(path: Path):
    path.write_bytes(report())
    found = read_report(path)
    path.write_bytes(b"".join(report().splitlines(keepends=True)[:2]))
    with pytest.raises(SavedReportError, match="terpotong"):
        list(found.documents())


def test_a_wrong_document_is_named_by_its_line(path: Path):
    lines = report().splitlines(keepends=True)
    lines[2] = lines[2].replace(b'"kind":"sop"', b'"kind":"surat"')
    assert f"{path}:3" in refusal(path, b"".join(lines))


def test_a_document_that_contradicts_itself_is_named_by_its_line(path: Path):
    lines = report().splitlines(keepends=True)
    at = next(at for at, line in enumerate(lines) if b'"levers":[{' in line)
    document = json.loads(lines[at].rstrip().removesuffix(b","))
    end = b",\n" if lines[at].endswith(b",\n") else b"\n"
    for wrong in ({"findings": []}, {"score": None}, {"grade": None}, {"verdict": None}):
        changed = json.dumps(document | wrong, separators=(",", ":")).encode() + end
        assert f"{path}:{at + 1}: isi laporan tidak sah" in refusal(
            path, b"".join([*lines[:at], changed, *lines[at + 1 :]])
        )


def test_a_large_file_that_is_no_report_is_not_held(path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(saved, "MAX_WHOLE", 1_000)
    assert "MB" in refusal(path, b"x" * 2_000)


def test_what_would_take_many_times_its_size_is_not_read(path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(saved, "_ANY", 10_000)
    bomb = b'{"schema":"patuh.report/1","x":[' + b"[]," * 10_000 + b"[]]}"
    assert "terlalu besar" in refusal(path, bomb)
    lines = report().splitlines(keepends=True)
    assert "terlalu besar" in refusal(path, b"".join([lines[0], bomb + b"\n", *lines[1:]]))

    monkeypatch.setattr(saved, "_ANY", 0)
    path.write_bytes(report())
    assert list(read_report(path).documents())


def test_a_line_without_end_is_not_held(path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(saved, "MAX_LINE", 500)
    assert "terlalu besar" in refusal(path, report())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without such pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path):
    pipe = tmp_path / "pipa.json"
    os.mkfifo(pipe)
    with pytest.raises(SavedReportError, match="bukan berkas biasa"):
        read_report(pipe)
    with pytest.raises(WorkbookError, match="bukan berkas biasa"):
        read_answers([pipe])


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(SavedReportError, match="tidak dapat dibaca"):
        read_report(tmp_path / "tiada.json")
    with pytest.raises(SavedReportError, match="tidak dapat dibaca"):
        read_report(tmp_path)


def test_the_program_refuses_what_is_no_report(path: Path):
    path.write_text("{}")
    done = CliRunner().invoke(main, ["check", str(FILES[0]), "--no-config", "--since", str(path)])
    assert done.exit_code == 2
    assert "bukan laporan JSON patuh" in done.output
