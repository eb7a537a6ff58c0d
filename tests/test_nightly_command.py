"""`patuh nightly` as a process: what goes where, and with which exit code it ends."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from archive.store.store import Store
from tests import nights
from tests.program import Done, patuh

NAMES = {"kecamatan/sukamaju": ("clean-label-colon.txt",), "dinas/pendidikan": ("steps-duplicate-marks-lost.txt",)}
DAY = ("--as-of", nights.DAY.isoformat())


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an archive, settings and one night; what a test changes in it, it changes back."""
    home = tmp_path_factory.mktemp("malam")
    nights.make_archive(home / "arsip", NAMES)
    settings = ["[nightly]", 'archive = "arsip"', 'store = "patuh.db"', 'digest = "pagi.html"', 'metrics = "pagi.prom"']
    (home / "patuh.toml").write_text("\n".join(settings), encoding="utf-8")
    (home / "lain").mkdir()
    (home / "pertama.txt").write_text(json.dumps(nightly(home, "--output", "laporan.json").__dict__))
    return home


def nightly(home: Path, *arguments: str | Path) -> Done:
    """Run a night in the home of all tests."""
    return patuh("nightly", *DAY, *arguments, cwd=home)


def test_settings_say_where_all_goes_and_the_screen_has_the_digest_only(home: Path) -> None:
    first = Done(**json.loads((home / "pertama.txt").read_text()))
    assert first.code == 1
    assert first.out.startswith("RINGKASAN PAGI PEMERIKSAAN ARSIP\nPemeriksaan ke-1, 2 Maret 2026")
    assert "malam ke-1: pemeriksaan selesai (exit_code=1, documents=3" in first.err
    assert "malam ke" not in first.out
    assert "<!doctype html>" in (home / "pagi.html").read_text("utf-8").lower()
    assert "patuh_night_exit_code 1.0" in (home / "pagi.prom").read_text("utf-8")


def test_report_is_what_the_store_says_and_can_be_written_in_other_forms(home: Path) -> None:
    report = json.loads((home / "laporan.json").read_text("utf-8"))
    with Store.open(str(home / "patuh.db"), create=False) as store:
        standing = sorted((one.path, one.verdict) for one in store.standings(1) if not one.gone)
    assert [one["path"] for one in report["documents"]] == [path for path, _ in standing]
    assert report["schema"] == "patuh.report/1"
    done = patuh("report", "write", "laporan.json", "--output", "laporan.md", cwd=home)
    assert (done.code, (home / "laporan.md").stat().st_size > 1000) == (0, True)


def test_one_report_on_the_screen_leaves_no_room_for_the_digest(home: Path) -> None:
    done = nightly(home, "--store", "layar.db", "--format", "json", "--fail-on", "critical", "--no-config", "arsip")
    assert done.report["summary"]["documents"] == len(done.report["documents"]) > 3
    assert done.code in {0, 1}


def test_log_in_a_file_leaves_stderr_empty(home: Path) -> None:
    done = nightly(home, "--log-format", "json", "--log-file", "log/malam.jsonl", "--fail-on", "never", "--rehash")
    assert (done.code, done.err) == (0, "")
    events = [json.loads(line) for line in (home / "log/malam.jsonl").read_text("utf-8").splitlines()]
    assert [one["event"] for one in events][:2] == ["archive-walked", "run-begun"]
    assert events[-1]["event"] == "written"


@pytest.mark.skipif(not os.access("/dev/full", os.W_OK), reason="no device that is always full")
def test_what_cannot_be_written_costs_only_the_exit_code(home: Path) -> None:
    places = ("--output", "tiada/laporan.json", "--digest", "tiada/pagi.html", "--metrics", "/proc/tiada/x.prom")
    done = nightly(home, *places, "--log-file", "/dev/full")
    assert (done.code, done.out.partition("\n")[0]) == (4, "RINGKASAN PAGI PEMERIKSAAN ARSIP")
    assert [line for line in done.err.splitlines() if "gagal" in line or "catatan" in line] == done.err.splitlines()
    for what in ("laporan gagal", "(HTML) gagal", "Prometheus gagal", "baris catatan"):
        assert what in done.err
    runs = patuh("runs", "--format", "json", "--store", "patuh.db", cwd=home)
    last = max(json.loads(runs.out), key=lambda run: run["run"])
    assert (last["state"], last["exit_code"], last["delivered"]) == ("done", 1, False)


def test_most_of_the_archive_gone_and_back(home: Path) -> None:
    many = home / "arsip/kecamatan/sukamaju/banyak"
    many.mkdir()
    for number in range(30):
        (many / f"{number}.txt").write_text(f"Catatan {number}.\n", "utf-8")
    arguments = ("--no-config", "arsip", "--store", "hilang.db")
    assert nightly(home, *arguments).code == 1
    many.rename(home / "banyak")
    refused = nightly(home, *arguments)
    assert (refused.code, refused.out) == (3, "")
    assert "--accept-gone" in refused.err
    accepted = nightly(home, *arguments, "--accept-gone")
    assert (accepted.code, "30 dokumen tidak ada lagi" in accepted.out) == (1, True)


def test_document_that_cannot_be_read_is_named(home: Path) -> None:
    lost = home / "arsip/dinas/pendidikan/hilang.txt"
    lost.symlink_to("tiada.txt")
    done = nightly(home)
    lost.unlink()
    assert done.code == 4
    assert "1 dokumen tidak dapat dibaca" in done.out
    assert "dinas/pendidikan/hilang.txt: Berkas tidak ada" in done.out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--store", "x.db", "--no-config"), 2, "Sebutkan folder arsip"),
        (("arsip", "--no-config"), 2, "Sebutkan --store"),
        (("--only", "steps/duplicates"), 2, "Maksud Anda 'steps/duplicate'?"),
        (("--mail",), 2, "[mail] di patuh.toml"),
        (("--output", "laporan.xyz"), 2, "tidak menunjukkan bentuk laporan"),
        (("tiada",), 3, "tidak ada atau bukan folder"),
        (("lain",), 3, "Tidak ada dokumen"),
        (("--store", "tiada/patuh.db"), 3, "Periksa apakah foldernya ada"),
        (("--archive-config", "patuh.toml"), 3, "archive.yaml tidak sah"),
        (("--waivers", "patuh.toml"), 3, "waivers.yaml tidak sah"),
    ],
)
def test_what_cannot_be_done_is_said_with_what_to_do(
    home: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    done = nightly(home, *arguments)
    assert (done.code, done.out) == (code, "")
    assert said in " ".join(done.err.split())
    assert "Traceback" not in done.err
