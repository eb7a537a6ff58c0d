"""Whatever is handed to patuh: one clear message, the documented exit code, and the other documents audited."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.program import CLEAN, ROOT, patuh
from tests.samples import RULE

MB = 1024 * 1024
SECONDS = 60
"""No case may take longer, on however slow a machine."""

FILES: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "empty": (lambda: b"", "empty", "tidak berisi tulisan"),
    "blank": (lambda: b" \t\r\n\x0c\n" * 500, "empty", "tidak berisi tulisan"),
    "binary-renamed": (lambda: b"PK\x03\x04" + bytes(range(256)) * 64, "binary", "bukan berkas teks"),
    "one-line-of-50-MB": (lambda: b"kata " * (10 * MB), "too-large", "berukuran 50 MB (batas 16 MB)"),
    "one-line-of-10-MB": (lambda: b"kata " * (2 * MB), "line-too-long", "Baris 1 "),
    "100000-rows": (lambda: b"1\tMengirim surat\tStaf\t5 menit\n" * 100_000, "too-many-rows", "baris 5001"),
    "nul-bytes": (lambda: b"SOP\0\0\0 Pengumpulan\0" * 50, "binary", "bukan berkas teks"),
    "broken-utf-8": (lambda: b"STANDAR\x81\x8d\xff OPERASIONAL\n" * 9, "encoding", "UTF-8"),
    "broken-utf-16": (lambda: b"\xff\xfeS\0O\0P\0" + b"\x00\xd8" * 9, "encoding", "UTF-16"),
}
"""Name -> content, error code, and words of the message."""

ODD: dict[str, bytes] = {
    "deep-div": b"<div>" * 50_000 + b"SOP" + b"</div>" * 50_000,
    "deep-tables": b"<table><tr><td>" * 30_000,
    "deep-lists": b"<ul><li><p>" * 30_000 + b"SOP",
    "endless-emphasis": b"*_" * 100_000,
    "endless-pipes": b"| " * 40_000,
    "huge-spans": b"<table><tr><td rowspan=999999 colspan=999999>x</td></tr></table>" * 50,
    "endless-number": b"Nomor SOP : " + b"9" * 100_000,
    "endless-citations": b"Undang-Undang Nomor 23 Tahun 2014 tentang " * 10_000,
    "half-characters": "Nomor SOP : \udc81".encode("utf-8", "surrogatepass") * 50,
}
"""May be read or refused, but neither crash nor take long nor be an SOP."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good document."""
    (tmp_path / "baik.txt").write_bytes(CLEAN.read_bytes())
    return tmp_path


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_is_named_and_the_others_are_audited(folder: Path, name: str):
    """Exit code 4, one message with path, reason and what to do, and no traceback."""
    content, code, words = FILES[name]
    (folder / "buruk.txt").write_bytes(content())
    began = time.monotonic()
    done = patuh("check", ".", "--format", "json", cwd=folder)
    good, bad = done.report["documents"]
    told = [line for line in done.err.splitlines() if "buruk.txt: " in line]

    assert done.code == 4
    assert (good["path"], good["verdict"], good["errors"]) == ("baik.txt", "layak", [])
    assert [error["code"] for error in bad["errors"]] == [code]
    assert bad["score"] is None
    assert len(told) == 1
    assert words in told[0]
    assert re.search(r"Simpan|Pecah|Pastikan", told[0])
    assert "Traceback" not in done.err
    assert time.monotonic() - began < SECONDS


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_alone_is_exit_code_3(tmp_path: Path, name: str):
    """Nothing could be audited; the report says so too."""
    (tmp_path / "buruk.txt").write_bytes(FILES[name][0]())
    done = patuh("check", "buruk.txt", "--format", "json", cwd=tmp_path)

    assert done.code == 3
    assert done.report["summary"] == {
        "documents": 1, "findings": {"critical": 0, "major": 0, "minor": 0, "advice": 0}, "grades": {}, "errors": 1,
        "missing": None,
    }  # fmt: skip
    assert "tidak ada dokumen yang dapat diperiksa" in done.err


@pytest.mark.parametrize("name", ODD)
def test_odd_markup_costs_neither_time_nor_the_others(folder: Path, name: str):
    """It is read as far as it can be, or refused with a message."""
    (folder / "aneh.md").write_bytes(ODD[name])
    began = time.monotonic()
    done = patuh("check", ".", "--format", "json", cwd=folder)
    odd, good = done.report["documents"]

    assert done.code == (4 if odd["errors"] else 0)
    assert {error["code"] for error in odd["errors"]}.isdisjoint({"internal", "worker-died", "timeout", "memory"})
    assert odd["findings"] == []
    assert good["verdict"] == "layak"
    assert time.monotonic() - began < SECONDS


def test_a_missing_file_is_named(folder: Path):
    """With what to do."""
    done = patuh("check", "baik.txt", "tidak-ada.txt", "--format", "json", cwd=folder)

    assert done.code == 4
    assert "tidak-ada.txt: Berkas tidak ada. Periksa nama dan letaknya." in done.err
    assert [error["code"] for error in done.report["documents"][1]["errors"]] == ["not-found"]


def test_what_is_no_file_is_not_waited_for(folder: Path):
    """A pipe in which nobody writes, and a link to itself, must not hang the audit."""
    os.mkfifo(folder / "pipa.txt")
    (folder / "ular.txt").symlink_to("ular.txt")
    done = patuh("check", ".", "--format", "json", cwd=folder)
    codes = {document["path"]: [error["code"] for error in document["errors"]] for document in done.report["documents"]}

    assert done.code == 4
    assert codes == {"baik.txt": [], "pipa.txt": ["unreadable"], "ular.txt": ["unreadable"]}


def test_a_folder_without_documents_is_exit_code_3(tmp_path: Path):
    """The folder is named, with what was looked for."""
    (tmp_path / "arsip").mkdir()
    (tmp_path / "arsip" / "rapat.mp4").write_bytes(bytes(9))
    done = patuh("check", "arsip", "--format", "json", cwd=tmp_path)

    assert done.code == 3
    assert "arsip: tidak ada dokumen di folder ini (yang dicari: .txt, .md, .docx, .doc," in done.err
    assert done.report["documents"] == []


def test_a_folder_without_documents_beside_a_good_one(folder: Path):
    """The good one is audited; the message stands all the same."""
    (folder / "kosong").mkdir()
    done = patuh("check", "baik.txt", "kosong", "--format", "json", cwd=folder)

    assert done.code == 0
    assert "kosong: tidak ada dokumen" in done.err


def test_names_of_files_cannot_break_the_report(folder: Path):
    """Line ends, quotes, escapes and bytes that are no Unicode in a name."""
    for name in (b'a"\n\x1b[31m.txt', b"b\xe9.txt"):
        (folder / os.fsdecode(name)).write_bytes(CLEAN.read_bytes())
    (folder / "c\x1b[31m.txt").touch()
    json_run = patuh("check", ".", "--format", "json", cwd=folder)
    table_run = patuh("check", ".", cwd=folder)

    assert (json_run.code, table_run.code) == (4, 4)
    assert [one["path"] for one in json_run.report["documents"]][:3] == ['a"\n\x1b[31m.txt', "baik.txt", r"b\xe9.txt"]
    assert "\x1b" not in table_run.out + table_run.err


OWN_RULE = RULE.replace("code: LK-02", "code: ZZ-01")
"""A rule of an organisation, beside those of patuh."""


@pytest.fixture
def own_rules(tmp_path: Path) -> Callable[[str], Path]:
    """Writes a folder of further rules with one rule file of this content."""

    def write(text: str) -> Path:
        path = tmp_path / "aturan" / "steps" / "own-rule.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_the_own_rule_is_right(own_rules: Callable[[str], Path]):
    """So that what follows fails for the fault that is put into it."""
    path = own_rules(OWN_RULE)
    done = patuh("rules", "check", path.parents[1])

    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize(
    ("right", "wrong", "line", "hint"),
    [
        pytest.param("severity: major", "severty: major", 5, "severity", id="typo-in-a-key"),
        pytest.param("- a: step", "- a: stap", 10, "step", id="unknown-fact-kind"),
        pytest.param("{key: {ne: ''}}", "{kay: {ne: ''}}", 11, "key", id="unknown-field"),
        pytest.param("{key: {ne: ''}}", "{key: {nee: ''}}", 11, "ne", id="unknown-operator"),
        pytest.param("permenpanrb-35-2012", "permenpanrb-35-2021", 8, "permenpanrb-35-2012", id="unknown-regulation"),
        pytest.param("code: ZZ-01", "code: LK-02", 1, "duplicate.yaml", id="two-rules-of-one-code"),
        pytest.param("severity: major", "severity: gawat", 5, "major", id="unknown-severity"),
        pytest.param("severity: major", "severity: [major", 6, "", id="no-yaml"),
    ],
)
def test_a_wrong_rule_stops_the_audit_with_its_place(
    own_rules: Callable[[str], Path], right: str, wrong: str, line: int, hint: str
):
    """File and line, and the nearest right word; in `check` and in `rules check` alike, with exit code 3."""
    assert right in OWN_RULE
    path = own_rules(OWN_RULE.replace(right, wrong, 1))
    runs = [patuh("rules", "check", path.parents[1]), patuh("check", CLEAN, "--rules", path.parents[1])]

    for done in runs:
        (told,) = [one for one in done.err.splitlines() if one.startswith(f"{path}:{line}: ")]
        assert done.code == 3
        assert done.out == ""
        assert hint in told
        assert "Traceback" not in done.err


def test_all_faults_of_the_rules_are_told_at_once(own_rules: Callable[[str], Path]):
    """An author mends them in one go."""
    path = own_rules(OWN_RULE.replace("{key: {ne: ''}}", "{kay: {ne: ''}}").replace("{b.no}.', en", "{b.nomor}.', en"))
    done = patuh("rules", "check", path.parents[1])

    assert [f"{path}:{line}:" in done.err for line in (11, 18)] == [True, True]


@pytest.mark.parametrize("option", ["--only", "--skip"])
def test_an_unknown_rule_on_the_command_line_is_wrong_usage(option: str):
    """With the nearest name."""
    done = patuh("check", CLEAN, option, "steps/duplikate")

    assert done.code == 2
    assert "'steps/duplicate'?" in done.err


def test_a_folder_of_rules_that_is_not_there_is_wrong_usage():
    """As any option with a wrong value."""
    assert patuh("check", CLEAN, "--rules", ROOT / "tidak-ada").code == 2
