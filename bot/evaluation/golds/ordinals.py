"""What is right about the n-th of a list that was really answered before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.evaluation.judge import lacks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.evaluation.expectation import Check, Given
    from bot.schema import Answer


def says_of_listed(
    position: int,
    values: Mapping[str, Sequence[Sequence[str]] | None],
    ids_of: Callable[[Answer], Sequence[str]],
) -> Check:
    """The check that an answer is about that one and says its value.

    Args:
        position: Counted from 1; negative from the end.
        values: What has to be said of each record, by its id.
        ids_of: The records of an answer, in its order.
    """

    def check(given: Given) -> str:
        listed = _listed(given.before, abs(position), ids_of)
        if len(listed) < abs(position):
            return "the list before is too short"
        wanted = listed[position - 1 if position > 0 else position]
        about = tuple(ids_of(given.answer))
        if about != (wanted,):
            return f"answers for {', '.join(about) or 'nothing'}, not {wanted}"
        return next(iter(lacks(given.answer.text, values.get(wanted) or ())), "")

    return check


def _listed(
    before: Sequence[Answer], least: int, ids_of: Callable[[Answer], Sequence[str]]
) -> Sequence[str]:
    """The last list that was answered: one thing of it may have been asked about since."""
    lists = (ids_of(answer) for answer in reversed(before))
    return next((ids for ids in lists if len(ids) >= max(least, _LIST)), _last(before, ids_of))


_LIST = 2


def _last(before: Sequence[Answer], ids_of: Callable[[Answer], Sequence[str]]) -> Sequence[str]:
    return ids_of(before[-1]) if before else ()
