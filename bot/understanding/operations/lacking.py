"""Gyms that lack something, or are open every day: 「哪些岩館沒有星光票」."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.understanding.gym_wishes import has_ticket, lacking, open_daily
from bot.understanding.intents import Decision
from bot.understanding.intents.gyms import WHICH_GYM
from bot.understanding.operations.operation import Operation

if TYPE_CHECKING:
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading


def asks_lacking(reading: Reading, conditions: Conditions, decision: Decision) -> Operation | None:
    """Gyms without a ticket, or without a day off, where no gym is named."""
    chosen = WHICH_GYM.search(reading.text) or "gym" in reading.cues
    if reading.names or reading.unknown or conditions.gym_order or not chosen:
        return None
    text = reading.text
    asked = (
        lacking(text) or open_daily(text) or (decision.intent == "knowledge" and has_ticket(text))
    )
    return Operation(Decision("gym_list")) if asked else None
