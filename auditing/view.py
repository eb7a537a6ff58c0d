"""What reports want to know of a document beyond its findings, and what they must not show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditing.since import Past


@dataclass(frozen=True, slots=True)
class View:
    """How each document is shown."""

    words: bool = False
    """With its words, where its findings stand."""
    mask: bool = False
    """NIPs and names of persons replaced."""
    past: Past | None = None
    """The earlier report with which it is compared."""

    @property
    def masks(self) -> bool:
        """Masked findings are wanted: to show them, or to compare them with those of a masked report."""
        return self.mask or (self.past is not None and self.past.masked)
