"""
The JSON Schema of a rule file as authors write it, for editors.

The model `schemas.rule.Rule` is what the loader makes of a file; a file is shorter: patterns read ``- alias: kind``
with ``where`` below, facts of cases are flat. So the model's schema is taken and those places are rewritten, with the
kinds, fields and values of `schemas.facts.FACT_KINDS`.
"""

from __future__ import annotations

from typing import Any

from schemas.facts import FACT_KINDS, FactKind, FieldSpec
from schemas.rule import Rule

JsonSchema = dict[str, Any]

_ALIAS = r"^(?!(where|params)$)(_|[a-z][a-z0-9_]*)$"
_REFERENCE = {"type": "string", "pattern": r"^[a-z_][a-z0-9_]*\.[a-z_][a-z0-9_]*$"}
_EQUALITY = ("eq", "ne")
_ORDER = ("lt", "lte", "gt", "gte")
_JSON_TYPES = {str: "string", int: "integer", bool: "boolean"}
_GIVEN_BY_PATH = ("name", "file")
"""Fields of the model that the loader takes from where the file lies."""


def rule_file_schema() -> JsonSchema:
    """Return the schema of ``rules/<topic>/<name>.yaml``."""
    schema = Rule.model_json_schema()
    for name in _GIVEN_BY_PATH:
        del schema["properties"][name]
        schema["required"].remove(name)
    schema["title"] = "patuh rule file"
    schema["$defs"] |= _conditions()
    schema["$defs"]["Pattern"] = {
        "description": "One fact: `alias: kind`, with `where` below it.",
        "anyOf": [_pattern(name, kind) for name, kind in FACT_KINDS.items()],
    }
    schema["$defs"]["CaseFact"] = {
        "description": "One fact: `kind` and those fields that matter; the rest is neutral.",
        "anyOf": [_case_fact(name, kind) for name, kind in FACT_KINDS.items()],
    }
    return schema


def _pattern(name: str, kind: FactKind) -> JsonSchema:
    conditions = {field: _ref(_condition_name(spec), spec) for field, spec in kind.fields.items()}
    where = {"type": "object", "properties": conditions, "additionalProperties": False}
    return {
        "type": "object",
        "description": kind.about,
        "properties": {"where": where},
        "patternProperties": {_ALIAS: {"const": name}},
        "additionalProperties": False,
        "minProperties": 1,
        "maxProperties": 2,
        "not": {"required": ["where"], "maxProperties": 1},
    }


def _ref(name: str, spec: FieldSpec) -> JsonSchema:
    return {"description": spec.about, "$ref": f"#/$defs/{name}"}


def _conditions() -> dict[str, JsonSchema]:
    """Return one definition for each sort of field: what may stand after its name in ``where``."""
    specs = [spec for kind in FACT_KINDS.values() for spec in kind.fields.values()]
    return {_condition_name(spec): _condition(spec) for spec in specs}


def _condition_name(spec: FieldSpec) -> str:
    return "is-" + ("-or-".join(spec.values) or _JSON_TYPES[spec.type])


def _condition(spec: FieldSpec) -> JsonSchema:
    """Return the schema of an operand (equal), a list (one of), or ``operator: operand``."""
    literal = _literal(spec)
    one = {"anyOf": [literal, _REFERENCE]}
    some = {"type": "array", "items": one, "minItems": 1}
    ordered = spec.type is not bool and not spec.values
    operators = dict.fromkeys(_EQUALITY + (_ORDER if ordered else ()), one)
    spelt_out = {
        "type": "object",
        "properties": operators | {"in": some},
        "additionalProperties": False,
        "minProperties": 1,
    }
    return {"anyOf": [literal, _REFERENCE, some, spelt_out]}


def _literal(spec: FieldSpec) -> JsonSchema:
    return {"enum": list(spec.values)} if spec.values else {"type": _JSON_TYPES[spec.type]}


def _case_fact(name: str, kind: FactKind) -> JsonSchema:
    values = {field: _case_value(spec) for field, spec in kind.fields.items()}
    # A field that is itself named kind can only stand in the block.
    block = {"type": "object", "properties": values, "additionalProperties": False}
    return {
        "type": "object",
        "description": kind.about,
        "properties": values | {"kind": {"const": name}, "fields": block},
        "required": ["kind"],
        "additionalProperties": False,
    }


def _case_value(spec: FieldSpec) -> JsonSchema:
    value = _literal(spec)
    return {"anyOf": [value, {"type": "null"}]} if spec.optional else value
