"""What the loopback Discord answers about channels, their messages and threads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.discord.loopback.rules import RefusedError, check_message
from tests.discord.loopback.world import USERS

if TYPE_CHECKING:
    from tests.discord.loopback.http import Call, Rest
    from tests.discord.loopback.world import Message


async def channel(rest: Rest, call: Call) -> Any:
    return rest.channel(call).payload()


async def private(rest: Rest, call: Call) -> Any:
    return rest.world.private(USERS[int(call.body["recipient_id"])]).payload()


async def send(rest: Rest, call: Call) -> Any:
    return (await rest.post(rest.channel(call), call)).payload()


async def history(rest: Rest, call: Call) -> Any:
    messages = [one for one in rest.channel(call).messages if one.only_for is None]
    limit = int(call.query.get("limit", "50"))
    if "after" in call.query:
        found = [one for one in messages if one.id > int(call.query["after"])][:limit]
    else:
        before = int(call.query.get("before", str(1 << 63)))
        found = [one for one in messages if one.id < before][-limit:]
    return [one.payload() for one in reversed(found)]


def _message(rest: Rest, call: Call) -> Message:
    found = rest.world.message(int(call.parts[0]), int(call.parts[1]))
    if found is None or found.only_for is not None:
        raise RefusedError(404, 10008, "Unknown Message")
    return found


async def get_message(rest: Rest, call: Call) -> Any:
    return _message(rest, call).payload()


async def edit_message(rest: Rest, call: Call) -> Any:
    message = _message(rest, call)
    check_message({"content": message.content, "embeds": message.embeds} | call.body, files=0)
    rest.fill(message, call.body, call.files)
    message.edits += 1
    await rest.told("MESSAGE_UPDATE", message)
    return message.payload()


async def delete_message(rest: Rest, call: Call) -> None:
    message = _message(rest, call)
    message.channel.messages.remove(message)


async def typing(rest: Rest, call: Call) -> None:
    rest.typed.append(rest.channel(call).id)


async def make_thread(rest: Rest, call: Call) -> Any:
    parent = rest.channel(call)
    thread = rest.world.thread(parent, call.body["name"], rest.world.bot.id, int(call.parts[1]))
    payload = thread.payload()
    if rest.tells_threads:
        await rest.gateway.dispatch("THREAD_CREATE", payload | {"newly_created": True})
    return payload
