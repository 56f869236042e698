"""KAYA, BoardLib and Aurora: instants, boards, tries."""

from __future__ import annotations

from datetime import date

from bot.logbook.importers import read_log
from tests.bot import log_files


def test_kaya_instants_become_taipei_days() -> None:
    days = [row.ascent.day for row in read_log(log_files.KAYA_PLAIN, "k.csv").rows]
    # 17:40Z and 16:00Z are the next day in Taipei, 15:59:59Z is not
    assert days == [date(2026, 11, 6), date(2026, 11, 8), date(2026, 11, 7), date(2026, 11, 8)]
    days = [row.ascent.day for row in read_log(log_files.KAYA_OFFSETS, "k.csv").rows]
    assert days == [date(2027, 1, 1), date(2026, 12, 31)]


def test_kaya_gyms_and_crags() -> None:
    gym, wall, repeat, stone = (row.ascent for row in read_log(log_files.KAYA_PLAIN, "k").rows)
    assert (gym.route_name, gym.gym, gym.colour) == ("Blue v4 Sample Gym", "Sample Gym", "Blue")
    assert (gym.mode, gym.result, gym.attempts) == ("boulder", "flash", 1)
    assert (wall.crag, wall.mode, wall.result, wall.attempts) == ("Sun City", "lead", "redpoint", 6)
    assert (repeat.mode, repeat.result, repeat.attempts) == ("boulder", "repeat", None)
    assert repeat.rating == 4
    assert (stone.mode, stone.result, stone.attempts) == ("boulder", "flash", None)


def test_kaya_traps() -> None:
    log = read_log(log_files.KAYA_TRAPS, "k.csv")
    assert [problem.row for problem in log.problems] == ["第 2 列", "第 3 列", "第 4 列"]
    campus, one, other = log.rows
    assert campus.notices == ("不認得 ascent_type「campus」，匯入成未註明",)
    assert campus.ascent.attempts is None
    assert one.identity == other.identity  # nothing tells them apart but how many there are
    assert one.ascent.source_id != other.ascent.source_id


def test_boardlib_results_follow_tries_and_sessions() -> None:
    log = read_log(log_files.BOARDLIB_NEW, "b.csv")
    found = [(row.ascent.route_name, row.ascent.result, row.ascent.attempts) for row in log.rows]
    assert found == [
        ("Sample Problem", "redpoint", 3),
        ("Sample Problem", "repeat", 1),
        ("First Go", "flash", 1),
        ("Next Time", "attempt", 4),
        ("One Today", "redpoint", 1),  # first try of the day, fifth of all
        ("SAMPLE", "redpoint", None),  # "4+" is not four
        ("WORK", "project", None),
        ("EASY", "flash", 1),
    ]


def test_boardlib_keeps_angle_mirror_and_both_grades() -> None:
    first, *_, moon, _, _ = (row.ascent for row in read_log(log_files.BOARDLIB_NEW, "b").rows)
    assert (first.angle, first.mirrored, first.gym) == (40, True, "Tension Board")
    assert (moon.grade, moon.own_grade, moon.gym) == ("6C+", "6C", "MoonBoard 2019")
    assert '"is_benchmark":"True"' in moon.raw


def test_boardlib_in_its_older_headers() -> None:
    (middle,) = read_log(log_files.BOARDLIB_MIDDLE, "b.csv").rows
    assert (middle.ascent.grade, middle.ascent.result) == ("7a/V6", "redpoint")
    assert middle.ascent.day == date(2024, 6, 1)
    log = read_log(log_files.BOARDLIB_OLD, "b.csv")
    assert [(row.ascent.mirrored, row.ascent.result) for row in log.rows] == [
        (False, "flash"),
        (True, "flash"),
    ]
    assert [problem.reason for problem in log.problems] == ["沒有路線名"]


def test_aurora_counts_and_what_came_before() -> None:
    log = read_log(log_files.AURORA_PLAIN, "a.json")
    found = [
        (row.ascent.route_name, row.ascent.angle, row.ascent.mirrored, row.ascent.result)
        for row in log.rows
    ]
    assert found == [
        ("Sample Problem", 40, False, "flash"),
        ("Sample Problem", 40, True, "flash"),  # its mirror is another climb
        ("Worked", 30, None, "attempt"),
        ("Other", 40, None, "redpoint"),
        ("Worked", 30, None, "redpoint"),  # one try that day, but not the first ever
        ("Worked", 30, None, "repeat"),
        ("Worked", 35, None, "flash"),
    ]
    assert log.rows[0].ascent.rating == 4
    assert log.rows[1].ascent.rating is None
    assert log.rows[2].ascent.attempts == 3


def test_aurora_traps() -> None:
    log = read_log(log_files.AURORA_TRAPS, "a.json")
    assert [problem.row for problem in log.problems] == ["ascents[0]", "ascents[1]", "ascents[3]"]
    no_day, zero = (row.ascent for row in log.rows)
    assert no_day.day is None
    assert (zero.result, zero.attempts, zero.angle, zero.mirrored) == ("send", None, None, True)
