"""What the rendered answer says that nobody has: it may be denied again or sent on, never given.

「即時天氣、浪況和潮汐我查不到」 and 「資料沒有列體能訓練區」 name what is not to be had. A clause
that names it must deny it too, ask for it, or send the member elsewhere.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain
from bot.voice.language.sentences import PART
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    r"[不沒無未]|別|氣象署那?邊?有|館方|管理單位|官方|即時的?(?:東西|資料|資訊|事)|看|問|查(?!得到)|請|確認|以.{1,12}為準|公告|找|另|\b(?:no|not|cannot|see|ask|check|beyond)\b|n't\b"
)
_OFFERS: Final = re.compile(
    "都能問|可以問(?!問?(?:當地|館方|現場|岩友|管理|官方|氣象))|問我|找我|查得到|(?:能|可以)?(?:幫|替)你(?:查|看|問)|(?:能|可以?)查"
)
"""What offers to look up, and so sends nobody elsewhere."""
_CANNOT: Final = re.compile(
    r"(?:這些|這類|這種|我|都|也|恕|通通|全部|是即時的?(?:資訊|資料))*"
    r"(?:(?:查|看|答|幫)不(?:到|了|出來|上)|不(?:知道?|清楚|能答)|無法|沒辦法|沒有(?=$|[喔啦呢欸的]*$))"
)
"""A clause that says so of what was listed before it."""
_ASKED: Final = re.compile(r"^(?:想|要|如果|至於).*(?:的話)?$|的話$")
"""A clause that only takes up what was asked."""
_UNKNOWN: Final = re.compile(
    r"看不|查不|不知|沒辦法|無法|不認|認不|不曉得|沒登入|[還未]沒登入|登入|\blog ?in\b"
)
"""What somebody did of whom nothing is known, said to be unknown."""
_SHORTEST: Final = 2
_MATTERS: Final = re.compile(
    "裝備(?!有了)|價格|票價|(?<!先打)(?<!立刻打)電話|電話(?=[預訂問去登])|地址|天氣|氣象|路況|交通|浪況|潮汐|人潮|影片|課程|教練|訂票|揪團|安全|新聞|地圖|導航|照片|體能"
    r"|穿搭|飲食|受傷|即時|人多"
    r"|\b(?:weather|tides?|swell|crowds?|training|instructors?|coach|friends|per day|a day)\b"
)
"""Matters that a bot might be said to know of."""
_ASKS: Final = re.compile(r"有沒有|問問|[嗎?]|是否")
_LISTED_ON: Final = re.compile(r"[\w\s、]*\b(?:or|nor)\b[\w\s]*[.]?")
"""The rest of a list that a no stands before: "No live weather, swell or tides"."""
_INSTANCES: Final = re.compile(r"(?:像是?|例如|比如|譬如|包[含括])(?=[^，。；]*、)")
"""What a no stands before is told one by one: 「即時的我都沒有，像人潮、路況」."""
_OPTION: Final = re.compile(r"--[a-z]+")
"""An option of a command."""
_TOLD: Final = re.compile(
    r"想必|(?<!有沒)有開|沒開|有營業|公休|排隊|在賣|半價|旺季|淡季|位子|不會有錯|都正確"
    r"|你(?:的[^，。]{0,4})?(?:還沒(?!登入)|已經?|曾|之前|先前|今年|去年|上次|最近|應該)(?![^，。]{0,6}[查看問])"
    r"|上次|以前聊過|記得你|(?<!高興)(?<!開心)(?<!榮幸)認識你|你沒有[^，。]{0,10}紀錄|我都(?:有)?(?:記|看(?!不)|知道)|有人問過|停用|更新(?:後|就|再)"
    r"|(?:應該|大概|可能)不?會(?:下(?!載)|放晴|變)|他(?:常|會|很)"
    r"|\b(?:still|now) open\b|\bopen now\b|\bi'm a climber\b|\bi climb\b"
)
"""What nobody can know in an answer about no record."""

_FOUND_THERE: Final = re.compile(
    r"^\W*(?:(?:這裡|這邊|那裡|那邊|館內|店內|裡面|現場|附近|旁邊|門口|樓下)還?|而且|另外|也|都)*有"
    r"(?P<what>(?!需要|問題|事|空|想|什麼|任何|機會|疑問|興趣|其他|別的|更多|人|[一幾多點些的在問查要新到我你他她它心])"
    r"[\u3400-\u9fff]{2,6})[喔啊呢啦的]*\W*$"
)
"""That there is something, as if of a place: 「有兒童區」."""

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
    for clause, after in _with_next(plain(text)) if withheld else ():
        folded = key(clause)
        if not (_refuses(clause) or _is_refused(clause, after)):
            yield from (one for one in withheld if key(one) in folded)


def beyond(text: str, rendered: str, asked: str, before: str = "") -> Iterator[str]:
    """What a text promises or tells in an answer that is about no record.

    A greeting, a help text, a refusal: which matters the bot knows of, what the member did and
    what is open is said by code or by nobody.

    Args:
        text: What is to be said, without the names of records.
        rendered: The answer that code gave.
        asked: The question.
        before: What is said before it.
    """
    own = plain(rendered).casefold()
    held = f"{own}\n{plain(asked).casefold()}"
    refused = _refuses(PART.split(plain(before).casefold().rstrip(" ,"))[-1])
    for clause, after in _with_next(plain(text).casefold()):
        unknown = _UNKNOWN.search(clause)
        told = (one[0] for one in _TOLD.finditer(clause) if not (unknown and "你" in one[0]))
        # 「問我『我今年爬了幾條』」 may be said of 你今年
        new = (one for one in told if one not in held and one.replace("你", "我") not in own)
        yield from (one for one in new if not _ASKS.search(clause))
        yield from (one for one in _OPTION.findall(clause) if one not in held)
        there = _FOUND_THERE.match(clause)
        if there and there["what"][:2] not in held:
            yield there["what"]
        listed_on = refused and (_LISTED_ON.fullmatch(clause) or _INSTANCES.match(clause))
        refused = bool(listed_on) or _refuses(clause)
        if not (refused or _is_refused(clause, after)):
            matters = (one[0] for one in _MATTERS.finditer(clause))
            yield from (one for one in matters if one not in held)


def _with_next(text: str) -> Iterator[tuple[str, str]]:
    """Every clause with the one behind it; the last with nothing."""
    return pairwise((*PART.split(text), ""))


def _refuses(clause: str) -> bool:
    return bool(_REFUSES.search(_OFFERS.sub("", clause)))


def _is_refused(clause: str, after: str) -> bool:
    """Whether a clause only names what the next one says is not to be had."""
    return bool(_ASKED.search(clause) or _CANNOT.match(after)) and not _OFFERS.search(clause)


def _withheld(rendered: str) -> Iterator[str]:
    for clause in _listing(rendered):
        match = _BEFORE.search(clause) or _BEHIND.search(clause)
        for one in _SPLIT.split(match["what"]) if match else ():
            bare = _LEADS.sub("", one.strip())
            if len(bare) >= _SHORTEST and "「" not in bare:
                yield bare


def _listing(rendered: str) -> list[str]:
    """The clauses; 「天氣、浪況和潮汐我查不到」 is one."""
    return [one.strip() for one in PART.split(rendered) if one.strip()]
