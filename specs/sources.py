"""Where the document of a scenario comes from: built in the scenario, written there as a text, or a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from specs.draft import Draft, Signatory
from specs.offices import OWN, Owner

SCRIPT_NAME = "naskah.txt"


@dataclass
class Paper:
    """A document of performance data that a scenario builds, block after block."""

    title: str
    owner: Owner = OWN
    blocks: list[list[str]] = field(default_factory=list)
    """Lines of tables, of running text, of signatures, in their order."""
    tables: int = 0

    @property
    def text(self) -> str:
        """The document as a text file."""
        head = [self.title, self.owner.office.upper(), self.owner.regency.upper(), ""]
        return "\n".join([*head, *(line for block in self.blocks for line in block), ""])

    def moved(self, owner: Owner) -> None:
        """Make it the document of another office; what the scenario wrote into it stays."""
        self.owner = owner

    def add_table(self, caption: str, rows: list[list[str]]) -> None:
        """Add a table with its caption, which is numbered where the scenario does not number it."""
        self.tables += 1
        numbered = caption if caption.lower().startswith("tabel ") else f"Tabel 3.{self.tables} {caption}"
        self.blocks.append([numbered, "", *("\t".join(cells) for cells in rows)])

    def add_text(self, lines: list[str]) -> None:
        """Add running text."""
        self.blocks.append(["", *lines, ""])

    def sign(self, signatory: Signatory, above: list[str]) -> None:
        """Add a signature with what stands above it."""
        self.blocks.append(["", *above, *signatory.lines()])


@dataclass(frozen=True)
class Script:
    """A text as a scenario has it."""

    text: str


@dataclass(frozen=True)
class FromFile:
    """A file, of any medium."""

    path: Path
    shown: str
    """As the scenario names it."""


Source = Draft | Paper | Script | FromFile
