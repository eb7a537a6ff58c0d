"""Uploads that visitors are looking at: for a time, up to an amount, and each visitor's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.checking import Job
from portal.tries import TRY_BYTES, Scratch, Tries, Upload


class _Time:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def scratch(tmp_path):
    made = Scratch(tmp_path)
    yield made
    made.close()


def _begun(tries: Tries, owner: str, size: int):
    one = tries.begin(owner, "id")
    path = one.folder / "0"
    path.write_bytes(b"x")
    one.uploads.append(Upload(path, "a.txt", size, Job(None, owner)))
    tries.tidy(one)
    return one


def test_what_is_old_goes(scratch):
    """With its files, whoever it belongs to."""
    time = _Time()
    tries = Tries(scratch, keep_seconds=60, keep_bytes=10**9, clock=time)
    first = _begun(tries, "a", 1)
    time.now = 61
    second = _begun(tries, "b", 1)

    assert tries.of(first.id, "a") is None
    assert not first.folder.exists()
    assert tries.of(second.id, "b") is second


def test_who_holds_most_loses_first(scratch):
    """A visitor who fills the disk pushes out nobody else, though others came before."""
    tries = Tries(scratch, keep_seconds=60, keep_bytes=10_000_000)
    small = _begun(tries, "petugas", 1_000)
    large = [_begun(tries, "penyerang", 4_000_000) for _ in range(5)]

    assert tries.of(small.id, "petugas") is small
    assert [tries.of(one.id, "penyerang") is not None for one in large] == [False, False, False, True, True]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 3_000_000)), max_size=25))
def test_never_more_than_agreed(uploads):
    """In bytes, in files on the disk; and what is counted is what is there."""
    import tempfile  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        scratch = Scratch(Path(folder))
        tries = Tries(scratch, keep_seconds=60, keep_bytes=5_000_000)
        for owner, size in uploads:
            _begun(tries, owner, size)
        held = tries.bytes + TRY_BYTES * len(tries)

        assert held <= 5_000_000
        assert len([path for path in scratch.folder.iterdir() if len(path.name) == 32]) == len(tries)
        scratch.close()
        assert not scratch.folder.exists()


def test_a_killed_server_leaves_nothing(tmp_path):
    """Its folder is deleted by the next; that of a living one is not."""
    living = Scratch(tmp_path)
    dead = tmp_path / "patuh-portal-mati"
    dead.mkdir()
    (dead / "lock").touch()
    (dead / "unggahan").write_bytes(b"x")
    other = tmp_path / "patuh-portal-tautan"
    other.symlink_to(tmp_path / "milik-orang-lain")
    third = Scratch(tmp_path)

    assert not dead.exists()
    assert living.folder.is_dir()
    assert other.is_symlink()
    living.close()
    third.close()


def test_tries_before_are_those_of_the_same_visitor(scratch):
    """The newest first."""
    tries = Tries(scratch, keep_seconds=60, keep_bytes=10**9)
    first, _, second, third = (_begun(tries, owner, 1) for owner in "abaa")

    assert tries.before(third) == [second, first]
    tries.forget(second)
    assert tries.before(third) == [first]
    assert tries.of(third.id, "b") is None


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xy"), st.integers(0, 2_000_000)), max_size=25))
def test_what_is_counted_is_what_is_held(uploads):
    """Counting as it goes is counting all of them anew, also when a try grows and when one is forgotten."""
    import tempfile  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        scratch = Scratch(Path(folder))
        tries = Tries(scratch, keep_seconds=60, keep_bytes=5_000_000)
        for number, (owner, address, size) in enumerate(uploads):
            one = tries.begin(owner, "id", address)
            one.uploads.append(Upload(one.folder / "0", "a.txt", size, Job(None, owner)))
            tries.of(one.id, owner)
            if number % 4 == 3:
                tries.forget(one)
        held = sum(one.held for owner in "abc" for one in tries.of_visitor(owner))

        assert tries._total == held == tries._held.total() == sum(tries._sizes.values())
        assert held <= 5_000_000
        assert len(tries._sizes) == len(tries)
        scratch.close()
