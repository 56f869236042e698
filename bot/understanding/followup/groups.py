"""哪一區最多 of the place that is talked about; 那一區有哪些 of the group that had the most."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.schema import Mention
from bot.understanding.followup.overlay import overlay
from bot.understanding.followup.turn import SET_INTENTS
from knowledge.filters import RouteFilter

if TYPE_CHECKING:
    from bot.schema import Group, MentionKind, Query
    from bot.understanding.followup.turn import Context, Turn
    from bot.understanding.reading import Reading

_THAT_PLACE = re.compile(
    "[那这该哪](?:一|个)?(?:区|面|边|里|牆|墙|岩场)|\\b(?:there|that (?:area|wall|crag))\\b"
)
_THAT_PERSON = re.compile("[他她]|[那这]个?人|\\b(?:he|she|they|his|her|their)\\b")
_DEEDS = re.compile(
    "[开爬]|首攀|路线|作品|\\b(?:climb\\w*|open\\w*|bolt\\w*|routes?|put up|do|did)\\b"
)
_PLACES = frozenset({"crag", "area", "sector"})


def of_that_person(reading: Reading, context: Context | None) -> bool:
    """「他還開了哪些」 after the one who opened most: of that person, and of nobody's log."""
    if context is None:
        return False
    if context.query.group_by != "person" and not _ascensionist(context):
        return False
    text = f"{reading.plain} {reading.lower}"
    return bool(_THAT_PERSON.search(text) and _DEEDS.search(text))


_PARTED = re.compile(r"\s*[/／、,，;；&＆]\s*|\s+and\s+")
_WHO = frozenset({"first_ascent", "first_ascent_on"})


def _ascensionist(context: Context) -> str:
    """Whoever climbed the one route first whose first ascent was asked for."""
    query, evidence = context.query, context.evidence
    if query.intent != "fact" or not _WHO & set(query.fields) or evidence is None:
        return ""
    told = {_PARTED.split(route.first_ascent)[0].strip() for route in evidence.routes}
    return told.pop() if len(told) == 1 else ""


def _by_that_person(turn: Turn) -> Query | None:
    """「他還開過什麼」 after who climbed a route first: the routes of that person."""
    person = _ascensionist(turn.context)
    text = f"{turn.reading.plain} {turn.reading.lower}"
    fields = set(turn.conditions.route_fields) - ({"first_ascent"} if _MORE.search(text) else set())
    opens = _THAT_PERSON.search(text) and _OPENS.search(text) and not fields
    if not (person and opens):
        return None
    return _set(turn, replace(RouteFilter(), first_ascent=person), ())


_MORE = re.compile("还|也|另外|其他|哪些|几条|\\b(?:else|other|more)\\b")
"""「他還首攀了哪些」 asks for other routes, and not again for who it was."""
_OPENS = re.compile(
    "(?:还|也|都|另外|其他)[^，。？]{0,4}(?:[开爬首]|路线|作品|线)"
    "|[开爬攀]过?[了的]?(?:哪|什么|几|多少|其他|别的)|哪些(?:路线|线|作品)"
    "|\\b(?:else|other|more|which|what)\\b.*"
    "\\b(?:climb\\w*|routes?|put up|do|done|did|bolt\\w*|open\\w*)\\b"
)


def of_groups(turn: Turn) -> Query | None:
    """A question about groups within the place before, or about the first of the groups before."""
    evidence = turn.context.evidence
    if turn.reading.of_kind("route", "gym", "crag", "area", "sector"):
        return None
    if turn.query.group_by is not None:
        return _within_place(turn)
    if turn.before.group_by is None:
        return _by_that_person(turn)
    if evidence is None or not evidence.groups:
        return None
    return _of_first(turn, evidence.groups[0])


def _of_first(turn: Turn, first: Group) -> Query | None:
    """What is asked of the group that came first."""
    query, before = turn.query, turn.before
    text = f"{turn.reading.plain} {turn.reading.lower}"
    if before.group_by == "person" and _THAT_PERSON.search(text):
        return _set(turn, replace(before.filter, first_ascent=first.name), before.places)
    if before.group_by not in _PLACES or not _THAT_PLACE.search(text):
        return None
    ids = (first.place_id,)
    kind = _kind(first.place_id)
    place = Mention("", kind, ids, how="inherited")
    here = replace(
        before.filter,
        crag_ids=ids if kind == "crag" else (),
        area_ids=ids if kind == "area" else (),
        sector_ids=ids if kind == "sector" else (),
    )
    if turn.conditions.crag_fields and not turn.asks_set:
        return replace(
            query,
            intent="crag_info",
            topic="",
            places=(place,),
            filter=here,
            fields=turn.conditions.crag_fields,
            unknown=(),
        )
    return _set(turn, here, (place,))


def _within_place(turn: Turn) -> Query | None:
    query, before = turn.query, turn.before
    place = before.filter
    ids = (*place.crag_ids, *place.area_ids, *place.sector_ids)
    if not ids or query.places:
        return None
    conditions = query.filter
    if turn.before.intent in SET_INTENTS and not turn.conditions.narrows_routes:
        conditions = overlay(place, conditions)
    here = replace(
        conditions,
        crag_ids=place.crag_ids,
        area_ids=place.area_ids,
        sector_ids=place.sector_ids,
    )
    return replace(query, filter=here, places=before.places)


def _set(turn: Turn, here: RouteFilter, places: tuple[Mention, ...]) -> Query:
    """The set of routes there, asked the way that the question asks."""
    query = turn.query
    intent = query.intent if query.intent in SET_INTENTS else "list"
    own = replace(query.filter, first_ascent="") if here.first_ascent else query.filter
    return replace(
        query,
        intent=intent,
        unknown=(),
        filter=overlay(here, own),
        places=places,
        fields=(),
        topic="",
    )


def _kind(place_id: str) -> MentionKind:
    """Crag, area and sector ids are one another's beginnings."""
    kinds: tuple[MentionKind, ...] = ("crag", "area", "sector")
    return kinds[min(place_id.count("/"), 2)]
