"""Discord's own rules about what a bot may send; each break is an error with Discord's code."""

from __future__ import annotations

import re
from typing import Any

JSON = dict[str, Any]
NAME = re.compile(r"^[-_'\w]{1,32}$")


class RefusedError(Exception):
    """An error response of Discord."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message


def _invalid(message: str) -> RefusedError:
    return RefusedError(400, 50035, f"Invalid Form Body: {message}")


def check_message(body: JSON, *, files: int) -> None:
    """Length of the text, shape of embeds and buttons.

    Raises:
        RefusedError: Something is too long, too many or missing.
    """
    content = body.get("content") or ""
    if len(content) > 2000:
        raise _invalid("content: 2000 or fewer in length")
    embeds = body.get("embeds") or []
    total = 0
    if len(embeds) > 10:
        raise _invalid("embeds: 10 or fewer")
    for embed in embeds:
        total += _check_embed(embed)
    if total > 6000:
        raise _invalid("embeds: 6000 or fewer in all")
    if not content and not embeds and not files and not body.get("components"):
        raise RefusedError(400, 50006, "Cannot send an empty message")
    for row in body.get("components") or []:
        _check_row(row)


def check_commands(commands: list[JSON]) -> None:
    """Names and descriptions of commands in every language.

    Raises:
        RefusedError: A name or a description is not allowed, or a name stands twice.
    """
    seen = set()
    for command in commands:
        kind = command.get("type", 1)
        if (kind, command["name"]) in seen:
            raise _invalid(f"{command['name']}: duplicate")
        seen.add((kind, command["name"]))
        _check_command(command, kind)


def _check_embed(embed: JSON) -> int:
    sizes = {"title": 256, "description": 4096}
    for name, size in sizes.items():
        if len(embed.get(name) or "") > size:
            raise _invalid(f"embed {name}: {size} or fewer")
    fields = embed.get("fields") or []
    if len(fields) > 25:
        raise _invalid("embed fields: 25 or fewer")
    for one in fields:
        if not 1 <= len(one["name"]) <= 256 or not 1 <= len(one["value"]) <= 1024:
            raise _invalid("embed field: 256 and 1024")
    footer = (embed.get("footer") or {}).get("text") or ""
    if len(footer) > 2048:
        raise _invalid("embed footer: 2048 or fewer")
    texts = [embed.get("title") or "", embed.get("description") or "", footer]
    return sum(map(len, texts)) + sum(len(one["name"]) + len(one["value"]) for one in fields)


def _check_row(row: JSON) -> None:
    if row.get("type") != 1:
        return
    if not 1 <= len(row["components"]) <= 5:
        raise _invalid("components: 1 to 5 in a row")
    for one in row["components"]:
        if len(one.get("custom_id", "")) > 100 or len(one.get("label") or "") > 80:
            raise _invalid("component: custom_id 100, label 80")


def _check_command(command: JSON, kind: int) -> None:
    names = [command["name"], *(command.get("name_localizations") or {}).values()]
    if kind in (2, 3):
        if any(not 1 <= len(name) <= 32 for name in names):
            raise _invalid(f"{command['name']}: name")
        return
    for name in names:
        if not NAME.match(name) or name != name.lower():
            raise _invalid(f"{name}: name")
    texts = [command["description"], *(command.get("description_localizations") or {}).values()]
    if any(not 1 <= len(text) <= 100 for text in texts):
        raise _invalid(f"{command['name']}: description")
    options = command.get("options") or []
    if len(options) > 25 or len({one["name"] for one in options}) < len(options):
        raise _invalid(f"{command['name']}: options")
    for one in options:
        _check_command(one, 1)
        if len(one.get("choices") or []) > 25:
            raise _invalid(f"{one['name']}: choices")
