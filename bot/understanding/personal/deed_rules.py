"""How questions about past climbing are built in Chinese that say no 「我」.

A rule holds where everything of ``all`` stands in the frame of the message and nothing of ``none``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.personal import LogAsk
from bot.understanding.personal.scanning import pattern

ROUTE, PLACE, GRADE, DAYS = "\ue010", "\ue011", "\ue012", "\ue013"
"""Stand for a route, a crag or gym, a grade and days in the frame of a message."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How a question of one sort is built."""

    ask: LogAsk
    all: tuple[re.Pattern[str], ...]
    none: re.Pattern[str] | None = None

    def holds(self, frame: str) -> bool:
        """Whether the frame of a message is built so."""
        if self.none is not None and self.none.search(frame):
            return False
        return all(each.search(frame) for each in self.all)


def rule(ask: LogAsk, *every: str, none: str = "") -> Rule:
    """A rule of expressions over folded text."""
    return Rule(ask, tuple(map(pattern, every)), pattern(none) if none else None)


_RESULT = (
    r"完攀|完爬|紅點|紅線|首見|視攀|乾淨(?:地)?(?:上去|爬完|完成|過)"
    r"|(?<![a-z])(?:on ?sight(?:ed|s)?|flash(?:ed|es)?|redpoint(?:ed|s)?|pinkpoint(?:ed)?|rp|os"
    r"|sen[dt]s?|tick(?:ed|s)?|clean|topped)(?![a-z])"
)
"""Words for having climbed something to its end."""
_FINISHED = (
    "完成|搞定|解決|拿下|攻下|攻克|征服|打勾|打卡|收服|收工|入袋|到手|得手|解鎖|畢業|結案|脫手"
)
_ENDS = "起來|下來|上去|上來|到頂|到手|完|掉|成|贏|出來"
_DONE = (
    rf"(?:{_RESULT})\s?(?:成功)?(?:過|了|掉|到|下來|起來)|(?:{_FINISHED})(?:過|了|掉)?"
    rf"|[送解收啃磕清紅爬攀破幹撿秒磨打過上](?:{_ENDS})(?:過|了)?(?![很比好舒順爽累難輕硬軟])"
    r"|[送解收啃磕清紅爬攀破秒](?:過|了)|上過|上了|過了"
)
"""A climb done, and over."""
_TOUCHED = (
    r"[試碰摸磨掛玩打爬攀上去到抓](?:過|了)|動過|上過?牆"
    r"|(?<![a-z])(?:tried|attempted|try|been)(?![a-z])"
)
_WHEN = (
    r"哪一?[天日]|幾號|幾月|幾日|何時|何日|(?:什麼|啥)時候|哪(?:個)?時候?|幾時|日期|日子|時間"
    r"|造訪日|多久|當天|那天|(?<![a-z])(?:date|when)(?![a-z])"
)
_LATELY = (
    r"[上前](?:一)?[次回趟]|(?:最近|最後|最新|上|前)(?:的)?一?[次回趟筆遍]"
    r"|最[近後](?:去|到|爬|碰|試|摸)|最近(?:何時|什麼時候)|前次"
    r"|(?<![a-z])(?:last|latest)(?![a-z])"
)
_SUPERLATIVE = (
    r"最[難硬高猛兇狠強屌大](?!聲)|(?:難度|級數|等級)(?:第一|最高|天花板|巔峰)|巔峰|天花板|極限"
    r"|(?<![a-z])(?:max|hardest|toughest|highest|best|biggest|top)(?![a-z])"
)
_COUNTED = r"(?<!哪)(?:幾|多少)\s?(?:[條題個道支面筆]|routes?|climbs?|problems?)"
_YES_NO = (
    r"嗎|沒有?[啊呀呢喔哦]?\s?[?？]?$|沒\s?[?？，。]|吧|有沒有|是不是|是否|還是|[?？]$|了沒"
    r"|對不對"
)
_LISTED = (
    r"哪些|哪幾|什麼|啥|列|清單|名單|叫出|調出|拉出|翻|攤開|通通|統統|全部|每一[筆條次題]"
    r"|的(?:路線|線)$|給我看|(?<![a-z])(?:show|list|all)(?![a-z])"
)
_NOT_DONE = rf"(?:沒|未|還沒|不)(?:有)?(?:{_RESULT}|[爬送上試過])"

ELSE = pattern(
    r"誰|有人|沒人|人家|別人|大家|(?<!其)他|她|首攀|(?<![a-z])fa(?![a-z])|開線|開發|開拓|首登"
    r"|人次|多少人|幾個人|被完攀|換線|活動|比賽|公告|更新|整理|整備|維護|封閉|開放|落石|淨灘|漲價"
    r"|改價|改名|改級|補強|(?:換|補|打)(?:過|了)?\s?(?:bolt|錨|掛片)|裝修"
    r"|怎|如何|為什麼|為何|適合|推薦|建議|可以|可不可以|能不能|能夠|(?<!可)能(?!力)|會不會"
    r"|(?<![才機約])會(?!員)|該|打算|需要|值得|安全|危險|正常|下手|比較好|選擇|不錯|打烊"
    r"|意思|定義|差別|差在|什麼是|什麼叫|叫做|算不算|有什麼用|明天|後天|明年|下次"
    r"|(?:想|要)(?!爬清單|爬名單|爬的)(?:爬|去|扣|試|挑戰|練|突破|送|帶|準備|多久|先|怎|幾|開始)"
    rf"|{PLACE}[^，,。？?我]{{0,4}}收(?:了|錄)"
    r"|準備(?:去|爬|好)|多久(?:可|能|才)|每次|(?<!哪)一天|一週|每週|每天|平均|台灣|全台|世界|歷史上"
)
"""Somebody else's deed, news of a place, advice, a word to be explained, or what is yet to come."""
RULES: tuple[Rule, ...] = (
    rule(
        "projects",
        rf"(?:{_TOUCHED}|{_DONE}|[試碰摸磨掛爬]|一直|老是|總是)[^，。？?]{{0,6}}?(?:沒|未|還沒|不)"
        rf"(?:能|有|辦法)?\s?(?:{_RESULT}|{_FINISHED}|[送解收啃磕清爬攀磨打過上]|成)"
        rf"|[送解收啃磕清爬攀磨打過](?:不)(?:{_ENDS}|動|了|過|過去|上)"
        r"|(?:還)?(?:欠著|欠帳|舊帳|懸案|卡關|卡著)",
        rf"{_LISTED}|哪|有多少|有幾",
        none=rf"{ROUTE}|{GRADE}.{{0,4}}(?:的|裡)|{DAYS}.{{0,4}}(?:沒|不)(?:開|營業)",
    ),
    rule(
        "projects",
        r"(?<![a-z])(?:projects?|pjs?)(?![a-z])|(?:還|正|都)在[磨試]",
        r"手上|還?剩|目前|現在|進行中|還沒|哪些|哪幾|列|清單|的(?:路線|線)",
        none=rf"{ROUTE}|是什麼|什麼是|想找|放棄|最[多難硬]|幾[次把]|open project",
    ),
    rule(
        "last",
        _LATELY,
        _WHEN,
        rf"{ROUTE}|{PLACE}|[「『]",
        none=rf"最[難硬高]|第一|{PLACE}\s?[有的](?:幾|多少|哪)",
    ),
    rule(
        "last",
        rf"(?:多久|好久|很久)(?:沒|未|以前)[^，。]{{0,3}}(?:去|到|爬|碰|試|摸|上){ROUTE}?{PLACE}?"
        r"|[離距](?:上|前)(?:次|回|一次)",
        rf"{ROUTE}|{PLACE}",
    ),
    rule(
        "first_at",
        GRADE,
        r"人生(?:的)?(?:第一|首)|[第頭]一[條次題個筆支回]|首[條次筆題]|最早|初(?:體驗|完攀|次|登場)|處女"
        r"|(?:突|打)?破|解鎖|開張|[進跨踏升爬][到進入上]|晉級|達成|(?:爬|送|上)得[動起到]|開始(?:能)?[爬送]"
        r"|(?<![a-z])(?:first|broke|break|unlock(?:ed)?)(?![a-z])",
        rf"{_WHEN}|人生|{_DONE}|{_RESULT}|送|爬(?:起來|成|到)?的|初體驗|那筆"
        r"|是哪[條題次](?:線|路線)?(?:來著|啊|呢)?[?？]?$",
        none=rf"(?:{PLACE}|區)[^，。]{{0,3}}(?:最早|第一條)(?:的)?(?:路線|線|是|\s?{GRADE})"
        rf"(?!.{{0,12}}(?:{_RESULT}|{_DONE}))"
        rf"|最早(?:的|開的)?\s?{GRADE}(?:的)?(?:路線|線)(?!.{{0,12}}(?:{_RESULT}|{_DONE}))|{ROUTE}",
    ),
    rule(
        "hardest",
        _SUPERLATIVE,
        rf"{_DONE}|{_RESULT}|{_TOUCHED}|[爬上送解紅收]到|{DAYS}[^，。]{{0,6}}爬|個人(?:最|紀錄)|代表作",
        none=rf"爬的|{ROUTE}|最[難硬高](?:爬|上|攀)(?![到過完上了起])|最多|最常",
    ),
    rule(
        "hardest",
        r"個人(?:最佳|最好|最高|最強|紀錄|巔峰)|代表作|天花板在"
        r"|(?<![a-z])(?:pb|personal best)(?![a-z])",
        none=ROUTE,
    ),
    rule(
        "places",
        r"最常|最多[天次趟回]|最勤|最愛去|第一名|常去|主場"
        r"|(?<![a-z])(?:most visited|most often)(?![a-z])",
        r"哪|地方|地點|岩場|(?<![a-z])(?:where|place|crag|gym|spot)(?![a-z])",
        rf"[去跑泡待混爬]|報到|出沒|visit|{DAYS}",
        none=rf"路線最多|人最多|最多人|熱門|條|級|{ROUTE}|routes?",
    ),
    rule(
        "most_tried",
        r"(?:試|磨|花|打|嘗試|try|attempts?|burns?|go)[^，。]{0,4}最多"
        r"|最多[次把趟]?\s?(?:的)?(?:嘗試|try|tries|attempts?|burns?|go)",
        r"哪|which",
        none=r"bolt|錨|固定點",
    ),
    rule(
        "tries",
        r"(?:幾|多少)\s?[個次]?\s?(?:[次把趟回]|go|goes|try|tries|burns?|attempts?)(?![要會能可])",
        rf"{ROUTE}|[「『]",
        r"[試磨打花爬上攀碰摔燒耗](?:了|過)?|累計|累積|總共|一共|前後|加起來|加總|了[?？]?$",
        none=r"要[花試爬磨]?幾|通常|一般|大概要|平均",
    ),
    rule(
        "done",
        rf"{ROUTE}|[「『]",
        rf"{_DONE}|{_TOUCHED}|(?:有沒有|有|是否)(?:成功|順利|真的)?(?:{_RESULT}|{_FINISHED})"
        rf"|(?:已經|早就|算)(?:{_RESULT}|{_FINISHED})"
        rf"|(?:{_RESULT}|{_FINISHED})(?:成功)?(?:了|過)?(?:嗎|沒|吧)",
        _YES_NO,
        none=r"幾|多少|哪|什麼|何|誰|最|bolt|錨|掛片|固定點|(?<!架)繩|路況|岩壁",
    ),
    rule(
        "done",
        PLACE,
        r"(?:去|到|爬|玩|造訪|摸|踩)過",
        _YES_NO,
        none=r"幾|多少|哪|什麼|何|誰|最|多久",
    ),
    rule(
        "days",
        r"(?:幾|多少)\s?(?:[天日趟]|days?|sessions?)|天數|日數",
        r"去|跑|泡|待|練|爬|攀|出門|出動|出勤|報到|訓練"
        rf"|(?<![a-z])(?:outdoors?|indoors?|gym|crag)(?![a-z])|{PLACE}",
        rf"{DAYS}|過|了|總共|一共|加起來|到目前|累計|實際",
        none=r"要[去待爬玩]?(?:幾|多少)|安排|行程|請假|待幾天比較|營業|開|休|有效|票|課|費|距離|恢復",
    ),
    rule(
        "count",
        rf"{_COUNTED}|條數|總數|數量|[攀點送](?:的)?(?:數|線數)(?!字)|加起來(?:有)?(?:多少|幾)"
        r"|(?:總共|一共|累計|累積)[^，。]{0,8}(?:多少|幾)",
        rf"{_DONE}|{_RESULT}|{DAYS}[^，。？?]{{0,8}}(?:[爬解送攀]|{_RESULT})",
        none=rf"{ROUTE}|最[難硬高強]|(?:沒|未|還沒)(?:{_RESULT}|[爬送上試])(?:過)?(?:的)?"
        r"|[天次把趟]數|幾[天次把趟]|[那這哪]區",
    ),
    rule(
        "list",
        rf"{_DONE}|{_TOUCHED}|有(?:紀錄|記錄|登記|記)|[去跑爬在]{PLACE}的每一|log entr|log 的"
        rf"|{DAYS}[^，。]{{0,3}}(?:{_RESULT})",
        rf"{DAYS}|{PLACE}|{GRADE}|{_RESULT}",
        _LISTED,
        none=rf"{ROUTE}|{_NOT_DONE}|最[難硬高強]|都[爬送]完了|bolt|錨"
        r"|扣掉|除了|[還剩缺漏欠]|(?:沒|未)[^，。]{0,4}(?:clean|send|下來|解)",
    ),
    rule(
        "wishes",
        r"想爬|待爬|以後[要想]?爬|願望|口袋名單|收藏"
        r"|(?<![a-z])(?:to-?do|wish ?list|tick ?list|bucket list)(?![a-z])",
        r"清單|名單|(?<![a-z])(?:list|to-?do)(?![a-z])|[存記標放丟][^，。]{0,8}[哪什有]|收藏",
        r"哪|什麼|列|看|打開|叫出|有(?:幾|多少|啥)|(?<![a-z])(?:what|which|show|open)(?![a-z])",
        none=rf"{ROUTE}|[加放][到進入]",
    ),
    rule(
        "success",
        r"(?:成功|完攀|送線|命中|達成|勝|打擊)率|(?<![a-z])(?:send|success|hit) ?rate",
        r"多少|幾|高不高|[?？]$|^[^，。]{0,16}率$",
        none=r"提高|提升|增加|怎麼[提增算]",
    ),
)
