"""Right answers in our voice with their records: the training exemplars, filled anew.

An exemplar whose question the assistant reads as something else, or that gives figures which the
rendered answer has not, is no paraphrase of what was rendered, and is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.assistant import Assistant
from bot.prompts import FULL, Spoken
from bot.voice.language.plain import plain
from bot.voice.speaking import FIXED_WORDS
from finetune.exemplars import load_exemplars
from finetune.filling import CastError, Filled, fill

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from finetune.exemplars import Exemplar
    from finetune.invented import InventedWorld

SEED = 20
FITTING = {
    "fact": {"fact", "crag_info"},
    "list": {"list", "count", "superlative", "gym_list"},
    "comparison": {"compare", "fact", "gym_price", "gym_info", "gym_hours"},
    "gym": {"gym_hours", "gym_price", "gym_info", "gym_list"},
    "recommendation": {"recommend"},
    "false_premise": {"fact"},
    "ambiguity": {"clarify"},
    "smalltalk": {"greeting", "thanks", "help"},
    "abstain": {"fact", "live", "gym_info", "gym_hours", "gym_price", "crag_info", "convert"},
    "personal": {"personal"},
}


@dataclass(frozen=True)
class Right:
    """A verified rendered answer, and a right way to say it."""

    id: str
    spoken: Spoken
    text: str
    assistant: Assistant


def right_answers(worlds: Sequence[InventedWorld], numbers: int) -> Iterator[Right]:
    """What the exemplars say over these worlds, ``numbers`` fillings of each."""
    exemplars, problems = load_exemplars()
    assert not problems
    for offset, exemplar in enumerate(exemplars):
        for number in range(numbers if exemplar.task in FITTING else 0):
            world = worlds[(offset + number) % len(worlds)]
            try:
                filled = fill(exemplar, world, seed=SEED, style=FULL, number=number)
            except CastError:
                continue
            if _fits(exemplar, filled, world):
                draft = replace(filled.spoken.draft, figures=filled.figures)
                spoken = replace(filled.spoken, draft=draft)
                yield Right(filled.example.id, spoken, filled.example.target, world.assistant)


def _fits(exemplar: Exemplar, filled: Filled, world: InventedWorld) -> bool:
    query, draft = filled.spoken.query, filled.spoken.draft
    if query.intent not in FITTING[exemplar.task] - FIXED_WORDS:
        return False
    if not (filled.verdict(filled.example.target, world.assistant).ok and _retells(filled)):
        return False
    if exemplar.task == "personal":
        return exemplar.lang != "en"
    if exemplar.task == "recommendation":
        return bool(draft.route_ids)
    if exemplar.task in {"abstain", "false_premise"}:
        return draft.abstained
    return not draft.abstained


def _retells(filled: Filled) -> bool:
    """Whether every figure of the exemplar stands in the rendered answer or the question."""
    spoken = filled.spoken
    shown = _figures(f"{spoken.query.text} {spoken.draft.text}")
    return spoken.query.intent == "recommend" or _figures(filled.example.target) <= shown


def _figures(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\d+(?:[.:]\d+)*[a-d]?", plain(text)))
