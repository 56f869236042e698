"""Talking to the log: real store, real catalogue, real conversation."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.assistant import Assistant
from bot.logbook.changes import apply
from bot.personal import ACTIONS
from bot.rendering import render
from bot.schema import Question, Turn
from bot.verifier import verify
from tests.bot.log_invented import ANNAS, TODAY
from tests.bot.logbook_helpers import open_log

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.logbook import Logbook
    from bot.schema import Answer
    from knowledge.knowledge_base import KnowledgeBase

TALKS = [
    line.split(" ⇒ ")
    for line in Path(__file__).with_name("log_dialogues.txt").read_text("utf-8").splitlines()
    if " ⇒ " in line and not line.startswith("#")
]


@pytest.fixture(scope="module")
def kept_log(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Logbook]:
    with open_log(tmp_path_factory.mktemp("kept") / "data") as log:
        log.add("anna", ANNAS)
        yield log


@pytest.fixture(scope="module")
def assistant(demo_knowledge: KnowledgeBase, kept_log: Logbook) -> Assistant:
    return Assistant(demo_knowledge, kept_log)


def talk(assistant: Assistant, *messages: str, user: str = "anna") -> Answer:
    history: list[Turn] = []
    for text in messages:
        answer = assistant.answer(Question(text, TODAY, tuple(history), user_id=user))
        history += [Turn("user", text), Turn("assistant", answer.text)]
    return answer


@pytest.mark.parametrize(
    ("said", "catalogue", "own"),
    [
        ("霧笛幾級？還有我今年完攀幾條", "5.11c", "完攀 4 條"),
        ("浮島抱石館今天開到幾點，還有我上次去是哪天", "22:30", "2026-11-14"),
        ("灰鯨幾顆 bolt？順便問我去年完攀幾條", "8", "完攀 2 條"),
    ],
)
def test_a_message_to_the_catalogue_and_the_log_gets_both_answers(
    said: str, catalogue: str, own: str, assistant: Assistant
) -> None:
    answer = talk(assistant, said)
    assert catalogue in answer.text
    assert own in answer.text
    assert own not in talk(assistant, said, user="").text


@pytest.mark.parametrize(("said", "expected"), TALKS, ids=[said for said, _ in TALKS])
def test_the_last_answer_says(said: str, expected: str, assistant: Assistant) -> None:
    answer = talk(assistant, *said.split(" » "))
    for part in expected.split(" & "):
        if part.startswith("!"):
            assert part[1:] not in answer.text
        else:
            assert any(each in answer.text for each in part.split("|")) or part in answer.text, (
                answer.text
            )
    if answer.query is None or answer.evidence is None:
        return
    draft = render(answer.query, answer.evidence)
    verdict = verify(
        draft.text,
        answer.evidence,
        gazetteer=assistant.knowledge.gazetteer,
        asked=answer.query.text,
        figures=draft.figures,
    )
    assert verdict.ok, verdict.unsupported


@pytest.mark.parametrize("said", [said for said, _ in TALKS if " » " not in said])
def test_without_a_known_member_nothing_is_told(said: str, assistant: Assistant) -> None:
    answer = talk(assistant, said, user="")
    assert answer.abstained
    assert answer.pending is None
    assert answer.evidence is None or answer.evidence.log is None


@pytest.mark.parametrize("said", [said for said, _ in TALKS if " » " not in said])
def test_an_empty_log_says_so_or_takes_the_first_entry(said: str, assistant: Assistant) -> None:
    answer = talk(assistant, said, user="nobody-yet")
    for one in ANNAS:
        assert not one.notes or one.notes not in answer.text
    asks_back = answer.query is not None and answer.query.log and answer.query.log.ask in ACTIONS
    if answer.intent == "personal" and not asks_back and not answer.abstained:
        assert "0 筆" in answer.text or "0 entries" in answer.text


def test_answering_writes_nothing(assistant: Assistant, kept_log: Logbook) -> None:
    before = kept_log.ascents("anna")
    for said, _ in TALKS:
        talk(assistant, *said.split(" » "))
    assert kept_log.ascents("anna") == before
    assert kept_log.ascents("nobody-yet") == ()


def test_confirmed_changes_are_kept_and_can_be_taken_back(
    demo_knowledge: KnowledgeBase, tmp_path: Path
) -> None:
    with open_log(tmp_path / "data") as log:
        assistant = Assistant(demo_knowledge, log)
        told = talk(assistant, "今天右手 RP、門神 flash", user="ben")
        assert told.pending is not None
        assert apply(log, "ben", told.pending).count == 2
        edit = talk(assistant, "把剛剛那筆改成 OS", user="ben")
        assert edit.pending is not None
        assert apply(log, "ben", edit.pending).count == 1
        assert [one.result for one in log.ascents("ben")] == ["redpoint", "onsight"]
        undo = talk(assistant, "復原", user="ben")
        assert undo.pending is not None
        assert apply(log, "ben", undo.pending).undone == "update"
        assert [one.result for one in log.ascents("ben")] == ["redpoint", "flash"]
        gone = talk(assistant, "刪掉右手那筆", user="ben")
        assert gone.pending is not None
        assert apply(log, "ben", gone.pending).count == 1
        assert [one.route_name for one in log.ascents("ben")] == ["門神"]
        assert log.ascents("anna") == ()


def test_a_stale_preview_changes_nothing(demo_knowledge: KnowledgeBase, tmp_path: Path) -> None:
    with open_log(tmp_path / "data") as log:
        log.add("anna", ANNAS)
        assistant = Assistant(demo_knowledge, log)
        first, second = (talk(assistant, "刪掉灰鯨那筆").pending for _ in range(2))
        assert first is not None
        assert second is not None
        assert apply(log, "anna", first).count == 1
        late = apply(log, "anna", second)
        assert (late.count, late.stale) == (0, True)


def test_a_change_of_another_member_touches_nothing(
    demo_knowledge: KnowledgeBase, tmp_path: Path
) -> None:
    with open_log(tmp_path / "data") as log:
        log.add("anna", ANNAS)
        gone = talk(Assistant(demo_knowledge, log), "刪掉灰鯨那筆").pending
        assert gone is not None
        assert apply(log, "mallory", gone).stale
        assert len(log.ascents("anna")) == len(ANNAS)
