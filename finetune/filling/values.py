"""What a record says in a slot; an empty string where it says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.labels import GYM_TYPES, ROUTE_TYPES
from knowledge.schema import Crag, Gym, Route

if TYPE_CHECKING:
    from finetune.invented import InventedWorld

Entity = Route | Crag | Gym


def slot_value(entity: Entity, field: str, world: InventedWorld, day: str) -> str:
    """The text of one field; ``day`` is the weekday that hours are asked for."""
    if field == "name":
        return entity.name
    if field == "q":
        return f"「{entity.name}」"
    if field == "en":
        return entity.name_en
    if isinstance(entity, Route):
        return _route(entity, field, world)
    if isinstance(entity, Gym):
        return _gym(entity, field, day)
    return _crag(entity, field, world)


def _route(route: Route, field: str, world: InventedWorld) -> str:
    crag = next(one for one in world.records.crags if one.id == route.crag_id)
    area = next((one for one in world.records.areas if one.id == route.area_id), None)
    kind = ROUTE_TYPES[route.type] if route.type else ("", "")
    values = {
        "grade": route.grade.raw,
        "type": kind[0],
        "type_en": kind[1],
        "length": f"{route.length_m:g}" if route.length_m is not None else "",
        "bolts": str(route.bolts) if route.bolts else "",
        "crag": crag.name,
        "area": area.name if area else "",
        "place": "›".join([crag.name, *([area.name] if area else [])]),
        "first_ascent": route.first_ascent,
        "year": route.first_ascent_on[:4],
        "anchor": route.anchor,
        "description": route.description,
    }
    return values.get(field, "")


def _crag(crag: Crag, field: str, world: InventedWorld) -> str:
    routes = [route for route in world.records.routes if route.crag_id == crag.id]
    free = sorted(
        (route.grade for route in routes if route.grade.group == "free"),
        key=lambda grade: grade.lo_score or 0,
    )
    values = {
        "region": crag.region,
        "city": crag.city,
        "rock": crag.rock_type,
        "seasons": "、".join(crag.seasons),
        "approach": crag.approach if not crag.sensitive else "",
        "parking": crag.parking if not crag.sensitive else "",
        "total": str(len(routes)),
        "easiest": free[0].raw if free else "",
        "hardest": free[-1].raw if free else "",
    }
    return values.get(field, "")


def _gym(gym: Gym, field: str, day: str) -> str:
    spans = gym.hours.get(day, ())
    values = {
        "city": gym.city,
        "district": gym.district,
        "address": gym.address,
        "phone": gym.phone,
        "type": GYM_TYPES[gym.type][0] if gym.type else "",
        "hours": "、".join(f"{opens}-{closes}" for opens, closes in spans),
        "open": spans[0][0] if spans else "",
        "close": spans[-1][1] if spans else "",
        "line": gym.line,
        "notes": gym.notes,
    }
    price = gym.prices.get(field)
    return str(price) if price is not None else values.get(field, "")
