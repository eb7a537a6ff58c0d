"""The API for tests: a site with an archive and tokens, and a server on a real socket."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from portal.app import create_app
from portal.site import Places, Site
from portal.tokens import Tokens
from tests.hand_ins import new_archive, new_store
from tests.portal_site import portal
from tests.portal_values import BY

PLENTY = 100_000
"""Requests a minute, for tests of something else."""
PROBLEM = "application/problem+json"


@dataclass(frozen=True)
class Api:
    """A site and two systems that may use it."""

    site: Site
    token: str
    other: str

    @property
    def mine(self) -> dict[str, str]:
        """The headers of the first."""
        return {"Authorization": f"Bearer {self.token}"}

    @property
    def others(self) -> dict[str, str]:
        """The headers of the second."""
        return {"Authorization": f"Bearer {self.other}"}


@contextlib.contextmanager
def api(folder: Path, **settings: object) -> Iterator[Api]:
    """A site with an archive below *folder*, and tokens."""
    places = Places(new_archive(folder / "arsip"), str(new_store(folder / "patuh.db")))
    with portal(places, **{"checks_per_minute": PLENTY, **settings}) as site:
        assert site.store is not None
        tokens = Tokens(site.store)
        yield Api(site, tokens.add("Aplikasi naskah", BY)[1], tokens.add("Aplikasi arsip", BY)[1])


@contextlib.contextmanager
def served(site: Site) -> Iterator[str]:
    """Serve a site on loopback; gives its address."""
    config = uvicorn.Config(create_app(site), port=0, log_config=None, access_log=False, ws="none", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        until = time.monotonic() + 20
        while not server.started and time.monotonic() < until:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)
