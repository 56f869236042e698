"""Whether a sentence about a member's own climbing counts its rows rightly: how many, all, newest.

The rows are those of the rendered answer. 「七天」 is held against the days it gives and no other
figure; 「都在霧鳴岬」 must be so of every row, 「最新的是 X」 of the newest.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.evidence.listed import ListedRow, listed_rows
from bot.voice.figures.own_tries import left_over, other_tries
from bot.voice.figures.row_order import NEWEST_IS, newest
from bot.voice.language.numerals import value_of
from bot.voice.language.plain import plain
from bot.voice.language.sentences import CLAUSE
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    shown = plain(rendered)
    rows = listed_rows(shown.casefold())
    known = frozenset(_known(shown, rows))
    for clause in CLAUSE.split(plain(text)):
        if _NONE.search(shown) and not rows and (_HAS.search(clause) or _HOLDS.search(clause)):
            yield clause.strip()
        yield from _foreign_counts(clause, shown, rows, known)
        yield from other_tries(clause, shown)
        yield from _said_of_rows(clause, shown, rows)


def _known(shown: str, rows: tuple[ListedRow, ...]) -> Iterator[tuple[int, str]]:
    """The counts that the answer gives, with their units."""
    yield from ((value_of(value), unit) for value, unit in _COUNT.findall(shown))
    yield len(rows), "筆"
    if "不同的線" not in shown:
        # rows are entries; how many lines they are is said where some were climbed twice
        yield len(rows), "條"
    yield from ((int(count), "條") for count in (*_BAR.findall(shown), *_SENDS.findall(shown)))


def _foreign_counts(
    clause: str, shown: str, rows: tuple[ListedRow, ...], known: frozenset[tuple[int, str]]
) -> Iterator[str]:
    """The counts that neither the answer gives, nor counting its rows, nor its pyramid."""
    for match in _COUNT.finditer(clause):
        value = value_of(match[1])
        if (value, match[2]) in known or _VAGUE.match(match[1]):
            continue
        part = _part_of(clause, match)
        of_kind = [len([row for row in rows if _fits(row, one)]) for one in (part, clause)]
        if value not in (*of_kind, _of_pyramid(part, shown), left_over(clause, shown)):
            yield match[0]


def _said_of_rows(clause: str, shown: str, rows: tuple[ListedRow, ...]) -> Iterator[str]:
    """A clause that says of all rows, or of the newest, what one does not hold."""
    for pattern, held in ((_ALL, rows), (NEWEST_IS, newest(rows))):
        said = pattern.search(clause)
        if said is None or _COUNTS.match(said["what"]) or key(clause) in key(shown):
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


def _fits(row: ListedRow, clause: str) -> bool:
    """Whether a row is of every kind of ascent, grade and place that a clause names."""
    lower = clause.casefold()
    kinds = [words for words in _SYNONYMS if any(word in lower for word in words)]
    named = [cell for cell in row.cells[1:] if len(cell) > 1 and cell in lower]
    return bool(kinds or named) and (
        all(any(map(row.says, words)) for words in kinds) and all(map(row.says, named))
    )


def _says(row: ListedRow, what: str) -> bool:
    """Whether a row holds what is said of it: a word of it, or another for the same."""
    lower = re.sub(r"^一(?=[把次])", "1 ", what.casefold())
    if _SENT.match(lower):
        return not (row.says("嘗試") or row.says("attempt"))
    words = [words for words in _SYNONYMS if any(word in lower for word in words)]
    if words:
        return all(any(map(row.says, each)) for each in words)
    cells = map(key, row.cells)
    return any(cell and (cell in key(lower) or key(lower) in cell) for cell in cells)
