"""Find the times of day that a text speaks of.

Times are ``HH:MM``; midnight at the end of a day is ``24:00``, so that closing times compare as
text. An hour without any hint of morning or evening is read as a climber would mean it and marked
``guessed``. 「5 點多少」 and 「五點九」 are grades, 「難一點」 is no hour.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from knowledge.dates.numbers import NUMBER, fold, number

TimeKind = Literal["at", "after", "before", "now"]


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time of day in a text; offsets into the original text, end exclusive."""

    start: int
    end: int
    surface: str
    hhmm: str
    """``HH:MM``; empty for ``now``."""
    kind: TimeKind
    """``after``: at that time or later (「九點以後」「開到十點」); ``before``: until then."""
    guessed: bool = False
    """Whether morning or evening was guessed."""


_MORNING = frozenset({"凌晨", "清晨", "早上", "上午", "今早", "明早", "一早", "早"})
_NOON = frozenset({"中午"})
_AFTERNOON = frozenset({"下午", "傍晚"})
_EVENING = frozenset({"晚上", "晚間", "夜間", "今晚", "明晚", "昨晚", "晚", "半夜", "深夜"})
_PERIOD = "|".join(sorted(_MORNING | _NOON | _AFTERNOON | _EVENING, key=len, reverse=True))
_ALONE = {
    "正午": "12:00",
    "中午": "12:00",
    "noon": "12:00",
    "midday": "12:00",
    "午夜": "24:00",
    "半夜": "24:00",
    "midnight": "24:00",
}

_HAN = re.compile(
    rf"(?P<period>{_PERIOD})?(?:的|大概|大約|約|差不多|\s){{0,3}}"
    rf"(?<![第\d.:])(?<!第 )(?P<hour>{NUMBER})\s*"
    r"(?:點(?![點子數心])|時(?![間段候常尚刻]))(?:鐘(?!方向))?整?(?!鐘)"
    rf"(?:(?P<half>半)|(?P<quarter>[一三])刻|(?P<minute>{NUMBER})(?P<fen>分)?)?"
)
_COLON = re.compile(
    rf"(?:(?P<period>{_PERIOD})\s{{0,3}})?(?<![\d:.])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)"
    r"(?![\d:]|[a-d]\b)\s*(?P<half_day>[ap]\.?m\.?(?![a-z]))?",
    re.IGNORECASE | re.ASCII,
)
_ENGLISH = re.compile(
    r"(?<![\w.:])(?P<hour>1[0-2]|0?[1-9])\s*(?P<half_day>[ap]\.?m\.?)(?![a-z])",
    re.IGNORECASE | re.ASCII,
)
_BARE_ENGLISH = re.compile(
    r"\b(?P<lead>at|after|before|until|till|past|by)\s+(?P<hour>1\d|2[0-3]|[1-9])(?:\s*o'?clock)?"
    r"(?![\w.:/%+-]|\s*(?:m|meters?|metres?|bolts?|routes?|people|climbs?|pitch(?:es)?|years?|of)\b)"
    r"|\b(?P<clock>1[0-2]|[1-9])\s*o'?clock",
    re.IGNORECASE | re.ASCII,
)
_WORD = re.compile(r"正午|中午|午夜|半夜|\b(?:noon|midday|midnight)\b", re.IGNORECASE | re.ASCII)
_NOW = re.compile(
    r"現在|目前|此刻|這個時間|這時候|現正|\b(?:right\s+now|now|currently)\b",
    re.IGNORECASE | re.ASCII,
)

_THEN_AFTER = re.compile(
    r"\s*(?:[以之過]後|後(?![面門天方])|起(?![攀步點])|還(?:有|能|可以|在)?(?:開|營業|爬)|or\s+later)"
)
_AFTER_THAT = re.compile(
    r"(?:過了?|超過|晚於|(?:開|營業|爬)到|after|past|later\s+than|open(?:s|ed)?\s+(?:until|till))\s*$",
    re.IGNORECASE | re.ASCII,
)
_THEN_BEFORE = re.compile(r"\s*(?:[以之]前|前(?![面天輩方往])|為止)")
_BEFORE_THAT = re.compile(r"(?:早於|before|by|until|till)\s*$", re.IGNORECASE | re.ASCII)
_TIME_FOLLOWS = re.compile(
    r"\s*(?:[以之過]後|[以之]前|前|後|開|關|還|有開|營業|打烊|結束|集合|出發|可以|能|到(?!了))"
)
_LATE = re.compile(r"\s*(?:還|關|打烊|結束|收)")
_LATE_BEFORE = re.compile(r"(?:開到|營業到|關門時間|爬到)\s*$")
_GRADE_FOLLOWS = re.compile(r"\s*(?:多少|幾|\d)")
_RANGE = re.compile(r"\s*(?:到|至|~|-|–|to|until)\s*", re.IGNORECASE)
_LOOK_BACK = 16
_WEEKDAY_BEFORE = re.compile(
    r"(?:星期|禮拜|礼拜|[週周])[一二三四五六日天](?=[一二三四五六七八九十兩])"
)
"""「星期六九點」: the six belongs to the day."""


def find_times(text: str) -> tuple[TimeMention, ...]:
    """The times of day of a text in order; 「幾點」 asks for one and is none."""
    folded = _WEEKDAY_BEFORE.sub(lambda day: "\ue000" * len(day[0]), fold(text))
    found: list[TimeMention] = []
    taken = bytearray(len(folded))
    for pattern, read in _READERS:
        for match in pattern.finditer(folded):
            start, end = _trimmed(match)
            time = None if any(taken[start:end]) else read(match, folded)
            if time is not None:
                found.append(TimeMention(start, end, text[start:end], *time))
                taken[start:end] = b"\1" * (end - start)
    found.sort(key=lambda mention: mention.start)
    return tuple(_end_of_range(found[max(0, n - 1)], found[n], folded) for n in range(len(found)))


def _end_of_range(before: TimeMention, mention: TimeMention, folded: str) -> TimeMention:
    """「晚上八點到十點」: a guessed hour that would run backwards is meant for the evening too."""
    joined = _RANGE.fullmatch(folded, before.end, mention.start)
    if not joined or not mention.guessed or not mention.hhmm < before.hhmm < "24:00":
        return mention
    later = f"{int(mention.hhmm[:2]) + 12:02d}{mention.hhmm[2:]}"
    return replace(mention, hhmm=later) if before.hhmm < later < "24:00" else mention


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    surface = match.group()
    start = match.start() + len(surface) - len(surface.lstrip())
    return start, start + len(surface.strip())


_Reading = tuple[str, TimeKind, bool]
"""HH:MM, kind, guessed."""


def _read_han(match: re.Match[str], folded: str) -> _Reading | None:
    hour = number(match["hour"])
    minute = _minute(match)
    if hour is None or minute is None or not _is_time(match, folded, hour):
        return None
    return _reading(match, folded, hour, minute)


def _read_colon(match: re.Match[str], folded: str) -> _Reading | None:
    hour, minute = int(match["hour"]), int(match["minute"])
    kind = _kind(match, folded)
    if match["half_day"]:
        return _on_half_day(match, hour, minute, kind)
    hhmm = _format(_in_period(hour, match["period"] or ""), minute)
    return (hhmm, kind, False) if hhmm else None


def _read_english(match: re.Match[str], folded: str) -> _Reading | None:
    return _on_half_day(match, int(match["hour"]), 0, _kind(match, folded))


def _read_bare_english(match: re.Match[str], folded: str) -> _Reading | None:
    hour = int(match["hour"] or match["clock"])
    lead = (match["lead"] or "at").lower()
    kind: TimeKind = "at"
    if lead in ("after", "past") or _opens(folded, match.start()):
        kind = "after"
    elif lead != "at":
        kind = "before"
    late = _guess(hour, late=kind == "after")
    return (hhmm, kind, hour < 12) if (hhmm := _format(late, 0)) else None


def _read_word(match: re.Match[str], folded: str) -> _Reading | None:
    return _ALONE[match.group().lower()], _kind(match, folded), False


def _read_now(match: re.Match[str], folded: str) -> _Reading | None:  # noqa: ARG001 - the readers share one signature
    return "", "now", False


def _on_half_day(match: re.Match[str], hour: int, minute: int, kind: TimeKind) -> _Reading | None:
    if not 1 <= hour <= 12:
        return None
    afternoon = match["half_day"].lower().startswith("p")
    hhmm = _format(hour % 12 + (12 if afternoon else 0), minute)
    return (hhmm, kind, False) if hhmm else None


def _reading(match: re.Match[str], folded: str, hour: int, minute: int) -> _Reading | None:
    kind = _kind(match, folded)
    guessed = not match["period"] and 1 <= hour < 12
    if guessed:
        before = folded[max(0, match.start() - _LOOK_BACK) : match.start()]
        late = bool(_LATE.match(folded, match.end()) or _LATE_BEFORE.search(before))
        hour = _guess(hour, late=late or kind == "after")
    else:
        hour = _in_period(hour, match["period"] or "")
    hhmm = _format(hour, minute)
    return (hhmm, kind, guessed) if hhmm else None


def _is_time(match: re.Match[str], folded: str, hour: int) -> bool:
    """Whether 「N 點」 is an hour, not a grade (5 點 10), a count (兩點以上) or 「早一點」."""
    bare = not (match["half"] or match["quarter"] or match["minute"])
    if match["period"] in ("早", "晚") and hour < 5 and bare:
        return False
    if match["period"]:
        return True
    if _GRADE_FOLLOWS.match(folded, match.end()):
        return False
    if match["minute"] and not match["fen"]:
        return hour != 5 and len(match["minute"]) > 1
    return not (bare and hour < 5) or _TIME_FOLLOWS.match(folded, match.end()) is not None


def _minute(match: re.Match[str]) -> int | None:
    if match["half"]:
        return 30
    if match["quarter"]:
        return 15 if match["quarter"] == "一" else 45
    return number(match["minute"]) if match["minute"] else 0


def _in_period(hour: int, period: str) -> int:
    """The hour on the clock of 24, read with its period; hours after midnight stay small."""
    if period in _EVENING and hour == 12:
        return 24
    if period in _EVENING:
        return hour + 12 if 5 <= hour < 12 else hour
    if period in _AFTERNOON and hour < 12:
        return hour + 12
    if period in _NOON and hour < 4:
        return hour + 12
    return 0 if period == "凌晨" and hour == 12 else hour


def _guess(hour: int, *, late: bool) -> int:
    """The likely hour when nothing says morning or evening: open at ten, climbing at seven."""
    return hour + 12 if hour < 12 and (late or hour < 9) else hour


def _kind(match: re.Match[str], folded: str) -> TimeKind:
    before = folded[max(0, match.start() - _LOOK_BACK) : match.start()]
    if _THEN_AFTER.match(folded, match.end()) or _AFTER_THAT.search(before):
        return "after"
    if _THEN_BEFORE.match(folded, match.end()) or _BEFORE_THAT.search(before):
        return "before"
    return "at"


def _opens(folded: str, start: int) -> bool:
    before = folded[max(0, start - _LOOK_BACK) : start]
    return re.search(r"\bopen(?:s|ed)?\s*$", before, re.IGNORECASE | re.ASCII) is not None


def _format(hour: int, minute: int) -> str:
    inside = 0 <= hour < 24 and 0 <= minute < 60
    return f"{hour:02d}:{minute:02d}" if inside or (hour, minute) == (24, 0) else ""


_Reader = Callable[[re.Match[str], str], _Reading | None]
_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (_COLON, _read_colon),
    (_HAN, _read_han),
    (_ENGLISH, _read_english),
    (_BARE_ENGLISH, _read_bare_english),
    (_WORD, _read_word),
    (_NOW, _read_now),
)
