"""Nights over small archives, in this process or in one that can be killed."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import shutil
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from archive.judging import FailedNight, NightWork
from archive.judging_archive import archive_auditor
from archive.keys import terms
from archive.layout import load_layout
from archive.night import Night, Nightly, Wish
from archive.store.store import Store
from archive.waivers import Waivers
from archive.working import Runner
from auditing.document import Judge
from auditing.run import RuleChoice
from auditing.workers import Limits, Pool
from engine.pack import Pack
from readers.archive_limits import ArchiveLimits

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "fixtures"
DAY = dt.date(2026, 3, 2)
NAMES = {
    "kecamatan/sukamaju/sop/2025": ("clean-label-colon.txt", "steps-duplicate-marks-lost.txt"),
    "kecamatan/karangasri/sop/2025": ("clean-lists-over-page-break.txt", "nip-mismatch-guide-and-form.txt"),
    "dinas/pendidikan/sop": ("steps-duplicate-second-of-two-sops.txt", "unknown-letter.txt", "legal-missing-tabs.txt"),
}
ARCHIVE_YAML = """\
office_folders:
  - {folder: kecamatan, type: kecamatan}
  - {folder: dinas}
"""


class Silent:
    """Hears what the log is told."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, dict[str, Any]]] = []

    def event(self, name: str, /, **fields: Any) -> None:
        """Remember it."""
        self.heard.append((name, fields))


@dataclass(frozen=True)
class Rules:
    """Some rules, ready to judge."""

    choice: RuleChoice
    pack: Pack
    judge: Judge


@cache
def rules(skip: tuple[str, ...] = (), as_of: dt.date = DAY) -> Rules:
    """Compile them once for all tests."""
    choice = RuleChoice((ROOT / "rules",), skip=skip)
    pack = choice.pack()
    return Rules(choice, pack, choice.judge(pack, as_of))


def make_archive(folder: Path, names: Mapping[str, tuple[str, ...]] = NAMES) -> Path:
    """Lay out an archive of fixtures."""
    for below, files in names.items():
        (folder / below).mkdir(parents=True)
        for name in files:
            shutil.copyfile(FIXTURES / "sop" / name, folder / below / name)
    (folder / "dinas/pendidikan/kinerja").mkdir()
    shutil.copyfile(FIXTURES / "performance/lkjip-planted.txt", folder / "dinas/pendidikan/kinerja/lkjip.txt")
    (folder / "archive.yaml").write_text(ARCHIVE_YAML, encoding="utf-8")
    age(folder)
    return folder


def age(folder: Path) -> None:
    """Wait until a change of a file would show: what is fresh is looked at again."""
    past = dt.datetime(2026, 1, 2, tzinfo=dt.UTC).timestamp()
    for path in folder.rglob("*"):
        if path.is_file():
            os.utime(path, (past, past))


def wish(archive: Path, *, skip: tuple[str, ...] = (), as_of: dt.date = DAY, **other: Any) -> Wish:
    """What a night is asked for."""
    ready = rules(skip, DAY)
    selection = ready.choice.selection(ready.pack)
    chosen = [rule for rule in ready.pack.rules if rule.name in selection.names]
    made = Wish(
        archive=archive,
        as_of=as_of,
        terms=terms(ready.choice, ready.pack, selection),
        kinds={kind: sum(kind in rule.applies_to for rule in chosen) for kind in ("sop", "performance", "archive")},
        layout=load_layout(None, archive),
        waivers=Waivers(),
        limits=ArchiveLimits(),
        together=lambda: archive_auditor(ready.pack, selection.names),
    )
    return replace(made, **other)


def runner(around: Callable[[NightWork], Any] = lambda work: work, limits: Limits | None = None) -> Runner:
    """One worker process, with something put around its work."""
    ready = rules()
    work = NightWork(ready.choice, DAY, ready.pack, ready.judge)
    return Pool(around(work), FailedNight(), jobs=1, limits=limits or Limits(seconds=30))


def night(
    store: Store, asked: Wish, *, skip: tuple[str, ...] = (), runner: Runner | None = None, log: Silent | None = None
) -> Night:
    """Audit a night with one worker process."""
    ready = rules(skip, DAY)
    work = NightWork(ready.choice, asked.as_of, ready.pack, replace(ready.judge, as_of=asked.as_of))
    near = runner or Pool(work, FailedNight(), jobs=1, limits=Limits(seconds=30))
    with store.lock():
        begun = dt.datetime(2026, 3, 2, 18, tzinfo=dt.UTC)
        return Nightly(store, asked, near, near, log or Silent(), begun).audit()


@contextlib.contextmanager
def killed_after(seconds: float, act: Callable[[], object]) -> Iterator[bool]:
    """Do something in a process that is killed after so many seconds; gives whether it was done before."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
            act()
            status = 0
        finally:
            os._exit(status)
    timer = threading.Timer(seconds, os.kill, (child, signal.SIGKILL))
    timer.start()
    _, status = os.waitpid(child, 0)
    timer.cancel()
    yield os.WIFEXITED(status)
