"""Questions that lean on the one before: 「那去年呢」「只算先鋒」「那石螢谷呢」「哪一條」.

A follow-up inherits everything that it does not replace: what was asked, and of which entries.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from bot.personal import LogFilter, LogQuery
from bot.understanding.conditions import Conditions
from bot.understanding.personal.asks import MANAGED, NO_QUESTIONS, compared, meant, question, wanted
from bot.understanding.personal.beside import counts_beside, left_out, less, of_part
from bot.understanding.personal.days import Window
from bot.understanding.personal.filters import log_filter, said_windows
from bot.understanding.personal.leaning import asked_again, leans, says_no_more
from bot.understanding.personal.merging import added, narrows, opened, opens_days, over
from bot.understanding.personal.relative import relative_window
from bot.understanding.personal.scanning import fold, pattern
from bot.understanding.personal.tools import Tools
from bot.understanding.reading import Reading

if TYPE_CHECKING:
    from bot.personal import LogAsk

_SHORT, _SHORT_ENGLISH = 24, 48
_ALONE = frozenset({"recommend", "convert", "define", "live", "news", "community", "medical"})
_OTHER_SUBJECTS = frozenset({"gym", "crag", "news", "notice", "knowledge", "help", "greeting"})
"""Cues of a new subject, unless the words lean on the turn before."""
_NEAR, _HINT, _CERTAIN = 0.5, 0.5, 0.65


@dataclass(frozen=True, slots=True)
class _Said:
    """A message beside the question before it."""

    reading: Reading
    conditions: Conditions
    tools: Tools
    before: LogQuery
    asked: tuple[str, ...]
    own: LogFilter
    """What it narrows by itself."""
    days: tuple[Window, ...]
    base: LogFilter
    """The filter of the question before without what this one opens."""

    @property
    def folded(self) -> str:
        return fold(self.reading.text)

    @property
    def narrows(self) -> bool:
        return narrows(self.own) or bool(self.days) or self.base != self.before.filter

    @property
    def filter(self) -> LogFilter:
        """The entries that are meant."""
        if counts_beside(self.reading.text) and not self.days and not self.own.without:
            return added(self.base, self.own)
        return over(self.base, self.own)


def followed(  # noqa: PLR0911 - one case after the other
    reading: Reading,
    conditions: Conditions,
    tools: Tools,
    before: LogQuery,
    asked: tuple[str, ...],
) -> LogQuery | None:
    """The question before with what this one changes of it; ``None`` where it stands alone."""
    again = asked_again(reading.text, before)
    if again is not None and not reading.names:
        return replace(before, ask=again)
    said = _said(reading, conditions, tools, before, asked)
    short = len(reading.plain) <= (_SHORT_ENGLISH if reading.plain.isascii() else _SHORT)
    plain = short and says_no_more(reading, tools.names, tools.today)
    more = wanted(reading, after=True)["more"]
    leaning = leans(reading.text) or more >= _NEAR or said.own.without is not None
    leaning = leaning or bool(_THIS_GRADE.search(said.folded))
    ask = _another(said, leaning=leaning or plain)
    beside = len(said.days) == 1 and before.filter.windowed and _BESIDE.search(said.folded)
    if ask == "compare" or (beside and before.ask != "compare"):
        return _compared(said)
    if before.ask == "compare" and said.days and "比" in said.folded:
        return compared(before, reading, tools)
    if ask is None and not said.narrows:
        return before if leaning and plain and more >= _CERTAIN else None
    if not (leaning or plain or (ask and _surely(said))):
        return None
    if _stands_alone(said, ask) or (not leaning and _other_subject(said, asks=plain and bool(ask))):
        return None
    return _changed(said, ask)


def _said(
    reading: Reading,
    conditions: Conditions,
    tools: Tools,
    before: LogQuery,
    asked: tuple[str, ...],
) -> _Said:
    """What the message narrows by and opens, as the question before makes it mean."""

    def read(part: str) -> LogFilter:
        seen = tools.read(part)
        return log_filter(seen, of_part(conditions, seen), tools.names, tools.today)

    text, without = left_out(reading.text, read)
    kept = tools.read(text) if without is not None else reading
    own = log_filter(kept, less(conditions, without), tools.names, tools.today)
    own = replace(own, without=without)
    if own.grade is None and _THIS_GRADE.search(fold(reading.text)):
        own = replace(own, grade=before.filter.grade)
    days = said_windows(reading, tools.today)
    span = relative_window(before.filter, reading.text, tools.today) if len(days) < 2 else None
    if span is not None:
        own, days = replace(own, first=span.first, last=span.last), (span,)
    base = opened(before.filter, reading)
    if opens_days(reading):
        # 「不限今年」 narrows to no year
        own, days = replace(own, first=None, last=None), ()
    return _Said(reading, conditions, tools, before, asked, own, days, base)


_THIS_GRADE = pattern(r"[這那該]個?(?:級數|難度|等級|級)|同級|\b(?:that|this|the same) grade\b")
_CHARTS = frozenset(
    {
        *("pyramid", "volume", "places", "projects", "wishes", "streak", "compare", "progress"),
        *("unclimbed", "most_tried", "average", "success", "hardest", "first_at", "overview"),
    }
)
"""What 「也看一下」 shows again as it is."""
_LISTS = pattern(r"哪些|哪幾|哪條|列|有哪|清單|明細|一條條|\b(?:which|what did|list|everything)\b")
_COUNTS = pattern(r"(?:幾|多少)\s?(?:條|題|個|路線|筆)|\b(?:how many|count|number of)\b")
_CLIMBED = pattern(r"爬|完攀|送|試|上了|\b(?:climb|sen[dt]|tried|try|did|do|done)")


def _another(  # noqa: PLR0911 - one case after the other
    said: _Said, *, leaning: bool
) -> LogAsk | None:
    """What is asked instead of what was asked before; ``None`` where it is that again."""
    near = wanted(said.reading, after=True)
    own = {ask: share for ask, share in near.items() if ask not in NO_QUESTIONS | MANAGED}
    best = max(own, key=lambda ask: (own[ask], ask))
    sure = own[best] >= _NEAR
    total = sum(own.values())
    hinted = (
        leaning
        and not _COUNTED_FROM.search(said.folded)
        and (
            bool(said.asked or _DATED.search(said.folded))
            or own[best] >= _HINT * (total + near["more"] + near["none"])
        )
    )
    if not (sure or (hinted and near["more"] < _NEAR) or (leaning and _named(said))):
        return None
    fresh = question(said.reading, said.conditions, said.tools, said.asked, after=True)
    if _DATED.search(said.folded) and best in {"last", "first_at", "first"}:
        return _beside_filter(cast("LogAsk", best), said)
    if fresh.ask == "first_at" and not _FIRSTS.search(said.folded):
        # a grade alone is like the first one at it: 「挑 5.12b 以上的」
        return None
    if fresh.ask in {"list", "count", "overview"} and _leaves_some(said):
        return "unclimbed"
    if fresh.ask == "count" and not _COUNTS.search(said.folded):
        return "list" if _LISTS.search(said.folded) else None
    if fresh.ask in {"list", "overview"}:
        return "list" if _lists(said, sure=sure) else None
    return _beside_filter(fresh.ask, said)


def _lists(said: _Said, *, sure: bool) -> bool:
    """Whether the entries are wanted, and not the same once more: 「去年的也看一下」."""
    names = bool(_LISTS.search(said.folded))
    if said.narrows and (said.before.ask in _CHARTS or not names):
        return (sure or names) and bool(_CLIMBED.search(said.folded))
    return sure or names


def _beside_filter(ask: LogAsk, said: _Said) -> LogAsk:
    """What an ask means of the entries spoken of."""
    routes, before = said.filter.route_ids, said.before.ask
    meant_: LogAsk = ask
    if ask in {"count", "hardest"} and before in {"wishes", "projects"}:
        # their answers tell the number, and the grades
        meant_ = before
    elif ask == "count":
        meant_ = "tries" if routes else "unclimbed" if before == "unclimbed" else ask
    elif ask == "tries" and not routes and _VISITS.search(said.folded):
        meant_ = "days"
    elif ask == "days" and before == "places" and (not said.narrows or _WHERE.search(said.folded)):
        meant_ = "places"
    elif ask == "first_at" and not (said.filter.grade or said.filter.results):
        meant_ = "first"
    elif ask == "first" and said.filter.grade:
        meant_ = "first_at"
    elif ask == "unclimbed" and not _describes(said.filter):
        meant_ = "projects"
    elif ask == "projects" and said.filter.grade and not said.filter.windowed:
        meant_ = "unclimbed" if _STILL.search(said.folded) else ask
    return meant_


def _describes(wanted_: LogFilter) -> bool:
    """Whether routes are described of which some may be left, and not a whole crag."""
    return bool(wanted_.grade or wanted_.types or wanted_.styles or wanted_.area_ids)


def _leaves_some(said: _Said) -> bool:
    """「還剩哪些」 after the climbs of a grade: those that are left."""
    return bool(_LEFT.search(said.folded)) and _describes(said.filter)


_DATED = pattern(
    r"(?:最[早後近新初]|第一|上一?次|首[次條])[^，。]{0,6}(?:哪[天年月時]|何時|什麼時候|幾[號月]|"
    r"日期|是)"
    r"|\bwhen (?:was|did|is)\b.*\b(?:last|first|latest|earliest|recent)"
)
_LEFT = pattern(r"剩|還[差缺欠]|\b(?:left|remain(?:s|ing)?|missing|to go)\b")
_VISITS = pattern(r"去|跑|到|\b(?:go|gone|been|visit|went)")
_COUNTED_FROM = pattern(r"\b(?:year|month|week) (?:before|after)|前一?個?[年月週]")
_BESIDE = pattern(
    r"(?:跟|和|與|比)[^，。]{0,8}(?:比|相比|比較)|比起[^，。]{1,6}|\b(?:compared|than|versus|vs)\b"
)
_FIRSTS = pattern(
    r"第一|最[早初先]|首|頭一|何時|時候|哪[天年月]|突破|\b(?:first|when|earliest|date|day)\b"
)
_WHERE = pattern(r"哪[間家個裡座]|\b(?:where|which)\b")
_STILL = pattern(r"還|剩|缺|差|\b(?:left|still|remain|haven.t|yet)")


def _named(said: _Said) -> bool:
    """Whether the tables of words name something but a list or a number."""
    return bool(set(said.asked) - {"list", "count", "overview", "done", "last"})


def _surely(said: _Said) -> bool:
    """Whether the examples say that the log is asked, and no strange word stands there."""
    near = wanted(said.reading, after=True)
    best = max(share for ask, share in near.items() if ask not in NO_QUESTIONS | MANAGED)
    return best >= _NEAR and not said.own.placed and not said.reading.unknown


def _changed(said: _Said, ask: LogAsk | None) -> LogQuery:
    """The question before with another filter, and asked for something else."""
    window = said.days[0].words if said.days else said.before.window
    wanted_ = said.filter
    if not wanted_.windowed:
        window = ""
    if ask is None:
        against = said.before.against
        if against is not None:
            against = replace(wanted_, first=against.first, last=against.last)
            if said.days:
                return replace(
                    said.before, ask="count", filter=wanted_, window=window, against=None
                )
        return replace(said.before, filter=wanted_, window=window, against=against)
    fresh = question(said.reading, said.conditions, said.tools, said.asked, after=True)
    if fresh.filter.route_ids and not said.reading.of_kind("route") and ask in _OF_ONE_ROUTE:
        # the climb that the answer before named, whatever it was found by
        return replace(fresh, ask=ask, filter=_names_of(fresh.filter), window="", missing=())
    wanted_ = _of_ask(meant(over(wanted_, _names_of(fresh.filter)), ask), ask, said)
    return replace(
        fresh,
        ask=ask,
        filter=wanted_,
        window=window if wanted_.windowed else "",
        missing=() if narrows(wanted_) else fresh.missing,
    )


def _names_of(fresh: LogFilter) -> LogFilter:
    """Names that only a closer look finds in a message."""
    return LogFilter(route_ids=fresh.route_ids, names=fresh.names)


_OF_ONE_ROUTE = frozenset({"done", "tries", "last", "first"})
_OF_A_ROUTE = frozenset({"done", "tries", "last", "first", "list", "days", "average", "success"})
_WHOLE = frozenset({"streak", "wishes", "recommend"})
"""Asked of the whole log, whatever was spoken of before."""


def _of_ask(merged: LogFilter, ask: LogAsk, said: _Said) -> LogFilter:
    """The filter without what another question does not ask of."""
    own = said.own
    if ask == "recommend" and said.before.ask == "unclimbed":
        return merged
    if ask in _WHOLE:
        return replace(
            own, crag_ids=own.crag_ids or (merged.crag_ids if ask == "recommend" else ())
        )
    if ask not in _OF_A_ROUTE and not own.route_ids:
        merged = replace(merged, route_ids=(), names=())
    if ask == "places" and not own.placed:
        merged = replace(merged, crag_ids=(), area_ids=(), sector_ids=(), gym_ids=())
    if ask in {"days", "places", "list"} and own.sent is None:
        # days on which nothing was done are days all the same; 「爬過的」 are those only tried too
        climbed = ask != "list" or _WENT.search(said.folded)
        merged = replace(merged, sent=None) if climbed else merged
    return merged


_WENT = pattern(r"爬(?!完|掉|上|下|起)|試|攀登|碰|\b(?:climb|did|do\b|tried)")


def _compared(said: _Said) -> LogQuery:
    """「跟上個月比呢」: the days of the question before beside others, else as it stands alone."""
    fresh = question(said.reading, said.conditions, said.tools, said.asked, after=True)
    before = said.before
    one_side = len(said.days) == 1 and before.filter.windowed
    if not one_side:
        return replace(fresh, filter=over(before.filter, fresh.filter)) if fresh.against else fresh
    own = meant(over(before.filter, replace(said.own, first=None, last=None)), "compare")
    day = said.days[0]
    return replace(
        before,
        ask="compare",
        filter=own,
        against=replace(own, first=day.first, last=day.last),
        against_window=day.words,
    )


def _other_subject(said: _Said, *, asks: bool) -> bool:
    reading = said.reading
    subjects = {"gym", "crag", "news", "notice"} if asks else _OTHER_SUBJECTS
    if reading.cues & subjects and not (reading.cues & {"gym", "crag"} and said.own.setting):
        return True
    # 「霧鳴岬有幾條 5.10a」 asks what is there, not what was climbed there
    places = reading.of_kind("crag", "area", "sector", "gym")
    return bool(places) and bool(_THERE_IS.search(said.folded)) and not _OWN.search(said.folded)


_THERE_IS = pattern(r"有(?:幾|哪|多少|什麼|沒有)|how many .*(?:at|in|are)|what .*(?:at|in) ")
_OWN = pattern(r"我|自己|爬(?:了|過)|完攀|(?<![a-z])(?:i|my)(?![a-z])")


def _stands_alone(said: _Said, ask: LogAsk | None) -> bool:
    """Whether it asks the catalogue for something of its own."""
    conditions, reading = said.conditions, said.reading
    fields = {*conditions.route_fields, *conditions.gym_fields, *conditions.crag_fields}
    alone = _ALONE if reading.grades else _ALONE - {"convert"}
    if ask == "places" or said.base != said.before.filter:
        # 「在哪裡爬最多」「不管在哪」 ask for no address
        fields = set()
    if ask in {"recommend", "first_at", "first", "last"}:
        alone, fields = alone - {"recommend"}, fields - {"first_ascent", "first_ascent_on"}
    plain = {"overview", "grade"} if _THIS_GRADE.search(said.folded) else {"overview"}
    return bool(fields - plain or reading.cues & alone)
