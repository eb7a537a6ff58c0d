"""Ketika: the legal basis and the steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from specs.claims import MistakeError
from specs.desk import Desk
from specs.draft import Step
from specs.steps.tables import actors_of, nearest
from specs.vocabulary import when
from specs.words import KINDS, choice

KINDS["kolom_langkah"] = choice(
    {
        "nomor": "number",
        "uraian": "text",
        "kelengkapan": "requirements",
        "waktu": "minutes",
        "output": "output",
        "keterangan": "remark",
    },
    {
        "number": "number",
        "act": "text",
        "requirements": "requirements",
        "time": "minutes",
        "output": "output",
        "remark": "remark",
    },
)


def _step(desk: Desk, number: int) -> Step:
    """The step at this place."""
    if not 0 < number <= len(desk.draft.steps):
        raise MistakeError(f"Tidak ada langkah {number}: SOP ini mempunyai {len(desk.draft.steps)} langkah.")
    return desk.draft.steps[number - 1]


def _columns(desk: Desk, actors: str) -> list[int]:
    """The columns of these actors, one at least."""
    columns = desk.draft.columns
    unknown = [one for one in actors_of(actors) if one not in columns]
    if unknown:
        raise MistakeError(f"Tidak ada kolom pelaksana {unknown[0]!r}.{nearest(unknown[0], columns)}")
    return [columns.index(one) for one in actors_of(actors)] or [-1]


@when(
    id="isi dasar hukum dikosongkan",
    en="the legal basis is emptied",
    topic="dasar-hukum",
    about=("Menghapus semua dasar hukum.", "Removes all laws."),
)
def laws_emptied(desk: Desk) -> None:
    """Removes all laws."""
    desk.draft.laws = []


@when(
    id="isi dasar hukum berlanjut di halaman berikutnya",
    en="the legal basis goes on on the next page",
    topic="dasar-hukum",
    about=("Halaman berganti di bawah judul Dasar Hukum.", "The page ends below the heading Dasar Hukum."),
)
def laws_next_page(desk: Desk) -> None:
    """The page ends below the heading Dasar Hukum."""
    desk.draft.laws_after_page_break = True


@when(
    id="dasar hukum dalam pedoman dihapus",
    en="the legal basis in the guide is removed",
    topic="dasar-hukum",
    about=("Dasar hukum hanya tersisa pada formulir.", "The legal basis remains in the form only."),
)
def guide_laws_removed(desk: Desk) -> None:
    """The legal basis remains in the form only."""
    desk.draft.guide_laws = False


@when(
    id="dasar hukum ditambah {law:teks}",
    en="the law {law:teks} is added",
    topic="dasar-hukum",
    about=("Menambah satu dasar hukum di akhir daftar.", "Adds a law at the end of the list."),
    example=(
        'dasar hukum ditambah "PP No. 17 Tahun 2018 tentang Kecamatan"',
        'the law "Peraturan Pemerintah Nomor 17 Tahun 2018" is added',
    ),
)
def law_added(desk: Desk, law: str) -> None:
    """Adds a law at the end of the list."""
    desk.draft.laws.append(law)


@when(
    id="dasar hukum {law:teks} dihapus",
    en="the law {law:teks} is removed",
    topic="dasar-hukum",
    about=("Menghapus dasar hukum yang memuat kata itu.", "Removes the laws that hold these words."),
    example=('dasar hukum "Nomor 17 Tahun 2018" dihapus', 'the law "Nomor 35 Tahun 2012" is removed'),
)
def law_removed(desk: Desk, law: str) -> None:
    """Removes the laws that hold these words."""
    kept = [item for item in desk.draft.laws if law not in item]
    if len(kept) == len(desk.draft.laws):
        raise MistakeError(f"Tidak ada dasar hukum yang memuat {law!r} dalam SOP ini.")
    desk.draft.laws = kept


@when(
    id="dasar hukum diawali {law:teks}",
    en="the law {law:teks} stands first",
    topic="dasar-hukum",
    about=("Menambah satu dasar hukum di awal daftar.", "Adds a law at the head of the list."),
    example=(
        'dasar hukum diawali "Peraturan Pemerintah Nomor 19 Tahun 2008 tentang Kecamatan"',
        'the law "Peraturan Pemerintah Nomor 19 Tahun 2008 tentang Kecamatan" stands first',
    ),
)
def law_first(desk: Desk, law: str) -> None:
    """Adds a law at the head of the list."""
    desk.draft.laws.insert(0, law)


@when(
    id="dasar hukum pada formulir ditambah {law:teks}",
    en="the law {law:teks} is added in the form",
    topic="dasar-hukum",
    about=("Menambah dasar hukum hanya pada formulir.", "Adds a law in the form only."),
    example=(
        'dasar hukum pada formulir ditambah "PP No. 17 Tahun 2018 tentang Kecamatan"',
        'the law "Peraturan Bupati Arunika Nomor 12 Tahun 2021 tentang Perjanjian Kinerja" is added in the form',
    ),
)
def law_in_form(desk: Desk, law: str) -> None:
    """Adds a law in the form only."""
    desk.draft.form_laws.append(law)


@when(
    id="dasar hukum {law:teks} terpecah menjadi dua butir sebelum {words:teks}",
    en="the law {law:teks} is split into two items before {words:teks}",
    topic="dasar-hukum",
    about=("Memecah satu dasar hukum menjadi dua butir.", "Splits one law into two items."),
    example=(
        'dasar hukum "Nomor 17 Tahun 2018" terpecah menjadi dua butir sebelum "tentang"',
        'the law "Nomor 29 Tahun 2014" is split into two items before "Tahun 2014"',
    ),
)
def law_split(desk: Desk, law: str, words: str) -> None:
    """Splits one law into two items."""
    places = [at for at, item in enumerate(desk.draft.laws) if law in item and f" {words}" in item]
    if not places:
        raise MistakeError(f"Tidak ada dasar hukum yang memuat {law!r} lalu {words!r} dalam SOP ini.")
    head, tail = desk.draft.laws[places[0]].split(f" {words}", 1)
    desk.draft.laws[places[0] : places[0] + 1] = [head, words + tail]


@when(
    id="kata {old:teks} dalam dasar hukum diganti {new:teks}",
    en="the words {old:teks} in the legal basis become {new:teks}",
    topic="dasar-hukum",
    about=("Mengganti kata dalam semua dasar hukum.", "Changes words in all laws."),
    example=(
        'kata "Tata Cara Reviu" dalam dasar hukum diganti "Tata Cara, Reviu"',
        'the words "Tata Cara Reviu" in the legal basis become "Tata Cara, Reviu"',
    ),
)
def law_words(desk: Desk, old: str, new: str) -> None:
    """Changes words in all laws."""
    if not any(old in law for law in desk.draft.laws):
        raise MistakeError(f"Dasar hukum SOP ini tidak memuat {old!r}.")
    desk.draft.laws = [law.replace(old, new) for law in desk.draft.laws]


@when(
    id="langkah {number:bilangan} diulang sebagai langkah {copy:bilangan}",
    en="step {number:bilangan} is repeated as step {copy:bilangan}",
    topic="langkah",
    about=("Menyalin satu langkah ke tempat lain.", "Copies a step to another place."),
    example=("langkah 2 diulang sebagai langkah 6", "step 4 is repeated as step 5"),
)
def step_repeated(desk: Desk, number: int, copy: int) -> None:
    """Copies a step to another place."""
    if not 0 < copy <= len(desk.draft.steps) + 1:
        raise MistakeError(f"Langkah {copy} tidak menyambung: SOP ini mempunyai {len(desk.draft.steps)} langkah.")
    desk.draft.steps.insert(copy - 1, replace(_step(desk, number)))


@when(
    id="sesudah langkah {number:bilangan} disisipkan langkah {text:teks}",
    en="after step {number:bilangan} the step {text:teks} is inserted",
    topic="langkah",
    about=(
        "Menyisipkan langkah baru; kolom lainnya seperti langkah sebelumnya.",
        "Inserts a step; its other columns are those of the step before.",
    ),
    example=(
        'sesudah langkah 5 disisipkan langkah "Memeriksa draf rekapitulasi"',
        'after step 4 the step "MENGHIMPUN formulir  yang telah TERISI." is inserted',
    ),
)
def step_inserted(desk: Desk, number: int, text: str) -> None:
    """Inserts a step; its other columns are those of the step before."""
    desk.draft.steps.insert(number, replace(_step(desk, number), text=text))


@when(
    id="sesudah langkah {number:bilangan} disisipkan langkah {text:teks} oleh {actors:kata}",
    en="after step {number:bilangan} the step {text:teks} by {actors:kata} is inserted",
    topic="langkah",
    about=("Menyisipkan langkah baru milik pelaksana itu.", "Inserts a step of that actor."),
    example=(
        'sesudah langkah 6 disisipkan langkah "Membuat surat pengantar" oleh Staf',
        'after step 2 the step "Membagikan formulir data kinerja" by Staf is inserted',
    ),
)
def step_inserted_by(desk: Desk, number: int, text: str, actors: str) -> None:
    """Inserts a step of that actor."""
    first, *others = _columns(desk, actors)
    desk.draft.steps.insert(number, replace(_step(desk, number), text=text, actor=first, others=tuple(others)))


@when(
    id="{cell:kolom_langkah} langkah {number:bilangan} menjadi {words:teks}",
    en="the {cell:kolom_langkah} of step {number:bilangan} becomes {words:teks}",
    topic="langkah",
    about=("Mengganti isi satu kolom pada satu langkah.", "Changes a cell of a step."),
    example=('uraian langkah 4 menjadi "Menyampaikan himpunan data kepada"', 'the time of step 3 becomes "2 hari"'),
)
def step_cell(desk: Desk, cell: str, number: int, words: str) -> None:
    """Changes a cell of a step."""
    setattr(_step(desk, number), cell, words)


@when(
    id="{cell:kolom_langkah} semua langkah menjadi {words:teks}",
    en="the {cell:kolom_langkah} of all steps becomes {words:teks}",
    topic="langkah",
    about=("Mengganti isi satu kolom pada semua langkah.", "Changes a column of all steps."),
    example=('kelengkapan semua langkah menjadi "Himpunan data kinerja"', 'the output of all steps becomes "Dokumen"'),
)
def all_cells(desk: Desk, cell: str, words: str) -> None:
    """Changes a column of all steps."""
    for one in desk.draft.steps:
        setattr(one, cell, words)


@when(
    id="tabel langkah dihapus",
    en="the step table is removed",
    topic="langkah",
    about=("Menghapus seluruh tabel langkah.", "Removes the whole step table."),
)
def table_removed(desk: Desk) -> None:
    """Removes the whole step table."""
    desk.draft.steps = []


@when(
    id="tabel langkah mendahului bagian identitas",
    en="the step table stands before the identity block",
    topic="langkah",
    about=("Menukar urutan tabel langkah dan identitas.", "Swaps step table and identity block."),
)
def table_first(desk: Desk) -> None:
    """Swaps step table and identity block."""
    desk.draft.steps_first = True


@when(
    id="langkah {number:bilangan} dihapus",
    en="step {number:bilangan} is removed",
    topic="langkah",
    about=("Menghapus satu langkah.", "Removes a step."),
    example=("langkah 7 dihapus", "step 7 is removed"),
)
def step_removed(desk: Desk, number: int) -> None:
    """Removes a step."""
    _step(desk, number)
    del desk.draft.steps[number - 1]


@when(
    id="hanya langkah 1 sampai {number:bilangan} yang ditulis",
    en="only the steps 1 to {number:bilangan} are written",
    topic="langkah",
    about=("Menghapus semua langkah sesudahnya.", "Removes all steps after it."),
    example=("hanya langkah 1 sampai 1 yang ditulis", "only the steps 1 to 3 are written"),
)
def steps_up_to(desk: Desk, number: int) -> None:
    """Removes all steps after it."""
    del desk.draft.steps[number:]


@when(
    id="langkah {number:bilangan} ditandai pada kolom {actors:kata}",
    en="step {number:bilangan} is marked in the column {actors:kata}",
    topic="langkah",
    about=(
        "Memindahkan tanda pelaksana; beberapa pelaksana dipisahkan koma.",
        "Moves the mark of the actor; several are parted by commas.",
    ),
    example=("langkah 2 ditandai pada kolom Camat", "step 6 is marked in the column Staf"),
)
def step_marked(desk: Desk, number: int, actors: str) -> None:
    """Moves the mark of the actor; several are parted by commas."""
    first, *others = _columns(desk, actors)
    step = _step(desk, number)
    step.actor, step.others = first, tuple(others)


@when(
    id="tanda langkah {number:bilangan} berupa {mark:teks}",
    en="the mark of step {number:bilangan} is {mark:teks}",
    topic="langkah",
    about=(
        "Mengganti tanda pelaksana; teks kosong menghapusnya.",
        "Changes the mark of the actor; no words remove it.",
    ),
    example=('tanda langkah 7 berupa "Selesai"', 'the mark of step 3 is ""'),
)
def mark_reads(desk: Desk, number: int, mark: str) -> None:
    """Changes the mark of the actor; no words remove it."""
    _step(desk, number).mark = mark


@when(
    id="tidak ada tanda pada kolom pelaksana",
    en="there is no mark in the columns of actors",
    topic="langkah",
    about=("Menghapus tanda pelaksana semua langkah.", "Removes the marks of all steps."),
)
def no_marks(desk: Desk) -> None:
    """Removes the marks of all steps."""
    for one in desk.draft.steps:
        one.mark = ""


@when(
    id="judul kolom {title:teks} ditulis {printed:teks}",
    en="the column title {title:teks} reads {printed:teks}",
    topic="langkah",
    about=("Mengganti judul kolom tabel langkah.", "Changes the title of a column of the step table."),
    example=('judul kolom "Kegiatan" ditulis "Uraian Prosedur"', 'the column title "Kegiatan" reads "Uraian Prosedur"'),
)
def column_title(desk: Desk, title: str, printed: str) -> None:
    """Changes the title of a column of the step table."""
    if title not in desk.draft.text:
        raise MistakeError(f"Tabel langkah SOP ini tidak memuat judul kolom {title!r}.")
    desk.draft.titles[title] = printed


@when(
    id="jumlah waktu tertulis {total:teks}",
    en="the total time reads {total:teks}",
    topic="langkah",
    about=("Menambah baris Jumlah di bawah tabel langkah.", "Adds a row of the total below the step table."),
    example=('jumlah waktu tertulis "7 jam 10 menit"', 'the total time reads "7 jam 10 menit"'),
)
def total_reads(desk: Desk, total: str) -> None:
    """Adds a row of the total below the step table."""
    desk.draft.total = total


@when(
    id="baris nomor kolom disisipkan di bawah kepala tabel langkah",
    en="a row of column numbers is inserted below the head of the step table",
    topic="langkah",
    about=("Menambah baris 1, 2, 3, … di bawah kepala tabel.", "Adds a row 1, 2, 3, … below the head of the table."),
)
def column_numbers(desk: Desk) -> None:
    """Adds a row 1, 2, 3, … below the head of the table."""
    desk.draft.column_numbers = True


@when(
    id="tabel langkah terputus halaman sesudah langkah {number:bilangan} dan kepalanya diulang",
    en="the step table is broken by a page after step {number:bilangan} and its head is repeated",
    topic="langkah",
    about=("Halaman berganti di tengah tabel langkah.", "The page ends within the step table."),
    example=(
        "tabel langkah terputus halaman sesudah langkah 4 dan kepalanya diulang",
        "the step table is broken by a page after step 4 and its head is repeated",
    ),
)
def table_broken(desk: Desk, number: int) -> None:
    """The page ends within the step table."""
    desk.draft.page_break_after = number


@when(
    id="kolom nomor tabel langkah dihapus",
    en="the number column of the step table is removed",
    topic="langkah",
    about=("Tabel langkah tanpa kolom nomor.", "A step table without numbers."),
)
def no_number_column(desk: Desk) -> None:
    """A step table without numbers."""
    desk.draft.number_column = False


@when(
    id="kolom {title:teks} tabel langkah dihapus",
    en="the column {title:teks} of the step table is removed",
    topic="langkah",
    about=("Menghapus satu kolom tabel langkah menurut judulnya.", "Removes a column of the step table by its title."),
    example=('kolom "Output" tabel langkah dihapus', 'the column "Output" of the step table is removed'),
)
def column_removed(desk: Desk, title: str) -> None:
    """Removes a column of the step table by its title."""
    there = {name: at for name, at in desk.draft.places.items() if at not in desk.draft.without_columns}
    if title not in there:
        raise MistakeError(f"Tabel langkah tidak mempunyai kolom {title!r}; yang ada: {', '.join(there)}.")
    desk.draft.without_columns.add(there[title])


@when(
    id="kolom-kolom tabel langkah tercampur menjadi teks",
    en="the columns of the step table are run together as text",
    topic="langkah",
    about=(
        "Hanya kata-kata tabel langkah yang tersisa, seperti pada salinan yang buruk.",
        "Only the words of the step table are left, as in a poor copy.",
    ),
)
def columns_run_together(desk: Desk) -> None:
    """Only the words of the step table are left, as in a poor copy."""
    desk.draft.columns_lost = True


@when(
    id="langkah-langkahnya diganti menjadi",
    en="the steps become",
    topic="langkah",
    about=("Mengganti semua langkah: satu baris, satu uraian.", "Replaces all steps: one row, one act."),
    argument="table",
    example=(
        "langkah-langkahnya diganti menjadi\n  | Mencatat surat masuk |\n  | Menandatangani surat |",
        "the steps become\n  | Mencatat surat masuk |\n  | Menandatangani surat |",
    ),
)
def steps_replaced(desk: Desk, table: Sequence[Sequence[str]]) -> None:
    """Replaces all steps: one row, one act."""
    pattern = _step(desk, 1)
    desk.draft.steps = [
        replace(pattern, text=row[0], actor=at % 4, minutes=str(15 + at), requirements="Disposisi", output="Berkas")
        for at, row in enumerate(table)
    ]


@when(
    id="kolom pelaksana {number:bilangan} tertulis {column:teks}",
    en="actor column {number:bilangan} reads {column:teks}",
    topic="langkah",
    about=("Mengganti judul satu kolom pelaksana.", "Changes the title of a column of actors."),
    example=('kolom pelaksana 1 tertulis "Camat Bappeda & Litbang"', 'actor column 4 reads "JF"'),
)
def actor_column(desk: Desk, number: int, column: str) -> None:
    """Changes the title of a column of actors."""
    if not 0 < number <= len(desk.draft.columns):
        message = f"Tidak ada kolom pelaksana {number}: SOP ini mempunyai {len(desk.draft.columns)} kolom pelaksana."
        raise MistakeError(message)
    desk.draft.columns[number - 1] = column
