"""Conversion between the scales of a group, and difficulty words."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from knowledge.errors import KnowledgeError
from knowledge.grades import (
    CrossGroupError,
    UnknownGradeError,
    convert,
    convertible,
    find_level,
    levels,
    overlaps,
    parse_grade,
)

if TYPE_CHECKING:
    from knowledge.grades import Level
    from knowledge.schema import GradeGroup, GradeSystem, RouteType


@pytest.mark.parametrize(
    ("raw", "discipline", "to", "expected"),
    [
        ("5.11a", None, "french", "6b+/6c"),
        ("5.10a", None, "french", "5c/6a"),
        ("5.10b", None, "french", "6a+"),
        ("5.12a", None, "french", "7a+"),
        ("5.11", None, "french", "6b+～7a+"),
        ("5.11a", None, "uiaa", "7+/8-"),
        ("5.10c", None, "uiaa", "7"),
        ("7a", "sport", "yds", "5.11c/5.11d"),
        ("UIAA 8", None, "yds", "5.11c/5.11d"),
        ("V5", None, "font", "6C/6C+"),
        ("V0", None, "font", "4B/4B+"),
        ("6C+", "boulder", "v", "V5/V6"),
        ("5.10", None, "yds", "5.10"),
    ],
)
def test_conversion_reads_the_other_scale_at_both_ends(
    raw: str, discipline: RouteType | None, to: GradeSystem, expected: str
) -> None:
    assert convert(parse_grade(raw, discipline), to) == expected


@pytest.mark.parametrize(("raw", "to"), [("V4", "yds"), ("5.11a", "v"), ("7a", "font")])
def test_routes_and_boulders_are_never_converted_into_each_other(raw: str, to: GradeSystem) -> None:
    with pytest.raises(CrossGroupError) as caught:
        convert(parse_grade(raw, "sport"), to)
    assert isinstance(caught.value, KnowledgeError)
    assert "抱石" in caught.value.reply


def test_an_unknown_grade_is_not_converted() -> None:
    with pytest.raises(UnknownGradeError) as caught:
        convert(parse_grade("5.??"), "french")
    assert "5.??" in caught.value.reply


def test_convertible_names_the_other_systems_of_the_group() -> None:
    assert convertible(parse_grade("5.10a")) == ("french", "uiaa")
    assert convertible(parse_grade("V4")) == ("font",)
    assert convertible(parse_grade("TBD")) == ()


@pytest.mark.parametrize(
    ("text", "level", "group"),
    [
        ("適合新手的路線", "beginner", "free"),
        ("初学者可以爬什么", "beginner", "free"),
        ("入門抱石", "beginner", "boulder"),
        ("good for beginners", "beginner", "free"),
        ("中階的運攀", "intermediate", "free"),
        ("进阶路线", "advanced", "free"),
        ("advanced boulder problems", "advanced", "boulder"),
        ("給高手的", "expert", "free"),
    ],
)
def test_difficulty_words_become_bounds(text: str, level: Level, group: GradeGroup) -> None:
    assert find_level(text) == levels(group)[level]


def test_a_text_without_a_difficulty_word_has_no_level() -> None:
    assert find_level("龍洞有哪些路線") is None


def test_discipline_decides_the_bounds_of_a_difficulty_word() -> None:
    assert find_level("新手", discipline="boulder") == levels("boulder")["beginner"]
    assert find_level("新手抱石場旁的路線", discipline="sport") == levels("free")["beginner"]


@pytest.mark.parametrize("group", ["free", "boulder"])
def test_levels_follow_each_other_without_gaps(group: GradeGroup) -> None:
    bounds = list(levels(group).values())
    assert bounds[0].lo is None
    assert bounds[-1].hi is None
    for easier, harder in pairwise(bounds):
        assert easier.hi is not None
        assert harder.lo == easier.hi + 1


def test_level_words_name_grades_of_their_bounds() -> None:
    assert overlaps(parse_grade("5.9"), levels("free")["beginner"])
    assert not overlaps(parse_grade("5.10a"), levels("free")["beginner"])
