"""Which entries of the log a question means: days, places, how, how hard."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.personal import LogFilter
from bot.understanding.personal import slots
from bot.understanding.personal.days import Window, windows
from bot.understanding.personal.names import leftover
from bot.understanding.personal.scanning import BLANK, blank, fold, pattern

if TYPE_CHECKING:
    from datetime import date

    from bot.ascents import Mode, Result
    from bot.personal import Setting
    from bot.understanding.conditions import Conditions
    from bot.understanding.personal.names import RouteNames
    from bot.understanding.reading import Reading

_GYM = pattern(
    r"岩館|抱石館|攀岩館|室內|[在泡跑進去混](?:攀岩|抱石|岩)?館|館內|館裡|哪[間家]館|這間館|"
    r"人工岩壁|人工牆|(?<![a-z])(?:indoors?|gyms?|plastic)(?![a-z])"
)
_OUTDOOR = pattern(
    r"戶外|室外|天然岩|岩場|野外|外岩|在外面|外面爬|爬外面|真岩|野抱|(?<![a-z])(?:outdoors?|outside|"
    r"crags?|"
    r"rock)(?![a-z])"
)
_LEFT_OUT = pattern(
    r"(?:岩館|室內|戶外|天然岩場|岩場|館內)(?:的|那些)?(?:都|就|先|通通)?(?:不算|不要|不計|"
    r"不用算|不含|除外|"
    r"扣掉|排除|不看|別算|不列|略過|跳過)"
    r"|(?:不算|不含|扣掉|排除|除了|不要算|先不看|不看|撇開|別算)(?:掉)?(?:在)?(?:岩館|室內|戶外|"
    r"天然岩場|岩場)"
    r"|(?:not counting|excluding|except(?: for)?|without|no|not) "
    r"(?:the )?(?:gyms?|indoors?|outdoors?)\b"
)
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
TRIES_TOO = pattern(
    r"(?:沒|未|還沒|試|嘗試|失敗)[^，,。？?]{0,8}?(?:也|都|一起|一併|通通)(?:要|算|一起|可以|請|"
    r"幫我|給我|想)?"
    r"(?:列|算|看|顯示|放|秀|給我|進來|出來|要|在內|加)[^，,。？?]{0,5}"
    r"|(?:包含|包括|含|加上|連同)(?:了)?[^，,。？?]{0,6}(?:沒|未|失敗|嘗試|試)[^，,。？?]{0,8}"
    r"|(?:完攀|有上|成功|送掉)[^，,。？?]{0,4}(?:沒|未|失敗)[^，,。？?]{0,4}(?:都|也|通通|"
    r"全)[^，,。？?]{0,6}"
    r"|(?:沒|未|還沒|試|嘗試|失敗)[^，,。？?]{0,8}?也(?:不要|別|不能|不可)漏(?:掉)?"
    r"|連(?:同)?(?:沒|未|還沒|失敗|試)[^，,。？?]{0,8}"
    r"|不管有沒有[^，,。？?]{0,6}|含(?:嘗試|試爬|沒上)[^，,。？?]{0,4}"
    r"|(?:attempts?|tries|fails?|falls)(?: (?:are )?(?:included|too|as well)"
    r"|\s?(?:也要|也算|都算|都要))"
    r"|failed (?:goes|ones|tries|attempts|burns)(?: (?:too|as well|included))?"
    r"|includ(?:e|ing) [^,.?]{0,12}(?:didn.t|did not|not|failed|unsent)[^,.?]*"
    r"|有\s?(?:send|上|過|完攀|送)[^，,。？?]{0,2}沒\s?(?:send|上|過|完攀|送)[^，,。？?]{0,4}都要?"
    r"|sends and (?:attempts|tries|fails|falls)|(?:attempts|tries|fails|falls) and sends"
    r"|including (?:attempts|tries|the ones)[^,.?]*|sent or not"
)
"""Says that tries are wanted beside what was done, and nothing else."""
_TRIES_NOT = pattern(
    r"(?:只|光|純)?(?:試|沒|未|失敗)[^，,。？?]{0,6}?(?:別|不用|不要|不必|不|免)(?:算|計|列|看|放)"
    r"[^，,。？?]{0,4}"
)
"""Says that only what was done is wanted: 「試過沒上的別算」."""
_ALSO = pattern(
    r"(?:(?:先鋒|頂繩|上方架繩|抱石|岩館|室內|戶外|天然岩場)(?:的|那些)?[跟和與、]?)+(?:也|都|"
    r"一起|一併)(?:要)?[算計]"
    r"(?:在內|在裡面|進去|進來)?"
)
"""Says that nothing is to be left out: 「抱石也算在內」."""
_AGAIN_NOT = pattern(
    r"重複(?:的|爬的|完攀的|爬過的)?(?:就|都)?(?:不要|不|別|只)[^，,。？?]{0,8}|"
    r"不(?:要)?重複(?:計算|算)?"
)
_WORDS = pattern(
    r"加總|合計|到目前為止|為止|到現在|之前|先前|前後|幾|多少|哪|什麼|多|最|難|高|長|簡單|容易|"
    r"次|把|條|筆|天|週|月|年|"
    r"成功率|率|平均|連續|過|嗎|"
    r"首次|最早|拉出來|調出來|叫出來|秀出|沒有|沒|有|上次|最後|第|時候|何時|多久|統計|回顧|紀錄|"
    r"分布|進步|比|清單|列|看|給|查|畫|圖|"
    r"表"
    r"|推薦|建議|下|目標|適合|類似|試|磨|花|送|完|常|地方|岩場|岩館|時間|一次|最近|目前|現在|"
    r"所有|全部|每|各|個|級|難度|日期|生涯|從|以來|以前|曾經|已經|到底|究竟|請問|想問|想知道|誰|"
    r"那次|那天|算|只|其中|裡面|線|題|路線|成績|程度|極限|進行中|還|挑戰|接下來|依|根據|我的|練|"
    r"風格|型態|擅長|月份|哪裡|了解|幫|想"
    r"|\b(?:how|many|much|what|which|when|where|did|do|have|has|been|ever|last|first|time|times|"
    r"times|crags?|places?|gyms?|visits?|ascents?|entries|ticks?|highest|top|max|hardest|longest|"
    r"easiest|most|best|count|number|average|rate|success|streak|weeks?|"
    r"days?|months?|years?|routes?|climbs?|climbed|climbing|sent|send|sends|tries|tried|try|"
    r"attempts?|show|list|all|everything|my|is|are|was|were|take|took|takes|far|so|that|those|"
    r"open|yet|"
    r"still|recommend|suggest|next|something|based|should|would|could|history|grade|grades|"
    r"graded|per|about|only|than|more|less|compared|any|other|out|can|you|tell|give|draw|plot|"
    r"chart|pyramid|progress|recent|recently|since|during|it|them|one|ones|as|by|s|ve|there|does|"
    r"go|went|visit|visited|lead|toprope|boulder|harder|easier|above|below|over|under|or)\b"
)


def modes_of(reading: Reading, conditions: Conditions) -> tuple[Mode, ...]:
    """How the wanted climbs were protected."""
    folded = _without_also(_blanked(reading))
    told = tuple(dict.fromkeys(piece.value for piece in slots.modes(folded)))
    if not told and "boulder" in conditions.types and folded == _blanked(reading):
        return ("boulder",)
    return told


def _without_also(folded: str) -> str:
    """The text without 「抱石也算在內」 at its end; alone that widens the question before."""
    plain = _ALSO.sub(lambda match: BLANK * len(match[0]), folded)
    return plain if len(re.findall(r"\w", plain)) >= _SAYS_MORE else folded


_SAYS_MORE = 6


def results_of(reading: Reading) -> tuple[Result, ...]:
    """Results asked for by name."""
    folded = _AGAIN_NOT.sub(lambda match: BLANK * len(match[0]), _blanked(reading))
    folded = TRIES_TOO.sub(lambda match: BLANK * len(match[0]), folded)
    said = {piece.value for piece in slots.results(folded)}
    return tuple(one for group in _NAMED if set(group) & said for one in group)


def setting_of(reading: Reading) -> Setting:
    """In a gym or outside, where it is said."""
    folded = _blanked(reading)
    out = _LEFT_OUT.search(folded)
    if out is not None:
        return "outdoor" if _GYM.search(out[0]) else "gym"
    folded = _without_also(folded)
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
    folded = TRIES_TOO.sub(lambda match: BLANK * len(match[0]), folded)
    failed, sent = _outcome(folded)
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
    if wanted.results == ("clean",) and "toprope" not in wanted.modes:
        # 「我 clean 過了嗎」 asks of leads whether they were done
        wanted = replace(wanted, results=(), sent=not failed)
    if days:
        wanted = replace(wanted, first=days[0].first, last=days[0].last)
    return wanted


def _outcome(folded: str) -> tuple[bool, bool]:
    """Whether only what failed is asked, or only what was done; the last clause that says decides.

    「狀況很差都沒送，到底完攀幾條」 asks what was done.
    """
    only_done = _TRIES_NOT.search(folded) is not None
    folded = _TRIES_NOT.sub(lambda match: BLANK * len(match[0]), folded)
    clauses = [one for one in _CLAUSES.split(folded) if _FAILED.search(one) or _SENT.search(one)]
    said = clauses[-1] if clauses else ""
    failed = bool(_FAILED.search(said))
    return failed, not failed and (only_done or bool(_SENT.search(said)))


_CLAUSES = re.compile("[，,。；;！!？?]+")


def _unclaimed(reading: Reading, names: RouteNames, today: date) -> tuple[str, ...]:
    """Spans of the question that are left when all its other words are taken away."""
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
    return tuple(reading.text[start:end] for start, end in spans)


def unlinked(reading: Reading, names: RouteNames, today: date) -> tuple[str, ...]:
    """A name in the question that the gazetteer did not see: the catalogue's, else the log's own.

    Only what is left of the question when all its other words are taken away.
    """
    return _unclaimed(reading, names, today)[:1]


def rest_of(reading: Reading, names: RouteNames, today: date) -> tuple[str, ...]:
    """What the question says beside what narrows a log and words that ask one."""
    return tuple(each for each in _unclaimed(reading, names, today) if not only_words(each))


def without_asides(text: str) -> str:
    """The text without what only says that tries count too, or that repeats do not."""
    folded = fold(text)
    for each in (TRIES_TOO, _AGAIN_NOT):
        for match in reversed(list(each.finditer(folded))):
            text, folded = (one[: match.start()] + one[match.end() :] for one in (text, folded))
    return text


def only_words(name: str) -> bool:
    """Whether a supposed name is made of ordinary words of a log: outdoor, percentage, 攀爬紀錄."""
    return not re.search(r"[a-z]{2}|[\u3400-\u9fff]{2}", _without_words(name))


def mostly_words(name: str) -> bool:
    """Whether ordinary words leave less than half of a name: 「燈下黑」 keeps two of three."""
    left = re.findall(r"[a-z\u3400-\u9fff]", _without_words(name))
    return only_words(name) and 2 * len(left) < len(name)


def _without_words(name: str) -> str:
    folded = fold(name)
    for pieces in (slots.results(folded), slots.modes(folded)):
        folded = blank(folded, [(one.start, one.end) for one in pieces])
    for each in (_GYM, _OUTDOOR, _WORDS, _MORE_WORDS):
        for match in each.finditer(folded):
            folded = blank(folded, [match.span()])
    return folded


_MORE_WORDS = pattern(
    r"部分|部份|方面|翻|早|外面|人生|生涯|上星期|這星期|碰過?|摸過?|[上前這]?一?[回趟遍]|"
    r"突破|開張|達成|解鎖|里程碑|破|日誌|級|中間|途中|全程|起來|乾淨|順利|輕鬆|漂亮|完美|驚險|"
    r"攀爬|攀登|爬|攀|紀錄|記錄|路線|戶外|出來|一起|自己|剛|然後|裡|總共|一共|所以|話|呢|咧|說|跟|"
    r"對|樣|大概|大約|通常|時間|比較|公平|好|啦|就|不|要|的|了|那|這"
    r"|來一份|一份|來|單看|單算|光看|限定?|不限|不管|方式|型態|加起來|加總|合計|分別|各自|加上|"
    r"包含|換成|改成|改看|扣掉|排除|當中|拜託|花|多久|前|後"
    r"|是|在|也|都|還|有|再|又|跟|和|去|到|做|哪時候?|事情?|名字|叫|份|幾號|整體|目前|差"
    r"|\b(?:altogether|percentage|percent|share|fraction|entries|entry|log|logs|logbook|total|"
    r"personal|overall|"
    r"real|actual(?:ly)?|really|into|put|included?|including|attempted|different|unique|number|"
    r"days?|sessions?|spent|ever|together|own|new|now|today|please|hey|hi|ok|okay|just|also|too|"
    r"place|places|area|areas|summary|stats?|next|based|route|climb|something|volume|monthly|"
    r"weekly|yearly|wish|list|wishlist|"
    r"project|projects|yet|unsent|unclimbed|remaining|missing|left|need|got|get|on|of|at|in|for|"
    r"the|an?|i|me|we|to|with|from|and|ve|last|first|season|goes|burns|had|been|one|ones|these|"
    r"those|them|"
    r"flashes|onsights|redpoints|sends|what|about|how|same|but|not|no|any|all|both|too|well|only|"
    r"kind|"
    r"style|styles|overall|before|after|month|year|week|latest|earliest|recent|anything|em|"
    r"counting|something|some|"
    r"right|each|every|"
    r"per|instead|though|then|so)\b"
)


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
