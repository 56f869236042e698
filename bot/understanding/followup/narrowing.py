"""那 5.11 的呢, 只要運攀, 有幾條: the set of the turn before, narrowed or asked another way."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.understanding.examples import nearest_operation
from bot.understanding.examples.asked import likely
from bot.understanding.followup.overlay import overlay
from bot.understanding.followup.turn import GYM_INTENTS, SET_INTENTS
from bot.understanding.shares import shared_over
from knowledge.filters import GradeRange, GymFilter, RouteFilter
from knowledge.grades import levels

if TYPE_CHECKING:
    from bot.schema import Intent, Query
    from bot.understanding.followup.turn import Turn

_STEP = 10
"""Scores: about one whole number of the YDS."""
_WITH_PLACE: frozenset[Intent] = frozenset({"crag_info", "fact", "live"})


_OF_THE_PLACE = frozenset({"areas", "approach", "parking", "transport", "rock", "amenities"})
"""Properties of a place that its routes do not have."""


def narrowed(turn: Turn) -> Query | None:
    """The set, the conversion or the opening hours of the turn before with what changed."""
    query, before = turn.query, turn.before
    if turn.reading.of_kind("route", "gym", "crag", "area", "sector") or query.unknown:
        return None
    if before.intent == "convert" and (query.grades or query.convert_to):
        return _other_conversion(turn)
    if "convert" in turn.reading.cues and turn.conditions.systems and _talked_of_grade(turn):
        # 「5.14a 算很難嗎」「換算成法標大概多少」
        systems = turn.conditions.systems
        return replace(query, intent="convert", topic="", grades=before.grades, convert_to=systems)
    return _shifted(turn) or _narrowed_gyms(turn) or _narrowed_set(turn)


def _talked_of_grade(turn: Turn) -> bool:
    """Whether the turn before was about a grade, and this one names none of its own."""
    return bool(turn.before.grades) and not (turn.before.routes or turn.query.grades)


_OF_LIST = re.compile(
    r"清單|清单|列表|名單|裡面|里面|其中|[剛刚]才?[剛刚]?那些|上面那些|哪[幾几][間间家條条個个]|哪些"
    r"|\b(?:the list|of those|of them|which ones|those)\b",
    re.IGNORECASE,
)


def of_the_list(turn: Turn) -> Query | None:
    """「裡面有淋浴的是哪幾間」 after one gym of a list: of that list again."""
    listed, reading = turn.context.listed, turn.reading
    about_one = turn.before.intent in GYM_INTENTS or turn.before.intent == "fact"
    named = reading.of_kind("route", "gym", "crag", "area", "sector") or turn.query.unknown
    if listed is None or not about_one or named or not _OF_LIST.search(reading.text):
        return None
    again = replace(turn, context=replace(turn.context, query=listed))
    if listed.intent == "gym_list":
        return _narrowed_gyms(again) if turn.query.intent not in {"live", "safety"} else None
    narrows = turn.conditions.narrows_routes or turn.conditions.order
    return _narrowed_set(again) if narrows else None


def _narrowed_gyms(turn: Turn) -> Query | None:
    query, before = turn.query, turn.before
    if before.intent in GYM_INTENTS and query.gym_order and len(_gym_ids(turn)) > 1:
        chosen = replace(query.gym_filter, gym_ids=_gym_ids(turn))
        return replace(query, intent="gym_list", gym_filter=chosen)
    if before.intent != "gym_list":
        return None
    return _narrow_gyms(turn) if narrows_gyms(turn) or _there(turn) else None


def _there(turn: Turn) -> bool:
    """「那邊有哪些岩館」 after a town was named."""
    town = turn.before.gym_filter
    return "that_place" in turn.reading.cues and bool(town.cities or town.districts or town.regions)


def _narrowed_set(turn: Turn) -> Query | None:
    query, before = turn.query, turn.before
    timed = query.days or query.clock
    if before.intent in GYM_INTENTS and timed and not turn.conditions.narrows_routes:
        return _another_day(turn)
    if before.intent == "gym_hours" and _SORT_OF_DAY.fullmatch(turn.reading.plain):
        # the hours of the whole week tell of every sort of day
        return replace(before, fields=("hours",), days=(), clock="")
    if before.intent in SET_INTENTS or (before.intent in _WITH_PLACE and before.places):
        return _narrow_routes(turn)
    return None


_SORT_OF_DAY = re.compile(
    "(?:那|那么|所以)?(?:平日|假日|周末|例假日|国定假日|连假|weekends?|weekdays?|holidays?"
    "|(?:and|on|whatabout|howabout)+(?:weekends?|weekdays?|holidays?))(?:的?呢|咧|的话|的)?(?:几点(?:开|关)?)?"
)
"""「假日呢」 after opening hours asks for hours, not for a ticket; on the key."""


_TICKETS = frozenset(
    ("price", "weekday", "weekend", "twilight", "rental", "shoes", "harness"),
)


def _another_day(turn: Turn) -> Query:
    """「週末呢」: the price on that day when the price was asked, else the hours."""
    query, before = turn.query, turn.before
    asked = turn.conditions.gym_fields
    if before.intent == "gym_price" and not query.clock and "hours" not in asked:
        return replace(before, days=query.days, fields=asked or ("price",))
    if asked and before.gyms and _TICKETS.issuperset(asked):
        # 「週末門票多少」 after the hours of the weekend asks for no hours
        return replace(before, intent="gym_price", fields=asked, days=query.days, clock="")
    clock = query.clock or before.clock
    return replace(before, intent="gym_hours", fields=("hours",), days=query.days, clock=clock)


def _gym_ids(turn: Turn) -> tuple[str, ...]:
    """The gyms that the turn before was about."""
    return tuple(dict.fromkeys(i for gym in turn.before.gyms for i in gym.ids))


def _shifted(turn: Turn) -> Query | None:
    """簡單一點, 再難一點: the same set, beyond the easier or the harder end of its grades."""
    cues, before = turn.reading.cues, turn.before
    grade = before.filter.grade
    if before.intent not in SET_INTENTS or not cues & {"easier", "harder"} or turn.query.grades:
        return None
    if grade is None:
        level = levels("free")["beginner" if "easier" in cues else "advanced"]
        return replace(before, filter=replace(before.filter, grade=level), page=1)
    if "easier" in cues and grade.lo is not None:
        moved = GradeRange(
            grade.group, max(0, grade.lo - _STEP), grade.lo - 1, _plainer(grade.text, "簡單")
        )
    elif "harder" in cues and grade.hi is not None:
        moved = GradeRange(grade.group, grade.hi + 1, grade.hi + _STEP, _plainer(grade.text, "難"))
    else:
        return None
    return replace(before, filter=replace(before.filter, grade=moved), grade_ranges=(), page=1)


def _plainer(text: str, direction: str) -> str:
    """How to say a shifted range, also when it was shifted before."""
    core = re.sub(r"^(?:比 )?(?:約 )?| (?:簡單|難)$", "", text)
    return f"比 {core} {direction}"


def _other_conversion(turn: Turn) -> Query:
    query, before = turn.query, turn.before
    wanted = query.convert_to or before.convert_to
    if not query.convert_to and query.grades and query.grades[0].system in wanted:
        # 「反過來 7b 是多少」: into the system that was converted from
        wanted = tuple(dict.fromkeys(grade.system for grade in before.grades))
    return replace(
        before,
        grades=query.grades or before.grades,
        routes=() if query.grades else before.routes,
        convert_to=wanted,
        topic="" if before.topic == "compare" or query.convert_to else before.topic,
    )


def _narrow_routes(turn: Turn) -> Query | None:
    conditions, before, query = turn.conditions, turn.before, turn.query
    changes = turn.asks_set or conditions.narrows_routes or conditions.seasons
    if query.limit and before.intent in {"superlative", "recommend"}:
        # 「前三名是哪三條」「兩條就好」
        changes = True
    if not changes or turn.brings_own_set:
        return None
    of_place = set(conditions.crag_fields) & _OF_THE_PLACE
    if of_place and before.places and not conditions.narrows_routes:
        return None
    if "season" in conditions.crag_fields and not conditions.narrows_routes and before.places:
        return None
    if before.intent in {"fact", "compare"} and len(before.routes) > 1 and conditions.order:
        return None
    intent = _asked_set(turn) if turn.asks_set else before.intent
    if before.intent == "superlative" and intent == "list" and _TOP.search(turn.reading.text):
        intent = "superlative"
    if intent not in SET_INTENTS:
        intent = query.intent if query.intent in SET_INTENTS else "list"
    same = intent == before.intent
    return replace(
        before,
        intent=intent,
        filter=_merged(turn, intent),
        grade_ranges=query.grade_ranges if conditions.grades else before.grade_ranges,
        order=conditions.order
        if turn.asks_set and intent != "superlative"
        else (conditions.order or before.order),
        limit=query.limit if query.limit is not None else (before.limit if same else None),
        fields=before.fields if same else query.fields,
        topic=_topic(turn, intent),
        styles_asked=(*before.styles_asked, *query.styles_asked),
        page=1,
        routes=(),
        claims=(),
        unknown=(),
    )


_TOP = re.compile(r"前[一二三四五六七八九十\d]+|\btop \w+", re.IGNORECASE)


def _topic(turn: Turn, intent: Intent) -> str:
    """「改成按型態統計」: what the routes are counted by now."""
    if not turn.asks_set:
        return turn.before.topic
    if intent == "distribution" and turn.query.intent != "distribution":
        over = shared_over(turn.reading)
        if over:
            return "" if over == "grade" else over
        counted = nearest_operation(turn.reading.folded, turn.reading.lower).kind
        return {"distribution/type": "type", "distribution/area": "area"}.get(counted, "")
    return turn.query.topic if turn.query.intent in SET_INTENTS else ""


def _merged(turn: Turn, intent: Intent) -> RouteFilter:
    before, conditions = turn.before, turn.conditions
    own = turn.query.filter
    merged = overlay(before.filter, own)
    if conditions.years:
        merged = replace(merged, year_min=own.year_min, year_max=own.year_max)
    if not (merged.crag_ids or merged.area_ids or merged.sector_ids):
        crags = tuple(i for place in before.places if place.kind == "crag" for i in place.ids)
        merged = replace(merged, crag_ids=crags)
    ranks_grade = conditions.order is not None and conditions.order.key == "grade"
    among = _AMONG.search(turn.reading.text)
    if intent == "superlative" and ranks_grade and not (conditions.grades or among):
        # 「最難的呢」 after a list of 5.10a means the whole place
        merged = replace(merged, grade=None)
    return merged


_AMONG = re.compile(
    "其中|當中|当中|[這这那]些[裡里]|[裡里]面|\\b(?:of|among) (?:those|these|them)\\b",
    re.IGNORECASE,
)
"""「其中最難的」 is one of those that were told."""
_CHOOSES = 0.7
"""Likelihood from which 「你會爬哪幾條」 asks for a choice, whatever list stands in it."""


def _asked_set(turn: Turn) -> Intent:
    """What is wanted of a set that the turn before described."""
    cues = turn.reading.cues
    if turn.conditions.order is not None:
        return "superlative"
    if "distribution" in cues or turn.query.intent == "distribution":
        return "distribution"
    weak = turn.before.intent == "recommend" and "recommend_weak" in cues
    chosen = likely(turn.reading.lower)["recommend"] >= _CHOOSES
    if "recommend" in cues or chosen or (weak and not cues & {"list", "count"}):
        return "recommend"
    return "count" if "count" in cues else "list"


def narrows_gyms(turn: Turn) -> bool:
    """Whether the question says which gyms are wanted: a town, a facility, a day."""
    query = turn.query
    plain = GymFilter(price_key=query.gym_filter.price_key)
    changed = query.gym_filter != plain or query.gym_order or query.days or query.clock
    return bool(changed or turn.conditions.gym_types)


def _narrow_gyms(turn: Turn) -> Query:
    query, before = turn.query, turn.before
    own = query.gym_filter
    merged = overlay(before.gym_filter, own)
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
