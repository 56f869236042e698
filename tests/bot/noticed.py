"""Invented notices about the demo data, and an assistant that knows them."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

from bot.assistant import Assistant
from bot.rendering import render
from bot.schema import Answer, Question, Turn, Verdict
from bot.verifier import verify
from knowledge.knowledge_base import KnowledgeBase
from knowledge.schema import Notice, Source
from knowledge.snapshots import Board

if TYPE_CHECKING:
    from collections.abc import Iterable

FRIDAY = date(2026, 11, 20)
TAICHUNG, TAINAN, FLOATING = "rockisle-taichung", "rockisle-tainan", "floating-island"
TIDE_GATE, WHALE_BACK = "wuming-cape/tide-gate", "wuming-cape/whale-back"
GREY_WHALE = "WM-WHALE-BACK-302"
SERVER = "111"
BOARD = Source(
    "board", "岩嶼公告板", licence="CC0-1.0", attribution="岩嶼攀岩館提供", invented=True
)


def notice(notice_id: str, about_id: str, kind: Any, text: str, **fields: Any) -> Notice:
    """A notice of the board, reported some days before the Friday unless said otherwise."""
    given: dict[str, Any] = {
        "title": "",
        "reported_on": date(2026, 11, 15),
        "source_id": "board",
        "author": "岩嶼粉專",
        **fields,
    }
    return Notice(id=notice_id, about_id=about_id, kind=kind, text=text, **given)


def on(month: int, day: int, year: int = 2026) -> date:
    """A day of the year of the tests."""
    return date(year, month, day)


def noticed(knowledge: KnowledgeBase, *notices: Notice) -> Assistant:
    """An assistant over the same records that knows these notices and no others."""
    counted = Counter(each.id for each in notices)
    assert max(counted.values(), default=1) == 1
    return Assistant(KnowledgeBase(knowledge.snapshot, knowledge.base, Board(notices, (BOARD,))))


def asked(
    assistant: Assistant,
    text: str,
    *,
    today: date = FRIDAY,
    scope: str = "",
    before: Iterable[str] = (),
) -> Answer:
    """The answer to a question, all of whose statements the records or notices support."""
    history = tuple(Turn("user", each) for each in before)
    answer = assistant.answer(Question(text, today, history, paged=False, scope=scope))
    verdict = verdict_of(answer, assistant)
    assert verdict.ok, (answer.text, verdict.unsupported)
    return answer


def verdict_of(answer: Answer, assistant: Assistant, text: str = "") -> Verdict:
    """The verdict over the draft of an answer, or over another text in its place."""
    assert answer.query is not None
    assert answer.evidence is not None
    draft = render(answer.query, answer.evidence, paged=False)
    return verify(
        text or draft.text,
        answer.evidence,
        gazetteer=assistant.knowledge.gazetteer,
        asked=answer.query.text,
        figures=draft.figures,
    )
