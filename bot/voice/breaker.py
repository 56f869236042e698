"""A circuit breaker: a model that failed several times in a row is left alone for a while."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Breaker:
    """Counts failures in a row; while open, nobody asks. One request tries again afterwards."""

    clock: Callable[[], float]
    """Seconds that only grow."""
    failures_to_open: int = 3
    rest_seconds: float = 30.0
    _failures: int = field(default=0, init=False)
    _open_until: float = field(default=0.0, init=False)

    def allows(self) -> bool:
        """Whether to ask the model now; the first one after a rest is a trial for all."""
        if self._failures < self.failures_to_open:
            return True
        if self.clock() < self._open_until:
            return False
        self._open_until = self.clock() + self.rest_seconds
        return True

    @property
    def is_open(self) -> bool:
        """Whether the model is being left alone."""
        return self._failures >= self.failures_to_open and self.clock() < self._open_until

    def succeeded(self) -> None:
        """The model answered."""
        self._failures = 0

    def failed(self) -> None:
        """The model did not answer, or not in time."""
        self._failures += 1
        if self._failures >= self.failures_to_open:
            self._open_until = self.clock() + self.rest_seconds
