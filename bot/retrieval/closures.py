"""Which routes a notice keeps people off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.dated import closes_all, in_force, reopens
from knowledge.importers.flags import flags_in
from knowledge.schema import blocks_on
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from knowledge.knowledge_base import KnowledgeBase
    from knowledge.schema import Notice, Route


def shutting(
    seen: Sequence[Notice], days: Iterable[date], knowledge: KnowledgeBase
) -> Callable[[Route], bool]:
    """Whether a notice keeps people off a route on any of the days."""
    blocking = {
        notice.id: notice for day in days for notice in in_force(seen, day) if _blocks(notice, day)
    }
    whole = {notice.about_id for notice in blocking.values() if not notice.walls}
    walls = {(notice.about_id, key(wall)) for notice in blocking.values() for wall in notice.walls}

    def shut(route: Route) -> bool:
        ids = (route.id, route.sector_id, route.area_id, route.crag_id)
        if whole.intersection(ids):
            return True
        names = {key(knowledge.name_of(part)) for part in ids[1:3] if part} if walls else set()
        return any((place, name) in walls for place in ids for name in names)

    return shut if blocking else lambda _route: False


def _blocks(notice: Notice, day: date) -> bool:
    """Whether nobody should climb there: a closure, or an access notice that says so."""
    if notice.kind == "closure":
        return closes_all(notice) or (bool(notice.walls) and not reopens(notice))
    if notice.kind != "access":
        return False
    return any(blocks_on(flag, day) for flag in flags_in(notice.title, notice.text))
