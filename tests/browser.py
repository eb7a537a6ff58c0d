"""Chromium for tests of pages: started without a network, its complaints collected, and the usual measurements."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import Any

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--no-first-run")
_SERIOUS = ("serious", "critical")


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """Start the Chromium of the system."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=which("chromium"), args=[*_FLAGS])
        try:
            yield browser
        finally:
            browser.close()


@contextlib.contextmanager
def page_of(browser: Browser, path: Path, *, width: int = 1280, **options: Any) -> Iterator[tuple[Page, list[str]]]:
    """
    Open a file; whatever it asks of the network fails.

    Yields the page, and the list of what the browser complained of (errors, violations of the policy of the page,
    requests), which grows while the page is used.
    """
    context: BrowserContext = browser.new_context(viewport={"width": width, "height": 900}, offline=True, **options)
    complaints: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: complaints.append(request.url) if request.url != path.as_uri() else None)
    page.goto(path.as_uri())
    try:
        yield page, complaints
    finally:
        context.close()


def wider_than_the_window(page: Page) -> list[str]:
    """What makes the page wider than the window, but for what scrolls by itself; nothing where all fits."""
    found: list[str] = page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] :
            [...document.querySelectorAll('body *')]
                .filter(one => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('.grid'))
                .map(one => one.tagName + '.' + one.className).slice(0, 5).concat('scrolls')"""
    )
    return found


def accessibility_problems(page: Page) -> list[str]:
    """What axe-core finds serious or critical."""
    results = Axe().run(page, options={"resultTypes": ["violations"]}).response
    return [
        f"{one['id']} ({one['impact']}): {one['nodes'][0]['html'][:200]}"
        for one in results["violations"]
        if one["impact"] in _SERIOUS
    ]


def seconds_to_open(browser: Browser, path: Path) -> tuple[float, float]:
    """How long until a page is loaded and drawn, and then until its first folded document is shown."""
    page = browser.new_page()
    began = time.perf_counter()
    page.goto(path.as_uri(), wait_until="load")
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)))")
    loaded = time.perf_counter() - began
    began = time.perf_counter()
    page.evaluate("() => { location.hash = document.querySelector('.doc').id; }")
    page.wait_for_selector(".doc article")
    shown = time.perf_counter() - began
    page.close()
    return loaded, shown
