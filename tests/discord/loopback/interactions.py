"""What the loopback Discord answers while a command, a button or a form is worked on."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from tests.discord.loopback.rules import RefusedError, check_message
from tests.discord.loopback.world import EPHEMERAL, Message

if TYPE_CHECKING:
    from tests.discord.loopback.http import JSON, Call, Rest
    from tests.discord.loopback.world import Interaction

THREE_SECONDS = 3.0


async def callback(rest: Rest, call: Call) -> Any:
    found = rest.interaction(call.parts[1])
    waited = time.monotonic() - found.created
    if waited > THREE_SECONDS:
        raise RefusedError(404, 10062, "Unknown interaction")
    if found.acknowledged is not None:
        raise RefusedError(400, 40060, "Interaction has already been acknowledged.")
    kind, data = call.body["type"], call.body.get("data") or {}
    if kind in (4, 7) and kind == 4:
        check_message(data, files=len(call.files))
    found.acknowledged, found.acknowledged_after = kind, waited
    found.ephemeral = bool(data.get("flags", 0) & EPHEMERAL)
    resource: JSON = {"type": kind}
    if kind in (4, 5):
        only = found.user.id if found.ephemeral else None
        message = Message(
            found.channel, rest.world.bot, only_for=only, request=data, by_command=True
        )
        message.flags = (EPHEMERAL if found.ephemeral else 0) | (128 if kind == 5 else 0)
        message.loading = kind == 5
        rest.fill(message, data, call.files)
        found.response = message
        found.channel.messages.append(message)
        resource["message"] = message.payload()
        if kind == 4 and only is None:
            await rest.told("MESSAGE_CREATE", message)
    elif kind in (6, 7) and found.source is not None:
        found.response = found.source
        if kind == 7:
            rest.fill(found.source, data, call.files)
            found.source.edits += 1
            resource["message"] = found.source.payload()
    elif kind == 8:
        found.choices = data["choices"]
    elif kind == 9:
        found.modal = data
    head = {"id": str(found.id), "type": found.type, "response_message_id": None}
    return {"interaction": head, "resource": resource}


async def followup(rest: Rest, call: Call) -> Any:
    found = rest.interaction(call.parts[1])
    if found.response is not None and found.response.loading:
        return await _fill_original(rest, call, found)
    private = bool((call.body or {}).get("flags", 0) & EPHEMERAL)
    only = found.user.id if private else None
    message = await rest.post(found.channel, call, only_for=only)
    message.flags = EPHEMERAL if private else 0
    found.followups.append(message)
    return message.payload()


async def _fill_original(rest: Rest, call: Call, found: Interaction) -> Any:
    message = found.response
    if message is None:
        raise RefusedError(404, 10015, "Unknown Webhook")
    check_message(
        {"content": message.content, "embeds": message.embeds} | (call.body or {}),
        files=len(call.files),
    )
    await rest.pass_gate()
    message.request = call.body or {}
    first, message.loading = message.loading, False
    message.flags &= ~128
    rest.fill(message, call.body or {}, call.files)
    message.edits += 0 if first else 1
    if message.only_for is None:
        await rest.told("MESSAGE_CREATE" if first else "MESSAGE_UPDATE", message)
    return message.payload()


async def edit_original(rest: Rest, call: Call) -> Any:
    found = rest.interaction(call.parts[1])
    if call.parts[2] != "@original":
        for message in found.followups:
            if str(message.id) == call.parts[2]:
                rest.fill(message, call.body or {}, call.files)
                return message.payload()
        raise RefusedError(404, 10008, "Unknown Message")
    return await _fill_original(rest, call, found)


async def get_original(rest: Rest, call: Call) -> Any:
    found = rest.interaction(call.parts[1])
    if found.response is None:
        raise RefusedError(404, 10008, "Unknown Message")
    return found.response.payload()


async def delete_original(rest: Rest, call: Call) -> None:
    found = rest.interaction(call.parts[1])
    if found.response is not None and found.response in found.channel.messages:
        found.channel.messages.remove(found.response)
