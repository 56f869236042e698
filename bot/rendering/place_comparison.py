"""Crags and areas side by side, from figures computed over their routes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean_name
from bot.rendering.composing import compose
from bot.rendering.labels import CRAG_FIELD_NAMES, ROUTE_TYPES, label
from bot.rendering.names import record_name
from bot.rendering.place_values import place_value
from bot.rendering.route_values import grade_text
from bot.rendering.unknown import unknown_lines

if TYPE_CHECKING:
    from bot.rendering.request import Request
    from bot.schema import Draft, Group
    from knowledge.schema import Area, Crag

_FROM_RECORDS = (
    "region",
    "rock",
    "season",
    "amenities",
    "address",
    "approach",
    "parking",
    "transport",
)


def compare_places(request: Request) -> Draft:
    """Totals, grade ranges and types of each place, and which has more."""
    groups = request.evidence.groups
    name_of = {group.place_id: request.quote(_name(group, request)) for group in groups}
    names = request.both(list(name_of.values()))
    lines = [request.say("compare.head", names=names)]
    lines += [_row(group, name_of[group.place_id], request) for group in groups]
    figures: list[object] = [figure for group in groups for figure in _figures(group)]
    if len(groups) >= 2:
        told, difference = _conclusion(request)
        lines += told
        figures += difference
    else:
        lines.append(request.say("compare.need_two"))
    lines += unknown_lines(request)
    return compose(request, lines, _records(request), figures=figures)


def _name(group: Group, request: Request) -> str:
    """The place's name in the language."""
    evidence, wanted = request.evidence, group.place_id
    sectors = (sector for sector in evidence.sectors if sector.id == wanted)
    place = evidence.crag(wanted) or evidence.area(wanted) or next(sectors, None)
    return clean_name(group.name) if place is None else record_name(place, request.language)


def _row(group: Group, name: str, request: Request) -> str:
    """Everything about one place on one line."""
    facts = [
        request.say("count.bucket", label="共" if request.zh else "routes:", count=group.total)
    ]
    if group.bounds is not None:
        easiest, hardest = grade_text(group.bounds.easiest), grade_text(group.bounds.hardest)
        facts.append(f"{easiest} 到 {hardest}" if request.zh else f"{easiest} to {hardest}")
    if group.types:
        facts.append(
            request.join(
                [
                    request.say(
                        "count.bucket",
                        label=label(ROUTE_TYPES, bucket.label, request.language),
                        count=bucket.count,
                    )
                    for bucket in group.types
                ]
            )
        )
    facts += _recorded(group, request)
    return request.say("compare.row", name=name, facts=("；" if request.zh else "; ").join(facts))


def _recorded(group: Group, request: Request) -> list[str]:
    """Asked fields that stand in the record of the crag."""
    crag = request.evidence.crag(group.place_id)
    asked = [field for field in request.query.fields if field in _FROM_RECORDS]
    if crag is None:
        return []
    facts = []
    for field in asked:
        value = place_value(field, crag, request)
        name = label(CRAG_FIELD_NAMES, field, request.language)
        missing = "未記載" if request.zh else "not recorded"
        facts.append(f"{name}：{value or missing}" if request.zh else f"{name}: {value or missing}")
    return facts


def _conclusion(request: Request) -> tuple[list[str], list[object]]:
    harder = _harder(request)
    if harder:
        return harder, []
    ordered = sorted(request.evidence.groups, key=lambda group: -group.total)
    first, second = ordered[0], ordered[1]
    if first.total == second.total:
        return [request.say("compare.equal_routes")], []
    difference = first.total - second.total
    name = request.quote(_name(first, request))
    return [request.say("compare.more_routes", name=name, difference=difference)], [difference]


_ASKS_GRADE = re.compile(
    r"[難难硬]|簡單|简单|容易|新手|入門|hard|easy|easi|difficult", re.IGNORECASE
)


def _harder(request: Request) -> list[str]:
    """Which place goes up to the harder grade, when that is what was asked."""
    bounded = [(g, g.bounds) for g in request.evidence.groups if g.bounds is not None]
    grades = [bounds.hardest for _, bounds in bounded]
    comparable = len({grade.group for grade in grades}) == 1 and len(bounded) >= 2
    if not _ASKS_GRADE.search(request.query.text) or not comparable:
        return []
    ranked = sorted(bounded, key=lambda item: -(item[1].hardest.lo_score or 0))
    (first, top), (_, next_top) = ranked[0], ranked[1]
    if top.hardest.lo_score == next_top.hardest.lo_score:
        return [request.say("compare.places_level")]
    name = request.quote(_name(first, request))
    return [request.say("compare.places_harder", name=name)]


def _figures(group: Group) -> list[object]:
    return [group.total, *(bucket.count for bucket in group.types)]


def _records(request: Request) -> list[Crag | Area]:
    """The compared places, for their sources."""
    evidence = request.evidence
    ids = [group.place_id for group in evidence.groups]
    places = [evidence.crag(place_id) or evidence.area(place_id) for place_id in ids]
    return [place for place in places if place is not None]
