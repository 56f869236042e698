"""Several golds in one question: two facts of one route, a number and the first of the same set."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.evaluation.drawing import Drawn
from bot.evaluation.expectation import Expectation, Ids
from bot.evaluation.phrasings import SLOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.evaluation.drawing import Draw, Gold
    from bot.evaluation.values import SlotValue


def together(golds: Mapping[str, Gold]) -> Gold:
    """The gold ``together``: each of ``args.parts`` has ``gold``, ``args``, ``filters``, ``slots``.

    ``slots`` maps a slot of the part's gold to the slot of the text: ``{route: route2}``. Parts
    with the same mapping are drawn from the same numbers: one thing, asked about twice.
    """

    def gold(draw: Draw) -> Drawn | None:
        parts = list(_parts(golds, draw))
        drawn = [one for one in parts if one is not None]
        if len(drawn) < len(parts):
            return None
        slots: dict[str, SlotValue] = {}
        for one in drawn:
            for name, value in one.slots.items():
                if name in draw.slots and slots.setdefault(name, value) != value:
                    return None
        return Drawn(
            slots,
            _merged([one.expectation for one in drawn]),
            today=drawn[0].today,
            subjects=frozenset().union(*(one.subjects for one in drawn)),
        )

    return gold


def _parts(golds: Mapping[str, Gold], draw: Draw) -> Iterator[Drawn | None]:
    states: dict[tuple[tuple[str, str], ...], Any] = {}
    for part in draw.arg("parts"):
        state = states.setdefault(tuple(sorted(part.get("slots", {}).items())), draw.rng.getstate())
        draw.rng.setstate(state)
        yield _drawn(golds, draw, part)
        draw.rng.random()


def _drawn(golds: Mapping[str, Gold], draw: Draw, part: Mapping[str, Any]) -> Drawn | None:
    """One part, drawn as a question of its own; its slots are called as the text calls them."""
    names: dict[str, str] = part.get("slots", {})
    back = {theirs: ours for ours, theirs in names.items()}
    hidden = set(names) - set(back)

    def renamed(found: Any) -> str:
        slot = back.get(found[1], found[1])
        return "" if found[1] in hidden else f"{{{slot}}}"

    own = draw.template.model_copy(
        update={
            "args": part.get("args", {}),
            "filters": tuple(part.get("filters", ())),
            "history": tuple(SLOT.sub(renamed, text) for text in draw.template.history),
        }
    )
    one = golds[part["gold"]](replace(draw, template=own, text=SLOT.sub(renamed, draw.text)))
    if one is None:
        return None
    return replace(one, slots={names.get(name, name): value for name, value in one.slots.items()})


def _merged(parts: list[Expectation]) -> Expectation:
    return Expectation(
        contains=tuple(group for part in parts for group in part.contains),
        forbidden=tuple(word for part in parts for word in part.forbidden),
        routes=_all([part.routes for part in parts]),
        gyms=_all([part.gyms for part in parts]),
        checks=tuple(check for part in parts for check in part.checks),
        records=frozenset().union(*(part.records for part in parts)),
    )


def _all(ids: list[Ids | None]) -> Ids | None:
    """The ids of every part; what one part may hold besides is not judged."""
    told = [one for one in ids if one is not None]
    if not told:
        return None
    least = frozenset().union(*(one.least for one in told))
    bounds = [one.most for one in told]
    if len(told) < len(ids) or any(bound is None for bound in bounds):
        return Ids(least=least)
    return Ids(least=least, most=frozenset().union(*(bound for bound in bounds if bound)))
