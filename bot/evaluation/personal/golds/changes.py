"""Golds of changes to the log: what must be pending."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from bot.evaluation.expectation import TODAY, Expectation, Given
from bot.evaluation.personal.golds.drawing import loggable, of_route

if TYPE_CHECKING:
    from bot.ascents import Ascent
    from bot.evaluation.personal.asking import Asking
    from bot.evaluation.personal.golds.drawing import Gold
    from bot.personal import Change


@dataclass(frozen=True, slots=True)
class _Pending:
    """What a pending change must be."""

    kind: str
    entries: tuple[dict[str, object], ...] = ()
    ids: tuple[str, ...] = ()

    def __call__(self, given: Given) -> str:
        change: Change | None = given.answer.pending
        if change is None:
            return "nothing is pending"
        if change.kind != self.kind:
            return f"pending is {change.kind}"
        if self.ids and tuple(one.id for one in change.ascents) != self.ids:
            return f"pending ids are {[one.id for one in change.ascents]}"
        if self.entries and len(change.ascents) != len(self.entries):
            return f"{len(change.ascents)} entries pending, not {len(self.entries)}"
        for ascent, wanted in zip(change.ascents, self.entries, strict=False):
            for name, value in wanted.items():
                own = getattr(ascent, name)
                if own not in value if isinstance(value, tuple) else own != value:
                    return f"{name} is {own!r}, not {value!r}"
        return ""


def _told_day(asking: Asking) -> date:
    shift = {"today": 0, "yesterday": 1, "day_before_yesterday": 2}
    when = str(asking.args.get("day", "today"))
    if when == "last_saturday":
        return TODAY - timedelta(days=(TODAY.weekday() - 5) % 7)
    if when == "date":
        day = TODAY - timedelta(days=asking.rng.randrange(10, 200))
        english = f"{day.day} {day:%B}"
        asking.slots["date"] = english if asking.english else f"{day.month}/{day.day}"
        return day
    return TODAY - timedelta(days=shift[when])


_RESULT = {
    "rp": ("redpoint",), "os": ("onsight",), "flash": ("flash",), "attempt": ("attempt",),
    "sent": ("send", "redpoint"), "hangdog": ("hangdog",), "clean": ("clean",),
}  # fmt: skip
_FIELD = {"tries": "attempts"}


def entry(asking: Asking) -> Expectation | None:
    """New entries about catalogue routes: one result each, in the order of the slots."""
    told = [str(one) for one in asking.args["results"]]
    routes = loggable(asking, len(told))
    if len(routes) < len(told):
        return None
    day = _told_day(asking)
    wanted = []
    for at, (route, result) in enumerate(zip(routes, told, strict=True), 1):
        asking.slots["route" if at == 1 else f"route{at}"] = asking.name(route)
        values: dict[str, object] = {
            "route_id": route.id, "result": _RESULT[result], "day": day, "grade": route.grade.raw,
        }  # fmt: skip
        said = ("mode",) if at > 1 else ("mode", "tries", "own_grade", "rating")
        values |= {_FIELD.get(one, one): asking.args[one] for one in said if one in asking.args}
        wanted.append(values)
    return Expectation(checks=(_Pending("add", tuple(wanted)),))


def gym_entry(asking: Asking) -> Expectation | None:
    """A session in a gym: so many problems of each grade or colour, each with its result.

    ``problems`` lists them; of a single one ``colour`` and ``result`` may stand alone.
    """
    if asking.gym is None:
        return None
    day, args = _told_day(asking), asking.args
    alone = {name: args[name] for name in ("colour", "result") if name in args}
    wanted = [
        {
            "gym_id": asking.gym.id,
            "day": day,
            "mode": "boulder",
            **({"grade": group["grade"]} if "grade" in group else {}),
            **({"colour": group["colour"]} if "colour" in group else {}),
            "result": _RESULT[group.get("result", "sent")],
        }
        for group in args.get("problems", [alone])
        for _ in range(group.get("count", 1))
    ]
    return Expectation(checks=(_Pending("add", tuple(wanted)),))


def wish(asking: Asking) -> Expectation | None:
    """A catalogue route for the wish list, or as a project (``result: project``)."""
    routes = loggable(asking, 1)
    if not routes:
        return None
    asking.slots["route"] = asking.name(routes[0])
    result = asking.args.get("result", "todo")
    return Expectation(checks=(_Pending("add", ({"route_id": routes[0].id, "result": result},)),))


def edit_last(asking: Asking) -> Expectation | None:
    """The entry that was entered last gets another result."""
    last = max(asking.member.ascents, key=lambda one: one.id)
    wanted = _RESULT[str(asking.args["result"])]
    if last.result in wanted:
        return None
    return Expectation(checks=(_Pending("edit", ({"result": wanted},), (last.id,)),))


def _single(asking: Asking) -> Ascent | None:
    entries = of_route(asking, lambda each: len(each) == 1)
    held = {e.ascent.route_id for e in asking.member.entries if e.ascent.result == "todo"}
    return entries[0].ascent if entries and entries[0].ascent.route_id not in held else None


def edit_route(asking: Asking) -> Expectation | None:
    """The only entry of the drawn route gets another result."""
    found = _single(asking)
    wanted = _RESULT[str(asking.args["result"])]
    if found is None or found.result in wanted or found.mode != "lead":
        return None
    return Expectation(checks=(_Pending("edit", ({"result": wanted},), (found.id,)),))


def delete_route(asking: Asking) -> Expectation | None:
    """The only entry of the drawn route goes."""
    found = _single(asking)
    return Expectation(checks=(_Pending("delete", ids=(found.id,)),)) if found else None


def delete_last(asking: Asking) -> Expectation | None:
    """The entry that was entered last goes."""
    last = max(asking.member.ascents, key=lambda one: one.id)
    return Expectation(checks=(_Pending("delete", ids=(last.id,)),))


def undo(asking: Asking) -> Expectation | None:
    """The last change is to be taken back."""
    del asking
    return Expectation(checks=(_Pending("undo"),))


GOLDS: Final[dict[str, Gold]] = {
    "entry": entry,
    "gym_entry": gym_entry,
    "wish": wish,
    "edit_last": edit_last,
    "edit_route": edit_route,
    "delete_route": delete_route,
    "delete_last": delete_last,
    "undo": undo,
}
