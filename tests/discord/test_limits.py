from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.discord.limits import MAX_WINDOWS, Limits, Quota

TAIPEI = ZoneInfo("Asia/Taipei")
NOW = datetime(2026, 11, 28, 20, 0, 30, tzinfo=TAIPEI)
SMALL = Quota(per_minute=2, per_day=3)
LARGE = Quota(per_minute=100, per_day=100)


def test_the_limit_of_a_minute_ends_a_minute_after_its_first_question() -> None:
    limits = Limits()
    taken = [
        limits.take("a", "g", NOW + timedelta(seconds=step), user=SMALL, guild=LARGE)
        for step in (0, 10, 20)
    ]

    assert taken[:2] == [None, None]
    refusal = taken[2]
    assert refusal is not None
    assert (refusal.whose, refusal.span, refusal.count) == ("user", "minute", 2)
    assert refusal.clock == "20:02"  # 20:01:30, rounded up
    later = NOW + timedelta(seconds=61)
    assert limits.take("a", "g", later, user=SMALL, guild=LARGE) is None


def test_the_limit_of_a_day_ends_at_midnight_in_taipei() -> None:
    limits = Limits()
    utc = NOW.astimezone(ZoneInfo("UTC"))
    for hour in range(3):
        moment = utc + timedelta(hours=hour)
        assert limits.take("a", "", moment, user=SMALL) is None

    refusal = limits.take("a", "", utc + timedelta(hours=3), user=SMALL)

    assert refusal is not None
    assert refusal.span == "day"
    assert refusal.clock == "11/29 00:00"
    assert limits.take("a", "", utc + timedelta(hours=4), user=SMALL) is None


def test_one_member_does_not_spend_what_is_anothers() -> None:
    limits = Limits()
    for _ in range(2):
        limits.take("a", "g", NOW, user=SMALL, guild=LARGE)

    assert limits.take("a", "g", NOW, user=SMALL, guild=LARGE) is not None
    assert limits.take("b", "g", NOW, user=SMALL, guild=LARGE) is None


def test_a_server_has_a_limit_for_all() -> None:
    limits = Limits()
    for member in "ab":
        assert limits.take(member, "g", NOW, user=LARGE, guild=SMALL) is None

    refusal = limits.take("c", "g", NOW, user=LARGE, guild=SMALL)

    assert refusal is not None
    assert refusal.whose == "guild"
    assert limits.take("c", "h", NOW, user=LARGE, guild=SMALL) is None
    assert limits.take("c", "", NOW, user=LARGE, guild=SMALL) is None


def test_a_refused_question_is_not_counted_and_told_once() -> None:
    limits = Limits()
    for _ in range(2):
        limits.take("a", "g", NOW, user=SMALL, guild=LARGE)

    refusals = [limits.take("a", "g", NOW, user=SMALL, guild=LARGE) for _ in range(5)]

    assert [refusal.first for refusal in refusals if refusal] == [True, False, False, False, False]
    assert limits.take("a", "g", NOW + timedelta(minutes=2), user=SMALL, guild=LARGE) is None


def test_windows_do_not_pile_up() -> None:
    limits = Limits()
    for number in range(MAX_WINDOWS):
        limits.take(str(number), "", NOW + timedelta(seconds=number), user=LARGE)

    assert len(limits._windows) <= MAX_WINDOWS
