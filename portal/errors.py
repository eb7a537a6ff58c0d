"""What the page refuses people, in words for them; `code` is for whoever says it in another language."""

from __future__ import annotations

from auditing.outputs import RequestError
from engine.errors import PatuhError


class RefusedError(RequestError):
    """What was given cannot be taken; the message is Indonesian: what, and what to do instead."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class CannotError(PatuhError):
    """What was asked for does not go with what is stored; the message is Indonesian."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
