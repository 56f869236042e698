"""Small things of the wording: bounds, counting words, spaces, tickets, English places, reasons."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.rendering import render
from bot.rendering.conditions import english_grades, route_conditions
from bot.rendering.price_names import price_name
from bot.rendering.request import Request
from bot.rendering.towns import place_word
from bot.verifier import verify
from knowledge.filters import GradeRange, RouteFilter
from knowledge.schema import Flag
from tests.bot.rendering_records import BLOC, QUIET, SALT, WHALE, WIDE, evidence, mention, query

if TYPE_CHECKING:
    from knowledge.schema import Route

NAMES = (mention("route", SALT.id, surface=SALT.name),)


@pytest.mark.parametrize(
    ("low", "high", "told", "english"),
    [
        (20.01, None, "長度超過 20 公尺", "length over 20 m"),
        (None, 9.99, "長度不到 10 公尺", "length under 10 m"),
        (20.0, None, "長度 20 公尺 以上", "length 20 m or more"),
        (10.01, 19.99, "長度超過 10 公尺、不到 20 公尺", "length over 10 m, under 20 m"),
        (12.5, None, "長度 12.5 公尺 以上", "length 12.5 m or more"),
    ],
)
def test_a_bound_that_is_excluded_is_said_so(
    low: float | None, high: float | None, told: str, english: str
) -> None:
    wanted = RouteFilter(length_min=low, length_max=high)
    for language, words in (("zh", told), ("en", english)):
        asked = query("list", filter=wanted, language=language)
        assert route_conditions(Request(asked, evidence())) == words


def test_boulders_alone_are_counted_as_problems() -> None:
    assert "1 題" in render(query("list"), evidence(routes=(BLOC,))).text
    assert "題" not in render(query("list"), evidence(routes=(BLOC, SALT))).text


@pytest.mark.parametrize("routes", [(BLOC,), (BLOC, replace(BLOC, id="r12", name="方石"))])
def test_counted_problems_hold_before_the_verifier(routes: tuple[Route, ...]) -> None:
    given = evidence(routes=routes)
    draft = render(query("list", "有哪些抱石"), given)
    assert verify(draft.text, given, asked="有哪些抱石", figures=draft.figures).ok


def test_a_latin_name_stands_apart_from_chinese_words() -> None:
    given = evidence(routes=(replace(SALT, first_ascent="Sam Lin"),))
    for text in ("誰首攀", "首攀者是哪位", "誰開的"):
        asked = query("fact", text, routes=NAMES, fields=("first_ascent",))
        told = render(asked, given).text
        assert " Sam Lin" in told
        assert "Lin首" not in told


def test_an_uncertain_grade_is_told_without_a_particle() -> None:
    names = (mention("route", WIDE.id, surface=WIDE.name),)
    for number in range(12):
        asked = query("fact", f"幾級{number}", routes=names, fields=("grade",))
        assert "喔" not in render(asked, evidence(routes=(WIDE,))).text


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("monthlyPass", "月票"),
        ("student", "學生票"),
        ("tenPass", "十次票"),
        ("chalk", "粉袋租借"),
        ("chalkRental", "粉袋租借"),
        ("annual_pass", "年票"),
        ("學生票", "學生票"),
        ("zzTop", "zzTop"),
    ],
)
def test_a_ticket_has_a_chinese_name(key: str, name: str) -> None:
    assert price_name(key) == name


@pytest.mark.parametrize(
    ("name", "english"),
    [("台中市", "Taichung"), ("臺東縣", "Taitung"), ("北部", "northern Taiwan"), ("霧島", "霧島")],
)
def test_places_are_english_in_english(name: str, english: str) -> None:
    assert place_word(name, "en") == english
    assert place_word(name, "zh") == name


def test_a_grade_range_is_english_in_english() -> None:
    assert english_grades("5.11a 以上") == "5.11a or harder"
    wanted = RouteFilter(grade=GradeRange("free", 57, 66, "5.10a 到 5.10d"))
    asked = query("list", filter=wanted, language="en")
    assert route_conditions(Request(asked, evidence())) == "5.10a to 5.10d"


def test_one_is_singular_in_english() -> None:
    assert "1 routes" not in render(query("list", language="en"), evidence(routes=(SALT,))).text


def test_a_status_is_told_in_words() -> None:
    given = evidence(routes=(replace(SALT, flags=(Flag("draft", "status: draft"),)),))
    told = render(query("fact", routes=NAMES, fields=("grade",)), given).text
    assert "status" not in told
    assert "草稿資料" in told


@pytest.mark.parametrize(
    ("description", "told"),
    [("翻過屋簷。", "描述符合你要的天花板"), ("大天花板。", "資料提到天花板")],
)
def test_a_reason_quotes_only_a_word_of_the_record(description: str, told: str) -> None:
    route = replace(SALT, description=description, styles=("roof",))
    asked = query("recommend", filter=RouteFilter(styles=("roof",)), styles_asked=("天花板",))
    assert told in render(asked, evidence(routes=(route,))).text


def test_where_a_crag_is_includes_its_address_unless_it_is_quiet() -> None:
    for crag, tells in ((WHALE, True), (QUIET, False)):
        places = (mention("crag", crag.id, surface=crag.name),)
        asked = query("crag_info", f"{crag.name}在哪", places=places, fields=("region",))
        assert (crag.address in render(asked, evidence(crags=(crag,))).text) is tells


def test_the_recorded_height_is_told() -> None:
    given = evidence(crags=(replace(WHALE, height_m="15–105"),))
    places = (mention("crag", WHALE.id, surface=WHALE.name),)
    draft = render(query("crag_info", "多高", places=places, fields=("height",)), given)
    assert "「鯨尾灣」高 15–105 公尺。" in draft.text
    assert verify(draft.text, given, asked="多高", figures=draft.figures).ok


def test_no_bolts_are_said_in_words() -> None:
    given = evidence(routes=(replace(SALT, bolts=0),))
    draft = render(query("recommend"), given)
    assert "0 個 bolt" not in draft.text
    assert "沒有 bolt（資料記 0）" in draft.text
    assert verify(draft.text, given, figures=draft.figures).ok
