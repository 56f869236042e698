"""Fields of records as columns and back; a type that is not listed fails at import, by name."""

from __future__ import annotations

import json
import types
from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin

from knowledge.schema import Flag, Grade

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_PLAIN = {str: "VARCHAR", int: "INTEGER", float: "DOUBLE", bool: "BOOLEAN", date: "DATE"}
_FLAG = "STRUCT(kind VARCHAR, evidence VARCHAR, reported_on VARCHAR, months INTEGER[])"


def column_type(hint: Any) -> str:
    """The column type of a field's annotation.

    Raises:
        TypeError: When no column type is known for it.
    """
    hint = _bare(hint)
    if hint in _PLAIN:
        return _PLAIN[hint]
    if get_origin(hint) is Literal:
        return "VARCHAR"
    if hint is Grade or get_origin(hint) is dict:
        return "VARCHAR"  # as JSON text: asked of through columns of their own
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        if inner is str:
            return "VARCHAR[]"
        if inner is Flag:
            return f"{_FLAG}[]"
        if get_origin(inner) is tuple:
            return "VARCHAR[][]"
    raise TypeError(f"no column type for {hint!r}")


def to_column(value: Any) -> Any:
    """A field's value as JSON can hold it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Grade | dict):
        plain = value if isinstance(value, dict) else _fields_of(value)
        return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    if isinstance(value, Flag):
        return {field.name: to_column(getattr(value, field.name)) for field in fields(Flag)}
    if isinstance(value, tuple):
        return [to_column(item) for item in value]
    return value


def reader(hint: Any) -> Callable[[Any], Any]:
    """What turns a column's value back into the field's."""
    hint = _bare(hint)
    if hint is Grade:
        return _grade
    if get_origin(hint) is dict:
        return _mapping
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        if inner is Flag:
            return _flags
        return _pairs if get_origin(inner) is tuple else _texts
    return _same


def _bare(hint: Any) -> Any:
    """The annotation without ``| None``."""
    if get_origin(hint) in (Union, types.UnionType):
        inner = [part for part in get_args(hint) if part is not type(None)]
        return inner[0] if len(inner) == 1 else hint
    return hint


def _same(value: Any) -> Any:
    return value


def _texts(value: list[str] | None) -> tuple[str, ...]:
    return tuple(value or ())


def _pairs(value: list[list[str]] | None) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(pair) for pair in value or ())


def _flags(value: list[Mapping[str, Any]] | None) -> tuple[Flag, ...]:
    return tuple(Flag(**{**flag, "months": tuple(flag.get("months", ()))}) for flag in value or ())


_GRADE_FIELDS = tuple(field.name for field in fields(Grade))


def _fields_of(grade: Grade) -> dict[str, Any]:
    return {name: getattr(grade, name) for name in _GRADE_FIELDS}


def _grade(value: str) -> Grade:
    return Grade(
        **{name: part for name, part in json.loads(value).items() if name in _GRADE_FIELDS}
    )


def _mapping(value: str) -> dict[str, Any]:
    return {name: _tupled(part) for name, part in json.loads(value).items()}


def _tupled(value: Any) -> Any:
    return tuple(_tupled(item) for item in value) if isinstance(value, list) else value
