"""What the question takes for granted, checked against the records and corrected."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean_name
from bot.rendering.labels import ROUTE_FIELD_NAMES, ROUTE_TYPES, label
from bot.rendering.lines_of_rock import group_lines, line_value
from bot.rendering.route_values import bolts_text, metres
from knowledge.grades import parse_grade
from knowledge.schema import Route
from knowledge.text import key as fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.rendering.lines_of_rock import Line
    from bot.rendering.request import Request
    from bot.schema import Claim, ClaimKind

FIELD_OF: dict[ClaimKind, str] = {
    "grade": "grade",
    "type": "type",
    "place": "location",
    "length": "length",
    "bolts": "bolts",
    "first_ascent": "first_ascent",
}
LENGTH_TOLERANCE_M = 0.5
"""Recorded lengths are whole metres."""


@dataclass(frozen=True, slots=True)
class ClaimCheck:
    """Outcome of checking all claims of a question."""

    routes: tuple[Route, ...]
    """The routes that the answer is about: namesakes that do not fit a true claim are left out."""
    lines: tuple[str, ...] = ()
    answered: frozenset[str] = frozenset()
    """Route fields that the lines already tell."""
    wrong: bool = False
    confirmed: bool = False
    figures: tuple[str, ...] = ()
    """The member's own words, which the text repeats."""


def check_claims(request: Request) -> ClaimCheck:
    """Corrections and confirmations; routes narrowed to those that fit."""
    check = ClaimCheck(routes=request.evidence.routes)
    for claims in _alternatives(request.query.claims):
        check = _check(claims, check, request)
    return check


def holds(claim: Claim, route: Route, places: frozenset[str] = frozenset()) -> bool | None:
    """Whether the record bears the claim out; ``None`` when it does not say.

    ``places`` are further ids that the place of the claim may mean.
    """
    if claim.kind == "place":
        named = places | {claim.value}
        return not named.isdisjoint({route.crag_id, route.area_id, route.sector_id})
    return _CHECKS[claim.kind](claim, route)


def _alternatives(claims: Sequence[Claim]) -> list[tuple[Claim, ...]]:
    """Claims of one kind are alternatives (運攀還是傳攀); each place must hold by itself."""
    grouped: dict[tuple[str, int], list[Claim]] = {}
    for number, claim in enumerate(claims):
        grouped.setdefault((claim.kind, number if claim.kind == "place" else 0), []).append(claim)
    return [tuple(group) for group in grouped.values()]


def _check(claims: tuple[Claim, ...], check: ClaimCheck, request: Request) -> ClaimCheck:
    """The check extended by one claim, or by several of which one has to hold."""
    kind = claims[0].kind
    kept: list[Route] = []
    lines: list[str] = []
    others: list[Route] = []
    for candidates in _subjects(check.routes, request):
        fitting = [route for route in candidates if _any_holds(claims, route, request)]
        kept += fitting or candidates
        others += _namesakes(candidates, fitting) if fitting and kind == "type" else []
        if not fitting:
            groups = group_lines(candidates, request)
            lines += [_correction(claims, line, request) for line in groups]
    narrowed = replace(check, routes=tuple(kept))
    if lines:
        surfaces = (clean_name(claim.surface) for claim in claims)
        return replace(
            narrowed,
            lines=(*check.lines, *lines),
            answered=check.answered | {FIELD_OF[kind]},
            wrong=True,
            figures=(*check.figures, *surfaces),
        )
    if _is_the_question(claims[0], request):
        both = (*narrowed.routes, *others)
        told = [
            _correction(claims, line, request)
            if line.first in others
            else _confirmation(kind, line, request)
            for line in group_lines(both, request)
        ]
        return replace(
            narrowed,
            routes=both,
            lines=(*check.lines, *told),
            answered=check.answered | {FIELD_OF[kind]},
            confirmed=True,
        )
    return narrowed


def _namesakes(candidates: Sequence[Route], fitting: Sequence[Route]) -> list[Route]:
    """The other lines of the same name, of which the question may be asked as well."""
    lines = {(route.crag_id, route.sector_id, route.name) for route in fitting}
    return [r for r in candidates if (r.crag_id, r.sector_id, r.name) not in lines]


def _any_holds(claims: Sequence[Claim], route: Route, request: Request) -> bool:
    """Whether the record bears one of the claims out."""
    return any(holds(claim, route, _place_ids(claim, request)) for claim in claims)


def _is_the_question(claim: Claim, request: Request) -> bool:
    """Whether the member asks just this: nothing else, or that very field."""
    others = set(request.query.fields) - {FIELD_OF[item.kind] for item in request.query.claims}
    if claim.kind == "place" and request.query.fields:
        return request.query.fields == ("location",)
    return not others or others == {"overview"}


def _subjects(routes: Sequence[Route], request: Request) -> list[list[Route]]:
    """The routes by the mention that means them; all together when none is mentioned."""
    subjects = [
        [route for route in routes if route.id in mention.ids] for mention in request.query.routes
    ]
    named = {route.id for subject in subjects for route in subject}
    rest = [route for route in routes if route.id not in named]
    return [subject for subject in (*subjects, rest) if subject]


def _correction(claims: Sequence[Claim], line: Line, request: Request) -> str:
    """The sentence that corrects: 「X」不是 5.12a，資料上是 5.6."""
    kind = claims[0].kind
    value = line_value(line, FIELD_OF[kind], request)
    words = ("或" if request.zh else " or ").join(_words(claim, request) for claim in claims)
    if value:
        return request.say(f"claim.{kind}", name=line.name, claim=words, value=value)
    field = label(ROUTE_FIELD_NAMES, FIELD_OF[kind], request.language)
    return request.say("claim.unknown", name=line.name, field=field, claim=words)


def _confirmation(kind: ClaimKind, line: Line, request: Request) -> str:
    """The sentence that confirms."""
    value = line_value(line, FIELD_OF[kind], request)
    return request.say(f"claim.right_{kind}", name=line.name, value=value)


def _words(claim: Claim, request: Request) -> str:
    """The claim in words: the member's own, or a type or a number with its unit."""
    if claim.kind == "type":
        return label(ROUTE_TYPES, claim.value, request.language)
    value = _number(claim)
    if claim.kind == "length" and value is not None:
        return metres(value, request)
    if claim.kind == "bolts" and value is not None:
        return bolts_text(int(value), request)
    return clean_name(claim.surface)


def _place_ids(claim: Claim, request: Request) -> frozenset[str]:
    """Every place that the claimed name may mean."""
    mentions = (mention for mention in request.query.places if mention.surface == claim.surface)
    return frozenset(place_id for mention in mentions for place_id in mention.ids)


def _grade_holds(claim: Claim, route: Route) -> bool | None:
    lo, hi = route.grade.lo_score, route.grade.hi_score
    if lo is None or hi is None or (claim.grade_lo is None and claim.grade_hi is None):
        return None
    claimed = parse_grade(claim.surface, route.type)
    if claimed.group is not None and claimed.group != route.grade.group:
        return False
    above = claim.grade_lo is None or claim.grade_lo <= hi
    return above and (claim.grade_hi is None or lo <= claim.grade_hi)


def _type_holds(claim: Claim, route: Route) -> bool | None:
    return route.type == claim.value if route.type else None


def _length_holds(claim: Claim, route: Route) -> bool | None:
    value = _number(claim)
    if value is None or route.length_m is None:
        return None
    return abs(route.length_m - value) <= LENGTH_TOLERANCE_M


def _bolts_hold(claim: Claim, route: Route) -> bool | None:
    value = _number(claim)
    return route.bolts == value if value is not None and route.bolts is not None else None


def _first_ascent_holds(claim: Claim, route: Route) -> bool | None:
    told = fold(f"{route.first_ascent} {route.first_ascent_en}")
    return fold(claim.value) in told if told else None


def _number(claim: Claim) -> float | None:
    try:
        return float(claim.value)
    except ValueError:
        return None


_CHECKS: dict[ClaimKind, Callable[[Claim, Route], bool | None]] = {
    "grade": _grade_holds,
    "type": _type_holds,
    "length": _length_holds,
    "bolts": _bolts_hold,
    "first_ascent": _first_ascent_holds,
}
