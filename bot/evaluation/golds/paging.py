"""Golds that lean on the list answered before: its next page, its n-th route."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.evaluation.drawing import Drawn
from bot.evaluation.expectation import Expectation, Ids
from bot.evaluation.golds.ordinals import says_of_listed
from bot.evaluation.golds.route_facts import route_value
from bot.evaluation.golds.sets import select
from bot.evaluation.texts import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.evaluation.drawing import Draw, Gold
    from bot.evaluation.expectation import Given
    from knowledge.schema import Route

PAGE = 10


def next_page(draw: Draw) -> Drawn | None:
    """The second page of the list in the history, told by the names on its numbered lines."""
    selection = select(draw, (PAGE + 1, 60))
    if selection is None or not selection.exact:
        return None
    routes = selection.may
    names = {route.id: tuple(map(normalise, _names(route))) for route in routes}
    if _overlap(names.values()) or any(route.pitch for route in routes):
        return None
    expected = min(PAGE, len(routes) - PAGE)

    def check(given: Given) -> str:
        shown = {one for answer in given.before for one in _on_page(answer.text, names)}
        now = _on_page(given.answer.text, names)
        if now & shown:
            return "shows routes again"
        return "" if len(now) == expected else f"shows {len(now)} routes instead of {expected}"

    ids = frozenset(names)
    return Drawn(
        selection.slots,
        Expectation(routes=Ids(most=ids), checks=(check,)),
        paged=True,
        subjects=selection.subjects,
    )


def _names(route: Route) -> tuple[str, ...]:
    """Both names: an answer leads with the one of its language."""
    return tuple(name for name in (route.name, route.name_en) if name)


def _overlap(names: Iterable[tuple[str, ...]]) -> bool:
    """Whether two routes share a name, so that a page could not be read back."""
    every = [name for own in names for name in set(own)]
    return len(set(every)) < len(every)


def _on_page(text: str, names: Mapping[str, tuple[str, ...]]) -> set[str]:
    """The routes whose names begin the numbered lines of a text."""
    rows = [match[1] for match in _NUMBERED.finditer(text)]
    plain = [normalise(row) for row in rows]
    return {
        route_id
        for route_id, own in names.items()
        for name in own
        if any(re.match(rf"⚠?\ufe0f?{re.escape(name)}(?:[|(]|$)", row) for row in plain)
    }


_NUMBERED: Final = re.compile(r"^\s*\d+[.、]\s*(.+)$", re.MULTILINE)


def ordinal_field(draw: Draw) -> Drawn | None:
    """A field of the n-th route of the list that was really answered before."""
    selection = select(draw, (2, 10))
    position = int(draw.arg("position"))
    if selection is None or not selection.exact or len(selection.may) < abs(position):
        return None
    field, world = draw.arg("field"), draw.world
    values = {route.id: route_value(route, field, world) for route in selection.may}
    if not all(values.values()):
        return None

    check = says_of_listed(position, values, lambda answer: answer.route_ids)
    return Drawn(selection.slots, Expectation(checks=(check,)), subjects=selection.subjects)


GOLDS: Final[dict[str, Gold]] = {"next_page": next_page, "ordinal_field": ordinal_field}
