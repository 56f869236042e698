"""What a line may state beside its record: computed figures, echoed words, source dates.

Each holds only where it makes sense: a computed figure as a count or with 「差」「平均」, the
member's words where a line names no record or denies, a source's date where a line speaks of the
state of the data, a converted grade after 約.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from bot.verifier.facts import MASK, scan
from bot.verifier.support import Support, support_of
from knowledge.grades import convert, convertible, find_grades

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.schema import Evidence, Group
    from bot.verifier.facts import Fact

_COUNTS: Final = frozenset({"count", "number", "percent"})
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
_MEETS: Final = re.compile(r"符合|你[要想]|指定|要求|you (?:asked|want)|match", re.IGNORECASE)
"""Where a line about a record says how it meets what was asked."""
_STATE_OF_DATA: Final = re.compile(
    r"更新|截至|來源|資料|查核|updated|as of|source|reviewed", re.IGNORECASE
)
_DAY_WORDS: Final = re.compile(
    r"[今明後昨][天日]|星期|週|周|禮拜|國定|假日|連假|[（(][一二三四五六日]|today|tomorrow|yesterday"
    r"|day\b|weekend|holiday|\b(?:mon|tue|wed|thu|fri|sat|sun)",
    re.IGNORECASE,
)
_ABOUT: Final = re.compile(r"約|大概|about|roughly|around|approx", re.IGNORECASE)
_EMERGENCY: Final = frozenset({"112", "118", "119"})
_DAYS_AHEAD: Final = 400


class Allowance:
    """What lines may state beside the records of one evidence."""

    def __init__(self, evidence: Evidence, asked: str, figures: Sequence[str]) -> None:
        self._figures = _texts(figures)
        self._counts = _structural_counts(evidence)
        self._asked = _texts([asked])
        for mention in find_grades(asked):
            for token in (mention.grade.lo, mention.grade.hi, mention.grade.raw):
                self._asked.add("grade", unicodedata.normalize("NFKC", token).lower())
        self._asked_grades = tuple(mention.grade for mention in find_grades(asked))
        self._sources = support_of(evidence.sources)
        self._today = evidence.today

    def allows(self, line: str, clause: str, fact: Fact, *, owned: bool) -> bool:
        """Whether the line may state the fact whatever its record says."""
        if fact.kind in _COUNTS and (self._is_count(fact) or _EMERGENCY & set(fact.values)):
            return True
        if (
            fact.kind in {"date", "link"}
            and _STATE_OF_DATA.search(line)
            and self._sources.holds(fact)
        ):
            return True
        if fact.kind == "date" and self._is_day_asked(line, fact):
            return True
        restates = not owned or bool(_MEETS.search(clause))
        if self.is_derived(clause, fact) or (restates and self._figures.holds(fact)):
            return True
        return self._echoes(line, clause, fact, owned=owned)

    def is_asked(self, fact: Fact) -> bool:
        """Whether the member said it."""
        return self._asked.holds(fact)

    def is_derived(self, clause: str, fact: Fact) -> bool:
        """Whether code computed the figure and the clause says how: a difference, a sum, a mean."""
        return bool(_DERIVED.search(clause)) and bool(
            self._figures.facts["number"] & set(fact.values)
        )

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

    def _is_count(self, fact: Fact) -> bool:
        numbers = self._figures.facts
        allowed = numbers["number"] | numbers["count"] | numbers["percent"] | self._counts
        return any(value in allowed for value in fact.values)

    def _is_day_asked(self, line: str, fact: Fact) -> bool:
        """Whether a line about days names a day of the coming year: calendars are no records."""
        if self._today is None or not _DAY_WORDS.search(line):
            return False
        return any(_is_near(value, self._today) for value in fact.values)

    def _echoes(self, line: str, clause: str, fact: Fact, *, owned: bool) -> bool:
        if not self._asked.holds(fact):
            return False
        if _DENIES.search(clause):
            return True
        if owned:
            return bool(_MEETS.search(clause))
        return fact.kind == "grade" or bool(_RESTATES.search(line))


def group_support(group: Group) -> Support:
    """What may be said of one place of a comparison or distribution."""
    support = _texts([bucket.label for bucket in group.buckets])
    counts = (group.total, *(bucket.count for bucket in (*group.buckets, *group.types)))
    for count in counts:
        support.add("number", count)
        support.add("count", count)
    _add_bounds(support, group)
    return support


def computed_support(evidence: Evidence) -> Support:
    """What was computed over the evidence: labels of buckets, bounds, wordings of what there is."""
    support = _texts([*evidence.available, *evidence.suggestions, *evidence.places])
    for bucket in evidence.buckets:
        support.add_figures(bucket.label)
    _add_bounds(support, evidence)
    for group in evidence.groups:
        support.add_support(group_support(group))
    return support


def _add_bounds(support: Support, holder: Evidence | Group) -> None:
    if holder.bounds is not None:
        for grade in (holder.bounds.easiest, holder.bounds.hardest):
            support.add_figures(grade.raw, grade.lo, grade.hi)


def _structural_counts(evidence: Evidence) -> frozenset[str]:
    """Sizes of the evidence and of its buckets."""
    collections = (
        evidence.routes,
        evidence.gyms,
        evidence.crags,
        evidence.areas,
        evidence.sectors,
        evidence.places,
        evidence.groups,
        evidence.inexact,
    )
    sizes = [len(one) for one in collections]
    sizes += [bucket.count for bucket in evidence.buckets]
    sizes += [group.total for group in evidence.groups]
    sizes += [
        bucket.count for group in evidence.groups for bucket in (*group.buckets, *group.types)
    ]
    return frozenset(str(size) for size in sizes)


def _texts(texts: Iterable[str]) -> Support:
    support = Support()
    for text in texts:
        plain = unicodedata.normalize("NFKC", text)
        support.add_figures(plain)
        for fact in scan(plain):
            # a figure «12 公尺» may also be said as a bare 12
            support.add("number", *fact.values)
    return support


def _is_near(value: str, today: date) -> bool:
    parts = value.lstrip("-").split("-")
    if not all(part.isdigit() for part in parts):
        return False
    numbers = [int(part) for part in parts]
    for year in (today.year, today.year + 1):
        full = numbers if len(numbers) == 3 else [year, *numbers]
        if len(full) != 3:
            return False
        try:
            day = date(full[0], full[1], full[2])
        except ValueError:
            return False
        if timedelta(days=-7) <= day - today <= timedelta(days=_DAYS_AHEAD):
            return True
    return False
