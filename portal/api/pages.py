"""The API described: for programs as OpenAPI, for people as a page made of the same."""

from __future__ import annotations

import json
from functools import cache
from typing import Any, Final

from fastapi import APIRouter, FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from portal.api import checks, hand_ins, rules
from portal.api.document import openapi
from portal.api.problems import ApiError
from portal.api.words import DETAILS
from portal.asking import language_of, site_of
from portal.pages.rendering import page

ROUTERS: Final[tuple[APIRouter, ...]] = (checks.router, rules.router, hand_ins.router)
DOCUMENT: Final = "/api/v1/openapi.json"


def add_api(app: FastAPI) -> None:
    """Add the API and its descriptions."""
    for router in ROUTERS:
        app.include_router(router)
    app.add_api_route(DOCUMENT, described, methods=["GET"])
    app.add_api_route("/api", listed, methods=["GET"])


@cache
def document(*, token: bool = True) -> dict[str, Any]:
    """Return the OpenAPI document; *token*: whether one is required."""
    return openapi(ROUTERS, token=token)


@cache
def document_bytes(*, token: bool = True) -> bytes:
    """The same, as it is sent and kept in the repository."""
    return (json.dumps(document(token=token), ensure_ascii=False, indent=2) + "\n").encode()


async def described(request: Request) -> Response:
    """Whoever wants to ask may read how, without a token."""
    api = site_of(request).settings.api
    if api == "off":
        raise ApiError(404, "not-found")
    return Response(document_bytes(token=api == "token"), media_type="application/json")


async def listed(request: Request) -> Response:
    """The page for people."""
    api = site_of(request).settings.api
    if api == "off":
        raise HTTPException(404)
    made = document(token=api == "token")
    codes = DETAILS[language_of(request)]
    host = site_of(request).settings.url or f"{request.url.scheme}://{request.url.netloc}"
    return page(request, "api.html", operations=_operations(made), codes=codes, host=host, document=DOCUMENT)


def _operations(made: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "method": method.upper(),
            "path": path,
            "summary": one["summary"],
            "description": one.get("description", ""),
            "statuses": [
                {"status": status, "means": answer["description"]} for status, answer in one["responses"].items()
            ],
        }
        for path, methods in made["paths"].items()
        for method, one in methods.items()
    ]
