"""Days of a log lie in the past: 「週六」 was last Saturday, 「3/15」 was in the last year."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.understanding.personal.scanning import fold, pattern
from bot.understanding.personal.spans import spans

if TYPE_CHECKING:
    from knowledge.dates import DateMention

_AHEAD = pattern(
    "明|後天|下|將|未來|接下來"
    r"|\b(?:tomorrow|next|coming|upcoming|in \d|will)\b"
)
_WEEKDAY = pattern(r"週|周|星期|禮拜|day|sat|sun|mon|tue|wed|thu|fri|weekend")
SOON = 60
"""Days within which a date that is told of a climb is one to come, and to be asked about."""
_SAME_TIME = pattern(
    r"去年(?:的)?(?:同期|同一時間|這個時候|這時候)|same (?:time|period|point) last year"
    r"|(?:at |by )?this (?:point|time|stage) last year|by now last year"
)
_ALL_TIME = pattern("有史以來|從以前到現在|至今|生涯|全部時間|all ?time|ever|so far")
_BARE_YEAR = re.compile(r"(?<![\d./-])20\d\d(?![\d/.:-]|\s?(?:年|條|筆|m))")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Window:
    """Days in a text: both ends, and the words for them."""

    first: date
    last: date
    words: str
    start: int = 0
    end: int = 0

    @property
    def single(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last


def windows(
    text: str, days: tuple[DateMention, ...], today: date, *, ahead: int = 0
) -> tuple[Window, ...]:
    """The days of a text as a log means them, in order.

    Args:
        text: The text.
        days: The days that the calendar sees in it.
        today: The day on which it was written.
        ahead: A month and a day without a year that come within so many days are ahead, and those
            of last year else.
    """
    folded = fold(text)
    same = _SAME_TIME.search(folded)
    found = [] if same else _own_spans(text, folded, days, today)
    held = [(window.start, window.end) for window in found]
    if same is not None:
        held.append(same.span())
    found += [
        _in_the_past(mention, today, folded, ahead)
        for mention in days
        if all(mention.end <= start or end <= mention.start for start, end in held)
    ]
    taken = [(window.start, window.end) for window in found]
    for match in _BARE_YEAR.finditer(folded):
        year = int(match[0])
        free = all(match.end() <= start or end <= match.start() for start, end in taken)
        if free and year <= today.year:
            window = Window(date(year, 1, 1), date(year, 12, 31), match[0], *match.span())
            found.append(_until_today(window, today))
    if same is not None:
        found.append(_same_time_last_year(text[same.start() : same.end()], same, today))
    return tuple(sorted(found, key=lambda window: window.start))


def _own_spans(text: str, folded: str, days: tuple[DateMention, ...], today: date) -> list[Window]:
    """Spans that no calendar knows; 「11/3 號」 and 「3月5號」 are days of one."""
    return [
        _until_today(Window(first, last, text[start:end], start, end), today)
        for start, end, first, last in spans(folded, today)
        if not any(
            day.start <= start and end <= day.end and day.end - day.start > end - start
            for day in days
        )
    ]


def _same_time_last_year(words: str, match: re.Match[str], today: date) -> Window:
    year = today.year - 1
    try:
        last = today.replace(year=year)
    except ValueError:  # 29 February
        last = date(year, 2, 28)
    return Window(date(year, 1, 1), last, words, match.start(), match.end())


def _in_the_past(mention: DateMention, today: date, folded: str, ahead: int) -> Window:
    window = Window(mention.first, mention.last, mention.surface, mention.start, mention.end)
    surface = folded[mention.start : mention.end]
    if window.first <= today or _AHEAD.search(surface) or _YEAR.search(surface):
        return _until_today(window, today)
    if _WEEKDAY.search(surface) and window.first - today < timedelta(days=8):
        week = timedelta(days=7)
        return replace(window, first=window.first - week, last=window.last - week)
    if window.first - today <= timedelta(days=ahead):
        return window
    return _a_year_earlier(window)


def _until_today(window: Window, today: date) -> Window:
    """A span that has begun ends today: 「今年」「這個月」."""
    if window.first < today < window.last:
        return replace(window, last=today)
    return window


def _a_year_earlier(window: Window) -> Window:
    try:
        return replace(
            window,
            first=window.first.replace(year=window.first.year - 1),
            last=window.last.replace(year=window.last.year - 1),
        )
    except ValueError:
        return window


def is_ahead(window: Window, today: date) -> bool:
    """Whether no day of it has come yet."""
    return window.first > today
