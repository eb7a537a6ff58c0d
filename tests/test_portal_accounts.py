"""Accounts and their passwords."""

from __future__ import annotations

import contextlib
import sys
import threading
import unicodedata
from dataclasses import replace

import pytest
from argon2 import PasswordHasher
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, update

from archive.store.store import Store
from archive.store.tables import account
from portal import passwords
from portal.accounts import LONGEST_FULL_NAME, Account, Accounts, Role, account_name, full_name
from portal.errors import CannotError, RefusedError
from portal.events import page
from portal.passwords import LONGEST, SHORTEST, MissingExtraError, Passwords
from tests.portal_values import BY, GOOD, MOMENT, NIP, OTHER, Clock, quick
from tests.store_values import BOTH, fresh


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
    return [(one.what, one.about, one.detail) for one in reversed(page(store).events)]


def _stored(store, name):
    with store.engine.connect() as connection:
        return connection.scalar(select(account.c.password).where(account.c.name == name))


# Accounts


def test_an_account_comes_back(store):
    """By its name in any case; the log knows of it, and not of the name of the person."""
    accounts = Accounts(store, quick(), Clock())
    made = accounts.add(" Sari.Dewi ", " Sari  Dewi, S.E. ", Role.ADMIN, GOOD, BY)
    other = accounts.add("budi@kab.example", "Budi", Role.AUDITOR, None, BY)

    assert Account(
        "sari.dewi", "Sari Dewi, S.E.", Role.ADMIN, active=True, with_password=True, created=MOMENT, changed=MOMENT
    ) == made == accounts.find("SARI.DEWI ")  # fmt: skip
    assert [other, made] == accounts.every()
    assert (False, None, None) == (other.with_password, accounts.find("sari"), accounts.find("' OR 1=1 --"))
    assert [
        ("user-added", "sari.dewi", {"role": "admin", "password": True}),
        ("user-added", "budi@kab.example", {"role": "auditor", "password": False}),
    ] == _log(store)


def test_a_name_is_given_once(store):
    """Nobody takes over an account by making it again, not even one that is disabled."""
    accounts = Accounts(store, quick())
    made = accounts.add("sari", "Sari", Role.AUDITOR, GOOD, BY)
    accounts.set_active("sari", BY, active=False)
    with pytest.raises(CannotError, match="sari sudah ada"):
        accounts.add("SARI", "Sari lain", Role.ADMIN, OTHER, BY)

    assert ([made.full_name], 2) == ([one.full_name for one in accounts.every()], len(_log(store)))


def test_who_knows_the_password_signs_in(store):
    """However a keyboard composes its letters; and nobody else."""
    accounts = Accounts(store, quick())
    word = f"café {GOOD}"
    made = accounts.add("sari", "Sari", Role.AUDITOR, word, BY)

    assert [made] * 3 == [
        accounts.verify(*each)
        for each in (("sari", word), (" SARI", word), ("sari", unicodedata.normalize("NFD", word)))
    ]
    assert [None] * 7 == [
        accounts.verify(*each)
        for each in (
            ("sari", word.upper()), ("sari", f"{word} "), ("sari", ""), ("budi", word), ("", word),
            ("sari", "\udce9" * 12), ("sari", "x" * 1_000_000),
        )
    ]  # fmt: skip
    assert 1 == len(_log(store))


class _Counting(PasswordHasher):
    """Tells how often it has worked: what is no hash is no work."""

    times = 0

    def verify(self, kept, password):
        self.times += kept.startswith("$argon2id$")
        return super().verify(kept, password)


@pytest.mark.parametrize(
    ("name", "password"),
    [("sari", OTHER), ("tiada", GOOD), ("' --", GOOD), ("mati", GOOD), ("oidc", GOOD), ("sari", "a" * (LONGEST + 1)),
     ("sari", GOOD)],
)  # fmt: skip
def test_each_attempt_costs_one_comparison(few, name, password):
    """Time does not tell which accounts there are, nor which are disabled."""
    hasher = _Counting(time_cost=1, memory_cost=8, parallelism=1)
    accounts = Accounts(few, Passwords(hasher))
    for each in ("sari", "mati", "oidc"):
        accounts.add(each, "Seseorang", Role.AUDITOR, None if each == "oidc" else GOOD, BY)
    accounts.set_active("mati", BY, active=False)

    found = accounts.verify(name, password)
    assert (hasher.times, found is not None) == (1, (name, password) == ("sari", GOOD))


def test_a_hash_of_old_parameters_is_made_anew(store):
    """When its owner signs in; sessions go on, since the password is the same."""
    clock = Clock()
    made = Accounts(store, quick(), clock).add("sari", "Sari", Role.AUDITOR, GOOD, BY)
    before = _stored(store, "sari")
    clock.later(hours=1)
    accounts = Accounts(store, quick(passes=2), clock)
    assert accounts.verify("sari", OTHER) is None
    assert before == _stored(store, "sari")

    assert made == accounts.verify("sari", GOOD)
    after = _stored(store, "sari")
    assert (",t=1,", ",t=2,") == tuple(next(t for t in (",t=1,", ",t=2,") if t in each) for each in (before, after))
    assert made == accounts.verify("sari", GOOD) == accounts.find("sari")
    assert after == _stored(store, "sari")


def test_a_password_that_was_changed_meanwhile_is_not_put_back(few):
    """The old one was right when it was looked up; now it is not."""
    accounts = Accounts(few, quick())
    accounts.add("sari", "Sari", Role.AUDITOR, GOOD, BY)

    class Meanwhile(Passwords):
        def kept(self, password):
            accounts.set_password("sari", OTHER, BY)
            return super().kept(password)

    Accounts(few, Meanwhile(PasswordHasher(time_cost=2, memory_cost=8, parallelism=1))).verify("sari", GOOD)
    assert (True, None) == (accounts.verify("sari", OTHER) is not None, accounts.verify("sari", GOOD))


def test_the_password_of_nobody_lets_nobody_in(monkeypatch):
    """Not even who guesses what is compared where there is no account."""
    monkeypatch.setattr(passwords.secrets, "token_urlsafe", lambda _: GOOD)

    assert not quick().fits(GOOD, None)


def test_a_damaged_hash_lets_nobody_in(few):
    """A row that somebody edited is no way in, and no error."""
    accounts = Accounts(few, quick())
    accounts.add("sari", "Sari", Role.AUDITOR, GOOD, BY)
    for damaged in ("", "x", "$argon2id$v=19$m=8,t=1,p=1$AAAA$AAAA", GOOD):
        with few.engine.begin() as connection:
            connection.execute(update(account).values(password=damaged))
        assert accounts.verify("sari", GOOD) is None


def test_changes_end_sessions_and_are_logged(store):
    """What changes nothing is no change."""
    clock = Clock()
    accounts = Accounts(store, quick(), clock)
    accounts.add("admin", "Budi", Role.ADMIN, GOOD, BY)
    last = accounts.add("sari", "Sari", Role.AUDITOR, GOOD, BY)
    steps = [
        (lambda: accounts.set_password("SARI", OTHER, BY), {}),
        (lambda: accounts.set_role("sari", Role.ADMIN, BY), {"role": Role.ADMIN}),
        (lambda: accounts.set_role("sari", Role.ADMIN, BY), None),
        (lambda: accounts.set_active("sari", BY, active=False), {"active": False}),
        (lambda: accounts.set_active("sari", BY, active=False), None),
        (lambda: accounts.set_active("sari", BY, active=True), {"active": True}),
    ]
    for step, change in steps:
        moment = clock.later(hours=1)
        step()
        last = last if change is None else replace(last, changed=moment, **change)
        assert last == accounts.find("sari")

    assert (None, last) == (accounts.verify("sari", GOOD), accounts.verify("sari", OTHER))
    assert [
        ("password-changed", "sari", {}),
        ("user-changed", "sari", {"role": "admin", "role_before": "auditor"}),
        ("user-changed", "sari", {"active": False}),
        ("user-changed", "sari", {"active": True}),
    ] == _log(store)[2:]
    assert {"cli:uji"} == {one.who for one in page(store).events}


def test_the_last_active_admin_stays(store):
    """Else nobody could let anybody in; auditors and disabled admins are no help."""
    accounts = Accounts(store, quick())
    for name, role in (("satu", Role.ADMIN), ("dua", Role.ADMIN), ("tiga", Role.AUDITOR)):
        accounts.add(name, name, role, None, BY)
    accounts.set_active("dua", BY, active=False)
    before = accounts.every(), _log(store)
    for change in (
        lambda: accounts.set_role("satu", Role.AUDITOR, BY),
        lambda: accounts.set_active("satu", BY, active=False),
    ):
        with pytest.raises(CannotError, match="satu-satunya admin") as caught:
            change()
        assert "last-admin" == caught.value.code
    assert before == (accounts.every(), _log(store))

    accounts.set_role("dua", Role.AUDITOR, BY)
    accounts.set_active("tiga", BY, active=False)
    accounts.set_role("tiga", Role.ADMIN, BY)
    accounts.set_active("tiga", BY, active=True)
    accounts.set_active("satu", BY, active=False)
    assert {"tiga"} == {one.name for one in accounts.every() if one.active and one.role is Role.ADMIN}


def test_two_admins_do_not_disable_each_other(store):
    """What was looked up before a change still holds when it is made."""
    for name in ("satu", "dua"):
        Accounts(store, quick()).add(name, name, Role.ADMIN, None, BY)
    barrier, refused = threading.Barrier(2), []

    def disable(name):
        barrier.wait()
        try:
            Accounts(store).set_active(name, BY, active=False)
        except CannotError as error:
            refused.append(error.code)

    both = [threading.Thread(target=disable, args=(name,)) for name in ("satu", "dua")]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert (["last-admin"], 1) == (refused, sum(one.active for one in Accounts(store).every()))


@pytest.mark.parametrize("name", ["tiada", "' --", ""])
def test_who_is_not_there_is_told(few, name):
    """By all that change an account, and without a trace."""
    accounts = Accounts(few, quick())
    for change in (
        lambda: accounts.set_password(name, GOOD, BY),
        lambda: accounts.set_role(name, Role.ADMIN, BY),
        lambda: accounts.set_active(name, BY, active=True),
        lambda: accounts.known(name),
    ):
        with pytest.raises(CannotError, match="tidak ada"):
            change()
    assert [] == _log(few)


# Names


@pytest.mark.parametrize(
    ("typed", "name"),
    [("sari", "sari"), (" Sari.DEWI ", "sari.dewi"), ("ｓａｒｉ-2", "sari-2"), ("a@b.example", "a@b.example"),
     ("a" * 64, "a" * 64)],
)  # fmt: skip
def test_names_are_written_in_one_way(typed, name):
    """A person is not two accounts."""
    assert name == account_name(typed) == account_name(name)


@pytest.mark.parametrize(
    "typed",
    ["", "a", "a" * 65, "1sari", "sari dewi", "sari..dewi", ".sari", "sari-", "cli:root", "token:1", "-", "sari\n/",
     "ѕari", "sarı", "../x", "<b>", "\udce9sari", f"a{NIP}", "nip-19800101-200501-1-001"],
)  # fmt: skip
def test_names_that_mislead_are_refused(typed):
    """Letters of other alphabets, names of the machine, paths, and NIPs, which would stand in the log."""
    with pytest.raises(RefusedError, match="Nama akun"):
        account_name(typed)


@pytest.mark.parametrize("typed", ["", " \n", "a" * (LONGEST_FULL_NAME + 1), "a\x1b[2Jb", "a\u202eb", "\udce9", "a\0"])
def test_full_names_are_printed(typed):
    """In lists and on pages."""
    with pytest.raises(RefusedError, match="Nama lengkap"):
        full_name(typed)


# Passwords


@given(st.text(min_size=SHORTEST, max_size=40))
def test_a_password_that_is_taken_fits_and_is_not_in_what_is_kept(password):
    """Whatever a keyboard can type."""
    with contextlib.suppress(RefusedError):
        passwords.check(password, ("sari", "Sari"))
        _assert_kept(password)


def _assert_kept(password):
    kept = _PASSWORDS.kept(password)
    assert _PASSWORDS.fits(password, kept)
    assert not _PASSWORDS.fits(f"{password}x", kept)
    assert password not in kept


_PASSWORDS = quick()


@pytest.mark.parametrize(
    "password",
    [GOOD, OTHER, "a1B2c3D4e5F6", "Kopi+Susu+Es+9", "ďábel ódy zní", "x" * 4 + "yzab cdef " * 12, "ﷺ tujuh puluh"],
)
def test_what_is_hard_to_guess_is_taken(password):
    """No sort of character is asked for."""
    passwords.check(password, ("sari.dewi", "Sari Dewi"))


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("", "password-short"),
        ("x7 kuda biru", None),
        ("7 kuda biru", "password-short"),
        ("kuda gelas 9" + "ab!" * 40, "password-long"),
        ("kuda gelas 9" + "e\u0301" * 300, "password-long"),
        ("kuda\x00gelas 77", "password-characters"),
        ("kuda\udce9gelas 77", "password-characters"),
        ("password1234", "password-common"),
        ("P@ssw0rd1234!!", "password-common"),
        ("Inspektorat2026", "password-common"),
        ("rahasia-rahasia", "password-common"),
        ("123456789012", "password-common"),
        ("QWERTYUIOPas", "password-common"),
        ("zyxwvutsrqpo", "password-common"),
        ("abcabcabcabc", "password-common"),
        ("1qaz2wsx3edc", "password-common"),
        (NIP, "password-common"),
        ("0812-3456-7811", "password-common"),
        ("kuda sari.dewi 9", "password-name"),
        ("kuda DEWI gelas 9", "password-name"),
        ("kuda WULANDARI 9", "password-name"),
    ],
)
def test_what_is_easy_to_guess_is_refused(password, code):
    """With what to do instead, and never with the password."""
    if code is None:
        passwords.check(password, ())
        return
    with pytest.raises(RefusedError) as caught:
        passwords.check(password, ("sari.dewi", "Sari Dewi Wulandari"))
    assert code == caught.value.code
    assert not password or password not in str(caught.value)


def test_a_short_name_counts_only_whole():
    """An account of two letters leaves passwords to choose from."""
    passwords.check("gelas kuda 99 awan", ("x1", "Al"))
    with pytest.raises(RefusedError):
        passwords.check("gelas x1 kuda awan", ("x1", "Budi"))


def test_a_refused_password_changes_nothing(few):
    """Neither for a new account nor for one that is there."""
    accounts = Accounts(few, quick())
    with pytest.raises(RefusedError):
        accounts.add("sari", "Sari", Role.AUDITOR, "kuda sari 12345", BY)
    accounts.add("sari", "Sari", Role.AUDITOR, GOOD, BY)
    with pytest.raises(RefusedError):
        accounts.set_password("sari", "kuda sari 12345", BY)
    assert (1, True) == (len(_log(few)), accounts.verify("sari", GOOD) is not None)


def test_passwords_are_kept_as_the_standard_says():
    """RFC 9106, section 4: Argon2id, 64 MiB, three passes, four lanes."""
    kept = Passwords().kept(GOOD)

    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert Passwords().fits(GOOD, kept)
    assert (False, True) == (Passwords().outdated(kept), quick().outdated(kept))


def test_a_missing_extra_is_named(monkeypatch, few):
    """The page is for who wants it; lists and roles need nothing of it."""
    monkeypatch.setitem(sys.modules, "argon2", None)
    accounts = Accounts(few)
    accounts.add("sari", "Sari", Role.AUDITOR, None, BY)

    assert 1 == len(accounts.every())
    with pytest.raises(MissingExtraError, match=r"pip install 'patuh\[portal\]'"):
        accounts.verify("sari", GOOD)
