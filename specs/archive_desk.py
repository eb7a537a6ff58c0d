"""An archive on the desk: documents of several offices, each in order until a scenario plants something in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from archive.gathering import packed_told
from archive.joining import DueTold, Member, RequiredTold, groups
from extraction.sop import extract
from readers.text import read_text
from schemas.archive import Sort
from specs.claims import ArchiveSubject
from specs.draft import NAME, NIP, Draft, Step

OWN_OFFICE = "Kecamatan Taman Selasih"
_PERFORMANCE = """PEMERINTAH KABUPATEN ARUNIKA
{unit}

{title}

No\tSasaran\tIndikator Kinerja\tSatuan\tTarget{more}
{rows}

{position},


{name}
NIP. {nip}
"""
_TITLES = {
    "Perjanjian Kinerja": "PERJANJIAN KINERJA TAHUN {year}",
    "Perubahan Perjanjian Kinerja": "PERUBAHAN PERJANJIAN KINERJA TAHUN {year}",
    "Rencana Aksi": "RENCANA AKSI TAHUN {year}",
    "Laporan Kinerja": "LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP) TAHUN {year}",
}
SORTS: Mapping[str, Sort] = {
    "SOP": "sop",
    "Perjanjian Kinerja": "agreement",
    "Rencana Aksi": "plan",
    "Laporan Kinerja": "report",
}


def rows(table: Sequence[Sequence[str]]) -> list[dict[str, str]]:
    """The rows of a table by its headings; empty cells are left out."""
    heads, *lines = table
    return [{head: cell for head, cell in zip(heads, line, strict=True) if cell} for line in lines]


def sop_text(row: Mapping[str, str]) -> str:
    """
    The text of an SOP.

    Args:
        row: ``kantor``; and what differs from a complete SOP: ``judul``, ``nomor``, ``pejabat``, ``nip``, ``jabatan``,
            ``terkait``, ``langkah`` (the first step), ``isi`` = ``sendiri`` for steps like no other's.
    """
    draft = Draft()
    office = row.get("kantor", OWN_OFFICE)
    draft.title = row.get("judul") or draft.title
    draft.number = row.get("nomor") or "-"
    draft.related = [row["terkait"]] if row.get("terkait") else draft.related
    name, nip = row.get("pejabat") or NAME, row.get("nip") or NIP
    position = row.get("jabatan") or f"CAMAT {_bare(office).upper()}"
    draft.approver = [f"{position},", "ttd.", name, f"NIP. {nip}"]
    draft.steps = list(_steps(row, draft))
    text = draft.text.replace(NAME, name).replace(NIP, nip)
    return text.replace("TAMAN SELASIH", _bare(office).upper()).replace("Taman Selasih", _bare(office))


def performance_text(row: Mapping[str, str], rows: Sequence[Mapping[str, str]]) -> str:
    """
    The text of a document of performance data.

    Args:
        row: ``kantor``, ``jenis``, ``tahun``.
        rows: Of indicators; a report has ``realisasi`` (else the target was just reached) and may have ``tahun lalu``.
    """
    sort = row["jenis"]
    report = sort == "Laporan Kinerja"
    compared = any("tahun lalu" in one for one in rows)
    last = f"\tRealisasi {int(row['tahun']) - 1}" if compared else ""
    lines = [
        "\t".join([str(number), "Meningkatnya mutu pelayanan", one["indikator"], one.get("satuan", ""), one["target"]])
        + (f"\t{one['tahun lalu']}" if compared else "")
        + (f"\t{one.get('realisasi', one['target'])}" if report else "")
        for number, one in enumerate(rows, 1)
    ]
    return _PERFORMANCE.format(
        unit=row["kantor"].upper(),
        title=_TITLES[sort].format(year=row["tahun"]),
        more=f"{last}\tRealisasi" + (f" {row['tahun']}" if compared else "") if report else "",
        rows="\n".join(lines),
        position=f"Camat {_bare(row['kantor'])}",
        name=NAME,
        nip=NIP,
    )


def _bare(office: str) -> str:
    return office.removeprefix("Kecamatan ")


def _steps(row: Mapping[str, str], draft: Draft) -> Iterator[Step]:
    if row.get("isi") != "sendiri":
        first, *rest = draft.steps
        if row.get("langkah"):
            first.text = row["langkah"]
        yield from [first, *rest]
        return
    subject = f"{row.get('judul', '')} {_bare(row['kantor'])}".lower()
    acts = ("Mencatat", "Menelaah", "Menyalin", "Menandatangani", "Membagikan", "Menyimpan")
    for number, act in enumerate(acts):
        text = f"{act} naskah {subject} bagian {acts[-number - 1].lower()} menurut daftar nomor {number}"
        yield Step(text, number % 4, f"Naskah {number}", "20", f"Naskah {act.lower()}")


@dataclass
class ArchiveDesk:
    """The documents of a scenario."""

    texts: dict[str, tuple[str | None, str]] = field(default_factory=dict)
    """Path -> office and text."""
    dues: list[DueTold] = field(default_factory=list)
    required: list[RequiredTold] = field(default_factory=list)
    unread: dict[str, int] = field(default_factory=dict)
    _subject: tuple[dt.date, ArchiveSubject] | None = None

    def touched(self) -> None:
        """Something was changed: what was held side by side before is void."""
        self._subject = None

    def members(self) -> Iterator[Member]:
        """The documents as the store tells them."""
        for path, (office, text) in sorted(self.texts.items()):
            parts = packed_told(extract(read_text(text.encode(), name=path)))
            for number, told in enumerate(parts, 1):
                yield Member(path, number if len(parts) > 1 else None, office, None, None, told)

    def subject(self, day: dt.date) -> ArchiveSubject:
        """The facts of all offices on a day; asked again they are free."""
        if self._subject is None or self._subject[0] != day:
            members = list(self.members())
            found = groups(lambda: members, as_of=day, dues=self.dues, required=self.required, unread=self.unread)
            self._subject = day, ArchiveSubject(list(found))
        return self._subject[1]
