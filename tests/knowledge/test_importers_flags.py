"""Warnings read from statuses and prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.importers import crag_json
from knowledge.importers.fields import ProblemLog, Row
from knowledge.importers.flags import flags_in, inherit, status_flags
from knowledge.schema import UNKNOWN_GRADE, Area, Crag, Flag, Records, Route

if TYPE_CHECKING:
    from collections.abc import Sequence


def kinds(*texts: str) -> set[str]:
    return {flag.kind for flag in flags_in(*texts)}


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("路線上方於2016/06/04發生大規模落石，路線封閉", {"closed", "rockfall"}),
        ("本區已封閉。", {"closed"}),
        ("暫停開放，恢復時間另行公告", {"closed"}),
        ("路線封闭", {"closed"}),
        ("The route is closed due to rockfall.", {"closed", "rockfall"}),
        ("Temporarily closed until further notice", {"closed"}),
        ("頂端鬆動岩塊，請勿攀登", {"do_not_climb", "loose_rock"}),
        ("請別爬，落石多", {"do_not_climb", "rockfall"}),
        ("管理處禁止攀登", {"do_not_climb"}),
        ("⚠️繩圈更換前請不要攀爬此路線。", {"do_not_climb"}),
        ("Do not climb this line.", {"do_not_climb"}),
        ("落石風險高，建議勿攀登", {"discouraged", "rockfall"}),
        ("建議不要攀登", {"discouraged"}),
        ("不建議攀爬", {"discouraged"}),
        ("Climbing here is not recommended.", {"discouraged"}),
        ("地點較為敏感，請保持低調", {"sensitive"}),
        ("請勿公開位置", {"sensitive"}),
        ("Please keep a low profile.", {"sensitive"}),
        ("路線上有⽼舊Bolt，請勿使⽤", {"old_bolts"}),
        ("Bolt 生鏽", {"old_bolts"}),
        ("the bolts are rusted", {"old_bolts"}),
        ("路線仍使用 304 錨栓", {"old_bolts"}),
        ("部分岩點鬆動", {"loose_rock"}),
        ("岩質不穩", {"loose_rock"}),
        ("有浮石", {"loose_rock"}),
        ("a loose block near the top", {"loose_rock"}),
        ("無 Anchor，可步⾏返回起攀處", {"no_anchor"}),
        ("沒有固定點", {"no_anchor"}),
        ("No fixed anchor.", {"no_anchor"}),
        ("漲潮時走不到", {"tide"}),
        ("注意長浪與瘋狗浪", {"tide"}),
        ("夏天有虎頭蜂窩", {"wildlife"}),
        ("遊隼繁殖期", {"wildlife"}),
        ("⚠️固定點在樹上", {"hazard"}),
        ("建議佩戴岩盔，確保者提高警覺", {"hazard"}),
        ("第二個錨栓旁的岩質可能有問題", {"loose_rock"}),
        ("大 flake 敲起來岩石空心", {"loose_rock"}),
        ("中段岩质有疑虑", {"loose_rock"}),
        ("A hollow flake guards the top", {"loose_rock"}),
        ("舊型錨栓拉測時出現變形，之後換新", {"hazard"}),
        ("吊環於 2011/03/04 斷裂", {"hazard"}),
        ("the second bolt was pulled out", {"hazard"}),
        ("頂端的支點不易架設", {"hazard"}),
        ("這段難以保護", {"hazard"}),
        ("hard to protect at the crux", {"hazard"}),
        ("runout above the ledge", {"hazard"}),
        ("保護點稀少", {"hazard"}),
        ("Bolt 間距偏大", {"hazard"}),
        ("避開右側裂縫以免擺盪", {"hazard"}),
        ("有觸地風險", {"hazard"}),
        ("潮濕時風險高", {"hazard"}),
        ("遭不明人士增設兩組固定點", {"hazard"}),
        ("有人擅自加裝 bolt", {"hazard"}),
        ("anchor placed by unknown people", {"hazard"}),
    ],
)
def test_warnings_are_recognised(prose: str, expected: set[str]) -> None:
    assert kinds(prose) == expected


@pytest.mark.parametrize(
    "prose",
    [
        "封閉解除，可正常攀登",
        "2021/05 已重新開放",
        "為避免封閉，請勿亂丟垃圾",
        "曾封閉一年，現已開放",
        "全封閉握法",
        "停車場晚上十點關閉",
        "The closure was lifted in 2023.",
        "closed-hand crimp at the crux",
        "與 <封閉的心> 共用 Anchor",
        "與 <落石> 共用 Anchor，《請勿攀登》一書有記載",
        "沒有落石",
        "原為運攀路線，切除老舊Bolt後保留為傳攀路線",
        "2018/03切除⽼舊Bolt後，正式改為傳攀路線",
        "bolt本身並未鬆動",
        "低調的好路線",
        "岩質很好",
        "並不危險",
        "不受潮汐影響",
        "熱身路線，全是大點",
        "請勿攀爬樹木",
        "岩質沒有問題",
        "沒什麼風險的熱身線",
        "固定點很好",
        "no risk at all",
        "小心翼翼的平衡動作",
        "",
    ],
)
def test_what_only_looks_like_a_warning_is_none(prose: str) -> None:
    assert kinds(prose) == set()


@pytest.mark.parametrize(
    "prose",
    [
        "雨後請勿攀登",
        "下雨時，請勿攀登",
        "新手請勿攀登",
        "Do not climb when wet.",
        "不建議初學者攀爬，不建議新手攀登",
    ],
)
def test_a_ban_under_a_condition_warns_but_does_not_close(prose: str) -> None:
    assert "hazard" in kinds(prose)
    assert not kinds(prose) & {"do_not_climb", "discouraged", "closed"}


def test_a_question_line_is_no_condition() -> None:
    assert "do_not_climb" in kinds("若有疑問請洽管理處，本區禁止攀登")


def test_a_reopening_lifts_only_the_closures_before_it() -> None:
    assert "closed" not in kinds("2020/03 路線封閉。2021/05 已重新開放。")
    assert "closed" in kinds("2018 重新開放。2022/06 再度路線封閉。")
    assert "closed" in kinds("路線封閉，尚未重新開放")


def test_the_sentence_is_quoted_with_its_day() -> None:
    flags = flags_in("右轉。2019/05/12通報：上方落石風險高，建議勿攀登。之後直上")
    quoted = "2019/05/12通報：上方落石風險高，建議勿攀登"
    assert Flag("discouraged", quoted, "2019-05-12") in flags


def test_of_a_long_sentence_the_clause_is_quoted() -> None:
    prose = "起攀後" + "一路往右上，" * 30 + "最後二十公尺岩質不穩，小心"
    (flag, *_) = flags_in(prose)
    assert flag.evidence == "最後二十公尺岩質不穩"


def test_radicals_do_not_hide_a_word_and_are_quoted_as_they_came() -> None:
    (flag,) = flags_in("有⽼舊 Bolt")
    assert flag.evidence == "有⽼舊 Bolt"


@given(st.text(max_size=200))
def test_any_prose_can_be_read(prose: str) -> None:
    for flag in flags_in(prose):
        assert flag.evidence


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ({"status": "draft"}, "draft"),
        ({"status": "Unpublished"}, "draft"),
        ({"status": "草稿"}, "draft"),
        ({"published": False}, "draft"),
        ({"status": "temporarily_closed"}, "closed"),
        ({"status": "暫停開放"}, "closed"),
        ({"isClosed": True}, "closed"),
        ({"accessStatus": "banned"}, "do_not_climb"),
        ({"sensitive": True}, "sensitive"),
    ],
)
def test_a_status_of_its_own_flags(values: dict[str, object], kind: str) -> None:
    assert [flag.kind for flag in status_flags(Row(values, "", ProblemLog("test")))] == [kind]


@pytest.mark.parametrize("values", [{"status": "published"}, {"status": 3}, {"closed": "no"}, {}])
def test_an_ordinary_status_flags_nothing(values: dict[str, object]) -> None:
    assert status_flags(Row(values, "", ProblemLog("test"))) == ()


def place(*, crag_flags: Sequence[Flag] = (), area_flags: Sequence[Flag] = ()) -> Records:
    return Records(
        crags=(Crag("c", "霧角", "s", flags=tuple(crag_flags)),),
        areas=(
            Area("c/n", "c", "北牆", "s", flags=tuple(area_flags)),
            Area("c/t", "c", "潮音洞", "s"),
        ),
        routes=(
            Route("r1", "c", "一", UNKNOWN_GRADE, "s", area_id="c/n"),
            Route("r2", "c", "二", UNKNOWN_GRADE, "s", area_id="c/t"),
        ),
    )


def closed_routes(records: Records) -> list[str]:
    return [route.id for route in inherit(records).routes if not route.recommendable]


def test_a_closed_crag_closes_its_areas_and_routes() -> None:
    handed = inherit(place(crag_flags=[Flag("closed", "全區封閉", "2025-01-01")]))
    assert closed_routes(handed) == ["r1", "r2"]
    assert handed.routes[0].flags == (Flag("closed", "全區封閉", "2025-01-01"),)
    assert all(area.flags for area in handed.areas)
    assert inherit(handed) == handed


def test_a_closed_area_closes_its_own_routes_only() -> None:
    assert closed_routes(place(area_flags=[Flag("do_not_climb", "請勿攀登")])) == ["r1"]


def test_a_closure_that_names_an_area_holds_there_only() -> None:
    assert closed_routes(place(crag_flags=[Flag("closed", "潮音洞於繁殖期封閉")])) == ["r2"]


def test_a_partial_closure_closes_no_route() -> None:
    assert closed_routes(place(crag_flags=[Flag("closed", "部分路線封閉")])) == []


def test_discretion_about_a_place_closes_nothing() -> None:
    assert closed_routes(place(crag_flags=[Flag("sensitive", "請保持低調")])) == []


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("只有一線牆開放申請攀登，其他區域請勿攀登。", "2 3"),
        ("除一線牆外，全區請勿攀登。", "2 3"),
        ("一線牆可攀登，其餘區域禁止攀登。", "2 3"),
        ("All other areas except Line Wall are closed.", "2 3"),
        ("一線牆封閉。", "1"),
        ("其他區域開放，一線牆封閉。", "1"),
        ("請勿攀登一線牆，其他區域可以。", "1"),
        ("全區封閉。", "1 2 3"),
        ("部分路線封閉。", ""),
    ],
)
def test_a_closure_that_names_what_stays_open_holds_for_the_rest(text: str, closed: str) -> None:
    data = {
        "crag": {"id": "c", "name": "鴉山", "description": text},
        "areas": [
            {"id": "a", "name": "一線牆", "nameEn": "Line Wall"},
            {"id": "b", "name": "大谷"},
        ],
        "routes": [
            {"id": "1", "areaId": "a", "name": "甲線", "grade": "5.9"},
            {"id": "2", "areaId": "b", "name": "乙線", "grade": "5.9"},
            {"id": "3", "name": "丙線", "grade": "5.9"},
        ],
    }
    routes = crag_json.read(data, "c.json").routes
    assert [route.id for route in routes if not route.recommendable] == closed.split()


@pytest.mark.parametrize(
    ("prose", "quoted"),
    [
        (
            "起攀後往右上，" * 15 + "兩組耳片 (A、B，1999設置) 同時斷裂失效，請勿使用。",
            "兩組耳片 (A、B，1999設置) 同時斷裂失效",
        ),
        ("起攀後往右上，" * 15 + "上段岩質鬆動 (右側", "上段岩質鬆動"),
        ("上段岩質鬆動) 之後直上", "上段岩質鬆動"),
    ],
)
def test_a_quotation_has_no_half_of_a_pair_of_brackets(prose: str, quoted: str) -> None:
    assert quoted in {flag.evidence for flag in flags_in(prose)}


@given(st.text(alphabet="甲落石()（），。乙 ", max_size=120))
def test_quotations_keep_their_brackets_in_pairs(text: str) -> None:
    for flag in flags_in(text):
        opened = sum(flag.evidence.count(mark) for mark in "(（")
        assert opened == sum(flag.evidence.count(mark) for mark in ")）")
