"""Questions over the branches of one chain: 「X 有幾間店」, 「X 哪間有淋浴」."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.understanding.intents import Decision
from bot.understanding.operations.operation import Operation

if TYPE_CHECKING:
    from bot.schema import Intent
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading

_COUNTED = re.compile(
    "(?:几|多少|哪几|哪些|什么|所有|全部|全台)(?:间|家|个)?(?:的)?(?:分店|分馆|店(?!员|长)|馆|门市|据点)"
    "|(?:几|多少|哪几)(?:间|家)(?:$|呢|啊|吗|可以|能)|分店(?:有|在|列表|清单|资讯)"
    "|还有(?:别|其他|其它)(?:的)?(?:分店|店|馆)|howmany(?:branch|gym|location|place|store|shop)"
    "|(?:what|which|list|all)[a-z]*(?:branches|locations)|branchesdo|allbranches|locationsdo"
)
_CHOSEN = re.compile("哪(?:一|几)?(?:间|家|个馆|个店|馆|店)|which(?:branch|one|location|gym)")
"""Both on the key."""
_OF_GYMS: frozenset[Intent] = frozenset(
    {"gym_info", "gym_hours", "gym_price", "gym_list", "compare", "list", "count", "superlative"}
)
_SURE = frozenset({"exact", "english", "alias", "partial"})


def asks_branches(reading: Reading, conditions: Conditions, decision: Decision) -> Operation | None:
    """How many branches a chain has, which they are, or which of them something holds for."""
    gyms = reading.of_kind("gym")
    if len({gym.ids for gym in gyms}) != 1 or len(reading.names) != len(gyms):
        return None
    if decision.intent not in _OF_GYMS or gyms[0].how not in _SURE:
        return None
    ids = tuple(dict.fromkeys((*gyms[0].ids, *gyms[0].runners_up)))
    if _COUNTED.search(reading.plain):
        counted = bool(_HOW_MANY.search(reading.plain))
        return Operation(Decision("gym_list", "branches"), branches=ids, counted=counted)
    asked = conditions.facilities or conditions.gym_types or conditions.price
    narrowed = asked or conditions.gym_order or reading.days or reading.times
    if len(gyms[0].ids) > 1 and narrowed and _CHOSEN.search(reading.plain):
        return Operation(Decision("gym_list", "branches"), branches=gyms[0].ids)
    return None


_HOW_MANY = re.compile("(?<!哪)几|多少|howmany")
