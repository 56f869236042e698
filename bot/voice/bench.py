"""Where a judge sits: one thread beside the event loop, whose faults are told by their place."""

from __future__ import annotations

import asyncio
import sys
import traceback
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_Found = TypeVar("_Found")
_SWITCH: Final = 0.0005
"""Seconds after which a judge at work lets an answer go on: of Python's own 5 ms an answer waits
for many, one after another."""


class JudgeError(Exception):
    """A check of ours broke down on a model's words; it says where, and none of the words."""


@dataclass(slots=True)
class Bench:
    """One thread: however much a model talks, judging takes no more than that from the answers."""

    _thread: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(1, "voice"), init=False
    )

    def __post_init__(self) -> None:
        sys.setswitchinterval(min(_SWITCH, sys.getswitchinterval()))

    async def judged(self, judge: Callable[[], _Found]) -> _Found:
        """What a judge finds, off the event loop.

        Raises:
            JudgeError: Whatever went wrong in it.
        """
        return await asyncio.get_running_loop().run_in_executor(self._thread, _guarded, judge)


def _guarded(judge: Callable[[], _Found]) -> _Found:
    try:
        return judge()
    except Exception as error:  # noqa: BLE001 - whatever it is, the rendered answer stands
        # the message of an error may hold a member's words: its kind and place do not
        place = traceback.extract_tb(error.__traceback__)[-1]
        told = f"{type(error).__name__} in {Path(place.filename).name}, line {place.lineno}"
        raise JudgeError(told) from None
