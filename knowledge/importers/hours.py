"""Opening hours as files write them: spans of a day, ``()`` for closed, ``None`` for unknown.

A closing time that is not later than its opening lies after midnight and stays as it is: 01:00.
"""

from __future__ import annotations

import re
import unicodedata

from knowledge.text import key

Span = tuple[str, str]

_CLOSED_WORDS = (
    *("公休", "休館", "休息", "店休", "休", "不營業", "未營業", "固定公休", "休館日", "公休日"),
    *("closed", "close", "off"),
)
_CLOSED = frozenset(key(word) for word in _CLOSED_WORDS)
_ALL_DAY = frozenset(key(word) for word in ("24小時", "24 hours", "全天", "全天候", "24h"))
_TIME = (
    r"(上午|早上|下午|晚上|中午|凌晨|am|pm)?\s*"
    r"(\d{1,2})\s*(?:[:點時.h]\s*(\d{2})?)?\s*分?\s*(am|pm)?"
)
SPAN = re.compile(
    rf"{_TIME}\s*(?:-|–|—|~|至|到|to)+\s*(?:隔日|翌日|次日|隔天)?\s*{_TIME}", re.IGNORECASE
)
"""From a time to a time, dashes made alike."""
_COMPACT = re.compile(r"\b(\d{2})(\d{2})\s*(?:-|–|—|~|至|到)\s*(\d{2})(\d{2})\b")
DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2212–—―－～〜", "-"))
_AFTERNOON = frozenset({"下午", "晚上", "pm"})
_CLOSED_DAY = re.compile(
    "(?:每?(?:周|星期|礼拜)[一二三四五六日天]|全日|全天|整天|整日|本日|当日|固定|例行)*"
    "(?:公休|休馆|店休|休业|停业|歇业|休息|不营业|不开放|休)日?"
)
"""On the key: 「全日休息」 is closed; 「全年無休」 and 「休息到通知」 say something else."""
_NOTE = re.compile(r"\([^()]*\)")


def read_hours(text: str) -> tuple[Span, ...] | None:
    """The spans of a day's text; empty when closed, ``None`` when the text says no hours."""
    tidy = unicodedata.normalize("NFKC", text).translate(DASHES).strip()
    if key(tidy) in _CLOSED:
        return ()
    if key(tidy) in _ALL_DAY:
        return (("00:00", "24:00"),)
    if _CLOSED_DAY.fullmatch(key(tidy)):
        return ()
    plain = _NOTE.sub(_unless_hours, _COMPACT.sub(r"\1:\2-\3:\4", tidy))
    spans = [span_of(match) for match in SPAN.finditer(plain)]
    rest = re.sub(r"[\s,，、;；/&和及]", "", SPAN.sub("", plain))
    if not spans or None in spans or len(rest) > 12:
        return None
    return tuple(sorted(span for span in spans if span))


def _unless_hours(note: re.Match[str]) -> str:
    """A note in brackets is left out, 「(最後入場 21:00)」; hours in them are not."""
    return note[0] if SPAN.search(note[0]) else ""


def span_of(match: re.Match[str] | None) -> Span | None:
    """The span that was matched; ``None`` when there is no such time."""
    if match is None:
        return None
    opens = _clock(match[1] or match[4], match[2], match[3])
    closes = _clock(match[5] or match[8], match[6], match[7])
    if opens is None or closes is None or opens in {closes, "24:00"}:
        return None
    return opens, closes


def _clock(half: str | None, hour_text: str, minute_text: str | None) -> str | None:
    hour, minute = int(hour_text), int(minute_text or 0)
    if half and half.lower() in _AFTERNOON and hour < 12:
        hour += 12
    if half and half.lower() in {"am", "凌晨"} and hour == 12:
        hour = 0
    if 24 < hour <= 30 and minute < 60:
        hour -= 24  # 「26:00」 is how late bars write 02:00
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    return f"{hour:02d}:{minute:02d}"
