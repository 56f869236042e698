"""A small network that weighs every token of a speech: how much speaks for it being untold.

Tokens of the speech and of the answer are embedded and mixed with their neighbours (``_mixed``);
those of the speech look at those of the answer and the question (``_looking``), most at what is the
same and has the same neighbours; what they find is mixed again. Learned by
``python -m tests.benchmarks.voice_learning`` (PyTorch); run here with numpy alone, for a speech is
short: a few milliseconds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from bot.voice.untold.tokens import is_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.voice.untold.laid import Laid

Floats: TypeAlias = NDArray[np.float32]

HEADS: Final = 4
NAMES: Final = 16
"""Names share so many embeddings: which is which is told by where they match."""
FIGURES: Final = 16
"""Figures are embedded by their length."""
PADDING, UNKNOWN = 0, 1
_EPSILON: Final = 1e-5


@dataclass(frozen=True)
class Network:
    """The network with its weights.

    ``weights`` holds arrays by the names that they have in the module they were learned in.
    """

    weights: Mapping[str, Floats]
    words: Mapping[str, int]
    """The tokens that have an embedding of their own."""
    intents: Mapping[str, int]

    def scores(self, laid: Laid) -> Floats:
        """How much speaks for each token being untold, as log odds (n,)."""
        said = self._embedded(laid.said) + self._linear("seen", laid.seen)
        said = said + self.weights["intent.weight"][self.intents.get(laid.intent, 0)]
        beside = self._embedded(laid.beside) + self._linear("beside", laid.beside_seen)
        for at in range(2):
            said = self._mixed(f"said_mixing.{at}", said)
            beside = self._mixed(f"beside_mixing.{at}", beside)
        for at in range(2):
            said = self._looking(f"looking.{at}", said, beside, laid.matches)
            said = self._mixed(f"mixing.{at}", said)
        return self._linear("out", self._normed("norm", said))[:, 0]

    def _embedded(self, tokens: Sequence[str]) -> Floats:
        rows = token_rows(tokens, self.words)
        found: Floats = self.weights["embedding.weight"][rows]
        return found

    def _linear(self, name: str, x: Floats) -> Floats:
        found: Floats = x @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]
        return found

    def _normed(self, name: str, x: Floats) -> Floats:
        centred = x - x.mean(1, keepdims=True)
        spread = np.sqrt((centred**2).mean(1, keepdims=True) + _EPSILON)
        found: Floats = centred / spread * self.weights[f"{name}.weight"]
        return found + self.weights[f"{name}.bias"]

    def _mixed(self, name: str, x: Floats) -> Floats:
        """Every token with its neighbours: a convolution, (n, d) to (n, d)."""
        kernel = self.weights[f"{name}.mix.weight"]
        size, width = len(x), kernel.shape[2]
        padded = np.pad(self._normed(f"{name}.norm", x), ((width // 2, width // 2), (0, 0)))
        mixed = sum(padded[at : at + size] @ kernel[:, :, at].T for at in range(width))
        return x + self._linear(f"{name}.out", _positive(mixed + self.weights[f"{name}.mix.bias"]))

    def _looking(self, name: str, x: Floats, beside: Floats, matches: NDArray[np.bool_]) -> Floats:
        """Every token with what it finds in the answer: attention, or to nothing at all."""
        queries = self._heads(f"{name}.query", self._normed(f"{name}.norm", x))
        other = self._normed(f"{name}.norm_beside", beside)
        keys = self._heads(f"{name}.key", other)
        values = self._heads(f"{name}.value", other)
        logits = queries @ keys.transpose(0, 2, 1) / np.sqrt(queries.shape[2])
        alike = matches.astype(np.float32) @ self.weights[f"{name}.match.weight"].T
        logits = logits + alike.transpose(2, 0, 1)
        most = np.maximum(logits.max(2, keepdims=True, initial=0), 0)
        shares = np.exp(logits - most)
        found = shares @ values / (shares.sum(2, keepdims=True) + np.exp(-most))
        return x + self._linear(f"{name}.out", found.transpose(1, 0, 2).reshape(x.shape))

    def _heads(self, name: str, x: Floats) -> Floats:
        """(n, d) to (HEADS, n, d / HEADS)."""
        found = self._linear(name, x)
        return found.reshape(len(x), HEADS, found.shape[1] // HEADS).transpose(1, 0, 2)


def token_rows(tokens: Sequence[str], words: Mapping[str, int]) -> NDArray[np.int64]:
    """Which embedding every token has: words from 2 on, then names, then figures."""
    names = len(words) + 2
    return np.array([_row(token, words, names) for token in tokens], np.int64)


def embeddings(words: Mapping[str, int]) -> int:
    """How many embeddings there are."""
    return len(words) + 2 + NAMES + FIGURES


def _row(token: str, words: Mapping[str, int], names: int) -> int:
    if is_name(token):
        return names + ord(token[0]) % NAMES
    if token[0].isdigit():
        return names + NAMES + min(len(token), FIGURES - 1)
    return words.get(token, UNKNOWN)


def _positive(x: Floats) -> Floats:
    return np.maximum(x, 0)
