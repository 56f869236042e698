"""What a right answer has to be: the gold of one question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from bot.schema import Answer

TODAY = date(2026, 11, 20)
"""A Friday: the day of every question that is not about days."""


@dataclass(frozen=True, slots=True)
class Given:
    """What came back: the answer judged, and the answers before it in the conversation."""

    answer: Answer
    before: tuple[Answer, ...] = ()


Check = Callable[[Given], str]
"""Says what is wrong with an answer; nothing wrong is an empty string."""


@dataclass(frozen=True, slots=True)
class Ids:
    """What ids have to be: at least these, at most those, beginning with one of the first."""

    least: frozenset[str] = frozenset()
    most: frozenset[str] | None = None
    first: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Expectation:
    """The gold of a question; texts are compared as ``texts.normalise`` leaves them."""

    contains: tuple[tuple[str, ...], ...] = ()
    """Of every group one has to be in the answer."""
    forbidden: tuple[str, ...] = ()
    routes: Ids | None = None
    gyms: Ids | None = None
    abstained: bool | None = False
    """``None``: not judged."""
    intents: tuple[str, ...] = ()
    checks: tuple[Check, ...] = ()
    records: frozenset[str] = frozenset()
    """The records that hold the answer, for baselines that only find documents."""


@dataclass(frozen=True, slots=True)
class EvalQuestion:
    """A question with its gold."""

    id: str
    kind: str
    language: str
    text: str
    expectation: Expectation
    history: tuple[str, ...] = ()
    today: date = TODAY
    paged: bool = False
    slots: dict[str, str] = field(default_factory=dict)
    """What the slots were filled with, for the reader of a failure."""
    scope: str = ""
    """The Discord server that it comes from."""


def exactly(*ids: str) -> Ids:
    """These ids and no others."""
    return Ids(least=frozenset(ids), most=frozenset(ids))
