"""Answers to a preview or to a question back: a correction, a choice, what was missing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.personal import Entry, LogQuery, Target
from bot.understanding.personal.changes import missing
from bot.understanding.personal.edits import new_values
from bot.understanding.personal.entries import read_entries
from bot.understanding.personal.merging import narrows, over
from bot.understanding.personal.scanning import fold, pattern
from bot.understanding.personal.targets import EVERY, nth, targeted

if TYPE_CHECKING:
    from bot.understanding.personal.tools import Tools
    from bot.understanding.reading import Reading

_OF_ALL = pattern(r"都|全部|全都|通通|\b(?:all|both|every)\b")
_FRAGMENT = pattern(
    r"改|不對|不是|應該|是|換|更正|其實|actually|should|make|change|it was|i mean|not"
)
_CORRECTS = pattern(
    r"改|更正|修正|換成|不是|不對|應該|其實|才對|錯了|打錯|記錯|備註|評分|次數"
    r"|\b(?:to be|to|should be|actually|make (?:it|that|this)|was|not|i meant?|"
    r"change|note|rate)\b"
)
_MAX_FRAGMENT = 60


def correction(reading: Reading, tools: Tools, before: LogQuery) -> LogQuery | None:
    """What the message changes in the request before it: an answer to a question, a correction."""
    if len(reading.text) > _MAX_FRAGMENT or before.ask == "undo":
        return None
    folded = fold(reading.text)
    position = nth(folded)
    if before.ask in {"edit", "delete"}:
        return _chosen(before, reading, tools, position)
    if reading.cues & {"list", "count", "recommend"}:
        return None
    return _corrected(reading, tools, before, position)


def _corrected(
    reading: Reading, tools: Tools, before: LogQuery, position: int | None
) -> LogQuery | None:
    """New entries with what the message says of them."""
    folded = fold(reading.text)
    corrects = bool(_CORRECTS.search(folded))
    new = _told(reading, tools, corrects=corrects)
    if new is None and position is None and not _places(reading):
        return None
    if new is not None and not corrects and "route_name" in new.told and _holds_a_climb(before):
        # 「oops i meant onsight」: words, where a climb is known already
        new = _without_name(new) if not new.route_ids else new
    whole = bool(new and new.ascent.route_name and "result" in new.told and not before.missing)
    if whole and not _FRAGMENT.search(folded):
        return None
    entries = _merged(before.entries, new, position, reading, choosing=not corrects)
    return replace(before, entries=entries, missing=missing(entries))


def _told(reading: Reading, tools: Tools, *, corrects: bool) -> Entry | None:
    """The values that a fragment names."""
    new = new_values(reading, tools) if corrects else None
    if new is not None:
        return new
    told = read_entries(reading, tools.names, tools.gazetteer, tools.today)
    if not told.entries:
        return None
    entry = told.entries[0]
    fields = entry.told - {"days"}
    return replace(entry, told=fields) if fields else None


def _holds_a_climb(before: LogQuery) -> bool:
    return all(entry.route_ids or entry.ascent.route_name for entry in before.entries)


def _without_name(entry: Entry) -> Entry | None:
    told = entry.told - {"route_name"}
    return replace(entry, told=told) if told else None


def _places(reading: Reading) -> tuple[str, ...]:
    return tuple(i for name in reading.of_kind("crag", "area", "sector") for i in name.ids)


def _chosen(
    before: LogQuery, reading: Reading, tools: Tools, position: int | None
) -> LogQuery | None:
    """One of the entries that were offered, or the value that was missing."""
    if "value" in before.missing:
        told = _told(reading, tools, corrects=True)
        return replace(before, new=told, missing=()) if told else None
    if position is not None:
        return replace(before, target=replace(before.target, position=position, every=False))
    if EVERY.search(fold(reading.text)) and before.ask == "delete":
        return replace(before, target=replace(before.target, every=True))
    target = targeted(reading, tools)
    if not narrows(target.filter):
        return None
    return replace(before, target=Target(over(before.target.filter, target.filter)))


def _merged(
    entries: tuple[Entry, ...],
    new: Entry | None,
    position: int | None,
    reading: Reading,
    *,
    choosing: bool,
) -> tuple[Entry, ...]:
    """The entries with what the message says of one of them, or of all."""
    open_at = next((at for at, each in enumerate(entries) if _is_open(each)), None)
    if open_at is not None and choosing:
        merged = _filled(entries[open_at], new, position, _places(reading))
        return (*entries[:open_at], merged, *entries[open_at + 1 :])
    if new is None:
        return entries
    at = position - 1 if position and 0 < position <= len(entries) else None
    of_all = _OF_ALL.search(fold(reading.text)) is not None
    placed = new.told <= {"day", "crag", "crag_id", "gym", "gym_id"}
    shared = at is None and len(entries) > 1 and (of_all or placed)
    chosen = (
        range(len(entries))
        if shared or len(entries) == 1
        else [len(entries) - 1 if at is None else at]
    )
    return tuple(
        _with_values(each, new) if index in chosen else each for index, each in enumerate(entries)
    )


def _is_open(entry: Entry) -> bool:
    return len(entry.route_ids) > 1 or not (
        entry.route_ids or entry.ascent.route_name or entry.ascent.grade or entry.ascent.colour
    )


def _filled(
    entry: Entry, new: Entry | None, position: int | None, places: tuple[str, ...]
) -> Entry:
    """An entry of which the route was asked, with the answer."""
    ids = entry.route_ids
    if position is not None and 0 < position <= len(ids):
        return replace(entry, route_ids=(ids[position - 1],))
    if new is not None:
        entry = _with_values(entry, new)
    if places and len(ids) > 1:
        ascent = replace(entry.ascent, crag_id=places[0].split("/")[0])
        entry = replace(entry, ascent=ascent, told=entry.told | {"crag_id"})
    return entry


def _with_values(entry: Entry, new: Entry) -> Entry:
    """The entry with the told values of another."""
    values = {name: getattr(new.ascent, name) for name in new.told if name != "days"}
    told = (
        (entry.told - {"days"}) | frozenset(values)
        if "day" in values
        else entry.told | frozenset(values)
    )
    ids = new.route_ids if "route_name" in new.told else entry.route_ids
    if (
        "route_name" in values
        and not new.route_ids
        and entry.route_ids
        and len(entry.route_ids) > 1
    ):
        # the words did not name another climb
        values.pop("route_name")
        ids = entry.route_ids
    return Entry(replace(entry.ascent, **values), ids, told, new.guessed or entry.guessed)
