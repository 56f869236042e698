"""Regions and cities of Taiwan in English answers; in Chinese ones they stay as stored."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean_name

if TYPE_CHECKING:
    from bot.schema import Language

_CITIES = {
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
    "澎湖": "Penghu",
    "金門": "Kinmen",
    "連江": "Lienchiang",
}
_REGIONS = {
    "北部": "northern Taiwan",
    "中部": "central Taiwan",
    "南部": "southern Taiwan",
    "東部": "eastern Taiwan",
    "西部": "western Taiwan",
    "離島": "the outlying islands",
}


def place_word(name: str, language: Language) -> str:
    """A region or a city in the language; one that the table lacks stays as it is."""
    written = clean_name(name)
    if language == "zh":
        return written
    plain = unicodedata.normalize("NFKC", written).replace("臺", "台")
    if plain in _REGIONS:
        return _REGIONS[plain]
    return _CITIES.get(plain.rstrip("市縣"), written)
