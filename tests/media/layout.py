"""Where an office prints the parts of an SOP, and how it marks actors."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tests.media.content import Act, Person, Procedure
from tests.media.parts import Cell, Figure, Grid, Heading, Items, Lines, Part, row, words

Marks = Literal["figures", "titled", "ticks"]
"""Figures; figures of which begin and end say so in words; ticks."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What differs from office to office."""

    letterhead_right: bool = False
    numbered: bool = True
    """The step table has a column of numbers."""
    marks: Marks = "titled"
    actors_last: bool = False
    """The columns of actors stand after those of the standard."""
    running_sections: bool = False
    """Sections stand under one another and not two and two in the table."""
    remarks: bool = True

    @staticmethod
    def drawn_by(seed: int) -> Layout:
        """A layout by lot."""
        luck = random.Random(seed + 7_919)
        return Layout(
            letterhead_right=luck.random() < 0.4,
            numbered=luck.random() < 0.8,
            marks=luck.choice(("figures", "titled", "titled", "ticks")),
            actors_last=luck.random() < 0.3,
            running_sections=luck.random() < 0.4,
            remarks=luck.random() < 0.7,
        )


def parts_of(one: Procedure, layout: Layout, *, lines: bool = False) -> list[Part]:
    """
    The SOP as it is printed.

    Args:
        one: What it says.
        layout: Where it says so.
        lines: The form is lines of ``label : value``, for media without tables.
    """
    head: list[Part] = [Heading("STANDAR OPERASIONAL PROSEDUR", 1)]
    form = _form_lines(one) if lines else [_identity(one, layout)]
    sections = _running(one) if lines or layout.running_sections else [_sections(one)]
    return [*head, *form, *sections, Heading(f"Prosedur {one.title.title()}"), steps_grid(one, layout), _signature(one)]


# the form


def _fields(one: Procedure) -> list[tuple[str, str]]:
    return [
        ("Nomor SOP", one.number),
        ("Tanggal Pembuatan", one.created),
        ("Tanggal Revisi", "-"),
        ("Tanggal Pengesahan", one.approved),
        ("Tanggal Efektif", one.effective),
    ]


def _officer(who: Person, signed: str) -> tuple[list[str], int | None]:
    """Lines of an approval, and where among them the picture of a signature stands."""
    trace = ["ttd."] if signed == "ttd" else []
    return [f"{who.office},", *trace, who.name, who.rank, f"NIP. {who.nip}"], 1 if signed == "picture" else None


def _identity(one: Procedure, layout: Layout) -> Grid:
    letterhead = words(f"PEMERINTAH KABUPATEN {one.region}", one.unit, down=7, bold=True)
    officer, picture = _officer(one.approver, one.signed)
    pairs: list[tuple[Cell, Cell]] = [(words(label), words(value)) for label, value in _fields(one)]
    pairs.append((words("Disahkan Oleh"), Cell(tuple(officer), picture_after=picture)))
    pairs.append((words("Nama SOP"), words(one.title, bold=True)))
    rows = [
        row(
            (*pair, letterhead if not at else None)
            if layout.letterhead_right
            else (letterhead if not at else None, *pair)
        )
        for at, pair in enumerate(pairs)
    ]
    return Grid(tuple(rows), (20, 30, 30) if layout.letterhead_right else (30, 20, 30))


def _form_lines(one: Procedure) -> list[Part]:
    officer, _ = _officer(one.approver, one.signed)
    fields = [*_fields(one), ("Disahkan Oleh", " ".join(officer)), ("Nama SOP", one.title)]
    return [
        Lines((f"PEMERINTAH KABUPATEN {one.region}", one.unit)),
        Lines(tuple(f"{label} : {value}" for label, value in fields)),
    ]


def _lists(one: Procedure) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Heading, lines and items of each section of the form."""
    return [
        ("Dasar Hukum", (), one.legal_basis),
        ("Kualifikasi Pelaksana", (), one.qualifications),
        ("Keterkaitan", (), one.related),
        ("Peralatan/Perlengkapan", (), one.equipment),
        ("Peringatan", (one.warning,), ()),
        ("Pencatatan dan Pendataan", (), one.records),
    ]


def _sections(one: Procedure) -> Grid:
    found = _lists(one)
    rows: list[tuple[Cell | None, ...]] = []
    for left, right in zip(found[::2], found[1::2], strict=True):
        rows.append(row([words(left[0], bold=True), words(right[0], bold=True)]))
        rows.append(row([Cell(left[1], left[2]), Cell(right[1], right[2])]))
    return Grid(tuple(rows), (1, 1))


def _running(one: Procedure) -> list[Part]:
    found: list[Part] = []
    for heading, lines, items in _lists(one):
        found.append(Heading(heading))
        if lines:
            found.append(Lines(lines))
        if items:
            found.append(Items(items))
    return found


# the steps


def steps_grid(one: Procedure, layout: Layout) -> Grid:
    """The table of steps with its heading of two rows."""
    standard = ("Kelengkapan", "Waktu", "Output")
    groups = [("Pelaksana", one.actors), ("Mutu Baku", standard)]
    if layout.actors_last:
        groups.reverse()
    upper: list[Cell | None] = [words("No", down=2)] if layout.numbered else []
    upper.append(words("Kegiatan", down=2))
    lower: list[Cell | str | None] = [None] * len(upper)
    for title, columns in groups:
        upper += [words(title, across=len(columns)), *[None] * (len(columns) - 1)]
        lower += columns
    if layout.remarks:
        upper.append(words("Keterangan", down=2))
        lower.append(None)
    rows = [tuple(upper), row(lower), *_act_rows(one, layout)]
    return Grid(tuple(rows), _shares(one, layout), heads=2, wide=True)


def _shares(one: Procedure, layout: Layout) -> tuple[float, ...]:
    actors, standard = [13.0] * len(one.actors), [20.0, 10.0, 18.0]
    middle = [*standard, *actors] if layout.actors_last else [*actors, *standard]
    return (*([4.5] if layout.numbered else []), 34.0, *middle, *([13.0] if layout.remarks else []))


def _act_rows(one: Procedure, layout: Layout) -> Iterator[tuple[Cell | None, ...]]:
    for at, act in enumerate(one.acts):
        standard = [words(act.needs), words(act.time), words(act.output)]
        marks = [
            Cell(figure=figure_of(act, at, len(one.acts), layout.marks)) if act.actor == column else Cell()
            for column in range(len(one.actors))
        ]
        begin = [words(f"{act.number}.")] if layout.numbered else []
        middle = [*standard, *marks] if layout.actors_last else [*marks, *standard]
        yield (*begin, words(act.text), *middle, *([Cell()] if layout.remarks else []))


def figure_of(act: Act, at: int, count: int, marks: Marks) -> Figure:
    """How the actor of a step is marked: begin and end by terminators, decisions by diamonds."""
    if marks == "ticks":
        return Figure("tick")
    if at in (0, count - 1):
        return Figure("terminator", ("Mulai" if at == 0 else "Selesai") if marks == "titled" else "")
    return Figure("decision" if act.decides else "box")


def _signature(one: Procedure) -> Lines:
    officer, picture = _officer(one.signer, one.signed)
    return Lines(
        (f"Ditetapkan di {one.place}", f"pada tanggal {one.approved}", *officer),
        picture_after=None if picture is None else 3,
        at_right=True,
    )
