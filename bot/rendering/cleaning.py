"""Outside text made safe to show: it is data, never commands.

Control and direction marks go, mentions lose their power, links become plain host text; the rest
stays as stored.
"""

from __future__ import annotations

import re
import unicodedata

from knowledge.text import link_host, links_as_hosts

MAX_QUOTE_CHARS = 600
"""A longer description is cut; the source has the rest."""
MAX_NAME_CHARS = 120

_MENTION = re.compile(
    r"[@\N{FULLWIDTH COMMERCIAL AT}\N{SMALL COMMERCIAL AT}](?=everyone|here)", re.IGNORECASE
)
_TAG = re.compile(r"<(?=[@#:/]|a:|t:|id:|sound:)")
_INVITE = re.compile(r"\b(discord\.gg|discord(?:app)?\.com/invite)/[\w-]+", re.IGNORECASE)
_MARKUP = re.compile(r"[*`\\]|~~|\|\||__|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])")
"""What Discord would read as bold, code, struck out or a spoiler; 「a_b」 it leaves alone."""
_WIDE = str.maketrans({char: chr(ord(char) + 0xFEE0) for char in "*`\\~|_"})
"""Full-width twins: they look the same, and a comparison by NFKC finds the stored text."""
_SUSPECT = re.compile(r"[@\N{FULLWIDTH COMMERCIAL AT}\N{SMALL COMMERCIAL AT}<\[:/*`\\~|_]|\s\s")
"""What a text must hold for any of the rules to matter, if all of it is printable."""
_SPACES = re.compile(r"\s+")
_WEB = re.compile(r"https?://[^\s<>\"'`\\()\[\]]+", re.IGNORECASE)


def clean(text: str, limit: int = MAX_QUOTE_CHARS) -> str:
    """The text on one line, without anything that a reader's screen or Discord would obey."""
    if len(text) <= limit and text.isprintable() and not _SUSPECT.search(text):
        return text.strip()
    visible = "".join(_visible(char) for char in text)
    visible = links_as_hosts(visible)
    visible = _INVITE.sub(lambda match: match[1].split("/")[0], visible)
    visible = _MENTION.sub("＠", visible)
    visible = _TAG.sub("＜", visible)
    visible = _MARKUP.sub(lambda match: match[0].translate(_WIDE), visible)
    visible = _SPACES.sub(" ", visible).strip()
    return visible if len(visible) <= limit else visible[: limit - 1] + "…"


def clean_name(text: str) -> str:
    """A name fit for a line of its own length."""
    return clean(text, MAX_NAME_CHARS)


def host_of(address: str) -> str:
    """The host of a web address, as plain text; empty for anything else."""
    match = _WEB.match(address.strip())
    return clean_name(link_host(match[0])) if match else ""


def web_address(text: str) -> str:
    """The address when it is a plain web address, else an empty string."""
    stripped = text.strip()
    if not _WEB.fullmatch(stripped) or _MENTION.search(stripped) or len(stripped) > MAX_QUOTE_CHARS:
        return ""
    return stripped


def _visible(char: str) -> str:
    """The character itself, a space for a line break or tab, nothing for invisible marks."""
    if char in "\n\r\t\v\f\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}":
        return " "
    return "" if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn"} else char
