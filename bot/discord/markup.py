"""Plain text to and from Discord's Markdown: marks escaped, mentions dead, links kept folded."""

from __future__ import annotations

import re

_LINK = re.compile(r"<?(?P<url>https?://[^\s<>（）「」。，；、)]+)>?")
_MARKS = re.compile(r"([*_`~\\])|\|\|")
_LINE_START = re.compile(r"^(?P<space>\s*)(?P<mark>#{1,3} |-# |>{1,3} )", re.MULTILINE)
_MASKED = re.compile(r"\[(?=[^\]\n]*\]\()")
_MENTION = re.compile(r"@(?=everyone|here)|<(?=[@#!&:/a])")
_ESCAPED = re.compile(r"\\([*_`~\\|#>\[\-])")
_DEAD = "\u200b"


def escape(text: str) -> str:
    """The text as Discord shows it letter by letter; links in ``<…>``, so that none unfolds."""
    pieces: list[str] = []
    at = 0
    for match in _LINK.finditer(text):
        pieces += [_escape_plain(text[at : match.start()]), f"<{match['url']}>"]
        at = match.end()
    return "".join([*pieces, _escape_plain(text[at:])])


def unescape(text: str) -> str:
    """What :func:`escape` was given, as far as words go."""
    return _ESCAPED.sub(r"\1", text).replace(_DEAD, "")


def clip(text: str, limit: int) -> str:
    """At most ``limit`` characters; what was cut is marked."""
    return text if len(text) <= limit else text[: limit - 1].rstrip("\\") + "…"


def quote(text: str, limit: int = 300) -> str:
    """A question as a quotation of one line."""
    return "> " + escape(clip(" ".join(text.split()), limit))


def quoted(content: str) -> str:
    """The question quoted at the head of a message; empty when there is none."""
    first = content.split("\n", 1)[0]
    return unescape(first[2:]) if first.startswith("> ") else ""


def _escape_plain(text: str) -> str:
    text = _MARKS.sub(lambda match: "\\|\\|" if match[1] is None else f"\\{match[1]}", text)
    text = _LINE_START.sub(lambda match: f"{match['space']}\\{match['mark']}", text)
    text = _MASKED.sub(r"\\[", text)
    return _MENTION.sub(lambda match: match[0] + _DEAD, text)
