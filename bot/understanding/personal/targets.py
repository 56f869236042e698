"""Which entry of the log is meant: the last one, one of a day, a route, a place; or all of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.personal import LogFilter, Target
from bot.understanding.personal import slots
from bot.understanding.personal.filters import only_words, quoted_names, said_windows, unlinked
from bot.understanding.personal.scanning import NUMBER, fold, number, pattern
from bot.understanding.personal.unseen import unseen

if TYPE_CHECKING:
    from bot.understanding.personal.tools import Tools
    from bot.understanding.reading import Reading
    from knowledge.gazetteer import NameMention

LATEST = pattern(
    r"剛剛|剛才|剛(?=[^，,。；;]{0,7}那?一?[筆條])|上一[筆條個]|最後一[筆條]|最近一[筆條]|前一筆|最新|最後(?:那|這|面)|這一?筆"
    r"|(?:最近|最後|剛)(?:的|記的|登的|存的)?那?一?[筆條]|最後(?=的紀錄)"
    r"|(?:剛|最後|最近|上次|前一次)(?:才|又|我|所|幫我)?(?:存|錄|登|加|輸入|新增|記|打|寫|補|填|建)"
    r"|\b(?:last|latest|newest|most recent(?:ly)?|just (?:now|logged|added|saved|entered|put)|"
    r"previous)\b(?! (?:week|month|year|mon|tue|wed|thu|fri|sat|sun|night|weekend))|\b(?:that|it)\b"
)
THAT = pattern(r"那一?[筆條次]|那個")
_THAT_ENTRY = pattern(r"\bthat (?:entry|tick|log|ascent)\b")
_NTH = pattern(
    rf"第\s?({NUMBER})\s?[筆條個項]|#\s?(\d{{1,2}})|\b(first|second|third|fourth)\b(?! (?:go|try|"
    rf"attempt|burn))"
)
EVERY = pattern(
    r"全部|所有|通通|都刪|整批|每一筆|(?<!一)(?<!那)(?<!這)的(?:紀錄|記錄)|兩筆|\b(?:all|"
    r"every(?:thing)?|both|entries)\b"
)
_VERBS = pattern(
    r"幫我|請|把|刪掉|刪除|刪了|刪|移除|拿掉|去掉|砍掉|那一?筆|這一?筆|那條|的?紀錄|的?記錄|筆|"
    r"剛剛|剛才|上一|最後一|我(?:的)?|改|掉|全部|所有|通通"
    r"|\b(?:delete|remove|get rid of|please|my|the|that|this|entry|entries|log|tick|ascent|one|"
    r"record|from|on|of|all|last|change|edit|correct|update|make|it|logged|i|for|session)\b"
)


_SURELY = 3
_NOT_WHICH = frozenset({"send", "attempt", "repeat", "retreat"})
"""Results whose words say something else as often: 「重複了，刪掉」."""
_NAMES = pattern(
    r"^[」』”\"]?\s?(?:的?那|這|的?[紀記]錄|的)|^['’]s\b|^ (?:entry|tick|log|ascent)\b"
)
_NAMED = pattern(
    r"(?:把|將|刪掉?|刪除|移除|拿掉|改掉?|更正|不要|"
    r"\b(?:delete|remove|drop|edit|change|fix|correct|the|my|of|on|for))\s?[「『“\"]?$"
)


def nth(folded: str) -> int | None:
    """The number of an entry in what was shown: 「第二筆」."""
    match = _NTH.search(folded)
    return number(next(group for group in match.groups() if group)) if match else None


def targeted(reading: Reading, tools: Tools) -> Target:
    """Which entry the words mean."""
    folded = fold(reading.text)
    position = nth(folded)
    days = said_windows(reading, tools.today)
    routes = tuple(i for name in (*reading.of_kind("route"), *_denied(reading)) for i in name.ids)
    if not routes and (THAT.search(folded) and not LATEST.search(folded)):
        routes = tools.around.route_ids
    if not routes and _THAT_ENTRY.search(folded) and len(tools.around.route_ids) == 1:
        routes = tools.around.route_ids
    names: tuple[str, ...] = ()
    if not routes:
        names = _named(reading, tools, folded)
        known = tuple(i for name in names for i in tools.names.ids(name))
        routes, names = (known, ()) if known else ((), names)
    if not (routes or names or LATEST.search(folded) or days or position):
        seen = unseen(reading.text, folded, tools.names, tools.gazetteer)
        routes = tuple(i for name in seen for i in name.ids)
    wanted = LogFilter(
        first=days[0].first if days else None,
        last=days[0].last if days else None,
        route_ids=tools.names.as_lines(routes),
        names=names,
        crag_ids=tuple(i for name in reading.of_kind("crag") for i in name.ids),
        area_ids=tuple(i for name in reading.of_kind("area") for i in name.ids),
        gym_ids=tuple(i for name in reading.of_kind("gym") for i in name.ids),
        results=tuple(
            piece.value for piece in slots.results(folded) if piece.value not in _NOT_WHICH
        ),
        grade=reading.grades[0].range if reading.grades else None,
    )
    every = bool(EVERY.search(folded)) and wanted != LogFilter()
    latest = bool(LATEST.search(folded)) or (wanted == LogFilter() and position is None)
    return Target(wanted, latest and not days and not routes, position, every)


def _denied(reading: Reading) -> tuple[NameMention, ...]:
    return tuple(name for name in reading.denied if name.kind == "route")


def _named(reading: Reading, tools: Tools, folded: str) -> tuple[str, ...]:
    quoted = quoted_names(reading)
    if quoted:
        return quoted
    bare = replace(reading, text=_VERBS.sub(lambda match: "，" * len(match[0]), folded))
    if len(bare.text) != len(reading.text):
        return ()
    kept = "".join(
        old if new != "，" else "，" for old, new in zip(reading.text, bare.text, strict=True)
    )
    found = unlinked(replace(reading, text=kept), tools.names, tools.today)
    if LATEST.search(folded):
        # 「最新記的那筆是手滑」: the words say which entry, and are no name
        return tuple(n for n in found if len(n) >= _SURELY and tools.names.ids(n))
    return tuple(n for n in found if tools.names.ids(n) or _is_named(n, reading.text))


def _is_named(name: str, text: str) -> bool:
    """Whether words that no catalogue holds are called an entry: 「海王子那筆」「刪掉海王子」."""
    if only_words(name):
        return False
    before, _, after = fold(text).partition(fold(name))
    return bool(_NAMES.search(after) or _NAMED.search(before))
