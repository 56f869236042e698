"""Whether a warning said of both is one of both: 「兩條都有老舊 bolt 的回報」. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.evidence.warnings import warnings_of
from bot.voice.language.plain import plain
from bot.voice.language.sentences import CLAUSE

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOLD: Final = re.compile(r"^[「“](?P<name>[^」”\n]+)[」”] ?:", re.MULTILINE)
_BOTH: Final = re.compile(
    r"[兩三四五二\d] ?[條個]路?線?(?:全|通通)?[都皆]"
    r"|(?:全部?|通通)都?有|[都皆]有|\b(?:both|each|all)\b",
    re.IGNORECASE,
)
_NOT: Final = re.compile(r"[沒不無非未]|\b(?:not|no|neither)\b|n't", re.IGNORECASE)


def shared_flags(text: str, rendered: str) -> Iterator[str]:
    """The clauses that say of all what the answer warns of for some.

    Args:
        text: What is to be said.
        rendered: The answer that code gave.
    """
    shown = plain(rendered)
    names = {one["name"] for one in _TOLD.finditer(shown)}
    warned = dict[str, set[str]]()
    for name, flag in warnings_of(rendered):
        warned.setdefault(flag, set()).add(name)
    if len(names) < 2 or not warned:
        return
    for clause in CLAUSE.split(plain(text)):
        of_all = _BOTH.search(clause) and not _NOT.search(clause)
        if of_all and any(flag in clause and names - own for flag, own in warned.items()):
            yield clause.strip()
