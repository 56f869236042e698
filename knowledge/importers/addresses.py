"""The town in a Taiwanese address."""

from __future__ import annotations

import re

_TOWN = re.compile(
    r"\s*(?:\d{3,6}\s*)?(?:台灣|臺灣)?\s*(?P<city>[^\s\d市縣]{1,3}[市縣])"
    r"(?P<district>[^\s\d路街道]{1,4}?[區鄉鎮市])?"
)


def town_of(address: str) -> tuple[str, str]:
    """City or county and district of an address; empty where it names none."""
    match = _TOWN.match(address)
    return (match["city"], match["district"] or "") if match else ("", "")
