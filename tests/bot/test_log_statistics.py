"""Statistics of a log: the rules that climbers argue about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ascents import SENT, Ascent, Mode, Result
from bot.logbook.statistics import (
    by_month,
    climbs,
    current_streak,
    first_at,
    hardest,
    longest_streak,
    open_projects,
    progress,
    pyramid,
    select,
    settled,
    success,
    tries_per_send,
    wishes,
)
from bot.personal import LogFilter
from knowledge.grades import find_grades

DAY = date(2026, 3, 1)


def entry(result: Result, route: str = "a", *, after: int = 0, **fields: object) -> Ascent:
    plain = Ascent(
        mode="lead",
        result=result,
        day=DAY + timedelta(days=after),
        route_id=route,
        route_name=route,
        grade="5.10a",
        id=f"{route}-{after}",
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


def results(*entries: Ascent) -> list[Result]:
    return [one.result for one in settled(entries)]


def test_a_second_flash_of_a_route_is_a_repeat() -> None:
    assert results(entry("flash"), entry("flash", after=9)) == ["flash", "repeat"]


def test_a_fall_and_then_a_clean_go_is_a_redpoint() -> None:
    assert results(entry("attempt"), entry("flash")) == ["attempt", "redpoint"]


def test_a_flash_on_the_third_try_is_a_redpoint() -> None:
    assert results(entry("flash", attempts=3)) == ["redpoint"]
    assert results(entry("onsight", attempts=1)) == ["onsight"]


def test_a_lead_after_a_top_rope_is_a_new_tick_and_no_onsight() -> None:
    assert results(entry("clean", mode="toprope"), entry("onsight")) == ["clean", "redpoint"]


def test_a_wish_is_no_try() -> None:
    assert results(entry("todo", day=None), entry("onsight")) == ["todo", "onsight"]


def test_an_onsight_of_a_boulder_is_a_flash() -> None:
    assert results(entry("onsight", mode="boulder", grade="V3")) == ["flash"]


def test_tries_never_count_as_the_hardest() -> None:
    bests = hardest(settled([entry("redpoint"), entry("hangdog", "b", grade="5.13a")]))
    assert [(best.kind, best.ascents[0].route_name) for best in bests] == [("lead", "a")]


def test_top_ropes_never_enter_the_maxima_of_leads() -> None:
    bests = hardest(
        settled([entry("redpoint"), entry("clean", "b", mode="toprope", grade="5.12a")])
    )
    assert [(best.kind, best.ascents[0].route_name) for best in bests] == [
        ("lead", "a"),
        ("toprope", "b"),
    ]


def test_indoors_and_outdoors_are_apart() -> None:
    bests = hardest(settled([entry("redpoint"), entry("redpoint", "b", gym="館", grade="5.12a")]))
    assert [best.kind for best in bests] == ["lead", "gym_lead"]


@pytest.mark.parametrize(
    ("wide", "winner"),
    [("5.10a/b", "narrow"), ("5.10", "narrow"), ("5.10d/5.11a", "wide"), ("5.10+", "wide")],
)
def test_the_lower_end_of_a_grade_decides_the_hardest(wide: str, winner: str) -> None:
    bests = hardest(
        settled([entry("redpoint", "narrow", grade="5.10b"), entry("flash", "wide", grade=wide)])
    )
    assert [one.route_name for one in bests[0].ascents] == [winner]


def test_unlettered_grades_have_a_row_of_their_own() -> None:
    rows = pyramid(
        settled(
            [
                entry("onsight", "a", grade="5.10a"),
                entry("flash", "b", grade="5.10"),
                entry("pinkpoint", "c", grade="5.10a/b"),
                entry("redpoint", "d", grade="5.10a"),
                entry("redpoint", "d", after=3, grade="5.10a"),
                entry("attempt", "e", grade="5.12a"),
            ]
        ),
        "lead",
    )
    assert {row.label: (row.count, dict(row.parts)) for row in rows} == {
        "5.10 未細分": (1, {"OS": 0, "Flash": 1, "RP": 0}),
        "5.10a": (3, {"OS": 1, "Flash": 0, "RP": 2}),
    }


def test_zero_tries_are_unknown_tries() -> None:
    (climb,) = climbs([entry("attempt", attempts=0), entry("redpoint", after=2, attempts=2)])
    assert (climb.tries, climb.complete, climb.tries_to_send) == (3, False, None)


def test_tries_per_send_leave_out_what_is_not_complete() -> None:
    log = settled(
        [
            entry("flash", "a"),
            entry("attempt", "b", attempts=2),
            entry("redpoint", "b", after=4, attempts=1),
            entry("redpoint", "c"),
            entry("attempt", "d", attempts=9),
        ]
    )
    assert tries_per_send(log) == (2.0, 2, 3)


def test_success_counts_climbs_and_not_entries() -> None:
    log = [entry("attempt", "a"), entry("redpoint", "a", after=1), entry("attempt", "b")]
    assert success(log) == (1, 2)


def test_open_projects_stand_by_tries_and_close_with_a_send() -> None:
    log = [
        entry("attempt", "a", attempts=2),
        entry("project", "b", day=None),
        entry("hangdog", "c", attempts=5),
        entry("attempt", "d", attempts=7),
        entry("redpoint", "d", after=1),
        entry("todo", "e", day=None),
    ]
    assert [climb.last.route_name for climb in open_projects(log)] == ["c", "a", "b"]


def test_a_wish_is_fulfilled_by_a_send() -> None:
    log = [entry("todo", "a", day=None), entry("redpoint", "a"), entry("todo", "b", day=None)]
    assert [one.route_name for one in wishes(log)] == ["b"]


def test_weeks_in_a_row_are_counted_and_a_young_week_breaks_nothing() -> None:
    days = [date(2026, 11, 2), date(2026, 11, 8), date(2026, 11, 10), date(2026, 10, 1)]
    log = [replace(entry("redpoint"), day=day) for day in days]
    assert longest_streak(log) == (2, date(2026, 11, 2))
    assert current_streak(log, date(2026, 11, 20)) == 2
    assert current_streak(log, date(2026, 11, 30)) == 0


def test_progress_keeps_only_what_was_harder_than_all_before() -> None:
    grades = ["5.9", "5.10b", "5.10a", "5.10b", "5.11a"]
    log = [entry("redpoint", str(at), after=at, grade=grade) for at, grade in enumerate(grades)]
    assert [one.grade for one in progress(settled(log), "lead")] == ["5.9", "5.10b", "5.11a"]


def test_the_first_at_a_grade_is_the_earliest_send_with_a_day() -> None:
    log = settled(
        [entry("attempt", "a"), entry("redpoint", "a", after=3), entry("flash", "b", after=2)]
    )
    found = first_at(log)
    assert found is not None
    assert found.route_name == "b"


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("5.10a", {"5.10a", "5.10a/b"}),
        ("5.10", {"5.10a", "5.10a/b", "5.10", "5.10+", "5.10d", "5.10d/5.11a"}),
        ("5.10d 以上", {"5.10d", "5.10d/5.11a", "5.11"}),
    ],
)
def test_a_grade_filter_never_flatters(asked: str, kept: set[str]) -> None:
    grades = ["5.9", "5.10a", "5.10a/b", "5.10", "5.10+", "5.10d", "5.10d/5.11a", "5.11"]
    log = [entry("redpoint", grade, grade=grade) for grade in grades]
    wanted = LogFilter(grade=find_grades(asked)[0].range)
    assert {one.grade for one in select(log, wanted, lambda _: None)} == kept


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=150, deadline=None)
def test_whatever_the_log_sums_agree_with_counting_by_hand(seed: int) -> None:
    rng = Random(seed)  # noqa: S311 - draws, not secrets
    modes: list[Mode] = ["lead", "toprope", "boulder", "unknown"]
    kinds: list[Result] = ["onsight", "flash", "redpoint", "clean", "attempt", "todo", "repeat"]
    log = sorted(
        (
            entry(
                rng.choice(kinds),
                rng.choice("abcdef"),
                after=rng.randrange(30),
                mode=rng.choice(modes),
                grade=rng.choice(["5.9", "5.10a", "V3", "5.11", ""]),
                attempts=rng.choice([None, 0, 1, 4]),
            )
            for _ in range(rng.randrange(25))
        ),
        key=lambda one: str(one.day),
    )
    counted = settled(log)
    assert [one.sent for one in counted] == [one.sent for one in log]
    sent, touched = success(counted)
    by_hand = {one.route_id for one in log if one.result != "todo"}
    assert touched == len(by_hand)
    assert sent == len({one.route_id for one in log if one.result in SENT})
    for climb in climbs(counted):
        firsts = [one for one in climb.ascents if one.result in {"onsight", "flash"}]
        assert len(firsts) <= 1


def test_a_result_that_nobody_recorded_is_no_failure_of_its_month() -> None:
    (month,) = by_month([entry("redpoint"), entry("attempt", "b"), entry("unknown", "c")])

    assert (month.label, month.count) == ("2026-03", 3)
    assert dict(month.parts) == {"完攀": 1, "嘗試": 1, "未註明": 1}
