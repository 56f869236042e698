"""Quotations: the words of records, of buttons, and questions that one may ask.

What stands in quotation marks is somebody's words, and nobody is quoted with what nobody said. A
question in them is no claim: 「石螢谷最長的是哪條」 says again, shorter, what the answer offers to
be asked, and 「這條怎麼爬」 is a kind of question. It may hold no name and no word that is unknown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain
from bot.voice.language.told import facts_of
from bot.voice.ordinary.wording import uncovered
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUOTED: Final = re.compile(r"[「『“]([^「」『』“”]{1,40})[」』”]")
_BUTTONS: Final = "加入想爬 記一筆 換一批 回報錯誤 下一頁 確認 復原"
"""Words of the interface that an answer may point to."""
_ASKS: Final = re.compile(
    r"怎麼|什麼|哪|幾|嗎|多少|多[長高遠久難]|誰|何時|有沒有|[?？]$"
    r"|^(?:what|which|how|where|when|who|is|are|does|do|can)\b",
    re.IGNORECASE,
)


def foreign_quotes(text: str, known: str) -> Iterator[str]:
    """What a text quotes and nobody said.

    Args:
        text: What is to be said.
        known: Everything that may be repeated.
    """
    held = key(f"{known} {_BUTTONS}")
    for match in _QUOTED.finditer(plain(text)):
        if key(match[1]) not in held and not _may_be_asked(match[1], known):
            yield match[1]


def unquoted(text: str, known: str) -> str:
    """The text without the marks around questions, and around known words in another case.

    A name in quotation marks must be a record's; such words are none.
    """
    held = key(known)

    def bare(match: re.Match[str]) -> str:
        words = match[1]
        is_name = words in known or not (key(words) in held or _may_be_asked(words, known))
        return match[0] if is_name else words

    return _QUOTED.sub(bare, text)


def _may_be_asked(words: str, known: str) -> bool:
    """Whether quoted words are a question about nothing but what is known."""
    told = plain(words)
    asks = _ASKS.search(told) and facts_of(told) <= facts_of(known)
    return bool(asks) and not uncovered(told, known)
