"""Invented records and small makers for the tests of bot.rendering."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from bot.schema import Evidence, Group, Mention, MentionKind, Query
from knowledge.filters import Bucket, GradeBounds
from knowledge.grades import parse_grade
from knowledge.schema import Area, Card, Crag, Flag, Gym, Route, Sector, Source

TODAY = date(2026, 11, 20)
"""A Friday."""

GUIDE = Source(
    id="guide", title="鯨尾灣虛構圖冊", maintainer="鯨尾岩友會", updated_on=date(2026, 3, 2)
)
DEMO = Source(id="demo", title="示範岩館表", updated_on=date(2026, 1, 5), invented=True)
WHALE = Crag(
    id="whale",
    name="鯨尾灣",
    name_en="Whale Bay",
    source_id="guide",
    region="東部",
    city="花蓮縣",
    address="花蓮縣鯨尾鄉燈塔路 9 號",
    rock_type="大理岩",
    rock_type_en="marble",
    seasons=("秋", "冬"),
    description="鯨尾灣是海邊的岩場，擁有99條路線。浪花很近。",
    approach="從燈塔步行 15 分鐘",
    parking="燈塔停車場",
    transport=(("bus", "搭 900 路到燈塔站"),),
    amenities=("廁所", "涼亭"),
    latitude=24.1234,
    longitude=121.6543,
)
QUIET = Crag(
    id="quiet",
    name="靜谷",
    name_en="Quiet Valley",
    source_id="guide",
    region="中部",
    city="南投縣",
    address="南投縣靜谷鄉果園路旁",
    description="靜谷位於果園東側的小徑盡頭，是石灰岩。請保持低調。步行十分鐘可到。",
    description_en="Quiet Valley lies at the end of a trail, and its rock is limestone.",
    approach="從果園門口走十分鐘",
    parking="停在果園對面",
    transport=(("car", "過橋後左轉"),),
    latitude=23.9876,
    longitude=120.9876,
    flags=(Flag("sensitive", "請保持低調"),),
)
TAIL = Area(
    id="whale/tail", crag_id="whale", name="尾鰭牆", name_en="Fluke Wall", source_id="guide"
)
CAVE = Area(id="whale/cave", crag_id="whale", name="藍洞", name_en="Blue Cave", source_id="guide")
LEFT = Sector(
    id="whale/tail/left",
    crag_id="whale",
    area_id="whale/tail",
    name="左緣",
    name_en="Left Edge",
    source_id="guide",
)


def route(route_id: str, name: str, grade: str, **fields: Any) -> Route:
    """A sport route of the fluke wall with the given fields."""
    base = Route(
        id=route_id,
        crag_id="whale",
        area_id="whale/tail",
        sector_id="whale/tail/left",
        name=name,
        grade=parse_grade(grade),
        source_id="guide",
        type="sport",
    )
    return replace(base, **fields)


SALT = route(
    "r1",
    "鹽味早餐",
    "5.10a",
    name_en="Salty Breakfast",
    old_names=("鹹早餐",),
    length_m=12.0,
    bolts=5,
    first_ascent="阿海",
    first_ascent_on="2011-05-07",
    description="起攀走左側裂隙，第 3 顆 bolt 後是難關。完攀後可步行下撤。",
    anchor="雙吊環",
    videos=("https://example.org/v/salt",),
    popularity=3,
)
FOAM = route("r2", "白沫", "5.11c", name_en="Foam", length_m=20.0, bolts=8, area_id="whale/cave")
FOAM = replace(FOAM, sector_id="")
BARE = route("r3", "無名線", "5.??", type=None)
SHUT = route(
    "r4",
    "斷線",
    "5.9",
    length_m=15.0,
    flags=(
        Flag("closed", "2016-06-04 落石，路線封閉", "2016-06-04"),
        Flag("old_bolts", "bolt 老舊"),
    ),
)
WIDE = route("r5", "半浪", "5.10?", type="trad", bolts=0, length_m=9.0)
RUNOUT = route("r6", "冷汗", "5.10b R", length_m=30.0)
PITCH_1 = route("r7", "長夜", "5.8", pitch="P1", length_m=25.0)
PITCH_2 = route("r8", "長夜", "5.10c", pitch="P2", length_m=30.0)
TWIN_A = route("r9", "岔路", "5.7")
TWIN_B = route("r10", "岔路", "5.12b", area_id="whale/cave", sector_id="")
BLOC = route("r11", "圓石", "V3", type="boulder", bolts=0)

WEEK = {
    "monday": (),
    **dict.fromkeys(("tuesday", "wednesday", "thursday", "friday"), (("14:00", "22:30"),)),
    "saturday": (("10:00", "20:00"),),
    "sunday": (("10:00", "18:00"),),
    "holiday": (("10:00", "18:00"),),
}
SALT_GYM = Gym(
    id="g1",
    name="海鹽攀岩館-永春店",
    name_en="Sea Salt Yongchun",
    source_id="demo",
    type="bouldering",
    region="北部",
    city="台北市",
    district="信義區",
    address="台北市信義區虛構路 1 號",
    facilities=("抱石區", "淋浴設施"),
    hours=dict(WEEK),
    prices={"weekday": 350, "weekend": 400, "shoes": 100},
    price_notes="學生平日 300",
    phone="02-5550-0101",
    website="https://example.org/salt-gym",
    line="@salt-gym",
    notes="17:00-18:00 清潔休息",
    updated_on=date(2026, 1, 5),
)
REEF_GYM = replace(
    SALT_GYM,
    id="g2",
    name="暗礁抱石",
    name_en="Reef",
    city="高雄市",
    district="鹽埕區",
    hours={},
    prices={"weekday": 300},
    price_notes="",
    notes="",
    facilities=(),
    phone="",
)
CARD = Card(
    id="card:twilight",
    title="星光票",
    text="岩館晚間的優惠票。\n時段各館不同。",
    topic="glossary",
    source="岩友編寫",
    reviewed_on=date(2026, 10, 1),
)

BUCKETS = (Bucket("5.9", 1), Bucket("5.10a", 40), Bucket("5.11c", 2))
WHALE_GROUP = Group(
    place_id="whale",
    name="鯨尾灣",
    total=43,
    buckets=BUCKETS,
    bounds=GradeBounds(SHUT.grade, FOAM.grade),
    types=(Bucket("sport", 41), Bucket("trad", 2)),
)
QUIET_GROUP = Group(place_id="quiet", name="靜谷", total=18)

EVIDENCE = Evidence(
    snapshot=1,
    today=TODAY,
    crags=(WHALE,),
    areas=(TAIL, CAVE),
    sectors=(LEFT,),
    sources=(GUIDE,),
    places=("鯨尾灣", "靜谷"),
)


def evidence(**fields: Any) -> Evidence:
    """The places and the source of the guide, with what the test is about."""
    return replace(EVIDENCE, **fields)


def gym_evidence(**fields: Any) -> Evidence:
    """Evidence of gyms only."""
    return replace(Evidence(snapshot=1, today=TODAY, sources=(DEMO,)), **fields)


def query(intent: str, text: str = "問題", **fields: Any) -> Query:
    """A Chinese query unless a language is given."""
    return Query(**{"intent": intent, "language": "zh", "text": text, **fields})


def mention(kind: MentionKind, *ids: str, surface: str = "") -> Mention:
    """A name that means these records."""
    return Mention(surface or ids[0], kind, ids)
