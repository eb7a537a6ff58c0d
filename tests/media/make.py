"""
Write invented SOPs into a folder: ``python -m tests.media.make FOLDER --documents N --scanned-pages N``.

``sop-N.md``, ``.docx`` and ``.pdf`` are the same SOP, the last of them a long one; ``scan.pdf`` has pages of pictures,
each of which is also a ``page-N.png``. The same command writes the same bytes.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Final

from tests.media.content import Procedure, invented
from tests.media.layout import Layout, parts_of
from tests.media.paper import Look, paper
from tests.media.scan import scan_pdf, scan_png, scanned_pages
from tests.media.texts import markdown
from tests.media.word import word

LONG: Final = 6
"""Times that the steps of the long SOP are repeated."""


def main() -> None:
    """Write the files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=4)
    parser.add_argument("--scanned-pages", type=int, default=0)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    for seed in range(arguments.documents):
        one = invented(seed)
        write_document(arguments.folder, seed, long(one) if seed == arguments.documents - 1 else one)
    if arguments.scanned_pages:
        write_scan(arguments.folder, arguments.scanned_pages)


def write_document(folder: Path, seed: int, one: Procedure) -> None:
    """Write one SOP in three media."""
    parts = parts_of(one, Layout.drawn_by(seed))
    look = Look(foot="Halaman", bars=seed % 2 == 0, font="Times-Roman" if seed % 3 else "Helvetica")
    (folder / f"sop-{seed}.md").write_bytes(markdown(parts))
    (folder / f"sop-{seed}.docx").write_bytes(word(parts))
    (folder / f"sop-{seed}.pdf").write_bytes(paper(parts, look))


def long(one: Procedure) -> Procedure:
    """The SOP with its steps several times, in stages."""
    acts = tuple(
        replace(act, text=f"{act.text} tahap {part + 1}", number=act.number + part * len(one.acts))
        for part in range(LONG)
        for act in one.acts
    )
    return replace(one, acts=acts)


def write_scan(folder: Path, count: int) -> None:
    """Write so many scanned pages, in one file and one by one."""
    pages = []
    seed = 0
    while len(pages) < count:
        pages += scanned_pages(paper(parts_of(invented(seed), Layout.drawn_by(seed))), seed=seed)
        seed += 1
    (folder / "scan.pdf").write_bytes(scan_pdf(pages[:count]))
    for at, page in enumerate(pages[:count]):
        (folder / f"page-{at}.png").write_bytes(scan_png(page))


if __name__ == "__main__":
    main()
