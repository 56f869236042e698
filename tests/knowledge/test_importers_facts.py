"""Lengths, bolts, types, grades and days as files write them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from knowledge.importers.days import first_day_in, normalise_day, taipei_day
from knowledge.importers.facts import bolts_of, first_ascent_of, grade_of, length_of, type_of
from knowledge.importers.fields import ProblemLog, Row
from knowledge.schema import UNKNOWN_GRADE

if TYPE_CHECKING:
    from knowledge.schema import RouteType


def row(**values: object) -> Row:
    return Row(values, "第 1 列", ProblemLog("test"))


def reasons(read: Row) -> list[str]:
    return [problem.reason for problem in read.log.found()]


@pytest.mark.parametrize(
    ("written", "metres"),
    [
        ("17m", 17),
        ("17 m", 17),
        ("１７公尺", 17),
        (17, 17),
        (17.5, 17.5),
        ("約20公尺", 20),
        ("~20m", 20),
        ("20 公尺左右", 20),
        ("60ft", 18.3),
        ("60 feet", 18.3),
        ("", None),
        (None, None),
        ("-", None),
        ("未知", None),
        ("0m", None),
    ],
)
def test_lengths_are_metres(written: object, metres: float | None) -> None:
    read = row(length=written)
    assert length_of(read) == metres
    assert reasons(read) == []


def test_the_longer_end_of_a_range_counts_and_is_reported() -> None:
    read = row(length="10-15m")
    assert length_of(read) == 15
    assert "取較長的一端" in reasons(read)[0]


@pytest.mark.parametrize(
    "written", ["很長", "99999m", "1e9", "-5m", True, [12], {"m": 12}, "12m12m"]
)
def test_an_unusable_length_is_unknown_and_reported(written: object) -> None:
    read = row(length=written)
    assert length_of(read) is None
    assert len(reasons(read)) == 1


@pytest.mark.parametrize(
    ("written", "kind", "bolts"),
    [
        (7, "sport", 7),
        ("7", "sport", 7),
        ("7 bolts", "sport", 7),
        ("約7顆", "sport", 7),
        (7.0, "sport", 7),
        (0, "sport", None),
        (0, None, None),
        (0, "mixed", None),
        (0, "trad", 0),
        (0, "toprope", 0),
        (0, "boulder", None),
        (None, "trad", None),
        ("", "trad", None),
    ],
)
def test_zero_bolts_mean_unknown_only_where_bolts_are_expected(
    written: object, kind: RouteType | None, bolts: int | None
) -> None:
    read = row(boltCount=written)
    assert bolts_of(read, kind) == bolts
    assert reasons(read) == []


@pytest.mark.parametrize("written", [-3, 10**9, 2.5, "很多", True, [3], {"n": 3}])
def test_unusable_bolts_are_unknown_and_reported(written: object) -> None:
    read = row(boltCount=written)
    assert bolts_of(read, "sport") is None
    assert len(reasons(read)) == 1


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("sport", "sport"),
        ("Sport Climbing", "sport"),
        ("運攀", "sport"),
        ("运动攀登", "sport"),
        ("傳攀", "trad"),
        ("上方架繩", "toprope"),
        ("TR", "toprope"),
        ("抱石", "boulder"),
        ("運攀/傳攀", "mixed"),
        ("trad, TR", "trad"),
        ("", None),
    ],
)
def test_types_are_read_in_both_languages(written: object, kind: RouteType | None) -> None:
    assert type_of(row(type=written)) == kind


def test_an_unknown_type_is_reported() -> None:
    read = row(type="飛行")
    assert type_of(read) is None
    assert reasons(read) == ["型態看不懂：「飛行」"]


def test_a_grade_out_of_any_table_is_kept_as_unknown_and_reported() -> None:
    read = row(grade="5.99z")
    grade = grade_of(read, "sport")
    assert (grade.raw, grade.known) == ("5.99z", False)
    assert reasons(read) == ["難度看不懂，當作未定級：「5.99z」"]


def test_an_open_grade_is_no_problem() -> None:
    read = row(grade="5.??")
    assert grade_of(read, "sport").known is False
    assert reasons(read) == []


def test_a_missing_grade_is_unknown() -> None:
    assert grade_of(row(), None) == UNKNOWN_GRADE


def test_a_spreadsheet_number_that_may_have_lost_its_zero_is_reported() -> None:
    read = row(grade=5.1)
    assert grade_of(read, "sport").raw == "5.1"
    assert "5.10" in reasons(read)[0]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2002.03.27", "2002-03-27"),
        ("2012 04/01", "2012-04-01"),
        ("2004-01-01", "2004-01-01"),
        ("2018/3", "2018-03"),
        ("2018年3月5日", "2018-03-05"),
        ("民國87年5月", "1998-05"),
        ("1998", "1998"),
        ("2026-01-09T18:00:00Z", "2026-01-10"),
        ("2020-13-45", None),
        ("去年夏天", None),
        ("", None),
    ],
)
def test_days_are_normalised(written: str, day: str | None) -> None:
    assert normalise_day(written) == day


@pytest.mark.parametrize(
    ("prose", "day"),
    [
        ("2016/06/04發生大規模落石", "2016-06-04"),
        ("2019/05/12通報：落石", "2019-05-12"),
        ("於2018/03切除", "2018-03"),
        ("2025 年更新", "2025"),
        ("編號 2025 的錨栓", ""),
        ("316 不鏽鋼", ""),
        ("12016/06/041", ""),
    ],
)
def test_the_first_day_of_a_text_is_found(prose: str, day: str | None) -> None:
    assert first_day_in(prose) == day


def test_an_evening_in_utc_is_the_next_day_in_taipei() -> None:
    assert taipei_day("2026-01-09T18:00:00.000Z") == date(2026, 1, 10)
    assert taipei_day("2026-01-09") == date(2026, 1, 9)
    assert taipei_day("0001-01-01T00:00:00+14:00") is None
    assert taipei_day("昨天") is None


def test_a_first_ascent_nobody_knows_is_empty() -> None:
    assert first_ascent_of(row(firstAscent="—", firstAscentDate="不詳")) == ("", "", "")
    assert first_ascent_of(row(firstAscent="Unknown")) == ("", "", "")


def test_a_decade_stays_as_it_stands() -> None:
    read = row(firstAscent="阿霧", firstAscentDate="1990年代")
    assert first_ascent_of(read) == ("阿霧", "", "1990年代")
    assert reasons(read) == []


def test_an_unreadable_first_ascent_day_is_kept_and_reported() -> None:
    read = row(firstAscentDate="第三次颱風後")
    assert first_ascent_of(read)[2] == "第三次颱風後"
    assert len(reasons(read)) == 1
