"""What must hold for any text whatever: nothing raises, positions fit, intervals are ordered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.grades import (
    difficulty,
    find_grades,
    find_impossible,
    find_level,
    find_step,
    grade_of,
    meaning,
    mentions,
    notation,
    overlaps,
    parse_grade,
    phrases,
    plausible,
    range_of,
    record,
    sort_key,
    spans,
    step,
    within,
)
from knowledge.grades.fold import fold
from knowledge.grades.scale import SCALES

if TYPE_CHECKING:
    from knowledge.schema import Grade, RouteType

PIECES = """
5 . 10 11 12 a b c d + - / ~ 到 V v 4 B ? R X 五 點 十 一 級 以上 以下 左右 比 難 再 公尺 條
6b+ 7A VII UIAA font 法式 between and to at least 「 」 ( ) ５ ａ \u200b 出頭 後段 幾 的 路線
"""  # noqa: RUF001
GRADE_LIKE = st.lists(st.sampled_from([*PIECES.split(), " ", "，", "（"]), max_size=14).map("".join)
ANY_TEXT = st.one_of(GRADE_LIKE, st.text(max_size=80))
DISCIPLINES = st.sampled_from([None, "sport", "trad", "toprope", "mixed", "boulder"])
KNOWN = st.sampled_from(
    [grade_of(system, token) for system, scale in SCALES.items() for token in scale.bands]
)


@settings(deadline=None)
@given(ANY_TEXT, DISCIPLINES)
def test_a_record_grade_is_an_ordered_interval_or_unknown(
    raw: str, discipline: RouteType | None
) -> None:
    grade = parse_grade(raw, discipline)
    assert grade.raw == raw
    assert grade.known == (grade.system != "none") == (grade.group is not None) == bool(grade.lo)
    if grade.known:
        scale = SCALES[grade.system]
        assert (grade.lo_score, grade.hi_score) == (
            scale.bands[grade.lo][0],
            scale.bands[grade.hi][1],
        )
        assert scale.bands[grade.lo][0] <= scale.bands[grade.hi][0]


@settings(deadline=None, max_examples=300)
@given(ANY_TEXT, DISCIPLINES)
def test_mentions_lie_in_the_text_in_order_and_do_not_overlap(
    text: str, discipline: RouteType | None
) -> None:
    end = 0
    for mention in find_grades(text, discipline=discipline):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.surface == text[mention.start : mention.end]
        assert mention.grade.known
        assert mention.range.text
        assert (mention.range.lo, mention.range.hi) != (None, None)
        end = mention.end


@settings(deadline=None)
@given(ANY_TEXT)
def test_the_other_readers_never_raise(text: str) -> None:
    find_step(text)
    find_level(text)
    assert all(words in text for words in find_impossible(text))


@settings(deadline=None)
@given(KNOWN)
def test_a_grade_lies_exactly_in_its_own_bounds(grade: Grade) -> None:
    assert overlaps(grade, range_of(grade))
    assert within(grade, range_of(grade))


@settings(deadline=None)
@given(KNOWN)
def test_a_step_there_and_back_keeps_the_side(grade: Grade) -> None:
    harder = step(grade, 1)
    if harder is not None:
        assert sort_key(harder) > sort_key(grade)
        back = step(harder, -1)
        assert back is None or sort_key(back) < sort_key(harder)


@settings(deadline=None)
@given(st.sampled_from(sorted(SCALES["yds"].bands)), st.sampled_from(sorted(SCALES["v"].bands)))
def test_grades_are_found_where_they_stand(route: str, boulder: str) -> None:
    found = find_grades(f"我爬過 {route}，也爬過 {boulder} 。")
    assert [mention.grade.lo for mention in found] == [route, boulder]


def _patterns() -> str:
    modules = [difficulty, meaning, mentions, notation, phrases, plausible, record, spans]
    values = [value for module in modules for value in vars(module).values()]
    values += [pattern for value in values if isinstance(value, dict) for pattern in value.values()]
    return "".join(value.pattern for value in values if isinstance(value, re.Pattern))


def test_every_chinese_cue_is_understood_in_simplified_too() -> None:
    to_simplified = opencc.OpenCC("t2s")
    cues = set(re.findall(r"[一-鿿]", _patterns()))
    simplified = {cue: to_simplified.convert(cue) for cue in cues}
    lost = [
        cue for cue, other in simplified.items() if fold(other).text != cue and other not in cues
    ]
    assert lost == []


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "text",
    [
        "1" * 100_000,
        "5." * 50_000,
        "5.10" * 25_000,
        "5.10 " * 4_000,
        "." * 100_000,
        "十" * 100_000,
        "V" * 100_000,
        " " * 100_000,
        "(" * 100_000,
        "比 " * 50_000,
        "V5-" * 6_000,
        "5.10a" + "/b" * 10_000,
        "6b" + "/c" * 10_000,
    ],
    ids=lambda text: text[:8],
)
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    # Quadratic reading would take minutes and run into the limit.
    assert len(find_grades(text)) <= len(text)
    assert not parse_grade(text).known
    find_impossible(text)
