"""The word tables: they load, compile, say nothing twice and bind nothing to unknown names."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest
import yaml

from bot.schema import CRAG_FIELDS, GYM_FIELDS, ROUTE_FIELDS
from bot.understanding import words
from bot.understanding.mending import mended_by_sound
from knowledge.filters import GymOrder, RouteOrder
from knowledge.schema import FlagKind, GradeSystem, GymType, RouteType
from knowledge.text import key

FOLDER = Path(words.__file__).parent
TABLES = sorted(path.stem for path in FOLDER.glob("*.yaml"))


def rows(table: str) -> dict[str, dict[str, str]]:
    loaded = yaml.safe_load((FOLDER / f"{table}.yaml").read_text("utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def parts(said: str) -> list[str]:
    return [word.strip() for word in said.split(" / ")]


def test_every_table_is_looked_at() -> None:
    assert len(TABLES) >= 14


@pytest.mark.parametrize("table", TABLES)
def test_table_loads_and_compiles(table: str) -> None:
    found = words.table(table)
    assert [meaning.name for meaning in found] == list(rows(table))
    assert len(found) >= 1


@pytest.mark.parametrize("table", TABLES)
def test_rows_hold_words_of_two_languages_and_nothing_else(table: str) -> None:
    for meaning, row in rows(table).items():
        assert isinstance(meaning, str), meaning
        assert row.keys() <= {"zh", "en"}, meaning
        assert row.get("zh") or row.get("en"), meaning


@pytest.mark.parametrize("table", TABLES)
def test_no_word_stands_twice_in_a_meaning(table: str) -> None:
    for meaning, row in rows(table).items():
        for language, said in row.items():
            twice = [word for word, count in Counter(parts(said)).items() if count > 1]
            assert not twice, (meaning, language)


@pytest.mark.parametrize("table", TABLES)
def test_no_word_is_empty_or_matches_everything(table: str) -> None:
    for meaning, row in rows(table).items():
        assert all(parts(said) and "" not in parts(said) for said in row.values()), meaning
    for found in words.table(table):
        assert not found.stands_in("", ""), found.name
        assert not found.stands_in("㐀㐁㐂", "zzqzz qzqz"), found.name


@pytest.mark.parametrize("table", TABLES)
def test_every_english_expression_compiles_alone(table: str) -> None:
    for row in rows(table).values():
        for expression in parts(row.get("en", "")):
            re.compile(expression)


@pytest.mark.parametrize("table", TABLES)
def test_every_plain_chinese_word_is_found_alone(table: str) -> None:
    for meaning, row in rows(table).items():
        for word in parts(row.get("zh", "")):
            if word and not set(word) & set("~#@%<>()|"):
                assert meaning in words.find(table, key(word), word.casefold()), word


@pytest.mark.parametrize(
    ("table", "names"),
    [
        ("route_fields", ROUTE_FIELDS),
        ("crag_fields", CRAG_FIELDS),
        ("gym_fields", GYM_FIELDS),
        ("route_types", get_args(RouteType)),
        ("gym_types", get_args(GymType)),
        ("grade_systems", get_args(GradeSystem)),
        ("hazards", get_args(FlagKind)),
        ("seasons", tuple("春夏秋冬")),
    ],
)
def test_meanings_are_names_that_the_rest_knows(table: str, names: tuple[str, ...]) -> None:
    assert {meaning.name for meaning in words.table(table)} <= set(names)


@pytest.mark.parametrize(
    ("table", "orders"),
    [("route_orders", get_args(RouteOrder)), ("gym_orders", get_args(GymOrder))],
)
def test_orders_end_in_a_direction(table: str, orders: tuple[str, ...]) -> None:
    for meaning in words.table(table):
        ranked, _, end = meaning.name.rpartition("_")
        assert ranked in orders
        assert end in {"up", "down"}


@pytest.mark.parametrize(
    ("table", "text", "absent"),
    [
        ("gym_fields", "how high is the wall", "instagram"),
        ("gym_fields", "online booking", "line"),
        ("route_fields", "breakdown by type", "video"),
        ("route_fields", "which route is far", "first_ascent"),
        ("grade_systems", "a nice view", "v"),
    ],
)
def test_short_latin_words_are_not_found_inside_others(table: str, text: str, absent: str) -> None:
    assert absent not in words.find(table, key(text), text.casefold())


@pytest.mark.parametrize(
    ("text", "field"),
    [("浮島的 IG", "instagram"), ("LINE 是什麼", "line"), ("fb 粉專", "facebook")],
)
def test_short_latin_words_are_found_between_chinese(text: str, field: str) -> None:
    assert field in words.find("gym_fields", key(text), text.casefold())


def test_a_joint_and_the_name_after_it_are_no_slip_of_a_word() -> None:
    def nothing_named(_: str) -> list[tuple[int, int]]:
        return []

    assert mended_by_sound("石螢谷的芝草坡難度", nothing_named) == "石螢谷的芝草坡難度"
    assert mended_by_sound("灰鯨的男度", nothing_named) == "灰鯨的難度"
    assert mended_by_sound("哪幾季適合去", nothing_named) == "哪幾季適合去"
