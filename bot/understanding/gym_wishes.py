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
    kinds = {time.kind for time in reading.times}
    if not days and clock:
        return _on_any_day(chosen, reading, clock, after="after" in kinds)
    if not days:
        return chosen
    day = hours_key(days[0])
    if _CLOSED.search(reading.text) and not clock:
        return replace(chosen, closed_day=day)
    if "after" in kinds and not _STILL_OPEN.search(reading.text):
        return replace(chosen, open_day=day, open_after=clock)
    return replace(chosen, open_day=day, open_at=clock)


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
    r"(?<![沒没不無无])(?<![沒没]有)公休|休館|休馆|店休|(?<!午)休息(?!區|区|室)|[沒没]有?[開开]|不[開开]"
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
    named = {"twilight", "shoes", "harness"} & set(conditions.gym_fields)
    bounded = chosen.price_max is not None or chosen.price_min is not None
    amount = _ASKS_AMOUNT.search(reading.text) or conditions.gym_order
    if decision.intent != "gym_list" or not named or bounded or amount:
        return chosen
    return replace(chosen, price_min=0)
