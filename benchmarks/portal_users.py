"""
Visitors of the self-check page for `benchmarks/portal.py`, as locust starts them.

A clerk opens the page once, then drops one document after another and looks at each result. A hostile visitor sends
files that were made to bring a reader down, and does not wait. Folders come by the environment: ``PATUH_DOCUMENTS``,
``PATUH_HOSTILE``; ``PATUH_RESULT`` names the file that the figures go to.
"""

from __future__ import annotations

import itertools
import json
import os
import re
import time
from pathlib import Path
from typing import Any, Final

import gevent  # type: ignore[import-untyped]
from locust import FastHttpUser, constant, events, task

CHECKED: Final = "a document checked"
_TOKEN: Final = re.compile(r'name="token" value="([0-9a-f]{64})"')
_WORKING: Final = 'http-equiv="refresh"'
"""Stands on the page of a result that is not there yet."""
_BOUNDARY: Final = "----patuh-benchmark"
_AGAIN_SECONDS: Final = 0.5
_DOCUMENTS: Final = [(path.name, path.read_bytes()) for path in sorted(Path(os.environ["PATUH_DOCUMENTS"]).iterdir())]
_HOSTILE: Final = [
    (path.name, path.read_bytes())
    for path in sorted(Path(os.environ.get("PATUH_HOSTILE", os.environ["PATUH_DOCUMENTS"])).rglob("*"))
    if path.is_file()
]
_turn = itertools.count()
_hostile_turn = itertools.count()
HOSTILE_UPLOADS: Final = int(os.environ.get("PATUH_HOSTILE_UPLOADS", "0"))


def _form(token: str, name: str, data: bytes) -> bytes:
    head = (
        f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="token"\r\n\r\n{token}\r\n'
        f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n"
    )
    return head.encode() + data + f"\r\n--{_BOUNDARY}--\r\n".encode()


class _Visitor(FastHttpUser):
    abstract = True
    token = ""

    def on_start(self) -> None:
        """Open the page."""
        found = _TOKEN.search(self.client.get("/").text or "")
        assert found is not None
        self.token = found[1]

    def send(self, file_name: str, data: bytes, **more: Any) -> Any:
        """Drop one file."""
        headers = {"Content-Type": f"multipart/form-data; boundary={_BOUNDARY}"}
        form: Any = _form(self.token, file_name, data)
        return self.client.post("/periksa", data=form, headers=headers, **more)


class Clerk(_Visitor):
    """Checks one document after another."""

    wait_time = constant(0)
    fixed_count = int(os.environ.get("PATUH_CLERKS", "50"))

    @task
    def check(self) -> None:
        """Drop a document, and wait until its result is on the page."""
        name, data = _DOCUMENTS[next(_turn) % len(_DOCUMENTS)]
        begun, problem = time.perf_counter(), None
        answer = self.send(name, data)
        while answer.status_code == 200 and _WORKING in (answer.text or ""):
            gevent.sleep(_AGAIN_SECONDS)
            answer = self.client.get(answer.url, name="/periksa/[id]")
        if answer.status_code != 200 or "SHA-256" not in (answer.text or ""):
            problem = RuntimeError(f"{answer.status_code} {(answer.text or '')[:200]}")
        took = (time.perf_counter() - begun) * 1000
        events.request.fire(  # type: ignore[no-untyped-call]
            request_type="USER", name=CHECKED, response_time=took, response_length=len(answer.content or b""),
            exception=problem, context={},
        )  # fmt: skip


class Enemy(_Visitor):
    """Sends hostile files, each once until all are sent."""

    wait_time = constant(0)
    fixed_count = int(os.environ.get("PATUH_ENEMIES", "0"))

    @task
    def attack(self) -> None:
        """Send one; that the server refuses it for now is an answer, too."""
        number = next(_hostile_turn)
        if number >= HOSTILE_UPLOADS:
            gevent.sleep(1)
            return
        name, data = _HOSTILE[number % len(_HOSTILE)]
        with self.send(name, data, name="hostile", catch_response=True) as answer:
            if answer.status_code in (400, 413, 429, 503):
                answer.success()


@events.quitting.add_listener  # type: ignore[untyped-decorator]
def _told(environment: Any, **_: Any) -> None:
    """Write what was measured."""
    stats = environment.stats
    found = {
        name: {
            "count": one.num_requests,
            "failures": one.num_failures,
            "per_second": one.total_rps,
            "p50": one.get_response_time_percentile(0.5),
            "p95": one.get_response_time_percentile(0.95),
        }
        for (name, _method), one in stats.entries.items()
    }
    errors = [f"{one.name}: {one.error}" for one in stats.errors.values()]
    usage = os.times()
    told = {"requests": found, "errors": errors, "cpu_seconds": usage.user + usage.system}
    Path(os.environ["PATUH_RESULT"]).write_text(json.dumps(told), encoding="utf-8")
