"""Days with their hours: 「12/24(四) 10:00-18:00」「初一、初二 公休」, also over two lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from bot.announcements.days import DatedLine
from knowledge.importers.hours import read_hours
from knowledge.schema import Hours

if TYPE_CHECKING:
    from collections.abc import Sequence

_CLOSED = re.compile(
    r"(?<!不)(?<!無)(?<!沒有)(?:全天|全館|全日|整天|店)?(?:公休|休館|店休|休息|不營業|停業|閉館|暫停營業|closed)",
    re.IGNORECASE,
)
_NORMAL = re.compile(r"正常營業|照常營業|正常開放|照常開放|恢復(?:正常)?營業|恢復正常|正常時間")
_SPAN = re.compile(
    r"(?:(?:上午|早上|中午|下午|晚上|凌晨|am|pm)\s*)?\d{1,2}(?:[:點時]\d{0,2}分?|:\d{2})?\s*(?:[ap]m)?"
    r"\s*(?:-|到|至)\s*(?:隔日|翌日|凌晨|上午|早上|中午|下午|晚上)?\s*\d{1,2}(?::\d{2}|[點時]半?(?:\d{1,2}分)?|\s*[ap]m)",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"(?:提[早前](?:至|到|於)?|營業(?:至|到)|開放?(?:到|至)|只(?:開|營業)(?:到|至)|延[後長](?:營業)?(?:至|到))"
    r"\s*(?:上午|下午|晚上|中午)?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?::\d{2}|[點時])"
    r"|(?:上午|下午|晚上|中午)?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?::\d{2}|[點時]半?)\s*(?:提[早前])?"
    r"(?:打烊|關門|閉館|休館|開門|開始營業|才開)|提[早前](?:打烊|關門|閉館|休館)"
)
_WEEKLY = re.compile(
    r"(?:每?(?:週|周|星期|禮拜)[一二三四五六日天]|每(?:週|周)).{0,6}(?:公休|休館|店休|休息)"
)
_RULE = re.compile(
    r"平日|假日|週末|周末|每[天日週周]|(?:週|周|星期|禮拜)[一二三四五六日]\s*(?:-|到|至)"
)
"""Hours of every week."""
_FROM = re.compile(r"^\s*(?:\d{1,2}:\d{2}\s*)?(?:起|開始|之後|以後)")
_HALF = re.compile(r"半(?=\D|$)")


@dataclass(slots=True)
class Table:
    """The hours of the days that a post lists."""

    hours: dict[date, Hours] = field(default_factory=dict)
    partial: list[date] = field(default_factory=list)
    """Days of which only the opening or only the closing time is told."""
    weekly: str = ""
    """Words about a closed day of every week: no exception but a new rule."""
    normal: set[date] = field(default_factory=set)
    """Days of which the usual hours are told."""
    named: set[date] = field(default_factory=set)
    """Every single day that the post names."""
    unread: list[str] = field(default_factory=list)
    """Hours that stand without a day."""

    @property
    def idle(self) -> tuple[date, ...]:
        """Days that are named and of which no hours were read."""
        told = {*self.hours, *self.partial, *self.normal}
        return tuple(sorted(self.named - told))


def read_table(lines: Sequence[DatedLine]) -> Table:
    """Every day with hours; a line of hours belongs to its own days, else to those right before."""
    table = Table()
    waiting: tuple[date, ...] = ()
    bare = False
    for line in chain.from_iterable(map(_parted, lines)):
        weekly = _WEEKLY.search(line.text)
        own = tuple(day for run in line.runs for day in run.days)
        if weekly and not (own and _names_single_days(line)):
            table.weekly = table.weekly or weekly[0]
            continue
        table.named.update(_listed(line))
        rest = line.rest
        if _is_rule(line):
            table.weekly = table.weekly or line.text
            table.normal.update(own)
            waiting = ()
            continue
        if own and not rest:
            # 「12/24, 12/25 公休」: days alone wait for the hours that follow
            waiting, bare = (waiting + own if bare else own), True
            continue
        if _NORMAL.search(rest):
            table.normal.update(own or waiting)
            waiting, bare = (), False
            continue
        told = _hours(rest)
        days = waiting + own if bare else own or waiting
        if told is not None and days:
            table.hours.update(dict.fromkeys(days, told))
            waiting = ()
        elif _UNTIL.search(rest) and days:
            table.partial += days
            waiting = ()
        elif told:
            table.unread.append(line.text)
        elif own:
            waiting = own
        bare = False
    return table


def is_weekly(line: DatedLine) -> bool:
    """Whether a line speaks of a day of every week."""
    return bool(_WEEKLY.search(line.text)) and not _names_single_days(line)


def tells_closed(text: str) -> bool:
    """Whether the words say that nothing is open."""
    return bool(_CLOSED.search(text))


def _parted(line: DatedLine) -> tuple[DatedLine, ...]:
    """The line, or its parts where it gives several days hours of their own."""
    cuts = [
        run.start
        for before, run in pairwise(line.runs)
        if _hours(line.text[before.end : run.start]) is not None
    ]
    if not cuts:
        return (line,)
    parts = []
    for start, end in pairwise([0, *cuts, len(line.text)]):
        runs = tuple(
            replace(run, start=run.start - start, end=run.end - start)
            for run in line.runs
            if start <= run.start < end
        )
        parts.append(DatedLine(line.text[start:end], runs))
    return tuple(parts)


def _listed(line: DatedLine) -> tuple[date, ...]:
    """The days that a line lists, without holidays that only say what the post is about."""
    return tuple(
        day
        for run in line.runs
        if run.first == run.last or re.search(r"\d", line.text[run.start : run.end])
        for day in run.days
    )


def _is_rule(line: DatedLine) -> bool:
    """Whether its hours are those of every week, or of every day from a day on."""
    if _hours(line.rest) is None:
        return False
    if _RULE.search(line.rest):
        return True
    from_on = any(_FROM.match(line.text[run.end :]) for run in line.runs)
    return from_on and bool(_SPAN.search(line.rest))


def _names_single_days(line: DatedLine) -> bool:
    return any(re.search(r"\d|本|這|下|今|明", line.text[run.start : run.end]) for run in line.runs)


def _hours(rest: str) -> Hours | None:
    """The spans of a line, empty when it says closed; ``None`` when it tells neither."""
    spans = [match[0] for match in _SPAN.finditer(rest)]
    if spans:
        read = [read_hours(_HALF.sub("30分", span)) for span in spans]
        if any(not each for each in read):
            return None
        return tuple(sorted(span for each in read if each for span in each))
    return () if tells_closed(rest) else None
