"""Retellings by people: right ones, and ones with a wrong thing marked; and what becomes of them.

``voice_texts/right_X.txt`` and ``lies_X.txt`` (the wrong words behind 「|||」) retell the same
answers for one letter; each file is one writer's, who knew the rendered answers alone.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unittest.mock import patch

from bot.voice import Breaker, Voice, VoiceSettings
from bot.voice.untold import bare, clauses_of, weighing
from tests.bot.scripted_model import ScriptedModel
from tests.bot.voice_cases import HERE, open_cases

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.voice.untold.weighing import Weighing
    from tests.bot.voice_cases import Case

TEXTS = HERE / "voice_texts"
OLDER = ("", "_later", "_wider", "_blind")
"""More right lines, those of the judge's first tests: ``voice_paraphrases*.txt``."""
BAD = " ||| "


def letters() -> tuple[str, ...]:
    """The groups of files that retell the same answers."""
    return (*sorted({file.stem.partition("_")[2] for file in TEXTS.glob("*_*.txt")}), "older")


def files_of(letter: str) -> tuple[Path, ...]:
    """The files that retell the answers of a letter."""
    if letter == "older":
        return tuple(HERE / f"voice_paraphrases{name}.txt" for name in OLDER)
    return tuple(sorted(TEXTS.glob(f"*_{letter}.txt")))


def placed(sentence: str) -> Iterator[tuple[int, str]]:
    """The clauses of a sentence, and where each begins."""
    at = 0
    for clause in clauses_of(sentence):
        start = sentence.index(clause, at)
        yield start, clause
        at = start + len(clause)


def overlaps(sentence: str, bad: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the wrong words stand between two places of a sentence."""
    at = sentence.find(bad) if bad else -1
    while at >= 0:
        if at < end and start < at + len(bad):
            yield max(at, start), min(at + len(bad), end)
        at = sentence.find(bad, at + 1)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one line in the whole voice."""

    what: str
    """whole, again, trimmed, part, kept; heard or unheard; skipped."""
    reasons: tuple[str, ...]


def spoken(case: Case, text: str, again: str = "") -> Outcome:
    """What becomes of a retelling in the voice.

    Args:
        case: The answer that it retells.
        text: What a model says.
        again: What it says when it is asked for a better sentence.
    """
    said, _, bad = text.partition(BAD)
    voice = Voice(
        ScriptedModel([said, again]),
        Breaker(time.monotonic),
        time.monotonic,
        VoiceSettings(personal=True, deadline_seconds=30),
    )
    names = case.assistant.knowledge.gazetteer
    heard = asyncio.run(voice.speak(case.spoken, gazetteer=names, agreed=True))
    reasons = (*heard.reasons, *(why for one in heard.rejected for why in one.reasons))
    if heard.outcome == "skipped":
        return Outcome("skipped", reasons)
    if bad:
        # words of the answer in a wrong place are heard where their clause stands as it was said
        own = bad if bad not in case.spoken.draft.text else _clause_with(said, bad)
        is_heard = heard.outcome == "spoken" and own in heard.text
        return Outcome("heard" if is_heard else "unheard", reasons)
    if heard.outcome != "spoken":
        return Outcome("kept", reasons)
    if not heard.rejected:
        return Outcome("whole", reasons)
    if all(one.repaired for one in heard.rejected):
        return Outcome("again", reasons)
    less = all(one.repaired or one.trimmed for one in heard.rejected)
    return Outcome("trimmed" if less else "part", reasons)


def _clause_with(said: str, bad: str) -> str:
    """The clause that the wrong words stand in."""
    around = (bare(one) for _, one in placed(said) if bad in one)
    return next(around, bad)


def measured(file: Path, weights: Weighing, *, again: bool = False) -> Counter[str]:
    """What becomes of every line of a file with these weights.

    Args:
        file: Retellings.
        weights: What is learned.
        again: Whether the model, asked for a better sentence, says the writer's next line.
    """
    with patch.object(weighing, "weighing", lambda: weights), open_cases(str(file)) as cases:
        return Counter(
            spoken(case, text, case.texts[at - len(case.texts) + 1] if again else "").what
            for case in cases
            for at, text in enumerate(case.texts)
        )
