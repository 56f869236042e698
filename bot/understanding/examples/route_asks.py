"""What is asked of a route that is named, as learned from examples: a property, or a comparison.

One linear model over all that is known of the question, as in ``kinds``, and over its English words
in their order, common ones and the places of names included: in "what does X clock in at" nothing
else says what is asked. Learned by ``python -m bot.evaluation.learning`` from ``records*.yaml`` and
the phrasings of the development splits; kept in ``routes.npz``.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from bot.understanding.examples.kinds import traits
from bot.understanding.examples.linear import Model, load
from bot.understanding.words import DAY, GRADE, NAME

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading

WEIGHTS = Path(__file__).with_name("routes.npz")
_STEM = 7
"""Letters of an English word that count."""
_WORD = re.compile(f"[a-z]+(?:'[a-z]+)?|[{NAME}{GRADE}{DAY}]")
_MOST = 3
_PLACES = frozenset({"crag", "area", "sector"})


def told_of(reading: Reading, conditions: Conditions) -> tuple[str, ...]:
    """All that is known of a question about a route, its English words in their order."""
    line = ["^", *(word[:_STEM] for word in _WORD.findall(reading.lower)), "$"]
    found = [f"said:{word}" for word in line[1:-1]]
    found += [f"said:{a} {b}" for a, b in pairwise(line)]
    found += [f"said:{a} {b} {c}" for a, b, c in zip(line, line[1:], line[2:], strict=False)]
    found.append(f"names:{min(_MOST, reading.lower.count(NAME))}")
    placed = any(name.kind in _PLACES for name in reading.names)
    routes = reading.lower.count(NAME) - placed
    found.append(f"routes:{min(_MOST, routes)}")
    return (*traits(reading, conditions), *found)


def likely_of_route(reading: Reading, conditions: Conditions) -> Mapping[str, float]:
    """How likely each ask is: ``grade``, ``first_ascent``, ``unrecorded``, ``compare`` …."""
    return _likely(told_of(reading, conditions))


@lru_cache(maxsize=64)
def _likely(found: tuple[str, ...]) -> Mapping[str, float]:
    return model().likely(found)


@cache
def model() -> Model:
    """The model that is shipped."""
    return load(WEIGHTS)
