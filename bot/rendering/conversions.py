"""Grade conversions and comparisons of grades themselves; always 約, never across groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean_name
from bot.rendering.composing import compose, plain
from bot.rendering.grade_steps import render_steps
from bot.rendering.labels import label
from bot.rendering.lines_of_rock import group_lines
from bot.rendering.route_values import grade_text
from bot.schema import Draft
from knowledge.grades import CrossGroupError, UnknownGradeError, convert, convertible
from knowledge.grades import label as grade_label
from knowledge.grades.scale import SCALES

if TYPE_CHECKING:
    from bot.rendering.lines_of_rock import Line
    from bot.rendering.request import Request
    from knowledge.schema import Grade, GradeSystem

SYSTEMS = {
    "yds": ("優勝美地（YDS）", "YDS"),
    "french": ("法式", "French"),
    "uiaa": ("UIAA", "UIAA"),
    "v": ("V 級", "V"),
    "font": ("Font", "Font"),
}
GROUPS = {"free": ("繩攀", "roped climbing"), "boulder": ("抱石", "bouldering")}
_DEFAULT_TARGETS: dict[str, tuple[GradeSystem, ...]] = {
    "yds": ("french", "uiaa"),
    "french": ("yds",),
    "uiaa": ("yds",),
    "v": ("font",),
    "font": ("v",),
}


def render_convert(request: Request) -> Draft:
    """Every asked grade on every asked scale, or what two grades are to each other."""
    grades = request.query.grades
    if not grades:
        return plain([request.say("convert.none")], abstained=True)
    if request.query.topic == "step" and len(grades) == 1:
        return render_steps(request)
    if len(grades) > 1 and not request.query.convert_to:
        lines, told = _relations(grades, request)
    else:
        lines, told = _conversions(grades, request)
    figures = tuple(dict.fromkeys(told))
    graded = [route for route in request.evidence.routes if route.grade in grades]
    if graded and request.query.routes:
        lines = [
            *(line for each in group_lines(graded, request) for line in _stored(each, request)),
            *lines,
        ]
        return compose(request, lines, graded, abstained=not told, figures=figures)
    return Draft(text="\n".join(lines), abstained=not told, figures=figures)


def _stored(line: Line, request: Request) -> list[str]:
    """The grade on record of a route that is converted."""
    grades = dict.fromkeys(grade_text(route.grade) for route in line.routes)
    return [request.say("fact.grade", name=line.name, value=grade) for grade in grades]


def _conversions(grades: tuple[Grade, ...], request: Request) -> tuple[list[str], list[str]]:
    """One line a grade and scale; what was told, for the figures."""
    lines: list[str] = []
    told: list[str] = []
    refused = False
    for grade in dict.fromkeys(grades):
        asked = request.query.convert_to or _DEFAULT_TARGETS.get(grade.system, ())
        # 「V scale 的 V7 等於優勝美地幾」 names the scale of the grade, too
        targets = tuple(target for target in asked if target != grade.system) or asked
        if not grade.known:
            lines.append(request.say("convert.out_of_table", grade=clean_name(grade.raw)))
            continue
        if request.query.topic == "explain":
            interval = _interval(grade, request)
            lines += [interval] if interval else []
            told.append(_shown(grade))
        for target in targets:
            line, value = _convert(grade, target, request)
            lines.append(line)
            refused = refused or not value
            told += [_shown(grade), value] if value else []
    if any(value for value in told):
        lines.append(request.say("convert.note"))
    if refused:
        lines.append(request.say("convert.cross_hint"))
    return lines, told


def _convert(grade: Grade, target: GradeSystem, request: Request) -> tuple[str, str]:
    """The line, and the converted grade; empty when refused."""
    shown, system = _shown(grade), label(SYSTEMS, target, request.language)
    if target == grade.system:
        return request.say("convert.same_system", grade=shown, system=system), shown
    try:
        value = convert(grade, target)
    except CrossGroupError:
        return _refusal(grade, target, request), ""
    except UnknownGradeError:
        return request.say("convert.out_of_table", grade=shown), ""
    return request.say("convert.line", grade=shown, system=system, value=value), value


def _refusal(grade: Grade, target: GradeSystem, request: Request) -> str:
    group = grade.group or "free"
    other = SCALES[target].group if target in SCALES else group
    return request.say(
        "convert.cross",
        grade=_shown(grade),
        target=label(SYSTEMS, target, request.language),
        group=label(GROUPS, group, request.language),
        other=label(GROUPS, other, request.language),
    )


def _relations(grades: tuple[Grade, ...], request: Request) -> tuple[list[str], list[str]]:
    """Whether two grades are the same, overlap, or which is harder."""
    first, second = grades[0], grades[1]
    unknown = [grade for grade in (first, second) if not grade.known]
    if unknown:
        return [request.say("convert.out_of_table", grade=clean_name(g.raw)) for g in unknown], []
    if first.group != second.group:
        target = second.system
        return [_refusal(first, target, request), request.say("convert.cross_hint")], []
    lines = [_relation(first, second, request)]
    if first.system == second.system:
        lines += [line for grade in (first, second) if (line := _interval(grade, request))]
    else:
        lines += [_convert(first, second.system, request)[0], request.say("convert.note")]
    told = [_shown(grade) for grade in (first, second)]
    told += [
        grade_label_of(grade, end) for grade in (first, second) for end in (grade.lo, grade.hi)
    ]
    if first.system != second.system and second.system in convertible(first):
        told.append(convert(first, second.system))
    return lines, told


def _relation(first: Grade, second: Grade, request: Request) -> str:
    """One sentence about two known grades of one group."""
    a, b = _shown(first), _shown(second)
    one, two = _band(first), _band(second)
    if one[0] > two[1]:
        return request.say("convert.harder", harder=a, easier=b)
    if two[0] > one[1]:
        return request.say("convert.harder", harder=b, easier=a)
    if first.system != second.system:
        return request.say("convert.about_same", first=a, second=b)
    if one == two:
        key = "convert.same" if first.modifier == second.modifier else "convert.overlap"
        return request.say(key, first=a, second=b)
    return _nested(first, second, request)


def _nested(first: Grade, second: Grade, request: Request) -> str:
    """Two overlapping bands of one scale: one inside the other, or only partly the same."""
    a, b = _shown(first), _shown(second)
    one, two = _band(first), _band(second)
    if one[0] <= two[0] and two[1] <= one[1]:
        return request.say("convert.inside", first=a, second=b, inner=b, outer=a)
    if two[0] <= one[0] and one[1] <= two[1]:
        return request.say("convert.inside", first=a, second=b, inner=a, outer=b)
    return request.say("convert.overlap", first=a, second=b)


def _band(grade: Grade) -> tuple[int, int]:
    """The scores of a known grade."""
    return grade.lo_score or 0, grade.hi_score or 0


def _interval(grade: Grade, request: Request) -> str:
    """What a grade without a letter stands for."""
    if grade.lo == grade.hi:
        return ""
    low, high = grade_label_of(grade, grade.lo), grade_label_of(grade, grade.hi)
    return request.say("convert.interval", grade=_shown(grade), low=low, high=high)


def grade_label_of(grade: Grade, token: str) -> str:
    """A token of the grade's scale as climbers write it."""
    return token.upper() if grade.system == "font" else token


def _shown(grade: Grade) -> str:
    """The grade in the member's spelling when it is short, else the usual one."""
    return clean_name(grade.raw) or grade_label(grade)
