"""
Figures of the page for Prometheus: how much is asked, what waits, what failed.

No name, no address and no document is in them.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from portal.asking import site_of
from portal.checking import Checker
from portal.tries import Tries

CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"
BUCKETS: Final = (0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0)
"""Seconds."""
_NO_ROUTE: Final = "-"


class Metrics:
    """All figures of one server."""

    def __init__(self, checker: Checker, tries: Tries) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "patuh_portal_requests", "Requests answered", ["method", "route", "status"], registry=self.registry
        )
        self.seconds = Histogram(
            "patuh_portal_request_seconds", "Until the answer was sent", ["route"], buckets=BUCKETS,
            registry=self.registry,
        )  # fmt: skip
        self.registry.register(_Now(checker, tries))

    def text(self) -> bytes:
        """All of them, as Prometheus reads them."""
        return generate_latest(self.registry)


class _Now:
    """What is read off when somebody asks."""

    def __init__(self, checker: Checker, tries: Tries) -> None:
        self._checker = checker
        self._tries = tries

    def collect(self) -> Iterator[Metric]:
        """Yield the figures."""
        yield GaugeMetricFamily("patuh_portal_tasks_waiting", "Tasks that wait for a worker", self._checker.waiting)
        tasks = CounterMetricFamily("patuh_portal_tasks", "Tasks of the workers since the start", labels=["result"])
        for result, count in sorted(self._checker.counts.items()):
            tasks.add_metric([result], count)
        yield tasks
        yield GaugeMetricFamily("patuh_portal_tries", "Uploads that visitors are looking at", len(self._tries))
        yield GaugeMetricFamily("patuh_portal_tries_bytes", "Bytes of their files", self._tries.bytes)


class Measured:
    """Counts what passes through it."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, and count it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun, status = time.monotonic(), "500"

        async def counted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = str(message["status"])
            await send(message)

        try:
            await self._app(scope, receive, counted)
        finally:
            route = _route(scope)
            self._metrics.requests.labels(_method(scope), route, status).inc()
            self._metrics.seconds.labels(route).observe(time.monotonic() - begun)


def _route(scope: Scope) -> str:
    """The pattern of the address, of which there are few: an address that is asked for may be anything."""
    route = scope.get("route")
    return str(getattr(route, "path", _NO_ROUTE))


def _method(scope: Scope) -> str:
    return scope["method"] if scope["method"] in {"GET", "HEAD", "POST", "DELETE", "OPTIONS"} else "other"


def metrics_page(request: Request) -> Response:
    """Answer with all figures."""
    return Response(request.app.state.metrics.text(), media_type=CONTENT_TYPE)


def health(request: Request) -> Response:
    """Say whether documents can be checked: the workers take tasks, and the store, where there is one, answers."""
    site = site_of(request)
    problem = site.problem()
    return Response(f"{problem or 'ok'}\n", 503 if problem else 200, media_type="text/plain")
