"""What members told of themselves: shown, changed when they say so, used where a question is open.

Only what the member said is ever here; nothing is worked out from the log or from others.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, cast, get_args

from bot.personal import Change, remembered
from knowledge.grades import around, parse_grade
from knowledge.schema import RouteType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bot.personal import ChangeKind, LogQuery, Memory
    from bot.schema import Evidence, Query
    from knowledge.filters import RouteFilter
    from knowledge.knowledge_base import KnowledgeBase

    Profile = Callable[[], Mapping[str, str]]

_SHOWS = frozenset({"about_me", "remember", "forget"})
_OWN_GRADE = frozenset({"beginner", "first_lead", "cannot_lead", "similar", "easier", "harder"})
"""Recommendations that say how hard they are without a grade."""
_OPEN = re.compile(
    r"\W*(?:請|幫我|可以|再)*推[薦荐](?:我|一下|給我)*[一二兩三幾]?[條条]?(?:路[線线])?(?:給我|吧)?\W*"
    r"|\W*(?:please )?(?:recommend|suggest)(?: me)?(?: (?:a|one|some))?"
    r"(?: (?:route|routes|climb))?\W*",
    re.IGNORECASE,
)
"""「推薦一條」: nothing to go by but what is remembered."""
_DROPPED = ((), ("style",), ("style", "area"))
"""What is given up, in turn, where nothing fits all that is remembered."""


def memory_evidence(
    query: LogQuery, evidence: Evidence, profile: Profile, knowledge: KnowledgeBase
) -> Evidence:
    """With what is remembered, and the change to it that the member asks for."""
    log = evidence.log
    if log is None or query.ask not in _SHOWS:
        return evidence
    known = remembered(profile())
    log = replace(log, memory=known)
    if query.ask == "about_me":
        return replace(evidence, log=log)
    names = {name for name, _ in query.memory}
    before = tuple(one for one in known if one[0] in names)
    wanted = tuple((name, _as_named(name, value, knowledge)) for name, value in query.memory)
    if query.ask == "forget":
        wanted = tuple((name, "") for name, _ in before)
    if not wanted or (query.ask == "remember" and set(wanted) <= set(known)):
        return replace(evidence, log=replace(log, problem="same"))
    kind = cast("ChangeKind", query.ask)
    change = Change(kind, memory=wanted, memory_before=before)
    return replace(evidence, log=replace(log, change=change))


def _as_named(name: str, value: str, knowledge: KnowledgeBase) -> str:
    """The value as it is kept: a place by its name, which outlives the ids of an import."""
    crag = knowledge.catalogue.crag(value) if name == "area" and value else None
    return crag.display_name if crag is not None else value


def with_memory(query: Query, profile: Profile, knowledge: KnowledgeBase) -> Iterator[Query]:
    """The recommendation asked for with what the question leaves open, the narrowest first."""
    if query.page > 1 and not query.remembered and query.inherited:
        return
    bare = query.intent in {"out_of_domain", "clarify"} and _OPEN.fullmatch(query.text)
    if not bare and (query.intent != "recommend" or query.log is not None):
        return
    held = dict(remembered(profile()))
    if bare:
        query = replace(query, intent="recommend", topic="", unknown=())
    tried: set[Memory] = set()
    for dropped in _DROPPED:
        kept = {name: value for name, value in held.items() if name not in dropped}
        wanted, used = _narrowed(query, kept, knowledge)
        if used and used not in tried:
            tried.add(used)
            yield replace(query, filter=wanted, remembered=used)


def _narrowed(
    query: Query, held: Mapping[str, str], knowledge: KnowledgeBase
) -> tuple[RouteFilter, Memory]:
    wanted, used = query.filter, []
    grade = parse_grade(held.get("level", ""))
    open_grade = wanted.grade is None and not query.grade_ranges and query.order is None
    if grade.known and open_grade and query.topic not in _OWN_GRADE:
        wanted = replace(wanted, grade=around(grade))
        used.append(("level", held["level"]))
    area = held.get("area", "")
    crags = [one for one in knowledge.catalogue.crags() if area in {one.name, one.display_name}]
    if len(crags) == 1 and _is_anywhere(query):
        wanted = replace(wanted, crag_ids=(crags[0].id,))
        used.append(("area", area))
    liked = tuple(filter(None, held.get("style", "").split(",")))
    if liked and not (wanted.styles or wanted.types or query.topic == "similar"):
        types = tuple(one for one in liked if one in get_args(RouteType))
        styles = tuple(one for one in liked if one not in types)
        wanted = replace(wanted, styles=styles, types=cast("tuple[RouteType, ...]", types))
        used.append(("style", held["style"]))
    return wanted, tuple(used)


def _is_anywhere(query: Query) -> bool:
    chosen = query.filter
    placed = chosen.crag_ids or chosen.area_ids or chosen.sector_ids or chosen.regions
    named = query.places or query.routes or query.unknown or query.gyms
    return not (placed or chosen.cities or named)
