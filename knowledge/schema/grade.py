"""A grade as an interval: what is written, which tokens it means, which scores."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

GradeSystem = Literal["yds", "french", "uiaa", "v", "font", "none"]
GradeGroup = Literal["free", "boulder"]
Protection = Literal["PG", "PG13", "R", "X"]


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade as an interval on the score axis of its group.

    ``lo``/``hi`` are canonical tokens (``5.10a``, ``6b+``, ``7A``, ``V3``, ``7-``), lo <= hi;
    scores are inclusive. An unknown grade has system ``none``, no tokens, no group, no scores.
    """

    raw: str
    system: GradeSystem = "none"
    lo: str = ""
    hi: str = ""
    lo_score: int | None = None
    hi_score: int | None = None
    group: GradeGroup | None = None
    modifier: Literal["", "+", "-"] = ""
    uncertain: bool = False
    safety: Protection | None = None
    guessed: bool = False
    """The system was guessed from the letter's case (French or Font)."""

    @property
    def known(self) -> bool:
        """Whether the grade has a place on a scale."""
        return self.lo_score is not None

    @property
    def exact(self) -> bool:
        """Whether the grade is one certain step of its scale."""
        return self.known and self.lo == self.hi and not self.uncertain

    @property
    def midpoint(self) -> float | None:
        """Middle of the score band, with a small push for the modifier; ``None`` when unknown."""
        if self.lo_score is None or self.hi_score is None:
            return None
        push = {"": 0.0, "+": 0.25, "-": -0.25}[self.modifier]
        return (self.lo_score + self.hi_score) / 2 + push


UNKNOWN_GRADE = Grade(raw="")
