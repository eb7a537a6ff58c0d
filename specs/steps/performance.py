"""Ketika: performance data and its form."""

from __future__ import annotations

from specs.desk import Desk
from specs.draft import FORM_COLUMN_NUMBERS
from specs.vocabulary import when


@when(
    id="formulir kinerja hanya memuat kepala kolom",
    en="the performance form holds its head only",
    topic="kinerja",
    about=("Menghapus semua baris formulir kinerja.", "Removes all rows of the performance form."),
)
def form_head_only(desk: Desk) -> None:
    """Removes all rows of the performance form."""
    desk.draft.form_rows = []


@when(
    id="formulir kinerja hanya memuat kepala kolom dan nomor kolom",
    en="the performance form holds its head and column numbers only",
    topic="kinerja",
    about=(
        "Formulir kinerja tanpa isi, dengan baris nomor kolom.",
        "A performance form without rows, with column numbers.",
    ),
)
def form_head_and_numbers(desk: Desk) -> None:
    """A performance form without rows, with column numbers."""
    desk.draft.form_rows = [FORM_COLUMN_NUMBERS]


@when(
    id="nomor kolom disisipkan di bawah kepala formulir kinerja",
    en="column numbers are inserted below the head of the performance form",
    topic="kinerja",
    about=("Menambah baris nomor kolom.", "Adds a row of column numbers."),
)
def form_numbers(desk: Desk) -> None:
    """Adds a row of column numbers."""
    desk.draft.form_rows.insert(0, FORM_COLUMN_NUMBERS)


@when(
    id="formulir kinerja dihapus",
    en="the performance form is removed",
    topic="kinerja",
    about=("Menghapus formulir kinerja dari SOP.", "Removes the performance form."),
)
def form_removed(desk: Desk) -> None:
    """Removes the performance form."""
    desk.draft.form = False
