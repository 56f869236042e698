"""「台南那間地址」「高雄呢」: the gym, or the gyms, of a town after others were talked about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.understanding.followup.turn import GYM_INTENTS

if TYPE_CHECKING:
    from bot.schema import Query
    from bot.understanding.followup.turn import Turn
    from knowledge.schema import Gym

_SHORT = 16
"""Characters of a key: longer messages ask something of their own."""
_TOLD_IN_LISTS = frozenset({"price", "weekday", "weekend", "twilight", "shoes", "harness", "hours"})


def of_town(turn: Turn) -> Query | None:
    """What was asked of a gym, asked of those of the town that is named now."""
    before, town = turn.before, turn.query.gym_filter
    about_gyms = before.intent in GYM_INTENTS or (before.intent == "compare" and before.gyms)
    named = town.cities or town.districts or town.regions
    if not about_gyms or not named or turn.reading.names or turn.query.unknown:
        return None
    if len(turn.reading.plain) > _SHORT or turn.asks_set or "yes_no" in turn.reading.cues:
        return None
    evidence = turn.context.evidence
    known = tuple(gym for gym in evidence.gyms if _lies(gym, turn)) if evidence else ()
    fields = turn.conditions.gym_fields or before.fields
    if len(known) == 1:
        asked = turn.ask_gym((known[0].id,))
        again = turn.conditions.gym_fields or turn.query.days or before.intent == "compare"
        return asked if again else replace(before, gyms=asked.gyms)
    told = tuple(field for field in fields if field in _TOLD_IN_LISTS)
    return replace(
        turn.query,
        intent="gym_list",
        fields=told,
        days=turn.query.days or before.days,
        clock=turn.query.clock or before.clock,
        topic="",
    )


def _lies(gym: Gym, turn: Turn) -> bool:
    town = turn.query.gym_filter
    return gym.city in town.cities or gym.district in town.districts or gym.region in town.regions
