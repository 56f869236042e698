"""What is said of a notice must be in that notice: changed days, hours, words are caught."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.noticed import (
    FLOATING,
    TAICHUNG,
    TAINAN,
    TIDE_GATE,
    asked,
    notice,
    noticed,
    on,
    verdict_of,
)

if TYPE_CHECKING:
    from bot.assistant import Assistant
    from knowledge.knowledge_base import KnowledgeBase

EVE = on(12, 31)


@pytest.fixture(scope="module")
def told(demo_knowledge: KnowledgeBase) -> Assistant:
    return noticed(
        demo_knowledge,
        notice(
            "eve", TAICHUNG, "hours", "跨年夜開到晚上十一點半。",
            hours=((EVE, (("12:00", "23:30"),)),),
        ),
        notice(
            "other", FLOATING, "hours", "跨年夜提早到七點。", reported_on=on(11, 12),
            hours=((EVE, (("10:00", "19:00"),)),),
        ),
        notice(
            "mats", TAINAN, "closure", "地墊更換。", valid_from=on(12, 7), valid_until=on(12, 9)
        ),
        notice(
            "gate", TIDE_GATE, "closure", "遊隼育雛，全區封閉。", reported_on=on(11, 16),
            valid_from=on(11, 16), valid_until=on(2, 28, 2027),
        ),
        notice(
            "price", TAICHUNG, "price", "十二月起平日單次調為 520 元。", valid_from=on(12, 1)
        ),
    )  # fmt: skip


CHANGES = [
    ("岩嶼台中店跨年夜開到幾點", "12:00-23:30", "12:00-23:00"),
    ("岩嶼台中店跨年夜開到幾點", "12:00-23:30", "10:00-19:00"),
    ("岩嶼台中店跨年夜開到幾點", "12:00-23:30", "09:00-22:00"),
    ("岩嶼台中店跨年夜開到幾點", "的營業時間是 12:00-23:30", "公休"),
    ("岩嶼台中店跨年夜開到幾點", "2026-11-15", "2026-11-12"),
    ("岩嶼台中店跨年夜開到幾點", "跨年夜開到晚上十一點半", "跨年夜開到清晨五點半"),
    ("岩嶼台南店 12/8 有開嗎", "公休。", "的營業時間是 14:00-17:00。"),
    ("岩嶼台南店 12/8 有開嗎", "2026-11-15", "2026-11-19"),
    ("潮門現在封閉嗎", "2026-11-16", "2026-11-06"),
    ("岩嶼台中店票價多少", "調為 520 元", "調為 620 元"),
    ("is Rock Isle Tainan open on December 8?", "as of 2026-11-15", "as of 2026-10-15"),
    ("Rock Isle Taichung hours on New Year's Eve", "23:30", "22:30"),
]


@pytest.mark.parametrize(("question", "said", "instead"), CHANGES)
def test_a_changed_statement_about_a_notice_is_caught(
    told: Assistant, question: str, said: str, instead: str
) -> None:
    answer = asked(told, question)
    text = answer.text
    if said.startswith("的營業時間是") and said not in text:
        said = said.replace("的營業時間是", "開")
    assert said in text
    assert not verdict_of(answer, told, text.replace(said, instead)).ok


def test_the_notice_of_one_gym_supports_nothing_about_another(told: Assistant) -> None:
    answer = asked(told, "岩嶼台中店跟浮島抱石館跨年夜的營業時間比一下")
    swapped = (
        answer.text.replace("12:00-23:30", "#").replace("10:00-19:00", "12:00-23:30")
    ).replace("#", "10:00-19:00")
    assert swapped != answer.text
    assert not verdict_of(answer, told, swapped).ok
