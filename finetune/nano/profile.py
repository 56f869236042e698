"""How large the nano base is and how long it learns."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any, Final

NANO_VERSION: Final = 4
"""Rises when the same profile would make other weights."""


@dataclass(frozen=True, slots=True)
class NanoProfile:
    """A size and a schedule; the same profile makes the same weights on the same machine."""

    name: str
    hidden: int
    layers: int
    copy_steps: int
    """Steps on random strings to be repeated: without them no copying comes about."""
    task_steps: int
    """Steps on prompts answered in prose."""
    batch: int
    learning_rate: float = 3e-3
    vocabulary: int = 1500
    seed: int = 1

    @property
    def identity(self) -> str:
        """What names the weights that this profile makes."""
        content = repr((NANO_VERSION, sorted(asdict(self).items())))
        return sha256(content.encode()).hexdigest()[:12]

    def as_json(self) -> dict[str, Any]:
        """The profile for the base's own manifest."""
        return {"version": NANO_VERSION, **asdict(self)}


PROFILES: Final = {
    "smoke": NanoProfile("smoke", hidden=64, layers=2, copy_steps=3, task_steps=3, batch=4),
    "quick": NanoProfile("quick", hidden=128, layers=3, copy_steps=420, task_steps=260, batch=12),
    "long": NanoProfile("long", hidden=160, layers=4, copy_steps=1800, task_steps=1500, batch=16),
}
