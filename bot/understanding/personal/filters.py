"""Which entries of the log a question means: days, places, how, how hard."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.personal import LogFilter
from bot.understanding.personal import slots
from bot.understanding.personal.days import Window, windows
from bot.understanding.personal.names import leftover
from bot.understanding.personal.scanning import blank, fold, pattern

if TYPE_CHECKING:
    from datetime import date

    from bot.ascents import Mode, Result
    from bot.personal import Setting
    from bot.understanding.conditions import Conditions
    from bot.understanding.personal.names import RouteNames
    from bot.understanding.reading import Reading

_GYM = pattern(r"岩館|抱石館|攀岩館|室內|在館|館內|館裡|(?<![a-z])(?:indoors?|gyms?)(?![a-z])")
_OUTDOOR = pattern(r"戶外|天然岩|岩場|野外|(?<![a-z])(?:outdoors?|outside|crags?|rock)(?![a-z])")
_SENT = pattern(
    r"完攀|送(?:掉|出|了|過)|爬完|爬上去|成功|拿下|(?<![a-z])(?:sen[dt]s?|ticks?|ticked|topped|"
    r"completed?|finished|done)(?![a-z])"
)
_FAILED = pattern(
    r"(?:沒|未|還沒)(?:有)?(?:完攀|送|過|上|爬完|成功)|失敗|沒成功|didn.?t send|not sent|unsent|"
    r"failed"
)
_NAMED: tuple[tuple[Result, ...], ...] = (
    ("onsight",),
    ("flash",),
    ("redpoint", "pinkpoint"),
    ("repeat",),
    ("hangdog",),
    ("clean",),
    ("retreat",),
)
_WORDS = pattern(
    r"到目前為止|為止|到現在|幾|多少|哪|什麼|多|最|難|高|長|簡單|容易|次|把|條|筆|天|週|月|年|"
    r"成功率|率|平均|連續|過|嗎|"
    r"首次|最早|拉出來|調出來|叫出來|秀出|沒有|沒|有|上次|最後|第|時候|何時|多久|統計|回顧|紀錄|分布|進步|比|清單|列|看|給|查|畫|圖|"
    r"表"
    r"|推薦|建議|下|目標|適合|類似|試|磨|花|送|完|常|地方|岩場|岩館|時間|一次|最近|目前|現在|"
    r"所有|全部|每|各|個|級|難度|日期|生涯|從|以來|以前|曾經|已經|到底|究竟|請問|想問|想知道|誰|"
    r"那次|那天|算|只|其中|裡面|線|題|路線|成績|程度|極限|進行中|還|挑戰|接下來|依|根據|我的|練|"
    r"風格|型態|擅長|月份|哪裡|了解|幫|想"
    r"|\b(?:how|many|much|what|which|when|where|did|do|have|has|been|ever|last|first|time|times|"
    r"times|crags?|places?|gyms?|visits?|ascents?|entries|ticks?|highest|top|max|hardest|longest|easiest|most|best|count|number|average|rate|success|streak|weeks?|"
    r"days?|months?|years?|routes?|climbs?|climbed|climbing|sent|send|sends|tries|tried|try|"
    r"attempts?|show|list|all|everything|my|is|are|was|were|take|took|takes|far|so|that|those|open|yet|"
    r"still|recommend|suggest|next|something|based|should|would|could|history|grade|grades|"
    r"graded|per|about|only|than|more|less|compared|any|other|out|can|you|tell|give|draw|plot|"
    r"chart|pyramid|progress|recent|recently|since|during|it|them|one|ones|as|by|s|ve|there|does|"
    r"go|went|visit|visited|lead|toprope|boulder|harder|easier|above|below|over|under|or)\b"
)


def modes_of(reading: Reading, conditions: Conditions) -> tuple[Mode, ...]:
    """How the wanted climbs were protected."""
    folded = _blanked(reading)
    told = tuple(dict.fromkeys(piece.value for piece in slots.modes(folded)))
    if not told and "boulder" in conditions.types:
        return ("boulder",)
    return told


def results_of(reading: Reading) -> tuple[Result, ...]:
    """Results asked for by name."""
    folded = _blanked(reading)
    said = {piece.value for piece in slots.results(folded)}
    return tuple(one for group in _NAMED if set(group) & said for one in group)


def setting_of(reading: Reading) -> Setting:
    """In a gym or outside, where it is said."""
    folded = _blanked(reading)
    inside, outside = bool(_GYM.search(folded)), bool(_OUTDOOR.search(folded))
    if inside == outside:
        return ""
    return "gym" if inside else "outdoor"


def said_windows(reading: Reading, today: date) -> tuple[Window, ...]:
    """The days of the question."""
    return windows(reading.text, reading.days, today)


def log_filter(
    reading: Reading, conditions: Conditions, names: RouteNames, today: date
) -> LogFilter:
    """Everything that narrows the log in a question, its first days included."""
    folded = _blanked(reading)
    days = said_windows(reading, today)
    failed = bool(_FAILED.search(folded))
    sent = bool(_SENT.search(folded)) and not failed
    wanted = LogFilter(
        route_ids=names.as_lines(_ids(reading, "route")),
        crag_ids=_ids(reading, "crag"),
        area_ids=_ids(reading, "area"),
        sector_ids=_ids(reading, "sector"),
        gym_ids=_ids(reading, "gym"),
        setting=setting_of(reading),
        modes=modes_of(reading, conditions),
        results=results_of(reading),
        sent=True if sent else False if failed else None,
        grade=conditions.grade,
        types=tuple(each for each in conditions.types if each in {"sport", "trad", "mixed"}),
        styles=conditions.styles,
    )
    if days:
        wanted = replace(wanted, first=days[0].first, last=days[0].last)
    return wanted


def unlinked(reading: Reading, names: RouteNames, today: date) -> tuple[str, ...]:
    """A name in the question that the gazetteer did not see: the catalogue's, else the log's own.

    Only what is left of the question when all its other words are taken away.
    """
    folded = blank(
        _blanked(reading),
        [
            *((day.start, day.end) for day in said_windows(reading, today)),
            *((grade.start, grade.end) for grade in reading.grades),
        ],
    )
    folded = blank(folded, [(one.start, one.end) for one in slots.results(folded)])
    folded = blank(folded, [(one.start, one.end) for one in slots.modes(folded)])
    for match in _WORDS.finditer(folded):
        folded = blank(folded, [match.span()])
    spans = leftover(reading.text, folded, names.ids)
    return tuple(reading.text[start:end] for start, end in spans[:1])


def is_plain(words: str) -> bool:
    """Whether words that were taken for a name are only words of a question: 「首次完攀」."""
    folded = fold(words)
    folded = blank(folded, [(one.start, one.end) for one in slots.results(folded)])
    folded = blank(folded, [match.span() for match in _WORDS.finditer(folded)])
    return not folded.strip("\x00 ")


def quoted_names(reading: Reading) -> tuple[str, ...]:
    """Names in quotation marks that nothing else claims."""
    folded = _blanked(reading)
    return tuple(
        reading.text[match.start(1) : match.end(1)].strip() for match in _QUOTED.finditer(folded)
    )


_QUOTED = pattern('[「『“"]([^「」『』“”"\x00]{1,40})[」』”"]')


def _ids(reading: Reading, kind: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for name in reading.of_kind(kind) for one in name.ids))


def _blanked(reading: Reading) -> str:
    spans = [(name.start, name.end) for name in (*reading.names, *reading.denied)]
    return blank(fold(reading.text), spans)
