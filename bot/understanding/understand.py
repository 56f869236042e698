"""Question and conversation to a typed query: the same words on the same day, the same query."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.personal import ACTIONS
from bot.schema import Mention, Query
from bot.understanding.about_records import asks_records, shows_record
from bot.understanding.by_example import by_operation
from bot.understanding.claims import claims_a_place, claims_of
from bot.understanding.comparatives import asks_bounds, compared_alone, measured, measures_two
from bot.understanding.conditions import Conditions, gather, route_filter
from bot.understanding.crisis import speaks_of_dying
from bot.understanding.followup import Context, of_that_person, resolve, without_asides
from bot.understanding.gym_wishes import gyms_wanted, on_such_a_day, with_ticket
from bot.understanding.intents import (
    Decision,
    decide,
    plainly,
    tells_of_records,
    with_verdict,
    without_log_words,
)
from bot.understanding.leftover import content
from bot.understanding.long_messages import to_the_point
from bot.understanding.news import find_news
from bot.understanding.operations import find_operation, works_out
from bot.understanding.personal import (
    Tools,
    around,
    as_of_log,
    deed_asked,
    only_words,
    personal_log,
    wanted,
)
from bot.understanding.place_asked import place_asked, surely_of_place
from bot.understanding.placing import mention_of, placed, places_of
from bot.understanding.pointing_at_nothing import asks_back
from bot.understanding.properties import noticing_leftover
from bot.understanding.reading import Reading, read
from bot.understanding.rereading import in_dialogue
from bot.understanding.route_asked import route_asked, says_enough
from bot.understanding.unheld import find_unheld
from bot.understanding.way_asked import of_the_way
from bot.understanding.whose import (
    SETS,
    after_log,
    asks_catalogue,
    asks_of_others,
    asks_opening,
    counts_catalogue,
    counts_held,
    goes_on,
    is_no_log,
    narrows_set,
    ranks_catalogue,
    speaks_of_a_log,
    surely_own,
    tells_a_plan,
    tells_of_nobody,
    wishes_routes,
)
from bot.understanding.wishing import tells_a_wish, wishes_no_log
from knowledge.dates import hours_key
from knowledge.gazetteer import Gazetteer, Scope
from knowledge.grades import levels

if TYPE_CHECKING:
    from bot.personal import LogQuery
    from bot.schema import MentionKind
    from bot.understanding.vocabulary import Vocabulary
    from knowledge.dates import DateMention
    from knowledge.filters import RouteFilter
    from knowledge.schema import NoticeKind, RouteType

_LONGEST_WINDOW = 62
"""Days; of longer windows a query holds the ends only."""


_OF_A_LOG = 0.5
"""Likelihood that a message is about no log below which it is read as a whole."""


def understand(
    text: str,
    *,
    today: date,
    gazetteer: Gazetteer,
    vocabulary: Vocabulary,
    context: Context | None = None,
    now: str = "",
) -> Query:
    """The typed query of a question.

    Args:
        text: The question as written.
        today: The Taipei day it was asked on.
        gazetteer: Names of the loaded records.
        vocabulary: Cities, people and facilities of the loaded records.
        context: The turn before, when there was one.
        now: Taipei time as ``HH:MM`` for 「現在」; empty when the caller has no clock.
    """
    written = text
    if context is not None and context.query.log is None:
        text = without_asides(text, gazetteer.spelt)
    scope = _scope(context)

    def read_part(part: str) -> Reading:
        return read(part, today, gazetteer, vocabulary, scope)

    reading = read_part(text)
    if speaks_of_dying(written, (name.surface for name in reading.names)):
        return Query(intent="emergency", topic="crisis", language=reading.language, text=written)
    if context is not None:
        reading = in_dialogue(reading, context, read_part)
    point = to_the_point(reading, read_part, lambda part: gather(part, vocabulary))
    told = wanted(reading)["none"] < _OF_A_LOG
    if point is not None and not (told or reading.cues & {"emergency", "medical", "personal"}):
        reading = point
    about_people = context is not None and bool(context.query.filter.first_ascent)
    about_routes = context is not None and context.query.intent in SETS
    conditions = gather(reading, vocabulary, about_people=about_people, about_routes=about_routes)
    tools = Tools(vocabulary.route_names, gazetteer, today, read_part, around(context))
    reading = without_log_words(reading, conditions)
    log = personal_log(reading, conditions, tools, context.query.log if context else None)
    own = as_of_log(reading) if log is not None else reading
    computes = log is not None and (
        works_out(reading, conditions) or of_that_person(reading, context)
    )
    if (
        log is not None
        and not _of_no_log(log, reading, conditions, context)
        and (
            (log.ask not in ACTIONS and deed_asked(own, tools))
            or (not computes and _means_log(log, reading, own, conditions, context, today))
        )
    ):
        query = _of_the_log(log, reading, conditions, vocabulary)
        return _of_the_set_before(query, reading, context)
    query, conditions = _of_the_catalogue(reading, conditions, vocabulary, alone=context is None)
    if query.intent == "personal" and log is not None and speaks_of_a_log(own):
        # of a log all the same: it is asked what the words ask of one
        return _of_the_log(log, reading, conditions, vocabulary)
    query = on_such_a_day(_right_now(query, reading, today, now), reading, today)
    if context is not None:
        query = resolve(query, reading, conditions, context)
    query = of_the_way(query, reading, context)
    query = asks_back(query, reading, conditions)
    query = replace(query, unheld=find_unheld(reading, query))
    if query.intent in {"greeting", "thanks"} and not _HAN.search(written):
        query = replace(query, language="en" if _LATIN.search(written.casefold()) else "zh")
    return query if query.text != reading.text else replace(query, text=written)


def _of_no_log(
    log: LogQuery, reading: Reading, conditions: Conditions, context: Context | None
) -> bool:
    """Whether what is asked leaves no doubt, whatever words of a log stand in it."""
    return bool(
        (context is None and surely_of_place(reading, conditions))
        or measures_two(reading)
        or plainly(reading, conditions) is not None
        or counts_held(reading, conditions)
        or shows_record(reading)
        or tells_of_records(reading, conditions)
        or (not after_log(reading, context) and asks_records(log, reading, conditions))
    )


def _means_log(
    log: LogQuery,
    reading: Reading,
    own: Reading,
    conditions: Conditions,
    context: Context | None,
    today: date,
) -> bool:
    """Whether the log is meant after all, where words of one stand in the message."""
    after = after_log(reading, context)
    if narrows_set(log, reading, context) or (
        not after and wishes_routes(log, reading, conditions)
    ):
        return False
    plans = not after and tells_a_plan(log, reading, today)
    if plans or tells_a_wish(log, reading, conditions):
        # 「今年」 after a question to the log is no plan
        return False
    if not after and is_no_log(log, own, conditions):
        return False
    of_nobody = tells_of_nobody(log, reading, context)
    if surely_own(log, own, reading, conditions) and not of_nobody:
        return True
    return not (
        of_nobody
        or (not after and asks_of_others(log, own, conditions))
        or ranks_catalogue(log, reading, conditions, context)
        or asks_catalogue(log, reading, conditions)
        or counts_catalogue(log, reading, context)
        or goes_on(log, reading, context)
        or asks_opening(reading, conditions, today)
        or (not after and wishes_no_log(log, reading, conditions))
    )


_OF_PLACES = frozenset(
    {"superlative", "list", "count", "crag_info", "distribution", "recommend", "search"}
)
_OF_A_ROUTE = frozenset({"fact", "search", "knowledge", "out_of_domain"})


def _of_the_catalogue(
    reading: Reading, conditions: Conditions, vocabulary: Vocabulary, *, alone: bool
) -> tuple[Query, Conditions]:
    """A query about the catalogue, and the conditions as they are meant in it."""
    decided = decide(reading, conditions)
    bounds = decided.intent in _OF_PLACES and asks_bounds(reading)
    plain = decided == plainly(reading, conditions)
    operation = None if bounds or plain else find_operation(reading, conditions, decided)
    if plain:
        decision = decided
    elif operation is not None:
        decision = operation.decision
    elif decided.intent in _OF_A_ROUTE and claims_a_place(reading, conditions):
        decision, conditions = Decision("fact"), replace(conditions, route_fields=("location",))
    elif bounds:
        decision = Decision("crag_info")
        conditions = replace(conditions, crag_fields=("grades",), order=None)
    else:
        decision, conditions = _by_examples(decided, reading, conditions, alone=alone)
        decision = with_verdict(decision, reading, conditions)
    if decision == Decision("compare", "route") and not conditions.route_fields:
        conditions = replace(conditions, route_fields=measured(reading))
    query = _query(reading, conditions, decision, vocabulary)
    return (query if operation is None else operation.applied(query)), conditions


def _of_the_log(
    log: LogQuery, reading: Reading, conditions: Conditions, vocabulary: Vocabulary
) -> Query:
    """A query about the asker's own log; with the catalogue where both are asked together."""
    decision = Decision("personal", log.ask)
    if log.ask == "recommend":
        plain = decide(reading, conditions)
        decision = plain if plain.intent == "recommend" else Decision("recommend")
    if log.ask == "unclimbed":
        wants = "recommend" in reading.cues
        decision = Decision("recommend" if wants else "count" if _counts(reading) else "list")
    query = replace(_query(reading, conditions, decision, vocabulary), log=log)
    query = _with_inherited_place(query, log)
    out = log.filter.without
    if out is not None and out.crag_ids and query.intent == "personal":
        # what is left out is named in the answer
        query = replace(query, places=(*query.places, Mention("", "crag", out.crag_ids)))
    if log.ask in {"unclimbed", "recommend"}:
        query = _with_inherited_kind(query, log)
    query = replace(query, unknown=tuple(name for name in query.unknown if not only_words(name)))
    if _mostly_english(reading, others=log.ask == "others"):
        query = replace(query, language="en")
    if log.ask == "others":
        return query
    if log.ask == "recommend" and "similar" in reading.cues and log.filter.route_ids:
        like = Mention("", "route", log.filter.route_ids[:1], how="inherited")
        return replace(query, topic="similar", routes=query.routes or (like,))
    return query


def _of_the_set_before(query: Query, reading: Reading, context: Context | None) -> Query:
    """「裡面我還沒完攀過的是哪些」 after a list of the catalogue: of the routes of that list."""
    if query.log is None or query.log.ask != "unclimbed" or context is None:
        return query
    before = context.query
    if before.log is not None or before.intent not in SETS or reading.names or reading.grades:
        return query
    return replace(
        query,
        places=before.places,
        filter=before.filter,
        grades=before.grades,
        grade_ranges=before.grade_ranges,
        styles_asked=before.styles_asked,
    )


def _with_inherited_place(query: Query, log: LogQuery) -> Query:
    """The query with the place of the turn before, where the log is asked about it."""
    kinds: tuple[tuple[MentionKind, tuple[str, ...]], ...] = (
        ("crag", log.filter.crag_ids),
        ("area", log.filter.area_ids),
    )
    held = tuple(Mention("", kind, ids, how="inherited") for kind, ids in kinds if ids)
    routes = log.filter.route_ids
    if routes and not query.routes and log.ask not in SETS:
        query = replace(query, routes=(Mention("", "route", routes[:1], how="inherited"),))
    if query.places or not held:
        return query
    return replace(query, places=held, filter=placed(query.filter, held))


def _with_inherited_kind(query: Query, log: LogQuery) -> Query:
    """The query with the grade and the kind of routes that the turn before was about."""
    wanted = query.filter
    boulders: tuple[RouteType, ...] = ("boulder",) if log.filter.modes == ("boulder",) else ()
    return replace(
        query,
        filter=replace(
            wanted,
            grade=wanted.grade or log.filter.grade,
            types=wanted.types or log.filter.types or boulders,
            styles=wanted.styles or log.filter.styles,
        ),
    )


def _by_examples(
    decided: Decision, reading: Reading, conditions: Conditions, *, alone: bool
) -> tuple[Decision, Conditions]:
    """The decision with what the examples say of it, and what it narrows by."""
    decision, conditions = by_operation(decided, reading, conditions)
    if alone and decision.intent in {"list", "recommend"}:
        conditions = compared_alone(reading, conditions)
    decision, conditions = noticing_leftover(decision, reading, conditions)
    if alone or says_enough(reading):
        decision, conditions = route_asked(decision, reading, conditions)
    return place_asked(decision, reading, conditions) if alone else (decision, conditions)


_ENGLISH_HEAD = re.compile(
    r"^\W*(?:what|which|how|who|where|when|did|does|has|is|was|show|list|tell|give|can|please|"
    r"let|i|i'm|i am)\b"
)


def _mostly_english(reading: Reading, *, others: bool) -> bool:
    """Whether only a name in it is Chinese: a person's, or one that several routes bear."""
    if others and _ENGLISH_HEAD.search(reading.lower):
        return True
    han, latin = _HAN.findall(reading.lower), _LATIN.findall(reading.text.casefold())
    said = "".join(han)
    alone = len(han) <= 1 and len(said) <= _NAME_LENGTH and not _PARTICLE.search(said)
    return alone and len(latin) >= _NAME_LENGTH - 1 and bool(_ENGLISH_WORDS & set(latin))


_HAN, _LATIN = re.compile(r"[\u3400-\u9fff]+"), re.compile(r"[a-z']{2,}")
_PARTICLE = re.compile("[的了嗎吗呢沒没有是幾几哪什我]")
_NAME_LENGTH = 4
_ENGLISH_WORDS = frozenset(
    [
        "the",
        "my",
        "me",
        "for",
        "today",
        "yesterday",
        "what",
        "show",
        "pull",
        "of",
        "on",
        "log",
        "to",
    ]
)


_IN_ORDER = re.compile(
    r"[從从由](?:便宜|[貴贵低高早晚])[^，。]{0,2}(?:到|至)|排序|排列|的?排(?:在)?(?:最)?前|[按依照][^，。]{0,8}[排列]"
    r"|\b(?:sort\w*|order\w*|rank\w*) by\b|\b(?:low\w*|cheap\w*) to (?:high|expensive|dear)",
    re.IGNORECASE,
)
_ALL = 50


def _ranking(reading: Reading, conditions: Conditions) -> int | None:
    """All of them, where gyms are to be put in order and not only the first is wanted."""
    return _ALL if conditions.gym_order and _IN_ORDER.search(reading.text) else None


def _counts(reading: Reading) -> bool:
    return "count" in reading.cues and "list" not in reading.cues


def _right_now(query: Query, reading: Reading, today: date, now: str) -> Query:
    if not any(time.kind == "now" for time in reading.times):
        return query
    if query.gym_filter.open_after:
        # 「現在有哪間開到十點以後」 gives a time of its own
        return replace(
            query, days=(today,), gym_filter=replace(query.gym_filter, open_day=hours_key(today))
        )
    # 「現在凌晨一點哪間有開」 says what time it is
    clock = query.clock or now
    chosen = replace(query.gym_filter, open_day=hours_key(today), open_at=clock, open_after="")
    return replace(query, days=(today,), clock=clock, gym_filter=chosen)


def _scope(context: Context | None) -> Scope | None:
    if context is None:
        return None
    crags = tuple(
        i for mention in context.query.places if mention.kind == "crag" for i in mention.ids
    )
    crags += tuple(
        i.split("/")[0]
        for mention in context.query.places
        if mention.kind != "crag"
        for i in mention.ids
    )
    return Scope(crag_ids=tuple(dict.fromkeys(crags))) if crags else None


def _query(
    reading: Reading, conditions: Conditions, decision: Decision, vocabulary: Vocabulary
) -> Query:
    places = places_of(reading)
    routes = tuple(mention_of(name) for name in reading.of_kind("route"))
    gyms = tuple(mention_of(name) for name in reading.of_kind("gym"))
    gym_order, descending = conditions.gym_order or (None, False)
    days = tuple(
        dict.fromkeys(day for mention in _narrowest(reading.days) for day in _days(*mention))
    )
    clock = next((time.hhmm for time in reading.times if time.hhmm), "")
    return Query(
        intent=decision.intent,
        language=reading.language,
        text=reading.text,
        routes=routes,
        places=places,
        gyms=gyms,
        fields=_fields(reading, conditions, decision),
        filter=placed(_for_beginners(route_filter(conditions, vocabulary), decision), places),
        gym_filter=with_ticket(
            gyms_wanted(reading, conditions, days, clock), reading, conditions, decision
        ),
        order=conditions.order,
        gym_order=gym_order,
        descending=descending,
        limit=conditions.limit or _ranking(reading, conditions),
        days=days,
        clock=clock,
        grades=tuple(mention.grade for mention in reading.grades),
        convert_to=conditions.systems,
        claims=claims_of(reading, conditions, decision, routes),
        unknown=reading.unknown,
        topic=decision.topic,
        search_text=content(reading.text) or reading.text,
        excluding=_excluded(reading, conditions),
        protections=conditions.protections,
        grade_ranges=conditions.grades if len(conditions.grades) > 1 else (),
        styles_asked=conditions.style_words,
        seasons=conditions.seasons,
        notice_kinds=_notice_kinds(reading, conditions, decision),
    )


def _notice_kinds(
    reading: Reading, conditions: Conditions, decision: Decision
) -> tuple[NoticeKind, ...]:
    asked = find_news(reading, conditions) if decision.intent == "notice" else None
    return asked.kinds if asked is not None else ()


def _for_beginners(wanted: RouteFilter, decision: Decision) -> RouteFilter:
    """A first lead without a wish for a grade stays easy."""
    if decision.topic in {"easier", "harder"}:
        return replace(wanted, grade=None)
    if decision.topic in {"beginner", "first_lead"} and wanted.grade is None:
        return replace(wanted, grade=levels("free")["beginner"])
    return wanted


def _excluded(reading: Reading, conditions: Conditions) -> RouteFilter:
    """What the question rules out, places included."""

    def ids(kind: str) -> tuple[str, ...]:
        return tuple(i for name in reading.denied if name.kind == kind for i in name.ids)

    return replace(
        conditions.denied,
        crag_ids=ids("crag"),
        area_ids=ids("area"),
        sector_ids=ids("sector"),
        route_ids=ids("route"),
    )


def _narrowest(mentions: tuple[DateMention, ...]) -> list[tuple[date, date]]:
    """First and last days, without those of a time that another names more closely: 春節初一."""
    spans = list(dict.fromkeys((each.first, each.last) for each in mentions))
    return [
        (first, last)
        for first, last in spans
        if not any(
            first <= inner[0] and inner[1] <= last for inner in spans if inner != (first, last)
        )
    ]


def _days(first: date, last: date) -> tuple[date, ...]:
    """Every day of two months or less, else the two ends."""
    count = (last - first).days + 1
    if count <= _LONGEST_WINDOW:
        return tuple(first + timedelta(days=step) for step in range(count))
    return (first, last)


def _fields(reading: Reading, conditions: Conditions, decision: Decision) -> tuple[str, ...]:
    intent, topic = decision.intent, decision.topic
    if topic == "ground":
        return ("description",)
    if intent in {"gym_hours", "gym_price", "gym_info"} or topic == "gym":
        return conditions.gym_fields or ("overview",)
    if intent == "gym_list":
        counted = ("count",) if "count" in reading.cues else ()
        return (*counted, *conditions.gym_fields)
    if intent == "crag_info":
        counts = topic == "list" and "count" in reading.cues and "各" not in reading.text
        counted = ("count",) if counts else ()
        return counted or conditions.crag_fields or ("overview",)
    if topic == "place":
        return ("season",) if conditions.seasons else conditions.crag_fields
    return conditions.route_fields or (("overview",) if intent == "fact" else ())
