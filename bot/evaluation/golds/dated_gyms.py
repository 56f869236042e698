"""Golds about opening hours with notices: one gym, lists, superlatives, who may see what."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from bot.evaluation.board import HIDDEN, OTHER_SERVER, OWN_SERVER
from bot.evaluation.drawing import Drawn
from bot.evaluation.expectation import Expectation, Ids, exactly
from bot.evaluation.golds.dated_days import ask_about, gym_hours_on, visible
from bot.evaluation.golds.gym_days import clock_words, hours_groups, minutes
from bot.evaluation.golds.gym_facts import OPEN_WORDS, SHUT_WORDS
from bot.evaluation.texts import dates
from bot.evaluation.values import NameValue, Words

if TYPE_CHECKING:
    from bot.evaluation.drawing import Draw, Gold
    from bot.evaluation.golds.dated_days import DayHours
    from bot.evaluation.golds.gym_days import Spans
    from bot.evaluation.values import SlotValue
    from knowledge.schema import Gym, Notice

_DAY: Final = 24 * 60
_CASES: Final = (
    "exception", "closure", "disputed", "renewed", "retired", "own_server", "other_server",
)  # fmt: skip


def noticed_hours(draw: Draw) -> Drawn | None:
    """The hours of a day that a notice speaks of, or does not."""
    case = draw.arg("case")
    if case not in _CASES:
        raise ValueError(f"no case of noticed_hours: {case}")
    scope = OWN_SERVER if case == "own_server" else ""
    gym = draw.rng.choice([gym for gym in draw.world.gyms if draw.world.is_clear(gym)])
    day = _day_of(case, gym, draw)
    asked = ask_about(day, draw) if day is not None else None
    if day is None or asked is None:
        return None
    today, slots = asked
    hours = gym_hours_on(gym, day, visible(draw.world, scope))
    if not _fits(case, hours, today):
        return None
    groups = tuple(group for spans in hours.spans for group in hours_groups(spans or ()))
    groups += tuple(dates(each.reported_on.isoformat()) for each in hours.notices[:1])
    hidden = HIDDEN[1:] if case == "own_server" else HIDDEN
    expectation = Expectation(tuple(dict.fromkeys(groups)), hidden, gyms=exactly(gym.id))
    ids = frozenset({gym.id})
    return Drawn(
        {"gym": NameValue(gym), **slots}, expectation, today=today, subjects=ids, scope=scope
    )


def _day_of(case: str, gym: Gym, draw: Draw) -> date | None:
    """A day of that case in the gym's life."""
    own = [each for each in draw.world.notices if each.about_id == gym.id]
    if case == "closure":
        shut = [each for each in own if each.title == "館內整修" and each.valid_from]
        return (
            shut[0].valid_from + timedelta(days=draw.rng.randrange(3))
            if (shut and shut[0].valid_from)
            else None
        )
    wanted = {
        "retired": [each for each in own if each.status == "retired"],
        "own_server": [each for each in own if each.scope == OWN_SERVER],
        "other_server": [each for each in own if each.scope == OTHER_SERVER],
        "disputed": [each for each in own if each.title == "臨時公休"],
        "renewed": [each for each in own if each.title == "館慶公休"],
        "exception": [each for each in own if each.kind == "hours" and _is_plain(each)],
    }[case]
    return draw.rng.choice(wanted).hours[0][0] if wanted else None


def _is_plain(notice: Notice) -> bool:
    return notice.status == "active" and not notice.scope and "館慶" not in notice.title


def _fits(case: str, hours: DayHours, today: date) -> bool:
    """Whether the day is of that case, and every notice was reported by then."""
    if None in hours.spans or any(each.reported_on > today for each in hours.notices):
        return False
    if case in {"retired", "other_server"}:
        return not hours.notices
    return (len(hours.spans) > 1) == (case == "disputed") and bool(hours.notices)


def noticed_open_at(draw: Draw) -> Drawn | None:
    """Whether a gym is open at a time of a day of a notice."""
    gym = draw.rng.choice([gym for gym in draw.world.gyms if draw.world.is_clear(gym)])
    day = _day_of("exception", gym, draw)
    asked = ask_about(day, draw) if day is not None else None
    if day is None or asked is None:
        return None
    today, slots = asked
    hours = gym_hours_on(gym, day, visible(draw.world, ""))
    spans = hours.spans[0] if len(hours.spans) == 1 else None
    minute = draw.rng.choice(range(9 * 60, 24 * 60, 30))
    if not spans or _near_edge(spans, minute):
        return None
    is_open = any(start <= minute < end for start, end in map(_whole, spans))
    if is_open != bool(draw.arg("open", default=True)):
        return None
    groups = (*hours_groups(spans), OPEN_WORDS if is_open else SHUT_WORDS)
    expectation = Expectation(groups, HIDDEN, gyms=exactly(gym.id))
    slots |= {"gym": NameValue(gym), "time": clock_words(minute)}
    return Drawn(slots, expectation, today=today, subjects=frozenset({gym.id}))


def noticed_gyms(draw: Draw) -> Drawn | None:
    """All gyms that are open on a day, or still open at a time of it, by the hours of that day."""
    asked = _some_day(draw)
    if asked is None:
        return None
    day, today, slots = asked
    gyms = draw.world.gyms
    if "type" in draw.slots:
        gyms = tuple(gym for gym in gyms if gym.type in {"bouldering", "mixed"})
        slots["type"] = Words(("抱石",), ("bouldering",))
    if "city" in draw.slots:
        city = draw.rng.choice(gyms).city
        gyms = tuple(gym for gym in gyms if gym.city == city)
        slots["city"] = Words((city,))
    readings = {
        gym.id: [spans for spans in gym_hours_on(gym, day, visible(draw.world, "")).spans if spans]
        for gym in gyms
    }
    must = {gym_id for gym_id, spans in readings.items() if spans}
    may = set(must)
    if "time" in draw.slots:
        minute = draw.rng.choice(range(17 * 60, 23 * 60, 30))
        slots["time"] = clock_words(minute)
        late = {gym_id: max(map(_closes, spans)) for gym_id, spans in readings.items() if spans}
        must = {
            gym_id
            for gym_id, spans in readings.items()
            if any(_holds(one, minute) for one in spans)
        }
        may = {gym_id for gym_id, closes in late.items() if closes >= minute}
    if not must or (may == {gym.id for gym in gyms} and len(gyms) > 1):
        return None
    ids = Ids(frozenset(must), frozenset(may))
    return Drawn(slots, Expectation((), HIDDEN, gyms=ids, records=ids.least), today=today)


def noticed_superlative(draw: Draw) -> Drawn | None:
    """Who closes last or opens first on a day."""
    asked = _some_day(draw)
    by = draw.arg("by")
    if asked is None:
        return None
    day, today, slots = asked
    values: dict[str, int] = {}
    for gym in draw.world.gyms:
        hours = gym_hours_on(gym, day, visible(draw.world, ""))
        spans = hours.spans[0] if len(hours.spans) == 1 else None
        if spans:
            opens, closes = min(map(_opens, [spans])), _closes(spans)
            values[gym.id] = closes if by == "latest_close" else opens
    if len(values) < 2:
        return None
    best = (max if by == "latest_close" else min)(values.values())
    winners = frozenset(gym_id for gym_id, value in values.items() if value == best)
    if len(winners) > 6:
        return None
    names = tuple((g.name, g.name_en or g.name) for g in draw.world.gyms if g.id in winners)
    expectation = Expectation(names, gyms=exactly(*winners), records=winners)
    return Drawn(slots, expectation, today=today)


def _some_day(draw: Draw) -> tuple[date, date, dict[str, SlotValue]] | None:
    """A day on which a notice changes the hours of some gym: (day, today, slots)."""
    shut = [each.valid_from for each in draw.world.notices if each.title == "館內整修"]
    listed = [day for each in visible(draw.world, "") for day, _ in each.hours]
    days = sorted({day for day in (*shut, *listed) if day is not None})
    day = draw.rng.choice(days)
    asked = ask_about(day, draw)
    return None if asked is None else (day, asked[0], asked[1])


def _near_edge(spans: Spans, minute: int) -> bool:
    edges = [edge for span in map(_whole, spans) for edge in span]
    return any(abs(edge - minute) < 30 for edge in edges)


def _whole(span: tuple[str, str]) -> tuple[int, int]:
    """Opening and closing minute; a closing time after midnight belongs to the same night."""
    opens, closes = minutes(span[0]), minutes(span[1])
    return opens, closes + (_DAY if closes <= opens else 0)


def _holds(spans: Spans, minute: int) -> bool:
    return any(start <= minute < end for start, end in map(_whole, spans))


def _closes(spans: Spans) -> int:
    return max(_whole(span)[1] for span in spans)


def _opens(spans: Spans) -> int:
    return min(_whole(span)[0] for span in spans)


GOLDS: Final[dict[str, Gold]] = {
    "noticed_hours": noticed_hours,
    "noticed_open_at": noticed_open_at,
    "noticed_gyms": noticed_gyms,
    "noticed_superlative": noticed_superlative,
}
