"""What is told of the walls of a place: 「黑角哪面牆下午沒太陽」, 「迴聲廊風大嗎」."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.understanding.intents import Decision
from bot.understanding.operations.operation import Operation
from knowledge.terms import ground_asked

if TYPE_CHECKING:
    from bot.schema import Intent
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading

_WALLS = re.compile(
    "哪(?:一|几|些)?(?:面|个|块|片|道)?(?:岩?[墙壁区]|岩面|区域|分区|地方|里|边|处|面$|面最?)|(?:墙|区域?|地方)(?:是|有)哪"
    "|哪[一几]?(?:面|区)|什么(?:地方|区域)|最[^，。]{1,4}的?(?:墙|区域?|岩壁|地方)|(?:墙|区域?|岩壁)(?:$|吗|有吗|呢)"
)
_WALLS_ENGLISH = re.compile(
    r"\b(?:which|what|where|any|best|most|least|\w+est)\b.*\b(?:walls?|areas?|sectors?|parts?|spots?|places?)\b"
    r"|^where\b"
)
_ROUTES = re.compile(
    "路线|[条题]|[五5]\\.?1?\\d?[a-d]级|\\b(?:routes?|climbs?|lines?|problems?)\\b", re.IGNORECASE
)
_ABOUT: frozenset[Intent] = frozenset(
    {"crag_info", "knowledge", "search", "out_of_domain", "help", "fact", "compare"}
)
_SETS: frozenset[Intent] = frozenset({"recommend", "list", "superlative", "count"})
_OTHER = re.compile(
    "[现]在|今天|明天|后天|昨天|刚刚|刚才|目前|预报|[这下](?:个)?(?:周|礼拜)|(?:有没有|有)下过?雨|\\b(?:now|today|tomorrow|forecast)\\b"
)
_FIELDS = frozenset(
    ("areas", "sectors", "address", "region", "season", "types", "description", "overview")
)


def asks_ground(reading: Reading, conditions: Conditions, decision: Decision) -> Operation | None:
    """A question about the sun, the rain, the wind or the crowds at the walls of a place."""
    kinds = {name.kind for name in reading.names}
    if not kinds or not kinds <= {"crag", "area"} or reading.denied or reading.unknown:
        return None
    frame = reading.text
    for name in reversed(reading.names):
        frame = f"{frame[: name.start]} {frame[name.end :]}"
    if ground_asked(frame) is None or _OTHER.search(reading.plain):
        return None
    narrowed = reading.grades or conditions.types or conditions.people or conditions.length
    of_walls = _WALLS.search(reading.plain) or _WALLS_ENGLISH.search(reading.lower)
    walls = bool(of_walls) and not (narrowed or _ROUTES.search(reading.plain))
    told = set(conditions.crag_fields) <= _FIELDS and not (narrowed or conditions.order)
    alone = decision.intent in _ABOUT and told and decision.topic in {"", "unrecorded"}
    asked = walls or ("yes_no" in reading.cues and not _ROUTES.search(reading.plain) and told)
    if alone or (decision.intent in _SETS and asked):
        return Operation(Decision("crag_info", "ground"))
    return None
