"""People before the pages of a real server: what they do by mouse or keyboard, and what each page must be then."""

from __future__ import annotations

import base64
import contextlib
import io
import os
import re
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

import docx as python_docx
import pypdfium2
from playwright.sync_api import Browser, ConsoleMessage, Download, Locator, Page, Request, Response, expect

from portal.guard import POLICY
from portal.pages.assets import version
from readers.text import read_text
from specs.draft import LEGAL_BASIS, Draft
from tests.browser import accessibility_problems, wider_than_the_window
from tests.hand_ins import new_archive
from tests.portal_values import GOOD
from tests.program import ROOT, command, environment, patuh
from tests.word_files import word_of

PATIENCE = 40_000
"""Milliseconds: the machine may be busy with other things."""
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
OFFICE = "Kecamatan Taman Selasih"
"""That of the invented SOP."""
LAYOUT = f"""\
offices:
  - {{name: {OFFICE}, folders: [kecamatan/taman-selasih]}}
  - {{name: Dinas Kearsipan, folders: [dinas/kearsipan]}}
"""
SETTINGS = "[portal]\nworkers = 1\nupload_mb = 1\nchecks_per_minute = 1000\n"
AUDITOR, FULL_NAME, ADMIN = "sari.dewi", "Sari Dewi", "budi.santosa"
_STEP = 3
"""Of the SOP's steps that which has no time."""

_FOCUS_SEEN = """one => {
    const seen = document.activeElement;
    const style = getComputedStyle(seen);
    const box = seen.getBoundingClientRect();
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
    return {there: seen === one, nowhere: seen === document.body || seen === document.documentElement,
            seen: outlined && box.width > 0 && box.height > 0, what: seen.outerHTML.slice(0, 120)};
}"""
_DROPPED = """files => {
    const carried = new DataTransfer();
    for (const [name, words] of files)
        carried.items.add(new File([Uint8Array.from(atob(words), one => one.charCodeAt(0))], name));
    return carried;
}"""


# the server


@dataclass(frozen=True)
class Served:
    """A server that runs."""

    url: str
    archive: Path
    scratch: Path
    """Where uploads lie."""


@contextlib.contextmanager
def served(folder: Path) -> Iterator[Served]:
    """`patuh serve` over an empty archive, with the accounts of an auditor and an admin."""
    archive, store, log = new_archive(folder / "arsip", LAYOUT), folder / "patuh.db", folder / "log"
    for made in (folder / "tmp", archive / "kecamatan/taman-selasih", archive / "dinas/kearsipan"):
        made.mkdir(parents=True)
    (folder / "patuh.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "sandi.txt").write_text(GOOD, encoding="utf-8")
    for name, full_name, role in ((AUDITOR, FULL_NAME, "auditor"), (ADMIN, "Budi Santosa", "admin")):
        who = (name, "--full-name", full_name, "--role", role, "--password-file", folder / "sandi.txt")
        added = patuh("user", "add", *who, "--store", store)
        assert added.code == 0, added.err
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    places = ("--archive", archive, "--store", store, "--config", folder / "patuh.toml", "--as-of", "2026-07-15")
    with log.open("wb") as stream:
        process = subprocess.Popen(
            command("serve", "--port", str(port), *places),
            cwd=ROOT,
            env={**environment(), "TMPDIR": str(folder / "tmp")},
            stdout=stream,
            stderr=stream,
        )
    try:
        _await(process, log, f"dibuka di http://127.0.0.1:{port} ")
        yield Served(f"http://127.0.0.1:{port}", archive, folder / "tmp")
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE / 1000)
    said = log.read_text(encoding="utf-8", errors="replace")
    assert "Traceback" not in said, said[-4000:]
    assert " ERROR " not in said, said[-4000:]


def _await(process: subprocess.Popen[bytes], log: Path, words: str) -> None:
    until = time.monotonic() + PATIENCE / 1000
    while words not in log.read_text(encoding="utf-8", errors="replace"):
        assert time.monotonic() < until, "the server does not listen"
        assert process.poll() is None, log.read_text(encoding="utf-8", errors="replace")[-4000:]
        time.sleep(0.02)


# the document


@cache
def faulty_document() -> bytes:
    """Return a Word file of an SOP that names no law, and lacks the time of a step."""
    draft = Draft()
    draft.laws = []
    draft.steps[_STEP].minutes = ""
    return word_of(read_text(draft.text.encode(), name="sop.txt"))


def with_laws(data: bytes) -> bytes:
    """Write the laws into the file, as the clerk does in Word."""
    document = python_docx.Document(io.BytesIO(data))
    rows = [row for table in document.tables for row in table.rows]
    below = next(rows[at + 1] for at, row in enumerate(rows) if row.cells[0].text.strip() == LEGAL_BASIS)
    below.cells[0].text = "\n".join(f"{number}. {law};" for number, law in enumerate(Draft().laws, 1))
    mended = io.BytesIO()
    document.save(mended)
    return mended.getvalue()


def words_of_word_file(path: Path) -> str:
    """All words of a Word file, those of its tables included."""
    body = python_docx.Document(str(path)).element.body
    return "\n".join("".join(block.itertext()) for block in body)


def comments_of(path: Path) -> list[str]:
    """The comments in a Word file."""
    return [comment.text for comment in python_docx.Document(str(path)).comments]


def words_of_pdf(path: Path) -> str:
    """All words of a PDF, without blanks: lines break anywhere."""
    with contextlib.closing(pypdfium2.PdfDocument(path)) as document:
        return "".join("".join(page.get_textpage().get_text_bounded().split()) for page in document)


# who sits before the page


class Hand(Protocol):
    """How somebody works a page."""

    def press(self, target: Locator) -> None:
        """A link, a button, something that unfolds, or a box to tick."""

    def write(self, target: Locator, words: str) -> None:
        """Into a field."""

    def choose(self, target: Locator, words: str) -> None:
        """One of a list."""

    def give(self, target: Locator, *files: Path) -> None:
        """Files."""


class Mouse:
    """By mouse, or finger."""

    def press(self, target: Locator) -> None:
        """Click it."""
        target.click(timeout=PATIENCE)

    def write(self, target: Locator, words: str) -> None:
        """Click and type."""
        target.fill(words)

    def choose(self, target: Locator, words: str) -> None:
        """Pick it."""
        target.select_option(label=words)

    def give(self, target: Locator, *files: Path) -> None:
        """Choose them in the window that opens."""
        with target.page.expect_file_chooser() as opened:
            target.click()
        opened.value.set_files(list(files))


class Keyboard:
    """By keyboard alone; each stop on the way shows where one is."""

    MOST_STOPS = 150

    def press(self, target: Locator) -> None:
        """Go there, and press the key for it."""
        self._go(target)
        kind = target.evaluate("one => one.type === 'checkbox' || one.tagName === 'BUTTON'")
        target.page.keyboard.press("Space" if kind else "Enter")

    def write(self, target: Locator, words: str) -> None:
        """Go there, and type."""
        self._go(target)
        target.page.keyboard.type(words)
        expect(target).to_have_value(words)

    def choose(self, target: Locator, words: str) -> None:
        """Go there, and type how it begins."""
        self._go(target)
        target.page.keyboard.type(words)
        expect(target.locator("option:checked")).to_have_text(words)

    def give(self, target: Locator, *files: Path) -> None:
        """Open the window from the field."""
        self._go(target)
        with target.page.expect_file_chooser() as opened:
            target.page.keyboard.press("Space")
        opened.value.set_files(list(files))

    def _go(self, target: Locator) -> None:
        """
        Press Tab until it has the focus.

        Raises:
            AssertionError: A stop is not to be seen, or it is never reached.
        """
        expect(target).to_be_visible(timeout=PATIENCE)
        for _ in range(self.MOST_STOPS):
            target.page.keyboard.press("Tab")
            found = target.evaluate(_FOCUS_SEEN)
            assert found["seen"] or found["nowhere"], f"one does not see the focus on {found['what']}"
            if found["there"]:
                return
        raise AssertionError(f"the keyboard does not reach {target}")


# what each page must be


@dataclass
class Watch:
    """A context of a browser, and what is wrong with what was seen in it."""

    page: Page
    url: str
    complaints: list[str] = field(default_factory=list)
    sent: list[str] = field(default_factory=list)
    """Methods and paths of all that was asked for."""
    expected: set[int] = field(default_factory=lambda: {200, 303, 304})
    """Statuses of answers."""

    def __post_init__(self) -> None:
        self.page.on("filechooser", lambda _: None)  # from now on the browser tells of them, instead of opening one
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        self.page.on("request", self._asked)
        self.page.on("response", self._answered)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"console: {message.text}")

    def _asked(self, request: Request) -> None:
        place = urlsplit(request.url)
        self.sent.append(f"{request.method} {place.path}")
        if f"{place.scheme}://{place.netloc}" != self.url and place.scheme != "blob":
            self.complaints.append(f"another host: {request.url}")

    def _answered(self, response: Response) -> None:
        if response.headers.get("content-security-policy") != POLICY:
            self.complaints.append(f"policy: {response.url}")
        page = response.headers.get("content-type", "").startswith("text/html")
        if page and response.headers.get("cache-control") != "no-store":
            self.complaints.append(f"kept by the browser: {response.url}")
        if response.status not in self.expected:
            self.complaints.append(f"{response.status}: {response.url}")

    @cached_property
    def icon(self) -> str:
        """The address of the icon of each page, which is there."""
        address = f"/static/icon.svg?v={version()}"
        answer = self.page.request.get(f"{self.url}{address}")
        assert (answer.status, answer.headers["content-type"]) == (200, "image/svg+xml")
        return address

    def open(self, path: str) -> None:
        """Type an address."""
        self.page.goto(f"{self.url}{path}", timeout=PATIENCE)

    def seen(self, name: str, *, axe: bool = False) -> None:
        """Look at the page as it is now: nothing was complained of, it fits phones, and who cannot see it reads it."""
        shot(self.page, name)
        assert [] == self.complaints, name
        assert self.page.locator("link[rel=icon]").get_attribute("href") == self.icon, name
        assert not re.search(r"Traceback|Internal Server Error|\{\{|\{%", self.page.content()), name
        size = self.page.viewport_size
        for width in {360, size["width"] if size else 360}:
            self.page.set_viewport_size({"width": width, "height": 740})
            assert [] == wider_than_the_window(self.page), (name, width)
        if size:
            self.page.set_viewport_size(size)
        assert not axe or [] == accessibility_problems(self.page), name


@contextlib.contextmanager
def watched(
    browser: Browser, site: Served, size: dict[str, int], *, script: bool = True, **more: Any
) -> Iterator[Watch]:
    """A visitor of his own, whose browser complains of nothing to the end."""
    context = browser.new_context(viewport=size, java_script_enabled=script, **more)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    try:
        watch = Watch(context.new_page(), site.url)
        yield watch
        assert [] == watch.complaints
    finally:
        context.close()


def taken(target: Locator, hand: Hand, folder: Path) -> Path:
    """Download what a link or a button leads to, at once or from the page that waits for it."""
    page, begun, until = target.page, list[Download](), time.monotonic() + PATIENCE / 1000
    page.once("download", lambda download: begun.append(download))  # noqa: PLW0108 - playwright marks what it calls
    hand.press(target)
    while not begun:
        assert time.monotonic() < until, "nothing is downloaded"
        page.wait_for_timeout(20)
        ready = page.locator("main a[href$='/berkas']")
        if ready.count():
            hand.press(ready)
    kept = folder / begun[0].suggested_filename
    begun[0].save_as(kept)
    return kept


def dragged(page: Page, *files: tuple[str, bytes]) -> None:
    """Drop files, given by name and content, on the page."""
    carried = page.evaluate_handle(_DROPPED, [[name, base64.b64encode(data).decode()] for name, data in files])
    page.dispatch_event("#drop", "dragenter", {"dataTransfer": carried})
    page.dispatch_event("#drop", "drop", {"dataTransfer": carried})


def shot(page: Page, name: str) -> None:
    """Keep pictures of the page, on the screen and on paper, in the folder ``PATUH_SCREENSHOTS``, where it is named."""
    place = os.environ.get("PATUH_SCREENSHOTS")
    if not place:
        return
    folder = Path(place)
    folder.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=folder / f"{name}.png", full_page=True)
    page.pdf(path=folder / f"{name}.pdf", format="A4")
