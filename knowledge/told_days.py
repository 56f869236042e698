"""The days that a notice lists in its own words: a gym's sets of a month, every Wednesday. Pure."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from knowledge.dates import find_dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.schema import Notice

_AHEAD = timedelta(days=62)
"""So far from its begin a list without an end is read: two months."""
_BEHIND = timedelta(days=45)
_LONGEST_RUN = timedelta(days=13)
"""A longer run of days is a time in which it holds, not days of work."""
_CLAUSE = re.compile(r"[\n；;。]")
_OTHER = re.compile("休館|公休|營業|報名|截止|活動|比賽|課程|票")
"""Words of clauses whose days are those of something else."""
_WEEK = "(?:週|周|星期|禮拜|礼拜)"
_WEEKLY = re.compile(rf"每逢?[個个]?{_WEEK}((?:{_WEEK}?[一二三四五六日天][、,和及與跟 ]*)+)")
_WEEKDAYS = "一二三四五六日"


@lru_cache(maxsize=4096)
def listed_days(notice: Notice) -> tuple[date, ...]:
    """The days of a reset whose words list several, in order; else none."""
    if notice.kind != "reset":
        return ()
    begins = notice.valid_from or notice.reported_on - _BEHIND
    ends = notice.valid_until or (notice.valid_from or notice.reported_on) + _AHEAD
    told = _CLAUSE.split(f"{notice.title}\n{notice.text}")
    clauses = [clause for clause in told if not _OTHER.search(clause)]
    found = {day for clause in clauses for day in _written(clause, notice.reported_on)}
    if not found:
        found = {day for clause in clauses for day in _weekly(clause, notice, ends)}
    days = tuple(sorted(day for day in found if begins <= day <= ends))
    return days if len(days) > 1 else ()


def _written(clause: str, reported_on: date) -> Iterator[date]:
    for mention in find_dates(clause, reported_on):
        length = mention.last - mention.first
        if length > _LONGEST_RUN or not any(char.isdigit() for char in mention.surface):
            continue
        for step in range(length.days + 1):
            yield mention.first + timedelta(days=step)


def _weekly(clause: str, notice: Notice, ends: date) -> Iterator[date]:
    plain = unicodedata.normalize("NFKC", clause)
    named = "".join(match[1] for match in _WEEKLY.finditer(plain))
    weekdays = {_WEEKDAYS.index(char) for char in named.replace("天", "日") if char in _WEEKDAYS}
    day = notice.valid_from or notice.reported_on
    while day <= ends:
        if day.weekday() in weekdays:
            yield day
        day += timedelta(days=1)
