"""Right retellings with one thing changed, which makes them wrong: more to learn from.

By the kinds of ``voice_kinds``, or by words that somebody else invented about another answer.
Mechanical: some are no lies by chance, so they count less than what people wrote.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from random import Random
from typing import TYPE_CHECKING, Final, TypeAlias

from bot.voice.untold import Retold
from tests.benchmarks import voice_kinds as kinds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence


_SHORT, _LONG = 4, 24
_MIXED, _TURNED = 0.4, 0.5
"""The share of retellings that are mixed with others, and put before instead of behind them."""
_WORD: Final = re.compile(r"[一-鿿]{2,4}")
_RUN: Final = re.compile(r"[一-鿿]{4,}")
Change: TypeAlias = "Callable[[Retold, str, Random], tuple[str, str] | None]"


@dataclass(frozen=True, slots=True)
class Retelling:
    """What somebody said instead of a rendered answer."""

    retold: Retold
    sentences: tuple[str, ...]
    """Each after cleaning, as it would be judged."""
    bad: str = ""
    """The wrong words as they stand in it."""
    group: str = ""
    """Whose answers it retells."""
    weight: float = 1.0


@dataclass(frozen=True)
class Changes:
    """Makes wrong retellings of right ones."""

    rng: Random
    invented: dict[tuple[str, bool], list[str]] = field(default_factory=dict)
    """Wrong words by what was asked and the language."""

    @classmethod
    def of(cls, written: Iterable[Retelling], rng: Random) -> Changes:
        """With the wrong words of those that people wrote."""
        invented = defaultdict[tuple[str, bool], list[str]](list)
        for one in written:
            if 1 < len(one.bad) <= _LONG:
                invented[one.retold.intent, one.retold.zh].append(one.bad)
        return cls(rng, invented)

    def changed(self, right: Retelling) -> Retelling | None:
        """A retelling with one of its sentences changed; ``None`` where the change does not fit."""
        (kind,) = self.rng.choices(list(self._kinds), [each for _, each in self._kinds.values()])
        at = self.rng.randrange(len(right.sentences))
        found = self._kinds[kind][0](right.retold, right.sentences[at], self.rng)
        if found is None or found[0] == right.sentences[at] or not found[1].strip():
            return None
        told = (*right.sentences[:at], found[0], *right.sentences[at + 1 :])
        return replace(right, sentences=told, bad=found[1])

    @property
    def _kinds(self) -> dict[str, tuple[Change, float]]:
        """Every kind of change, and how often it is tried."""
        return {
            "figure": (kinds.figure, 1.0),
            "name": (kinds.name, 1.2),
            "places": (kinds.places, 1.5),
            "exchange": (kinds.exchange, 1.5),
            "cell": (kinds.cell, 1.0),
            "denial": (kinds.denial, 1.5),
            "opposite": (kinds.opposite, 2.5),
            "verdict": (kinds.verdict, 1.5),
            "invention": (self._invention, 1.5),
            "word": (self._word, 0.7),
        }

    def _invention(self, retold: Retold, text: str, rng: Random) -> tuple[str, str] | None:
        pool = self.invented.get((retold.intent, retold.zh), [])
        if not pool or rng.random() < 0.25:
            pool = [
                one for (_, zh), those in self.invented.items() if zh == retold.zh for one in those
            ]
        new = rng.choice(pool) if pool else ""
        if not new or new in retold.answer or new in retold.known:
            return None
        comma = "，" if retold.zh else ", "
        parts = re.split(r"(?<=[，。！])" if retold.zh else r"(?<=[,.!] )", text.rstrip())
        at = rng.randrange(len(parts) + 1)
        if at == len(parts):
            parts.append(comma + new)
        elif rng.random() < 0.4 or len(new) > len(parts[at]):
            parts.insert(at, new + comma)
        else:
            place = rng.choice([0, len(parts[at].rstrip("，。！,. "))])
            parts[at] = parts[at][:place] + new + parts[at][place:]
        return "".join(parts), new

    def _word(self, retold: Retold, text: str, rng: Random) -> tuple[str, str] | None:
        """One or two characters of what is copied from the answer."""
        copied = [
            one
            for one in _RUN.finditer(text)
            if one[0][:_SHORT] in retold.answer or one[0][-_SHORT:] in retold.answer
        ]
        words = [one for those in self.invented.values() for one in those if _WORD.fullmatch(one)]
        if not copied or not words:
            return None
        run = rng.choice(copied)
        at = rng.randrange(run.start(), run.end() - 1)
        if kinds.in_a_name(retold, text, at):
            return None
        new = rng.choice(words)
        return text[:at] + new + text[at + rng.choice([1, 2]) :], new


def copies(right: Sequence[Retelling], rng: Random) -> Iterator[Retelling]:
    """Some lines of every answer as they are: who copies the answer is right."""
    for retold in dict.fromkeys(one.retold for one in right):
        lines = [one.strip("・ ") for one in retold.answer.split("\n")]
        lines = [f"{one}\n" for one in lines if one and "█" not in one]
        for _ in range(2 if lines else 0):
            some = rng.sample(lines, min(len(lines), rng.randint(1, 3)))
            yield Retelling(retold, tuple(some))


def beginnings(right: Iterable[Retelling], rng: Random) -> Iterator[Retelling]:
    """Some right retellings without their last sentences, as they are judged while they come."""
    for one in right:
        if len(one.sentences) > 1 and rng.random() < 0.3:
            yield replace(one, sentences=one.sentences[: rng.randint(1, len(one.sentences) - 1)])


def mixtures(told: Iterable[Retelling], rng: Random) -> Iterator[Retelling]:
    """A sentence of one writer before one of another, both about the same answer.

    At most one of the two has wrong words, so what is made has those and no others.
    """
    by_answer = defaultdict[Retold, list[Retelling]](list)
    for one in told:
        by_answer[one.retold].append(one)
    for those in by_answer.values():
        right = [one for one in those if not one.bad]
        for one in those if right else ():
            if rng.random() < _MIXED:
                first, second = rng.choice(right).sentences, one.sentences
                if rng.random() < _TURNED:
                    first, second = second, first
                yield replace(one, sentences=(*first[:2], *second[:2]))
