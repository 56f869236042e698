"""The golds by name: what a phrasing means, computed from the records in plain Python."""

from bot.evaluation.golds import (
    comparing,
    dated_gyms,
    dated_news,
    dated_places,
    general,
    gym_facts,
    gym_sets,
    paging,
    places,
    premises,
    ranking,
    recommending,
    route_facts,
    sets,
    shares,
    spoken,
    together,
)

_SINGLE = {
    **route_facts.GOLDS,
    **premises.GOLDS,
    **sets.GOLDS,
    **ranking.GOLDS,
    **shares.GOLDS,
    **recommending.GOLDS,
    **paging.GOLDS,
    **comparing.GOLDS,
    **places.GOLDS,
    **gym_facts.GOLDS,
    **gym_sets.GOLDS,
    **general.GOLDS,
    **spoken.GOLDS,
    **dated_gyms.GOLDS,
    **dated_news.GOLDS,
    **dated_places.GOLDS,
}
GOLDS = {**_SINGLE, "together": together.together(_SINGLE)}
"""Gold name -> how it is drawn; data/eval/README.md describes every one."""

__all__ = ["GOLDS"]
