"""Autocomplete from memory: names of routes, crags, gyms, grades and words, best match first.

The index is built once for each catalogue; a query folds what was typed and scans it, which takes
a few milliseconds for thousands of names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.discord.markup import clip
from knowledge.terms import load_terms
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from knowledge.catalog import Catalogue

Kind = Literal["route", "crag", "gym", "grade", "term"]
MAX_CHOICES = 25
MAX_LABEL = 100


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One choice."""

    label: str
    value: str
    keys: tuple[str, ...]
    """Folded names under which it is found."""


class Suggestions:
    """All choices of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._by_kind: dict[Kind, tuple[Suggestion, ...]] = {
            "route": tuple(_routes(catalogue)),
            "crag": tuple(_crags(catalogue)),
            "gym": tuple(_gyms(catalogue)),
            "grade": tuple(_grades(catalogue)),
            "term": tuple(_terms()),
        }

    def find(self, kind: Kind, typed: str, limit: int = MAX_CHOICES) -> tuple[Suggestion, ...]:
        """The choices that fit what was typed: same, beginning, containing; all when empty."""
        choices = self._by_kind[kind]
        folded = key(typed)
        if not folded:
            return choices[:limit]
        ranked = [(rank, at) for at, one in enumerate(choices) if (rank := _rank(one, folded)) < 3]
        return tuple(choices[at] for _, at in sorted(ranked)[:limit])


def _rank(suggestion: Suggestion, folded: str) -> int:
    best = 3
    for name in suggestion.keys:
        if name == folded:
            return 0
        if name.startswith(folded):
            best = 1
        elif best > 2 and folded in name:
            best = 2
    return best


def _suggestion(label: str, value: str, names: Iterable[str]) -> Suggestion:
    folded = (key(name) for name in names if name.strip())
    return Suggestion(clip(label, MAX_LABEL), value, tuple(dict.fromkeys(filter(None, folded))))


def _routes(catalogue: Catalogue) -> Iterable[Suggestion]:
    crags = {crag.id: crag.display_name for crag in catalogue.crags()}
    for route in catalogue.all_routes():
        if len(route.id) > MAX_LABEL:
            continue
        name = f"{route.display_name} {route.pitch}".strip()
        where = crags.get(route.crag_id, "")
        label = "｜".join(part for part in (name, route.grade.raw, where) if part)
        names = (route.name, route.name_en, route.title, *route.aliases, *route.old_names)
        yield _suggestion(label, route.id, (*names, f"{where}{route.name}"))


def _crags(catalogue: Catalogue) -> Iterable[Suggestion]:
    for crag in catalogue.crags():
        names = (crag.name, crag.name_en, *crag.aliases)
        yield _suggestion(crag.display_name, clip(crag.display_name, MAX_LABEL), names)


def _gyms(catalogue: Catalogue) -> Iterable[Suggestion]:
    for gym in catalogue.all_gyms():
        label = "｜".join(part for part in (gym.name, gym.city) if part)
        yield _suggestion(label, clip(gym.name, MAX_LABEL), (gym.name, gym.name_en, *gym.aliases))


def _grades(catalogue: Catalogue) -> Iterable[Suggestion]:
    """Grades that some route has, easiest first; ropes before boulders."""
    grades = {
        route.grade.lo: route.grade
        for route in catalogue.all_routes()
        if route.grade.exact and route.grade.lo
    }
    for grade in sorted(grades.values(), key=_order):
        # a grade's own signs count: 5.10a, 5.10+
        yield Suggestion(grade.lo, grade.lo, (key(grade.lo),))


def _order(grade: object) -> tuple[bool, float]:
    group = getattr(grade, "group", None)
    return group == "boulder", getattr(grade, "midpoint", 0.0) or 0.0


def _terms() -> Sequence[Suggestion]:
    return [
        _suggestion(
            f"{term.zh}｜{term.en}" if term.en else term.zh, clip(term.zh, MAX_LABEL), names
        )
        for term in load_terms()
        for names in [(term.zh, term.en, *term.variants)]
    ]
