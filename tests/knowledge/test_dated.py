"""Which notices count on a day, and what hours a gym has then."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from knowledge.dated import (
    RECENT_DAYS,
    happens,
    hours_on,
    in_force,
    is_news,
    is_over,
    newest_first,
    next_or_last,
    reopens,
    told_hours,
    touches,
)
from knowledge.schema import WEEKDAYS, Gym, Notice
from knowledge.told_days import listed_days
from tests.knowledge.invented_notices import notice

FRIDAY = date(2026, 11, 20)
NEW_YEAR = date(2027, 1, 1)
LATE = (("12:00", "22:00"),)
SHORT = (("12:00", "18:00"),)
GYM = Gym(
    id="cave",
    name="洞館",
    source_id="board",
    hours={**dict.fromkeys(WEEKDAYS, LATE), "holiday": (("10:00", "20:00"),)},
)


def hours(notice_id: str, day: date, ranges: Any, reported: date = FRIDAY, **fields: Any) -> Notice:
    given = {"about_id": "cave", "kind": "hours", "title": "", "text": "營業時間異動"}
    return notice(
        notice_id, **{**given, "reported_on": reported, "hours": ((day, ranges),), **fields}
    )


def closure(notice_id: str = "shut", **fields: Any) -> Notice:
    return notice(notice_id, about_id="cave", **{"title": "整修", "text": "整修", **fields})


def test_standing_hours_hold_without_notices() -> None:
    assert hours_on(GYM, FRIDAY, ()).ranges == LATE
    assert hours_on(GYM, NEW_YEAR, ()).ranges == (("10:00", "20:00"),)


def test_hours_of_a_notice_replace_the_standing_ones_on_their_days_only() -> None:
    told = hours("a", NEW_YEAR, SHORT)
    assert hours_on(GYM, NEW_YEAR, [told]).ranges == SHORT
    assert hours_on(GYM, NEW_YEAR, [told]).told[0].notice is told
    assert hours_on(GYM, NEW_YEAR + timedelta(days=1), [told]).told == ()


def test_notices_about_other_gyms_are_passed_over() -> None:
    other = hours("a", NEW_YEAR, SHORT, about_id="elsewhere")
    assert hours_on(GYM, NEW_YEAR, [other]).told == ()


def test_a_closure_closes_every_day_of_its_range_both_ends_included() -> None:
    shut = closure(valid_from=date(2026, 12, 7), valid_until=date(2026, 12, 9))
    days = [date(2026, 12, day) for day in range(6, 11)]
    assert [hours_on(GYM, day, [shut]).ranges for day in days] == [LATE, (), (), (), LATE]


@pytest.mark.parametrize(
    ("fields", "day", "closed"),
    [
        ({"valid_from": FRIDAY}, FRIDAY + timedelta(days=300), True),
        ({"valid_from": FRIDAY}, FRIDAY - timedelta(days=1), False),
        ({"valid_until": FRIDAY}, FRIDAY - timedelta(days=300), True),
        ({"valid_until": FRIDAY}, FRIDAY + timedelta(days=1), False),
        ({}, FRIDAY, True),
        ({"status": "retired"}, FRIDAY, False),
        ({"walls": ("B 牆",)}, FRIDAY, False),
        ({"text": "提前恢復營業"}, FRIDAY, False),
    ],
    ids=["no end", "before", "no begin", "after", "no ends", "retired", "walls", "reopened"],
)
def test_open_ends_and_what_is_no_closure(fields: dict[str, Any], day: date, closed: bool) -> None:
    assert (hours_on(GYM, day, [closure(**fields)]).ranges == ()) is closed


def test_the_notice_reported_last_counts_and_the_older_one_is_kept_when_it_differs() -> None:
    older = hours("a", NEW_YEAR, (), FRIDAY - timedelta(days=9))
    newer = hours("b", NEW_YEAR, SHORT)
    found = hours_on(GYM, NEW_YEAR, [older, newer])
    assert found.ranges == SHORT
    assert [each.notice.id for each in found.older] == ["a"]
    same = hours("c", NEW_YEAR, SHORT, FRIDAY - timedelta(days=9))
    assert hours_on(GYM, NEW_YEAR, [same, newer]).older == ()


def test_notices_of_one_day_that_disagree_are_disputed_and_give_no_hours() -> None:
    found = hours_on(GYM, NEW_YEAR, [hours("a", NEW_YEAR, ()), hours("b", NEW_YEAR, SHORT)])
    assert found.disputed
    assert found.ranges is None
    assert set(found.may_be) == {(), SHORT}


def test_hours_outside_of_the_time_of_their_notice_do_not_count() -> None:
    over = hours("a", NEW_YEAR, SHORT, valid_until=FRIDAY)
    assert told_hours(over, NEW_YEAR) is None


def test_events_give_no_opening_hours() -> None:
    assert told_hours(hours("a", NEW_YEAR, SHORT, kind="event"), NEW_YEAR) is None


def test_a_later_reopening_ends_a_closure() -> None:
    shut = notice("a", reported_on=FRIDAY - timedelta(days=20))
    again = notice("b", kind="access", title="重新開放", text="遊隼離巢，今日起重新開放攀登。")
    assert [each.id for each in in_force([shut, again], FRIDAY)] == ["b"]
    later = notice("c", reported_on=FRIDAY + timedelta(days=1))
    assert [each.id for each in in_force([again, later], FRIDAY)] == ["b", "c"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("即日起重新開放", True),
        ("封閉到二月底，三月再重新開放", False),
        ("尚未重新開放", False),
        ("預計 3/1 重新開放", False),
        ("已解除封閉", True),
        ("The wall is closed until it reopens", False),
        ("停車請停路邊", False),
    ],
)
def test_reopening_is_read_from_the_words(text: str, expected: bool) -> None:
    assert reopens(notice(kind="access", title="公告", text=text)) is expected


def test_a_reset_happens_in_days_whatever_the_life_of_its_set() -> None:
    life = notice(
        kind="reset", valid_from=date(2026, 11, 2), valid_until=date(2027, 1, 31), text="新線"
    )
    assert happens(life) == (date(2026, 11, 2), date(2026, 11, 2))
    work = notice(kind="reset", valid_from=date(2026, 11, 2), valid_until=date(2026, 11, 4))
    assert happens(work) == (date(2026, 11, 2), date(2026, 11, 4))
    undated = notice(kind="reset")
    assert happens(undated) == (FRIDAY, FRIDAY)


def test_windows_are_touched_at_both_ends() -> None:
    event = notice(kind="event", valid_from=date(2026, 11, 28), valid_until=date(2026, 11, 29))
    assert touches(event, date(2026, 11, 29), date(2026, 12, 5))
    assert touches(event, date(2026, 11, 20), date(2026, 11, 28))
    assert not touches(event, date(2026, 11, 30), date(2026, 12, 5))


def test_news_is_what_is_not_over_or_was_just_reported() -> None:
    over: dict[str, Any] = {"valid_from": date(2026, 10, 1), "valid_until": date(2026, 10, 2)}
    assert not is_news(notice(reported_on=date(2026, 9, 1), **over), FRIDAY)
    assert is_news(notice(reported_on=date(2026, 10, 25), **over), FRIDAY)
    assert is_news(notice(reported_on=date(2025, 1, 1)), FRIDAY)
    assert not is_news(notice(kind="reset", reported_on=date(2025, 1, 1)), FRIDAY)


def test_newest_first_keeps_the_order_of_one_day() -> None:
    one, two = notice("a"), notice("b")
    old = notice("c", reported_on=date(2026, 1, 1))
    assert [each.id for each in newest_first([old, one, two])] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("fields", "held_until"),
    [
        ({"valid_from": date(2026, 11, 25)}, date(2026, 11, 25)),
        ({"valid_from": date(2026, 11, 25), "valid_until": date(2026, 12, 3)}, date(2026, 12, 3)),
        ({}, date(2026, 12, 20)),
        ({"valid_from": date(2026, 11, 25), "text": "每週三晚上體驗"}, date(2026, 12, 25)),
        ({"hours": ((date(2026, 11, 28), SHORT), (date(2026, 11, 29), SHORT))}, date(2026, 11, 29)),
    ],
)
def test_an_event_is_over_with_its_day_and_no_news_for_ever(
    fields: dict[str, Any], held_until: date
) -> None:
    given = {"kind": "event", "title": "友誼賽", "text": "", "reported_on": FRIDAY, **fields}
    event = notice("e", **given)
    after = held_until + timedelta(days=1)
    assert in_force([event], held_until) == (event,)
    assert (in_force([event], after), is_over(event, after)) == ((), True)
    assert not is_news(event, FRIDAY + timedelta(days=RECENT_DAYS + 30))
    assert not touches(event, after, after + timedelta(days=6))


def test_other_kinds_hold_without_an_end() -> None:
    price = notice("p", kind="price", title="漲價", valid_from=FRIDAY)
    assert not is_over(price, FRIDAY + timedelta(days=900))


MONTH = {"kind": "reset", "reported_on": date(2026, 11, 28)}


@pytest.mark.parametrize(
    ("text", "fields", "days"),
    [
        ("12/1(二) A 牆\n12/8(二) B 牆、12/15 C 牆\n12月22日 D 牆", {}, (1, 8, 15, 22)),
        ("12/1 到 12/3 主牆；12/9 大洞", {}, (1, 2, 3, 9)),
        ("每週三換線", {"valid_from": date(2026, 12, 1), "valid_until": date(2026, 12, 31)},
         (2, 9, 16, 23, 30)),
        ("每個禮拜一、四換線", {"valid_from": date(2026, 12, 1), "valid_until": date(2026, 12, 8)},
         (3, 7)),
        ("12/1 A 牆\n12/24、12/25 公休", {}, ()),
        ("12/1 換線完成", {}, ()),
        ("週三換線", {}, ()),
        ("12/1 A 牆\n3/1 比賽", {}, ()),
    ],
)  # fmt: skip
def test_a_list_of_sets_has_each_of_its_days(
    text: str, fields: dict[str, Any], days: tuple[int, ...]
) -> None:
    told = notice("m", **{**MONTH, "title": "12 月換線表", "text": text, **fields})
    found = listed_days(told)
    assert found == tuple(date(2026, 12, day) for day in days)
    assert all(touches(told, day, day) for day in found)


def test_between_the_days_of_a_list_nothing_is_set() -> None:
    told = notice("m", **{**MONTH, "title": "12 月換線表", "text": "12/1 A 牆\n12/15 B 牆"})
    assert not touches(told, date(2026, 12, 2), date(2026, 12, 14))
    assert next_or_last(told, date(2026, 12, 10)) == (date(2026, 12, 1), date(2026, 12, 15))
    assert next_or_last(told, date(2026, 12, 20)) == (date(2026, 12, 15), None)


def test_other_notices_list_no_days() -> None:
    assert listed_days(notice("c", kind="closure", text="12/1、12/8 封閉")) == ()
