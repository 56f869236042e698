"""Which gyms a question describes: their opening hours, days and tickets."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.understanding.conditions import gym_filter
from knowledge.dates import hours_key

if TYPE_CHECKING:
    from datetime import date

    from bot.schema import Query
    from bot.understanding.conditions import Conditions
    from bot.understanding.intents import Decision
    from bot.understanding.reading import Reading
    from knowledge.filters import GymFilter


def gyms_wanted(
    reading: Reading, conditions: Conditions, days: tuple[date, ...], clock: str
) -> GymFilter:
    """The gyms that a question describes, with what it says of their opening hours."""
    chosen = gym_filter(conditions)
    if not (days or clock or conditions.gym_order) and open_daily(reading.text):
        return replace(chosen, open_every_day=True)
    kinds = {time.kind for time in reading.times}
    bounded = _by_then(chosen, reading, days, clock) if clock and "before" in kinds else None
    if bounded is not None:
        return bounded
    if not days:
        after = "after" in kinds
        return _on_any_day(chosen, reading, clock, after=after) if clock else chosen
    day = hours_key(days[0])
    if _CLOSED.search(reading.text) and not clock:
        return replace(chosen, closed_day=day)
    if "after" in kinds and not _STILL_OPEN.search(reading.text):
        return replace(chosen, open_day=day, open_after=clock)
    return replace(chosen, open_day=day, open_at=clock)


def _by_then(
    chosen: GymFilter, reading: Reading, days: tuple[date, ...], clock: str
) -> GymFilter | None:
    """「早上十點前開門」, 「平日十點前關門」: gyms that open or close by that time.

    An hour of which nothing is said is in the morning where they open, and in the evening where
    they close.
    """
    guessed = any(time.guessed for time in reading.times)
    day = _day_meant(reading, days)
    if _OPENS_BEFORE.search(reading.text):
        early = guessed and clock > "12:00"
        clock = f"{int(clock[:2]) - 12:02d}{clock[2:]}" if early else clock
        return replace(chosen, open_day=day, opens_before=clock)
    if _CLOSES_BEFORE.search(reading.text):
        late = guessed and clock < "12:00"
        clock = f"{int(clock[:2]) + 12:02d}{clock[2:]}" if late else clock
        return replace(chosen, open_day=day, closes_before=clock)
    return None


def _day_meant(reading: Reading, days: tuple[date, ...]) -> str:
    if days:
        return hours_key(days[0])
    return _ANY_WORKING_DAY if _WORKING_DAY.search(reading.text) else ""


def on_such_a_day(query: Query, reading: Reading, today: date) -> Query:
    """「平日 17:30 有開嗎」 asks of a working day, not of today: the days that stand for it."""
    if query.days or not query.clock or not query.gyms:
        return query
    if _WORKING_DAY.search(reading.text):
        wanted: tuple[int, ...] = (_THURSDAY,)
    elif _WEEKEND.search(reading.text):
        wanted = (_THURSDAY + 2, _THURSDAY + 3)
    else:
        return query
    coming = [today + timedelta(days=ahead) for ahead in range(1, 22)]
    days = [day for day in coming if day.weekday() in wanted and hours_key(day) != "holiday"]
    return replace(query, days=tuple(days[: len(wanted)]))


def _on_any_day(chosen: GymFilter, reading: Reading, clock: str, *, after: bool) -> GymFilter:
    """The gyms by a time without a day: open at it on some day, or till then or later."""
    guessed = any(time.guessed for time in reading.times)
    if guessed and clock > "12:00" and _BEGINS.search(reading.text):
        clock = f"{int(clock[:2]) - 12:02d}{clock[2:]}"  # 「七點開門」 is in the morning
    if _WORKING_DAY.search(reading.text):
        chosen = replace(chosen, open_day=_ANY_WORKING_DAY)
    till_then = re.search(r"[開开][到至]|until|till", reading.text, re.IGNORECASE)
    if till_then or (after and not _STILL_OPEN.search(reading.text)):
        return replace(chosen, open_after=clock)
    return replace(chosen, open_at=clock)


_BEGINS = re.compile(
    r"[點点半]\s*(?:就|開始|开始|才)?(?:開門|开门|開館|开馆|營業|营业|就開|就开|[開开](?!著|着|到))"
    r"|opens? (?:at|by)",
    re.IGNORECASE,
)
_WORKING_DAY = re.compile(r"平日|平常日|上班日|weekdays?", re.IGNORECASE)
_EVERY_DAY = re.compile(
    r"(?:每天|每日|天天|一週七天|一周七天|七天)(?:都|皆)?(?:會|会)?有?(?:開(?!到)|开(?!到)|營業|营业)"
    r"|全年[無无]休|(?<!有)(?:[沒没]有?|[無无])(?:固定)?(?:公休|休館|休馆|店休)日?(?!的?資料)"
    r"|\bopen (?:every ?day|daily|seven days|7 days|all week)|\bnever close[sd]?\b"
    r"|\bno (?:rest|closed|closing) days?\b",
    re.IGNORECASE,
)
_OPENS_BEFORE = re.compile(
    r"前(?:就|會|会|有|能)?(?:開[門馆館]?|开门?|營業|营业)(?![到著着])"
    r"|\bopen(?:s|ing|ed)?\b[^.?!]{0,12}\b(?:before|by|earlier than)\b",
    re.IGNORECASE,
)
_CLOSES_BEFORE = re.compile(
    r"前(?:就|會|会|都)?(?:已經|已经)?(?:關|关|打烊|休息|收[攤摊館馆]|[結结]束|閉館|闭馆)"
    r"|\bclos(?:es?|ed|ing)\b[^.?!]{0,12}\b(?:before|by|earlier than)\b",
    re.IGNORECASE,
)
_HAS = re.compile(
    r"有(?:[沒没]有)?(?:提供|賣|卖)?(?:星光|晚鳥|晚鸟)"
    r"|\b(?:have|has|offers?|with) (?:an? )?twilight"
)
_LACKS = re.compile(
    r"(?<!有)(?:[沒没]有?|[無无]|不(?:提供|賣|卖))(?:提供|賣|卖)?"
    r"(?P<zh>星光|晚鳥|晚鸟|[租岩]?鞋|吊[帶带])"
    r"|\b(?:without|no|lack\w*)\b (?:an? )?(?P<en>twilight|night|rental shoes|shoe|harness)",
    re.IGNORECASE,
)
_TICKET_WORDS = (
    ("twilight", re.compile("星光|晚鳥|晚鸟|twilight|night", re.IGNORECASE)),
    ("shoes", re.compile("鞋|shoe", re.IGNORECASE)),
    ("harness", re.compile("吊[帶带]|harness", re.IGNORECASE)),
)


def lacking(text: str) -> str:
    """The ticket that gyms are asked for which do not have it: 「哪些岩館沒有星光票」."""
    found = _LACKS.search(text)
    said = (found["zh"] or found["en"]) if found else ""
    return next((key for key, word in _TICKET_WORDS if word.search(said)), "") if said else ""


def has_ticket(text: str) -> bool:
    """Whether gyms are asked for that have the evening ticket."""
    return _HAS.search(text.casefold()) is not None


def open_daily(text: str) -> bool:
    """Whether gyms are asked for that have no day off."""
    return _EVERY_DAY.search(text) is not None


_WEEKEND = re.compile(r"(?<!國定)(?<!国定)假日|週末|周末|weekends?", re.IGNORECASE)
_THURSDAY = 3
_ANY_WORKING_DAY = "thursday"
"""Stands for the working days; on Mondays many gyms are closed."""
_STILL_OPEN = re.compile(
    r"[點点時时分半\d]\s*(?:以[後后]|之[後后]|[後后])?\s*(?:還|还)[有在]?(?:開|开|營業|营业)"
    r"|\bopen (?:after|past|later than)\b",
    re.IGNORECASE,
)
"""「晚上九點還開著」: who closes at nine is not."""


_CLOSED = re.compile(
    r"(?<![沒没不無无])(?<![沒没]有)(?<!不[會会])(?:公休|休館|休馆|店休|(?<!午)休息(?!區|区|室))"
    r"|[沒没]有?[開开]|不[開开]"
    r"|closed|not open|day off",
    re.IGNORECASE,
)


_ASKS_AMOUNT = re.compile(
    r"多少|[幾几][元塊块]|[價价票][錢钱格位]|how much|price|cost", re.IGNORECASE
)


def with_ticket(
    chosen: GymFilter, reading: Reading, conditions: Conditions, decision: Decision
) -> GymFilter:
    """「哪幾間有星光票」: gyms that have the ticket at all, at any price."""
    missing = lacking(reading.text)
    if missing and decision.intent == "gym_list":
        return replace(chosen, without_ticket=missing)
    named = {"twilight", "shoes", "harness"} & set(conditions.gym_fields)
    bounded = chosen.price_max is not None or chosen.price_min is not None
    amount = _ASKS_AMOUNT.search(reading.text) or conditions.gym_order
    if decision.intent != "gym_list" or not named or bounded or amount:
        return chosen
    return replace(chosen, price_min=0)
