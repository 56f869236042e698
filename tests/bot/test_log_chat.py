"""The terminal chat with a log: preview, yes, undo; and what happens when the log refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.assistant import Assistant
from bot.chat import welcome
from tests.bot.log_invented import ANNAS
from tests.bot.logbook_helpers import chat, open_log

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.knowledge_base import KnowledgeBase


def test_an_entry_is_kept_only_after_a_yes(demo_knowledge: KnowledgeBase, tmp_path: Path) -> None:
    with open_log(tmp_path / "data") as log:
        assistant = Assistant(demo_knowledge, log)
        preview, refused = chat(assistant, log, "今天右手 RP 第三趟", "取消")
        assert "2026-11-20｜右手｜5.10a｜霧鳴岬｜先鋒 RP｜3 把" in preview
        assert "沒有存" in refused
        assert log.ascents("anna") == ()
        *_, receipt = chat(assistant, log, "今天右手 RP 第三趟", "確認")
        assert "已記下（1 筆）" in receipt
        assert "復原" in receipt
        assert [one.attempts for one in log.ascents("anna")] == [3]


def test_yes_in_english_and_undo(demo_knowledge: KnowledgeBase, tmp_path: Path) -> None:
    with open_log(tmp_path / "data") as log:
        assistant = Assistant(demo_knowledge, log)
        said = chat(assistant, log, "log: sent Foghorn today", "yes", "undo", "yes", "undo", "ok")
        assert "Saved (1 entries)" in said[1]
        assert "Undone" in said[3]
        assert log.ascents("anna") == ()
        assert "nothing to undo" in said[5]


def test_a_preview_that_was_passed_over_is_not_kept(
    demo_knowledge: KnowledgeBase, tmp_path: Path
) -> None:
    with open_log(tmp_path / "data") as log:
        assistant = Assistant(demo_knowledge, log)
        chat(assistant, log, "今天右手 RP", "霧笛幾級", "確認")
        assert log.ascents("anna") == ()


def test_a_correction_before_the_yes_is_what_is_kept(
    demo_knowledge: KnowledgeBase, tmp_path: Path
) -> None:
    with open_log(tmp_path / "data") as log:
        assistant = Assistant(demo_knowledge, log)
        chat(assistant, log, "今天迴聲 RP", "石螢谷那條", "改成昨天", "好")
        (kept,) = log.ascents("anna")
        assert (kept.route_id, str(kept.day), kept.result) == (
            "SY-FW-007",
            "2026-11-19",
            "redpoint",
        )


def test_members_at_one_assistant_do_not_meet(
    demo_knowledge: KnowledgeBase, tmp_path: Path
) -> None:
    with open_log(tmp_path / "data") as log:
        log.add("anna", ANNAS)
        assistant = Assistant(demo_knowledge, log)
        (said,) = chat(assistant, log, "我爬過什麼", user="ben")
        assert "0 筆" in said
        assert "右手" not in said


def test_a_closed_log_is_said_kindly(demo_knowledge: KnowledgeBase, tmp_path: Path) -> None:
    log = open_log(tmp_path / "data")
    assistant = Assistant(demo_knowledge, log)
    talk = chat(assistant, log, "今天右手 RP")
    assert "要記下" in talk[0]
    log.close()
    said = chat(assistant, log, "我爬過什麼", "霧笛幾級")
    assert "右手" not in said[0]
    assert said[0].strip()
    assert "5.11c" in said[1]


def test_the_welcome_says_under_which_id_climbs_are_kept(demo_knowledge: KnowledgeBase) -> None:
    assert "「anna」" in welcome(Assistant(demo_knowledge), demo=True, user_id="anna")
    assert "代號" not in welcome(Assistant(demo_knowledge), demo=True)
