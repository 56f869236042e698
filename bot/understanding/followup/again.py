"""你確定嗎, source?: the answer before once more, said to be what the records hold."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.schema import Again, Intent, Query
    from bot.understanding.followup.turn import Turn

_SURE = re.compile(
    r"(?:你|妳)?(?:真的)?(?:確定|确定|肯定)(?:是這樣|是这样|嗎|吗|喔|ㄇ|\?)*"
    r"|真的(?:嗎|吗|假的|喔|啊)*|(?:你|妳)?(?:沒|没)(?:搞|弄|看)?[錯错](?:吧|嗎)?"
    r"|(?:are )?you sure(?: about (?:that|this|it))?|really|for real"
    r"|is that (?:right|correct|true)",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"(?:那|這個?|这个?|你的?)?(?:資料|资料|數據)?的?(?:來源|来源|出處|出处)"
    r"(?:呢|是什麼|是什么|是哪|在哪|是哪裡|哪裡)?"
    r"|你?[從从]?哪[裡里邊](?:來的|来的|看到的|查到的|得知的?)(?:資料)?"
    r"|誰說的|谁说的|根據(?:是)?什麼|有(?:什麼)?根據嗎"
    r"|(?:what(?:'s| is) (?:the|your) )?sources?|according to who(?:m)?|says who"
    r"|where (?:does|did) (?:that|this|it) come from",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[\s？?！!。.，,~～啊呢呀欸喔哦]+$")
_TOLD: frozenset[Intent] = frozenset(
    {
        *("fact", "list", "count", "superlative", "compare", "distribution", "recommend"),
        *("crag_info", "gym_info", "gym_hours", "gym_price", "gym_list", "convert"),
    }
)


def once_more(turn: Turn) -> Query | None:
    """The question of the turn before, to be answered again with a word on where it stands."""
    text = _MARKS.sub("", turn.reading.text.strip())
    again: Again | None = None
    if _SURE.fullmatch(text):
        again = "sure"
    elif _SOURCE.fullmatch(text):
        again = "source"
    if again is None or turn.before.intent not in _TOLD:
        return None
    return replace(turn.before, again=again)
