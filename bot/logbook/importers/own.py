"""Our own files: a row, given as texts or as JSON values, becomes the very ascent it came from."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, get_args

from bot.ascents import Ascent, Visibility
from bot.logbook.identity import OWN, identity_of
from bot.logbook.importers.cells import MODES, RESULTS, storable
from bot.logbook.importers.days import UncertainDayError, exact_day
from bot.logbook.importers.logfile import ImportedRow, SkippedRowError
from bot.logbook.importers.scrubbing import scrubbed
from bot.logbook.interchange import FIELDS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from bot.logbook.interchange import Field

_VOCABULARY = {
    "mode": MODES,
    "result": RESULTS,
    "visibility": frozenset(get_args(Visibility)),
}
_LONG = frozenset({"notes", "raw"})
_MAX_NAME = 2_000
_MAX_NOTE = 100_000
"""Wider than what other sites' files may hold: nothing that is in a log fails to come back."""
_NONE_BELOW_ONE = frozenset({"attempts", "rating"})
"""Where 0 and -1 are other programs' ways to say nothing."""


def ascent_of(values: Mapping[str, Any], day: date | None) -> ImportedRow:
    """The ascent of one row whose day is already read.

    Raises:
        SkippedRowError: When a value is not one of its field.
    """
    found = {field.name: _value(values.get(field.name), field) for field in FIELDS}
    given: dict[str, Any] = {
        name: value for name, value in found.items() if value not in (None, "")
    }
    if "raw" in given:
        given["raw"] = scrubbed(given["raw"])
    ours = storable(str(values.get("id") or ""))[:_MAX_NAME]
    if not given.get("source"):
        given["source"], given["source_id"] = OWN, ours
    ascent = Ascent(day=day, **given)
    by_us = bool(ours) or ascent.source != OWN
    if not (by_us or ascent.route_name or ascent.route_id or ascent.place):
        raise SkippedRowError("沒有 route_name，也沒有岩場或岩館")
    notices = () if day or ascent.result in ("todo", "project") else ("沒有日期，匯入成不註明日期",)
    identity = identity_of(ascent, ascent.mode, ascent.result)
    return ImportedRow(ascent, identity, ours=by_us, notices=() if by_us else notices)


def day_of(value: object) -> date | None:
    """The day of a ``date`` field.

    Raises:
        SkippedRowError: When it is neither ``YYYY-MM-DD`` nor empty.
    """
    if value in (None, ""):
        return None
    try:
        return exact_day(value if isinstance(value, str) else str(value))
    except UncertainDayError as problem:
        raise SkippedRowError(problem.reason) from problem


def _value(value: object, field: Field) -> object:
    if value is None or value == "":
        return None
    if field.kind == "text":
        return _text(value, field.name)
    if field.kind == "flag":
        if isinstance(value, bool):
            return value
        raise SkippedRowError(f"「{field.name}」要是 true 或 false")
    return _number(value, field)


def _number(value: object, field: Field) -> float | None:
    if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
        if field.name in _NONE_BELOW_ONE and -1 <= value < 1:
            return None
        whole = isinstance(value, int) or value.is_integer()
        if field.lowest <= value <= field.highest and (whole or field.kind == "number"):
            return int(value) if field.kind == "integer" else value
    raise SkippedRowError(f"「{field.name}」的數字「{str(value)[:20]}」不對")


def _text(value: object, name: str) -> str:
    if not isinstance(value, str):
        raise SkippedRowError(f"「{name}」要是文字")
    text = storable(value)
    if len(text) > (_MAX_NOTE if name in _LONG else _MAX_NAME):
        raise SkippedRowError(f"「{name}」太長了")
    words = _VOCABULARY.get(name)
    if words is not None and text not in words:
        raise SkippedRowError(
            f"「{name}」不能是「{text[:20]}」，可用的有：{'、'.join(sorted(words))}"
        )
    return text
