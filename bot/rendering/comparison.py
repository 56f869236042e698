"""Comparisons of routes, places and gyms: one line each, then what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.composing import compose
from bot.rendering.flags import route_flag_lines
from bot.rendering.grade_steps import steps_between
from bot.rendering.gym_comparison import compare_gyms
from bot.rendering.labels import ROUTE_FIELD_NAMES, label
from bot.rendering.lines_of_rock import group_lines, line_value
from bot.rendering.place_comparison import compare_places
from bot.rendering.unknown import render_unknown, unknown_lines
from knowledge.grades import compare as compare_grades

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.rendering.lines_of_rock import Line
    from bot.rendering.request import Request
    from bot.schema import Draft
    from knowledge.schema import Grade

DEFAULT_FIELDS = ("grade", "type", "length", "bolts", "location")


def render_compare(request: Request) -> Draft:
    """What two or more things have in common and what not; missing ones are named."""
    evidence, query = request.evidence, request.query
    if evidence.gyms and not evidence.routes and not query.routes:
        return compare_gyms(request)
    if evidence.routes and (query.routes or not evidence.groups):
        return _compare_routes(request)
    if evidence.groups:
        return compare_places(request)
    return render_unknown(request)


def _compare_routes(request: Request) -> Draft:
    lines_of_rock = group_lines(request.evidence.routes, request)
    fields = tuple(f for f in request.query.fields if f != "overview") or DEFAULT_FIELDS
    order = request.query.order
    if (
        order is not None
        and order.key in ("grade", "length", "bolts", "popularity")
        and order.key not in fields
    ):
        fields = (order.key, *fields)
    names = request.both([line.name for line in lines_of_rock])
    lines = [request.say("compare.head", names=names)]
    lines += [_row(line, fields, request) for line in lines_of_rock]
    figures: list[object] = []
    if len(lines_of_rock) >= 2:
        for field in fields:
            conclusion, numbers = _conclude(field, lines_of_rock, request)
            lines += conclusion
            figures += numbers
    else:
        lines.append(request.say("compare.need_two"))
    lines += [*unknown_lines(request), *route_flag_lines(request.evidence.routes, request)]
    nothing = not any(
        line_value(line, field, request) for line in lines_of_rock for field in fields
    )
    return compose(request, lines, request.evidence.routes, abstained=nothing, figures=figures)


def _row(line: Line, fields: Sequence[str], request: Request) -> str:
    """All asked fields of one route; missing ones are said."""
    facts, missing = [], []
    for field in fields:
        value = line_value(line, field, request)
        if value:
            facts.append(request.say(f"clause.{field}", value=value))
        else:
            missing.append(label(ROUTE_FIELD_NAMES, field, request.language))
    if missing:
        facts.append(
            f"{request.join(missing)}未記載"
            if request.zh
            else f"not recorded: {request.join(missing)}"
        )
    return request.say(
        "compare.row", name=line.name, facts=("；" if request.zh else "; ").join(facts)
    )


def _conclude(
    field: str, lines: Sequence[Line], request: Request
) -> tuple[list[str], list[object]]:
    """Who is ahead in one field, for exactly two routes or the extreme of several."""
    conclude = _CONCLUSIONS.get(field)
    return conclude(lines, request) if conclude else ([], [])


def _grade(lines: Sequence[Line], request: Request) -> tuple[list[str], list[object]]:
    """Which one is harder and by how many steps, within one group only."""
    grades = [
        (max(line.routes, key=lambda r: r.grade.midpoint or -1.0).grade, line.name)
        for line in lines
    ]
    if any(not grade.known for grade, _ in grades):
        return [request.say("compare.no_grade")], []
    if len({grade.group for grade, _ in grades}) > 1:
        return [request.say("compare.cross_group")], []
    hardest, name = max(grades, key=lambda item: item[0].midpoint or 0.0)
    second, _ = max(
        (item for item in grades if item[1] != name), key=lambda i: i[0].midpoint or 0.0
    )
    if _touches(hardest, second):
        same = hardest.lo == second.lo and hardest.hi == second.hi
        if same and hardest.modifier != second.modifier:
            return [request.say("compare.bit_harder", name=_harder_mark(grades))], []
        return [request.say("compare.equal_grade" if same else "compare.overlap")], []
    steps = steps_between(second, hardest)
    if steps:
        said = "compare.harder_steps" if steps > 1 else "compare.harder_step"
        return [request.say(said, name=name, steps=steps)], [steps]
    return [request.say("compare.harder", name=name)], []


def _touches(hardest: Grade, second: Grade) -> bool:
    """Whether the two bands have a score in common."""
    if hardest.lo_score is None or second.hi_score is None:
        return compare_grades(hardest, second) == 0
    return hardest.lo_score <= second.hi_score


def _harder_mark(grades: Sequence[tuple[Grade, str]]) -> str:
    """The name whose mark is higher: 5.8+ before 5.8 before 5.8-."""
    return max(grades, key=lambda item: "- +".find(item[0].modifier or " "))[1]


def _length(lines: Sequence[Line], request: Request) -> tuple[list[str], list[object]]:
    values = [(line.first.length_m, line.name) for line in lines if len(line.routes) == 1]
    return _ahead(values, lines, ("compare.longer", "compare.equal_length"), request)


def _bolts(lines: Sequence[Line], request: Request) -> tuple[list[str], list[object]]:
    values = [(line.first.bolts, line.name) for line in lines if len(line.routes) == 1]
    return _ahead(values, lines, ("compare.more_bolts", "compare.equal_bolts"), request)


def _popularity(lines: Sequence[Line], request: Request) -> tuple[list[str], list[object]]:
    values = [(line.first.popularity, line.name) for line in lines]
    told, _ = _ahead(values, lines, ("compare.more_popular", ""), request)
    return told, []


def _ahead(
    values: Sequence[tuple[float | None, str]],
    lines: Sequence[Line],
    keys: tuple[str, str],
    request: Request,
) -> tuple[list[str], list[object]]:
    """Who has most, and by how much over the next."""
    known = sorted(((value, name) for value, name in values if value is not None), reverse=True)
    if len(known) < len(lines) or len(known) < 2:
        return [], []
    (most, name), (next_most, _) = known[0], known[1]
    if most == next_most:
        return ([request.say(keys[1])] if keys[1] and known[-1][0] == most else []), []
    difference = f"{most - next_most:g}"
    return [request.say(keys[0], name=name, difference=difference)], [difference]


_CONCLUSIONS: dict[str, Callable[[Sequence[Line], Request], tuple[list[str], list[object]]]] = {
    "grade": _grade,
    "length": _length,
    "bolts": _bolts,
    "popularity": _popularity,
}
