"""Performance data of generated archives: agreement, plan and reports of an office, whose figures agree."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from benchmarks import archive_words as words
from benchmarks.archive_files import workbook
from benchmarks.archive_sops import Office, Officer

QUARTERS: Final = ("I", "II", "III", "IV")
_CENT: Final = Decimal("0.01")
_SLIPS: Final = 0.1
"""Share of years with a fault in their reports."""
_COUNTED: Final = ("Kelompok", "Kegiatan")
_BUDGETS: Final = (
    "Program Penunjang Urusan Pemerintahan Daerah", "Program Pemberdayaan Masyarakat", "Program Peningkatan Pelayanan",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator of one office in one year."""

    goal: str
    name: str
    unit: str
    source: str
    owner: str
    target: Decimal
    targets: tuple[Decimal, ...]
    """Of the quarters."""
    reached: Decimal
    quarters: tuple[Decimal, ...]
    """What the quarters reached."""
    slip: bool = False
    """A fault of single documents: the year's report states another achievement, those of quarters leave one out."""

    @property
    def counted(self) -> bool:
        """Whether quarters add up to the year."""
        return self.unit in _COUNTED

    @property
    def share(self) -> Decimal:
        """Capaian in per cent, as it is stated."""
        return (self.reached / self.target * 100).quantize(_CENT) + (9 if self.slip else 0)

    def printed(self, value: Decimal) -> str:
        """Return a figure as the tables have it."""
        return str(int(value)) if self.counted else f"{value:.2f}".replace(".", ",")


@dataclass(frozen=True, slots=True)
class Year:
    """What an office promised and reached in a year."""

    office: Office
    officer: Officer
    year: int
    indicators: tuple[Indicator, ...]
    budgets: tuple[tuple[str, int, int], ...]
    """Program, budget and what was spent, in rupiah."""


def make_year(office: Office, officer: Officer, year: int, first: int, luck: random.Random) -> Year:
    """
    Return the figures of a year.

    Args:
        office: Whose.
        officer: Its head in that year.
        year: Which.
        first: The first year of the archive, from which targets grow.
        luck: The same for the same office and year.
    """
    base = random.Random(f"{office.folder}/{luck.random() if first == year else 'targets'}")
    indicators = []
    for goal, name, unit, least, most, grows, source, owner in words.INDICATORS:
        start = base.randrange(least, most, 4 if unit in _COUNTED else 1)
        target = Decimal(start + grows * (year - first))
        indicators.append(_indicator((goal, name, unit, source, owner), target, luck))
    if luck.random() < _SLIPS:
        indicators[2] = replace(indicators[2], slip=True)
    budgets = []
    for name in _BUDGETS:
        budget = luck.randint(100, 2_000) * 1_000_000
        budgets.append((name, budget, budget // 1_000 * luck.randint(930, 998)))
    return Year(office, officer, year, tuple(indicators), tuple(budgets))


def _indicator(said: tuple[str, str, str, str, str], target: Decimal, luck: random.Random) -> Indicator:
    goal, name, unit, source, owner = said
    if unit in _COUNTED:
        targets = (target / 4,) * 4
        quarters = tuple(target / 4 + luck.choice((-1, 0, 0, 1)) for _ in range(4))
        return Indicator(goal, name, unit, source, owner, target, targets, sum(quarters, Decimal()), quarters)
    goals = tuple(target - step for step in (Decimal(3), Decimal(2), Decimal(1), Decimal()))
    ended = tuple((one + Decimal(luck.randint(-120, 250)) / 100).quantize(_CENT) for one in goals)
    return Indicator(goal, name, unit, source, owner, target, goals, ended[-1], ended)


def other_target(year: Year, at: int) -> Year:
    """Return the year with another target of one indicator, and all else as it was."""
    one = year.indicators[at]
    step = Decimal(4) if one.counted else Decimal(1)
    changed = replace(one, target=one.target - step)
    return replace(year, indicators=(*year.indicators[:at], changed, *year.indicators[at + 1 :]))


# documents


def _head(title: str, year: Year) -> list[str]:
    return [title, "", year.office.name.upper(), "", words.GOVERNMENT, "", f"TAHUN {year.year}", ""]


def _table(*rows: Sequence[str]) -> list[str]:
    first, *others = (f"| {' | '.join(row)} |" for row in rows)
    return [first, "|" + " --- |" * len(rows[0]), *others, ""]


def _closing(year: Year, day: str) -> list[str]:
    officer = year.officer
    return [f"{year.office.place}, {day}", "", f"{year.office.head.upper()},", "", "ttd.", "", officer.name,
        officer.rank,
            f"NIP. {officer.nip}", ""]  # fmt: skip


def agreement(year: Year) -> str:
    """Perjanjian Kinerja, as Markdown."""
    regent = words.GOVERNMENT.split(" ", 1)[1].title()
    lines = _head("# PERJANJIAN KINERJA", year)
    lines += [
        ("Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan dan akuntabel serta berorientasi "
            "pada "
        "hasil, yang bertanda tangan di bawah ini:"), "",
        f"Nama : {year.officer.name}", "", f"Jabatan : {year.office.head}", "",
        "Selanjutnya disebut pihak pertama.", "",
        "Nama : Drs. WANGSA KERTANAGARA", "", f"Jabatan : Bupati {regent}", "",
        "Selaku atasan pihak pertama, selanjutnya disebut pihak kedua.", "",
        ("Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini. "
        "Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab pihak pertama."), "",
        f"**Tabel 1 Perjanjian Kinerja Tahun {year.year}**", "",
    ]  # fmt: skip
    rows = [[str(at), one.goal, one.name, one.unit, one.printed(one.target), one.source, one.owner]
            for at, one in enumerate(year.indicators, 1)]  # fmt: skip
    lines += _table(
        ["No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target", "Sumber Data", "Penanggung Jawab"], *rows
    )
    lines += [f"**Tabel 2 Anggaran Tahun {year.year}**", ""]
    lines += _table(
        ["No", "Program", "Anggaran (Rp)"],
        *([str(at), name, _rupiah(budget)] for at, (name, budget, _) in enumerate(year.budgets, 1)),
    )
    return "\n".join(lines + _closing(year, f"{5 + len(year.office.name) % 20} Januari {year.year}"))


def plan(year: Year) -> str:
    """Rencana Aksi, as CSV."""
    rows = [[f"RENCANA AKSI TAHUN {year.year}"], [f"{year.office.name.upper()} {words.GOVERNMENT}"], []]
    rows += [
        ["No", "Sasaran", "Indikator Kinerja", "Satuan", "Target Tahunan", "Target Triwulan", "", "", "", "Sumber Data",
         "Penanggung Jawab"],
        [*[""] * 5, *QUARTERS, "", ""],
    ]  # fmt: skip
    for at, one in enumerate(year.indicators, 1):
        figures = map(one.printed, (one.target, *one.targets))
        rows.append([str(at), one.goal, one.name, one.unit, *figures, one.source, one.owner])
    return _csv(rows, 11)


def _csv(rows: Sequence[Sequence[str]], width: int) -> str:
    return "".join(";".join([*row, *[""] * (width - len(row))]) + "\n" for row in rows)


def _quarter_rows(year: Year, quarter: int) -> list[list[str]]:
    """The table of a quarter (1 to 4): what was reached until its end."""
    rows = [
        [f"LAPORAN KINERJA TRIWULAN {QUARTERS[quarter - 1]} TAHUN {year.year}"],
        [f"{year.office.name.upper()} {words.GOVERNMENT}"], [],
        ["No", "Sasaran", "Indikator Kinerja", "Satuan", "Target Tahunan", "Target Triwulan", "", "", "",
         "Realisasi Triwulan", "", "", "", "Sumber Data", "Penanggung Jawab", "Keterangan"],
        [*[""] * 5, *QUARTERS, *QUARTERS, "", "", ""],
    ]  # fmt: skip
    for at, one in enumerate(year.indicators, 1):
        told = range(int(one.slip), quarter)
        done = [one.printed(value) if place in told else "" for place, value in enumerate(one.quarters)]
        figures = [*map(one.printed, (one.target, *one.targets)), *done]
        short = any(value < wanted for value, wanted in zip(one.quarters[:quarter], one.targets, strict=False))
        remark = "Petugas lapangan terbatas, ditambah pada triwulan berikut" if short else "Sesuai jadwal"
        rows.append([str(at), one.goal, one.name, one.unit, *figures, one.source, one.owner, remark])
    return rows


def quarter_csv(year: Year, quarter: int) -> str:
    """Laporan Kinerja of a quarter, as CSV."""
    return _csv(_quarter_rows(year, quarter), 16)


def quarter_xlsx(year: Year, quarter: int) -> bytes:
    """Laporan Kinerja of a quarter, as a workbook."""
    return workbook(_quarter_rows(year, quarter))


def report(year: Year, past: Year | None) -> str:
    """
    Laporan Kinerja of a year, as Markdown.

    Args:
        year: Which.
        past: The year before, to compare with; None when the archive has none.
    """
    office, number = year.office, year.year
    lines = [
        *_head("# LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP)", year), "## Kata Pengantar", "",
        (f"Laporan Kinerja {office.name} Tahun {number} disusun sebagai pertanggungjawaban atas pelaksanaan Perjanjian "
        f"Kinerja Tahun {number}."), "", "## BAB I Pendahuluan", "", "### A. Latar Belakang", "",
        f"{office.name} melaksanakan sebagian urusan pemerintahan {words.GOVERNMENT.title()}.", "",
        "### B. Tugas dan Fungsi", "",
        f"{office.head} memimpin pelayanan kepada masyarakat di wilayah kerjanya.", "",
        "## BAB II Perencanaan Kinerja", "", f"**Tabel 2.1 Perjanjian Kinerja Tahun {number}**", "",
    ]  # fmt: skip
    promised = [[str(at), one.goal, one.name, one.unit, one.printed(one.target), one.source, one.owner]
                for at, one in enumerate(year.indicators, 1)]  # fmt: skip
    lines += _table(
        ["No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target", "Sumber Data", "Penanggung Jawab"],
        *promised,
    )
    lines += ["## BAB III Akuntabilitas Kinerja", "", "### A. Capaian Kinerja Organisasi", ""]
    lines += [f"**Tabel 3.1 Capaian Kinerja Tahun {number}**", ""]
    lines += _table(
        ["No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)", "Sumber Data",
         "Penanggung Jawab", "Keterangan"],
        *(_reached_row(at, one) for at, one in enumerate(year.indicators, 1)),
    )  # fmt: skip
    lines += _comparison(year, past) + _ending(year)
    return "\n".join(lines + _closing(year, f"{3 + len(office.name) % 20} Februari {number + 1}"))


def _reached_row(at: int, one: Indicator) -> list[str]:
    remark = "Tercapai" if one.reached >= one.target else "Petugas lapangan terbatas pada awal tahun"
    share = f"{one.share:.2f}".replace(".", ",")
    figures = [one.printed(one.target), one.printed(one.reached), share]
    return [str(at), one.goal, one.name, one.unit, *figures, one.source, one.owner, remark]


def _comparison(year: Year, past: Year | None) -> list[str]:
    lines = ["### B. Perbandingan Realisasi dengan Tahun Sebelumnya", ""]
    if past is None:
        return [*lines, "Tahun sebelumnya belum memakai indikator yang sama.", ""]
    rows = zip(past.indicators, year.indicators, strict=True)
    lines += [f"**Tabel 3.2 Perbandingan Realisasi Kinerja Tahun {past.year}-{year.year}**", ""]
    return lines + _table(
        ["Indikator Kinerja", str(past.year), str(year.year)],
        *([new.name, old.printed(old.reached), new.printed(new.reached)] for old, new in rows),
    )


def _ending(year: Year) -> list[str]:
    spent = [(name, budget, used, used * 100 / Decimal(budget)) for name, budget, used in year.budgets]
    rows = [
        [str(at), name, _rupiah(budget), _rupiah(used), f"{share:.2f}".replace(".", ",")]
        for at, (name, budget, used, share) in enumerate(spent, 1)
    ]
    short = [one.name for one in year.indicators if one.reached < one.target]
    cause = f"Target {' dan '.join(short)} belum tercapai karena petugas lapangan terbatas pada awal tahun."
    return [
        "### C. Perbandingan Realisasi dengan Target Akhir Renstra", "",
        "**Tabel 3.3 Target Akhir Renstra 2021-2026**", "",
        *_table(["Indikator Kinerja", "Target Akhir Renstra 2026", f"Realisasi Tahun {year.year}"],
                *([one.name, one.printed(one.target + 8), one.printed(one.reached)] for one in year.indicators)),
        "### D. Analisis Penyebab dan Solusi", "",
        cause if short else "Seluruh target tercapai karena jadwal kegiatan dipatuhi.", "",
        "### E. Analisis Efisiensi Penggunaan Sumber Daya", "",
        "Penghematan diperoleh dari rapat koordinasi yang digabung.", "",
        "### F. Realisasi Anggaran", "", f"**Tabel 3.4 Realisasi Anggaran Tahun {year.year}**", "",
        *_table(["No", "Program", "Anggaran (Rp)", "Realisasi (Rp)", "%"], *rows),
        "## BAB IV Penutup", "",
        f"Laporan ini menjadi dasar penyusunan rencana aksi tahun {year.year + 1}.", "",
    ]  # fmt: skip


def _rupiah(value: int) -> str:
    return f"{value:,}".replace(",", ".")
