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
    r"[不沒無未]|即時的(?:東西|資料|資訊|事)|看|問|查(?!得到)|請|確認|以.{1,12}為準|公告|找|另|\b(?:no|not|cannot|see|ask|check|beyond)\b|n't\b"
)
_OFFERS: Final = re.compile(
    "都能問|可以問|問我|找我|查得到|(?:能|可以)?(?:幫|替)你(?:查|看|問)|(?:能|可以?)查"
)
"""What offers to look up, and so sends nobody elsewhere."""
_SHORTEST: Final = 2
_MATTERS: Final = re.compile(
    "裝備|價格|票價|電話|地址|天氣|氣象|路況|交通|浪況|潮汐|人潮|影片|課程|教練|訂票|揪團|安全|新聞|地圖|導航|照片|體能"
    r"|穿搭|飲食|受傷|即時|人多"
    r"|\b(?:weather|tides?|swell|crowds?|training|instructors?|coach|friends|per day|a day)\b"
)
"""Matters that a bot might be said to know of."""
_OPTION: Final = re.compile(r"--[a-z]+")
"""An option of a command."""
_TOLD: Final = re.compile(
    r"想必|(?<!有沒)有開|沒開|有營業|公休|排隊|在賣|半價|旺季|淡季|位子|不會有錯|都正確"
    r"|你(?:的[^，。]{0,4})?(?:還沒|已經?|曾|之前|先前|今年|去年|上次|最近|應該)(?![^，。]{0,6}[查看問])"
    r"|上次|以前聊過|記得你|認識你|你沒有[^，。]{0,10}紀錄|我都(?:有)?(?:記|看|知道)|有人問過|停用|更新(?:後|就|再)"
    r"|(?:應該|大概|可能)不?會(?:下(?!載)|放晴|變)|他(?:常|會|很)"
    r"|\b(?:still|now) open\b|\bopen now\b|\bi'm a climber\b|\bi climb\b"
)
"""What nobody can know in an answer about no record."""

NOT_MINE: Final = re.compile(
    r"(?:\w+, )?(?:that|this|the|such a) (?:name|route|climb|line|crag|gym|place|one)"
    r"(?: is not|'s not| isn't) (?:in|on|among) (?:my|our|the) (?:data|records?|files?|list)"
    r"|(?:\S{1,2}[，,])?(?:我的?)?(?:資料|紀錄)(?:裡|上|中)?(?:並)?沒有?(?:這個|叫這個|這種)(?:名字?|路線|線|岩場|岩館|地方)的?"
    r"[啦喔耶欸呢]?",
    re.IGNORECASE,
)
"""That nothing was found, in words that can say nothing else."""


def given(text: str, rendered: str) -> Iterator[str]:
    """What a text gives although the rendered answer says that it is not to be had."""
    withheld = tuple(_withheld(plain(rendered)))
    for clause in _CLAUSE.split(plain(text)) if withheld else ():
        folded = key(clause)
        if not _REFUSES.search(_OFFERS.sub("", clause)):
            yield from (one for one in withheld if key(one) in folded)


def beyond(text: str, rendered: str, asked: str) -> Iterator[str]:
    """What a text promises or tells in an answer that is about no record.

    A greeting, a help text, a refusal: which matters the bot knows of, what the member did and
    what is open is said by code or by nobody.

    Args:
        text: What is to be said, without the names of records.
        rendered: The answer that code gave.
        asked: The question.
    """
    held = plain(f"{rendered}\n{asked}").casefold()
    for clause in _CLAUSE.split(plain(text).casefold()):
        told = (one[0] for one in _TOLD.finditer(clause))
        yield from (one for one in told if one not in held)
        yield from (one for one in _OPTION.findall(clause) if one not in held)
        if not _REFUSES.search(_OFFERS.sub("", clause)):
            matters = (one[0] for one in _MATTERS.finditer(clause))
            yield from (one for one in matters if one not in held)


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
