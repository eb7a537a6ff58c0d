"""Tasks for workers of the page in tests."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path

from portal.work import Tools


@dataclass(frozen=True)
class Say:
    """Gives back what it was told."""

    what: str

    def carried_out(self, tools: Tools) -> str:
        """Say it."""
        return self.what


@dataclass(frozen=True)
class Hang:
    """Takes so many seconds."""

    seconds: float

    def carried_out(self, tools: Tools) -> str:
        """Wait."""
        time.sleep(self.seconds)
        return "akhirnya"


@dataclass(frozen=True)
class HangUntil:
    """Takes until there is a file."""

    path: Path

    def carried_out(self, tools: Tools) -> str:
        """Wait for it."""
        while not self.path.exists():
            time.sleep(0.02)
        return "akhirnya"


@dataclass(frozen=True)
class Die:
    """Ends its process without a word."""

    def carried_out(self, tools: Tools) -> None:
        """End."""
        os._exit(7)


@dataclass(frozen=True)
class Fail:
    """Raises."""

    def carried_out(self, tools: Tools) -> None:
        """Raise."""
        raise ValueError("rahasia 198001012005011001")


@dataclass(frozen=True)
class WhoAmI:
    """Tells about its process."""

    def carried_out(self, tools: Tools) -> tuple[int, int]:
        """Its number and its niceness."""
        return os.getpid(), os.nice(0)
