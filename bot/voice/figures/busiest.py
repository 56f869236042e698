"""Whether the month of one's log that is called the busiest has the most entries. Pure.

Likewise whether a month is said to have none, or a bare number of them, "March had two".
The answer counts a month a line, 「2026-10：2 筆（完攀 1、嘗試 1）」, and says of none that it is
first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.figures.own_labels import MONTH, rows_of, spots_of
from bot.voice.language.plain import plain
from bot.voice.language.sentences import CLAUSE_OR_STOP

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_MOST: Final = re.compile(
    r"最[多忙勤]|最活躍|最常(?:爬|出)|\bbusiest\b|\bmost active\b"
    r"|\b(?:the|had|with|has) most\b|\bmost (?:in|entries|climbs|sends|tries|attempts)\b",
    re.IGNORECASE,
)
_LEAST: Final = re.compile(r"最少|最閒|\bquietest\b|\b(?:the )?(?:fewest|least)\b", re.IGNORECASE)
_OTHERS: Final = re.compile(
    r"[天把不嗎?？哪]|次多|其[次他餘]|之[前後]|以[前後]|再來|\b(?:not?|next|second|days?|other|which|after|before)\b|n't",
    re.IGNORECASE,
)
"""What is counted otherwise, asked, or told of the others."""
_KINDS: Final = {
    "sent": re.compile(r"完攀|送|\b(?:sen[dt]s?)\b", re.IGNORECASE),
    "tried": re.compile(r"嘗試|沒送|\b(?:tried|tries|attempts?)\b", re.IGNORECASE),
}
_BARE: Final = re.compile(
    r"^ (?:(?:had|has|saw|got) (?P<n>\d+|none|nothing|no entries)|was (?:empty|blank))\W*$"
    r"|^(?:份)?(?:都|完全)?(?:沒有?(?:爬|紀錄|出門)|空白|掛零)\W*$",
    re.IGNORECASE,
)
_SKIPPED: Final = re.compile(r"\bskipped $|跳過了?$", re.IGNORECASE)


def not_busiest(text: str, rendered: str) -> Iterator[str]:
    """The clauses that call a month the first, or the last, while another has more, or fewer.

    Args:
        text: What is to be said.
        rendered: The answer that code gave.
    """
    rows = {label: row for label, row in rows_of(plain(rendered)).items() if MONTH.fullmatch(label)}
    for clause in CLAUSE_OR_STOP.split(plain(text)) if len(rows) > 1 else ():
        yield from _miscounted(clause, rows)
        named = {spot.label for spot in spots_of(clause, rows)}
        most, least = _MOST.search(clause), _LEAST.search(clause)
        if not named or bool(most) == bool(least) or _OTHERS.search(clause):
            continue
        kinds = [kind for kind, words in _KINDS.items() if words.search(clause)]
        kind = kinds[0] if kinds else "all"
        counts = [row[kind] for row in rows.values()]
        edge = max(counts) if most else min(counts)
        if len(kinds) < 2 and all(rows[label][kind] != edge for label in named):
            yield clause.strip()


def _miscounted(clause: str, rows: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    """A clause that gives its only month none of its entries, or another number alone."""
    spots = spots_of(clause, rows)
    if len(spots) != 1 or not (held := rows[spots[0].label]["all"]):
        return
    before, behind = clause[: spots[0].start], clause[spots[0].end :]
    said = _BARE.match(behind)
    if _SKIPPED.search(before) or (said is not None and said["n"] != str(held)):
        yield clause.strip()
