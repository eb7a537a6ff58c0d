"""The page that says what is judged, by which rules, and what is not kept."""

from __future__ import annotations

from itertools import groupby

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from portal.asking import language_of, site_of
from portal.clerk.words import TOPICS
from portal.pages.rendering import page
from portal.site import Site
from reports.labels import Language
from schemas.rule import Rule

router = APIRouter()


@router.get("/tentang")
async def about(request: Request) -> Response:
    """What is judged."""
    return page(request, "about.html", topics=topics(site_of(request), language_of(request)))


def topics(site: Site, lang: Language) -> list[tuple[str, list[Rule]]]:
    """The rules that judge, by topic; a topic of the organisation bears its own name."""
    rules = sorted((rule for rule in site.pack.rules if rule.name in site.chosen.names), key=_topic)
    return [
        (TOPICS[lang].get(topic, topic), sorted(some, key=lambda rule: rule.code))
        for topic, some in groupby(rules, key=_topic)
    ]


def _topic(rule: Rule) -> str:
    return rule.name.partition("/")[0]
