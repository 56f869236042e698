"""Hard values in words: towns and districts, months, seasons, small counts with their units."""

from __future__ import annotations

from datetime import date

import pytest

from bot.voice.evidence.whereabouts import foreign_places
from bot.voice.figures.ranges import wrong_ranges
from bot.voice.language.periods import foreign_months, foreign_seasons
from bot.voice.language.spans import foreign_counts
from bot.voice.language.units import foreign_units

_ADDRESS = "「岩嶼攀岩館-台中店」的地址：台中市北區示範一街101號"
_DAYS = "去年戶外爬了 1 天，共 2 筆，最長連續 3 週，目前連續 2 週。"
_REST = "皮磨破就先停一天，三天後還痛請看醫師。"
_WATCHED = "每位孩子要有一位不爬的大人看著。"
_LOG = "2026 年：2 月 2 筆、5 月 1 筆、10 月 3 筆。岩壁 3–4 月封閉。"
_WIND = "東北季風約從 10 月吹到隔年 3 月。"


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("這間開在台南市。", "台南"),
        ("在臺南。", "台南"),
        ("高雄也有一間分館。", "高雄"),
        ("It is in Tainan.", "Tainan"),
        ("The New Taipei branch is closer.", "New Taipei"),
        ("It lies in the West District of Taichung.", "West District"),
        ("Central District, Taichung.", "Central District"),
        ("in Xitun District", "Xitun District"),
        ("in the Da'an district", "Da'an district"),
        ("在台中市西區示範一街。", "西區"),
        ("地址在西屯區。", "西屯區"),
        ("位於東區。", "東區"),
        ("在台中縣北區。", "台中縣"),
        ("It is in Taichung County.", "Taichung County"),
    ],
)
def test_a_town_or_district_that_nothing_known_has_is_found(said: str, wrong: str) -> None:
    assert list(foreign_places(said, _ADDRESS)) == [wrong]


@pytest.mark.parametrize(
    "said",
    [
        "在臺中市北區。",
        "地點是台中的北區。",
        "It's in the North District of Taichung.",
        "Taichung City, Beiqu District.",
        "休息區在旁邊，抱石區在樓下。",
        "The bouldering area is in the same district.",
        "示範一街101號，就在北區。",
    ],
)
def test_a_town_or_district_of_the_answer_may_be_named(said: str) -> None:
    assert not list(foreign_places(said, _ADDRESS))


def test_a_district_is_known_by_its_english_name_and_a_town_by_its_region() -> None:
    known = "高雄市三民區大順二路；新竹市東區；雙北的岩館"
    for said in ("Kaohsiung's Sanmin district", "新竹東區", "新北和台北", "Taipei and New Taipei"):
        assert not list(foreign_places(said, known)), said
    assert list(foreign_places("Zuoying District", known)) == ["Zuoying District"]


@pytest.mark.parametrize(
    ("known", "said", "wrong"),
    [
        (_DAYS, "去年去了兩天。", "兩天"),
        (_DAYS, "You were out on two days.", "2 days"),
        (_DAYS, "去年只有三天。", "三天"),
        (_DAYS, "目前連續一週。", "一週"),
        (_DAYS, "最長連了五個禮拜。", "五個禮拜"),
        (_DAYS, "Four weeks in a row at most.", "four weeks"),
        (_REST, "皮破了先停一週。", "一週"),
        (_REST, "皮破了先停一個月。", "一個月"),
        (_REST, "Rest for two days.", "2 days"),
        (_WATCHED, "要有兩位不爬的大人。", "兩位"),
        (_WATCHED, "要有兩個大人看著。", "兩個大人"),
        (_WATCHED, "two adults have to watch", "two adults"),
    ],
)
def test_a_count_that_stands_beside_its_unit_in_other_numbers_is_found(
    known: str, said: str, wrong: str
) -> None:
    assert [one.lower() for one in foreign_counts(said, known, known)] == [wrong]


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (_DAYS, "去年就一天而已。"),
        (_DAYS, "最長三個禮拜，現在連著兩個星期。"),
        (_DAYS, "Your longest run is three weeks."),
        (_DAYS, "週末兩天都有爬。"),
        (_REST, "休息一天，過三天還痛就看醫師。"),
        (_REST, "請跟館方說一次。"),
        (_WATCHED, "一位大人不爬、在旁邊看。"),
        (_WATCHED, "one adult watches each child"),
        (_WATCHED, "阿螢和黃岸兩位都要看著。"),
        ("5.10a：16 次嘗試，13 次完攀。", "5.10a 試過 16 次。"),
        ("最近 7 天：4 個攀登日，5 條。", "最近 7 天爬了四天。"),
        ("週六 10:00-20:00，打烊前兩小時", "那天總共十小時。"),
    ],
)
def test_a_count_of_the_answer_may_be_said_in_words(known: str, said: str) -> None:
    assert not list(foreign_counts(said, known, known))


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("You climbed in January, March and September.", ["January", "September"]),
        ("In July you sent one.", ["July"]),
        ("closed from March to June", ["June"]),
        ("mostly in December", ["December"]),
        ("六月有一筆。", ["六月"]),
        ("十二月最多。", ["十二月"]),
        ("二月、五月和八月。", ["八月"]),
        ("February, May and October.", []),
        ("二月、五月和十月都有。", []),
        ("三月不能爬。", []),
        ("You may climb in October.", []),
        ("這三個月都有爬。", []),
        ("As of November.", []),
    ],
)
def test_a_month_is_one_of_the_answer_or_of_today(said: str, wrong: list[str]) -> None:
    assert list(foreign_months(said, _LOG, date(2026, 11, 20))) == wrong


def test_months_between_two_that_the_answer_gives_are_its_own() -> None:
    assert not list(foreign_months("一月最強，December too", _WIND, None))
    assert list(foreign_months("五月還在吹，June too", _WIND, None)) == ["June", "五月"]


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("The seasons are spring and autumn.", ["spring"]),
        ("It is best in summer.", ["summer"]),
        ("Good seasons: autumn, winter and spring.", ["spring"]),
        ("春天和秋天去。", ["春"]),
        ("適合夏天。", ["夏"]),
        ("季節是夏季。", ["夏"]),
        ("Autumn and winter are on record.", []),
        ("秋、冬兩季。", []),
        ("Summer is not on record.", []),
        ("夏天以外的季節。", []),
        ("Any good season but summer.", []),
        ("The start gets wet at spring tides, good in the fall.", []),
    ],
)
def test_a_season_is_one_that_the_crag_has_on_record(said: str, wrong: list[str]) -> None:
    assert list(foreign_seasons(said, ("秋", "冬"), "季節：秋、冬")) == wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("平日單次 350 美元。", ["350 美元"]),
        ("It is 24 ft long.", ["24 ft"]),
        ("大約六百日圓", ["600日圓"]),
        ("25 公尺，350 元。", []),
        ("12 月 31 日元旦前一天", []),
        ("25 m, 350 TWD", []),
    ],
)
def test_a_unit_that_nothing_known_measures_in_is_found(said: str, wrong: list[str]) -> None:
    assert list(foreign_units(said, "長 25 公尺；平日單次 350 元")) == wrong


def test_a_unit_of_the_answer_may_be_said() -> None:
    assert not list(foreign_units("about 80 feet", "25 公尺（80 feet）"))


_LIST = (
    "Hollow Riddle, 5.11b to 5.12c: 2 routes in total.\n1. A | 5.11c | sport\n2. B | 5.12b | trad"
)
_LISTED = "鯨背・5.10a 到 5.10d，共 3 條。\n1. 甲｜5.10a\n2. 乙｜5.10b\n3. 丙｜5.10c"


@pytest.mark.parametrize(
    ("said", "rendered", "wrong"),
    [
        ("2 routes from five twelve a to 5.12c.", _LIST, ["5.12a to 5.12c"]),
        ("2 routes from 5.11b to 5.12c.", _LIST, []),
        ("Two routes, 5.11c through 5.12b.", _LIST, []),
        ("5.10b 到 5.10d 共三條", _LISTED, ["5.10b到5.10d"]),
        ("5.10a 到 5.10d 有 3 條，難度從 5.10a 到 5.10c", _LISTED, []),
        ("其中兩條落在 5.10b 到 5.10c", _LISTED, []),
    ],
)
def test_a_number_of_a_list_is_of_its_range(said: str, rendered: str, wrong: list[str]) -> None:
    assert [one.replace(" 到 ", "到") for one in wrong_ranges(said, rendered)] == wrong
