"""What was tried against the page, and is to go on failing."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
import time

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from portal import connections, guard
from portal.connections import Patient
from portal.guard import SMALL_BYTES, Guard
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
