"""One invented SOP in every layout in which its parts are printed, and short ways to read it."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any, TypeVar

from engine.facts import sop_facts
from engine.knowledge import Knowledge
from extraction.sop import Extraction, extract
from readers.text import read_text
from schemas.evidence import Evidence, Value
from schemas.facts import Fact
from schemas.sop import Sop
from tests.packs import rules_pack

T = TypeVar("T")

LETTERHEAD = "PEMERINTAH KABUPATEN SERUNI\nKECAMATAN BUKIT LEMBAYUNG\n"
FIELDS = {
    "Nomor SOP": "065/12/BL/2024",
    "Tanggal Pembuatan": "2 Januari 2024",
    "Tanggal Revisi": "-",
    "Tanggal Pengesahan": "9 Januari 2024",
    "Tanggal Efektif": "15 Januari 2024",
    "Disahkan Oleh": "CAMAT BUKIT LEMBAYUNG",
    "Nama SOP": "PELAYANAN SURAT PENGANTAR",
}
NIP = "19800319 200501 1 002"
IDENTITY = LETTERHEAD + "".join(f"{label} : {value}\n" for label, value in FIELDS.items())
"""Title, letterhead and identity block; a section or a table may follow."""
HEADING = "No\tKegiatan\tCamat\tStaf\tKelengkapan\tWaktu\tOutput\tKet\n"
STEPS = (
    HEADING
    + "1\tMencatat surat masuk\t\tX\tSurat\t5 menit\tCatatan\t\n"
    + "2\tMembaca surat masuk\tX\t\tCatatan\t1 jam\tDisposisi\t\n"
)


def read(text: str) -> Extraction:
    """Read and extract a text."""
    return extract(read_text(text.encode(), name="sop.txt"))


def read_one(text: str) -> Sop:
    """Return the only SOP of a text."""
    result = read(text)
    assert result.kind == "sop"
    assert len(result.sops) == 1
    return result.sops[0]


def with_fields(**values: str) -> str:
    """Return letterhead and identity block with other values, by the first word of the label or its last."""
    fields = {label: values.get(label.split()[-1].lower(), value) for label, value in FIELDS.items()}
    return LETTERHEAD + "".join(f"{label} : {value}\n" for label, value in fields.items())


@cache
def knowledge() -> Knowledge:
    """Return the tables of the pack."""
    return rules_pack().knowledge


def facts_of(text: str, kind: str) -> list[Fact]:
    """Return the facts of one kind about the only SOP of a text."""
    facts = sop_facts(read_one(text), as_of=dt.date(2026, 1, 15), known=knowledge())
    return [fact for fact in facts if fact.kind == kind]


def value(read_value: Value[T] | None) -> T | None:
    """Return what was read, without its place."""
    return read_value.value if read_value is not None else None


def at(evidence: Evidence) -> tuple[int | None, int | None, str]:
    """Return line, column and words of a place."""
    return evidence.line, evidence.column, evidence.quote


def texts(values: Any) -> list[str]:
    """Return the words of several values."""
    return [item.value for item in values]
