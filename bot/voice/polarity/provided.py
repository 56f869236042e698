"""Who brings what: whether a thing is brought, hired, lent or bought as the records say. Pure.

「襪子自備」 and 「襪子可租」 are both made of ordinary words, and only one of them is so. A thing
is looked at where the records say how one comes by it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain
from bot.voice.language.sentences import CLAUSE_OR_STOP

if TYPE_CHECKING:
    from collections.abc import Iterator

_THINGS: Final = {
    name: re.compile(rf"{name}|\b(?:{english})\b", re.IGNORECASE)
    for name, english in (
        ("襪子?", "socks?"),
        ("岩鞋|(?<!拖)(?<!布)鞋子?", "shoes?"),
        ("吊帶", "harness(?:es)?"),
        ("粉袋|岩粉|粉球|鎂粉", "chalk(?: bags?)?"),
        ("快扣", "quickdraws?"),
        ("繩子?(?!索)", "ropes?"),
        ("[岩頭安]全?[盔帽]", "helmets?"),
        ("毛巾", "towels?"),
        ("確保器", "belay devices?"),
        ("抱石墊", "(?:crash )?pads?"),
        ("鎖頭", "padlocks?"),
        ("飲?水", "(?:drinking )?water"),
    )
}
_WAYS: Final = {
    "brought": re.compile(
        r"自備|自帶|自己[帶準]|[要請記得]帶|\bbring\b|\byour own\b", re.IGNORECASE
    ),
    "hired": re.compile(r"租|\brent(?:ed|al|als)?\b|\bhired?\b", re.IGNORECASE),
    "lent": re.compile(
        r"附|免費(?:提供|使用|借)|(?<!不)提供(?!租)|借[你用]|\binclud\w+|\bprovided?\b|\blen[dt]\b",
        re.IGNORECASE,
    ),
    "bought": re.compile(r"購買|販售|[可要]買|賣|\bbuy\b|\bbought\b|\bsold?\b", re.IGNORECASE),
}
_REFUSES: Final = re.compile(r"[不沒無未嗎]|還是|\b(?:no|not|nor|or)\b|n't\b", re.IGNORECASE)


def provided_otherwise(text: str, known: str) -> Iterator[str]:
    """The clauses that say of a thing that it is come by otherwise than the records say.

    Args:
        text: What is to be said.
        known: The records and the rendered answer, without the question.
    """
    said = [(clause, _ways(clause)) for clause in CLAUSE_OR_STOP.split(plain(text))]
    if not any(ways for _, ways in said):
        return
    held = [
        (clause, ways) for clause in CLAUSE_OR_STOP.split(plain(known)) if (ways := _ways(clause))
    ]
    for clause, ways in said:
        if not ways or _REFUSES.search(clause):
            continue
        for thing in _THINGS.values():
            if not thing.search(clause):
                continue
            own = {way for other, each in held if thing.search(other) for way in each}
            if own and not own & ways:
                yield clause.strip()


def _ways(clause: str) -> frozenset[str]:
    return frozenset(way for way, words in _WAYS.items() if words.search(clause))
