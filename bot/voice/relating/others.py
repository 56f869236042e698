"""Whether what is left when some rows were named is as a clause says: 「其餘各一條」.

The rows are those of a distribution, the kinds of climbing, or the routes of a list.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from bot.rendering.labels import type_label
from bot.voice.language.numerals import value_of
from bot.voice.relating.each import TYPES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.voice.evidence.compared import Item

REST: Final = re.compile(
    r"(?:其餘|其[他它]|剩下)(?:的)?(?:級數|等級|難度|\d?[條間題區])?(?:就|通通|統統)?(?:都|全|各)(?:部)?(?:是|只?有|在)?"
    r"(?!不|沒|可|要|能|會)"
)
EACH: Final = re.compile(
    r"(?:都|各|全|皆|均)(?:是|只?有|為)?\s*(\d+|[一兩二三四五六七八九])\s*[條題]"
)


class Rest:
    """The rows of one answer, to say what is left of them.

    Args:
        items: What can be counted of the records.
        counts: How many routes of each kind the answer gives.
    """

    def __init__(self, items: Sequence[Item], counts: Counter[str]) -> None:
        self._items = items
        self._counts = counts

    def are(self, clause: str, named: list[Item]) -> bool:
        """Whether the rows that were not named have as many routes each as a clause says."""
        told = [one for one in named if one.family in {"bucket", "type", "whole"}]
        count = EACH.search(clause)
        if count is None:
            return self._rest_is(clause, named)
        if not told:
            return False
        rest = [one for one in self._items if one.family == told[0].family and one not in told]
        return bool(rest) and all(one.values["total"] == value_of(count[1]) for one in rest)

    def _rest_is(self, clause: str, named: list[Item]) -> bool:
        """Whether all that was not named is of the kind, or has the grade, that a clause says."""
        behind = clause[match.end() :] if (match := REST.search(clause)) else clause
        kinds = {kind for kind, words in TYPES.items() if re.search(words, behind)}
        grades = re.findall(r"5\.\d+[a-d]?|V\d+", behind)
        labels = {name for one in named for name in one.names}
        if grades:
            rows = [one for one in self._items if one.family == "bucket"]
            rest = [one for one in rows if not labels & set(one.names)]
            return bool(rest) and all(
                any(name.startswith(grade) for name in one.names for grade in grades)
                for one in rest
            )
        if not kinds:
            return False
        routes = [one.route for one in self._items if one.route is not None]
        ids = [one.route.id for one in named if one.route is not None]
        if ids:
            return all(str(one.type) in kinds for one in routes if one.id not in ids)
        counts = self._counts or Counter(type_label(str(one.type), "zh") for one in routes)
        kept = {label for label in counts if not any(label == name for name in labels)}
        # 「傳攀兩條，剩下都是運攀」 names the rest itself
        kept |= {type_label(kind, "zh") for kind in kinds} & set(counts)
        kept -= {
            type_label(kind, "zh") for kind in kinds_of(clause[: match.start()] if match else "")
        }
        return bool(kept) and kept <= {type_label(kind, "zh") for kind in kinds}


def kinds_of(text: str) -> set[str]:
    """The kinds of climbing that a text names."""
    return {kind for kind, words in TYPES.items() if re.search(words, text, re.IGNORECASE)}
