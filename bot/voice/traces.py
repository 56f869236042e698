"""What became of a model's words, kept for those who make the voice better.

One line of JSON for every answer that a model tried to speak: which model, over which snapshot,
the plan (each question of the message with its records, outcome and time), what was rejected, why.
No question of a member is kept, and of personal answers no sentence.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bot.voice.speaking import is_personal, spoken_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from bot.voice.answers import SpokenAnswer
    from bot.voice.attempt import Said

MAX_BYTES: Final = 4_000_000
"""After this the file becomes ``….1`` and a new one begins; the one before is dropped."""


@dataclass(frozen=True, slots=True)
class Traces:
    """The trace file of a data folder."""

    path: Path

    @classmethod
    def of(cls, data_dir: Path) -> Traces:
        """Where a bot keeps them."""
        return cls(data_dir / "traces" / "voice.jsonl")

    def record(self, spoken: SpokenAnswer, now: datetime) -> None:
        """Add what came of one answer; nothing when no model was asked."""
        heard = [said for said in spoken.said if said.outcome != "skipped"]
        if not heard:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        if self.path.exists() and self.path.stat().st_size > MAX_BYTES:
            self.path.replace(self.path.with_suffix(".jsonl.1"))
        parts = spoken.answer.parts or (spoken.answer,)
        told = [one for one in map(spoken_of, parts) if one is not None]
        private = any(map(is_personal, told)) or spoken.answer.intent == "personal"
        row = _row(spoken, heard, now, private=private)
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")

    def last(self, count: int) -> Iterator[dict[str, Any]]:
        """The newest traces, oldest of them first."""
        if not self.path.exists():
            return
        lines = self.path.read_text(encoding="utf-8").splitlines()
        yield from (json.loads(line) for line in lines[-count:])


def _row(
    spoken: SpokenAnswer, heard: list[Said], now: datetime, *, private: bool
) -> dict[str, Any]:
    rejected = [asdict(one) for said in heard for one in said.rejected]
    if private:
        rejected = [{"repaired": one["repaired"]} for one in rejected]
    return {
        "at": now.isoformat(timespec="seconds"),
        "intent": spoken.answer.intent,
        "snapshot": spoken.answer.snapshot,
        "model": heard[0].model,
        "outcome": "spoken" if spoken.changed else heard[0].outcome,
        "plan": [asdict(step) for step in spoken.plan],
        "budget_seconds": spoken.budget_seconds,
        "reasons": [] if private else [one for said in heard for one in said.reasons],
        "rejected": rejected,
    }
