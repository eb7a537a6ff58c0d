"""The server process: the socket, and its orderly end."""

from __future__ import annotations

import logging
from typing import Final

import uvicorn

from portal.app import create_app
from portal.site import Site

GRACE_SECONDS: Final = 5
"""For requests that are being answered when the server is told to end."""
MOST_CONNECTIONS: Final = 1_000
BACKLOG: Final = 256


def run(site: Site, host: str, port: int) -> None:
    """
    Serve until told to end.

    Raises:
        SystemExit: The address cannot be used.
    """
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    for chatty in ("httpx", "httpx2", "httpcore", "httpcore2"):  # which tell each address that they ask
        logging.getLogger(chatty).setLevel(logging.WARNING)
    config = uvicorn.Config(
        create_app(site),
        host=host,
        port=port,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(site.settings.proxies),
        forwarded_allow_ips=list(site.settings.proxies),
        limit_concurrency=MOST_CONNECTIONS,
        backlog=BACKLOG,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    uvicorn.Server(config).run()
