"""Keys that sign bundles: made, kept, read, shown."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, x25519
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from bundling.errors import KeyFileError
from bundling.keys import PublicKey, new_key, open_to_others, public_of, public_path, read_key, read_public
from tests.program import command, environment, patuh
from tests.system_programs import needs


def nobody(_: Path) -> None:
    """There is nobody to ask for a passphrase."""


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_key_is_its_owners_alone_and_can_be_read_again(tmp_path):
    path = tmp_path / "sub" / "kunci.pem"
    made = new_key(path)

    assert (0o600, 0o700) == (mode(path), mode(path.parent))
    assert made.public == read_key(path, nobody).public == read_public(tmp_path / "sub" / "kunci.pub")
    assert isinstance(load_pem_private_key(path.read_bytes(), None), ed25519.Ed25519PrivateKey)
    assert not open_to_others(path)


def test_two_new_keys_differ(tmp_path):
    assert new_key(tmp_path / "a.pem").public != new_key(tmp_path / "b.pem").public


@pytest.mark.parametrize("there", ["kunci.pem", "kunci.pub"])
def test_a_key_is_never_written_over_another(tmp_path, there):
    (tmp_path / there).write_bytes(b"milik orang")

    with pytest.raises(KeyFileError, match="sudah ada"):
        new_key(tmp_path / "kunci.pem")

    assert [there] == [path.name for path in tmp_path.iterdir()]
    assert b"milik orang" == (tmp_path / there).read_bytes()


@pytest.mark.parametrize("number", [1, 2])
def test_a_key_that_cannot_be_written_leaves_no_half_of_it(tmp_path, monkeypatch, number):
    """Half a key would stand in the way of the next one."""
    opened = os.fdopen

    def full(handle, mode):
        nonlocal number
        number -= 1
        stream = opened(handle, mode)
        if not number:
            stream.close()
            raise OSError(errno.ENOSPC, "No space left on device")
        return stream

    monkeypatch.setattr("bundling.keys.os.fdopen", full)
    with pytest.raises(KeyFileError, match="No space"):
        new_key(tmp_path / "k.pem")
    assert [] == list(tmp_path.iterdir())


def test_a_private_key_never_takes_the_name_of_its_public_key(tmp_path):
    with pytest.raises(KeyFileError, match="akhiran"):
        new_key(tmp_path / "kunci.pub")


def test_a_locked_key_wants_its_passphrase(tmp_path):
    path = tmp_path / "kunci.pem"
    made = new_key(path, b"rahasia")

    assert made.public == read_key(path, lambda _: b"rahasia").public
    with pytest.raises(KeyFileError, match="kata sandi kunci ini salah"):
        read_key(path, lambda _: b"lain")
    with pytest.raises(KeyFileError, match="PATUH_KEY_PASSPHRASE"):
        read_key(path, nobody)
    assert made.public == public_of(path)


def test_a_key_that_others_may_read_is_noticed(tmp_path):
    path = tmp_path / "kunci.pem"
    new_key(path)
    path.chmod(0o644)

    assert open_to_others(path)


def test_the_fingerprint_is_half_the_digest_of_the_key():
    key = PublicKey(bytes(range(32)))
    digest = hashlib.sha256(bytes(range(32))).hexdigest()

    assert digest[:32] == key.fingerprint == key.spoken.replace(" ", "")
    assert [4] * 8 == [len(group) for group in key.spoken.split(" ")]


def test_a_signature_is_of_one_text_and_one_key(tmp_path):
    ours, theirs = new_key(tmp_path / "a.pem"), new_key(tmp_path / "b.pem")
    signature = ours.sign(b"isi")

    assert ours.public.signed(b"isi", signature)
    assert not ours.public.signed(b"isi lain", signature)
    assert not theirs.public.signed(b"isi", signature)
    assert not ours.public.signed(b"isi", signature[:-1])


def _pem(key: object) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())  # type: ignore[attr-defined]


def _public(key: object) -> bytes:
    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)  # type: ignore[attr-defined]


BAD_PRIVATE = [
    pytest.param(b"", id="empty"),
    pytest.param(b"\x00\xff" * 100, id="garbage"),
    pytest.param(b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", id="cut"),
    pytest.param(_pem(ec.generate_private_key(ec.SECP256R1())), id="another-kind"),
    pytest.param(_pem(x25519.X25519PrivateKey.generate()), id="x25519"),
    pytest.param(_public(ed25519.Ed25519PrivateKey.generate()), id="public"),
]
BAD_PUBLIC = [
    pytest.param(b"", id="empty"),
    pytest.param(_public(ec.generate_private_key(ec.SECP256R1())), id="another-kind"),
    pytest.param(_pem(ed25519.Ed25519PrivateKey.generate()), id="private"),
]


@pytest.mark.parametrize("data", BAD_PRIVATE)
def test_what_is_no_private_key_is_refused(tmp_path, data):
    path = tmp_path / "kunci.pem"
    path.write_bytes(data)

    with pytest.raises(KeyFileError, match="bukan kunci pribadi ed25519"):
        read_key(path, nobody)
    assert public_of(path) is None


@pytest.mark.parametrize("data", BAD_PUBLIC)
def test_what_is_no_public_key_is_refused(tmp_path, data):
    path = tmp_path / "kunci.pub"
    path.write_bytes(data)

    with pytest.raises(KeyFileError, match="bukan kunci publik ed25519"):
        read_public(path)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(KeyFileError, match=r"tiada\.pem: berkas kunci tidak dapat dibaca"):
        read_key(tmp_path / "tiada.pem", nobody)
    with pytest.raises(KeyFileError, match="tidak dapat dibaca"):
        read_public(tmp_path)


# The commands


def test_key_new_makes_the_users_key_once(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    path = tmp_path / "patuh" / "signing-key.pem"

    none = patuh("key", "show", cwd=tmp_path)
    first = patuh("key", "new", cwd=tmp_path)
    before = path.read_bytes()
    second = patuh("key", "new", cwd=tmp_path)
    shown = patuh("key", "show", cwd=tmp_path)

    assert (3, 0, 2, 0) == (none.code, first.code, second.code, shown.code)
    assert "patuh key new" in none.err
    assert "sudah ada" in second.err
    assert before == path.read_bytes()
    public = read_public(public_path(path))
    assert public.spoken in first.out
    assert public.spoken in shown.out
    assert public.pem.decode() in shown.out


def test_key_show_takes_private_and_public_files_and_settings(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    key = new_key(tmp_path / "kantor.pem")
    (tmp_path / "patuh.toml").write_text('[bundle]\nkey = "kantor.pem"\n')

    shown = [patuh("key", "show", *one, cwd=tmp_path) for one in ([], ["kantor.pem"], ["kantor.pub"])]

    assert [0, 0, 0] == [one.code for one in shown]
    assert all(key.public.spoken in one.out for one in shown)
    assert 3 == patuh("key", "show", "patuh.toml", cwd=tmp_path).code


def test_key_new_locks_with_the_passphrase_of_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("PATUH_KEY_PASSPHRASE", "rahasia")
    done = patuh("key", "new", "--output", "k.pem", "--passphrase", cwd=tmp_path)

    assert 0 == done.code
    assert b"ENCRYPTED" in (tmp_path / "k.pem").read_bytes()
    assert read_key(tmp_path / "k.pem", lambda _: b"rahasia").public == read_public(tmp_path / "k.pub")


@pytest.mark.skipif(os.name != "posix", reason="an environment of Unicode alone")
def test_a_passphrase_may_be_any_bytes(tmp_path, monkeypatch):
    monkeypatch.setenv("PATUH_KEY_PASSPHRASE", os.fsdecode(b"\xff\xfe"))
    assert 0 == patuh("key", "new", "--passphrase", "--output", tmp_path / "k.pem").code
    assert read_key(tmp_path / "k.pem", lambda _: b"\xff\xfe")


def test_an_empty_passphrase_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("PATUH_KEY_PASSPHRASE", "")

    assert 2 == patuh("key", "new", "--output", "k.pem", "--passphrase", cwd=tmp_path).code
    assert [] == list(tmp_path.iterdir())


def test_without_a_terminal_nobody_is_asked_for_a_passphrase(tmp_path):
    done = subprocess.run(
        command("key", "new", "--output", "k.pem", "--passphrase"),
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )

    assert 0 != done.returncode
    assert b"Traceback" not in done.stderr
    assert [] == list(tmp_path.iterdir())


def test_openssl_reads_both_files(tmp_path):
    needs("openssl")
    new_key(tmp_path / "k.pem")
    derived = subprocess.run(["openssl", "pkey", "-in", tmp_path / "k.pem", "-pubout"], capture_output=True, check=True)

    assert (tmp_path / "k.pub").read_bytes() == derived.stdout
