"""Requests to change the log: new entries, edits, deletions, and corrections of a preview."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from bot.ascents import Ascent
from bot.personal import Entry, LogFilter, LogQuery, Target
from bot.understanding.personal import slots
from bot.understanding.personal.entries import read_entries
from bot.understanding.personal.filters import quoted_names, said_windows, unlinked
from bot.understanding.personal.scanning import NUMBER, fold, number, pattern
from bot.understanding.personal.subject import entered

if TYPE_CHECKING:
    from datetime import date

    from bot.understanding.personal.tools import Tools
    from bot.understanding.reading import Reading

_INTO = pattern(
    r"改成|改為|改作|改到|改回|更正為|更正成|修正為|修正成|換成|設成|設為|應該是|其實是|"
    r"改(?!一下|錯|掉)"
    r"|\bmake (?:it|that|this)(?: one)?(?: an?)?\b"
    r"|\b(?:to be|to|should be|should have been|was actually|is actually|was really|into|as|was)\b"
)
_NOT_BUT = pattern(r"不是.{1,12}?[，, ]?(?:而)?是|not .{1,20}?,? ?but")
_LATEST = pattern(
    r"剛剛|剛才|上一[筆條個]|最後一[筆條]|最近一筆|前一筆|最新|最後(?:那|這|面)|這一?筆"
    r"|(?:剛|最後|最近|上次|前一次)(?:才|又|我|所|幫我)?(?:存|錄|登|加|輸入|新增|記|打|寫|補|填|建)"
    r"|\b(?:last|latest|most recent|just (?:now|logged|added)|previous)\b(?! (?:week|month|year|"
    r"mon|tue|wed|thu|fri|sat|sun|night|weekend))|\b(?:that|it)\b"
)
_THAT = pattern(r"那一?[筆條次]|那個")
_NTH = pattern(
    rf"第\s?({NUMBER})\s?[筆條個項]|#\s?(\d{{1,2}})|\b(first|second|third|fourth)\b(?! (?:go|try|"
    rf"attempt))"
)
_EVERY = pattern(
    r"全部|所有|通通|都刪|整批|每一筆|(?<!一)(?<!那)(?<!這)的(?:紀錄|記錄)|兩筆|\b(?:all|"
    r"every(?:thing)?|both|entries)\b"
)
_VERBS = pattern(
    r"幫我|請|把|刪掉|刪除|刪了|刪|移除|拿掉|去掉|砍掉|那一?筆|這一?筆|那條|的?紀錄|的?記錄|筆|"
    r"剛剛|剛才|上一|最後一|我(?:的)?|改|掉|全部|所有|通通"
    r"|\b(?:delete|remove|get rid of|please|my|the|that|this|entry|entries|log|tick|ascent|one|"
    r"record|from|on|of|all|last|change|edit|correct|update|make|it|logged|i|for|session)\b"
)
_OF_ALL = pattern(r"都|全部|全都|通通|\b(?:all|both|every)\b")
_FRAGMENT = pattern(
    r"改|不對|不是|應該|是|換|更正|其實|actually|should|make|change|it was|i mean|not"
)
_MAX_FRAGMENT = 40


def change_of(reading: Reading, tools: Tools, kind: Literal["add", "todo", "project"]) -> LogQuery:
    """New entries; for a wish or a project their results are that."""
    told = read_entries(reading, tools.names, tools.gazetteer, tools.today)
    told = replace(told, entries=_of_climbs(told.entries))
    entries = entered(
        told.entries or (Entry(Ascent()),), reading.text, tools.around, wish=kind != "add"
    )
    if _impossible(reading.text, tools.today):
        entries = tuple(replace(each, told=each.told | {"days"}) for each in entries)
    if kind != "add":
        entries = tuple(
            replace(each, ascent=replace(each.ascent, result=kind), told=each.told | {"result"})
            for each in entries
        )
    return LogQuery("add", entries=entries, missing=_missing(entries))


_MONTH_DAY = re.compile(r"(?<![\d./:-])(1[0-2]|0?[1-9])\s?[/月]\s?(29|30|31)(?![\d./])")


def _impossible(text: str, today: date) -> bool:
    """Whether it names a day that no calendar has: 「11/31」 is asked about, never guessed."""
    return any(
        int(match[2]) > monthrange(today.year, int(match[1]))[1]
        for match in _MONTH_DAY.finditer(text)
    )


_COMPANY = pattern(r"朋友|同學|隊友|繩伴|老婆|老公|女友|男友|同事|家人|大家|一起|夥伴")


def _of_climbs(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entries without words on the company, where a climb of the catalogue is told too."""
    kept = tuple(
        each
        for each in entries
        if each.route_ids or not _COMPANY.search(fold(each.ascent.route_name))
    )
    return kept if any(each.route_ids for each in kept) else entries


def _missing(entries: tuple[Entry, ...]) -> tuple[str, ...]:
    """What has to be asked: which climb, on which of several days."""
    asks = []
    for entry in entries:
        ascent = entry.ascent
        named = ascent.route_name or entry.route_ids or ascent.colour
        if not named and not ascent.grade and not _session(ascent):
            asks.append("route")
        if "days" in entry.told:
            asks.append("day")
        if ascent.result == "unknown" and (ascent.route_name or entry.route_ids):
            asks.append("result")
    return tuple(dict.fromkeys(asks))


def _session(ascent: Ascent) -> bool:
    return bool(ascent.gym and ascent.result != "unknown")


def targeted(reading: Reading, tools: Tools) -> Target:
    """Which entry is meant: the last one, one of a day, a route, a place; or all of them."""
    folded = fold(reading.text)
    nth = _NTH.search(folded)
    position = number(next(group for group in nth.groups() if group)) if nth else None
    days = said_windows(reading, tools.today)
    routes = tuple(i for name in reading.of_kind("route") for i in name.ids)
    if not routes and _THAT.search(folded) and not _LATEST.search(folded):
        routes = tools.around.route_ids
    names: tuple[str, ...] = ()
    if not routes:
        names = _named(reading, tools)
        known = tuple(i for name in names for i in tools.names.ids(name))
        routes, names = (known, ()) if known else ((), names)
        if names and not quoted_names(reading) and _LATEST.search(folded):
            # 「最新記的那筆是手滑」: the words say which entry, and are no name
            names = ()
    wanted = LogFilter(
        first=days[0].first if days else None,
        last=days[0].last if days else None,
        route_ids=tools.names.as_lines(routes),
        names=names,
        crag_ids=tuple(i for name in reading.of_kind("crag") for i in name.ids),
        area_ids=tuple(i for name in reading.of_kind("area") for i in name.ids),
        gym_ids=tuple(i for name in reading.of_kind("gym") for i in name.ids),
        results=tuple(
            piece.value for piece in slots.results(folded) if piece.value not in {"send", "attempt"}
        ),
        grade=reading.grades[0].range if reading.grades else None,
    )
    every = bool(_EVERY.search(folded)) and wanted != LogFilter()
    latest = bool(_LATEST.search(folded)) or (wanted == LogFilter() and position is None)
    return Target(wanted, latest and not days and not routes, position, every)


def _named(reading: Reading, tools: Tools) -> tuple[str, ...]:
    quoted = quoted_names(reading)
    if quoted:
        return quoted
    bare = replace(reading, text=_VERBS.sub(lambda match: "，" * len(match[0]), fold(reading.text)))
    if len(bare.text) != len(reading.text):
        return ()
    kept = "".join(
        old if new != "，" else "，" for old, new in zip(reading.text, bare.text, strict=True)
    )
    return unlinked(replace(reading, text=kept), tools.names, tools.today)


def edited(reading: Reading, tools: Tools) -> LogQuery:
    """An edit: the entry before the word of change, the new values behind it."""
    text = reading.text
    folded = fold(text)
    cut = _NOT_BUT.search(folded) or _first(_INTO, folded)
    if cut is None:
        return _loosely_edited(reading, tools)
    before = text[: cut.start()]
    told = _field_told(before, text[cut.end() :], tools)
    target = targeted(tools.read(before), tools)
    if told is None:
        return _loosely_edited(reading, tools)
    return LogQuery("edit", target=target, new=told)


def _loosely_edited(reading: Reading, tools: Tools) -> LogQuery:
    """An edit without a word of change between the entry and what is wrong with it."""
    target = targeted(reading, tools)
    said = slots.results(fold(reading.text))
    if not said and reading.grades:
        target = replace(target, filter=replace(target.filter, grade=None))
        new = Entry(Ascent(grade=reading.grades[-1].surface.strip()), told=frozenset({"grade"}))
        return LogQuery("edit", target=target, new=new)
    if not said:
        return LogQuery("edit", target=target, missing=("value",))
    # what it is now is no part of which entry is meant
    target = replace(target, filter=replace(target.filter, results=()))
    if not (target.filter.route_ids or target.filter.names or target.filter.windowed):
        target = replace(target, latest=True)
    new = Entry(Ascent(result=said[-1].value), told=frozenset({"result"}))
    return LogQuery("edit", target=target, new=new)


_NOTE_FIELD = pattern(r"(?:備註|註記|(?<![一二兩三那這])筆記|心得|notes?|comment)(?:[^，。]{0,3})$")
_OWN_FIELD = pattern(r"(?:自評|我覺得的(?:難度|級數)|own grade|my grade)(?:[^，。]{0,3})$")


def _field_told(before: str, after: str, tools: Tools) -> Entry | None:
    """The new values; where one field is named only that one: 「備註改成…」「自評改成 10c」."""
    folded = fold(before).rstrip(" 要想")
    words = after.strip().lstrip(":：是成為「").rstrip("」。.").strip()
    if _NOTE_FIELD.search(folded):
        return Entry(Ascent(notes=words), told=frozenset({"notes"})) if words else None
    told = _values(after, tools)
    if told is not None and told.ascent.grade and _OWN_FIELD.search(folded):
        return Entry(Ascent(own_grade=told.ascent.grade), told=frozenset({"own_grade"}))
    return told


def _first(wanted: re.Pattern[str], folded: str) -> re.Match[str] | None:
    """The first of such words: 「改成」 rather than a 「是」 later on."""
    return wanted.search(folded)


def _values(text: str, tools: Tools) -> Entry | None:
    """The values that a fragment names."""
    if not text.strip(" 。.!！"):
        return None
    reading = tools.read(text)
    told = read_entries(reading, tools.names, tools.gazetteer, tools.today)
    if not told.entries:
        return None
    entry = told.entries[0]
    fields = entry.told - {"days"}
    return replace(entry, told=fields) if fields else None


def correction(reading: Reading, tools: Tools, before: LogQuery) -> LogQuery | None:
    """What the message changes in the request before it: an answer to a question, a correction."""
    if len(reading.text) > _MAX_FRAGMENT or before.ask == "undo":
        return None
    folded = fold(reading.text)
    nth = _NTH.search(folded)
    position = number(next(group for group in nth.groups() if group)) if nth else None
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
    cut = _NOT_BUT.search(folded) or _first(_INTO, folded)
    new = _values(reading.text[cut.end() :] if cut else reading.text, tools)
    if new is None and position is None and not _places(reading):
        return None
    if new is not None and cut is None and "route_name" in new.told and _holds_a_climb(before):
        # 「oops i meant onsight」: words, where a climb is known already
        new = _without_name(new) if not new.route_ids else new
    whole = bool(new and new.ascent.route_name and "result" in new.told and not before.missing)
    if whole and not _FRAGMENT.search(folded):
        return None
    entries = _merged(before.entries, new, position, reading, choosing=cut is None)
    return replace(before, entries=entries, missing=_missing(entries))


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
        told = _values(reading.text, tools)
        return replace(before, new=told, missing=()) if told else None
    if position is not None:
        return replace(before, target=replace(before.target, position=position, every=False))
    if _EVERY.search(fold(reading.text)) and before.ask == "delete":
        return replace(before, target=replace(before.target, every=True))
    target = targeted(reading, tools)
    wanted, own = before.target.filter, target.filter
    if own == LogFilter():
        return None
    narrowed = replace(
        wanted,
        first=own.first or wanted.first,
        last=own.last or wanted.last,
        route_ids=own.route_ids or wanted.route_ids,
        names=own.names or wanted.names,
        results=own.results or wanted.results,
        grade=own.grade or wanted.grade,
    )
    return replace(before, target=Target(narrowed))


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
        _over(each, new) if index in chosen else each for index, each in enumerate(entries)
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
        entry = _over(entry, new)
    if places and len(ids) > 1:
        ascent = replace(entry.ascent, crag_id=places[0].split("/")[0])
        entry = replace(entry, ascent=ascent, told=entry.told | {"crag_id"})
    return entry


def _over(entry: Entry, new: Entry) -> Entry:
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
