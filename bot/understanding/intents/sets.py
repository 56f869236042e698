"""Questions for a set of routes: listed, counted, ranked, parted, recommended."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.understanding import words
from bot.understanding.intents.decision import Decision, distinct, nested, says
from bot.understanding.shares import shared_over
from knowledge.filters import RouteFilter

if TYPE_CHECKING:
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading

_OF_THE_PLACE = frozenset({"season", "rock", "types", "approach", "parking", "transport"})
"""Properties of a crag that its routes do not have."""
_FITS_SEASON = re.compile("适合[春夏秋冬]")
_COUNTED_TWICE = re.compile("(?:几条|多少条?).{1,8}(?:几条|多少条?)")
"""「運攀幾條、傳攀幾條」 wants a number of each; on the key."""
_APART = re.compile("分开|拆开|各|分别|个别|逐一")
"""「有幾條運攀、傳攀，分開講」; on the key."""
_BOTH_ENDS = (
    "easiest to hardest",
    "最低和最高",
    "最低跟最高",
    "最高和最低",
    "最簡單和最難",
    "最難和最簡單",
)
_STRONG_LIST = (
    "有什麼路線",
    "有什麼線",
    "有啥線",
    "有啥路線",
    "可以選",
    "有得選",
    "what's there",
    "what is there",
    "哪些",
    "哪幾條是",
    "哪幾條有",
    "哪幾條屬於",
    "是哪幾條",
    "列出",
    "全部",
    "所有",
    "清單",
)
_ROUTES_COUNTED = re.compile(
    r"how many (?:\w+ )?(?:routes|climbs|lines|problems)\b|[幾几]條|[幾几]条"
)
_WHICH_ONES = ("哪幾",)


def about_sets(reading: Reading, conditions: Conditions) -> Decision | None:
    """Questions for a set of routes, whatever names its place."""
    crags_wanted = (
        "crag" in reading.cues
        and not conditions.narrows_routes
        and not reading.cues & {"route", "distribution"}
    )
    counted_out = "distribution" in reading.cues or shared_over(reading)
    of_place = not counted_out and _asks_of_the_place(reading, conditions)
    if crags_wanted or of_place:
        return None
    return _about_described_routes(reading, conditions)


def _about_described_routes(reading: Reading, conditions: Conditions) -> Decision | None:
    cues = reading.cues
    places = reading.of_kind("crag", "area", "sector")
    each_of_several = distinct(places) > 1 and not nested(places)
    over = shared_over(reading) if conditions.order is None else ""
    counted_each = _COUNTED_TWICE.search(reading.plain) or (
        "count" in cues and _APART.search(reading.plain)
    )
    if len(conditions.types) > 1 and counted_each:
        over = "type"
    if over or ("distribution" in cues and not (each_of_several and "count" in cues)):
        return Decision("distribution", over if over == "type" else _distributed_over(reading))
    if "recommend" in cues:
        return Decision("recommend", beginner_topic(reading) if conditions.order is None else "")
    if conditions.order is not None:
        return Decision("superlative")
    counted = "count" in cues and not says(reading, _WHICH_ONES)
    of_routes = _ROUTES_COUNTED.search(reading.lower) or conditions.narrows_routes
    if counted and ("areas" not in conditions.crag_fields or of_routes):
        return Decision("count")
    rules_out = "route" in cues and (reading.denied or conditions.denied != RouteFilter())
    if conditions.narrows_routes or {"list", "route"} <= cues or rules_out:
        weak = "recommend_weak" in cues and not says(reading, _STRONG_LIST)
        weak = weak and not (conditions.seasons and _FITS_SEASON.search(reading.plain))
        return Decision("recommend", beginner_topic(reading)) if weak else Decision("list")
    return None


def _asks_of_the_place(reading: Reading, conditions: Conditions) -> bool:
    """Whether a property of the place is asked, and not a set of its routes."""
    when = "season" in conditions.crag_fields and "route" not in reading.cues
    named = reading.of_kind("crag", "area") and (when or "recommend" not in reading.cues)
    whole = ("最簡單到最難", "最低到最高", "最難到最簡單", *_BOTH_ENDS)
    both = "types" in conditions.crag_fields and len(conditions.types) > 1
    asked = both or (set(conditions.crag_fields) & _OF_THE_PLACE and not conditions.narrows_routes)
    return bool(named and (asked or says(reading, whole)))


def _distributed_over(reading: Reading) -> str:
    """What the routes are counted by: type, area, or (empty) grade."""
    over = shared_over(reading)
    if over:
        return over if over != "grade" else ""
    if len(words.find("route_types", reading.folded, reading.lower)) > 1:
        return "type"
    if says(
        reading,
        (
            "每一區",
            "哪幾區",
            "每區",
            "各區",
            "各個區",
            "每個區",
            "區域分",
            "每面牆",
            "各牆",
            "by area",
            "per area",
            "each area",
            "by sector",
            "each wall",
        ),
    ):
        return "area"
    return "type" if says(reading, ("型態", "類型", "比例", "type", "style", "ratio")) else ""


def describes_routes(reading: Reading, conditions: Conditions) -> bool:
    """Whether routes are described well enough to look for them where nothing is named."""
    strong = conditions.grades or conditions.people or conditions.bolts or conditions.flags
    about_routes = (
        "route" in reading.cues
        or conditions.level
        or conditions.types
        or conditions.styles
        or conditions.popular
    )
    asks = (
        reading.cues & {"list", "count", "recommend", "recommend_weak", "distribution"}
        or conditions.order
    )
    howto = (
        "howto" in reading.cues
        and not conditions.grades
        and not reading.cues & {"list", "count", "recommend", "distribution"}
    )
    return bool((strong or (about_routes and asks)) and not howto)


_FIRST_LEAD = re.compile(
    r"第一次.{0,6}先[鋒锋]|先[鋒锋](?:初|首|第一)"
    r"|(?:不[會会]|[還还]?[沒没])[學学]?[過过]?.{0,2}(?:先[鋒锋]|[確确]保)"
    r"|first (?:\w+ )?lead|never led|can(?:no|')t (?:belay|lead)",
    re.IGNORECASE,
)
_BEGINNER = re.compile(
    r"新手|初學|初学|第一次(?!去|到|來|来)|入門|入门|沒爬過|没爬过|剛開始|刚开始"
    r"|beginner|first time|newbie|never climbed",
    re.IGNORECASE,
)


_CANNOT_LEAD = re.compile(
    r"(?:不|[沒没]有?|未)(?:太|很|怎麼|怎么|曾)?(?:[會会懂]|能|敢|[學学][過过]?|上[過过]|考[過过到]?|拿到|通[過过]|受[過过])"
    r".{0,4}(?:先[鋒锋]|[領领]攀|[確确]保|belay|lead)"
    r"|(?:[沒没]有?|未)(?:先[鋒锋]|[確确]保)[過过]?.{0,3}(?:[課课]|[證证]|[執执]照|資格|资格|[經经][驗验])"
    r"|只(?:[會会]|能|敢|爬[過过]|玩[過过])(?:爬)?\s*(?:上方|[頂顶][繩绳]|top ?rope"
    r"|tr\b|跟攀|second)"
    r"|(?:can(?:no|')?t|cannot|unable to|not able to|not allowed to|do(?:es)?n'?t|never)"
    r" (?:yet |know how to |learn(?:ed|t)? (?:how )?to |really )*(?:lead|belay)\b"
    r"|(?:only|just) (?:\w+ )?(?:top ?rope|second|follow)\w*"
    r"|haven'?t (?:learn(?:ed|t)|done|taken).{0,12}(?:lead|belay)",
    re.IGNORECASE,
)


def beginner_topic(reading: Reading) -> str:
    """Whether the routes are for somebody who cannot lead, for a first lead or a beginner."""
    if _CANNOT_LEAD.search(reading.text):
        return "cannot_lead"
    if _FIRST_LEAD.search(reading.text):
        return "first_lead"
    return "beginner" if _BEGINNER.search(reading.text) else ""
