"""Which group has the most routes: the first with its number, ties told, then the next two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean_name
from bot.rendering.composing import compose
from bot.rendering.conditions import lead_in, numbers_of, own_line, route_conditions
from bot.rendering.labels import ROUTE_TYPES, label
from bot.rendering.names import PATH_MARK, record_name
from bot.rendering.nothing import render_nothing
from bot.rendering.unknown import unknown_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.rendering.request import Request
    from bot.schema import Draft, Group

MAX_TIES = 6
"""Names of one tie that are told."""
_SHOWN = 3
_LACKING = {
    "area": ("在哪一區", "area"),
    "sector": ("在哪面牆", "wall"),
    "crag": ("岩場", "crag"),
    "person": ("首攀者", "first ascensionist"),
    "year": ("首攀年份", "year of the first ascent"),
    "decade": ("首攀年份", "year of the first ascent"),
    "grade": ("難度", "grade"),
    "type": ("型態", "type"),
}
_COUNTED = {"person": ("首攀", "first ascents")}
_SUITS = re.compile(
    r"適合|适合|簡單|简单|容易|第一次|入門|入门|新手|good for|suit|easi|first|beginner",
    re.IGNORECASE,
)


def render_groups(request: Request) -> Draft:
    """The largest group of the evidence, or the smallest, and the ones behind it."""
    groups = request.evidence.groups
    by = request.query.group_by or "area"
    conditions = route_conditions(request)
    if not groups:
        tally = request.evidence.tally
        if tally is None or not tally.missing:
            return render_nothing(request)
        line = request.say("groups.none", conditions=conditions, what=_word(_LACKING, by, request))
        return compose(request, [line], abstained=True, figures=numbers_of(conditions))
    lines = [*own_line(conditions, request), *_ranking(groups, conditions, request)]
    lines += [*_notes(by, request), *unknown_lines(request)]
    figures = [figure for line in lines for figure in numbers_of(line)]
    return compose(request, lines, request.evidence.crags, figures=figures)


def _ranking(groups: Sequence[Group], conditions: str, request: Request) -> list[str]:
    by = request.query.group_by or "area"
    best = [group for group in groups if group.total == groups[0].total]
    extreme = (
        ("最多" if request.zh else "most")
        if request.query.descending
        else ("最少" if request.zh else "fewest")
    )
    values = {
        "conditions": lead_in(conditions, request),
        "what": _word(_COUNTED, by, request) or ("路線" if request.zh else "routes"),
        "extreme": extreme,
        "count": best[0].total,
    }
    if len(groups) == 1:
        return [request.say("groups.only", name=_name(best[0], request), **values)]
    if len(best) == 1:
        head = request.say("groups.one", name=_name(best[0], request), **values)
    else:
        names = request.join([_name(group, request) for group in best[:MAX_TIES]])
        if len(best) > MAX_TIES:
            names += request.say("groups.more_ties", count=len(best))
        head = request.say("groups.ties", names=names, groups=len(best), **values)
    return [line.replace("、 ", "、") for line in (head, *_rest(groups, len(best), request))]


def _rest(groups: Sequence[Group], told: int, request: Request) -> list[str]:
    """Those behind the first ones, with whoever ties with the last of them."""
    wanted = max(request.query.limit or _SHOWN, _SHOWN)
    behind = groups[told:wanted]
    if not behind:
        return []
    ties = [group for group in groups[wanted:] if group.total == behind[-1].total]
    behind = (*behind, *ties[: MAX_TIES - 1])
    rows = [
        request.say("groups.row", name=_name(group, request), count=group.total) for group in behind
    ]
    return [request.say("groups.rest", rows=request.join(rows))]


def _notes(by: str, request: Request) -> list[str]:
    """What the number is worked out from, and what it leaves out."""
    tally = request.evidence.tally
    lines = []
    if request.evidence.inexact and by != "person":
        lines.append(request.say("groups.wide", count=len(request.evidence.inexact)))
    if _SUITS.search(request.query.text):
        lines.append(request.say("groups.suits"))
    if tally is None:
        return lines
    if by == "person":
        key = "groups.person_note" if tally.missing else "groups.person_all"
        return [*lines, request.say(key, total=tally.total, missing=tally.missing)]
    if tally.missing:
        what = _word(_LACKING, by, request)
        lines.append(request.say("groups.missing", missing=tally.missing, what=what))
    return lines


def _name(group: Group, request: Request) -> str:
    """The name of a group; a wall with its area, a part of many crags with its crag."""
    kind, _, rest = group.place_id.partition(":")
    if kind == "type":
        return label(ROUTE_TYPES, rest, request.language)
    if kind in {"year", "decade", "grade", "person"} and rest:
        name = clean_name(group.name)
        if kind == "year" and request.zh:
            return f" {name} 年"
        return {"decade": f" {name} 年代" if request.zh else f"the {name}s"}.get(kind, name)
    evidence = request.evidence
    sector, area = evidence.sector(group.place_id), evidence.area(group.place_id)
    place = sector or area or evidence.crag(group.place_id)
    if place is None:
        return request.quote(clean_name(group.name))
    steps = [evidence.area(sector.area_id)] if sector is not None else []
    names = [record_name(step, request.language) for step in (*steps, place) if step is not None]
    part = sector or area
    crag = evidence.crag(part.crag_id) if part is not None else None
    if crag is not None and len(evidence.crags) > 1:
        names.insert(0, record_name(crag, request.language))
    path = PATH_MARK.join(dict.fromkeys(names))
    return path if PATH_MARK in path else request.quote(path)


def _word(table: dict[str, tuple[str, str]], by: str, request: Request) -> str:
    return table[by][not request.zh] if by in table else ""
