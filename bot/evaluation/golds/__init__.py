"""The golds by name: what a phrasing means, computed from the records in plain Python."""

from bot.evaluation.golds import (
    comparing,
    general,
    gym_facts,
    gym_sets,
    places,
    route_facts,
    sets,
    spoken,
)

GOLDS = {
    **route_facts.GOLDS,
    **sets.GOLDS,
    **comparing.GOLDS,
    **places.GOLDS,
    **gym_facts.GOLDS,
    **gym_sets.GOLDS,
    **general.GOLDS,
    **spoken.GOLDS,
}
"""Gold name -> how it is drawn; data/eval/README.md describes every one."""

__all__ = ["GOLDS"]
