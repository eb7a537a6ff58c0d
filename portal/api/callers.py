"""Who asks: a system with a token, or, where the server is open, an address of its network; cookies say nothing."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from portal.api.problems import ApiError
from portal.asking import site_of
from portal.guard import address_of
from portal.tokens import Tokens

_CHALLENGE: Final = {"WWW-Authenticate": 'Bearer realm="patuh"'}
_REFUSED: Final = {"WWW-Authenticate": 'Bearer realm="patuh", error="invalid_token"'}
_SCHEME: Final = "bearer"
_NOBODY: Final = "-"


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks."""

    who: str
    """As the log of events has it: ``token:ID``, or ``-`` without one."""
    address: str

    @property
    def owner(self) -> str:
        """Whose the checks are: no mark of a browser looks so, for these have no colon."""
        return f"api:{self.counted}"

    @property
    def counted(self) -> str:
        """Whose requests are counted together: those of an address with those of its people at the pages."""
        return self.who if self.who != _NOBODY else self.address


async def caller_of(request: Request) -> Caller:
    """
    Return who asks.

    Raises:
        ApiError: 404, the server has no API; 401, it asks for a token that is not shown, or does not hold.
        StoreError: The tokens cannot be read.
    """
    site, shown = site_of(request), _shown(request)
    if site.settings.api == "off":
        raise ApiError(404, "not-found")
    if shown is None:
        if site.settings.api == "token":
            raise ApiError(401, "no-token", headers=_CHALLENGE)
        return Caller(_NOBODY, address_of(request))
    token = await run_in_threadpool(Tokens(site.store).find, shown) if site.store else None
    if token is None:
        raise ApiError(401, "unknown-token", headers=_REFUSED)
    return Caller(token.who, address_of(request))


def _shown(request: Request) -> str | None:
    """What stands in the header; None where there is none, or one of another kind."""
    given = request.headers.get("authorization")
    if given is None:
        return None
    scheme, _, shown = given.partition(" ")
    return shown.strip() if scheme.lower() == _SCHEME else ""


async def working_caller_of(request: Request) -> tuple[Caller, dict[str, str]]:
    """
    Return who asks for work, counted, and the headers that say how much more may be asked.

    Raises:
        ApiError: As `caller_of`; 429, it asks too often.
        StoreError: The tokens cannot be read.
    """
    caller, rates = await caller_of(request), site_of(request).rates
    allowed, left = rates.allows("check", caller.counted), rates.left("check", caller.counted)
    wait = max(1, round(left.until - time.time()))
    headers = {
        "RateLimit-Limit": str(left.limit),
        "RateLimit-Remaining": str(left.remaining),
        "RateLimit-Reset": str(wait),
    }
    if not allowed:
        raise ApiError(429, "too-often", headers={**headers, "Retry-After": str(wait)})
    return caller, headers
