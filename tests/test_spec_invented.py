"""What stays of persons in a text that is written into a scenario: nothing."""

from __future__ import annotations

import pytest

from auditing.masking import Mask
from extraction.sop import extract
from readers.reader import read_document
from specs.invented import Invented
from specs.likely_names import likely_names

HEAD = """STANDAR OPERASIONAL PROSEDUR
PELAYANAN SURAT KETERANGAN

\tDisahkan Oleh\t<p>CAMAT TAMAN SELASIH,</p> <p>AGUS PERMANA, S.H. NIP. 19710420 200312 1 989</p>
\tJudul SOP\tPELAYANAN SURAT KETERANGAN
"""


def told(line: str) -> str:
    """The line as a scenario has it."""
    text = HEAD + line
    document = read_document(text.encode(), name="a.txt")
    mask = Mask(document, extract(document).sops)
    mask.learn(likely_names(text), [text])
    return Invented(mask, text).text().split("\n")[HEAD.count("\n")]


@pytest.mark.parametrize(
    "line",
    [
        "Dibuat oleh: Hapsara Widigda",
        "Ketua Tim : Hapsara Widigda, dibantu Agus Permana",
        "diserahkan kepada Hapsara Widigda",
        "PIC: Hapsara",
        "Camat (Hapsara Widigda)",
        "Hapsara Widigda selaku Camat",
        "agus permana dan a.permana, surat ke agus.permana@contoh.go.id",
        "A G U S  P E R M A N A",
        "Agus-Permana / agus_permana / a.g.u.s permana",
        "hubungi 0812-3456-7890, +62 812 3456 7890, atau 081234567890",
    ],
)
def test_no_way_of_writing_a_person_stays(line: str) -> None:
    """However a name is written, and what else leads to somebody."""
    bare = "".join(char for char in told(line).lower() if char.isalnum())
    assert not any(words in bare for words in ("hapsara", "widigda", "aguspermana", "34567890")), bare


@pytest.mark.parametrize(
    "line",
    [
        "Diperiksa oleh Kepala Seksi Pemerintahan",
        "Petugas: Pengadministrasi Umum",
        "Mengetahui, Camat Taman Selasih",
        "Nomor 000.8.3.3/05/TS/I/2025 tanggal 7 Januari 2025",
        "Disampaikan kepada Sekretaris (Tim Penyusun)",
        "Pembina Utama Muda NIP.",
    ],
)
def test_offices_and_tasks_stay(line: str) -> None:
    """What names nobody is left as it stands."""
    assert told(line) == line
