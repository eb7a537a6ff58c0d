"""The log of what people did on the page."""

from __future__ import annotations

import datetime as dt
import itertools
import re
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, select

from archive.store.store import Store, StoreError
from archive.store.tables import account, event
from portal import events
from portal.events import LONGEST, TITLES, Act, Actor, Title, Wanted, masked, note, page, record
from portal.writing import writing
from tests.portal_values import MOMENT, NIP, Clock
from tests.store_values import BOTH, fresh

HOSTILE = "\x00 \udce9 \x1a001a ' \" % \\ \u202e <script> \U0001f4c4"


@pytest.fixture(params=BOTH)
def store(request, tmp_path):
    """A store without rows."""
    with fresh(request.param, tmp_path) as address, Store.open(address) as opened:
        yield opened


@pytest.fixture
def clock(monkeypatch):
    """The clock of the log."""
    made = Clock()
    monkeypatch.setattr(events, "now", made)
    return made


def test_what_was_done_comes_back(store, clock):
    """Whatever strings there are in it, and at its moment."""
    number = record(store, "sari", "192.0.2.7", Act.HAND_IN, HOSTILE, version=2, names=["a", HOSTILE], late=False)

    (found,) = page(store).events
    assert (1, 1) == (number, found.id)
    assert (MOMENT, "sari", "192.0.2.7", "hand-in", HOSTILE) == (
        found.at, found.who, found.address, found.what, found.about
    )  # fmt: skip
    assert {"version": 2, "names": ["a", HOSTILE], "late": False} == found.detail
    assert clock.moment == found.at


def test_numbers_follow_each_other_whoever_writes(store):
    """Several at once get numbers without gap and without clash."""
    barrier = threading.Barrier(4)
    failed = []

    def write():
        barrier.wait()
        try:
            for _ in range(5):
                record(store, "-", "-", Act.DOWNLOAD, "x")
        except StoreError as error:
            failed.append(error)

    writers = [threading.Thread(target=write) for _ in range(4)]
    for one in writers:
        one.start()
    for one in writers:
        one.join()

    assert [] == failed
    assert list(range(20, 0, -1)) == [one.id for one in page(store).events]


def test_an_act_and_its_event_are_stored_together_or_not_at_all(store):
    """What failed was not done, and is not in the log."""
    row = {"name": "sari", "full_name": "Sari", "role": "admin", "active": True, "created": MOMENT, "changed": MOMENT}

    def make(*, fails=False):
        with writing(store) as connection:
            note(connection, Actor("-"), Act.USER_ADDED, "sari")
            connection.execute(insert(account), row)
            if fails:
                raise KeyError

    with pytest.raises(KeyError):
        make(fails=True)
    make()
    with pytest.raises(StoreError):  # there is one of this name
        make()

    assert [1] == [one.id for one in page(store).events]


def test_a_night_does_not_keep_people_waiting(store):
    """It holds its lock for hours."""
    with store.lock():
        assert 1 == record(store, "sari", "-", Act.SIGN_IN, "sari")


@pytest.mark.parametrize("where", ["about", "who", "detail", "list", "number"])
def test_no_number_of_a_person_is_stored(store, where):
    """Not in the name of a file, not in what somebody typed as his name."""
    words = f"SOP_{NIP}_19800101 200501 1 001.docx"
    about, who = (words if where == name else "x" for name in ("about", "who"))
    details = {"detail": words, "list": ["a", words], "number": int(NIP)}
    record(store, who, "-", Act.SIGN_IN_REFUSED, about, **{name: details[name] for name in details if name == where})

    with store.engine.connect() as connection:
        stored = repr(connection.execute(select(event)).all())
    assert "[NIP]" in stored
    assert not re.search(r"\d{8}", stored.replace("datetime", ""))


def test_a_number_longer_than_any_is_hidden_whole():
    """It may hold one of a person."""
    assert ("a[NIP]b", "[NIP]") == (masked(f"a{NIP * 3}b"), masked(NIP * 300))


@given(st.text(alphabet="0123456789１٣a _.-\n", max_size=120))
def test_eighteen_digits_in_a_row_never_pass(words):
    """In whatever script they are written, and however many there are."""
    assert not re.search(r"\d{15}", masked(words))


@given(st.text(alphabet="abc/ .é\u202e\n", max_size=60))
def test_words_without_digits_stay(words):
    """Only numbers are hidden."""
    assert words == masked(words)


@pytest.mark.parametrize(
    "words", ["sukamaju/sop 12 tahun 2025.docx", "7Q2M-K4TX-93BD", "2026-01-15", "a" * LONGEST, "perkada-35-2012.pdf"]
)
def test_ordinary_names_stay(words):
    """The log is of no use when it hides what was done."""
    assert words == masked(words)


@pytest.mark.parametrize(
    ("given_address", "stored"),
    [
        ("2001:0db8:1980:0101:2005:0110:0100:0001", "2001:db8:1980:101:2005:110:100:1"),
        ("192.0.2.7", "192.0.2.7"),
        ("-", "-"),
        ("", "-"),
        (NIP, "[NIP]"),
    ],
)
def test_addresses_are_no_numbers_of_persons(tmp_path, given_address, stored):
    """Whatever else stands there is treated as words."""
    with fresh("sqlite", tmp_path) as address, Store.open(address) as store:
        record(store, "", given_address, Act.SIGN_OUT, "sari")
        (found,) = page(store).events

    assert ("-", stored) == (found.who, found.address)


def test_what_a_stranger_types_is_cut(tmp_path):
    """Else he could fill the store by signing in."""
    with fresh("sqlite", tmp_path) as address, Store.open(address) as store:
        record(store, "b" * LONGEST, "-", Act.SIGN_IN_REFUSED, "a" * 100_000, detail="b" * 100_000)
        (found,) = page(store).events

    assert (LONGEST, LONGEST, "b" * LONGEST) == (len(found.about), len(found.detail["detail"]), found.who)
    assert found.about.endswith("a…")


def test_only_what_has_a_name_is_logged(tmp_path):
    """The vocabulary is closed."""
    with fresh("sqlite", tmp_path) as address, Store.open(address) as store:
        with pytest.raises(ValueError, match="sign-on"):
            record(store, "-", "-", "sign-on", "x")
        assert () == page(store).events


def test_pages_hold_each_event_once(store):
    """The newest first; a new event between two pages moves nothing."""
    for number in range(1, 8):
        record(store, "-", "-", Act.DOWNLOAD, str(number))
    first = page(store, size=3)
    record(store, "-", "-", Act.DOWNLOAD, "8")
    second = page(store, before=first.older, size=3)
    third = page(store, before=second.older, size=3)

    assert [[7, 6, 5], [4, 3, 2], [1]] == [[one.id for one in each.events] for each in (first, second, third)]
    assert (5, 2, None) == (first.older, second.older, third.older)
    assert ([8], 8) == ([one.id for one in page(store, size=-5).events], page(store, size=0).older)
    assert page(store, before=2, size=1).older is None


def test_events_are_found_by_who_what_about_and_time(store, clock):
    """What an auditor of the log asks."""
    for number, (who, what) in enumerate(itertools.product(("sari", "budi"), (Act.SIGN_IN, Act.ANSWER)), 1):
        record(store, who, "-", what, f"dokumen {number}")
        clock.later(hours=1)

    def ids(**wanted):
        return [one.id for one in page(store, Wanted(**wanted)).events]

    assert ([2, 1], [4, 2], [3], [4]) == (
        ids(who="sari"), ids(what=Act.ANSWER), ids(about="dokumen 3"), ids(who="budi", what=Act.ANSWER)
    )  # fmt: skip
    hour = dt.timedelta(hours=1)
    assert [3, 2] == ids(since=MOMENT + hour, until=MOMENT + 3 * hour)
    assert [] == ids(who="' OR 1=1 --")


def test_every_act_has_a_title_in_both_languages():
    """And one of a newer program is shown by its name."""
    assert list(Act) == list(TITLES)
    assert len(Act) == len({title.id for title in TITLES.values()}) == len({title.en for title in TITLES.values()})
    known, unknown = (events.Event(1, MOMENT, "-", "-", what, "", {}) for what in ("sign-in", "colour-changed"))
    assert (TITLES[Act.SIGN_IN], Title("colour-changed", "colour-changed")) == (known.title, unknown.title)
    assert max(len(act) for act in Act) <= event.c.what.type.length
