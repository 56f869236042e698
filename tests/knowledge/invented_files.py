"""Invented crags and gyms in the shapes of real files, for the tests of importing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path


def crag_file(*routes: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A crag JSON with these routes; ``changes`` replace parts of the whole."""
    return {
        "crag": {
            "id": "mist-cape",
            "name": "霧角",
            "nameEn": "Mist Cape",
            "location": {
                "address": "新北市瑞芳區霧角路1號",
                "region": "北部",
                "latitude": 25.1,
                "longitude": 121.9,
            },
            "description": "海邊的砂岩岩場。",
            "type": "mixed",
            "rockType": "砂岩",
            "seasons": ["春", "秋"],
            "access": {"approach": "步行十分鐘", "parking": "入口停車場"},
            "updatedAt": "2026-01-09T18:00:00.000Z",
        },
        "areas": [
            {
                "id": "north",
                "name": "北牆",
                "nameEn": "North Wall",
                "sectors": [{"id": "left", "name": "左翼", "nameEn": "Left Wing"}],
            },
            {"id": "cave", "name": "潮音洞", "nameEn": "Tide Cave"},
        ],
        "routes": list(routes) or [route("MC-1", "第一道浪"), route("MC-2", "鹽霧", grade="5.11a")],
        "metadata": {
            "source": "霧角測試路線表",
            "sourceUrl": "https://example.org/mist",
            "maintainer": "測試岩友會",
            "lastUpdated": "",
        },
        **changes,
    }


def route(route_id: str = "MC-1", name: object = "第一道浪", **fields: Any) -> dict[str, Any]:
    """A route row."""
    return {
        "id": route_id,
        "areaId": "north",
        "sector": "左翼",
        "name": name,
        "nameEn": "",
        "grade": "5.10a",
        "type": "sport",
        "length": "17m",
        "boltCount": 6,
        "status": "published",
        **fields,
    }


def gym_file(*gyms: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A gym JSON with these gyms."""
    return {
        "gyms": list(gyms) or [gym()],
        "metadata": {"source": "測試岩館表", "lastUpdated": "2026-02-01T00:00:00Z"},
        **changes,
    }


def gym(gym_id: str = "island", name: object = "浮嶼攀岩館", **fields: Any) -> dict[str, Any]:
    """A gym row."""
    weekday, weekend = "12:00-23:00", "09:00-22:00"
    return {
        "id": gym_id,
        "name": name,
        "nameEn": "Floating Isle",
        "type": "bouldering",
        "location": {
            "address": "台北市大安區虛構路1號",
            "city": "台北市",
            "district": "大安區",
            "region": "北部",
        },
        "facilities": ["抱石區", "淋浴設施"],
        "openingHours": {
            "monday": "公休",
            **dict.fromkeys(("tuesday", "wednesday", "thursday", "friday"), weekday),
            **dict.fromkeys(("saturday", "sunday", "holiday"), weekend),
        },
        "pricing": {
            "singleEntry": {"weekday": 350, "weekend": 400, "twilight": 0},
            "rental": {"shoes": 100},
            "notes": "",
        },
        "transportation": {"mrt": "虛構站步行五分鐘"},
        "contact": {"phone": "02-1234-5678"},
        "unboxingReviews": [{"type": "youtube", "url": "https://www.youtube.com/watch?v=example1"}],
        "notes": "平日17:00-18:00休息",
        "updatedAt": "2026-01-31T20:00:00Z",
        **fields,
    }


def write_json(folder: Path, data: object, name: str = "data.json") -> Path:
    """The path of a new JSON file."""
    path = folder / name
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return path
