"""Golds about single gyms: fields, prices, hours of a day, what they have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.evaluation.drawing import Drawn
from bot.evaluation.expectation import TODAY, Expectation, Ids, exactly
from bot.evaluation.golds.gym_days import (
    CLOSED,
    ask_day,
    clock_words,
    hours_groups,
    hours_on,
    minutes,
)
from bot.evaluation.golds.gym_values import facility_words, gym_value
from bot.evaluation.texts import normalise
from bot.evaluation.values import NameValue
from knowledge.schema import WEEKDAYS

if TYPE_CHECKING:
    from datetime import date

    from bot.evaluation.drawing import Draw, Gold
    from bot.evaluation.expectation import Check, Given
    from bot.evaluation.golds.gym_days import Spans
    from bot.evaluation.golds.route_facts import Groups
    from bot.evaluation.values import SlotValue
    from knowledge.schema import Gym

OPEN_WORDS: Final = ("有開", "還開", "開著", "營業中", "在營業", "有營業", "還在營業", "open")
SHUT_WORDS: Final = (
    *CLOSED, "關", "打烊", "還沒開", "不在營業時間", "沒有開", "not open", "isn't open", "no,"
)  # fmt: skip


def pick_gym(draw: Draw) -> Gym:
    """A gym that its name alone tells."""
    return draw.rng.choice([gym for gym in draw.world.gyms if draw.world.is_clear(gym)])


def about(gym: Gym, groups: Groups, today: date = TODAY, **more: SlotValue) -> Drawn:
    """A question about one gym whose answer contains these things."""
    ids = frozenset({gym.id})
    expectation = Expectation(groups, gyms=exactly(gym.id), records=ids)
    return Drawn({"gym": NameValue(gym), **more}, expectation, today=today, subjects=ids)


def gym_field(draw: Draw) -> Drawn | None:
    """One field of one gym."""
    gym = pick_gym(draw)
    groups = gym_value(gym, draw.arg("field"))
    return about(gym, groups) if groups else None


def gym_missing(draw: Draw) -> Drawn | None:
    """A field that the gym's record does not have."""
    gym = pick_gym(draw)
    if gym_value(gym, draw.arg("field")) is not None or _told_in_notes(gym, draw.arg("field")):
        return None
    expectation = Expectation(abstained=True, gyms=Ids(most=frozenset({gym.id})))
    return Drawn({"gym": NameValue(gym)}, expectation, subjects=frozenset({gym.id}))


def _told_in_notes(gym: Gym, field: str) -> bool:
    words = {"twilight": "星光", "shoes": "鞋", "harness": "吊帶", "parking": "停車"}
    told = f"{gym.notes}{gym.price_notes}{gym.description}"
    return words.get(field, "\0") in told


def gyms_field(draw: Draw) -> Drawn | None:
    """The same field of two gyms."""
    gyms = [gym for gym in draw.world.gyms if draw.world.is_clear(gym)]
    chosen = draw.rng.sample(gyms, 2)
    values = [gym_value(gym, draw.arg("field")) for gym in chosen]
    if not all(values):
        return None
    groups = tuple(group for value in values if value for group in value)
    ids = frozenset(gym.id for gym in chosen)
    slots = {"gym": NameValue(chosen[0]), "gym2": NameValue(chosen[1])}
    return Drawn(slots, Expectation(groups, gyms=Ids(ids, ids), records=ids), subjects=ids)


def gym_price(draw: Draw) -> Drawn | None:
    """The price of a ticket, or all prices."""
    gym, ticket = pick_gym(draw), draw.arg("ticket")
    if ticket == "all":
        known = [key for key in ("weekday", "weekend") if key in gym.prices]
        return about(gym, tuple((str(gym.prices[key]),) for key in known)) if known else None
    groups = gym_value(gym, ticket)
    return about(gym, groups) if groups else None


_LACKS = (
    *("沒有", "沒寫", "沒記載", "沒列", "未記載", "未列", "沒提到"),
    *("not on record", "not listed", "does not list", "no record", "not recorded", "not say"),
)


def gym_has(draw: Draw) -> Drawn | None:
    """Whether a gym has a facility that it lists, or one that only others list."""
    gym, has = pick_gym(draw), bool(draw.arg("has", default=True))
    everywhere = {one for other in draw.world.gyms for one in other.facilities}
    told = normalise("".join((*gym.facilities, gym.notes, gym.description, gym.price_notes)))
    options = sorted(one for one in everywhere if (normalise(one) in told) == has)
    # 「有抱石嗎」 asks for the kind of gym as much as for a facility
    options = [one for one in options if not set(one) & set("抱石先鋒上")]
    if not options:
        return None
    facility = draw.rng.choice(options)
    asked = facility_words(facility)
    words = (
        ("有", "has", "yes", *((facility, *asked.en) if draw.english else ())) if has else _LACKS
    )
    drawn = about(gym, (words,), facility=asked)
    expectation = Expectation((words,), gyms=exactly(gym.id), abstained=False if has else None)
    return Drawn(drawn.slots, expectation, subjects=drawn.subjects)


def gym_hours(draw: Draw) -> Drawn | None:
    """Opening and closing time of a day, or that it is closed."""
    gym, when = pick_gym(draw), draw.arg("when")
    if when == "all":
        spans = [span for day in WEEKDAYS for span in gym.hours.get(day, ())]
        groups = tuple((time,) for time in dict.fromkeys(time for span in spans for time in span))
        return about(gym, groups) if groups else None
    if when in {"weekday", "weekend"}:
        return _day_groups(gym, WEEKDAYS[:5] if when == "weekday" else WEEKDAYS[5:])
    asked = ask_day(when, draw.rng)
    if asked is None:
        return None
    today, day, slots = asked
    spans_of_day = hours_on(gym, day) if day else gym.hours.get("holiday")
    if spans_of_day is None:
        return None
    return about(gym, hours_groups(spans_of_day), today, **slots)


def _day_groups(gym: Gym, days: tuple[str, ...]) -> Drawn | None:
    if not all(day in gym.hours for day in days):
        return None
    groups = [group for day in days for group in hours_groups(gym.hours[day])]
    return about(gym, tuple(dict.fromkeys(groups)))


def gym_closed_days(draw: Draw) -> Drawn | None:
    """The weekdays on which a gym is closed, or that there are none."""
    gym = pick_gym(draw)
    if not all(day in gym.hours for day in WEEKDAYS):
        return None
    closed = [index for index, day in enumerate(WEEKDAYS) if gym.hours[day] == ()]
    words: Groups = tuple(
        (
            *(f"{prefix}{'一二三四五六日'[index]}" for prefix in ("週", "星期", "禮拜")),
            _english(index),
        )
        for index in closed
    )
    none = ("沒有", "無", "每天", "天天", "no closed", "every day", "none", "not closed")
    return about(gym, words or (none,))


def _english(index: int) -> str:
    return WEEKDAYS[index][:3]


def gym_open_at(draw: Draw) -> Drawn | None:
    """Whether a gym is open at a time of a day: yes or no, with the hours."""
    gym = pick_gym(draw)
    asked = ask_day(draw.arg("when"), draw.rng)
    if asked is None or asked[1] is None:
        return None
    today, day, slots = asked
    spans = hours_on(gym, asked[1])
    minute = draw.rng.choice(range(8 * 60, 24 * 60, 30))
    if not spans or _near_edge(spans, minute):
        return None
    is_open = any(minutes(start) <= minute < minutes(end) for start, end in spans)
    if is_open and _may_rest(gym, minute):
        return None
    if is_open != bool(draw.arg("open", default=True)):
        return None
    del day
    groups = (*hours_groups(spans), OPEN_WORDS if is_open else SHUT_WORDS)
    drawn = about(gym, groups, today, **slots, time=clock_words(minute))
    return drawn if is_open else _without_plain_yes(drawn)


def _without_plain_yes(drawn: Drawn) -> Drawn:
    """A "no" may mention opening times, but must not begin with a yes."""

    def check(given: Given) -> str:
        first = normalise(given.answer.text.split("\n")[0])
        return "says yes" if re.match(r"(?:有開|有喔|有的|對|yes)", first) else ""

    checks: tuple[Check, ...] = (check,)
    old = drawn.expectation
    new = Expectation(old.contains, gyms=old.gyms, records=old.records, checks=checks)
    return Drawn(drawn.slots, new, today=drawn.today, subjects=drawn.subjects)


def _may_rest(gym: Gym, minute: int) -> bool:
    """Whether the notes speak of that time at all: a gold reads no prose."""
    told = re.findall(r"(\d\d:\d\d)\s*[-–~～至到]\s*(\d\d:\d\d)", gym.notes)
    return any(minutes(start) - 30 < minute < minutes(end) + 30 for start, end in told)


def _near_edge(spans: Spans, minute: int) -> bool:
    return any(abs(minutes(time) - minute) < 30 for span in spans for time in span)


GOLDS: Final[dict[str, Gold]] = {
    "gym_field": gym_field,
    "gym_missing": gym_missing,
    "gyms_field": gyms_field,
    "gym_price": gym_price,
    "gym_has": gym_has,
    "gym_hours": gym_hours,
    "gym_closed_days": gym_closed_days,
    "gym_open_at": gym_open_at,
}
