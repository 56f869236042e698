"""What a speech may say: ``python -m tests.benchmarks.voice_learning [--held-out] [LETTER ...]``.

Learns the weights of ``bot/voice/untold.py`` from ``tests/bot/voice_texts``: right retellings by
several writers (``right_X.txt``), and retellings with one wrong thing (``lies_X.txt``, the wrong
words behind 「|||」). Files of one letter retell the same answers. With ``--held-out`` every letter
(or those named) is spoken through the whole voice with weights learned from the other letters
alone, and what became of it is printed; nothing is kept.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections import Counter
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING
from unittest.mock import patch

import numpy as np

from bot.evaluation.learning.of_speech import Clause, speech_weights
from bot.prompts import body_of
from bot.voice import Breaker, Voice, VoiceSettings, untold
from bot.voice.citing import CITATION
from bot.voice.cleaning import in_taiwan_words, without_marks
from bot.voice.judging import Judge
from bot.voice.recommended import wrong_format
from bot.voice.sentences import sentences_of
from bot.voice.untold_pieces import clauses_of, pieces_of_clause
from finetune.invented import open_world
from tests.bot.scripted_model import ScriptedModel
from tests.bot.voice_cases import HERE, open_cases
from tests.bot.voice_examples import right_answers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from bot.voice.untold import Weights
    from tests.bot.voice_cases import Case

TEXTS = HERE / "voice_texts"
OLDER = ("", "_later", "_wider", "_blind")
"""More right lines, those of the judge's first tests: ``voice_paraphrases*.txt``."""
BAD = " ||| "
ORDINARY = frozenset({"untold", "made_up", "terms"})
"""The guards of ordinary words: what they find is learned, what others find is not."""


OURS = 3.0
"""How much an answer counts that a voice is trained on."""
NOTHING = untold.Weights({}, np.zeros(0, np.int8), 1.0, -100.0)
"""Weights that object to nothing, while examples are read."""


def letters() -> tuple[str, ...]:
    """The groups of files that retell the same answers."""
    return (*sorted({file.stem.partition("_")[2] for file in TEXTS.glob("*_*.txt")}), "older")


def files_of(letter: str) -> tuple[Path, ...]:
    """The files that retell the answers of a letter."""
    if letter == "older":
        return tuple(HERE / f"voice_paraphrases{name}.txt" for name in OLDER)
    return tuple(sorted(TEXTS.glob(f"*_{letter}.txt")))


def clauses(file: Path) -> Iterator[Clause]:
    """The clauses of a file, but those wrong ones that another guard finds."""
    with open_cases(str(file)) as cases:
        for at, case in enumerate(cases):
            judge = Judge(case.spoken, case.assistant.knowledge.gazetteer)
            for text in case.texts:
                yield from _clauses(judge, text, f"{file.stem}:{at}")


def exemplars() -> Iterator[Clause]:
    """The clauses of the answers that a voice is trained on, over invented worlds of their own."""
    with ExitStack() as stack:
        worlds = [stack.enter_context(open_world(f"l{index:02d}", 7)) for index in range(3)]
        for right in right_answers(worlds, numbers=3):
            judge = Judge(right.spoken, right.assistant.knowledge.gazetteer)
            for clause in _clauses(judge, right.text, f"exemplar:{right.id}"):
                yield replace(clause, weight=OURS)


def _clauses(judge: Judge, text: str, answer: str) -> Iterator[Clause]:
    said, _, bad = text.partition(BAD)
    rendered = judge.spoken.draft.text
    if bad and bad in rendered:
        return
    if judge.recommends:
        # of a recommendation two lines are free
        free: list[str] = []

        def hears(words: str) -> tuple[str, ...]:
            free.append(words)
            return ()

        wrong_format(body_of(said), body_of(rendered), hears)
        for words in free:
            yield from _clauses_of(judge, words, bad, answer)
    else:
        yield from _clauses_of(judge, said, bad, answer)


def _clauses_of(judge: Judge, said: str, bad: str, answer: str) -> Iterator[Clause]:
    before = ""
    for cut in sentences_of(said):
        sentence = in_taiwan_words(without_marks(cut), judge.quotes)
        text = CITATION.sub("", sentence) if judge.is_open else sentence
        at = 0
        for clause in clauses_of(text):
            at = text.index(clause, at)
            told = before + text[:at]
            wrong = _overlaps(text, bad, at, at + len(clause))
            if not (wrong and _found_elsewhere(judge, clause, told)):
                yield Clause(pieces_of_clause(clause, told, judge.retold), answer, wrong)
            at += len(clause)
        before += sentence


def _found_elsewhere(judge: Judge, clause: str, told: str) -> bool:
    return any(guard not in ORDINARY for guard, _ in judge.objections(clause, told))


def _overlaps(sentence: str, bad: str, start: int, end: int) -> bool:
    at = sentence.find(bad) if bad else -1
    while at >= 0:
        if at < end and start < at + len(bad):
            return True
        at = sentence.find(bad, at + 1)
    return False


def spoken(case: Case, text: str) -> str:
    """What becomes of a retelling in the voice: whole, trimmed, part, kept; heard or unheard."""
    said, _, bad = text.partition(BAD)
    voice = Voice(
        ScriptedModel([said, ""]),
        Breaker(time.monotonic),
        time.monotonic,
        VoiceSettings(personal=True, deadline_seconds=30),
    )
    names = case.assistant.knowledge.gazetteer
    heard = asyncio.run(voice.speak(case.spoken, gazetteer=names, agreed=True))
    if heard.outcome == "skipped":
        return "skipped"
    if bad:
        return "heard" if bad in heard.text and bad not in case.spoken.draft.text else "unheard"
    if heard.outcome != "spoken":
        return "kept"
    if not heard.rejected:
        return "whole"
    return "trimmed" if all(one.repaired or one.trimmed for one in heard.rejected) else "part"


def measured(file: Path, weights: Weights) -> Counter[str]:
    """What becomes of every line of a file with these weights."""
    with patch.object(untold, "weights", lambda: weights), open_cases(str(file)) as cases:
        return Counter(spoken(case, text) for case in cases for text in case.texts)


def examples() -> dict[str, list[Clause]]:
    """The clauses of every letter, and of our own answers."""
    with patch.object(untold, "weights", lambda: NOTHING):
        told = {
            letter: [one for file in files_of(letter) for one in clauses(file)]
            for letter in letters()
        }
        return {**told, "exemplars": list(exemplars())}


def main(arguments: Sequence[str]) -> int:
    """Learn and keep, or measure held out; 0."""
    named = tuple(one for one in arguments if not one.startswith("-"))
    told = examples()
    if "--held-out" not in arguments:
        untold.keep(speech_weights([one for each in told.values() for one in each]), untold.WEIGHTS)
        return 0
    for letter in named or letters():
        rest = [one for other, each in told.items() if other != letter for one in each]
        weights = speech_weights(rest)
        for file in files_of(letter):
            counts = measured(file, weights)
            counts.pop("skipped", None)
            shares = (
                f"{name} {count / counts.total():.1%}" for name, count in sorted(counts.items())
            )
            sys.stdout.write(f"{file.stem}: {counts.total()} lines, {', '.join(shares)}\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
