"""The prompt in which a model says again, in our voice, what code has already answered."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.prompts.fencing import data, fence, value
from bot.prompts.message import Message
from bot.prompts.records import numbered_records
from bot.prompts.style import FULL, PromptStyle
from bot.prompts.system import SOBER, speak_system
from bot.rendering import FOOTER, ParsedRecommendation, parse_recommendation
from bot.schema import Draft, Evidence, Query, Turn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


MAX_QUESTION: Final = 500
"""Characters of the question that a model sees; the rules have seen all of it."""
_CLOSING: Final = re.compile(r"^📚 (?:來源：|Source: ).*$", re.MULTILINE)
_TURN_TOKENS: Final = 4
"""What the chat template adds to a turn."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is to be said: the understood question, its records, and the answer code gave."""

    query: Query
    evidence: Evidence
    draft: Draft
    history: tuple[Turn, ...] = ()


def speak_messages(
    spoken: Spoken, style: PromptStyle = FULL, tokens: Callable[[str], int] = len
) -> tuple[Message, ...]:
    """The prompt; earlier turns are kept from the newest back as far as the style has room.

    Args:
        spoken: The question with its records and its rendered answer.
        style: How much the prompt holds.
        tokens: Counts the tokens of a text; characters count as an upper bound for Chinese.
    """
    query = spoken.query
    sober = query.intent in SOBER or any(route.flags for route in spoken.evidence.routes)
    system = speak_system(query.intent, query.language, compact=not style.draft, sober=sober)
    recent = _recent(spoken.history, style.history_tokens, tokens)
    return (Message("system", system), *recent, Message("user", _request(spoken, style)))


def body_of(text: str) -> str:
    """An answer without the source line that code adds; a recommendation is whole in itself."""
    if FOOTER in text:
        return text.strip()
    return _CLOSING.sub("", text).strip()


def closing_of(text: str) -> str:
    """The source line of a rendered answer, to stand under what a model says; maybe empty."""
    if FOOTER in text:
        return ""
    lines = _CLOSING.findall(text)
    return str(lines[-1]) if lines else ""


def _request(spoken: Spoken, style: PromptStyle) -> str:
    question = data(spoken.query.text)[:MAX_QUESTION].strip()
    if not style.draft:
        return f"{_compact_facts(spoken, style)}\n問題：{value(question, MAX_QUESTION)}".lstrip()
    parts = []
    records = numbered_records(spoken.evidence, style)
    if records:
        parts.append(fence("資料", records))
    parts.append(fence("已查核的答案", data(body_of(spoken.draft.text))))
    parts.append(fence("問題", question))
    return "\n".join(parts)


def _compact_facts(spoken: Spoken, style: PromptStyle) -> str:
    """The values that the answer needs, already worded by code."""
    parsed = parse_recommendation(spoken.draft.text)
    if parsed.ok:
        return _compact_blocks(parsed, style)
    records = numbered_records(spoken.evidence, style)
    return records or value(body_of(spoken.draft.text), 4 * style.max_value)


def _compact_blocks(parsed: ParsedRecommendation, style: PromptStyle) -> str:
    """A recommendation as bare values: what is left to do is the format."""
    lines = [f"條件：{parsed.place}・{parsed.conditions}・{parsed.data_date}"]
    for number, block in enumerate(parsed.blocks[: style.max_records], 1):
        name = f"{block.name}（{block.name_en}）" if block.name_en else block.name
        fields = (
            ("名稱", name),
            ("難度", block.grade),
            ("型態", block.type),
            ("長度", block.length),
            ("位置", block.place),
            ("裝備", block.gear),
            ("固定點", block.anchor),
            ("下撤", block.descent),
            ("特色", block.character),
            ("原因", block.reason),
            ("注意", block.caution),
            ("來源", block.source),
            ("更新", block.updated + ("（虛構示範資料）" if block.invented else "")),
        )
        told = "｜".join(f"{label}：{value(text, 2 * style.max_value)}" for label, text in fields)
        lines.append(f"[{number}] {told}")
    return "\n".join(lines)


def _recent(
    history: Sequence[Turn], room: int, tokens: Callable[[str], int]
) -> tuple[Message, ...]:
    kept: list[Message] = []
    for turn in reversed(history):
        content = data(body_of(turn.content)) if turn.role == "assistant" else data(turn.content)
        room -= tokens(content) + _TURN_TOKENS
        if room < 0:
            break
        kept.append(Message(turn.role, content))
    kept.reverse()
    while kept and kept[0].role == "assistant":
        kept.pop(0)
    return tuple(kept)
