"""Opening hours with exceptions: single gyms, lists, superlatives, comparisons, servers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.noticed import FLOATING, SERVER, TAICHUNG, TAINAN, asked, notice, noticed, on

if TYPE_CHECKING:
    from bot.assistant import Assistant
    from knowledge.knowledge_base import KnowledgeBase

NEW_YEAR = on(1, 1, 2027)


@pytest.fixture(scope="module")
def told(demo_knowledge: KnowledgeBase) -> Assistant:
    return noticed(
        demo_knowledge,
        notice(
            "new-year", TAICHUNG, "hours", "元旦開到傍晚六點。",
            hours=((NEW_YEAR, (("12:00", "18:00"),)),),
        ),
        notice(
            "eve", TAICHUNG, "hours", "跨年夜開到凌晨一點！",
            hours=((on(12, 31), (("12:00", "01:00"),)),),
        ),
        notice(
            "mats", TAINAN, "closure", "地墊更換，全館公休三天。", title="館內整修",
            valid_from=on(12, 7), valid_until=on(12, 9),
        ),
        notice(
            "early", FLOATING, "hours", "11/29 提早打烊。",
            hours=((on(11, 29), (("10:00", "18:00"),)),),
        ),
        notice("rest", FLOATING, "hours", "11/29 公休一天。", hours=((on(11, 29), ()),)),
        notice(
            "party", TAICHUNG, "hours", "社團包場。", scope=SERVER, hours=((on(11, 22), ()),)
        ),
        notice(
            "late", FLOATING, "hours", "12/5 延長營業。",
            hours=((on(12, 5), (("10:00", "23:30"),)),),
        ),
        notice(
            "old", TAINAN, "closure", "颱風臨時休館。", reported_on=on(10, 1),
            valid_from=on(10, 1), valid_until=on(10, 2),
        ),
        notice(
            "cancelled", TAICHUNG, "hours", "公休。", hours=((on(11, 21), ()),), status="retired"
        ),
        notice(
            "walls", TAICHUNG, "closure", "斜板區封牆換線。", walls=("斜板區",),
            valid_from=on(11, 20), valid_until=on(11, 24),
        ),
    )  # fmt: skip


def test_the_exception_is_told_with_its_words_date_author_and_licence(told: Assistant) -> None:
    answer = asked(told, "岩嶼台中店元旦有開嗎")
    assert "2027/1/1（五）" in answer.text
    assert "12:00-18:00" in answer.text
    assert "元旦開到傍晚六點" in answer.text
    assert "截至 2026-11-15，發布：岩嶼粉專" in answer.text
    assert "09:00-22:00" not in answer.text
    assert "假日時間" not in answer.text
    assert "授權 CC0-1.0；岩嶼攀岩館提供" in answer.text
    assert [each.id for each in answer.sources][-1] == "board"


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("岩嶼台中店元旦晚上八點還有開嗎", "20:00 沒開"),
        ("岩嶼台中店元旦下午三點有開嗎", "15:00 有開"),
        ("岩嶼台中店跨年夜十二點半還有開嗎", "有開"),
        ("岩嶼台南店 12/8 有開嗎", "公休"),
        ("岩嶼台南店 12/10 有開嗎", "14:00-17:00、18:00-22:30"),
        ("岩屿台南店12/9有开吗", "公休"),
        ("is Rock Isle Tainan open on December 8?", "closed"),
        ("Rock Isle Taichung hours on New Year's Day", "12:00-18:00"),
        ("岩嶼台中店明天有開嗎", "09:00-22:00"),
    ],
)
def test_hours_of_the_day_are_those_of_the_notice(
    told: Assistant, question: str, says: str
) -> None:
    assert says in asked(told, question).text


def test_notices_of_one_server_are_never_seen_from_outside_or_from_another(
    told: Assistant,
) -> None:
    question = "岩嶼台中店這週日有開嗎"
    assert "公休" in asked(told, question, scope=SERVER).text
    for scope in ("", "222"):
        answer = asked(told, question, scope=scope)
        assert "09:00-22:00" in answer.text
        assert "包場" not in answer.text
        assert answer.evidence is not None
        assert all(each.scope in {"", scope} for each in answer.evidence.notices)


def test_contradicting_notices_of_one_day_are_both_shown(told: Assistant) -> None:
    answer = asked(told, "浮島抱石館 11/29 開到幾點")
    assert "說法不一致" in answer.text
    assert "10:00-18:00｜「11/29 提早打烊。」（截至 2026-11-15" in answer.text
    assert "公休｜「11/29 公休一天。」（截至 2026-11-15" in answer.text
    assert not answer.abstained


def test_the_newest_notice_wins_and_the_older_one_is_mentioned(
    demo_knowledge: KnowledgeBase,
) -> None:
    day = on(12, 24)
    assistant = noticed(
        demo_knowledge,
        notice("a", FLOATING, "hours", "平安夜公休。", reported_on=on(11, 1), hours=((day, ()),)),
        notice(
            "b", FLOATING, "hours", "平安夜改開到八點。", reported_on=on(11, 18),
            hours=((day, (("14:00", "20:00"),)),),
        ),
    )  # fmt: skip
    lines = asked(assistant, "浮島抱石館平安夜有開嗎").text.split("\n")
    assert "14:00-20:00" in lines[0]
    assert any("較早的營業時間公告：「平安夜公休。」（截至 2026-11-01" in line for line in lines)


def test_lists_by_opening_follow_the_notices(told: Assistant) -> None:
    assert TAINAN not in asked(told, "12/8 有開的岩館有哪些").gym_ids
    assert TAINAN in asked(told, "12/10 有開的岩館有哪些").gym_ids
    late = asked(told, "12/5 晚上十一點還開著的岩館有哪些")
    assert late.gym_ids == (FLOATING,)
    assert "公告截至 2026-11-15" in late.text


def test_a_gym_of_disputed_hours_stands_in_the_list_with_a_mark(told: Assistant) -> None:
    answer = asked(told, "11/29 有開的岩館有哪些")
    assert FLOATING in answer.gym_ids
    assert "公告不一致" in answer.text


def test_superlatives_of_hours_follow_the_notices(told: Assistant) -> None:
    answer = asked(told, "12/5 哪間岩館最晚打烊")
    assert answer.gym_ids == (FLOATING,)
    assert "23:30" in answer.text


def test_comparisons_follow_the_notices(told: Assistant) -> None:
    answer = asked(told, "岩嶼台中店跟台南店 12/8 的營業時間比一下")
    assert "公休（公告截至 2026-11-15）" in answer.text
    assert "12:00-23:00" in answer.text


def test_the_week_is_followed_by_its_exceptions(told: Assistant) -> None:
    answer = asked(told, "岩嶼台中店營業時間")
    assert "近期的例外" in answer.text
    assert "12/31（四） 12:00-01:00（截至 2026-11-15" in answer.text
    assert "11/21" not in answer.text


def test_a_closed_wall_is_quoted_and_closes_no_gym(told: Assistant) -> None:
    answer = asked(told, "岩嶼台中店今天有開嗎")
    assert "12:00-23:00" in answer.text
    assert "休館公告：「斜板區封牆換線。」" in answer.text


def test_expired_and_retired_notices_say_nothing_of_today(told: Assistant) -> None:
    assert "颱風" not in asked(told, "岩嶼台南店今天有開嗎").text
    assert "公休" not in asked(told, "岩嶼台中店 11/21 有開嗎").text


def test_a_gym_without_recorded_hours_has_those_of_its_notice(
    demo_knowledge: KnowledgeBase,
) -> None:
    assistant = noticed(
        demo_knowledge, notice("n", FLOATING, "hours", "今天因設備維修，請來電確認。",
                               valid_from=on(11, 20), valid_until=on(11, 20))
    )  # fmt: skip
    answer = asked(assistant, "浮島抱石館今天開到幾點")
    assert "營業時間公告：「今天因設備維修，請來電確認。」" in answer.text


def test_follow_ups_keep_the_gym_and_read_the_notices(told: Assistant) -> None:
    answer = asked(told, "那 12/8 呢", before=["岩嶼台南店明天有開嗎"])
    assert "公休" in answer.text
    assert answer.gym_ids == (TAINAN,)


def test_a_question_about_a_typhoon_stays_unknown_but_quotes_a_notice(
    demo_knowledge: KnowledgeBase,
) -> None:
    assistant = noticed(
        demo_knowledge,
        notice(
            "n", TAICHUNG, "closure", "颱風來襲，今日全館休館。",
            valid_from=on(11, 20), valid_until=on(11, 20),
        ),
    )  # fmt: skip
    answer = asked(assistant, "颱風天岩嶼台中店有開嗎")
    assert "我沒有即時資料" in answer.text
    assert "颱風來襲，今日全館休館" in answer.text
    assert "截至 2026-11-15" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "岩嶼台南店12月有哪天休館",
        "岩嶼台南店十二月上旬哪天沒開",
        "岩嶼台南店下個月營業時間",
        "岩嶼台南店12/1到12/31有開嗎",
        "岩嶼台南店11/25到明年3/1有開嗎",
        "When is Rock Isle Tainan open in December 2026?",
    ],
)
def test_an_exception_in_the_middle_of_a_long_time_is_told(told: Assistant, question: str) -> None:
    answer = asked(told, question)
    assert "12/7（一）到 12/9（三） 公休" in answer.text or "Mon 7 Dec 2026" in answer.text
    assert "2026-11-15" in answer.text


@pytest.mark.parametrize(
    "question",
    ["浮島12/5開到幾點", "浮島12月5日開到幾點", "浮島12/5號開到幾點", "週末浮島12/5幾點關"],
)
def test_a_day_in_figures_may_stand_right_behind_a_name(told: Assistant, question: str) -> None:
    assert "10:00-23:30" in asked(told, question).text


@pytest.mark.parametrize("question", ["浮島1/2有開嗎", "浮島1月2日有開嗎", "浮島1/2幾點開"])
def test_also_a_day_that_begins_like_a_number_of_a_route(told: Assistant, question: str) -> None:
    answer = asked(told, question)
    assert answer.gym_ids == (FLOATING,)
    assert "2027/1/2（六）" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "今天晚上哪裡可以抱石",
        "今晚哪裡可以爬",
        "元旦哪裡可以爬",
        "禮拜天晚上九點有哪裡可以爬",
        "Where can I boulder tonight?",
    ],
)
def test_where_one_can_climb_on_a_day_is_a_list_of_gyms(told: Assistant, question: str) -> None:
    answer = asked(told, question)
    assert answer.intent == "gym_list"
    assert answer.gym_ids


@pytest.mark.parametrize(
    "question", ["明天哪裡可以爬外岩", "這週末哪裡可以爬 5.9 的運攀", "哪裡可以爬"]
)
def test_where_one_can_climb_on_rock_is_none(told: Assistant, question: str) -> None:
    assert asked(told, question).intent != "gym_list"


def test_a_time_beside_now_is_the_time_that_counts(told: Assistant) -> None:
    answer = asked(told, "現在有哪間抱石館開到十點以後", today=on(12, 5))
    assert answer.gym_ids == (FLOATING,)
    assert "10:00-23:30" in answer.text


def test_prices_of_a_month_are_those_of_all_its_days(told: Assistant) -> None:
    text = asked(told, "浮島12月門票多少").text
    assert "平日單次" in text
    assert "假日單次" in text
    assert "算平日" not in text


@pytest.mark.parametrize(
    ("question", "gyms"),
    [
        ("星期六晚上十點還開著的岩館", ()),
        ("星期六晚上九點還開著的岩館有哪些", (TAICHUNG,)),
        ("哪些岩館星期六晚上九點還有開", (TAICHUNG,)),
        ("星期六開到晚上九點以後的岩館", (TAICHUNG, TAINAN)),
    ],
)
def test_who_closes_at_nine_is_not_still_open_at_nine(
    told: Assistant, question: str, gyms: tuple[str, ...]
) -> None:
    assert asked(told, question).gym_ids == gyms
