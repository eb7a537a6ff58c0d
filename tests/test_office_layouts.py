"""The same SOP in the layouts of offices: steps, actors, times, identity and lists are read whole from each."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest

from extraction.sop import extract
from readers.docx import read_docx
from schemas.sop import Sop
from tests.office_layouts import ACTORS, CHIEF, FIELDS, GOVERNMENT, LAYOUTS, SECTIONS, STEPS, UNIT, word_file
from tests.sop_texts import value

NAMES = {
    "legal_basis": "Dasar Hukum",
    "qualifications": "Kualifikasi Pelaksana",
    "related": "Keterkaitan",
    "equipment": "Peralatan/Perlengkapan",
    "warnings": "Peringatan",
    "records": "Pencatatan dan Pendataan",
}


@cache
def sop(name: str) -> Sop:
    """The SOP of a layout."""
    (found,) = extract(read_docx(word_file(LAYOUTS[name]), name=f"{name}.docx")).sops
    return found


pytestmark = pytest.mark.parametrize("name", LAYOUTS)


def test_identity(name: str):
    """Unit, number, dates, title and the officer."""
    read = sop(name)
    identity = read.identity
    assert identity is not None
    assert (value(read.government), value(read.unit)) == (GOVERNMENT.removeprefix("PEMERINTAH "), UNIT)
    assert (value(identity.number), value(identity.title)) == (FIELDS[0][1], FIELDS[5][1])
    assert (value(identity.created), value(identity.revised), value(identity.effective)) == (
        dt.date(2025, 3, 3), dt.date(2025, 3, 10), dt.date(2025, 4, 1),
    )  # fmt: skip
    approver = identity.approver
    assert approver is not None
    assert (value(approver.position), value(approver.name)) == CHIEF[:2]
    assert value(approver.nip) == "197005121995031004"


def test_lists(name: str):
    """Every item of every section, with its number."""
    read = sop(name)
    found: dict[str, list[str]] = {}
    for entry in read.entries:
        found.setdefault(NAMES[entry.section], []).append(entry.text.value)
        assert entry.number in (len(found[NAMES[entry.section]]), None)
    found["Dasar Hukum"] = [citation.text.value for citation in read.legal_basis]
    assert found == {name: list(items) for name, items in SECTIONS}


def test_steps(name: str):
    """Number, activity, what is needed, time and output of each."""
    read = sop(name)
    assert read.steps_state == "read"
    found = [
        (value(step.text), value(step.requirements), value(step.duration.text) if step.duration else None,
         value(step.output))
        for step in read.steps
    ]  # fmt: skip
    assert found == [(activity, needs, time, output) for activity, _, needs, time, output in STEPS]
    if LAYOUTS[name].numbers != "none":
        assert [step.number for step in read.steps] == list(range(1, len(STEPS) + 1))


def test_actors(name: str):
    """Who does each step."""
    read = sop(name)
    assert [value(actor) for actor in read.actors] == list(ACTORS)
    assert [step.unreadable for step in read.steps] == [()] * len(STEPS)
    assert [tuple(mark.actor for mark in step.marks) for step in read.steps] == [actors for _, actors, *_ in STEPS]


def test_signature(name: str):
    """The officer who closes the procedure."""
    (signature,) = sop(name).signatures
    assert (value(signature.position), value(signature.name)) == CHIEF[:2]
    assert value(signature.date) == dt.date(2025, 4, 1)
