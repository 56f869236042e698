"""The grade pyramid: different climbs done, by grade, in onsights, flashes and the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.logbook.statistics.selecting import counted_grade
from bot.logbook.statistics.settling import KINDS, is_new, kind_of
from bot.personal import Figure
from knowledge.grades import label
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.ascents import Ascent, Result
    from bot.logbook.statistics.settling import Kind
    from knowledge.schema import Grade

PARTS = ("OS", "Flash", "RP")
UNLETTERED = "未細分"


def part_of(result: Result) -> str:
    """The stack of the pyramid that a result belongs to."""
    return {"onsight": "OS", "flash": "Flash"}.get(result, "RP")


def row_of(grade: Grade) -> str:
    """The row of a grade: its letter; a number of its own where no letter is told."""
    if grade.lo == grade.hi:
        return label(grade).rstrip("+-") if grade.system == "yds" else label(grade)
    number = grade.lo.rstrip("abcd")
    same = grade.system == "yds" and number == grade.hi.rstrip("abcd")
    return f"{number} {UNLETTERED}" if same else label(grade)


def pyramid(ascents: Iterable[Ascent], kind: Kind) -> tuple[Figure, ...]:
    """One figure a grade, hardest first; unknown grades have no row.

    Args:
        ascents: Settled entries.
        kind: The group to show.
    """
    rows: dict[str, dict[str, int]] = {}
    order: dict[str, float] = {}
    for one in ascents:
        grade = counted_grade(one)
        if not is_new(one) or kind_of(one) != kind or grade.midpoint is None:
            continue
        row = row_of(grade)
        rows.setdefault(row, dict.fromkeys(PARTS, 0))[part_of(one.result)] += 1
        order[row] = max(order.get(row, 0.0), grade.midpoint)
    return tuple(
        Figure(row, sum(rows[row].values()), tuple(rows[row].items()))
        for row in sorted(rows, key=lambda each: (-order[each], key(each)))
    )


def main_kind(ascents: Iterable[Ascent]) -> Kind:
    """The group with the most new ticks; leads where there is none."""
    counts = dict.fromkeys(KINDS, 0)
    for one in ascents:
        if is_new(one):
            counts[kind_of(one)] += 1
    return max(KINDS, key=lambda kind: counts[kind])
