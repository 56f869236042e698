"""The network of ``bot.voice.untold`` as a PyTorch module, and how it is learned.

The parts have the names that ``bot.voice.untold.network`` looks for; its function is the same.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from bot.voice.untold.alignment import MATCHES
from bot.voice.untold.laid import SEEN, SEEN_BESIDE, Laid
from bot.voice.untold.network import HEADS, PADDING, UNKNOWN, Network, embeddings, token_rows
from bot.voice.untold.tokens import is_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


WIDTH: Final = 80
EPOCHS, FURTHER_EPOCHS = 8, 3
_RATE, _FURTHER_RATE = 2e-3, 1e-3
"""Of a new network, and of one that goes on from what it has learned."""
_BATCH, _DECAY, _WARM = 64, 0.02, 0.1
_DROPOUT: Final = 0.15
_FORGOTTEN: Final = 0.05
"""Share of the words of a speech that are hidden while learning, as words never met are."""
_LEAST: Final = 3
"""Words of fewer speeches and answers get no embedding of their own."""
_KERNELS: Final = {"said_mixing": (3, 5), "beside_mixing": (3, 5), "mixing": (5, 7)}
_TOKENS: Final = 2.0
"""How much the scores of tokens count beside those of clauses."""


@dataclass(frozen=True, slots=True)
class Example:
    """A retelling that is learned from."""

    laid: Laid
    wrong: NDArray[np.float32]
    """Whether each token is one of the wrong words, (n,)."""
    clauses: tuple[bool, ...]
    """Whether each clause is wrong."""
    weight: float = 1.0


class Mixing(nn.Module):
    """Every token with its neighbours."""

    def __init__(self, width: int, kernel: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.mix = nn.Conv1d(width, width, kernel, padding=kernel // 2)
        self.out = nn.Linear(width, width)

    def forward(self, x: Tensor, there: Tensor) -> Tensor:
        """``x`` (batch, n, d); ``there`` (batch, n) is false for padding."""
        mixed = self.mix((self.norm(x) * there[..., None]).transpose(1, 2)).transpose(1, 2)
        return x + self.out(functional.relu(mixed))


class Looking(nn.Module):
    """Every token of a speech with what it finds in the answer."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.norm, self.norm_beside = nn.LayerNorm(width), nn.LayerNorm(width)
        self.query, self.key = nn.Linear(width, width), nn.Linear(width, width)
        self.value, self.out = nn.Linear(width, width), nn.Linear(width, width)
        self.match = nn.Linear(MATCHES, HEADS, bias=False)
        nn.init.ones_(self.match.weight)

    def forward(self, x: Tensor, beside: Tensor, matches: Tensor, there: Tensor) -> Tensor:
        """``x`` (batch, n, d), ``beside`` (batch, k, d), ``matches`` (batch, n, k, 3)."""
        other = self.norm_beside(beside)
        queries, keys = self._heads(self.query(self.norm(x))), self._heads(self.key(other))
        logits = queries @ keys.transpose(2, 3) / keys.shape[3] ** 0.5
        logits = logits + self.match(matches).permute(0, 3, 1, 2)
        logits = logits.masked_fill(~there[:, None, None], -1e4)
        # one more place, where nothing is found
        shares = functional.pad(logits, (0, 1)).softmax(3)[..., :-1]
        found = (shares @ self._heads(self.value(other))).transpose(1, 2).reshape(x.shape)
        return x + self.out(found)

    @staticmethod
    def _heads(x: Tensor) -> Tensor:
        return x.view(*x.shape[:2], HEADS, -1).transpose(1, 2)


class Weigher(nn.Module):
    """The network."""

    def __init__(self, words: int, intents: int, width: int) -> None:
        super().__init__()
        self.embedding = nn.Embedding(words, width, padding_idx=PADDING)
        nn.init.normal_(self.embedding.weight, std=0.5)
        self.intent = nn.Embedding(intents + 1, width)
        self.seen = nn.Linear(len(SEEN), width)
        self.beside = nn.Linear(len(SEEN_BESIDE), width)
        for name, kernels in _KERNELS.items():
            setattr(self, name, nn.ModuleList(Mixing(width, kernel) for kernel in kernels))
        self.looking = nn.ModuleList(Looking(width) for _ in range(2))
        self.norm, self.out = nn.LayerNorm(width), nn.Linear(width, 1)
        self.drop = nn.Dropout(_DROPOUT)

    def forward(self, batch: Batch) -> Tensor:
        """The score of every token (batch, n)."""
        said, there = self.drop(self.embedding(batch.said) + self.seen(batch.seen)), batch.said > 0
        said = said + self.intent(batch.intent)[:, None]
        beside = self.drop(self.embedding(batch.beside) + self.beside(batch.beside_seen))
        known = batch.beside > 0
        for own, other in zip(self.said_mixing, self.beside_mixing, strict=True):
            said, beside = own(said, there), other(beside, known)
        for look, mix in zip(self.looking, self.mixing, strict=True):
            said = self.drop(mix(look(said, beside, batch.matches, known), there))
        return self.out(self.norm(said))[..., 0]


@dataclass(frozen=True, slots=True)
class Batch:
    """Examples side by side, padded."""

    said: Tensor
    seen: Tensor
    beside: Tensor
    beside_seen: Tensor
    matches: Tensor
    intent: Tensor
    wrong: Tensor
    weight: Tensor
    clause: Tensor
    """Which clause of the batch every token is of; -1 for padding."""
    clauses: Tensor
    clause_weight: Tensor


def learned(
    examples: Sequence[Example], seed: int = 0, width: int = WIDTH, start: Network | None = None
) -> Network:
    """A network that tells the wrong tokens from the others; the same for the same examples.

    Args:
        examples: What is learned from.
        seed: For the first weights, the order of the examples and what is hidden in them.
        width: Of every layer; that of ``start`` where it is given.
        start: What has learned before and goes on: fewer rounds, smaller steps.
    """
    torch.manual_seed(seed)
    rng = random.Random(seed)  # noqa: S311 - not secret
    words = _numbered(start.words if start else (), _words(examples), first=2)
    told = sorted({one.laid.intent for one in examples})
    numbers = _numbered(start.intents if start else (), told, first=1)
    rows = [_rows(one, words) for one in examples]
    module = Weigher(embeddings(words), len(numbers), width)
    epochs, rate = (EPOCHS, _RATE) if start is None else (FURTHER_EPOCHS, _FURTHER_RATE)
    if start is not None:
        module.load_state_dict(_grown(start, module.state_dict(), len(words)))
    steps = epochs * -(-len(examples) // _BATCH)
    optimizer = torch.optim.AdamW(module.parameters(), lr=rate, weight_decay=_DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, rate, total_steps=steps, pct_start=_WARM
    )
    for epoch in range(epochs):
        module.train()
        total = 0.0
        for those in _batches(examples, rng):
            batch = _batch([examples[at] for at in those], [rows[at] for at in those], numbers, rng)
            # half precision: several times as fast where the processor has it, and no worse
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = module(batch)
            loss = _loss(scores.float(), batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(module.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += float(loss.detach()) * len(those)
        sys.stderr.write(f"epoch {epoch + 1}: loss {total / len(examples):.4f}\n")
    weights = {name: one.numpy() for name, one in module.state_dict().items()}
    return Network(weights, words, numbers)


def _loss(scores: Tensor, batch: Batch) -> Tensor:
    inside = batch.clause >= 0
    flat, clause = scores[inside], batch.clause[inside]
    # the log of the sum over a clause, as the scores of clauses are read
    most = torch.full_like(batch.clauses, -1e4).scatter_reduce(0, clause, flat.detach(), "amax")
    sums = torch.zeros_like(batch.clauses).index_add(0, clause, torch.exp(flat - most[clause]))
    pooled = most + torch.log(sums)
    of_clauses = functional.binary_cross_entropy_with_logits(
        pooled, batch.clauses, batch.clause_weight * (1 + batch.clauses)
    )
    of_tokens = functional.binary_cross_entropy_with_logits(
        flat, batch.wrong[inside], (batch.weight[:, None] * (1 + batch.wrong))[inside]
    )
    return of_clauses + _TOKENS * of_tokens


def _grown(start: Network, fresh: dict[str, Tensor], words: int) -> dict[str, Tensor]:
    """The weights of a network, with fresh rows for the words and intents that it never met."""
    state = {name: torch.from_numpy(np.array(one)) for name, one in start.weights.items()}
    intents, known = fresh["intent.weight"].clone(), len(start.words) + 2
    intents[: len(state["intent.weight"])] = state["intent.weight"]
    embedded, old = fresh["embedding.weight"].clone(), state["embedding.weight"]
    embedded[:known] = old[:known]
    # names and figures come last
    embedded[words + 2 :] = old[known:]
    return state | {"intent.weight": intents, "embedding.weight": embedded}


def _numbered(kept: Iterable[str], more: Iterable[str], first: int) -> dict[str, int]:
    return {name: at for at, name in enumerate(dict.fromkeys((*kept, *more)), first)}


def _words(examples: Sequence[Example]) -> list[str]:
    counted = Counter(token for one in examples for token in {*one.laid.said, *one.laid.beside})
    own = (token for token, count in sorted(counted.items()) if count >= _LEAST)
    return [token for token in own if not is_name(token) and not token[0].isdigit()]


def _rows(example: Example, words: dict[str, int]) -> tuple[Tensor, Tensor]:
    laid = example.laid
    said, beside = token_rows(laid.said, words), token_rows(laid.beside, words)
    return torch.from_numpy(said), torch.from_numpy(beside)


def _batches(examples: Sequence[Example], rng: random.Random) -> Iterator[list[int]]:
    """Examples of about the same length together, in any order."""
    order = sorted(
        range(len(examples)), key=lambda at: _length(examples[at].laid) + 60 * rng.random()
    )
    cut = [order[at : at + _BATCH] for at in range(0, len(order), _BATCH)]
    rng.shuffle(cut)
    yield from cut


def _length(laid: Laid) -> int:
    return len(laid.beside) + 3 * len(laid.said)


def _batch(
    examples: Sequence[Example],
    rows: Sequence[tuple[Tensor, Tensor]],
    intents: dict[str, int],
    rng: random.Random,
) -> Batch:
    size = len(examples)
    n = max(len(said) for said, _ in rows)
    k = max(1, *(len(beside) for _, beside in rows))
    batch = Batch(
        said=torch.zeros(size, n, dtype=torch.long),
        seen=torch.zeros(size, n, len(SEEN)),
        beside=torch.zeros(size, k, dtype=torch.long),
        beside_seen=torch.zeros(size, k, len(SEEN_BESIDE)),
        matches=torch.zeros(size, n, k, MATCHES, dtype=torch.bfloat16),
        intent=torch.tensor([intents.get(one.laid.intent, 0) for one in examples]),
        wrong=torch.zeros(size, n),
        weight=torch.tensor([one.weight for one in examples]),
        clause=torch.full((size, n), -1),
        clauses=torch.tensor([float(wrong) for one in examples for wrong in one.clauses]),
        clause_weight=torch.tensor([one.weight for one in examples for _ in one.clauses]),
    )
    first = 0
    for at, (one, (said, beside)) in enumerate(zip(examples, rows, strict=True)):
        laid, m, j = one.laid, len(said), len(beside)
        hidden = torch.tensor([rng.random() < _FORGOTTEN for _ in range(m)])
        batch.said[at, :m] = said.masked_fill(hidden, UNKNOWN)
        batch.seen[at, :m] = torch.from_numpy(laid.seen)
        batch.wrong[at, :m] = torch.from_numpy(one.wrong)
        batch.clause[at, :m] = torch.from_numpy(laid.clause) + first
        batch.beside[at, :j] = beside
        batch.beside_seen[at, :j] = torch.from_numpy(laid.beside_seen)
        batch.matches[at, :m, :j] = torch.from_numpy(laid.matches)
        first += len(one.clauses)
    return batch
