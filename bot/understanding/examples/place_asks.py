"""What is asked of a place that is named, as learned from examples: a property, or its routes.

One linear model over all that is known of the question, as in ``kinds``. It says which property of
the crag or area is meant, that no record holds what is asked, or what is wanted of its routes.
Learned by ``python -m bot.evaluation.learning`` from ``records*.yaml``, ``sets*.yaml`` and the
phrasings of the development splits; kept in ``places.npz``.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from bot.understanding.examples.kinds import traits
from bot.understanding.examples.linear import Model, load

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading

WEIGHTS = Path(__file__).with_name("places.npz")


def likely_asks(reading: Reading, conditions: Conditions) -> Mapping[str, float]:
    """How likely each ask is: ``season``, ``parking``, ``unrecorded``, ``count``, ``live`` …."""
    return _likely(traits(reading, conditions))


@lru_cache(maxsize=64)
def _likely(found: tuple[str, ...]) -> Mapping[str, float]:
    return model().likely(found)


@cache
def model() -> Model:
    """The model that is shipped."""
    return load(WEIGHTS)
