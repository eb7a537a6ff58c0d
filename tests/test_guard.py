"""What stands between the network and the pages."""

from __future__ import annotations

import asyncio

import httpx2
import pytest
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from portal import guard
from portal.guard import HEADERS, Guard, Rates, address_of, from_here

MOST = 1000


async def _echo(request: Request) -> PlainTextResponse:
    return PlainTextResponse(str(len(await request.body())))


async def _slow(request: Request) -> PlainTextResponse:
    await asyncio.sleep(0.3)  # longer than a sender may be silent: the answer takes its time
    return PlainTextResponse(str(await request.is_disconnected()))


def _app(url: str | None = None) -> Guard:
    routes = [Route("/", _echo, methods=["GET", "POST"]), Route("/lama", _slow, methods=["POST"])]
    return Guard(Starlette(routes=routes), most_bytes=MOST, url=url)


async def _asked(app: Guard, method: str = "POST", path: str = "/", **more: object) -> httpx2.Response:
    transport = httpx2.ASGITransport(app)
    async with httpx2.AsyncClient(transport=transport, base_url="http://patuh.example") as client:
        return await client.request(method, path, **more)


def asked(app: Guard, method: str = "POST", path: str = "/", **more: object) -> httpx2.Response:
    """One request and its answer."""
    return asyncio.run(_asked(app, method, path, **more))


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_every_answer_says_what_a_browser_may_do(method):
    """No script or style inline, nothing from elsewhere, no frame, nothing kept."""
    answer = asked(_app(), method)

    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert "unsafe" not in HEADERS["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"
    assert "strict-transport-security" not in answer.headers


def test_https_is_asked_for_where_it_is_there():
    """By the address that the settings name."""
    answer = asked(_app("https://patuh.example"), "GET")

    assert answer.headers["strict-transport-security"].startswith("max-age=")


@pytest.mark.parametrize("size", [0, MOST])
def test_what_is_small_enough_passes(size):
    """To the byte."""
    assert asked(_app(), content=b"x" * size).text == str(size)


async def _pieces(count: int):
    for _ in range(count):
        yield b"x" * 100


def test_too_much_is_refused_before_and_while_it_is_sent():
    """A length that is claimed is believed only where it is too large."""
    claimed = asked(_app(), content=b"x" * (MOST + 1))
    in_pieces = asked(_app(), content=_pieces(MOST // 100 + 1))
    fits = asked(_app(), content=_pieces(MOST // 100))

    assert (claimed.status_code, in_pieces.status_code, fits.status_code) == (413, 413, 200)
    assert "terlalu besar" in in_pieces.text
    assert HEADERS["x-frame-options"] == in_pieces.headers["x-frame-options"]


@pytest.mark.parametrize("length", ["-1", "1e3", "٣", "abc"])
def test_a_length_that_is_none_is_refused(length):
    """What `int` takes is more than HTTP has."""
    head = {"content-length": length.encode()}

    assert asked(_app(), headers=list(head.items())).status_code == 400


async def _silent():
    yield b"x"
    await asyncio.sleep(5)
    yield b"x"


def test_who_falls_silent_is_cut_off(monkeypatch):
    """A connection is not held by saying nothing."""
    monkeypatch.setattr(guard, "SILENCE_SECONDS", 0.1)
    answer = asked(_app(), content=_silent())

    assert answer.status_code == 408


def test_who_waits_for_an_answer_is_not_cut_off(monkeypatch):
    """Everything was sent: the silence is ours."""
    monkeypatch.setattr(guard, "SILENCE_SECONDS", 0.1)

    assert asked(_app(), path="/lama", content=b"x").status_code == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"origin": "http://patuh.example"}, 200),
        ({"origin": "http://patuh.example", "sec-fetch-site": "same-origin"}, 200),
        ({"origin": "http://jahat.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://patuh.example.jahat.example"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site", "origin": "http://patuh.example"}, 403),
        ({"sec-fetch-site": "none"}, 200),
        ({"origin": "http://jahat.example", "authorization": "Bearer x"}, 200),
    ],
)
def test_another_site_changes_nothing(headers, status):
    """A token that is shown in a header is no cookie that a browser adds by itself."""
    assert asked(_app(), headers=headers).status_code == status
    assert asked(_app(), "GET", headers=headers).status_code == 200


def test_behind_a_proxy_the_address_is_that_of_the_settings():
    """Whatever the header Host says."""
    headers = {"origin": "https://patuh.kabupaten.example"}

    assert asked(_app("https://patuh.kabupaten.example"), headers=headers).status_code == 200
    assert not from_here(Headers({"origin": "https://x"}), {"y"})


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("bukan alamat", "-"),
    ],
)
def test_an_address_is_that_of_a_visitor(host, address):
    """Of IPv6 everybody has a whole network."""
    request = Request({"type": "http", "client": (host, 1), "headers": []})

    assert address_of(request) == address


def test_rates_are_of_one_address_and_one_kind():
    """More than agreed is refused; others are not."""
    rates = Rates(2)

    assert [rates.allows("check", "a") for _ in range(3)] == [True, True, False]
    assert rates.allows("check", "b")
    assert rates.allows("sign-in", "a")
