"""Which split an exemplar and a world belong to: no phrasing and no entity is in two of them."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Iterable

    from finetune.exemplars import Exemplar

Split = Literal["train", "validation", "test"]
SPLITS: Final[tuple[Split, ...]] = get_args(Split)
_PREFIXES: Final = {"train": "t", "validation": "v", "test": "x"}
_SHARES: Final = {"train": 0.8, "validation": 0.1, "test": 0.1}


def split_of(exemplars: Iterable[Exemplar]) -> dict[str, Split]:
    """Exemplar id → split; every task is in every split as soon as it has three exemplars.

    Ordered by the hash of the id within a task, so that a new exemplar moves few of the old ones.
    """
    by_task: dict[str, list[str]] = {}
    for exemplar in exemplars:
        by_task.setdefault(exemplar.task, []).append(exemplar.id)
    found: dict[str, Split] = {}
    for ids in by_task.values():
        ranked = sorted(ids, key=lambda one: sha256(one.encode()).hexdigest())
        held = max(1, round(len(ranked) * _SHARES["test"])) if len(ranked) > 2 else 0
        for index, one in enumerate(ranked):
            found[one] = "test" if index < held else "validation" if index < 2 * held else "train"
    return found


def world_names(split: Split, count: int) -> tuple[str, ...]:
    """Names of the worlds of a split; their records are drawn for it alone."""
    return tuple(f"{_PREFIXES[split]}{index:02d}" for index in range(count))
