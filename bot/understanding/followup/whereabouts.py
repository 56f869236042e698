"""那區總共幾題, 同一面牆的抱石, 他們在同一區嗎, 岩質: of where the routes before lie."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.schema import Claim, Mention
from bot.understanding import words
from bot.understanding.followup.turn import ONE_SUBJECT, SET_INTENTS
from knowledge.filters import RouteFilter

if TYPE_CHECKING:
    from bot.schema import MentionKind, Query
    from bot.understanding.followup.turn import Turn
    from knowledge.schema import Route

_ONE_PLACE = re.compile(
    "(?:同|一样)(?:一|个|一个)?(?:区|面墙|墙|面|块|岩壁|岩场|地方)|同处"
    "|\\b(?:the )?same (?:area|wall|sector|crag|place|spot)\\b"
)
_ALL_OF_THEM = re.compile(
    "[它他牠][们俩]|[两二三][条题]|都(?:是|算)?[在属]|\\b(?:both|they|all|them)\\b"
)
_LIES_IN = re.compile("[在属位]")
_OTHERS = re.compile("还有|其他|其它|别的|另外|旁边|隔壁|附近|\\b(?:else|other|another|nearby)\\b")
_PAIR = 2


def lie_together(turn: Turn) -> Query | None:
    """「他們都在同一區嗎」「兩條都在 A 牆嗎」: where each of those that were told of lies."""
    reading, text = turn.reading, f"{turn.reading.folded} {turn.reading.lower}"
    places = reading.of_kind("crag", "area", "sector")
    one = _ONE_PLACE.search(text) and "yes_no" in reading.cues and not _OTHERS.search(text)
    there = places and _ALL_OF_THEM.search(text) and _LIES_IN.search(text)
    if not (one or there) or turn.asks_set or turn.conditions.narrows_routes:
        return None
    if reading.of_kind("gym") or turn.query.unknown or turn.before.intent not in ONE_SUBJECT:
        return None
    routes = _told(turn)
    if len(routes) < _PAIR:
        return None
    claims = tuple(Claim("place", place.surface, value=place.ids[0]) for place in turn.query.places)
    return replace(
        turn.query,
        intent="fact",
        routes=routes,
        fields=("location",),
        claims=claims,
        filter=RouteFilter(),
        topic="",
        order=None,
        limit=None,
    )


def _told(turn: Turn) -> tuple[Mention, ...]:
    """The routes that are meant together: named now, named together before, or told of last."""
    own, before = turn.query.routes, turn.context.last_routes
    if own:
        return (*(each for each in before[:1] if each.ids != own[0].ids), *own)
    if len(before) > 1:
        return before
    return turn.context.of_kind("route")[-_PAIR:]


_ITS_PLACE = re.compile(
    "(?:[那这该]|同)(?:一|个|一个)?(?P<wall>面墙|墙|面|块|岩壁)|(?:[那这该]|同)(?:一|个|一个)?区"
    "|\\b(?:that|this|the same) (?P<sector>wall|sector)\\b|\\b(?:that|this|the same) area\\b"
)
_SET_OF_ALL = re.compile("全部|所有|总共|一共|最|\\ball\\b")


def there_as_well(turn: Turn) -> Query | None:
    """「那區總共幾題」「同一區還有哪些 5.10」: a set of the area or wall of the route before."""
    reading, conditions = turn.reading, turn.conditions
    text = f"{reading.plain} {reading.lower}"
    where = _ITS_PLACE.search(text)
    if where is None or reading.names or turn.query.unknown:
        return None
    if words.find("refinements", reading.folded, reading.lower) or conditions.crag_fields:
        return None
    narrows = conditions.narrows_routes or conditions.order
    whole = "count" in reading.cues or _SET_OF_ALL.search(text)
    route = _last_route(turn)
    if route is None or not (narrows or whole):
        return None
    wall = bool(where["wall"] or where["sector"])
    place = _place_of(route, wall=wall)
    if place is None:
        return None
    asked = turn.query.intent if turn.query.intent in SET_INTENTS else "list"
    if conditions.order is not None:
        asked = "superlative"
    elif "count" in reading.cues:
        asked = "count"
    others = RouteFilter(route_ids=(route.id,)) if _OTHERS.search(text) else RouteFilter()
    own = turn.query.filter
    return replace(
        turn.query,
        intent=asked,
        places=(place,),
        filter=_placed(own, place),
        excluding=others if others != RouteFilter() else turn.query.excluding,
        fields=(),
        topic="",
        claims=(),
    )


def _placed(wanted: RouteFilter, place: Mention) -> RouteFilter:
    return replace(
        wanted,
        crag_ids=place.ids if place.kind == "crag" else (),
        area_ids=place.ids if place.kind == "area" else (),
        sector_ids=place.ids if place.kind == "sector" else (),
    )


def _place_of(route: Route, *, wall: bool) -> Mention | None:
    """The wall or the area that a route lies in; the next larger place where none is recorded."""
    kind: MentionKind
    for kind, found in (
        ("sector", route.sector_id if wall else ""),
        ("area", route.area_id),
        ("crag", route.crag_id),
    ):
        if found:
            return Mention("", kind, (found,), how="inherited")
    return None


def _last_route(turn: Turn) -> Route | None:
    """The one route that the turn before was about."""
    evidence, routes = turn.context.evidence, turn.context.last_routes
    if evidence is None or not routes or turn.before.intent not in ONE_SUBJECT:
        return None
    if len(routes) != 1 and turn.before.intent != "compare":
        return None
    return next((route for route in evidence.routes if route.id in routes[-1].ids), None)


_OF_CRAGS_ALONE = frozenset({"rock", "season", "approach", "parking", "transport", "amenities"})
_OF_ROUTES_TOO = frozenset({"location", "description", "type", "overview", "hazards"})


def of_its_crag(turn: Turn) -> Query | None:
    """「岩質」「停車呢」 after a route: of the crag that it lies in."""
    asked = tuple(field for field in turn.conditions.crag_fields if field in _OF_CRAGS_ALONE)
    own = set(turn.conditions.route_fields) - _OF_ROUTES_TOO
    if not asked or own or turn.reading.names or turn.query.unknown or turn.asks_set:
        return None
    if turn.query.intent in {"safety", "live", "personal"} or turn.before.places:
        return None
    route = _last_route(turn)
    if route is None or len(turn.reading.plain) > _SHORT or turn.conditions.narrows_routes:
        return None
    if asked == ("season",) and "first_ascent" in turn.before.fields:
        # 「什麼時候的事」 after who was first
        return replace(turn.ask_route((route.id,)), fields=("first_ascent_on",))
    crag = Mention("", "crag", (route.crag_id,), how="inherited")
    return replace(
        turn.query,
        intent="crag_info",
        places=(crag,),
        fields=asked,
        filter=RouteFilter(crag_ids=crag.ids),
        topic="",
    )


_SHORT = 14
"""Characters of a key: longer messages ask something of their own."""
