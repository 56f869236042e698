"""What a member wants remembered: shown, and asked about before it is kept or forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean_name
from bot.rendering.composing import plain
from bot.rendering.labels import ROUTE_TYPES, STYLES, label
from bot.rendering.phrases import PHRASES
from bot.schema import Draft

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.personal import LogEvidence, Memory
    from bot.rendering.request import Request
    from bot.schema import Language


def render_memory(request: Request, log: LogEvidence) -> Draft:
    """What would be remembered or forgotten, to be confirmed."""
    if log.change is None:
        lines = [request.say("memory.same"), *memory_lines(log.memory, request.language)]
        return _told(lines, log.memory)
    change = log.change
    shown = change.memory if change.kind == "remember" else change.memory_before
    used = change.kind == "remember" and any(name != "voice" for name, _ in shown)
    lines = [
        request.say(f"memory.{change.kind}"),
        *memory_lines(shown, request.language),
        *([request.say("memory.private")] if used else []),
        request.say("change.confirm_short"),
    ]
    return _told(lines, shown)


def _told(lines: list[str], memory: Memory) -> Draft:
    return Draft(text=plain(lines).text, figures=memory_figures(memory))


def memory_lines(memory: Memory, language: Language) -> list[str]:
    """Each thing that is remembered, on a line."""
    lines = []
    for name, value in memory:
        phrase = PHRASES[f"memory.{name}"]
        words = (phrase.zh if language == "zh" else phrase.en)[0]
        lines.append(words.format(value=spoken_value(name, value, language)))
    return lines


def memory_figures(memory: Memory) -> tuple[str, ...]:
    """The grades that an answer quotes of what is remembered."""
    return tuple(value for name, value in memory if name == "level")


def spoken_value(name: str, value: str, language: Language) -> str:
    """A remembered value in words."""
    if name != "style":
        return clean_name(value)
    kinds: Mapping[str, tuple[str, str]] = {**STYLES, **ROUTE_TYPES}
    parts = [label(kinds, one, language) for one in value.split(",")]
    return ("、" if language == "zh" else ", ").join(parts)
