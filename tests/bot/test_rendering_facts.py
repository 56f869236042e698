"""Facts about routes: what is recorded is said, what is missing is said to be missing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.rendering import render
from bot.schema import Claim
from knowledge.schema import Flag
from tests.bot.rendering_records import (
    BARE,
    BLOC,
    DEMO,
    FOAM,
    GUIDE,
    PITCH_1,
    PITCH_2,
    QUIET,
    RUNOUT,
    SALT,
    SALT_GYM,
    SHUT,
    TWIN_A,
    TWIN_B,
    WHALE,
    WIDE,
    evidence,
    mention,
    query,
)

SOURCE_LINE = "📚 來源：鯨尾灣虛構圖冊（更新 2026-03-02）"


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("grade", "5.10a"),
        ("type", "運攀"),
        ("length", "12 公尺"),
        ("bolts", "5 個 bolt"),
        ("location", "鯨尾灣›尾鰭牆›左緣"),
        ("first_ascent", "阿海"),
        ("first_ascent_on", "2011-05-07"),
        ("description", "起攀走左側裂隙，第 3 顆 bolt 後是難關"),
        ("anchor", "雙吊環"),
        ("names", "舊名 鹹早餐"),
        ("video", "https://example.org/v/salt"),
        ("popularity", "3"),
        ("gear", "不能代替判斷"),
        ("season", "秋、冬"),
    ],
)
def test_a_recorded_field_is_told_with_its_route_and_source(field: str, expected: str) -> None:
    draft = render(query("fact", fields=(field,)), evidence(routes=(SALT,)))
    assert expected in draft.text
    assert "鹽味早餐" in draft.text
    assert draft.text.splitlines()[-1] == SOURCE_LINE
    assert (draft.route_ids, draft.source_ids, draft.abstained) == (("r1",), ("guide",), False)


@pytest.mark.parametrize(
    "field", ["length", "bolts", "first_ascent", "description", "anchor", "video", "names", "gear"]
)
def test_a_missing_field_is_never_guessed(field: str) -> None:
    draft = render(query("fact", fields=(field,)), evidence(routes=(BARE,)))
    assert "沒有記載" in draft.text
    assert draft.abstained
    assert draft.route_ids == ("r3",)


def test_one_missing_field_of_two_is_named_and_the_other_told() -> None:
    draft = render(query("fact", fields=("grade", "bolts")), evidence(routes=(RUNOUT,)))
    assert "5.10b R" in draft.text
    assert "bolt 數" in draft.text
    assert not draft.abstained


def test_an_unknown_grade_is_told_as_it_is_written() -> None:
    draft = render(query("fact", fields=("grade",)), evidence(routes=(BARE,)))
    assert "「5.??」" in draft.text
    assert "還沒定級" in draft.text


def test_an_uncertain_grade_keeps_its_question_mark() -> None:
    assert "5.10?（" in render(query("fact", fields=("grade",)), evidence(routes=(WIDE,))).text


def test_a_protection_rating_is_explained() -> None:
    assert (
        "墜落可能受傷" in render(query("fact", fields=("grade",)), evidence(routes=(RUNOUT,))).text
    )


def test_no_bolts_of_a_trad_route_is_a_fact_and_no_gap() -> None:
    draft = render(query("fact", fields=("bolts",)), evidence(routes=(WIDE,)))
    assert "沒有 bolt" in draft.text
    assert not draft.abstained


def test_flags_are_always_quoted_with_their_date() -> None:
    draft = render(query("fact", fields=("grade",)), evidence(routes=(SHUT,)))
    assert (
        "⚠️ 「斷線」｜封閉：資料寫「2016-06-04 落石，路線封閉」（回報日期 2016-06-04）" in draft.text
    )
    assert "老舊 bolt：資料寫「bolt 老舊」（未註明日期）" in draft.text


def test_a_closure_of_the_area_is_shown_with_its_route() -> None:
    closed = replace(WHALE, flags=(Flag("closed", "全區封閉", "2026-10"),))
    draft = render(query("fact", fields=("grade",)), evidence(routes=(SALT,), crags=(closed,)))
    assert "⚠️ 鯨尾灣｜封閉：資料寫「全區封閉」（回報日期 2026-10）" in draft.text


def test_no_recorded_hazard_is_not_called_safe() -> None:
    draft = render(query("fact", fields=("hazards",)), evidence(routes=(SALT,)))
    assert "不代表安全" in draft.text
    assert draft.abstained


def test_pitches_of_one_line_stand_on_one_line() -> None:
    draft = render(query("fact", fields=("grade",)), evidence(routes=(PITCH_1, PITCH_2)))
    assert any("P1 5.8" in line and "P2 5.10c" in line for line in draft.text.splitlines())
    assert draft.route_ids == ("r7", "r8")


def test_one_pitch_alone_is_named_with_its_pitch() -> None:
    assert (
        "「長夜 P2」" in render(query("fact", fields=("grade",)), evidence(routes=(PITCH_2,))).text
    )


def test_namesakes_are_told_apart_by_their_places() -> None:
    draft = render(query("fact", fields=("grade",)), evidence(routes=(TWIN_A, TWIN_B)))
    lines = draft.text.splitlines()
    assert any("尾鰭牆" in line and "5.7" in line and "5.12b" not in line for line in lines)
    assert any("藍洞" in line and "5.12b" in line for line in lines)
    assert draft.route_ids == ("r9", "r10")


def test_the_overview_is_a_card() -> None:
    text = render(query("fact", fields=("overview",)), evidence(routes=(SALT,))).text
    assert "🧗 鹽味早餐（Salty Breakfast）｜5.10a｜運攀｜12m" in text
    assert "📍 鯨尾灣›尾鰭牆›左緣" in text


def test_english_questions_are_answered_in_english() -> None:
    draft = render(query("fact", language="en", fields=("length",)), evidence(routes=(SALT,)))
    assert "Salty Breakfast" in draft.text
    assert "12 m" in draft.text
    assert "公尺" not in draft.text
    assert draft.text.splitlines()[-1].startswith("📚 Source: ")


def _grade_claim(surface: str, lo: int, hi: int) -> Claim:
    return Claim("grade", surface, lo, hi, surface)


def test_a_wrong_grade_is_corrected_first() -> None:
    asked = query(
        "fact",
        fields=("first_ascent",),
        routes=(mention("route", "r1"),),
        claims=(_grade_claim("5.12a", 75, 75),),
    )
    draft = render(asked, evidence(routes=(SALT,)))
    assert draft.text.splitlines()[0] == "「鹽味早餐」不是 5.12a，資料上是 5.10a。"
    assert "阿海" in draft.text
    assert draft.abstained
    assert draft.route_ids == ("r1",)


def test_a_right_grade_is_confirmed_when_nothing_else_is_asked() -> None:
    asked = query("fact", fields=("grade",), claims=(_grade_claim("5.10", 57, 66),))
    draft = render(asked, evidence(routes=(SALT,)))
    assert draft.text.splitlines()[0] in {
        "對，「鹽味早餐」是 5.10a。",
        "沒錯，「鹽味早餐」資料上是 5.10a。",
    }
    assert not draft.abstained


def test_a_claim_about_the_other_group_is_wrong() -> None:
    asked = query("fact", claims=(_grade_claim("V3", 58, 62),))
    assert "不是 V3" in render(asked, evidence(routes=(SALT,))).text


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (Claim("type", "trad", value="trad"), "「鹽味早餐」不是傳攀，資料上是運攀。"),
        (Claim("length", "30", value="30"), "「鹽味早餐」不是 30 公尺，資料上長 12 公尺。"),
        (Claim("bolts", "9", value="9"), "「鹽味早餐」不是 9 個 bolt，資料上是 5 個 bolt。"),
        (
            Claim("place", "靜谷", value="quiet"),
            "「鹽味早餐」不在靜谷，資料上在鯨尾灣›尾鰭牆›左緣。",
        ),
    ],
)
def test_other_wrong_claims_are_corrected(claim: Claim, expected: str) -> None:
    draft = render(query("fact", claims=(claim,)), evidence(routes=(SALT,)))
    assert expected in draft.text
    assert draft.abstained


def test_a_claim_that_no_record_can_settle_is_not_confirmed() -> None:
    asked = query("fact", fields=("bolts",), claims=(Claim("bolts", "6", value="6"),))
    draft = render(asked, evidence(routes=(RUNOUT,)))
    assert "沒辦法確認" in draft.text
    assert draft.abstained


def test_a_true_place_chooses_between_namesakes() -> None:
    asked = query(
        "fact",
        fields=("grade",),
        routes=(mention("route", "r9", "r10"),),
        claims=(Claim("place", "藍洞", value="whale/cave"),),
    )
    draft = render(asked, evidence(routes=(TWIN_A, TWIN_B)))
    assert draft.route_ids == ("r10",)
    assert "5.7" not in draft.text


def test_an_unknown_route_gets_suggestions_and_places_instead_of_a_guess() -> None:
    asked = query("fact", fields=("grade",), unknown=("鹽味午餐",))
    draft = render(asked, evidence(suggestions=("鹽味早餐",)))
    assert "「鹽味午餐」" in draft.text
    assert "「鹽味早餐」" in draft.text
    assert "鯨尾灣、靜谷" in draft.text
    assert draft.abstained
    assert draft.route_ids == ()


def test_a_part_that_is_known_is_answered_beside_an_unknown_one() -> None:
    draft = render(query("fact", fields=("grade",), unknown=("天邊",)), evidence(routes=(SALT,)))
    assert "5.10a" in draft.text
    assert "「天邊」" in draft.text
    assert not draft.abstained


def test_several_routes_each_have_their_own_line() -> None:
    draft = render(query("fact", fields=("grade", "length")), evidence(routes=(SALT, FOAM, BLOC)))
    for name, own, other in (("鹽味早餐", "5.10a", "5.11c"), ("白沫", "5.11c", "5.10a")):
        line = next(line for line in draft.text.splitlines() if f"「{name}」" in line)
        assert own in line
        assert other not in line


def test_a_route_of_a_sensitive_crag_is_answered_as_usual() -> None:
    quiet = replace(SALT, crag_id="quiet", area_id="", sector_id="")
    draft = render(query("fact", fields=("location",)), evidence(routes=(quiet,), crags=(QUIET,)))
    assert "靜谷" in draft.text
    assert "果園" not in draft.text


def test_alternatives_are_settled_together() -> None:
    either = (Claim("type", "sport", value="sport"), Claim("type", "trad", value="trad"))
    draft = render(query("fact", claims=either), evidence(routes=(SALT,)))
    assert "「鹽味早餐」不是" not in draft.text
    assert "運攀" in draft.text
    assert not draft.abstained
    neither = render(query("fact", claims=either), evidence(routes=(BLOC,)))
    assert "「圓石」不是運攀或傳攀，資料上是抱石。" in neither.text


def test_a_route_and_a_gym_are_answered_together() -> None:
    held = evidence(routes=(SALT,), gyms=(SALT_GYM,), sources=(GUIDE, DEMO))
    draft = render(query("gym_info", fields=("grade", "phone")), held)
    assert "5.10a" in draft.text
    assert "02-5550-0101" in draft.text
    assert (draft.route_ids, draft.gym_ids) == (("r1",), ("g1",))
    assert draft.text.count("📚") == 1
    assert set(draft.source_ids) == {"guide", "demo"}
