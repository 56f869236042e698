"""An invented catalogue of any size: as varied as real ones, the same for the same size."""

from __future__ import annotations

import random
from datetime import date

from knowledge.grades import parse_grade
from knowledge.schema import Area, Crag, Gym, Records, Route, Sector, Source

ROUTES_OF_A_CRAG = 500
_HAN = (
    "山海風雲月星光影石岩雪雨霧露花草木林竹松鷹鯨魚鳥貓熊狐狼龍虎鹿羊牛馬夢夜晨曦暮春夏秋冬"
    "東西南北上下左右大小長短高低紅藍白黑金銀青紫快慢輕重冷熱甜苦酸鹹老少新舊前後內外天地人心"
    "手足眼耳舌聲色香味火水土電雷冰霜河湖溪潮浪沙島橋路門窗燈塔船帆鼓琴笛歌舞書畫詩酒茶飯麵糖"
)
_LATIN = (
    *("stone", "river", "cloud", "moon", "shadow", "falcon", "tiger", "silent", "broken"),
    *("golden", "hidden", "lost", "wild", "last", "northern", "eastern", "summer", "winter"),
    *("salt", "iron", "copper", "glass", "paper", "thunder", "ember", "harbor", "lantern"),
)
_GRADES = ("5.8", "5.9", "5.10a", "5.10b", "5.10c", "5.10d", "5.11a", "5.11c", "5.12a", "5.13b")
_WORDS = (
    "垂直",
    "仰角",
    "裂隙",
    "大點",
    "小點",
    "平衡",
    "動態",
    "側拉",
    "掛腳",
    "海景",
    "陰涼",
    "好上手",
)
_CITIES = ("台北市", "新北市", "台中市", "台南市", "高雄市", "花蓮縣")
_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def synthetic_records(routes: int, gyms: int = 40, seed: int = 1) -> Records:
    """Records with that many routes, 500 in a crag, each crag with five areas of four walls."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    crags, areas, sectors, found = [], [], [], []
    for number in range(-(-routes // ROUTES_OF_A_CRAG)):
        crag = f"c{number}"
        crags.append(
            Crag(
                crag, f"{_name(chance, 2)}{number}岩場", "synthetic", region="北部", seasons=("秋",)
            )
        )
        own = [Area(f"{crag}/a{i}", crag, f"{_name(chance, 2)}區", "synthetic") for i in range(5)]
        walls = [
            Sector(f"{area.id}/w{i}", crag, area.id, f"{_name(chance, 2)}牆", "synthetic")
            for area in own
            for i in range(4)
        ]
        areas += own
        sectors += walls
        count = min(ROUTES_OF_A_CRAG, routes - number * ROUTES_OF_A_CRAG)
        found += [_route(chance, crag, walls[i % len(walls)], i) for i in range(count)]
    return Records(
        sources=(Source("synthetic", "合成資料", licence="CC0", updated_on=date(2026, 1, 1)),),
        crags=tuple(crags),
        areas=tuple(areas),
        sectors=tuple(sectors),
        routes=tuple(found),
        gyms=tuple(_gym(chance, number) for number in range(gyms)),
    )


def _route(chance: random.Random, crag: str, wall: Sector, number: int) -> Route:
    name = _name(chance, chance.choice((2, 3, 3, 4, 4, 5)))
    first, then = chance.sample(_WORDS, 2)
    prose = f"{name}是一條{first}的路線，起步{then}，{_name(chance, 8)}。"
    return Route(
        id=f"{crag}-{number}",
        crag_id=crag,
        name=name,
        title=name,
        grade=parse_grade(chance.choice(_GRADES), "sport"),
        source_id="synthetic",
        name_en=" ".join(chance.sample(_LATIN, 2)).title(),
        area_id=wall.area_id,
        sector_id=wall.id,
        type="sport",
        length_m=float(chance.randrange(8, 35)),
        bolts=chance.randrange(3, 14),
        first_ascent=_name(chance, 2),
        description=prose,
        updated_on=date(2026, 1, 1),
    )


def _gym(chance: random.Random, number: int) -> Gym:
    return Gym(
        id=f"g{number}",
        name=f"{_name(chance, 2)}{number}攀岩館",
        source_id="synthetic",
        type="bouldering",
        city=chance.choice(_CITIES),
        hours=dict.fromkeys(_WEEK, (("12:00", "22:00"),)),
        prices={"weekday": 350, "weekend": 400},
        updated_on=date(2026, 1, 1),
    )


def _name(chance: random.Random, length: int) -> str:
    return "".join(chance.choice(_HAN) for _ in range(length))
