"""What each gold of a personal template means: expectations counted by hand from the entries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.evaluation.personal.golds import catalogue, changes, climbs, figures, replies

if TYPE_CHECKING:
    from bot.evaluation.personal.golds.drawing import Gold

GOLDS: Final[dict[str, Gold]] = {
    **figures.GOLDS,
    **climbs.GOLDS,
    **catalogue.GOLDS,
    **changes.GOLDS,
    **replies.GOLDS,
}
