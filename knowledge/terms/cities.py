"""Cities and counties of Taiwan and what they are called in English."""

from __future__ import annotations

import re

CITY_ENGLISH: dict[str, tuple[str, ...]] = {
    "台北市": ("taipei",),
    "新北市": ("new taipei",),
    "基隆市": ("keelung",),
    "桃園市": ("taoyuan",),
    "新竹市": ("hsinchu",),
    "新竹縣": ("hsinchu county", "hsinchu"),
    "苗栗縣": ("miaoli",),
    "台中市": ("taichung",),
    "彰化縣": ("changhua",),
    "南投縣": ("nantou",),
    "雲林縣": ("yunlin",),
    "嘉義市": ("chiayi",),
    "嘉義縣": ("chiayi county",),
    "台南市": ("tainan",),
    "高雄市": ("kaohsiung",),
    "屏東縣": ("pingtung",),
    "宜蘭縣": ("yilan",),
    "花蓮縣": ("hualien",),
    "台東縣": ("taitung",),
    "澎湖縣": ("penghu",),
    "金門縣": ("kinmen",),
    "連江縣": ("matsu",),
}
_COUNTY, _CITY = re.compile(r"\s*county$"), re.compile(r"\s*city$")


def chinese_city(written: str) -> str:
    """The full Chinese name of a city written in English or cut short; other text as it is."""
    whole = [f"{written}{ending}" for ending in "市縣" if f"{written}{ending}" in CITY_ENGLISH]
    if len(whole) == 1:
        return whole[0]
    told = " ".join(written.lower().split())
    short = _CITY.sub("", told)
    if short == "new taipei" or not _COUNTY.search(told):
        names = (short, told)
    else:
        names = (told, _COUNTY.sub("", told))
    for name in names:
        for city, english in CITY_ENGLISH.items():
            if name in english:
                return city
    return written
