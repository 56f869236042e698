"""A filter, drawn: which routes have to be in the answer and which may be.

``must`` and ``may`` differ only where the question itself is vague (左右, 熱門, a terrain word).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.evaluation.values import SlotValue
from knowledge.schema import Route

Test = Callable[[Route], bool]


@dataclass(frozen=True, slots=True)
class Condition:
    """One filter, drawn."""

    must: Test
    may: Test
    slots: Mapping[str, SlotValue]


def exact(test: Test, **slots: SlotValue) -> Condition:
    """A filter that leaves no freedom."""
    return Condition(test, test, slots)
