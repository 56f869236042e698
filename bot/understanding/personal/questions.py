"""Whether a message asks the log something, and is no question to the catalogue."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.personal import ACTIONS, LogQuery
from bot.understanding import words
from bot.understanding.personal.asks import MANAGED, NO_QUESTIONS, question, wanted
from bot.understanding.personal.deeds import deed_asked
from bot.understanding.personal.filters import log_filter, without_asides
from bot.understanding.personal.following import followed
from bot.understanding.personal.merging import narrows
from bot.understanding.personal.not_done import leaves_out_done
from bot.understanding.personal.requests import NOT_NOW, asks, surely_asks, tells
from bot.understanding.personal.scanning import blank, fold, pattern

if TYPE_CHECKING:
    from bot.understanding.conditions import Conditions
    from bot.understanding.personal.tools import Tools
    from bot.understanding.reading import Reading

_IMPLICIT = frozenset({"streak", "success", "average", "most_tried", "pyramid", "tries", "wishes"})
"""Questions that are about a log also without 「我」."""
_OWN = pattern(r"我|自己|(?<![a-z])(?:my|i|i'm|i've|me|mine)(?![a-z])")
_CATALOGUE = pattern(r"資料|記載|路線數|這條線|總共有|這裡|岩場有")


def asked_of_log(
    reading: Reading, conditions: Conditions, tools: Tools, before: LogQuery | None
) -> LogQuery | None:
    """The question that the message asks of the log."""
    deed = deed_asked(reading, tools)
    plain = without_asides(reading.text)
    if plain != reading.text and deed != "projects":
        reading = tools.read(plain)
    asked = words.find("log_asks", reading.folded, reading.lower)
    folded = blank(fold(reading.text), [(name.start, name.end) for name in reading.names])
    asks_log = before is not None and before.ask not in ACTIONS
    said = log_filter(reading, conditions, tools.names, tools.today)
    bare = not narrows(replace(said, sent=None))
    mine = _OWN.search(_GIVE_ME.sub("", folded))
    leans = (
        not mine or _THAT_TIME.search(folded) or (bare and not leaves_out_done(reading, conditions))
    )
    if asks_log and leans and not reading.of_kind("route"):
        further = follow_up(reading, conditions, tools, before, asked)
        if further is not None:
            return further
    if leaves_out_done(reading, conditions):
        return question(reading, conditions, tools, asked)
    if tells(reading, tools) and not (asks(reading.text) or surely_asks(wanted(reading))):
        return None
    if deed is not None or _says_so(reading, conditions, asked, folded, alone=before is None):
        return question(reading, conditions, tools, asked)
    return follow_up(reading, conditions, tools, before, asked)


def _says_so(
    reading: Reading,
    conditions: Conditions,
    asked: tuple[str, ...],
    folded: str,
    *,
    alone: bool,
) -> bool:
    """Whether the words say that a log is asked; ``alone`` without a turn before."""
    own = "personal" in reading.cues
    first = bool(_OWN.search(folded) or (reading.days and _PAST_DEED.search(folded)))
    first = first or bool(_OWN_HARDEST.search(folded))
    implicit = _implicit(asked, reading, conditions, folded)
    deeds = (
        _OWN_DEEDS.search(folded)
        or _OWN_BEST.search(folded)
        or ("compare" in asked and bool(reading.days))
    )
    tips = _TIPS.search(folded) and not _LOG_SAID.search(folded)
    tips = tips or (alone and wanted(reading)["none"] >= _BEYOND_DOUBT)
    if tips or (alone and not (first and deeds) and _clearly_not_of_log(reading)):
        return False
    clear = _clearly_of_log(reading, conditions, first=first)
    if not own and not implicit and not clear and not (first and deeds):
        return False
    return own or clear or not _about_now(reading, asked, implicit=implicit)


_GIVE_ME = pattern(r"[給幫跟替]我|告訴我|讓我|\b(?:give|tell|show|let|help) me\b")
"""Speaks of oneself only to be served."""
_THAT_TIME = pattern(
    r"那(?:一)?(?:個)?(?:月|年|週|天|時候)|當[月年週天]|同一個?(?:月|年|週|天)|其中|裡面"
)
"""Means the days of the question before."""
_TIPS = pattern(
    r"要(?:準備|注意|帶|穿|租|多少錢)|該注意|\badvice\b|\btips?\b|what (?:should|do) i bring"
    r"|岩鞋|\bshoes?\b|\bshould i know\b"
    r"|\bhow (?:many|long)\b.*\bdo(?:es)? (?:an?|most|people|climbers|beginners|the average)\b"
    r"(?!.*\b(?:me|i|my)\b)"
)
_LOG_SAID = pattern(r"紀錄|記錄|日誌|(?<![a-z])(?:log|logbook)(?![a-z])")


def _clearly_of_log(reading: Reading, conditions: Conditions, *, first: bool) -> bool:
    """Whether the examples say that something is asked of the log."""
    del conditions
    near = wanted(reading)
    asks = sum(share for ask, share in near.items() if ask not in NO_QUESTIONS)
    if first:
        best = max(near[ask] for ask in near if ask not in NO_QUESTIONS)
        return asks >= _LIKELY or best >= max(near["none"], _AS_LIKELY)
    return asks >= _MORE_LIKELY and len(reading.plain) >= _WORDS


def _clearly_not_of_log(reading: Reading) -> bool:
    """Whether the examples say that it only sounds like a question to the log."""
    return wanted(reading)["none"] >= _SURELY


_MORE_LIKELY, _WORDS = 0.6, 5
"""What it takes where nobody speaks of himself: 「next」 alone is nothing of a log."""
_BEYOND_DOUBT = 0.9
_UNSURE = 0.5
_AS_LIKELY = 0.45
_UNLIKELY = 0.15
_LIKELY = 0.6
_SURELY = 0.8
_OWN_HARDEST = pattern(r"最[難硬高](?:的)?(?:完攀|送|爬|flash|os|rp|onsight)過")
_PAST_DEED = pattern(r"(?:爬|完攀|送|試|去|flash|rp|os|抱|記)(?:過|了)(?!人)")
"""With a day it is told of oneself, also without 「我」."""


def _implicit(
    asked: tuple[str, ...], reading: Reading, conditions: Conditions, folded: str
) -> bool:
    """Whether it is about a log although it does not say whose."""
    if asked and asked[0] in MANAGED:
        return True
    if conditions.gym_fields or _CATALOGUE.search(folded):
        return False
    climbed = _CLIMBED.search(folded) is not None
    described = _described(reading, conditions) and not _next_there(reading, conditions, folded)
    return bool(
        set(asked) & _IMPLICIT
        or _DONE_IT.search(folded)
        or ("compare" in asked and len(reading.days) > 1)
        or ("recommend" in asked and _NEXT.search(folded) and not described)
        or ("last" in asked and _LAST.search(folded))
        or ("days" in asked and reading.days and climbed)
        or ("count" in asked and climbed and _gone_by(reading) and not described)
        or ("volume" in asked and climbed)
    )


_DONE_IT = pattern(
    r"^[那這]一?[條題][^，。]{0,3}(?:完成|完攀|爬完|送|收|解|爬過|上)(?:掉|下)?(?:了|過)?(?:嗎|"
    r"沒|了沒)"
)


def _gone_by(reading: Reading) -> bool:
    """Whether it tells of days that have begun, and not of what could be done on them."""
    return bool(reading.days) and not _COULD.search(fold(reading.text))


_COULD = pattern(r"可以|能|開放|適合|明|後天|下[週周個]|(?<![a-z])(?:can|could|open)(?![a-z])")


def _about_now(reading: Reading, asked: tuple[str, ...], *, implicit: bool) -> bool:
    """Whether it is about today's conditions, other people or advice, and not about a log."""
    recommends = asked[:1] == ("recommend",) and not implicit
    harmless = {"compare"} if recommends else {"compare", "recommend"}
    return bool(reading.cues & (NOT_NOW - harmless))


_CLIMBED = pattern(r"爬|攀|完攀|\b(?:climb|sen[dt]|tick|entr)")
_NEXT = pattern(
    r"(?:推薦|建議|給)我?下一[條步]|下一[條步個][^，。]{0,6}(?:推薦|建議|recommend|suggest)|"
    r"下一[條步](?:該|要|可以|能|我)?(?:爬|試|練|挑戰)|我(?:可以|"
    r"該|應該|能)(?:去)?(?:試|爬|挑戰)(?:哪|什麼)"
    r"|我[^，。]{0,10}下一[條步]|挑戰更難|該爬哪|我接下來"
    r"|(?:what|which).{0,20}should i (?:climb|try|project|"
    r"get on) next|my next (?:project|route|climb|step|goal)"
)


def _next_there(reading: Reading, conditions: Conditions, folded: str) -> bool:
    """「霧鳴岬我下一條爬什麼」: one's own next step, only that it be there."""
    placed = bool(reading.of_kind("crag", "area", "sector")) and not reading.of_kind("route", "gym")
    says = conditions.grades or conditions.types or conditions.styles or reading.unknown
    return placed and not says and bool(_OWN.search(folded))


def _described(reading: Reading, conditions: Conditions) -> bool:
    """Whether it says which routes: then the catalogue is asked, not the log."""
    return bool(reading.names or reading.unknown or conditions.narrows_routes)


_LAST = pattern(
    r"(?:上次|上一次|最後一次|最近一次)(?:去|爬|到|在|試|完攀|送)|last time (?:at|on|i)|多久沒"
)
_OWN_BEST = pattern(
    r"^(?!.*(?:想|推薦|建議|找|要|該|可以|能爬))(?:.*我)[^，。]{0,10}最[難高強](?:的)?"
    r"(?:爬|是|到|完攀)*(?:幾|多少|哪|什麼)"
)
_OWN_DEEDS = pattern(
    r"第一[次條個題]|首次|還沒爬|沒爬過|去最多|my first|紅點|掛過|給過|都去哪|多久沒|"
    r"上一次|上次|最近一次|最後一次|improving|getting better|送掉|送了|有送|試了|爬最多|"
    r"最多天|最常|常去|進步|爬過|完攀|爬了|送過|試過|紀錄|log|project|"
    r"去過|爬到|flash|onsight|rp|os|"
    r"上了|上過|爬掉|拿下|搞定|花最|花了|磨|打了|主場|去了|去哪|待最|跑哪|跑最|泡在|"
    r"成功|下一條|下一步|下個目標|適合我|程度|挑戰"
    r"|\b(?:climbed|sent|tried|flashed|ticked|redpointed|onsighted|logbook|next (?:project|step|"
    r"goal|route)|been to)\b"
)


_CLOSED = frozenset(
    {"add", "edit", "delete", "undo", "remember", "forget", "others", "confirm", "cancel"}
)
"""What no question leans on."""


def follow_up(
    reading: Reading,
    conditions: Conditions,
    tools: Tools,
    before: LogQuery | None,
    asked: tuple[str, ...],
) -> LogQuery | None:
    """「那去年呢」「只算先鋒」 after a question to the log."""
    if before is None or before.ask in _CLOSED:
        return None
    return followed(reading, conditions, tools, before, asked)
