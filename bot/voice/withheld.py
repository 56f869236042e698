"""What the rendered answer says that nobody has: it may be denied again or sent on, never given.

「即時天氣、浪況和潮汐我查不到」 and 「資料沒有列體能訓練區」 name what is not to be had. A clause
that names it must deny it too, ask for it, or send the member elsewhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.plain import plain
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLAUSE: Final = re.compile(r"[，。；;！!？?\n()]|,(?!\d{3})")
_BEFORE: Final = re.compile(
    r"(?:^|[：:])(?P<what>[^：:]{2,40}?)(?:我|這邊|這裡|資料|都|也)*"
    r"(?:查不到|看不到|不知道|不提供|不清楚|沒辦法|沒有資料|幫不上忙)"
)
_BEHIND: Final = re.compile(
    r"(?:沒有?|未)(?:列出?|記載|提到|標示|收錄|寫到?)(?P<what>[^，。；的「」]{2,8})$"
)
_SPLIT: Final = re.compile(r"[、和與跟及或]|以及")
_LEADS: Final = re.compile(r"^(?:即時的?|當天的?|現在的?|目前的?|所以|也|你的|任何)+")
_REFUSES: Final = re.compile(
    r"[不沒無未]|看|問|查(?!得到)|請|確認|以.{1,12}為準|公告|找|另|\b(?:no|not|cannot|see|ask|check|beyond)\b|n't\b"
)
_SHORTEST: Final = 2


def given(text: str, rendered: str) -> Iterator[str]:
    """What a text gives although the rendered answer says that it is not to be had."""
    withheld = tuple(_withheld(plain(rendered)))
    for clause in _CLAUSE.split(plain(text)) if withheld else ():
        folded = key(clause)
        if not _REFUSES.search(clause):
            yield from (one for one in withheld if key(one) in folded)


def _withheld(rendered: str) -> Iterator[str]:
    for clause in _listing(rendered):
        match = _BEFORE.search(clause) or _BEHIND.search(clause)
        for one in _SPLIT.split(match["what"]) if match else ():
            bare = _LEADS.sub("", one.strip())
            if len(bare) >= _SHORTEST and "「" not in bare:
                yield bare


def _listing(rendered: str) -> list[str]:
    """The clauses; 「天氣、浪況和潮汐我查不到」 is one."""
    return [one.strip() for one in re.split(r"[，。；;！!？?\n()]", rendered) if one.strip()]
