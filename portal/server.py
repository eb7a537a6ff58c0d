"""The server process: the socket, and its orderly end."""

from __future__ import annotations

import contextlib
import errno
import logging
import signal
import socket
from collections.abc import Iterator
from typing import Final

import uvicorn
from uvicorn.server import HANDLED_SIGNALS

from portal.app import create_app
from portal.connections import MOST_CONNECTIONS, Patient
from portal.site import Site

GRACE_SECONDS: Final = 5
"""For requests that are being answered when the server is told to end."""
BACKLOG: Final = 256
MOST_FILES: Final = 4 * MOST_CONNECTIONS
"""Open at once, where the system allows it: a connection may have several."""


class AddressError(Exception):
    """Nobody can listen at an address; the message is Indonesian and says what to do."""


def listening(host: str, port: int) -> socket.socket:
    """
    Return the socket that visitors connect to; so an address that is taken is told before anything is loaded.

    Raises:
        AddressError: It cannot be used.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0][0]
        return socket.create_server((host, port), family=family, backlog=BACKLOG)
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        if getattr(error, "errno", None) == errno.EADDRINUSE:
            reason = "sudah dipakai program lain. Hentikan program itu, atau pilih --port lain"
        raise AddressError(f"{host}, porta {port}: {reason}.") from error


def run(site: Site, door: socket.socket) -> None:
    """Serve whoever connects, until told to end."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    for chatty in ("httpx", "httpx2", "httpcore", "httpcore2"):  # which tell each address that they ask
        logging.getLogger(chatty).setLevel(logging.WARNING)
    logging.getLogger("python_multipart").setLevel(logging.ERROR)  # which tells characters of each faulty form
    _allow_files()
    config = uvicorn.Config(
        create_app(site),
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(site.settings.proxies),
        forwarded_allow_ips=list(site.settings.proxies),
        http=Patient,
        ws="none",
        loop="asyncio",
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    _Server(config).run(sockets=[door])


class _Server(uvicorn.Server):
    """Ends well when it is told to end: a service that was stopped has not failed."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take the signals that ask for the end; unlike uvicorn, do not raise them again afterwards."""
        before = {number: signal.signal(number, self.handle_exit) for number in HANDLED_SIGNALS}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


def _allow_files() -> None:
    """Raise the usual limit of 1024 open files to what the system allows, as far as is of use."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = MOST_FILES if hard == resource.RLIM_INFINITY else min(MOST_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
