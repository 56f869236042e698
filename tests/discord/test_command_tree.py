"""Every command: its words in both languages, and that it defers before any work."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from typing import TYPE_CHECKING, Any

import pytest

from bot.discord.command_words import CHOICES, DESCRIPTIONS, NAMES
from bot.discord.services import respond
from bot.discord.sync import hash_of, payload_of
from knowledge.importers.notices import TEMPLATES
from tests.discord.loopback.rules import check_commands

if TYPE_CHECKING:
    from collections.abc import Iterator

    import simcord
    from discord import app_commands

    from bot.discord.client import YanyouBot

NAME = re.compile(r"^[-_'\w]{1,32}$")
EXPECTED = {
    "ask",
    "route",
    "crag",
    "gym",
    "grade",
    "recommend",
    "glossary",
    "help",
    *(
        f"log {name}"
        for name in (
            *("add", "quick", "list", "edit", "undo", "stats"),
            *("pyramid", "projects", "import", "export", "share"),
        )
    ),
    *(f"me {name}" for name in ("about", "remember", "export", "erase")),
    *(f"admin {name}" for name in ("reload", "template", "status", "history", "rollback", "diff")),
    *(f"admin gym {name}" for name in ("post", "paste", "edit", "retire")),
    *(
        f"admin settings {name}"
        for name in ("show", "channel", "language", "quota", "role", "threads")
    ),
}
OPENS_A_FORM = {"log add", "admin gym post", "admin gym paste", "admin gym edit"}


def leaves(command: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Commands that do something, by their whole name."""
    name = f"{path} {command['name']}".strip()
    inner = [one for one in command.get("options", []) if one["type"] in (1, 2)]
    if not inner:
        yield name, command
    for one in inner:
        yield from leaves(one, name)


def named(payload: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Everything with a name: commands, groups, options."""
    for one in payload:
        yield one
        yield from named(one.get("options", []))


async def test_every_command_is_there(env: simcord.Env, simcord_bot: YanyouBot) -> None:
    payload = await payload_of(simcord_bot)

    slash = [one for one in payload if one.get("type", 1) == 1]
    menus = [one["name"] for one in payload if one.get("type") == 3]
    assert {name for command in slash for name, _ in leaves(command)} == EXPECTED
    assert menus == ["記到我的紀錄"]


async def test_every_name_and_description_is_valid_in_both_languages(
    env: simcord.Env, simcord_bot: YanyouBot
) -> None:
    payload = await payload_of(simcord_bot)

    check_commands(payload)
    for one in named([one for one in payload if one.get("type", 1) != 3]):
        assert NAME.match(one["name"])
        chinese = one["name_localizations"]["zh-TW"]
        assert NAME.match(chinese), one["name"]
        assert not chinese.isascii(), one["name"]
        told = one["description_localizations"]["zh-TW"]
        assert 1 <= len(told) <= 100, one["name"]
        assert not told.isascii() or told.startswith("JSON"), one["name"]


async def test_no_two_commands_share_a_name_in_any_language(
    env: simcord.Env, simcord_bot: YanyouBot
) -> None:
    def check(level: list[dict[str, Any]]) -> None:
        for language in (None, "zh-TW"):
            names = [
                one["name"] if language is None else one["name_localizations"][language]
                for one in level
            ]
            assert len(names) == len(set(names)), names
        for one in level:
            check(one.get("options", []))

    check([one for one in await payload_of(simcord_bot) if one.get("type", 1) == 1])


async def test_every_translation_is_used(env: simcord.Env, simcord_bot: YanyouBot) -> None:
    payload = await payload_of(simcord_bot)
    everything = list(named([one for one in payload if one.get("type", 1) != 3]))

    assert set(NAMES) == {one["name"] for one in everything}
    assert set(DESCRIPTIONS) == {one["description"] for one in everything}
    choices = {choice["name"] for one in everything for choice in one.get("choices", [])}
    brands = {"Mountain Project CSV", "theCrag CSV", *map(str.upper, TEMPLATES)}
    assert set(CHOICES) == choices - brands


async def test_the_hash_follows_the_words(env: simcord.Env, simcord_bot: YanyouBot) -> None:
    payload = await payload_of(simcord_bot)
    before = hash_of(payload)
    payload[0]["description_localizations"]["zh-TW"] += "。"

    assert hash_of(payload) != before
    assert hash_of(await payload_of(simcord_bot)) == before


async def test_admin_commands_are_hidden_from_members_and_kept_to_servers(
    env: simcord.Env, simcord_bot: YanyouBot
) -> None:
    admin = next(one for one in await payload_of(simcord_bot) if one["name"] == "admin")

    assert admin["default_member_permissions"] == 1 << 5
    assert admin["contexts"] == [0] or admin.get("dm_permission") is False


def callbacks(bot: YanyouBot) -> Iterator[tuple[str, app_commands.Command[Any, ..., Any]]]:
    for command in bot.tree.walk_commands():
        if hasattr(command, "callback"):
            yield command.qualified_name, command  # type: ignore[misc]


async def test_every_handler_acknowledges_before_anything_else(
    env: simcord.Env, simcord_bot: YanyouBot
) -> None:
    seen = set()
    for name, command in callbacks(simcord_bot):
        seen.add(name)
        tree = ast.parse(textwrap.dedent(inspect.getsource(command.callback)))
        function = tree.body[0]
        assert isinstance(function, ast.AsyncFunctionDef)
        body = [one for one in function.body if not _is_docstring(one)]
        if name in OPENS_A_FORM:
            continue  # opening it is the acknowledgement: see test_every_door
        *before, last = body
        assert not [one for one in before if _waits(one)], name
        call = _acknowledgement(last)
        assert call is not None, name
        if name.startswith(("log ", "me ")):
            # seen by the member alone unless it says otherwise
            said = [one.value for one in call.keywords if one.arg == "ephemeral"]
            assert all(isinstance(one, ast.Constant) and one.value is True for one in said), name
    assert seen == EXPECTED


def test_what_is_answered_is_seen_by_one_alone_unless_it_says_otherwise() -> None:
    assert inspect.signature(respond).parameters["ephemeral"].default is True


def _acknowledgement(node: ast.stmt) -> ast.Call | None:
    """The call that acknowledges before the work that it is given or stands around."""
    if isinstance(node, ast.AsyncWith):
        call = node.items[0].context_expr
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Await):
        call = node.value.value
    else:
        return None
    known = {"respond", "responding", "administer", "administering"}
    return call if isinstance(call, ast.Call) and getattr(call.func, "id", "") in known else None


def _waits(node: ast.stmt) -> bool:
    """Whether a statement waits for anything when it is run; what it only defines does not."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return False
    return any(isinstance(one, ast.Await | ast.AsyncWith | ast.AsyncFor) for one in ast.walk(node))


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


@pytest.mark.parametrize("words", [NAMES, DESCRIPTIONS, CHOICES], ids=["names", "texts", "choices"])
def test_translations_are_taiwanese(words: dict[str, str]) -> None:
    from knowledge.terms import lint  # noqa: PLC0415

    assert [found for text in words.values() for found in lint(text)] == []
