"""Grades against bounds, against each other, and one step on."""

from __future__ import annotations

import pytest

from knowledge.filters import GradeRange
from knowledge.grades import (
    around,
    compare,
    levels,
    overlaps,
    parse_grade,
    range_of,
    sort_key,
    step,
    within,
    words,
)

FROM_10A_TO_10D = range_of(parse_grade("5.10"))


@pytest.mark.parametrize(
    ("raw", "inside", "exact"),
    [
        ("5.9", False, False),
        ("5.9+", False, False),
        ("5.10a", True, True),
        ("5.10", True, True),
        ("5.10d/5.11a", True, False),
        ("5.11a", False, False),
        ("6b+", True, False),
        ("5.??", False, False),
        ("V4", False, False),
    ],
)
def test_bounds_take_what_overlaps_and_tell_what_is_exact(
    raw: str, inside: bool, exact: bool
) -> None:
    grade = parse_grade(raw, None)
    assert (overlaps(grade, FROM_10A_TO_10D), within(grade, FROM_10A_TO_10D)) == (inside, exact)


def test_open_bounds_have_no_other_end() -> None:
    up = GradeRange("free", lo=67)
    assert overlaps(parse_grade("5.14a"), up)
    assert within(parse_grade("5.11"), up)
    assert not overlaps(parse_grade("5.10d"), up)
    assert not within(parse_grade("5.10d/5.11a"), up)


def test_bounds_say_themselves_in_words() -> None:
    assert range_of(parse_grade("5.10a")) == GradeRange("free", 57, 61, "5.10a")
    assert range_of(parse_grade("5.10")) == GradeRange("free", 57, 66, "5.10a 到 5.10d")
    assert words(parse_grade("6C+", "boulder")) == "6C+"


def test_an_unknown_grade_has_no_bounds() -> None:
    with pytest.raises(ValueError, match="unknown grade"):
        range_of(parse_grade("TBD"))


def test_order_is_by_difficulty_and_not_by_letters_and_unknown_stands_last() -> None:
    raws = ["5.14a", "V3", "5.??", "5.9+", "5.10a", "5.9", "5.10", "VB", "5.9-", "5.10d"]
    ordered = sorted(raws, key=lambda raw: sort_key(parse_grade(raw)))
    assert ordered == ["5.9-", "5.9", "5.9+", "5.10a", "5.10", "5.10d", "5.14a", "VB", "V3", "5.??"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("5.9", "5.10a", -1),
        ("5.14a", "5.9", 1),
        ("5.10a", "10A", 0),
        ("5.9+", "5.9", 1),
        ("5.10d", "6a", 1),
        ("V4", "V10", -1),
        ("V4", "5.11a", None),
        ("5.??", "5.9", None),
    ],
)
def test_comparison_stays_inside_one_group(first: str, second: str, expected: int | None) -> None:
    assert compare(parse_grade(first), parse_grade(second)) == expected


@pytest.mark.parametrize(
    ("raw", "steps", "expected"),
    [
        ("5.10c", 1, "5.10d"),
        ("5.10d", 1, "5.11a"),
        ("5.9", 1, "5.10a"),
        ("5.10a", -1, "5.9"),
        ("5.11", 1, "5.12"),
        ("5.10", -1, "5.9"),
        ("5.10a/b", 1, "5.10b/c"),
        ("6b", 1, "6b+"),
        ("6b+", 2, "6c+"),
        ("V3", 1, "V4"),
        ("V0+", 1, "V1"),
        ("V0+", -1, "V0"),
        ("V0", -1, "VB"),
        ("VII+", 1, "UIAA 8-"),
    ],
)
def test_a_step_goes_to_the_neighbour_on_the_same_scale(
    raw: str, steps: int, expected: str
) -> None:
    stepped = step(parse_grade(raw), steps)
    assert stepped is not None
    assert stepped.raw == expected


@pytest.mark.parametrize(("raw", "steps"), [("VB", -1), ("5.16a", 1), ("5.0", -1), ("5.??", 1)])
def test_there_is_no_step_off_the_scale(raw: str, steps: int) -> None:
    assert step(parse_grade(raw), steps) is None


@pytest.mark.parametrize(
    ("raw", "lo", "hi"), [("5.10a", 52, 63), ("V4", 58, 70), ("6b+", 64, 69), ("5.0", 0, 17)]
)
def test_about_is_one_step_to_either_side(raw: str, lo: int, hi: int) -> None:
    bounds = around(parse_grade(raw))
    assert (bounds.lo, bounds.hi) == (lo, hi)
    assert bounds.text == f"約 {raw}"


def test_a_step_that_a_difficulty_word_cuts_through_is_no_wide_grade() -> None:
    beginner = levels("free")["beginner"]
    assert within(parse_grade("5.9"), beginner)
    assert not within(parse_grade("5.9 / 5.10a"), beginner)
    assert not within(parse_grade("5.10a"), beginner)
    assert not within(parse_grade("5.9?"), beginner)
