"""Walks over everything that can be pressed, typed or sent: nothing is left to single tests."""

from __future__ import annotations

import ast
import asyncio
import inspect
import textwrap
import threading
from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.discord.desk import TELL_FROM, Desk
from bot.discord.sync import payload_of
from bot.discord.views import ITEMS
from bot.discord.views.form import Form
from bot.discord.views.routes import RecordChoice, WishChoice
from tests.discord.simulated import answer, deferral, mention, said, words
from tests.discord.test_command_tree import leaves

if TYPE_CHECKING:
    from collections.abc import Iterator

    import simcord
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle

    from bot.discord.client import YanyouBot
    from bot.discord.services import Services

ADMIN: dict[str, dict[str, Any]] = {
    "reload": {"file": ("notices.json", b"{}")},
    "template": {},
    "status": {},
    "history": {},
    "rollback": {"version": 1},
    "diff": {"before": 1, "after": 1},
    "gym post": {"about": "石螢谷", "kind": "closure"},
    "gym paste": {},
    "gym edit": {"notice": "none"},
    "gym retire": {"notice": "none"},
    "settings show": {},
    "settings channel": {},
    "settings language": {"language": "en"},
    "settings quota": {"whose": "user", "per_minute": 1, "per_day": 1},
    "settings role": {},
    "settings threads": {"on": True},
}


async def test_no_admin_command_is_forgotten(env: simcord.Env, simcord_bot: YanyouBot) -> None:
    admin = next(one for one in await payload_of(simcord_bot) if one["name"] == "admin")

    assert {f"admin {name}" for name in ADMIN} == {name for name, _ in leaves(admin)}


@pytest.mark.parametrize("name", ADMIN)
async def test_every_admin_command_refuses_a_member_whom_the_server_lets_in(
    env: simcord.Env,
    simcord_bot: YanyouBot,
    channel: ChannelHandle,
    alice: MemberActor,
    services: Services,
    name: str,
) -> None:
    command = next(one for one in await simcord_bot.tree.fetch_commands() if one.name == "admin")
    env.guild.set_command_permissions(command, {env.guild.default_role: True})
    options = ADMIN[name] | ({"channel": channel} if name == "settings channel" else {})
    before = services.settings.of(env.guild.id)

    result = await alice.slash(channel, f"admin {name}", **options)

    assert deferral(env)[1]
    assert result.modal is None
    assert "needs Manage Server" in answer(result)
    assert services.settings.of(env.guild.id) == before
    guild = str(env.guild.id)
    [(_, who, what, _)] = await services.state.run(lambda state: state.audits(guild))
    assert who == str(alice.id)
    assert what.startswith("refused ")


async def test_every_option_that_completes_gives_choices(
    env: simcord.Env, simcord_bot: YanyouBot, channel: ChannelHandle
) -> None:
    role = env.guild.create_role("站長", permissions=discord.Permissions(manage_guild=True))
    boss = env.guild.add_member(env.create_user("boss"), roles=[role])
    seen = []
    for command in await payload_of(simcord_bot):
        for name, leaf in leaves(command):
            for option in leaf.get("options", []):
                if not option.get("autocomplete"):
                    continue
                seen.append(name)
                for typed in ("", "灰", "5.1", "<@1>" * 25, "🧗"):
                    choices = await boss.autocomplete(channel, name, option["name"], typed)
                    assert len(choices) <= 25
                    assert all(1 <= len(one["name"]) <= 100 for one in choices), name
                    assert all(1 <= len(str(one["value"])) <= 100 for one in choices), name
    assert {"route", "crag", "gym", "grade", "glossary", "recommend"} <= set(seen)
    assert {"admin gym post", "admin gym edit", "admin gym retire"} <= set(seen)


def handlers() -> Iterator[tuple[str, Any]]:
    """What runs when a button is pressed, a list chosen from or a form sent."""
    for item in (*ITEMS, WishChoice, RecordChoice):
        yield item.__name__, getattr(item, "callback")  # noqa: B009 - its class says nothing of it
    for form in Form.__subclasses__():
        yield form.__name__, form.on_submit


@pytest.mark.parametrize(("name", "handler"), list(handlers()), ids=lambda one: str(one)[:30])
def test_every_button_list_and_form_acknowledges_before_any_work(name: str, handler: Any) -> None:
    tree = ast.parse(textwrap.dedent(inspect.getsource(handler)))
    calls = [
        one.value if isinstance(one, ast.Await) else one.items[0].context_expr
        for one in _in_order(tree)
        if isinstance(one, ast.Await | ast.AsyncWith)
    ]
    first = calls[0]
    assert isinstance(first, ast.Call)
    assert getattr(first.func, "id", "") in {
        *("acknowledge", "responding", "respond", "administering", "administer"),
        "choose_wish",
    }, name


def _in_order(node: ast.AST) -> Iterator[ast.AST]:
    """A tree in the order in which it stands."""
    yield node
    for child in ast.iter_child_nodes(node):
        yield from _in_order(child)


async def test_whoever_waits_is_told_and_the_word_becomes_the_answer(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, services: Services
) -> None:
    busy, gate = Desk(workers=1, max_waiting=100), threading.Event()
    services.desk = busy
    work = [asyncio.create_task(busy.run(lambda: gate.wait(20))) for _ in range(TELL_FROM + 1)]
    while busy.waiting < TELL_FROM:  # noqa: ASYNC110 - the queue has no event
        await asyncio.sleep(0)

    asked = asyncio.create_task(alice.send(channel, mention(env, "灰鯨幾級")))
    while channel.last_message is None or channel.last_message.author.id == alice.id:  # noqa: ASYNC110
        await asyncio.sleep(0)
    told = words(channel.last_message)
    gate.set()
    await asyncio.gather(asked, *work)

    assert f"{TELL_FROM} 題" in told
    [reply] = [one for one in channel.history() if one.author.id != alice.id]
    assert "5.10a" in words(reply)
    busy.close()


async def test_where_the_queue_is_full_people_are_told_so(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, services: Services
) -> None:
    services.desk = Desk(workers=1, max_waiting=0)

    await alice.send(channel, mention(env, "灰鯨幾級"))
    by_mention = words(said(channel))
    by_command = await alice.slash(channel, "ask", question="灰鯨幾級")

    assert "太多人在問" in by_mention
    assert "Too many people" in answer(by_command)
    services.desk.close()
