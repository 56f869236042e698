"""One ascent in words, and which entries an answer counted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean, clean_name
from bot.rendering.conditions import english_grades, numbers_of
from bot.rendering.labels import ROUTE_TYPES, STYLES, Labels, label
from bot.rendering.names import place_name, record_name
from knowledge.text import has_han

if TYPE_CHECKING:
    from bot.ascents import Ascent
    from bot.personal import LogFilter
    from bot.rendering.request import Request
    from bot.schema import Language

RESULTS: Labels = {
    "onsight": ("OS", "onsight"),
    "flash": ("Flash", "flash"),
    "redpoint": ("RP", "redpoint"),
    "pinkpoint": ("PP", "pinkpoint"),
    "clean": ("無墜落爬完", "clean"),
    "send": ("完攀", "sent"),
    "repeat": ("重複完攀", "repeat"),
    "attempt": ("嘗試", "attempt"),
    "hangdog": ("掛繩爬完", "hangdog"),
    "project": ("project", "project"),
    "retreat": ("下撤", "retreat"),
    "todo": ("想爬", "wish list"),
    "unknown": ("結果沒記", "result not recorded"),
}
MODES: Labels = {
    "lead": ("先鋒", "lead"),
    "toprope": ("上方架繩", "top rope"),
    "second": ("跟攀", "second"),
    "boulder": ("抱石", "boulder"),
    "solo": ("solo", "solo"),
    "aid": ("人工攀登", "aid"),
    "autobelay": ("自動確保", "auto belay"),
}
KINDS: Labels = {
    "lead": ("戶外先鋒", "outdoor lead"),
    "toprope": ("戶外上方架繩", "outdoor top rope"),
    "boulder": ("戶外抱石", "outdoor boulders"),
    "gym_lead": ("岩館先鋒", "gym lead"),
    "gym_toprope": ("岩館上方架繩", "gym top rope"),
    "gym_boulder": ("岩館抱石", "gym boulders"),
    "solo": ("solo", "solo"),
    "other": ("沒記方式", "style not recorded"),
}
COLOURS: dict[str, str] = {
    "紅": "red",
    "橘": "orange",
    "黃": "yellow",
    "綠": "green",
    "藍": "blue",
    "紫": "purple",
    "粉": "pink",
    "白": "white",
    "黑": "black",
    "灰": "grey",
    "咖啡": "brown",
}


def climb_name(ascent: Ascent, language: Language, english: str = "") -> str:
    """The name of the climb; colour or grade where it has none.

    Args:
        ascent: The entry.
        language: The language of the answer.
        english: The English name of the climb, said beside the one that the log has.
    """
    if ascent.route_name:
        name = clean_name(ascent.route_name)
        return f"{clean_name(english)} ({name})" if english and english != name else name
    if ascent.colour:
        english = COLOURS.get(ascent.colour, clean_name(ascent.colour))
        return f"{clean_name(ascent.colour)}色" if language == "zh" else english
    return "沒記名字" if language == "zh" else "unnamed"


def result_text(ascent: Ascent, language: Language) -> str:
    """How it went, and how it was protected: 「先鋒 RP」."""
    shown = label(RESULTS, ascent.result, language)
    if ascent.mode not in MODES or ascent.result == "todo":
        return shown
    return f"{label(MODES, ascent.mode, language)} {shown}"


def row(ascent: Ascent, request: Request, *, flag: str = "") -> str:
    """An entry on one line: day, name, grade, place, result and whatever else was recorded."""
    language = request.language
    zh = request.zh
    undated = "" if ascent.result in {"todo", "project"} else "沒有日期" if zh else "no date"
    parts = [
        ascent.day.isoformat() if ascent.day else undated,
        name_in(request, ascent),
        _grade(ascent, flag),
        _place_in(request, ascent),
        result_text(ascent, language),
        *_details(ascent, request),
    ]
    return ("｜" if zh else " | ").join(_one_cell(part) for part in parts if part)


def name_in(request: Request, ascent: Ascent) -> str:
    """The name of the climb in the language of the answer."""
    log = request.evidence.log
    english = log.named_in_english(ascent.route_id) if log and not request.zh else ""
    return climb_name(ascent, request.language, english)


def _place_in(request: Request, ascent: Ascent) -> str:
    log = request.evidence.log
    english = "" if request.zh or log is None else log.named_in_english(_place_id(ascent))
    return clean_name(english or ascent.place)


def _place_id(ascent: Ascent) -> str:
    return ascent.gym_id if ascent.place == ascent.gym else ascent.crag_id


def _one_cell(text: str) -> str:
    """A cell without the bar that parts cells."""
    return text.replace("｜", "/").replace("|", "/")


def _grade(ascent: Ascent, flag: str) -> str:
    grade = clean_name(ascent.grade)
    return f"{grade}（{flag}）" if flag and grade else grade


def _details(ascent: Ascent, request: Request) -> list[str]:
    zh = request.zh
    told = []
    if ascent.attempts:
        told.append(f"{ascent.attempts} 把" if zh else f"{ascent.attempts} tries")
    if ascent.pitches and ascent.pitches > 1:
        told.append(f"{ascent.pitches} 繩距" if zh else f"{ascent.pitches} pitches")
    if ascent.own_grade:
        own = clean_name(ascent.own_grade)
        told.append(f"自評 {own}" if zh else f"felt like {own}")
    if ascent.angle:
        told.append(f"{ascent.angle} 度" if zh else f"{ascent.angle} degrees")
    if ascent.rating:
        told.append(f"{ascent.rating} 星" if zh else f"{ascent.rating} stars")
    if ascent.notes:
        told.append(f"備註：{clean(ascent.notes)}" if zh else f"note: {clean(ascent.notes)}")
    return told


def scope_text(request: Request, wanted: LogFilter | None = None, words: str = "") -> str:
    """Which entries were counted, so that the reader sees it: 「今年（…）・霧鳴岬・先鋒」."""
    log = request.query.log
    if log is None:
        return ""
    chosen = wanted or log.filter
    said = words if wanted is not None else log.window
    parts = [
        *_window(chosen, said, request),
        *_places(chosen, request),
        *([request.say(f"personal.{chosen.setting}")] if chosen.setting else []),
        *(label(MODES, mode, request.language) for mode in chosen.modes if mode in MODES),
        *_grades(chosen, request),
        *(label(ROUTE_TYPES, kind, request.language) for kind in chosen.types),
        *(label(STYLES, style, request.language) for style in chosen.styles),
        *(label(RESULTS, one, request.language) for one in chosen.results if one != "pinkpoint"),
        *_names(chosen, request),
    ]
    if chosen.sent is False:
        parts.append(request.say("personal.unsent"))
    if chosen.without is not None:
        out = scope_text(request, replace(chosen.without, first=None, last=None))
        parts.append(request.say("personal.without", scope=out))
    return "・".join(dict.fromkeys(part for part in parts if part)) or request.say("personal.all")


def scope_figures(request: Request) -> tuple[str, ...]:
    """The numbers that the scope echoes."""
    log = request.query.log
    if log is None:
        return ()
    texts = [scope_text(request)]
    if log.against is not None:
        texts.append(scope_text(request, log.against, log.against_window))
    return tuple(figure for text in texts for figure in numbers_of(text))


def _window(chosen: LogFilter, words: str, request: Request) -> list[str]:
    first = chosen.first.isoformat() if chosen.first else ""
    last = chosen.last.isoformat() if chosen.last else ""
    if not (first or last):
        return []
    if first and last:
        span = first if first == last else request.say("personal.span", first=first, last=last)
    elif first:
        span = request.say("personal.since", first=first)
    else:
        span = request.say("personal.until", last=last)
    shown = "" if has_han(words) and not request.zh else clean_name(words)
    return [request.say("personal.window", words=shown, span=span) if shown else span]


def _places(chosen: LogFilter, request: Request) -> list[str]:
    ids = (*chosen.crag_ids, *chosen.area_ids, *chosen.sector_ids)
    gyms = {gym.id: gym for gym in request.evidence.gyms}
    return [
        *(place_name(one, request) for one in ids),
        *(record_name(gyms[one], request.language) for one in chosen.gym_ids if one in gyms),
    ]


def _grades(chosen: LogFilter, request: Request) -> list[str]:
    if chosen.grade is None:
        return []
    text = clean_name(chosen.grade.text)
    return [text if request.zh else english_grades(text)]


def _names(chosen: LogFilter, request: Request) -> list[str]:
    """Names of routes: as the log has them, else as they were said."""
    log = request.evidence.log
    shown = [
        request.quote(name_in(request, one))
        for one in (log.ascents if log else ())
        if one.route_id and one.route_id in chosen.route_ids
    ][:1]
    if shown:
        return shown
    said = [mention.surface for mention in request.query.routes] or list(chosen.names)
    if not any(said) and chosen.route_ids:
        return ["這條" if request.zh else "that one"]
    return [request.quote(clean_name(name)) for name in said[:1]]
