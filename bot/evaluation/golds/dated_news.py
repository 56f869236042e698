"""Golds about what is new: resets, events, announcements, prices."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from bot.evaluation.board import HIDDEN
from bot.evaluation.drawing import Drawn
from bot.evaluation.expectation import TODAY, Expectation, Ids, exactly
from bot.evaluation.golds.dated_days import visible
from bot.evaluation.texts import dates, pieces
from bot.evaluation.values import NameValue, Words

if TYPE_CHECKING:
    from bot.evaluation.drawing import Draw, Gold
    from bot.evaluation.golds.route_facts import Groups
    from bot.evaluation.values import SlotValue
    from knowledge.schema import Gym, Notice

_RECENT: Final = timedelta(days=30)
_WEEK: Final = timedelta(days=6)


def _windows(today: date) -> dict[str, tuple[date, date]]:
    monday = today - timedelta(days=today.weekday())
    first = today.replace(day=1)
    before = first - timedelta(days=1)
    after = (first + timedelta(days=32)).replace(day=1)
    end = (after + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return {
        "this_week": (monday, monday + _WEEK),
        "last_week": (monday - timedelta(days=7), monday - timedelta(days=1)),
        "next_week": (monday + timedelta(days=7), monday + timedelta(days=13)),
        "this_month": (first, after - timedelta(days=1)),
        "last_month": (before.replace(day=1), before),
        "next_month": (after, end),
    }


def resets(draw: Draw) -> Drawn | None:
    """Which gyms have new sets in a window, or whether one gym has."""
    return _windowed(draw, "reset")


def events(draw: Draw) -> Drawn | None:
    """Which events there are in a window, of all gyms or of one."""
    return _windowed(draw, "event")


def _windowed(draw: Draw, kind: str) -> Drawn | None:
    first, last = _windows(TODAY)[draw.arg("when")]
    chosen = _chosen_gyms(draw)
    if chosen is None:
        return None
    gyms, slots = chosen
    found = [
        each
        for each in visible(draw.world, "")
        if each.kind == kind
        and each.about_id in {gym.id for gym in gyms}
        and each.valid_from is not None
        and first <= each.valid_from <= last
    ]
    if draw.template.args.get("none"):
        named = Ids(most=frozenset(gym.id for gym in gyms))
        nothing = Expectation((), HIDDEN, gyms=named, abstained=True)
        return None if found else Drawn(slots, nothing)
    if not found or len(found) > 40:
        return None
    groups = tuple(group for each in found for group in _told(each))
    ids = frozenset(each.about_id for each in found)
    expectation = Expectation(groups, HIDDEN, gyms=exactly(*ids), records=ids)
    return Drawn(slots, expectation, subjects=ids)


def _told(notice: Notice) -> Groups:
    """What an answer must hold to have told a reset or an event."""
    if notice.kind == "reset":
        return tuple((wall,) for wall in notice.walls)
    return ((notice.title,),)


def reset_of(draw: Draw) -> Drawn | None:
    """The last or the next reset of one gym: its day and its walls."""
    gym = _gym(draw)
    which = draw.arg("which")
    own = [
        each
        for each in visible(draw.world, "")
        if each.kind == "reset" and each.about_id == gym.id and each.valid_from is not None
    ]
    days = [each.valid_from for each in own if each.valid_from is not None]
    days = [day for day in days if (day <= TODAY) == (which == "last")]
    if not days:
        return None
    day = (max if which == "last" else min)(days)
    walls = tuple((wall,) for each in own if each.valid_from == day for wall in each.walls)
    groups = (_short_dates(day), *walls)
    expectation = Expectation(groups, HIDDEN, gyms=exactly(gym.id))
    return Drawn({"gym": NameValue(gym)}, expectation, subjects=frozenset({gym.id}))


def news_of(draw: Draw) -> Drawn | None:
    """Everything that is new at one gym: what holds, is to come, or was reported lately."""
    gym = _gym(draw)
    found = [
        each
        for each in visible(draw.world, "")
        if each.about_id == gym.id and _is_news(each, TODAY)
    ]
    if not found:
        return None
    groups = tuple(pieces(each.text) for each in found)
    forbidden = (*HIDDEN, "早就過期")
    expectation = Expectation(groups, forbidden, gyms=exactly(gym.id))
    return Drawn({"gym": NameValue(gym)}, expectation, subjects=frozenset({gym.id}))


def crag_news(draw: Draw) -> Drawn | None:
    """Everything that is new at a crag and all that lies in it."""
    crag = draw.rng.choice(
        [crag for crag in draw.world.crags.values() if draw.world.is_clear(crag)]
    )
    inside = {crag.id} | {area.id for area in draw.world.records.areas if area.crag_id == crag.id}
    inside |= {route.id for route in draw.world.routes_in(crag.id)}
    found = [
        each
        for each in visible(draw.world, "")
        if each.about_id in inside and _is_news(each, TODAY)
    ]
    if not found:
        return None
    groups = tuple(pieces(each.text) for each in found)
    expectation = Expectation(groups, (*HIDDEN, "早就過期"))
    return Drawn({"crag": NameValue(crag)}, expectation, subjects=frozenset({crag.id}))


def noticed_price(draw: Draw) -> Drawn | None:
    """A price of which a notice says that it changes: both, with the date of the notice."""
    priced = {each.about_id: each for each in visible(draw.world, "") if each.kind == "price"}
    gyms = [gym for gym in draw.world.gyms if gym.id in priced and draw.world.is_clear(gym)]
    gyms = [gym for gym in gyms if "weekday" in gym.prices]
    if not gyms:
        return None
    gym = draw.rng.choice(gyms)
    notice = priced[gym.id]
    groups = (
        (str(gym.prices["weekday"]),),
        pieces(notice.text),
        dates(notice.reported_on.isoformat()),
    )
    expectation = Expectation(groups, HIDDEN, gyms=exactly(gym.id))
    return Drawn({"gym": NameValue(gym)}, expectation, subjects=frozenset({gym.id}))


def _is_news(notice: Notice, today: date) -> bool:
    """Whether it is not over yet, or was reported in the last thirty days."""
    if timedelta(0) <= today - notice.reported_on <= _RECENT:
        return True
    if notice.kind == "reset":
        return notice.valid_from is not None and notice.valid_from >= today
    days = [day for day, _ in notice.hours]
    ends = notice.valid_until or (max(days) if days else date.max)
    return ends >= today


def _short_dates(day: date) -> tuple[str, ...]:
    short, long = f"{day:%b}", f"{day:%B}"
    return (
        *(f"{day.month}/{day.day}", f"{day.month}月{day.day}日", day.isoformat()),
        *(f"{day.day} {month}" for month in (short, long)),
        *(f"{month} {day.day}" for month in (short, long)),
    )


def _gym(draw: Draw) -> Gym:
    return draw.rng.choice([gym for gym in draw.world.gyms if draw.world.is_clear(gym)])


def _chosen_gyms(draw: Draw) -> tuple[tuple[Gym, ...], dict[str, SlotValue]] | None:
    """The gyms that the phrasing is about: one, those of a city, or all."""
    if "gym" in draw.slots:
        gym = _gym(draw)
        return (gym,), {"gym": NameValue(gym)}
    if "city" in draw.slots:
        city = _gym(draw).city
        if not city:
            return None
        spoken = city[:-1] if city[-1] in "市縣" else city
        gyms = tuple(gym for gym in draw.world.gyms if gym.city == city)
        return gyms, {"city": Words((city, spoken))}
    return draw.world.gyms, {}


GOLDS: Final[dict[str, Gold]] = {
    "resets": resets,
    "events": events,
    "reset_of": reset_of,
    "news_of": news_of,
    "crag_news": crag_news,
    "noticed_price": noticed_price,
}
