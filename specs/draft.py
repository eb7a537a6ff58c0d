"""An SOP on the desk: complete and in order, until a scenario changes one thing in it."""

from __future__ import annotations

from dataclasses import dataclass, field

NUMBER_HEADING = "No.\tKegiatan\tPelaksana\t\t\t\tMutu Baku\t\t\tKet"
ACTOR_HEADING = "\t\t{}\t{}\t{}\t{}\tKelengkapan\tWaktu (menit)\tOutput\t"
COLUMNS = {"No.": 0, "Kegiatan": 1, "Kelengkapan": 6, "Waktu (menit)": 7, "Output": 8, "Ket": 9}
"""Places of the columns of the step table by their titles; those of the actors stand between them."""
FIRST_ACTOR = 2
GROUPS = frozenset({"Pelaksana", "Mutu Baku"})
"""Titles that stand above the titles of several columns."""
COLUMN_NUMBERS = "\t".join(map(str, range(1, 11)))
FORM_HEADING = "No\tSasaran\tIndikator Kinerja\tTarget\tRealisasi\tSumber Data\tKet"
FORM_COLUMN_NUMBERS = "\t".join(map(str, range(1, 8)))
EQUIPMENT = "Peralatan/Perlengkapan"
RECORDS = "Pencatatan dan Pendataan"
PAGE_BREAK = ["", "Halaman 2", ""]
NIP = "19820517 200604 1 003"
NAME = "WISNU ANGGARAKSA, S.STP., M.Si."


@dataclass
class Step:
    """One row of the step table."""

    text: str
    actor: int
    """0 Camat, 1 Sekcam, 2 Kasi, 3 Staf."""
    requirements: str
    minutes: str
    output: str
    mark: str = "v"
    remark: str = ""
    number: str = ""
    """As printed, where it is not that of its place."""

    def row(self, number: int) -> str:
        """The row as tab-separated text."""
        marks = [self.mark if column == self.actor else "" for column in range(4)]
        no = self.number or f"{number}."
        return "\t".join([no, self.text, *marks, self.requirements, self.minutes, self.output, self.remark])


@dataclass
class Signatory:
    """Somebody who signs below a text."""

    office: str
    name: str = NAME
    nip: str = NIP
    rank: str = "Pembina (IV/a)"

    def lines(self) -> list[str]:
        """The block as it is printed."""
        office = [f"{self.office},"] if self.office else []
        return ["", *office, "", "", self.name, self.rank, f"NIP. {self.nip}", ""]


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


def _numbered(items: list[str]) -> str:
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
    title: str = "PENGUMPULAN DATA KINERJA"
    purpose: str = "Memberi arahan bagi semua seksi di Kecamatan Taman Selasih."
    mechanism: list[str] = field(default_factory=list)
    """Heading and lines of a section of the guide, after Dasar Hukum; none where empty."""
    qualifications: list[str] = field(
        default_factory=lambda: ["Memahami Sistem Akuntabilitas Kinerja Instansi Pemerintah", "Mampu mengolah data"]
    )
    related: list[str] = field(default_factory=lambda: ["SOP Pengukuran Kinerja", "SOP Penyusunan Laporan Kinerja"])
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
    number: str = "000.8.3.3/07/TS/I/2025"
    dates: dict[str, str] = field(default_factory=_dates)
    """The dates of the identity block by their labels."""
    columns: list[str] = field(default_factory=lambda: ["Camat", "Sekcam", "Kasi", "Staf"])
    """The actors of the step table."""
    signed_at: list[str] = field(
        default_factory=lambda: ["Ditetapkan di Taman Selasih", "pada tanggal 13 Januari 2025"]
    )
    """What stands above the signature."""
    laws_after_page_break: bool = False
    form_laws: list[str] = field(default_factory=list)
    """Laws that only the form names, after the others."""
    guide_laws: bool = True
    approver: list[str] = field(default_factory=lambda: ["CAMAT TAMAN SELASIH,", "ttd.", NAME, f"NIP. {NIP}"])
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
    form_rows: list[str] = field(default_factory=_form_rows)
    form: bool = True
    guide_signatory: Signatory | None = None
    signatory: Signatory | None = field(default_factory=lambda: Signatory("CAMAT TAMAN SELASIH"))
    raw: str = ""
    """A text in place of all the parts."""
    unsure: dict[str, int] = field(default_factory=dict)
    """Words -> per cent of certainty with which they were recognised; none where nothing was recognised."""
    cut_after: str = ""
    """Words after which the text ends, as where pages are missing."""
    rewritten: list[tuple[str, str]] = field(default_factory=list)
    """Words that stand otherwise in the text, where they stand first."""

    @property
    def text(self) -> str:
        """The SOP as a text file."""
        if self.raw:
            return self._rewrite(self.raw)
        form = [self._identity() if self.identity else [], self._sections(), self._step_table()]
        parts = [self._guide(), *(form[2:] + form[:2] if self.steps_first else form), self._signature()]
        return self._rewrite("\n".join(line for part in parts for line in part) + "\n")

    def _rewrite(self, text: str) -> str:
        for words, others in self.rewritten:
            assert words in text, words
            text = text.replace(words, others, 1)
        if self.cut_after:
            text = text[: text.index(self.cut_after) + len(self.cut_after)] + "\n"
        return text

    def _guide(self) -> list[str]:
        laws = [
            "III. Dasar Hukum",
            "",
            *(f"- {mark}. {law};" for mark, law in zip("abcdefgh", self.laws, strict=False)),
        ]
        form = [f"IV. Format {self.title.title()}", "", FORM_HEADING, *self.form_rows, ""] if self.form else []
        return [
            *["**STANDAR OPERASIONAL PROSEDUR", "(SOP)**", "", f"**{self.title}**", ""],
            *["**KECAMATAN TAMAN SELASIH", "KABUPATEN ARUNIKA", "TAHUN 2025**", "", "I. Latar Belakang", ""],
            *["Pengukuran kinerja Kecamatan Taman Selasih memerlukan data yang andal setiap triwulan.", ""],
            *["II. Maksud dan Tujuan", "", self.purpose, ""],
            *([*laws, ""] if self.guide_laws else []),
            *([*self.mechanism, ""] if self.mechanism else []),
            *form,
            *["V. Penutup", "", "Prosedur ini ditinjau setiap tahun.", ""],
            *(self.guide_signatory.lines() if self.guide_signatory else []),
        ]

    def _label(self, label: str) -> str:
        return self.approved_label if label == "Tanggal Pengesahan" else label

    def _parted_identity(self) -> list[str]:
        """All labels, then the values, one of them lost: nothing tells any more what belongs to what."""
        labels = ["Nomor SOP", *map(self._label, self.dates), "Disahkan Oleh", "Judul SOP"]
        values = [self.number, *list(self.dates.values())[1:], *self.approver, self.title]
        return [self.letterhead, *labels, *values]

    def _identity(self) -> list[str]:
        if self.identity_parted:
            return self._parted_identity()
        approver = "".join(f"<p>{line}</p> " for line in self.approver)
        return [
            f"<p>{self.letterhead}</p>\tNomor SOP\t{self.number}",
            *(f"\t{self._label(label)}\t{day}" for label, day in self.dates.items()),
            f"\tDisahkan Oleh\t{approver}",
            f"Judul SOP\t{self.title}\t",
        ]

    def _sections(self) -> list[str]:
        items = [f"{number}. {item}" for number, item in enumerate(self.related, 1)]
        first = self.related_break_after or len(items)
        laws = " ".join(f"{number}. {law};" for number, law in enumerate([*self.laws, *self.form_laws], 1))
        qualifications = _numbered(self.qualifications)
        return [
            *self._boxes(
                ("Dasar Hukum", laws), ("Kualifikasi Pelaksana", qualifications), page_break=self.laws_after_page_break
            ),
            *self._boxes(("Keterkaitan", " ".join(items[:first])), (EQUIPMENT, "1. Komputer 2. Perjanjian Kinerja")),
            *([*PAGE_BREAK, f"{' '.join(items[first:])}\t\t"] if items[first:] else []),
            *self._boxes(("Peringatan", self.warning), (RECORDS, "Disimpan oleh Subbagian Perencanaan.")),
            "",
        ]

    def _boxes(self, left: tuple[str, str], right: tuple[str, str], *, page_break: bool = False) -> list[str]:
        """Two boxes beside each other: a row of headings and a row of contents."""
        gone = dict.fromkeys(self.adrift, "kotak") | self.lacking
        rows = [
            "\t".join([*("" if gone.get(box[0]) in (part, "kotak") else box[at] for box in (left, right)), ""])
            for at, part in enumerate(("judul", "isi"))
        ]
        return [rows[0], *(PAGE_BREAK if page_break else []), rows[1]]

    def _step_table(self) -> list[str]:
        if not self.steps:
            return []
        actors = ACTOR_HEADING.format(*self.columns)
        heading = [NUMBER_HEADING, actors, *([COLUMN_NUMBERS] if self.column_numbers else [])]
        heading = [self._titled(self._kept(line)) for line in heading]
        rows = [self._kept(step.row(number)) for number, step in enumerate(self.steps, 1)]
        if self.page_break_after is not None:
            rows[self.page_break_after : self.page_break_after] = [*PAGE_BREAK, *heading]
        total = [self._kept(f"Jumlah\t\t\t\t\t\t\t{self.total}\t\t")] if self.total else []
        lines = [*heading, *rows, *total]
        if self.columns_lost:
            lines = [" ".join(line.split()) for line in lines]
        elif not self.number_column:
            lines = [line.partition("\t")[2] for line in lines]
        return [*lines, "", *(f"Arsip {heading} : 1. Lihat berkas" for heading in self.adrift)]

    def _kept(self, line: str) -> str:
        """A row of the step table without the columns that it lacks."""
        for at in sorted(self.without_columns, reverse=True):
            line = _without_cell(line, at)
        return line

    def _titled(self, line: str) -> str:
        for title, printed in self.titles.items():
            line = line.replace(title, printed)
        return line

    def _signature(self) -> list[str]:
        if self.signatory is None:
            return []
        return [*self.signed_at, *self.signatory.lines()]
