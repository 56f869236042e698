"""Golds about recommendations: the fixed format, and only routes that may be climbed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.evaluation.drawing import Drawn
from bot.evaluation.expectation import Expectation, Ids
from bot.evaluation.golds.sets import empty_list, select
from bot.evaluation.values import plain
from bot.rendering import parse_recommendation

if TYPE_CHECKING:
    from bot.evaluation.drawing import Draw, Gold
    from bot.evaluation.expectation import Check, Given
    from knowledge.schema import Route


def recommend(draw: Draw) -> Drawn | None:
    """The fixed format: few blocks, each complete, each route a match that may be climbed."""
    selection = select(draw, (1, 10_000))
    limit = int(draw.template.args.get("limit", 3))
    if "n" in draw.slots:
        limit = draw.rng.randint(1, 3)
    if selection is None:
        return None
    fit = frozenset(route.id for route in selection.may if may_be_recommended(route))
    if not fit:
        return None
    return Drawn(
        {**selection.slots, "n": plain(limit)},
        Expectation(routes=Ids(most=fit), checks=(_blocks(limit),)),
        subjects=selection.subjects,
    )


def recommend_none(draw: Draw) -> Drawn | None:
    """Filters with which nothing may be recommended."""
    drawn = empty_list(draw)
    if drawn is None:
        return None
    expectation = Expectation(abstained=True, checks=(_no_blocks,))
    return Drawn(drawn.slots, expectation, subjects=drawn.subjects)


def may_be_recommended(route: Route) -> bool:
    """Whether nothing in the record speaks against it and its grade is certain."""
    return route.recommendable and route.grade.known and not route.grade.uncertain


def _blocks(limit: int) -> Check:
    def check(given: Given) -> str:
        parsed = parse_recommendation(given.answer.text)
        if not parsed.ok:
            return f"breaks the format: {parsed.problems[0]}"
        if not 1 <= len(parsed.blocks) <= limit:
            return f"has {len(parsed.blocks)} blocks of at most {limit}"
        if len(parsed.blocks) != len(given.answer.route_ids):
            return f"has {len(parsed.blocks)} blocks for {len(given.answer.route_ids)} routes"
        return ""

    return check


def _no_blocks(given: Given) -> str:
    return "recommends something" if parse_recommendation(given.answer.text).blocks else ""


GOLDS: Final[dict[str, Gold]] = {"recommend": recommend, "recommend_none": recommend_none}
