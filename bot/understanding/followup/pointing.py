"""Questions that point at what the turn before was about or showed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.understanding.followup.turn import GYM_INTENTS, inherited
from bot.understanding.words import NAME
from knowledge.filters import RouteFilter

if TYPE_CHECKING:
    from bot.schema import Intent, Mention, Query
    from bot.understanding.followup.turn import Turn

_SHORT = 24
"""Characters of a key: longer messages ask something of their own."""
_COMPARABLE = 3
_ONE_SUBJECT: frozenset[Intent] = frozenset({"fact", "convert", "safety", "compare", "superlative"})
_VAGUE: frozenset[Intent] = frozenset(
    {"search", "knowledge", "fact", "crag_info", "out_of_domain", "gym_list", "safety", "list"}
)


_NEARBY = re.compile(
    r"旁[邊边]|附近|隔壁|同一?[區区面]|左右[兩两][邊边]"
    r"|nearby|next to|neighbou?r|same (?:wall|area)",
    re.IGNORECASE,
)


def next_page(turn: Turn) -> Query | None:
    """下一頁, 還有嗎, 換一批: the same question, further on."""
    before = turn.before
    if turn.reading.names or turn.conditions.narrows_routes:
        return None
    if not turn.reading.cues & {"more", "another"} or len(turn.reading.plain) > _SHORT:
        return None
    if before.intent not in {"list", "gym_list", "recommend", "notice"}:
        return None
    return replace(before, page=before.page + 1)


_WHY = re.compile(
    r"\W*(?:那)?(?:為什麼|为什么|為何|为何|為啥|为啥|怎麼說|怎么说|why(?: not| is that)?)\W*",
    re.IGNORECASE,
)


def reason(turn: Turn) -> Query | None:
    """為什麼, why: what the records say against the route or place of the turn before."""
    routes, places = turn.context.last_routes, turn.before.places
    if not _WHY.fullmatch(turn.reading.text):
        return None
    if routes and turn.before.intent in {"fact", "safety"}:
        return replace(turn.ask_route(routes[0].ids), fields=("hazards",))
    if places and turn.before.intent in {"crag_info", "safety", "live"}:
        return replace(turn.query, intent="crag_info", places=places, fields=("hazards",), topic="")
    return None


_PITCH = re.compile(
    r"第([一二三四五六七八九十\d]{1,2})(?:段|個?繩距|个?绳距)|\bp(?:itch )?(\d)\b", re.IGNORECASE
)
_NUMERALS = "一二三四五六七八九十"


def pitch(turn: Turn) -> Query | None:
    """第二段呢: another pitch of the line that the turn before was about."""
    found = _PITCH.search(turn.reading.text)
    if found is None or turn.reading.names or not turn.context.last_routes:
        return None
    told = found[1] or found[2]
    number = int(told) if told.isdigit() else _NUMERALS.find(told) + 1
    ids = turn.context.last_routes[0].ids
    if len(ids) < 2 or not 1 <= number <= len(ids):
        return None
    fields = turn.conditions.route_fields or turn.before.fields or ("overview",)
    fields = tuple(field for field in fields if field != "pitches") or ("overview",)
    return replace(turn.ask_route((ids[number - 1],)), intent="fact", fields=fields)


def ordinal(turn: Turn) -> Query | None:
    """第二條, the last one: counted through what was shown."""
    position, context = turn.conditions.ordinal, turn.context
    shown = context.route_ids or context.gym_ids
    if position is None or not shown or turn.reading.of_kind("route", "gym"):
        return None
    index = position - 1 if position > 0 else len(shown) - 1
    if index >= len(shown):
        return replace(turn.query, intent="clarify", topic="ordinal", limit=len(shown))
    ids = (shown[index],)
    return turn.ask_route(ids) if context.route_ids else turn.ask_gym(ids)


def pointed(turn: Turn) -> Query | None:
    """這條, 那間: the thing of the turn before, perhaps beside a new one."""
    query, cues = turn.query, turn.reading.cues
    routes, gyms = turn.context.last_routes, turn.context.last_gyms
    if _compares_with_last(turn, routes):
        return replace(query, intent="compare", routes=(*routes[:1], *query.routes), topic="route")
    if _compares_gyms(turn, gyms):
        both = (*gyms[:1], *query.gyms)
        fields = turn.before.fields if query.fields in {("overview",), ()} else query.fields
        return replace(query, intent="compare", topic="gym", gyms=both, fields=fields)
    found = None
    if not routes and "條" in turn.reading.text and _kinds(turn.context.earlier) == {"route"}:
        # 「剛剛那條」 after a gym was talked about
        routes = turn.context.earlier
    several = _THEM.search(turn.reading.lower) and len(turn.before.routes) > 1
    alone = not (turn.conditions.limit or several or _instead(turn))
    if "that_route" in cues and routes and alone:
        found = _that_route(turn, routes)
    if found is None and "that_gym" in cues and gyms and not query.gyms and not query.places:
        found = turn.ask_gym(gyms[0].ids)
    return found


def asked_of_subject(turn: Turn) -> Query | None:
    """在哪一區, 幾顆 bolt, 多少錢: another property of what the turn before was about."""
    query = turn.query
    if turn.reading.names or query.unknown or turn.brings_own_set:
        return None
    if query.intent == "live" and not (query.places or query.gyms):
        return replace(query, places=turn.before.places) if turn.before.places else None
    routes = turn.context.last_routes
    if "compare" in turn.reading.cues and len(turn.context.gym_ids) > 1:
        return _compare_shown(turn)
    return (
        (_judged_route(turn, routes) if routes else None)
        or _asked_of_gym(turn)
        or _asked_of_route(turn, routes)
    )


def _judged_route(turn: Turn, routes: tuple[Mention, ...]) -> Query | None:
    """換成法式呢, 安全嗎, 有沒有類似的: of the route before, without asking for a property."""
    query, cues = turn.query, turn.reading.cues
    if query.grades:
        return None
    if query.intent in {"safety", "convert"}:
        return replace(query, routes=routes)
    if _NEARBY.search(turn.reading.text):
        return replace(query, intent="list", topic="nearby", routes=routes, filter=RouteFilter())
    if turn.conditions.systems:
        return replace(query, intent="convert", routes=routes, topic="")
    if "similar" in cues and turn.before.intent in _ONE_SUBJECT:
        return replace(query, intent="recommend", topic="similar", routes=routes[:1])
    return None


def _asked_of_gym(turn: Turn) -> Query | None:
    if _asks_gym(turn):
        gyms = turn.context.last_gyms
        return turn.ask_gym(tuple(dict.fromkeys(each for gym in gyms for each in gym.ids)))
    return None


def _asked_of_route(turn: Turn, routes: tuple[Mention, ...]) -> Query | None:
    query, conditions = turn.query, turn.conditions
    if "compare" in turn.reading.cues or conditions.order:
        return _compare_shown(turn)
    asks = bool(conditions.route_fields or turn.reading.grades or conditions.types)
    if routes and asks and _one_subject(turn):
        return turn.ask_route(tuple(dict.fromkeys(each for r in routes for each in r.ids)))
    if turn.before.places and conditions.crag_fields and query.intent in _VAGUE:
        return _of_place(turn)
    return turn.ask_route(turn.context.route_ids[:1]) if routes and asks else None


_WITH = re.compile(
    f"[跟和与]{NAME}.{{0,3}}(?:比|哪|谁|差)|^比{NAME}|{NAME}比较"
    f"|\\b(?:than|versus|vs|or|with|to) {NAME}|compare"
)
"""Puts the one gym that is named beside the one of the turn before."""


def _compares_gyms(turn: Turn, gyms: tuple[Mention, ...]) -> bool:
    named = turn.query.gyms
    if len(named) != 1 or not gyms or gyms[0].ids == named[0].ids or turn.query.routes:
        return False
    reading = turn.reading
    asks = "compare" in reading.cues or turn.conditions.gym_order or "比" in reading.text
    return bool(asks and (_WITH.search(reading.folded) or _WITH.search(reading.lower)))


def _compares_with_last(turn: Turn, routes: tuple[Mention, ...]) -> bool:
    """「跟 X 比哪條難」: one name, measured against the route before."""
    own = turn.query.routes
    return (
        "compare" in turn.reading.cues
        and len(own) == 1
        and bool(routes)
        and own[0].ids != routes[0].ids
        and turn.before.intent in _ONE_SUBJECT
    )


_THEM = re.compile(r"[它牠他她][們们]|\b(?:them|they|these|those)\b")
_INSTEAD = re.compile(r"那[條条題题](?:[呢咧勒]|換成|换成)\s*[：:，,]?|[呢咧勒]\s*[？?]?$")


def _instead(turn: Turn) -> bool:
    """「那條呢：X」 asks of X instead, not of both."""
    named = turn.query.routes and not turn.conditions.route_fields
    return bool(named and _INSTEAD.search(turn.reading.text))


def _that_route(turn: Turn, routes: tuple[Mention, ...]) -> Query | None:
    query, cues = turn.query, turn.reading.cues
    own = tuple(route for route in query.routes if route.ids != routes[0].ids)
    if own:
        compared = "compare" in cues or turn.conditions.order
        intent: Intent = "compare" if compared else "fact"
        return replace(query, intent=intent, routes=(*routes[:1], *own), unknown=())
    if query.routes or query.places or query.gyms:
        return None
    if query.intent in {"convert", "safety"}:
        return replace(query, routes=routes, unknown=())
    if "similar" in cues:
        return replace(query, intent="recommend", topic="similar", routes=routes[:1], unknown=())
    narrows = turn.conditions.narrows_routes
    if narrows and not turn.conditions.route_fields and "yes_no" not in cues:
        return None
    return turn.ask_route(routes[0].ids)


def _kinds(mentions: tuple[Mention, ...]) -> set[str]:
    return {mention.kind for mention in mentions}


def _asks_gym(turn: Turn) -> bool:
    about_gyms = turn.before.intent in GYM_INTENTS or not turn.context.last_routes
    asks = turn.conditions.gym_fields or turn.query.days or turn.query.clock
    return bool(turn.context.last_gyms and about_gyms and asks)


def _one_subject(turn: Turn) -> bool:
    return turn.before.intent in _ONE_SUBJECT or len(turn.context.route_ids) == 1


def _of_place(turn: Turn) -> Query:
    before = turn.before
    return replace(
        turn.query,
        intent="crag_info",
        places=before.places,
        fields=turn.conditions.crag_fields,
        filter=before.filter,
        topic="",
    )


def _compare_shown(turn: Turn) -> Query | None:
    """哪條比較難, 哪間便宜: between the things of the turn before."""
    before, context, conditions = turn.before, turn.context, turn.conditions
    routes = before.routes
    if len(routes) < 2 and 1 < len(context.route_ids) <= _COMPARABLE:
        routes = tuple(inherited(each, "route") for each in context.route_ids)
    if len(routes) < 2 and context.last_routes and _kinds(context.earlier) == {"route"}:
        routes = (*context.earlier, *context.last_routes[:1])
    if len(routes) > 1:
        fields = conditions.route_fields
        return replace(turn.query, intent="compare", routes=routes, fields=fields, topic="route")
    gyms = before.gyms
    if len(gyms) < 2:
        gyms = tuple(inherited(each, "gym") for each in context.gym_ids[: _COMPARABLE + 1])
    if len(gyms) < 2 and context.last_gyms and _kinds(context.earlier) == {"gym"}:
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
