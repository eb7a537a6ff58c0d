"""
What all commands share: options, folders, exit codes, and how a failure is told.

Nothing here imports what takes time before it is needed, so that ``patuh --version`` and ``--help`` answer at once.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TextIO

import click

if TYPE_CHECKING:
    from auditing.check import Screen
    from auditing.run import RuleChoice
    from engine.errors import RulePackErrors, UnknownRuleError
    from engine.pack import Pack
    from engine.settings import OwnSettings

Language = Literal["id", "en"]

ROOT = Path(__file__).resolve().parent.parent
RULES_DIR = ROOT / "rules"
FIXTURES_DIR = ROOT / "fixtures"
FEATURES_DIR = ROOT / "features"
PROFILES = ("inti", "standar", "ketat")
"""Of rules/profiles.yaml, which takes longer to read than help takes to print."""
CASES_AS_OF = dt.date(2026, 1, 15)
"""Documents of rule cases are judged as of this day, today and always."""

FINDINGS = 1
CANNOT_AUDIT = 3
SOME_UNREADABLE = 4
INTERRUPTED = 130
_BY_SIGNAL = 128
"""Added to the number of a signal, as shells do."""
BROKEN_PIPE = 141

MAX_JOBS = 64

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)

lang_option = click.option("--lang", type=click.Choice(["id", "en"]), help="Bahasa.  [default: id]")
rules_option = click.option(
    "--rules",
    "folders",
    multiple=True,
    metavar="DIR",
    type=FOLDER,
    help="Folder aturan tambahan milik instansi; boleh diulang.",
)
config_option = click.option(
    "--config",
    metavar="FILE",
    type=_FILE,
    help="Pengaturan instansi.  [default: patuh.toml di folder ini atau folder induk terdekat]",
)
no_config_option = click.option("--no-config", is_flag=True, help="Abaikan patuh.toml.")
watch_option = click.option(
    "--watch", is_flag=True, help="Jalankan lagi setiap kali berkas disimpan; berhenti dengan Ctrl-C, kode keluar 0."
)


class AuditFailed(click.ClickException):
    """The audit could not be carried out, which is not the same as a bad document."""

    exit_code = CANNOT_AUDIT

    def show(self, file: Any = None) -> None:
        """Print the message; it may have many lines, and words of documents."""
        from reports.words import harmless

        lines = [harmless(line) for line in self.format_message().split("\n")]
        with contextlib.suppress(OSError):  # nobody reads messages; the exit code says it all the same
            click.echo("patuh: " + "\n".join(lines), file=file, err=file is None)


@dataclass(frozen=True)
class RuleSource:
    """Where a command takes its rules from."""

    folders: tuple[Path, ...] = ()
    """Those that the command line names, besides ours."""
    config: Path | None = None
    no_config: bool = False

    def own(self) -> OwnSettings:
        """The settings of the organisation."""
        from engine.settings import OwnSettings, find_settings, read_settings

        path = None if self.no_config else self.config or find_settings(Path.cwd())
        return read_settings(path) if path is not None else OwnSettings()

    def places(self, own: OwnSettings) -> tuple[Path, ...]:
        """All folders of rules, ours first."""
        from auditing.run import own_folders

        return own_folders((RULES_DIR, *self.folders), own)

    def pack(self) -> Pack:
        """The rules as the organisation uses them."""
        return self.choice().pack(whole=True)

    def choice(self, lang: Language | None = None) -> RuleChoice:
        """All rules as the organisation uses them, and the language in which they speak."""
        from auditing.run import RuleChoice

        own = self.own()
        return RuleChoice((RULES_DIR, *self.folders), lang=lang or own.settings.check.lang or "id", own=own)

    def stated_pack(self) -> Pack:
        """The rules as they are written, which is what their cases prove."""
        from engine.pack import cached_pack

        own = self.own()
        return cached_pack(*self.places(own), tables=own.tables)


def judged_on(asked: dt.datetime | None, own: OwnSettings) -> dt.date:
    """The day on which documents are judged: that of the command line, else of the settings, else today."""
    if asked is not None:
        return asked.date()
    return own.settings.check.as_of or dt.date.today()  # noqa: DTZ011 - the user's own day


def screen() -> Screen:
    """Standard output, as wide and colourful as it is."""
    from auditing.check import Screen
    from reports.table import PLAIN_WIDTH

    terminal = sys.stdout.isatty()
    return Screen(
        stream=sys.stdout.buffer,
        encoding=sys.stdout.encoding or "utf-8",
        width=shutil.get_terminal_size().columns if terminal else PLAIN_WIDTH,
        colour=terminal and not os.environ.get("NO_COLOR"),
    )


class _EndedError(BaseException):
    """Somebody asked this process to end: a service that stops, a terminal that was closed."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextlib.contextmanager
def _ends_in_order() -> Iterator[None]:
    """Let such a signal end workers and unfinished files as an interrupt does; one that is ignored (nohup) stays so."""
    import signal
    import threading

    def end(number: int, _: object) -> None:
        raise _EndedError(number)

    named = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {one: signal.getsignal(one) for one in named if signal.getsignal(one) is signal.SIG_DFL}
    if threading.current_thread() is not threading.main_thread():
        before = {}
    for one in before:
        signal.signal(one, end)
    try:
        yield
    except _EndedError as error:
        click.echo("patuh: dihentikan", err=True)
        sys.exit(_BY_SIGNAL + error.number)
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


@contextlib.contextmanager
def failures() -> Iterator[None]:
    """What can go wrong ends the program with a word and the documented exit code, never with a traceback."""
    from auditing.outputs import reason_of

    try:
        with _expected_failures():
            yield
    except BrokenPipeError:
        sys.exit(BROKEN_PIPE)
    except (OSError, MemoryError) as error:
        raise AuditFailed(f"pekerjaan terhenti: {reason_of(error)}") from error
    except (click.ClickException, click.Abort, click.exceptions.Exit):
        raise
    except Exception as error:
        raise AuditFailed(f"pekerjaan terhenti: {reason_of(error)} ({_place(error)})") from error
    finally:
        for stream in (sys.stdout, sys.stderr):
            _let_go(stream)


@contextlib.contextmanager
def _expected_failures() -> Iterator[None]:
    """Those for which there are words of their own."""
    from auditing.check import OutputError
    from auditing.outputs import RequestError, UnwrittenError
    from auditing.selection import NoRulesError
    from engine.errors import EngineError, PatuhError, RulePackErrors, UnknownRuleError
    from reports.words import harmless

    try:
        with _ends_in_order():
            yield
            sys.stdout.flush()
    except UnknownRuleError as error:
        raise click.UsageError(_unknown_rule(error)) from error
    except NoRulesError as error:
        raise click.UsageError("Tidak ada aturan yang tersisa: periksa --only, --skip, --profile.") from error
    except OutputError as error:
        raise click.UsageError(f"Laporan tidak dapat ditulis ke {error.place!r}: {error.reason}") from error
    except RequestError as error:
        raise click.UsageError(harmless(str(error))) from error
    except RulePackErrors as error:
        raise AuditFailed(_faults(error)) from error
    except (EngineError, UnwrittenError) as error:
        what = (
            "laporan tidak dapat ditulis" if isinstance(error, UnwrittenError) else "mesin aturan tidak dapat dipakai"
        )
        raise AuditFailed(f"{what}: {error}") from error
    except PatuhError as error:
        raise AuditFailed(str(error)) from error
    except KeyboardInterrupt:
        click.echo("patuh: dihentikan", err=True)
        sys.exit(INTERRUPTED)


def _place(error: Exception) -> str:
    """Where in the program it happened, for whoever mends it."""
    import traceback

    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(str(ROOT))]
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"


def _let_go(stream: TextIO | None) -> None:
    """
    Hand over what is held back; where that cannot be done, it is dropped.

    The interpreter would try once more when it ends, and complain.
    """
    if stream is None:
        return
    try:
        stream.flush()
    except (OSError, ValueError):
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _faults(error: RulePackErrors) -> str:
    return f"{error.what} tidak sah ({len(error.errors)} kesalahan), perbaiki lalu ulangi:\n{error}"


def _unknown_rule(error: UnknownRuleError) -> str:
    import difflib

    near = difflib.get_close_matches(error.asked, error.known, n=1)
    hint = f" Maksud Anda {near[0]!r}?" if near else ""
    return f"Tidak ada aturan {error.asked!r}.{hint} Daftar aturan: patuh rules list"
