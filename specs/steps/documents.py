"""Dengan: the document of a scenario."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from specs.claims import MistakeError
from specs.desk import Desk
from specs.draft import Draft, Signatory
from specs.vocabulary import given, when

_TABLE = """
  | No | Indikator Kinerja | Satuan | Target | Realisasi |
  | 1  | Nilai SAKIP       | Nilai  | 72,00  | 70,10     |"""
COMPLETE_REPORT = Path(__file__).resolve().parent.parent / "data" / "laporan-kinerja.md"


@given(
    id="SOP lengkap",
    en="a complete SOP",
    topic="dokumen",
    about=(
        "Memulai dengan SOP rekaan yang lengkap dan benar.",
        "Begins with an invented SOP that is complete and right.",
    ),
)
def complete(desk: Desk) -> None:
    """A complete SOP."""
    desk.draft = Draft()


@given(
    id="SOP lengkap yang pedomannya juga ditandatangani Camat",
    en="a complete SOP whose guide is signed by the Camat as well",
    topic="dokumen",
    about=("SOP lengkap yang tanda tangannya ada dua.", "A complete SOP with two signatures."),
)
def signed_guide(desk: Desk) -> None:
    """A complete SOP with a signature below the guide."""
    desk.draft = Draft(guide_signatory=Signatory("Camat Taman Selasih"))


@given(
    id="SOP lengkap tanpa dasar hukum dalam pedoman",
    en="a complete SOP without a legal basis in its guide",
    topic="dokumen",
    about=("Dasar hukum hanya ada pada formulir SOP.", "The legal basis stands in the form only."),
)
def no_guide_laws(desk: Desk) -> None:
    """A complete SOP whose guide names no laws."""
    desk.draft = Draft(guide_laws=False)


@given(
    id="naskah",
    en="the text",
    topic="dokumen",
    about=("Dokumennya adalah naskah di bawah langkah ini.", "The document is the text below this step."),
    argument="text",
    example=(
        'naskah\n  """\n  STANDAR OPERASIONAL PROSEDUR\n  PELAYANAN SURAT KETERANGAN\n  """',
        'the text\n  """\n  STANDAR OPERASIONAL PROSEDUR\n  PELAYANAN SURAT KETERANGAN\n  """',
    ),
)
def script(desk: Desk, text: str) -> None:
    """A text."""
    desk.draft = replace(desk.draft, raw=text.rstrip("\n") + "\n")


@given(
    id="laporan kinerja lengkap",
    en="a complete performance report",
    topic="dokumen",
    about=(
        "Memulai dengan laporan kinerja rekaan yang lengkap.",
        "Begins with an invented, complete performance report.",
    ),
)
def complete_report(desk: Desk) -> None:
    """A complete performance report."""
    desk.draft = replace(desk.draft, raw=COMPLETE_REPORT.read_text(encoding="utf-8"))


@given(
    id="dokumen {title:teks} dengan tabel",
    en="the document {title:teks} with the table",
    topic="dokumen",
    about=(
        "Dokumen kinerja dengan judul itu dan tabel di bawahnya.",
        "A performance document of this title and table.",
    ),
    argument="table",
    example=(
        f'dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel{_TABLE}',
        f'the document "LAPORAN KINERJA TAHUN 2024" with the table{_TABLE}',
    ),
)
def performance_table(desk: Desk, title: str, table: Sequence[Sequence[str]]) -> None:
    """A performance document with one table."""
    lines = ["\t".join(cells) for cells in table]
    head = [title, "KECAMATAN TAMAN SELASIH", "KABUPATEN ARUNIKA", "", "Tabel 3.1 Data Kinerja", ""]
    desk.draft = replace(desk.draft, raw="\n".join([*head, *lines, ""]))


@given(
    id="berkas {path:teks}",
    en="the file {path:teks}",
    topic="dokumen",
    about=(
        "Dokumennya adalah berkas itu; letaknya dihitung dari folder spesifikasi ini.",
        "The document is that file; its place is told from the folder of the spec.",
    ),
)
def from_file(desk: Desk, path: str) -> None:
    """A file."""
    place = desk.folder / path
    if not place.is_file():
        raise MistakeError(
            f"Tidak ada berkas {path!r} di folder {desk.folder}; letaknya dihitung dari folder spesifikasi."
        )
    desk.file = place


@when(
    id="{words:teks} terbaca dari pindaian dengan kepastian {percent:bilangan} persen",
    en="{words:teks} is recognised in the scan with a certainty of {percent:bilangan} percent",
    topic="dokumen",
    about=(
        "Naskahnya seolah dibaca dari gambar: baris yang memuat kata itu kurang pasti, baris lain jelas.",
        "The text as if it were recognised in a picture: the lines with these words are unsure, others clear.",
    ),
)
def recognised(desk: Desk, words: str, percent: int) -> None:
    """The text as if it were recognised in a picture."""
    if words not in desk.draft.text:
        raise MistakeError(f"Naskah tidak memuat {words!r}.")
    desk.draft.unsure[words] = percent


@when(
    id="naskah terputus sesudah {words:teks}",
    en="the text ends after {words:teks}",
    topic="dokumen",
    about=(
        "Naskah berakhir sesudah kata itu, seperti bila halaman berikutnya hilang.",
        "The text ends after these words, as where pages are missing.",
    ),
)
def ends_after(desk: Desk, words: str) -> None:
    """The text ends after these words."""
    if words not in desk.draft.text:
        raise MistakeError(f"Naskah tidak memuat {words!r}.")
    desk.draft.cut_after = words
