"""The words of the records behind an answer: what a voice may quote, and what it may speak of."""

from __future__ import annotations

import re
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from knowledge.terms import load_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.schema import Draft, Evidence
    from knowledge.schema import Crag, Gym, Route

_NOT_SAID: Final = frozenset({"id", "raw", "source_id", "crag_id", "area_id", "sector_id"})
_WAY: Final = frozenset(
    {"address", "approach", "parking", "transport", "latitude", "longitude", "maps_url"}
)
"""Fields of a crag that are not told where it asks for discretion."""
_LABELS: Final = {
    "anchor": ("固定點", "頂上", "頂", "頂端", "站"),
    "first_ascent": ("首攀者", "首攀", "開線", "開", "人"),
    "rock_type": ("岩質", "石頭", "岩石", "岩壁", "岩性", "岩種", "岩"),
    "seasons": ("季節", "適合"),
    "prices": ("平日", "假日", "票價"),
    "hours": (
        "營業",
        "開到",
        "開門",
        "關門",
        "打烊",
        "休息",
        "開",
        "關",
        "收",
        *(f"{week}{day}" for week in ("週", "星期", "禮拜") for day in "一二三四五六日"),
    ),
}
TYPES: Final = {
    "sport": "運攀 運動攀登 sport",
    "trad": "傳攀 傳統攀登 傳統 trad",
    "boulder": "抱石 boulder",
    "toprope": "上方架繩 上方",
    "mixed": "混合 混合路線 mixed",
}
"""The words for kinds of climbing."""
_TICKETS: Final = {
    "shoes": ("岩鞋", "租鞋", "租借", "岩鞋租借"),
    "harness": ("吊帶", "租吊帶", "租借", "吊帶租借"),
    "twilight": ("星光票", "星光"),
    "weekend": ("假日單次", "週末"),
    "weekday": ("平日單次",),
}
_DESCRIBES: Final = frozenset({"岩點與握法", "動作", "地形"})
"""Sections of the term table that say what a climb is like."""
_EVERYDAY: Final = frozenset(
    {"岩點", "手點", "腳點", "點", "hold", "休息點", "休", "爬", "岩壁", "岩面", "開門"}
)
"""Words of these sections that claim nothing about a place when they are said."""
_MEAN_MORE: Final = frozenset({"over"})
"""English words of the table that are mostly said for other things."""


def quotable(evidence: Evidence, draft: Draft) -> tuple[str, ...]:
    """Every text of the records, and every line of the rendered answer."""
    records = (*own_records(evidence), *shared_records(evidence))
    texts = (text for record in records for text in texts_of(record))
    return tuple(dict.fromkeys([*texts, *evidence.available, *draft.text.split("\n")]))


def own_records(evidence: Evidence) -> tuple[Route | Gym, ...]:
    """The routes and gyms: what one of them says is said of no other."""
    return (*evidence.routes, *evidence.near_misses, *evidence.gyms)


def shared_records(evidence: Evidence) -> tuple[object, ...]:
    """The records that speak for the whole answer: places, cards, notices, sources."""
    places = (*evidence.crags, *evidence.areas, *evidence.sectors)
    cards = (scored.card for scored in evidence.cards)
    return (*places, *cards, *evidence.sources, *evidence.notices)


def texts_of(record: Any) -> Iterator[str]:
    """Every text of a record; nothing of the way to a place that asks for discretion."""
    hidden = _WAY if getattr(record, "sensitive", False) else frozenset[str]()
    for field in fields(record):
        if field.name not in _NOT_SAID | hidden:
            yield from _flat(getattr(record, field.name))


def unsupported_terms(text: str, known: str) -> tuple[str, ...]:
    """Terms of the trade in the text that nothing known speaks of: an invented crux, a roof.

    Args:
        text: What is to be said.
        known: Records, rendered answer and question, joined.
    """
    lower, held = text.casefold(), known.casefold()
    return tuple(
        words[0]
        for words in _term_families()
        if any(_stands_in(lower, word) for word in words)
        and not any(word in held for word in words)
    )


def labels_of(record: Route | Gym | Crag) -> Iterator[str]:
    """The words in which the fields of a record are told, as far as it has them."""
    for name in _LABELS:
        if getattr(record, name, None):
            yield from _LABELS.get(name, ())
    kind = getattr(record, "type", None)
    if kind in TYPES:
        yield TYPES[kind]
    prices = getattr(record, "prices", {})
    yield from (label for name in prices for label in _TICKETS.get(name, ()))


def terms_said_otherwise(known: str) -> Iterator[str]:
    """Other words for the terms of the trade that stand in what is known: crux for 難關."""
    held = known.casefold()
    for row in _all_rows():
        if any(word.casefold() in held for word in row if len(word) > 1):
            yield from row


@cache
def _all_rows() -> tuple[tuple[str, ...], ...]:
    return tuple((*term.words, *term.english) for term in load_terms())


@cache
def _term_families() -> tuple[tuple[str, ...], ...]:
    """Ways to say one thing, for all things that a record can be claimed to have."""
    terms = (term for term in load_terms() if term.section in _DESCRIBES)
    rows = ((*term.words, *term.english) for term in terms)
    families = (
        tuple(dict.fromkeys(word.casefold() for word in row if _claims(word)))
        for row in rows
        if not any(word in _EVERYDAY for word in row)
    )
    return tuple(family for family in families if family)


def _claims(word: str) -> bool:
    """Whether a word is long enough to be meant when it stands in a text."""
    return len(word) >= (2 if not word.isascii() else 4) and word not in _MEAN_MORE


def _stands_in(text: str, word: str) -> bool:
    """Whether a term stands in a text: "cover" holds no "over"."""
    return word in text and (
        not word.isascii() or bool(re.search(rf"(?<![a-z0-9]){re.escape(word)}", text))
    )


def _flat(value: object) -> Iterator[str]:
    if isinstance(value, str):
        if value:
            yield value
    elif isinstance(value, dict):
        yield from _all(value.values())
    elif isinstance(value, tuple):
        yield from _all(value)
    elif hasattr(value, "__dataclass_fields__"):
        yield from texts_of(value)


def _all(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        yield from _flat(value)
