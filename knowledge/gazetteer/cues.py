"""Words beside a name that say what kind of thing it is, matched on the key.

Written in Traditional Chinese, folded when compiled. A cue stands directly after the name, over at
most two connecting words (的, 是, 這條 …), or directly before it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from knowledge.text import key

Cue = Literal["route", "place", "gym"]

_LINKS = """
的 是 到底 究竟 大概 大約 它 他 路線 線 上有 有 有沒有 要 需要 會 真的 其實 算 應該 這條 那條
分別 各 各自 都 is are was s
"""

_ROUTE = """
這條 那條 這一條 那一條 這線 那線 這題 那題 條線 這首 這條路線 那條路線 幾級 多難 難度 難不難 難嗎
很難嗎 什麼等級 什麼級數 哪一級 哪級 什麼級 等級 級數 定級 評級 評幾 標幾級 幾顆 幾個bolt 幾支bolt
幾根bolt 幾bolt 多少顆 多少bolt 多少個bolt bolt 錨栓 幾個錨栓 幾支快扣 幾把快扣 幾個快扣 幾組快扣
快扣 多長 多高 幾米 幾公尺 長度 高度 首攀 誰首攀 誰開 誰先爬 誰爬 開線 幾個繩距 幾段 幾pitch
幾個pitch 繩距 怎麼爬 beta 難關 crux 在哪一區 在哪個區 在哪個岩場 在哪個區域 在哪區 在哪面牆
在哪一面 哪一區 哪個岩場的 運攀 傳攀 運動攀登 傳統攀登 什麼類型 什麼型態 哪一種路線 sport trad 舊名
別名 以前叫 原名 英文名 英文叫 中文叫 影片 固定點 anchor 怎麼下來 怎麼下撤 下撤 危險嗎 安全嗎 好爬嗎
保護 哪條 哪一條 哪個比較難 誰比較難 誰難 誰簡單 比較難 比較長 更難 熱門嗎 評價 幾星 bolts grade
rated length hard easy 完攀 紅點 onsight 路線怎麼 路線幾 路線在 路線難 路線多 路線有幾顆 路線是
哪裡的路線 哪個岩場的路線 幾點幾 5.幾 5點幾 v幾 幾v 難在哪 卡在哪 哪年 哪一年
什麼時候開 第一個繩距 第二個繩距 支點 要帶什麼
帶什麼 什麼裝備 裝備 路線描述 路線特色 路線資訊 路線資料 路線介紹 攀登影片 攀爬影片 攀岩影片 首攀者
開線者 fa ffa topo 分別幾 各多 各是幾級 各幾
簡單的 難的 容易的 簡單一點 難一點 差不多 屬於運攀 屬於傳攀 屬於抱石 屬於上方架繩 屬於什麼 屬於哪
有沒有資料 有資料嗎 值得爬嗎 值得爬 值得一爬 標多少 定多少 定的 算什麼 歸類 歸在 哪一型 什麼型
全長 總長 長多少 長幾 短多少 短幾
高多少 高幾 多幾顆 少幾顆 難多少 難幾 簡單多少 位置
快扣幾 要掛 得掛 得帶 掛幾 沿路 差幾級 差多少 差幾 差很多 差在 這三條 這兩條 那兩條
這幾條 firstascent 什麼難度 哪個難 很難幾級 適合新手 適合初學 適合入門 適合我
哪一天 哪天首攀 哪天被 被首攀 位置
短嗎 長嗎 依長度 依難度 照長度 照難度 按長度 按難度 由長到短 由難到易
"""
_SURE = """
這條 那條 這一條 那一條 這條線 這條路線 那條路線 幾級 多難 難度 什麼等級 什麼級 哪一級 幾顆bolt
幾個bolt 幾支bolt 多少bolt 首攀 誰首攀 在哪一區 在哪個區 在哪區 在哪個岩場 哪條 哪一條 多長 有多長
幾米長 是運攀 是傳攀 是運動 是傳統 什麼難度 難不難 首攀者 路線描述 路線特色 攀登影片 攀爬影片
幾個繩距 fa ffa beta 同級 同難度 同等級 一樣難 差不多難 一樣的難度 差不多的難度 同樣難度
"""
_NUMBERED = """
這條 那條 這一條 那一條 這條線 這條路線 那條路線 幾級 是幾級 多難 難度 什麼難度 什麼等級 多長 多高
首攀 首攀者 誰首攀 難不難 快扣 幾支快扣 幾把快扣 影片 fa ffa 幾顆bolt 有幾顆bolt 幾個bolt 路線描述
攀登影片 在哪一區 是運攀 是傳攀 差不多 在 位在 位於 要帶 評級 級數 怎麼爬 英文名 舊名
"""
_PROPERTIES = """
幾級 多難 難度 什麼等級 級數 哪條 哪一條 哪個難 誰難 比較難 更難 難嗎 難不難 首攀 開線 開的 這條
那條 幾顆 bolt 多長 多高 幾米 幾公尺 長度 高度 快扣 繩距 運攀 傳攀 beta anchor 固定點 影片 路線描述
路線特色 裝備 帶什麼 ffa topo 怎麼爬 好爬 舊名 別名 英文名 完攀 紅點 onsight grade grading howhard
howlong harder easier pitch
"""
_COMPARED = "vs versus 還是 比較 相比 相較 比起 比 哪個 誰 分別 各"
_ASKED_FOR = """
列出 一次列出 列一下 一次給我 比比看 排一下
怎麼形容 形容 描述 怎麼描述
同事說 朋友說 教練說 有人說 學長說 網路說 大家說 都說
求 跪求 求解 想看 想查 想找 查 查詢 幫查 幫我查 幫我找 分享 介紹 介紹一下 說說 講講 聊聊 比較 比
比起 跟 和 與 或 還是 誰首攀 首攀 誰開的 誰爬過 爬過 爬了 想爬 先爬 要爬 去爬 會爬 在爬
想知道 有人知道 想問 想問一下 請問
請問一下 想請問一下 聽說 關於 請給我 給我 求問 求教 叫 換 換成 換到 換去 改 改成 改看 改去
"""
_CLIMBED_BY = (
    "誰首攀 首攀 誰開的 誰開 誰首攀了 誰先爬 誰先爬了 whoclimbed whofirstclimbed whobolted"
)
_THEN = """
和 跟 與 及 或 還是 比 相比 相較 vs 分別 各 都 兩條 哪 誰 一起 是 有 要 需要 幾 多 難 很難 到底 大概
簡單 容易 更難 更簡單 短 長 依 照 按 排
怎麼爬 在哪一 算 的難度 的長度 的首攀 fa ffa topo beta anchor bolt 首攀
"""
_PLACE = """
區 區域 岩場 岩區 岩壁 牆 牆面 那區 這區 這一區 那一區 那邊 那裡 這邊 這裡 這面牆 那面牆 有幾條
有多少條 幾條 多少條 多少路線 有多少路線 有哪些 哪些路線 有什麼路線 有什麼 有沒有 的路線有
所有路線 全部路線 路線列表 路線清單 全部的路線 所有的路線 最難的 最簡單 最長的 最短的 最熱門
最容易 推薦 附近 周邊 怎麼去 怎麼走 怎麼到 交通 停車 開放 有開放 封閉 封了 關閉 岩質 岩石 季節
一共 總共 路線數 難度分布 難度分佈 難度範圍 難度大概 適合新手 適合初學 天氣 浪 漲潮 在哪 在哪裡
在哪邊 裡 裡面 內 的路線 最多 跟 爬什麼 路線推薦 幾條路線 幾個區 分區 分成
哪裡爬 哪裡可以爬 哪邊爬 哪裡好爬 哪可以爬 最難 最長 最短 最高
公告 最新消息 解封 現在 有5 有v 有sport 有trad
有運攀 有傳攀 有傳統 有運動 有抱石 有先鋒 的5 的v
hardest easiest longest shortest routes crag area sector has have 接近 步道 簡介 每種 每級 每個級數
各種 各型態 各類型 各級 各難度 統計 人氣 的全部 所有線路 全部線路
"""
_BY = """
按難度 照難度 依難度 按等級 照等級 依等級 按級數 照級數 依級數 按類型 照類型 依類型
按型態 照型態 依型態
按路線類型 照路線類型 依路線類型 按路線型態 照路線型態 依路線型態 按攀登類型 照攀登類型 依攀登類型
按攀登型態 照攀登型態 依攀登型態 依照難度 按照難度 依照等級 按照等級 依照類型 按照類型
依照型態 按照型態 依type 依grade 按type 按grade 照type 照grade 以難度 以類型 以型態
"""
"""「第一面照難度各有幾條」 sorts the routes of a place."""
_GYM = """
這間 那間 這家 那家 這個館 上攀 抱石 先鋒 綜合 檢定 刷卡 開放時間 有咖啡 有停車 可以租 有租 能租
多大 好玩嗎 怎麼樣
幾點開 幾點關 幾點 營業 開到 開門 關門 打烊 票價 門票 多少錢 價格 費用 收費 入場 電話 地址 租鞋
租借 租 岩鞋 星光 有開 開嗎 公休 休館 官網 粉專 fb ig facebook instagram line 停車 在哪 在哪裡
在哪邊 設施 淋浴 冷氣 年票 季票 十次券 次卡 會員 會費 入會 學生票 離峰 早鳥 置物櫃 寄物
岩館 抱石館 攀岩館 攀岩場 分店 店 館 怎麼去 怎麼走 捷運 預約 課程 月票 單次
hours price prices open close closing opening gym climbinggym bouldering address phone
換線 換牆 換題 換了 剛換 最近 上次 下次 公告 消息 活動 週年慶 漲價 調漲 優惠 停業 歇業 整修 裝修
這週 下週 上週 這個月 上個月 下個月 元旦 跨年 過年 春節 今天 明天 後天 週末 news resets reset events
announcements
"""
_DAYS = """
今天 明天 後天 大後天 今晚 明晚 現在 週末 平日 假日 早上 上午 中午 下午 晚上 凌晨 元旦 過年 春節
除夕 初一 初二 初三 清明 清明節 端午 端午節 中秋 中秋節 國慶 國慶日 雙十 勞動節 兒童節 聖誕節 跨年
連假 國定假日 today tomorrow tonight now onweekends onweekdays weekend weekday
"""
_WEEKDAY = "(?:这|下|上)?(?:个)?(?:星期|礼拜|周)[一二三四五六日天]"
"""A weekday, on the key: it may stand between a gym and what is asked of it."""
_GYM_ONLY = """
幾點 營業 打烊 票價 門票 租鞋 星光 公休 休館 岩館 抱石館 攀岩館 攀岩場 分店 票 收費 入場費 課程
月票 淋浴 會員 會費 十次券 次卡 便宜 比較貴 gym price opening closing hours
"""
_GYM_TOO = """
確保 證照 抱石 上攀 先鋒 小孩 小朋友 kids children
租 有開 開嗎 開到 幾點 多少錢 電話 地址 在哪 怎麼去 設施 有沒有 停車 店 館 預約 檢定 換線 rent shoes
harness open close closed phone address where shower locker cost much membership book have has opens
closes weekend weekday kilter moonboard
"""
"""What is asked of gyms, though not of gyms alone."""
_PITCH = r"第(?:[一二三四五六七八九十]|\d{1,2})(?:个)?(?:绳距|段|pitch)|p\d(?!\d)"
"""A pitch, on the key."""
_NAMED = "叫 叫做 叫作 名叫 名為 稱為 這條 那條 這條叫 那條叫 一條叫 路線叫 路線 一條"
_NAMED_ENGLISH = """
howhardis howdifficultis whatgradeis gradeof gradefor ratingof howlongis howtallis lengthof
whereis tellmeabout whoclimbed whofirstclimbed whodid whobolted firstascentof faof routecalled
route called routenamed infoon infoabout detailsof about howmanyboltsdoes howmanyboltson doeshave
thegradeof
"""
_PRESENTED = """
介紹 介紹一下 說說 說一下 講講 關於 想問 想問一下 請問 想爬 我想爬 想查 查一下 查 告訴我
tellmeabout about whatis whereis infoon
"""
_PLACE_BEFORE = """
在 去 到 位於 routesat routesin routeat routein climbsat climbsin climbingat climbingin at in
tellmeabout whereis howmanyroutesdoes areaof sectorof howmanyroutesare goto gettingto getto
"""
_SELF_NAMED = "叫 叫做 叫作 名叫 名為 稱為 叫什麼"


def cue_after(text: str, end: int, cue: Cue) -> int:
    """How far the cue behind the name reaches, 0 without one."""
    match = _after(cue).match(text, end)
    return match.end() - end if match else 0


def sure_route_after(text: str, end: int) -> bool:
    """Whether words follow that only a route's name goes before, even if the name is a word."""
    return bool(_compiled("sure").match(text, end))


def this_after(text: str, end: int) -> bool:
    """Whether 這條 or 那條 stands directly behind."""
    return bool(_compiled("this").match(text, end))


def numbered_after(text: str, end: int) -> bool:
    """Whether words follow that make even a number the name of a route: 「五十一幾級」."""
    return bool(_compiled("numbered").match(text, end))


def asked_for(text: str, start: int) -> bool:
    """Whether the words before can have a route's name for an object: 求…, 比…, 誰首攀…."""
    return bool(_compiled("asked for").search(text[max(0, start - 8) : start]))


def climbed_by(text: str, start: int) -> bool:
    """Whether the words before ask who first climbed what follows."""
    return bool(_compiled("climbed by").search(text[max(0, start - 16) : start]))


def goes_on(text: str, end: int) -> bool:
    """Whether words follow with which a question goes on behind a name."""
    return bool(_compiled("then").match(text, end))


def compared(text: str) -> bool:
    """Whether the text as a whole compares things or asks of several."""
    return bool(_compiled("compared").search(text))


def property_asked(text: str) -> bool:
    """Whether a property that only routes have stands anywhere in the text."""
    return bool(_compiled("properties").search(text))


def named_before(text: str, start: int) -> bool:
    """Whether the words before introduce a route's name: 路線「…」, 叫…, "grade of …"."""
    return bool(_compiled("named").search(text[max(0, start - 24) : start]))


def introduced(text: str, start: int) -> bool:
    """Whether the words before can stand before a name only: 叫, 名為."""
    return bool(_compiled("introduced").search(text[max(0, start - 8) : start]))


def presented(text: str, start: int) -> bool:
    """Whether the words before ask for something by its name: 介紹一下…."""
    return bool(_compiled("presented").search(text[max(0, start - 16) : start]))


def place_before(text: str, start: int) -> bool:
    """Whether the words before go before a place: 在…, "routes at …"."""
    return bool(_compiled("place before").search(text[max(0, start - 24) : start]))


def gym_talk(text: str) -> bool:
    """Whether the text as a whole asks about gyms."""
    return bool(_compiled("gym talk").search(text))


def gym_asked(text: str) -> bool:
    """Whether anything that gyms are asked for stands in the text."""
    return bool(_compiled("gym asked").search(text))


def route_talk(text: str) -> bool:
    """Whether the text as a whole asks about a single route or compares some."""
    return bool(_compiled("route talk").search(text))


@cache
def _after(cue: Cue) -> re.Pattern[str]:
    words = {"route": _ROUTE, "place": f"{_PLACE} {_BY}", "gym": _GYM}[cue]
    days = f"(?:{_WEEKDAY}|{_any(_DAYS)}){{0,3}}" if cue == "gym" else ""
    may = f"(?:{_any('可以 能 能不能 可不可以')})?" if cue == "gym" else ""
    # 「X 星期三」 asks for the hours of that day
    day_only = f"{days.replace('{0,3}', '{1,3}')}$|" if days else ""
    return re.compile(f"(?:{_any(_LINKS)}){{0,3}}(?:{day_only}{days}{may}(?:{_any(words)}))")


@cache
def _compiled(which: str) -> re.Pattern[str]:
    patterns = {
        "sure": f"(?:{_any('的 是 到底 大概 它 算 真的')}){{0,2}}(?:{_any(_SURE)}|{_PITCH})",
        "named": f"(?:{_any(_NAMED)}|{_any(_NAMED_ENGLISH)}(?:the)?)$",
        "numbered": f"(?:{_any('的 是 有 要 需要 有沒有 到底')})?(?:{_any(_NUMBERED)})",
        "asked for": f"(?:{_any(_ASKED_FOR)})$",
        "climbed by": f"(?:{_any(_CLIMBED_BY)})$",
        "then": _any(_THEN),
        "compared": _any(_COMPARED),
        "properties": _any(_PROPERTIES),
        "this": _any("這條 那條 這一條 那一條 這條線 這條路線 那條路線"),
        "presented": f"(?:{_any(_PRESENTED)})$",
        "place before": f"(?:{_any(_PLACE_BEFORE)})(?:the)?$",
        "introduced": f"(?:{_any(_SELF_NAMED)})$",
        "gym talk": _any(_GYM_ONLY),
        "gym asked": _any(f"{_GYM_ONLY} {_GYM_TOO}"),
        "route talk": _any(
            "幾級 多難 哪條 哪一條 比較難 誰難 首攀 這條 那條 幾顆bolt 多長 幾個bolt"
            " grade howhard harder"
        ),
    }
    return re.compile(patterns[which])


def _any(words: str) -> str:
    """A pattern of the words' keys, longest first."""
    keys = {key(word) for word in words.split()} - {""}
    return "|".join(sorted(map(re.escape, keys), key=len, reverse=True))
