"""
One rule file -> `Rule`: the shape of it.

Every fault is collected with its line: unknown keys are named and left out, so that the other faults of the file show
in the same run. What the names in it mean is the matter of `engine.vocabulary`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError

from engine.errors import RulePackError, RulePackErrors, suggest
from engine.yamlfile import Located, Path_, read_yaml
from schemas.rule import Case, Doubt, FindingTexts, Operator, Rule, Source, Texts, Variant

OPERATORS: tuple[str, ...] = get_args(Operator)

_ALIAS = re.compile(r"_|[a-z][a-z0-9_]*")
_RESERVED = frozenset({"params", "where"})
_GIVEN_BY_PATH = frozenset({"name", "file"})
_PATTERN_LISTS = ("when", "unless", "subject")

_NESTED: dict[type[BaseModel], dict[str, type[BaseModel]]] = {
    Rule: {
        "title": Texts,
        "why": Texts,
        "source": Source,
        "doubts": Doubt,
        "variants": Variant,
        "finding": FindingTexts,
        "cases": Case,
    },
    Source: {"asks": Texts},
    Doubt: {"reason": Texts},
    Variant: {"finding": FindingTexts},
    FindingTexts: {"condition": Texts, "effect": Texts, "recommendation": Texts},
}


class RuleFile:
    """A rule file that is being read, and the faults found in it so far."""

    def __init__(self, path: Path, node: Located) -> None:
        self.path = path
        self.node = node
        self.errors: list[RulePackError] = []
        self.broken = False
        """A line had to be left out, so what refers to it cannot be judged."""

    def fault(self, where: Path_, message: str) -> None:
        """Note a fault at the line of *where*."""
        self.errors.append(RulePackError(self.path, self.node.line_of(where), message))


def read_rule(path: Path, name: str, data: bytes | None = None) -> tuple[Rule | None, RuleFile]:
    """
    Read the rule *name* from *path*; the rule is None when its shape is wrong.

    Raises:
        RulePackErrors: the file is no YAML that we take.
    """
    file = RuleFile(path, read_yaml(path, data))
    if not isinstance(file.node.value, dict):
        raise RulePackErrors([RulePackError(path, 1, "a rule file is a list of 'key: value' lines")])
    plain = _model(file, file.node, Rule, ())
    plain.update(name=name, file=path.as_posix())
    try:
        rule = Rule.model_validate(plain)
        return (None if file.broken else rule), file
    except ValidationError as error:
        report_validation(file, error)
        return None, file


def report_validation(
    file: RuleFile, error: ValidationError, at: Path_ = (), model: type[BaseModel] | None = None
) -> None:
    """Note what pydantic found below *at*, in an author's words; with *model* unknown keys get the nearest known."""
    for part in error.errors(include_url=False):
        where = tuple(step for step in part["loc"] if isinstance(step, int | str))
        dotted = ".".join(str(step + 1) if isinstance(step, int) else step for step in where)
        if part["type"] == "extra_forbidden" and model is not None:
            known = list(_keys_at(model, where[:-1]))
            file.fault((*at, *where), f"unknown key {str(where[-1])!r}{suggest(str(where[-1]), known)}")
        else:
            file.fault((*at, *where), f"{dotted or 'file'}: {_problem(part)}")


def _keys_at(annotation: Any, path: Path_) -> Iterator[str]:
    """Yield the keys that may stand below *path* in a value of the type *annotation*."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields = annotation.model_fields
        if not path:
            yield from fields
        elif path[0] in fields:
            yield from _keys_at(fields[str(path[0])].annotation, path[1:])
        return
    arguments = get_args(annotation)
    origin = get_origin(annotation)
    if origin in (dict, list, tuple):
        yield from _keys_at(arguments[-1] if origin is dict else arguments[0], path[1:]) if path else ()
    else:  # a union, or Annotated
        for argument in arguments:
            yield from _keys_at(argument, path)


def _problem(part: Any) -> str:
    kind, given = part["type"], part["input"]
    if kind == "missing":
        return "is missing"
    if kind == "extra_forbidden":
        return "is not known here"
    if kind == "too_short":
        return "must not be empty" if part["ctx"].get("min_length") == 1 else part["msg"].lower()
    if kind == "string_type" and isinstance(given, bool | int):
        return f"words are wanted here; put {given} in quotes"
    if kind in ("enum", "literal_error"):
        known = re.findall(r"'([^']*)'", str(part["ctx"].get("expected", "")))
        return f"{given!r} is not known here{suggest(str(given), known)}"
    if kind == "string_pattern_mismatch":
        return f"{given!r} must look like {part['ctx']['pattern']}"
    return str(part["msg"]).removeprefix("Value error, ")


def _model(file: RuleFile, node: Located, model: type[BaseModel], path: Path_) -> Any:
    """Return *node* as input for *model*, without the keys that it does not know."""
    if not isinstance(node.value, dict):
        return node.plain()
    known = set(model.model_fields) - (_GIVEN_BY_PATH if model is Rule else frozenset())
    result: dict[str, Any] = {}
    for key, child in node.value.items():
        if key not in known:
            file.fault((*path, key), f"unknown key {key!r}{suggest(key, known)}")
        elif child.value is not None or key == "document":
            result[key] = _child(file, child, model, (*path, key))
    return result


def _child(file: RuleFile, node: Located, model: type[BaseModel], path: Path_) -> Any:
    key = path[-1]
    if key in _PATTERN_LISTS and model is not Case:
        return _patterns(file, node, path)
    if key == "facts" and model is Case:
        return _case_facts(file, node, path)
    nested = _NESTED.get(model, {}).get(str(key))
    if nested is None:
        return node.plain()
    if isinstance(node.value, list):
        return [_model(file, child, nested, (*path, index)) for index, child in enumerate(node.value)]
    return _model(file, node, nested, path)


def _patterns(file: RuleFile, node: Located, path: Path_) -> Any:
    if not isinstance(node.value, list):
        file.fault(path, f"{path[-1]} must be a list of '- alias: fact kind' lines")
        return []
    found = [_pattern(file, child, (*path, index)) for index, child in enumerate(node.value)]
    return [pattern for pattern in found if pattern is not None]


def _pattern(file: RuleFile, node: Located, path: Path_) -> dict[str, Any] | None:
    names = [key for key in node.value if key != "where"] if isinstance(node.value, dict) else []
    if len(names) != 1:
        extra = f"; known keys: one alias and 'where', found {', '.join(names)}" if len(names) > 1 else ""
        file.broken = True
        file.fault(path, f"a line must read '- alias: fact kind', with 'where' below it{extra}")
        return None
    alias = names[0]
    if not _ALIAS.fullmatch(alias) or alias in _RESERVED:
        file.broken = True
        file.fault((*path, alias), f"{alias!r} cannot be an alias: lower-case letters, digits, '_', and not 'params'")
        return None
    where = node.value.get("where")
    conditions = {} if where is None or where.value is None else _where(file, where, (*path, "where"))
    return {"alias": alias, "kind": node.value[alias].plain(), "where": conditions, "line": node.line}


def _where(file: RuleFile, node: Located, path: Path_) -> dict[str, Any]:
    if not isinstance(node.value, dict):
        file.fault(path, "where must be 'field: value' lines")
        return {}
    return {field: _conditions(file, child, (*path, field)) for field, child in node.value.items()}


def _conditions(file: RuleFile, node: Located, path: Path_) -> dict[str, Any]:
    """Spell out the short forms: a bare operand means eq, a list means in."""
    if isinstance(node.value, list):
        return {"in": node.plain()}
    if not isinstance(node.value, dict):
        return {"eq": node.plain()}
    result: dict[str, Any] = {}
    for operator, operand in node.value.items():
        if operator not in OPERATORS:
            file.fault((*path, operator), f"unknown operator {operator!r}{suggest(operator, OPERATORS)}")
        else:
            result[operator] = operand.plain()
    if not node.value:
        file.fault(path, f"a condition is wanted here{suggest('', OPERATORS)}")
    return result


def _case_facts(file: RuleFile, node: Located, path: Path_) -> Any:
    if not isinstance(node.value, list):
        file.fault(path, "facts must be a list of '{kind: ..., field: value}'")
        return []
    found = [_case_fact(file, child, (*path, index)) for index, child in enumerate(node.value)]
    return [fact for fact in found if fact is not None]


def _case_fact(file: RuleFile, node: Located, path: Path_) -> dict[str, Any] | None:
    """Take the flat form; a field that is itself named kind goes into a block ``fields``."""
    if not isinstance(node.value, dict) or "kind" not in node.value:
        file.broken = True
        file.fault(path, "a fact must read '{kind: fact kind, field: value}'")
        return None
    fields = {key: child for key, child in node.value.items() if key not in ("kind", "fields")}
    block = node.value.get("fields")
    if block is not None and isinstance(block.value, dict):
        fields.update(block.value)
    return {"kind": node.value["kind"].plain(), "fields": {key: child.plain() for key, child in fields.items()}}


def unknown(what: str, word: str, known: Iterable[str]) -> str:
    """Return the message for a name that the vocabulary does not have."""
    return f"unknown {what} {word!r}{suggest(word, known)}"
