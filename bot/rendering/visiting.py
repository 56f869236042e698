"""Where to climb at all: every crag with its region, size, range and season, then how to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.composing import compose
from bot.rendering.conditions import crag_conditions, numbers_of
from bot.rendering.flags import place_flag_lines
from bot.rendering.names import full_name
from bot.rendering.notices import MAX_BESIDE, about_line, notices_in_force
from bot.rendering.place_fields import types_text
from bot.rendering.place_values import place_value, season_name
from bot.rendering.route_values import grade_text

if TYPE_CHECKING:
    from datetime import date

    from bot.rendering.request import Request
    from bot.schema import Draft, Group
    from knowledge.schema import Crag

_SEASONS = "冬冬春春春夏夏夏秋秋秋冬"
"""The season of each month, January first."""
MAX_CRAGS = 8


def render_visit(request: Request) -> Draft:
    """The crags that fit, largest first; none is told as such, with the ones that there are."""
    evidence = request.evidence
    groups = {group.place_id: group for group in evidence.groups}
    crags = sorted(
        evidence.crags, key=lambda crag: -groups[crag.id].total if crag.id in groups else 0
    )
    conditions = crag_conditions(request)
    asked = _season_asked(request.query.days[0] if request.query.days else evidence.today, request)
    if not crags:
        lines = [
            request.say("none.list", conditions=conditions),
            request.say("unknown.places", names=request.join(list(evidence.places))),
        ]
        return compose(request, lines, abstained=True, figures=(0, *numbers_of(conditions)))
    lines = [request.say("visit.head", total=len(crags))]
    day = request.query.days[0] if request.query.days else evidence.today
    for crag in crags[:MAX_CRAGS]:
        lines += _lines(crag, groups.get(crag.id), day, request)
    figures = [figure for line in lines for figure in numbers_of(line)]
    lines += place_flag_lines(crags[:MAX_CRAGS], request)
    noticed = notices_in_force(("closure", "access"), request)[:MAX_BESIDE]
    lines += [about_line(each, request) for each in noticed]
    if asked and all(crag.seasons and asked not in crag.seasons for crag in crags):
        lines.append(request.say("visit.indoors", now=season_name(asked, request)))
    lines += [request.say("visit.live"), request.say("visit.more")]
    return compose(request, lines, (*crags, *noticed), figures=(len(crags), *figures))


def _lines(crag: Crag, group: Group | None, day: date | None, request: Request) -> list[str]:
    """One crag: where, how many routes of what, how hard, and whether it is the season."""
    facts = [place_value("region", crag, request)]
    if group is not None and group.total:
        facts.append(
            request.say("visit.routes", total=group.total, types=types_text(group, request))
        )
        if group.bounds is not None:
            easiest, hardest = grade_text(group.bounds.easiest), grade_text(group.bounds.hardest)
            facts.append(f"{easiest} 到 {hardest}" if request.zh else f"{easiest} to {hardest}")
    season = _season(crag, day, request)
    mark = "｜" if request.zh else " | "
    title = full_name(crag, request.language)
    return [mark.join([f"⛰️ {title}", *(fact for fact in (*facts, season) if fact)])]


def _season_asked(day: date | None, request: Request) -> str:
    """The season that was asked about, else that of the day."""
    if request.query.seasons:
        return request.query.seasons[0]
    return _SEASONS[day.month - 1] if day is not None else ""


def _season(crag: Crag, day: date | None, request: Request) -> str:
    known = all(season in _SEASONS for season in crag.seasons)
    value = place_value("season", crag, request)
    if not value:
        return request.say("visit.no_season")
    if known:
        value = request.join([season_name(season, request) for season in crag.seasons])
    now = _season_asked(day, request)
    if not now or not known:
        return request.say("visit.season", value=value)
    key = "visit.in_season" if now in crag.seasons else "visit.out_of_season"
    return request.say(key, value=value, now=season_name(now, request))
