"""Web addresses as people may see them: the host, and nothing that pretends to be one."""

from __future__ import annotations

import re

_MASKED_LINK = re.compile(r"\[([^\[\]]*)\]\(\s*<?(https?://[^\s)>]+)>?[^)]*\)", re.IGNORECASE)
_LINK = re.compile(
    r"<?\bhttps?://([^\s/<>()\[\]「」，。；、）]*)[^\s<>「」，。；、）]*>?", re.IGNORECASE
)
_SCHEME = re.compile(r"^<?https?://", re.IGNORECASE)
_AFTER_HOST = re.compile(r"[/?#\\]")


def link_host(link: str) -> str:
    """The host of a link with its port; what stands before an @ is no host."""
    rest = _AFTER_HOST.split(_SCHEME.sub("", link), maxsplit=1)[0]
    return rest.rpartition("@")[2].rstrip(">")


def links_as_hosts(text: str) -> str:
    """The text with the host in place of every link; of a masked link the words too."""
    if "://" not in text:
        return text
    shown = _MASKED_LINK.sub(lambda match: f"{match[1]}（{link_host(match[2])}）", text)
    return _LINK.sub(lambda match: link_host(match[0]), shown)
