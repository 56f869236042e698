"""Golds about sets of routes: lists, counts, superlatives, distributions, recommendations."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.evaluation import filters
from bot.evaluation.bands import family
from bot.evaluation.drawing import Drawn
from bot.evaluation.expectation import Expectation, Ids
from bot.evaluation.golds.route_facts import route_value
from bot.evaluation.judge import lacks
from bot.evaluation.texts import normalise
from bot.evaluation.values import SlotValue, plain, type_words
from bot.evaluation.world import is_draft, main_name
from bot.rendering import parse_recommendation
from knowledge.schema import Route

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from bot.evaluation.drawing import Draw, Gold
    from bot.evaluation.expectation import Check, Given
    from bot.evaluation.filters import Condition

PAGE = 10
_DEFAULT_SIZE: Final = (1, 60)
_TRIES: Final = 40
_PLACES: Final = ("crag", "area", "sector")


@dataclass(frozen=True, slots=True)
class Selection:
    """Filters drawn, and the routes that they mean."""

    must: tuple[Route, ...]
    may: tuple[Route, ...]
    slots: dict[str, SlotValue]
    subjects: frozenset[str]

    @property
    def exact(self) -> bool:
        """Whether the question leaves no freedom."""
        return len(self.must) == len(self.may)


def select(draw: Draw, size: tuple[int, int] = _DEFAULT_SIZE) -> Selection | None:
    """Routes by filters that one route meets, as many as the template allows."""
    _require_slots(draw)
    low, high = draw.template.size or size
    for _ in range(_TRIES):
        seed = draw.rng.choice(draw.world.routes)
        conditions = [
            filters.draw(name, seed, draw.world, draw.rng) for name in draw.template.filters
        ]
        selection = _selection(draw, [one for one in conditions if one is not None], seed)
        complete = len([one for one in conditions if one is not None]) == len(conditions)
        if complete and low <= len(selection.may) <= high and not any(map(is_draft, selection.may)):
            return selection
    return None


def _selection(draw: Draw, conditions: Sequence[Condition], seed: Route) -> Selection:
    may = tuple(route for route in draw.world.routes if all(one.may(route) for one in conditions))
    must = tuple(route for route in may if all(one.must(route) for one in conditions))
    slots = {name: value for one in conditions for name, value in one.slots.items()}
    named = {*draw.template.filters, *draw.slots}
    places = {"crag": seed.crag_id, "area": seed.area_id, "sector": seed.sector_id}
    subjects = {places[place] for place in _PLACES if place in named} | {seed.crag_id}
    return Selection(must, may, slots, frozenset(subjects))


def _require_slots(draw: Draw) -> None:
    needed = {slot for name in draw.template.filters for slot in filters.slots_of(name)}
    missing = needed - draw.slots
    if missing:
        raise ValueError(f"the filters need the slots {', '.join(sorted(missing))} in the text")


def route_list(draw: Draw) -> Drawn | None:
    """All matches, nothing else, with their number."""
    selection = select(draw)
    if selection is None:
        return None
    contains = (_counts(selection),)
    return Drawn(
        selection.slots,
        Expectation(
            contains, routes=_ids(selection), checks=(_not_empty,), records=_records(selection)
        ),
        subjects=selection.subjects,
    )


def empty_list(draw: Draw) -> Drawn | None:
    """Filters that nothing meets together, though each alone is met."""
    _require_slots(draw)
    for _ in range(_TRIES):
        seeds = [draw.rng.choice(draw.world.routes) for _ in draw.template.filters]
        conditions = [
            condition
            for name, seed in zip(draw.template.filters, seeds, strict=True)
            if (condition := filters.draw(name, seed, draw.world, draw.rng)) is not None
        ]
        if len(conditions) < len(seeds):
            continue
        selection = _selection(draw, conditions, seeds[0])
        if not selection.may:
            return Drawn(selection.slots, Expectation(abstained=True), subjects=selection.subjects)
    return None


def count(draw: Draw) -> Drawn | None:
    """How many there are."""
    selection = select(draw, (1, 10_000))
    if selection is None or (not selection.exact and len(selection.may) > len(selection.must) + 3):
        return None
    return Drawn(
        selection.slots,
        Expectation((_counts(selection),), records=_records(selection)),
        subjects=selection.subjects,
    )


def superlative(draw: Draw) -> Drawn | None:
    """The first by a measure, where measure and ties leave no doubt."""
    selection = select(draw, (2, 10_000))
    measure, descending = _MEASURES[draw.arg("by")]
    limit = int(draw.template.args.get("limit", 0)) or draw.rng.randint(2, 4) if _many(draw) else 1
    if selection is None or not selection.exact or _mixes_groups(selection, draw.arg("by")):
        return None
    winners = _first(selection.may, measure, descending=descending, limit=limit)
    doubted = [route for route in selection.may if not route.grade.uncertain]
    again = _first(selection.may, _lower_end, descending=descending, limit=limit)
    if winners is None or (measure is _middle and again != winners):
        return None
    if (
        measure is _middle
        and _first(doubted, measure, descending=descending, limit=limit) != winners
    ):
        return None
    ids = frozenset(route.id for route in winners)
    return Drawn(
        {**selection.slots, "n": plain(limit)},
        Expectation(
            (tuple(name for route in winners for name in _names(route)),),
            routes=Ids(least=ids if limit > 1 else frozenset(), most=ids, first=ids),
            records=ids,
        ),
        subjects=selection.subjects,
    )


def _many(draw: Draw) -> bool:
    return "n" in draw.slots or int(draw.template.args.get("limit", 1)) > 1


def _mixes_groups(selection: Selection, by: str) -> bool:
    groups = {route.grade.group for route in selection.may if route.grade.known}
    return by in {"hardest", "easiest"} and len(groups) > 1


def _middle(route: Route) -> float | None:
    return route.grade.midpoint


def _lower_end(route: Route) -> float | None:
    return route.grade.lo_score


def _day(route: Route) -> float | None:
    digits = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", route.first_ascent_on)
    if digits is None or not digits[3]:
        return None
    return int("".join(digits.groups()))


_MEASURES: Final[dict[str, tuple[Callable[[Route], float | None], bool]]] = {
    "hardest": (_middle, True),
    "easiest": (_middle, False),
    "longest": (lambda route: route.length_m, True),
    "shortest": (lambda route: route.length_m, False),
    "most_bolts": (lambda route: route.bolts, True),
    "fewest_bolts": (lambda route: route.bolts, False),
    "most_popular": (lambda route: route.popularity, True),
    "earliest": (_day, False),
    "latest": (_day, True),
}


def _first(
    routes: Iterable[Route],
    measure: Callable[[Route], float | None],
    *,
    descending: bool,
    limit: int,
) -> tuple[Route, ...] | None:
    """The first ``limit`` routes (one place may be tied); ``None`` when ties make it unclear."""
    valued = [(value, route) for route in routes if (value := measure(route)) is not None]
    valued.sort(key=lambda pair: (-pair[0] if descending else pair[0], pair[1].id))
    if len(valued) <= limit:
        return None
    edge = valued[limit - 1][0]
    chosen = [route for value, route in valued if (value >= edge if descending else value <= edge)]
    if (limit == 1 and len(chosen) > 6) or (limit > 1 and len(chosen) != limit):
        return None
    return tuple(chosen)


def distribution(draw: Draw) -> Drawn | None:
    """How many there are of every type, area or whole grade, and in all."""
    selection = select(draw, (4, 10_000))
    if selection is None or not selection.exact:
        return None
    over = draw.arg("over")
    checks = tuple(_share(labels, count) for labels, count in _shares(draw, selection.may, over))
    contains = (_counts(selection),) if over != "grade" else ()
    return Drawn(
        selection.slots,
        Expectation(contains, checks=checks, records=_records(selection)),
        subjects=selection.subjects,
    )


def _shares(
    draw: Draw, routes: Sequence[Route], over: str
) -> list[tuple[tuple[tuple[str, ...], ...], tuple[int, ...]]]:
    """(ways to label the share, counts) for every share; several labels mean the sum of them."""
    if over == "type":
        types = Counter(route.type for route in routes if route.type)
        return [((type_words(kind),), (count,)) for kind, count in types.items()]
    if over == "area":
        areas = Counter(route.area_id for route in routes if route.area_id in draw.world.areas)
        named = ((draw.world.areas[area_id], count) for area_id, count in areas.items())
        return [(((area.name, area.name_en),), (count,)) for area, count in named]
    return _grade_shares(routes)


def _grade_shares(
    routes: Sequence[Route],
) -> list[tuple[tuple[tuple[str, ...], ...], tuple[int, ...]]]:
    known = [route for route in routes if route.grade.known]
    spanning = {
        end
        for route in known
        for end in (family(route.grade.lo), family(route.grade.hi))
        if family(route.grade.lo) != family(route.grade.hi)
    }
    shares: list[tuple[tuple[tuple[str, ...], ...], tuple[int, ...]]] = []
    for whole in {family(route.grade.lo) for route in known} - spanning:
        inside = [route for route in known if family(route.grade.lo) == whole]
        letters = Counter(
            route.grade.lo if route.grade.lo == route.grade.hi else whole for route in inside
        )
        labels = ((whole,), *((letter,) for letter in letters if letter != whole))
        counts = (len(inside), *(count for letter, count in letters.items() if letter != whole))
        shares.append((labels, counts))
    return shares


def _share(labels: tuple[tuple[str, ...], ...], counts: tuple[int, ...]) -> Check:
    """The first label with its count, or all the others with theirs."""

    def check(given: Given) -> str:
        lines = [normalise(line) for line in given.answer.text.split("\n")]
        whole, *letters = [
            any(_stands(line, option, count) for line in lines for option in options if option)
            for options, count in zip(labels, counts, strict=True)
        ]
        if whole or (letters and all(letters)):
            return ""
        return f"lacks {labels[0][0]} {counts[0]}"

    return check


def _stands(line: str, label: str, count: int) -> bool:
    folded = normalise(label)
    end = r"(?![\da-d+])" if folded[-1].isdigit() or folded[-1] in "abcd" else ""
    pattern = rf"(?<![\d.]){re.escape(folded)}{end}[^\d\n,、，;；]{{0,45}}{count}(?![\d.])"
    return re.search(pattern, line) is not None


def recommend(draw: Draw) -> Drawn | None:
    """The fixed format: few blocks, each complete, each route a match that may be climbed."""
    selection = select(draw, (1, 10_000))
    limit = int(draw.template.args.get("limit", 3))
    if "n" in draw.slots:
        limit = draw.rng.randint(1, 3)
    if selection is None:
        return None
    fit = frozenset(route.id for route in selection.may if may_be_recommended(route))
    if not fit:
        return None
    return Drawn(
        {**selection.slots, "n": plain(limit)},
        Expectation(routes=Ids(most=fit), checks=(_blocks(limit),)),
        subjects=selection.subjects,
    )


def recommend_none(draw: Draw) -> Drawn | None:
    """Filters with which nothing may be recommended."""
    drawn = empty_list(draw)
    if drawn is None:
        return None
    expectation = Expectation(abstained=True, checks=(_no_blocks,))
    return Drawn(drawn.slots, expectation, subjects=drawn.subjects)


def may_be_recommended(route: Route) -> bool:
    """Whether nothing in the record speaks against it and its grade is certain."""
    return route.recommendable and route.grade.known and not route.grade.uncertain


def _blocks(limit: int) -> Check:
    def check(given: Given) -> str:
        parsed = parse_recommendation(given.answer.text)
        if not parsed.ok:
            return f"breaks the format: {parsed.problems[0]}"
        if not 1 <= len(parsed.blocks) <= limit:
            return f"has {len(parsed.blocks)} blocks of at most {limit}"
        if len(parsed.blocks) != len(given.answer.route_ids):
            return f"has {len(parsed.blocks)} blocks for {len(given.answer.route_ids)} routes"
        return ""

    return check


def _no_blocks(given: Given) -> str:
    return "recommends something" if parse_recommendation(given.answer.text).blocks else ""


def next_page(draw: Draw) -> Drawn | None:
    """The second page of the list in the history, told by the names on its numbered lines."""
    selection = select(draw, (PAGE + 1, 60))
    if selection is None or not selection.exact:
        return None
    routes = selection.may
    names = {route.id: normalise(main_name(route)) for route in routes}
    if len(set(names.values())) < len(names) or any(route.pitch for route in routes):
        return None
    expected = min(PAGE, len(routes) - PAGE)

    def check(given: Given) -> str:
        shown = {one for answer in given.before for one in _on_page(answer.text, names)}
        now = _on_page(given.answer.text, names)
        if now & shown:
            return "shows routes again"
        return "" if len(now) == expected else f"shows {len(now)} routes instead of {expected}"

    ids = frozenset(names)
    return Drawn(
        selection.slots,
        Expectation(routes=Ids(most=ids), checks=(check,)),
        paged=True,
        subjects=selection.subjects,
    )


def _on_page(text: str, names: Mapping[str, str]) -> set[str]:
    """The routes whose names begin the numbered lines of a text."""
    rows = [match[1] for match in _NUMBERED.finditer(text)]
    plain = [normalise(row) for row in rows]
    return {
        route_id
        for route_id, name in names.items()
        if any(re.match(rf"⚠?\ufe0f?{re.escape(name)}(?:[|(]|$)", row) for row in plain)
    }


_NUMBERED: Final = re.compile(r"^\s*\d+[.、]\s*(.+)$", re.MULTILINE)


def ordinal_field(draw: Draw) -> Drawn | None:
    """A field of the n-th route of the list that was really answered before."""
    selection = select(draw, (2, 10))
    position = int(draw.arg("position"))
    if selection is None or not selection.exact or len(selection.may) < abs(position):
        return None
    field, world = draw.arg("field"), draw.world
    values = {route.id: route_value(route, field, world) for route in selection.may}
    if not all(values.values()):
        return None

    def check(given: Given) -> str:
        listed = given.before[-1].route_ids if given.before else ()
        if len(listed) < abs(position):
            return "the list before is too short"
        wanted = listed[position - 1 if position > 0 else position]
        if given.answer.route_ids != (wanted,):
            return f"answers for {', '.join(given.answer.route_ids) or 'nothing'}, not {wanted}"
        return next(iter(lacks(given.answer.text, values.get(wanted) or ())), "")

    return Drawn(selection.slots, Expectation(checks=(check,)), subjects=selection.subjects)


def _ids(selection: Selection) -> Ids:
    return Ids(
        least=frozenset(route.id for route in selection.must),
        most=frozenset(route.id for route in selection.may),
    )


def _records(selection: Selection) -> frozenset[str]:
    return frozenset(route.id for route in selection.must)


def _counts(selection: Selection) -> tuple[str, ...]:
    return tuple(str(size) for size in range(len(selection.must), len(selection.may) + 1))


def _names(route: Route) -> tuple[str, ...]:
    return tuple(name for name in (route.name, route.name_en) if name)


def _not_empty(given: Given) -> str:
    return "" if given.answer.route_ids else "lists nothing"


GOLDS: Final[dict[str, Gold]] = {
    "list": route_list,
    "empty_list": empty_list,
    "count": count,
    "superlative": superlative,
    "distribution": distribution,
    "recommend": recommend,
    "recommend_none": recommend_none,
    "next_page": next_page,
    "ordinal_field": ordinal_field,
}
