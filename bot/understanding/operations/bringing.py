"""How many quickdraws, how long a rope: 「爬X要帶幾支快扣」, "what rope do I need at X"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.understanding.intents import Decision
from bot.understanding.operations.operation import Operation

if TYPE_CHECKING:
    from bot.schema import Intent
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading

_AMOUNT = r"(?:[几多]少?(?:支|个|条|把|组|只)?|数量|够|多少)"
_DRAWS = re.compile(
    f"(?:{_AMOUNT})[^，。？]{{0,6}}(?:快扣|快挂|快叩|draws?)"
    f"|(?:快扣|快挂|快叩|draws?)[^，。？]{{0,8}}{_AMOUNT}"
)
_DRAWS_ENGLISH = re.compile(
    r"how many (?:quick ?)?draws|(?:quick ?)?draws .{0,30}\bneed|number of draws"
)
_ROPE = re.compile(
    "绳子?(?:的)?(?:长度|要|需要|得)?[^，。？]{0,6}(?:多长|几[米公m]|多少[米公m]|长度|多少公尺)"
    "|(?:多长|几米|几公尺|多少米|多少公尺|几m)的?绳|绳长|(?:用|带|准备)(?:什么|哪种|多长|几米)的?绳"
)
_ROPE_ENGLISH = re.compile(
    r"how long (?:a |of a |should |does )?(?:my |the |your )?rope|rope length"
    r"|length of (?:the )?rope"
    r"|(?:what|which) (?:length )?(?:of )?rope|rope .{0,24}\b(?:need|long|length)"
)
_OPEN: frozenset[Intent] = frozenset(
    {"fact", "crag_info", "list", "count", "superlative", "knowledge", "search", "out_of_domain"}
)


def asks_what_to_bring(
    reading: Reading, conditions: Conditions, decision: Decision
) -> Operation | None:
    """An amount that the records of a named place or route give: draws, or metres of rope."""
    if decision.intent not in _OPEN or reading.unknown or conditions.order is not None:
        return None
    what = what_to_bring(reading)
    if not what or reading.of_kind("gym"):
        return None
    if reading.of_kind("route"):
        plain = {name.ids for name in reading.of_kind("route")}
        others = set(conditions.route_fields) - {"gear", "length", "bolts"}
        return Operation(Decision("fact", what)) if len(plain) == 1 and not others else None
    if not reading.of_kind("crag", "area", "sector"):
        return None
    return Operation(Decision("crag_info", what))


def what_to_bring(reading: Reading) -> str:
    """``draws`` or ``rope`` when the amount of it is asked, else empty."""
    if _DRAWS.search(reading.folded) or _DRAWS_ENGLISH.search(reading.lower):
        return "draws"
    if _ROPE.search(reading.folded) or _ROPE_ENGLISH.search(reading.lower):
        return "rope"
    return ""
