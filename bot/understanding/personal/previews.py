"""Whether a message answers a preview: yes, no, or what is to be otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from bot.personal import LogQuery
from bot.understanding import words
from bot.understanding.personal.corrections import correction
from bot.understanding.personal.requests import actions, asks
from bot.understanding.personal.scanning import fold, pattern
from knowledge.text import key

if TYPE_CHECKING:
    from bot.understanding.personal.tools import Tools
    from bot.understanding.reading import Reading


def answer_to_preview(reading: Reading, tools: Tools, before: LogQuery | None) -> LogQuery | None:
    """A yes, a no, or a correction, where the turn before showed a preview or asked back."""
    said = actions(reading)
    reply = reply_to_preview(reading.text)
    waits = before is not None and before.ask in {"add", "edit", "delete", "undo"}
    remembers = before is not None and before.ask in {"remember", "forget"}
    if reply and (waits or remembers or reading.plain in _BARE):
        return LogQuery(reply)
    if before is None or not waits:
        return None
    if said & {"undo", "delete", "todo", "project"} or "add" in said:
        return None
    if asks(reading.text) or words.find("log_asks", reading.folded, reading.lower)[:1] in {
        ("overview",),
        ("progress",),
        ("volume",),
    }:
        return None
    return correction(reading, tools, before)


_BARE = frozenset({"确认", "确定", "取消", "confirm", "cancel"})
_SHORT_REPLY = 24
_POLITE = pattern(
    r"謝謝你?|感謝|感恩|麻煩你?|拜託"
    r"|\b(?:please|pls|thanks?|thank you|thx|it|that|them|this|all|to)\b"
)
_SIGNS = {"👌": "確認", "👍": "確認", "🆗": "確認", "✅": "確認", "❌": "取消", "🙅": "取消"}


def reply_to_preview(text: str) -> Literal["confirm", "cancel", ""]:
    """Whether a message says yes or no to a preview, and nothing else.

    What asks, denies or goes on to say more is no yes: 「not sure」「ok but V5」「存嗎？」.
    """
    if len(text) > _SHORT_REPLY or "?" in text or "？" in text:
        return ""
    for sign, word in _SIGNS.items():
        text = text.replace(sign, word, 1).replace(sign, "")
    plain = _POLITE.sub(" ", fold(text))
    meant = {each.name: each for each in words.table("log_actions")}
    for meaning in ("cancel", "confirm"):
        if meant[meaning].chinese.search(key(plain)):
            return meaning
    said = meant["cancel"].english.search(plain), meant["confirm"].english.search(plain)
    if said[0]:
        return "cancel"
    rest = meant["confirm"].english.sub(" ", plain)
    return "confirm" if said[1] and not key(rest) else ""
