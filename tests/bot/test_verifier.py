"""Hand-made texts about invented records: what may be said, and what may not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.schema import Evidence, Group
from bot.verifier import verify
from knowledge.filters import Bucket, GradeBounds
from knowledge.grades import parse_grade
from knowledge.schema import Area, Crag, Flag, Gym, Route, Source

SOURCE = Source(
    id="guide", title="鯨尾灣虛構圖冊", updated_on=date(2026, 3, 2), url="https://example.org/whale"
)
CRAG = Crag(
    id="whale",
    name="鯨尾灣",
    name_en="Whale Bay",
    source_id="guide",
    seasons=("秋", "冬"),
    approach="步行 15 分鐘",
    latitude=25.1234,
    longitude=121.5678,
)
OTHER = Crag(id="cloud", name="雲谷崖", name_en="Cloud Cliff", source_id="guide")
AREAS = (
    Area(id="whale/tail", crag_id="whale", name="尾鰭牆", source_id="guide"),
    Area(id="whale/cave", crag_id="whale", name="藍洞", source_id="guide"),
    Area(id="cloud/top", crag_id="cloud", name="雲頂壁", source_id="guide"),
)


def route(id_: str, name: str, grade: str, **fields: object) -> Route:
    base = Route(
        id=id_,
        crag_id="whale",
        area_id="whale/tail",
        name=name,
        grade=parse_grade(grade),
        source_id="guide",
        type="sport",
    )
    return replace(base, **fields)  # type: ignore[arg-type]


SALT = route(
    "r1",
    "鹽味早餐",
    "5.10a",
    name_en="Salty Breakfast",
    length_m=12.0,
    bolts=5,
    first_ascent="阿海",
    first_ascent_on="2011-05-07",
    description="起攀走左側裂隙，第 3 顆 bolt 後是難關。",
)
WIND = route(
    "r2",
    "逆風的晾衣繩",
    "5.11c",
    length_m=18.0,
    bolts=8,
    area_id="whale/cave",
    flags=(Flag("old_bolts", "bolt 老舊生鏽", "2019-08"),),
)
TWIN_ONE = route("r3", "雙生火", "5.9", length_m=9.0, bolts=4)
TWIN_TWO = route(
    "r4", "雙生火", "5.12b", length_m=22.0, bolts=11, crag_id="cloud", area_id="cloud/top"
)
LAMP = route(
    "r6",
    "霧燈 (未收錄)",
    "5.8",
    name_en="Fog Lamp (Unlisted)",
    aliases=("霧燈", "Fog Lamp"),
    pitch="P1",
    bolts=3,
    videos=("https://example.org/video/fog-lamp",),
)
MAYBE = route("r5", "未竟之事", "5.10?", type="trad")
GYM = Gym(
    id="g1",
    name="海鹽攀岩館-永春店",
    source_id="guide",
    city="台北市",
    address="台北市信義區虛構路 88 號",
    hours={
        "monday": (),
        "tuesday": (("12:00", "22:00"),),
        "wednesday": (("12:00", "22:00"),),
        "thursday": (("12:00", "22:00"),),
        "friday": (("12:00", "23:00"),),
        "saturday": (("09:00", "20:00"),),
        "sunday": (("09:00", "20:00"),),
        "holiday": (("10:00", "18:00"),),
    },
    prices={"weekday": 380, "weekend": 430, "twilight": 260, "shoes": 90},
    phone="02-5550-1234",
    website="https://seasalt.example.org/",
    line="@seasalt",
)
GYM_TWO = replace(
    GYM,
    id="g2",
    name="石頭記抱石",
    prices={"weekday": 300, "weekend": 350},
    hours={"monday": (("14:00", "21:00"),), "saturday": (("10:00", "19:00"),)},
    phone="07-555-9876",
    website="",
    line="",
)
EVIDENCE = Evidence(
    today=date(2026, 11, 20),
    routes=(SALT, WIND, TWIN_ONE, TWIN_TWO, MAYBE, LAMP),
    crags=(CRAG, OTHER),
    areas=AREAS,
    gyms=(GYM, GYM_TWO),
    sources=(SOURCE,),
    places=("鯨尾灣", "雲谷崖"),
)

SAID = [
    "「鹽味早餐」的難度是 5.10a。",
    "鹽味早餐（Salty Breakfast）是 5.10a，12 公尺，5 個 bolt，在鯨尾灣›尾鰭牆。",
    "「鹽味早餐」5.10a、「逆風的晾衣繩」5.11c。",
    "「鹽味早餐」和「逆風的晾衣繩」分別是 5.10a 和 5.11c。",
    "5.11c 的「逆風的晾衣繩」比「鹽味早餐」難。",
    "「鹽味早餐」是阿海在 2011/5/7 首攀的。",
    "「鹽味早餐」首攀於 2011 年。",
    "鯨尾灣 5.10a：共 41 條。",
    "1. 鹽味早餐｜5.10a｜運攀・12 m｜尾鰭牆\n2. 逆風的晾衣繩｜5.11c｜運攀・18 m｜藍洞",
    "🧗 鹽味早餐（Salty Breakfast）｜5.10a｜運攀・12 m\n📍 鯨尾灣›尾鰭牆\n🔩 5 顆 bolt\n"
    "✨ 特色：起攀走左側裂隙，第 3 顆 bolt 後是難關。\n📚 來源：鯨尾灣虛構圖冊（更新 2026-03-02）",
    "🧗 逆風的晾衣繩｜5.11c｜運攀・18 m\n⚠️ 注意：bolt 老舊生鏽（回報日期 2019-08）",
    "叫「雙生火」的有 2 條：\n1. 雙生火｜5.9｜尾鰭牆\n2. 雙生火｜5.12b｜雲頂壁",
    "「雙生火」有兩條：鯨尾灣的是 5.9，雲谷崖的是 5.12b。",
    "「未竟之事」資料寫 5.10?，還不確定。",
    "「鹽味早餐」不是 5.13a，資料上是 5.10a。",
    "「鹽味早餐」有五顆 bolt、十二公尺。",
    "鯨尾灣適合秋天和冬天，步行 15 分鐘。",
    "找不到「天堂路口」，資料裡沒有這條路線。",
    "5.11c 約法式 6c+/7a。",
    "海鹽攀岩館-永春店\n🕒 週二到週四 12:00–22:00、週五 12:00–23:00、週末 09:00–20:00\n"
    "💰 平日 380 元、假日 430 元、星光票 260 元",
    "海鹽攀岩館-永春店週一公休。",
    "海鹽攀岩館-永春店的電話是 02-5550-1234，網站 https://seasalt.example.org/ ，LINE @seasalt。",
    "海鹽永春平日 380 元，石頭記抱石平日 300 元，差 80 元。",
    "海鹽攀岩館-永春店的網站：https://seasalt.example.org/",
    "「霧燈」的影片：https://example.org/video/fog-lamp",
    "🧗 霧燈 (未收錄) P1(Fog Lamp (Unlisted))｜5.8\n🔩 3 個 bolt",
    "海鹽攀岩館-永春店明天（11/21 星期六）開到晚上 8 點。",
    "有狀況先打 119。",
    "「鹽味早餐」的資料更新於 2026-03-02。",
]
DENIED = [
    ("grade", "「鹽味早餐」的難度是 5.10b。"),
    ("grade", "「鹽味早餐」的難度是 5.11c。"),
    ("grade", "「鹽味早餐」5.11c、「逆風的晾衣繩」5.10a。"),
    ("grade", "「鹽味早餐」和「逆風的晾衣繩」分別是 5.11c 和 5.10a。"),
    ("length", "鹽味早餐（Salty Breakfast）是 5.10a，18 公尺。"),
    ("bolts", "「鹽味早餐」有 8 個 bolt。"),
    ("bolts", "「鹽味早餐」有八顆 bolt。"),
    ("length", "「鹽味早餐」長十八公尺。"),
    ("date", "「鹽味早餐」是 2012/5/7 首攀的。"),
    ("date", "「鹽味早餐」首攀於 2026-03-02。"),
    ("number", "鯨尾灣 5.10a：共 40 條。"),
    ("crag", "🧗 鹽味早餐｜5.10a｜運攀・12 m\n📍 雲谷崖›雲頂壁"),
    ("length", "🧗 鹽味早餐｜5.10a｜運攀・12 m\n📏 18 m"),
    ("bolts", "🧗 鹽味早餐｜5.10a\n🔩 8 顆 bolt\n\n🧗 逆風的晾衣繩｜5.11c\n🔩 8 顆 bolt"),
    ("route", "1. 天堂路口｜5.10a｜運攀"),
    ("route", "🧗 天堂路口｜5.10a｜運攀・12 m"),
    ("route", "推薦你爬「月光下的鯨魚」。"),
    ("grade", "叫「雙生火」的有 2 條：\n1. 雙生火｜5.12b｜尾鰭牆\n2. 雙生火｜5.9｜雲頂壁"),
    ("grade", "「未竟之事」是 5.10a。"),
    ("grade", "「鹽味早餐」不是 5.13a，資料上是 5.10c。"),
    ("grade", "5.11c 約法式 7b。"),
    ("time", "海鹽攀岩館-永春店\n🕒 週二到週五 12:00–22:00"),
    ("time", "海鹽攀岩館-永春店\n🕒 週二 12:00–22:30"),
    ("time", "海鹽攀岩館-永春店週二公休。"),
    ("price", "海鹽攀岩館-永春店\n💰 平日 430 元、假日 380 元"),
    ("price", "海鹽攀岩館-永春店平日 NT$300。"),
    ("phone", "海鹽攀岩館-永春店的電話是 02-5550-1243。"),
    ("phone", "海鹽攀岩館-永春店的電話是 07-555-9876。"),
    ("link", "海鹽攀岩館-永春店的網站 https://evil.example.com/ 。"),
    ("mention", "@everyone 來爬「鹽味早餐」"),
    ("mention", "<@123456> 來爬「鹽味早餐」"),
    ("date", "「鹽味早餐」的資料更新於 2026-03-03。"),
    ("number", "鯨尾灣步行 20 分鐘。"),
    ("number", "雲谷崖共 41 條：運攀 5 條、傳攀 2 條。"),
    ("route", "1. 鹽味早餐（Fog Lamp）｜5.10a"),
    ("route", "「霧燈」P2 是 5.8。"),
    ("length", "「逆風的晾衣繩」比「鹽味早餐」長，差 7 公尺。"),
    ("date", "海鹽攀岩館-永春店 11/21（日）開 09:00–20:00。"),
    ("date", "「鹽味早餐」首攀於 2011-13-07。"),
    ("number", "「鹽味早餐」熱門度 5。"),
    ("number", "大約 80% 的人爬得上「鹽味早餐」。"),
]
ASKED = "「鹽味早餐」是不是 5.13a？那天堂路口呢？5.11c 換法式"


@pytest.mark.parametrize("text", SAID, ids=range(len(SAID)))
def test_what_the_records_say_may_be_said(text: str) -> None:
    verdict = verify(text, EVIDENCE, asked=ASKED, figures=("41", "80"))
    assert verdict.unsupported == ()


@pytest.mark.parametrize(("kind", "text"), DENIED, ids=[text[:24] for _, text in DENIED])
def test_what_no_record_says_is_found(kind: str, text: str) -> None:
    asked = ASKED.replace("天堂路口", "")
    verdict = verify(text, EVIDENCE, asked=asked, figures=("41", "80") if "%" not in text else ())
    assert kind in {one.kind for one in verdict.unsupported}


def test_counts_of_a_distribution_belong_to_their_labels() -> None:
    evidence = Evidence(buckets=(Bucket("5.10a", 12), Bucket("5.10b", 7)), crags=(CRAG,))
    assert verify("5.10a：12 條\n5.10b：7 條", evidence).ok
    assert not verify("5.10a：7 條\n5.10b：12 條", evidence).ok


def test_the_last_grade_of_a_range_counts_no_routes_by_itself() -> None:
    evidence = Evidence(buckets=(Bucket("5.11a", 3), Bucket("5.11d", 5)), crags=(CRAG,))
    assert verify("5.11a 到 5.11d 共 8 條，分布如下：\n5.11a 3", evidence, figures=("8",)).ok
    assert not verify("5.11a 到 5.11d 共 9 條，分布如下：\n5.11a 3", evidence, figures=("8",)).ok
    assert not verify("5.11d 8 條", evidence, figures=("8",)).ok


def test_totals_and_bounds_belong_to_their_place() -> None:
    low, high, top = parse_grade("5.6"), parse_grade("5.12a"), parse_grade("5.13d")
    evidence = Evidence(
        crags=(CRAG, OTHER),
        groups=(
            Group("whale", "鯨尾灣", 61, bounds=GradeBounds(low, high)),
            Group("cloud", "雲谷崖", 23, bounds=GradeBounds(low, top)),
        ),
    )
    assert verify("・鯨尾灣：61 條，5.6 到 5.12a\n・雲谷崖：23 條，5.6 到 5.13d", evidence).ok
    swapped = verify("・鯨尾灣：23 條，5.6 到 5.13d\n・雲谷崖：61 條，5.6 到 5.12a", evidence)
    assert [one.surface for one in swapped.unsupported] == ["23 條", "5.13d", "61 條", "5.12a"]


def test_types_are_counted_apart() -> None:
    evidence = Evidence(routes=(SALT, WIND, MAYBE))
    assert verify("共 3 條：運攀 2 條、傳攀 1 條。", evidence, figures=("3", "2", "1")).ok
    assert not verify("共 3 條：運攀 1 條、傳攀 2 條。", evidence, figures=("3", "2", "1")).ok
    assert not verify("共 2 條。", evidence, figures=("3", "2", "1")).ok


def test_the_lowest_grade_is_not_the_highest() -> None:
    bounds = GradeBounds(parse_grade("5.6"), parse_grade("5.13a"))
    assert verify("最簡單 5.6，最難 5.13a。", Evidence(bounds=bounds)).ok
    assert not verify("最簡單 5.13a，最難 5.6。", Evidence(bounds=bounds)).ok


def test_conditions_are_those_that_were_asked() -> None:
    evidence, figures = Evidence(routes=(SALT, WIND)), ("2", "5.10a")
    assert verify("5.10a 以上：共 2 條。", evidence, figures=figures).ok
    assert not verify("5.11c 以上：共 2 條。", evidence, figures=figures).ok


def test_a_grade_and_a_type_restated_together_count_one_set() -> None:
    evidence = Evidence(routes=(SALT,), buckets=(Bucket("5.10a", 1),))
    assert verify("南部・5.10a・運攀：共 1 條，分布如下：", evidence, figures=("1", "5.10a")).ok
    assert not verify("南部・5.10a・運攀：共 2 條，分布如下：", evidence, figures=("1", "5.10a")).ok


def test_a_condition_that_is_the_name_of_a_route_is_no_statement_about_it() -> None:
    slab = route("r9", "斜板", "5.8")
    figures = ("2", "5.11d", "鯨尾灣・5.11d 以下・斜板")
    evidence = Evidence(routes=(slab, SALT), crags=(CRAG,))
    assert verify("鯨尾灣・5.11d 以下・斜板：共 2 條。", evidence, figures=figures).ok
    assert not verify("「斜板」是 5.11d 以下・斜板。", evidence, figures=("2",)).ok


def test_differences_are_computed_again() -> None:
    text = "「逆風的晾衣繩」比「鹽味早餐」長，差 6 公尺，bolt 多 3 個。"
    assert verify(text, Evidence(routes=(SALT, WIND))).ok
    assert not verify(text.replace("6", "5"), Evidence(routes=(SALT, WIND))).ok
    assert not verify(text.replace("多 3", "多 2"), Evidence(routes=(SALT, WIND))).ok


def test_a_sensitive_crag_lends_no_coordinates() -> None:
    sensitive = replace(CRAG, flags=(Flag("sensitive", "請保持低調"),))
    assert verify("鯨尾灣在 25.1234, 121.5678。", Evidence(crags=(CRAG,))).ok
    assert not verify("鯨尾灣在 25.1234, 121.5678。", Evidence(crags=(sensitive,))).ok


def test_the_line_of_a_finding_is_counted_from_zero() -> None:
    verdict = verify("你好\n「鹽味早餐」是 5.14a。", EVIDENCE)
    assert [(one.kind, one.surface, one.line) for one in verdict.unsupported] == [
        ("grade", "5.14a", 1)
    ]


@pytest.mark.parametrize(
    "text", ["", "\n\n", "🧗", "「」", "5.", "\x00" * 50, "\uff11\uff0e\uff12", "a" * 5000]
)
def test_no_text_makes_it_stumble(text: str) -> None:
    verify(text, EVIDENCE)
    verify(text, Evidence())
