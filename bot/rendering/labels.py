"""Words for the keys of records: (zh-TW, English)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean_name
from knowledge.schema import FLAG_NAMES
from knowledge.terms import STYLES as TERM_STYLES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.schema import Language

Labels = dict[str, tuple[str, str]]

ROUTE_TYPES: Labels = {
    "sport": ("運攀", "sport"),
    "trad": ("傳攀", "trad"),
    "toprope": ("上方架繩", "top rope"),
    "boulder": ("抱石", "boulder"),
    "mixed": ("混合", "mixed"),
}
STYLES: Labels = {
    **{style.key: (style.zh, style.en) for style in TERM_STYLES.values()},
    "slab": ("斜板", "slab"),
    "overhang": ("外傾", "overhang"),
    "crack": ("裂隙", "crack"),
    "finger_crack": ("手指裂隙", "finger crack"),
    "hand_crack": ("手掌裂隙", "hand crack"),
    "fist_crack": ("拳頭裂隙", "fist crack"),
    "offwidth": ("寬裂隙", "off-width"),
    "roof": ("天花板", "roof"),
    "corner": ("內角", "corner"),
    "arete": ("岩角", "arête"),
    "chimney": ("煙囪", "chimney"),
    "face": ("岩面", "face"),
    "traverse": ("橫渡", "traverse"),
    "vertical": ("垂直壁", "vertical"),
    "ledge": ("平台", "ledge"),
    "tufa": ("鐘乳石", "tufa"),
    "jugs": ("大點", "jugs"),
    "jug": ("大點", "jugs"),
    "crimps": ("小點", "crimps"),
    "crimp": ("小點", "crimps"),
    "pocket": ("指洞", "pockets"),
    "pockets": ("指洞", "pockets"),
    "dynamic": ("動態", "dynamic"),
    "dyno": ("動態", "dyno"),
    "warmup": ("熱身", "warm-up"),
    "endurance": ("耐力", "endurance"),
    "beginner": ("新手友善", "beginner friendly"),
    "sustained": ("連續", "sustained"),
    "technical": ("技巧", "technical"),
    "powerful": ("爆發力", "powerful"),
    "classic": ("經典", "classic"),
    "popular": ("熱門", "popular"),
}
FLAGS: Labels = FLAG_NAMES
NOTICE_KINDS: Labels = {
    "reset": ("換線", "reset"),
    "closure": ("封閉", "closure"),
    "hours": ("營業時間", "opening hours"),
    "price": ("票價", "price"),
    "event": ("活動", "event"),
    "access": ("進出", "access"),
    "hardware": ("固定點", "hardware"),
}
GYM_TYPES: Labels = {
    "bouldering": ("抱石", "bouldering"),
    "lead": ("上攀（先鋒／上方確保）", "roped climbing"),
    "mixed": ("上攀＋抱石", "roped climbing and bouldering"),
}
PRICES: Labels = {
    "weekday": ("平日單次", "weekday entry"),
    "weekend": ("假日單次", "weekend and holiday entry"),
    "twilight": ("星光票", "twilight ticket"),
    "shoes": ("岩鞋租借", "shoe rental"),
    "harness": ("吊帶租借", "harness rental"),
}
DAYS: Labels = {
    "monday": ("週一", "Mon"),
    "tuesday": ("週二", "Tue"),
    "wednesday": ("週三", "Wed"),
    "thursday": ("週四", "Thu"),
    "friday": ("週五", "Fri"),
    "saturday": ("週六", "Sat"),
    "sunday": ("週日", "Sun"),
    "holiday": ("國定假日", "public holidays"),
}
TRANSPORT: Labels = {
    "mrt": ("捷運", "metro"),
    "train": ("火車", "train"),
    "bus": ("公車", "bus"),
    "parking": ("停車", "parking"),
    "car": ("開車", "car"),
    "bike": ("自行車", "bike"),
}
ROUTE_FIELD_NAMES: Labels = {
    "overview": ("資料", "details"),
    "grade": ("難度", "grade"),
    "type": ("型態", "type"),
    "length": ("長度", "length"),
    "bolts": ("bolt 數", "bolt count"),
    "location": ("位置", "location"),
    "first_ascent": ("首攀者", "first ascensionist"),
    "first_ascent_on": ("首攀時間", "first ascent date"),
    "description": ("路線描述", "description"),
    "anchor": ("固定點", "anchor"),
    "protection": ("保護裝備", "protection"),
    "old_names": ("舊名", "former name"),
    "names": ("其他名稱", "other names"),
    "video": ("影片", "videos"),
    "popularity": ("熱門度", "popularity"),
    "hazards": ("風險", "hazards"),
    "pitches": ("繩距", "pitches"),
    "safety_rating": ("保護評等", "protection rating"),
    "gear": ("長度和 bolt 數", "length and bolt count"),
    "season": ("季節", "season"),
}
CRAG_FIELD_NAMES: Labels = {
    "region": ("地區", "region"),
    "address": ("地址", "address"),
    "rock": ("岩質", "rock type"),
    "season": ("季節", "season"),
    "approach": ("步行時間", "approach"),
    "parking": ("停車資訊", "parking"),
    "transport": ("交通方式", "transport"),
    "amenities": ("周邊設施", "amenities"),
    "routes": ("路線數", "number of routes"),
    "areas": ("區域", "areas"),
    "sectors": ("岩壁", "sectors"),
    "grades": ("難度範圍", "grade range"),
    "height": ("高度", "height"),
    "description": ("介紹", "description"),
    "hazards": ("風險", "hazards"),
    "coordinates": ("座標", "coordinates"),
    "types": ("路線型態", "route types"),
    "maintainer": ("資料維護者", "maintainer"),
    "names": ("其他名稱", "other names"),
}
GYM_FIELD_NAMES: Labels = {
    "hours": ("營業時間", "opening hours"),
    "price": ("票價", "prices"),
    "weekday": ("平日單次票價", "weekday price"),
    "weekend": ("假日單次票價", "weekend price"),
    "twilight": ("星光票", "twilight ticket"),
    "rental": ("裝備租借價格", "rental prices"),
    "shoes": ("岩鞋租借價格", "shoe rental price"),
    "harness": ("吊帶租借價格", "harness rental price"),
    "address": ("地址", "address"),
    "phone": ("電話", "phone number"),
    "facilities": ("設施", "facilities"),
    "type": ("類型", "type"),
    "transport": ("交通方式", "transport"),
    "parking": ("停車資訊", "parking"),
    "website": ("網站", "website"),
    "facebook": ("Facebook", "Facebook"),
    "instagram": ("Instagram", "Instagram"),
    "line": ("LINE", "LINE"),
    "notes": ("備註", "notes"),
    "region": ("地區", "region"),
    "description": ("介紹", "description"),
    "coordinates": ("座標", "coordinates"),
    "names": ("其他名稱", "other names"),
}


def label(labels: Mapping[str, tuple[str, str]], key: str, language: Language) -> str:
    """The word for the key; an unknown key stands for itself."""
    if key not in labels:
        return clean_name(key)
    zh, en = labels[key]
    return zh if language == "zh" else en


def type_label(route_type: str, language: Language) -> str:
    """運攀, 傳攀 …: the word for a route type."""
    return label(ROUTE_TYPES, route_type, language)
