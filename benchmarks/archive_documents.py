"""
A generated archive of a regency's offices, as large as wanted, the same for the same seed.

Every office has its own officers, numbers and procedures; what it promises, plans and reports agrees; procedures that
are named as related exist. Part of the SOPs have faults of their own. Rules over several documents find what is
planted, and nothing else. Persons, places and numbers are invented.

``python -m benchmarks.archive_documents FOLDER`` writes one to look at.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import random
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, Literal, get_args

import yaml

from benchmarks import archive_words as words
from benchmarks.archive_reports import Year, agreement, make_year, other_target, plan, quarter_csv, quarter_xlsx, report
from benchmarks.archive_sops import (
    FAULTS,
    Office,
    Officer,
    Sop,
    as_markdown,
    as_text,
    as_word,
    make_sop,
    subjects,
    workday,
)
from schemas.archive import ArchiveLayout, Due, FolderSort, Required
from schemas.archive import Office as Listed

AS_OF: Final = dt.date(2026, 1, 15)
"""A day on which all is handed in that is due, and the next as well."""
YEARS: Final = (2023, 2024, 2025)
REPORTED: Final = YEARS[:2]
"""Years whose report is due."""
LAST_QUARTER: Final = (2025, 3)
SMALL_OFFICE: Final = 40
"""With fewer documents an office hands in no reports of quarters, and they are not due."""
LEAST: Final = 12
"""Documents of an office."""
CORE: Final = 4
"""SOPs of each office that its others name as related."""
FAULTY: Final = 0.3
"""Share of SOPs with a fault of their own."""

Plant = Literal[
    "nip-two-names", "name-two-nips", "copied-sop", "target-differs", "number-twice", "related-unknown",
    "report-missing", "required-missing", "figures-of-last-year",
]  # fmt: skip
PLANTS: Final[tuple[Plant, ...]] = get_args(Plant)
FOUND_BY: Final[dict[Plant, str]] = {
    "nip-two-names": "archive/nip-conflict",
    "name-two-nips": "archive/nip-conflict",
    "copied-sop": "archive/copied-sop",
    "target-differs": "performance/agreement-mismatch",
    "number-twice": "identity/number-duplicate",
    "related-unknown": "related/unknown-in-archive",
    "report-missing": "archive/report-missing",
    "required-missing": "archive/required-sop-missing",
    "figures-of-last-year": "performance/copied-from-last-year",
}
"""The rule that finds it, once it is in the pack; each plant gives one finding of it."""


@dataclass(frozen=True, slots=True)
class Planted:
    """What was written."""

    documents: int
    offices: tuple[str, ...]
    """Their names."""
    paths: dict[Plant, tuple[str, ...]]
    """Where each planted fault shows, relative to the archive; for what is missing the folder of the office."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What became different overnight, as paths relative to the archive."""

    edited: tuple[str, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class _Archive:
    """What writing needs to know."""

    folder: Path
    seed: int
    offices: list[Office]
    quarters: bool
    plants: dict[Plant, int]
    """The place of the office in which each is planted."""
    paths: dict[Plant, tuple[str, ...]] = field(default_factory=dict)
    spare: Sop | None = None
    """The SOP that another office copies."""

    def at(self, plant: Plant) -> int | None:
        """The place of the office with this plant."""
        return self.plants.get(plant)

    def luck(self, *of: object) -> random.Random:
        """Chance for one thing, whatever else there is."""
        return random.Random("/".join(map(str, (self.seed, *of))))


def write_archive(
    folder: Path,
    documents: int = 20_000,
    offices: int = 300,
    seed: int = 1,
    plants: Collection[Plant] = PLANTS,
) -> Planted:
    """
    Write an archive with its `archive.yaml`.

    Args:
        folder: Where; it is made.
        documents: How many; at least `LEAST` for each plant and for two offices more.
        offices: How many at most; fewer when there would not be `LEAST` documents for each.
        seed: For the same number comes the same archive, byte for byte.
        plants: The faults across documents that it holds, each once, in an office of its own.
    """
    count = max(1, min(offices, documents // LEAST))
    if plants and count < len(plants) + 2:
        raise ValueError(f"{documents} documents are too few for {len(plants)} plants: each takes an office")
    places = {plant: 1 + at for at, plant in enumerate(one for one in PLANTS if one in plants)}
    archive = _Archive(folder, seed, _offices(seed, count), documents // count >= SMALL_OFFICE, places)
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder, "archive.yaml", _layout(archive))
    least, more = divmod(documents, count)
    for at in range(count):
        _write_office(archive, at, least + (at < more))
    return Planted(documents, tuple(one.name for one in archive.offices), archive.paths)


# offices and persons


def _offices(seed: int, count: int) -> list[Office]:
    luck = random.Random(f"{seed}/offices")
    places = [f"{first} {second}" for first, second in itertools.product(words.FIRST, words.SECOND)]
    luck.shuffle(places)
    persons, codes = _persons(luck), set[str]()
    kinds = [kind for kind in words.KINDS for _ in range(kind[-1])]
    fields, found = iter(words.FIELDS), []
    for at in range(count):
        kind, name, head, rank, actors, _ = kinds[at % len(kinds)]
        area = next(fields, None) if kind == "dinas" else places[at % len(places)]
        if area is None or at >= len(places):
            kind, name, head, rank, actors, _ = words.KINDS[0] if at < len(places) else words.KINDS[1]
            area = places[at % len(places)] + (f" {_ordinal(at // len(places))}" if at >= len(places) else "")
        former = next(persons) if luck.random() < 0.2 else None
        found.append(
            Office(
                name=f"{name} {area}",
                kind=kind,
                folder=f"{kind}/{_slug(area)}",
                code=_code(area, codes),
                place=places[at % len(places)] if kind == "dinas" else area,
                head=f"{head} {area}",
                actors=actors,
                chief=replace(next(persons), rank=rank),
                former=replace(former, rank=rank) if former else None,
            )
        )
    return found


def _ordinal(number: int) -> str:
    return ("", "Utara", "Selatan", "Timur", "Barat", "Hulu", "Hilir", "Tengah")[number]


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _code(area: str, taken: set[str]) -> str:
    """Letters of the name that no other office has."""
    first, *others = area.upper().split()
    last = others[-1] if others else first[1:]
    long = itertools.product(range(1, len(first) + 1), range(1, len(last) + 1))
    code = next(
        (
            made
            for a, b in sorted(long, key=lambda sizes: (sum(sizes), sizes))
            if (made := first[:a] + last[:b]) not in taken
        ),
        "".join(one[:3] for one in area.upper().split()),
    )
    taken.add(code)
    return code


def _persons(luck: random.Random) -> Iterator[Officer]:
    """Persons of different names and numbers, without end."""
    numbers, names = set[str](), set[str]()
    while True:
        woman = luck.random() < 0.5
        born = dt.date(luck.randint(1971, 1984), luck.randint(1, 12), luck.randint(1, 28))
        name = f"{luck.choice(words.WOMEN if woman else words.MEN)} {luck.choice(words.LAST)}"
        if len(names) > 300:
            name += f" {luck.choice(words.LAST)}"
        number = _nip(born, 1 + woman, luck)
        if name in names or number in numbers:
            continue
        names.add(name)
        numbers.add(number)
        yield Officer(f"{name}, {luck.choice(words.DEGREES)}", number, "")


def _nip(born: dt.date, sex: int, luck: random.Random) -> str:
    entered = f"{born.year + luck.randint(24, 31)}{luck.randint(1, 12):02}"
    return f"{born:%Y%m%d} {entered} {sex} {luck.randint(1, 12):03}"


# one office


def _layout(archive: _Archive) -> str:
    sorts = (
        ("sop", "sop"),
        ("agreement", "perjanjian-kinerja"),
        ("plan", "rencana-aksi"),
        ("report", "laporan-kinerja"),
    )
    first = YEARS[0]
    due = [
        Due(sort="agreement", per="year", since=first, days=31),
        Due(sort="plan", per="year", since=first, days=31),
        Due(sort="report", per="year", since=first, days=59),
    ]
    if archive.quarters:
        due.append(Due(sort="report", per="quarter", since=first, days=30))
    layout = ArchiveLayout(
        offices=tuple(Listed(name=one.name, folders=(one.folder,), type=one.kind) for one in archive.offices),
        sorts=tuple(FolderSort(sort=sort, names=(name,)) for sort, name in sorts),  # type: ignore[arg-type]
        due=tuple(due),
        required=(Required(title=words.FIRST_SUBJECT[1].lower()),),
    )
    made: str = yaml.safe_dump(layout.model_dump(mode="json", exclude_defaults=True), sort_keys=False, width=120)
    return made


def _write(folder: Path, name: str, content: str | bytes) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def _write_office(archive: _Archive, at: int, documents: int) -> None:
    written = _write_reports(archive, at)
    _write_sops(archive, at, documents - written)


def _years(archive: _Archive, at: int) -> list[Year]:
    office, found = archive.offices[at], []
    for year in YEARS:
        of = year - 1 if at == archive.at("figures-of-last-year") and year == REPORTED[-1] else year
        made = make_year(office, office.head_in(year, YEARS[0]), of, YEARS[0], archive.luck(office.folder, of))
        found.append(replace(made, year=year, officer=office.head_in(year, YEARS[0])))
    return found


def _write_reports(archive: _Archive, at: int) -> int:
    """Write agreements, plans and reports; returns how many."""
    folder, years, written = archive.offices[at].folder, _years(archive, at), 0
    for past, year in zip([None, *years], years, strict=False):
        start = f"{folder}/{year.year}"
        files: dict[str, str | bytes] = {
            f"{start}/perjanjian-kinerja/perjanjian-kinerja-{year.year}.md": agreement(year),
            f"{start}/rencana-aksi/rencana-aksi-{year.year}.csv": plan(year),
        }
        if year.year in REPORTED:
            files |= _yearly(archive, at, year, past)
        if archive.quarters:
            files |= dict(_quarterly(archive, at, year))
        for name, content in files.items():
            _write(archive.folder, name, content)
        written += len(files)
    return written


def _yearly(archive: _Archive, at: int, year: Year, past: Year | None) -> dict[str, str | bytes]:
    folder = archive.offices[at].folder
    path = f"{folder}/{year.year}/laporan-kinerja/lkjip-{year.year}.md"
    last = year.year == REPORTED[-1]
    if last and at == archive.at("report-missing"):
        archive.paths["report-missing"] = (folder,)
        return {}
    if last and at == archive.at("figures-of-last-year"):
        earlier = path.replace(str(year.year), str(year.year - 1))
        archive.paths["figures-of-last-year"] = (earlier, path)
    if last and at == archive.at("target-differs"):
        promised = f"{folder}/{year.year}/perjanjian-kinerja/perjanjian-kinerja-{year.year}.md"
        archive.paths["target-differs"] = (promised, path)
        return {path: report(other_target(year, 1), past)}
    return {path: report(year, past)}


def _quarterly(archive: _Archive, at: int, year: Year) -> Iterator[tuple[str, str | bytes]]:
    folder = archive.offices[at].folder
    for quarter in range(1, 5):
        if (year.year, quarter) > LAST_QUARTER:
            return
        start = f"{folder}/{year.year}/laporan-kinerja/triwulan-{quarter}"
        if archive.luck(folder, year.year, quarter).random() < 0.15:
            yield f"{start}.xlsx", quarter_xlsx(year, quarter)
        else:
            yield f"{start}.csv", quarter_csv(year, quarter)


# SOPs


def _write_sops(archive: _Archive, at: int, count: int) -> None:
    office = archive.offices[at]
    missing = at == archive.at("required-missing")
    titles = subjects(archive.luck(office.folder, "subjects"), count + missing)[missing:]
    if missing:
        archive.paths["required-missing"] = (office.folder,)
    related = [title for _, title in titles[: min(CORE, count - 1)]]  # the last one may become another
    first: Sop | None = None
    for serial, subject in enumerate(titles, start=1):
        sop = _sop(archive, at, (serial, subject), related)
        first = first or sop
        plant = _plant_of(archive, at, serial, count)
        path = _sop_path(archive, sop, serial)
        if plant is not None:
            sop = _PLANTING[plant](archive, at, sop, first)
            path = _sop_path(archive, sop, serial)
            archive.paths[plant] = (*archive.paths.get(plant, ()), path)
        _write(archive.folder, path, _laid_out(sop, path))


def _sop(archive: _Archive, at: int, what: tuple[int, tuple[int, str]], core: list[str]) -> Sop:
    """One SOP of an office as the archive has it but for what is planted."""
    (serial, subject), office = what, archive.offices[at]
    luck = archive.luck(office.folder, "sop", serial)
    year = luck.choice(YEARS)
    related = [one for one in luck.sample(core, min(3, len(core))) if one != subject[1]][:2]
    sop = make_sop(office, subject, serial, year, related, luck)
    sop = replace(sop, officer=office.head_in(sop.made.year, YEARS[0]))
    return luck.choice(FAULTS)(sop, luck) if serial > 2 and luck.random() < FAULTY else sop


def _sop_path(archive: _Archive, sop: Sop, serial: int) -> str:
    kind = archive.luck(sop.office.folder, "format", serial).choices((".txt", ".md", ".docx"), (52, 42, 6))[0]
    return f"{sop.office.folder}/{sop.made.year}/sop/sop-{serial:03}-{_slug(sop.title)}{kind}"


def _laid_out(sop: Sop, path: str) -> str | bytes:
    return as_word(sop) if path.endswith(".docx") else as_text(sop) if path.endswith(".txt") else as_markdown(sop)


def _plant_of(archive: _Archive, at: int, serial: int, count: int) -> Plant | None:
    """What this SOP of the office is to hold: the second has it, and the last is the copy of the first office's "
    "second."""
    if at == 0 and serial == _HOLDER and "copied-sop" in archive.plants:
        return "copied-sop"
    plant = next((one for one, office in archive.plants.items() if office == at and one in _PLANTING), None)
    return plant if serial == (count if plant == "copied-sop" else _HOLDER) else None


def _two_names(archive: _Archive, at: int, sop: Sop, _: Sop) -> Sop:
    """Somebody else signs with the number of the head of the office before."""
    stranger = next(_persons(archive.luck("stranger")))
    lent = archive.offices[at - 1].chief.nip
    return replace(sop, officer=replace(stranger, nip=lent, rank=sop.officer.rank))


def _two_numbers(_: _Archive, __: int, sop: Sop, ___: Sop) -> Sop:
    start, last = sop.officer.nip.rsplit(" ", 1)
    return replace(sop, officer=replace(sop.officer, nip=f"{start} {int(last) + 20:03}"))


def _unknown_related(_: _Archive, __: int, sop: Sop, ___: Sop) -> Sop:
    return replace(sop, lists=(sop.lists[0], (*sop.lists[1], "SOP Penghapusan Kapal Patroli"), *sop.lists[2:]))


def _number_twice(_: _Archive, __: int, sop: Sop, first: Sop) -> Sop:
    return replace(sop, number=first.number, made=first.made, laws=first.laws, officer=first.officer)


def _copied(archive: _Archive, at: int, own: Sop, _: Sop) -> Sop:
    """Another office's SOP under this office's letterhead, with the other's name left in it twice."""
    if at == 0:
        archive.spare = replace(own, guide=True)
        return archive.spare
    assert archive.spare is not None
    other, steps = archive.spare, list(archive.spare.steps)
    steps[2] = replace(steps[2], act=f"{steps[2].act} {other.office.name}")
    lists = (other.lists[0], own.lists[1], *other.lists[2:4], (*other.lists[4], f"Arsip {other.office.name}"))
    return replace(
        own, title=other.title, laws=other.laws, lists=lists, background=other.background, steps=tuple(steps),
        made=other.made, number=other.number.replace(other.office.code, own.office.code), guide=True,
        officer=own.office.head_in(other.made.year, YEARS[0]),
    )  # fmt: skip


_HOLDER: Final = 2
_PLANTING: Final[dict[Plant, Callable[[_Archive, int, Sop, Sop], Sop]]] = {
    "nip-two-names": _two_names,
    "name-two-nips": _two_numbers,
    "copied-sop": _copied,
    "number-twice": _number_twice,
    "related-unknown": _unknown_related,
}


# the next day


def change(
    folder: Path, share: float = 0.01, seed: int = 2, *, archive_seed: int = 1, spare: Collection[str] = ()
) -> Changed:
    """
    Change part of the SOPs of an archive as a day of work does.

    A fifth each is new, gone and renamed, the rest is edited; what is gone is named by no other document, as long as
    there is such.

    Args:
        folder: What `write_archive` wrote.
        share: Of all documents.
        seed: Another number, other documents.
        archive_seed: The seed of `write_archive`.
        spare: Paths that stay as they are, such as those with plants.
    """
    luck = random.Random(f"{seed}/change")
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    free = [one for one in paths if re.search(r"/sop-\d+-[^/]*\.(?:txt|md)$", one) and one not in set(spare)]
    count = max(4, round(share * (len(paths) - 1)))
    luck.shuffle(free)
    picked = sorted(free, key=_named_by_others)
    fifth = max(1, count // 5)
    removed, renamed, edited = picked[:fifth], picked[fifth : 2 * fifth], picked[2 * fifth : count - fifth]
    for name in removed:
        (folder / name).unlink()
    for name in edited:
        _edit(folder / name, luck)
    moved = tuple((name, re.sub(r"(\.\w+)$", r" (final)\1", name)) for name in renamed)
    for old, new in moved:
        (folder / old).rename(folder / new)
    added = tuple(_add(folder, archive_seed, number, luck) for number in range(fifth))
    return Changed(tuple(edited), added, tuple(removed), moved)


def _named_by_others(path: str) -> bool:
    return int(re.findall(r"/sop-(\d+)-", path)[0]) <= CORE


def _edit(path: Path, luck: random.Random) -> None:
    """Another time for one step."""
    text = path.read_bytes().decode()
    times = list(re.finditer(r"\b\d+ menit\b", text))
    found = luck.choice(times)
    minutes = luck.choice([one for one in (6, 8, 12, 18, 25, 40) if f"{one} menit" != found[0]])
    path.write_bytes((text[: found.start()] + f"{minutes} menit" + text[found.end() :]).encode())


def _add(folder: Path, archive_seed: int, number: int, luck: random.Random) -> str:
    """An SOP on what the office had none, of this year."""
    layout = ArchiveLayout.model_validate(yaml.safe_load((folder / "archive.yaml").read_text(encoding="utf-8")))
    offices = _offices(archive_seed, len(layout.offices))
    office = luck.choice(offices)
    day = workday(AS_OF - dt.timedelta(days=30))
    core = sorted(path.stem for path in (folder / office.folder).glob("*/sop/sop-00[1-4]-*"))
    related = [stem.split("-", 2)[2].replace("-", " ").title() for stem in core][:2]
    title = f"Penyusunan Catatan {luck.choice(words.SECOND)} {number + 1}"
    sop = make_sop(office, (1, title), 900 + number, day.year, related, luck)
    path = f"{office.folder}/{sop.made.year}/sop/sop-{900 + number}-{_slug(title)}.txt"
    _write(folder, path, as_text(sop))
    return path


def main() -> None:
    """Write an archive."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--offices", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-plants", action="store_true")
    given = parser.parse_args()
    plants = () if given.no_plants else PLANTS
    planted = write_archive(given.folder, given.documents, given.offices, given.seed, plants)
    print(f"{planted.documents} documents of {len(planted.offices)} offices")
    for plant, paths in planted.paths.items():
        print(f"{plant}: {', '.join(paths)}")


if __name__ == "__main__":
    main()
