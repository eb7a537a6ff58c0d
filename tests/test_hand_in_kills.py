"""
The server is killed in the middle of hand-ins: each is wholly there, or not at all and nobody was told that it was.

`python -m tests.test_hand_in_kills SEED ...` does it at other moments.
"""

from __future__ import annotations

import contextlib
import hashlib
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import httpx2 as httpx
import pytest

from archive.handing_in import HandIns, Receipt
from archive.layout import load_layout
from archive.store.store import Store
from portal.events import Act
from portal.events import page as events
from tests.portal_site import token_of
from tests.program import CLEAN, ROOT, command, environment

CLERKS = 20
OFFICES = ("Dinas Tenaga Kerja", "Kecamatan Sukamaju")
_PATIENCE = 120.0

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to see processes")


@dataclass
class _Clerk:
    """One browser with one document, checked and ready to be handed in."""

    base: str
    number: int
    data: bytes = b""
    told: str | None = None
    """The code of the receipt that was shown."""
    refused: int | None = None
    """The status of an answer that was none."""
    client: httpx.Client = field(default_factory=lambda: httpx.Client(timeout=_PATIENCE, verify=False))
    place: str = ""
    form: dict[str, str] = field(default_factory=dict)

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()

    def prepare(self) -> None:
        """Drop the document, and read the form."""
        self.data = CLEAN.read_bytes() + f"\nCatatan {self.number}.\n".encode()
        token = token_of(self.client.get(f"{self.base}/").text)
        files = {"files": (f"SOP {self.number}.txt", self.data)}
        answer = self.client.post(f"{self.base}/periksa", data={"token": token}, files=files)
        self.place = f"{self.base}{answer.headers['location']}/1/serahkan"
        office = OFFICES[self.number % len(OFFICES)]
        self.form = {"token": token, "office": office, "replaces": "-", "name": "Sri", "sure": "1"}

    def wait(self) -> None:
        """Wait until it is checked."""
        until = time.monotonic() + _PATIENCE
        while self.client.get(self.place).status_code != 200:
            assert time.monotonic() < until
            time.sleep(0.02)

    def hand_in(self) -> None:
        """Press the button; the server may die meanwhile."""
        with contextlib.suppress(httpx.TransportError):
            answer = self.client.post(self.place, data=self.form)
            if answer.status_code != 303:
                self.refused = answer.status_code
                return
            page = self.client.get(f"{self.base}{answer.headers['location']}")
            self.told = answer.headers["location"].rpartition("/")[2] if page.status_code == 200 else None


@dataclass(frozen=True)
class _Place:
    """Archive, store and folder for temporary files of one server."""

    folder: Path

    @property
    def archive(self) -> Path:
        return self.folder / "arsip"

    @property
    def store(self) -> str:
        return str(self.folder / "patuh.db")

    @property
    def scratch(self) -> Path:
        return self.folder / "tmp"

    @contextlib.contextmanager
    def server(self) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
        """`patuh serve`, until it is killed."""
        process, port = self._started()
        try:
            yield process, f"http://127.0.0.1:{port}"
        finally:
            process.kill()
            process.wait()

    def _started(self) -> tuple[subprocess.Popen[bytes], int]:
        """Start it at a free port; another one when somebody else was quicker."""
        for _ in range(5):
            with socket.socket() as found:
                found.bind(("127.0.0.1", 0))
                port = found.getsockname()[1]
            process = self._server(port)
            if _listens(process, port, self.folder / "log"):
                return process, port
            process.kill()
            process.wait()
        raise AssertionError(f"the server did not start: {_told(self)}")

    def _server(self, port: int) -> subprocess.Popen[bytes]:
        places = ("--archive", self.archive, "--store", self.store)
        line = command("serve", "--port", str(port), *places, "--no-config")
        with (self.folder / "log").open("wb") as log:
            surroundings = {**environment(), "TMPDIR": str(self.scratch)}
            return subprocess.Popen(line, cwd=ROOT, env=surroundings, stdout=log, stderr=log)


def _listens(process: subprocess.Popen[bytes], port: int, log: Path) -> bool:
    """Wait until this server, and not another, says that it listens; False: it has ended."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and process.poll() is None:
        if f"dibuka di http://127.0.0.1:{port} " in log.read_text():
            return True
        time.sleep(0.02)
    return False


def _told(place: _Place) -> str:
    """What the servers said, for whoever looks for the cause of a failure."""
    return (place.folder / "log").read_text(errors="replace")[-4000:]


def _children(number: int) -> set[int]:
    """All processes that a process started, and those that these did."""
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
    found, more = set[int](), {number}
    while more:
        more = {child for child, parent in parents.items() if parent in more}
        found |= more
    return found


def _gone(processes: set[int]) -> set[int]:
    """Wait for processes to end; returns those that do not."""
    until = time.monotonic() + _PATIENCE
    while processes and time.monotonic() < until:
        processes = {one for one in processes if Path(f"/proc/{one}").exists() and not _is_zombie(one)}
        time.sleep(0.02)
    return processes


def _is_zombie(number: int) -> bool:
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def _all_at_once(clerks: Sequence[_Clerk], what: str) -> list[threading.Thread]:
    threads = [threading.Thread(target=getattr(one, what)) for one in clerks]
    for thread in threads:
        thread.start()
    return threads


def _killed(place: _Place, chance: random.Random) -> list[_Clerk]:
    """Let clerks hand in all at once, and kill the server when some of them have their receipts."""
    with contextlib.ExitStack() as stack:
        process, base = stack.enter_context(place.server())
        clerks = [_Clerk(base, number) for number in range(CLERKS)]
        for one in clerks:
            stack.callback(one.client.close)
        for one in clerks:
            one.prepare()
        for one in clerks:
            one.wait()
        threads = _all_at_once(clerks, "hand_in")
        enough, until = chance.randrange(CLERKS), time.monotonic() + _PATIENCE
        while sum(one.told is not None for one in clerks) < enough and time.monotonic() < until:
            time.sleep(0.001)
        time.sleep(chance.uniform(0, 0.05))
        started = _children(process.pid)
        process.send_signal(signal.SIGKILL)
        for thread in threads:
            thread.join(_PATIENCE)
        process.wait()
        assert started, "there were no workers"
        assert not _gone(started), "processes of a killed server live on"
    return clerks


def _stored(place: _Place) -> tuple[list[Receipt], list[str | None]]:
    """All receipts with their events, once a server has started anew."""
    with Store.open(place.store) as store:
        known = HandIns(store, place.archive, load_layout(None, place.archive))
        receipts = known.latest(limit=500)
        for one in receipts:
            assert hashlib.sha256(known.open(one.number).read_bytes()).hexdigest() == one.sha256
            assert hashlib.sha256((place.archive / one.path).read_bytes()).hexdigest() == one.sha256
            assert known.report(one.number).documents[0].path == one.path
        logged = [one.about for one in events(store, size=500).events if one.what == Act.HAND_IN]
    return receipts, list(logged)


def _prove(folder: Path, seed: int) -> tuple[int, int]:
    """Kill, start anew, look; returns how many were told and how many are there."""
    place = _Place(folder)
    for name in (*(f"arsip/{office}" for office in OFFICES), "tmp"):
        (folder / name).mkdir(parents=True)
    try:
        clerks = _killed(place, random.Random(seed))
    except httpx.TransportError as error:
        raise AssertionError(f"the server ended before it was killed: {_told(place)}") from error
    told = [one.told for one in clerks if one.told is not None]
    with place.server() as (_, base):
        for code in told:
            assert httpx.get(f"{base}/tanda-terima/{code}").status_code == 200
        assert len(list(place.scratch.glob("patuh-portal-*"))) == 1, "the uploads of the killed server were left"
    receipts, logged = _stored(place)
    by_sha256 = {one.sha256: one for one in receipts}
    for one in clerks:
        there = by_sha256.get(one.sha256)
        assert one.refused is None
        assert one.told is None or (there is not None and there.receipt == one.told)
    _assert_whole(place, receipts, logged, {one.sha256 for one in clerks})
    return len(told), len(receipts)


def _assert_whole(place: _Place, receipts: Sequence[Receipt], logged: Sequence[str | None], sent: set[str]) -> None:
    """Nothing is there in part: neither bytes without a row, nor what was published without one, nor an act."""
    kept = place.archive / ".serahan"
    published = {str(one.relative_to(place.archive)) for office in OFFICES for one in place.archive.glob(f"{office}/*")}

    assert len({one.sha256 for one in receipts} & sent) == len(receipts)
    assert published == {one.path for one in receipts}
    assert {one.name for one in kept.glob("[!.]*")} == {str(one.number) for one in receipts}
    assert not list(kept.glob(".masuk-*"))
    assert sorted(logged) == sorted(one.receipt for one in receipts)


def test_killed_in_the_middle_of_hand_ins(tmp_path):
    """Whoever was shown a receipt finds it valid; what nobody was told of is wholly there or not at all."""
    told, there = _prove(tmp_path, 7)

    assert told <= there <= CLERKS
    assert there, "the server was killed before anything happened"


def main() -> None:
    """Do it for each seed of the command line."""
    for seed in map(int, sys.argv[1:]):
        begun = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            told, there = _prove(Path(folder), seed)
        print(f"seed {seed}: {told} told, {there} there, {time.monotonic() - begun:.1f} s", flush=True)


if __name__ == "__main__":
    main()
