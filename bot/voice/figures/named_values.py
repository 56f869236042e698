"""Whether what the answer gives of one record by name is said of that one. Pure.

「「甲館」的地址：…」 and 「「乙館」的地址：…」 stand in one answer; likewise the names in the other
language behind a name: 「慢慢來」（Take Your Time）.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_GIVEN: Final = re.compile(
    r"^[「“](?P<name>[^」”\n]+)[」”](?:的|'s )?(?P<label>[^:\n「“]{1,20}): ?(?P<value>[^\n]+)$",
    re.MULTILINE,
)
_ITEMS: Final = re.compile(r"[、;；]|, ")
_BOTH: Final = re.compile(
    r"(?:[兩三四五]間|全部?|每間)?(?:都|皆)(?:有|是|在)\s*|\b(?:both|all) (?:of them )?have\s*"
)
_CLAUSE: Final = re.compile(r"[，。；;！!？?\n]|,(?!\d)|\.(?=\s|$)")
_DENIED: Final = re.compile(r"[不沒無未]|\b(?:no|not|without)\b", re.IGNORECASE)
_SHORT: Final = re.compile(r"[\u3400-\u9fff]{2,}?(?=攀|抱石|岩館|運動)")
"""What a gym is called for short."""
_LONG: Final = 3
"""Characters from which the start of a value tells whose it is."""
_HEAD: Final = 6
_TRANSLATED: Final = re.compile(
    r"(?P<name>[\u3400-\u9fff][\u3400-\u9fff\w-]{0,15})」?\s?"
    r"[(](?P<other>[A-Z][A-Za-z' -]{2,40})[)]"
)
_IN_ENGLISH: Final = re.compile(
    r"(?:[」”][(]|(?<=[\u3400-\u9fff])[(](?=[A-Z])|英文(?:名|說法)?(?:是|叫做?|為|說|:) ?[「“]?)"
    r"(?P<other>[A-Za-z][A-Za-z'-]*(?: [A-Za-z'-]+){0,4})"
)
_IN_CHINESE: Final = re.compile(r"[A-Za-z][”\"」]? ?[(](?P<other>[\u3400-\u9fff]{2,6})[)]")
_SIGNS: Final = re.compile(r"[「」“”]")


def values_of_others(text: str, rendered: str) -> Iterator[str]:
    """The clauses that give one record what the answer gives another alone.

    Args:
        text: What is to be said.
        rendered: The answer that code gave.
    """
    table = _table(plain(rendered))
    for clause in _CLAUSE.split(plain(text)) if table else ():
        if _DENIED.search(clause):
            continue
        for values in table.values():
            parts = clause.split("、")
            each = all(sum(name in part for name in values) == 1 for part in parts)
            for part in parts if each else (clause,):
                yield from _foreign(part, values)


def _foreign(clause: str, values: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """The clause, where what it gives is another record's value of one label."""
    folded = key(clause)
    named = [name for name in values if name in clause]
    said = {item for items in values.values() for item in items if item in folded}
    if (both := _BOTH.search(clause)) and not named:
        behind = key(clause[both.end() :])
        shared = [item for item in said if behind.startswith(item)]
        if any(item not in items for item in shared for items in values.values()):
            yield clause.strip()
    elif len(named) == 1 and said and not said & values[named[0]]:
        yield clause.strip()


@lru_cache(maxsize=16)
def _table(shown: str) -> Mapping[str, Mapping[str, frozenset[str]]]:
    """The items of every label that several records have, by their names."""
    found = defaultdict[str, dict[str, frozenset[str]]](dict)
    for one in _GIVEN.finditer(shown):
        items = (
            key(item)[:_HEAD] if len(key(item)) > _HEAD else key(item)
            for item in _ITEMS.split(one["value"])
        )
        found[one["label"].strip()][one["name"]] = frozenset(i for i in items if len(i) >= _LONG)
    return {label: _by_short_names(each) for label, each in found.items() if len(each) > 1}


def _by_short_names(values: Mapping[str, frozenset[str]]) -> Mapping[str, frozenset[str]]:
    """The same by how gyms are called for short, where that tells them apart."""
    short = {name: _SHORT.match(name) for name in values}
    names = {one[0] for one in short.values() if one}
    if len(names) < len(values):
        return values
    return {one[0]: values[name] for name, one in short.items() if one}


def mistranslated(text: str, rendered: str, known: str) -> Iterator[str]:
    """The names with another name behind them than the answer has, or one that nobody has.

    Args:
        text: What is to be said.
        rendered: The answer that code gave.
        known: The records, the rendered answer and the question.
    """
    held = defaultdict[str, set[str]](set)
    for one in _TRANSLATED.finditer(_SIGNS.sub("」", plain(rendered))):
        held[one["name"]].add(key(one["other"]))
    for one in _TRANSLATED.finditer(_SIGNS.sub("」", plain(text))):
        own = next((held[name] for name in held if one["name"].endswith(name)), None)
        if own is not None and key(one["other"]) not in own:
            yield one["other"]
    patterns = (_IN_ENGLISH, _IN_CHINESE)
    found = [one["other"] for pattern in patterns for one in pattern.finditer(plain(text))]
    folded = key(plain(known)) if found else ""
    yield from (other for other in found if key(other) not in folded)
