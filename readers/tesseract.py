"""Words by Tesseract, run as a program that ends with its worker: a picture goes in, a table comes out."""

from __future__ import annotations

import functools
import os
import subprocess
from collections.abc import Iterator
from typing import TYPE_CHECKING

from readers.programs import ProgramError, installed, run
from readers.recognition import EngineError
from readers.scan_page import RecognisedWord

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Grey = NDArray[np.uint8]

PROGRAM = "tesseract"
PAGE_SECONDS = 30.0
"""Wall-clock seconds for a page, no more than `auditing.workers.PAGE_SECONDS`; a dense one takes two."""
MEMORY = 1024**3
"""Address space of the program, in bytes; the largest page takes 200 MB."""
ANSWER_SECONDS = 10.0
"""The same for what it says of itself."""
MAX_BYTES = 16 * 1024 * 1024
"""Bytes of the table of a page; a dense page has 200,000."""
LANGUAGES = ("ind", "eng")
"""The first must be there; the second knows the English words that SOPs are full of."""
WHOLE_PAGE = "3"
"""``--psm``: find columns and lines by itself. The modes for sparse text find more dirt than words."""
WORD_LEVEL = "5"
COLUMNS = 12
_KEPT = ("PATH", "TESSDATA_PREFIX", "LD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR")


@functools.cache
def tesseract() -> Tesseract | None:
    """The program with the Indonesian language, or None where one of them is not installed."""
    program = installed(PROGRAM)
    if program is None:
        return None
    version, languages = _answer(program, "--version").splitlines()[:1], _answer(program, "--list-langs").split()
    if not version or LANGUAGES[0] not in languages:
        return None
    return Tesseract(program, version[0].split()[-1], [one for one in LANGUAGES if one in languages])


def _answer(program: str, asked: str) -> str:
    try:
        done = subprocess.run(
            [program, asked], capture_output=True, timeout=ANSWER_SECONDS, check=False, env=_environment()
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return (done.stdout or done.stderr).decode("utf-8", "replace")


def _environment() -> dict[str, str]:
    """What the program may know of ours; one thread, for there is a worker a core."""
    return {name: os.environ[name] for name in _KEPT if name in os.environ} | {"OMP_THREAD_LIMIT": "1"}


class Tesseract:
    """The program."""

    def __init__(self, program: str, version: str, languages: list[str]) -> None:
        self._program = program
        self._languages = "+".join(languages)
        self.title = f"Tesseract {version}"
        self.key = f"{self.title}; {self._languages}; psm {WHOLE_PAGE}; 1"

    def recognise(self, grey: Grey, dots: float) -> list[RecognisedWord]:
        """
        Recognise words; see `readers.recognition.Recogniser`.

        Raises:
            EngineError: The program failed or took too long.
        """
        height, width = grey.shape
        picture = b"P5 %d %d 255\n" % (width, height) + grey.tobytes()
        asked = ["-", "-", "-l", self._languages, "--psm", WHOLE_PAGE, "--dpi", str(round(dots))]
        command = [self._program, *asked, "-c", "tessedit_create_tsv=1"]
        try:
            table = run(command, picture, seconds=PAGE_SECONDS, memory=MEMORY, output_bytes=MAX_BYTES)
        except ProgramError as error:
            raise EngineError(_failure(error.code, self.title)) from error
        except OSError as error:
            raise EngineError(f"{self.title} tidak dapat dijalankan ({error.strerror})") from error
        return list(words_of(table.decode("utf-8", "replace")))


def _failure(code: str, title: str) -> str:
    if code == "timeout":
        return f"{title} tidak selesai dalam {PAGE_SECONDS:.0f} detik"
    return f"{title} gagal mengenali tulisan"


def words_of(table: str) -> Iterator[RecognisedWord]:
    """Yield the words of the table that Tesseract writes: a row each, with place in dots, certainty and text."""
    for row in table.splitlines()[1:]:
        fields = row.split("\t")
        if len(fields) != COLUMNS or fields[0] != WORD_LEVEL or not fields[11].strip():
            continue
        x, y, width, height = map(int, fields[6:10])
        certainty = min(100, max(0, int(float(fields[10]))))
        yield RecognisedWord(x, y, x + width, y + height, fields[11].strip(), certainty)
