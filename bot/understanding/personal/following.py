"""Questions that lean on the one before: 「那去年呢」「只算先鋒」「那石螢谷呢」."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from bot.understanding.personal.asks import MANAGED, NO_QUESTIONS, compared, meant, question, wanted
from bot.understanding.personal.filters import log_filter, only_words, said_windows, unlinked
from bot.understanding.personal.scanning import fold, pattern

if TYPE_CHECKING:
    from bot.personal import LogFilter, LogQuery
    from bot.understanding.conditions import Conditions
    from bot.understanding.personal.days import Window
    from bot.understanding.personal.tools import Tools
    from bot.understanding.reading import Reading

_LEANS = pattern(
    r"^(?:那(?:麼)?|只(?:算|看|要)?|換|如果|改|去掉|扣掉|其中|裡面|還有|呢|再|也|同樣|一樣)"
    r"|(?:呢|咧|勒|哩|的話|就好|也(?:給我)?(?:看|要|列|算))[^\w]*$"
    r"|^(?:and|what about|how about|only|just|in|for|at|same|now|ok|but|or|then|just)\b"
)
_SHORT = 24
_ALONE = frozenset({"recommend", "convert", "define", "live", "news", "community", "medical"})
_OTHER_SUBJECTS = frozenset({"gym", "crag", "news", "notice", "knowledge", "help", "greeting"})
"""Cues of a new subject, unless the words lean on the turn before."""


def followed(  # noqa: PLR0911 - one case after the other
    reading: Reading,
    conditions: Conditions,
    tools: Tools,
    before: LogQuery,
    asked: tuple[str, ...],
) -> LogQuery | None:
    """The question before with what this one changes of it; ``None`` where it stands alone."""
    folded = fold(reading.text)
    own, days = _narrowing(reading, conditions, tools, before)
    leans = (
        bool(_LEANS.search(folded) or _THIS_GRADE.search(folded))
        or wanted(reading, after=True)["more"] >= _NEAR
    )
    if before.ask == "compare" and days and "比" in folded:
        return compared(before, reading, tools)
    if _asks_on(reading, conditions, own):
        fresh = question(reading, conditions, tools, asked, after=True)
        if fresh.ask == "compare" or fresh.filter.route_ids:
            return fresh
        window = fresh.window or before.window
        kept = _kept(before.filter, fresh)
        ask = "first_at" if fresh.ask == "first" and kept.grade else fresh.ask
        return replace(fresh, ask=ask, filter=kept, window=window)
    says = bool(_narrows(own) or days)
    # nothing but what it narrows by: 「先鋒的」, and not 「這週哪間換線」
    rest = unlinked(reading, tools.names, tools.today)
    bare = len(reading.plain) <= _SHORT and says and all(map(only_words, rest))
    if not (leans or bare) or not (says or asked) or _stands_alone(reading, conditions):
        return None
    if not leans and (reading.cues & _OTHER_SUBJECTS or _of_the_place(reading, folded)):
        return None
    merged = replace(before, filter=_over(before.filter, own), against=None)
    if days:
        merged = replace(merged, window=days[0].words)
    if _asks_anew(asked):
        fresh = question(reading, conditions, tools, asked, after=True)
        if not leans or reading.of_kind("route"):
            return fresh
        return replace(fresh, filter=_over(before.filter, fresh.filter), window=merged.window)
    if before.ask == "compare":
        return replace(merged, ask="count")
    return merged


def _narrowing(
    reading: Reading, conditions: Conditions, tools: Tools, before: LogQuery
) -> tuple[LogFilter, tuple[Window, ...]]:
    """What the message narrows by, and its days, both as the question before makes them mean."""
    folded = fold(reading.text)
    own = log_filter(reading, conditions, tools.names, tools.today)
    days = said_windows(reading, tools.today)
    if own.grade is None and _THIS_GRADE.search(folded):
        own = replace(own, grade=before.filter.grade)
    span = _year_before(before.filter, days, folded)
    if span is not None:
        own = replace(own, first=span[0], last=span[1])
        days = tuple(replace(one, first=span[0], last=span[1]) for one in days)
    return own, days


_THIS_GRADE = pattern(r"[這那該]個?(?:級數|難度|等級|級)|同級|\b(?:that|this|the same) grade\b")
_YEAR_BEFORE = pattern(r"the year before(?! last)|再前一年|前一年|再往前一年|上一年")


def _year_before(
    before: LogFilter, days: tuple[Window, ...], folded: str
) -> tuple[date, date] | None:
    """「前一年」, counted from the year that the question before was about."""
    if len(days) != 1 or before.first is None or not _YEAR_BEFORE.search(folded):
        return None
    year = before.first.year - 1
    return date(year, 1, 1), date(year, 12, 31)


def _kept(before: LogFilter, fresh: LogQuery) -> LogFilter:
    """What narrows another question about the entries of the one before."""
    kept = meant(_over(before, fresh.filter), fresh.ask)
    if fresh.ask == "days" and fresh.filter.sent is None:
        # days on which nothing was done are days all the same
        return replace(kept, sent=None)
    return kept


def _of_the_place(reading: Reading, folded: str) -> bool:
    """「霧鳴岬有幾條 5.10a」 asks what is there, not what was climbed there."""
    places = reading.of_kind("crag", "area", "sector", "gym")
    return bool(places) and bool(_THERE_IS.search(folded)) and not _OWN.search(folded)


_THERE_IS = pattern(r"有(?:幾|哪|多少|什麼|沒有)|how many .*(?:at|in|are)|what .*(?:at|in) ")
_OWN = pattern(r"我|自己|爬(?:了|過)|完攀|(?<![a-z])(?:i|my)(?![a-z])")


_NEAR = 0.5


def _asks_on(reading: Reading, conditions: Conditions, own: LogFilter) -> bool:
    """Whether another thing is asked of the same entries: 「第一條是哪條，什麼時候上的」."""
    if own.placed or _stands_alone(reading, conditions):
        return False
    near = wanted(reading, after=True)
    best = max(near, key=lambda ask: (near[ask], ask))
    if best in NO_QUESTIONS or best in MANAGED or near[best] < _NEAR:
        return False
    return not any(not only_words(name) for name in reading.unknown)


def _stands_alone(reading: Reading, conditions: Conditions) -> bool:
    """Whether it asks the catalogue for something of its own."""
    fields = {*conditions.route_fields, *conditions.gym_fields, *conditions.crag_fields}
    alone = _ALONE if reading.grades else _ALONE - {"convert"}
    meant = {"overview", "grade"} if _THIS_GRADE.search(fold(reading.text)) else {"overview"}
    return bool(fields - meant or reading.cues & alone)


def _asks_anew(asked: tuple[str, ...]) -> bool:
    return bool(set(asked) - {"list", "count"})


def _narrows(own: LogFilter) -> bool:
    return bool(
        own.placed
        or own.windowed
        or own.route_ids
        or own.modes
        or own.results
        or own.grade
        or own.types
        or own.styles
        or own.setting
        or own.sent is not None
    )


def _over(before: LogFilter, own: LogFilter) -> LogFilter:
    """The filter with everything that the new words name in place of the old."""
    merged = before
    if own.windowed:
        merged = replace(merged, first=own.first, last=own.last)
    if own.placed:
        merged = replace(
            merged,
            crag_ids=own.crag_ids,
            area_ids=own.area_ids,
            sector_ids=own.sector_ids,
            gym_ids=own.gym_ids,
            setting="",
        )
    if own.route_ids or own.names:
        merged = replace(merged, route_ids=own.route_ids, names=own.names)
    return replace(
        merged,
        modes=own.modes or merged.modes,
        results=own.results or merged.results,
        grade=own.grade or merged.grade,
        types=own.types or merged.types,
        styles=own.styles or merged.styles,
        setting=own.setting or merged.setting,
        sent=merged.sent if own.sent is None else own.sent,
    )
