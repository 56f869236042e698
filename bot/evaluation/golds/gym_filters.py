"""Filters over gyms, drawn from one gym."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from bot.evaluation.expectation import TODAY
from bot.evaluation.golds.gym_days import ask_day, clock_words, hours_on
from bot.evaluation.golds.gym_values import facility_words
from bot.evaluation.texts import normalise
from bot.evaluation.values import SlotValue, Words, plain
from bot.rendering.towns import place_word
from knowledge.schema import Gym

if TYPE_CHECKING:
    from bot.evaluation.drawing import Draw

Test = Callable[[Gym], bool]

_TYPE_WORDS: Final = {
    "bouldering": (("抱石",), ("bouldering",)),
    "lead": (("上攀",), ("lead climbing", "roped climbing")),
    "mixed": (("綜合",), ("mixed",)),
}
_SLOTS: Final = {
    "city": ("city",),
    "district": ("district",),
    "region": ("region",),
    "gym_type": ("type",),
    "facility": ("facility",),
    "price_max": ("price",),
    "open_after": ("time", "day"),
    "open_on": ("day",),
}


@dataclass(frozen=True, slots=True)
class Condition:
    """One filter, drawn; ``may`` where a mention in the prose may also count."""

    must: Test
    may: Test
    slots: dict[str, SlotValue]
    today: date = TODAY


def draw_condition(name: str, seed: Gym, draw: Draw) -> Condition | None:
    """The filter with values that the seed gym meets; ``None`` when it has none.

    Raises:
        ValueError: For a filter that does not exist, or whose slots the text lacks.
    """
    make = _FILTERS.get(name)
    if make is None:
        raise ValueError(f"no filter of gyms: {name}")
    missing = set(_SLOTS[name]) - draw.slots
    if missing and not (name == "open_after" and "time" not in missing):
        raise ValueError(f"the filter {name} needs the slots {', '.join(sorted(missing))}")
    return make(seed, draw)


def _same(attribute: str) -> Callable[[Gym, Draw], Condition | None]:
    def make(seed: Gym, draw: Draw) -> Condition | None:
        value = str(getattr(seed, attribute))
        if not value:
            return None

        def test(gym: Gym) -> bool:
            return bool(getattr(gym, attribute) == value)

        del draw
        words = Words(_spoken(value), (place_word(value, "en"),))
        return Condition(test, test, {attribute: words})

    return make


def _spoken(place: str) -> tuple[str, ...]:
    """A city as it is written and as it is said: 台中市, 台中."""
    shorter = place[:-1] if len(place) > 2 and place[-1] in "市縣區" else place
    return tuple(dict.fromkeys((place, shorter)))


def _type(seed: Gym, draw: Draw) -> Condition | None:
    if seed.type is None:
        return None
    kind = seed.type if draw.rng.random() < 0.6 else "bouldering"
    fit = {kind} if kind == "mixed" else {kind, "mixed"}
    return Condition(
        lambda gym: gym.type in fit,
        lambda gym: gym.type in fit,
        {"type": Words(*_TYPE_WORDS[kind])},
    )


def _facility(seed: Gym, draw: Draw) -> Condition | None:
    options = [one for one in seed.facilities if not set(one) & set("抱石先鋒上攀")]
    if not options:
        return None
    facility = draw.rng.choice(options)
    folded = normalise(facility)
    return Condition(
        lambda gym: facility in gym.facilities,
        lambda gym: folded in normalise("\n".join((*gym.facilities, gym.notes, gym.description))),
        {"facility": facility_words(facility)},
    )


def _price_max(seed: Gym, draw: Draw) -> Condition | None:
    del draw
    price = seed.prices.get("weekday")
    if price is None:
        return None

    def test(gym: Gym) -> bool:
        return gym.prices.get("weekday", price + 1) <= price

    return Condition(test, test, {"price": plain(price)})


def _open_after(seed: Gym, draw: Draw) -> Condition | None:
    asked = ask_day("named" if "day" in draw.slots else "today", draw.rng)
    if asked is None or asked[1] is None:
        return None
    today, day, slots = asked
    closing = closing_minute(seed, day) if day else None
    if closing is None or closing > 24 * 60 or closing % 60 not in {0, 30}:
        return None
    asked_minute = closing - 30

    def open_then(gym: Gym) -> bool:
        closes = closing_minute(gym, day) if day else None
        return closes is not None and closes > asked_minute

    def closing_then(gym: Gym) -> bool:
        # whether a gym that closes at that very minute is still open is a matter of taste
        return day is not None and closing_minute(gym, day) == asked_minute

    def allowed(gym: Gym) -> bool:
        return open_then(gym) or closing_then(gym)

    return Condition(open_then, allowed, {**slots, "time": clock_words(asked_minute)}, today)


def _open_on(seed: Gym, draw: Draw) -> Condition | None:
    asked = ask_day("named", draw.rng)
    if asked is None or asked[1] is None:
        return None
    today, day, slots = asked
    del seed

    def test(gym: Gym) -> bool:
        return bool(day and hours_on(gym, day))

    return Condition(test, test, slots, today)


def closing_minute(gym: Gym, day: date) -> int | None:
    """When the gym closes, in minutes since the midnight before; past 24 hours in the night."""
    spans = hours_on(gym, day)
    if not spans:
        return None
    opens, closes = (int(time[:2]) * 60 + int(time[3:]) for time in spans[-1])
    return closes + 24 * 60 * (closes <= opens)


_FILTERS: Final[dict[str, Callable[[Gym, Draw], Condition | None]]] = {
    "city": _same("city"),
    "district": _same("district"),
    "region": _same("region"),
    "gym_type": _type,
    "facility": _facility,
    "price_max": _price_max,
    "open_after": _open_after,
    "open_on": _open_on,
}
