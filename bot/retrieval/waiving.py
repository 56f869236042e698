"""What a recommendation may do without: a warm-up, a classic, where no record says so. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.retrieval.routes import without_popularity
from knowledge.terms import GROUNDS, TERRAIN, find_styles, tells

if TYPE_CHECKING:
    from bot.schema import Query
    from knowledge.knowledge_base import KnowledgeBase
    from knowledge.schema import Area


def waivable(query: Query) -> tuple[str, ...]:
    """Styles that say no terrain, and ``popularity``, of those that are wished for."""
    wanted = query.filter
    soft = tuple(style for style in wanted.styles if style not in TERRAIN)
    return soft + (("popularity",) if wanted.popularity_min is not None else ())


def without(query: Query, waived: tuple[str, ...]) -> Query:
    """The same question without these wishes."""
    if "popularity" in waived:
        query = without_popularity(query)
    kept = tuple(style for style in query.filter.styles if style not in waived)
    if kept == query.filter.styles:
        return query
    said = tuple(
        word
        for word in query.styles_asked
        if not any(each.style in waived for each in find_styles(word))
    )
    return replace(query, filter=replace(query.filter, styles=kept), styles_asked=said)


def told_areas(query: Query, style: str, knowledge: KnowledgeBase) -> tuple[Area, ...]:
    """The areas of the places asked about whose prose tells what the routes do not: shade, rain."""
    wanted, ground = query.filter, GROUNDS[style]
    return tuple(
        area
        for area in knowledge.catalogue.areas()
        if (area.id in wanted.area_ids if wanted.area_ids else area.crag_id in wanted.crag_ids)
        and any(tells(ground, text) for text in (area.description, area.description_en) if text)
    )


def of_areas(query: Query, areas: tuple[Area, ...]) -> Query:
    """The same question in these areas alone."""
    ids = tuple(area.id for area in areas)
    return replace(query, filter=replace(query.filter, crag_ids=(), sector_ids=(), area_ids=ids))
