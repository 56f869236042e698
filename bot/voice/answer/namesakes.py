"""Several records of one name: each of them is told, or how many there are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from bot.voice.language.told import facts_of
from bot.voice.ordinary.wording import joins, pieces

_HEADING: Final = re.compile(
    r"^(?:叫.+的有|有).{0,6}條(?:都叫.+)?，(?:都給你|分開看)：$"
    r"|^There are \d+ routes called .+:$|^\d+ routes share the name .+:$"
)
"""The heading over several records of one name: each is told, and how many may go unsaid."""
_RECORD: Final = re.compile(r"^(?:「[^」]+」（[^）]+）|“[^”]+” \([^)]+\))")


@dataclass(frozen=True, slots=True)
class Namesake:
    """One of several records of one name."""

    title: str
    """Its name and place, as the rendered answer gives them."""
    facts: frozenset[str]
    words: frozenset[str]
    """Words that none of the others has: its place, who climbed it first."""

    def is_told(self, said: frozenset[str], body: str) -> bool:
        """Whether a body tells of it: a figure of it, or where it has none, a word of its own."""
        return bool(self.facts & said if self.facts else self.words & pieces(body))


def namesakes(lines: list[str]) -> tuple[Namesake, ...]:
    """The records of one name that a rendered answer tells apart; none where it does not.

    Args:
        lines: The lines of the rendered answer, its heading first.
    """
    first, *rest = lines or [""]
    told: dict[str, list[str]] = {}
    for line in rest if _HEADING.match(first) else ():
        match = _RECORD.match(line)
        if match:
            told.setdefault(match[0], []).append(line[match.end() :])
    words = {
        title: {one for one in pieces("\n".join([title, *said])) if not joins(one)}
        for title, said in told.items()
    }
    return tuple(
        Namesake(
            title,
            frozenset(fact for line in said for fact in facts_of(line)),
            frozenset(words[title]).difference(*(words[one] for one in told if one != title)),
        )
        for title, said in told.items()
    )
