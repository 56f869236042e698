"""An invented crag with its areas and routes, as a crag file holds them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from random import Random

    from finetune.invented.names import NameMaker

ROUTES: Final = 24
_LETTERED: Final = tuple(f"5.{number}{letter}" for number in (10, 11, 12) for letter in "abcd")
_GRADES: Final = ("5.6", "5.7", "5.8", "5.9", *_LETTERED, "5.13a")
_FONT: Final = ("V0", "V1", "V2", "V3", "V4", "V5", "V6")
_TYPES: Final = (("sport", 11), ("trad", 5), ("toprope", 3), ("boulder", 5))
_ROCKS: Final = (
    ("砂岩", "sandstone"),
    ("石灰岩", "limestone"),
    ("安山岩", "andesite"),
    ("大理岩", "marble"),
)
_REGIONS: Final = (("北部", "新北市"), ("中部", "苗栗縣"), ("南部", "屏東縣"), ("東部", "花蓮縣"))
_SEASONS: Final = (("春", "秋"), ("秋", "冬"), ("冬",), ("春", "夏", "秋"), ("秋", "冬", "春"))
_SHORT: Final = (
    "起攀低，先往左借腳",
    "長斜板，腳點細",
    "手塞裂隙到底",
    "外傾大點，撐住就過",
    "難關在第三個快扣前",
    "內角爬到平台休息",
    "熱身用，全程大點",
    "垂直壁小點多",
    "頂端要伸長手",
    "動態抓點，落腳要輕",
)
_ANCHORS: Final = ("雙吊環", "鍊條加鎖鉤環", "單點加樹", "雙耳片", "鏈條")
_DESCENTS: Final = ("可步行下撤", "垂降下撤", "從右側走路下")
_WARNINGS: Final = (
    ("{day} 落石，路線封閉", 3),
    ("請勿攀登，下方是步道", 2),
    ("{day} 回報 bolt 老舊", 3),
    ("雨後岩質鬆動", 2),
    ("大潮時起攀處會被海浪打到", 2),
    ("頂端無 anchor", 2),
)


def crag_file(crag_id: str, names: NameMaker, rng: Random, *, invented: bool) -> dict[str, Any]:
    """The file of one crag; some fields are left out, as in real files."""
    name, english = names.crag()
    rock, rock_en = rng.choice(_ROCKS)
    region, city = rng.choice(_REGIONS)
    areas = [_area(f"a{index}", names) for index in range(3)]
    quiet, told_rock, told_seasons = (rng.random() < share for share in (0.2, 0.85, 0.85))
    updated = _day(rng, 2026)
    return {
        "crag": {
            "id": crag_id,
            "slug": crag_id,
            "name": name,
            "nameEn": english,
            "location": {"address": "", "region": region, "city": city},
            "description": "請保持低調。" if quiet else "",
            "descriptionEn": "",
            "type": "mixed",
            "rockType": rock if told_rock else "",
            "rockTypeEn": rock_en if told_rock else "",
            "seasons": list(rng.choice(_SEASONS)) if told_seasons else [],
            "access": {
                "approach": f"步道走 {rng.randrange(5, 40)} 分鐘",
                "parking": rng.choice(("路旁空地", "漁港停車場", "土地公廟前")),
            },
            "status": "published",
        },
        "areas": areas,
        "routes": [_route(crag_id, index, areas, names, rng) for index in range(ROUTES)],
        "metadata": {
            "invented": invented,
            "version": "1.0.0",
            "source": f"{name}圖冊",
            "lastUpdated": f"{updated.isoformat()}T00:00:00Z",
            "maintainer": f"{name}岩友",
        },
    }


def _area(area_id: str, names: NameMaker) -> dict[str, Any]:
    name, english = names.area()
    return {"id": area_id, "name": name, "nameEn": english, "description": "", "sectors": []}


def _route(
    crag_id: str, index: int, areas: list[dict[str, Any]], names: NameMaker, rng: Random
) -> dict[str, Any]:
    name, english = names.route()
    kind = rng.choices([one for one, _ in _TYPES], [weight for _, weight in _TYPES])[0]
    row: dict[str, Any] = {
        "id": f"{crag_id}-{index:02d}",
        "areaId": rng.choice(areas)["id"],
        "name": name,
        "nameEn": english if rng.random() < 0.9 else "",
        "grade": rng.choice(_FONT if kind == "boulder" else _GRADES),
        "type": kind,
        "description": _description(rng) if rng.random() < 0.9 else "",
        "status": "published",
    }
    if kind == "boulder":
        return row
    if rng.random() < 0.06:
        row["grade"] = f"5.{rng.choice((10, 11))}?"
    if rng.random() < 0.9:
        row["length"] = f"{rng.randrange(8, 46)}m"
    row["boltCount"] = 0 if kind == "trad" else rng.randrange(3, 16)
    if rng.random() < 0.7:
        row["anchor"] = rng.choice(_ANCHORS)
    if rng.random() < 0.75:
        row["firstAscent"] = names.person()
        row["firstAscentDate"] = _day(rng, rng.randrange(1988, 2025)).isoformat()
    if rng.random() < 0.5:
        row["popularity"] = rng.randrange(1, 6)
    return row


def _description(rng: Random) -> str:
    """One or two short sentences; sometimes a way down, sometimes a warning."""
    parts = [rng.choice(_SHORT)]
    if rng.random() < 0.4:
        parts.append(rng.choice(_DESCENTS))
    if rng.random() < 0.15:
        warning = rng.choices([w for w, _ in _WARNINGS], [n for _, n in _WARNINGS])[0]
        parts.append(warning.format(day=_day(rng, rng.randrange(2015, 2026)).isoformat()))
    return "。".join(parts) + "。"


def _day(rng: Random, year: int) -> date:
    return date(year, 1, 1) + timedelta(days=rng.randrange(0, 250))
