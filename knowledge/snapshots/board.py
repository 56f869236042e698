"""The notices of a version with the sources that they come from, as one JSON file."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from knowledge.schema import Hours, Notice, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True)
class Board:
    """Every notice of a version, retired ones included, in the order of their entry."""

    notices: tuple[Notice, ...] = ()
    sources: tuple[Source, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Notice]:
        """The notices by id; an id is unique over all servers."""
        return {notice.id: notice for notice in self.notices}

    @cached_property
    def scopes(self) -> frozenset[str]:
        """The servers that have notices of their own."""
        return frozenset(notice.scope for notice in self.notices if notice.scope)

    def source(self, source_id: str) -> Source | None:
        """The source of a notice."""
        return next((source for source in self.sources if source.id == source_id), None)

    def with_notices(self, notices: Iterable[Notice], sources: Iterable[Source] = ()) -> Self:
        """The board with these notices instead, and the sources that they still need."""
        kept = tuple(notices)
        used = Counter(notice.source_id for notice in kept)
        known = {source.id: source for source in (*self.sources, *sources)}
        return type(self)(kept, tuple(it for it in known.values() if used[it.id]))

    def encode(self) -> bytes:
        """The content of the file: the same board is always the same bytes."""
        written = {
            "sources": [_plain(source) for source in self.sources],
            "notices": [_plain(notice) for notice in self.notices],
        }
        return json.dumps(written, ensure_ascii=False, indent=0).encode()

    @classmethod
    def decode(cls, content: bytes) -> Self:
        """The board that ``encode`` wrote.

        Raises:
            ValueError: When the content is something else (``KeyError`` and ``TypeError`` too).
        """
        read = json.loads(content)
        return cls(tuple(map(_notice, read["notices"])), tuple(map(_source, read["sources"])))


EMPTY_BOARD = Board()


def _plain(record: Source | Notice) -> dict[str, Any]:
    """A record as JSON can hold it, without the fields that say nothing."""
    values = ((field.name, getattr(record, field.name)) for field in fields(record))
    return {name: _value(value) for name, value in values if value not in ("", None, (), False)}


def _value(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return [_value(item) for item in value] if isinstance(value, tuple) else value


def _source(values: dict[str, Any]) -> Source:
    return Source(**{**values, "updated_on": _day(values.get("updated_on"))})


def _notice(values: dict[str, Any]) -> Notice:
    given: dict[str, Any] = {"title": "", "text": "", **values}
    for name in ("reported_on", "valid_from", "valid_until"):
        given[name] = _day(values.get(name))
    given["walls"] = tuple(values.get("walls", ()))
    given["hours"] = tuple(
        (date.fromisoformat(day), _hours(it)) for day, it in given.get("hours", ())
    )
    return Notice(**given)


def _hours(spans: list[list[str]]) -> Hours:
    return tuple((opens, closes) for opens, closes in spans)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
