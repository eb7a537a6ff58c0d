"""deploy/: what runs a night for years starts, and says what its exit code means."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from commands.common import CANNOT_AUDIT, FINDINGS, SOME_UNREADABLE
from scripts.container_steps import CONTAINERFILE, context, ignore_patterns, sent, stages
from scripts.image_lock import LOCK, image_lock
from tests.program import MAJOR, ROOT, environment
from tests.system_programs import needs

DEPLOY = ROOT / "deploy"
SERVICE = DEPLOY / "patuh-nightly.service"
TIMER = DEPLOY / "patuh-nightly.timer"
CRON = DEPLOY / "patuh.cron"
MOST_EXPOSED = 20
"""Tenths; `systemd-analyze security` calls up to 2 *OK*."""
BUILD, FINAL = stages(CONTAINERFILE.read_text(encoding="utf-8"))
_PLACES = ("/srv/arsip", "/var/lib/patuh", "/var/log/patuh", "/etc/patuh")


def _settings(path: Path) -> dict[str, list[str]]:
    """The keys of a unit; a key may stand several times."""
    found: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        key, mark, value = line.partition("=")
        if mark and not line.startswith("#"):
            found.setdefault(key, []).append(value)
    return found


# systemd ----------------------------------------------------------------------------------------------------------


def _verified(folder: Path, *, program: str = sys.executable) -> subprocess.CompletedProcess[str]:
    """Both units as systemd reads them, with a program that there is."""
    for unit in (SERVICE, TIMER):
        text = unit.read_text(encoding="utf-8").replace("/opt/patuh/bin/patuh", program)
        (folder / unit.name).write_text(text, encoding="utf-8")
    asked = ["systemd-analyze", "verify", "--man=no", *(str(folder / unit.name) for unit in (SERVICE, TIMER))]
    return subprocess.run(asked, capture_output=True, text=True, check=False, timeout=60)


def test_systemd_takes_the_units(tmp_path):
    """Every key is known and every value fits; one that does not is found."""
    needs("systemd-analyze")
    done = _verified(tmp_path)
    wrong = _verified(tmp_path, program="/tidak/ada/patuh")

    assert (done.returncode, done.stderr) == (0, "")
    assert wrong.returncode != 0


def test_the_service_is_hardened():
    """By systemd's own measure."""
    needs("systemd-analyze")
    asked = ["systemd-analyze", "security", "--offline=yes", f"--threshold={MOST_EXPOSED}", "--no-pager", str(SERVICE)]
    done = subprocess.run(asked, capture_output=True, text=True, check=False, timeout=60)

    assert done.returncode == 0, done.stdout[-200:]


def test_what_a_night_ends_with_is_what_the_unit_takes_for_success():
    """Findings are no failure of the service; documents that could not be read, and a night that was none, are."""
    service, timer = _settings(SERVICE), _settings(TIMER)
    success = {0, *map(int, " ".join(service["SuccessExitStatus"]).split())}

    assert FINDINGS in success
    assert {CANNOT_AUDIT, SOME_UNREADABLE}.isdisjoint(success)
    assert service["ReadOnlyPaths"] == ["/srv/arsip"]
    assert service["User"][0] != "root"
    assert timer["Persistent"] == ["true"]
    assert (DEPLOY / "patuh.sysusers.conf").read_text(encoding="utf-8").splitlines()[-1].split()[1] == service["User"][
        0
    ]


# what is started really starts ------------------------------------------------------------------------------------


def _cron_line() -> tuple[str, str]:
    """User and command of the one line."""
    lines = [line for line in CRON.read_text(encoding="utf-8").splitlines() if re.match(r"[0-9*]", line)]
    [line] = lines
    fields = line.split(None, 6)
    assert all(re.fullmatch(r"[0-9*/,-]+", field) for field in fields[:5])
    return fields[5], fields[6]


COMMANDS = {
    "service": _settings(SERVICE)["ExecStart"][0],
    "doctor": _settings(SERVICE)["ExecStartPre"][0].removeprefix("-"),
    "cron": _cron_line()[1],
    "image": shlex.join(["/opt/patuh/bin/patuh", *next(one for one in FINAL if one.word == "CMD").words]),
}


@pytest.fixture
def machine(tmp_path) -> Path:
    """The folders that the units expect, elsewhere; one document with a finding."""
    for place in (*_PLACES, "/arsip"):
        (tmp_path / place.strip("/")).mkdir(parents=True)
    for archive in ("srv/arsip", "arsip"):
        shutil.copy(MAJOR, tmp_path / archive)
    return tmp_path


def _started(line: str, machine: Path) -> subprocess.CompletedProcess[str]:
    """Run a line as it stands, with the program of this checkout and folders of the test."""
    for place in (*_PLACES, "/arsip"):
        line = re.sub(rf"(?<![\w/]){place}(?![\w-])", str(machine / place.strip("/")), line)
    line = line.replace("/opt/patuh/bin/patuh", f"{shlex.quote(sys.executable)} -m cli")
    given = environment() | {"XDG_CACHE_HOME": str(machine / "cache")}
    return subprocess.run(
        ["/bin/sh", "-c", line], cwd=machine / "etc/patuh", env=given, capture_output=True, text=True, check=False,
        timeout=120,
    )  # fmt: skip


@pytest.mark.parametrize("name", ["service", "cron"])
def test_the_night_that_is_started_is_carried_out(machine, name):
    """As a process, by the very line: findings are exit code 1, and all that was asked for is there."""
    done = _started(COMMANDS[name], machine)
    log = (machine / "var/log/patuh/nightly.jsonl").read_text(encoding="utf-8").splitlines()

    assert (done.returncode, done.stderr) == (FINDINGS, "")
    assert {"run-begun", "run-ended"} <= {json.loads(line)["event"] for line in log}
    assert (machine / "var/lib/patuh/pagi.html").stat().st_size > 0
    assert "patuh_night_last_success_timestamp_seconds" in (machine / "var/lib/patuh/metrics/patuh.prom").read_text()
    assert (machine / "var/lib/patuh/patuh.db").is_file()
    if name == "cron":
        assert done.stdout == ""
        assert (machine / "var/lib/patuh/pagi.txt").stat().st_size > 0


def test_every_line_names_options_that_there_are():
    """Also those of the image and of compose, which are not started here."""
    from click.testing import CliRunner  # noqa: PLC0415

    import cli  # noqa: PLC0415

    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    lines = [*COMMANDS.values(), shlex.join(["patuh", *compose["services"]["patuh"]["command"]])]
    helps = {name: CliRunner().invoke(cli.main, [name, "--help"]).stdout for name in ("nightly", "doctor")}
    known = {(name, word) for name, text in helps.items() for word in re.findall(r"--[a-z-]+", text)}

    assert ("nightly", "--store") in known
    assert [1] * len(lines) == [len(_command(line)) for line in lines]
    assert set() == {(name, word) for line in lines for name in _command(line) for word in _options(line)} - known


def _command(line: str) -> list[str]:
    return [name for name in ("nightly", "doctor") if f" {name} " in line]


def _options(line: str) -> list[str]:
    return re.findall(r" (--[a-z-]+)", line)


def test_logrotate_and_cron_know_the_places_of_the_service():
    """A log that nobody rotates fills the disk in years."""
    service = COMMANDS["service"]
    log = Path(shlex.split(service)[shlex.split(service).index("--log-file") + 1])
    rotated = (DEPLOY / "patuh.logrotate").read_text(encoding="utf-8")

    assert log.match(next(line for line in rotated.splitlines() if line.startswith("/")).split()[0])
    assert _cron_line()[0] == _settings(SERVICE)["User"][0]
    assert shlex.split(service)[1:5] == shlex.split(COMMANDS["cron"])[4:8]


# the image --------------------------------------------------------------------------------------------------------


def test_the_image_is_built_in_two_stages_and_runs_without_rights():
    """The compiler stays in the first; the second has a user of its own and a health check."""
    words = {step.word: step for step in FINAL}
    installed = " ".join(step.text for step in FINAL if step.word == "RUN")

    assert BUILD[0].text.split(" AS ")[0] == FINAL[0].text
    assert re.fullmatch(r"[1-9][0-9]*:[1-9][0-9]*", words["USER"].text)
    assert FINAL.index(words["USER"]) < FINAL.index(words["ENTRYPOINT"])
    assert "build-essential" not in installed
    assert '"doctor"' in words["HEALTHCHECK"].text
    assert words["ENTRYPOINT"].words == ["patuh"]
    assert [step.text for step in FINAL if step.word == "COPY"] == ["--from=build /opt/patuh /opt/patuh"]


def test_everything_is_installed_by_hash():
    """Twice, and of packages the wheel of patuh alone without."""
    runs = [step.text for step in BUILD if step.word == "RUN" and "pip install" in step.text]

    assert len(runs) == 3
    assert ["--require-hashes" in text for text in runs] == [True, True, False]
    assert "--no-deps" in runs[2]


def test_the_lock_of_the_image_is_part_of_the_tested_one():
    """`python -m scripts.image_lock` writes it."""
    text = LOCK.read_text(encoding="utf-8")

    assert image_lock() == text
    assert {"psycopg-binary", "rapidocr", "weasyprint", "durable-rules"} <= set(re.findall(r"(?m)^([a-z-]+)==", text))
    assert "hypothesis==" not in text


def test_a_builder_gets_what_the_wheel_needs_and_nothing_else():
    """No document, no test, nothing of git; all packages, the rules, the licences."""
    names = sent()
    copied = [word for step in BUILD if step.word == "COPY" for word in step.words[:-1] if word != "."]
    tops = {name.split("/")[0] for name in names}

    assert set(copied) <= set(names)
    assert {"pyproject.toml", "README.md", "LICENSE", "cli.py", "rules/grading.yaml"} <= set(names)
    assert {"fixtures", "tests", ".git", "benchmarks", "docs"}.isdisjoint(tops)
    assert set(_wheel()) <= tops


def _wheel() -> list[str]:
    import tomllib  # noqa: PLC0415

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return project["tool"]["hatch"]["build"]["targets"]["wheel"]["only-include"]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("rules/person/a.yaml", True), ("cli.py", True), ("deploy/requirements.lock", True),
        ("deploy/Containerfile", False), ("engine/__pycache__/a.pyc", False), ("tests/cli.py", False),
        ("rules.bak/a", False), (".git/config", False),
    ],
)  # fmt: skip
def test_what_is_ignored(name, kept):
    """As builders read the file: the last pattern that fits decides."""
    patterns = ignore_patterns((ROOT / ".dockerignore").read_text(encoding="utf-8"))

    assert context(patterns, [name]) == ([name] if kept else [])


def test_the_database_of_compose_is_awaited_and_the_archive_only_read():
    """And no password stands in the file."""
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))["services"]
    night = services["patuh"]

    assert night["depends_on"]["db"]["condition"] == "service_healthy"
    assert [one["read_only"] for one in night["volumes"] if isinstance(one, dict)] == [True]
    assert (night["read_only"], night["cap_drop"]) == (True, ["ALL"])
    assert "POSTGRES_PASSWORD" not in services["db"]["environment"]
    assert ":@" not in json.dumps(night["command"])


def test_nothing_in_deploy_is_run_as_root_by_itself():
    """Files are data for systemd, cron and builders."""
    assert not [path.name for path in DEPLOY.iterdir() if os.access(path, os.X_OK) and path.is_file()]
