"""Invented records for the tests of the catalogue and its versions."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from knowledge.grades import parse_grade
from knowledge.schema import Area, Crag, Flag, Gym, Records, Route, Sector, Source

if TYPE_CHECKING:
    from knowledge.schema import RouteType

SOURCE = Source("src", "測試資料", licence="CC0", updated_on=date(2026, 1, 10))


def route(route_id: str, grade: str = "", kind: RouteType | None = "sport", **fields: Any) -> Route:
    """A route of the crag ``cape`` unless the fields say otherwise."""
    given = {"crag_id": "cape", "name": f"路線{route_id}", "source_id": "src", **fields}
    return Route(id=route_id, grade=parse_grade(grade, kind), type=kind, **given)


def records() -> Records:
    """Two crags with ten routes, and three gyms."""
    north, cave = "cape/north", "cape/cave"
    return Records(
        sources=(SOURCE,),
        crags=(
            Crag("cape", "霧角", "src", region="北部", city="新北市", seasons=("春", "秋")),
            Crag("vale", "石谷", "src", region="中部", city="台中市", seasons=("全年",)),
        ),
        areas=(Area(north, "cape", "北牆", "src"), Area(cave, "cape", "潮音洞", "src")),
        sectors=(Sector(f"{north}/left", "cape", north, "左翼", "src"),),
        routes=(
            route("a", "5.9", area_id=north, sector_id=f"{north}/left", length_m=12, bolts=5),
            route("b", "5.10a", area_id=north, length_m=18, bolts=7, styles=("slab", "face")),
            route("c", "5.10", area_id=north, length_m=25, styles=("overhang",), popularity=3),
            route("d", "5.10d", "trad", area_id=cave, bolts=0, first_ascent="阿霧 (Fog)"),
            route("e", "5.12b", area_id=cave, videos=("v",), first_ascent_on="2004-02-22"),
            route("f", "5.??", area_id=cave, first_ascent_on="1998", description="裂隙直上"),
            route("g", "V4", "boulder", crag_id="vale", name="⻑夜", name_en="Long Night"),
            route("h", "V1", "boulder", crag_id="vale", flags=(Flag("closed", "路線封閉"),)),
            route("i", "5.11a/b", crag_id="vale", pitch="P1", first_ascent_on="1990年代"),
            route("j", "6b+", crag_id="vale", flags=(Flag("old_bolts", "老舊 Bolt"),)),
        ),
        gyms=gyms(),
    )


def gyms() -> tuple[Gym, ...]:
    """A gym with a day off, one open past midnight, one that says little."""
    week = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "holiday")
    day = (("12:00", "22:00"),)
    return (
        Gym(
            id="isle",
            name="浮嶼",
            source_id="src",
            type="bouldering",
            region="北部",
            city="台北市",
            district="大安區",
            facilities=("抱石區", "淋浴設施"),
            hours={**dict.fromkeys(week, day), "monday": ()},
            prices={"weekday": 350, "weekend": 400, "shoes": 100},
            transport=(("mrt", "虛構站"),),
        ),
        Gym(
            id="night",
            name="夜貓",
            source_id="src",
            type="mixed",
            region="南部",
            city="臺南市",
            facilities=("上攀",),
            hours=dict.fromkeys(week, (("10:00", "12:00"), ("18:00", "01:30"))),
            prices={"weekday": 250, "twilight": 150},
            notes="提供淋浴",
        ),
        Gym(id="bare", name="無名", source_id="src"),
    )
