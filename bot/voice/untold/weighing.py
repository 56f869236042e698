"""Which clauses of a speech say what the answer does not: weighed by a small network.

A figure or a name can be compared with the records one by one; ordinary words cannot, for there are
ever more of them. So every token of a speech gets a score (``network``), learned from right
retellings by many writers and from wrong ones in which the wrong words are marked. A clause is as
untold as its most untold tokens. Other guards whose objections are often right and sometimes not
(``doubts``) add what their word has proved to be worth; over a threshold a clause is not said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, get_args

import numpy as np

from bot.voice.untold.laid import laid_text
from bot.voice.untold.network import Floats, Network
from bot.voice.untold.tokens import bare, denies, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.voice.untold.tokens import Retold

Lost: TypeAlias = Literal["clause", "sentence", "answer"]
"""What is lost when words are not said: the more it is, the more must speak against them."""
LOSSES: Final[tuple[Lost, ...]] = get_args(Lost)
WEIGHTS: Final = Path(__file__).parent / "weights.npz"
_VERDICT: Final = re.compile(
    r"(?:yes|yep|no|it (?:is|does|has|isn't|doesn't))\b|不?[對是]|沒?有|沒錯", re.IGNORECASE
)
_LARGEST: Final = 127


@dataclass(frozen=True)
class Weighing:
    """The networks, and what the scores of clauses mean."""

    networks: tuple[Network, ...]
    """Each learned from other chances; their scores are averaged."""
    doubts: Mapping[str, float]
    """What the objection of each other guard adds."""
    most: Mapping[Lost, float]
    """Clauses with this score and more are not said, by what is lost with them: a clause, the
    sentence of which nothing else is left, or the answer of which nothing else is."""

    def scores(self, text: str, before: str, retold: Retold) -> list[tuple[str, float]]:
        """The clauses of a text, and how much speaks for each being untold, as log odds."""
        speech, own = laid_text(text, before, retold)
        if not own:
            return []
        tokens = np.mean([one.scores(speech) for one in self.networks], axis=0)
        last = int(speech.clause[-1])
        return [
            (clause, pooled(tokens[speech.clause == last - back]))
            for back, clause in zip(range(len(own) - 1, -1, -1), own, strict=True)
        ]

    def worth(self, guards: Iterable[str]) -> float:
        """What the objections of guards add to the score of a clause."""
        return sum(self.doubts.get(guard, 0.0) for guard in guards)


@dataclass(frozen=True, slots=True)
class Doubt:
    """What another guard objects to."""

    guard: str
    words: str
    reason: str
    """What the model is told."""

    def is_of(self, clause: str, text: str) -> bool:
        """Whether it is about this clause of a text, or about no clause that can be told."""
        return self.words in clause or self.words not in text


def untold(
    text: str,
    before: str,
    retold: Retold,
    doubts: Sequence[Doubt] = (),
    lost: Lost = "sentence",
) -> Iterator[tuple[str, tuple[Doubt, ...]]]:
    """The clauses of a text that say what the answer does not, and who doubts them.

    Args:
        text: A sentence, or clauses of it.
        before: What is said before it.
        retold: The answer that it retells.
        doubts: What other guards object to in it.
        lost: What is lost when it is not said.
    """
    kept = weighing()
    found: list[tuple[str, float, tuple[Doubt, ...]]] = []
    for clause, score in kept.scores(text, before, retold):
        against = tuple(one for one in doubts if one.is_of(clause, text))
        found.append((clause, score + kept.worth({one.guard for one in against}), against))
    rest = lost != "answer" and any(score < kept.most["clause"] for _, score, _ in found)
    most = kept.most["clause" if rest else lost]
    for clause, score, against in found:
        agrees = _agrees(bare(clause), retold.answer)
        if not agrees if agrees is not None else score >= most:
            yield bare(clause), against


def pooled(scores: Floats) -> float:
    """The score of a clause: nearly the highest of its tokens."""
    most = float(scores.max())
    return most + float(np.log(np.exp(scores - most).sum()))


def _agrees(said: str, answer: str) -> bool | None:
    """Whether a clause only says yes or no, as the answer does; ``None`` where it says more.

    An answer that does not begin with yes or no may be one in other words.
    """
    if not _VERDICT.fullmatch(said):
        return None
    first = answer.strip().partition("\n")[0]
    same = _denies(said) == _denies(first)
    return same if same or _VERDICT.match(first) else None


def _denies(text: str) -> bool:
    return any(map(denies, tokens_of(text, ())))


@cache
def weighing() -> Weighing:
    """What was learned, read when the first speech is judged."""
    return load(WEIGHTS)


def load(path: Path) -> Weighing:
    """What was kept."""
    with np.load(path, allow_pickle=False) as kept:
        words = _numbered(str(kept["words"]), 2)
        intents = _numbered(str(kept["intents"]), 1)
        weights = [dict[str, Floats]() for _ in range(int(kept["networks"]))]
        for name in kept:
            own, kind = name.rpartition(":")[::2]
            at, _, part = own.partition("/")
            if kind == "small":
                weights[int(at)][part] = _filled(kept[name] * kept[f"{own}:scale"])
            elif kind == "full":
                weights[int(at)][part] = _filled(kept[name])
        doubts = dict(zip(str(kept["doubts"]).split("\n"), map(float, kept["worth"]), strict=True))
        networks = tuple(Network(one, words, intents) for one in weights)
        most = dict(zip(LOSSES, map(float, kept["most"]), strict=True))
        return Weighing(networks, doubts, most)


def keep(learned: Weighing, path: Path) -> None:
    """Keep what was learned, the networks of the same examples: whole numbers of one byte."""
    arrays = dict[str, np.ndarray]()
    for at, network in enumerate(learned.networks):
        for name, one in network.weights.items():
            arrays |= _small(f"{at}/{name}", one)
    np.savez_compressed(
        path,
        allow_pickle=False,
        networks=np.int64(len(learned.networks)),
        words=np.array("\n".join(learned.networks[0].words)),
        intents=np.array("\n".join(learned.networks[0].intents)),
        doubts=np.array("\n".join(learned.doubts)),
        worth=np.array(list(learned.doubts.values()), np.float32),
        most=np.array([learned.most[lost] for lost in LOSSES], np.float32),
        **arrays,
    )


def _small(name: str, one: Floats) -> dict[str, np.ndarray]:
    """Every row of a matrix in whole numbers of one byte, with its scale; a vector as it is."""
    if one.ndim == 1:
        return {f"{name}:full": one.astype(np.float32)}
    axes = tuple(range(1, one.ndim))
    scale = np.maximum(np.abs(one).max(axes, keepdims=True), 1e-9) / _LARGEST
    small = np.rint(one / scale).astype(np.int8)
    return {f"{name}:scale": scale.astype(np.float32), f"{name}:small": small}


def _numbered(names: str, first: int) -> dict[str, int]:
    return {name: at for at, name in enumerate(names.split("\n"), first)}


def _filled(one: Floats) -> Floats:
    return np.ascontiguousarray(one, np.float32)
