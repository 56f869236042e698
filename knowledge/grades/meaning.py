"""What the words around a grade ask for: at least, at most, about, harder, easier, a step, a half.

The first reading that fits wins: a range, a comparison, words after the grade, words before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from knowledge.filters import GradeRange
from knowledge.grades import phrases
from knowledge.grades.bounds import around, range_of, step
from knowledge.grades.record import grade_of, is_whole_number, label, show
from knowledge.grades.scale import number_of, whole_number
from knowledge.grades.spans import Span
from knowledge.schema import Grade

MentionKind = Literal[
    "exact", "about", "at_least", "at_most", "harder", "easier", "between", "step"
]

_QUOTES = {"「": "」", "『": "』", '"': '"', "'": "'", "“": "”"}
_HARDER_WAYS = frozenset({"harder", "tougher", "stiffer", "higher", "above", "up from"})


@dataclass(frozen=True, slots=True)
class Meaning:
    """What is asked for, and the half-open span of the words that ask for it."""

    start: int
    end: int
    grade: Grade
    bounds: GradeRange
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class _Context:
    """A grade with the words before it and the end of its unit words (級, 字頭, 後段)."""

    text: str
    span: Span
    grade: Grade
    before: re.Match[str] | None
    opening: int
    """Where the grade starts, with its opening quotation mark."""
    lead: int
    """Where the words before the grade start; ``opening`` when there are none."""
    end: int
    answers_comparison: bool
    """「5.10c 比 5.11a 難嗎」 compares two grades: 比 is no bound of the second one."""

    def says(self, *groups: str) -> bool:
        return self.before is not None and any(self.before[group] for group in groups)


def meaning_of(text: str, span: Span, previous: int) -> Meaning:
    """What a grade asks for.

    Args:
        text: the folded text.
        span: the grade in it.
        previous: the end of the mention before it, whose words are taken.
    """
    context = _context(text, span, previous)
    for reading in (_between, _comparison, _bound_after, _bound_before):
        meaning = reading(context)
        if meaning is not None:
            return meaning
    start = context.lead if context.says("low", "mid", "high") else context.opening
    if context.end == span.end + 1 and start == span.start - 1:
        start, context = span.start, replace(context, end=span.end)
    return Meaning(start, context.end, context.grade, range_of(context.grade), "exact")


def _context(text: str, span: Span, previous: int) -> _Context:
    quoted = _QUOTES.get(text[span.start - 1 : span.start]) == text[span.end : span.end + 1] != ""
    start = span.start - quoted
    window_start = max(previous, start - phrases.WINDOW)
    window = text[window_start:start]
    before = phrases.BEFORE.search(window) if phrases.CUE_END.search(window) else None
    unit = phrases.UNIT_AFTER.match(text, span.end + quoted)
    unit_end = unit.end() if unit else span.end + quoted
    half = phrases.HALF_AFTER.match(text, unit_end)
    part = half.lastgroup if half else before.lastgroup if before else None
    return _Context(
        text,
        span,
        _part(span.grade, part),
        before,
        opening=start,
        lead=window_start + before.start() if before else start,
        end=half.end() if half else unit_end,
        answers_comparison=previous > 0 and window.strip() == "比",
    )


def _part(grade: Grade, part: str | None) -> Grade:
    """The lower, middle or upper letters of a number grade; any other grade has no parts."""
    if part not in {"low", "mid", "high"} or not is_whole_number(grade):
        return grade
    tokens = whole_number(number_of(grade.lo))
    lo, hi = {"low": tokens[:2], "mid": tokens[1:3], "high": tokens[2:]}[part]
    return replace(grade_of("yds", lo, hi), raw=grade.raw)


def _between(context: _Context) -> Meaning | None:
    span = context.span
    if not span.ranged:
        return None
    after = phrases.BETWEEN_AFTER.match(context.text, context.end)
    start = context.lead if context.says("between") else span.start
    return Meaning(start, after.end() if after else context.end, span.grade, span.bounds, "between")


def _comparison(context: _Context) -> Meaning | None:
    """比 5.10c 難, 比 5.10c 再難一級, 5.10c 再難一級."""
    compared = phrases.COMPARED.match(context.text, context.end)
    if compared is None or context.answers_comparison:
        return None
    if not (context.says("compare") or compared["more"] or compared["count"]):
        return None
    start = context.lead if context.says("compare") else context.opening
    context = replace(context, lead=start, end=compared.end())
    harder = compared["harder"] is not None
    if context.says("negated"):
        return _limit(context, "at_most" if harder else "at_least")
    return _towards(context, compared["count"], harder=harder)


def _bound_after(context: _Context) -> Meaning | None:
    after = phrases.AFTER.match(context.text, context.end)
    if after is None:
        return _plus(context)
    # 「至少 5.11 以上」 and 「大約 5.10a 左右」 say one bound twice; both belong to the mention.
    double = context.says("about", "at_least", "at_most", "between", "low", "mid", "high")
    lead = context.lead if double else context.opening
    context = replace(context, lead=lead, end=after.end())
    if after["about"]:
        return _about(context)
    return _limit(context, "at_least" if after["at_least"] else "at_most")


def _plus(context: _Context) -> Meaning | None:
    """「5.11+ 的路線」: before a word for routes the plus means "and up"."""
    span, grade = context.span, context.grade
    if context.text[span.end - 1] != "+" or grade.system not in {"yds", "v"}:
        return None
    if not phrases.PLUS_ROUTES.match(context.text, span.end):
        return None
    token = grade.lo.rstrip("+")
    if grade.system == "yds" and grade.lo != grade.hi:
        token = whole_number(number_of(grade.lo))[0]
    bounds = replace(range_of(grade_of(grade.system, token)), hi=None, text=f"{token} 以上")
    return Meaning(span.start, context.end, grade, bounds, "at_least")


def _bound_before(context: _Context) -> Meaning | None:
    before = context.before
    if before is None or _asks_where(context):
        return None
    if context.says("than"):
        return _than(context, before)
    if context.says("step"):
        harder = before["step_way"].lower() in _HARDER_WAYS
        return _towards(context, before["step_count"], harder=harder)
    if context.says("at_least", "at_most"):
        return _limit(context, "at_least" if context.says("at_least") else "at_most")
    if context.says("harder", "easier"):
        return _towards(context, None, harder=context.says("harder"))
    return _about(context) if context.says("about") else None


def _asks_where(context: _Context) -> bool:
    """「哪區最多 5.10」 asks for a count of routes; 最多 is no bound there."""
    if context.before is None or not phrases.MOST.match(context.before[0]):
        return False
    words = context.text[max(0, context.lead - phrases.WINDOW) : context.span.start]
    asked_after = phrases.ASKS_WHERE_AFTER.match(context.text, context.end)
    return bool(phrases.ASKS_WHERE.search(words) or asked_after)


def _than(context: _Context, before: re.Match[str]) -> Meaning:
    harder = before["way"].lower() in _HARDER_WAYS
    if context.says("than_negated"):
        return _limit(context, "at_most" if harder else "at_least")
    return _towards(context, before["count"], harder=harder)


def _about(context: _Context) -> Meaning:
    return Meaning(context.lead, context.end, context.grade, around(context.grade), "about")


def _limit(context: _Context, kind: Literal["at_least", "at_most"]) -> Meaning:
    exact, grade = range_of(context.grade), context.grade
    if kind == "at_least":
        bounds = replace(exact, hi=None, text=f"{show(grade.system, grade.lo)} 以上")
    else:
        bounds = replace(exact, lo=None, text=f"{show(grade.system, grade.hi)} 以下")
    return Meaning(context.lead, context.end, grade, bounds, kind)


def _towards(context: _Context, count: str | None, *, harder: bool) -> Meaning:
    """Exactly so many steps on when they are counted, else everything strictly beyond the grade."""
    grade, exact = context.grade, range_of(context.grade)
    steps = phrases.count(count)
    target = step(grade, steps if harder else -steps) if count else None
    if target is not None:
        return Meaning(context.lead, context.end, target, range_of(target), "step")
    if harder:
        lo = None if exact.hi is None else exact.hi + 1
        bounds = GradeRange(exact.group, lo, None, f"比 {label(grade)} 難")
    else:
        hi = None if exact.lo is None else exact.lo - 1
        bounds = GradeRange(exact.group, None, hi, f"比 {label(grade)} 簡單")
    return Meaning(context.lead, context.end, grade, bounds, "harder" if harder else "easier")
