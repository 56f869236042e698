"""The routes that a bot needs, and who answers them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.discord.loopback import channels, interactions
from tests.discord.loopback.rules import RefusedError, check_commands
from tests.discord.loopback.world import snowflake

if TYPE_CHECKING:
    from tests.discord.loopback.http import Call, Rest, Routes


async def _me(rest: Rest, call: Call) -> Any:
    return rest.world.bot.payload()


async def _application(rest: Rest, call: Call) -> Any:
    return {
        "id": str(rest.world.application_id),
        "name": "岩友",
        "icon": None,
        "description": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0",
        "flags": 0,
        "owner": rest.world.bot.payload(),
        "team": None,
    }


async def _gateway(rest: Rest, call: Call) -> Any:
    limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
    return {"url": rest.gateway.url, "shards": 1, "session_start_limit": limit}


async def _set_commands(rest: Rest, call: Call) -> Any:
    check_commands(call.body)
    rest.world.commands = [
        {"version": "1", "application_id": call.parts[0], "type": 1, "id": str(snowflake())} | one
        for one in call.body
    ]
    return rest.world.commands


async def _get_commands(rest: Rest, call: Call) -> Any:
    return rest.world.commands


async def _file(rest: Rest, call: Call) -> Any:
    stored = rest.world.files.get(call.path)
    if stored is None:
        raise RefusedError(404, 0, "no such file")
    return web.Response(body=stored[1])


_N = r"(\d+)"
ROUTES: Routes = tuple(
    (method, re.compile(pattern), handler)
    for method, pattern, handler in (
        ("GET", r"/users/@me", _me),
        ("POST", r"/users/@me/channels", channels.private),
        ("GET", r"/oauth2/applications/@me", _application),
        ("GET", r"/gateway/bot", _gateway),
        ("PUT", rf"/applications/{_N}/commands", _set_commands),
        ("GET", rf"/applications/{_N}/commands", _get_commands),
        ("GET", rf"/channels/{_N}", channels.channel),
        ("POST", rf"/channels/{_N}/messages", channels.send),
        ("GET", rf"/channels/{_N}/messages", channels.history),
        ("GET", rf"/channels/{_N}/messages/{_N}", channels.get_message),
        ("PATCH", rf"/channels/{_N}/messages/{_N}", channels.edit_message),
        ("DELETE", rf"/channels/{_N}/messages/{_N}", channels.delete_message),
        ("POST", rf"/channels/{_N}/typing", channels.typing),
        ("POST", rf"/channels/{_N}/messages/{_N}/threads", channels.make_thread),
        ("POST", rf"/interactions/{_N}/([^/]+)/callback", interactions.callback),
        ("POST", rf"/webhooks/{_N}/([^/]+)", interactions.followup),
        ("PATCH", rf"/webhooks/{_N}/([^/]+)/messages/([^/]+)", interactions.edit_original),
        ("GET", rf"/webhooks/{_N}/([^/]+)/messages/(@original)", interactions.get_original),
        ("DELETE", rf"/webhooks/{_N}/([^/]+)/messages/(@original)", interactions.delete_original),
        ("GET", r"/attachments/.*", _file),
    )
)
