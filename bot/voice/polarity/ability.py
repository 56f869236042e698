"""Whether we claim to see, know or do what the answer says that we do not.

「看不到任何攀登紀錄」 becomes 「看得到你的攀登紀錄」, "I do not give its location" becomes "I can
share parking": hardly a word is new. So what an answer does not let us claim is written down as
rules, ``words/overstated.yaml``. Pure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import yaml

from bot.voice.language.phrases import CLAUSE, pattern
from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_RULES: Final = Path(__file__).parents[1] / "words" / "overstated.yaml"


def overstated(text: str, rendered: str) -> Iterator[str]:
    """The clauses in which we see, know or do what the answer says that we do not.

    Args:
        text: What is to be said.
        rendered: The answer that code gave.
    """
    shown = plain(rendered)
    rules = [one for one in _rules() if one.holds_for(shown)]
    for clause in CLAUSE.split(plain(text)):
        bare = clause.strip()
        if bare and bare not in shown and any(one.is_broken(bare, shown) for one in rules):
            yield bare


@dataclass(frozen=True)
class _Rule:
    """What a clause may not say over some answers."""

    where: re.Pattern[str]
    over: re.Pattern[str]
    says: re.Pattern[str]
    unless: re.Pattern[str]

    def holds_for(self, shown: str) -> bool:
        """Whether an answer is of its kind, by its first line or as a whole."""
        return bool(self.where.search(shown.split("\n", maxsplit=1)[0]) and self.over.search(shown))

    def is_broken(self, clause: str, shown: str) -> bool:
        """Whether a clause claims what the answer does not."""
        claims = self.says.search(clause)
        return bool(claims and claims[0] not in shown and not self.unless.search(clause))


@cache
def _rules() -> tuple[_Rule, ...]:
    read = yaml.safe_load(_RULES.read_text(encoding="utf-8")).values()
    kinds = ("where", "over", "says", "unless")
    return tuple(_Rule(*(pattern(one.get(kind, [""])) for kind in kinds)) for one in read)
