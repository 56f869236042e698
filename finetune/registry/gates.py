"""What an adapter must reach before it may be registered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from finetune.config import Gates

_GATED = ("format", "grounding", "terms", "refusal", "query", "tone")


@dataclass(frozen=True, slots=True)
class Measured:
    """Means on held-out prompts: of the adapter, and of the base below it."""

    adapter: dict[str, float]
    base: dict[str, float]
    memorised: int = 0
    """Training values that came back without their records."""
    examples: int = 0


def gate_faults(measured: Measured, gates: Gates) -> Iterator[str]:
    """The gates that are not passed; a metric that nothing asked for is not judged.

    The regression guard: grounding and copied names may not fall below the base's own.
    """
    if not measured.examples:
        yield "沒有評測結果"
    for name in _GATED:
        value, bar = measured.adapter.get(name), getattr(gates, name)
        if value is not None and value < bar:
            yield f"{name} {value:.1%}，門檻是 {bar:.1%}"
    for name, allowed in (("grounding", gates.grounding_drop), ("copied", gates.copied_drop)):
        before, after = measured.base.get(name), measured.adapter.get(name)
        if before is not None and after is not None and after < before - allowed - 1e-9:
            yield f"{name} 從 {before:.1%} 掉到 {after:.1%}，最多只能掉 {allowed:.1%}"
    if measured.memorised:
        yield f"背下了 {measured.memorised} 個訓練資料的值"
