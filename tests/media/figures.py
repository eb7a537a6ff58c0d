"""
How well each medium is read, as the table of docs/readers.md: ``python -m tests.media.figures``.

The same invented SOPs as Markdown, Word, PDF and scan at 200 dots an inch; scans take several seconds a page.
``--without-scans`` leaves them out, ``--seeds N`` takes more or fewer SOPs (each with one of the defects in turn).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field

from tabulate import tabulate

from readers.options import ReadOptions
from tests.media.content import DEFECTS, Procedure, invented, planted
from tests.media.layout import Layout, parts_of
from tests.media.paper import Look, paper
from tests.media.scan import scan_pdf, scanned_pages
from tests.media.texts import markdown
from tests.media.truth import Read, Score, nip_score, read, read_cells, score, told, written_cells
from tests.media.word import word

UNSEEN = frozenset({"approval/unsigned", "steps/no-start-end"})
"""Rules about ink and drawings, as in tests/test_media.py."""
MEDIA = ("Markdown", "DOCX", "PDF", "scan")


@dataclass(slots=True)
class Figures:
    """Of one medium."""

    score: Score = field(default_factory=lambda: Score(0, 0, 0))
    digits_right: int = 0
    digits: int = 0
    silent: int = 0
    """Numbers read wrong on which a finding of high confidence rests."""
    same: int = 0
    documents: int = 0
    missed: int = 0
    """Findings that the Markdown has and this medium has not."""
    added: int = 0
    """Findings that this medium adds."""
    added_surely: int = 0
    """Of those, with high confidence."""


def main() -> None:
    """Measure and print."""
    arguments = _arguments()
    media = [name for name in MEDIA if not (arguments.without_scans and name == "scan")]
    figures = {name: Figures() for name in media}
    defects = ["clean", *DEFECTS]
    for seed in range(arguments.seeds):
        one, layout = planted(invented(seed), defects[seed % len(defects)]), Layout.drawn_by(seed)
        found = {name: _read(name, one, layout, seed) for name in media}
        for name in media:
            _count(figures[name], one, layout, found[name], found["Markdown"])
    print(tabulate(map(_row, figures.items()), headers=HEADINGS, tablefmt="github", disable_numparse=True))
    for name, each in figures.items():
        for what, written, shown in each.score.wrong:
            print(f"{name}: {what}: {written!r} read as {shown!r}", file=sys.stderr)


HEADINGS = (
    "medium", "step cells right", "to the letter", "NIP digits right", "wrong NIP in a sure finding",
    "SOPs with equal findings", "missed", "added", "added surely",
)  # fmt: skip


def _read(medium: str, one: Procedure, layout: Layout, seed: int) -> Read:
    parts = parts_of(one, layout)
    if medium == "Markdown":
        return read(markdown(parts), "sop.md")
    if medium == "DOCX":
        return read(word(parts), "sop.docx")
    printed = paper(parts, Look(foot="Halaman") if seed % 2 else Look(font="Times-Roman", size=10, bars=True))
    if medium == "PDF":
        return read(printed, "sop.pdf")
    print(f"... scan {seed}", file=sys.stderr)
    return read(scan_pdf(scanned_pages(printed, seed=seed)), "sop.pdf", ReadOptions(ocr="rapidocr"))


def _count(figures: Figures, one: Procedure, layout: Layout, found: Read, text: Read) -> None:
    figures.score += score(written_cells(one, layout), read_cells(found.sop, layout))
    nips = nip_score(one, found)
    figures.digits_right += nips.right
    figures.digits += nips.digits
    figures.silent += len(nips.silent)
    expected, shown = told(text.judgement, unseen=UNSEEN), told(found.judgement, unseen=UNSEEN)
    rules, wanted = [rule for rule, *_ in shown], [rule for rule, *_ in expected]
    figures.documents += 1
    figures.same += rules == wanted
    figures.missed += _more(wanted, rules)
    figures.added += _more(rules, wanted)
    sure = [one.rule for one in found.judgement.findings if one.confidence == "high" and one.rule not in UNSEEN]
    figures.added_surely += _more(sure, wanted)


def _more(these: Iterable[str], than: Iterable[str]) -> int:
    left = list(than)
    more = 0
    for one in these:
        if one in left:
            left.remove(one)
        else:
            more += 1
    return more


def _row(named: tuple[str, Figures]) -> tuple[str, ...]:
    name, each = named
    return (
        name,
        _share(each.score.right, each.score.cells),
        _share(each.score.exact, each.score.cells),
        _share(each.digits_right, each.digits),
        str(each.silent),
        f"{each.same} of {each.documents}",
        str(each.missed),
        str(each.added),
        str(each.added_surely),
    )


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} % ({part}/{whole})"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--without-scans", action="store_true", help="only what is read at once")
    parser.add_argument("--seeds", type=int, default=6, help="how many SOPs")
    return parser.parse_args()


if __name__ == "__main__":
    main()
