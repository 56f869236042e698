"""Golds that join the log and the catalogue: what is left to climb, what to climb next."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from bot.evaluation.expectation import Expectation, Given, exactly
from bot.evaluation.personal.asking import Asking, climb_of, rank
from bot.evaluation.personal.golds.drawing import (
    told,
)
from bot.rendering import parse_recommendation
from knowledge.grades import overlaps, parse_grade, range_of

if TYPE_CHECKING:
    from bot.evaluation.personal.golds.drawing import Gold
    from knowledge.schema import Route


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
    return Expectation(routes=exactly(*ids), contains=(told(len(ids)),))


def _overlaps(route: Route, grade: str) -> bool:
    return overlaps(route.grade, range_of(parse_grade(grade)))


def recommend(asking: Asking) -> Expectation | None:
    """The fixed format: nothing done before, nothing closed, and a reason true to the log."""
    done = {entry.ascent.route_id for entry in asking.member.entries if entry.sent}
    leads = [
        e for e in asking.member.sessions if e.new and e.ascent.mode == "lead" and not e.indoors
    ]
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
    for grade, number in re.findall(r"(5\.\d+[a-d]?) 完攀 (\d+) 條", first):
        if len(by_grade.get(grade, ())) != int(number):
            return f"{grade}: {number}, but {len(by_grade.get(grade, ()))}"
    return ""


GOLDS: Final[dict[str, Gold]] = {
    "unclimbed": unclimbed,
    "recommend": recommend,
}
