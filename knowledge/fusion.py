"""Joining rankings: weighted reciprocal rank fusion.

Ranks count from 1; a higher fused score is better; equal scores stand in the order of their ids.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

RANK_CONSTANT = 60
"""How little the first places differ from the next ones. Source: the paper below, section 3."""


def reciprocal_rank_fusion(
    rankings: Mapping[str, Sequence[str]],
    weights: Mapping[str, float],
    *,
    constant: int = RANK_CONSTANT,
) -> list[tuple[str, float]]:
    """All ids of the rankings with their fused scores, best first.

    An id scores ``weight / (constant + rank)`` for every ranking that holds it. A ranking without a
    weight, or with weight zero, is left out whole: its ids do not even stand at the end.

    Source: Cormack, Clarke and Büttcher, "Reciprocal rank fusion outperforms Condorcet and
    individual rank learning methods", SIGIR 2009; the weights are our addition.
    """
    scores: dict[str, float] = {}
    for leg, ranking in rankings.items():
        weight = weights.get(leg, 0.0)
        if weight == 0:
            continue
        for rank, item in enumerate(ranking, start=1):
            scores[item] = scores.get(item, 0.0) + weight / (constant + rank)
    return sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
