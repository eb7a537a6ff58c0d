"""What the pages of the Inspektorat work with: the catalogue, templates of findings, and words that were read."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, Final

from fastapi import Query
from jinja2 import Environment
from starlette.requests import Request

from auditing.check import canon
from portal.asking import language_of, site_of
from portal.inspectorate.catalogue import Catalogue, Catalogues
from portal.pages.words import WORDS, Words
from reports.html.rendering import speaking
from reports.labels import Language

if TYPE_CHECKING:
    from portal.checking import Job
    from portal.site import Site

LONGEST: Final = 1_000
"""Characters of what is looked for."""
_REMEMBERED: Final = 40
"""Documents whose words are kept for whoever goes on with them."""
Page = Annotated[int, Query(ge=1, le=1_000_000)]


class Desk:
    """Of one server."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._catalogues = Catalogues(site.stored)
        self._environments: dict[Language, Environment] = {}
        self._jobs: OrderedDict[object, Job[Any]] = OrderedDict()
        self._lock = threading.Lock()

    def catalogue(self, lang: Language) -> Catalogue:
        """All documents and findings as they are now."""
        return self._catalogues.now(self._site.pack, self._site.as_of, lang)

    def environment(self, lang: Language) -> Environment:
        """The templates of the reports: findings look here as they do there."""
        if lang not in self._environments:
            self._environments[lang] = speaking(canon(self._site.pack, self._site.chosen.names), lang)
        return self._environments[lang]

    def job(self, key: object, begin: Callable[[], Job[Any]]) -> Job[Any]:
        """
        Return what was asked for before, or begin it.

        Raises:
            FullError: Too many wait.
        """
        with self._lock:
            known = self._jobs.pop(key, None)
            if known is None or (known.future.done() and known.future.exception() is not None):
                known = begin()
            self._jobs[key] = known
            while len(self._jobs) > _REMEMBERED:
                self._jobs.popitem(last=False)
            return known


def catalogue_of(request: Request) -> Catalogue:
    """All documents and findings as they are now, in the language of who asks."""
    return site_of(request).desk.catalogue(language_of(request))


def words_of(request: Request) -> Words:
    """The words of the pages in the language of who asks."""
    return WORDS[language_of(request)]


def office_names(site: Site) -> list[str]:
    """The offices that the archive has."""
    return [one.name for one in site.layout.offices] if site.layout is not None else []
