"""What is asked of a name only, so that words before or behind it are one, known or not."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from knowledge.text import key

if TYPE_CHECKING:
    from knowledge.gazetteer.mentions import Kind

_ROUTE_SLOTS = """
這條 那條 這一條 那一條 這條路線 幾級 是幾級 多難 有多難 難不難 難度 的難度 什麼等級 的等級
是什麼級 哪一級 首攀 是誰首攀 的首攀 誰首攀 幾顆bolt 有幾顆 幾個bolt 有幾個bolt 多少bolt 有多長
多長 有多高 多高 幾米 幾公尺 在哪一區 在哪個區 在哪區 在哪個岩場 有幾個繩距 難嗎 很難嗎 好爬嗎
是運攀 是傳攀 是運動 是傳統 trad sport 是抱石 是boulder 標多少 定多少 全長 總長 要掛幾 掛幾 要帶幾
這題 grade bolts 幾顆 幾支快扣 怎麼爬 多長 什麼難度 首攀者 路線特色
路線描述 路線資訊 路線資料 攀登影片 攀爬影片 幾把快扣 幾組快扣 beta fa ffa topo anchor
"""
_LINKED = "(?:的|是|有|到底|究竟|大概|要|需要|有没有|分别|各自|各){0,2}(?:{})"
"""What is asked of a name, over words that lead on to it; on the key."""
_PLACE_SLOTS = """
有幾條 有多少條 有多少路線 有哪些路線 有什麼路線 的路線有 岩場 攀岩場 岩區 天然岩場 有幾條路線
有路線 有哪些區 有幾個區 最難的路線 最簡單的路線
"""
_GYM_SLOTS = """
岩館 攀岩館 抱石館 攀岩場 抱石場 室內攀岩場 幾點開 幾點關 營業時間 營業到 開到幾點 票價 的票價
門票 門票多少 有營業 climbinggym boulderinggym gym 分店 入場費
"""
_ANY_SLOTS = """
可以攀岩 能攀岩 可以抱石 能抱石 有岩場 有地方爬
在哪 在哪裡 在哪邊 在什麼地方 可以去嗎 可以爬嗎 能爬嗎 能去嗎 可以爬 要申請 需要申請 開放了嗎
有開放 現在有開 封閉嗎 有封閉 封閉了嗎 封閉中 現在封閉 目前封閉 封了嗎 開放嗎 現在開放 目前開放
解封了 有沒有封閉 有沒有開放 還能爬 還可以爬 是不是封閉 怎麼去 怎麼走 推薦 右邊那 左邊那 旁邊那
"""
_ON_A_DAY = "(?:今天|明天|后天|今晚|现在|周末|平日|假日|(?:星期|礼拜|周)[一二三四五六日天])?(?:{})"
_FIRST_CLIMBED_BY = re.compile("首攀(?:的|过|了|哪|多少|几)|开(?:的|了)")
"""Behind a person's name, on the key."""
_GRADE = re.compile(r"5\d{1,2}[a-d]?(?!\d)|1[0-5][a-d]|v\d")
_OPENERS = """
howhardis howdifficultis whatgradeis whatsthegradeof gradeof gradefor howlongis howtallis whereis
whoclimbed whofirstclimbed whodid whobolted firstascentof faof tellmeabout infoon infoabout
informationon informationabout detailsof detailsabout howmanyboltsdoes howmanyboltson routecalled
routenamed routesat routesin climbsat climbsin lengthof
"""
_NAMED = "叫 叫做 叫作 名叫 名為 路線叫 路線名"


def kind_behind(text: str, end: int) -> Kind | None:
    """The kind of thing that the words behind ask of; None when they do not tell."""
    if _pattern(_ROUTE_SLOTS, _LINKED).match(text, end):
        return "route"
    if _pattern(_GYM_SLOTS, _ON_A_DAY).match(text, end):
        return "gym"
    if _pattern(_PLACE_SLOTS).match(text, end):
        return "crag"
    return None


def asked_behind(text: str, end: int) -> bool:
    """Whether the words behind ask what one asks of a place as well as of a route."""
    return bool(_pattern(_ANY_SLOTS).match(text, end))


def grade_behind(text: str, end: int) -> bool:
    """Whether a grade stands behind."""
    return bool(_GRADE.match(text, end))


def person_before(text: str, end: int) -> bool:
    """Whether the words behind say what somebody has climbed."""
    return bool(_FIRST_CLIMBED_BY.match(text, end))


def named_before(text: str, start: int) -> bool:
    """Whether 叫 or the like stands before."""
    return bool(_pattern(_NAMED, "(?:{})$").search(text[max(0, start - 8) : start]))


def openers(text: str) -> list[tuple[int, Kind]]:
    """Where English names may begin, behind "how hard is", with what is asked for."""
    found = _pattern(_OPENERS, "(?:{})(?:the)?").finditer(text)
    return [(m.end(), "crag" if m[0].startswith(("routes", "climbs")) else "route") for m in found]


@cache
def _pattern(words: str, form: str = "(?:{})") -> re.Pattern[str]:
    keys = sorted({key(word) for word in words.split()} - {""}, key=len, reverse=True)
    return re.compile(form.replace("{}", "|".join(map(re.escape, keys))))
