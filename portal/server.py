"""The server process: the socket, and its orderly end."""

from __future__ import annotations

import logging
from typing import Final

import uvicorn

from portal.app import create_app
from portal.connections import MOST_CONNECTIONS, Patient
from portal.site import Site

GRACE_SECONDS: Final = 5
"""For requests that are being answered when the server is told to end."""
BACKLOG: Final = 256
MOST_FILES: Final = 4 * MOST_CONNECTIONS
"""Open at once, where the system allows it: a connection may have several."""


def run(site: Site, host: str, port: int) -> None:
    """
    Serve until told to end.

    Raises:
        SystemExit: The address cannot be used.
    """
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    for chatty in ("httpx", "httpx2", "httpcore", "httpcore2"):  # which tell each address that they ask
        logging.getLogger(chatty).setLevel(logging.WARNING)
    logging.getLogger("python_multipart").setLevel(logging.ERROR)  # which tells characters of each faulty form
    _allow_files()
    config = uvicorn.Config(
        create_app(site),
        host=host,
        port=port,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(site.settings.proxies),
        forwarded_allow_ips=list(site.settings.proxies),
        http=Patient,
        ws="none",
        loop="asyncio",
        backlog=BACKLOG,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    uvicorn.Server(config).run()


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
