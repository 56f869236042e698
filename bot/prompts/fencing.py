"""Text of records and members as data: it may say anything and cannot leave its fence."""

from __future__ import annotations

import re
import unicodedata

OPEN, CLOSE = "〈", "〉"
_CONTROL_TOKEN = re.compile(r"<\|[^|<>]{0,40}\|>|</?s>|<(?:start|end)_of_turn>|\[/?INST\]")
_SPACES = re.compile(r"\s+")


def fence(title: str, body: str) -> str:
    """The body between marks that nothing inside can write."""
    return f"{OPEN}{title}{CLOSE}\n{body}\n{OPEN}{title}結束{CLOSE}"


def data(text: str) -> str:
    """Text of others that may keep its lines: no fence marks, no chat tokens, no control signs."""
    plain = _CONTROL_TOKEN.sub(" ", text).replace(OPEN, "（").replace(CLOSE, "）")
    return "".join(one for one in plain if one == "\n" or unicodedata.category(one)[0] != "C")


def value(text: str, limit: int) -> str:
    """One value of a record on one line, cut at the limit; the bar belongs to the prompt."""
    flat = _SPACES.sub(" ", data(text)).strip().replace("｜", "|")
    return flat if len(flat) <= limit else flat[: limit - 1].rstrip() + "…"
