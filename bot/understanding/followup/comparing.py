"""哪條難, 哪邊線多, 跟它比呢: what was talked about measured against another."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.understanding.examples import nearest_move
from bot.understanding.followup.turn import GYM_INTENTS, ONE_SUBJECT, inherited
from bot.understanding.placing import placed
from bot.understanding.slots import number
from bot.understanding.words import NAME
from knowledge.filters import RouteFilter

if TYPE_CHECKING:
    from bot.schema import Intent, Mention, Query
    from bot.understanding.followup.turn import Turn

_COMPARABLE = 3
_WHICH = re.compile(
    r"[哪那]一?[條条間间家個个邊边題题]|[誰谁]|差|比|[還还]是|一[樣样]|同級|同级|\b(?:which|who|what|difference|compare)\b",
    re.IGNORECASE,
)
_AGAINST = 2


_EITHER = re.compile(r"[還还]是|[哪誰谁]|\b(?:which|or)\b")
_CHOSEN = re.compile(
    "(?:比较|较|最)?(?P<way>难|硬|简单|容易|长|短)的?(?:那|这|一)一?[条题]"
    "|\\bthe (?P<word>hard|eas|long|short)i?er (?:one|route|climb)\\b"
)
_ENDS = {"简单": "easy", "容易": "easy", "eas": "easy", "长": "long", "long": "long"} | {
    "短": "short",
    "short": "short",
}


def chosen(turn: Turn) -> Query | None:
    """「難的那條幾公尺」 after two were compared: of the harder one."""
    told = _CHOSEN.search(turn.reading.folded) or _CHOSEN.search(turn.reading.lower)
    evidence = turn.context.evidence
    if told is None or evidence is None or turn.before.intent != "compare" or turn.reading.names:
        return None
    end = _ENDS.get(told.group("way") or told.group("word"), "hard")
    ranked = {
        route.id: route.length_m if end in {"long", "short"} else route.grade.lo_score
        for route in evidence.routes
    }
    known = {route_id: value for route_id, value in ranked.items() if value is not None}
    if len(known) < _AGAINST or not turn.conditions.route_fields:
        return None
    pick = min if end in {"easy", "short"} else max
    return turn.ask_route((pick(known, key=lambda route_id: known[route_id]),))


_PLACES_IN_LIST = re.compile("第([一二三四五六七八九十\\d]{1,2})[条题个]?")


def of_the_listed(turn: Turn) -> Query | None:
    """「第一條跟第三條哪個長」: two of the list that was shown, measured."""
    shown = turn.context.shown or turn.context.found
    places = [int(number(each)) for each in _PLACES_IN_LIST.findall(turn.reading.folded)]
    if len(set(places)) != _AGAINST or turn.reading.names or not shown:
        return None
    if max(places) > len(shown) or shown[0].kind != "route":
        return None
    picked = tuple(shown[place - 1] for place in places)
    if not _WHICH.search(turn.reading.text) and "compare" not in turn.reading.cues:
        return None
    return replace(
        turn.query,
        intent="compare",
        routes=picked,
        fields=turn.conditions.route_fields,
        topic="route",
        filter=RouteFilter(),
        order=None,
        limit=None,
    )


def compared(turn: Turn) -> Query | None:
    """所以哪條難, so which one's cheaper: between the last two that were told of one by one."""
    reading, conditions = turn.reading, turn.conditions
    # "what grade is that one" asks of the last one alone
    either = "compare" in reading.cues or conditions.order or _EITHER.search(reading.lower)
    one = "that_route" in reading.cues and not either
    if reading.names or turn.query.unknown or one:
        return None
    if len(turn.context.found) != 1:
        return _compared_places(turn)
    kind = turn.context.found[0].kind
    asks = bool("compare" in reading.cues or conditions.order or conditions.gym_order)
    asks = asks or (kind == "gym" and bool(_PRICED.search(reading.plain)))
    likened = nearest_move(reading.folded, reading.lower)
    lost = turn.query.intent in {"out_of_domain", "search", "knowledge"}
    asks = asks or (likened.kind == "compare" and likened.score >= (_LOST if lost else _LIKE))
    told = turn.context.of_kind(kind)[-_AGAINST:]
    if (
        not asks
        or not _WHICH.search(reading.text)
        or len(told) < _AGAINST
        or _MOST.search(reading.text)
    ):
        return None
    if kind == "gym" and turn.before.intent in GYM_INTENTS:
        fields = conditions.gym_fields or turn.before.fields
        return replace(turn.query, intent="compare", gyms=told, fields=fields, topic="gym")
    if kind == "route" and turn.before.intent == "fact":
        fields = conditions.route_fields
        return replace(turn.query, intent="compare", routes=told, fields=fields, topic="route")
    return None


def _compared_places(turn: Turn) -> Query | None:
    """哪邊線多, 兩邊比一下: between the last two places that were asked about."""
    reading, before = turn.reading, turn.before
    places = turn.context.places[-_AGAINST:]
    if (
        len(places) < _AGAINST
        or places[0].kind != places[1].kind
        or not _WHICH.search(reading.text)
    ):
        return None
    if before.intent not in _ABOUT_A_PLACE or before.places[:1] != places[1:]:
        return None
    if _OF_ROUTES_ALONE.search(reading.text) or _MOST.search(reading.text):
        return None
    likened = nearest_move(reading.folded, reading.lower)
    asks = "compare" in reading.cues or (likened.kind == "compare" and likened.score >= _LIKE)
    if not asks:
        return None
    here = placed(RouteFilter(), places)
    fields = turn.conditions.crag_fields
    return replace(
        turn.query, intent="compare", places=places, filter=here, fields=fields, topic="place"
    )


_OF_ROUTES_ALONE = re.compile(r"[條条題题]|\b(?:route|climb|line|problem)\b", re.IGNORECASE)
_LIKE, _LOST = 0.3, 0.22
_PRICED = re.compile("便宜|贵")
_MOST = re.compile(r"最|\w+est\b|\bmost\b")


_WITH = re.compile(
    f"[跟和与]{NAME}.{{0,3}}(?:比|哪|谁|差)|^比{NAME}|{NAME}比较"
    f"|\\b(?:than|versus|vs|or|with|to) {NAME}|compare"
)
"""Puts the one gym that is named beside the one of the turn before."""


def compares_gyms(turn: Turn, gyms: tuple[Mention, ...]) -> bool:
    """Whether the one gym that is named is measured against the one before."""
    named = turn.query.gyms
    if len(named) != 1 or not gyms or gyms[0].ids == named[0].ids or turn.query.routes:
        return False
    reading = turn.reading
    asks = "compare" in reading.cues or turn.conditions.gym_order or "比" in reading.text
    return bool(asks and (_WITH.search(reading.folded) or _WITH.search(reading.lower)))


_ABOUT_A_PLACE: frozenset[Intent] = frozenset(
    {"crag_info", "list", "count", "superlative", "distribution", "recommend", "compare"}
)


def compares_place(turn: Turn) -> Query | None:
    """「跟 B 岩場比呢」: the one place that is named, measured against the one before."""
    query, before = turn.query, turn.before
    named, last = query.places, before.places[:1]
    if len(named) != 1 or not last or query.routes or query.gyms or turn.conditions.narrows_routes:
        return None
    if named[0].ids == last[0].ids or named[0].kind != last[0].kind:
        return None
    reading = turn.reading
    asks = "compare" in reading.cues or "比" in reading.text
    put = _WITH.search(reading.folded) or _WITH.search(reading.lower)
    if not (asks and put) or before.intent not in _ABOUT_A_PLACE:
        return None
    both = (*last, *named)
    here = placed(RouteFilter(), both)
    fields = turn.conditions.crag_fields
    return replace(query, intent="compare", places=both, filter=here, fields=fields, topic="place")


_HARDER = re.compile(
    rf"\b(?:is|isn't|would|so|and)\b.*{NAME}.*\b(?:hard|tough|stiff|eas|soft|long|short|tall|high)i?er\b"
)


def compares_with_last(turn: Turn, routes: tuple[Mention, ...]) -> bool:
    """「跟 X 比哪條難」: one name, measured against the route before."""
    own = turn.query.routes
    return (
        ("compare" in turn.reading.cues or bool(_HARDER.search(turn.reading.lower)))
        and len(own) == 1
        and bool(routes)
        and own[0].ids != routes[0].ids
        and turn.before.intent in ONE_SUBJECT
    )


def kinds(mentions: tuple[Mention, ...]) -> set[str]:
    """Whether these are routes or gyms."""
    return {mention.kind for mention in mentions}


def compare_shown(turn: Turn) -> Query | None:
    """哪條比較難, 哪間便宜: between the things of the turn before."""
    before, context, conditions = turn.before, turn.context, turn.conditions
    routes = before.routes if before.intent in ONE_SUBJECT else ()
    if len(routes) < 2 and 1 < len(context.route_ids) <= _COMPARABLE:
        routes = tuple(inherited(each, "route") for each in context.route_ids)
    if len(routes) < 2 and context.last_routes and kinds(context.earlier) == {"route"}:
        routes = (*context.earlier, *context.last_routes[:1])
    if len(routes) > 1:
        fields = conditions.route_fields
        return replace(turn.query, intent="compare", routes=routes, fields=fields, topic="route")
    gyms = before.gyms
    if len(gyms) < 2:
        gyms = tuple(inherited(each, "gym") for each in context.gym_ids[: _COMPARABLE + 1])
    if len(gyms) < 2 and context.last_gyms and kinds(context.earlier) == {"gym"}:
        gyms = (*context.earlier, *context.last_gyms[:1])
    if len(gyms) > 1:
        fields = conditions.gym_fields
        return replace(turn.query, intent="compare", gyms=gyms, fields=fields, topic="gym")
    if len(before.places) > 1:
        fields = conditions.crag_fields
        places, here = before.places, before.filter
        return replace(
            turn.query, intent="compare", places=places, filter=here, fields=fields, topic="place"
        )
    return None
