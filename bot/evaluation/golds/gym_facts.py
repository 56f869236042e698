"""Golds about single gyms: fields, prices, hours of a day, what they have."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import holidays

from bot.evaluation.drawing import Drawn
from bot.evaluation.expectation import TODAY, Expectation, Ids, exactly
from bot.evaluation.texts import normalise, pieces, weekday_words
from bot.evaluation.values import NameValue, Words, plain
from bot.evaluation.world import main_name
from knowledge.schema import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from bot.evaluation.drawing import Draw, Gold
    from bot.evaluation.expectation import Check, Given
    from bot.evaluation.golds.route_facts import Groups
    from bot.evaluation.values import SlotValue
    from knowledge.schema import Gym

Spans = tuple[tuple[str, str], ...]
PRICES: Final = ("weekday", "weekend", "twilight", "shoes", "harness")
CLOSED: Final = ("公休", "休館", "休息", "沒開", "沒有開", "沒營業", "沒有營業", "不營業", "closed")
_OPEN: Final = ("有開", "還開", "開著", "營業中", "在營業", "有營業", "還在營業", "open")
_SHUT: Final = (
    *CLOSED, "關", "打烊", "還沒開", "不在營業時間", "沒有開", "not open", "isn't open", "no,"
)  # fmt: skip
_TYPES: Final = {
    "bouldering": ("抱石", "bouldering"),
    "lead": ("上攀", "先鋒", "lead", "roped"),
    "mixed": ("綜合", "混合", "上攀+抱石", "抱石+上攀", "mixed", "roped climbing and bouldering"),
}
_HOLIDAYS_EN: Final = {
    "元旦": "New Year's Day",
    "國慶日": "National Day",
    "端午節": "Dragon Boat Festival",
    "中秋節": "Mid-Autumn Festival",
    "和平紀念日": "Peace Memorial Day",
}


def gym_value(gym: Gym, field: str) -> Groups | None:
    """What an answer must contain to have given the field; ``None`` when it is not recorded.

    Raises:
        ValueError: For a field that does not exist.
    """
    if field in PRICES:
        return ((str(gym.prices[field]),),) if field in gym.prices else None
    value = _FIELDS.get(field)
    if value is None:
        raise ValueError(f"no field of gyms: {field}")
    return value(gym)


def _quoted(*texts: str) -> Groups | None:
    found = tuple(piece for text in texts for piece in pieces(text))
    return (found,) if found else None


def _transport(gym: Gym, *, parking: bool) -> Groups | None:
    return _quoted(*(text for means, text in gym.transport if (means == "parking") == parking))


def _phone(gym: Gym) -> Groups | None:
    digits = re.sub(r"\D", "", gym.phone)
    return ((gym.phone, digits),) if digits else None


def _plain(attribute: str) -> Callable[[Gym], Groups | None]:
    def value(gym: Gym) -> Groups | None:
        text = str(getattr(gym, attribute))
        return ((text, re.sub(r"^https?://", "", text).rstrip("/")),) if text else None

    return value


_FIELDS: Final[dict[str, Callable[[Gym], Groups | None]]] = {
    "address": lambda gym: _quoted(gym.address),
    "phone": _phone,
    "website": _plain("website"),
    "facebook": _plain("facebook"),
    "instagram": _plain("instagram"),
    "line": _plain("line"),
    "notes": lambda gym: _quoted(gym.notes),
    "city": lambda gym: ((gym.city,),) if gym.city else None,
    "district": lambda gym: ((gym.district,),) if gym.district else None,
    "parking": lambda gym: _transport(gym, parking=True),
    "transport": lambda gym: _transport(gym, parking=False),
    "facilities": lambda gym: tuple((one,) for one in gym.facilities) or None,
    "type": lambda gym: (_TYPES[gym.type],) if gym.type else None,
    "english": lambda gym: ((gym.name_en,),) if gym.name_en else None,
    "overview": lambda gym: (_names(gym), tuple(text for text in (gym.address, gym.city) if text)),
}


def _names(gym: Gym) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in (main_name(gym), gym.name_en) if name))


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


def gym_has(draw: Draw) -> Drawn | None:
    """Whether a gym has a facility that it lists, or one that only others list."""
    gym, has = pick_gym(draw), bool(draw.arg("has", default=True))
    everywhere = {one for other in draw.world.gyms for one in other.facilities}
    told = normalise("".join((*gym.facilities, gym.notes, gym.description, gym.price_notes)))
    options = sorted(one for one in everywhere if (normalise(one) in told) == has)
    if draw.template.args.get("has") is False:
        options = [one for one in options if not set(one) & set("抱石先鋒上")]
    if not options:
        return None
    facility = draw.rng.choice(options)
    words = ("有",) if has else ("沒有", "沒寫", "沒記載", "沒列", "未記載", "未列", "沒提到")
    drawn = about(gym, (words,), facility=plain(facility))
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


def hours_groups(spans: Spans) -> Groups:
    """Every opening and closing time, or a word for closed."""
    if not spans:
        return (CLOSED,)
    return tuple(dict.fromkeys((time, time.lstrip("0")) for span in spans for time in span))


def hours_on(gym: Gym, day: date) -> Spans | None:
    """The gym's spans on a date; public holidays have hours of their own."""
    if is_holiday(day) and "holiday" in gym.hours:
        return gym.hours["holiday"]
    return gym.hours.get(WEEKDAYS[day.weekday()])


def is_holiday(day: date) -> bool:
    """Whether Taiwan has a day off then that a weekend alone does not explain."""
    return day in holidays.country_holidays("TW", years=day.year)


def ask_day(when: str, rng: Random) -> tuple[date, date | None, dict[str, SlotValue]] | None:
    """(today, the day asked about, slots); ``None`` for a draw on which a holiday would confuse.

    Raises:
        ValueError: For a ``when`` that does not exist.
    """
    today = TODAY + timedelta(days=rng.randrange(40))
    if when == "holiday":
        return _some_holiday(rng)
    if when == "named":
        day = today + timedelta(days=rng.randrange(1, 7))
        words = Words(weekday_words(day, "zh"), weekday_words(day, "en"))
        return None if is_holiday(day) or _wraps(today, day) else (today, day, {"day": words})
    if when == "date":
        day = today + timedelta(days=rng.randrange(3, 30))
        shown = Words(
            (f"{day.month}/{day.day}", f"{day.month}月{day.day}日"), (f"{day:%B} {day.day}",)
        )
        return None if is_holiday(day) else (today, day, {"date": shown})
    ahead = {
        "today": 0,
        "tomorrow": 1,
        "day_after": 2,
        "this_saturday": 5 - today.weekday(),
        "next_sunday": 13 - today.weekday(),
    }
    if when not in ahead:
        raise ValueError(f"no day: {when}")
    day = today + timedelta(days=ahead[when])
    return None if is_holiday(day) or day < today else (today, day, {})


def _wraps(today: date, day: date) -> bool:
    """Whether 「星期三」 said on this day could also mean the past one of the same week."""
    return day.weekday() < today.weekday() and is_holiday(day - timedelta(days=7))


def _some_holiday(rng: Random) -> tuple[date, date | None, dict[str, SlotValue]] | None:
    name = rng.choice(sorted(_HOLIDAYS_EN))
    words = Words((name,), (_HOLIDAYS_EN[name],))
    return TODAY, None, {"holiday": words}


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
    is_open = any(_minutes(start) <= minute < _minutes(end) for start, end in spans)
    if is_open != bool(draw.arg("open", default=True)):
        return None
    del day
    groups = (*hours_groups(spans), _OPEN if is_open else _SHUT)
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


def _near_edge(spans: Spans, minute: int) -> bool:
    return any(abs(_minutes(time) - minute) < 30 for span in spans for time in span)


def _minutes(time: str) -> int:
    hour, minute = time.split(":")
    return int(hour) * 60 + int(minute)


def clock_words(minute: int) -> Words:
    """Ways to say a time of day."""
    hour, rest = divmod(minute, 60)
    half = "半" if rest else ""
    part = "早上" if hour < 12 else "中午" if hour == 12 else "下午" if hour < 18 else "晚上"
    twelve = hour if hour <= 12 else hour - 12
    suffix = "am" if hour < 12 else "pm"
    english = f"{twelve}:30 {suffix}" if rest else f"{twelve} {suffix}"
    return Words(
        (f"{part} {twelve} 點{half}", f"{part}{twelve}點{half}", f"{hour:02d}:{rest:02d}"),
        (english,),
    )


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
