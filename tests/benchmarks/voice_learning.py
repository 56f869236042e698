"""What a speech may say: ``python -m tests.benchmarks.voice_learning [--held-out LETTER ...]``.

Learns the network of ``bot.voice.untold`` from ``tests/bot/voice_texts``: right retellings by many
writers (``right_X.txt``), and retellings with one wrong thing (``lies_X.txt``, the wrong words
behind 「|||」), from right ones that are changed (``voice_changes``) and from the answers that a
voice is trained on. Files of one letter retell the same answers. Needs PyTorch (``make
train-stack``); about ten minutes on two idle cores.

With ``--held-out`` a network learned from the other letters alone speaks the letters named through
the whole voice, and what became of every line is printed; nothing is kept. Without, what the
objections of the other guards are worth (``DOUBTED``) and where a clause is too untold are taken
from letters left out of a first network; the one that is kept has then learned from all.
"""

from __future__ import annotations

import random
import sys
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from bot.voice.citing import CITATION
from bot.voice.cleaning import in_taiwan_words, without_marks
from bot.voice.judging import Judge
from bot.voice.sentences import sentences_of
from bot.voice.untold import weighing
from bot.voice.untold.laid import laid
from bot.voice.untold.tokens import tokens_of
from finetune.invented import open_world
from tests.benchmarks.voice_changes import Changes, Retelling, beginnings, copies
from tests.benchmarks.voice_doubts import weighing_of
from tests.benchmarks.voice_network import Example, learned
from tests.bot.voice_cases import lies, open_cases
from tests.bot.voice_examples import right_answers
from tests.bot.voice_retellings import BAD, OLDER, files_of, letters, measured, overlaps, placed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.voice.untold.network import Network

DOUBTED = ("N", "P", "S")
"""The letters that tell what the other guards are worth."""
PLANTED = (71, 72, 73)
"""Seeds of lies that are planted by rule; those of the tests are others."""
_OTHERS = frozenset({"any_mention", "any_thought", "any_rubbish", "any_structure"})
"""Kinds that are no matter of words."""
_MADE = 0.5
"""How much a retelling counts that was made by rule."""
_CHANGED = 1.5
"""Changes tried for every right retelling."""


def written(letter: str) -> Iterator[Retelling]:
    """What people wrote about the answers of a letter."""
    with open_cases(*map(str, files_of(letter))) as cases:
        for case in cases:
            judge = Judge(case.spoken, case.assistant.knowledge.gazetteer)
            # of a recommendation nothing is retold in words of one's own
            for text in () if judge.answer.recommends else case.texts:
                said, _, bad = text.partition(BAD)
                yield Retelling(judge.answer.retold, _cleaned(judge, said), bad, letter)


def exemplars() -> Iterator[Retelling]:
    """The answers that a voice is trained on, over invented worlds of their own."""
    with ExitStack() as stack:
        worlds = [stack.enter_context(open_world(f"l{index:02d}", 7)) for index in range(3)]
        for right in right_answers(worlds, numbers=3):
            judge = Judge(right.spoken, right.assistant.knowledge.gazetteer)
            if not judge.answer.recommends:
                yield Retelling(judge.answer.retold, _cleaned(judge, right.text))


def planted() -> Iterator[Retelling]:
    """Lies of the kinds that the tests plant into right lines, other ones than theirs."""
    with open_cases(*(f"voice_paraphrases{name}.txt" for name in OLDER)) as cases:
        for seed in PLANTED:
            for lie in lies(cases, seed):
                judge = Judge(lie.case.spoken, lie.case.assistant.knowledge.gazetteer)
                if lie.kind in _OTHERS or judge.answer.recommends:
                    continue
                said = _cleaned(judge, lie.said)
                yield Retelling(judge.answer.retold, said, lie.bad[0], lie.kind, _MADE)


def _cleaned(judge: Judge, said: str) -> tuple[str, ...]:
    cuts = (in_taiwan_words(without_marks(one), judge.answer.quotes) for one in sentences_of(said))
    return tuple(CITATION.sub("", one) if judge.answer.is_open else one for one in cuts)


def made(told: Sequence[Retelling], rng: random.Random) -> Iterator[Retelling]:
    """More to learn from: what is made by rule of what was written."""
    right = [one for one in told if not one.bad]
    changes = Changes.of(told, rng)
    for one in right:
        for _ in range(int(_CHANGED) + (rng.random() < _CHANGED % 1)):
            if changed := changes.changed(one):
                yield replace(changed, weight=_MADE)
    for one in (*copies(right, rng), *beginnings(right, rng)):
        yield replace(one, weight=_MADE)


def example_of(told: Retelling) -> Example | None:
    """A retelling to learn from; ``None`` where nothing is said, or the wrong words are gone."""
    names, clauses, marks, wrong = told.retold.names, list[list[str]](), list[float](), list[bool]()
    for sentence in told.sentences:
        for start, clause in placed(sentence):
            tokens = tokens_of(clause, names)
            if not tokens:
                continue
            own = [0.0] * len(tokens)
            for first, last in overlaps(sentence, told.bad, start, start + len(clause)):
                before = min(len(tokens_of(sentence[start:first], names)), len(tokens) - 1)
                size = max(len(tokens_of(sentence[first:last], names)), 1)
                own[before : before + size] = [1.0] * len(own[before : before + size])
            clauses.append(tokens)
            marks += own
            wrong.append(any(own))
    if not clauses or (told.bad and not any(wrong)):
        return None
    return Example(
        laid(clauses, told.retold), np.array(marks, np.float32), tuple(wrong), told.weight
    )


def network_of(told: Iterable[Retelling]) -> Network:
    """A network that has learned from these retellings, and from what is made of them."""
    written_by = [*told, *exemplars()]
    made_of = made(written_by, random.Random(5))  # noqa: S311 - not secret
    everything = (*written_by, *made_of, *planted())
    return learned([one for each in everything if (one := example_of(each))])


def main(arguments: Sequence[str]) -> int:
    """Learn and keep, or measure held out; 0."""
    named = tuple(one for one in arguments if not one.startswith("-"))
    out = set(named or DOUBTED)
    told = {letter: list(written(letter)) for letter in letters()}
    first = network_of(one for letter, each in told.items() if letter not in out for one in each)
    if "--held-out" not in arguments:
        found = weighing_of(first, [file for letter in DOUBTED for file in files_of(letter)])
        told_of = f"untold from {found.most:.2f} on, alone from {found.most_alone:.2f} on"
        sys.stdout.write(f"a clause is {told_of}; the objection of a guard adds\n")
        sys.stdout.writelines(f"  {name}: {worth:.2f}\n" for name, worth in found.doubts.items())
        everything = network_of(one for each in told.values() for one in each)
        weighing.keep(replace(found, network=everything), weighing.WEIGHTS)
        return 0
    kept = weighing.weighing()
    for file in (file for letter in sorted(out) for file in files_of(letter)):
        counts = measured(file, replace(kept, network=first))
        counts.pop("skipped", None)
        shares = (f"{name} {count / counts.total():.1%}" for name, count in sorted(counts.items()))
        sys.stdout.write(f"{file.stem}: {counts.total()} lines, {', '.join(shares)}\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
