"""Routes and other records that a question names, and names that resemble unknown ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.schema import Claim, Evidence, Mention, Query

if TYPE_CHECKING:
    from knowledge.knowledge_base import KnowledgeBase
    from knowledge.schema import Route


def named_routes(query: Query, knowledge: KnowledgeBase) -> Evidence:
    """The routes that the question names; claims choose between readings of one name."""
    routes: dict[str, Route] = {}
    near: dict[str, Route] = {}
    held = knowledge.catalogue
    for mention in query.routes:
        # 「X 是運攀嗎」 asks it of every X, 「運攀的 X」 chooses
        asked = bool(_ASKS_WHETHER.search(query.text))
        claims = tuple(c for c in query.claims if not (asked and c.kind == "type"))
        chosen = _chosen(held.routes_of(mention.ids), claims, mention)
        routes |= {route.id: route for route in chosen}
        near |= {route.id: route for route in held.routes_of(mention.runners_up[:3])}
    return Evidence(
        routes=tuple(routes.values()),
        near_misses=tuple(route for route in near.values() if route.id not in routes),
        suggestions=suggestions(query, knowledge),
    )


def suggestions(query: Query, knowledge: KnowledgeBase) -> tuple[str, ...]:
    """Names of the catalogue that resemble the unknown ones."""
    names: dict[str, None] = {}
    for surface in query.unknown:
        for record_id in knowledge.gazetteer.suggestions(surface, limit=3):
            name = knowledge.name_of(record_id)
            if name:
                names[name] = None
    return tuple(names)


def meant(query: Query, knowledge: KnowledgeBase) -> tuple[Route, ...]:
    """Every route that a name of the question may mean."""
    return knowledge.catalogue.routes_of(one for each in query.routes for one in each.ids)


_ASKS_WHETHER = re.compile(r"[嗎吗]|是不是|^\W*(?:is|are)\b", re.IGNORECASE)


def _chosen(
    routes: tuple[Route, ...], claims: tuple[Claim, ...], mention: Mention
) -> tuple[Route, ...]:
    """Of several routes with one name, those that the question's own words fit best."""
    if len(routes) < 2 or mention.how == "inherited":
        return routes
    for claim in claims:
        fitting = tuple(route for route in routes if _fits(route, claim))
        routes = fitting or routes
    return routes


def _fits(route: Route, claim: Claim) -> bool:
    if (
        claim.kind == "grade"
        and route.grade.lo_score is not None
        and route.grade.hi_score is not None
    ):
        low = claim.grade_lo if claim.grade_lo is not None else route.grade.lo_score
        high = claim.grade_hi if claim.grade_hi is not None else route.grade.hi_score
        return route.grade.lo_score <= high and low <= route.grade.hi_score
    if claim.kind == "type":
        return route.type == claim.value
    if claim.kind == "place":
        return claim.value in {route.crag_id, route.area_id, route.sector_id}
    return False
