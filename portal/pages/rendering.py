"""Templates of the pages filled in: words escaped and made harmless, numbers told in the visitor's language."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from portal.asking import form_token, keep_cookies, language_of, signed_in, site_of
from portal.clerk.slips import is_audited
from portal.pages.assets import version
from portal.pages.words import WORDS
from reports.changes import day
from reports.html.rendering import templates as plain_templates
from reports.labels import LABELS, Language
from reports.numbers import decimal, whole

FOLDER: Final = Path(__file__).with_name("templates")


@cache
def templates(lang: Language) -> Environment:
    """The templates of all pages, in one language."""
    made = plain_templates(FOLDER)
    made.globals |= {"t": WORDS[lang], "labels": LABELS[lang], "lang": lang, "version": version()}
    made.tests["audited"] = is_audited
    made.filters |= {
        "num": lambda value: decimal(value, lang),
        "count": lambda value: whole(value, lang),
        "day": lambda value: day(value, lang),
    }
    return made


def page(request: Request, template: str, status: int = 200, /, **context: Any) -> Response:
    """
    Answer with a page.

    Args:
        request: To what it answers.
        template: Its name below `FOLDER`.
        status: Of HTTP.
        context: What the template shows, besides what all pages know: ``site``, ``me`` (who is signed in, or None),
            ``token`` (for its forms), ``path``.
    """
    known = {"site": site_of(request), "me": signed_in(request), "token": form_token(request), "path": request.url.path}
    text = templates(language_of(request)).get_template(template).render(known | context)
    return keep_cookies(request, HTMLResponse(text, status))
