"""What each gold of a personal template means: expectations counted by hand from the entries."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.evaluation.expectation import TODAY, Expectation, Given, Ids, exactly
from bot.evaluation.personal.asking import Asking, boulder_rank, climb_of, rank
from bot.evaluation.texts import contains, dates, normalise
from bot.rendering import parse_recommendation

if TYPE_CHECKING:
    from bot.ascents import Ascent
    from bot.evaluation.personal.members import Entry
    from bot.personal import Change
    from knowledge.schema import Route

Gold = Callable[[Asking], Expectation | None]
"""``None``: the log has nothing for it, and another draw is tried."""
_YES = ("有", "yes", "完攀過")
_NOT_YET = ("還沒", "沒完攀", "沒有完攀", "notsentit", "notsent", "butnot")
_NO = ("沒有", "沒爬", "no", "not")
_ROPED = frozenset({"sport", "trad", "mixed"})


def _climbs(entries: list[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[climb_of(entry)].append(entry)
    return found


def _sent(entries: list[Entry]) -> int:
    """Different climbs done."""
    return sum(any(one.sent for one in each) for each in _climbs(entries).values())


def _days(entries: list[Entry]) -> int:
    return len({entry.ascent.day for entry in entries})


def _number(value: object) -> tuple[str, ...]:
    return (str(value),)


def count(asking: Asking) -> Expectation | None:
    """Different climbs done, of the results asked for."""
    entries = asking.within()
    number = _sent(entries)
    return Expectation(contains=(_number(number),)) if number else None


def days(asking: Asking) -> Expectation | None:
    """Days with climbing."""
    entries = asking.within()
    return Expectation(contains=(_number(_days(entries)),)) if entries else None


def listed(asking: Asking) -> Expectation | None:
    """Every matching entry: their number, and the names of their routes."""
    entries = asking.within()
    if not 0 < len(entries) <= 60:
        return None
    names = sorted({entry.ascent.route_name for entry in entries} - {""})
    ids = frozenset(entry.ascent.route_id for entry in entries) - {""}
    return Expectation(
        contains=(_number(len(entries)), *((name,) for name in names)),
        routes=Ids(least=ids, most=ids),
    )


def hardest(asking: Asking) -> Expectation | None:
    """The hardest new tick of one kind of climbing; every one that ties may be named."""
    boulders = asking.args.get("mode") == "boulder"
    measure: Callable[[str], float | None] = boulder_rank if boulders else rank
    known = [
        (value, entry.ascent)
        for entry in asking.within()
        if entry.new
        and entry.ascent.mode == asking.args.get("mode", "lead")
        and entry.indoors == (asking.args.get("where") == "gym")
        and (value := measure(entry.ascent.grade)) is not None
    ]
    if not known:
        return None
    top = max(value for value, _ in known)
    best = [ascent for value, ascent in known if value == top]
    names = tuple(ascent.route_name or f"{ascent.colour}色" for ascent in best)
    if asking.english:
        names += tuple(ascent.grade for ascent in best)
    return Expectation(contains=((best[0].grade,), names))


def first_at(asking: Asking) -> Expectation | None:
    """The first climb done at the drawn grade."""
    found = [entry for entry in asking.within("") if entry.new and not entry.indoors]
    if not found:
        return None
    first = min(entry.ascent.day for entry in found if entry.ascent.day)
    names = tuple(entry.ascent.route_name for entry in found if entry.ascent.day == first)
    return Expectation(contains=(dates(first.isoformat()), names))


def last_at_crag(asking: Asking) -> Expectation | None:
    """The last day at the drawn crag or gym."""
    found = [entry.ascent.day for entry in asking.within("") if entry.ascent.day]
    return Expectation(contains=(dates(max(found).isoformat()),)) if found else None


def _of_route(asking: Asking, wanted: Callable[[list[Entry]], bool]) -> list[Entry]:
    """The entries of a catalogue route that fits; its name becomes the slot {route}."""
    grouped = _climbs([e for e in asking.member.sessions if e.ascent.route_id])
    fits = [entries for entries in grouped.values() if wanted(entries)]
    fits = [entries for entries in fits if _clear(asking, entries[0].ascent.route_id)]
    if not fits:
        return []
    chosen = asking.rng.choice(sorted(fits, key=lambda each: each[0].ascent.route_id))
    asking.slots["route"] = asking.name(_route(asking, chosen[0].ascent.route_id))
    return chosen


def _route(asking: Asking, route_id: str) -> Route:
    return next(route for route in asking.world.routes if route.id == route_id)


def _clear(asking: Asking, route_id: str) -> bool:
    """Whether a question may name the route: a name of its own, long enough."""
    route = _route(asking, route_id)
    if not asking.english:
        return len(route.name) > 1
    named = [one for one in asking.world.routes if one.name_en == route.name_en]
    return bool(route.name_en) and len(named) == 1


def last_on_route(asking: Asking) -> Expectation | None:
    """The last day on the drawn route."""
    entries = _of_route(asking, lambda each: len(each) > 0)
    if not entries:
        return None
    last = max(entry.ascent.day for entry in entries if entry.ascent.day)
    return Expectation(contains=(dates(last.isoformat()),))


def done_yes(asking: Asking) -> Expectation | None:
    """A route that was done."""
    entries = _of_route(asking, lambda each: any(one.sent for one in each))
    if not entries:
        return None
    first = min(entry.ascent.day for entry in entries if entry.sent and entry.ascent.day)
    return Expectation(contains=(_YES, dates(first.isoformat())), forbidden=("還沒完攀",))


def done_tried(asking: Asking) -> Expectation | None:
    """A route that was tried and never done."""
    entries = _of_route(asking, lambda each: not any(one.sent for one in each))
    return Expectation(contains=(_NOT_YET,)) if entries else None


def done_no(asking: Asking) -> Expectation | None:
    """A route of the catalogue that the log does not hold at all."""
    held = {entry.ascent.route_id for entry in asking.member.entries}
    free = [r for r in asking.world.named_routes if r.id not in held and _clear(asking, r.id)]
    free = [route for route in free if not route.pitch]
    if not free:
        return None
    asking.slots["route"] = asking.name(asking.rng.choice(free))
    return Expectation(contains=(_NO,), forbidden=("你完攀過「",))


def _open(asking: Asking) -> dict[str, list[Entry]]:
    grouped = _climbs(asking.within())
    named = {key: each for key, each in grouped.items() if each[0].ascent.route_name}
    return {key: each for key, each in named.items() if not any(one.sent for one in each)}


def projects(asking: Asking) -> Expectation | None:
    """Every named route that was tried and never done."""
    found = _open(asking)
    if not found:
        return None
    names = [(each[0].ascent.route_name,) for each in found.values()]
    return Expectation(contains=tuple(names))


def _tries(entries: list[Entry]) -> int:
    return sum(
        1 if one.counts_as in {"onsight", "flash"} else one.ascent.attempts or 1 for one in entries
    )


def most_tried(asking: Asking) -> Expectation | None:
    """The climb with the most tries, where it is one."""
    totals = Counter({key: _tries(each) for key, each in _climbs(asking.within()).items()})
    (first, most), *rest = totals.most_common(2)
    if rest and rest[0][1] == most:
        return None
    name = next(e.ascent.route_name for e in asking.member.sessions if climb_of(e) == first)
    return Expectation(contains=((name,), _number(most))) if name else None


def tries(asking: Asking) -> Expectation | None:
    """Tries on the drawn route; a session without a number counts as one."""
    entries = _of_route(asking, lambda each: _tries(each) > 1)
    return Expectation(contains=(_number(_tries(entries)),)) if entries else None


def success(asking: Asking) -> Expectation | None:
    """Climbs done of the climbs tried, in per cent."""
    grouped = _climbs(asking.within())
    if len(grouped) < 2:
        return None
    sent = sum(any(one.sent for one in each) for each in grouped.values())
    rate = f"{round(100 * sent / len(grouped))}%"
    return Expectation(contains=((rate,), _number(len(grouped))))


def average(asking: Asking) -> Expectation | None:
    """Mean tries until the first success, where every try up to it has a number."""
    totals = []
    for each in _climbs(asking.within()).values():
        total = 0
        for one in each:
            known = 1 if one.counts_as in {"onsight", "flash"} else one.ascent.attempts
            if not known:
                break
            total += known
            if one.sent:
                totals.append(total)
                break
    return Expectation(contains=((f"{sum(totals) / len(totals):.1f}",),)) if totals else None


def streak(asking: Asking) -> Expectation | None:
    """Most weeks in a row with climbing."""
    found = {
        e.ascent.day - timedelta(days=e.ascent.day.weekday())
        for e in asking.within()
        if e.ascent.day
    }
    best = 0
    for week in found:
        length = 1
        while week + timedelta(weeks=length) in found:
            length += 1
        best = max(best, length)
    return Expectation(contains=(_number(best),)) if best else None


def compare(asking: Asking) -> Expectation | None:
    """Climbs done in two windows."""
    first = _sent(asking.within(str(asking.args["when"])))
    second = _sent(asking.within(str(asking.args["against"])))
    if not (first and second) or first == second:
        return None
    return Expectation(contains=(_number(first), _number(second), _number(abs(first - second))))


def pyramid(asking: Asking) -> Expectation | None:
    """Different climbs done by letter, of outdoor leads."""
    rows: dict[str, set[str]] = defaultdict(set)
    for entry in asking.within():
        if entry.new and entry.ascent.mode == "lead" and not entry.indoors:
            value = rank(entry.ascent.grade)
            if value is not None:
                rows[entry.ascent.grade.split(" ")[0].rstrip("+-")].add(climb_of(entry))
    if not rows:
        return None

    def check(given: Given) -> str:
        lines = [normalise(line) for line in given.answer.text.split("\n")]
        for row, climbs in rows.items():
            if not any(contains(line, row) and contains(line, str(len(climbs))) for line in lines):
                return f"no row {row} with {len(climbs)}"
        return ""

    return Expectation(checks=(check,))


def _kind(entry: Entry) -> str:
    return f"gym_{entry.ascent.mode}" if entry.indoors else entry.ascent.mode


def volume(asking: Asking) -> Expectation | None:
    """Entries a month: every month that has some."""
    months = Counter(e.ascent.day.strftime("%Y-%m") for e in asking.within() if e.ascent.day)
    if not months:
        return None

    def check(given: Given) -> str:
        lines = [normalise(line) for line in given.answer.text.split("\n")]
        for month, number in months.items():
            if not any(month in line and contains(line, str(number)) for line in lines):
                return f"no month {month} with {number}"
        return ""

    return Expectation(checks=(check,))


def places(asking: Asking) -> Expectation | None:
    """The place with the most days, where it is one."""
    found: dict[str, set[date]] = defaultdict(set)
    for entry in asking.within():
        if entry.ascent.place and entry.ascent.day:
            found[entry.ascent.place].add(entry.ascent.day)
    totals = Counter({place: len(each) for place, each in found.items()}).most_common(2)
    if not totals or (len(totals) > 1 and totals[0][1] == totals[1][1]):
        return None
    return Expectation(contains=((totals[0][0],), _number(totals[0][1])))


def wishes(asking: Asking) -> Expectation | None:
    """Every climb on the wish list that was not done since."""
    done = {climb_of(entry) for entry in asking.member.entries if entry.sent}
    wanted = [e.ascent for e in asking.member.entries if e.ascent.result == "todo"]
    names = [(one.route_name,) for one in wanted if one.route_id not in done]
    return Expectation(contains=tuple(names)) if names else None


def unclimbed(asking: Asking) -> Expectation | None:
    """Catalogue routes at the drawn grade (and crag) that were never done: all of them."""
    done = {entry.ascent.route_id for entry in asking.member.entries if entry.sent}
    value = rank(asking.grade)
    matches = [
        route
        for route in asking.world.routes
        if route.grade.group == "free"
        and _overlaps(route, asking.grade)
        and (asking.crag is None or route.crag_id == asking.crag.id)
    ]
    ids = [route.id for route in matches if route.id not in done]
    if value is None or not ids or len(ids) == len(matches) or len(ids) > 60:
        return None
    return Expectation(routes=exactly(*ids), contains=(_number(len(ids)),))


def _overlaps(route: Route, grade: str) -> bool:
    from knowledge.grades import overlaps, parse_grade, range_of  # noqa: PLC0415

    return overlaps(route.grade, range_of(parse_grade(grade)))


def recommend(asking: Asking) -> Expectation | None:
    """The fixed format: nothing done before, nothing closed, and a reason true to the log."""
    done = {entry.ascent.route_id for entry in asking.member.entries if entry.sent}
    leads = [e for e in asking.member.sessions if e.new and _kind(e) == "lead"]
    if not leads:
        return None
    by_grade: dict[str, set[str]] = defaultdict(set)
    for entry in leads:
        by_grade[entry.ascent.grade.split(" ")[0]].add(climb_of(entry))

    def check(given: Given) -> str:
        parsed = parse_recommendation(given.answer.text)
        if given.answer.abstained:
            return "" if "沒有可以推薦" in given.answer.text else "no recommendation"
        if not parsed.ok:
            return "; ".join(parsed.problems)
        if set(given.answer.route_ids) & done:
            return "recommends what was done"
        return next(filter(None, (_untrue(block.reason, by_grade) for block in parsed.blocks)), "")

    return Expectation(checks=(check,), abstained=None)


def _untrue(reason: str, by_grade: dict[str, set[str]]) -> str:
    """What a reason says of the log that is not so."""
    first = reason.split("；", maxsplit=1)[0]
    if "你的紀錄" not in first:
        return f"the reason does not quote the log: {reason}"
    import re  # noqa: PLC0415

    for grade, number in re.findall(r"(5\.\d+[a-d]?) 完攀 (\d+) 條", first):
        if len(by_grade.get(grade, ())) != int(number):
            return f"{grade}: {number}, but {len(by_grade.get(grade, ()))}"
    return ""


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


def _loggable(asking: Asking, number: int) -> list[Route]:
    routes = [
        route
        for route in asking.world.named_routes
        if route.type in _ROPED and not route.pitch and _clear(asking, route.id)
    ]
    return asking.rng.sample(routes, k=min(number, len(routes)))


def entry(asking: Asking) -> Expectation | None:
    """New entries about catalogue routes: one result each, in the order of the slots."""
    told = [str(one) for one in asking.args["results"]]
    routes = _loggable(asking, len(told))
    if len(routes) < len(told):
        return None
    day = _told_day(asking)
    wanted = []
    for at, (route, result) in enumerate(zip(routes, told, strict=True), 1):
        asking.slots["route" if at == 1 else f"route{at}"] = asking.name(route)
        values: dict[str, object] = {
            "route_id": route.id, "result": _RESULT[result], "day": day, "grade": route.grade.raw,
        }  # fmt: skip
        if "tries" in asking.args and at == 1:
            values["attempts"] = asking.args["tries"]
        if "own_grade" in asking.args and at == 1:
            values["own_grade"] = asking.args["own_grade"]
        if "rating" in asking.args and at == 1:
            values["rating"] = asking.args["rating"]
        if "mode" in asking.args:
            values["mode"] = asking.args["mode"]
        wanted.append(values)
    return Expectation(checks=(_Pending("add", tuple(wanted)),))


def gym_entry(asking: Asking) -> Expectation | None:
    """A session in a gym: so many problems of each grade or colour, each with its result."""
    if asking.gym is None:
        return None
    day = _told_day(asking)
    wanted = [
        {
            "gym_id": asking.gym.id,
            "day": day,
            "mode": "boulder",
            **({"grade": group["grade"]} if "grade" in group else {}),
            **({"colour": group["colour"]} if "colour" in group else {}),
            "result": _RESULT[group["result"]],
        }
        for group in asking.args["problems"]
        for _ in range(group["count"])
    ]
    return Expectation(checks=(_Pending("add", tuple(wanted)),))


def wish(asking: Asking) -> Expectation | None:
    """A catalogue route for the wish list, or as a project (``result: project``)."""
    routes = _loggable(asking, 1)
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
    entries = _of_route(asking, lambda each: len(each) == 1)
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


def ask_route(asking: Asking) -> Expectation | None:
    """A name that several routes bear: asked back, nothing pending."""
    names = Counter(route.name for route in asking.world.routes if route.name and not route.pitch)
    shared = [name for name, number in names.items() if number == 2 and len(name) > 1]
    if not shared:
        return None
    name = asking.rng.choice(shared)
    both = [route for route in asking.world.routes if route.name == name]
    if len({route.grade.raw for route in both}) < 2 or len({route.crag_id for route in both}) < 2:
        return None
    asking.slots["route"] = name
    return Expectation(contains=tuple((route.grade.raw,) for route in both), checks=(_nothing,))


def refused_day(asking: Asking) -> Expectation | None:
    """A day that has not come: questioned, nothing pending."""
    routes = _loggable(asking, 1)
    if not routes:
        return None
    asking.slots["route"] = asking.name(routes[0])
    return Expectation(checks=(_nothing,))


def _nothing(given: Given) -> str:
    return "something is pending" if given.answer.pending is not None else ""


def refused(asking: Asking) -> Expectation | None:
    """Somebody else's log, or nobody known: declined, nothing of any log is said."""
    other = asking.rng.choice(("小明", "阿凱", "Bob", "user 7"))
    asking.slots["somebody"] = other
    return Expectation(abstained=True, checks=(_nothing,))


def empty(asking: Asking) -> Expectation | None:
    """A member without entries: said so, with the first step."""
    del asking
    return Expectation(contains=(("空", "0筆", "empty"), ("記一筆", "log:")), abstained=True)


def manage(asking: Asking) -> Expectation | None:
    """Import, export, erasure: how it is done."""
    return Expectation(contains=((f"log {asking.args['command']}",),), abstained=None)


GOLDS: dict[str, Gold] = {
    "count": count, "days": days, "list": listed, "hardest": hardest, "first_at": first_at,
    "last_at_crag": last_at_crag, "last_on_route": last_on_route, "done_yes": done_yes,
    "done_tried": done_tried, "done_no": done_no, "projects": projects, "most_tried": most_tried,
    "tries": tries, "success": success, "average": average, "streak": streak, "compare": compare,
    "pyramid": pyramid, "volume": volume, "places": places, "wishes": wishes,
    "unclimbed": unclimbed, "recommend": recommend, "entry": entry, "gym_entry": gym_entry,
    "wish": wish, "edit_last": edit_last, "edit_route": edit_route, "delete_route": delete_route,
    "delete_last": delete_last, "undo": undo, "ask_route": ask_route, "refused_day": refused_day,
    "refused": refused, "empty": empty, "manage": manage,
}  # fmt: skip
