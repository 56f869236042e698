"""Who an example is about: records drawn from a world so that every slot can be filled."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from bot.rendering.labels import ROUTE_TYPES
from finetune.filling.slots import SLOT, used
from finetune.filling.values import Entity, slot_value
from finetune.invented import InventedWorld
from knowledge.dates import WEEKDAY_NAMES
from knowledge.schema import WEEKDAYS, Crag, Gym, Route

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from random import Random

    from finetune.exemplars import Exemplar

_GRADES: Final = tuple(f"5.{n}{letter}" for n in (10, 11, 12) for letter in "abcd")
_ENTITIES: Final = ("route", "route2", "crag", "crag2", "gym", "gym2")


class CastError(Exception):
    """No record of the world fits what the exemplar needs."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The records and words that stand in the slots of one example."""

    world: InventedWorld
    entities: dict[str, Entity]
    words: dict[str, str]
    """Plain slots: names, grades, days, numbers."""
    day: str
    listed: tuple[Entity, ...] = field(default=())
    """What was found, in the order of the prompt: ``{1.…}``."""

    def text(self, template: str, it: Entity | None = None) -> str:
        """The template with its slots filled.

        Raises:
            CastError: When a slot has no value.
        """
        return SLOT.sub(lambda match: self._value(match["who"], match["what"] or "", it), template)

    def _value(self, who: str, what: str, it: Entity | None) -> str:
        if not what:
            value = self.words.get(who, "")
        else:
            entity = it if who == "it" else self._entity(who)
            value = slot_value(entity, what, self.world, self.day) if entity is not None else ""
        if not value:
            raise CastError(f"「{{{who}{'.' + what if what else ''}}}」沒有值")
        return value

    def _entity(self, who: str) -> Entity | None:
        if who.isdigit():
            index = int(who) - 1
            return self.listed[index] if index < len(self.listed) else None
        return self.entities.get(who)


def draw_cast(exemplar: Exemplar, world: InventedWorld, rng: Random) -> Cast:
    """Records that have what the exemplar says of them and lack what it says they lack.

    Raises:
        CastError: When the world has none.
    """
    slots = used(exemplar.texts)
    names = {who for who, _ in slots} | {key.split(".")[0] for key, _ in exemplar.where}
    names |= {key.split(".")[0] for key in exemplar.lacks}
    day = rng.choice(WEEKDAYS)
    entities = _entities(exemplar, names, slots, world, rng, day)
    words = {name: entity.name for name, entity in entities.items()}
    words |= _words(names, entities, world, rng)
    words |= {"day": WEEKDAY_NAMES[day], "day_en": day, "unknown": rng.choice(world.unknown)}
    return Cast(world, entities, words, day)


def _entities(
    exemplar: Exemplar,
    names: set[str],
    slots: set[tuple[str, str]],
    world: InventedWorld,
    rng: Random,
    day: str,
) -> dict[str, Entity]:
    """The drawn records; a crag beside a route is the route's own."""
    drawn: dict[str, Entity] = {}
    wanted = set(names)
    if names & {"wrong_grade", "wrong_type", "wrong_crag"}:
        wanted.add("route")
    if names & {"area", "grade", "type", "type_en"} and "route" not in wanted:
        wanted.add("crag")
    for name in _ENTITIES:
        if name not in wanted:
            continue
        needs = [field for who, field in slots if who == name and field]
        pool: list[Entity] = [
            one
            for one in _pool(name, world, drawn, wanted)
            if all(slot_value(one, need, world, day) for need in needs)
            and _meets(one, name, exemplar, world, day)
            and _same(one, name, exemplar, drawn.get("route"))
        ]
        if not pool:
            raise CastError(f"編不出符合「{name}」要求的資料")
        drawn[name] = rng.choice(pool)
    return drawn


def _pool(
    name: str, world: InventedWorld, drawn: dict[str, Entity], wanted: set[str]
) -> Iterable[Entity]:
    records = world.records
    taken = {one.id for one in drawn.values()}
    route = drawn.get("route")
    if name in {"gym", "gym2"}:
        return [gym for gym in records.gyms if gym.id not in taken]
    if name == "crag" and isinstance(route, Route):
        return [crag for crag in records.crags if crag.id == route.crag_id]
    if name in {"crag", "crag2"}:
        return [crag for crag in records.crags if crag.id not in taken]
    routes: Sequence[Route] = [one for one in records.routes if one.id not in taken]
    if isinstance(route, Route):
        routes = [one for one in routes if one.grade.group == route.grade.group]
        if "crag" in wanted:
            routes = [one for one in routes if one.crag_id == route.crag_id]
    return routes


def _meets(one: Entity, name: str, exemplar: Exemplar, world: InventedWorld, day: str) -> bool:
    """Whether the record has what ``where`` asks and lacks what ``lacks`` says."""
    for key, value in exemplar.where:
        owner, _, what = key.partition(".")
        if owner == name and not _has(one, what, value, world, day):
            return False
    lacking = [key.partition(".")[2] for key in exemplar.lacks if key.startswith(f"{name}.")]
    return not any(slot_value(one, what, world, day) for what in lacking)


def _same(one: Entity, name: str, exemplar: Exemplar, route: Entity | None) -> bool:
    """Whether the second route shares what ``where`` calls the same: only a grade can be."""
    if ("route2.grade", "same") not in exemplar.where or name != "route2":
        return True
    return isinstance(one, Route) and isinstance(route, Route) and one.grade.raw == route.grade.raw


def _has(one: Entity, what: str, value: str, world: InventedWorld, day: str) -> bool:
    if what == "grade" and value == "same":
        return True
    if what == "grade" and value == "uncertain":
        return isinstance(one, Route) and one.grade.uncertain
    if what == "flag":
        kinds = {flag.kind for flag in one.flags}
        return bool(kinds) if value == "any" else (not kinds if value == "none" else value in kinds)
    if what == "type" and isinstance(one, Route | Gym) and one.type == value:
        return True
    held = slot_value(one, what, world, day)
    return bool(held) if value == "any" else held == value


def _words(
    names: set[str], entities: dict[str, Entity], world: InventedWorld, rng: Random
) -> dict[str, str]:
    words: dict[str, str] = {}
    route, crag = entities.get("route"), entities.get("crag")
    if "area" in names:
        words["area"] = _area(route, crag, world, rng)
    if names & {"grade", "type", "type_en"}:
        words |= _grade_and_type(route, crag, names, world, rng)
    if isinstance(route, Route):
        words |= _wrong(route, world, rng)
    numbers = sorted(rng.sample(range(2, 40), 3))
    words |= {name: str(number) for name, number in zip(("n", "n2", "n3"), numbers, strict=True)}
    low, high = sorted(rng.sample(range(len(_GRADES)), 2))
    words |= {"low": _GRADES[low], "high": _GRADES[high]}
    gym = entities.get("gym")
    words["city"] = gym.city if isinstance(gym, Gym) else rng.choice(world.records.gyms).city
    return words


def _area(route: Entity | None, crag: Entity | None, world: InventedWorld, rng: Random) -> str:
    areas = world.records.areas
    if isinstance(route, Route):
        return next(area.name for area in areas if area.id == route.area_id)
    held = {one.area_id for one in world.records.routes}
    within = [area for area in areas if area.id in held]
    if isinstance(crag, Crag):
        within = [area for area in within if area.crag_id == crag.id]
    return rng.choice(within).name


def _grade_and_type(
    route: Entity | None, crag: Entity | None, names: set[str], world: InventedWorld, rng: Random
) -> dict[str, str]:
    """A grade and a type that the crag has on one route that may be recommended."""
    if isinstance(route, Route):
        chosen = route
    else:
        pool = [
            one
            for one in world.records.routes
            if one.recommendable
            and (crag is None or one.crag_id == crag.id)
            and (one.grade.group == "free" or "grade" not in names)
            and one.grade.exact
        ]
        if not pool:
            raise CastError("這個岩場沒有可用的路線")
        chosen = rng.choice(pool)
    kind, english = ROUTE_TYPES[chosen.type] if chosen.type else ("", "")
    return {"grade": chosen.grade.raw, "type": kind, "type_en": english}


def _wrong(route: Route, world: InventedWorld, rng: Random) -> dict[str, str]:
    other = [grade for grade in _GRADES if grade != route.grade.raw]
    kinds = [label[0] for key, label in ROUTE_TYPES.items() if key not in {route.type, "mixed"}]
    crags = [crag.name for crag in world.records.crags if crag.id != route.crag_id]
    return {
        "wrong_grade": rng.choice(other),
        "wrong_type": rng.choice(kinds),
        "wrong_crag": rng.choice(crags),
    }
