"""
Connections: how long one may wait for its request or its reader, and how many one address may have.

The library's own clock starts with the first answer: whoever connects and says nothing would stay for ever, and a
thousand of these, which cost their sender nothing, would keep everybody else out.
"""

from __future__ import annotations

import asyncio
import ipaddress
import time
from collections.abc import Collection
from typing import Any, Final

from uvicorn.protocols.http.h11_impl import H11Protocol

MOST_CONNECTIONS: Final = 1_000
MOST_OF_ONE: Final = 250
"""Of these those of one address that is no proxy."""
PATIENCE_SECONDS: Final = 20.0
"""For the head of a request; and for a reader that takes nothing of its answer, three times as long."""
_LOOK_SECONDS: Final = 5.0


class Patient(H11Protocol):
    """
    A connection that ends when nothing comes of it.

    h11 takes no more than 64 KB of a head, whatever else is installed.
    """

    _since = 0.0
    """When it began to wait for a request, as `time.monotonic`."""
    _unread = 0
    _reading_since = 0.0
    """When *_unread*, the bytes of an answer that wait for their reader, became fewer for the last time."""
    _look: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """Somebody connects."""
        super().connection_made(transport)
        if len(self.connections) > MOST_CONNECTIONS or self._too_many():
            transport.abort()
            return
        self._since = self._reading_since = time.monotonic()
        self._look = self.loop.call_later(_LOOK_SECONDS, self._watch)

    def connection_lost(self, exc: Exception | None) -> None:
        """Nobody is there any more."""
        if self._look is not None:
            self._look.cancel()
        super().connection_lost(exc)

    def _too_many(self) -> bool:
        proxies = self.config.forwarded_allow_ips if self.config.proxy_headers else ()
        if self.client is None or _is_proxy(self.client[0], proxies or ()):
            return False
        others = (one.client for one in self.connections if isinstance(one, Patient))
        return sum(client is not None and client[0] == self.client[0] for client in others) > MOST_OF_ONE

    def _watch(self) -> None:
        now, unread = time.monotonic(), self.transport.get_write_buffer_size()
        if unread == 0 or unread < self._unread:
            self._reading_since = now
        self._unread = unread
        if self.cycle is not None and not self.cycle.response_complete:
            self._since = now
        if now - self._reading_since > 3 * PATIENCE_SECONDS:
            self.transport.abort()
        elif now - self._since > PATIENCE_SECONDS and unread == 0:
            self.transport.close()
        self._look = self.loop.call_later(_LOOK_SECONDS, self._watch)


def _is_proxy(host: str, proxies: Collection[str]) -> bool:
    """Whether many people come from this address, each of whom it names."""
    try:
        found = ipaddress.ip_address(host)
    except ValueError:
        return False
    return any(found in ipaddress.ip_network(one, strict=False) for one in proxies)
