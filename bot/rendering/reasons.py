"""Why a route is recommended: only from the request and the route's own record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean_name
from bot.rendering.conditions import numbers_of
from bot.rendering.labels import ROUTE_TYPES, STYLES, label
from bot.rendering.memory import memory_figures
from bot.rendering.names import record_name
from bot.rendering.route_values import grade_text
from knowledge.text import key

if TYPE_CHECKING:
    from bot.rendering.request import Request
    from bot.schema import Language
    from knowledge.schema import Route

_ZH: Language = "zh"
_BESIDE = {"easier": "簡單", "harder": "難"}


def reason_text(route: Route, request: Request) -> str:
    """The conditions that the route meets and how popular the record calls it, in Chinese."""
    parts = [
        *_own_log(route, request),
        *_grade(route, request),
        *_place(route, request),
        *_character(route, request),
    ]
    if route.popularity is not None:
        parts.append(f"資料標示的熱門度是 {route.popularity}")
    if route.videos and request.query.filter.has_video:
        parts.append("有影片可以參考")
    return "；".join(parts) or "資料裡沒有封閉或勸退的標記"


def _own_log(route: Route, request: Request) -> list[str]:
    """What the asker's own log says for it: how far it has come, and tries on this very route."""
    log = request.evidence.log
    if log is None or request.query.log is None or request.query.log.ask != "recommend":
        return []
    tries = next((figure.count for figure in log.figures if figure.label == route.id), 0)
    if tries:
        return [f"你的紀錄裡試過 {tries} 把還沒完攀"]
    top, aim = log.number("top"), log.number("aim")
    if not top:
        return ["你的紀錄裡還沒有這條"]
    if request.query.grades:
        # the member chose the grade: how far the log has come is no reason for it
        return ["你的紀錄裡還沒完攀過這條"]
    if log.number("up") == "1":
        return [
            f"你的紀錄裡 {top} 完攀 {log.number('at_top')} 條、{aim} 完攀 {log.number('at_aim')} 條"
        ]
    return [f"你的紀錄裡最難的 {top} 完攀 {log.number('at_top')} 條、先把這一級爬厚"]


def log_figures(request: Request) -> tuple[str, ...]:
    """The numbers that reasons quote of the log."""
    log, told = request.evidence.log, memory_figures(request.query.remembered)
    if log is None:
        return told
    tries = [f"{figure.count} 把" for figure in log.figures]
    counts = [f"{value} 條" for name, value in log.numbers if name.startswith("at_")]
    grades = [value for name, value in log.numbers if name in {"top", "aim"}]
    return (*tries, *counts, *grades, *told)


def _grade(route: Route, request: Request) -> list[str]:
    chosen = request.query.filter.grade
    grade = grade_text(route.grade)
    if request.query.topic == "similar" and grade:
        return [f"難度 {grade}，和你問的路線相近"]
    if request.query.topic in _BESIDE and grade:
        return [f"難度 {grade}，比你問的路線{_BESIDE[request.query.topic]}"]
    if chosen is None or not grade:
        return []
    told = dict(request.query.remembered).get("level")
    if told:
        return [f"難度 {grade}，你說過你爬 {clean_name(told)} 左右"]
    if route.id in request.evidence.inexact:
        return [f"難度 {grade} 標示較寬，和你要的範圍有重疊"]
    # The range itself stands in the header; here it would read like a grade of this route.
    wanted = clean_name(chosen.text).split("（")[0]
    return [f"難度 {grade}，符合你要的{'難度範圍' if numbers_of(wanted) else wanted}"]


def _place(route: Route, request: Request) -> list[str]:
    """The narrowest named place in which the route lies."""
    chosen, evidence = request.query.filter, request.evidence
    places = [
        evidence.sector(route.sector_id) if route.sector_id in chosen.sector_ids else None,
        evidence.area(route.area_id) if route.area_id in chosen.area_ids else None,
        evidence.crag(route.crag_id) if route.crag_id in chosen.crag_ids else None,
    ]
    place = next((place for place in places if place is not None), None)
    if place is None:
        return []
    whose = "說過常去" if dict(request.query.remembered).get("area") else "指定"
    return [f"就在你{whose}的{record_name(place, _ZH)}"]


def _says(route: Route, word: str) -> bool:
    """Whether the record uses the very word."""
    texts = (route.name, route.name_en, route.description, route.description_en)
    return bool(key(word)) and any(key(word) in key(text) for text in texts)


def _character(route: Route, request: Request) -> list[str]:
    """Type, styles, length and bolts that were asked for and are recorded."""
    chosen = request.query.filter
    parts = []
    likes = bool(dict(request.query.remembered).get("style"))
    if route.type and route.type in chosen.types:
        wish = "說過喜歡" if likes else "要"
        parts.append(f"是你{wish}的{label(ROUTE_TYPES, route.type, _ZH)}")
    styles = [label(STYLES, style, _ZH) for style in route.styles if style in chosen.styles]
    said = [word for word in (*request.query.styles_asked, *styles) if _says(route, word)]
    if styles and likes:
        parts.append(f"有你說過喜歡的{'、'.join(styles)}")
    elif styles and said:
        parts.append(f"資料提到{'、'.join(dict.fromkeys(map(clean_name, said)))}")
    elif styles:
        parts.append(f"描述符合你要的{'、'.join(styles)}")
    if route.length_m is not None and (
        chosen.length_min is not None or chosen.length_max is not None
    ):
        parts.append(f"長度 {route.length_m:g}m 符合")
    if route.bolts is not None and (chosen.bolts_min is not None or chosen.bolts_max is not None):
        parts.append(f"{route.bolts} 個 bolt 符合")
    return parts
