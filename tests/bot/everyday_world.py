"""An invented world whose names are everyday words: 早安, 下班, 門, 老闆不在."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

ROUTES_A: tuple[tuple[Any, ...], ...] = (
    (
        "A1",
        "早安",
        "Good Morning",
        "5.8",
        "sport",
        "18m",
        7,
        "林小山",
        "2012-05-06",
        "熱身首選，大點一路到頂。",
        "雙耳片",
    ),
    (
        "A1",
        "再來一碗",
        "One More Bowl",
        "5.10b",
        "sport",
        "22m",
        9,
        "林小山",
        "2013-11-02",
        "中段有個伸長手的難關，過了就輕鬆。",
        "鏈條",
    ),
    (
        "A1",
        "下班",
        "Off Work",
        "5.10c",
        "sport",
        "20m",
        8,
        "陳阿凱",
        "2014-03-01",
        "垂直岩面小點多，腳法要細。",
        "雙吊環",
    ),
    (
        "A1",
        "老闆不在",
        "Boss Is Out",
        "5.11a",
        "sport",
        "24m",
        10,
        "陳阿凱",
        "2014-03-08",
        "外傾岩壁，動作大，不太好休息。",
        "鏈條",
    ),
    (
        "A1",
        "加班",
        "Overtime",
        "5.11d",
        "sport",
        "25m",
        11,
        "",
        "",
        "耐力線，最後三個快扣才是重點。",
        "鏈條",
    ),
    (
        "A2",
        "小裂縫",
        "Little Crack",
        "5.7",
        "trad",
        "15m",
        0,
        "王大樹",
        "1998-07",
        "手塞裂隙，保護好放。可步行下撤。",
        "",
    ),
    (
        "A2",
        "大裂縫",
        "Big Crack",
        "5.9",
        "trad",
        "30m",
        0,
        "王大樹",
        "1998-08",
        "寬裂隙，要帶大號機械塞。頂端無 anchor。",
        "",
    ),
    (
        "A2",
        "下雨天",
        "Rainy Day",
        "5.10a",
        "trad",
        "28m",
        0,
        "王大樹",
        "1999-01",
        "內角煙囪，雨後很滑。",
        "",
    ),
    (
        "A2",
        "第二名",
        "Runner Up",
        "5.10d",
        "mixed",
        "26m",
        3,
        "",
        "",
        "下段自備支點，上段有 3 個 Bolt。2022-09-10 回報 bolt 老舊。",
        "單點加樹",
    ),
    (
        "A2",
        "冠軍",
        "Champion",
        "5.12a",
        "sport",
        "27m",
        12,
        "林小山",
        "2019-12-25",
        "灣內最難的一條，兩段抱石難關。",
        "雙耳片",
    ),
    ("A2", "停", "Stop", "5.9", "sport", "16m", 6, "", "", "2024-05-02 落石，路線封閉。", ""),
)
ROUTES_B: tuple[tuple[Any, ...], ...] = (
    ("B1", "回家", "Going Home", "V1", "boulder", "", "", "", "", "大點直上，落地平坦。", ""),
    (
        "B1",
        "鑰匙",
        "Key",
        "V3",
        "boulder",
        "",
        "",
        "黃小美",
        "2020-02-02",
        "坐起，左手側拉接小點。",
        "",
    ),
    (
        "B1",
        "門",
        "Door",
        "V4",
        "boulder",
        "",
        "",
        "黃小美",
        "2020-02-09",
        "兩面夾角，手撐腳推。",
        "",
    ),
    (
        "B1",
        "忘記帶",
        "Left Behind",
        "V6",
        "boulder",
        "",
        "",
        "",
        "",
        "動態到邊緣，落點不平，墊子多帶。",
        "",
    ),
    (
        "B2",
        "客廳",
        "Living Room",
        "5.10a",
        "sport",
        "12m",
        5,
        "黃小美",
        "2021-01-01",
        "短而有趣，第二個快扣前要小心。",
        "鏈條",
    ),
    (
        "B2",
        "陽台",
        "Balcony",
        "5.11b",
        "sport",
        "14m",
        6,
        "黃小美",
        "2021-01-02",
        "小屋簷，腳要敢抬高。",
        "鏈條",
    ),
    (
        "B2",
        "屋頂",
        "Rooftop",
        "5.12c",
        "sport",
        "16m",
        8,
        "",
        "",
        "整條天花板，腳勾腳跟掛都用得到。",
        "雙吊環",
    ),
    ("B2", "樓梯", "Stairs", "5.6", "toprope", "10m", "", "", "", "階梯狀，帶小朋友也行。", ""),
)
_FIELDS = (
    *("areaId", "name", "nameEn", "grade", "type", "length"),
    *("boltCount", "firstAscent", "firstAscentDate", "description", "anchor"),
)
_META = {"source": "審稿示範資料", "licence": "CC0-1.0", "invented": True}


def write_everyday_world(folder: Path) -> None:
    """Two crags, three gyms and two notices, in the formats that people import."""
    _crag(
        folder,
        ("sunny-bay", "晴天灣", "Sunny Bay", "東部", "花蓮縣晴天鄉海邊一號（虛構）", "大理岩"),
        (["秋", "冬"], "沿海堤步行約 10 分鐘", "海堤旁有收費停車場"),
        [("a1", "餐桌", "Table"), ("a2", "裂縫區", "Cracks")],
        ROUTES_A,
    )
    _crag(
        folder,
        ("home-flat", "回家坪", "Home Flat", "北部", "桃園市回家區山路二段（虛構）", "砂岩"),
        (["春", "秋"], "從土地公廟旁步行約 25 分鐘", "廟前可停五台車"),
        [("b1", "玄關", "Entrance"), ("b2", "二樓", "Upstairs")],
        ROUTES_B,
    )
    _write(folder / "gyms.json", {"gyms": list(GYMS), "metadata": _META})
    _write(folder / "notices.json", {"notices": list(NOTICES), "metadata": _META})


def _crag(
    folder: Path,
    told: tuple[str, ...],
    ways: tuple[list[str], str, str],
    areas: list[tuple[str, str, str]],
    rows: tuple[tuple[Any, ...], ...],
) -> None:
    crag_id, name, name_en, region, address, rock = told
    seasons, approach, parking = ways
    crag = {
        "id": crag_id,
        "slug": crag_id,
        "name": name,
        "nameEn": name_en,
        "location": {"address": address, "region": region, "latitude": 24.0, "longitude": 122.3},
        "rockType": rock,
        "seasons": seasons,
        "description": f"{name}是虛構的{rock}岩場。",
        "access": {"approach": approach, "parking": parking},
        "status": "published",
        "updatedAt": "2026-09-01T00:00:00Z",
    }
    named = [{"id": one, "name": zh, "nameEn": en} for one, zh, en in areas]
    routes = [_route(row, f"{crag_id[:2].upper()}-{at:03}") for at, row in enumerate(rows, 1)]
    content = {"crag": crag, "areas": named, "routes": routes, "metadata": _META}
    _write(folder / f"{crag_id}.json", content)


def _route(row: tuple[Any, ...], route_id: str) -> dict[str, Any]:
    told = {field: value for field, value in zip(_FIELDS, row, strict=True) if value != ""}
    return {**told, "id": route_id, "areaId": row[0].lower(), "status": "published"}


def _gym(
    told: tuple[str, ...], hours: tuple[str, str, str], prices: dict[str, Any]
) -> dict[str, Any]:
    gym_id, name, name_en, kind, city, district, address, notes, phone, facilities = told
    monday, weekday, weekend = hours
    days = dict.fromkeys(("tuesday", "wednesday", "thursday", "friday"), weekday)
    free = dict.fromkeys(("saturday", "sunday", "holiday"), weekend)
    return {
        "id": gym_id,
        "slug": gym_id,
        "name": name,
        "nameEn": name_en,
        "type": kind,
        "location": {"address": address, "city": city, "district": district},
        "facilities": facilities.split("、"),
        "openingHours": {"monday": monday, **days, **free},
        "pricing": prices,
        "contact": {"phone": phone},
        "notes": notes,
        "status": "published",
        "updatedAt": "2026-10-01T00:00:00Z",
    }


def _write(path: Path, content: dict[str, Any]) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


GYMS = (
    _gym(
        (
            *("up", "往上爬攀岩館", "Climb Up Gym", "mixed", "高雄市", "三民區"),
            *("高雄市三民區往上路88號", "上攀需先通過確保測驗。", "07-555-0188"),
            "抱石區、先鋒攀登、自動確保器、停車場",
        ),
        ("13:00-23:00", "13:00-23:00", "10:00-22:00"),
        {
            "singleEntry": {"weekday": 380, "weekend": 420, "twilight": 260},
            "rental": {"shoes": 80, "harness": 60},
        },
    ),
    _gym(
        (
            *("hand", "手指頭抱石", "Fingertips Bouldering", "bouldering", "新竹市", "東區"),
            *("新竹市東區指頭街12號2樓", "未滿 12 歲需家長陪同。", "03-555-0112"),
            "抱石區、MoonBoard、咖啡區",
        ),
        ("closed", "12:00-22:00", "10:00-21:00"),
        {"singleEntry": {"weekday": 300, "weekend": 300}, "rental": {"shoes": 50}},
    ),
    _gym(
        (
            *("noon", "午後攀岩館", "Afternoon Climbing", "lead", "台北市", "信義區"),
            *("台北市信義區午後路5號B1", "", "02-5555-0199", "先鋒攀登、淋浴設施、訓練板"),
        ),
        ("14:00-22:30", "14:00-22:30", "09:00-20:00"),
        {
            "singleEntry": {"weekday": 450, "weekend": 500, "twilight": 300},
            "rental": {"shoes": 100, "harness": 100},
        },
    ),
)
NOTICES = (
    {
        "id": "n1",
        "about": "up",
        "kind": "reset",
        "title": "大牆換線",
        "text": "大牆 11/24 換線，當天只開抱石區。",
        "reported_on": "2026-11-18",
        "valid_from": "2026-11-24",
        "walls": ["大牆"],
    },
    {
        "id": "n2",
        "about": "hand",
        "kind": "hours",
        "title": "尾牙提早打烊",
        "text": "11/28（六）尾牙，只開到 17:00。",
        "reported_on": "2026-11-16",
        "hours": {"2026-11-28": "10:00-17:00"},
    },
)
