"""Early stopping on what matters: held-out prompts answered in format, grounded, in our terms."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from transformers import TrainerCallback

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WEIGHTS: Final = {"format": 0.4, "grounding": 0.4, "terms": 0.2}
"""Of the stop signal; a part that the held-out prompts do not ask for is left out."""
ENOUGH: Final = 1e-4
"""A smaller gain is none."""


def stop_signal(scores: dict[str, float]) -> float:
    """One number of the scores, between 0 and 1."""
    parts = {name: weight for name, weight in WEIGHTS.items() if name in scores}
    return sum(scores[name] * weight for name, weight in parts.items()) / sum(parts.values())


@dataclass
class Watch:
    """What was measured so far and the best adapter of it."""

    patience: int
    history: list[dict[str, float]] = field(default_factory=list)
    best: float = -1.0
    best_step: int = 0
    waited: int = 0

    def take(self, step: int, scores: dict[str, float]) -> bool:
        """Note a measurement; true when it is the best so far."""
        signal = stop_signal(scores)
        self.history.append({"step": float(step), "signal": signal, **scores})
        if signal > self.best + ENOUGH:
            self.best, self.best_step, self.waited = signal, step, 0
            return True
        self.waited += 1
        return False

    def keep(self, path: Path) -> None:
        """Write what was measured beside the checkpoints."""
        part = path.with_suffix(".part")
        part.write_text(json.dumps(self.history), encoding="utf-8")
        part.replace(path)

    def recall(self, path: Path, step: int) -> None:
        """Take up what a run that was cut off had measured up to this step."""
        if not path.is_file():
            return
        for row in json.loads(path.read_text(encoding="utf-8")):
            if row["step"] <= step:
                scores = {k: v for k, v in row.items() if k not in {"step", "signal"}}
                self.take(int(row["step"]), scores)

    @property
    def over(self) -> bool:
        """Whether training should end."""
        return self.waited >= self.patience


class Stopper(TrainerCallback):
    """Measures every so many steps, keeps the best adapter, ends the training."""

    def __init__(
        self,
        watch: Watch,
        every: int,
        measure: Callable[[], dict[str, float]],
        save: Callable[[], None],
        kept: Path,
    ) -> None:
        self.watch = watch
        self._kept = kept
        self._every = every
        self._measure = measure
        self._save = save

    def on_step_end(self, _args: Any, state: Any, control: Any, **_: Any) -> Any:
        """Measure when it is time, and at the last step."""
        if state.global_step % self._every and state.global_step < state.max_steps:
            return control
        if self.watch.take(state.global_step, self._measure()):
            self._save()
        self.watch.keep(self._kept)
        if self.watch.over:
            control.should_training_stop = True
        return control


class Progress(TrainerCallback):
    """One line of progress with the time left, and a log file a machine can read."""

    def __init__(self, log: Path, say: Callable[[str], None]) -> None:
        self._log = log
        self._say = say
        self._started = time.monotonic()
        self._from = 0

    def on_train_begin(self, _args: Any, state: Any, _control: Any, **_: Any) -> None:
        """Start the clock, at the resumed step."""
        self._started, self._from = time.monotonic(), state.global_step

    def on_log(self, _args: Any, state: Any, _control: Any, logs: Any = None, **_: Any) -> None:
        """A line for every log of the trainer."""
        told = (logs or {}).items()
        values = {name: one for name, one in told if isinstance(one, float | int)}
        row = {"step": state.global_step, **values}
        with self._log.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")
        done = state.global_step - self._from
        if "loss" in values and done:
            left = (time.monotonic() - self._started) / done * (state.max_steps - state.global_step)
            self._say(
                f"第 {state.global_step}/{state.max_steps} 步：loss {values['loss']:.3f}，"
                f"約剩 {left:.0f} 秒"
            )
