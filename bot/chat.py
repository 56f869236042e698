"""The terminal chat: a prompt, an answer, and the conversation in between.

A change to the log is shown first and done only when the member says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Protocol
from zoneinfo import ZoneInfo

from bot.logbook import ClimbingLog
from bot.logbook.changes import apply
from bot.logbook.errors import LogbookError
from bot.rendering import cancelled, receipt
from bot.schema import Question, Turn
from bot.understanding import reply_to_preview

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.assistant import Assistant
    from bot.personal import Change
    from bot.schema import Answer, Language

TAIPEI = ZoneInfo("Asia/Taipei")
MAX_TURNS = 12
PROMPT = "\n你 › "
MODEL_SAID = "模型說法，已查核"
BYE = "下次岩場見，注意安全。"
_LEAVE = frozenset({"/quit", "/exit", "/q", "exit", "quit", "bye", "掰掰", "再見", "離開"})
_AGAIN = frozenset({"/new", "/reset", "重新開始"})
_HELP = frozenset({"/help", "/?", "/h"})
_ASK_FOR_HELP = {"zh": "你會什麼", "en": "help"}


class Aloud(Protocol):
    """Reads a question again or says its answer in other words, once the answer was shown."""

    def __call__(
        self, answer: Answer, question: Question, answer_to: Callable[[str], Answer]
    ) -> str:
        """What to show besides; empty where the answer stands as it is."""
        ...


class Answering(Protocol):
    """Has an answer to every question."""

    def answer(self, question: Question) -> Answer:
        """The verified answer."""
        ...


class Clock(Protocol):
    """Tells the time."""

    def __call__(self) -> datetime:
        """Now, with a time zone."""
        ...


@dataclass(frozen=True, slots=True)
class Member:
    """Who sits at the terminal, and the log that holds their climbs."""

    user_id: str
    log: ClimbingLog


def taipei_now() -> datetime:
    """The time in Taipei."""
    return datetime.now(TAIPEI)


def welcome(assistant: Assistant, *, demo: bool, user_id: str = "") -> str:
    """What stands above the first prompt."""
    catalogue = assistant.knowledge.catalogue
    crags = "、".join(crag.display_name for crag in catalogue.crags())
    counts = f"{catalogue.route_count} 條路線、{len(catalogue.all_gyms())} 間岩館"
    lines = [
        "🧗 岩友：問我路線、岩場、岩館或攀岩知識都可以。",
        f"目前資料：{crags or '還沒有岩場'}；{counts}。",
    ]
    if user_id:
        lines.append(f"你的紀錄用「{user_id}」這個代號存，只有你看得到；爬完說「記一筆：…」。")
    if demo:
        lines.append("這是虛構的示範資料，地點和路線都不存在；匯入真實資料的方法見 README。")
    lines.append("輸入 /help 看我會什麼，/new 換個話題，/quit 離開。")
    return "\n".join(lines)


def converse(
    assistant: Answering,
    lines: Iterable[str],
    say: Callable[[str], None],
    now: Clock = taipei_now,
    member: Member | None = None,
    aloud: Aloud | None = None,
) -> None:
    """Answer line after line until they end or somebody leaves."""
    talk = _Talk(assistant, now, member)
    for line in lines:
        text = line.strip()
        if text.casefold() in _LEAVE:
            break
        if text.casefold() in _AGAIN:
            talk = _Talk(assistant, now, member)
            say("好，換個話題吧。")
        elif text:
            say(f"\n岩友 › {talk.reply(text)}")
            if aloud is not None and (more := talk.again(aloud)):
                say(f"\n岩友（{MODEL_SAID}）› {more}")
    say(BYE)


class _Talk:
    """One conversation: what was said, and the change that waits for a yes."""

    def __init__(self, assistant: Answering, now: Clock, member: Member | None) -> None:
        self._assistant = assistant
        self._now = now
        self._member = member
        self._history: list[Turn] = []
        self._pending: Change | None = None
        self._language: Language = "zh"
        self._shown: tuple[Question, Answer] | None = None

    def reply(self, text: str) -> str:
        """The answer to a message, or what became of the change that waited."""
        if text.casefold() in _HELP:
            text = _ASK_FOR_HELP[self._language]
        self._shown = None
        said = self._settled(text) or self._answered(text)
        self._history += [Turn("user", text), Turn("assistant", said)]
        del self._history[:-MAX_TURNS]
        return said

    def again(self, aloud: Aloud) -> str:
        """What a model makes of the last answer; empty where nothing better came."""
        if self._shown is None:
            return ""
        question, answer = self._shown

        def answer_to(text: str) -> Answer:
            return self._assistant.answer(replace(question, text=text))

        more = aloud(answer, question, answer_to)
        if more:
            self._history[-1] = Turn("assistant", more)
        return more

    def _answered(self, text: str) -> str:
        moment = self._now()
        asked = Question(
            text,
            moment.date(),
            tuple(self._history),
            user_id=self._member.user_id if self._member else "",
            now=f"{moment:%H:%M}",
        )
        try:
            answer = self._assistant.answer(asked)
        except LogbookError as error:
            return error.reply
        self._keep(answer)
        self._shown = (asked, answer)
        return answer.text

    def _keep(self, answer: Answer) -> None:
        self._pending = answer.pending
        if answer.query is not None:
            self._language = answer.query.language

    def _settled(self, text: str) -> str:
        """What became of the change that waits; empty where none does or more was said."""
        reply = reply_to_preview(text)
        if not reply or self._pending is None or self._member is None:
            return ""
        change, self._pending = self._pending, None
        if reply == "cancel":
            return cancelled(self._language)
        try:
            done = apply(self._member.log, self._member.user_id, change)
        except LogbookError as error:
            return error.reply
        return receipt(done.kind, done.count, self._language, stale=done.stale)
