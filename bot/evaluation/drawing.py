"""What a gold is drawn from, and what it gives: slots and the expectation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from bot.evaluation.expectation import TODAY, Expectation
from bot.evaluation.templates import Template
from bot.evaluation.values import SlotValue
from bot.evaluation.world import World


@dataclass(frozen=True, slots=True)
class Draw:
    """One attempt to fill one phrasing."""

    world: World
    rng: Random
    template: Template
    text: str

    @property
    def slots(self) -> frozenset[str]:
        """Slots of the phrasing and its history."""
        return self.template.slots(self.text)

    @property
    def english(self) -> bool:
        """Whether the question is in English."""
        return self.template.lang == "en"

    def arg(self, name: str, default: Any = None) -> Any:
        """An argument of the gold.

        Raises:
            ValueError: When it is missing and has no default.
        """
        value = self.template.args.get(name, default)
        if value is None:
            raise ValueError(f"the gold {self.template.gold} needs args.{name}")
        return value


@dataclass(frozen=True, slots=True)
class Drawn:
    """A question's entities and gold."""

    slots: Mapping[str, SlotValue]
    expectation: Expectation
    today: date = TODAY
    paged: bool = False
    subjects: frozenset[str] = field(default_factory=frozenset)
    """Ids that ``other_*`` slots must not be."""
    scope: str = ""
    """The Discord server that the question comes from."""


Gold = Callable[[Draw], Drawn | None]
"""Draws one question; ``None`` when this attempt found nothing."""
