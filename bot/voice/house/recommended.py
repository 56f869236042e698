"""A recommendation has one fixed format: what may differ from the rendered one, and what not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.rendering import FOOTER, parse_recommendation

if TYPE_CHECKING:
    from collections.abc import Callable

_OWN_WORDS: Final = re.compile("👉 推薦原因：|✨ 特色：")


def wrong_format(
    body: str, rendered: str, sentence: Callable[[str], tuple[str, ...]]
) -> tuple[str, ...]:
    """What differs from the rendered recommendation beyond the two lines in own words.

    Args:
        body: What is to be said.
        rendered: The recommendation that code gave.
        sentence: Why one of the two free lines may not be said.
    """
    problems = parse_recommendation(body).problems
    if problems:
        return problems
    said, held = (text.strip().split("\n") for text in (body, rendered))
    if len(said) != len(held):
        held = around_format(rendered)[1]  # what code says around it stays there
    if len(said) != len(held):
        return ("格式外不要多寫，也不要少寫",)
    reasons: list[str] = []
    name = ""
    for own, line in zip(said, held, strict=True):
        name = line.partition("｜")[0].removeprefix("🧗 ") if line[:1] == "🧗" else name
        label = _OWN_WORDS.match(line)
        if own == line:
            continue
        if label is None or not own.startswith(label[0]):
            reasons.append(f"這一行要照抄：{line[:40]}")
        else:
            reasons += sentence(f"{name}：{own[len(label[0]) :]}")
    return tuple(reasons)


def around_format(text: str) -> tuple[list[str], list[str], list[str]]:
    """The lines before a recommendation in the format, its own, and those after it."""
    lines = text.strip().split("\n")
    start = next((at for at, line in enumerate(lines) if line.startswith("為你推薦｜")), 0)
    end = lines.index(FOOTER) + 1 if FOOTER in lines else len(lines)
    return lines[:start], lines[start:end], lines[end:]
