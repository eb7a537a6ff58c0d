"""Waivers that are granted on the page: checked when they are granted, and counted beside those of waivers.yaml."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.granting import LONGEST_DAYS, GrantError, Grants
from archive.layout import Layout
from archive.store.store import Store
from archive.waivers import ENDING_DAYS, NAME, Waivers, WaiverUse, load_waivers, stored_waivers
from archive.waiving import notices
from engine.pack import load_pack
from schemas.archive import ArchiveLayout, GrantedWaiver, Office, Waiver
from tests.deciding import NOW, clock, empty_store
from tests.program import ROOT

PACK = load_pack(ROOT / "rules")
TODAY = NOW.astimezone().date()
LAYOUT = Layout(ArchiveLayout(offices=(Office(name="Dinas A", folders=("a",), also=("DA",)),)), ())
RULE = "person/nip-mismatch"
PRINT = "0" * 16


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    (tmp_path / "patuh.db").write_bytes(empty_store())
    with Store.open(str(tmp_path / "patuh.db")) as opened:
        yield opened


def asked(**other: Any) -> Waiver:
    given: dict[str, Any] = {"rule": "NIP-02", "reason": "Menunggu SK", "by": "-", "until": TODAY + dt.timedelta(30)}
    return Waiver(**given | other)


def grant(store: Store, **other: Any) -> int:
    return Grants(store, clock()).grant(asked(**other), "sekar", PACK, LAYOUT)


# What may be granted


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"rule": "NIP-2"}, "Aturan 'NIP-2' tidak ada"),
        ({"rule": "persn/*"}, "Aturan 'persn/[*]' tidak ada"),
        ({"office": "Dinas AA"}, "Perangkat daerah 'Dinas AA' tidak ada"),
        ({"path": "../x"}, "Dokumen '../x' tidak sah"),
        ({"path": "/etc/passwd"}, "tidak sah"),
        ({"until": TODAY}, "sesudah hari ini"),
        ({"until": TODAY - dt.timedelta(400)}, "sesudah hari ini"),
        ({"until": TODAY + dt.timedelta(LONGEST_DAYS + 1)}, "paling lambat"),
        ({"reason": "x" * 4001}, "terlalu panjang"),
        ({"rule": "NIP-2", "office": "Dinas B", "until": TODAY}, "NIP-2.*Dinas B.*sesudah hari ini"),
    ],
)
def test_a_fault_is_told_and_nothing_is_granted(store: Store, values: dict[str, Any], told: str) -> None:
    with pytest.raises(GrantError, match=told):
        grant(store, **values)
    assert Grants(store).all() == []


@pytest.mark.parametrize("days", [1, LONGEST_DAYS])
def test_the_first_and_the_last_day_that_may_be_chosen(store: Store, days: int) -> None:
    until = TODAY + dt.timedelta(days)
    assert grant(store, until=until) == 1
    assert [one.number for one in Grants(store).standing(until)] == [1]
    assert Grants(store).standing(until + dt.timedelta(1)) == []


def test_it_says_who_granted_what_by_the_name_of_the_office_that_counts(store: Store) -> None:
    grant(store, office="da", path="a/**", fingerprint=PRINT)
    [one] = Grants(store).all()
    assert (one.account, one.at, one.ended) == ("sekar", NOW, None)
    assert one.waiver == GrantedWaiver(
        number=1, rule="NIP-02", office="Dinas A", path="a/**", fingerprint=PRINT, reason="Menunggu SK",
        by="Sekar Melati, S.E.", until=TODAY + dt.timedelta(30),
    )  # fmt: skip


def test_it_is_withdrawn_once_with_a_reason_and_stays_to_be_read(store: Store) -> None:
    grants, number = Grants(store, clock()), grant(store)
    with pytest.raises(GrantError, match="Isi alasannya"):
        grants.withdraw(number, "sekar", " ")
    with pytest.raises(GrantError, match=r"Tidak ada pengecualian no\. 2"):
        grants.withdraw(2, "sekar", "Sudah terbit")
    grants.withdraw(number, "lain", " SK sudah terbit ")
    with pytest.raises(GrantError, match="sudah dicabut"):
        grants.withdraw(number, "sekar", "Sekali lagi")
    assert (grants.standing(TODAY), grants.counting(TODAY)) == ([], [])
    [one] = grants.all()
    assert one.ended is not None
    assert (one.ended.name, one.ended.reason, one.holds(TODAY)) == ("lain", "SK sudah terbit", False)


# Beside those of the file


def beside(store: Store, as_of: dt.date, folder: Path | None = None) -> Waivers:
    of_file = load_waivers(folder / NAME, PACK, LAYOUT) if folder is not None else Waivers()
    return of_file.beside(Grants(store).counting(as_of), PACK)


def told(waivers: Waivers, as_of: dt.date, use: WaiverUse | None = None) -> list[str]:
    return [one["message"] for one in notices(waivers, use or WaiverUse(), as_of)]


def test_each_lets_pass_what_it_names_and_is_told_by_its_place(store: Store, tmp_path: Path) -> None:
    line = f"waivers:\n  - {{rule: STP-01, reason: r, by: b, until: {TODAY + dt.timedelta(100)}}}\n"
    line = line.replace("STP-01", "steps/duplicate")
    (tmp_path / NAME).write_text(line, encoding="utf-8")
    grant(store, office="Dinas A")
    waivers, use = beside(store, TODAY, tmp_path), WaiverUse()
    assert len(waivers) == 2
    found = waivers.of(RULE, PRINT, "a/x.txt", "Dinas A", TODAY, use)
    assert found is not None
    assert found.by == "Sekar Melati, S.E."
    assert waivers.of(RULE, PRINT, "b/x.txt", "Dinas B", TODAY, use) is None
    assert waivers.of("steps/duplicate", PRINT, "b/x.txt", "Dinas B", TODAY) is not None
    [unused] = told(waivers, TODAY, use)
    assert unused.startswith("waivers.yaml:2: pengecualian steps/duplicate tidak mengecualikan temuan apa pun")
    last = told(waivers, TODAY + dt.timedelta(31), use)
    assert any(one.startswith("halaman Inspektorat no. 1: pengecualian NIP-02 (Dinas A) berakhir") for one in last)


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        (ENDING_DAYS + 1, ["waiver-unused"]),
        (ENDING_DAYS, ["waiver-ending", "waiver-unused"]),
        (0, ["waiver-ending", "waiver-unused"]),
        (-1, ["waiver-expired"]),
        (-ENDING_DAYS, ["waiver-expired"]),
        (-ENDING_DAYS - 1, []),
    ],
)
def test_what_expired_is_told_for_a_while(store: Store, left: int, expected: list[str]) -> None:
    """Nobody can strike it out of a file."""
    grant(store)
    as_of = TODAY + dt.timedelta(30 - left)
    assert [one["code"] for one in notices(beside(store, as_of), WaiverUse(), as_of)] == expected


def test_a_rule_that_is_gone_since_costs_no_night(store: Store) -> None:
    grant(store)
    granted = [one.model_copy(update={"rule": "gone/rule"}) for one in Grants(store).counting(TODAY)]
    waivers = Waivers().beside(granted, PACK)
    assert (len(waivers), list(waivers.rules)) == (1, [])
    assert waivers.of(RULE, PRINT, "a/x.txt", None, TODAY) is None


def test_without_any_the_waivers_are_those_of_the_file(store: Store) -> None:
    of_file = Waivers()
    assert of_file.beside(Grants(store).counting(TODAY), PACK) is of_file
    assert of_file.plain() == {"waivers": []}


_SCOPES = st.fixed_dictionaries(
    {
        "rule": st.sampled_from(["NIP-02", "person/*", "steps/duplicate"]),
        "office": st.sampled_from([None, "Dinas A", "da"]),
        "path": st.sampled_from([None, "a/**", "a/x.txt", "b"]),
        "fingerprint": st.sampled_from([None, PRINT, "1" * 16]),
        "until": st.dates(TODAY + dt.timedelta(1), TODAY + dt.timedelta(LONGEST_DAYS)),
    }
)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(scopes=st.lists(_SCOPES, max_size=4), days=st.integers(0, LONGEST_DAYS + 2))
def test_what_a_run_stored_lets_the_same_pass_again(scopes: list[dict[str, Any]], days: int) -> None:
    granted = [
        GrantedWaiver(number=number, reason="r", by="b", **one | {"office": "Dinas A" if one["office"] else None})
        for number, one in enumerate(scopes, 1)
    ]
    as_of, waivers = TODAY + dt.timedelta(days), Waivers().beside(granted, PACK)
    again = stored_waivers(waivers.plain(), PACK)
    assert again.plain() == waivers.plain()
    for rule in (RULE, "steps/duplicate"):
        for path, office in (("a/x.txt", "Dinas A"), ("a/y.txt", None), ("b/x.txt", "Dinas A")):
            one = waivers.of(rule, PRINT, path, office, as_of)
            assert one == again.of(rule, PRINT, path, office, as_of)
            assert one is None or (one.until >= as_of and one.fingerprint in {None, PRINT})
    assert told(waivers, as_of) == told(again, as_of)
