"""The register of regulations: which one is meant, and how it stood on a day."""

from __future__ import annotations

import datetime as dt

import pytest

from engine.register import Register, look_up, serial
from schemas.regulation import Change, Regulation, RegulationType, Revocation, last_day
from schemas.report import Confidence
from tests.packs import rules_pack

PACK = rules_pack()
REGISTER = PACK.knowledge.register
TODAY = dt.date(2026, 11, 21)
TYPES = (
    RegulationType(code="UU", short="UU", name="Undang-Undang", rank=3),
    RegulationType(code="PERBUP", short="Perbup", name="Peraturan Bupati", rank=8, local=True),
)


def row(number: str, year: int, **more: object) -> Regulation:
    fields = {"type": "UU", "title": "Contoh", "confidence": "high", "sources": ["naskah"], "status": "berlaku"} | more
    return Regulation.model_validate({"id": f"uu-{number}-{year}", "number": number, "year": year, **fields})


def register(*rows: Regulation) -> Register:
    return Register({one.id: one for one in rows}, TYPES)


@pytest.mark.parametrize(
    ("day", "wanted"),
    [("2017", "2017-12-31"), ("2020-02", "2020-02-29"), ("2020-03-05", "2020-03-05")],
)
def test_a_partial_day_is_its_last_day(day: str, wanted: str) -> None:
    """Nobody is blamed for a day that is not known."""
    assert dt.date.fromisoformat(wanted) == last_day(day)


@pytest.mark.parametrize("day", ["2020-13", "2021-02-30"])
def test_a_day_that_is_none_is_refused(day: str) -> None:
    """A typing error in the register is named when it is loaded."""
    with pytest.raises(ValueError, match=r"day|month"):
        row("1", 2000, enacted=day)


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [("KEP/135/M.PAN/9/2004", "135"), ("08", "8"), ("050-3708", "50-3708"), ("63/KEP/M.PAN/7/2003", "63")],
)
def test_the_serial_number(printed: str, wanted: str) -> None:
    """Long and short prints of one number are the same number."""
    assert wanted == serial(printed)


def test_the_day_decides_whether_it_was_revoked() -> None:
    """Until the day before it is in force, from the day on revoked; later revocations are told."""
    one = row("1", 2000, status="dicabut", revoked_by={"regulation": "UU 2/2010", "effective": "2010-05-01"})
    states = {
        day: register(one).standing(one, dt.date.fromisoformat(day), as_of=TODAY).state
        for day in ("2010-04-30", "2010-05-01", "2010-05-02")
    }

    assert {"2010-04-30": "revoked-later", "2010-05-01": "revoked", "2010-05-02": "revoked"} == states


def test_a_revocation_to_come_is_not_told_before_its_time() -> None:
    """Judged as of a day in the past, nobody knows of it yet."""
    one = row("1", 2000, status="dicabut", revoked_by={"regulation": "UU 2/2010", "effective": "2010-05-01"})
    standing = register(one).standing(one, dt.date(2009, 1, 1), as_of=dt.date(2009, 6, 1))

    assert "in-force" == standing.state


@pytest.mark.parametrize(
    ("confidence", "of_the_day", "firm"),
    [
        ("high", None, True),
        ("high", "medium", True),
        ("high", "low", False),
        ("medium", None, False),
        ("low", "high", False),
    ],
)
def test_only_a_sure_row_is_firm(confidence: str, of_the_day: str | None, firm: bool) -> None:
    """Firm needs a row of high confidence and a day that is no guess."""
    end = Revocation(regulation="UU 2/2010", effective="2010", effective_confidence=of_the_day)
    one = row("1", 2000, status="dicabut", confidence=confidence, revoked_by=end)

    assert firm is register(one).standing(one, dt.date(2015, 1, 1), as_of=TODAY).firm


def test_a_lenient_day_counts() -> None:
    """PP 46/2011 lived on until 29 April 2021 in what implements it."""
    one = REGISTER.named("PP 46/2011")
    assert one is not None

    assert "revoked-later" == REGISTER.standing(one, dt.date(2020, 1, 1), as_of=TODAY).state
    assert "revoked" == REGISTER.standing(one, dt.date(2021, 4, 29), as_of=TODAY).state


def test_partly_revoked_overtaken_and_past_horizon() -> None:
    """Each says what is known and no more."""
    day = dt.date(2026, 6, 1)
    states = {
        name: REGISTER.standing(found, day, as_of=TODAY).state
        for name in ("PP 53/2010", "KepmenPAN 135/2004", "Perpres 81/2010", "Perpres 29/2014")
        if (found := REGISTER.named(name))
    }

    assert {
        "PP 53/2010": "partly-revoked",
        "KepmenPAN 135/2004": "overtaken",
        "Perpres 81/2010": "horizon-passed",
        "Perpres 29/2014": "in-force",
    } == states


def test_changes_up_to_a_day() -> None:
    """Only what had happened by then counts, and a Perppu has two names."""
    one = REGISTER.named("UU 23/2014")
    assert one is not None
    names = [change.regulation for change in REGISTER.changes(one, dt.date(2015, 3, 18))]

    assert ["Perppu 2/2014", "UU 9/2015"] == names
    assert {("PERPPU", "2", 2022), ("UU", "6", 2023)} == REGISTER.keys(
        Change(regulation="Perppu 2/2022", made_law_by="UU 6/2023")
    )


def test_a_local_regulation_needs_its_region() -> None:
    """Number and year alone do not tell a Perbup of one regency from that of another."""
    one = row("5", 2020, type="PERBUP", region="Kabupaten Seruni")
    known = register(one)

    assert one is known.find("Perbup", "5", 2020, "Seruni")
    assert one is known.find("Perbup", "05", 2020, "KABUPATEN SERUNI")
    assert known.find("Perbup", "5", 2020, "Melati") is None
    assert known.find("Perbup", "5", 2020) is None


def test_look_up_by_number_title_and_nothing() -> None:
    """A number is an answer, words are suggestions, and an unknown number of a known kind is none."""
    by_number = look_up(REGISTER, "53/2014", kind=None, number="53", year=2014)
    by_words = look_up(REGISTER, "pengelolaan keuangan daerah", kind=None, number=None, year=None)
    other_kind = look_up(REGISTER, "UU 79/2005", kind="UU", number="79", year=2005)

    assert (["permenpanrb-53-2014"], True) == ([one.id for one in by_number.rows], by_number.exact)
    assert {"pp-12-2019", "pp-58-2005"} <= {one.id for one in by_words.rows}
    assert (["pp-79-2005"], False) == ([one.id for one in other_kind.rows], other_kind.exact)


def test_every_row_of_the_pack_is_well_sourced() -> None:
    """A row that rests on memory alone has low confidence, and every short source is written out above."""
    for one in PACK.regulations.values():
        keys = [source.partition(":")[0] for source in one.sources if source.partition(":")[0].isupper()]
        assert set(keys) <= set(PACK.regulation_sources), one.id
        if set(one.sources) == {"MEM"}:
            assert Confidence.LOW is one.confidence, one.id


def _amending() -> list[tuple[Regulation, Regulation, Change | None]]:
    """Every row that changes another one of the pack, that one, and what that one says of it."""
    found = []
    for one in PACK.regulations.values():
        target = REGISTER.named(one.amends) if one.amends else None
        if target is not None:
            key = REGISTER.parse(one.short_name)
            told = [change for change in target.amended_by if key in REGISTER.keys(change)]
            found.append((one, target, told[0] if told else None))
    return found


@pytest.mark.parametrize(("one", "target", "told"), _amending(), ids=lambda value: getattr(value, "id", ""))
def test_a_change_and_what_it_changes_agree(one: Regulation, target: Regulation, told: Change | None) -> None:
    """What a row `amends` names it in `amended_by`, with a day that fits; its title names the other one."""
    assert told is not None
    assert f"Nomor {target.number} Tahun {target.year} tentang {target.title}" in one.title
    days = [last_day(day) for day in (one.enacted, one.promulgated) if day is not None]
    if told.effective is not None and told.made_law_by is None and days:
        assert min(days) <= last_day(told.effective)
        assert last_day(told.effective).year == one.year


def test_every_change_that_has_a_row_says_so() -> None:
    """A row named in `amended_by` whose own title is that of a change says what it amends."""
    for target in PACK.regulations.values():
        for change in target.amended_by:
            for name in (change.regulation, change.made_law_by):
                row = REGISTER.named(name) if name else None
                if row is not None and row.title.startswith(("Perubahan", "Penetapan")) and target.title in row.title:
                    assert REGISTER.parse(target.short_name) == REGISTER.parse(row.amends or ""), (target.id, row.id)


def test_the_number_of_a_change_fits_its_title() -> None:
    """`ordinal` is 2 where the title says Perubahan Kedua, and 1 where it says no number."""
    for one, _, told in _amending():
        if told is not None and told.ordinal is not None and one.title.startswith("Perubahan"):
            second = one.title.startswith("Perubahan Kedua")
            assert (2 if second else 1) == told.ordinal, one.id


@pytest.mark.parametrize(
    ("name", "day", "state"),
    [
        ("UU 33/2004", "2022-01-04", "revoked-later"),
        ("UU 33/2004", "2022-01-05", "revoked"),
        ("UU 28/2009", "2023-06-01", "revoked-later"),
        ("UU 28/2009", "2024-01-05", "revoked"),
        ("UU 8/1974", "2014-01-15", "revoked"),
        ("PP 24/1976", "2017-04-06", "revoked-later"),
        ("PP 24/1976", "2017-04-07", "revoked"),
        ("PP 72/2005", "2014-06-03", "revoked"),
        ("PP 6/2006", "2014-04-24", "revoked"),
        ("PP 38/2007", "2020-01-01", "unknown"),
        ("Inpres 7/1999", "2013-01-01", "unknown"),
        ("Permendagri 4/2010", "2026-01-01", "in-force"),
    ],
)
def test_how_rows_stand_on_a_day(name: str, day: str, state: str) -> None:
    """Days of closing articles that were read, and what is not known stays unknown."""
    one = REGISTER.named(name)
    assert one is not None

    assert state == REGISTER.standing(one, dt.date.fromisoformat(day), as_of=TODAY).state


def test_rows_that_share_a_title_are_told_apart() -> None:
    """Of regulations of one kind with one title at most one is in force, and each but that one is revoked by then."""
    shared: dict[tuple[str, str], list[Regulation]] = {}
    for one in PACK.regulations.values():
        if one.number is not None:
            shared.setdefault((one.type, one.title.lower()), []).append(one)
    for (kind, title), rows in shared.items():
        assert sum(one.status != "dicabut" for one in rows) <= 1, (kind, title)
