"""The evidence as numbered records: the number is what an answer cites as ``[1]``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.prompts.fencing import value
from bot.rendering import type_label
from bot.rendering.labels import FLAGS, GYM_TYPES, PRICES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.prompts.style import PromptStyle
    from bot.schema import Evidence, Group
    from knowledge.schema import Card, Crag, Flag, Gym, Route

Field = tuple[str, str]
_DAYS = {
    "monday": "一",
    "tuesday": "二",
    "wednesday": "三",
    "thursday": "四",
    "friday": "五",
    "saturday": "六",
    "sunday": "日",
    "holiday": "假日",
}


def numbered_records(evidence: Evidence, style: PromptStyle) -> str:
    """One line for every record, routes and gyms first; empty without records."""
    lines = list(_lines(evidence))[: style.max_records]
    told = [
        f"[{number}] {kind}｜" + "｜".join(_fields(fields, style.max_value))
        for number, (kind, fields) in enumerate(lines, 1)
    ]
    return "\n".join(told)


def _fields(fields: Iterable[Field], limit: int) -> Iterator[str]:
    for label, text in fields:
        if text:
            yield f"{label}：{value(text, limit)}"


def _lines(evidence: Evidence) -> Iterator[tuple[str, list[Field]]]:
    for route in evidence.routes:
        yield "路線", list(_route(route, evidence))
    for gym in evidence.gyms:
        yield "岩館", list(_gym(gym))
    for group in evidence.groups:
        yield "統計", list(_group(group))
    for crag in evidence.crags:
        yield "岩場", list(_crag(crag))
    for scored in evidence.cards:
        yield "知識", list(_card(scored.card))


def _route(route: Route, evidence: Evidence) -> Iterator[Field]:
    area, sector = evidence.area(route.area_id), evidence.sector(route.sector_id)
    crag = evidence.crag(route.crag_id)
    places = [place.name for place in (crag, area, sector) if place is not None]
    title = f"{route.display_name} {route.pitch}".rstrip()
    yield "名稱", title
    yield "英文", route.name_en if route.name_en != route.display_name else ""
    yield "舊名", "、".join(route.old_names)
    yield "難度", route.grade.raw
    yield "型態", type_label(route.type, "zh") if route.type else ""
    yield "位置", "›".join(dict.fromkeys(places))
    yield "長度", f"{route.length_m:g} 公尺" if route.length_m is not None else ""
    yield "bolt", str(route.bolts) if route.bolts is not None else ""
    yield "固定點", route.anchor
    yield "保護", route.protection
    yield "首攀", " ".join(filter(None, (route.first_ascent, route.first_ascent_on)))
    yield "說明", route.description or route.description_en
    yield "警示", _flags(route.flags)


def _gym(gym: Gym) -> Iterator[Field]:
    yield "名稱", gym.name
    yield "英文", gym.name_en
    yield "型態", GYM_TYPES[gym.type][0] if gym.type else ""
    yield "地址", gym.address
    yield "電話", gym.phone
    yield "時間", "、".join(_hours(gym))
    yield "票價", "、".join(f"{_price(key)} {price} 元" for key, price in gym.prices.items())
    yield "票價備註", gym.price_notes
    yield "設施", "、".join(gym.facilities)
    yield "備註", gym.notes
    yield "警示", _flags(gym.flags)
    yield "更新", gym.updated_on.isoformat() if gym.updated_on else ""


def _hours(gym: Gym) -> Iterator[str]:
    for day, label in _DAYS.items():
        if day in gym.hours:
            spans = "、".join(f"{opens}-{closes}" for opens, closes in gym.hours[day])
            yield f"{label} {spans or '公休'}"


def _price(key: str) -> str:
    return PRICES[key][0] if key in PRICES else key


def _group(group: Group) -> Iterator[Field]:
    yield "名稱", group.name
    yield "路線", f"{group.total} 條"
    if group.bounds is not None:
        yield "難度", f"{group.bounds.easiest.raw} 到 {group.bounds.hardest.raw}"
    yield "型態", "、".join(f"{bucket.label} {bucket.count}" for bucket in group.types)


def _crag(crag: Crag) -> Iterator[Field]:
    yield "名稱", crag.display_name
    yield "英文", crag.name_en if crag.name_en != crag.display_name else ""
    yield "地區", " ".join(filter(None, (crag.region, crag.city)))
    yield "岩質", crag.rock_type
    yield "季節", "、".join(crag.seasons)
    if not crag.sensitive:
        yield "步行", crag.approach
        yield "停車", crag.parking
        yield "說明", crag.description
    yield "警示", _flags(crag.flags)
    yield "更新", crag.updated_on.isoformat() if crag.updated_on else ""


def _card(card: Card) -> Iterator[Field]:
    yield "標題", card.title
    yield "內容", card.text


def _flags(flags: Iterable[Flag]) -> str:
    return "；".join(
        f"{FLAGS[flag.kind][0]}「{flag.evidence}」（{flag.reported_on or '未註明日期'}）"
        for flag in flags
    )
