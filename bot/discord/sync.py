"""``python -m bot sync``: tell Discord which commands there are, only when they changed."""

from __future__ import annotations

import hashlib
import json
import logging
from typing import TYPE_CHECKING, Any

from bot.discord.sending import deliver

if TYPE_CHECKING:
    from bot.discord.client import YanyouBot

logger = logging.getLogger(__name__)

HASH = "command tree"


async def sync_commands(bot: YanyouBot, *, force: bool = False) -> bool:
    """Register the commands for every server; whether anything had to be sent."""
    payload = await payload_of(bot)
    wanted = hash_of(payload)
    state = bot.services.state
    name = f"{HASH} of {bot.application_id}"
    if not force and await state.run(lambda tables: tables.meta(name)) == wanted:
        return False
    application = bot.application_id
    if application is None:
        raise RuntimeError("commands before a login")
    await deliver(lambda: bot.http.bulk_upsert_global_commands(application, payload=payload))
    await state.run(lambda tables: tables.set_meta(name, wanted))
    logger.info("registered %d commands", len(payload))
    return True


def hash_of(payload: list[dict[str, Any]]) -> str:
    """A hash of all commands with their words in every language."""
    text = json.dumps(payload, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


async def payload_of(bot: YanyouBot) -> list[dict[str, Any]]:
    """The commands as Discord is told them."""
    translator = bot.tree.translator
    found: list[dict[str, Any]] = []
    for command in bot.tree._get_all_commands(guild=None):  # noqa: SLF001 - what sync() itself sends
        if translator is not None:
            found.append(await command.get_translated_payload(bot.tree, translator))
        else:
            found.append(command.to_dict(bot.tree))
    return found
