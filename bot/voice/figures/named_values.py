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
_LONG: Final = 3
"""Characters from which the start of a value tells whose it is."""
_HEAD: Final = 6
_TRANSLATED: Final = re.compile(
    r"(?P<name>[\u3400-\u9fff][\u3400-\u9fff\w-]{0,15})」?\s?"
    r"[(](?P<other>[A-Z][A-Za-z' -]{2,40})[)]"
)
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
            yield from _foreign(clause, values)


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
    return {label: values for label, values in found.items() if len(values) > 1}


def mistranslated(text: str, rendered: str) -> Iterator[str]:
    """The names with another name behind them than the answer has.

    Args:
        text: What is to be said.
        rendered: The answer that code gave.
    """
    held = defaultdict[str, set[str]](set)
    for one in _TRANSLATED.finditer(_SIGNS.sub("」", plain(rendered))):
        held[one["name"]].add(key(one["other"]))
    for one in _TRANSLATED.finditer(_SIGNS.sub("」", plain(text))):
        own = next((held[name] for name in held if one["name"].endswith(name)), None)
        if own is not None and key(one["other"]) not in own:
            yield one["other"]
