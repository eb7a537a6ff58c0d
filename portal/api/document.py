"""The OpenAPI document of the API, of the operations themselves; byte for byte the same from one start to the next."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from fastapi import APIRouter
from fastapi.openapi.utils import get_openapi

from portal.api.models import PROBLEM_JSON, NewHandIn, Problem

VERSION: Final = "1.0.0"
"""Of the API: what is added raises the second number, what breaks programs would be /api/v2."""
_ABOUT: Final = (
    "Check SOPs and performance data of local government against the rules of patuh before they are filed. The report "
    "is `patuh.report/1`. Every error is `application/problem+json`. Nothing that is sent is kept, unless it is handed "
    "in."
)
_SCHEME: Final = "token"
_REF: Final = "#/components/schemas/{model}"
_DESCRIPTIONS: Final = {
    400: "The upload is not one file.",
    401: "No token, or one that does not hold.",
    404: "There is none, or it is not the caller's.",
    409: "The check is not done yet: ask again after Retry-After.",
    413: "The upload is too large.",
    415: "This kind of content is not taken.",
    422: "The request is not valid.",
    429: "Too many requests, or too many documents of the caller wait.",
    503: "Too many documents wait, or the store cannot be used.",
}
_INTEGER: Final = {"schema": {"type": "integer", "minimum": 0}, "required": True}
_WAIT: Final = {**_INTEGER, "description": "Seconds after which to ask again."}
RATE_HEADERS: Final = {
    "RateLimit-Limit": {**_INTEGER, "description": "Documents that may be sent in a minute."},
    "RateLimit-Remaining": {**_INTEGER, "description": "How many of them are left."},
    "RateLimit-Reset": {**_INTEGER, "description": "Seconds until the oldest of them counts no more."},
}
_HEADERS: Final[dict[int, dict[str, Any]]] = {
    401: {"WWW-Authenticate": {"schema": {"type": "string"}, "required": True}},
    409: {"Retry-After": {**_WAIT, "required": False}},
    429: {"Retry-After": _WAIT, **{name: {**one, "required": False} for name, one in RATE_HEADERS.items()}},
    503: {"Retry-After": _WAIT},
}


def failures(*statuses: int, **descriptions: str) -> dict[int | str, dict[str, Any]]:
    """Return how an operation may fail, for its `responses`; `s404` and so on: why, where not for the usual reason."""
    return {
        status: {
            "description": descriptions.get(f"s{status}", _DESCRIPTIONS[status]),
            "content": {PROBLEM_JSON: {"schema": {"$ref": "#/components/schemas/Problem"}}},
            "headers": _HEADERS.get(status, {}),
        }
        for status in sorted({401, 404, 422, 503, *statuses})
    }


def links(*operations: str, **parameters: str) -> dict[str, Any]:
    """Return where an answer leads: to operations, with parameters from members of its body."""
    taken = {name: f"$response.body#/{member}" for name, member in parameters.items()}
    return {operation: {"operationId": operation, "parameters": taken} for operation in operations}


def openapi(routers: Iterable[APIRouter], *, token: bool = True) -> dict[str, Any]:
    """
    Return the document.

    Args:
        routers: Those of the API.
        token: Whether a token is required.
    """
    routes = [route for router in routers for route in router.routes]
    made = get_openapi(title="patuh", version=VERSION, summary=_ABOUT.partition(".")[0], description=_ABOUT,
                       routes=routes, servers=[{"url": "/"}], license_info=None)  # fmt: skip
    components = made.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    problem = Problem.model_json_schema(mode="serialization", ref_template=_REF)
    schemas |= problem.pop("$defs", {}) | {"Problem": problem}
    schemas["NewHandIn"] = NewHandIn.model_json_schema(ref_template=_REF)
    components["schemas"] = dict(sorted(schemas.items()))
    about = "A token that the Inspektorat issues (patuh token add)."
    components["securitySchemes"] = {
        _SCHEME: {"type": "http", "scheme": "bearer", "bearerFormat": "patuh_…", "description": about}
    }
    made["security"] = [{_SCHEME: []}] if token else [{_SCHEME: []}, {}]
    return made
