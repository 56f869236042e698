"""The hardest of what was done: per kind, by the lower end of the grade; tries never count."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bot.logbook.statistics.selecting import counted_grade
from bot.logbook.statistics.settling import KINDS, is_new, kind_of
from bot.personal import Best

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.ascents import Ascent


def score(ascent: Ascent) -> tuple[int, float] | None:
    """What an entry is ranked by: the lower end of its grade, then its plus or minus."""
    grade = counted_grade(ascent)
    if grade.lo_score is None:
        return None
    return grade.lo_score, {"": 0.0, "+": 0.25, "-": -0.25}[grade.modifier]


def hardest(ascents: Iterable[Ascent], *, easiest: bool = False) -> tuple[Best, ...]:
    """The hardest new ticks of every kind, all that tie, oldest first.

    Args:
        ascents: Settled entries.
        easiest: The other end instead.
    """
    by_kind: dict[str, list[Ascent]] = {}
    for one in ascents:
        if is_new(one) and score(one) is not None:
            by_kind.setdefault(kind_of(one), []).append(one)
    chosen = min if easiest else max
    bests = []
    for kind in KINDS:
        known = [(rank, one) for one in by_kind.get(kind, ()) if (rank := score(one))]
        # grades of ropes and of boulders are not comparable: 「門檻石橫渡 5.11b」 beside a V4
        groups = Counter(counted_grade(one).group for _, one in known)
        for group, _ in groups.most_common():
            ranked = [(rank, one) for rank, one in known if counted_grade(one).group == group]
            edge = chosen(rank for rank, _ in ranked)
            bests.append(Best(kind, tuple(one for rank, one in ranked if rank == edge)))
    return tuple(bests)


def is_uncertain(ascent: Ascent) -> bool:
    """Whether its grade must be flagged where it is called the hardest."""
    grade = counted_grade(ascent)
    return grade.uncertain or not ascent.grade


def first_at(ascents: Sequence[Ascent]) -> Ascent | None:
    """The first new tick among settled entries that carry a day."""
    dated = [one for one in ascents if is_new(one) and one.day is not None]
    return min(dated, key=lambda one: one.day or one, default=None)  # type: ignore[arg-type,return-value]
