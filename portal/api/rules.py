"""By which rules this server judges."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.requests import Request
from starlette.responses import Response

from portal.api.callers import caller_of
from portal.api.checks import Lang
from portal.api.document import failures
from portal.api.models import RuleDetail, RuleList, RuleSource, RuleSummary
from portal.api.problems import ApiError
from portal.asking import site_of
from reports.labels import Language
from schemas.rule import Rule

router = APIRouter(prefix="/api/v1", tags=["rules"])


@router.get(
    "/rules",
    operation_id="read_rules",
    summary="The rules by which documents are judged here",
    response_model=None,
    responses={200: {"model": RuleList, "description": "The rules, by name."}, **failures()},
)
async def rules(request: Request, lang: Lang = "id") -> Response:
    """With equal digest and profile two servers judge alike."""
    await caller_of(request)
    site = site_of(request)
    told = [_summary(site.pack.rule(name), lang) for name in site.chosen.names]
    info = site.chosen.info
    made = RuleList(profile=info.profile, digest=info.digest, count=len(told), rules=told)
    return Response(made.model_dump_json(), media_type="application/json")


@router.get(
    "/rules/{name:path}",
    operation_id="read_rule",
    summary="One rule, and why there is it",
    response_model=None,
    responses={200: {"model": RuleDetail, "description": "The rule."}, **failures()},
)
async def rule(
    request: Request,
    name: Annotated[str, Path(description="Its name or its code.", examples=["legal/missing"])],
    lang: Lang = "id",
) -> Response:
    """Only of the rules that are used here."""
    await caller_of(request)
    site = site_of(request)
    found = next((one for one in site.pack.rules if name in (one.name, one.code)), None)
    if found is None or found.name not in site.chosen.names:
        raise ApiError(404, "not-found")
    return Response(_detail(found, lang).model_dump_json(), media_type="application/json")


def _summary(one: Rule, lang: Language) -> RuleSummary:
    return RuleSummary(
        code=one.code,
        name=one.name,
        title=getattr(one.title, lang),
        topic=one.name.partition("/")[0],
        component=one.component,
        severity=one.severity,
        confidence=one.confidence,
        applies_to=list(one.applies_to),
    )


def _detail(one: Rule, lang: Language) -> RuleDetail:
    sources = [
        RuleSource(
            regulation=each.regulation,
            clause=each.clause,
            modality=each.modality,
            asks=getattr(each.asks, lang),
        )
        for each in one.source
    ]
    return RuleDetail(
        **_summary(one, lang).model_dump(),
        why=getattr(one.why, lang),
        recommendation=getattr(one.finding.recommendation, lang),
        sources=sources,
    )
