"""A folder of hostile files between good ones: the good are audited, the others named, and the machine stays well."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from readers.text import read_text
from tests import hostile
from tests.pdfs import printed_text
from tests.program import FIXTURES, environment
from tests.word_files import word_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory of processes is counted in other units")

SECONDS = 300.0
"""All of them on two cores; they take about 40."""
MEGABYTES = 1024
"""Resident memory that no process of the run may reach: no worker, and no program that one starts. OCR has 2048."""
_MEASURED = """
import json, resource, subprocess, sys
code = subprocess.call(sys.argv[1:])
print(json.dumps([code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss]), file=sys.stderr)
"""


def _performance(year: int) -> bytes:
    """A workbook of performance data."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        [f"PENGUKURAN KINERJA TAHUN {year}"],
        [],
        ["No", "Sasaran", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)"],
        [1, "Meningkatnya mutu pelayanan", "Nilai survei kepuasan masyarakat", "Nilai", 80, 84, 105],
        [2, "Meningkatnya akuntabilitas", "Nilai evaluasi akuntabilitas kinerja", "Nilai", 70, 70, 100],
    ):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _good() -> dict[str, bytes]:
    """Two documents of each medium; their names put them between the others."""
    first, second = (FIXTURES / "clean-guide-tabs.txt").read_bytes(), (FIXTURES / "clean-label-colon.txt").read_bytes()
    third, fourth = (FIXTURES / "clean-html-lists.md").read_bytes(), (FIXTURES / "clean-html-spans.md").read_bytes()
    return {
        "a-baik.txt": first,
        "l-baik.txt": second,
        "b-baik.md": third,
        "m-baik.md": fourth,
        "d-baik.docx": word_of(read_text(first, name="a.txt")),
        "p-baik.docx": word_of(read_text(second, name="a.txt")),
        "h-baik.pdf": printed_text(third, "a.md"),
        "s-baik.pdf": printed_text(second),
        "k-baik.xlsx": _performance(2024),
        "t-baik.xlsx": _performance(2025),
    }


@dataclass
class Run:
    """What patuh made of the folder."""

    code: int
    megabytes: int
    seconds: float
    said: str
    documents: list[dict[str, Any]]
    expected: dict[str, frozenset[str]]
    folder: Path
    """Where it ran: `kiriman` are the files, `salinan` the annotated copies, `sementara` is for temporary files."""
    before: dict[str, str]
    """Digests of the good files before the run."""

    def of(self, name: str) -> list[dict[str, Any]]:
        """The documents of one file, or of what is in it."""
        return [one for one in self.documents if one["path"].removeprefix("kiriman/").split("/")[0] == name]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """One run over all; files that a folder passes over are named as well, so that each is tried."""
    top = tmp_path_factory.mktemp("jahat")
    folder = top / "kiriman"
    folder.mkdir()
    begin = time.monotonic()
    expected = {path.name: codes for path, codes in hostile.write(folder)}
    assert time.monotonic() - begin < SECONDS / 10
    for name, content in _good().items():
        (folder / name).write_bytes(content)
    (top / "sementara").mkdir()
    before = _digests(folder)
    named = [f"kiriman/{name}" for name in sorted(expected)]
    command = [sys.executable, "-m", "cli", "check", "kiriman", *named, "--jobs", "2", "--no-config"]
    command += ["--annotate", "salinan", "--format", "json"]
    begin = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, *command],
        cwd=top, env=environment() | {"TMPDIR": str(top / "sementara")},
        capture_output=True, check=False, timeout=2 * SECONDS,
    )  # fmt: skip
    said, _, measured = done.stderr.decode().rstrip().rpartition("\n")
    code, kilobytes = json.loads(measured)
    documents = json.loads(done.stdout)["documents"]
    return Run(code, kilobytes // 1024, time.monotonic() - begin, said, documents, expected, top, before)


def _digests(folder: Path) -> dict[str, str]:
    """Of the good files; a pipe among the others would never end."""
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in _good()}


def test_the_good_are_audited(run: Run):
    """As if nothing had happened."""
    found = {one["path"].removeprefix("kiriman/"): one for one in run.documents if "-baik." in one["path"]}

    assert sorted(found) == sorted(_good())
    assert {name: one["errors"] for name, one in found.items() if one["errors"]} == {}
    assert {one["kind"] for one in found.values()} == {"sop", "performance"}
    assert all(one["verdict"] for one in found.values())


def test_each_other_is_named_with_a_reason(run: Run):
    """Or read, where that is right."""
    codes = {name: {error["code"] for one in run.of(name) for error in one["errors"]} for name in run.expected}
    wrong = {
        name: (codes[name], one) for name, one in run.expected.items() if not _fits(codes[name], one, run.of(name))
    }

    assert len(run.expected) >= 40
    assert wrong == {}


def _fits(codes: set[str], expected: frozenset[str], documents: list[dict[str, Any]]) -> bool:
    if not documents:
        return False
    if not codes:
        return "read" in expected
    if codes & {"internal", "engine-failed"}:
        return False
    return codes <= expected


def test_every_reason_can_be_read(run: Run):
    """A sentence or more, without the words of a program."""
    messages = [error["message"] for one in run.documents for error in one["errors"]]

    assert messages
    assert all(len(message) > 20 and message.endswith(".") for message in messages)
    assert not any("Traceback" in text or "Error(" in text for text in [run.said, *messages])


def test_no_content_of_the_machine_comes_out(run: Run):
    """Foreign entities and links to the list of users are not followed."""
    told = json.dumps(run.documents)

    assert "root:" not in told


def test_copies_of_the_good_are_written(run: Run):
    """As far as copies can be made of their kind; the good files themselves stay as they were."""
    copies = {path.name for path in (run.folder / "salinan").rglob("*") if path.is_file()}
    failed = [one["path"] for one in run.documents for notice in one["notices"] if notice["code"] == "copy-failed"]

    assert {f"{name[0]}-baik" for name in _good() if not name.endswith((".txt", ".md"))} <= {
        name.split(".")[0] for name in copies
    }
    assert failed == []
    assert _digests(run.folder / "kiriman") == run.before


def test_nothing_is_left_behind(run: Run):
    """No temporary file, and no program that goes on."""
    left = [path.name for path in (run.folder / "sementara").iterdir()]
    commands = [path.read_bytes() for path in Path("/proc").glob("[0-9]*/cmdline") if os.access(path, os.R_OK)]

    assert left == []
    assert not [command for command in commands if os.fsencode(run.folder / "sementara") in command]


def test_the_run_goes_on_to_its_end(run: Run):
    """With the exit code for documents that could not be read, in bounded time and memory."""
    assert run.code == 4
    assert run.seconds < SECONDS
    assert run.megabytes < MEGABYTES


def test_the_same_files_are_written_each_time():
    """What a reader stumbles over can be looked at again."""
    for name, one in hostile.FILES.items():
        assert one.make() == one.make() or name == "kunci.pdf", name  # encryption has its own dice
