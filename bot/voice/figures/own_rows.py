"""Whether a sentence about a member's own climbing counts its rows rightly: how many, all, newest.

The rows are those of the rendered answer. 「七天」 is held against the days it gives and no other
figure; 「都在霧鳴岬」 must be so of every row, 「最新的是 X」 of the first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.figures.own_tries import left_over, other_tries
from bot.voice.language.numerals import value_of
from bot.voice.language.plain import plain
from bot.voice.language.sentences import CLAUSE
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROW: Final = re.compile(r"^\s*\d{1,3}[.、)]\s+.*[|｜].*$", re.MULTILINE)
_BAR: Final = re.compile(r"█\s*(\d+)")
_SENDS: Final = re.compile(r"完攀 (\d+)")
_COUNT: Final = re.compile(
    r"(?<![\d第這那前.])(\d+|[一二兩三四五六七八九])\s*(?:個\s*)?([條筆天])(?!線路)"
)
_LISTS: Final = re.compile(r"[、:(（)）]|[和跟與](?=[^、,]*[條筆天])")
_PARTS: Final = re.compile(r"█ \d+\s*\(([^)]*)\)")
_VAGUE: Final = re.compile(r"[一兩]$")
_ALL: Final = re.compile(r"(?:全部?)?(?:都|全)(?:是|在|(?=完攀))\s*(?P<what>[^，。；\s]+)")
_COUNTS: Final = re.compile(r"[\d一二兩三四五六七八九]+\s*[條筆天次]$")
"""「都是一條」 counts, and says of no row what it is."""
_NEWEST: Final = re.compile(
    r"(?:最新|最近)(?:的|一筆|一條|一次|那筆|那次)*+(?:是|在|為|:)?\s*(?!那|的?(?:變更|更改|變動|紀錄|動作|操作))(?P<what>[^，。；\s]+)"
)
"""「最近一次的變更」 names no row."""
_SYNONYMS: Final = (
    ("os", "onsight"),
    ("rp", "redpoint", "紅點"),
    ("flash", "閃電"),
    ("嘗試", "試"),
    ("先鋒",),
    ("上方", "頂繩"),
)
_SENT: Final = re.compile(r"完攀|送了")
_NONE: Final = re.compile(r"^沒有|沒有符合|還沒有|沒有.{0,8}紀錄|\(共 0 筆\)")
_HAS: Final = re.compile(
    r"(?<!沒)(?<!沒有)(?<!還沒)(?<!不)(?:爬|試|完攀|嘗試)過(?!的)\s*[一二兩三四五六七八九\d]"
    r"|(?<!沒)有\s*[一\d]\s*[筆條次](?:是|爬)"
)

_HOLDS: Final = re.compile(
    r"^(?!.*(?:整本|全部|總共|共|其[他餘]|別的)).*(?<!沒)(?<!還)有 ?\d+ ?[筆條次題]"
)
"""Some of what there is none of; how much the whole log holds may be said."""


def miscounted(text: str, rendered: str) -> Iterator[str]:
    """The clauses that count, or say of all rows, what the rows do not say."""
    told, shown = plain(text), plain(rendered)
    rows = [row.casefold() for row in _ROW.findall(shown)]
    known = {(value_of(value), unit) for value, unit in _COUNT.findall(shown)}
    # rows are entries; how many lines they are is said where some were climbed twice
    known |= {(len(rows), unit) for unit in "條筆" if unit == "筆" or "不同的線" not in shown}
    known |= {(int(count), "條") for count in (*_BAR.findall(shown), *_SENDS.findall(shown))}
    for clause in CLAUSE.split(told):
        if _NONE.search(shown) and not rows and (_HAS.search(clause) or _HOLDS.search(clause)):
            yield clause.strip()
        for match in _COUNT.finditer(clause):
            value = value_of(match[1])
            if (value, match[2]) in known or _VAGUE.match(match[1]):
                continue
            part = _part_of(clause, match)
            of_kind = [len([row for row in rows if _fits(row, one)]) for one in (part, clause)]
            of_kind += [_of_pyramid(part, shown), left_over(clause, shown)]
            if value not in of_kind:
                yield match[0]
        yield from other_tries(clause, shown)
        for pattern, held in ((_ALL, rows), (_NEWEST, rows[:1])):
            said = pattern.search(clause)
            counts = said and _COUNTS.match(said["what"])
            if said is None or counts or key(clause) in key(shown):
                continue
            if not rows and key(said["what"]) not in key(shown):
                yield clause.strip()
            if not all(_says(row, said["what"]) for row in held):
                yield clause.strip()


def _part_of(clause: str, count: re.Match[str]) -> str:
    """The words of an enumeration in which a count stands: 「先鋒九筆、上方架繩一筆」."""
    ends = [one.end() for one in _LISTS.finditer(clause, 0, count.start())]
    after = _LISTS.search(clause, count.end())
    return clause[ends[-1] if ends else 0 : after.start() if after else len(clause)]


def _of_pyramid(part: str, shown: str) -> int:
    """How many lines of a pyramid were climbed in the only way that is named."""
    kinds = [words for words in _SYNONYMS if any(word in part.casefold() for word in words)]
    if len(kinds) != 1:
        return 0
    told = (one.rpartition(" ") for row in _PARTS.findall(shown) for one in row.split("、"))
    return sum(int(count) for way, _, count in told if way.casefold() in kinds[0])


def _fits(row: str, clause: str) -> bool:
    """Whether a row is of every kind of ascent, grade and place that a clause names."""
    lower = clause.casefold()
    kinds = [words for words in _SYNONYMS if any(word in lower for word in words)]
    cells = [cell.strip() for cell in re.split(r"[|｜]", row)][1:]
    named = [cell for cell in cells if len(cell) > 1 and cell in lower]
    return bool(kinds or named) and (
        all(any(word in row for word in words) for words in kinds)
        and all(cell in row for cell in named)
    )


def _says(row: str, what: str) -> bool:
    """Whether a row holds what is said of it: a word of it, or another for the same."""
    lower = re.sub(r"^一(?=[把次])", "1 ", what.casefold())
    if _SENT.match(lower):
        return "嘗試" not in row and "attempt" not in row
    words = [words for words in _SYNONYMS if any(word in lower for word in words)]
    if words:
        return all(any(word in row for word in each) for each in words)
    cells = [key(cell) for cell in re.split(r"[|｜]", row)]
    return any(cell and (cell in key(lower) or key(lower) in cell) for cell in cells)
