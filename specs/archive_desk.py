"""An archive on the desk: documents of several offices, each in order until a scenario plants something in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from archive.dues import Handed, dues, required
from archive.gathering import Told, told
from archive.joining import DueTold, Member, RequiredTold, groups
from archive.layout import Layout
from archive.offices import Offices
from extraction.sop import extract
from readers.text import read_text
from schemas.archive import ArchiveLayout, Office, Sort
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
SORTS_BY_NAME: Mapping[str, Sort] = {sort: sort for sort in SORTS.values()}


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
    if row.get("isi") not in ("sendiri", "own"):
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
    stored: dict[str, tuple[str | None, tuple[Told, ...]]] = field(default_factory=dict)
    """Path -> office, and what each of its documents tells: what lay on the desk before."""
    dues: list[DueTold] = field(default_factory=list)
    required: list[RequiredTold] = field(default_factory=list)
    declared: ArchiveLayout | None = None
    """What offices owe, as `archive.yaml` has it; whether they do is looked up among the documents."""
    unread: dict[str, int] = field(default_factory=dict)
    _subject: tuple[dt.date, ArchiveSubject] | None = None

    def touched(self) -> None:
        """Something was changed: what was held side by side before is void."""
        self._subject = None

    def members(self) -> Iterator[Member]:
        """The documents as the store tells them."""
        told = {path: (office, _told(path, text)) for path, (office, text) in self.texts.items()} | self.stored
        offices = Offices(self._layout())
        for path, (office, parts) in sorted(told.items()):
            for number, part in enumerate(parts, 1):
                place = offices.belonging(path, part.unit, part.year, SORTS_BY_NAME.get(part.sort or ""))
                year, sort = (place.year, place.sort) if self.declared else (None, None)
                named = office or (place.office if self.declared else None)
                yield Member(path, number if len(parts) > 1 else None, named, year, sort, part)

    def subject(self, day: dt.date) -> ArchiveSubject:
        """The facts of all offices on a day; asked again they are free."""
        if self._subject is None or self._subject[0] != day:
            members = list(self.members())
            owed = self._owed(members, day)
            found = groups(
                lambda: members,
                as_of=day,
                dues=[*self.dues, *owed[0]],
                required=[*self.required, *owed[1]],
                unread=self.unread,
            )
            self._subject = day, ArchiveSubject(list(found))
        return self._subject[1]

    def _layout(self) -> Layout:
        """The offices of the archive: those that `archive.yaml` names, and those that own a document."""
        declared = self.declared or ArchiveLayout()
        named = {office.name for office in declared.offices}
        owners = {office for office, _ in (*self.texts.values(), *self.stored.values()) if office} - named
        found = tuple(Office(name=name, folders=(f"~/{name}",)) for name in sorted(owners))
        return Layout(declared, declared.office_folders, found)

    def _owed(self, members: Sequence[Member], day: dt.date) -> tuple[list[DueTold], list[RequiredTold]]:
        """What offices owe by what the scenario declares."""
        if self.declared is None:
            return [], []
        told = [(one, one.told()) for one in members if one.office is not None]
        handed = [Handed(one.office or "", one.path, _sort(one), one.year, of.quarter, of.title) for one, of in told]
        titles = {one.path: of.title for one, of in told}
        layout = self._layout()
        wanted = [
            RequiredTold(one.office, one.title, one.found, titles.get(one.nearly) if one.nearly else None)
            for one in required(layout, handed)
        ]
        return list(dues(layout, handed, day)), wanted


def _told(path: str, text: str) -> tuple[Told, ...]:
    found = extract(read_text(text.encode(), name=path))
    return tuple(told(subject) for subject in (found.sops or (found.performance,)))


def _sort(member: Member) -> Sort | None:
    return SORTS_BY_NAME.get(member.sort or "")
