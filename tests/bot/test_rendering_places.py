"""Crags, areas and sectors: figures from routes, discretion about sensitive places."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.rendering import render
from bot.rendering.prose import quotable_prose
from bot.schema import Evidence, Query
from knowledge.schema import Flag
from tests.bot.rendering_records import (
    CAVE,
    LEFT,
    QUIET,
    QUIET_GROUP,
    TAIL,
    WHALE,
    WHALE_GROUP,
    evidence,
    mention,
    query,
)


def _asked(field: str, place: str = "whale", **more: Any) -> Query:
    return query("crag_info", fields=(field,), places=(mention("crag", place),), **more)


def _held() -> Evidence:
    return evidence(crags=(WHALE, QUIET), groups=(WHALE_GROUP, QUIET_GROUP))


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("region", "東部・花蓮縣"),
        ("address", "花蓮縣鯨尾鄉燈塔路 9 號"),
        ("rock", "大理岩"),
        ("season", "秋、冬"),
        ("approach", "從燈塔步行 15 分鐘"),
        ("parking", "燈塔停車場"),
        ("transport", "公車：搭 900 路到燈塔站"),
        ("amenities", "廁所、涼亭"),
        ("routes", "43"),
        ("grades", "5.9 到 5.11c"),
        ("types", "運攀 41 條、傳攀 2 條"),
        ("areas", "尾鰭牆、藍洞"),
        ("coordinates", "24.1234, 121.6543"),
        ("maintainer", "鯨尾岩友會"),
        ("names", "Whale Bay"),
        ("description", "浪花很近"),
    ],
)
def test_a_recorded_field_is_told(field: str, expected: str) -> None:
    draft = render(_asked(field), _held())
    assert expected in draft.text
    assert not draft.abstained
    assert draft.text.splitlines()[-1].startswith("📚 來源：")


def test_figures_come_from_the_routes_and_not_from_the_prose() -> None:
    text = render(_asked("overview"), _held()).text
    assert "43 條" in text
    assert "99" not in text


def test_a_missing_field_abstains() -> None:
    draft = render(_asked("season", "quiet"), _held())
    assert "沒有記載" in draft.text
    assert draft.abstained


@pytest.mark.parametrize("field", ["address", "approach", "parking", "transport", "coordinates"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_sensitive_crag_gives_no_way_in(field: str, language: str) -> None:
    draft = render(_asked(field, "quiet", language=language), _held())
    for secret in (QUIET.approach, QUIET.parking, "果園", "過橋", "23.98", "120.98"):
        assert secret not in draft.text
    assert draft.abstained
    assert ("當地岩友" if language == "zh" else "local climbing community") in draft.text


@pytest.mark.parametrize("field", ["overview", "description"])
def test_the_description_of_a_sensitive_crag_is_quoted_without_the_way(field: str) -> None:
    draft = render(_asked(field, "quiet"), _held())
    assert "石灰岩" in draft.text
    assert "低調" in draft.text
    for secret in ("果園", "小徑", "十分鐘"):
        assert secret not in draft.text


def test_other_fields_of_a_sensitive_crag_are_answered() -> None:
    draft = render(_asked("routes", "quiet"), _held())
    assert "18" in draft.text
    assert not draft.abstained


def test_an_open_question_and_a_hidden_one_together_are_half_answered() -> None:
    asked = query("crag_info", fields=("routes", "parking"), places=(mention("crag", "quiet"),))
    draft = render(asked, _held())
    assert "18" in draft.text
    assert "對面" not in draft.text
    assert not draft.abstained


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("岩場擁有94條路線。季節是秋冬。", "…季節是秋冬。"),
        ("從5.6到5.14a都有，適合各種岩友。", "…適合各種岩友。"),
        ("With 94 routes, it is large.", "…it is large."),
    ],
)
def test_figures_of_routes_are_left_out_of_prose(text: str, kept: str) -> None:
    assert quotable_prose(text, None).replace("… ", "…") == kept


def test_prose_about_the_way_stays_where_nobody_asks_for_discretion() -> None:
    assert quotable_prose("從步道入口走十分鐘。", WHALE) == "從步道入口走十分鐘。"


def test_an_area_knows_its_crag_and_its_sectors() -> None:
    held = evidence()
    asked = query("crag_info", fields=("region",), places=(mention("area", "whale/tail"),))
    assert "「尾鰭牆」屬於鯨尾灣。" in render(asked, held).text
    asked = query("crag_info", fields=("sectors",), places=(mention("area", "whale/tail"),))
    assert "左緣" in render(asked, held).text
    asked = query("crag_info", fields=("season",), places=(mention("area", "whale/tail"),))
    assert "秋、冬" in render(asked, held).text
    asked = query("crag_info", fields=("region",), places=(mention("sector", LEFT.id),))
    assert "鯨尾灣›尾鰭牆" in render(asked, held).text


def test_a_season_that_is_not_listed_is_said_to_be_missing() -> None:
    text = render(_asked("season", seasons=("夏", "秋")), _held()).text
    assert "夏沒有列在裡面" in text
    assert "秋有列在裡面" in text


def test_closures_are_shown_with_their_date() -> None:
    closed = replace(WHALE, flags=(Flag("wildlife", "遊隼育雛期間封閉", "2026-02"),))
    draft = render(_asked("hazards"), evidence(crags=(closed,)))
    assert "遊隼育雛期間封閉" in draft.text
    assert "2026-02" in draft.text


def test_no_recorded_closure_is_not_called_open() -> None:
    assert "不代表有開放" in render(_asked("hazards"), _held()).text


def test_the_list_of_crags_counts_routes() -> None:
    draft = render(query("crag_info", topic="list"), _held())
    assert "1. 鯨尾灣（Whale Bay）：43 條" in draft.text
    counted = render(query("crag_info", topic="list", fields=("count",)), _held())
    assert "2 個岩場" in counted.text


def test_an_unknown_crag_names_those_we_know() -> None:
    draft = render(
        query("crag_info", fields=("season",), unknown=("雲頂",)), Evidence(places=("鯨尾灣",))
    )
    assert "「雲頂」" in draft.text
    assert "鯨尾灣" in draft.text
    assert draft.abstained


def test_parts_of_another_crag_are_not_counted() -> None:
    other = replace(CAVE, id="quiet/x", crag_id="quiet", name="深洞")
    text = render(_asked("areas"), evidence(areas=(TAIL, other))).text
    assert "深洞" not in text
    assert "1 個區域" in text


def test_what_is_near_a_sensitive_crag_is_refused_plainly() -> None:
    draft = render(_asked("amenities", "quiet"), _held())
    assert "附近有什麼" in draft.text
    assert draft.abstained
