"""SOPs of generated archives, in the form of PermenPANRB 35/2012: what they say, and the layouts in which they say "
"it."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from benchmarks import archive_words as words
from benchmarks.archive_files import cell, paragraph, table, word_file

MONTHS: Final = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_HEADS: Final = ("Kelengkapan", "Waktu", "Output", "Keterangan")
_SECTIONS: Final = (
    "Dasar Hukum", "Kualifikasi Pelaksana", "Keterkaitan", "Peralatan/Perlengkapan", "Peringatan",
    "Pencatatan dan Pendataan",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Officer:
    """A person in office."""

    name: str
    nip: str
    """As printed."""
    rank: str


@dataclass(frozen=True, slots=True)
class Office:
    """An office of the archive."""

    name: str
    """``Kecamatan Bukit Lembayung``"""
    kind: str
    """``kecamatan``"""
    folder: str
    code: str
    """As numbers of its SOPs have it."""
    place: str
    head: str
    """Title of its head: ``Camat Bukit Lembayung``."""
    actors: tuple[str, str, str, str]
    chief: Officer
    former: Officer | None = None
    """Its head until the end of the first year."""

    def head_in(self, year: int, first: int) -> Officer:
        """Who signs in *year*."""
        return self.former if self.former is not None and year == first else self.chief


@dataclass(frozen=True, slots=True)
class Step:
    """A row of the table of steps."""

    act: str
    actor: int
    needs: str
    minutes: int | None
    output: str


@dataclass(frozen=True, slots=True)
class Sop:
    """All that an SOP says."""

    office: Office
    officer: Officer
    title: str
    number: str
    made: dt.date
    laws: tuple[str, ...]
    lists: tuple[tuple[str, ...], ...]
    """The sections after the laws."""
    background: tuple[str, str]
    steps: tuple[Step, ...]
    signed: bool = True
    guide: bool = False
    """Whether the narrative part stands before the form."""


def printed(day: dt.date) -> str:
    """Return ``4 Maret 2025``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def workday(day: dt.date) -> dt.date:
    """Return this day, or the Monday after it."""
    return day + dt.timedelta(days=7 - day.weekday()) if day.weekday() > 4 else day


def sop_number(office: Office, serial: int, made: dt.date) -> str:
    """Return the number of the SOP that is the *serial*-th of its office."""
    return f"000.8.3.3/{serial:02}/{office.code}/{_ROMAN[made.month - 1]}/{made.year}"


def subjects(luck: random.Random, count: int) -> list[tuple[int, str]]:
    """Return sorts and titles of the SOPs of one office, each another; the first is the same everywhere."""
    wide = len(words.SUBJECTS)
    if count - 1 > wide * len(words.WIDER):
        raise ValueError(f"no more than {wide * len(words.WIDER) + 1} SOPs for an office")
    picked = luck.sample(range(wide), min(count - 1, wide))
    more = range(wide, count - 1)
    found = [(sort, title) for sort, title in (words.SUBJECTS[at] for at in picked)]
    found += [(words.SUBJECTS[at % wide][0], words.SUBJECTS[at % wide][1] + words.WIDER[at // wide]) for at in more]
    return [words.FIRST_SUBJECT, *found][:count]


def make_sop(
    office: Office, subject: tuple[int, str], serial: int, year: int, related: Sequence[str], luck: random.Random
) -> Sop:
    """Return an SOP without any fault."""
    sort, title = subject
    about = title.split(" ", 1)[1].lower()
    made = workday(dt.date(year, luck.randint(1, 10), luck.randint(1, 28)))
    performance = "Kinerja" in title
    few = sorted({words.GUIDE, *luck.sample(range(len(words.LAWS)), luck.randint(4, 7))})
    national = words.PERFORMANCE_LAWS if performance else tuple(words.LAWS[at] for at in few)
    current = tuple(law for law in national if _law_year(law) < year)
    laws = (*current, _local_law(office))

    def said(pool: Sequence[str], count: int = 1) -> tuple[str, ...]:
        return tuple(
            one.format(o=about, x=luck.choice(words.THINGS), office=office.name) for one in luck.sample(pool, count)
        )

    lists = (
        said(words.SKILLS, 3),
        tuple(f"SOP {one}" for one in related),
        said(words.TOOLS, luck.randint(3, 5)),
        said(words.WARNINGS),
        said(words.RECORDS, 2),
    )
    background = (said(words.BACKGROUNDS)[0], said(words.AIMS)[0])
    number = sop_number(office, serial, made)
    steps = _steps(sort, about, luck)
    return Sop(office, office.chief, title, number, made, laws, lists, background, steps, guide=luck.random() < 0.4)


def _law_year(law: str) -> int:
    return int(law.rsplit(" Tahun ", law.count(" Tahun "))[1].split(" ", 1)[0])


def _local_law(office: Office) -> str:
    regent = words.GOVERNMENT.split(" ", 1)[1].title()
    kind = office.name if office.kind == "dinas" else office.kind.capitalize()
    return f"Peraturan Bupati {regent} Nomor {11 + len(kind)} Tahun 2021 tentang Kedudukan, Susunan Organisasi, Tugas dan Fungsi serta Tata Kerja {kind}"  # noqa: E501


def _steps(sort: int, about: str, luck: random.Random) -> tuple[Step, ...]:
    """What is done: one beginning, six to nine steps in the middle, one end, and the file is kept."""
    begin, middle, second, end = words.STEPS[sort]
    acts = [
        luck.choice(begin),
        *_in_order(luck, middle, luck.randint(4, len(middle))),
        *_in_order(luck, second, luck.randint(3, len(second))),
        luck.choice(end),
        "Mengarsipkan berkas {o} {d}",
    ]
    things, details = luck.sample(words.THINGS, len(acts)), luck.sample(words.DETAILS, len(acts))
    stages = _in_order(luck, words.STAGES, len(acts))
    found, needs = [], f"Agenda {about}"
    for at, act in enumerate(acts):
        output = luck.choice(words.PRODUCTS).format(n=stages[at], o=about)
        said = act.format(o=about, x=things[at], d=details[at])
        found.append(Step(said, _actor(said, at), needs, luck.choice((5, 10, 15, 20, 30, 45, 60, 90)), output))
        needs = output
    return _all_busy(found)


def _all_busy(steps: list[Step]) -> tuple[Step, ...]:
    """Give those a step who would have none: the head the third from the end, the others one of the middle."""
    for actor, at in ((0, len(steps) - 3), (1, 3), (2, 2), (3, 1)):
        if all(step.actor != actor for step in steps):
            steps[at] = replace(steps[at], actor=actor)
    return tuple(steps)


def _in_order(luck: random.Random, pool: Sequence[str], count: int) -> list[str]:
    return [pool[at] for at in sorted(luck.sample(range(len(pool)), min(count, len(pool))))]


def _actor(act: str, at: int) -> int:
    """Who may do it: the head signs and decides, the staff receives and writes."""
    if act.startswith(("Menandatangani", "Menetapkan", "Menyetujui", "Memerintahkan", "Menugaskan", "Menunjuk")):
        return 0
    if act.startswith(("Memeriksa isi", "Membubuhkan paraf", "Memeriksa kesesuaian", "Mengoreksi")):
        return 1
    return 3 - (at % 3 == 2)


# faults


def _no_laws(sop: Sop, _: random.Random) -> Sop:
    return replace(sop, laws=())


def _unsigned(sop: Sop, _: random.Random) -> Sop:
    return replace(sop, signed=False)


def _step_twice(sop: Sop, luck: random.Random) -> Sop:
    at = luck.randrange(1, len(sop.steps) - 1)
    return replace(sop, steps=(*sop.steps[: at + 1], sop.steps[at], *sop.steps[at + 1 :]))


def _no_time(sop: Sop, luck: random.Random) -> Sop:
    at = luck.randrange(1, len(sop.steps) - 1)
    return replace(sop, steps=(*sop.steps[:at], replace(sop.steps[at], minutes=None), *sop.steps[at + 1 :]))


def _no_warning(sop: Sop, _: random.Random) -> Sop:
    return replace(sop, lists=(*sop.lists[:3], (), *sop.lists[4:]))


def _law_twice(sop: Sop, luck: random.Random) -> Sop:
    return replace(sop, laws=(*sop.laws, luck.choice(sop.laws[:-1])))


FAULTS: Final[tuple[Callable[[Sop, random.Random], Sop], ...]] = (
    _no_laws, _unsigned, _step_twice, _no_time, _no_warning, _law_twice,
)  # fmt: skip
"""What is wrong with part of the SOPs, seen in them alone."""


# layouts


def _fields(sop: Sop) -> list[tuple[str, str]]:
    return [
        ("Nomor SOP", sop.number),
        ("Tanggal Pembuatan", printed(sop.made)),
        ("Tanggal Revisi", "-"),
        ("Tanggal Pengesahan", printed(_approved(sop))),
        ("Tanggal Efektif", printed(workday(_approved(sop) + dt.timedelta(days=7)))),
    ]


def _approved(sop: Sop) -> dt.date:
    return workday(sop.made + dt.timedelta(days=8))


def _signature(sop: Sop) -> list[str]:
    officer = sop.officer
    return ["ttd.", "", officer.name, officer.rank, f"NIP. {officer.nip}"] if sop.signed else []


def _closing(sop: Sop) -> list[str]:
    head = f"{sop.office.head.upper()},"
    return ["", f"Ditetapkan di {sop.office.place}", f"pada tanggal {printed(_approved(sop))}", "", head, "",
            *_signature(sop), ""]  # fmt: skip


def _rows(sop: Sop, mark: str) -> list[list[str]]:
    found = []
    for at, step in enumerate(sop.steps, start=1):
        marks = [mark if actor == step.actor else "" for actor in range(4)]
        time = f"{step.minutes} menit" if step.minutes else ""
        found.append([str(at), step.act, *marks, step.needs, time, step.output, ""])
    return found


def _heading(sop: Sop) -> list[str]:
    return ["No", "Uraian Kegiatan", *sop.office.actors, *_HEADS]


def _narrative(sop: Sop) -> list[str]:
    """The part before the form."""
    if not sop.guide:
        return []
    actors = sop.office.actors
    return [
        "STANDAR OPERASIONAL PROSEDUR", "(SOP)", "", sop.title.upper(), "", sop.office.name.upper(), words.GOVERNMENT,
        f"TAHUN {sop.made.year}", "", "I. Latar Belakang", "", sop.background[0], "", "II. Maksud dan Tujuan", "",
        sop.background[1], "", "III. Pengorganisasian", "", f"- a. Penanggung jawab : {sop.office.head}",
        f"- b. Ketua tim : {actors[1]}", f"- c. Anggota tim : {actors[2]} dan {actors[3]}", "", "IV. Penutup", "",
        "Prosedur ini ditinjau paling sedikit sekali dalam setahun dan diperbaiki bila ada perubahan ketentuan.", "",
    ]  # fmt: skip


def as_text(sop: Sop) -> str:
    """Labels with colons, and a table of tabs."""
    lines = [*_narrative(sop), f"PEMERINTAH {words.GOVERNMENT}", sop.office.name.upper(), "",
             "STANDAR OPERASIONAL PROSEDUR", ""]  # fmt: skip
    lines += [f"{label} : {value}" for label, value in _fields(sop)]
    lines += [f"Disahkan Oleh : {sop.office.head.upper()}"]
    lines += [f"                {one}" for one in _signature(sop) if one]
    lines += [f"Nama SOP : {sop.title.upper()}", ""]
    for name, items in zip(_SECTIONS, (sop.laws, *sop.lists), strict=True):
        if items:
            lines += [f"{name} :", *(_numbered(items) if len(items) > 1 else items), ""]
    lines += [f"Prosedur {sop.title}", "", "\t".join(_heading(sop))]
    lines += ["\t".join(row) for row in _rows(sop, "v")]
    return "\n".join(lines + _closing(sop))


def _numbered(items: Sequence[str]) -> list[str]:
    return [f"{at}. {item}" for at, item in enumerate(items, start=1)]


def as_markdown(sop: Sop) -> str:
    """Tables of pipes, lists in cells."""
    approval = "<br>".join([f"{sop.office.head.upper()},", *filter(None, _signature(sop))])
    lines = [*_narrative(sop), "# STANDAR OPERASIONAL PROSEDUR", "", f"**PEMERINTAH {words.GOVERNMENT}**",
             f"**{sop.office.name.upper()}**", "", "| Bagian | Isi |", "|---|---|"]  # fmt: skip
    lines += [f"| {label} | {value} |" for label, value in _fields(sop)]
    lines += [f"| Disahkan Oleh | {approval} |", f"| Judul SOP | {sop.title.upper()} |"]
    for name, items in zip(_SECTIONS, (sop.laws, *sop.lists), strict=True):
        if items:
            lines.append(f"| {name} | {'<br>'.join(_numbered(items) if len(items) > 1 else items)} |")
    lines += ["", f"## Prosedur {sop.title}", "", _piped(_heading(sop)), "|" + "---|" * 10]
    lines += [_piped(row) for row in _rows(sop, "●")]
    return "\n".join(lines + _closing(sop))


def _piped(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def as_word(sop: Sop) -> bytes:
    """A Word file."""
    head = [f"{sop.office.head.upper()},", *filter(None, _signature(sop))]
    values = [*((label, [value]) for label, value in _fields(sop)), ("Disahkan Oleh", head),
              ("Judul SOP", [sop.title.upper()])]  # fmt: skip
    unit = [f"PEMERINTAH {words.GOVERNMENT}", sop.office.name.upper()]
    rows = [
        [cell(unit, "restart") if at == 0 else cell([], "continue"), cell([label]), cell(value)]
        for at, (label, value) in enumerate(values)
    ]
    sections = [
        [cell([name]), cell(_numbered(items) if len(items) > 1 else items)]
        for name, items in zip(_SECTIONS, (sop.laws, *sop.lists), strict=True)
        if items
    ]
    steps = [[cell([one]) for one in row] for row in (_heading(sop), *_rows(sop, "v"))]
    parts = [
        *map(paragraph, _narrative(sop)),
        table(rows, (4_000, 1_800, 3_200)),
        paragraph(),
        table(sections, (2_500, 6_500)),
        *map(paragraph, ("", f"Prosedur {sop.title}", "")),
        table(steps, (500, 3_000, 700, 700, 700, 700, 1_600, 900, 1_600, 900)),
        *map(paragraph, _closing(sop)),
    ]
    return word_file("".join(parts))
