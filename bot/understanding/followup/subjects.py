"""那 X 呢: the question of the turn before, asked about something else."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.schema import Claim
from bot.understanding.fields import find_fields
from bot.understanding.followup.overlay import overlay
from bot.understanding.followup.turn import GYM_INTENTS, SET_INTENTS
from bot.understanding.words import NAME
from knowledge.filters import RouteFilter

if TYPE_CHECKING:
    from bot.schema import Intent, Query
    from bot.understanding.fields import Subject
    from bot.understanding.followup.turn import Turn


def another_subject(turn: Turn) -> Query | None:
    """The question of the turn before about the thing that is named now."""
    query = turn.query
    elliptic = "elliptic" in turn.reading.cues or _corrects(turn) or _lies_there(turn)
    if not turn.reading.names or not (elliptic or (_bare(turn) and not _complete(turn))):
        return None
    if turn.before.intent == "clarify" and not _asks_itself(turn):
        return _answered(turn)
    if query.gyms and not query.routes:
        return _same_of_gym(turn)
    if query.routes:
        return _same_of_route(turn)
    return _same_of_place(turn) if query.places else None


_SLIPPED = re.compile(
    r"[錯错]|更正|手滑|[才]對|才对|改[成去]|不[是對对][，,啦]|改主意|改變主意|改变主意|[計计][畫划]改|行程改"
    r"|\b(?:wrong|oops|instead|rather|ended up|actually"
    r"|changed? (?:of |our |my )?(?:plans?|minds?))\b",
    re.IGNORECASE,
)
_SLIP_LONGEST = 24


def _corrects(turn: Turn) -> bool:
    """「選錯字了，X」 "we ended up at X instead": nothing is asked but of something else."""
    beside = turn.reading.lower
    return len(beside) <= _SLIP_LONGEST * 2 and bool(_SLIPPED.search(beside))


def _answered(turn: Turn) -> Query | None:
    """The question that waited for the name that is given now: 「這條多長」 asked which one."""
    query, before = turn.query, turn.before
    if not before.fields:
        return None
    if before.topic == "route" and query.routes:
        return replace(query, intent="fact", fields=before.fields, topic="")
    if before.topic == "gym" and query.gyms:
        days = query.days or before.days
        intent: Intent = "gym_info"
        if "hours" in before.fields or days:
            intent = "gym_hours"
        elif _PRICES & set(before.fields):
            intent = "gym_price"
        return replace(query, intent=intent, fields=before.fields, days=days, topic="")
    if before.topic == "place" and query.places:
        return replace(query, intent="crag_info", fields=before.fields, topic="")
    return None


_PRICES = frozenset({"price", "weekday", "weekend", "twilight", "shoes", "harness"})


def _bare(turn: Turn) -> bool:
    """Nothing but a name: 「墾丁？」."""
    asked, query = turn.conditions, turn.query
    fields = asked.crag_fields
    if query.routes or query.gyms:
        fields = asked.route_fields if query.routes else asked.gym_fields
    return not (_but_overview(fields) or asked.narrows_routes or query.days)


_SAME = re.compile(
    r"(?:一樣|一样|同樣|同样|相同)的?(?:級數|级数|難度|难度|條件|条件|問題|问题)?"
    r"|同(?:級|级|難度|难度|等級)|(?:同一?|那一?)天"
    r"|\bsame (?:day|time|grade|question|thing|filter|for)\b",
    re.IGNORECASE,
)
"""「一樣的級數 B 岩場呢」 asks for no property of B."""
_TELL = re.compile(
    r"介[紹绍]|[說说講讲聊][明]?一下|[說说講讲聊聽听]{2}|[說说講讲]明|怎[麼么]樣|怎么样|的?[資资](?:訊|料|讯)"
    r"|\btell (?:me|us) about\b|\bdescribe\b|\bintroduc|\bwhat is .* like\b|\binfo\b",
    re.IGNORECASE,
)


def _but_overview(fields: tuple[str, ...]) -> tuple[str, ...]:
    """The properties asked for by name: 「what about B」 is put like a wish to hear of it."""
    return tuple(field for field in fields if field != "overview")


def _complete(turn: Turn) -> bool:
    """Whether it says itself what it wants and of what: 「A 岩場有幾條路線」."""
    says_routes = ("路线", "线路", "routes", "climbs")
    return turn.asks_set and any(word in turn.reading.plain for word in says_routes)


def _asks_itself(turn: Turn) -> bool:
    own = turn.conditions.route_fields if turn.query.routes else turn.conditions.crag_fields
    if "similar" in turn.reading.cues or _SAME.search(turn.reading.text):
        own = ()
    converts = "convert" in turn.reading.cues and turn.conditions.systems
    own = _but_overview(_beside_slip(turn) if own and _corrects(turn) else own)
    told = _TELL.search(turn.reading.text)
    return turn.asks_set or bool("compare" in turn.reading.cues or converts or own or told)


def _beside_slip(turn: Turn) -> tuple[str, ...]:
    """The properties asked beside the words of a slip: 「說錯，我想知道 X 幾級」 asks the grade."""
    subject: Subject = "route" if turn.query.routes else "crag"
    folded, lower = (_SLIPPED.sub("", text) for text in (turn.reading.folded, turn.reading.lower))
    return find_fields(subject, folded, lower)


def _same_of_route(turn: Turn) -> Query | None:
    query, before = turn.query, turn.before
    if _asks_itself(turn):
        return None
    if before.intent in {"fact", "convert"}:
        return replace(
            before,
            routes=query.routes,
            places=query.places,
            grades=query.grades,
            claims=(),
            unknown=query.unknown,
            filter=RouteFilter(),
        )
    if before.intent == "compare" and before.routes:
        return replace(before, routes=(*before.routes[:1], *query.routes), unknown=query.unknown)
    return None


def _same_of_gym(turn: Turn) -> Query | None:
    query, before = turn.query, turn.before
    again = _SAME.search(turn.reading.text) and before.intent in GYM_INTENTS
    if not again and (turn.conditions.gym_fields or query.days or query.clock):
        if before.intent in GYM_INTENTS and query.intent == "gym_hours" and not query.days:
            return replace(query, days=before.days, clock=query.clock or before.clock)
        return None
    if before.intent == "compare" and before.gyms:
        return replace(before, gyms=(*before.gyms[:1], *query.gyms))
    if before.intent in GYM_INTENTS:
        return replace(before, gyms=query.gyms, unknown=query.unknown)
    return None


def _same_of_place(turn: Turn) -> Query | None:
    query, before = turn.query, turn.before
    asks_itself = _asks_itself(turn)
    of_route = _route_of_place(turn)
    if of_route is not None:
        return of_route
    if before.intent in SET_INTENTS:
        return _same_set_elsewhere(turn, asks_itself=asks_itself)
    if asks_itself:
        return None
    if before.intent in {"crag_info", "live", "safety"}:
        if before.topic in {"list", "visit"}:
            # 「A 岩場好嗎」 after where one could go
            before = replace(before, fields=("overview",), topic="")
        return replace(before, places=query.places, filter=query.filter, unknown=query.unknown)
    if before.intent == "compare" and before.places:
        return replace(before, places=(*before.places[:1], *query.places))
    return None


def _route_of_place(turn: Turn) -> Query | None:
    """What is asked of the route of the turn before where a place is named beside it."""
    before = turn.before
    if before.intent == "fact" and any(len(route.ids) > 1 for route in before.routes):
        return _same_name_there(turn)
    return _route_there(turn) if _lies_there(turn) else None


def _same_name_there(turn: Turn) -> Query:
    """「A 岩場那條」 after a name that several routes bear."""
    places = turn.query.places
    here = tuple(Claim("place", place.surface, value=place.ids[0]) for place in places)
    asked = turn.conditions.route_fields or turn.before.fields
    return replace(turn.before, places=places, claims=here, fields=asked)


_IS_IN = re.compile(
    f"^(?:那|所以|欸|應該|应该)*(?:它|他|牠|[這这那][條条])?(?:就|應該|应该|不)?是?(?:在|屬於|属于|位於|位于){NAME}"
    f"|^(?:and |so )?(?:is(?:n.t)? (?:it|that)|it.s|that.s) (?:in|at|on) {NAME}"
)


def _lies_there(turn: Turn) -> bool:
    """「它在 A 區對吧」 after one route: whether that one lies there."""
    asks = "yes_no" in turn.reading.cues and not turn.asks_set
    told = _IS_IN.search(turn.reading.folded) or _IS_IN.search(turn.reading.lower)
    one = len(turn.context.last_routes) == 1 and turn.before.intent == "fact"
    return bool(asks and told and one)


def _route_there(turn: Turn) -> Query:
    route, places = turn.context.last_routes[0], turn.query.places
    here = tuple(Claim("place", place.surface, value=place.ids[0]) for place in places)
    asked = turn.ask_route(route.ids)
    return replace(asked, intent="fact", fields=("location",), places=places, claims=here, topic="")


def _same_set_elsewhere(turn: Turn, *, asks_itself: bool) -> Query | None:
    """The conditions of the turn before, in another place."""
    query, before = turn.query, turn.before
    if before.intent == "recommend" and query.intent == "list" and _still_chosen(turn):
        return replace(query, intent="recommend", fields=())
    asks_other = query.intent not in SET_INTENTS or turn.conditions.narrows_routes
    if asks_itself and asks_other:
        return None
    here = query.filter
    moved = replace(
        overlay(before.filter, here),
        crag_ids=here.crag_ids,
        area_ids=here.area_ids,
        sector_ids=here.sector_ids,
        regions=(),
        cities=(),
        route_ids=(),
    )
    base = query if asks_itself else before
    if base.intent == "recommend" and "recommend" not in turn.reading.cues:
        base = replace(base, intent=before.intent)
    return replace(
        base, filter=moved, places=query.places, unknown=query.unknown, page=1, routes=()
    )


_LISTS = re.compile(
    r"哪些|列出|列一下|清[單单]|名[單单]|全部|所有|\b(?:list|which|what|all|every|show)\b",
    re.IGNORECASE,
)


def _still_chosen(turn: Turn) -> bool:
    """Whether routes are still to be chosen: "change of plan: trad at B" after a recommendation."""
    return _corrects(turn) and not _LISTS.search(turn.reading.text)
