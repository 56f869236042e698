"""Answers about crags, areas and sectors; figures come from their routes, not their prose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from bot.rendering.composing import compose
from bot.rendering.conditions import crag_conditions, numbers_of
from bot.rendering.flags import place_flag_lines
from bot.rendering.ground import ground_lines
from bot.rendering.labels import CRAG_FIELD_NAMES, label
from bot.rendering.names import full_name, record_name
from bot.rendering.notices import MAX_BESIDE, about_line, notices_in_force
from bot.rendering.place_fields import field_sentence, figures_of
from bot.rendering.place_overview import overview_lines
from bot.rendering.place_values import HIDDEN_FIELDS, place_value
from bot.rendering.quoting import asked_sentences, quote_line
from bot.rendering.unknown import render_unknown, unknown_lines
from bot.rendering.visiting import render_visit
from knowledge.schema import Area, Crag, NoticeKind, Sector

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.rendering.request import Request
    from bot.schema import Draft

Place: TypeAlias = Crag | Area | Sector
_NOTICED: tuple[NoticeKind, ...] = ("closure", "access", "hardware", "event")
"""Kinds of notices that are told beside whatever is asked of a place."""


def render_crag_info(request: Request) -> Draft:
    """The asked fields of the asked places, or the list of crags."""
    if request.query.topic == "visit":
        return render_visit(request)
    if request.query.topic == "list" or (
        not request.query.places and "count" in request.query.fields
    ):
        return _crag_list(request)
    places = asked_places(request)
    if not places:
        return render_unknown(request)
    if request.query.topic == "ground":
        return _ground(places, request)
    fields = request.query.fields or ("overview",)
    lines: list[str] = []
    figures: list[object] = []
    missing = 0
    for place in places:
        told, absent = _about(place, fields, request)
        lines += told
        missing += absent
        figures += figures_of(place, request)
    lines += _warnings(places, request)
    noticed = notices_in_force(_NOTICED, request)[:MAX_BESIDE]
    lines += [about_line(each, request) for each in noticed]
    lines += unknown_lines(request)
    nothing = missing == len(fields) * len(places)
    return compose(request, lines, (*places, *noticed), abstained=nothing, figures=figures)


def _ground(places: Sequence[Place], request: Request) -> Draft:
    """Which walls the records tell it of."""
    lines, told = ground_lines(request)
    figures = [figure for line in lines for figure in numbers_of(line)]
    lines += _warnings(places, request)
    noticed = notices_in_force(_NOTICED, request)[:MAX_BESIDE]
    lines += [about_line(each, request) for each in noticed]
    lines += unknown_lines(request)
    records = (*(told or places), *noticed)
    return compose(request, lines, records, abstained=not told, figures=figures)


def asked_places(request: Request) -> list[Place]:
    """The records that the question names, best reading first; all crags when none is named."""
    evidence = request.evidence
    found: dict[str, Place] = {}
    for mention in request.query.places:
        for place_id in mention.ids:
            place = evidence.crag(place_id) or evidence.area(place_id) or evidence.sector(place_id)
            if place is not None:
                found.setdefault(place.id, place)
    if not found and not request.query.places:
        found = {crag.id: crag for crag in evidence.crags}
    return list(found.values())


def _about(place: Place, fields: Sequence[str], request: Request) -> tuple[list[str], int]:
    """Lines about one place, and how many of the asked fields could not be given."""
    crag = crag_of(place, request)
    name = request.quote(record_name(place, request.language))
    lines: list[str] = []
    missing: list[str] = []
    hidden = _hidden(fields, crag, request)
    if hidden and crag is not None:
        lines.append(
            request.say("crag.discreet", name=request.quote(record_name(crag, request.language)))
        )
        # its county is no way there, and no answer to who asks for one
        hidden += [field for field in fields if _also_asks_the_way(field, request)]
        hidden = list(dict.fromkeys(hidden))
    for field in fields:
        if field in hidden:
            continue
        told = field_sentence(field, place, request)
        if field == "overview" or (told and list(fields) == ["description"]):
            told = overview_lines(place, request)
        lines += told
        if not told:
            missing.append(field)
    quotes = asked_sentences(place, request) if missing else ()
    if quotes:
        return [*lines, quote_line(name, quotes, request)], len(hidden)
    if missing:
        names = [label(CRAG_FIELD_NAMES, field, request.language) for field in missing]
        lines.append(request.say("crag.missing", name=name, fields=request.join(names)))
    return lines, len(missing) + len(hidden)


_ALSO_ASKS_THE_WAY = frozenset(
    {"location", "description", "overview", "region", "hazards", "amenities"}
)
"""Fields that words for a way there may mean as well."""
_OF_THE_COUNTRY = re.compile(
    r"[縣县]市|[哪甚什][個个一]?[縣县]|[北中南東东]部|\b(?:county|city|region|part of)\b",
    re.IGNORECASE,
)
_OF_THE_NEIGHBOURHOOD = re.compile(
    r"附近|[周週]邊|周边|周[圍围]|旁[邊边]|隔壁|[對对]面|[住吃]|過夜|过夜|民宿|旅[館馆]|商店|超商|加油"
    r"|\b(?:lodging|hostels?|hotels?|accommodation|camp\w*|stores?|restaurants?|gas|near\w*|around)\b",
    re.IGNORECASE,
)


def _also_asks_the_way(field: str, request: Request) -> bool:
    """Whether the field is no answer of its own beside the way there."""
    if field == "region" and _OF_THE_COUNTRY.search(request.query.text):
        return False
    return field in _ALSO_ASKS_THE_WAY


def _hidden(fields: Sequence[str], crag: Crag | None, request: Request) -> list[str]:
    """The asked fields that a sensitive crag does not tell: what is near tells where it is."""
    if crag is None or not crag.sensitive:
        return []
    plain = place_value("amenities", crag, request)
    told = plain and not _OF_THE_NEIGHBOURHOOD.search(request.query.text)
    near = [] if told else ["amenities"]
    return [field for field in fields if field in {*HIDDEN_FIELDS, *near}]


def crag_of(place: Place, request: Request) -> Crag | None:
    """The crag itself, or the one in which an area or a sector lies."""
    return place if isinstance(place, Crag) else request.evidence.crag(place.crag_id)


def _warnings(places: Sequence[Place], request: Request) -> list[str]:
    """Recorded warnings of the places and their crags, and the request for a low profile."""
    involved: dict[str, Crag | Area] = {}
    for place in places:
        crag = crag_of(place, request)
        for record in (place, crag):
            if isinstance(record, Crag | Area):
                involved.setdefault(record.id, record)
    lines = place_flag_lines(involved.values(), request)
    for record in involved.values():
        if isinstance(record, Crag) and record.sensitive:
            name = request.quote(record_name(record, request.language))
            lines.append(request.say("crag.low_profile", name=name))
    return lines


def _crag_list(request: Request) -> Draft:
    """Which crags there are, under the conditions; or just how many."""
    crags = request.evidence.crags
    conditions = crag_conditions(request)
    if not crags:
        lines = [request.say("none.list", conditions=conditions)]
        if request.evidence.places:
            lines.append(
                request.say("unknown.places", names=request.join(list(request.evidence.places)))
            )
        return compose(request, lines, abstained=True, figures=(0,))
    names = [record_name(crag, request.language) for crag in crags]
    figures: list[object] = [len(crags), *numbers_of(conditions)]
    if "count" in request.query.fields:
        line = request.say("count.crags", total=len(crags), names=request.join(names))
        return compose(request, [line], crags, figures=figures)
    totals = {group.place_id: group.total for group in request.evidence.groups}
    lines = [request.say("crag.list_head", total=len(crags))]
    for number, crag in enumerate(crags, 1):
        title = full_name(crag, request.language)
        if crag.id in totals:
            total = totals[crag.id]
            lines.append(request.say("crag.list_row", number=number, title=title, count=total))
            figures.append(total)
        else:
            lines.append(f"{number}. {title}")
    return compose(request, lines, crags, figures=figures)
