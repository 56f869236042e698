"""Recommendations: the fixed format, written from records and read back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rendering import (
    FOOTER,
    ParsedRecommendation,
    RouteBlock,
    format_recommendation,
    parse_recommendation,
    render,
)
from bot.rendering.recommendation import shorten
from bot.rendering.recommendation_format import NO_HAZARD, field_text, name_text
from knowledge.filters import GradeRange, RouteFilter
from knowledge.schema import Flag
from tests.bot.rendering_records import (
    BARE,
    FOAM,
    GUIDE,
    QUIET,
    RUNOUT,
    SALT,
    SHUT,
    WHALE,
    evidence,
    query,
)

WANTED = RouteFilter(
    crag_ids=("whale",), grade=GradeRange("free", 57, 66, "5.10a 到 5.10d"), types=("sport",)
)


def test_the_block_is_exactly_the_format() -> None:
    draft = render(query("recommend", filter=WANTED, limit=1), evidence(routes=(SALT,)))
    assert draft.text == "\n".join(
        [
            "為你推薦｜鯨尾灣・5.10a 到 5.10d・運攀・資料 2026-03-02",
            "🧗 鹽味早餐（Salty Breakfast）｜5.10a｜運攀・12m",
            "📍 鯨尾灣›尾鰭牆›左緣",
            "🔩 5 個 bolt；固定點：雙吊環；下撤：完攀後可步行下撤",
            "✨ 特色：起攀走左側裂隙，第 3 顆 bolt 後是難關",
            "👉 推薦原因：難度 5.10a，符合你要的難度範圍；就在你指定的鯨尾灣；是你要的運攀；"
            "資料標示的熱門度是 3",
            "⚠️ 注意：資料未列風險，不代表安全",
            "📚 來源：鯨尾灣虛構圖冊（更新 2026-03-02）",
            FOOTER,
        ]
    )
    assert (draft.route_ids, draft.source_ids, draft.abstained) == (("r1",), ("guide",), False)


def test_never_more_than_three_and_never_a_closed_one() -> None:
    draft = render(query("recommend"), evidence(routes=(SHUT, SALT, FOAM, RUNOUT, BARE)))
    assert draft.route_ids == ("r1", "r2", "r6")
    assert "斷線" not in draft.text
    assert parse_recommendation(draft.text).ok


def test_fewer_than_three_are_said_and_not_padded() -> None:
    draft = render(query("recommend"), evidence(routes=(SALT,)))
    assert "只有 1 條" in draft.text.splitlines()[0]
    assert parse_recommendation(draft.text).ok


def test_warnings_stand_in_the_block_with_their_date() -> None:
    loose = replace(SALT, flags=(Flag("loose_rock", "岩質不穩", "2019-05-12"),))
    parsed = parse_recommendation(render(query("recommend"), evidence(routes=(loose,))).text)
    assert parsed.blocks[0].caution == "岩質鬆動：「岩質不穩」（2019-05-12 回報）"


def test_a_sensitive_crag_asks_for_a_low_profile_and_gives_no_way() -> None:
    quiet = replace(SALT, crag_id="quiet", area_id="", sector_id="")
    draft = render(query("recommend"), evidence(routes=(quiet,), crags=(QUIET,)))
    assert "請保持低調" in draft.text
    assert "果園" not in draft.text


def test_gaps_are_called_gaps() -> None:
    text = render(query("recommend"), evidence(routes=(BARE,))).text
    block = parse_recommendation(text).blocks[0]
    assert (block.type, block.length) == ("型態未記載", "長度未記載")
    assert (block.anchor, block.descent, block.character) == ("未記載", "未記載", "未記載")
    assert block.gear == "bolt 數未記載"
    assert block.caution == NO_HAZARD


def test_nothing_to_recommend_abstains() -> None:
    draft = render(query("recommend", filter=WANTED), evidence(routes=(SHUT,)))
    assert draft.abstained
    assert not parse_recommendation(draft.text).ok


@pytest.mark.parametrize("topic", ["first_lead", "beginner"])
def test_first_timers_are_sent_to_an_instructor_after_the_footer(topic: str) -> None:
    lines = render(query("recommend", topic=topic), evidence(routes=(SALT,))).text.splitlines()
    assert lines.index(FOOTER) == len(lines) - 2
    assert "合格教練" in lines[-1]


def test_english_questions_get_an_english_line_before_the_format() -> None:
    text = render(query("recommend", language="en"), evidence(routes=(SALT,))).text
    assert text.splitlines()[0].isascii()
    assert parse_recommendation(text).ok


def test_invented_data_are_marked_in_the_block() -> None:
    held = evidence(routes=(SALT,), sources=(replace(GUIDE, invented=True),))
    draft = render(query("recommend"), held)
    assert "（更新 2026-03-02）（虛構示範資料）" in draft.text
    assert parse_recommendation(draft.text).blocks[0].invented


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("短短一句。", "短短一句"),
        ("一" * 30 + "。" + "二" * 30, "一" * 30),
        ("一" * 20 + "，" + "二" * 15 + "，" + "三" * 20, "一" * 20 + "，" + "二" * 15),
        ("word " * 12, "word word word word word word word word"),
        ("一" * 60, ""),
    ],
)
def test_the_character_is_cut_at_a_boundary(text: str, expected: str) -> None:
    cut = shorten(text.strip(), 40)
    assert cut == expected
    assert text.startswith(cut)


def test_broken_blocks_are_listed_with_their_line() -> None:
    good = render(query("recommend"), evidence(routes=(SALT,))).text
    without_caution = "\n".join(line for line in good.splitlines() if not line.startswith("⚠️"))
    parsed = parse_recommendation(without_caution)
    assert not parsed.ok
    assert any("第 1 條" in problem for problem in parsed.problems)
    assert parse_recommendation("你好").problems == ("沒有「為你推薦｜」開頭的標題行",)
    assert any(
        "結尾" in problem for problem in parse_recommendation(good.replace(FOOTER, "")).problems
    )


_TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp")), min_size=1, max_size=30
)
_VALUE = _TEXT.map(field_text)
_NAMES = st.tuples(_TEXT, st.one_of(st.just(""), _TEXT)).map(lambda pair: name_text(*pair))


@st.composite
def _blocks(draw: st.DrawFn) -> RouteBlock:
    name, name_en = draw(_NAMES)
    return RouteBlock(
        name=name,
        name_en=name_en,
        grade=draw(_VALUE),
        type=draw(st.sampled_from(["運攀", "傳攀", "上方架繩", "抱石", "型態未記載"])),
        length=draw(st.sampled_from(["12m", "7.5m", "長度未記載"])),
        place=draw(_VALUE),
        gear=draw(_VALUE),
        anchor=draw(_VALUE),
        descent=draw(_VALUE),
        character=draw(_VALUE),
        reason=draw(_VALUE),
        caution=draw(_VALUE),
        source=draw(_VALUE.filter(lambda text: "（更新 " not in text)),
        updated=draw(st.sampled_from(["2026-03-02", "日期未記載"])),
        invented=draw(st.booleans()),
    )


@settings(max_examples=50, deadline=None)
@given(
    blocks=st.lists(_blocks(), min_size=1, max_size=3),
    conditions=_VALUE,
    place=_VALUE.map(lambda text: text.replace("・", "·")),
)
def test_what_is_written_is_read_back(
    blocks: list[RouteBlock], conditions: str, place: str
) -> None:
    written = ParsedRecommendation(
        place=place, conditions=conditions, data_date="資料 2026-03-02", blocks=tuple(blocks)
    )
    assert parse_recommendation(format_recommendation(written)) == written


def test_every_place_of_the_shown_routes_is_named() -> None:
    elsewhere = replace(FOAM, crag_id="quiet", area_id="")
    text = render(query("recommend"), evidence(routes=(SALT, elsewhere), crags=(WHALE, QUIET))).text
    assert parse_recommendation(text).place == "鯨尾灣、靜谷"
