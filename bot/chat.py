"""The terminal chat: a prompt, an answer, and the conversation in between."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Protocol
from zoneinfo import ZoneInfo

from bot.schema import Question, Turn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.assistant import Assistant

TAIPEI = ZoneInfo("Asia/Taipei")
MAX_TURNS = 12
PROMPT = "\n你 › "
BYE = "下次岩場見，注意安全。"
_LEAVE = frozenset({"/quit", "/exit", "/q", "exit", "quit", "bye", "掰掰", "再見", "離開"})
_AGAIN = frozenset({"/new", "/reset", "重新開始"})


class Clock(Protocol):
    """Tells the time."""

    def __call__(self) -> datetime:
        """Now, with a time zone."""
        ...


def taipei_now() -> datetime:
    """The time in Taipei."""
    return datetime.now(TAIPEI)


def welcome(assistant: Assistant, *, demo: bool) -> str:
    """What stands above the first prompt."""
    catalogue = assistant.knowledge.catalogue
    crags = "、".join(crag.display_name for crag in catalogue.crags())
    counts = f"{len(catalogue.all_routes())} 條路線、{len(catalogue.all_gyms())} 間岩館"
    lines = [
        "🧗 岩友：問我路線、岩場、岩館或攀岩知識都可以。",
        f"目前資料：{crags or '還沒有岩場'}；{counts}。",
    ]
    if demo:
        lines.append("這是虛構的示範資料，地點和路線都不存在；匯入真實資料的方法見 README。")
    lines.append("輸入 /quit 離開，/new 換個話題。")
    return "\n".join(lines)


def converse(
    assistant: Assistant, lines: Iterable[str], say: Callable[[str], None], now: Clock = taipei_now
) -> None:
    """Answer line after line until they end or somebody leaves."""
    history: list[Turn] = []
    for line in lines:
        text = line.strip()
        if text.casefold() in _LEAVE:
            break
        if text.casefold() in _AGAIN:
            history.clear()
            say("好，換個話題吧。")
            continue
        if not text:
            continue
        moment = now()
        question = Question(text, moment.date(), tuple(history), now=f"{moment:%H:%M}")
        answer = assistant.answer(question)
        history += [Turn("user", text), Turn("assistant", answer.text)]
        del history[:-MAX_TURNS]
        say(f"\n岩友 › {answer.text}")
    say(BYE)
