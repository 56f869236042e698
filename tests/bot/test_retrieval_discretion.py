"""Nothing in the evidence tells where a crag is that asks to keep a low profile."""

from __future__ import annotations

import pytest

from bot.retrieval import Discretion
from bot.schema import Evidence
from knowledge.grades import parse_grade
from knowledge.schema import Area, Crag, Flag, Route

QUIET = Flag("sensitive", "請保持低調")
HIDDEN = Crag(
    id="quiet",
    name="霜葉谷",
    source_id="s",
    region="北部",
    city="苗栗縣",
    address="苗栗縣南坪鄉柿餅村紅磚窯旁",
    approach="過紅磚窯後沿溪走 12 分鐘",
    parking="柿餅農會前空地",
    transport=(("公車", "搭 5877 到柿餅橋"),),
    amenities=("柿餅老街 3 分鐘", "Persimmon Kiln Cafe", "公共廁所", "無", "toilets"),
    latitude=24.51,
    longitude=120.93,
    description="苗栗最安靜的砂岩。牆面朝紅磚窯的方向，下午有陰影。附近有露營區。春天最好爬。",
    description_en="Quiet sandstone. Close to the Persimmon Kiln. Shady in the afternoon.",
    flags=(QUIET, Flag("hazard", "請勿把車停在柿餅農會門口，主人會生氣"), Flag("tide", "溪水暴漲")),
    raw='{"location": {"addressEn": "Red Kiln Lane 4"}, "name": "x"}',
)
OPEN = Crag(
    id="open", name="曬穀場", source_id="s", amenities=("老街 3 分鐘",), address="某處 1 號"
)
AREA = Area("quiet/a", "quiet", "窯牆", "s", description="從柿餅橋看得到的牆，外傾，大手點。")
ROUTE = Route(
    "r1",
    "quiet",
    "炭火",
    parse_grade("5.10a"),
    "s",
    description="從柿餅農會停車後第一條，右轉裂隙到平台，步行返回。",
    protection="6 bolts",
)
PLAIN = Route(
    "r2", "quiet", "餘燼", parse_grade("5.11a"), "s", description="斜板接裂隙，步行返回。"
)
ELSEWHERE = Route("r3", "open", "穗", parse_grade("5.9"), "s", description="停車場旁第一條。")
LANDMARKS = ("紅磚窯", "柿餅", "5877", "老街", "Kiln", "12 分鐘", "露營區", "24.51", "Red Kiln")


class _Catalogue:
    def crags(self) -> tuple[Crag, ...]:
        return (HIDDEN, OPEN)


@pytest.fixture(scope="module")
def told() -> Evidence:
    evidence = Evidence(
        crags=(HIDDEN, OPEN), areas=(AREA,), routes=(ROUTE, ELSEWHERE), near_misses=(PLAIN,)
    )
    return Discretion.of(_Catalogue()).applied(evidence)  # type: ignore[arg-type]


@pytest.mark.parametrize("landmark", LANDMARKS)
def test_no_landmark_is_left_in_any_record_of_it(landmark: str, told: Evidence) -> None:
    assert landmark not in repr((told.crags[0], told.areas, told.routes[0]))


def test_what_any_place_has_may_be_told(told: Evidence) -> None:
    assert told.crags[0].amenities == ("公共廁所", "無", "toilets")


def test_what_is_no_way_there_stays(told: Evidence) -> None:
    crag, area, route = told.crags[0], told.areas[0], told.routes[0]
    assert "苗栗最安靜的砂岩" in crag.description
    assert "下午有陰影" in crag.description
    assert "春天最好爬" in crag.description
    assert "Shady in the afternoon" in crag.description_en
    assert "外傾，大手點" in area.description
    assert "右轉裂隙到平台，步行返回" in route.description
    assert (crag.region, crag.city) == ("北部", "苗栗縣")


def test_a_warning_keeps_its_kind_without_the_landmark(told: Evidence) -> None:
    crag = told.crags[0]
    assert crag.sensitive
    assert [flag.kind for flag in crag.flags] == ["sensitive", "hazard", "tide"]
    assert "主人會生氣" in crag.flags[1].evidence


def test_routes_without_a_landmark_and_open_crags_stay_as_they_are(told: Evidence) -> None:
    assert told.near_misses == (PLAIN,)
    assert told.routes[1] is ELSEWHERE
    assert told.crags[1] is OPEN
