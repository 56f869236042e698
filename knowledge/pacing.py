"""Long work in the background that lets answers pass first.

Python runs one thread at a time: a thread that works out the names of a new catalogue would slow
every answer down. Loops over many records go through ``paced``; in a thread under ``giving_way``
they pause while answers are under way, elsewhere they are plain loops. What such work makes is
not for the garbage collector: looking through the millions of objects of a large catalogue holds
everything up for half a second at a time, and finds nothing (``uncollected``).
"""

from __future__ import annotations

import gc
import os
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

T = TypeVar("T")

STRETCH = 32
"""Items between two looks: about a millisecond of work."""
LONGEST_PAUSE_SECONDS = 0.05
"""So long the work waits at most before its next stretch, or it would never end under full load."""

NICENESS = 10
"""Of a process that writes beside one that answers."""

_local = threading.local()


class Gate:
    """Knows whether answers are under way."""

    def __init__(self) -> None:
        self._busy = 0
        self._quiet = threading.Condition()

    @contextmanager
    def busy(self) -> Iterator[None]:
        """An answer is under way for the length of the block."""
        with self._quiet:
            self._busy += 1
        try:
            yield
        finally:
            with self._quiet:
                self._busy -= 1
                if not self._busy:
                    self._quiet.notify_all()

    def give_way(self) -> None:
        """Wait until no answer is under way, but not for long."""
        with self._quiet:
            self._quiet.wait_for(lambda: not self._busy, LONGEST_PAUSE_SECONDS)


@contextmanager
def giving_way(gate: Gate) -> Iterator[None]:
    """Let the loops of this thread pause at the gate for the length of the block."""
    _local.gate = gate
    try:
        yield
    finally:
        _local.gate = None


@contextmanager
def uncollected() -> Iterator[None]:
    """No garbage collection within the block, and none later of what it made.

    For what lasts as long as the process or until its last holder lets it go.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()


def step_back() -> None:
    """Let this process wait for those that answer, where the system can."""
    if hasattr(os, "nice"):
        os.nice(max(0, NICENESS - os.nice(0)))


def paced(items: Iterable[T]) -> Iterable[T]:
    """The items; in a thread that gives way with a pause between stretches of them."""
    gate: Gate | None = getattr(_local, "gate", None)
    return items if gate is None else _paced(items, gate)


def _paced(items: Iterable[T], gate: Gate) -> Iterator[T]:
    for number, item in enumerate(items):
        if number % STRETCH == 0:
            gate.give_way()
        yield item
