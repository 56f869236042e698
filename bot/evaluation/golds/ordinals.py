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
        listed = ids_of(given.before[-1]) if given.before else ()
        if len(listed) < abs(position):
            return "the list before is too short"
        wanted = listed[position - 1 if position > 0 else position]
        about = tuple(ids_of(given.answer))
        if about != (wanted,):
            return f"answers for {', '.join(about) or 'nothing'}, not {wanted}"
        return next(iter(lacks(given.answer.text, values.get(wanted) or ())), "")

    return check
