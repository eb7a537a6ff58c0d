"""
What stands between the network and the pages.

Every answer says what a browser may do with it; a request that changes something comes from a page of ours; nobody
sends more, or more often, than is agreed; and nobody holds a connection open by sending nothing.
"""

from __future__ import annotations

import asyncio
import ipaddress
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from python_multipart.multipart import parse_options_header
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from portal.api.models import PROBLEM_JSON
from portal.api.problems import asked_by_program, problem_bytes

POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""The content security policy of all pages: nothing from elsewhere, nothing inline."""
HEADERS: Final = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
HSTS: Final = "max-age=31536000"
SILENCE_SECONDS: Final = 30.0
"""A sender that says nothing for so long is cut off."""
SLOWEST_BYTES: Final = 2_048
"""A second: a sender that keeps a request open with less is cut off, too."""
UPLOADS: Final = frozenset({"/periksa", "/api/v1/check", "/api/v1/checks"})
"""Where files are sent to."""
SMALL_BYTES: Final = 256 * 1024
"""Of what is sent anywhere else, or in another form: reading 64 MB of nothing but ``&`` takes 20 seconds."""
_FILES: Final = ("multipart/form-data", "application/octet-stream")
SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
_CHARSETS: Final = frozenset({b"utf-8", b"utf8", b"us-ascii", b"ascii"})
SIGN_INS_PER_MINUTE: Final = 10
"""From one address, and for one account."""
RECEIPTS_PER_MINUTE: Final = 30
"""Codes of receipts that one address may look up."""


@dataclass(frozen=True, slots=True)
class Left:
    """What a limit leaves."""

    limit: int
    remaining: int
    until: float
    """When one more is left, in seconds since 1970."""


class Rates:
    """How often one address may do what costs work."""

    def __init__(self, checks_per_minute: int) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._limits: dict[str, RateLimitItem] = {
            "check": RateLimitItemPerMinute(checks_per_minute),
            "sign-in": RateLimitItemPerMinute(SIGN_INS_PER_MINUTE),
            "receipt": RateLimitItemPerMinute(RECEIPTS_PER_MINUTE),
        }

    def left(self, what: str, who: str) -> Left:
        """How much of it *who* may do yet."""
        item = self._limits[what]
        stats = self._limiter.get_window_stats(item, what, who)
        return Left(item.amount, stats.remaining, stats.reset_time)

    def allows(self, what: str, who: str) -> bool:
        """Whether *who* may do this once more now; counts it."""
        return self._limiter.hit(self._limits[what], what, who)


def address_of(request: Request) -> str:
    """The network address of whoever asks, as rate limits and the log of events have it; an IPv6 network of 64 bits."""
    host = request.client.host if request.client else "-"
    try:
        found = ipaddress.ip_address(host)
    except ValueError:
        return "-"
    return host if found.version == 4 else str(ipaddress.ip_network((found, 64), strict=False))


def from_here(headers: Headers, hosts: Iterable[str]) -> bool:
    """Whether the browser says that a page of ours asks; a program that says nothing is told by its form token."""
    site = headers.get("sec-fetch-site")
    if site is not None and site not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or _host(origin) in set(hosts)


def _host(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc
    except ValueError:  # what is no address at all is none of ours
        return None


def _broken(request: Request, error: Exception) -> Response:  # noqa: ARG001 - tells nothing of either
    return _plain(request.scope, 500, "Terjadi kesalahan pada server patuh. Ulangi sebentar lagi.")


class Guard:
    """The outermost layer of the application."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        most_bytes: int,
        held_bytes: int | None = None,
        url: str | None = None,
        failed: Callable[[Request, Exception], Response] = _broken,
    ) -> None:
        """
        Stand before *app*.

        Args:
            app: What answers.
            most_bytes: Of one request with files.
            held_bytes: Of all requests that are being received; half of it from one address.
            url: How browsers call the server; None: as they say.
            failed: Answers what nothing else did.
        """
        self._app = app
        self._failed = failed
        self._most = most_bytes
        self._held = _Held(max(held_bytes or 0, 4 * most_bytes))
        self._host = urlsplit(url).netloc if url else None
        self._secure = bool(url and url.startswith("https:"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def guarded(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                self._dress(MutableHeaders(scope=message))
            await send(message)

        refusal = self._refusal(scope, Headers(scope=scope))
        if refusal is not None:
            await _plain(scope, *refusal)(scope, receive, guarded)
            return
        body = _Body(receive, self._most_of(scope, Headers(scope=scope)), self._held, address_of(Request(scope)))
        try:
            await self._app(scope, body.receive, guarded)
        except ClientDisconnect:
            pass  # nobody is there to be answered
        except asyncio.CancelledError:  # the server ends, and has waited long enough; it would log a traceback
            if not begun:
                await _plain(scope, 503, _ENDS)(scope, receive, guarded)
        except Exception as error:  # noqa: BLE001 - whatever it is
            # Nothing of it goes further: the server would log its words, which may be those of a document or a person.
            answer = await run_in_threadpool(self._failed, Request(scope), error)
            if not begun:
                await answer(scope, receive, guarded)
        finally:
            body.let_go()

    def _most_of(self, scope: Scope, headers: Headers) -> int:
        """How much may be sent: where files are sent to more than where words are."""
        kind = headers.get("content-type", "").partition(";")[0].strip().lower()
        return self._most if scope["path"] in UPLOADS and kind in _FILES else min(self._most, SMALL_BYTES)

    def _refusal(self, scope: Scope, headers: Headers) -> tuple[int, str] | None:
        length = headers.get("content-length", "0")
        if not length.isascii() or not length.isdigit():
            return 400, "Permintaan tidak dapat dimengerti."
        if int(length) > self._most_of(scope, headers):
            return 413, _TOO_LARGE
        if not _plain_words(headers.get("content-type", "")):
            return 415, "Permintaan ini memakai pengodean huruf yang tidak diterima. Pakai UTF-8."
        hosts = {self._host or headers.get("host", "")}
        if scope["method"] not in SAFE and "authorization" not in headers and not from_here(headers, hosts):
            return 403, "Permintaan ini tidak berasal dari halaman patuh. Buka halaman patuh, lalu ulangi dari sana."
        return None

    def _dress(self, headers: MutableHeaders) -> None:
        for name, value in HEADERS.items():
            headers.setdefault(name, value)
        headers.setdefault("cache-control", "no-store")
        if self._secure:
            headers["strict-transport-security"] = HSTS


_TOO_LARGE: Final = "Unggahan terlalu besar. Kirim berkas yang lebih kecil."
_NO_ROOM: Final = "Server sedang menerima banyak berkas. Tunggu sebentar, lalu kirim lagi."
_ENDS: Final = "Server sedang dimatikan. Coba lagi beberapa menit lagi."
_SILENT: Final = "Pengiriman terhenti terlalu lama. Muat ulang halaman, lalu ulangi."


def _plain_words(kind: str) -> bool:
    """
    Whether the words of a form are in UTF-8, as browsers send them.

    The library that reads forms takes any codec of Python: ``charset=punycode`` takes hours for a field of 1 MB.
    """
    if "charset" not in kind.lower():
        return True
    charset = parse_options_header(kind)[1].get(b"charset", b"utf-8")
    return charset.lower().replace(b"_", b"-") in _CHARSETS


class _Held:
    """What is being received, by address: all of it lies on the disk until it is whole."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._all = Counter[str]()

    def fits(self, who: str, size: int) -> bool:
        """Count so many bytes more of an address; returns whether there is room for them."""
        self._all[who] += size
        return self._all[who] <= self._most // 2 and self._all.total() <= self._most

    def let_go(self, who: str, size: int) -> None:
        """They are received, or refused."""
        self._all[who] -= size
        if self._all[who] <= 0:
            del self._all[who]


class _Body:
    """What is sent, counted; a fault in it is answered like any other, by whoever reads it."""

    def __init__(self, receive: Receive, most: int, held: _Held, who: str) -> None:
        self._receive = receive
        self._most = most
        self._held, self._who = held, who
        self._size = 0
        self._waited = 0.0
        self._complete = False

    async def receive(self) -> Message:
        if self._complete:  # what comes now is that the visitor has gone, which may be never
            return await self._receive()
        message = await self._in_time()
        if message["type"] == "http.request":
            size = len(message.get("body", b""))
            self._size += size
            self._complete = not message.get("more_body", False)
            fits = self._held.fits(self._who, size)
            if self._size > self._most:
                raise HTTPException(413, _TOO_LARGE, {"connection": "close"})
            if not fits:
                raise HTTPException(503, _NO_ROOM, {"connection": "close", "retry-after": "10"})
        return message

    async def _in_time(self) -> Message:
        """What comes next; only the time that the sender takes counts, not that of whoever reads it."""
        most = min(SILENCE_SECONDS, SILENCE_SECONDS + self._size / SLOWEST_BYTES - self._waited)
        begun = time.monotonic()
        try:
            return await asyncio.wait_for(self._receive(), max(0.0, most))
        except TimeoutError as error:
            raise HTTPException(408, _SILENT, {"connection": "close"}) from error
        finally:
            self._waited += time.monotonic() - begun

    def let_go(self) -> None:
        """The request is answered: nothing of what was sent is needed any more."""
        self._held.let_go(self._who, self._size)


def _plain(scope: Scope, status: int, words: str) -> Response:
    """What is said to whom no page can be shown; the connection is not used again, since more may come on it."""
    if asked_by_program(scope["path"]):
        return Response(problem_bytes(status), status, {"connection": "close"}, PROBLEM_JSON)
    return PlainTextResponse(words, status, {"connection": "close"})
