"""How an English question says what records hold in Chinese: regions, cities, what a gym has."""

from __future__ import annotations

from typing import Final

REGIONS: Final = {
    "北部": "northern Taiwan",
    "中部": "central Taiwan",
    "南部": "southern Taiwan",
    "東部": "eastern Taiwan",
}
CITIES: Final = {
    "台北": "Taipei",
    "新北": "New Taipei",
    "基隆": "Keelung",
    "桃園": "Taoyuan",
    "新竹": "Hsinchu",
    "苗栗": "Miaoli",
    "台中": "Taichung",
    "彰化": "Changhua",
    "南投": "Nantou",
    "雲林": "Yunlin",
    "嘉義": "Chiayi",
    "台南": "Tainan",
    "高雄": "Kaohsiung",
    "屏東": "Pingtung",
    "宜蘭": "Yilan",
    "花蓮": "Hualien",
    "台東": "Taitung",
}
FACILITIES: Final = {
    "休息區": "rest area",
    "置物櫃": "lockers",
    "淋浴設施": "showers",
    "體能訓練區": "training area",
    "速度牆": "speed wall",
    "自動確保器": "auto belay",
}


def city(name: str) -> tuple[str, ...]:
    """The city in English; nothing when no English name of it is known."""
    plain = name.replace("臺", "台")
    english = CITIES.get(plain[:-1] if plain[-1:] in "市縣" else plain)
    return (english,) if english else ()


def facility(name: str) -> tuple[str, ...]:
    """What a gym has, in English; a brand is called the same everywhere."""
    return (FACILITIES.get(name, name),)
