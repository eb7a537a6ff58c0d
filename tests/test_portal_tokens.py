"""Tokens, by which other systems use the API."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from archive.store.store import Store
from archive.store.tables import token
from portal.errors import CannotError, RefusedError
from portal.events import page
from portal.tokens import LONGEST_NAME, PREFIX, Tokens
from tests.portal_values import BY, MOMENT, NIP, Clock
from tests.store_values import BOTH, fresh

DAY = MOMENT.date()


@pytest.fixture(params=BOTH)
def store(request, tmp_path):
    """A store without rows."""
    with fresh(request.param, tmp_path) as address, Store.open(address) as opened:
        yield opened


@pytest.fixture
def few(tmp_path):
    """A store without rows, where the database does not matter."""
    with fresh("sqlite", tmp_path) as address, Store.open(address) as opened:
        yield opened


def _log(store):
    return [(one.who, one.what, one.about, one.detail) for one in reversed(page(store).events)]


def test_a_token_is_found_by_what_is_presented(store):
    """And what is presented stands nowhere in the store."""
    tokens = Tokens(store, Clock())
    first, one = tokens.add(" E-arsip  Kabupaten ", BY)
    second, two = tokens.add("Situs", BY, DAY)

    assert (first, second) == (tokens.find(one), tokens.find(two))
    assert [first, second] == tokens.every()
    assert (1, "E-arsip Kabupaten", MOMENT, "cli:uji", None, None) == (
        first.id, first.name, first.created, first.created_by, first.until, first.revoked
    )  # fmt: skip
    with store.engine.connect() as connection:
        rows = connection.execute(select(token).order_by(token.c.id)).all()
    assert [hashlib.sha256(each.encode()).hexdigest() for each in (one, two)] == [row.digest for row in rows]
    assert one[len(PREFIX) :] not in repr((rows, page(store)))
    assert [
        ("cli:uji", "token-added", "token:1", {"name": "E-arsip Kabupaten", "until": None}),
        ("cli:uji", "token-added", "token:2", {"name": "Situs", "until": DAY.isoformat()}),
    ] == _log(store)


def test_a_token_is_long_and_made_anew_each_time(few):
    """256 random bits, and known by its beginning."""
    made = {Tokens(few).add("a", BY)[1] for _ in range(5)}

    assert 5 == len(made)
    assert {PREFIX} == {one[:6] for one in made}
    assert {43} == {len(one) - len(PREFIX) for one in made}


def test_a_token_ends_with_its_last_day(few):
    """In the time zone of the machine, not earlier."""
    clock = Clock()
    tokens = Tokens(few, clock)
    made, presented = tokens.add("a", BY, DAY + dt.timedelta(days=1))
    clock.later(days=1)
    assert made == tokens.find(presented)
    clock.later(minutes=30)
    assert tokens.find(presented) is None
    assert [made] == tokens.every()


def test_a_last_day_that_is_past_is_refused(few):
    """Whoever mistypes the year learns it at once."""
    with pytest.raises(RefusedError, match="sudah lewat"):
        Tokens(few, Clock()).add("a", BY, DAY - dt.timedelta(days=1))
    assert ([], ()) == (Tokens(few).every(), page(few).events)


def test_a_revoked_token_holds_no_longer(store):
    """From this moment; the others go on; it is revoked once."""
    clock = Clock()
    tokens = Tokens(store, clock)
    (_, one), (second, two) = tokens.add("a", BY), tokens.add("b", BY)
    moment = clock.later(hours=1)
    tokens.revoke(1, BY)

    assert (None, second) == (tokens.find(one), tokens.find(two))
    assert [moment, None] == [each.revoked for each in tokens.every()]
    for number, words in ((1, "sudah dicabut pada 2026-01-1"), (9, "token 9 tidak ada")):
        with pytest.raises(CannotError, match=words):
            tokens.revoke(number, BY)
    assert [("cli:uji", "token-revoked", "token:1", {"name": "a"})] == _log(store)[2:]


@pytest.mark.parametrize("name", ["", "  ", "a" * (LONGEST_NAME + 1), "a\x1bb", "a\u202eb", "\udce9"])
def test_names_that_do_not_print_are_refused(few, name):
    """They are shown in lists."""
    with pytest.raises(RefusedError, match="Nama token"):
        Tokens(few).add(name, BY)


def test_no_number_of_a_person_says_who_made_it(few):
    """Some login names are NIPs."""
    made, _ = Tokens(few).add("a", type(BY)(f"cli:{NIP}"))

    assert ("cli:[NIP]", "cli:[NIP]") == (made.created_by, page(few).events[0].who)


def _presented(secret):
    return PREFIX + base64.urlsafe_b64encode(secret).decode().rstrip("=")


def test_nothing_else_is_a_token(few):
    """Whatever is presented: other cases, other lengths, other alphabets, what is stored."""
    tokens = Tokens(few)
    _, presented = tokens.add("a", BY)
    digest = hashlib.sha256(presented.encode()).hexdigest()

    for wrong in (presented[:-1], presented + "a", presented + "\n", presented.upper(), presented[6:], digest, ""):
        assert tokens.find(wrong) is None

    @given(st.one_of(st.text(max_size=60), st.binary(min_size=32, max_size=32).map(_presented)))
    def never(words):
        assert words == presented or tokens.find(words) is None

    never()
