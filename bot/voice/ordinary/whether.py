"""Yes and no: what asks for one of them, and what says it. Pure."""

from __future__ import annotations

import re
from typing import Final

from bot.voice.language.plain import plain
from bot.voice.ordinary.wording import pieces

_YES: Final = re.compile(
    r"^\W*(?:當然)?(?:有(?!沒)|是(?!不)|對(?!不)|沒錯|可以|可(?!惜)|要(?!不)|會(?!不)|能(?!不)"
    r"|需要|正確|當然\W"
    r"|yes|yep|yeah|yup|correct|right|sure\W+(?:it|you|they)|it does|it is|it will"
    r"|they do|you can|there (?:is|are)(?! no))",
    re.IGNORECASE,
)
_NO: Final = re.compile(
    r"^\W*(?:欸|嗯|喔|抱歉)?\W*(?:(?:資料|紀錄)(?:上|裡|中)?(?:都|也|並)?)?(?:沒有|沒(?!錯)|不|還沒|尚未|未|無|並非"
    r"|no\b|nope|nah|not\b|it's not|it isn't|it doesn't)",
    re.IGNORECASE,
)
_ASKS_WHETHER: Final = re.compile(
    r"[嗎吧]|([\u3400-\u9fff])[不沒]\1|有沒有?|有無|[是可能會]否"
    r"|(?:^|[,;.] ?(?:so |and )?)"
    r"(?:is|are|am|does|do|can|has|have|was|did|will|would|could|should)\b"
    r"|\b(?:or not|right\?)",
    re.IGNORECASE,
)
_OR: Final = re.compile(r"還是|或者?是?|\bor\b", re.IGNORECASE)
_BOTH: Final = re.compile(
    r"(?:兩(?:種|個|者|樣|邊)|二者)[^，。；]{0,2}都|^\W*都(?:有|可以?|能|行)|\bboth\b",
    re.IGNORECASE,
)


def asks_whether(question: str) -> bool:
    """Whether a question is for a yes or a no."""
    return bool(_ASKS_WHETHER.search(plain(question)))


def says_yes(body: str) -> bool:
    """Whether a body begins with a yes."""
    return bool(_YES.search(plain(body)))


def says_no(body: str) -> bool:
    """Whether a body begins with a no."""
    return bool(_NO.search(plain(body)))


def says_both(body: str) -> bool:
    """Whether a body says of two things that both are so."""
    return bool(_BOTH.search(plain(body)))


def leaves_open(question: str, rendered: str) -> bool:
    """Whether a question, without names, asks which of two, and the answer is both."""
    told = pieces(rendered)
    asked = [pieces(side) for side in _OR.split(question)]
    return len(asked) > 1 and all(
        told & side.difference(*(other for other in asked if other is not side)) for side in asked
    )
