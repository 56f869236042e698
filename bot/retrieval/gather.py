"""The evidence of a query: which records may speak, and nothing else.

One function per family of intents; each returns evidence without places and sources, which
``gather`` adds for whatever records were chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from bot.retrieval.cards import find_cards, safety_cards, search_prose
from bot.retrieval.from_log import from_log
from bot.retrieval.gyms import compare_gyms, list_gyms, named_gyms
from bot.retrieval.named import named_routes
from bot.retrieval.nothing_found import no_match
from bot.retrieval.notices import list_notices, with_notices
from bot.retrieval.places import compare_places, crag_info, list_crags, places_named
from bot.retrieval.routes import select_routes, without_popularity
from bot.retrieval.waiving import of_areas, told_areas, waivable, without
from bot.schema import Evidence, Intent, Query
from knowledge.knowledge_base import KnowledgeBase
from knowledge.terms import GROUNDS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bot.ascents import Ascent
    from knowledge.schema import Notice

_Step = Callable[[Query, KnowledgeBase], Evidence]


def gather(
    query: Query,
    knowledge: KnowledgeBase,
    today: date,
    scope: str = "",
    *,
    ascents: Sequence[Ascent] | None = None,
) -> Evidence:
    """Everything that an answer to this query may state.

    Args:
        query: The understood question.
        knowledge: The snapshot to look into.
        today: The Taipei day of the question.
        scope: The Discord server of the question: whose notices may be seen beside the global ones.
        ascents: The whole log of the one who asks; ``None`` where there is none to read.
    """
    seen = knowledge.notices(scope)
    if query.intent == "notice":
        evidence = list_notices(query, knowledge, seen, today)
    elif query.intent in _SETS:
        evidence = _set(query, knowledge, today, seen)
    elif query.intent == "gym_list" and query.topic == "extra":
        # all of the town are looked at; whether one mentions it is told of each
        every = replace(query.gym_filter, facilities=())
        evidence = list_gyms(replace(query, gym_filter=every), knowledge, seen)
    elif query.intent == "gym_list" and query.topic == "where":
        rock = list_crags(query, knowledge)
        gyms = list_gyms(query, knowledge, seen)
        evidence = replace(gyms, crags=rock.crags, groups=rock.groups)
    elif query.intent == "gym_list":
        evidence = list_gyms(query, knowledge, seen)
    else:
        evidence = _STEPS.get(query.intent, _nothing)(query, knowledge)
    if seen and query.intent not in {"notice", "personal"}:
        evidence = with_notices(evidence, query, knowledge, seen)
    evidence = _with_options(from_log(query, evidence, ascents, knowledge, today), knowledge)
    evidence = replace(
        evidence,
        snapshot=knowledge.version,
        today=today,
        places=tuple(
            (crag.name_en if query.language == "en" else "") or crag.display_name
            for crag in knowledge.catalogue.crags()
        ),
    )
    return _with_sources(_with_places(evidence, knowledge), knowledge)


def _with_options(evidence: Evidence, knowledge: KnowledgeBase) -> Evidence:
    """With the routes that a name told to the log may mean."""
    if evidence.log is None or not evidence.log.options:
        return evidence
    return replace(evidence, routes=knowledge.catalogue.routes_of(evidence.log.options))


def _nothing(query: Query, knowledge: KnowledgeBase) -> Evidence:
    del query, knowledge
    return Evidence()


def _fact(query: Query, knowledge: KnowledgeBase) -> Evidence:
    evidence = named_routes(query, knowledge)
    return _at_places(evidence, query, knowledge)


def _set(query: Query, knowledge: KnowledgeBase, today: date, seen: tuple[Notice, ...]) -> Evidence:
    evidence = select_routes(query, knowledge, today, seen)
    if not (evidence.routes or evidence.groups):
        evidence = no_match(query, knowledge, evidence, today, seen)
    if query.intent == "recommend" and evidence.unrecorded == ("popularity",):
        # whether a route is a classic is written down nowhere: say so, and propose others
        plain = without_popularity(query)
        proposed = select_routes(plain, knowledge, today, seen)
        if proposed.routes:
            evidence = replace(proposed, unrecorded=evidence.unrecorded)
    if query.intent == "recommend" and not evidence.routes and query.page == 1:
        evidence = _waiving(query, knowledge, today, seen) or evidence
    return _with_excluded(_at_places(evidence, query, knowledge), query, knowledge)


def _waiving(
    query: Query, knowledge: KnowledgeBase, today: date, seen: tuple[Notice, ...]
) -> Evidence | None:
    """Routes that meet all but a soft wish: nothing there is called a warm-up, or a classic."""
    soft = waivable(query)
    told = [style for style in soft if style in GROUNDS]
    for style in told:
        areas = told_areas(query, style, knowledge)
        if areas:
            there = of_areas(without(query, (style,)), areas)
            proposed = select_routes(there, knowledge, today, seen)
            if proposed.routes:
                return replace(proposed, areas=(*proposed.areas, *areas), of_areas=style)
    for waived in dict.fromkeys((soft[:1], soft)):
        if waived:
            proposed = select_routes(without(query, waived), knowledge, today, seen)
            if proposed.routes:
                return replace(proposed, waived=waived)
    return None


def _with_excluded(evidence: Evidence, query: Query, knowledge: KnowledgeBase) -> Evidence:
    """Add the places that were ruled out, so that they can be told by name."""
    unwanted, catalogue = query.excluding, knowledge.catalogue
    crags = (catalogue.crag(each) for each in unwanted.crag_ids)
    areas = (catalogue.area(each) for each in unwanted.area_ids)
    sectors = (catalogue.sector(each) for each in unwanted.sector_ids)
    return replace(
        evidence,
        crags=(*evidence.crags, *(crag for crag in crags if crag is not None)),
        areas=(*evidence.areas, *(area for area in areas if area is not None)),
        sectors=(*evidence.sectors, *(sector for sector in sectors if sector is not None)),
    )


def _compare(query: Query, knowledge: KnowledgeBase) -> Evidence:
    if query.gyms:
        return compare_gyms(query, knowledge)
    if query.routes:
        return named_routes(query, knowledge)
    return compare_places(query, knowledge)


def _crag(query: Query, knowledge: KnowledgeBase) -> Evidence:
    if query.topic in {"draws", "rope"}:
        crags, areas, sectors = places_named(query, knowledge)
        routes = knowledge.catalogue.routes(query.filter).routes
        return Evidence(routes=routes, crags=crags, areas=areas, sectors=sectors)
    if query.topic == "visit":
        # what is out of season is told as such, not left out
        anytime = replace(query.filter, seasons=())
        return list_crags(replace(query, filter=anytime), knowledge)
    return list_crags(query, knowledge) if query.topic == "list" else crag_info(query, knowledge)


def _knowledge(query: Query, knowledge: KnowledgeBase) -> Evidence:
    return Evidence(cards=find_cards(query, knowledge))


def _safety(query: Query, knowledge: KnowledgeBase) -> Evidence:
    evidence = named_routes(query, knowledge) if query.routes else Evidence()
    if query.topic == "minors" and query.gyms:
        evidence = replace(evidence, gyms=named_gyms(query, knowledge).gyms)
    return _at_places(replace(evidence, cards=safety_cards(query, knowledge)), query, knowledge)


def _live(query: Query, knowledge: KnowledgeBase) -> Evidence:
    evidence = named_gyms(query, knowledge) if query.gyms else Evidence()
    if query.routes and query.intent == "live":
        evidence = named_routes(query, knowledge)
    return _at_places(evidence, query, knowledge)


def _examples(query: Query, knowledge: KnowledgeBase) -> Evidence:
    """A few records whose names make the help text concrete."""
    del query
    telling = (
        route
        for route in knowledge.catalogue.each_route()
        if route.name and route.recommendable and route.grade.exact
    )
    return Evidence(
        routes=tuple(islice(telling, 2)),
        crags=tuple(knowledge.catalogue.crags()[:2]),
        gyms=tuple(knowledge.catalogue.all_gyms()[:2]),
    )


_SETS: frozenset[Intent] = frozenset({"list", "count", "superlative", "distribution", "recommend"})


def _places_of(query: Query, knowledge: KnowledgeBase) -> Evidence:
    """The places and gyms that a question to the log names, for their names."""
    evidence = Evidence() if query.log is None else _at_places(Evidence(), query, knowledge)
    return replace(evidence, gyms=named_gyms(query, knowledge).gyms) if query.log else evidence


_STEPS: Mapping[Intent, _Step] = {
    "fact": _fact,
    "compare": _compare,
    "convert": _fact,
    "crag_info": _crag,
    "gym_info": named_gyms,
    "gym_hours": named_gyms,
    "gym_price": named_gyms,
    "knowledge": _knowledge,
    "search": search_prose,
    "safety": _safety,
    "emergency": _live,
    "live": _live,
    "clarify": _fact,
    "personal": _places_of,
    "help": _examples,
    "greeting": _examples,
}


def _at_places(evidence: Evidence, query: Query, knowledge: KnowledgeBase) -> Evidence:
    crags, areas, sectors = places_named(query, knowledge)
    return replace(
        evidence,
        crags=tuple(dict.fromkeys((*crags, *evidence.crags))),
        areas=tuple(dict.fromkeys((*areas, *evidence.areas))),
        sectors=tuple(dict.fromkeys((*sectors, *evidence.sectors))),
    )


def _with_places(evidence: Evidence, knowledge: KnowledgeBase) -> Evidence:
    """Add the crag, area and sector of every route, so that it can be located by name."""
    catalogue = knowledge.catalogue
    routes = (*evidence.routes, *evidence.near_misses)
    crag_ids = [
        *(route.crag_id for route in routes),
        *(area.crag_id for area in evidence.areas),
        *(s.crag_id for s in evidence.sectors),
    ]
    crags = {crag.id: crag for crag in evidence.crags} | {
        each: catalogue.crag(each) for each in crag_ids
    }
    area_ids = [
        *(route.area_id for route in routes),
        *(sector.area_id for sector in evidence.sectors),
    ]
    areas = {area.id: area for area in evidence.areas} | {
        each: catalogue.area(each) for each in area_ids if each
    }
    sectors = {s.id: s for s in evidence.sectors} | {
        r.sector_id: catalogue.sector(r.sector_id) for r in routes if r.sector_id
    }
    return replace(
        evidence,
        crags=tuple(crag for crag in crags.values() if crag is not None),
        areas=tuple(area for area in areas.values() if area is not None),
        sectors=tuple(sector for sector in sectors.values() if sector is not None),
    )


def _with_sources(evidence: Evidence, knowledge: KnowledgeBase) -> Evidence:
    wanted = {
        *(route.source_id for route in (*evidence.routes, *evidence.near_misses)),
        *(crag.source_id for crag in evidence.crags),
        *(area.source_id for area in evidence.areas),
        *(gym.source_id for gym in evidence.gyms),
        *(notice.source_id for notice in evidence.notices),
        *(one for route in evidence.routes for one in route.also_from),
        *(one for gym in evidence.gyms for one in gym.also_from),
    }
    sources = (source for source in knowledge.sources if source.id in wanted)
    return replace(evidence, sources=tuple(sources))
