"""First weights with a circuit that copies, so that little training is needed to copy well.

Heads of the first layer write which token stands one, two and three places before; heads of the
second look for a place whose three tokens before are the last three of the text, and write the
token that stands there. Where fewer of the three match, more is better than less. Random weights
find the same circuit (induction heads), after hours on a CPU. All of it is trained further: nothing
is frozen.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import torch

if TYPE_CHECKING:
    from collections.abc import Sequence

LOOKS: Final = 3
"""How many tokens before a place must match; as many heads are needed."""
_SPREAD: Final = 0.1
"""Standard deviation of the embeddings: with tied ones it decides how sure the first logits are."""
_NEAR: Final = (0.6, 0.25, 0.15)
"""How much the three fastest frequencies count in finding a neighbour."""
_SHARP: Final = 1.4
_MATCHING: Final = 2.0
"""Weights of the query and key norms: how sharply neighbours and matches are attended to."""
_LOUD: Final = 3.0
"""How much louder the copied token is than the token that stands there."""
_SKIPPING: Final = 50.0
"""How loud the value is behind the label that would be copied."""
_COLON: Final = 12.0
"""How much the colon before a value counts."""
_FAR: Final = 400
"""Tokens over which a match must hold: frequencies that turn within them cannot carry it."""


@dataclass(frozen=True, slots=True)
class _Spaces:
    """Which part of the hidden state holds what."""

    own: slice
    before: tuple[slice, ...]
    """The token one place before, two, and so on."""
    always: int
    """One number that is the same for every token."""

    @classmethod
    def of(cls, hidden: int) -> _Spaces:
        own, seen = hidden // 2, (hidden // 2 - 1) // LOOKS
        starts = (own + place * seen for place in range(LOOKS))
        return cls(slice(0, own), tuple(slice(one, one + seen) for one in starts), hidden - 1)

    @property
    def seen(self) -> int:
        return int(self.before[0].stop - self.before[0].start)


def seed_copying(model: Any, seed: int, colon: int) -> None:
    """Put the circuit into a fresh model of at least two layers and as many heads as looks.

    Args:
        model: With random weights.
        seed: Of what is drawn here.
        colon: The token between a label and its value.
    """
    config = model.config
    generator = torch.Generator().manual_seed(seed)
    spaces = _Spaces.of(config.hidden_size)
    half = config.head_dim // 2
    theta = config.rope_parameters["rope_theta"]
    turns = [theta ** (-index / half) for index in range(half)]
    with torch.no_grad():
        table = model.model.embed_tokens.weight
        table[:, spaces.own].normal_(0.0, _SPREAD, generator=generator)
        table[:, spaces.own.stop :] = 0
        table[:, spaces.always] = table[:, spaces.own].norm(dim=1).mean() / 2
        unit = math.sqrt(float((table**2).sum(1).mean()) / config.hidden_size)
        mark = _orthogonal(spaces.seen, spaces.own.stop, generator)
        first, second = (layer.self_attn for layer in model.model.layers[:2])
        _look_back(first, spaces, turns, mark, unit)
        slow = [index for index in range(half) if turns[index] * _FAR < 1]
        places = [*slow, *(index + half for index in slow)]
        for head in range(config.num_attention_heads):
            _match(second, head * config.head_dim, spaces, (places, mark), generator)
            _say(second, head, spaces, unit * _LOUD, generator)
        for layer in model.model.layers[2:3]:
            sign = mark @ table[colon, spaces.own]
            _skip(layer.self_attn, spaces, (places, mark), (sign, unit), generator)
        for attention, sharpness in ((first, _SHARP), (second, _MATCHING)):
            attention.q_norm.weight.fill_(sharpness)
            attention.k_norm.weight.fill_(sharpness)


def _look_back(
    attention: Any, spaces: _Spaces, turns: Sequence[float], mark: Any, unit: float
) -> None:
    """Heads that attend one and two places back by position alone."""
    size, half = attention.head_dim, attention.head_dim // 2
    for head, space in enumerate(spaces.before):
        rows = slice(head * size, (head + 1) * size)
        query, key = torch.zeros(size), torch.zeros(size)
        for index, share in enumerate(_NEAR):
            angle = -(head + 1) * turns[index]
            key[index] = math.sqrt(share)
            query[index] = math.sqrt(share) * math.cos(angle)
            query[index + half] = math.sqrt(share) * math.sin(angle)
        for projection, drawn in ((attention.q_proj, query), (attention.k_proj, key)):
            projection.weight[rows] = 0
            projection.weight[rows, spaces.always] = drawn
        read = slice(head * size, head * size + spaces.seen)
        attention.v_proj.weight[rows] = 0
        attention.v_proj.weight[read, spaces.own] = mark
        attention.o_proj.weight[:, rows] = 0
        attention.o_proj.weight[space, read] = torch.eye(spaces.seen) * unit


def _match(
    attention: Any, start: int, spaces: _Spaces, given: tuple[Sequence[int], Any], generator: Any
) -> None:
    """A head that looks for where the last tokens stood before, each in its share of the head."""
    places, mark = given
    for projection in (attention.q_proj, attention.k_proj):
        projection.weight[start : start + attention.head_dim] = 0
    asked = (mark, *(torch.eye(spaces.seen) for _ in spaces.before[1:]))
    stands = (spaces.own, *spaces.before[:-1])
    for number, (read, stood, sought) in enumerate(zip(asked, stands, spaces.before, strict=True)):
        rows = [start + place for place in places[number :: len(spaces.before)]]
        drawn = _orthogonal(len(rows), spaces.seen, generator)
        attention.q_proj.weight[rows, stood] = drawn @ read
        attention.k_proj.weight[rows, sought] = drawn


def _skip(
    attention: Any,
    spaces: _Spaces,
    given: tuple[Sequence[int], Any],
    colon: tuple[Any, float],
    generator: Any,
) -> None:
    """A head that steps over a label: where the others would say one, it says the value.

    It looks for a place behind label, colon and value, and says what stands one place before it.
    """
    places, mark = given
    sign, unit = colon
    for projection in (attention.q_proj, attention.k_proj):
        projection.weight[: attention.head_dim] = 0
    label, mark_rows = places[0::2], places[1::2]
    drawn = _orthogonal(len(label), spaces.seen, generator)
    attention.q_proj.weight[label, spaces.own] = drawn @ mark / _LOUD
    attention.k_proj.weight[label, spaces.before[2]] = drawn
    drawn = _orthogonal(len(mark_rows), spaces.seen, generator)
    attention.q_proj.weight[mark_rows, spaces.always] = drawn @ sign * _COLON
    attention.k_proj.weight[mark_rows, spaces.before[1]] = drawn
    rows, read = slice(0, attention.head_dim), slice(0, spaces.seen)
    attention.v_proj.weight[rows] = 0
    attention.v_proj.weight[read, spaces.before[0]] = torch.eye(spaces.seen)
    attention.o_proj.weight[:, rows] = 0
    attention.o_proj.weight[spaces.own, read] = mark.T * unit * _SKIPPING
    attention.q_norm.weight.fill_(_MATCHING)
    attention.k_norm.weight.fill_(_MATCHING)


def _say(attention: Any, head: int, spaces: _Spaces, loud: float, generator: Any) -> None:
    """The token that stands at the match becomes the answer."""
    width, start = min(attention.head_dim, spaces.own.stop), head * attention.head_dim
    rows, read = slice(start, start + attention.head_dim), slice(start, start + width)
    basis = _orthogonal(width, spaces.own.stop, generator)
    attention.v_proj.weight[rows] = 0
    attention.v_proj.weight[read, spaces.own] = basis
    attention.o_proj.weight[:, rows] = 0
    attention.o_proj.weight[spaces.own, read] = basis.T * loud


def _orthogonal(rows: int, columns: int, generator: Any) -> Any:
    size = max(rows, columns)
    return torch.linalg.qr(torch.randn(size, size, generator=generator))[0][:rows, :columns]
