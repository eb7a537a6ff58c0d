"""
An SOP on the desk: complete and in order, until a scenario changes one thing in it; or empty, until it is filled.

Whatever is None is not printed at all; what is empty is printed with nothing in it.
"""

from __future__ import annotations

import itertools
import string
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, Final

from specs.offices import OWN, Owner

GROUPS = frozenset({"Pelaksana", "Mutu Baku"})
"""Titles that stand above the titles of several columns."""
FORM_HEADING = "No\tSasaran\tIndikator Kinerja\tTarget\tRealisasi\tSumber Data\tKet"
FORM_COLUMN_NUMBERS = "\t".join(map(str, range(1, 8)))
LEGAL_BASIS = "Dasar Hukum"
QUALIFICATIONS = "Kualifikasi Pelaksana"
RELATED = "Keterkaitan"
WARNING = "Peringatan"
EQUIPMENT = "Peralatan/Perlengkapan"
RECORDS = "Pencatatan dan Pendataan"
BOXES: Final = (LEGAL_BASIS, QUALIFICATIONS, RELATED, EQUIPMENT, WARNING, RECORDS)
STEP_COLUMNS: Final = ("requirements", "minutes", "output", "remark")
"""Of the step table, besides number, act and actors."""
COLUMN_HEADINGS: Final = {
    "requirements": "Kelengkapan",
    "minutes": "Waktu (menit)",
    "output": "Output",
    "remark": "Ket",
}
PAGE_BREAK = ["", "Halaman 2", ""]
NIP = "19820517 200604 1 003"
NAME = "WISNU ANGGARAKSA, S.STP., M.Si."


@dataclass
class Step:
    """One row of the step table."""

    text: str
    actor: int
    """Which of the columns of actors is marked; -1 for none."""
    requirements: str
    minutes: str
    output: str
    mark: str = "v"
    remark: str = ""
    number: str | None = None
    """As printed, where it is not that of its place."""
    others: tuple[int, ...] = ()
    """Further columns of actors that are marked."""

    def row(self, number: int, actors: int, columns: Sequence[str]) -> str:
        """The row as tab-separated text, with so many columns of actors and those of `STEP_COLUMNS`."""
        marked = {self.actor, *self.others}
        marks = [self.mark if column in marked else "" for column in range(actors)]
        no = f"{number}." if self.number is None else self.number
        return "\t".join([no, self.text, *marks, *(getattr(self, column) for column in columns)])


@dataclass
class Signatory:
    """Somebody who signs below a text."""

    office: str
    name: str = NAME
    nip: str = NIP
    rank: str = "Pembina (IV/a)"
    trace: str = ""
    """Of a signature, such as ``ttd``."""

    def lines(self) -> list[str]:
        """The block as it is printed."""
        office = [f"{self.office},"] if self.office else []
        nip = [f"NIP. {self.nip}"] if self.nip else []
        return ["", *office, "", self.trace, *filter(None, [self.name, self.rank]), *nip, ""]


def _steps() -> list[Step]:
    return [
        Step("Memerintahkan pengumpulan data kinerja", 0, "Rencana Aksi", "10", "Disposisi"),
        Step("Menyusun formulir data kinerja", 1, "Disposisi", "45", "Formulir"),
        Step("Mengisi formulir dan melampirkan bukti dukung", 2, "Formulir", "180", "Formulir terisi"),
        Step("Menghimpun formulir yang telah terisi", 3, "Formulir terisi", "60", "Himpunan data"),
        Step("Memverifikasi himpunan data", 1, "Himpunan data", "90", "Data terverifikasi"),
        Step("Menyetujui rekapitulasi data kinerja", 0, "Data terverifikasi", "30", "Rekapitulasi"),
        Step("Mengarsipkan rekapitulasi data kinerja", 3, "Rekapitulasi", "15", "Arsip"),
    ]


def _laws() -> list[str]:
    return [
        "Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan",
        "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah",
        (
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 Tahun 2012 tentang "
            "Pedoman Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan"
        ),
        (
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 tentang "
            "Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja dan Tata Cara Reviu atas Laporan Kinerja Instansi "
            "Pemerintah"
        ),
    ]


def _dates() -> dict[str, str]:
    return {
        "Tanggal Pembuatan": "6 Januari 2025",
        "Tanggal Revisi": "-",
        "Tanggal Pengesahan": "13 Januari 2025",
        "Tanggal Efektif": "20 Januari 2025",
    }


def _form_rows() -> list[str]:
    return [
        "1\tMeningkatnya mutu pelayanan\tIndeks Kepuasan Masyarakat\t84,00\t85,20\tSurvei\t",
        "2\tMeningkatnya akuntabilitas\tNilai SAKIP\t72,00\t72,40\tLHE Inspektorat\t",
    ]


def numbered(items: list[str]) -> str:
    """Items in one cell, each with its number."""
    return " ".join(f"{number}. {item}" for number, item in enumerate(items, 1))


def _without_cell(line: str, at: int) -> str:
    """A row of the step table without one cell; a group above several columns stays above the others."""
    cells = line.split("\t")
    if cells[at] in GROUPS and not cells[at + 1]:
        cells[at + 1] = cells[at]
    return "\t".join([*cells[:at], *cells[at + 1 :]])


@dataclass
class Draft:
    """The parts of an SOP that scenarios change; `text` prints them in the layout of a guide with its form."""

    approved_label: str = "Tanggal Pengesahan"
    laws: list[str] = field(default_factory=_laws)
    owner: Owner = OWN
    cover_year: str = "TAHUN 2025"
    guide: bool = True
    """Whether it begins with a guide; else with the sections of a guide that a scenario adds."""
    title: str | None = "PENGUMPULAN DATA KINERJA"
    title_label: str = "Judul SOP"
    background: str = "Pengukuran kinerja Kecamatan Taman Selasih memerlukan data yang andal setiap triwulan."
    purpose: str = "Memberi arahan bagi semua seksi di Kecamatan Taman Selasih."
    mechanism: list[str] = field(default_factory=list)
    """Headings and lines of sections of the guide, after Dasar Hukum; none where empty."""
    qualifications: list[str] = field(
        default_factory=lambda: ["Memahami Sistem Akuntabilitas Kinerja Instansi Pemerintah", "Mampu mengolah data"]
    )
    related: list[str] = field(default_factory=lambda: ["SOP Pengukuran Kinerja", "SOP Penyusunan Laporan Kinerja"])
    equipment: list[str] = field(default_factory=lambda: ["Komputer", "Perjanjian Kinerja"])
    records: str = "Disimpan oleh Subbagian Perencanaan."
    warning: str = "Apabila data terlambat, maka pengukuran kinerja tertunda."
    related_break_after: int | None = None
    """The item of Keterkaitan after which the page ends."""
    adrift: list[str] = field(default_factory=list)
    """Boxes of the form whose headings stand in the midst of a line elsewhere: nothing tells what is in them."""
    lacking: dict[str, str] = field(default_factory=dict)
    """Boxes of the form by their headings, and what each lacks: `judul`, `isi`, or both (`kotak`)."""
    identity: bool = True
    identity_parted: bool = False
    """Whether labels and values of the identity block lost each other."""
    letterhead: str = "PEMERINTAH KABUPATEN ARUNIKA KECAMATAN TAMAN SELASIH"
    number: str | None = "000.8.3.3/07/TS/I/2025"
    number_label: str = "Nomor SOP"
    dates: dict[str, str] = field(default_factory=_dates)
    """The dates of the identity block by their labels."""
    columns: list[str] = field(default_factory=lambda: ["Camat", "Sekcam", "Kasi", "Staf"])
    """The actors of the step table."""
    step_columns: tuple[str, ...] = STEP_COLUMNS
    """Those that the step table has."""
    time_heading: str = COLUMN_HEADINGS["minutes"]
    signed_at: list[str] = field(
        default_factory=lambda: ["Ditetapkan di Taman Selasih", "pada tanggal 13 Januari 2025"]
    )
    """What stands above the signature."""
    laws_after_page_break: bool = False
    form_laws: list[str] = field(default_factory=list)
    """Laws that only the form names, after the others."""
    guide_laws: bool = True
    approver: list[str] | None = field(default_factory=lambda: ["CAMAT TAMAN SELASIH,", "ttd.", NAME, f"NIP. {NIP}"])
    steps: list[Step] = field(default_factory=_steps)
    titles: dict[str, str] = field(default_factory=dict)
    """Titles of columns of the step table, and what is printed in their place."""
    total: str = ""
    """The time of all steps, as a last row states it."""
    column_numbers: bool = False
    page_break_after: int | None = None
    number_column: bool = True
    without_columns: set[int] = field(default_factory=set)
    """Places of columns that the step table lacks."""
    columns_lost: bool = False
    """Whether only the words of the step table are left, as in a poor copy."""
    steps_first: bool = False
    """Whether the step table stands before the identity block."""
    form_heading: str = FORM_HEADING
    form_rows: list[str] = field(default_factory=_form_rows)
    form: bool = True
    guide_signatory: Signatory | None = None
    signatory: Signatory | None = field(default_factory=lambda: Signatory("CAMAT TAMAN SELASIH"))
    more_signatories: list[Signatory] = field(default_factory=list)
    """Who signs after the one who approves."""

    @classmethod
    def empty(cls) -> Draft:
        """An SOP that is only called one, and names its owner."""
        return cls(
            cover_year="",
            guide=False,
            title=None,
            lacking=dict.fromkeys(BOXES, "kotak"),
            letterhead="",
            number=None,
            dates={},
            signed_at=[],
            laws=[],
            approver=None,
            steps=[],
            signatory=None,
        )

    @property
    def text(self) -> str:
        """The SOP as a text file."""
        form = [self._identity() if self.identity else [], self._sections(), self._step_table()]
        parts = [self._guide(), *(form[2:] + form[:2] if self.steps_first else form), self._signature()]
        return "\n".join(line for part in parts for line in part) + "\n"

    def moved(self, owner: Owner) -> None:
        """Make it the SOP of another office, in all that it says so far."""
        reword = owner.reworder(self.owner)
        for one in fields(self):
            setattr(self, one.name, _reworded(getattr(self, one.name), reword))
        self.owner = owner

    def fill(self, box: str) -> None:
        """Print a box of the form, where the SOP did not have it."""
        self.lacking.pop(box, None)

    def _cover(self) -> list[str]:
        owner = [self.owner.office.upper(), self.owner.regency.upper(), *filter(None, [self.cover_year])]
        title = [f"**{self.title}**", ""] if self.title else []
        owner = [f"**{owner[0]}", *owner[1:-1], f"{owner[-1]}**"]
        return ["**STANDAR OPERASIONAL PROSEDUR", "(SOP)**", "", *title, *owner, ""]

    def _guide(self) -> list[str]:
        more = [*self.mechanism, ""] if self.mechanism else []
        signed = self.guide_signatory.lines() if self.guide_signatory else []
        if not self.guide:
            return [*self._cover(), *more, *signed]
        laws = [
            "III. Dasar Hukum",
            "",
            *(f"- {mark}. {law};" for mark, law in zip(_letters(), self.laws, strict=False)),
        ]
        title = (self.title or "").title()
        form = [f"IV. Format {title}", "", self.form_heading, *self.form_rows, ""] if self.form else []
        return [
            *self._cover(),
            *["I. Latar Belakang", "", self.background, ""],
            *["II. Maksud dan Tujuan", "", self.purpose, ""],
            *([*laws, ""] if self.guide_laws else []),
            *more,
            *form,
            *["V. Penutup", "", "Prosedur ini ditinjau setiap tahun.", ""],
            *signed,
        ]

    def _label(self, label: str) -> str:
        return self.approved_label if label == "Tanggal Pengesahan" else label

    def _parted_identity(self) -> list[str]:
        """All labels, then the values, one of them lost: nothing tells any more what belongs to what."""
        labels = [self.number_label, *map(self._label, self.dates), "Disahkan Oleh", self.title_label]
        values = [self.number or "", *list(self.dates.values())[1:], *(self.approver or []), self.title or ""]
        return [self.letterhead, *labels, *values]

    def _identity(self) -> list[str]:
        if self.identity_parted:
            return self._parted_identity()
        rows = [] if self.number is None else [f"{self.number_label}\t{self.number}"]
        rows += [f"{self._label(label)}\t{day}" for label, day in self.dates.items()]
        if self.approver is not None:
            rows.append("Disahkan Oleh\t" + "".join(f"<p>{line}</p> " for line in self.approver))
        head = f"<p>{self.letterhead}</p>" if self.letterhead else ""
        if head and not rows:
            rows = ["\t"]
        beside = [head, *[""] * (len(rows) - 1)]
        title = [] if self.title is None else [f"{self.title_label}\t{self.title}\t"]
        return [*(f"{left}\t{row}" for left, row in zip(beside, rows, strict=False)), *title]

    def _sections(self) -> list[str]:
        items = [f"{number}. {item}" for number, item in enumerate(self.related, 1)]
        first = self.related_break_after or len(items)
        laws = " ".join(f"{number}. {law};" for number, law in enumerate([*self.laws, *self.form_laws], 1))
        qualifications = numbered(self.qualifications)
        return [
            *self._boxes((LEGAL_BASIS, laws), (QUALIFICATIONS, qualifications), page_break=self.laws_after_page_break),
            *self._boxes((RELATED, " ".join(items[:first])), (EQUIPMENT, numbered(self.equipment))),
            *([*PAGE_BREAK, f"{' '.join(items[first:])}\t\t"] if items[first:] else []),
            *self._boxes((WARNING, self.warning), (RECORDS, self.records)),
            "",
        ]

    def _boxes(self, left: tuple[str, str], right: tuple[str, str], *, page_break: bool = False) -> list[str]:
        """Two boxes beside each other: a row of headings and a row of contents."""
        gone = dict.fromkeys(self.adrift, "kotak") | self.lacking
        if not self.guide and gone.get(left[0]) == gone.get(right[0]) == "kotak":
            return []
        rows = [
            "\t".join([*("" if gone.get(box[0]) in (part, "kotak") else box[at] for box in (left, right)), ""])
            for at, part in enumerate(("judul", "isi"))
        ]
        return [rows[0], *(PAGE_BREAK if page_break else []), rows[1]]

    def _step_table(self) -> list[str]:
        if not self.steps:
            return []
        heading = [self._titled(self._kept(line)) for line in self._step_heading()]
        printed = [step.row(number, len(self.columns), self.step_columns) for number, step in enumerate(self.steps, 1)]
        rows = list(map(self._kept, printed))
        if self.page_break_after is not None:
            rows[self.page_break_after : self.page_break_after] = [*PAGE_BREAK, *heading]
        lines = [*heading, *rows, *map(self._kept, self._total())]
        if self.columns_lost:
            lines = [" ".join(line.split()) for line in lines]
        elif not self.number_column:
            lines = [line.partition("\t")[2] for line in lines]
        return [*lines, "", *(f"Arsip {heading} : 1. Lihat berkas" for heading in self.adrift)]

    @property
    def places(self) -> dict[str, int]:
        """Places of the columns of the step table by their titles."""
        headings = COLUMN_HEADINGS | {"minutes": self.time_heading}
        titles = ["No.", "Kegiatan", *self.columns, *(headings[column] for column in self.step_columns)]
        return {title: at for at, title in enumerate(titles)}

    def _kept(self, line: str) -> str:
        """A row of the step table without the columns that it lacks."""
        for at in sorted(self.without_columns, reverse=True):
            line = _without_cell(line, at)
        return line

    def _titled(self, line: str) -> str:
        for title, printed in self.titles.items():
            line = line.replace(title, printed)
        return line

    def _step_heading(self) -> Iterator[str]:
        """Two rows: actors and measures stand below a heading of their own."""
        headings = COLUMN_HEADINGS | {"minutes": self.time_heading}
        measures = [headings[column] for column in self.step_columns if column != "remark"]
        remark = ["Ket"] if "remark" in self.step_columns else []
        above = ["No.", "Kegiatan", *_over("Pelaksana", self.columns), *_over("Mutu Baku", measures), *remark]
        yield "\t".join(above)
        yield "\t".join(["", "", *self.columns, *measures, *("" for _ in remark)])
        if self.column_numbers:
            yield "\t".join(map(str, range(1, len(above) + 1)))

    def _total(self) -> list[str]:
        if not self.total:
            return []
        cells = [self.total if column == "minutes" else "" for column in self.step_columns]
        return ["\t".join(["Jumlah", "", *("" for _ in self.columns), *cells])]

    def _signature(self) -> list[str]:
        first = [*self.signed_at, *self.signatory.lines()] if self.signatory else []
        return [*first, *(line for one in self.more_signatories for line in one.lines())]


def _over(heading: str, columns: Sequence[str]) -> list[str]:
    """A heading over several columns."""
    return [heading, *("" for _ in columns[1:])] if columns else []


def _letters() -> Iterable[str]:
    """``a`` to ``z``, then ``aa``."""
    return itertools.chain(string.ascii_lowercase, map("".join, itertools.product(string.ascii_lowercase, repeat=2)))


def _reworded(value: Any, reword: Callable[[str], str]) -> Any:
    """The same value with other words."""
    if isinstance(value, str):
        return reword(value)
    if isinstance(value, list | tuple):
        return type(value)(_reworded(item, reword) for item in value)
    if isinstance(value, dict):
        return {key: _reworded(item, reword) for key, item in value.items()}
    if isinstance(value, Step | Signatory):
        return replace(value, **{one.name: _reworded(getattr(value, one.name), reword) for one in fields(value)})
    return value
