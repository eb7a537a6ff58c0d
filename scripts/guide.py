"""
Follow docs/spesifikasi.md to the letter, in an empty folder.

A fenced block with a file name (``gherkin nip.feature``) is written to that file, ``diff nip.feature`` changes lines of
it, and ``console`` holds commands after ``$`` with what they print. ``python -m scripts.guide`` writes what they print
now into the page; with ``--check`` nothing is written: what differs is told, and the exit code is 1.
"""

from __future__ import annotations

import difflib
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
PAGE = CHECKOUT / "docs" / "spesifikasi.md"
FENCE = re.compile(r"^```(?P<kind>[a-z]+)(?: (?P<name>\S+))?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)

Runner = Callable[[Sequence[str], Path], tuple[int, str]]
"""Arguments of patuh and the folder -> exit code, and what it printed."""


class GuideError(Exception):
    """A block of the page that cannot be followed."""


def followed(page: str, folder: Path, run: Runner) -> str:
    """
    Do in *folder* what a page says, in its order.

    Returns:
        The page with what the commands print.

    Raises:
        GuideError: It cannot be followed.
    """
    return FENCE.sub(lambda block: _done(block, folder, run), page)


def _done(block: re.Match[str], folder: Path, run: Runner) -> str:
    kind, name, body = block["kind"], block["name"], block["body"]
    if kind == "console":
        commands = re.findall(r"^\$ (.+)$", body, re.MULTILINE)
        return "```console\n" + "".join(_ran(command, folder, run) for command in commands) + "```"
    if name is not None:
        _write(folder / name, body, change=kind == "diff")
    return block[0]


def _write(path: Path, body: str, *, change: bool) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if change:
        body = _changed(path.read_text(encoding="utf-8"), body)
    path.write_text(body, encoding="utf-8", newline="\n")


def _changed(text: str, body: str) -> str:
    """Put the lines after + in the place of those after -."""
    old = "".join(line[1:] for line in body.splitlines(keepends=True) if line.startswith("-"))
    new = "".join(line[1:] for line in body.splitlines(keepends=True) if line.startswith("+"))
    if text.count(old) != 1:
        raise GuideError(f"does not stand once in the file: {old!r}")
    return text.replace(old, new)


def _ran(command: str, folder: Path, run: Runner) -> str:
    program, *arguments = shlex.split(command)
    if program != "patuh":
        raise GuideError(f"not a command of patuh: {command!r}")
    code, printed = run(arguments, folder)
    lines = [f"$ {command}", *(line.rstrip() for line in printed.rstrip("\n").splitlines())]
    lines += [f"[kode keluar {code}]"] if code else []
    return "\n".join(lines) + "\n"


def in_a_process(arguments: Sequence[str], folder: Path) -> tuple[int, str]:
    """Run patuh of this checkout."""
    code = f"import sys; sys.path.insert(0, {str(CHECKOUT)!r}); from cli import main; main(prog_name='patuh')"
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=folder, capture_output=True, text=True, check=False, timeout=120
    )
    return done.returncode, done.stdout + done.stderr


def main(*, check: bool) -> int:
    """Follow the page; return the exit code."""
    page = PAGE.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        made = followed(page, Path(folder), in_a_process)
    if not check:
        PAGE.write_text(made, encoding="utf-8", newline="\n")
        return 0
    sys.stdout.writelines(difflib.unified_diff(page.splitlines(keepends=True), made.splitlines(keepends=True)))
    return int(page != made)


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv[1:]))
