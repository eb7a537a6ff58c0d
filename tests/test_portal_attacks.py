"""What was tried against the page, and is to go on failing."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import errno
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
import zlib
from pathlib import Path

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from auditing.run import RuleChoice
from auditing.workers import Failure, Limits
from portal import connections, guard, uploads
from portal.audits import Checked
from portal.checking import WARM_SECONDS, Checker, FullError, Job, Lanes, _Spent, _Turns
from portal.clerk.versions import Version
from portal.connections import Patient
from portal.drawn import Drawn
from portal.guard import SMALL_BYTES, Guard
from portal.tries import Scratch, Tries, Upload
from portal.work import Work
from tests.portal_site import ROOT, browser, portal, token_of
from tests.portal_tasks import Say
from tests.test_guard import asked

FORM = {"content-type": "application/x-www-form-urlencoded"}
FILES = {"content-type": "multipart/form-data; boundary=b"}
LARGE = b"x" * (256 * 1024)


async def _read(request: Request) -> Response:
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
    return PlainTextResponse(str(size))


async def _large(_: Request) -> Response:
    return Response(b"y" * 20_000_000)


def _app(**limits: int) -> Guard:
    paths = ("/", "/periksa", "/api/v1/check")
    routes = [*(Route(path, _read, methods=["GET", "POST"]) for path in paths), Route("/besar", _large)]
    return Guard(Starlette(routes=routes), **{"most_bytes": 1024 * 1024, **limits})


@pytest.mark.parametrize("origin", ["http://[", "http://[::1", "null", "http://[v1.x]@"])
def test_an_origin_that_is_no_address_is_a_stranger(origin):
    """It was an exception outside of all that answers exceptions: a traceback with the header in the log."""
    assert asked(_app(), headers={"origin": origin}).status_code == 403


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [("/periksa", FILES, 200), ("/api/v1/check", FILES, 200), ("/periksa", FORM, 413), ("/", FILES, 413)],
)
def test_only_files_may_be_large(path, headers, status):
    """64 MB of ``&`` in a form of words kept the server busy for 20 seconds."""
    assert asked(_app(), path=path, headers=headers, content=b"&" * (SMALL_BYTES + 1)).status_code == status


async def _dripped():
    for _ in range(100):
        await asyncio.sleep(0.02)
        yield b"x"


def test_a_drop_now_and_then_keeps_no_request_open(monkeypatch):
    """A sender that is never silent for long, and never done."""
    monkeypatch.setattr(guard, "SILENCE_SECONDS", 0.2)
    begun = time.monotonic()

    assert asked(_app(), path="/periksa", headers=FILES, content=_dripped()).status_code == 408
    assert time.monotonic() - begun < 1.5


def test_what_is_received_at_once_is_bounded():
    """One address takes no more than half of the room; when its requests are answered, it has room again."""
    held = guard._Held(1000)

    assert held.fits("a", 500)
    assert not held.fits("a", 1)
    assert held.fits("b", 499)
    assert not held.fits("c", 1)
    for who, size in (("a", 501), ("b", 499), ("c", 1)):
        held.let_go(who, size)
    assert held.fits("a", 500)


async def _never_whole():
    for _ in range(32):
        yield LARGE


def test_answered_requests_make_room():
    """Also those that were refused."""
    app = _app(most_bytes=1024 * 1024, held_bytes=4 * 1024 * 1024)
    refused = asked(app, path="/periksa", headers=FILES, content=_never_whole())
    answers = [asked(app, path="/periksa", headers=FILES, content=LARGE * 4).status_code for _ in range(12)]

    assert refused.status_code == 413
    assert answers == [200] * 12


@contextlib.contextmanager
def served():
    """A server on a port of its own, with our connections; gives its address."""
    settings = {"port": 0, "http": Patient, "ws": "none", "loop": "asyncio", "log_config": None, "proxy_headers": False}
    server = uvicorn.Server(uvicorn.Config(_app(), **settings))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield server.servers[0].sockets[0].getsockname()
    finally:
        server.should_exit = True
        thread.join()


def _ended(one: socket.socket, seconds: float) -> bool:
    one.settimeout(seconds)
    try:
        while one.recv(65_536):
            pass
    except ConnectionError:
        return True
    except TimeoutError:
        return False
    return True


HEADS = [b"", b"GET / HTTP/1.1\r\nHost: x\r\n", b"GET / HTTP/1.1\r\nHost: x\r\n\r\nGET / HT"]


@pytest.mark.parametrize("head", HEADS, ids=["nothing", "half a head", "half a second head"])
def test_who_connects_and_asks_nothing_is_let_go(monkeypatch, head):
    """A thousand of these kept everybody else out, for ever."""
    monkeypatch.setattr(connections, "PATIENCE_SECONDS", 0.1)
    monkeypatch.setattr(connections, "_LOOK_SECONDS", 0.05)
    with served() as address, socket.create_connection(address) as one:
        one.sendall(head)

        assert _ended(one, 2.0)


def test_who_does_not_read_the_answer_is_let_go(monkeypatch):
    """It lay in the memory of the server until then."""
    monkeypatch.setattr(connections, "PATIENCE_SECONDS", 0.05)
    monkeypatch.setattr(connections, "_LOOK_SECONDS", 0.05)
    with served() as address, socket.create_connection(address) as one:
        one.sendall(b"GET /besar HTTP/1.1\r\nHost: x\r\n\r\n")
        time.sleep(0.6)
        got = 0
        with contextlib.suppress(ConnectionError):
            while read := one.recv(1_000_000):
                got += len(read)

        assert got < 20_000_000


def test_one_address_does_not_take_all_connections(monkeypatch):
    """Others connect all the same; what is too much is closed at once, what was there goes on."""
    monkeypatch.setattr(connections, "MOST_OF_ONE", 3)
    with served() as address, contextlib.ExitStack() as stack:
        some = [stack.enter_context(socket.create_connection(address)) for _ in range(4)]

        assert _ended(some[3], 2.0)
        some[0].sendall(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        assert some[0].recv(15) == b"HTTP/1.1 200 OK"


@pytest.mark.parametrize(("host", "proxies", "is_one"), [
    ("10.1.2.3", ["10.1.0.0/16"], True), ("10.2.2.3", ["10.1.0.0/16"], False), ("127.0.0.1", [], False),
    ("127.0.0.1", ["127.0.0.1"], True), ("tak dikenal", ["10.1.0.0/16"], False),
])  # fmt: skip
def test_a_proxy_may_have_as_many_as_there_are_people(host, proxies, is_one):
    """Where the settings name it."""
    assert connections._is_proxy(host, proxies) is is_one


def test_a_request_that_the_end_of_the_server_cuts_off_is_told(capfd):
    """It left a traceback in the log, and nothing that a person would understand."""

    async def ended(request: Request) -> Response:
        raise asyncio.CancelledError

    answer = asked(Guard(Starlette(routes=[Route("/", ended)]), most_bytes=1), "GET")

    assert (answer.status_code, "dimatikan" in answer.text) == (503, True)


def _checker(**changed: int) -> Checker:
    lanes = {"quick": 1, "slow": 1, "quick_seconds": 5, "waiting": 10, "waiting_of_one": 2, **changed}
    return Checker(Work(RuleChoice(())), Limits(), Lanes(**lanes))


def test_a_thousand_sessions_of_one_address_are_one_in_the_row():
    """Cookies cost nothing: each new one stood before a clerk who had sent a document already."""
    spent = _Spent()
    turns = _Turns(spent)
    spent.charge("address:penyerang", 60.0)
    spent.charge("address:petugas", 1.0)
    spent.charge("p", 1.0)
    for number in range(100):
        turns.add(Job(Say("x"), f"kuki {number}", address="penyerang"))
    mine = Job(Say("x"), "p", address="petugas")
    turns.add(mine)

    assert turns.ahead(mine) == 0
    assert turns.take() is mine


def test_one_address_does_not_fill_the_queue():
    """Whatever sessions it shows; those of others are taken."""
    checker = _checker()
    for number in range(5):
        checker.submit(Say("x"), f"kuki {number}", "penyerang")
    with pytest.raises(FullError) as full:
        checker.submit(Say("x"), "kuki 5", "penyerang")
    checker.submit(Say("x"), "p", "petugas")

    assert not full.value.mine


def test_what_takes_long_does_not_fill_the_queue():
    """The slow lane takes a minute for each: two hundred of them kept all others out for hours."""
    checker = _checker(waiting_of_one=1)
    slow = [Job(Say("x"), f"kuki {number}", address="penyerang") for number in range(6)]
    for job in slow:
        checker._carry_out(job, _Late())

    assert [job.slow for job in slow] == [True] * 5 + [False]
    assert slow[5].future.exception().failure.cause == "timeout"
    assert checker.submit(Say("x"), "p", "petugas").state == "waiting"


class _Late:
    """A pool whose worker takes too long."""

    started = True

    def results(self, tasks: list[object], seconds: float | None = None) -> list[Failure]:
        return [Failure("timeout", "5") for _ in tasks]


@pytest.fixture
def scratch(tmp_path):
    made = Scratch(tmp_path)
    yield made
    made.close()


def test_a_folder_for_uploads_that_was_tidied_away_is_made_again(scratch):
    """Systems delete what is old in folders for temporary files; every upload failed from then on."""
    shutil.rmtree(scratch.folder)
    made = scratch.new()
    second = scratch.new()

    assert made.parent == second.parent == scratch.folder
    assert scratch.folder.stat().st_mode & 0o777 == made.stat().st_mode & 0o777 == 0o700
    assert Scratch(scratch.folder.parent).folder.is_dir()
    assert made.is_dir()


def _tried(tries: Tries, owner: str, address: str, size: int, checked: Checked | None = None):
    one = tries.begin(owner, "id", address)
    one.uploads.append(Upload(one.folder / "0", "a.txt", size, Job(None, owner), checked))
    tries.tidy(one)
    return one


def test_many_sessions_of_one_address_push_out_nobody_else(scratch):
    """Each of them holds less than the clerk, all of them more."""
    tries = Tries(scratch, keep_seconds=60, keep_bytes=10_000_000)
    clerk = _tried(tries, "petugas", "10.0.0.1", 3_000_000)
    for number in range(30):
        _tried(tries, f"kuki {number}", "10.0.0.2", 1_000_000)

    assert tries.of(clerk.id, "petugas") is clerk
    assert len(tries) == 1 + 6


def _found(size: int) -> Checked:
    report = b"{" + b" " * size + b"}"
    page = Drawn(b"p" * 400_000, 0)
    return Checked(zlib.compress(report, 1), len(report), (), "", "", "", dt.date(2026, 7, 15), None, False, page)


def test_results_count_as_what_they_take(scratch):
    """A ZIP of 3 MB gave a report of 130 MB: three hundred of these were kept as 1 GB."""
    tries = Tries(scratch, keep_seconds=60, keep_bytes=1_000_000)
    some = [_tried(tries, "a", "10.0.0.1", 100, _found(100_000)) for _ in range(3)]

    assert [tries.of(one.id, "a") is not None for one in some] == [False, True, True]


def test_a_result_in_another_language_counts_too(scratch):
    """It is kept beside the first."""
    tries = Tries(scratch, keep_seconds=60, keep_bytes=1_000_000)
    one = _tried(tries, "a", "10.0.0.1", 100, _found(100_000))
    before = one.held
    one.uploads[0].kept["version-en"] = Version(one.uploads[0].job, _found(100_000))

    assert one.held - before > 400_000
    assert one.uploads[0].checked.report == b"{" + b" " * 100_000 + b"}"


@pytest.fixture(scope="module")
def site():
    with portal() as made:
        yield made


@pytest.mark.parametrize("reason", [errno.ENOSPC, errno.EROFS, errno.EMFILE])
def test_a_full_disk_is_told_as_such(site, monkeypatch, caplog, reason):
    """And nothing of the file but that stands in the log."""

    def full(*_: object) -> None:
        raise OSError(reason, "full", "/tmp/198001012005011001.docx")

    with browser(site) as client:
        token = token_of(client.get("/").text)
        monkeypatch.setattr(uploads, "_put_down", full)
        answer = client.post("/periksa", data={"token": token}, files={"files": ("a.txt", b"x")})

    assert (answer.status_code, "penuh" in answer.text) == (503, True)
    assert errno.errorcode[reason] in caplog.text
    assert "19800101" not in caplog.text
    assert len(site.tries) == 0


def test_a_form_that_is_none_is_answered_in_our_words(site):
    """Those of the library are English, and of no use to a clerk."""
    with browser(site) as client:
        answer = client.post("/periksa", headers=FILES, content=b"--b\r\nX: y\r\n\r\n1\r\n--b--\r\n")

    assert (answer.status_code, "tidak dapat dibaca" in answer.text) == (400, True)
    assert "Content-Disposition" not in answer.text


class _Losing:
    """A pool that loses its worker with every task."""

    started = False

    def __init__(self) -> None:
        self.did: list[tuple[str, float | None]] = []

    def results(self, tasks: list[object], seconds: float | None = None) -> list[None]:
        self.did.append((type(tasks[0]).__name__, seconds))
        return [None for _ in tasks]

    def end(self) -> None:
        """Nothing is there."""


def test_the_start_of_a_worker_is_not_the_time_of_a_document():
    """After each hostile file a clerk's was stopped with it, and waited a minute in the slow lane."""
    checker, pool = _checker(), _Losing()
    jobs = [checker.submit(Say("x"), "petugas") for _ in range(2)]
    thread = checker._thread(pool, checker._quick_next, 0)
    thread.start()
    for job in jobs:
        job.future.result(30)
    with checker._changed:
        checker._closed = True
        checker._changed.notify_all()
    thread.join(30)

    assert pool.did[:3] == [("Say", None), ("WarmUp", WARM_SECONDS), ("Say", None)]


ORPHAN = """
import sys, time
from auditing.run import RuleChoice
from auditing.workers import Limits
from portal.checking import WARM_SECONDS, Checker, Lanes
from portal.work import Work
from tests.portal_tasks import Hang, WhoAmI

if __name__ == "__main__":
    checker = Checker(Work(RuleChoice(())), Limits(), Lanes(1, 1, 50, 9, 9))
    checker.start()
    print(checker.submit(WhoAmI(), "a").future.result(50)[0], flush=True)
    checker.submit(Hang(50), "a")
    time.sleep(60)
"""


def test_a_worker_does_not_outlive_a_killed_server(tmp_path):
    """Not even in the middle of a task that goes on for a minute."""
    (tmp_path / "server.py").write_text(ORPHAN, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, str(tmp_path / "server.py")], stdout=subprocess.PIPE, env=environment, cwd=ROOT
    ) as server:
        worker = int(server.stdout.readline())
        time.sleep(0.3)
        server.kill()
    until = time.monotonic() + 5
    while Path(f"/proc/{worker}/cmdline").exists() and Path(f"/proc/{worker}/cmdline").read_bytes():
        assert time.monotonic() < until
        time.sleep(0.02)
