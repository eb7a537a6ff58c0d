"""
Write, or check, every file of the checkout that is made from code and rules.

``python -m scripts.generate`` writes them; with ``--check`` nothing is written: the files that differ are named and
the exit code is 1.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from cli import main as patuh
from commands.rules import SCHEMA_OF_RULES
from engine.pack import load_pack
from portal.api.pages import document_bytes
from schemas.akip import Akip
from schemas.archive import ArchiveLayout, Waivers
from schemas.blocks import Document
from schemas.bundle import Manifest
from schemas.evidence import Evidence
from schemas.glossary import Glossary
from schemas.grading import Grading
from schemas.profile import Profiles
from schemas.ratings import Ratings
from schemas.regulation import RegisterFile
from schemas.report import Finding, Report
from schemas.requirement import Requirements
from schemas.rule import Rule
from schemas.settings import Settings
from schemas.sop import Sop
from scripts.described import described_schema
from scripts.grading_page import grading_page
from scripts.pages import commands_page, facts_page, rules_page
from scripts.rule_file_schema import rule_file_schema

CHECKOUT = Path(__file__).resolve().parent.parent
DIALECT = "https://json-schema.org/draft/2020-12/schema"

HEADER = "# yaml-language-server:"

Mode = Literal["validation", "serialization"]

MODELS: dict[str, tuple[type[Any], Mode]] = {
    "archive": (ArchiveLayout, "validation"),
    "bundle": (Manifest, "serialization"),
    "document": (Document, "serialization"),
    "evidence": (Evidence, "serialization"),
    "finding": (Finding, "serialization"),
    "glossary": (Glossary, "validation"),
    "akip": (Akip, "validation"),
    "ratings": (Ratings, "validation"),
    "grading": (Grading, "validation"),
    "profiles": (Profiles, "validation"),
    "regulations": (RegisterFile, "validation"),
    "report": (Report, "serialization"),
    "requirements": (Requirements, "validation"),
    "rule": (Rule, "serialization"),
    "settings": (Settings, "validation"),
    "sop": (Sop, "serialization"),
    "waivers": (Waivers, "validation"),
}
"""What patuh writes is described as written, what people write as read."""


def generated() -> dict[str, str]:
    """Return the content of every generated file by its path in the checkout."""
    files = {
        f"schemas/json/{name}.schema.json": _json(described_schema(model, mode))
        for name, (model, mode) in MODELS.items()
    }
    files["schemas/json/rule-file.schema.json"] = _json(rule_file_schema())
    files["schemas/json/openapi.json"] = document_bytes().decode()
    files["docs/facts.md"] = facts_page()
    pack = load_pack(CHECKOUT / "rules")
    files["docs/rules.md"] = rules_page(pack)
    files["docs/grading.md"] = grading_page(pack, CHECKOUT)
    files["docs/cli.md"] = commands_page(patuh)
    files |= dict(_with_header(path) for path in sorted((CHECKOUT / "rules").glob("*/*.yaml")))
    return files


def _with_header(path: Path) -> tuple[str, str]:
    """A rule file is written by hand, but for the first line, which tells an editor where its schema is."""
    text = path.read_text(encoding="utf-8")
    named = text.startswith(HEADER)
    return path.relative_to(CHECKOUT).as_posix(), text if named else f"{HEADER} $schema={SCHEMA_OF_RULES}\n{text}"


def drifted(checkout: Path = CHECKOUT) -> list[str]:
    """Return the paths whose file is absent or differs, and JSON Schemas that nothing generates, sorted."""
    files = generated()
    differing = {path for path, content in files.items() if _read(checkout / path) != content}
    present = {path.relative_to(checkout).as_posix() for path in (checkout / "schemas/json").glob("*")}
    return sorted(differing | (present - files.keys()))


def main(arguments: Sequence[str]) -> int:
    """Write the files, or check them; return the exit code."""
    if list(arguments) not in ([], ["--check"]):
        print("usage: python -m scripts.generate [--check]", file=sys.stderr)
        return 2
    if arguments:
        names = drifted()
        for name in names:
            print(f"{name}: not as generated; run python -m scripts.generate", file=sys.stderr)
        return 1 if names else 0
    for path, content in generated().items():
        target = CHECKOUT / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8", newline="\n")
    return 0


def _json(schema: dict[str, Any]) -> str:
    return json.dumps({"$schema": DIALECT} | schema, ensure_ascii=False, indent=2) + "\n"


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
