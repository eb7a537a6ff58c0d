"""`patuh user` and `patuh token`."""

from __future__ import annotations

import io
import json
import os
import pty
import re
import subprocess
import sys
from types import SimpleNamespace

import click
import pytest
from click.testing import CliRunner

import cli
from archive.store.store import Store
from commands import users
from portal import accounts as accounts_module
from portal.accounts import Accounts
from portal.events import page
from portal.tokens import Tokens
from tests.portal_values import GOOD, NIP, OTHER, quick
from tests.program import ROOT, command, environment, patuh
from tests.store_values import fresh


@pytest.fixture
def quickly(monkeypatch):
    """Hash with parameters that take no time."""
    monkeypatch.setattr("portal.passwords.Passwords", quick)
    monkeypatch.setattr(accounts_module, "Passwords", quick)


@pytest.fixture
def place(tmp_path):
    """A store without rows."""
    with fresh("sqlite", tmp_path) as address:
        yield address


@pytest.fixture
def run(place, quickly):
    """Run a command on the store, in this process."""

    def runs(*arguments, stdin=None, store=place):
        line = [*arguments, "--store", str(store), "--no-config"]
        done = CliRunner().invoke(cli.main, line, prog_name="patuh", input=stdin)
        return SimpleNamespace(code=done.exit_code, out=done.stdout, err=done.stderr)

    return runs


def _log(place):
    with Store.open(place) as store:
        return [(one.what, one.about) for one in reversed(page(store).events)]


def _add(run, name="sari", role="admin", *more, stdin=f"{GOOD}\n"):
    return run("user", "add", name, "--full-name", "Sari Dewi", "--role", role, "--password-file", "-", *more,
               stdin=stdin)  # fmt: skip


def test_accounts_from_the_first_to_the_last(run, place, tmp_path):
    """Whatever the command does is in the store and in its log, with who did it at this machine."""
    secret = tmp_path / "sandi.txt"
    secret.write_text(OTHER + "\r\n")
    done = [
        _add(run, "Sari"),
        run("user", "add", "budi", "--full-name", "Budi", "--role", "auditor", "--oidc"),
        run("user", "password", "sari", "--password-file", str(secret)),
        run("user", "role", "budi", "admin"),
        run("user", "disable", "sari"),
        run("user", "enable", "sari"),
    ]

    assert [0] * 6 == [one.code for one in done]
    assert [""] * 6 == [one.out for one in done]
    assert [
        "patuh: akun sari ditambahkan sebagai admin", "patuh: akun budi ditambahkan sebagai auditor",
        "patuh: kata sandi sari diganti", "patuh: peran budi: admin", "patuh: akun sari dinonaktifkan",
        "patuh: akun sari aktif",
    ] == [one.err.strip() for one in done]  # fmt: skip
    with Store.open(place) as store:
        assert Accounts(store, quick()).verify("sari", OTHER) is not None
        assert {(users._myself().who, "-")} == {(one.who, one.address) for one in page(store).events}
    changed = "user-changed"
    assert [
        ("user-added", "sari"), ("user-added", "budi"), ("password-changed", "sari"), (changed, "budi"),
        (changed, "sari"), (changed, "sari"),
    ] == _log(place)  # fmt: skip


def test_accounts_are_listed(run):
    """As a table, and as JSON without anything of a password."""
    _add(run)
    run("user", "add", "budi", "--full-name", "Budi 007", "--role", "auditor", "--oidc")
    table, data = run("user", "list").out, run("user", "list", "--format", "json").out

    lines = [re.split(r"  +", line.strip()) for line in table.splitlines()]
    assert ["Nama", "Nama lengkap", "Peran", "Masuk dengan", "Aktif", "Dibuat", "Diubah"] == lines[0]
    assert [
        ["budi", "Budi 007", "auditor", "OIDC", "ya"], ["sari", "Sari Dewi", "admin", "kata sandi", "ya"]
    ] == [line[:5] for line in lines[1:]]  # fmt: skip
    assert [("budi", False), ("sari", True)] == [(one["name"], one["password"]) for one in json.loads(data)]
    assert "argon2" not in data


def test_a_token_is_printed_once_and_alone(run, place):
    """A script takes it from standard output; no list tells it again."""
    made = run("token", "add", "E-arsip", "--until", "2999-12-31")
    run("token", "add", "Situs")
    before = run("token", "list").out
    revoked = run("token", "revoke", "2")
    table, data = run("token", "list").out, json.loads(run("token", "list", "--format", "json").out)

    presented = made.out.removesuffix("\n")
    assert (0, 0) == (made.code, revoked.code)
    assert presented not in made.err + before + table
    assert "berlaku sampai 2999-12-31" in made.err
    with Store.open(place) as store:
        assert 1 == Tokens(store).find(presented).id
    holds = [(one["id"], one["name"], one["holds"], one["until"]) for one in data]
    assert [(1, "E-arsip", True, "2999-12-31"), (2, "Situs", False, None)] == holds
    assert (["ya", "ya"], ["ya", "tidak"]) == tuple(
        [re.split(r"  +", line)[2] for line in text.splitlines()[1:]] for text in (before, table)
    )
    assert [("token-added", "token:1"), ("token-added", "token:2"), ("token-revoked", "token:2")] == _log(place)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("user", "add", "9x", "--full-name", "A", "--role", "admin", "--oidc"), 2, "Nama akun"),
        (("user", "add", f"a{NIP}", "--full-name", "A", "--role", "admin", "--oidc"), 2, "NIP"),
        (("user", "add", "budi", "--full-name", " ", "--role", "admin", "--oidc"), 2, "Nama lengkap"),
        (("user", "add", "budi", "--full-name", "A", "--role", "camat", "--oidc"), 2, "camat"),
        (("user", "add", "budi", "--full-name", "A", "--role", "admin", "--oidc", "--password-file", "-"), 2, "--oidc"),
        (("user", "add", "budi", "--full-name", "A", "--role", "admin"), 2, "--password-file"),
        (("user", "add", "sari", "--full-name", "A", "--role", "admin", "--oidc"), 3, "sudah ada"),
        (("user", "password", "tiada", "--password-file", "-"), 3, "tidak ada"),
        (("user", "password", "sari", "--password-file", "tiada.txt"), 2, "tiada.txt"),
        (("user", "role", "tiada", "admin"), 3, "tidak ada"),
        (("user", "role", "sari", "auditor"), 3, "satu-satunya admin"),
        (("user", "disable", "sari"), 3, "satu-satunya admin"),
        (("user", "enable", "\udce9"), 3, "tidak ada"),
        (("token", "add", " "), 2, "Nama token"),
        (("token", "add", "a", "--until", "2020-01-01"), 2, "sudah lewat"),
        (("token", "add", "a", "--until", "besok"), 2, "besok"),
        (("token", "revoke", "7"), 3, "token 7 tidak ada"),
        (("token", "revoke", "x"), 2, "x"),
    ],
)
def test_what_cannot_be_done_is_told(run, place, arguments, code, words):
    """In Indonesian, with the exit codes of all commands; nothing is stored."""
    _add(run)
    before = _log(place)
    done = run(*arguments, stdin="")

    assert (code, "") == (done.code, done.out)
    assert words in done.err
    assert "Traceback" not in done.err
    assert before == _log(place)


@pytest.mark.parametrize(
    ("stdin", "words"),
    [
        ("", "tepat satu baris"),
        (f"{GOOD}\n{GOOD}\n", "tepat satu baris"),
        ("pendek\n", "terlalu pendek: 6 karakter"),
        (f"{GOOD} sari\n", "nama akun"),
        ("a" * 5000, "terlalu panjang"),
        (b"\xe9" * 20, "UTF-8"),
        (b"kuda\0gelas awan", "tidak dapat diketik"),
    ],
)
def test_a_password_that_cannot_be_taken_is_refused(run, place, stdin, words):
    """And never said."""
    done = _add(run, stdin=stdin)

    assert (2, []) == (done.code, _log(place))
    assert words in done.err
    assert GOOD not in done.err


@pytest.mark.parametrize(
    ("answers", "code", "words"),
    [((GOOD, GOOD), 0, "ditambahkan"), ((GOOD, OTHER), 2, "tidak sama"), (("pendek", "pendek"), 2, "terlalu pendek")],
)
def test_a_password_is_asked_for_twice(run, monkeypatch, answers, code, words):
    """Without a file, where there is a terminal."""
    typed = iter(answers)
    asked = []

    def prompt(text, **options):
        asked.append((text, options["hide_input"], options["err"]))
        return next(typed)

    with monkeypatch.context() as patched:
        patched.setattr(click, "prompt", prompt)
        patched.setattr(users, "sys", SimpleNamespace(stdin=SimpleNamespace(isatty=lambda: True)))
        done = run("user", "add", "sari", "--full-name", "Sari", "--role", "admin")
    assert code == done.code
    assert words in done.err
    assert [("Kata sandi", True, True), ("Ulangi kata sandi", True, True)] == asked


def test_a_store_is_made_by_who_adds_and_by_nobody_else(run, tmp_path):
    """A list of a store that is not there is a mistake."""
    for number, (arguments, stdin) in enumerate(
        [
            (("user", "add", "sari", "--full-name", "Sari", "--role", "admin", "--oidc"), None),
            (("token", "add", "a"), None),
        ]
    ):
        assert 0 == run(*arguments, stdin=stdin, store=tmp_path / f"baru-{number}.db").code
    for arguments in (("user", "list"), ("token", "list"), ("user", "role", "a", "admin"), ("token", "revoke", "1")):
        done = run(*arguments, store=tmp_path / "tiada.db")
        assert (3, True) == (done.code, "belum ada penyimpanan" in done.err)
    assert not (tmp_path / "tiada.db").exists()


def test_a_refused_account_makes_no_store(run, tmp_path):
    """Whoever mistypes finds nothing to clean up."""
    done = run("user", "add", "9x", "--full-name", "Sari", "--role", "admin", "--oidc", store=tmp_path / "tiada.db")

    assert (2, False) == (done.code, (tmp_path / "tiada.db").exists())


def test_a_missing_extra_is_named(monkeypatch, place):
    """The page is for who wants it, and so are its passwords."""
    monkeypatch.setitem(sys.modules, "argon2", None)
    done = CliRunner().invoke(
        cli.main,
        ["user", "add", "sari", "--full-name", "Sari", "--role", "admin", "--store", place, "--no-config"],
    )  # fmt: skip

    assert 3 == done.exit_code
    assert "pip install 'patuh[portal]'" in done.stderr


def test_a_user_of_the_machine_without_a_name_has_a_number(monkeypatch):
    """As in many containers."""
    monkeypatch.setattr(os, "getuid", lambda: 4_000_000_123)

    assert "cli:4000000123" == users._myself().who


def test_the_store_of_the_settings_is_used(tmp_path, quickly):
    """As by the other commands that ask a store."""
    (tmp_path / "patuh.toml").write_text('[nightly]\nstore = "milik.db"\n')
    done = patuh("user", "add", "budi", "--full-name", "Budi", "--role", "auditor", "--oidc", cwd=tmp_path)
    listed = patuh("user", "list", "--format", "json", cwd=tmp_path)

    assert (0, "") == (done.code, done.out)
    assert (tmp_path / "milik.db").exists()
    assert ["budi"] == [one["name"] for one in listed.report]


def test_a_password_typed_at_a_terminal_is_not_shown(tmp_path):
    """As a process of its own at a terminal, as an administrator does it."""
    parent, child = pty.openpty()
    arguments = ("user", "add", "sari", "--full-name", "Sari", "--role", "admin", "--store", tmp_path / "a.db")
    with subprocess.Popen(
        command(*arguments), cwd=tmp_path, env=environment(), stdin=child, stdout=child, stderr=child,
        start_new_session=True,
    ) as process:  # fmt: skip
        os.close(child)
        shown = io.BytesIO()
        for prompt in (b"Kata sandi: ", b"Ulangi kata sandi: "):
            while not shown.getvalue().endswith(prompt):
                shown.write(os.read(parent, 1000))
            os.write(parent, f"{GOOD}\n".encode())
        while chunk := _more(parent):
            shown.write(chunk)
    os.close(parent)

    assert 0 == process.returncode
    assert "akun sari ditambahkan sebagai admin" in shown.getvalue().decode()
    assert GOOD not in shown.getvalue().decode()


def _more(parent):
    try:
        return os.read(parent, 1000)
    except OSError:  # the other side is closed
        return b""


def test_help_needs_nothing_of_the_page():
    """It answers at once, also where the page is not installed."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "cli", "user", "add", "--help"],
        cwd=ROOT, env=environment(), capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert not [name for name in ("sqlalchemy", "argon2", "portal.accounts") if f" {name}\n" in done.stderr]
