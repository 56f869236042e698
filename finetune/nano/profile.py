"""How large the nano base is and how long it learns."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any, Final

NANO_VERSION: Final = 11
"""Rises when the same profile would make other weights."""


@dataclass(frozen=True, slots=True)
class NanoProfile:
    """A size and a schedule; the same profile makes the same weights on the same machine."""

    name: str
    hidden: int
    layers: int
    copy_steps: int
    """Steps on random strings to be repeated."""
    field_steps: int
    """Steps on prompts with random values: which value goes where."""
    prose_steps: int
    """Steps on prompts as they are, answered in prose; strings and fields are mixed in."""
    batch: int
    learning_rate: float = 3e-3
    """Of embeddings and norms."""
    matrix_rate: float = 2e-2
    """Of everything else."""
    vocabulary: int = 2000
    seed: int = 1

    @property
    def identity(self) -> str:
        """What names the weights that this profile makes."""
        content = repr((NANO_VERSION, sorted(asdict(self).items())))
        return sha256(content.encode()).hexdigest()[:12]

    def as_json(self) -> dict[str, Any]:
        """The profile for the base's own manifest."""
        return {"version": NANO_VERSION, **asdict(self)}


_SMALL: Final = {"copy_steps": 2, "field_steps": 2, "prose_steps": 2}
PROFILES: Final = {
    "smoke": NanoProfile("smoke", 64, 2, **_SMALL, batch=4),
    "quick": NanoProfile("quick", 128, 3, 20, 60, 200, batch=12),
    "long": NanoProfile("long", 128, 4, 40, 140, 420, batch=12),
}
