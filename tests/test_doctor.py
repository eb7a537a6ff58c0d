"""patuh doctor: whatever is broken is told with what to do, and nothing breaks the telling."""

from __future__ import annotations

import dataclasses
import datetime as dt
import os
import signal
import sqlite3
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

import cli
from archive import doctor as night
from archive.store.migrations import VERSION_TABLE
from archive.store.store import Store
from auditing import doctor
from auditing.doctor import Check, Diagnosis, Patient, Result, examined, ok, worst
from auditing.run import RuleChoice
from engine.settings import read_settings
from readers import tesseract as program
from tests.program import patuh
from tests.samples import RULE, write_pack

NOW = dt.datetime(2026, 1, 15, 12, tzinfo=dt.timezone(dt.timedelta(hours=7), "WIB"))


@pytest.fixture(scope="module")
def choice(tmp_path_factory) -> RuleChoice:
    """Few rules, quickly loaded."""
    return RuleChoice((write_pack(tmp_path_factory.mktemp("doctor"), {"steps/duplicate": RULE}),))


@pytest.fixture
def patient(choice) -> Patient:
    return Patient(choice, now=NOW)


def _with(patient: Patient, folder: Path, settings: str) -> Patient:
    path = folder / "patuh.toml"
    path.write_text(settings, encoding="utf-8")
    return dataclasses.replace(patient, choice=dataclasses.replace(patient.choice, own=read_settings(path)))


# the command ------------------------------------------------------------------------------------------------------


def test_a_healthy_machine_is_told_so(tmp_path):
    """As a process: a table without traceback, and the same as JSON."""
    (tmp_path / "a.txt").write_text("SOP", encoding="utf-8")
    done = patuh("doctor", "--no-config", "--archive", tmp_path, "--store", tmp_path / "p.db", "--format", "json")
    states = {one["name"]: one["state"] for one in done.report["checks"]}

    assert (done.code, done.err, [name for name in states if states[name] == "failed"]) == (0, "", [])
    assert done.report["schema"] == "patuh.doctor/1"
    assert {name: states[name] for name in ("settings", "python", "rules", "engine", "dictionary", "archive")} == (
        dict.fromkeys(("settings", "python", "rules", "engine", "dictionary", "archive"), "ok")
    )
    assert states["store"] == "warning"  # there is none before the first night
    assert not (tmp_path / "p.db").exists()


def test_broken_settings_do_not_hide_the_rest(tmp_path, monkeypatch):
    """They fail, with file and line, and everything else is looked at without them."""
    monkeypatch.setattr(doctor, "PROGRAM", (Check("python", "Python", doctor.python),))
    (tmp_path / "patuh.toml").write_text("[check]\nprofil = 'x'\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)  # a long path would be broken into lines
    done = CliRunner().invoke(cli.main, ["doctor", "--config", "patuh.toml"])

    assert done.exit_code == 3
    assert "patuh.toml:2:" in done.output
    assert "Python" in done.output
    assert "1 gagal" in done.output


# how checks are carried out ---------------------------------------------------------------------------------------


def _hangs(_: Patient) -> Diagnosis:
    time.sleep(60)
    raise AssertionError


def _dies(_: Patient) -> Diagnosis:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def _raises(_: Patient) -> Diagnosis:
    raise RuntimeError("rusak\nbaris kedua")


def test_a_check_that_hangs_dies_or_raises_costs_no_other(patient):
    """Each is told by its own weight; the order stays."""
    checks = [
        Check("hangs", "h", _hangs),
        Check("dies", "d", _dies, "warning"),
        Check("raises", "r", _raises),
        Check("well", "w", lambda _: ok("baik")),
    ]
    results = examined(checks, patient, seconds=0.5)

    assert [one.found.state for one in results] == ["failed", "warning", "failed", "ok"]
    assert "tidak menjawab dalam 0.5 detik" in results[0].found.said
    assert "SIGKILL" in results[1].found.said
    assert results[2].found.said == "RuntimeError: rusak"
    assert worst(results) == "failed"
    assert worst(results[1:2] + results[3:]) == "warning"
    assert worst([Result("a", "a", ok(""))]) == "ok"


# the program ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seen", "state"), [((3, 10, 2), "failed"), ((3, 11, 0), "ok"), ((3, 13, 9), "ok"), ((3, 14, 0), "failed")]
)
def test_the_version_of_python(patient, monkeypatch, seen, state):
    monkeypatch.setattr("sys.version_info", seen)

    assert doctor.python(patient).state == state


def test_the_engine_must_judge_a_known_case_rightly(patient, monkeypatch):
    """Not only load: an engine that finds nothing makes every document seem clean."""
    assert "2 kasus uji dinilai benar" in doctor.engine(patient).said

    monkeypatch.setattr("engine.session.Session.matches", lambda *_: [])
    found = doctor.engine(patient)

    assert found.state == "failed"
    assert "steps/duplicate" in found.said


def test_invalid_rules_are_named_by_file_and_line(tmp_path):
    broken = write_pack(tmp_path, {"steps/duplicate": RULE.replace("severity: major", "severity: berat")})
    found = doctor.rules(Patient(RuleChoice((broken,))))

    assert found.state == "failed"
    assert "duplicate.yaml:5:" in found.said


def test_no_compiler_is_a_warning_only(patient, monkeypatch):
    """What is installed needs none."""
    monkeypatch.setattr("shutil.which", lambda _: None)

    assert doctor.compiler(patient).state == "warning"


@pytest.mark.parametrize(
    ("setting", "state"), [("auto", "warning"), ("rapidocr", "failed"), ("tesseract", "failed"), ("off", "ok")]
)
def test_without_ocr_it_depends_on_what_was_asked_for(patient, tmp_path, monkeypatch, setting, state):
    """Who asks for an engine by name relies on it."""
    monkeypatch.setattr("readers.recognition._installed", lambda _: None)
    found = doctor.ocr(_with(patient, tmp_path, f'[reading]\nocr = "{setting}"\n'))

    assert found.state == state
    assert ("pasang" in found.advice.lower()) == (state != "ok")


@pytest.fixture
def forgetful():
    """A process remembers whether Tesseract is there: that is forgotten before a test, and after it."""
    program.tesseract.cache_clear()
    yield
    program.tesseract.cache_clear()


def test_tesseract_without_indonesian_reads_nothing(patient, tmp_path, monkeypatch, forgetful):
    """English models turn Indonesian words into English ones."""
    monkeypatch.setattr(
        "readers.tesseract._answer", lambda _, asked: "tesseract 5.3" if asked == "--version" else "eng\nosd"
    )
    monkeypatch.setattr("readers.tesseract.installed", lambda _: "/usr/bin/tesseract")
    monkeypatch.setattr("readers.programs.installed", lambda _: "/usr/bin/tesseract")
    wanted = doctor.tesseract(_with(patient, tmp_path, '[reading]\nocr = "tesseract"\n'))

    assert (wanted.state, wanted.advice) == ("failed", "Di Debian dan Ubuntu: apt install tesseract-ocr-ind")
    assert doctor.tesseract(patient).state == "ok"


def test_what_converts_old_files_may_be_missing(patient, tmp_path, monkeypatch):
    monkeypatch.setattr("readers.programs.installed", lambda _: None)

    assert doctor.libreoffice(patient).state == "warning"
    assert doctor.libreoffice(_with(patient, tmp_path, "[reading]\nconvert = false\n")).state == "ok"


# the machine ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("free", "state"), [(5 * 1024**3, "ok"), (512 * 1024**2, "warning"), (1024**2, "failed")])
def test_room_on_the_disk(patient, tmp_path, monkeypatch, free, state):
    """Less than a worker may write is a warning, next to nothing a failure."""
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=free))
    found = doctor.disk(dataclasses.replace(patient, store=f"sqlite:///{tmp_path}/p.db"))

    assert found.state == state
    assert "penyimpanan" in found.said


@pytest.mark.parametrize(
    ("there", "jobs", "state", "advice"),
    [(8, 4, "ok", ""), (2, 4, "warning", "--jobs 1"), (3, 4, "warning", "--jobs 2"), (0.25, 1, "failed", "0,4 GB")],
)
def test_memory_for_the_workers(patient, monkeypatch, there, jobs, state, advice):
    """As many as fit by what they really take."""
    monkeypatch.setattr(doctor, "memory_bytes", lambda: int(there * 1024**3))
    found = doctor.memory(dataclasses.replace(patient, jobs=jobs))

    assert found.state == state
    assert advice in found.advice


def test_memory_is_what_the_container_has(tmp_path):
    """Of the machine it may have much less."""
    (tmp_path / "proc").mkdir()
    (tmp_path / "proc/meminfo").write_text("MemTotal: 9 kB\nMemAvailable: 4194304 kB\n")
    whole = doctor.memory_bytes(tmp_path)
    group = tmp_path / "sys/fs/cgroup"
    group.mkdir(parents=True)
    (group / "memory.max").write_text("1073741824\n")
    (group / "memory.current").write_text("73741824\n")
    contained = doctor.memory_bytes(tmp_path)
    (group / "memory.max").write_text("max\n")

    assert (whole, contained, doctor.memory_bytes(tmp_path)) == (4 * 1024**3, 1_000_000_000, 4 * 1024**3)
    assert doctor.memory_bytes(tmp_path / "proc") is None


MAIL = '[mail]\nhost = "mail.example"\nfrom = "a@b.example"\nto = ["c@d.example"]\nuser = "u"\n'


def test_mail_is_looked_at_without_being_sent(patient, tmp_path, monkeypatch):
    """A password that is not there would be found out in the morning."""
    monkeypatch.delenv("PATUH_KATA", raising=False)
    asked = _with(patient, tmp_path, MAIL + 'password_env = "PATUH_KATA"\n')
    without = doctor.mail(asked)
    monkeypatch.setenv("PATUH_KATA", "rahasia")
    told = doctor.mail(asked)
    filed = _with(patient, tmp_path, MAIL + 'password_file = "kata"\n')

    assert (without.state, told.state, doctor.mail(filed).state) == ("failed", "ok", "failed")
    assert "rahasia" not in told.said
    assert doctor.mail(patient).state == "ok"


# the night --------------------------------------------------------------------------------------------------------


def _store(patient: Patient, url: object) -> Diagnosis:
    return night.store(dataclasses.replace(patient, store=str(url)))


def test_a_store_is_opened_and_left_as_it_was(patient, tmp_path):
    """Nothing is created, and what is damaged or of others is told as that."""
    path = tmp_path / "patuh.db"
    missing, no_folder = _store(patient, path), _store(patient, tmp_path / "tidak/ada.db")
    Store.open(str(path)).close()
    whole = _store(patient, f"sqlite:///{path}")
    (tmp_path / "teks.db").write_text("bukan basis data " * 100)

    assert (missing.state, no_folder.state, whole.state) == ("warning", "failed", "ok")
    assert "belum ada malam yang selesai" in whole.said
    assert _store(patient, tmp_path / "teks.db").state == "failed"
    assert _store(patient, "mysql://x/y").state == "failed"


def test_damaged_pages_of_a_store_are_found(patient, tmp_path):
    """Before a night writes to it."""
    path = tmp_path / "patuh.db"
    Store.open(str(path)).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    data = bytearray(path.read_bytes())
    data[4096:8192] = b"\xff" * 4096
    path.write_bytes(data)
    found = _store(patient, path)

    assert found.state == "failed"
    assert "cadangan" in found.advice


def test_a_store_in_use_is_no_failure(patient, tmp_path):
    """Somebody asks in the morning while the night still runs."""
    path = tmp_path / "patuh.db"
    with Store.open(str(path)) as store, store.lock():
        found = _store(patient, path)

    assert found.state == "warning"
    assert "sedang berjalan" in found.said


def test_a_store_of_a_newer_patuh_is_refused(patient, tmp_path):
    path = tmp_path / "patuh.db"
    Store.open(str(path)).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"UPDATE {VERSION_TABLE} SET version_num = '9999'")
    connection.close()

    assert _store(patient, path).state == "failed"


def test_a_server_that_is_not_there(patient, monkeypatch):
    """Without its password in what is told; and without psycopg it says what to install."""
    found = _store(patient, "postgresql://patuh:rahasia@localhost:1/patuh")
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    bare = _store(patient, "postgresql://patuh:rahasia@localhost:1/patuh")

    assert (found.state, bare.state) == ("failed", "failed")
    assert "rahasia" not in found.said + found.advice + bare.said
    assert "patuh[postgres]" in bare.advice


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give up its rights")
def test_root_leaves_no_file_that_the_owner_cannot_write(patient, tmp_path):
    """SQLite makes files beside the store, and the night runs as another user."""
    for parent in (tmp_path, *tmp_path.parents):
        if parent == Path(tempfile.gettempdir()):
            break
        parent.chmod(0o755)  # those of pytest are for their owner alone
    folder = tmp_path / "simpan"
    folder.mkdir()
    Store.open(str(folder / "patuh.db")).close()
    for path in (folder, *folder.iterdir()):
        os.chown(path, 65534, 65534)
    check = Check("store", "s", night.store)
    [result] = examined([check], dataclasses.replace(patient, store=str(folder / "patuh.db")))

    assert result.found.state == "ok"
    assert {path.stat().st_uid for path in folder.iterdir()} == {65534}
    assert os.geteuid() == 0


def test_an_archive_is_there_and_can_be_read(patient, tmp_path, monkeypatch):
    """An empty folder is most often one that is not mounted."""

    def look(path: Path) -> Diagnosis:
        return night.archive(dataclasses.replace(patient, archive=path))

    (tmp_path / "camat").mkdir()
    empty = look(tmp_path)
    (tmp_path / "camat/a.txt").write_text("SOP")
    (tmp_path / "camat/a.exe").write_text("x")
    real = os.scandir

    def scandir(path):
        if str(path).endswith("camat"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    whole = look(tmp_path)
    monkeypatch.setattr("os.scandir", scandir)
    closed = look(tmp_path)

    assert (empty.state, look(tmp_path / "tidak-ada").state) == ("failed", "failed")
    assert (whole.state, whole.said.endswith(": 1 dokumen")) == ("ok", True)
    assert closed.state == "warning"
    assert "1 folder tidak dapat dibaca" in closed.said


def test_a_clock_that_is_behind_what_has_been(patient, tmp_path, monkeypatch):
    """By it law that is in force would not have been issued, and reviews would not be overdue."""
    monkeypatch.setattr(night, "_synchronised", lambda: True)
    path = tmp_path / "a.txt"
    path.write_text("SOP")
    os.utime(path, (NOW.timestamp(), NOW.timestamp()))
    there = dataclasses.replace(patient, archive=tmp_path)

    def at(year: int, month: int = 1) -> Diagnosis:
        return night.clock(dataclasses.replace(there, now=NOW.replace(year=year, month=month)))

    assert (at(2026).state, at(2026, 3).state) == ("ok", "ok")
    assert "WIB" in at(2026).said
    assert at(2025, 12).state == "failed"
    assert "isi arsip terakhir diubah 2026-01-15" in at(2025, 12).said
    assert (
        "peraturan terbaru bertahun 2012" in night.clock(dataclasses.replace(patient, now=NOW.replace(year=1970))).said
    )


def test_a_clock_that_follows_no_other_is_a_warning(patient, monkeypatch):
    monkeypatch.setattr(night, "_synchronised", lambda: False)

    assert night.clock(patient).state == "warning"
