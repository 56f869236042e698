"""Ascents as JSON and back: for sealing, and for the local socket.

Only what differs from an empty ascent is written, and unknown fields are passed over, so that a
field can be added without touching what is kept.
"""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from typing import Any

from bot.ascents import Ascent

_EMPTY = Ascent()
_DEFAULTS = {field.name: getattr(_EMPTY, field.name) for field in fields(Ascent)}


def to_fields(ascent: Ascent) -> dict[str, Any]:
    """The ascent as JSON values, without what it leaves open."""
    found: dict[str, Any] = {}
    for name, default in _DEFAULTS.items():
        value = getattr(ascent, name)
        if value != default:
            found[name] = value.isoformat() if name == "day" else value
    return found


def from_fields(found: dict[str, Any]) -> Ascent:
    """The ascent that ``to_fields`` wrote."""
    known = {name: value for name, value in found.items() if name in _DEFAULTS}
    if "day" in known:
        known["day"] = date.fromisoformat(known["day"])
    return Ascent(**known)


def dump(value: object) -> bytes:
    """JSON bytes; lone surrogates of broken input survive."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def parse(written: bytes) -> Any:
    """What ``dump`` wrote."""
    return json.loads(written.decode("utf-8", "surrogatepass"))
