"""
Invented annual reports (LKjIP) as data and as parts: targets, realizations, achievements, budget; one defect planted.

Also as a workbook of the same tables, with numbers that are numbers.
"""

from __future__ import annotations

import io
import random
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.media.parts import Cell, Grid, Heading, Lines, Part, row, words


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row; figures as printed."""

    sasaran: str
    """Empty where that of the row above goes on."""
    name: str
    unit: str
    formula: str
    target: str
    reached: str
    share: str
    category: str
    source: str
    owner: str
    remark: str


@dataclass(frozen=True, slots=True)
class Programme:
    """One row of the budget."""

    name: str
    budget: int
    spent: int


@dataclass(frozen=True, slots=True)
class Report:
    """One annual report."""

    unit: str
    region: str
    indicators: tuple[Indicator, ...]
    programmes: tuple[Programme, ...]
    average: str
    signer: tuple[str, ...]


_UNITS: Final = ("LEMBAH SERUNI", "MUARA KENANGA", "DANAU BIRU", "BUKIT LEMBAYUNG")
_REGIONS: Final = ("TIRTA PANDANSARI", "RIMBA PALAWA", "TELUK CEMPAKA")
_SCALE: Final = ((90, "Sangat Baik"), (75, "Baik"), (60, "Cukup"), (50, "Kurang"), (0, "Sangat Kurang"))
_Row = tuple[str, str, str, str, int, int, str, str]
"""Sasaran, indicator, unit, formula, lowest and highest target, source, person in charge."""
_ROWS: Final[tuple[_Row, ...]] = (
    ("Meningkatnya kualitas pelayanan publik", "Indeks Kepuasan Masyarakat", "Indeks",
     "Hasil survei kepuasan masyarakat", 80, 90, "Laporan survei kepuasan masyarakat", "Kasi Pelayanan Umum"),
    ("", "Persentase pengaduan yang diselesaikan", "%", "Pengaduan selesai dibagi seluruh pengaduan dikali 100",
     70, 90, "Register pengaduan", "Kasi Pelayanan Umum"),
    ("Meningkatnya akuntabilitas kinerja kecamatan", "Nilai SAKIP", "Nilai", "Hasil evaluasi Inspektorat", 65, 75,
     "LHE Inspektorat", "Sekretaris Kecamatan"),
    ("Meningkatnya tata kelola pemerintahan desa", "Persentase desa dengan APBDes tepat waktu", "%",
     "Desa tepat waktu dibagi seluruh desa dikali 100", 60, 90, "Rekapitulasi penetapan APBDes", "Kasi PMD"),
    ("Meningkatnya partisipasi masyarakat", "Persentase usulan Musrenbang yang terakomodasi", "%",
     "Usulan terakomodasi dibagi seluruh usulan dikali 100", 30, 60, "Berita acara Musrenbang", "Kasi Kesos"),
)  # fmt: skip
_PROGRAMMES: Final = (
    ("Program Penunjang Urusan Pemerintahan Daerah", 2_450),
    ("Program Koordinasi Ketenteraman dan Ketertiban Umum", 150),
    ("Program Pemberdayaan Masyarakat Desa", 200),
)
_MILLION: Final = 1_000_000


def invented(seed: int) -> Report:
    """A report with all in order."""
    luck = random.Random(seed + 104_729)
    indicators = tuple(_indicator(luck, each) for each in _ROWS)
    shares = [_number(one.share) for one in indicators]
    mean = (sum(shares) / len(shares)).quantize(Decimal("0.01"))
    unit = luck.choice(_UNITS)
    return Report(
        unit=unit,
        region=luck.choice(_REGIONS),
        indicators=indicators,
        programmes=tuple(
            Programme(name, budget * _MILLION, budget * _MILLION * luck.randint(90, 99) // 100)
            for name, budget in _PROGRAMMES
        ),
        average=f"{_printed(mean)}% ({_category(mean)})",
        signer=(
            f"{unit.title()}, 14 Februari 2025", f"CAMAT {unit},", "ttd.", "GALIH PRANAYA, S.IP., M.M.",
            "Pembina (IV/a)", f"NIP. 19790417 200604 1 {luck.randint(1, 9):03}",
        ),
    )  # fmt: skip


def _indicator(luck: random.Random, fields: _Row) -> Indicator:
    sasaran, name, unit, formula, low, high, source, owner = fields
    target = Decimal(luck.randint(low * 4, high * 4)) / 4
    reached = (target * luck.randint(92, 106) / 100).quantize(Decimal("0.01"))
    share = (reached / target * 100).quantize(Decimal("0.01"))
    remark = "Bukti dukung belum lengkap" if share < 100 else "Kegiatan dilaksanakan sesuai jadwal"
    return Indicator(
        sasaran, name, unit, formula, _printed(target), _printed(reached), _printed(share), _category(share), source,
        owner, remark,
    )  # fmt: skip


def _category(share: Decimal) -> str:
    return next(name for bound, name in _SCALE if share >= bound)


def _printed(value: Decimal) -> str:
    return f"{value:.2f}".replace(".", ",")


def _number(printed: str) -> Decimal:
    return Decimal(printed.replace(",", "."))


def _money(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def _changed(one: Report, at: int, **fields: str) -> Report:
    rows = list(one.indicators)
    rows[at] = replace(rows[at], **fields)
    return replace(one, indicators=tuple(rows))


def _overspent(one: Report) -> Report:
    last = one.programmes[-1]
    return replace(one, programmes=(*one.programmes[:-1], replace(last, spent=last.budget + 7 * _MILLION)))


DEFECTS: Final[dict[str, tuple[str, Callable[[Report], Report]]]] = {
    "share-wrong": (
        "performance/capaian-wrong",
        lambda one: _changed(one, 1, share=_printed(_number(one.indicators[1].share) + 9)),
    ),
    "not-reached-told": ("performance/realization-missing", lambda one: _changed(one, 4, reached="n/a", share="n/a")),
    "unit-empty": ("performance/unit-missing", lambda one: _changed(one, 2, unit="")),
    "category-wrong": ("performance/category-wrong", lambda one: _changed(one, 0, category="Cukup")),
    "overspent": ("performance/budget-over", _overspent),
    "average-wrong": ("performance/average-wrong", lambda one: replace(one, average="87,50% (Baik)")),
}
"""What can be planted: the rule that finds it, and how."""


def planted(one: Report, defect: str) -> Report:
    """The report with one defect of `DEFECTS`, or as it was for ``clean``."""
    return one if defect == "clean" else DEFECTS[defect][1](one)


# parts


def parts_of(one: Report) -> list[Part]:
    """The report as it is printed."""
    unit = one.unit.title()
    return [
        Heading("LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP)", 1),
        Heading(f"KECAMATAN {one.unit}"),
        Heading(f"KABUPATEN {one.region}"),
        Heading("TAHUN 2024"),
        Heading("KATA PENGANTAR"),
        Lines(((f"Laporan Kinerja Kecamatan {unit} Tahun 2024 disusun sebagai pertanggungjawaban atas pelaksanaan "
               "Perjanjian Kinerja Tahun 2024."),)),
        Heading("BAB I PENDAHULUAN"),
        Heading("A. Latar Belakang"),
        Lines(((f"Kecamatan {unit} melaksanakan sebagian kewenangan Bupati menurut Peraturan Pemerintah Nomor 17 Tahun "
               "2018 tentang Kecamatan."),)),
        Heading("BAB II PERENCANAAN KINERJA"),
        Heading("Tabel 2.1 Perjanjian Kinerja Tahun 2024"),
        agreement(one),
        Heading("BAB III AKUNTABILITAS KINERJA"),
        Heading("A. Capaian Kinerja Organisasi"),
        Heading("Tabel 3.1 Skala Penilaian"),
        _scale(),
        Heading("Tabel 3.2 Capaian Kinerja Tahun 2024"),
        achievement(one),
        Lines((f"Rata-rata capaian kinerja Kecamatan {unit} Tahun 2024 adalah {one.average}.",)),
        Heading("B. Perbandingan Realisasi dengan Tahun Sebelumnya"),
        Heading("Tabel 3.3 Perbandingan Realisasi Kinerja Tahun 2022-2024"),
        _years(one),
        Heading("C. Perbandingan Realisasi dengan Target Akhir Renstra"),
        Heading("Tabel 3.4 Realisasi Tahun 2024 terhadap Target Akhir Renstra 2021-2026"),
        _plan(one),
        Heading("D. Analisis Penyebab dan Solusi"),
        Lines(("Indikator yang belum mencapai target disebabkan oleh bukti dukung yang belum lengkap.",)),
        Heading("E. Analisis Efisiensi Penggunaan Sumber Daya"),
        Lines(("Penghematan diperoleh dari rapat koordinasi yang digabung.",)),
        Heading("F. Realisasi Anggaran"),
        Heading("Tabel 3.5 Realisasi Anggaran Tahun 2024"),
        budget(one),
        Heading("BAB IV PENUTUP"),
        Lines(("Laporan ini menjadi dasar penyusunan rencana aksi tahun 2025.",)),
        Lines(one.signer, at_right=True),
    ]  # fmt: skip


def _sasaran(one: Report, at: int) -> Cell | None:
    if not one.indicators[at].sasaran:
        return None
    down = 1
    while at + down < len(one.indicators) and not one.indicators[at + down].sasaran:
        down += 1
    return words(one.indicators[at].sasaran, down=down)


def _grid(titles: str, rows: Iterable[tuple[Cell | str | None, ...]], shares: tuple[float, ...]) -> Grid:
    return Grid((row(titles.split("|")), *map(row, rows)), shares, heads=1)


def agreement(one: Report) -> Grid:
    """The table of targets."""
    rows = [
        (str(at + 1), _sasaran(one, at), each.name, each.unit, each.formula, each.target, each.source, each.owner)
        for at, each in enumerate(one.indicators)
    ]
    titles = "No|Sasaran Strategis|Indikator Kinerja|Satuan|Formula|Target|Sumber Data|Penanggung Jawab"
    return _grid(titles, rows, (4, 18, 18, 9, 20, 9, 16, 15))


def _scale() -> Grid:
    bounds = [">= 90", ">= 75 dan < 90", ">= 60 dan < 75", ">= 50 dan < 60", "< 50"]
    rows = [(str(at), bound, name) for at, (bound, (_, name)) in enumerate(zip(bounds, _SCALE, strict=True), 1)]
    return _grid("No|Interval Nilai|Kategori", rows, (1, 4, 4))


def achievement(one: Report) -> Grid:
    """The table of realizations."""
    rows = [
        (str(at + 1), _sasaran(one, at), each.name, each.unit, each.target, each.reached, each.share, each.category,
         each.source, each.owner, each.remark)
        for at, each in enumerate(one.indicators)
    ]  # fmt: skip
    titles = (
        "No|Sasaran Strategis|Indikator Kinerja|Satuan|Target|Realisasi|Capaian (%)|Kategori|Sumber Data|"
        "Penanggung Jawab|Keterangan"
    )
    return _grid(titles, rows, (4, 17, 17, 9, 9, 10, 10, 10, 15, 15, 16))


def _years(one: Report) -> Grid:
    rows = [(each.name, *(_times(each.target, share) for share in (90, 94)), each.reached) for each in one.indicators]
    return _grid("Indikator Kinerja|2022|2023|2024", rows, (5, 2, 2, 2))


def _plan(one: Report) -> Grid:
    rows = [(each.name, _times(each.target, 110), each.reached) for each in one.indicators]
    return _grid("Indikator Kinerja|Target Akhir Renstra 2026|Realisasi Tahun 2024", rows, (5, 3, 3))


def _times(printed: str, share: int) -> str:
    return _printed(_number(printed) * share / 100)


def budget(one: Report) -> Grid:
    """The table of the budget, with a total."""
    rows: list[tuple[Cell | str | None, ...]] = [
        (str(at), each.name, _money(each.budget), _money(each.spent), _printed(_spent_share(each.spent, each.budget)))
        for at, each in enumerate(one.programmes, 1)
    ]
    given, spent = (sum(values) for values in zip(*((each.budget, each.spent) for each in one.programmes), strict=True))
    rows.append((words("Jumlah", across=2), None, _money(given), _money(spent), _printed(_spent_share(spent, given))))
    return _grid("No|Program|Anggaran (Rp)|Realisasi (Rp)|%", rows, (1, 8, 4, 4, 2))


def _spent_share(spent: int, given: int) -> Decimal:
    return (Decimal(spent) / given * 100).quantize(Decimal("0.01"))


# workbook

_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?")


def workbook(one: Report) -> bytes:
    """The tables as the bytes of an XLSX file, one a sheet."""
    file = Workbook()
    file.remove(file.active)
    for name, title, grid in (
        ("Perjanjian", "PERJANJIAN KINERJA TAHUN 2024", agreement(one)),
        ("Capaian", "PENGUKURAN KINERJA TAHUN 2024", achievement(one)),
        ("Anggaran", "REALISASI ANGGARAN TAHUN 2024", budget(one)),
    ):
        sheet = file.create_sheet(name)
        sheet.append([title])
        sheet.append([f"KECAMATAN {one.unit} KABUPATEN {one.region}"])
        _fill(sheet, grid, first=4)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def _fill(sheet: Worksheet, grid: Grid, first: int) -> None:
    for r, cells in enumerate(grid.rows, first):
        for c, cell in enumerate(cells, 1):
            if cell is None:
                continue
            _set(sheet, r, c, " ".join(cell.lines))
            if cell.across > 1 or cell.down > 1:
                sheet.merge_cells(
                    start_row=r, start_column=c, end_row=r + cell.down - 1, end_column=c + cell.across - 1
                )


def _set(sheet: Worksheet, r: int, c: int, text: str) -> None:
    if not _NUMBER.fullmatch(text):
        sheet.cell(r, c, text or None)
    elif "," in text:
        sheet.cell(r, c, float(text.replace(",", "."))).number_format = "0.00"
    else:
        sheet.cell(r, c, int(text.replace(".", ""))).number_format = "#,##0" if "." in text else "0"
