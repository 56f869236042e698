"""What buttons do to the log of the person who presses them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.ascents import Ascent
from bot.discord.services import services_of, spoken_to
from bot.discord.words import say

if TYPE_CHECKING:
    import discord

    from bot.discord.brain import Brain
    from knowledge.schema import Route


async def wish_for(interaction: discord.Interaction, route: Route) -> str:
    """Put a route on the member's list of wishes; what to tell the member."""
    services, language = services_of(interaction), spoken_to(interaction)
    log = services.log
    if log is None:
        return say("log.missing", language)
    owner = str(interaction.user.id)

    def add() -> bool:
        held = log.ascents(owner)
        if any(one.route_id == route.id and one.result == "todo" for one in held):
            return False
        log.add(owner, [wish(services.brain, route)])
        return True

    added = await asyncio.to_thread(add)
    return say("wish.added" if added else "wish.known", language, name=route.display_name)


def wish(brain: Brain, route: Route) -> Ascent:
    """A wish for a route of the catalogue."""
    crag = brain.crag_name(route.crag_id)
    return Ascent(
        result="todo",
        route_id=route.id,
        route_name=route.display_name,
        crag=crag,
        crag_id=route.crag_id,
        grade=route.grade.raw,
        length_m=route.length_m,
    )
