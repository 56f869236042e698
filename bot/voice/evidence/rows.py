"""The rows of an answer that can be counted, and which of them some words are about.

A row is a route, or a line of a distribution with how many routes it stands for. Words choose rows
by kind, place, grade and length: 「運攀」, 「青弓洞」, 「5.9 以下」, 「超過三十公尺」.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from math import inf
from typing import TYPE_CHECKING, Final

from bot.verifier.facts import scan
from bot.voice.evidence.compared import spans_of
from bot.voice.evidence.labels import TYPE_WORDS
from bot.voice.language.plain import plain
from knowledge.grades import find_grades
from knowledge.schema import Grade, Route

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.schema import Evidence
    from knowledge.schema import Area, Crag, Sector

_ROPED: Final = re.compile(r"繩攀|\broped\b", re.IGNORECASE)
_UP: Final = re.compile(r"\s*(?:以上|起跳|(?:or|and) (?:harder|more|above|longer|up))")
_DOWN: Final = re.compile(r"\s*(?:以[下內]|(?:or|and) (?:easier|less|below|under|shorter))")
_OVER: Final = re.compile(
    r"(?:超過|大於|長過|高過|破|\bover|\babove|\bmore than|\blonger than)\s*$"
)
_UNDER: Final = re.compile(
    r"(?:不到|小於|短於|未滿|\bunder|\bbelow|\bless than|\bshorter than)\s*$"
)
_AT_LEAST: Final = re.compile(r"(?:至少|\bat least)\s*$")
_AT_MOST: Final = re.compile(
    r"(?:不超過|最多|頂多|\bup to|\bat most|\bno harder than|\bno longer than)\s*$"
)
_OPEN_ENDED: Final = re.compile(
    "|".join(one.pattern.removesuffix(r"\s*$") for one in (_UP, _DOWN, _OVER, _UNDER))
    + "|"
    + "|".join(one.pattern.removesuffix(r"\s*$") for one in (_AT_LEAST, _AT_MOST)),
    re.IGNORECASE,
)
_SPAN: Final = re.compile(r"(?<![\d.])(\d{1,3})\s*(?:公尺|米|m)?\s*(?:到|至|[-~–]|to)\s*(\d{1,3})")
_GRADES: Final = re.compile(
    r"((?:5\.\d+|V\d+)[a-d]?)\s*(?:一路|一直)?(?:到|至|[-–~]|to)\s*((?:5\.\d+|V\d+)[a-d]?)",
    re.IGNORECASE,
)
_OTHER_UNIT: Final = re.compile(r"\s*(?:[條元點月日號年:/.%]|bolt)", re.IGNORECASE)
_LITTLE: Final = 0.01
_UNLETTERED: Final = re.compile(r"[未沒]有?細分|\bundivided\b", re.IGNORECASE)
_LACKS: Final = re.compile(
    r"(?:[沒未無](?:有)?(?:記載?|寫|標|列|登錄)?(?:的)?"
    r"|\b(?:no|without|lack(?:s|ing)?)\b(?: recorded)?)\s*"
    r"(?:(?P<length_m>長度|length)|(?P<bolts>bolt)|(?P<first_ascent>首攀|first ascen)"
    r"|(?P<anchor>固定點|anchor))",
    re.IGNORECASE,
)
"""What is not recorded of some rows: 「其中三條沒記長度」."""
_NOT: Final = re.compile(r"(?:非|不含|不是|沒有|\bnot |\bnon-?)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """A route, or a line of a distribution."""

    names: tuple[str, ...]
    count: int = 1
    route: Route | None = None
    grade: Grade | None = None


class Rows:
    """The rows of one answer.

    Args:
        evidence: The records.
    """

    def __init__(self, evidence: Evidence) -> None:
        places: tuple[Crag | Area | Sector, ...] = (
            *evidence.crags,
            *evidence.areas,
            *evidence.sectors,
        )
        self._places = [
            (one.id, plain(name))
            for one in places
            for name in (one.name, one.name_en)
            if len(name) > 1
        ]
        self.all = tuple(_routes(evidence) if evidence.routes else _buckets(evidence))

    def named(self, text: str) -> list[tuple[int, int, Row]]:
        """Where rows are named, a name inside a longer one left out."""
        found = [
            (start, end, row)
            for row in self.all
            for name in row.names
            for start, end in spans_of(text, name)
        ]
        return sorted(
            (
                one
                for one in found
                if not any((s, e) != one[:2] and s <= one[0] and one[1] <= e for s, e, _ in found)
            ),
            key=lambda one: one[:2],
        )

    def routes(self, text: str) -> list[tuple[int, int, Row]]:
        """Where routes are named that share their name with no place."""
        places = {name.lower() for _, name in self._places}
        return [
            one
            for one in self.named(text)
            if one[2].route is not None and text[one[0] : one[1]].lower() not in places
        ]

    def is_place(self, name: str) -> bool:
        """Whether a place of the answer is called so."""
        return any(name == other for _, other in self._places)

    def chosen(self, words: str, among: tuple[Row, ...]) -> tuple[Row, ...] | None:
        """The rows that some words are about; ``None`` where the words choose none."""
        tests = list(self._tests(words))
        figures = list(_of_figures(words))
        if not tests and not figures:
            return None
        if _OPEN_ENDED.search(words) and all(test(row) for row in self.all for test in figures):
            # a limit that leaves no row out may reach beyond what was looked for
            return ()
        return tuple(row for row in among if all(test(row) for test in (*tests, *figures)))

    def _tests(self, words: str) -> Iterator[Callable[[Row], bool]]:
        kinds = {
            kind
            for kind, pattern in TYPE_WORDS.items()
            if (match := re.search(pattern, words, re.IGNORECASE))
            and not _NOT.search(words[: match.start()])
        }
        denied = {
            kind
            for kind, pattern in TYPE_WORDS.items()
            if (match := re.search(pattern, words, re.IGNORECASE)) and kind not in kinds
        }
        if kinds:
            yield lambda row: _kind_of(row) in kinds
        if denied:
            yield lambda row: _kind_of(row) not in denied
        if _ROPED.search(words):
            yield lambda row: _kind_of(row) != "boulder"
        for match in _LACKS.finditer(words):
            yield partial(_lacks, field=str(match.lastgroup))
        ids = {one for one, name in self._places if any(spans_of(words, name))}
        if _UNLETTERED.search(words):
            yield lambda row: any(_UNLETTERED.search(name) for name in row.names)
        labels = {row for _, _, row in self.named(words) if row.route is None}
        if labels:
            yield lambda row: row in labels
        elif ids:
            yield lambda row: row.route is not None and bool(ids & _lies_in(row.route))


def _of_figures(words: str) -> Iterator[Callable[[Row], bool]]:
    for match in _SPAN.finditer(words):
        shortest, longest = int(match[1]), int(match[2])
        if shortest < longest and not _OTHER_UNIT.match(words, match.end()):
            yield partial(_is_long, low=shortest, high=longest)
    bounds: list[tuple[Grade, float, float]] = []
    for match in _GRADES.finditer(words):
        easy, hard = (find_grades(one) for one in match.groups())
        if easy and hard and easy[0].grade.known and hard[0].grade.known:
            first, last = easy[0].grade.lo_score, hard[0].grade.hi_score
            bounds.append((easy[0].grade, first or 0, last or 0))
    bare = _SPAN.sub(_hidden, _GRADES.sub(_hidden, words))
    for fact in scan(bare):
        before, after = bare[: fact.start], bare[fact.end :]
        up = bool(_UP.match(after) or _AT_LEAST.search(before))
        down = bool(_DOWN.match(after) or _AT_MOST.search(before))
        if fact.kind == "length":
            value = float(fact.values[0])
            over, under = _OVER.search(before), _UNDER.search(before)
            low = value + _LITTLE if over else 0 if down or under else value
            high = value - _LITTLE if under else inf if up or over else value
            yield partial(_is_long, low=low, high=high)
        elif fact.kind == "grade" and (told := find_grades(fact.surface)):
            grade = told[0].grade
            if grade.lo_score is not None and grade.hi_score is not None:
                low, high = -inf if down else grade.lo_score, inf if up else grade.hi_score
                bounds.append((grade, low, high))
    if bounds:
        yield lambda row: any(_is_graded(row, *one) for one in bounds)


def _hidden(match: re.Match[str]) -> str:
    return "#" * len(match[0])


def _is_graded(row: Row, like: Grade, low: float, high: float) -> bool:
    own = row.grade
    if own is None or own.group != like.group or own.lo_score is None or own.hi_score is None:
        return False
    return low <= own.lo_score and own.hi_score <= high


def _is_long(row: Row, low: float, high: float) -> bool:
    length = row.route.length_m if row.route is not None else None
    return length is not None and low <= length <= high


def _lacks(row: Row, field: str) -> bool:
    return row.route is not None and not getattr(row.route, field)


def _kind_of(row: Row) -> str:
    if row.route is not None:
        return str(row.route.type)
    return next(
        (
            kind
            for kind, pattern in TYPE_WORDS.items()
            if any(re.fullmatch(pattern, name, re.IGNORECASE) for name in row.names)
        ),
        "",
    )


def _lies_in(route: Route) -> set[str]:
    return {one for one in (route.crag_id, route.area_id, route.sector_id) if one}


def _routes(evidence: Evidence) -> Iterator[Row]:
    for route in evidence.routes:
        names = (route.name, route.name_en, *route.aliases)
        pitch = route.pitch.upper()
        told = tuple(plain(f"{name} {pitch}" if pitch else name) for name in names if name)
        yield Row(told, 1, route, route.grade)


def _buckets(evidence: Evidence) -> Iterator[Row]:
    for one in evidence.buckets:
        label = plain(one.label)
        mention = next(iter(find_grades(label)), None)
        yield Row((label,), one.count, None, mention.grade if mention else None)
