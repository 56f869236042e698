"""Which of the things that concern a log a message wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.personal import ACTIONS, LogQuery
from bot.understanding import words
from bot.understanding.personal.asks import wanted
from bot.understanding.personal.deeds import deed_asked, spelt_routes
from bot.understanding.personal.managing import managed
from bot.understanding.personal.memory import told_of_oneself
from bot.understanding.personal.others import about_others, asks_who_sees, goes_on_about_others
from bot.understanding.personal.own_reading import as_of_log
from bot.understanding.personal.previews import answer_to_preview
from bot.understanding.personal.questions import asked_of_log
from bot.understanding.personal.requests import asks as questions
from bot.understanding.personal.requests import requested, tells, told
from bot.understanding.personal.scanning import fold, pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.understanding.conditions import Conditions
    from bot.understanding.personal.tools import Tools
    from bot.understanding.reading import Reading


def personal_log(
    reading: Reading, conditions: Conditions, tools: Tools, before: LogQuery | None
) -> LogQuery | None:
    """What the message wants of the log; ``None`` when it is not about one.

    Args:
        reading: The message, taken apart.
        conditions: Everything that it narrows by.
        tools: Names, calendar and a reader for parts of it.
        before: What the turn before wanted of the log.
    """
    if asks_who_sees(reading):
        return LogQuery("about_me")
    reading = as_of_log(reading)
    wants = wanted(reading, after=before is not None and before.ask not in ACTIONS)
    if "emergency" in reading.cues and not _only_fell(reading, tools, wants):
        return None
    remembered = told_of_oneself(reading, conditions)
    if remembered is not None:
        return remembered
    if _is_somebody_elses(reading, tools, before, wants):
        return LogQuery("others")
    whole = managed(reading) if wants["none"] < _SURE_NONE else None
    asks = deed_asked(reading, tools) is not None and (
        questions(reading.text) or not tells(reading, tools)
    )
    return (
        (LogQuery(whole) if whole else None)
        or answer_to_preview(reading, tools, before)
        or (None if asks else requested(reading, tools, before, wants))
        or asked_of_log(reading, conditions, tools, before)
        or told(reading, tools, wants)
    )


def _is_somebody_elses(
    reading: Reading, tools: Tools, before: LogQuery | None, wants: Mapping[str, float]
) -> bool:
    speaks = _mentions_log(reading) or wants["none"] < _UNSURE
    if speaks and about_others(reading, tools.names.ids, spelt_routes(reading, tools)):
        return True
    return before is not None and goes_on_about_others(reading, after_others=before.ask == "others")


def _only_fell(reading: Reading, tools: Tools, wants: Mapping[str, float]) -> bool:
    """Whether a fall is told as the end of a try: "onsighted A and fell off B"."""
    hurt = set(words.find("concepts", reading.folded, reading.lower)) & _HURT
    return not hurt and wants["add"] >= _LIKELY and tells(reading, tools)


_LIKELY, _UNSURE, _SURE_NONE = 0.6, 0.5, 0.9
_HURT = frozenset({"body", "hurt", "ill", "grave", "somebody"})
"""Concepts with which a fall is more than the end of a try."""


def _mentions_log(reading: Reading) -> bool:
    """Whether other people's logs could be meant at all; a plain question of facts cannot."""
    return bool(_LOG_WORDS.search(fold(reading.text)))


_LOG_WORDS = pattern(
    r"比我|爬|攀|紀錄|記錄|記一?筆|日誌|log|project|金字塔|最難|送|試過|排行|成績|進度|user|使用者|會員|帳號|"
    r"在試|在磨|[試磨]哪|select|drop|union|owner|tick|ascent|send|sent|climb|flash|onsight|record|pyramid|stat|note|"
    r"data|資料|筆記|hardest|redpoint|best|(?<![a-z])(?:rp|os)(?![a-z])|去過|去了|在哪|"
    r"leaderboard|history|entries|想爬|筆"
)
