"""
Carry out deploy/Containerfile without a builder of images: the steps of its stages, in a folder.

``python -m scripts.container_steps [FOLDER]`` copies what .dockerignore lets through, runs every RUN of the first stage
but those of apt-get with the folder in the place of ``/``, then the health check and the command of the image as a user
without rights, on one document. It takes minutes (packages are fetched) and proves what of the file can be proved
without the base image: that the locks install, the wheel is whole, and the program runs without the checkout. It needs
the Python of the image. Exit code 1 when a step fails.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
CONTAINERFILE = CHECKOUT / "deploy" / "Containerfile"
IGNORED = CHECKOUT / ".dockerignore"
SAMPLE = CHECKOUT / "fixtures" / "sop" / "clean-guide-tabs.txt"

_ROOTS = ("/opt/patuh", "/src", "/var/lib/patuh", "/arsip", "/etc/patuh")
"""Folders of the image that lie in the folder instead."""
_NOBODY = 65534


@dataclass(frozen=True)
class Step:
    """One instruction."""

    word: str
    """In capitals."""
    text: str
    """What follows, on one line."""

    @property
    def words(self) -> list[str]:
        """In JSON form, or as a shell parts them; options are left out."""
        if self.text.startswith("["):
            return [str(word) for word in json.loads(self.text)]
        return [word for word in shlex.split(self.text) if not word.startswith("--")]


def stages(text: str) -> list[list[Step]]:
    """Return the instructions of each stage, FROM first."""
    found: list[list[Step]] = []
    lines = (line for line in text.splitlines() if not line.lstrip().startswith("#"))
    for line in re.sub(r"\\\n\s*", " ", "\n".join(lines)).splitlines():
        if line.strip():
            word, _, rest = line.strip().partition(" ")
            if word.upper() == "FROM":
                found.append([])
            found[-1].append(Step(word.upper(), rest.strip()))
    return found


def context(patterns: Sequence[str], names: Sequence[str]) -> list[str]:
    """Return those of *names* that .dockerignore lets through: the last pattern that fits a name decides."""
    return [name for name in names if not _is_ignored(name, patterns)]


def _is_ignored(name: str, patterns: Sequence[str]) -> bool:
    ignored = False
    for pattern in patterns:
        plain = pattern.removeprefix("!").strip("/")
        if _fits(name, plain):
            ignored = not pattern.startswith("!")
    return ignored


def _fits(name: str, pattern: str) -> bool:
    """Whether a pattern names this file or a folder around it; ``**/`` stands for any folders."""
    parts = name.split("/")
    above = ["/".join(parts[:end]) for end in range(1, len(parts) + 1)]
    if pattern.startswith("**/"):
        return any(fnmatch(part, pattern.removeprefix("**/")) for part in parts)
    return any(one.count("/") == pattern.count("/") and fnmatch(one, pattern) for one in above)


def ignore_patterns(text: str) -> list[str]:
    """Return the patterns of a .dockerignore."""
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def sent() -> list[str]:
    """Return the files of the checkout that a builder gets."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=CHECKOUT, capture_output=True, text=True, check=True)
    names = [name for name in done.stdout.split("\0") if name and (CHECKOUT / name).is_file()]
    return context(ignore_patterns(IGNORED.read_text(encoding="utf-8")), names)


def main() -> int:
    """Carry out the steps in the folder that the command line names, else in one that is removed."""
    if len(sys.argv) > 1:
        folder = Path(sys.argv[1]).absolute()
        folder.mkdir(parents=True, exist_ok=True)
        return _carried_out(folder)
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        return _carried_out(Path(name))


def _carried_out(root: Path) -> int:
    build, final = stages(CONTAINERFILE.read_text(encoding="utf-8"))
    for folder in _ROOTS[1:]:
        (root / folder.strip("/")).mkdir(parents=True, exist_ok=True)
    for code in (*_built(root, build), *_run(root, final)):
        if code:
            return 1
    return 0


def _built(root: Path, steps: Sequence[Step]) -> Iterator[int]:
    """The steps of the first stage."""
    given = dict(os.environ)
    source = root / "src"
    for step in steps:
        if step.word == "ENV":
            given |= dict(word.split("=", 1) for word in step.words)
        elif step.word == "COPY":
            _copy(step.words, source)
        elif step.word == "RUN" and "apt-get" not in step.text:
            command = re.sub(r"\bpython -m venv", f"{shlex.quote(sys.executable)} -m venv", _placed(step.text, root))
            yield _told(["/bin/sh", "-c", command], cwd=source, env=given)


def _copy(words: Sequence[str], target: Path) -> None:
    *wanted, place = words
    for name in sent():
        if "." in wanted or name in wanted:
            path = target / place / (name if "." in wanted else Path(name).name)
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(CHECKOUT / name, path)


def _run(root: Path, steps: Sequence[Step]) -> Iterator[int]:
    """What the image does: its health check, and its command on an archive of one document."""
    state = root / "var/lib/patuh"
    shutil.copyfile(SAMPLE, root / "arsip" / "sop.txt")
    rights: dict[str, object] = {}
    if os.geteuid() == 0 and _is_open_to_all(Path(sys.executable).resolve()) and _is_open_to_all(root):
        os.chown(state, _NOBODY, _NOBODY)
        rights = {"user": _NOBODY, "group": _NOBODY, "extra_groups": []}
    given = {"PATH": f"{root}/opt/patuh/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "XDG_CACHE_HOME": str(state / "cache")}
    found = {step.word: step for step in steps}
    entry = found["ENTRYPOINT"].words
    check = Step("CMD", found["HEALTHCHECK"].text.partition("CMD ")[2]).words
    for words in (check, [*entry, *found["CMD"].words]):
        code = _told([_placed(word, root) for word in words], cwd=root / "etc/patuh", env=given, **rights)
        yield 0 if code in (0, 1) else code


def _is_open_to_all(path: Path) -> bool:
    """Whether a user without rights gets there; a Python of root alone can only be run by root."""
    return all(one.stat().st_mode & 0o001 for one in (path, *path.parents))


def _placed(text: str, root: Path) -> str:
    for folder in _ROOTS:
        text = re.sub(rf"(?<![\w.-]){folder}(?![\w-])", f"{root}{folder}", text)
    return text


def _told(command: Sequence[str], *, cwd: Path, env: dict[str, str], **rights: object) -> int:
    print("+", shlex.join(command), flush=True)
    code = subprocess.run(command, cwd=cwd, env=env, check=False, **rights).returncode  # type: ignore[call-overload]
    print(f"  exit {code}", flush=True)
    return int(code)


if __name__ == "__main__":
    sys.exit(main())
