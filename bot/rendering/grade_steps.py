"""Steps on the scale of grades: how many lie between two, and which grade so many lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean_name
from bot.rendering.composing import plain
from knowledge.grades import convert, convertible, label, step, words

if TYPE_CHECKING:
    from bot.rendering.request import Request
    from bot.schema import Draft
    from knowledge.schema import Grade

MAX_STEPS = 60
"""No scale is longer."""


def steps_between(easier: Grade, harder: Grade) -> int | None:
    """Steps up from the easier grade; ``None`` unless both are exact grades of one scale."""
    if not (easier.exact and harder.exact) or easier.system != harder.system:
        return None
    for steps in range(1, MAX_STEPS + 1):
        reached = step(easier, steps)
        if reached is None:
            return None
        if reached.lo == harder.lo:
            return steps
    return None


_NAMES = {
    "yds": ("優勝美地", "YDS"),
    "french": ("法式", "French"),
    "uiaa": ("UIAA", "UIAA"),
    "v": ("", ""),
    "font": ("Font", "Font"),
}


def render_steps(request: Request) -> Draft:
    """The grade so many steps away, and about what it is on the other scales."""
    query = request.query
    grade = query.grades[0]
    lines: list[str] = []
    told: list[str] = [_shown(grade)]
    for steps in query.steps or (1,):
        way = _way(steps, request)
        reached = step(grade, steps)
        if reached is None:
            amount = _amount(steps, request)
            lines.append(request.say("step.end", grade=_shown(grade), way=way, steps=amount))
            continue
        amount, result = _amount(steps, request), _said(reached, request)
        lines.append(
            request.say("step.one", grade=_shown(grade), way=way, steps=amount, result=result)
        )
        told.append(result)
        about = _elsewhere(reached, request)
        if about and len(query.steps) < 2:
            values = request.join(about)
            lines.append(request.say("step.about", result=result, values=values))
            told += about
    return plain(lines, abstained=len(told) == 1, figures=told)


def _way(steps: int, request: Request) -> str:
    if request.zh:
        return "再難" if steps > 0 else "再簡單"
    return "harder" if steps > 0 else "easier"


def _amount(steps: int, request: Request) -> str:
    number = abs(steps)
    if request.zh:
        return "一兩三四五六七八九"[number - 1]
    return "One step" if number == 1 else f"{number} steps"


def _said(grade: Grade, request: Request) -> str:
    """A grade alone; one without a letter with what it spans."""
    if grade.lo == grade.hi:
        return words(grade)
    number = grade.lo.rstrip("abcd")
    if request.zh:
        return f"{number}（{words(grade)}）"
    return f"{number} ({grade.lo} to {grade.hi})"


def _elsewhere(grade: Grade, request: Request) -> list[str]:
    """The grade on the other scales of its group."""
    if grade.lo != grade.hi:
        return []
    told = []
    for system in convertible(grade):
        if system == grade.system:
            continue
        name = _NAMES[system][not request.zh]
        told.append(f"{name} {convert(grade, system)}".strip())
    return told


def _shown(grade: Grade) -> str:
    return clean_name(grade.raw) or label(grade)
