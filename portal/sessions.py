"""
Sessions: who is asking.

A visitor has a random mark in a signed cookie, and nothing on the server until something is uploaded. Whoever signs in
gets another mark, which the server knows; it ends after some time without a click, and after some hours in any case. A
server that starts anew knows none of the old marks.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from itsdangerous import BadSignature, Signer

Role = Literal["auditor", "admin"]

VISITOR_COOKIE: Final = "patuh"
SIGNED_COOKIE: Final = "patuh-masuk"
_MARK_BYTES: Final = 18


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whoever asks, without a name."""

    mark: str
    fresh: bool = False
    """The cookie is to be set."""


@dataclass
class SignedIn:
    """An auditor or admin who is signed in."""

    account: str
    full_name: str
    role: Role
    since: float
    """When, as the clock of the sessions has it."""
    seen: float
    """When last."""
    changed: dt.datetime
    """When the account had changed last, as it was read at the beginning: another moment ends the session."""


class Sessions:
    """All of them."""

    def __init__(
        self,
        *,
        idle_seconds: float,
        most_seconds: float,
        clock: Callable[[], float] = time.monotonic,
        secret: bytes | None = None,
    ) -> None:
        self._secret = secret or secrets.token_bytes(32)
        self._signer = Signer(self._secret, salt="visitor", digest_method=hashlib.sha256)
        self._idle, self._most, self._clock = idle_seconds, most_seconds, clock
        self._signed: dict[str, SignedIn] = {}
        self._lock = threading.Lock()

    def visitor(self, cookie: str | None) -> Visitor:
        """Return who shows this cookie; somebody new for one that is not ours."""
        if cookie:
            try:
                return Visitor(self._signer.unsign(cookie).decode("ascii"))
            except (BadSignature, UnicodeDecodeError):
                pass
        return Visitor(secrets.token_urlsafe(_MARK_BYTES), fresh=True)

    def cookie(self, visitor: Visitor) -> str:
        """What the browser of a visitor is to keep."""
        return self._signer.sign(visitor.mark).decode("ascii")

    def form_token(self, mark: str) -> str:
        """What stands in the forms of a session, so that no other site can fill them in."""
        return hmac.new(self._secret, b"form:" + mark.encode(), hashlib.sha256).hexdigest()

    def is_form_token(self, mark: str, token: str) -> bool:
        """Whether a form is one of this session."""
        return hmac.compare_digest(self.form_token(mark).encode(), token.encode("utf-8", "replace"))

    def sign_in(self, account: str, full_name: str, role: Role, changed: dt.datetime) -> str:
        """
        Begin a session.

        Args:
            account: The name by which the person signs in.
            full_name: The name in full.
            role: What the account may do.
            changed: When the account had changed last, as it was read when its owner proved to be it.

        Returns:
            Its mark, for the cookie.
        """
        mark, now = secrets.token_urlsafe(32), self._clock()
        with self._lock:
            self._tidy(now)
            self._signed[_key(mark)] = SignedIn(account, full_name, role, now, now, changed)
        return mark

    def signed_in(self, mark: str | None) -> SignedIn | None:
        """Return whose session this is; None where there is none, or it has ended."""
        if not mark:
            return None
        now = self._clock()
        with self._lock:
            self._tidy(now)
            found = self._signed.get(_key(mark))
            if found is not None:
                found.seen = now
            return found

    def sign_out(self, mark: str | None) -> None:
        """End a session."""
        if mark:
            with self._lock:
                self._signed.pop(_key(mark), None)

    def end_all(self, account: str) -> None:
        """End all sessions of an account."""
        with self._lock:
            for key in [key for key, one in self._signed.items() if one.account == account]:
                del self._signed[key]

    def _tidy(self, now: float) -> None:
        for key in [key for key, one in self._signed.items() if self._over(one, now)]:
            del self._signed[key]

    def _over(self, one: SignedIn, now: float) -> bool:
        return now - one.seen > self._idle or now - one.since > self._most


def _key(mark: str) -> str:
    """Memory that is read by the wrong eyes holds no mark that could be used."""
    return hashlib.sha256(mark.encode("utf-8", "replace")).hexdigest()
