"""Whether what is said to be most often is the greatest of the rows that an answer counts. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain
from bot.voice.language.sentences import CLAUSE

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROW: Final = re.compile(
    r"^(?:\d+[.、] ?|- )?(?P<name>[^:：\d|｜][^:：|｜]*)[:：] ?(?P<count>\d+) ?"
    r"(?:天|次|條|筆|個|家|間|days?|times?|routes?|climbs?|entries|entry)?\W*$",
    re.IGNORECASE,
)
_MOST: Final = re.compile(r"最[常多愛]|\b(?:most often|the most|mostly)\b", re.IGNORECASE)


def overrated(text: str, rendered: str) -> Iterator[str]:
    """The clauses that say of one row that it is the most, while another row counts more.

    Args:
        text: What is to be said.
        rendered: The answer that code gave: 「霧鳴岬：5 天」.
    """
    rows = [one for line in plain(rendered).split("\n") if (one := _ROW.match(line.strip()))]
    counts = {one["name"].strip(): int(one["count"]) for one in rows}
    if len(counts) < 2:
        return
    for clause in CLAUSE.split(plain(text)):
        named = [counts[name] for name in counts if name in clause]
        if len(named) == 1 and _MOST.search(clause) and named[0] < max(counts.values()):
            yield clause.strip()
