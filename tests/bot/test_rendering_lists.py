"""Lists, counts, superlatives, comparisons and distributions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.rendering import render
from bot.schema import PAGE_SIZE, Evidence
from knowledge.filters import Bucket, GradeRange, RouteFilter, RouteOrderBy
from tests.bot.rendering_records import (
    BARE,
    BLOC,
    BUCKETS,
    FOAM,
    QUIET,
    QUIET_GROUP,
    RUNOUT,
    SALT,
    SHUT,
    WHALE,
    WHALE_GROUP,
    WIDE,
    evidence,
    mention,
    query,
    route,
)

if TYPE_CHECKING:
    from knowledge.schema import Route

MANY = tuple(route(f"m{number}", f"第{number}號線", "5.10a") for number in range(1, 32))
HERE = RouteFilter(crag_ids=("whale",), types=("sport",))


def _rows(text: str) -> list[str]:
    return [line for line in text.splitlines() if line[:1].isdigit() and ". " in line[:5]]


def test_a_page_shows_ten_rows_and_says_which_page_it_is() -> None:
    draft = render(query("list", filter=HERE, page=2), evidence(routes=MANY))
    rows = _rows(draft.text)
    assert len(rows) == PAGE_SIZE
    assert rows[0].startswith("11. 第11號線")
    assert "2/4" in draft.text
    assert "下一頁" in draft.text
    assert draft.route_ids == tuple(route.id for route in MANY[10:20])


def test_the_last_page_does_not_promise_another() -> None:
    draft = render(query("list", filter=HERE, page=4), evidence(routes=MANY))
    assert len(_rows(draft.text)) == 1
    assert "下一頁" not in draft.text


def test_without_pages_every_match_is_named() -> None:
    draft = render(query("list", filter=HERE), evidence(routes=MANY), paged=False)
    assert len(_rows(draft.text)) == len(MANY)
    assert "下一頁" not in draft.text
    assert "31" in draft.figures
    assert len(draft.route_ids) == len(MANY)


def test_a_row_holds_names_grade_type_length_and_place() -> None:
    draft = render(query("list", filter=HERE), evidence(routes=(SALT,)))
    assert "1. 鹽味早餐（Salty Breakfast）｜5.10a｜運攀｜12m｜尾鰭牆›左緣" in draft.text
    assert draft.text.splitlines()[0].endswith("共 1 條。")
    assert "鯨尾灣・運攀" in draft.text.splitlines()[0]


def test_gaps_of_a_row_are_said() -> None:
    text = render(query("list"), evidence(routes=(BARE,))).text
    assert "無名線｜5.??｜型態未記載｜長度未記載" in text


def test_inexact_matches_are_marked_and_explained() -> None:
    grade = GradeRange("free", 57, 61, "5.10a")
    asked = query("list", filter=RouteFilter(grade=grade))
    draft = render(asked, evidence(routes=(SALT, WIDE), inexact=frozenset({"r5"})))
    assert "5.10?（標示較寬）" in draft.text
    assert "標「標示較寬」的 1 條" in draft.text


def test_flagged_rows_carry_their_warning() -> None:
    draft = render(query("list"), evidence(routes=(SHUT,)))
    assert "⚠️封閉・老舊 bolt" in draft.text
    assert "最新公告" in draft.text


def test_asked_fields_become_columns() -> None:
    assert "5 個 bolt" in render(query("list", fields=("bolts",)), evidence(routes=(SALT,))).text


def test_an_empty_list_says_what_there_is() -> None:
    grade = GradeRange("free", 90, 97, "5.14")
    asked = query("list", filter=RouteFilter(crag_ids=("whale",), grade=grade))
    draft = render(asked, evidence(available=("運攀 41",), near_misses=(FOAM,)))
    assert draft.abstained
    assert draft.route_ids == ()
    assert "運攀 41" in draft.text
    assert "白沫" in draft.text
    assert "5.14" in draft.text


def test_a_count_is_one_sentence_with_the_conditions() -> None:
    draft = render(query("count", filter=HERE), evidence(routes=MANY))
    assert "鯨尾灣・運攀" in draft.text
    assert "31 條" in draft.text
    assert not draft.abstained
    assert _rows(draft.text) == []


def test_a_count_tells_wide_matches_apart() -> None:
    asked = query("count", filter=HERE)
    draft = render(asked, evidence(routes=(SALT, RUNOUT, WIDE), inexact=frozenset({"r5"})))
    assert "1 條難度標示較寬（例如 5.10?）" in draft.text
    assert "2 條" in draft.text


def test_a_count_of_nothing_is_zero_and_an_answer() -> None:
    draft = render(query("count", filter=HERE), evidence())
    assert "0 條" in draft.text
    assert not draft.abstained


def test_a_count_of_what_a_place_lacks_entirely_explains() -> None:
    draft = render(query("count", filter=HERE), evidence(available=("傳攀 2",)))
    assert "0 條" in draft.text
    assert "傳攀 2" in draft.text
    assert draft.abstained


@pytest.mark.parametrize(
    ("key", "descending", "expected"),
    [
        ("grade", True, "最難"),
        ("grade", False, "最簡單"),
        ("length", True, "最長"),
        ("bolts", False, "bolt 最少"),
        ("popularity", True, "最熱門"),
        ("first_ascent", False, "最早首攀"),
    ],
)
def test_a_superlative_says_what_it_ranks_by(key: str, descending: bool, expected: str) -> None:
    order = RouteOrderBy(key, descending=descending)  # type: ignore[arg-type]
    draft = render(query("superlative", order=order), evidence(routes=(SALT,)))
    assert expected in draft.text
    assert "「鹽味早餐」" in draft.text
    assert draft.route_ids == ("r1",)


def test_ties_are_all_listed() -> None:
    twin = replace(SALT, id="r99", name="海味宵夜", name_en="")
    asked = query("superlative", order=RouteOrderBy("length", descending=True))
    draft = render(asked, evidence(routes=(SALT, twin)))
    assert "2 條並列" in draft.text
    assert draft.route_ids == ("r1", "r99")


def test_a_superlative_over_missing_values_abstains() -> None:
    asked = query("superlative", order=RouteOrderBy("length", descending=True))
    draft = render(asked, evidence(routes=(BARE,)))
    assert "沒有記載長度" in draft.text
    assert draft.abstained


def test_a_superlative_also_tells_another_asked_field() -> None:
    order = RouteOrderBy("length", descending=True)
    asked = query("superlative", order=order, fields=("length", "first_ascent"))
    assert "阿海" in render(asked, evidence(routes=(SALT,))).text


def _compared(*routes: Route) -> Evidence:
    return evidence(routes=routes)


def test_two_routes_stand_on_lines_of_their_own() -> None:
    draft = render(query("compare", fields=("grade", "length", "bolts")), _compared(SALT, FOAM))
    lines = draft.text.splitlines()
    assert any(line.startswith("「鹽味早餐」：") and "5.11c" not in line for line in lines)
    assert "「白沫」比較難，大約差 6 級。" in lines
    assert "「白沫」比較長，差 8 公尺。" in lines
    assert "「白沫」的 bolt 比較多，多 3 個。" in lines


def test_a_route_and_a_boulder_are_not_ranked() -> None:
    text = render(query("compare", fields=("grade",)), _compared(SALT, BLOC)).text
    assert "不能直接比" in text
    assert "比較難，" not in text


def test_overlapping_grades_are_not_ranked() -> None:
    text = render(query("compare", fields=("grade",)), _compared(SALT, WIDE)).text
    assert "分不出高下" in text


def test_a_missing_half_of_a_comparison_is_named() -> None:
    draft = render(query("compare", unknown=("遠方",)), _compared(SALT))
    assert "「遠方」" in draft.text
    assert "5.10a" in draft.text


def test_places_are_compared_by_computed_figures() -> None:
    held = evidence(crags=(WHALE, QUIET), groups=(WHALE_GROUP, QUIET_GROUP))
    draft = render(query("compare"), held)
    line = next(line for line in draft.text.splitlines() if line.startswith("「鯨尾灣」："))
    assert "43" in line
    assert "5.9 到 5.11c" in line
    assert "運攀 41 條" in line
    assert "多 25 條" in draft.text


def test_a_distribution_is_a_scaled_chart_with_its_total() -> None:
    draft = render(query("distribution", filter=HERE), evidence(buckets=BUCKETS))
    bars = {line.split()[0]: line for line in draft.text.splitlines() if "█" in line}
    assert bars["5.10a"].count("█") == 20
    assert bars["5.9"].count("█") == 1
    assert bars["5.10a"].endswith(" 40")
    assert "43" in draft.text
    assert {"43", "40", "2", "1"} <= set(draft.figures)


def test_grades_without_a_letter_count_where_letters_are_taken_together() -> None:
    buckets = (
        Bucket("5.9", 2),
        Bucket("5.10a", 3),
        Bucket("5.10（未細分）", 2),
        Bucket("5.11b", 1),
    )
    text = render(query("distribution", filter=HERE), evidence(buckets=buckets)).text
    assert "不分字母：5.9：2；5.10：5；5.11：1。" in text


def test_an_unknown_place_of_a_list_is_not_answered_with_another() -> None:
    draft = render(query("list", unknown=("雲頂",)), evidence())
    assert "「雲頂」" in draft.text
    assert draft.abstained


def test_places_in_the_head_are_named_even_without_a_record() -> None:
    asked = query(
        "list",
        filter=RouteFilter(sector_ids=("whale/x",)),
        places=(mention("sector", "whale/x", surface="右緣"),),
    )
    assert "右緣" in render(asked, evidence(routes=(SALT,))).text.splitlines()[0]
