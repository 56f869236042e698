"""Questions to the log: what is counted, listed or compared, and of which entries."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, cast

from bot.personal import LogFilter, LogQuery, Unit
from bot.understanding.examples.wanted import is_word, likely
from bot.understanding.personal.beside import left_out, less, of_part
from bot.understanding.personal.deeds import deed_asked, spelt_routes
from bot.understanding.personal.filters import (
    log_filter,
    only_words,
    quoted_names,
    said_windows,
    unlinked,
)
from bot.understanding.personal.not_done import leaves_out_done
from bot.understanding.personal.scanning import fold, pattern
from bot.understanding.personal.subject import filled, points_at_nothing

if TYPE_CHECKING:
    import re

    from bot.personal import LogAsk
    from bot.understanding.conditions import Conditions
    from bot.understanding.personal.days import Window
    from bot.understanding.personal.tools import Tools
    from bot.understanding.reading import Reading

_EASIEST = pattern(r"最簡單|最容易|easiest")
MANAGED = frozenset({"about_me", "erase", "import", "export"})
CHANGES = frozenset({"add", "todo", "project", "edit", "delete", "undo"})
"""What the examples tell apart of changes; the first three write something down."""
NO_QUESTIONS = CHANGES | {"none", "more"}
_OF_ONE = frozenset({"done", "last", "tries", "first_at", "list"})
"""Questions that a single route may be the subject of."""
_MAY_NAME = _OF_ONE | {
    *(
        "recommend",
        "count",
        "success",
        "average",
        "days",
        "first",
        "projects",
        "compare",
        "unclimbed",
    ),
}


def question(
    reading: Reading,
    conditions: Conditions,
    tools: Tools,
    asked: tuple[str, ...],
    *,
    after: bool = False,
) -> LogQuery:
    """The question to the log; ``after`` another one, it may lean on that."""
    ask = _ask(reading, conditions, asked, deed_asked(reading, tools), after=after)
    if ask in MANAGED:
        return LogQuery(ask)
    wanted = _narrowed(reading, conditions, tools)
    wanted = _beside_grade(_with_name(wanted, ask, reading, tools), ask, reading)
    if wanted.names and wanted.styles and len(wanted.names[0]) > _ONE_WORD:
        # 「night owl arete」 is called so, and no word for the rock
        wanted = replace(wanted, styles=())
    wanted = filled(wanted, ask, reading.text, tools.around)
    if ask == "projects" and tools.around.grade and not _is_project(fold(reading.text)):
        # 「當中我還沒完攀的」 after routes of the catalogue
        ask = "unclimbed"
    if ask == "streak" or (ask == "hardest" and _CEILING.search(fold(reading.text))):
        # 「連續」「我的天花板」 are no words for the rock here
        wanted = replace(wanted, styles=())
    ask = _about_one(ask, wanted, fold(reading.text))
    if ask == "overview" and _is_short(wanted) and not _SUMS_UP.search(fold(reading.text)):
        # 「我上個月的紀錄」 can be told entry by entry
        ask = "list"
    if ask == "wishes":
        # 「要排週末的行程」「複習清單」 say what the list is for
        wanted = replace(wanted, first=None, last=None, sent=None, results=())
    if ask == "hardest" and _HOW_FAR.search(fold(reading.text)):
        wanted = replace(wanted, grade=None)
    if not wanted.grade and points_at_nothing(wanted, ask, reading.text):
        return LogQuery(ask, filter=wanted, missing=("route",))
    days = said_windows(reading, tools.today)
    query = LogQuery(
        ask,
        filter=meant(wanted, ask),
        window=days[0].words if days else "",
        unit=_unit(reading),
        limit=conditions.limit,
        easiest=bool(_EASIEST.search(fold(reading.text))),
    )
    if ask == "compare":
        query = compared(query, reading, tools)
    return query


def _narrowed(reading: Reading, conditions: Conditions, tools: Tools) -> LogFilter:
    """What the question narrows the log by, and what it leaves out."""

    def read(part: str) -> LogFilter:
        seen = tools.read(part)
        return log_filter(seen, of_part(conditions, seen), tools.names, tools.today)

    text, without = left_out(reading.text, read)
    if without is None:
        return log_filter(reading, conditions, tools.names, tools.today)
    kept = log_filter(tools.read(text), less(conditions, without), tools.names, tools.today)
    return replace(kept, without=without)


_ONE_WORD = 6
_SURE = 0.5
"""Likelihood among the questions from which the examples decide alone."""
_TABLE = 0.3
"""What the tables of words weigh beside the examples where those are not sure."""
_BUILT = 0.6
"""What it weighs beside the examples how a question is built."""


def wanted(reading: Reading, *, after: bool = False) -> dict[str, float]:
    """How likely the message wants each thing of the log; ``none`` of them, or ``more``.

    Args:
        reading: The message, taken apart.
        after: Whether the turn before was a question to the log, on which its words may lean.
    """
    route = {"route"} if reading.of_kind("route") else set()
    place = {"place"} if reading.of_kind("crag", "area", "sector", "gym") else set()
    found: dict[str, float] = defaultdict(float)
    for ask, share in likely(reading.lower, frozenset(route | place)).items():
        leans = ask.startswith(_THEN)
        found[ask.removeprefix(_THEN) if after or not leans else "more"] += share
    return found


_THEN = "then:"
_GONE = pattern(
    r"刪|清|抹|移除|銷毀|砍|忘|丟掉|丟棄|拿掉|撤|註銷|歸零|重來|消失|不留|(?:不|別|停止|拒絕)[^，。]{0,4}(?:留|存|保留|記)"
    r"|退出|離開|解除|取消|殺|滅|燒|毀|空白|乾淨|重置|重設|不要"
    r"|\b(?:wip\w+|eras\w+|delet\w+|remov\w+|clear\w*|purg\w+|destroy\w*|nuk\w+|rid of|forget|"
    r"forgotten|scrub\w*|reset|clean|drop|gone|scrap|trash|leave|quit|burn|kill|gdpr|zero)\b"
)
"""Words without which nothing is taken for a wish to have the whole log erased."""
_HOW_FAR = pattern(r"[離距][^，。]{0,8}(?:多遠|多少|還差|差)|\bhow far\b")
_CEILING = pattern(r"天花板(?!的|上|路線|地形|型)|(?<![a-z])ceiling")


def _ask(
    reading: Reading,
    conditions: Conditions,
    asked: tuple[str, ...],
    built: LogAsk | None,
    *,
    after: bool,
) -> LogAsk:
    """What is asked: by the examples, where they are not sure by the tables of words too."""
    if leaves_out_done(reading, conditions):
        return "recommend" if _RECOMMENDS.search(fold(reading.text)) else "unclimbed"
    told = _by_tables(reading, conditions, asked)
    near = {
        ask: share for ask, share in wanted(reading, after=after).items() if ask not in NO_QUESTIONS
    }
    if not _GONE.search(fold(reading.text)):
        # 「我想看我的資料」 may never be offered to be erased
        near.pop("erase", None)
    best = max(near, key=lambda ask: (near[ask], ask))
    whole = sum(near.values())
    if built is not None:
        near[built] = near.get(built, 0.0) + _BUILT * whole
        best = max(near, key=lambda ask: (near[ask], ask))
    elif near[best] < _SURE * whole:
        near[told] = near.get(told, 0.0) + _TABLE * whole
        best = max(near, key=lambda ask: (near[ask], ask))
    if best == "unclimbed" and _RECOMMENDS.search(fold(reading.text)):
        return "recommend"
    for by, shape in _BY:
        if best in _SHAPED and by.search(fold(reading.text)):
            return shape
    return cast("LogAsk", best)


def _by_tables(reading: Reading, conditions: Conditions, asked: tuple[str, ...]) -> LogAsk:
    """The first meaning that fits, where two can be meant the one that the words weigh for."""
    folded = fold(reading.text)
    found = _with_first(asked, conditions, folded)
    if "first_at" in found and "last" not in found and not _FIRST.search(folded):
        found.remove("first_at")
    if "compare" in found and len(reading.days) < 2 and not _SAME.search(folded):
        found.remove("compare")
    if "unclimbed" in found and _is_project(folded):
        found.remove("unclimbed")
        found.insert(0, "projects")
    if "projects" in found and "most_tried" not in found and _TRIES_ON.search(folded):
        found.remove("projects")
    if "done" in found and "unclimbed" in found and reading.of_kind("route"):
        found.remove("unclimbed")
    if not found and _DONE.search(folded):
        return "done"
    if not found:
        return "count" if "count" in reading.cues else "list" if conditions.grades else "overview"
    if found[0] == "count" and _WHICH.search(folded):
        return "list"
    if found[0] == "list" and "overview" in found and not _NARROW.search(folded):
        return "overview" if not reading.days and not reading.names else "list"
    return cast("LogAsk", found[0])


def _with_first(asked: tuple[str, ...], conditions: Conditions, folded: str) -> list[str]:
    """With 「我第一次 5.11 是哪條」, which says no verb; 「多久沒爬」 is about the last time."""
    says = bool(conditions.grades) and "first_at" not in asked and _FIRST_ONE.search(folded)
    if "last" in asked and _HOW_LONG.search(folded):
        return ["last"]
    return ["first_at", *asked] if says else list(asked)


_DONE = pattern(r"(?:爬|完攀|送|試|flash|rp|os).*(?:了沒|了嗎|過嗎|過沒)[?？]?$")
_WHICH = pattern(r"哪幾|哪些|有哪")
_FIRST = pattern(r"第一|最早|首次|什麼時候|何時|哪天|突破|first|when")
_FIRST_ONE = pattern(r"第一[次條題]|首[次條]|(?<![a-z])first(?![a-z])")
_HOW_LONG = pattern(r"多久沒|how long since")
_SAME = pattern(r"同期|同一時間|same (?:time|period|point)|this (?:point|time|stage) last year")
_TRIES_ON = pattern(r"幾(?:次|把|趟)|多少(?:次|把|趟)|how many (?:tries|attempts)")
_RECOMMENDS = pattern(r"推薦|建議|recommend|suggest")
_EVER = pattern(r"過(?:嗎|沒|了沒|吧)|\b(?:have|did) i\b")
_VISITS = pattern(r"去|跑|到|\b(?:go|gone|been|visit|went)")
_BY: tuple[tuple[re.Pattern[str], LogAsk], ...] = (
    (
        pattern(
            r"(?:每|各)(?:一)?(?:個)?(?:級|難度|等級)|(?:依|按|照)(?:難度|級數|等級)"
            r"|\b(?:each|per|every|by) grade"
        ),
        "pyramid",
    ),
    (
        pattern(
            r"(?:每|各)(?:一)?(?:個)?月|逐月|按月|依月|照月|月份(?:別|統計)|哪(?:幾|些)個?月|"
            r"(?:哪|幾)個?月(?:份)?[^，。]{0,3}(?:最多|最勤|最少)"
            r"|\b(?:each|per|every|by) month|month by month|monthly|which months"
        ),
        "volume",
    ),
)
_SHAPED = frozenset({"count", "list", "days", "overview", "pyramid", "volume"})
"""Questions that may be answered grade by grade, or month by month."""
_USUALLY = pattern(r"會|才|可以|能|通常|大概|平均|一般|usually|typically|normally|average")
_NARROW = pattern(r"哪些|什麼|哪|列|which|what")


def _is_project(folded: str) -> bool:
    """「試過還沒完攀的」 is about projects, not about what was never touched."""
    return bool(_TOUCHED.search(folded))


_TOUCHED = pattern(
    r"(?:試|爬|碰)(?:過|了)[^。]{0,6}(?:沒|還沒|未)|project|pj|tried (?:but|and)|"
    r"still (?:working|open)|沒送的|還沒送(?:掉)?的"
)


def _with_name(wanted: LogFilter, ask: str, reading: Reading, tools: Tools) -> LogFilter:
    """With a name that the gazetteer does not know by itself."""
    if wanted.route_ids or wanted.gym_ids:
        return wanted
    names = quoted_names(reading)
    pointed = points_at_nothing(wanted, "done", reading.text)
    if not names and ask in _MAY_NAME and not (wanted.placed or pointed):
        names = unlinked(reading, tools.names, tools.today)
        names = tuple(name for name in names if tools.names.ids(name) or not only_words(name))
        # a route may be called "To", and nobody means it by a bare "to"
        names = tuple(name for name in names if not (name.isascii() and only_words(name)))
        if ask not in {"done", "last", "tries"}:
            # anything but a name of the catalogue is more likely a word than a place
            names = tuple(name for name in names if tools.names.ids(name))
    if not names and ask != "compare":
        names = tuple(name for name in reading.unknown if not only_words(name))[:1]
    one = ask in {"done", "last", "tries"} and not (wanted.placed or pointed)
    if one and not quoted_names(reading) and not any(map(tools.names.ids, names)):
        names = _spelt(reading, tools) or names
    known = tuple(i for name in names for i in tools.names.ids(name))
    if known:
        return replace(wanted, route_ids=tools.names.as_lines(known))
    if ask in _OF_ONE or quoted_names(reading):
        return replace(wanted, names=names)
    return wanted


def _beside_grade(wanted: LogFilter, ask: str, reading: Reading) -> LogFilter:
    """Without names where the first at a grade is asked: "name and date?" are none."""
    if ask == "first_at" and wanted.grade and not quoted_names(reading):
        return replace(wanted, names=())
    return wanted


def _spelt(reading: Reading, tools: Tools) -> tuple[str, ...]:
    """A name of the catalogue that may be an ordinary word, too: 「紅過霧笛嗎」."""
    spans = spelt_routes(reading, tools)
    longest = max(spans, key=lambda span: span[1] - span[0], default=None)
    if longest is not None:
        return (reading.text[longest[0] : longest[1]],)
    return tools.names.spelt_in(reading.plain, is_word)


def _about_one(  # noqa: PLR0911 - one line for every case
    ask: LogAsk, wanted: LogFilter, text: str
) -> LogAsk:
    """What is asked when the subject is one route."""
    one = bool(wanted.route_ids or wanted.names)
    if one and ask in {"unclimbed", "projects"}:
        return "done"
    if one and ask == "first_at":
        return "first"
    if one and ask == "list" and _EVER.search(text):
        return "done"
    if ask == "first_at" and wanted.grade is None and not wanted.results and not wanted.modes:
        return "first"
    if ask == "tries" and not one and wanted.placed and _VISITS.search(text):
        return "days"
    if ask == "tries" and not one and not wanted.placed and _USUALLY.search(text):
        return "average"
    if ask == "done" and not (one or wanted.placed or wanted.results or wanted.grade):
        return "list"
    return ask


def meant(wanted: LogFilter, ask: LogAsk) -> LogFilter:
    """Where the question itself says that sends are meant."""
    if ask in {"success", "projects", "most_tried", "average", "tries", "done", "last", "volume"}:
        return replace(wanted, sent=None)
    return wanted


_SUMS_UP = pattern(
    r"總結|總覽|統計|回顧|成績|表現|數據|概況|摘要|總共|怎麼樣|如何|overview|summar|stats|recap|"
    r"review"
)
_SHORT_WINDOW = 31
"""Days of which every entry can be told."""


def _is_short(wanted: LogFilter) -> bool:
    span = wanted.last - wanted.first if wanted.first and wanted.last else None
    return span is not None and span.days <= _SHORT_WINDOW


def _unit(reading: Reading) -> Unit:
    folded = fold(reading.text)
    if pattern(r"[幾多][少]?筆|entries").search(folded):
        return "entries"
    return "routes"


def compared(query: LogQuery, reading: Reading, tools: Tools) -> LogQuery:
    """The question with both windows that it puts beside each other."""
    days = said_windows(reading, tools.today)
    if len(days) < 2:
        return _compared_with_one(query, days[0] if days else None, reading, tools.today)
    first, second = days[0], days[1]
    return replace(
        query,
        filter=replace(query.filter, first=first.first, last=first.last),
        window=first.words,
        against=replace(query.filter, first=second.first, last=second.last),
        against_window=second.words,
    )


def _compared_with_one(
    query: LogQuery, other: Window | None, reading: Reading, today: date
) -> LogQuery:
    """A comparison that names one side: 「比去年多嗎」, "more this year than last"."""
    this_year = today.replace(month=1, day=1)
    if other is None:
        return replace(query, ask="count")
    if other.first == this_year and _THAN_LAST.search(fold(reading.text)):
        own = replace(query.filter, first=other.first, last=other.last)
        year = today.year - 1
        against = replace(own, first=date(year, 1, 1), last=date(year, 12, 31))
        return replace(
            query, filter=own, window=other.words, against=against, against_window=f"{year}"
        )
    own = replace(query.filter, first=this_year, last=today)
    against = replace(own, first=other.first, last=other.last)
    window = "今年" if reading.language == "zh" else "this year"
    return replace(query, filter=own, window=window, against=against, against_window=other.words)


_THAN_LAST = pattern(
    r"\b(?:than|to|with|vs\.?|against) (?:the )?(?:last|previous|one before)\b|去年|前一年"
)
