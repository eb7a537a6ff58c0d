"""
JSON Schemas with the docstrings of the models' fields as descriptions.

Pydantic can read them itself (`use_attribute_docstrings`), but then every start of the program reads the source of all
models: 45 ms of half a second. Only the schemas need them, so they are read here.
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any, Literal

from pydantic import TypeAdapter

SCHEMAS = Path(__file__).resolve().parent.parent / "schemas"


def described_schema(model: type[Any], mode: Literal["validation", "serialization"]) -> dict[str, Any]:
    """Return the JSON Schema of a model, each property with the docstring of its field."""
    schema = TypeAdapter(model).json_schema(mode=mode)
    docs = _field_docstrings()
    for name, definition in {model.__name__: schema, **schema.get("$defs", {})}.items():
        for prop, text in docs.get(name, {}).items():
            target = definition.get("properties", {}).get(prop)
            if target is not None:
                target.setdefault("description", text)
    return schema


def _field_docstrings() -> dict[str, dict[str, str]]:
    """Class -> property -> docstring, for all models of `schemas/`; aliases as pydantic writes them."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted(SCHEMAS.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                found[node.name] = {
                    _property(field.target.id): ast.literal_eval(text.value).strip()
                    for field, text in zip(node.body, node.body[1:], strict=False)
                    if isinstance(field, ast.AnnAssign)
                    and isinstance(field.target, ast.Name)
                    and isinstance(text, ast.Expr)
                    and isinstance(text.value, ast.Constant)
                }
    return found


def _property(field: str) -> str:
    """The name of a field in JSON: `schema_` avoids a name of pydantic, outcomes are written with a hyphen."""
    return {"not_applicable": "not-applicable", "not_evaluated_": "not-evaluated"}.get(field, field.rstrip("_"))
