"""The lines of a post as people write them: emoji, bullets and hashtags gone, signs half-width."""

from __future__ import annotations

import re
import unicodedata

_DASHES = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u301c\uff5e~", "-")
)
_HASHTAG = re.compile("[#\N{FULLWIDTH NUMBER SIGN}][^\\s#\N{FULLWIDTH NUMBER SIGN}]+")
_URL = re.compile(r"https?://[^\s<>()「」，。、]+", re.IGNORECASE)
_EDGES = " \t-–—·・•●○◆◇■□▪▫★☆※►▶→➤＞>|｜*_~=+✓✔✅❌❗‼:：,，、"
_FRAME = re.compile(r"^[【\[「『《<(（]+|[】\]」』》>)）]+$")
_CLAUSE_END = re.compile(
    r"[;。!?]|(?<=:\d\d),|(?<![\d)]),|,(?!\s*\d{1,2}(?:/|月|\s*,|\s*\()|\d{3}(?!\d))"
)
MAX_TITLE = 40
"""Characters of a title."""


def lines_of(text: str) -> tuple[str, ...]:
    """The lines that say something, folded: half-width digits and signs, no emoji, no hashtags."""
    return tuple(line for raw in text.splitlines() if (line := plain(raw)))


def clauses_of(line: str) -> tuple[str, ...]:
    """The parts of a line between commas and stops; a comma in a number or between days is none."""
    parts = _CLAUSE_END.split(line)
    return tuple(part.strip(_EDGES) for part in parts if part.strip(_EDGES))


def plain(line: str) -> str:
    """One line, folded."""
    folded = unicodedata.normalize("NFKC", _HASHTAG.sub(" ", line)).translate(_DASHES)
    visible = "".join(" " if _is_ornament(char) else char for char in folded)
    return re.sub(r"\s+", " ", visible).strip(_EDGES)


def title_of(text: str) -> str:
    """The first line that says something, without its frame; empty when none does."""
    for raw in text.splitlines():
        line = re.sub(r"\s+", " ", "".join(" " if _is_ornament(c) else c for c in raw))
        line = _URL.sub(" ", _HASHTAG.sub(" ", line)).strip(_EDGES)
        line = _FRAME.sub("", line) if line[:1] in "【[「『《<(（" and _closes(line) else line
        line = re.sub(r"[【】『』]", " ", line)
        line = re.sub(r"\s+", " ", line).strip(_EDGES)
        if sum(char.isalnum() for char in line) >= 2:
            return line if len(line) <= MAX_TITLE else line[: MAX_TITLE - 1] + "…"
    return ""


def body_of(text: str) -> str:
    """The post as it will be quoted: its own words, without invisible marks and empty lines."""
    lines = ("".join(char for char in raw if not _is_invisible(char)) for raw in text.splitlines())
    return "\n".join(line.strip() for line in lines if line.strip())


def link_of(text: str) -> str:
    """The first web address; empty without one."""
    match = _URL.search(text)
    return match[0].rstrip(".,;:!?") if match else ""


def without_links(line: str) -> str:
    """The line without web addresses: their digits are no dates."""
    return _URL.sub(" ", line)


def _closes(line: str) -> bool:
    return line[-1:] in "】]」』》>)）"


def _is_ornament(char: str) -> bool:
    """Whether it is an emoji or another picture: no letter, mark, digit or punctuation."""
    return unicodedata.category(char) in {"So", "Sk", "Cf", "Cs", "Co", "Cn", "Cc", "Mn", "Me"}


def _is_invisible(char: str) -> bool:
    return unicodedata.category(char) in {"Cf", "Cs", "Co", "Cn", "Cc"}
