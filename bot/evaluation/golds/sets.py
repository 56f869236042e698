"""Golds about sets of routes: lists and counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.evaluation import filters
from bot.evaluation.drawing import Drawn
from bot.evaluation.expectation import Expectation, Ids
from bot.evaluation.values import SlotValue
from bot.evaluation.world import is_draft
from knowledge.schema import Route

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.evaluation.condition import Condition
    from bot.evaluation.drawing import Draw, Gold
    from bot.evaluation.expectation import Given

_DEFAULT_SIZE: Final = (1, 60)
_TRIES: Final = 8
_PLACES: Final = ("crag", "area", "sector")


@dataclass(frozen=True, slots=True)
class Selection:
    """Filters drawn, and the routes that they mean."""

    must: tuple[Route, ...]
    may: tuple[Route, ...]
    slots: dict[str, SlotValue]
    subjects: frozenset[str]

    @property
    def exact(self) -> bool:
        """Whether the question leaves no freedom."""
        return len(self.must) == len(self.may)


def select(draw: Draw, size: tuple[int, int] = _DEFAULT_SIZE) -> Selection | None:
    """Routes by filters that one route meets, as many as the template allows."""
    _require_slots(draw)
    low, high = draw.template.size or size
    for _ in range(_TRIES):
        seed = draw.rng.choice(draw.world.routes)
        conditions = _conditions(draw, [seed] * len(draw.template.filters))
        if conditions is None:
            continue
        selection = _selection(draw, conditions, seed)
        if low <= len(selection.may) <= high and not any(map(is_draft, selection.may)):
            return selection
    return None


def _conditions(draw: Draw, seeds: Sequence[Route]) -> list[Condition] | None:
    """Every filter of the template, drawn from its seed; ``None`` when one cannot be."""
    drawn: list[Condition] = []
    for name, seed in zip(draw.template.filters, seeds, strict=True):
        condition = filters.draw(name, seed, draw.world, draw.rng)
        if condition is None:
            return None
        drawn.append(condition)
    return drawn


def _selection(draw: Draw, conditions: Sequence[Condition], seed: Route) -> Selection:
    may = tuple(route for route in draw.world.routes if all(one.may(route) for one in conditions))
    must = tuple(route for route in may if all(one.must(route) for one in conditions))
    slots = {name: value for one in conditions for name, value in one.slots.items()}
    named = {*draw.template.filters, *draw.slots}
    places = {"crag": seed.crag_id, "area": seed.area_id, "sector": seed.sector_id}
    subjects = {places[place] for place in _PLACES if place in named} | {seed.crag_id}
    return Selection(must, may, slots, frozenset(subjects))


def _require_slots(draw: Draw) -> None:
    needed = {slot for name in draw.template.filters for slot in filters.slots_of(name)}
    missing = needed - draw.slots
    if missing:
        raise ValueError(f"the filters need the slots {', '.join(sorted(missing))} in the text")


def route_list(draw: Draw) -> Drawn | None:
    """All matches, nothing else, with their number."""
    selection = select(draw)
    if selection is None:
        return None
    contains = (counts_of(selection),)
    return Drawn(
        selection.slots,
        Expectation(
            contains, routes=_ids(selection), checks=(_not_empty,), records=records_of(selection)
        ),
        subjects=selection.subjects,
    )


def empty_list(draw: Draw) -> Drawn | None:
    """Filters that nothing meets together, though each alone is met."""
    _require_slots(draw)
    for _ in range(_TRIES):
        seeds = [draw.rng.choice(draw.world.routes) for _ in draw.template.filters]
        conditions = _conditions(draw, seeds)
        if conditions is None:
            continue
        selection = _selection(draw, conditions, seeds[0])
        if not selection.may:
            return Drawn(selection.slots, Expectation(abstained=True), subjects=selection.subjects)
    return None


def count(draw: Draw) -> Drawn | None:
    """How many there are."""
    selection = select(draw, (1, 10_000))
    if selection is None or (not selection.exact and len(selection.may) > len(selection.must) + 3):
        return None
    return Drawn(
        selection.slots,
        Expectation((counts_of(selection),), records=records_of(selection)),
        subjects=selection.subjects,
    )


def _ids(selection: Selection) -> Ids:
    return Ids(
        least=frozenset(route.id for route in selection.must),
        most=frozenset(route.id for route in selection.may),
    )


def records_of(selection: Selection) -> frozenset[str]:
    """Ids of the routes that have to be in the answer."""
    return frozenset(route.id for route in selection.must)


def counts_of(selection: Selection) -> tuple[str, ...]:
    """The numbers that an answer may give: one, unless the question is vague."""
    return tuple(str(size) for size in range(len(selection.must), len(selection.may) + 1))


def _not_empty(given: Given) -> str:
    return "" if given.answer.route_ids else "lists nothing"


GOLDS: Final[dict[str, Gold]] = {"list": route_list, "empty_list": empty_list, "count": count}
