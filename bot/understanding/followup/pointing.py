"""Questions that point at what the turn before was about or showed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.understanding.followup.comparing import (
    compare_shown,
    compares_gyms,
    compares_place,
    compares_with_last,
    kinds,
)
from bot.understanding.followup.turn import GYM_INTENTS, ONE_SUBJECT, SET_INTENTS
from bot.understanding.words import NAME
from knowledge.filters import RouteFilter

if TYPE_CHECKING:
    from bot.schema import Intent, Mention, Query
    from bot.understanding.followup.turn import Turn

_VAGUE: frozenset[Intent] = frozenset(
    {"search", "knowledge", "fact", "crag_info", "out_of_domain", "gym_list", "safety", "list"}
)


_NEARBY = re.compile(
    r"旁[邊边]|附近|隔壁|同一?[區区面]|左右[兩两][邊边]"
    r"|nearby|next to|neighbou?r|same (?:wall|area)",
    re.IGNORECASE,
)


_WHY = re.compile(
    r"\W*(?:那)?(?:為什麼|为什么|為何|为何|為啥|为啥|怎麼說|怎么说|why(?: not| is that)?)\W*",
    re.IGNORECASE,
)


def reason(turn: Turn) -> Query | None:
    """為什麼, why: what the records say against the route or place of the turn before."""
    routes, places = turn.context.last_routes, turn.before.places
    listed = turn.context.found if turn.before.filter.flags else ()
    if turn.before.intent == "list" and listed and _OF_WARNINGS.fullmatch(turn.reading.text):
        asked = turn.ask_route(listed[0].ids)
        return replace(asked, intent="fact", fields=("hazards",), routes=listed[:_MANY], topic="")
    if not _WHY.fullmatch(turn.reading.text):
        return None
    if (routes and turn.before.intent in {"fact", "safety"}) or (
        turn.before.routes and turn.before.intent == "live"
    ):
        return replace(turn.ask_route(routes[0].ids), fields=("hazards",))
    if places and turn.before.intent in {"crag_info", "safety", "live"}:
        return replace(turn.query, intent="crag_info", places=places, fields=("hazards",), topic="")
    return None


_MANY = 10
"""Routes whose warnings are told at once."""
_OF_WARNINGS = re.compile(
    r"\s*(?:那|所以|是|都是)*(?:為什麼|为什么|為何|为何|為啥|怎麼會|怎么会|怎麼了|怎么了"
    r"|什麼原因|什么原因|原因(?:是|呢)?(?:什麼|什么)?"
    r"|(?:是)?(?:什麼時候|什么时候|何時|何时|哪時候|哪一?年|幾時)"
    r"(?:的事|發生的?|发生的?|開始的?|开始的?|封的?|掉的?|回報的?)?(?:事)?"
    r"|發生什麼事|发生什么事|why(?: is that| are they closed)?"
    r"|when (?:was|did) (?:that|it)(?: happen)?|how come|what happened)"
    r"(?:會這樣|会这样|這樣|这样|封閉|封闭|封|關|呢|啊|的|了|嗎)*\s*[?？。!！]*\s*",
    re.IGNORECASE,
)
"""Asks for what the records say against the routes that were listed for it."""


def pointed(turn: Turn) -> Query | None:
    """這條, 那間: the thing of the turn before, perhaps beside a new one."""
    query, cues = turn.query, turn.reading.cues
    routes, gyms = turn.context.last_routes, turn.context.last_gyms
    if compares_with_last(turn, routes):
        meant = routes if _THEM.search(turn.reading.lower) else routes[:1]
        others = tuple(each for each in meant if each.ids != query.routes[0].ids)
        return replace(query, intent="compare", routes=(*others, *query.routes), topic="route")
    if compares_gyms(turn, gyms):
        both = (*gyms[:1], *query.gyms)
        fields = turn.before.fields if query.fields in {("overview",), ()} else query.fields
        return replace(query, intent="compare", topic="gym", gyms=both, fields=fields)
    place = compares_place(turn)
    if place is not None:
        return place
    found = None
    if not routes and "條" in turn.reading.text and kinds(turn.context.earlier) == {"route"}:
        # 「剛剛那條」 after a gym was talked about
        routes = turn.context.earlier
    several = _THEM.search(turn.reading.lower) and len(turn.before.routes) > 1
    ranked = turn.conditions.order and turn.before.intent in SET_INTENTS
    alone = not (
        turn.conditions.limit or several or ranked or _instead(turn) or _of_its_place(turn)
    )
    if "that_route" in cues and routes and alone:
        found = _that_route(turn, routes)
    of_gym = "that_gym" in cues or (
        "that_route" in cues and turn.before.intent == "gym_list" and len(turn.context.gym_ids) == 1
    )
    if found is None and of_gym and gyms and not query.gyms and not query.places:
        found = turn.ask_gym(gyms[0].ids)
    return found


def asked_of_subject(turn: Turn) -> Query | None:
    """在哪一區, 幾顆 bolt, 多少錢: another property of what the turn before was about."""
    query = turn.query
    if turn.reading.names or query.unknown or turn.brings_own_set:
        return None
    if query.intent == "live" and not (query.places or query.gyms or _asks_gym(turn)):
        return replace(query, places=turn.before.places) if turn.before.places else None
    routes = turn.context.last_routes
    if "compare" in turn.reading.cues and len(turn.context.gym_ids) > 1:
        return compare_shown(turn)
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
    if query.intent == "convert" or (turn.conditions.systems and query.intent != "safety"):
        told = turn.before.grades if turn.before.intent not in ONE_SUBJECT else ()
        asked = replace(query, intent="convert", grades=told, routes=() if told else routes)
        return asked if query.intent == "convert" else replace(asked, topic="")
    if query.intent == "safety":
        return replace(query, routes=routes)
    if _NEARBY.search(turn.reading.text) and not _of_something_else(turn):
        return replace(query, intent="list", topic="nearby", routes=routes, filter=RouteFilter())
    if "similar" in cues and turn.before.intent in ONE_SUBJECT:
        return replace(query, intent="recommend", topic="similar", routes=routes[:1])
    return None


def _of_something_else(turn: Turn) -> bool:
    """「附近哪家牛肉麵好吃」 asks for no route."""
    rest = _NEARBY.sub("", turn.reading.text)
    asks_none = turn.query.intent == "out_of_domain" and not turn.asks_set
    return asks_none and len(rest) > _FEW and not _OF_ROUTES.search(rest)


_FEW = 4
_OF_ROUTES = re.compile(r"[線线條条爬攀岩]|route|climb|line", re.IGNORECASE)


def _asked_of_gym(turn: Turn) -> Query | None:
    if _asks_gym(turn):
        gyms = turn.context.last_gyms
        return turn.ask_gym(tuple(dict.fromkeys(each for gym in gyms for each in gym.ids)))
    return None


def _asked_of_route(turn: Turn, routes: tuple[Mention, ...]) -> Query | None:
    query, conditions = turn.query, turn.conditions
    if "compare" in turn.reading.cues or conditions.order:
        return compare_shown(turn)
    asks = bool(conditions.route_fields or turn.reading.grades or conditions.types)
    if routes and asks and _one_subject(turn):
        return turn.ask_route(tuple(dict.fromkeys(each for r in routes for each in r.ids)))
    if turn.before.places and conditions.crag_fields and query.intent in _VAGUE:
        return _of_place(turn)
    return turn.ask_route(turn.context.route_ids[:1]) if routes and asks else None


_THEM = re.compile(r"[它牠他她][們们]|\b(?:them|they|these|those)\b")
_INSTEAD = re.compile(r"那[條条題题](?:[呢咧勒]|換成|换成)\s*[：:，,]?|[呢咧勒]\s*[？?]?$")


_OF_PLACES = frozenset({"areas", "rock", "season", "approach", "parking", "transport", "amenities"})


def _of_its_place(turn: Turn) -> bool:
    """What areas does it have, after a set of routes: of the place, not of a route."""
    listed = turn.before.intent not in ONE_SUBJECT and len(turn.context.route_ids) > 1
    asked = set(turn.conditions.crag_fields)
    return bool(listed and turn.before.places and asked & _OF_PLACES)


def _instead(turn: Turn) -> bool:
    """「那條呢：X」 asks of X instead, not of both."""
    named = turn.query.routes and not turn.conditions.route_fields
    return bool(named and _INSTEAD.search(turn.reading.text))


def _with_own(turn: Turn, routes: tuple[Mention, ...], own: tuple[Mention, ...]) -> Query | None:
    """The route before beside the one that is named, unless the pointer means that one."""
    query, cues = turn.query, turn.reading.cues
    if _RESUMED.search(turn.reading.folded) and "compare" not in cues:
        return replace(query, intent="fact") if query.intent in _VAGUE else None
    compared = "compare" in cues or turn.conditions.order
    intent: Intent = "compare" if compared else "fact"
    return replace(query, intent=intent, routes=(*routes[:1], *own), unknown=())


_RESUMED = re.compile(
    f"(?<![跟和与及]){NAME}[^{NAME}跟和与比]*?(?:[这那]一?[条题线]|[它他牠])|^(?:还是说?|改问|不然){NAME}"
)
"""「還是說 X，那條在哪」 points at the name before it, and at nothing of the turn before."""


def _that_route(turn: Turn, routes: tuple[Mention, ...]) -> Query | None:
    query, cues = turn.query, turn.reading.cues
    own = tuple(route for route in query.routes if route.ids != routes[0].ids)
    if own:
        return _with_own(turn, routes, own)
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


def _asks_gym(turn: Turn) -> bool:
    about_gyms = turn.before.intent in GYM_INTENTS or not turn.context.last_routes
    asks = turn.conditions.gym_fields or turn.query.days or turn.query.clock
    return bool(turn.context.last_gyms and about_gyms and asks)


def _one_subject(turn: Turn) -> bool:
    return turn.before.intent in ONE_SUBJECT or len(turn.context.route_ids) == 1


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
