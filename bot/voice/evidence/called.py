"""What the records of an answer are called, so that a short name is known for the whole one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from bot.voice.evidence.records import own_records
from knowledge.gazetteer.branches import gym_forms
from knowledge.schema import Gym

if TYPE_CHECKING:
    from bot.schema import Evidence

Names: TypeAlias = tuple[tuple[str, int], ...]
"""Names, the longest first, each with the number of the record that it means."""


def called(evidence: Evidence) -> Names:
    """The names of the records of an answer.

    Records of one name share a number: what is said of one of them is told apart by other words. A
    short form that could mean several records means none.
    """
    records = (
        *own_records(evidence),
        *evidence.crags,
        *evidence.areas,
        *evidence.sectors,
    )
    numbers: dict[str, int] = {}
    forms = defaultdict[str, set[int]](set)
    for record in records:
        names = [one for one in (record.name, record.name_en, *record.aliases) if len(one) > 1]
        number = next((numbers[one] for one in names if one in numbers), len(numbers))
        for name in names:
            numbers.setdefault(name, number)
        if isinstance(record, Gym):
            for form in gym_forms(record.name, record.name_en, record.aliases):
                for each in {form, form if form.isascii() else form.replace(" ", "")}:
                    forms[each].add(number)
    short = {form: min(those) for form, those in forms.items() if len(those) == 1}
    told = {**short, **numbers}
    return tuple(sorted(told.items(), key=lambda one: (-len(one[0]), one)))
