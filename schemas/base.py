"""What all models share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, ClassVar, Self, TypeVar, dataclass_transform

from pydantic import BaseModel, ConfigDict, TypeAdapter

T = TypeVar("T")


class Model(BaseModel):
    """
    A frozen value object that refuses unknown keys.

    Validator and serializer are built when they are first used: an audit of one document needs few of them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Small:
    """
    What the value objects share of which a document has hundreds: words with their places, and what is made of them.

    As dataclasses with slots they are made six times as fast as models. Inside a model, and in JSON, they are like any
    other; they are validated where they come in as JSON, not where the program makes them.
    """

    __slots__ = ()
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    def model_copy(self, *, update: Mapping[str, Any]) -> Self:
        """As `Model` has it: a copy with other values for some fields."""
        return replace(self, **update)  # type: ignore[type-var]  # every subclass is a dataclass

    def model_dump(self, **options: Any) -> Any:
        """As `Model` has it: plain values."""
        return _adapter(type(self)).dump_python(self, **options)  # type: ignore[arg-type]  # a class can be hashed

    def model_dump_json(self, **options: Any) -> str:
        """As `Model` has it: JSON."""
        return _adapter(type(self)).dump_json(self, **options).decode()  # type: ignore[arg-type]

    @classmethod
    def model_validate_json(cls, data: str | bytes) -> Self:
        """As `Model` has it: read and check JSON."""
        found: Self = _adapter(cls).validate_json(data)  # type: ignore[arg-type]
        return found


@cache
def _adapter(cls: type[Any]) -> TypeAdapter[Any]:
    return TypeAdapter(cls)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def small(cls: type[T]) -> type[T]:
    """
    Make a class a dataclass that the type checker takes for frozen.

    Frozen at run time it would set each field by a call, which takes three times as long.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """As `small`, for a class of so many fields that all are given by name."""
    return dataclass(slots=True, unsafe_hash=True, kw_only=True)(cls)
