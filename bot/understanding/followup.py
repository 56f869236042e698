"""Questions that lean on the turn before: 「那 5.11 的呢？」「在哪一區？」「第二條」「換墾丁」.

``Context`` is what the last turn asked and showed. A question leans when it points (這條、那間、there), counts through
what was shown (第二條、下一頁), or names no subject of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, TypeVar

from bot.schema import Intent, Mention, Query
from bot.understanding.intents import gym_intent
from knowledge.filters import GymFilter, RouteFilter, RouteOrderBy

if TYPE_CHECKING:
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading

SET_INTENTS: frozenset[Intent] = frozenset(
    {"list", "count", "superlative", "distribution", "recommend"}
)
GYM_INTENTS: frozenset[Intent] = frozenset({"gym_info", "gym_hours", "gym_price"})
_ALONE: frozenset[Intent] = frozenset(
    {"emergency", "medical", "personal", "greeting", "thanks", "help", "community"}
)
_SUBJECT_FIRST = frozenset({"fact", "convert", "safety", "compare"})
_RANKED_BY_ITSELF = {"grade": "grade", "length": "length", "bolts": "bolts"}


@dataclass(frozen=True, slots=True)
class Context:
    """The turn before: its question as understood, and what the answer showed, in order."""

    query: Query
    route_ids: tuple[str, ...] = ()
    gym_ids: tuple[str, ...] = ()


def resolve(query: Query, reading: Reading, conditions: Conditions, context: Context) -> Query:
    """The question with what it takes over from the turn before; itself when it stands alone."""
    if query.intent in _ALONE:
        return query
    for rule in (_next_page, _ordinal, _pointed, _another_subject, _narrowed, _asked_of_subject):
        resolved = rule(query, reading, conditions, context)
        if resolved is not None:
            return replace(resolved, inherited=True, language=query.language, text=query.text)
    return query


def _next_page(
    query: Query, reading: Reading, conditions: Conditions, context: Context
) -> Query | None:
    before = context.query
    if reading.names or conditions.narrows_routes or not reading.cues & {"more", "another"}:
        return None
    if before.intent in {"list", "gym_list", "recommend"} and len(reading.plain) <= 24:
        return replace(before, page=before.page + 1)
    return None


def _ordinal(
    query: Query, reading: Reading, conditions: Conditions, context: Context
) -> Query | None:
    position = conditions.ordinal
    if position is None or reading.of_kind("route", "gym"):
        return None
    shown = context.route_ids or context.gym_ids
    if not shown:
        return None
    index = position - 1 if position > 0 else len(shown) - 1
    if index >= len(shown):
        return replace(query, intent="clarify", topic="ordinal", limit=len(shown))
    if context.route_ids:
        return _ask_route(query, conditions, (shown[index],))
    return _ask_gym(query, reading, conditions, (shown[index],))


def _pointed(
    query: Query, reading: Reading, conditions: Conditions, context: Context
) -> Query | None:
    """這條、那間、那裡: the thing of the turn before, perhaps beside a new one."""
    cues = reading.cues
    routes = _last_routes(context)
    if "that_route" in cues and routes and not conditions.limit:
        own = tuple(route for route in query.routes if route.ids != routes[0].ids)
        if own:
            intent: Intent = "compare" if cues & {"compare"} or conditions.order else "fact"
            return replace(query, intent=intent, routes=(*routes[:1], *own), unknown=())
        if not query.routes and not query.places and not query.gyms:
            if query.intent in {"convert", "safety"}:
                return replace(query, routes=routes, unknown=())
            if "similar" in cues:
                return replace(
                    query, intent="recommend", topic="similar", routes=routes[:1], unknown=()
                )
            if not conditions.narrows_routes or conditions.route_fields or "yes_no" in cues:
                return _ask_route(query, conditions, routes[0].ids)
    gyms = _last_gyms(context)
    if "that_gym" in cues and gyms and not query.gyms and not query.places:
        return _ask_gym(query, reading, conditions, gyms[0].ids)
    return None


def _another_subject(
    query: Query, reading: Reading, conditions: Conditions, context: Context
) -> Query | None:
    """那 X 呢: the same question about another thing."""
    before = context.query
    if not reading.names or not (reading.cues & {"elliptic"} or _bare(query, conditions)):
        return None
    asks_itself = _has_own_question(query, reading, conditions)
    if query.gyms and not query.routes:
        return _same_of_gym(query, conditions, before)
    if query.routes and not asks_itself and before.intent in {"fact", "convert"}:
        return replace(
            before,
            routes=query.routes,
            places=query.places,
            claims=(),
            unknown=query.unknown,
            filter=RouteFilter(),
        )
    if query.routes and not asks_itself and before.intent == "compare" and before.routes:
        return replace(before, routes=(*before.routes[:1], *query.routes), unknown=query.unknown)
    if query.places and not query.routes:
        return _same_of_place(query, conditions, before, asks_itself=asks_itself)
    return None


def _same_of_gym(query: Query, conditions: Conditions, before: Query) -> Query | None:
    if conditions.gym_fields or query.days or query.clock:
        if before.intent in GYM_INTENTS and query.intent == "gym_hours" and not query.days:
            return replace(query, days=before.days, clock=query.clock or before.clock)
        return None
    if before.intent == "compare" and before.gyms:
        return replace(before, gyms=(*before.gyms[:1], *query.gyms))
    if before.intent in GYM_INTENTS:
        return replace(before, gyms=query.gyms, unknown=query.unknown)
    return None


def _same_of_place(
    query: Query, conditions: Conditions, before: Query, *, asks_itself: bool
) -> Query | None:
    if before.intent in SET_INTENTS and not (
        asks_itself and query.intent in SET_INTENTS and conditions.narrows_routes
    ):
        if asks_itself and query.intent not in SET_INTENTS:
            return None
        merged = _overlay(before.filter, query.filter)
        merged = replace(
            merged,
            crag_ids=query.filter.crag_ids,
            area_ids=query.filter.area_ids,
            sector_ids=query.filter.sector_ids,
            regions=(),
            cities=(),
            route_ids=(),
        )
        intent = query.intent if asks_itself else before.intent
        base = query if asks_itself else before
        return replace(
            base,
            intent=intent,
            filter=merged,
            places=query.places,
            unknown=query.unknown,
            page=1,
            routes=(),
        )
    if before.intent in {"crag_info", "live", "safety"} and not asks_itself:
        return replace(before, places=query.places, filter=query.filter, unknown=query.unknown)
    if before.intent == "compare" and before.places and not asks_itself:
        return replace(before, places=(*before.places[:1], *query.places))
    if before.intent == "gym_list":
        return None
    return None


def _narrowed(
    query: Query, reading: Reading, conditions: Conditions, context: Context
) -> Query | None:
    """那 5.11 的呢、只要運攀、有幾條: the same set, narrowed, or asked another way."""
    before = context.query
    if reading.of_kind("route", "gym", "crag", "area", "sector") or query.unknown:
        return None
    if before.intent == "convert" and (query.grades or query.convert_to):
        return replace(
            before,
            grades=query.grades or before.grades,
            routes=() if query.grades else before.routes,
            convert_to=query.convert_to or before.convert_to,
            topic=before.topic if before.topic != "compare" else "",
        )
    if before.intent == "gym_list" and _narrows_gyms(query, conditions):
        return _narrow_gyms(query, conditions, before)
    if (
        before.intent in GYM_INTENTS
        and (query.days or query.clock)
        and not conditions.narrows_routes
    ):
        return replace(
            before,
            intent="gym_hours",
            fields=("hours",),
            days=query.days,
            clock=query.clock or before.clock,
        )
    if before.intent in SET_INTENTS or (
        before.intent in {"crag_info", "fact", "live"} and before.places
    ):
        return _narrow_routes(query, reading, conditions, before)
    return None


def _narrow_routes(
    query: Query, reading: Reading, conditions: Conditions, before: Query
) -> Query | None:
    cues = reading.cues
    asks_set = (
        cues & {"list", "count", "recommend", "distribution", "recommend_weak"} or conditions.order
    )
    one_thing = conditions.route_fields and not asks_set and not conditions.narrows_routes
    if one_thing or not (asks_set or conditions.narrows_routes or conditions.seasons):
        return None
    if _standalone_topic(reading, conditions):
        return None
    merged = _overlay(before.filter, query.filter)
    if merged.crag_ids or merged.area_ids or merged.sector_ids:
        pass
    elif before.places:
        merged = replace(
            merged, crag_ids=tuple(i for m in before.places if m.kind == "crag" for i in m.ids)
        )
    intent = _asked_set(reading, conditions) if asks_set else before.intent
    if intent not in SET_INTENTS:
        intent = query.intent if query.intent in SET_INTENTS else "list"
    order = conditions.order if asks_set else (conditions.order or before.order)
    if order is not None and intent == "superlative":
        merged = _without_ranked(merged, order, conditions)
    return replace(
        before,
        intent=intent,
        filter=merged,
        grade_ranges=query.grade_ranges or (() if conditions.grades else before.grade_ranges),
        order=order,
        limit=query.limit
        if query.limit is not None
        else (before.limit if intent == before.intent else None),
        fields=query.fields if intent != before.intent else before.fields,
        topic=query.topic if asks_set else before.topic,
        styles_asked=(*before.styles_asked, *query.styles_asked),
        page=1,
        routes=(),
        claims=(),
        unknown=(),
    )


def _asked_set(reading: Reading, conditions: Conditions) -> Intent:
    """What is wanted of a set that the turn before described."""
    cues = reading.cues
    if conditions.order is not None:
        return "superlative"
    if "distribution" in cues:
        return "distribution"
    if "recommend" in cues:
        return "recommend"
    return "count" if "count" in cues else "list"


def _narrow_gyms(query: Query, conditions: Conditions, before: Query) -> Query:
    own = query.gym_filter
    merged = _overlay(before.gym_filter, own)
    if own.cities or own.districts or own.regions:
        merged = replace(merged, cities=own.cities, districts=own.districts, regions=own.regions)
    return replace(
        before,
        gym_filter=merged,
        gym_order=query.gym_order or before.gym_order,
        descending=query.descending if query.gym_order else before.descending,
        days=query.days or before.days,
        clock=query.clock or before.clock,
        fields=query.fields or before.fields,
        limit=query.limit if query.limit is not None else before.limit,
        page=1,
    )


def _asked_of_subject(
    query: Query, reading: Reading, conditions: Conditions, context: Context
) -> Query | None:
    """在哪一區、幾顆 bolt、多少錢: another property of what the turn before was about."""
    if reading.names or query.unknown or _standalone_topic(reading, conditions):
        return None
    routes, gyms = _last_routes(context), _last_gyms(context)
    before = context.query
    if (
        query.intent in {"convert", "safety"}
        and routes
        and (query.intent == "safety" or not query.grades)
    ):
        return replace(query, routes=routes)
    if (
        gyms
        and (before.intent in GYM_INTENTS or not routes)
        and (conditions.gym_fields or query.days or query.clock)
    ):
        return _ask_gym(
            query,
            reading,
            conditions,
            gyms[0].ids if len(gyms) == 1 else tuple(i for gym in gyms for i in gym.ids),
        )
    if "compare" in reading.cues or conditions.order:
        return _compare_shown(query, conditions, context)
    asks = conditions.route_fields or reading.grades or conditions.types
    if (
        routes
        and asks
        and (
            before.intent in _SUBJECT_FIRST
            or len(context.route_ids) == 1
            or before.intent == "superlative"
        )
    ):
        ids = tuple(dict.fromkeys(i for route in routes for i in route.ids))
        return _ask_route(query, conditions, ids)
    if (
        before.places
        and conditions.crag_fields
        and query.intent
        in {"search", "knowledge", "fact", "crag_info", "out_of_domain", "gym_list", "safety"}
    ):
        return replace(
            query,
            intent="crag_info",
            places=before.places,
            fields=conditions.crag_fields,
            filter=before.filter,
            topic="",
        )
    if routes and asks:
        return _ask_route(query, conditions, context.route_ids[:1])
    return None


def _compare_shown(query: Query, conditions: Conditions, context: Context) -> Query | None:
    before = context.query
    if len(before.routes) > 1 or 1 < len(context.route_ids) <= 3:
        routes = (
            before.routes
            if len(before.routes) > 1
            else tuple(_inherited(i) for i in context.route_ids)
        )
        return replace(
            query, intent="compare", routes=routes, fields=conditions.route_fields, topic="route"
        )
    gyms = (
        before.gyms
        if len(before.gyms) > 1
        else tuple(_inherited(i, "gym") for i in context.gym_ids[:4])
    )
    if len(gyms) > 1:
        return replace(
            query, intent="compare", gyms=gyms, fields=conditions.gym_fields, topic="gym"
        )
    return None


def _ask_route(query: Query, conditions: Conditions, ids: tuple[str, ...]) -> Query:
    intent: Intent = query.intent if query.intent in {"convert", "safety"} else "fact"
    mentions = tuple(_inherited(route_id) for route_id in ids)
    fields = conditions.route_fields or ("overview",)
    return replace(
        query,
        intent=intent,
        routes=mentions,
        fields=fields,
        filter=RouteFilter(),
        unknown=(),
        order=None,
        limit=None,
    )


def _ask_gym(query: Query, reading: Reading, conditions: Conditions, ids: tuple[str, ...]) -> Query:
    fields = conditions.gym_fields or (("hours",) if query.days or query.clock else ("overview",))
    return replace(
        query,
        intent=gym_intent(reading, conditions),
        gyms=tuple(_inherited(gym_id, "gym") for gym_id in ids),
        fields=fields,
        gym_filter=GymFilter(),
        unknown=(),
    )


def _inherited(record_id: str, kind: str = "route") -> Mention:
    return Mention(
        surface="", kind="gym" if kind == "gym" else "route", ids=(record_id,), how="inherited"
    )


def _last_routes(context: Context) -> tuple[Mention, ...]:
    if context.query.routes and context.query.intent in {"fact", "convert", "safety", "compare"}:
        return context.query.routes
    return tuple(_inherited(route_id) for route_id in context.route_ids[:1])


def _last_gyms(context: Context) -> tuple[Mention, ...]:
    if context.query.gyms:
        return context.query.gyms
    return tuple(_inherited(gym_id, "gym") for gym_id in context.gym_ids[:1])


def _bare(query: Query, conditions: Conditions) -> bool:
    """Nothing but a name: 「墾丁？」."""
    return not (
        conditions.route_fields
        or conditions.crag_fields
        or conditions.gym_fields
        or conditions.narrows_routes
        or query.days
    )


def _has_own_question(query: Query, reading: Reading, conditions: Conditions) -> bool:
    asks = (
        reading.cues & {"list", "count", "recommend", "distribution", "compare", "convert"}
        or conditions.order
    )
    own_fields = conditions.route_fields if query.routes else conditions.crag_fields
    return bool(asks or own_fields)


def _standalone_topic(reading: Reading, conditions: Conditions) -> bool:
    """Whether the question brings a subject of its own, such as all gyms or all crags."""
    return bool(
        reading.cues & {"gym"}
        and (conditions.cities or conditions.regions or reading.cues & {"list", "count"})
    ) or bool(
        "crag" in reading.cues
        and reading.cues & {"list", "count"}
        and not conditions.narrows_routes
    )


def _narrows_gyms(query: Query, conditions: Conditions) -> bool:
    return bool(
        query.gym_filter != GymFilter(price_key=query.gym_filter.price_key)
        or query.gym_order
        or query.days
        or query.clock
        or conditions.gym_types
    )


Filter = TypeVar("Filter", RouteFilter, GymFilter)


def _overlay(base: Filter, over: Filter) -> Filter:
    """The base filter with every field that the other one sets."""
    plain = type(over)()
    changed = {
        item.name: getattr(over, item.name)
        for item in fields(over)
        if getattr(over, item.name) != getattr(plain, item.name)
    }
    return replace(base, **changed)


def _without_ranked(
    merged: RouteFilter, order: RouteOrderBy, conditions: Conditions
) -> RouteFilter:
    """Drop an inherited grade when the hardest is asked: 「最難的呢」 after a list of 5.10a means the whole place."""
    if _RANKED_BY_ITSELF.get(order.key) == "grade" and not conditions.grades:
        return replace(merged, grade=None)
    return merged
