"""What a speech may say: ``python -m tests.benchmarks.voice_learning [--held-out LETTER ...]``.

``--further`` goes on from the networks that are kept, with fewer rounds: for when texts were added.

Learns the networks of ``bot.voice.untold`` from ``tests/bot/voice_texts``: right retellings by many
writers (``right_X.txt``), and retellings with one wrong thing (``lies_X.txt``, the wrong words
behind 「|||」), from right ones that are changed (``voice_changes``) and from the answers that a
voice is trained on. Files of one letter retell the same answers. What the objections of other
guards are worth, and where a clause is too untold, is taken from letters that no network learns
from (``DOUBTED``). Needs PyTorch (``make train-stack``).

With ``--held-out`` the letters named are left out of the learning as well and then spoken through
the whole voice, and what became of every line is printed; nothing is kept.
"""

from __future__ import annotations

import random
import sys
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from bot.voice.answer.citing import CITATION
from bot.voice.judging import Judge
from bot.voice.language.cleaning import in_taiwan_words, without_marks
from bot.voice.language.sentences import sentences_of
from bot.voice.untold import weighing
from bot.voice.untold.laid import laid
from bot.voice.untold.tokens import tokens_of
from finetune.invented import open_world
from tests.benchmarks.voice_changes import Changes, Retelling, beginnings, copies, mixtures
from tests.benchmarks.voice_doubts import weighing_of
from tests.benchmarks.voice_heard import shares
from tests.benchmarks.voice_network import Example, learned
from tests.bot.voice_cases import lies, open_cases
from tests.bot.voice_examples import right_answers
from tests.bot.voice_retellings import BAD, OLDER, files_of, letters, measured, overlaps, placed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.voice.untold.network import Network

DOUBTED = ("AG", "AH")
"""Letters that are never learned from: they tell what the other guards are worth, and where a
clause is too untold."""
SEEDS = (0, 1)
"""One network of each, of the same examples."""
PLANTED = (71,)
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
    mixed = (one for one in mixtures(told, rng) if one.weight == 1)
    for one in (*copies(right, rng), *beginnings(right, rng), *mixed):
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


def networks_of(told: Iterable[Retelling], kept: Sequence[Network] = ()) -> tuple[Network, ...]:
    """Networks that have learned from these retellings, and from what is made of them.

    Args:
        told: What people wrote.
        kept: Networks that go on from what they have learned; new ones where there are none.
    """
    written_by = [*told, *exemplars()]
    made_of = made(written_by, random.Random(5))  # noqa: S311 - not secret
    everything = (*written_by, *made_of, *planted())
    examples = [one for each in everything if (one := example_of(each))]
    starts = kept or (None,) * len(SEEDS)
    pairs = zip(SEEDS, starts, strict=True)
    return tuple(learned(examples, seed, start=start) for seed, start in pairs)


def main(arguments: Sequence[str]) -> int:
    """Learn and keep, or measure held out; 0."""
    named = {one for one in arguments if not one.startswith("-")}
    left = [one for one in letters() if one not in named and one not in DOUBTED]
    kept = weighing.weighing()
    start = kept.networks if "--further" in arguments else ()
    networks = networks_of((one for letter in left for one in written(letter)), start)
    if "--held-out" not in arguments:
        found = weighing_of(networks, [file for letter in DOUBTED for file in files_of(letter)])
        told_of = ", ".join(f"{lost} from {most:.2f} on" for lost, most in found.most.items())
        sys.stdout.write(f"a clause is {told_of}; the objection of a guard adds\n")
        sys.stdout.writelines(f"  {name}: {worth:.2f}\n" for name, worth in found.doubts.items())
        weighing.keep(found, weighing.WEIGHTS)
        return 0
    for file in (file for letter in sorted(named) for file in files_of(letter)):
        counts = measured(file, replace(kept, networks=networks))
        sys.stdout.write(f"{file.stem}: {shares(counts)}\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
