"""Words that say nothing without the question before them: 「什麼時候的事」「哪一條」「呢」."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.understanding.personal.filters import rest_of
from bot.understanding.personal.scanning import fold, pattern

if TYPE_CHECKING:
    from datetime import date

    from bot.personal import LogAsk, LogQuery
    from bot.understanding.personal.names import RouteNames
    from bot.understanding.reading import Reading

_LEANS = pattern(
    r"^(?:那(?:麼)?|只(?:算|看|要|比)?|單(?:看|算|說)|光(?:看|算)|換(?:成)?|如果|改(?:成|看)?|"
    r"去掉|扣掉|其中|裡面|當中|還有|呢|再|也|"
    r"同樣|一樣|限|不(?:限|管|算|含)|加上|包含|跟|所以|結果|然後)"
    r"|(?:呢|咧|勒|哩|的話|就好|就行|為主|也(?:給我)?(?:看|要|列|算|來)(?:一下|看|一份)?)[^\w]*$"
    r"|^(?:and|what about|how about|only|just|in|for|at|same|now|ok|but|or|then|so|with|without|"
    r"including|excluding)\b"
    r"|\b(?:of|among|from) (?:those|these|them|that)\b|\b(?:only|too|as well|instead|though)\W*$"
)
_LEAD = (
    r"(?:那(?:麼)?|所以|請問|到底|大概|具體(?:來說)?|都|各|分別|是|又|它|他|的|[這那](?:一)?條|"
    r"在|，|,| )*"
)
_WHEN = pattern(
    rf"^{_LEAD}(?:什麼時候|何時|啥時候?|哪時候?|哪(?:一)?(?:天|年|月|個月)|幾月(?:幾[日號])?|"
    rf"幾號|日期|時間|多久(?:以)?前)"
    r"(?:的事(?:情)?|(?:爬|完攀|送|解|上|做|達|發|試|紅點|rp|os|flash)(?:上|到|成|掉|生)?(?:的|"
    r"了)?|的|呢|啊|了|是|來著|哪天|咧| )*[?？~!！。]*$"
    r"|^(?:and |so |ok |okay |but |then |wait |,)*(?:when|(?:on )?(?:what|which) (?:day|date|"
    r"year|month)|how long ago|what.s the date|date)"
    r"(?:exactly| |was|is|did|i|that|it|this|do|send|sent|climb|get|happen|the|one|be|of|"
    r"them)*[?!. ]*$"
)
"""Asks for the day and nothing else."""
_WHICH = pattern(
    rf"^{_LEAD}(?:哪(?:一)?[條個題]|什麼(?:路線|名字|線)|叫什麼|名字|路線名|線名)(?:線|"
    rf"路線)?(?:叫|是|的|名字|什麼|呢|啊|來著|咧| )*[?？~!！。]*$"
    r"|^(?:and |so |ok |okay |but |then |wait |,)*(?:which|what.s it called|what is it called|"
    r"what was it(?: called)?|its name|name|"
    r"(?:and )?(?:the )?name of (?:it|the route|that))(?: (?:one|route|climb|problem|line|was|is|"
    r"it|that|this))*[?!. ]*$"
)
"""Asks for the name and nothing else."""
_THAT_DAY = pattern(
    r"(?:那|當)(?:一)?(?:次|天|趟|日)[^，。]{0,6}(?:爬|完攀|送|上|試|做|去)(?:了|過)?(?:什麼|"
    r"哪些|啥|哪幾條|幾條)"
    r"|\bwhat (?:did i|have i|i) (?:climb|do|send|try)[a-z]* (?:that|then|there)\b[^.?]*"
)
_NEXT_BEST = pattern(
    r"第[二三四五2-5](?:名|高|多|常去)|其次|其他的?(?:呢|地方)|\b(?:second|runner[- ]up|others?)\b"
)
_TOLD_WITH_DAY = frozenset(
    {"hardest", "longest", "first_at", "first", "last", "done", "list", "most_tried"}
)
"""Questions whose answers tell the day, and the name."""
_NUMBERS = frozenset({"count", "days", "success"})


def leans(text: str) -> bool:
    """Whether words such as 「那…呢」 lean on the turn before."""
    return bool(_LEANS.search(fold(text)))


def asked_again(text: str, before: LogQuery) -> LogAsk | None:
    """What is asked where only the day or the name of what was told is wanted."""
    folded = fold(text)
    day, name = bool(_WHEN.search(folded)), bool(_WHICH.search(folded))
    again = before.ask in {"places", "most_tried"} and bool(_NEXT_BEST.search(folded))
    again |= before.ask == "last" and bool(_THAT_DAY.search(folded))
    again |= (day or name) and before.ask in _TOLD_WITH_DAY
    if again or (name and before.ask in {"places", "projects"}):
        return before.ask
    if not (day or name):
        return None
    if before.ask == "tries" and before.filter.route_ids:
        return "done"
    return "list" if before.ask in _NUMBERS else None


def says_no_more(reading: Reading, names: RouteNames, today: date) -> bool:
    """Whether a message holds nothing but what narrows a log and words that ask one."""
    return not rest_of(reading, names, today)
