"""Plain reading of notices for the gold of dated questions; owes nothing to what is judged."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from bot.evaluation.board import NEW_YEAR, NEW_YEARS_EVE
from bot.evaluation.expectation import TODAY
from bot.evaluation.golds.gym_days import Spans, hours_on
from bot.evaluation.texts import weekday_words
from bot.evaluation.values import Words
from knowledge.schema import Notice

if TYPE_CHECKING:
    from bot.evaluation.drawing import Draw
    from bot.evaluation.values import SlotValue
    from bot.evaluation.world import World
    from knowledge.schema import Gym

_HOLIDAYS: Final = {
    NEW_YEAR: Words(("元旦",), ("New Year's Day",)),
    NEW_YEARS_EVE: Words(("跨年夜", "跨年"), ("New Year's Eve",)),
}


@dataclass(frozen=True)
class DayHours:
    """The hours of a gym on a day: those of notices, or the standing ones."""

    spans: tuple[Spans | None, ...]
    """Several when notices reported on one day disagree."""
    notices: tuple[Notice, ...] = ()
    """The notices that give them."""
    older: tuple[Notice, ...] = field(default=())


def visible(world: World, scope: str) -> tuple[Notice, ...]:
    """What a question from that server may see."""
    return tuple(
        each for each in world.notices if each.status == "active" and each.scope in {"", scope}
    )


def counts_on(notice: Notice, day: date) -> bool:
    """Whether the day lies between the ends of the notice, both included."""
    return (notice.valid_from or date.min) <= day <= (notice.valid_until or date.max)


def gym_hours_on(gym: Gym, day: date, notices: tuple[Notice, ...]) -> DayHours:
    """An exception of that day, else a closure that covers it, else the standing hours."""
    said: list[tuple[Notice, Spans]] = []
    for notice in notices:
        if notice.about_id != gym.id or not counts_on(notice, day):
            continue
        listed = dict(notice.hours)
        if notice.kind == "hours" and day in listed:
            said.append((notice, listed[day]))
        elif notice.kind == "closure" and not notice.walls:
            said.append((notice, ()))
    if not said:
        return DayHours((hours_on(gym, day),))
    last = max(notice.reported_on for notice, _ in said)
    newest = [(notice, spans) for notice, spans in said if notice.reported_on == last]
    return DayHours(
        tuple(dict.fromkeys(spans for _, spans in newest)),
        tuple(notice for notice, _ in newest),
        tuple(notice for notice, _ in said if notice.reported_on < last),
    )


def ask_about(day: date, draw: Draw) -> tuple[date, dict[str, SlotValue]] | None:
    """(today, slots) of a question about the day, in the way in which the phrasing names it.

    ``{date}`` is asked some days before, ``{day}`` within six days, ``{holiday}`` on ``TODAY``;
    without a slot ``when`` says which word the writer wrote: today, tomorrow or day_after.
    """
    when = draw.template.args.get("when")
    if when is not None:
        ahead = {"today": 0, "tomorrow": 1, "day_after": 2}[str(when)]
        return day - timedelta(days=ahead), {}
    if "holiday" in draw.slots:
        return (TODAY, {"holiday": _HOLIDAYS[day]}) if day in _HOLIDAYS else None
    if "day" in draw.slots:
        today = day - timedelta(days=draw.rng.randrange(1, 6))
        if today.weekday() > day.weekday() and day - today > timedelta(days=6):
            return None
        return today, {"day": Words(weekday_words(day, "zh"), weekday_words(day, "en"))}
    return day - timedelta(days=draw.rng.randrange(3, 25)), {"date": date_words(day)}


def date_words(day: date) -> Words:
    """Ways to write a day without its year."""
    return Words((f"{day.month}/{day.day}", f"{day.month}月{day.day}日"), (f"{day:%B} {day.day}",))
