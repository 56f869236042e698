"""Questions that point at what the turn before was about or showed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.understanding.examples import nearest_move
from bot.understanding.followup.turn import GYM_INTENTS, SET_INTENTS, inherited
from bot.understanding.placing import placed
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
    """第二條, the last one, 一開始問的那條: counted through what was shown, or talked about."""
    position, context = turn.conditions.ordinal, turn.context
    asked_first = bool(_ASKED_FIRST.search(turn.reading.text))
    if position is None and asked_first:
        position = 1
    if position is None and len(context.shown) > 1:
        position = _bare_place(turn)
    shown = context.shown or context.found
    if position is None or not shown or turn.reading.of_kind("route", "gym"):
        return None
    told = context.of_kind(shown[0].kind)
    if (asked_first or len(shown) == 1) and len(told) > 1 and position <= len(told):
        shown = told
    index = position - 1 if position > 0 else len(shown) - 1
    if index >= len(shown):
        return replace(turn.query, intent="clarify", topic="ordinal", limit=len(shown))
    meant = shown[index]
    return _asked_again(turn, meant)


_BARE_PLACE = re.compile(
    r"^(?:那|and |what about |how about )?(?:no\.? ?)?(?P<figure>\d{1,2})"
    r"\s?(?:呢|咧|號|号|\?| -|,|\.(?!\d)|(?:st|nd|rd|th)\b|(?=[在是誰谁多幾几]))"
    r"|\bthe (?P<nth>first|second|third|fourth|fifth|sixth|last)"
    r"(?! (?:ascent|time|cave|pitch|part))\b",
    re.IGNORECASE,
)
_NTHS = ("last", "first", "second", "third", "fourth", "fifth", "sixth")


def _bare_place(turn: Turn) -> int | None:
    """「3呢」, "how hard is the third": a place in the list that was shown."""
    found = None if turn.reading.names else _BARE_PLACE.search(turn.reading.text)
    if found is None:
        return None
    if found["figure"]:
        return int(found["figure"]) or None
    return _NTHS.index(found["nth"].lower()) or -1


_ASKED_FIRST = re.compile(
    r"(?:最?一開始|最?一开始|最早|最前面|最先|原本|最初|第一[個个]?)(?:我)?(?:[問问說说提聊講讲查]|的?那)"
    r"|\b(?:first|original) (?:one|route|climb|gym|place) "
    r"(?:that )?(?:i|we) (?:asked|mentioned|said)"
    r"|\b(?:going |get(?:ting)? )?back to the (?:first|original)",
    re.IGNORECASE,
)
"""Means what was asked about first, not what stood first in a list."""


def _asked_again(turn: Turn, meant: Mention) -> Query:
    """The question of that one; 「第二條呢」 asks what was asked of the one before."""
    fields, before = turn.before.fields, turn.before
    if meant.kind == "gym":
        if turn.conditions.gym_fields or before.intent not in GYM_INTENTS or turn.query.days:
            return turn.ask_gym(meant.ids)
        return replace(before, gyms=(meant,), unknown=())
    asked = turn.ask_route(meant.ids)
    leans = not turn.conditions.route_fields and before.intent == "fact"
    return replace(asked, fields=fields) if leans and fields else asked


_WHICH = re.compile(
    r"[哪那]一?[條条間间家個个邊边題题]|[誰谁]|差|比|[還还]是|一[樣样]|同級|同级|\b(?:which|who|what|difference|compare)\b",
    re.IGNORECASE,
)
_AGAINST = 2


def compared(turn: Turn) -> Query | None:
    """所以哪條難, so which one's cheaper: between the last two that were told of one by one."""
    reading, conditions = turn.reading, turn.conditions
    if reading.names or turn.query.unknown:
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
    place = _compares_place(turn)
    if place is not None:
        return place
    found = None
    if not routes and "條" in turn.reading.text and _kinds(turn.context.earlier) == {"route"}:
        # 「剛剛那條」 after a gym was talked about
        routes = turn.context.earlier
    several = _THEM.search(turn.reading.lower) and len(turn.before.routes) > 1
    ranked = turn.conditions.order and turn.before.intent in SET_INTENTS
    alone = not (
        turn.conditions.limit or several or ranked or _instead(turn) or _of_its_place(turn)
    )
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
    if query.intent == "convert" or (turn.conditions.systems and query.intent != "safety"):
        told = turn.before.grades if turn.before.intent not in _ONE_SUBJECT else ()
        asked = replace(query, intent="convert", grades=told, routes=() if told else routes)
        return asked if query.intent == "convert" else replace(asked, topic="")
    if query.intent == "safety":
        return replace(query, routes=routes)
    if _NEARBY.search(turn.reading.text) and not _of_something_else(turn):
        return replace(query, intent="list", topic="nearby", routes=routes, filter=RouteFilter())
    if "similar" in cues and turn.before.intent in _ONE_SUBJECT:
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


_ABOUT_A_PLACE: frozenset[Intent] = frozenset(
    {"crag_info", "list", "count", "superlative", "distribution", "recommend", "compare"}
)


def _compares_place(turn: Turn) -> Query | None:
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


_OF_PLACES = frozenset({"areas", "rock", "season", "approach", "parking", "transport", "amenities"})


def _of_its_place(turn: Turn) -> bool:
    """What areas does it have, after a set of routes: of the place, not of a route."""
    listed = turn.before.intent not in _ONE_SUBJECT and len(turn.context.route_ids) > 1
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
    routes = before.routes if before.intent in _ONE_SUBJECT else ()
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
