"""Buttons whose message comes without them.

discord.py looks for a pressed button in the message that the press brings along. A server that
sends only the head of that message would have its presses ignored.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.discord.failures import tell_failure
from bot.discord.services import spoken_to
from bot.discord.views.answer import ITEMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


async def press_loose(interaction: discord.Interaction) -> None:
    """Do what a pressed button does, if discord.py will not."""
    if interaction.type is not discord.InteractionType.component:
        return
    data: Mapping[str, object] = interaction.data or {}
    custom_id = str(data.get("custom_id", ""))
    shown = interaction.message.components if interaction.message else ()
    if custom_id in _custom_ids(shown):
        return
    for kind in ITEMS:
        match = kind.__discord_ui_compiled_template__.fullmatch(custom_id)
        if match is None:
            continue
        button: discord.ui.Button[discord.ui.View] = discord.ui.Button(custom_id=custom_id)
        item = await kind.from_custom_id(interaction, button, match)
        try:
            await item.callback(interaction)
        except Exception as error:  # noqa: BLE001 - the runner of a press: somebody is told
            await tell_failure(interaction, error, spoken_to(interaction))
        return


def _custom_ids(components: Iterable[object]) -> set[str]:
    """What can be pressed in the rows of a message."""
    return {
        str(getattr(child, "custom_id", ""))
        for row in components
        for child in getattr(row, "children", ())
    }
