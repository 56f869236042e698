"""A mean with its bootstrap interval: percentiles of resampled means, seeded."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

RESAMPLES = 1000


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean, and the bounds within which 95 of 100 resampled means lie."""

    mean: float
    low: float
    high: float
    count: int

    def __str__(self) -> str:
        return f"{self.mean:.1%} [{self.low:.1%}, {self.high:.1%}] n={self.count}"


def bootstrap(values: Sequence[float], *, seed: int = 0, resamples: int = RESAMPLES) -> Interval:
    """The mean of the values with its interval; an empty sequence has none.

    Raises:
        ValueError: Without values.
    """
    if not values:
        raise ValueError("nothing to average")
    count = len(values)
    mean = sum(values) / count
    if len(set(values)) == 1:
        return Interval(mean, mean, mean, count)
    rng = Random(seed)  # noqa: S311 - resampling
    means = sorted(sum(rng.choices(values, k=count)) / count for _ in range(resamples))
    return Interval(mean, means[int(0.025 * resamples)], means[int(0.975 * resamples) - 1], count)
