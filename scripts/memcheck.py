"""
Judge the facts of documents and of the cases of all rules under valgrind, and judge its log.

Run ``scripts/valgrind``. durable_rules is memory-unsafe outside a narrow path (docs/decisions/0002); an error that
valgrind sees on that library's stack means that the path was left, so it fails. What the interpreter itself does with
its own memory is not ours to judge and is only counted.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from pathlib import Path

from engine.pack import load_pack
from scripts.facts_to_judge import of_cases, of_documents

LIBRARY = "durable_rules_engine"
"""Part of the file name of the library on whose stack no error may stand."""

CHECKOUT = Path(__file__).resolve().parent.parent
DEFAULT_PATHS = ("fixtures/sop",)
TIMEOUT_SECONDS = 1200
SHOWN_FAULTS = 10
SHOWN_FRAMES = 12
DETAIL_CHARS = 2000
"""Of the messages of a failed audit, from their end."""


class NoAuditError(RuntimeError):
    """The audit under valgrind did not end as an audit does."""


def main(arguments: Sequence[str]) -> int:
    """Audit the paths, or the fixtures, and return the exit code: 0 no error in the library, 1 some, 3 no audit."""
    with tempfile.TemporaryDirectory() as folder:
        facts, log = Path(folder) / "facts", Path(folder) / "valgrind.xml"
        _write_facts(arguments or DEFAULT_PATHS, facts)
        try:
            _judge_under_valgrind(facts, log)
        except (NoAuditError, subprocess.TimeoutExpired) as error:
            print(f"valgrind: {error}", file=sys.stderr)
            return 3
        faults = list(read_faults(log))
    ours = [fault for fault in faults if fault.in_library]
    for fault in ours[:SHOWN_FAULTS]:
        print(f"{fault.kind}: {fault.what}\n    " + "\n    ".join(fault.frames[:SHOWN_FRAMES]))
    print(f"valgrind: {len(ours)} errors in {LIBRARY}, {len(faults) - len(ours)} elsewhere")
    return 1 if ours else 0


def _write_facts(paths: Sequence[str], target: Path) -> None:
    pack = load_pack(CHECKOUT / "rules")
    subjects = [*of_documents(map(Path, paths), pack), *of_cases(pack, CHECKOUT / "fixtures")]
    target.write_bytes(pickle.dumps((pack, subjects)))


def _judge_under_valgrind(facts: Path, log: Path) -> None:
    valgrind = ["valgrind", "--quiet", "--leak-check=no", "--error-limit=no", "--num-callers=40"]
    log_options = ["--xml=yes", f"--xml-file={log}"]
    audit = [sys.executable, "-m", "scripts.judge_facts", str(facts)]
    # Python's own allocator hides reads past the end of a block; malloc shows them.
    environment = {**os.environ, "PYTHONMALLOC": "malloc"}
    done = subprocess.run(
        [*valgrind, *log_options, *audit],
        cwd=CHECKOUT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=TIMEOUT_SECONDS,
        check=False,
    )
    if done.returncode != 0:
        raise NoAuditError(f"the audit ended with {done.returncode}:\n{done.stderr[-DETAIL_CHARS:]}")
    print(f"valgrind: {done.stdout.strip()}")


class MemoryFault:
    """One error of a valgrind log."""

    def __init__(self, element: ET.Element) -> None:
        self.kind = element.findtext("kind", "")
        self.what = element.findtext("what") or element.findtext("xwhat/text") or ""
        frames = element.findall("stack/frame")
        self.frames = [f"{frame.findtext('fn', '?')} ({frame.findtext('obj', '?')})" for frame in frames]
        self.in_library = any(LIBRARY in (frame.findtext("obj") or "") for frame in frames)


def read_faults(log: Path) -> Iterator[MemoryFault]:
    """
    Yield the errors of a valgrind XML log.

    What was not freed when the process ended is left out: with a log in XML valgrind looks for leaks whether asked or
    not, and an interpreter never frees its modules and types.
    """
    for element in ET.parse(log).getroot().iter("error"):
        if not element.findtext("kind", "").startswith("Leak_"):
            yield MemoryFault(element)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
