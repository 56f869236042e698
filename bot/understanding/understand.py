"""Question and conversation to a typed query: the same words on the same day, the same query."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.schema import Claim, Mention, Query
from bot.understanding import words
from bot.understanding.conditions import Conditions, gather, gym_filter, route_filter
from bot.understanding.examples import Nearest, nearest, nearest_property
from bot.understanding.followup import Context, resolve
from bot.understanding.intents import PRICES, Decision, decide, gym_intent
from bot.understanding.leftover import asks_unrecorded, content
from bot.understanding.long_messages import to_the_point
from bot.understanding.news import find_news
from bot.understanding.operations import by_operation
from bot.understanding.personal import Tools, around, only_words, personal_log
from bot.understanding.pointing import pointed
from bot.understanding.reading import Reading, read
from knowledge.dates import hours_key
from knowledge.gazetteer import Gazetteer, NameMention, Scope
from knowledge.grades import levels

if TYPE_CHECKING:
    from bot.personal import LogQuery
    from bot.schema import MentionKind
    from bot.understanding.vocabulary import Vocabulary
    from knowledge.filters import GymFilter, RouteFilter
    from knowledge.schema import NoticeKind

_LONGEST_WINDOW = 62
"""Days; of longer windows a query holds the ends only."""
_OWN_LEVEL = re.compile(
    r"我(?:大概|現在|现在|都|只|目前)*(?:能|可以|會|会)?爬|我的(?:程度|極限|极限)|我(?:最多|最高)"
    r"|i (?:can )?climb|my (?:level|limit)",
    re.IGNORECASE,
)
"""A grade beside these words is the member's own, not one claimed of a route."""


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
    reading = read(text, today, gazetteer, vocabulary, _scope(context))
    point = to_the_point(
        reading,
        lambda part: read(part, today, gazetteer, vocabulary, _scope(context)),
        lambda part: gather(part, vocabulary),
    )
    if point is not None and not reading.cues & {"emergency", "medical", "personal"}:
        reading = point
    about_people = context is not None and bool(context.query.filter.first_ascent)
    conditions = gather(reading, vocabulary, about_people=about_people)
    tools = Tools(
        vocabulary.route_names,
        gazetteer,
        today,
        lambda part: read(part, today, gazetteer, vocabulary, _scope(context)),
        around(context.query if context else None),
    )
    log = personal_log(reading, conditions, tools, context.query.log if context else None)
    if log is not None and not (
        (not _after_log(reading, context) and _asks_of_others(log, reading, conditions))
        or _ranks_catalogue(log, reading, conditions, context)
        or _asks_catalogue(log, reading, conditions)
        or _goes_on(log, reading, context)
        or _asks_opening(reading, conditions, today)
    ):
        return _of_the_log(pointed(log, reading, context), reading, conditions, vocabulary)
    decision, conditions = by_operation(decide(reading, conditions), reading, conditions)
    decision, conditions = _noticing_leftover(decision, reading, conditions)
    query = _query(reading, conditions, decision, vocabulary)
    if any(time.kind == "now" for time in reading.times):
        query = _right_now(query, today, now)
    return query if context is None else resolve(query, reading, conditions, context)


_LOG = re.compile(r"[紀記记][錄录]|日[誌志]|(?<![\w'])log(?:book|s|ged)?\b|ticks?\b", re.IGNORECASE)
_CAN_I = re.compile(
    r"\b(?:can|could|do|should|would|may) i\b|\b(?:give|tell|show|help) me\b"
    r"|\bam i (?:right|correct)\b|\bi'?m (?:trying|looking)\b"
    r"|\bi (?:want|need|would like|am trying)\b"
    r"|(?:[幫帮給给教]|告[訴诉]|跟)我",
    re.IGNORECASE,
)
"""Speaks of oneself without meaning one's own log."""
_SELF = re.compile(r"我|\b(?:i|my|me|mine)\b", re.IGNORECASE)


_ASKS = re.compile(r"[嗎吗？?]|怎|為什|为什|\b(?:how|what|why|should|can)\b", re.IGNORECASE)
_ADVICE = 0.5
"""Nearness of an example from which a question is one for a card."""
_SURE_HELP = 0.6
_SURE_ADVICE = 0.65
"""Nearness from which it is one even where somebody speaks of what is his: 「my rope」."""
_LIKE = 0.25
"""Nearness of an example from which it says what is asked of something named."""
_QUESTION = re.compile(
    r"[?？嗎吗呢誰谁怎幾几多哪什甚啥麼么]|可[以不]|能|會|会|有沒|有没|是不是|是否"
    r"|\b(?:is|are|was|were|do|does|did|can|could|will|would|has|have|may|who|whose|what|which|when|where"
    r"|why|how|any)\b",
    re.IGNORECASE,
)
"""Asks something; without it a name is given to be looked up."""
_SETS = frozenset({"list", "count", "recommend", "superlative", "distribution"})


def _goes_on(log: LogQuery, reading: Reading, context: Context | None) -> bool:
    """「改成 5.9」 after a list of routes changes the list and no log."""
    after_set = context is not None and context.query.log is None and context.query.intent in _SETS
    entry = re.search("筆|[紀記记][錄录]", reading.text)
    return bool(after_set and log.ask == "edit" and reading.grades and not entry)


_BY_LOG = re.compile(
    r"依|[據据]|按照|[進进]度|by my|based on|my (?:log|level|ticks)", re.IGNORECASE
)


def _asks_catalogue(log: LogQuery, reading: Reading, conditions: Conditions) -> bool:
    """Whether somebody who speaks of himself asks of grades or routes: 「爬了 6a+，法式是多少」."""
    if _LOG.search(reading.lower) or not reading.grades:
        return False
    if log.ask == "recommend":
        placed = reading.of_kind("crag", "area", "sector")
        return bool(placed) and not _BY_LOG.search(reading.lower)
    converts = "convert" in reading.cues and conditions.systems and not reading.names
    return bool(converts) and log.ask not in {"add", "edit", "delete", "undo"}


_FRAGMENT = 24


def _after_log(reading: Reading, context: Context | None) -> bool:
    """Whether a few words go on about the log: 「what about last year」."""
    after = context is not None and context.query.log is not None
    return after and len(reading.plain) <= _FRAGMENT


def _asks_of_others(log: LogQuery, reading: Reading, conditions: Conditions) -> bool:
    """Whether words of a log stand in a name, or the matter is a body that hurts."""
    if log.ask in {"remember", "forget", "about_me"}:
        return False
    changes = log.ask in {"add", "edit", "delete", "undo"}
    if "medical" in reading.cues and not _LOG.search(reading.lower):
        return not changes
    found = nearest(reading.folded, reading.lower)
    hurts = {"body", "hurt"} <= set(words.find("concepts", reading.folded, reading.lower))
    if hurts and found.kind == "medical" and not _LOG.search(reading.lower):
        return not changes
    if found.kind == "help" and found.score >= _SURE_HELP and not _LOG.search(reading.lower):
        return not changes
    advice = found.kind.startswith("card:") and found.score >= _ADVICE and not reading.days
    if (
        advice
        and (not changes or (log.ask == "add" and _ASKS.search(reading.text)))
        and (found.score >= _SURE_ADVICE or not _SELF.search(reading.lower))
        and not _LOG.search(reading.lower)
    ):
        return True
    named = any(name.how not in {"typo", "homophone", "partial"} for name in reading.names)
    about_self = _SELF.search(_CAN_I.sub("", reading.lower))
    asked = conditions.route_fields or conditions.crag_fields or conditions.gym_fields
    plain = bool(named and (asked or "compare" in reading.cues) and not about_self)
    return plain and not changes and not _LOG.search(reading.lower)


_DEED = re.compile(r"\b(?:we|our|us|did|climbed|sent|done|tried|flashed|onsighted|logged)\b")


def _ranks_catalogue(
    log: LogQuery, reading: Reading, conditions: Conditions, context: Context | None
) -> bool:
    """Whether the routes of a place are ranked: "which 5.10 at that crag is the longest"."""
    asked = log.ask not in {"add", "edit", "delete", "undo", "remember", "forget"}
    ranked = asked and conditions.order is not None and reading.of_kind("crag", "area", "sector")
    others = _CAN_I.sub("", reading.lower)
    own = _SELF.search(others) or _DEED.search(others) or _LOG.search(others)
    after_log = context is not None and context.query.log is not None
    return bool(ranked) and not (own or after_log)


def _asks_opening(reading: Reading, conditions: Conditions, today: date) -> bool:
    """Whether a gym's hours of a day to come are asked: 「我 12/15 想去 A 館，有開嗎」."""
    ahead = any(day.first >= today for day in reading.days)
    return ahead and "hours" in conditions.gym_fields and bool(reading.of_kind("gym"))


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
    query = replace(query, unknown=tuple(name for name in query.unknown if not only_words(name)))
    if log.ask == "others" and _mostly_english(reading):
        return replace(query, language="en")
    if log.ask == "recommend" and "similar" in reading.cues and log.filter.route_ids:
        like = Mention("", "route", log.filter.route_ids[:1], how="inherited")
        return replace(query, topic="similar", routes=query.routes or (like,))
    return query


def _with_inherited_place(query: Query, log: LogQuery) -> Query:
    """The query with the place of the turn before, where the log is asked about it."""
    kinds: tuple[tuple[MentionKind, tuple[str, ...]], ...] = (
        ("crag", log.filter.crag_ids),
        ("area", log.filter.area_ids),
    )
    held = tuple(Mention("", kind, ids, how="inherited") for kind, ids in kinds if ids)
    routes = log.filter.route_ids
    if routes and not query.routes and log.ask not in _SETS:
        query = replace(query, routes=(Mention("", "route", routes[:1], how="inherited"),))
    if query.places or not held:
        return query
    return replace(query, places=held, filter=_placed(query.filter, held))


_ENGLISH_HEAD = re.compile(
    r"^\W*(?:what|which|how|who|where|when|did|does|has|is|was|show|list|tell|give|can|please|"
    r"let|i|i'm|i am)\b"
)


def _mostly_english(reading: Reading) -> bool:
    """Whether only a person's name in it is Chinese."""
    return bool(_ENGLISH_HEAD.search(reading.lower))


def _counts(reading: Reading) -> bool:
    return "count" in reading.cues and "list" not in reading.cues


def _noticing_leftover(
    decision: Decision, reading: Reading, conditions: Conditions
) -> tuple[Decision, Conditions]:
    """The decision with the property that the nearest example names, where no word names one.

    A question about something named is answered with everything that its record holds, unless
    the nearest example says which property is meant, or that no record holds what is asked.
    """
    subject, fields = {
        "fact": ("route", conditions.route_fields),
        "crag_info": ("crag", conditions.crag_fields),
        "gym_info": ("gym", conditions.gym_fields),
        "gym_hours": ("gym", conditions.gym_fields or ("hours",)),
        "gym_price": ("gym", conditions.gym_fields),
        "notice": ("gym", ("news",) if reading.of_kind("gym") else None),
    }.get(decision.intent, ("", None))
    unknown_route = decision.intent == "fact" and reading.unknown
    if fields is None or unknown_route or not reading.names:
        return decision, conditions
    if decision.topic and decision.intent != "notice":
        return decision, conditions
    claimed = reading.grades or conditions.types or conditions.length or conditions.bolts
    found = nearest_property(subject, reading.folded, reading.lower)
    if _says_property(found, fields) and not (claimed and not fields):
        return _with_property(subject, found.kind, decision, reading, conditions)
    if decision.intent == "gym_hours" and not conditions.gym_fields and _asks_price(found):
        return _with_property(subject, "price", decision, reading, conditions)
    return _leftover(found, subject, fields, decision, reading, conditions)


def _leftover(
    found: Nearest,
    subject: str,
    fields: tuple[str, ...],
    decision: Decision,
    reading: Reading,
    conditions: Conditions,
) -> tuple[Decision, Conditions]:
    """What the words that no table knows ask for."""
    claimed = reading.grades or conditions.types or conditions.length or conditions.bolts
    if fields or claimed or not asks_unrecorded(reading):
        return decision, conditions
    told = found.kind == "overview" if found.score >= _LIKE else not _QUESTION.search(reading.text)
    if told and not reading.unknown:
        return decision, conditions
    if found.kind in {"unrecorded", "overview"} or found.score < _LIKE:
        return Decision(decision.intent, "unrecorded"), conditions
    return _with_property(subject, found.kind, decision, reading, conditions)


_NO_PROPERTY = frozenset({"", "unrecorded", "overview"})
_MUCH_LIKE, _CLEARLY = 0.65, 0.25
"""Nearness and lead from which an example says more than single words do."""


def _says_property(found: Nearest, fields: tuple[str, ...]) -> bool:
    """Whether an example says which property is meant, although words named another or none."""
    if found.kind in _NO_PROPERTY or found.kind in fields or len(fields) > 1:
        return False
    return found.score >= _MUCH_LIKE and found.lead >= _CLEARLY


def _asks_price(found: Nearest) -> bool:
    """「週末去 A 館一次收多少」: the day is one of a ticket, and no hours are asked."""
    return found.kind in PRICES and found.score >= _MUCH_LIKE


def _with_property(
    subject: str, field: str, decision: Decision, reading: Reading, conditions: Conditions
) -> tuple[Decision, Conditions]:
    named = _asking(conditions, subject, field)
    if subject == "gym":
        decision = Decision(gym_intent(reading, named))
    return decision, named


def _asking(conditions: Conditions, subject: str, field: str) -> Conditions:
    """The conditions with a property asked of a subject."""
    if subject == "route":
        return replace(conditions, route_fields=(field,))
    if subject == "gym":
        return replace(conditions, gym_fields=(field,))
    return replace(conditions, crag_fields=(field,))


def _right_now(query: Query, today: date, now: str) -> Query:
    if query.gym_filter.open_after:
        # 「現在有哪間開到十點以後」 gives a time of its own
        return replace(
            query, days=(today,), gym_filter=replace(query.gym_filter, open_day=hours_key(today))
        )
    chosen = replace(query.gym_filter, open_day=hours_key(today), open_at=now, open_after="")
    return replace(query, days=(today,), clock=now, gym_filter=chosen)


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
    places = _places(reading)
    routes = tuple(_mention(name) for name in reading.of_kind("route"))
    gyms = tuple(_mention(name) for name in reading.of_kind("gym"))
    gym_order, descending = conditions.gym_order or (None, False)
    days = tuple(
        dict.fromkeys(day for mention in reading.days for day in _days(mention.first, mention.last))
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
        filter=_placed(_for_beginners(route_filter(conditions, vocabulary), decision), places),
        gym_filter=_with_ticket(
            _gym_filter(reading, conditions, days, clock), reading, conditions, decision
        ),
        order=conditions.order,
        gym_order=gym_order,
        descending=descending,
        limit=conditions.limit,
        days=days,
        clock=clock,
        grades=tuple(mention.grade for mention in reading.grades),
        convert_to=conditions.systems,
        claims=_claims(reading, conditions, decision, routes),
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


_BY_WHOM = re.compile(
    r"(?:是|由)(?P<who>[^\s，。？?！是由誰谁哪什甚那這这]{2,8}?)(?:首攀|首登|開的|开的|先爬|FA(?![a-z]))"
    r"|\bby (?P<by>[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,2})"
)
"""A first ascensionist whom the question takes for granted."""


def _said_to_have_opened(reading: Reading) -> tuple[str, ...]:
    found = _BY_WHOM.search(reading.text)
    if found is None or "yes_no" not in reading.cues:
        return ()
    return (found["who"] or found["by"],)


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


def _mention(name: NameMention) -> Mention:
    return Mention(
        surface=name.surface,
        kind=name.kind,
        ids=name.ids,
        how=name.how,
        runners_up=name.runners_up,
        start=name.start,
    )


def _places(reading: Reading) -> tuple[Mention, ...]:
    """Places named, without those that only say where a narrower one lies."""
    named = [_mention(name) for name in reading.of_kind("crag", "area", "sector")]
    kept = [
        place
        for place in named
        if not any(_contains(place, other) for other in named if other is not place)
    ]
    narrowed = [_narrow(place, named) for place in kept]
    return tuple({place.ids: place for place in narrowed}.values())


def _contains(outer: Mention, inner: Mention) -> bool:
    return any(each.startswith(f"{prefix}/") for each in inner.ids for prefix in outer.ids)


def _narrow(place: Mention, named: list[Mention]) -> Mention:
    """Of several readings, those that lie in another place that was named."""
    outer = tuple(f"{each}/" for other in named if other is not place for each in other.ids)
    inside = tuple(each for each in place.ids if each.startswith(outer)) if outer else ()
    return replace(place, ids=inside) if inside else place


def _placed(routes: RouteFilter, places: tuple[Mention, ...]) -> RouteFilter:
    def ids(kind: str) -> tuple[str, ...]:
        return tuple(each for place in places if place.kind == kind for each in place.ids)

    if places:
        # a named place says more than the region that it lies in
        routes = replace(routes, regions=(), cities=())
    return replace(routes, crag_ids=ids("crag"), area_ids=ids("area"), sector_ids=ids("sector"))


def _gym_filter(
    reading: Reading, conditions: Conditions, days: tuple[date, ...], clock: str
) -> GymFilter:
    chosen = gym_filter(conditions)
    kinds = {time.kind for time in reading.times}
    if not days and clock and clock < "12:00" and "after" not in kinds:
        # without a day a weekday is meant: 「早上七點就開的館」
        return replace(chosen, open_day="monday", open_at=clock)
    if not days:
        return replace(chosen, open_after=clock) if clock else chosen
    day = hours_key(days[0])
    if _CLOSED.search(reading.text) and not clock:
        return replace(chosen, closed_day=day)
    if "after" in kinds and not _STILL_OPEN.search(reading.text):
        return replace(chosen, open_day=day, open_after=clock)
    return replace(chosen, open_day=day, open_at=clock)


_STILL_OPEN = re.compile(r"[點点時时分半\d]\s*(?:還|还)[有在]?(?:開|开|營業|营业)")
"""「晚上九點還開著」: who closes at nine is not."""
_CLOSED = re.compile(
    r"公休|休館|休馆|店休|(?<!午)休息(?!區|区|室)|[沒没]有?[開开]|不[開开]"
    r"|closed|not open|day off",
    re.IGNORECASE,
)
_ASKS_AMOUNT = re.compile(
    r"多少|[幾几][元塊块]|[價价票][錢钱格位]|how much|price|cost", re.IGNORECASE
)


def _with_ticket(
    chosen: GymFilter, reading: Reading, conditions: Conditions, decision: Decision
) -> GymFilter:
    """「哪幾間有星光票」: gyms that have the ticket at all, at any price."""
    named = {"twilight", "shoes", "harness"} & set(conditions.gym_fields)
    bounded = chosen.price_max is not None or chosen.price_min is not None
    amount = _ASKS_AMOUNT.search(reading.text) or conditions.gym_order
    if decision.intent != "gym_list" or not named or bounded or amount:
        return chosen
    return replace(chosen, price_min=0)


def _days(first: date, last: date) -> tuple[date, ...]:
    """Every day of two months or less, else the two ends."""
    count = (last - first).days + 1
    if count <= _LONGEST_WINDOW:
        return tuple(first + timedelta(days=step) for step in range(count))
    return (first, last)


def _fields(reading: Reading, conditions: Conditions, decision: Decision) -> tuple[str, ...]:
    intent, topic = decision.intent, decision.topic
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
        return conditions.crag_fields
    return conditions.route_fields or (("overview",) if intent == "fact" else ())


def _claims(
    reading: Reading, conditions: Conditions, decision: Decision, routes: tuple[Mention, ...]
) -> tuple[Claim, ...]:
    """What a question about one route takes for granted: its grade, its type, its place."""
    if decision.intent not in {"fact", "safety"} or len(routes) != 1:
        return ()
    if _OWN_LEVEL.search(reading.text):
        return ()
    claims = [
        Claim("grade", mention.surface, mention.range.lo, mention.range.hi, mention.grade.lo)
        for mention in reading.grades
    ]
    claims += [Claim("first_ascent", who, value=who) for who in _said_to_have_opened(reading)]
    if len(conditions.types) == 1:
        claims += [Claim("type", kind, value=kind) for kind in conditions.types]
    claims += [
        Claim("place", name.surface, value=place_id)
        for name in reading.of_kind("crag", "area", "sector")
        for place_id in name.ids[:1]
    ]
    for kind, bounds in (("length", conditions.length), ("bolts", conditions.bolts)):
        if bounds and bounds.lo == bounds.hi:
            value = f"{bounds.lo:g}"
            claims.append(Claim("length" if kind == "length" else "bolts", value, value=value))
    return tuple(claims)
