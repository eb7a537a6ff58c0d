"""
Documents as the page for clerks shows them: what to do, and beside it the words of the document.

Drawn by a worker, where the document was audited: the process that serves the page only puts the bytes into it. The
parts of a document are those of the HTML report (`reports/html/templates`); only their arrangement is another.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final
from weakref import WeakKeyDictionary

from jinja2 import Environment

from auditing.check import canon
from portal.clerk.words import DRAWN
from portal.drawn import Drawn
from portal.work import Tools
from reports.clerk import ClerkView
from reports.html.document import DocumentView, Speech, document_view
from reports.html.excerpt import AROUND, LITTLE, WHOLE, Room
from reports.html.phrases import Phrases
from reports.html.rendering import speaking
from reports.labels import Language
from schemas.entry import Entry

FOLDER: Final = Path(__file__).with_name("templates")
FIRST_OF_FILE: Final = 1_000_000
"""Documents of the n-th file of a try are counted from n times this on, so that ids of its page are unique."""
ROOMS: Final = ((1_000_000, WHOLE), (2_000_000, AROUND), (3_000_000, LITTLE))
"""So long as the documents of a file have not so many characters of HTML, the next one has this room."""


class _Said(Phrases):
    """The words of the report, some of them said in another way here."""

    def __init__(self, lang: Language) -> None:
        super().__init__(lang)
        self._words |= {key: words for key, words in DRAWN[lang].items() if key in self._words}


@dataclass
class Drawing:
    """Draws the documents of one file."""

    environment: Environment
    lang: Language
    at: int
    """0-based place of the file in its try."""
    several: bool = False
    """Whether the file holds several documents: each can be folded then."""
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _number: int = 0
    _left: int = 0

    def add(self, entry: Entry, since: str = "") -> None:
        """
        Draw one more document.

        Args:
            entry: The document, with its words.
            since: When the try was with which it is compared, in words.
        """
        room = next((room for most, room in ROOMS if self._length < most), None)
        self._number += 1
        if room is None:
            self._left += 1
            return
        view = self._view(entry, room, since)
        text = self.environment.get_template("document.html").render(
            doc=view, several=self.several, opened=self._number == 1
        )
        self._parts.append(text)
        self._length += len(text)

    def drawn(self) -> Drawn:
        """What was drawn."""
        return Drawn.of("".join(self._parts), self._left)

    def _view(self, entry: Entry, room: Room, since: str) -> DocumentView:
        number = self.at * FIRST_OF_FILE + self._number
        titles = self.environment.globals["titles"]
        assert isinstance(titles, dict)
        view = document_view(entry, (number, 0), room, Speech(self.lang, titles))
        return replace(view, clerk=_timed(view.clerk, since)) if since else view


def _timed(clerk: ClerkView, since: str) -> ClerkView:
    return replace(clerk, progress=replace(clerk.progress, since=since)) if clerk.progress else clerk


_ENVIRONMENTS: Final[WeakKeyDictionary[Tools, dict[Language, Environment]]] = WeakKeyDictionary()


def environment_of(tools: Tools, lang: Language) -> Environment:
    """The templates in one language, for the rules of a worker; compiled once."""
    known = _ENVIRONMENTS.setdefault(tools, {})
    if lang not in known:
        pack = tools.pack()
        made = speaking(canon(pack, tools.chosen.names), lang, FOLDER)
        made.globals |= {"t": _Said(lang), "p": DRAWN[lang], "unfolded": True}
        known[lang] = made
    return known[lang]
