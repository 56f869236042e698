"""What the objections of the guards of ordinary words are worth, beside what networks see.

Every clause of retellings that the networks have not learned from gets its score, and which guards
object to it; logistic regression says how much each objection adds. Clauses that a guard refuses
whose word is final are left out: nothing hangs on them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from bot.voice.answer.citing import CITATION
from bot.voice.judging import Judge
from bot.voice.language.cleaning import in_taiwan_words, without_marks
from bot.voice.language.sentences import sentences_of
from bot.voice.untold.weighing import Weighing
from tests.bot.voice_cases import open_cases
from tests.bot.voice_retellings import BAD, overlaps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from bot.voice.untold import Lost
    from bot.voice.untold.network import Network

LOST: Final[Mapping[Lost, float]] = {"clause": 0.12, "sentence": 0.07, "answer": 0.025}
"""The share of right clauses that may be lost: from their sentence, with all of it, with all that
is said."""
_STEPS, _RATE, _DECAY = 2000, 0.05, 2.0
_RARE: Final = 5
"""Guards that object less often get no say of their own."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One clause of a retelling: its score, who doubts it, and whether it is wrong."""

    score: float
    guards: frozenset[str]
    wrong: bool
    is_lie: bool
    """Whether it is of a retelling with wrong words; its other clauses are right too."""


def weighed(networks: tuple[Network, ...], files: Iterable[Path]) -> Iterator[Weighed]:
    """The clauses of files, those aside that are refused in any case."""
    plain = Weighing(networks, {}, {})
    for file in files:
        with open_cases(str(file)) as cases:
            for case in cases:
                judge = Judge(case.spoken, case.assistant.knowledge.gazetteer)
                for text in () if judge.answer.recommends else case.texts:
                    yield from _of(judge, plain, text)


def _of(judge: Judge, plain: Weighing, text: str) -> Iterator[Weighed]:
    said, _, bad = text.partition(BAD)
    before = ""
    for cut in sentences_of(said):
        sentence = in_taiwan_words(without_marks(cut), judge.answer.quotes)
        bare = CITATION.sub("", sentence) if judge.answer.is_open else sentence
        doubts = judge.doubts(sentence, before)
        at = 0
        for clause, score in plain.scores(bare, before, judge.answer.retold):
            at = bare.index(clause, at)
            if not judge.vetoed(clause, before + bare[:at]):
                guards = frozenset(one.guard for one in doubts if one.is_of(clause, bare))
                wrong = any(overlaps(bare, bad, at, at + len(clause)))
                yield Weighed(score, guards, wrong, bool(bad))
            at += len(clause)
        before += bare


def weighing_of(networks: tuple[Network, ...], files: Iterable[Path]) -> Weighing:
    """Networks with what the other guards' objections are worth, and what is too much.

    Args:
        networks: They must not have learned from the files.
        files: Right retellings and wrong ones.
    """
    seen = list(weighed(networks, files))
    counted = Counter(guard for one in seen for guard in one.guards)
    guards = sorted(guard for guard, count in counted.items() if count >= _RARE)
    worth = dict(zip(guards, _fitted(seen, guards), strict=True))
    plain = Weighing(networks, worth, {})
    right = [one.score + plain.worth(one.guards) for one in seen if not one.is_lie]
    right.sort(reverse=True)
    return Weighing(
        networks, worth, {lost: right[int(share * len(right))] for lost, share in LOST.items()}
    )


def _fitted(seen: Sequence[Weighed], guards: Sequence[str]) -> list[float]:
    """The weights of the guards, none below nothing, by gradient descent."""
    objects = np.array([[guard in one.guards for guard in guards] for one in seen], np.float64)
    scores = np.array([one.score for one in seen])
    wrong = np.array([one.wrong for one in seen], np.float64)
    worth, start = np.zeros(len(guards)), 0.0
    # where no guard objects there is nothing to learn but the start
    for _ in range(_STEPS):
        off = 1 / (1 + np.exp(-(scores + start + objects @ worth))) - wrong
        worth -= _RATE * (objects.T @ off + _DECAY * worth) / np.maximum(objects.sum(0), 1)
        worth = np.maximum(worth, 0)
        start -= _RATE * float(off.mean())
    return [float(one) for one in worth]
