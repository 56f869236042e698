"""Several questions of one message, asked in turn: 「…有幾條？最難的是哪條」.

A message is parted where a clause that asks ends and another one that asks begins; a clause that
asks nothing belongs to the next one. Each is then understood as if it followed the one before, so
that it takes over place and subject.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.understanding.compound import MAX_PARTS
from bot.understanding.reading import MAX_CHARS
from knowledge.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.schema import Intent, Query

_BORDER = re.compile(
    r"(?<=[？?！!。；;\n，,])\s*|(?<=[^\s，,、])\s*(?=(?:順便|顺便|另外|還有|还有|以及|然後|然后|再來|再来|接著"
    r"|其次|最後|最后)[^的])"
    r"|,?\s+(?=and (?:which|what|how|where|who|when|is|are|does|do|the)\b)|(?<=[a-z])\.\s+",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"[幾几哪誰谁嗎吗]|多少|什麼|什么|怎[麼么樣样]|如何|多[長长高難难大久遠远]|[給给][我個个]|[列講讲說说]一下"
    r"|列出|列給|列给|清單|清单"
    r"|(?<![還还])是.{1,8}(?:還|还)是|意思|[?？]$"
    r"|\b(?:what|which|who|where|when|how|is|are|does|do|grade|length|tell me|list)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:[(（]?[1-4一二三四][.)、)）]\s*)?(?:順便|顺便|另外|還有|还有|以及|然後|然后|再來|再来|接著|其次|最後|最后"
    r"|and also|and|also|btw)?(?:再?想?[問问])?(?:一下)?[，,：:\s]*",
    re.IGNORECASE,
)
"""What leads on to a question and says nothing of it."""
_RECORDS: frozenset[Intent] = frozenset(
    (
        *("fact", "list", "count", "superlative", "compare", "distribution", "convert"),
        *("crag_info", "gym_info", "gym_hours", "gym_price", "gym_list"),
    )
)
_SETS: frozenset[Intent] = frozenset({"list", "count", "superlative", "distribution"})


def asked_in_turn(text: str) -> tuple[str, ...]:
    """The questions of a message in their order; a single one when no more are told apart."""
    text = clean(text).strip()[:MAX_CHARS]
    parts: list[str] = []
    told = ""
    for clause in _BORDER.split(text):
        told += clause
        if _ASKS.search(clause):
            parts.append(told)
            told = ""
    if not parts:
        return (text,)
    parts[-1] += told
    said = tuple(asked for part in parts if (asked := _LEAD.sub("", part.strip()).strip()))
    return said if 1 < len(said) <= MAX_PARTS else (text,)


def each_apart(whole: Query, parts: Sequence[Query]) -> bool:
    """Whether the parts ask what the message, read as one question, does not.

    Nothing that the message names may be lost, and every part must ask for records or for a word.
    """
    if not all(_asks_records(part) for part in parts):
        return False
    named = {each for part in parts for each in _named(part)}
    if not _named(whole) <= named:
        return False
    return not all(_asked_by(whole, part) for part in parts)


def _asks_records(query: Query) -> bool:
    word = query.intent == "knowledge" and query.topic == "glossary"
    at_large = query.fields == ("overview",)
    return (word or (query.intent in _RECORDS and not at_large)) and not (
        query.unknown or query.log
    )


def _named(query: Query) -> frozenset[tuple[str, ...]]:
    mentions = (*query.routes, *query.gyms, *query.places)
    return frozenset(mention.ids for mention in mentions)


def _asked_by(whole: Query, part: Query) -> bool:
    """Whether the message as one question asks that too."""
    if part.intent in _SETS:
        same = whole.filter == part.filter and whole.order == part.order
        return whole.intent == part.intent and same
    if part.intent in {"fact", "compare"} and whole.intent == "compare":
        return _named(part) <= _named(whole)
    if (part.intent == "knowledge") != (whole.intent == "knowledge") or whole.intent in _SETS:
        return False
    return set(part.fields) <= set(whole.fields) and _named(part) <= _named(whole)
