"""What is listed among the things of an answer and is none: 「淋浴、烤箱」 with no sauna. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain
from bot.voice.ordinary.wording import uncovered
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLAUSE: Final = re.compile(r"[，。；;！!？?\n（）()：:]")
_BETWEEN: Final = re.compile(r"、|以?及|還有|(?<=[\u3400-\u9fff]{2})[和跟與](?=[\u3400-\u9fff]{2})")
_HEAD: Final = re.compile(r"^.*(?:有|包括|包含|像是|例如|提供|是)")
_TAIL: Final = re.compile(
    r"(?:[都也]?有|等等?|這些|都|喔|啦|[一二三四五六七八九十兩\d]+[項個種樣條間類]).*$"
)
_NAMED: Final = re.compile(r"[\u3400-\u9fff]{2,6}")
_KNOWN: Final = 2
"""Things of a list that must be known for it to be one of the answer's."""


def intruders(text: str, known: str, *, loosely: bool = False) -> Iterator[str]:
    """The things listed among known ones of which no word is known.

    Args:
        text: What is to be said.
        known: The records, the rendered answer and the question.
        loosely: Whether single characters of what is known count: what is listed is advice, which
            is told in other words (「裂了」 for 「裂開」), and no facility of a gym.
    """
    told = plain(text)
    if "、" not in told:
        return
    held = key(plain(known))
    for clause in _CLAUSE.split(told):
        if "、" not in clause:
            continue
        first, *middle = _BETWEEN.split(clause)
        things = [_HEAD.sub("", first), *middle[:-1], *(_TAIL.sub("", one) for one in middle[-1:])]
        things = [one.strip() for one in things]
        if sum(bool(one) and key(one) in held for one in things) < _KNOWN:
            continue
        strange = (one for one in things if _NAMED.fullmatch(one) and key(one) not in held)
        yield from (one for one in strange if uncovered(one, known, loosely=loosely))
