"""Golds about how a set of routes is distributed over types, areas or grades."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from bot.evaluation.bands import family
from bot.evaluation.drawing import Drawn
from bot.evaluation.expectation import Expectation
from bot.evaluation.golds.sets import counts_of, records_of, select
from bot.evaluation.texts import normalise
from bot.evaluation.values import TYPE_WORDS, type_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.evaluation.drawing import Draw, Gold
    from bot.evaluation.expectation import Check, Given
    from knowledge.schema import Route

Share = tuple[tuple[tuple[str, ...], ...], tuple[int, ...]]
"""Ways to label a share, and their counts: the whole first, then its parts."""


def distribution(draw: Draw) -> Drawn | None:
    """How many there are of every type, area or whole grade, and in all."""
    selection = select(draw, (4, 10_000))
    if selection is None or not selection.exact:
        return None
    over = draw.arg("over")
    routes, named = selection.may, _named_types(draw.text)
    if over == "type" and len(named) > 1:
        routes = tuple(route for route in routes if route.type in named)
    whole = len(routes) == len(selection.may) and over != "grade"
    checks = tuple(_share(labels, count) for labels, count in _shares(draw, routes, over))
    contains = (counts_of(selection),) if whole else ()
    return Drawn(
        selection.slots,
        Expectation(contains, checks=checks, records=records_of(selection)),
        subjects=selection.subjects,
    )


def _named_types(text: str) -> frozenset[str]:
    """The types that the question itself names: 「運攀傳攀各幾條」 asks for these two."""
    plain = text.casefold()
    return frozenset(kind for kind in TYPE_WORDS if any(word in plain for word in type_words(kind)))


def _shares(draw: Draw, routes: Sequence[Route], over: str) -> list[Share]:
    """Every share of the routes."""
    if over == "type":
        types = Counter(route.type for route in routes if route.type)
        return [((type_words(kind),), (count,)) for kind, count in types.items()]
    if over == "area":
        areas = Counter(route.area_id for route in routes if route.area_id in draw.world.areas)
        named = ((draw.world.areas[area_id], count) for area_id, count in areas.items())
        return [(((area.name, area.name_en),), (count,)) for area, count in named]
    return _grade_shares(routes)


def _grade_shares(
    routes: Sequence[Route],
) -> list[Share]:
    known = [route for route in routes if route.grade.known]
    spanning = {
        end
        for route in known
        for end in (family(route.grade.lo), family(route.grade.hi))
        if family(route.grade.lo) != family(route.grade.hi)
    }
    shares: list[Share] = []
    for whole in {family(route.grade.lo) for route in known} - spanning:
        inside = [route for route in known if family(route.grade.lo) == whole]
        letters = Counter(
            route.grade.lo if route.grade.lo == route.grade.hi else whole for route in inside
        )
        labels = ((whole,), *((letter,) for letter in letters if letter != whole))
        counts = (len(inside), *(count for letter, count in letters.items() if letter != whole))
        shares.append((labels, counts))
    return shares


def _share(labels: tuple[tuple[str, ...], ...], counts: tuple[int, ...]) -> Check:
    """The first label with its count, or all the others with theirs."""

    def check(given: Given) -> str:
        lines = [normalise(line) for line in given.answer.text.split("\n")]
        whole, *letters = [
            any(_stands(line, option, count) for line in lines for option in options if option)
            for options, count in zip(labels, counts, strict=True)
        ]
        if whole or (letters and all(letters)):
            return ""
        return f"lacks {labels[0][0]} {counts[0]}"

    return check


def _stands(line: str, label: str, count: int) -> bool:
    folded = normalise(label)
    end = r"(?![\da-d+])" if folded[-1].isdigit() or folded[-1] in "abcd" else ""
    pattern = rf"(?<![\d.]){re.escape(folded)}{end}[^\d\n,、，;；]{{0,45}}{count}(?!\d|\.\d)"
    return re.search(pattern, line) is not None


GOLDS: Final[dict[str, Gold]] = {"distribution": distribution}
