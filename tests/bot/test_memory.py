"""What a member wants remembered: kept after a yes, used, shown, forgotten; nobody else's."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.assistant import Assistant
from bot.logbook.changes import apply
from bot.schema import Question
from tests.bot.log_invented import ANNAS
from tests.bot.logbook_helpers import chat, open_log

if TYPE_CHECKING:
    from pathlib import Path

    from bot.schema import Answer
    from knowledge.knowledge_base import KnowledgeBase

TODAY = date(2026, 11, 20)


def asked(assistant: Assistant, text: str, user: str = "anna") -> Answer:
    return assistant.answer(Question(text, TODAY, user_id=user))


@pytest.mark.parametrize(
    ("text", "memory"),
    [
        ("記住我大概爬 5.10a", {"level": "5.10a"}),
        ("我現在大概爬 5.10a 左右", {"level": "5.10a"}),
        ("记住我爬 5.11", {"level": "5.11"}),
        ("我的程度是 6b", {"level": "6b"}),
        ("remember I climb around 5.9", {"level": "5.9"}),
        ("我喜歡斜板", {"style": "slab"}),
        ("我最喜歡運攀", {"style": "sport"}),
        ("I like slabs", {"style": "slab"}),
        ("我最常去霧鳴岬", {"area": "霧鳴岬"}),
        ("我的主場是石螢谷", {"area": "石螢谷"}),
        ("I mostly climb at Wuming Cape", {"area": "霧鳴岬"}),
        ("我同意讓模型讀我的紀錄", {"voice": "yes"}),
    ],
)
def test_what_is_told_is_kept_after_a_yes_and_not_before(
    demo_knowledge: KnowledgeBase, tmp_path: Path, text: str, memory: dict[str, str]
) -> None:
    with open_log(tmp_path / "data") as log:
        assistant = Assistant(demo_knowledge, log)
        chat(assistant, log, text, "取消")
        assert log.profile("anna") == {}
        preview, receipt = chat(assistant, log, text, "確認")
        assert log.profile("anna") == memory
        assert "yes" in preview or "確認" in preview
        assert receipt.endswith(("就會刪掉。", "forget my level."))
        assert log.ascents("anna") == ()


@pytest.mark.parametrize(
    "text",
    [
        "5.10a 有哪些",
        "我大概爬 5.10a，推薦一條",
        "我喜歡斜板，霧鳴岬有嗎",
        "我最常去哪個岩場",
        "灰鯨大概 5.10a 嗎",
        "小明喜歡斜板",
        "小明大概爬 5.10a",
        "記住灰鯨是 5.10a",
        "今天右手 RP",
    ],
)
def test_questions_entries_and_what_others_climb_are_not_remembered(
    demo_knowledge: KnowledgeBase, tmp_path: Path, text: str
) -> None:
    with open_log(tmp_path / "data") as log:
        pending = asked(Assistant(demo_knowledge, log), text).pending
        assert pending is None or pending.memory == ()


def test_an_open_recommendation_uses_what_was_told_and_says_so(
    demo_knowledge: KnowledgeBase, tmp_path: Path
) -> None:
    with open_log(tmp_path / "data") as log:
        assistant = Assistant(demo_knowledge, log)
        for name, value in (("level", "5.10a"), ("area", "霧鳴岬"), ("style", "slab")):
            log.set_profile("anna", name, value)
        for text in ("推薦一條", "推薦一條路線", "recommend me a route", "有沒有適合我的"):
            answer = asked(assistant, text)
            assert answer.route_ids == ("WM-WHALE-BACK-302",), text
            assert "你說過你爬 5.10a 左右" in answer.text
            assert "你說過常去的霧鳴岬" in answer.text
            assert "你說過喜歡的斜板" in answer.text


def test_what_the_question_says_goes_before_what_was_told(
    demo_knowledge: KnowledgeBase, tmp_path: Path
) -> None:
    with open_log(tmp_path / "data") as log:
        assistant = Assistant(demo_knowledge, log)
        log.set_profile("anna", "level", "5.10a")
        log.set_profile("anna", "area", "霧鳴岬")
        grade = asked(assistant, "推薦一條 5.11c 的")
        assert "5.10a" not in grade.text
        place = asked(assistant, "推薦石螢谷的路線")
        assert "霧鳴岬" not in place.text
        assert "你說過你爬 5.10a 左右" in place.text
        plain = asked(assistant, "霧鳴岬有哪些 5.9 的路線")
        assert plain.query is not None
        assert plain.query.remembered == ()


def test_a_style_that_is_nowhere_near_gives_way(
    demo_knowledge: KnowledgeBase, tmp_path: Path
) -> None:
    with open_log(tmp_path / "data") as log:
        log.set_profile("anna", "level", "5.10a")
        log.set_profile("anna", "style", "tufa")
        answer = asked(Assistant(demo_knowledge, log), "推薦一條路線")
        assert answer.route_ids
        assert "你說過喜歡" not in answer.text


def test_nobody_elses_memory_is_used_shown_or_touched(
    demo_knowledge: KnowledgeBase, tmp_path: Path
) -> None:
    with open_log(tmp_path / "data") as log:
        assistant = Assistant(demo_knowledge, log)
        log.set_profile("anna", "level", "5.10a")
        for user in ("bert", ""):
            for text in ("推薦一條路線", "你記得我什麼", "anna 的程度是多少", "記住 anna 的程度"):
                answer = asked(assistant, text, user)
                assert "你說過" not in answer.text
                assert "大概爬" not in answer.text
                assert answer.query is None or answer.query.remembered == ()
        chat(assistant, log, "忘掉我的程度", "確認", user="bert")
        assert log.profile("anna") == {"level": "5.10a"}


def test_memory_is_never_worked_out_from_the_log(
    demo_knowledge: KnowledgeBase, tmp_path: Path
) -> None:
    with open_log(tmp_path / "data") as log:
        log.add("anna", ANNAS)
        assistant = Assistant(demo_knowledge, log)
        answer = asked(assistant, "推薦一條路線")
        assert "你說過" not in answer.text
        assert log.profile("anna") == {}


def test_it_is_shown_changed_and_forgotten(demo_knowledge: KnowledgeBase, tmp_path: Path) -> None:
    with open_log(tmp_path / "data") as log:
        assistant = Assistant(demo_knowledge, log)
        chat(assistant, log, "記住我大概爬 5.10a", "確認", "我喜歡斜板", "好")
        assert "程度：大概爬 5.10a" in asked(assistant, "你記得我什麼").text
        assert "around 5.10a" in asked(assistant, "what do you know about me").text
        chat(assistant, log, "記住我大概爬 5.11a", "確認")
        assert log.profile("anna") == {"level": "5.11a", "style": "slab"}
        assert asked(assistant, "記住我大概爬 5.11a").pending is None
        preview, gone = chat(assistant, log, "忘掉我的程度", "確認")
        assert "5.11a" in preview
        assert "忘掉了" in gone
        assert log.profile("anna") == {"style": "slab"}
        chat(assistant, log, "忘掉我說過的一切", "確認")
        assert log.profile("anna") == {}


def test_a_preview_that_is_out_of_date_changes_nothing(
    demo_knowledge: KnowledgeBase, tmp_path: Path
) -> None:
    with open_log(tmp_path / "data") as log:
        assistant = Assistant(demo_knowledge, log)
        change = asked(assistant, "記住我大概爬 5.10a").pending
        assert change is not None
        log.set_profile("anna", "level", "5.12a")
        assert apply(log, "anna", change).stale
        assert log.profile("anna") == {"level": "5.12a"}


def test_an_erasure_takes_it_along(demo_knowledge: KnowledgeBase, tmp_path: Path) -> None:
    with open_log(tmp_path / "data") as log:
        assistant = Assistant(demo_knowledge, log)
        chat(assistant, log, "我最常去霧鳴岬", "確認")
        assert log.erase("anna").profile == 1
        assert log.profile("anna") == {}
        assert "你說過" not in asked(assistant, "推薦一條路線").text
