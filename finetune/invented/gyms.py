"""Invented gyms, as a gym file holds them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from random import Random

    from finetune.invented.names import NameMaker

_CITIES: Final = (
    ("台北市", "大安區", "北部"),
    ("新竹市", "東區", "北部"),
    ("台中市", "西屯區", "中部"),
    ("嘉義市", "西區", "南部"),
    ("高雄市", "三民區", "南部"),
    ("花蓮縣", "花蓮市", "東部"),
)
_FACILITIES: Final = ("抱石區", "先鋒攀登", "自動確保器", "訓練板", "淋浴設施", "置物櫃", "咖啡區")
_NOTES: Final = (
    "先鋒需通過確保檢定",
    "平日 17:00-18:00 清潔休息",
    "換線公告看館方社群",
    "襪子自備",
    "",
)
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday")


def gym_file(
    prefix: str, names: NameMaker, rng: Random, count: int, *, invented: bool
) -> dict[str, Any]:
    """The file of some gyms in different cities."""
    cities = rng.sample(_CITIES, count)
    return {
        "gyms": [_gym(f"{prefix}{index}", names, rng, city) for index, city in enumerate(cities)],
        "metadata": {
            "invented": invented,
            "version": "1.0.0",
            "source": "岩館名冊",
            "lastUpdated": f"{_day(rng).isoformat()}T00:00:00Z",
            "maintainer": "岩友",
        },
    }


def _gym(gym_id: str, names: NameMaker, rng: Random, city: tuple[str, str, str]) -> dict[str, Any]:
    name, english = names.gym()
    weekday = rng.randrange(18, 56) * 10
    return {
        "id": gym_id,
        "slug": gym_id,
        "name": name,
        "nameEn": english,
        "type": rng.choice(("bouldering", "lead", "mixed")),
        "location": {
            "address": f"{city[0]}{city[1]}無名路 {rng.randrange(1, 300)} 號",
            "city": city[0],
            "district": city[1],
            "region": city[2],
        },
        "description": "",
        "facilities": rng.sample(_FACILITIES, 3),
        "openingHours": _hours(rng) if rng.random() < 0.9 else {},
        "pricing": {
            "singleEntry": _prices(weekday, rng),
            "rental": _rental(rng),
        },
        "transportation": {"parking": rng.choice(("門口機車格", "地下停車場", ""))},
        "contact": {
            "phone": _phone(rng) if rng.random() < 0.8 else "",
            "line": f"@{gym_id}",
        },
        "notes": rng.choice(_NOTES),
        "status": "published",
        "updatedAt": f"{_day(rng).isoformat()}T00:00:00Z",
    }


def _phone(rng: Random) -> str:
    """A number of a block that nobody has."""
    return f"0{rng.randrange(2, 9)}-5550-{rng.randrange(100, 999):04d}"


def _rental(rng: Random) -> dict[str, int]:
    prices = {"harness": rng.randrange(5, 13) * 10}
    if rng.random() < 0.8:
        prices["shoes"] = rng.randrange(5, 16) * 10
    return prices


def _prices(weekday: int, rng: Random) -> dict[str, int]:
    prices = {"weekday": weekday, "weekend": weekday + rng.randrange(1, 9) * 10}
    if rng.random() < 0.6:
        prices["twilight"] = weekday - rng.randrange(3, 12) * 10
    return prices


def _hours(rng: Random) -> dict[str, str]:
    plain = f"{rng.randrange(10, 15):02d}:00-{rng.choice(('21:30', '22:00', '22:30', '23:00'))}"
    weekend = f"{rng.randrange(8, 11):02d}:00-{rng.choice(('18:00', '20:00', '21:00', '22:00'))}"
    hours = dict.fromkeys(_WEEKDAYS, plain)
    if rng.random() < 0.3:
        hours["monday"] = "closed"
    return {**hours, "saturday": weekend, "sunday": weekend, "holiday": weekend}


def _day(rng: Random) -> date:
    return date(2026, 1, 1) + timedelta(days=rng.randrange(0, 250))
