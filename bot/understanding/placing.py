"""The places that a question names, and a filter for what lies in them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.schema import Mention

if TYPE_CHECKING:
    from bot.understanding.reading import Reading
    from knowledge.filters import RouteFilter
    from knowledge.gazetteer import NameMention


def mention_of(name: NameMention) -> Mention:
    """A name of the question as a query holds it."""
    return Mention(
        surface=name.surface,
        kind=name.kind,
        ids=name.ids,
        how=name.how,
        runners_up=name.runners_up,
        start=name.start,
    )


def places_of(reading: Reading) -> tuple[Mention, ...]:
    """Places named, without those that only say where a narrower one lies."""
    named = [mention_of(name) for name in reading.of_kind("crag", "area", "sector")]
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


def placed(routes: RouteFilter, places: tuple[Mention, ...]) -> RouteFilter:
    """The routes wanted, of these places."""

    def ids(kind: str) -> tuple[str, ...]:
        return tuple(each for place in places if place.kind == kind for each in place.ids)

    if places:
        # a named place says more than the region that it lies in
        routes = replace(routes, regions=(), cities=())
    return replace(routes, crag_ids=ids("crag"), area_ids=ids("area"), sector_ids=ids("sector"))
