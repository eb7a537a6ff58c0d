"""Dengan: a document built part by part, from tables and blocks of text."""

from __future__ import annotations

from collections.abc import Sequence

from specs.claims import MistakeError
from specs.desk import Desk
from specs.draft import (
    EQUIPMENT,
    LEGAL_BASIS,
    QUALIFICATIONS,
    RECORDS,
    RELATED,
    STEP_COLUMNS,
    WARNING,
    Signatory,
    Step,
    numbered,
)
from specs.offices import Owner
from specs.sources import Paper
from specs.steps.tables import Table, actors_of, by_heading, labels, two_columns
from specs.vocabulary import step
from specs.words import KINDS, choice

_DATES = {
    "tanggal pembuatan": "Tanggal Pembuatan",
    "tanggal revisi": "Tanggal Revisi",
    "tanggal pengesahan": "Tanggal Pengesahan",
    "tanggal efektif": "Tanggal Efektif",
    "date made": "Tanggal Pembuatan",
    "date revised": "Tanggal Revisi",
    "date approved": "Tanggal Pengesahan",
    "date effective": "Tanggal Efektif",
}
_IDENTITY = {
    "kop": "letterhead",
    "nomor sop": "number",
    **_DATES,
    "disahkan oleh": "approver",
    "judul sop": "title",
    "nomor": "number",
    "nama sop": "title",
    "judul": "title",
    "letterhead": "letterhead",
    "sop number": "number",
    "approved by": "approver",
    "sop title": "title",
}
_STEP = {
    "no": "number",
    "kegiatan": "text",
    "pelaksana": "actors",
    "kelengkapan": "requirements",
    "waktu": "minutes",
    "output": "output",
    "keterangan": "remark",
    "nomor": "number",
    "uraian": "text",
    "uraian kegiatan": "text",
    "langkah": "text",
    "waktu (menit)": "minutes",
    "ket": "remark",
    "activity": "text",
    "act": "text",
    "actor": "actors",
    "actors": "actors",
    "requirements": "requirements",
    "time": "minutes",
    "remarks": "remark",
    "remark": "remark",
}
_SIGNATURE = {
    "jabatan": "office",
    "nama": "name",
    "pangkat": "rank",
    "nip": "nip",
    "tempat": "place",
    "tanggal": "date",
    "ttd": "trace",
    "tanda tangan": "trace",
    "office": "office",
    "position": "office",
    "name": "name",
    "rank": "rank",
    "place": "place",
    "date": "date",
    "signed": "trace",
}
KINDS["daftar_sop"] = choice(
    {
        "dasar hukum": LEGAL_BASIS,
        "kualifikasi pelaksana": QUALIFICATIONS,
        "kualifikasi": QUALIFICATIONS,
        "keterkaitan": RELATED,
        "peralatan": EQUIPMENT,
        "peringatan": WARNING,
        "pencatatan": RECORDS,
    },
    {
        "legal basis": LEGAL_BASIS,
        "qualifications": QUALIFICATIONS,
        "related SOPs": RELATED,
        "equipment": EQUIPMENT,
        "warnings": WARNING,
        "records": RECORDS,
    },
)
_IDENTITY_ROWS = """
  | Nomor SOP          | 000.8.3.3/12/RW/III/2025 |
  | Tanggal Pembuatan  | 3 Maret 2025             |
  | Tanggal Pengesahan | 10 Maret 2025            |
  | Judul SOP          | PELAYANAN SURAT PENGANTAR |"""
_STEP_ROWS = """
  | No | Kegiatan              | Pelaksana   | Waktu    | Output    |
  | 1  | Mencatat surat masuk  | Staf        | 5 menit  | Catatan   |
  | 2  | Menandatangani surat  | Camat, Staf | 10 menit | Surat     |"""
_SIGNATURE_ROWS = """
  | Tempat  | Rimba Wangi          |
  | Tanggal | 10 Maret 2025        |
  | Jabatan | CAMAT RIMBA WANGI    |
  | ttd     | ttd.                 |
  | Nama    | LARAS PUSPITA, S.IP. |
  | NIP     | 19800319 200501 2 002 |"""
_LAWS = """
  | Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan |"""
_TABLE = """
  | No | Program                   | Anggaran (Rp) | Realisasi (Rp) | %     |
  | 1  | Program Pelayanan Publik  | 150.000.000   | 148.500.000    | 99,00 |"""
_TEXT = '\n  """\n  Nilai SAKIP tahun 2024 sebesar 63,40 naik dibanding tahun 2023 sebesar 61,20.\n  """'


@step(
    "given",
    "when",
    id=("SOP ini milik {office:teks} di {regency:teks}", "dokumen ini milik {office:teks} di {regency:teks}"),
    en=("this SOP is of {office:teks} in {regency:teks}", "this document is of {office:teks} in {regency:teks}"),
    topic="dokumen",
    about=(
        "Menentukan kantor dan daerah pemilik dokumen; semua yang sudah tertulis ikut berganti nama.",
        "Says whose document it is; all that stands there so far takes the new names.",
    ),
    example=(
        'SOP ini milik "Kecamatan Rimba Wangi" di "Kabupaten Arunika"',
        'this SOP is of "Kecamatan Rimba Wangi" in "Kabupaten Arunika"',
    ),
)
def owned_by(desk: Desk, office: str, regency: str) -> None:
    """The owner of the document."""
    owner = Owner(" ".join(office.split()), " ".join(regency.split()))
    if not owner.office or not owner.regency:
        raise MistakeError("Nama kantor dan nama daerah tidak boleh kosong.")
    (desk.source if isinstance(desk.source, Paper) else desk.draft).moved(owner)


@step(
    "given",
    "when",
    id=("judul SOP ini {title:teks}", "SOP ini berjudul {title:teks}"),
    en="this SOP is called {title:teks}",
    topic="identitas",
    about=("Memberi SOP judul, juga pada bagian identitas.", "Gives the SOP a title, also in the identity block."),
    example=('judul SOP ini "PELAYANAN SURAT PENGANTAR"', 'this SOP is called "PELAYANAN SURAT PENGANTAR"'),
)
def called(desk: Desk, title: str) -> None:
    """The title of the SOP."""
    desk.draft.title = title


@step(
    "given",
    "when",
    id="sampul SOP menyebut tahun {year:bilangan}",
    en="the cover of the SOP names the year {year:bilangan}",
    topic="identitas",
    about=("Mengganti tahun pada sampul SOP.", "Changes the year on the cover of the SOP."),
    example=("sampul SOP menyebut tahun 2025", "the cover of the SOP names the year 2025"),
)
def cover_year(desk: Desk, year: int) -> None:
    """The year on the cover."""
    desk.draft.cover_year = f"TAHUN {year}"


@step(
    "given",
    "when",
    id=("identitas berikut", "identitas SOP berikut"),
    en=("this identity", "this identity block"),
    topic="identitas",
    about=(
        (
            "Mengisi bagian identitas: label dan isinya. Label yang tidak ditulis tetap seperti semula; "
            "dalam SOP kosong label itu tidak ada."
        ),
        "Fills the identity block: labels and contents. What is not named stays; in an empty SOP it is not there.",
    ),
    argument="table",
    example=(f"identitas berikut{_IDENTITY_ROWS}", f"this identity{_IDENTITY_ROWS}"),
)
def identity(desk: Desk, table: Table) -> None:
    """Fields of the identity block."""
    two_columns(table)
    desk.draft.identity = True
    for meaning, label, [cell] in labels(table, _IDENTITY, "label identitas"):
        if meaning in _DATES.values():
            desk.draft.dates[meaning] = cell
        elif meaning == "approver":
            desk.draft.approver = _lines_of(cell)
        else:
            setattr(desk.draft, meaning, cell)
            if meaning != "letterhead" and not label.casefold().startswith("sop "):
                setattr(desk.draft, f"{meaning}_label", label.strip().rstrip(":"))


def _lines_of(cell: str) -> list[str]:
    r"""The lines of a cell, parted by ``\n`` or semicolons."""
    return [line.strip() for part in cell.splitlines() for line in part.split(";") if line.strip()]


@step(
    "given",
    "when",
    id="{box:daftar_sop} berikut",
    en="this {box:daftar_sop}",
    topic="bagian",
    about=(
        "Mengganti isi satu bagian SOP: satu baris, satu butir, dalam tabel satu kolom atau blok teks.",
        "Replaces the contents of a section: one line, one item, in a table of one column or a block of text.",
    ),
    argument="lines",
    example=(f"dasar hukum berikut{_LAWS}", f"this legal basis{_LAWS}"),
)
def listed(desk: Desk, box: str, lines: Sequence[str]) -> None:
    """The items of a section."""
    draft, items = desk.draft, [line.strip().rstrip(";") for line in lines if line.strip()]
    draft.fill(box)
    if box == LEGAL_BASIS:
        draft.laws, draft.form_laws = items, []
    elif box == QUALIFICATIONS:
        draft.qualifications = items
    elif box == RELATED:
        draft.related, draft.related_break_after = items, None
    elif box == EQUIPMENT:
        draft.equipment = items
    else:
        words = items[0] if len(items) == 1 else numbered(items)
        setattr(draft, "warning" if box == WARNING else "records", words)


@step(
    "given",
    "when",
    id=("langkah berikut", "langkah-langkah berikut", "tabel langkah berikut"),
    en=("these steps", "this step table"),
    topic="langkah",
    about=(
        (
            "Mengganti tabel langkah. Judul kolom: No, Kegiatan, Pelaksana, Kelengkapan, Waktu, Output, Keterangan. "
            "Kolom yang tidak ditulis tidak ada dalam SOP, kecuali No, yang diisi berurutan. Kolom pelaksana dibuat "
            "dari nama-nama pada Pelaksana; beberapa pelaksana dipisahkan koma."
        ),
        (
            "Replaces the step table. Headings: No, Activity, Actors, Requirements, Time, Output, Remarks. What is not "
            "named is not in the SOP, but No is then counted. Columns of actors are made of the names under Actors; "
            "several are parted by commas."
        ),
    ),
    argument="table",
    example=(
        f"langkah berikut{_STEP_ROWS}",
        f"these steps{_STEP_ROWS.replace('Kegiatan', 'Activity').replace('Pelaksana', 'Actors   ')}",
    ),
)
def steps(desk: Desk, table: Table) -> None:
    """All steps."""
    rows = by_heading(table, _STEP, "judul kolom langkah")
    draft, heads = desk.draft, rows[0].keys()
    draft.columns = list(dict.fromkeys(actor for row in rows for actor in actors_of(row.get("actors", ""))))
    draft.step_columns = tuple(column for column in STEP_COLUMNS if column in heads)
    units = any(sign.isalpha() for row in rows for sign in row.get("minutes", ""))
    draft.time_heading = "Waktu" if units else "Waktu (menit)"
    draft.steps = [_step_of(row, draft.columns) for row in rows]
    draft.titles, draft.total, draft.page_break_after = {}, "", None
    draft.without_columns, draft.columns_lost, draft.number_column = set(), False, True


def _step_of(row: dict[str, str], columns: list[str]) -> Step:
    first, *others = [columns.index(actor) for actor in actors_of(row.get("actors", ""))] or [-1]
    cells = {name: row.get(name, "") for name in STEP_COLUMNS}
    return Step(row.get("text", ""), first, **cells, number=row.get("number"), others=tuple(others))


@step(
    "given",
    "when",
    id="kolom pelaksana terdiri atas {names:teks}",
    en="the columns of actors are {names:teks}",
    topic="langkah",
    about=(
        "Menentukan kolom pelaksana dan urutannya, dipisahkan koma; boleh memuat yang tidak pernah ditandai.",
        "Says which columns of actors there are, in their order, parted by commas; some may have no mark.",
    ),
    example=('kolom pelaksana terdiri atas "Camat, Sekcam, Kasi, Staf"', 'the columns of actors are "Camat, Staf"'),
)
def actor_columns(desk: Desk, names: str) -> None:
    """The columns of actors."""
    draft, columns = desk.draft, actors_of(names)
    at = {old: columns.index(name) if name in columns else -1 for old, name in enumerate(draft.columns)}
    for one in draft.steps:
        marked = [old for old in (one.actor, *one.others) if old >= 0]
        lost = next((draft.columns[old] for old in marked if at[old] < 0), None)
        if lost is not None:
            raise MistakeError(f"Kolom {lost!r} dihapus, padahal ada langkah yang ditandai di situ.")
        first, *others = [at[old] for old in marked] or [-1]
        one.actor, one.others = first, tuple(others)
    draft.columns = columns


@step(
    "given",
    "when",
    id="tanda tangan berikut",
    en="this signature",
    topic="pengesahan",
    about=(
        (
            "Tanda tangan di akhir dokumen: label Jabatan, Nama, Pangkat, NIP, Tempat, Tanggal, ttd. Kolom kedua dan "
            "seterusnya adalah penanda tangan lain. Label yang tidak ditulis tidak tercetak."
        ),
        (
            "The signature at the end. Labels: Position, Name, Rank, NIP, Place, Date, Signed. A further column is a "
            "further signatory. What is not named is not printed."
        ),
    ),
    argument="table",
    example=(f"tanda tangan berikut{_SIGNATURE_ROWS}", f"this signature{_SIGNATURE_ROWS}"),
)
def signature(desk: Desk, table: Table) -> None:
    """Who signs."""
    rows = list(labels(table, _SIGNATURE, "label tanda tangan"))
    signed = [{meaning: cells[at] for meaning, _, cells in rows} for at in range(len(table[0]) - 1)]
    if not signed:
        raise MistakeError("Tabel ini harus mempunyai paling sedikit dua kolom: label dan isinya.")
    if isinstance(desk.source, Paper):
        for one in signed:
            above = ", ".join(filter(None, [one.get("place"), one.get("date")]))
            desk.source.sign(_signatory(one), [above] if above else [])
        return
    first, *others = signed
    desk.draft.signatory = _signatory(first)
    desk.draft.more_signatories = [_signatory(one) for one in others]
    place, date = first.get("place"), first.get("date")
    lines = [f"Ditetapkan di {place}"] if place else []
    desk.draft.signed_at = lines + ([f"pada tanggal {date}"] if date else [])


def _signatory(cells: dict[str, str]) -> Signatory:
    office, name, nip, rank, trace = (cells.get(key, "") for key in ("office", "name", "nip", "rank", "trace"))
    return Signatory(office, name, nip, rank, trace)


@step(
    "given",
    "when",
    id="formulir kinerja berikut",
    en="this performance form",
    topic="kinerja",
    about=(
        "Mengganti formulir kinerja pada pedoman SOP, judul kolomnya bebas.",
        "Replaces the performance form in the guide of the SOP, with any headings.",
    ),
    argument="table",
    example=(
        "formulir kinerja berikut\n  | No | Indikator Kinerja | Target | Realisasi |\n  | 1  | Nilai SAKIP | 72 | 70 |",
        "this performance form\n  | No | Indikator Kinerja | Target | Realisasi |\n  | 1  | Nilai SAKIP | 72 | 70 |",
    ),
)
def form(desk: Desk, table: Table) -> None:
    """The performance form of the guide."""
    if not desk.draft.guide:
        raise MistakeError('SOP kosong tidak mempunyai pedoman dengan formulir; mulailah dengan "SOP lengkap".')
    heading, *rows = ("\t".join(cells) for cells in table)
    desk.draft.form, desk.draft.form_heading, desk.draft.form_rows = True, heading, rows


@step(
    "given",
    "when",
    id=("tabel {caption:teks} berikut", "tabel {caption:teks}"),
    en=("this table {caption:teks}", "the table {caption:teks}"),
    topic="kinerja",
    about=(
        "Menambah tabel pada dokumen kinerja. Tanpa nomor pada judulnya, tabel diberi nomor berurutan.",
        "Adds a table to the performance document. Where its caption has no number, it is given one.",
    ),
    argument="table",
    example=(f'tabel "Realisasi Anggaran" berikut{_TABLE}', f'this table "Realisasi Anggaran"{_TABLE}'),
)
def table_added(desk: Desk, caption: str, table: Table) -> None:
    """A table with its caption."""
    desk.paper.add_table(caption, [list(cells) for cells in table])


@step(
    "given",
    "when",
    id=("uraian berikut", "paragraf berikut"),
    en=("this text", "this paragraph"),
    topic="kinerja",
    about=("Menambah uraian pada dokumen kinerja.", "Adds running text to the performance document."),
    argument="text",
    example=(f"uraian berikut{_TEXT}", f"this text{_TEXT}"),
)
def text_added(desk: Desk, text: str) -> None:
    """Running text."""
    desk.paper.add_text(text.splitlines())


@step(
    "given",
    "when",
    id=("bagian {heading:teks} berisi", "bab {heading:teks} berisi"),
    en=("the section {heading:teks} with", "the chapter {heading:teks} with"),
    topic="kinerja",
    about=(
        "Menambah bagian atau bab pada dokumen kinerja, judul lalu isinya.",
        "Adds a section or chapter to the performance document: heading and contents.",
    ),
    argument="text",
    example=(
        f'bagian "BAB III AKUNTABILITAS KINERJA" berisi{_TEXT}',
        f'the section "BAB III AKUNTABILITAS KINERJA" with{_TEXT}',
    ),
)
def section_added(desk: Desk, heading: str, text: str) -> None:
    """A heading with what stands below it."""
    desk.paper.add_text([heading, "", *text.splitlines()])
