"""What a line may state beside its record: computed figures, echoed words, source dates.

Each holds only where it makes sense: a computed figure as a count or with 「差」「平均」, the
member's words where a line names no record or denies, a source's date where a line speaks of the
state of the data, a converted grade after 約.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from bot.verifier.computed import computed_support, differences, figures_in, totals
from bot.verifier.days import near_day, says_wrong_weekday
from bot.verifier.facts import COUNTS, MASK
from bot.verifier.support import support_of
from knowledge.grades import convert, convertible, find_grades

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.schema import Evidence
    from bot.verifier.facts import Fact

_DERIVED: Final = re.compile(
    r"差|平均|合計|總長|多|少|相距|by\b|difference|average|total|more|less", re.IGNORECASE
)
_DENIES: Final = re.compile(
    r"不是|並非|沒有|不在|找不到|查不到|沒看到|不符|無法確認|沒辦法確認|不屬於|\bnot?\b|n't|cannot",
    re.IGNORECASE,
)
_RESTATES: Final = re.compile(
    r"^\s*👉|以上|以下|以內|左右|之間|附近|超過|至少|最多|不到|為你推薦|符合|條件|共|幫你|分布|並列"
    r"|最難|最簡單|最長|最短|:|or (?:more|less|harder|easier)|between|in total|here (?:is|are)"
    r"|hardest|easiest|longest|shortest",
    re.IGNORECASE,
)
_MEETS: Final = re.compile(
    r"你的紀錄|符合|你[要想說]|指定|要求|you (?:asked|want)|match", re.IGNORECASE
)
"""Where a line about a record says how it meets what was asked."""
_STATE_OF_DATA: Final = re.compile(
    r"更新|截至|來源|資料|查核|updated|as of|source|reviewed", re.IGNORECASE
)
_DAY_WORDS: Final = re.compile(
    r"[今後昨]天|明天|今日|昨日|(?<![註說表])明日|星期|週|周|禮拜|國定|假日|連假|[（(][一二三四五六日]|today|tomorrow|yesterday"
    r"|day\b|weekend|holiday|\b(?:mon|tue|wed|thu|fri|sat|sun)",
    re.IGNORECASE,
)
_ABOUT: Final = re.compile(r"約|大概|about|roughly|around|approx", re.IGNORECASE)
_EMERGENCY: Final = frozenset({"110", "112", "118", "119", "1925", "1980", "1995"})
_DAYS_BACK: Final = 360
"""So far back lie the days of notices that are still told."""
_APART: Final = re.compile(
    r"差|相距|[多少貴省]\s*\d|便宜了?\s*\d|difference|\bby\s+\d", re.IGNORECASE
)
_AS_OF: Final = re.compile(r"截至|as of", re.IGNORECASE)
_TOTAL: Final = re.compile(r"(?:共|共有|只有|只剩|total of|there are)\s*$", re.IGNORECASE)
_SUMS_UP: Final = re.compile(
    r"共|分布|範圍|最難|最簡單|in total|there are|range|hardest|easiest|distribution", re.IGNORECASE
)
_MEASURED: Final = re.compile(
    r"\s*(?:[-–~～到至]\s*\d+)?\s*多?\s*(?:分鐘|小時|公里|km|min|hour|線|號)", re.IGNORECASE
)
"""Behind a number that counts nothing: only a record can know it."""
_RANGE: Final = re.compile(r"範圍|到|range|to\b", re.IGNORECASE)
_EXTREME: Final = re.compile(r"(?:最簡單|最難|easiest|hardest)(?=\s*[:：]?\s*$)", re.IGNORECASE)
_LOWEST: Final = frozenset({"最簡單", "easiest"})
_CONDITIONS: Final = frozenset({"grade", "length", "bolts", "price", "number"})
_CONDITION: Final = re.compile(
    r"\s*(?:以上|以下|以內|左右|or (?:more|less|harder|easier))", re.IGNORECASE
)


class Allowance:
    """What lines may state beside the records of one evidence."""

    def __init__(self, evidence: Evidence, asked: str, figures: Sequence[str]) -> None:
        self._figures = figures_in(figures)
        self._totals = totals(evidence)
        self._differences = differences(evidence)
        self._computed = computed_support(evidence)
        self._bounds = evidence.bounds
        self._stamps = {gym.updated_on.isoformat() for gym in evidence.gyms if gym.updated_on}
        self._reported = {notice.reported_on.isoformat() for notice in evidence.notices}
        self._inexact = len(evidence.inexact)
        self._asked = figures_in([asked])
        for mention in find_grades(asked):
            for token in (mention.grade.lo, mention.grade.hi, mention.grade.raw):
                self._asked.add("grade", unicodedata.normalize("NFKC", token).lower())
        self._asked_grades = tuple(mention.grade for mention in find_grades(asked))
        self._sources = support_of(evidence.sources)
        self._noticed = support_of(evidence.notices)
        self._today = evidence.today

    def allows(self, line: str, clause: str, fact: Fact, *, owned: bool) -> bool:
        """Whether the line may state the fact whatever its record says."""
        apart = self._is_apart(line, clause, fact)
        if apart is not None:
            return apart
        if fact.kind in COUNTS and (self._is_count(line, fact) or _EMERGENCY & set(fact.values)):
            return True
        if fact.kind == "date" and self._is_day_asked(line, fact, owned=owned):
            return True
        if self._is_state_of_data(line, fact):
            return True
        if self.is_derived(clause, fact) or self._is_restated(clause, fact, owned=owned):
            return True
        return self._echoes(line, clause, fact, owned=owned)

    def judges(self, line: str, fact: Fact) -> bool | None:
        """Whether a line that names no record may state the fact; ``None`` where any may speak.

        Conditions are those asked for, a lowest and highest grade those computed, and a line that
        sums up takes its grades from neither one route nor another.
        """
        if fact.kind == "date" and self._says_wrong_weekday(line, fact):
            return False
        if fact.kind == "date" and self._stamps and _AS_OF.search(line):
            return self._is_as_of(line, fact)
        given = self._figures.holds(fact) or self._asked.holds(fact)
        extreme = _EXTREME.search(line[: fact.start])
        if fact.kind == "grade" and extreme is not None and self._bounds is not None:
            lowest = extreme.group().lower() in _LOWEST
            bound = self._bounds.easiest if lowest else self._bounds.hardest
            return bool({bound.raw.lower(), bound.lo, bound.hi} & set(fact.values))
        if fact.kind in _CONDITIONS and _CONDITION.match(line, fact.end) and self._figures.facts:
            return given
        if fact.kind == "grade" and self._figures.facts["grade"] and _SUMS_UP.search(line):
            return given or (bool(_RANGE.search(line)) and self._computed.holds(fact))
        return None

    def is_total(self, fact: Fact) -> bool:
        """Whether it counts all routes of the evidence."""
        return bool(self._totals.get("routes", frozenset()) & set(fact.values))

    def is_asked(self, fact: Fact) -> bool:
        """Whether the member said it."""
        return self._asked.holds(fact)

    def is_derived(self, clause: str, fact: Fact) -> bool:
        """Whether code computed the figure and the clause says how: a difference, a sum, a mean."""
        numbers = self._figures.facts["number"]
        return bool(_DERIVED.search(clause)) and bool(numbers & set(fact.values))

    def heads(self, line: str, fact: Fact) -> bool:
        """Whether the line only says under which conditions the places after it were counted."""
        heading = line.rstrip().endswith(":") and fact.kind == "grade"
        return heading and self._figures.holds(fact)

    def mask_conversions(self, line: str) -> str:
        """The line without the converted grades after 約 that conversion gives again."""
        about = _ABOUT.search(line)
        if about is None:
            return line
        grades = (*self._asked_grades, *(mention.grade for mention in find_grades(line)))
        results = {
            unicodedata.normalize("NFKC", convert(grade, system))
            for grade in grades
            for system in convertible(grade)
        }
        for result in sorted(results, key=len, reverse=True):
            pattern = rf"(?<![\w.]){re.escape(result)}(?![\w+/~-])"
            line = re.sub(pattern, lambda match: MASK * len(match[0]), line, flags=re.IGNORECASE)
        return line

    def _is_apart(self, line: str, clause: str, fact: Fact) -> bool | None:
        """Whether compared records are that far apart; ``None`` where nothing such is said."""
        if not _APART.search(clause):
            return None
        kind = "bolts" if fact.kind in COUNTS and "bolt" in line.lower() else fact.kind
        known = self._differences.get(kind)
        return bool(known & set(fact.values)) if known else None

    def _is_count(self, line: str, fact: Fact) -> bool:
        """Whether the count is one of the evidence's: of its routes, its gyms, or one computed."""
        figures = {value for kind in COUNTS for value in self._figures.facts[kind]}
        totals = self._totals.get(fact.kind, frozenset())
        if is_measured(line, fact):
            return False
        told = "total" in fact.surface.lower() or _TOTAL.search(line[: fact.start])
        if told and fact.kind != "number" and totals & figures:
            return bool(totals & set(fact.values))
        return bool((figures | totals | {str(self._inexact)}) & set(fact.values))

    def _is_state_of_data(self, line: str, fact: Fact) -> bool:
        """Whether it is the date or address of a source, in a line about the data."""
        if fact.kind not in {"date", "link"} or not _STATE_OF_DATA.search(line):
            return False
        if fact.kind == "date" and self._stamps and _AS_OF.search(line):
            return bool(self._stamps & set(fact.values))
        return self._sources.holds(fact)

    def _is_as_of(self, line: str, fact: Fact) -> bool:
        """Whether a line of no record gives the day of a record or of a notice, or quotes one."""
        if self._reported & set(fact.values):
            return True
        if not _AS_OF.search(line[: fact.start]):
            # the days of a notice stand before the day of its report
            return bool(self._reported) and self._noticed.holds(fact)
        return bool(self._stamps & set(fact.values))

    def _says_wrong_weekday(self, line: str, fact: Fact) -> bool:
        """Whether the weekday in brackets is not the day's; notices speak of days past too."""
        if self._today is None or not says_wrong_weekday(line, fact, self._today):
            return False
        past = self._today - timedelta(days=_DAYS_BACK)
        told = self._reported or self._figures.holds(fact)
        return not told or says_wrong_weekday(line, fact, past)

    def _is_day_asked(self, line: str, fact: Fact, *, owned: bool) -> bool:
        """Whether a line about days names the day asked about: calendars are no records."""
        if (
            self._today is None
            or not _DAY_WORDS.search(line)
            or self._says_wrong_weekday(line, fact)
        ):
            return False
        if self._figures.facts["date"]:
            return self._figures.holds(fact)
        if owned and self._reported:
            # beside a record the only days are those of its notices
            return False
        return any(near_day(value, self._today) is not None for value in fact.values)

    def _is_restated(self, clause: str, fact: Fact, *, owned: bool) -> bool:
        """Whether a figure that code handed over stands where conditions are restated."""
        return (not owned or bool(_MEETS.search(clause))) and self._figures.holds(fact)

    def _echoes(self, line: str, clause: str, fact: Fact, *, owned: bool) -> bool:
        if not self._asked.holds(fact):
            return False
        if _DENIES.search(clause):
            return True
        if owned:
            return bool(_MEETS.search(clause))
        return fact.kind == "grade" or bool(_RESTATES.search(line))


def is_measured(line: str, fact: Fact) -> bool:
    """Whether a bare number is a duration, a distance or the number of a road or house."""
    return fact.kind == "number" and _MEASURED.match(line, fact.end) is not None
