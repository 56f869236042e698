"""Facilities of gyms in the language of the answer: the source's own English, else a table."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean_name
from knowledge.text import has_han, key

if TYPE_CHECKING:
    from bot.rendering.request import Request
    from bot.schema import Language
    from knowledge.schema import Crag, Gym

_WORDS = {
    "抱石區": "bouldering area",
    "抱石": "bouldering",
    "先鋒攀登": "lead climbing",
    "先鋒": "lead climbing",
    "上方確保": "top rope",
    "上方架繩": "top rope",
    "上攀": "roped climbing",
    "上攀區": "roped climbing",
    "速度攀登": "speed climbing",
    "速度牆": "speed wall",
    "自動確保": "auto belay",
    "自動確保器": "auto belays",
    "體能訓練區": "training area",
    "體能訓練": "training area",
    "體能": "training area",
    "訓練區": "training area",
    "訓練板": "training board",
    "訓練牆": "training wall",
    "重訓區": "weights area",
    "健身區": "fitness area",
    "指力板": "hangboard",
    "月板": "MoonBoard",
    "噴牆": "spray wall",
    "休息區": "rest area",
    "淋浴設施": "showers",
    "淋浴間": "showers",
    "淋浴": "showers",
    "淋浴室": "showers",
    "浴室": "showers",
    "更衣室": "changing rooms",
    "置物櫃": "lockers",
    "廁所": "toilets",
    "洗手間": "toilets",
    "飲水機": "water fountain",
    "停車場": "parking",
    "停車位": "parking",
    "兒童區": "kids' area",
    "兒童攀岩區": "kids' climbing area",
    "親子區": "family area",
    "親子": "family area",
    "咖啡廳": "café",
    "咖啡": "café",
    "餐飲區": "food and drinks",
    "販賣部": "shop",
    "商店": "shop",
    "裝備販售": "gear shop",
    "器材租借": "gear rental",
    "裝備租借": "gear rental",
    "瑜珈教室": "yoga room",
    "瑜珈": "yoga",
    "冷氣": "air conditioning",
    "空調": "air conditioning",
    "無線網路": "Wi-Fi",
    "攀岩教學": "climbing lessons",
    "教學課程": "lessons",
    "攀登牆": "climbing wall",
}
_BY_KEY = {key(chinese): english for chinese, english in _WORDS.items()}


def facility_name(written: str, language: Language) -> str:
    """A facility in the language; one that the table lacks stays as it is written."""
    if language == "zh" or not has_han(written):
        return clean_name(written)
    return _BY_KEY.get(key(written), clean_name(written))


def gym_facilities(gym: Gym, request: Request) -> list[str]:
    """Every facility of a gym; in English in the source's own words where it has as many."""
    if request.zh or not any(map(has_han, gym.facilities)):
        return [clean_name(item) for item in gym.facilities]
    told = _told_in_row(gym.raw, "facilitiesEn")
    if len(told) == len(gym.facilities):
        return [clean_name(item) for item in told]
    return [facility_name(item, request.language) for item in gym.facilities]


def wanted_facility(alternatives: str, language: Language) -> str:
    """The word to say for a facility that was asked for; its alternatives are parted by ``|``."""
    words = [word for word in alternatives.split("|") if word.strip()]
    if language == "zh" or not words or not has_han(words[0]):
        return clean_name(words[0]) if words else ""
    named = facility_name(words[0], language)
    latin = next((word for word in words if not has_han(word)), "")
    return clean_name(latin) if has_han(named) and latin else named


def crag_amenities(crag: Crag, request: Request) -> list[str]:
    """What is around a crag; in English in the source's own words where it has as many."""
    if request.zh or not any(map(has_han, crag.amenities)):
        return [clean_name(item) for item in crag.amenities]
    told = _told_in_row(crag.raw, "amenitiesEn")
    if len(told) == len(crag.amenities):
        return [clean_name(item) for item in told]
    return [facility_name(item, request.language) for item in crag.amenities]


def _told_in_row(raw: str, name: str) -> list[str]:
    """A list of words of the untouched source row: ``facilitiesEn``, ``amenitiesEn``."""
    try:
        row = json.loads(raw) if raw else {}
    except json.JSONDecodeError:
        return []
    told = row.get(name) if isinstance(row, dict) else None
    return [item for item in told if isinstance(item, str)] if isinstance(told, list) else []
