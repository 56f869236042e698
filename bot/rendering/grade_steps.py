"""How many steps of their own scale lie between two grades."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.grades import step

if TYPE_CHECKING:
    from knowledge.schema import Grade

MAX_STEPS = 60
"""No scale is longer."""


def steps_between(easier: Grade, harder: Grade) -> int | None:
    """Steps up from the easier grade; ``None`` unless both are exact grades of one scale."""
    if not (easier.exact and harder.exact) or easier.system != harder.system:
        return None
    for steps in range(1, MAX_STEPS + 1):
        reached = step(easier, steps)
        if reached is None:
            return None
        if reached.lo == harder.lo:
            return steps
    return None
