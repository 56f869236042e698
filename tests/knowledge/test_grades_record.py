"""Grades of records: every notation that the data and the imports hold."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from knowledge.grades import grade_of, label, parse_grade
from knowledge.grades.scale import SCALES

if TYPE_CHECKING:
    from knowledge.schema import Grade, GradeSystem, RouteType

# raw | discipline | system | lo | hi | scores | modifier | uncertain | safety | guessed
VECTORS = """
5.9 | | yds | 5.9 | 5.9 | 52-56 | | | |
5.10a | | yds | 5.10a | 5.10a | 57-61 | | | |
5.10 | | yds | 5.10a | 5.10d | 57-66 | | | |
5.10- | | yds | 5.10a | 5.10b | 57-63 | | | |
5.10+ | | yds | 5.10c | 5.10d | 64-66 | | | |
5.10a/b | | yds | 5.10a | 5.10b | 57-63 | | | |
5.10d/5.11a | | yds | 5.10d | 5.11a | 66-68 | | | |
5.10? | | yds | 5.10a | 5.10d | 57-66 | | ? | |
5.?? | | none | | | | | ? | |
5.10? R | | yds | 5.10a | 5.10d | 57-66 | | ? | R |
TBD | | none | | | | | ? | |
project | | none | | | | | ? | |
5.11d/5.12a | | yds | 5.11d | 5.12a | 73-75 | | | |
5.9+ | | yds | 5.9 | 5.9 | 52-56 | + | | |
5.8- | | yds | 5.8 | 5.8 | 46-51 | - | | |
5.11/5.10+ | | yds | 5.10c | 5.11d | 64-74 | | | |
5.13b+ | | yds | 5.13b | 5.13b | 84-85 | + | | |
5.13a/b | | yds | 5.13a | 5.13b | 82-85 | | | |
5.12C | | yds | 5.12c | 5.12c | 78-79 | | | |
12A | | yds | 5.12a | 5.12a | 75-75 | | | |
11c | sport | yds | 5.11c | 5.11c | 71-72 | | | |
5 11b | | yds | 5.11b | 5.11b | 69-70 | | | |
5.11 C | | yds | 5.11c | 5.11c | 71-72 | | | |
5.10d-Flash | | yds | 5.10d | 5.10d | 66-66 | | | |
5.12C-小岩 | | yds | 5.12c | 5.12c | 78-79 | | | |
5.8+ PG13 | | yds | 5.8 | 5.8 | 46-51 | + | | PG13 |
5.11a R | | yds | 5.11a | 5.11a | 67-68 | | | R |
V5 | | v | V5 | V5 | 68-70 | | | |
v5 | | v | V5 | V5 | 68-70 | | | |
V5-6 | | v | V5 | V6 | 68-73 | | | |
V5/6 | | v | V5 | V6 | 68-73 | | | |
v6-v7 | | v | V6 | V7 | 71-76 | | | |
V3~V4 | | v | V3 | V4 | 58-67 | | | |
V4+ | | v | V4 | V4 | 63-67 | + | | |
V6- | | v | V6 | V6 | 71-73 | - | | |
VB | | v | VB | VB | 12-23 | | | |
VB+ | | v | VB+ | VB+ | 24-35 | | | |
V0- | | v | V0- | V0- | 36-39 | | | |
V0+ | | v | V0+ | V0+ | 44-47 | | | |
V? | | none | | | | | ? | |
V7 PG13 | | v | V7 | V7 | 74-76 | | | PG13 |
7A+ | | font | 7a+ | 7a+ | 74-75 | | | | guessed
7a+ | | french | 7a+ | 7a+ | 74-75 | | | | guessed
7a+ | boulder | font | 7a+ | 7a+ | 74-75 | | | |
7A | sport | french | 7a | 7a | 72-73 | | | |
6b+ | | french | 6b+ | 6b+ | 66-67 | | | | guessed
6b/+ | | french | 6b | 6b+ | 64-67 | | | | guessed
6b+/6c | | french | 6b+ | 6c | 66-69 | | | | guessed
6B(5.10c) | sport | french | 6b | 6b | 64-65 | | | |
F7b+ | | french | 7b+ | 7b+ | 78-79 | | | |
８a | | french | 8a | 8a | 84-85 | | | | guessed
Ｖ４ | | v | V4 | V4 | 63-67 | | | |
5.１0c | | yds | 5.10c | 5.10c | 64-65 | | | |
5.17a | | none | | | | | | |
V99 | | none | | | | | | |
hard | | none | | | | | | |
"""  # noqa: RUF001

# Notations that the vectors leave out.
MORE = """
5.9+/5.10a | | yds | 5.9 | 5.10a | 52-61 | | | |
5.10d/11a | | yds | 5.10d | 5.11a | 66-68 | | | |
5.10a/c | | yds | 5.10a | 5.10c | 57-65 | | | |
5.10a-5.11b | trad | yds | 5.10a | 5.11b | 57-70 | | | |
5.11b 到 5.10a | | yds | 5.10a | 5.11b | 57-70 | | | |
5.10a | boulder | yds | 5.10a | 5.10a | 57-61 | | | |
12A | boulder | none | | | | | | |
511b | | yds | 5.11b | 5.11b | 69-70 | | | |
十一c | | yds | 5.11c | 5.11c | 71-72 | | | |
五點十a | | yds | 5.10a | 5.10a | 57-61 | | | |
V四 | boulder | v | V4 | V4 | 63-67 | | | |
V5-8 | | v | V5 | V8 | 68-79 | | | |
V0-1 | | v | V0 | V1 | 40-52 | | | |
5.10d project | | yds | 5.10d | 5.10d | 66-66 | | ? | |
約5.10a | | yds | 5.10a | 5.10a | 57-61 | | ? | |
5.11a(?) | | yds | 5.11a | 5.11a | 67-68 | | ? | |
5.1? | | none | | | | | ? | |
5.?? R | | none | | | | | ? | R |
 | | none | | | | | | |
- | | none | | | | | | |
未知 | | none | | | | | ? | |
未完攀 | | none | | | | | ? | |
(5.10a) | | yds | 5.10a | 5.10a | 57-61 | | | |
約略偏硬（5.10c） | | yds | 5.10c | 5.10c | 64-65 | | | |
6B(5.10c) | | french | 6b | 6b | 64-65 | | | |
7A (V6) | | font | 7a | 7a | 72-73 | | | |
7A+ / 12a | | french | 7a+ | 7a+ | 74-75 | | | |
5.12b/7b | | yds | 5.12b | 5.12b | 76-77 | | | |
法式 7a | boulder | french | 7a | 7a | 72-73 | | | |
font 6c | | font | 6c | 6c | 68-69 | | | |
f6B | | font | 6b | 6b | 64-65 | | | |
6a-6b+ | sport | french | 6a | 6b+ | 60-67 | | | |
5+ | boulder | font | 5a | 5c+ | 48-59 | + | | |
5 | | none | | | | | | |
VII+ | | uiaa | 7+ | 7+ | 66-67 | | | |
VII+/VIII- | | uiaa | 7+/8- | 7+/8- | 68-69 | | | |
VI-VII | | uiaa | 6 | 7 | 56-65 | | | |
UIAA 8- | | uiaa | 8- | 8- | 70-71 | | | |
5.9a | | none | | | | | | |
V5 X | | v | V5 | V5 | 68-70 | | | X |
HVS 5a | trad | none | | | | | | |
E3 6a | trad | none | | | | | | |
WI4 | | none | | | | | | |
"""


Row = tuple[object, ...]


def _cases(table: str) -> list[tuple[str, str | None, Row]]:
    return [_case(line) for line in table.splitlines() if line]


def _case(line: str) -> tuple[str, str | None, Row]:
    raw, discipline, system, lo, hi, scores, modifier, uncertain, safety, guessed = (
        cell.strip() for cell in line.split("|")
    )
    band = tuple(map(int, scores.split("-"))) if scores else (None, None)
    marks = (modifier, uncertain == "?", safety if lo and safety else None, guessed == "guessed")
    return raw, discipline or None, (system, lo, hi, *band, *marks)


def _row(grade: Grade) -> Row:
    interval = (grade.system, grade.lo, grade.hi, grade.lo_score, grade.hi_score)
    return (*interval, grade.modifier, grade.uncertain, grade.safety, grade.guessed)


@pytest.mark.parametrize(
    ("raw", "discipline", "expected"), _cases(VECTORS), ids=lambda value: str(value)[:16]
)
def test_worked_examples_are_read_as_listed(
    raw: str, discipline: RouteType | None, expected: Row
) -> None:
    assert _row(parse_grade(raw, discipline)) == expected


@pytest.mark.parametrize(
    ("raw", "discipline", "expected"), _cases(MORE), ids=lambda value: str(value)[:16]
)
def test_other_notations_are_read(raw: str, discipline: RouteType | None, expected: Row) -> None:
    assert _row(parse_grade(raw, discipline)) == expected


def test_raw_text_is_kept_as_it_came() -> None:
    raw = " ５．１０ａ "  # noqa: RUF001
    assert parse_grade(raw).raw == raw


def test_prose_is_no_grade() -> None:
    assert not parse_grade("這條路線大概 5.10a，" + "很長的說明" * 60).known


@pytest.mark.parametrize(
    ("raw", "discipline", "spelt"),
    [
        ("5.10", None, "5.10"),
        ("5.10a/b", None, "5.10a/b"),
        ("5.10d/5.11a", None, "5.10d/5.11a"),
        ("5.9+", None, "5.9+"),
        ("6c+", "boulder", "6C+"),
        ("V3~V4", None, "V3/V4"),
        ("VII-", None, "UIAA 7-"),
        ("5.??", None, ""),
    ],
)
def test_label_is_the_usual_spelling(raw: str, discipline: RouteType | None, spelt: str) -> None:
    assert label(parse_grade(raw, discipline)) == spelt


@pytest.mark.parametrize("system", list(SCALES))
def test_every_token_owns_its_band_without_gaps(system: GradeSystem) -> None:
    grades = [grade_of(system, token) for token in SCALES[system].bands]
    assert grades[0].lo_score == 0
    assert grades[-1].hi_score == 107
    for easier, harder in pairwise(grades):
        assert easier.hi_score is not None
        assert harder.lo_score == easier.hi_score + 1


@pytest.mark.parametrize(
    ("system", "discipline", "prefix"),
    [
        ("yds", None, ""),
        ("french", "sport", ""),
        ("v", None, ""),
        ("font", "boulder", ""),
        ("uiaa", None, "UIAA "),
    ],
)
def test_tokens_round_trip(system: GradeSystem, discipline: RouteType | None, prefix: str) -> None:
    for token in SCALES[system].bands:
        grade = parse_grade(prefix + token, discipline)
        assert (grade.system, grade.lo, grade.hi) == (system, token, token)


def test_grade_of_refuses_a_token_that_is_not_on_the_scale() -> None:
    with pytest.raises(KeyError):
        grade_of("yds", "5.10e")
