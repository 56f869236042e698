"""What holds on a day: notices laid over the standing records. Pure.

Invariants: a notice counts on a day when it is active and the day lies between its ends, both
included. An ``hours`` notice replaces a gym's hours on the days that it lists; a closure of a whole
gym closes it on every day that it covers, a closure of some walls on none. Of several notices for a
day the one reported last counts; when those reported last disagree, all of them stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from knowledge.dates import hours_key
from knowledge.schema import Gym, Hours, Notice
from knowledge.text import key
from knowledge.told_days import listed_days

if TYPE_CHECKING:
    from collections.abc import Iterable

RECENT_DAYS = 30
"""How long after its report a notice is still news."""
_GOES_ON = re.compile("每[天日周月年逢]|每个|天天|长期|常态|即日起|every|weekly|daily|monthly")
"""Words of an event that is not over with its first day, in their key's spelling."""
_NEWS = timedelta(days=RECENT_DAYS)
_LONGEST_RESET = timedelta(days=13)
"""A reset that is said to hold for longer is a set's life, not the days of the work."""
_REOPENS = re.compile(
    "重新开放|恢复开放|解除封闭|解除管制|解封|恢复营业|重新营业|重新开幕|复业|reopen(?:s|ed)?(?!ing)|openagain"
)
_SOME_DAY = re.compile(
    "(?:尚未|还没|还未|未|不|暂缓|延后|不会|无法|[后再才]|预计|直到|等到|until|willbe|will|notyet|not)$"
    "|(?:预计|暂定|until|till)[^\n]{0,12}$"
)
"""Before those words: not yet."""


@dataclass(frozen=True, slots=True)
class Told:
    """The hours of one day as a notice gives them; empty when closed."""

    notice: Notice
    ranges: Hours


@dataclass(frozen=True, slots=True)
class OpenDay:
    """A gym's hours on one day, and which notices they come from."""

    ranges: Hours | None
    """``None`` when not recorded, or when notices of one day disagree."""
    told: tuple[Told, ...] = ()
    """The notices that count; several with different hours when they contradict one another."""
    older: tuple[Told, ...] = ()
    """Notices reported before those that still hold and say something else."""
    breaks: Hours = ()
    """When it rests within the standing hours; notices give hours without breaks."""

    @property
    def disputed(self) -> bool:
        """Whether notices reported on one day disagree."""
        return len({each.ranges for each in self.told}) > 1

    @property
    def may_be(self) -> tuple[Hours, ...]:
        """Every reading of the day: the hours, or each side of a contradiction."""
        if self.disputed:
            return tuple(dict.fromkeys(each.ranges for each in self.told))
        return () if self.ranges is None else (self.ranges,)


def hours_on(gym: Gym, day: date, notices: Iterable[Notice]) -> OpenDay:
    """The hours that hold on the day: of a notice, else the standing or holiday ones.

    Args:
        gym: The gym.
        day: The day asked about.
        notices: Any notices that may be seen; those about other things are passed over.
    """
    own = [notice for notice in notices if notice.about_id == gym.id]
    told = [
        Told(notice, ranges)
        for notice in in_force(own, day)
        if (ranges := told_hours(notice, day)) is not None
    ]
    if not told:
        standing = hours_key(day)
        return OpenDay(gym.hours.get(standing), breaks=gym.breaks.get(standing, ()))
    last = max(each.notice.reported_on for each in told)
    newest = tuple(each for each in told if each.notice.reported_on == last)
    said = {each.ranges for each in newest}
    older = tuple(
        each for each in told if each.notice.reported_on < last and each.ranges not in said
    )
    return OpenDay(newest[0].ranges if len(said) == 1 else None, newest, older)


def told_hours(notice: Notice, day: date) -> Hours | None:
    """The hours that a notice gives a gym on the day; ``None`` when it speaks of none."""
    if notice.kind not in {"hours", "closure"} or not _holds(notice, day):
        return None
    listed = dict(notice.hours)
    if day in listed:
        return listed[day]
    return () if closes_all(notice) else None


def closes_all(notice: Notice) -> bool:
    """Whether it shuts its whole place for as long as it holds."""
    return notice.kind == "closure" and not notice.walls and not reopens(notice)


def in_force(notices: Iterable[Notice], day: date) -> tuple[Notice, ...]:
    """The notices that hold on the day, without closures that a later one has ended."""
    held = tuple(notice for notice in notices if _holds(notice, day))
    ended = {
        notice.about_id: notice.reported_on
        for notice in sorted(held, key=lambda each: each.reported_on)
        if notice.kind in {"closure", "access"} and reopens(notice)
    }
    if not ended:
        return held
    return tuple(
        notice
        for notice in held
        if not (
            notice.kind in {"closure", "access"}
            and notice.about_id in ended
            and notice.reported_on <= ended[notice.about_id]
            and not reopens(notice)
        )
    )


def happens(notice: Notice) -> tuple[date, date | None]:
    """First and last day of what a notice tells; the last one is ``None`` while it goes on.

    A reset is done in days, whatever the life of its set; without a day of its own it is dated by
    its report.
    """
    listed = _listed(notice)
    if listed is not None:
        return listed
    told = listed_days(notice)
    if told:
        return told[0], told[-1]
    first = notice.valid_from or notice.reported_on
    if notice.kind != "reset":
        last = last_day(notice)
        return first, last if last in (first, notice.valid_until) else None
    last = notice.valid_until
    return first, last if last is not None and first <= last <= first + _LONGEST_RESET else first


def _listed(notice: Notice) -> tuple[date, date] | None:
    """First and last day of hours that stand without any other time."""
    days = [day for day, _ in notice.hours]
    if not days or notice.valid_from is not None or notice.valid_until is not None:
        return None
    return min(days), max(days)


def _holds(notice: Notice, day: date) -> bool:
    """Whether it holds on the day; hours without any other time hold on their own days."""
    listed = _listed(notice)
    within = listed is None or listed[0] <= day <= listed[1]
    return notice.holds_on(day) and not is_over(notice, day) and within


def _end(notice: Notice) -> date | None:
    """The last day of what it tells, said or not."""
    return happens(notice)[1] or last_day(notice)


def last_day(notice: Notice) -> date | None:
    """The last day on which it holds; ``None`` for one that holds until another says otherwise.

    An event without an end is over with its day. One that goes on, or that has no day at all, is
    over when it is no news any more.
    """
    if notice.valid_until is not None or notice.kind != "event":
        return notice.valid_until
    if notice.hours:
        return max(day for day, _ in notice.hours)
    if notice.valid_from is not None and not _GOES_ON.search(key(notice.title + notice.text)):
        return notice.valid_from
    return max(notice.valid_from or notice.reported_on, notice.reported_on) + _NEWS


def is_over(notice: Notice, day: date) -> bool:
    """Whether its time is over on that day."""
    last = last_day(notice)
    return last is not None and last < day


def next_or_last(notice: Notice, today: date) -> tuple[date, date | None]:
    """The last day on which it began until today, or else the first one, and the next to come.

    A list of sets begins on each of its days.
    """
    days = listed_days(notice) or (happens(notice)[0],)
    begun = [day for day in days if day <= today]
    coming = [day for day in days if day > today]
    return begun[-1] if begun else days[0], coming[0] if coming else None


def touches(notice: Notice, first: date, last: date) -> bool:
    """Whether what a notice tells falls into a window, both ends included."""
    told = listed_days(notice)
    if told:
        return any(first <= day <= last for day in told)
    begins, ends = happens(notice)[0], _end(notice)
    return begins <= last and (ends is None or ends >= first)


def is_news(notice: Notice, today: date) -> bool:
    """Whether it is worth telling when no time is asked for: not over yet, or just reported."""
    ends = _end(notice)
    recent = timedelta(0) <= today - notice.reported_on <= _NEWS
    return ends is None or ends >= today or recent


def newest_first(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """The notices, reported last first; of one day in the order given."""
    return tuple(sorted(notices, key=lambda each: each.reported_on, reverse=True))


def reopens(notice: Notice) -> bool:
    """Whether it says that a place is open again, and not that it will be some day."""
    text = key(notice.title) + "\n" + key(notice.text)
    found = [match.start() for match in _REOPENS.finditer(text)]
    return any(not _SOME_DAY.search(text[max(0, start - 16) : start]) for start in found)
