"""The town in a Taiwanese address, and the part of the island."""

from __future__ import annotations

import re

_TOWN = re.compile(
    r"\s*(?:\d{3,6}\s*)?(?:台灣|臺灣)?\s*(?P<city>[^\s\d市縣]{1,3}[市縣])"
    r"(?P<district>[^\s\d路街道]{1,4}?[區鄉鎮市])?"
)


_REGION = re.compile(
    r"(?:台灣|臺灣|taiwan)?\s*(?P<part>[東西南北中]|east|west|south|north|central)"
    r"(?:ern)?\s*(?:部|區|地區|台灣|臺灣|taiwan)?",
    re.IGNORECASE,
)
_PARTS = {"east": "東", "west": "西", "south": "南", "north": "北", "central": "中"}


def region_of(written: str) -> str:
    """The region in its usual words: 「東」 and ``Eastern Taiwan`` are 東部; others stay."""
    match = _REGION.fullmatch(written.strip())
    return f"{_PARTS.get(match['part'].lower(), match['part'])}部" if match else written


def town_of(address: str) -> tuple[str, str]:
    """City or county and district of an address; empty where it names none."""
    match = _TOWN.match(address)
    return (match["city"], match["district"] or "") if match else ("", "")
