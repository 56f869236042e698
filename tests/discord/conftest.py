"""A Discord in memory and one on the loopback, and the bot in them."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import discord
import pytest
import pytest_asyncio
import simcord

from bot.assistant import Assistant
from bot.discord.brain import Brain
from bot.discord.client import YanyouBot
from bot.discord.desk import Desk
from bot.discord.ledger import Ledger
from bot.discord.services import Services
from bot.discord.settings import SettingsBook
from bot.live import LiveAssistant
from bot.logbook import Logbook
from bot.server_state import State, StateThread
from tests.discord.loopback.server import Loopback, loopback
from tests.discord.process import bot_process

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle


ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 30.0
"""For work in threads on a busy machine; nothing waits that long otherwise."""
NOW = datetime(2026, 11, 28, 20, 0, tzinfo=ZoneInfo("Asia/Taipei"))


@pytest.fixture
async def server() -> AsyncIterator[Loopback]:
    """A loopback Discord."""
    async with loopback() as running:
        yield running


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """An empty data folder: the bot answers from the demo data."""
    return tmp_path / "data"


@pytest.fixture(scope="session")
def live(demo_home: Path) -> LiveAssistant:
    """An assistant over the demo data, for tests that do not change it."""
    return LiveAssistant.open(demo_home)


@pytest.fixture
def state(tmp_path: Path) -> Iterator[StateThread]:
    """The bot's own tables."""
    thread = StateThread(State(tmp_path / "state"))
    yield thread
    thread.close()


@pytest.fixture
def services(live: LiveAssistant, state: StateThread) -> Iterator[Services]:
    """What a bot is made of, on a fixed day."""
    desk = Desk()
    yield Services(
        brain=Brain(live),
        desk=desk,
        state=state,
        settings=SettingsBook(state),
        ledger=Ledger(state),
        clock=lambda: NOW,
        operators=frozenset(),
    )
    desk.close()


@pytest.fixture
def log(tmp_path: Path, demo_home: Path, services: Services) -> Iterator[Logbook]:
    """A private log of its own, part of the services."""
    with Logbook.open(tmp_path / "log-home", tmp_path / "master.key") as opened:
        services.log = opened
        live = LiveAssistant.open(demo_home, make=lambda knowledge: Assistant(knowledge, opened))
        services.brain = Brain(live)
        yield opened
        services.log = None


@pytest.fixture
def simcord_bot(services: Services) -> YanyouBot:
    """The bot that the simulation runs."""
    return YanyouBot(services)


@pytest.fixture
async def env(simcord_bot: YanyouBot) -> AsyncIterator[simcord.Env]:
    """A simulated Discord with the bot in it, its commands registered; nothing may go wrong."""
    running = simcord.Env(simcord_bot, settle_timeout=PATIENCE_SECONDS)
    await running.start()
    try:
        await simcord_bot.tree.sync()
        yield running
    finally:
        await running.shutdown()
    running.raise_errors()


@pytest.fixture
def channel(env: simcord.Env) -> ChannelHandle:
    """A channel of a server with the bot in it."""
    return env.create_guild().create_text_channel("聊天")


@pytest.fixture
def alice(env: simcord.Env, channel: ChannelHandle) -> MemberActor:
    """A member of that server."""
    return env.guild.add_member(env.create_user("alice"))


@pytest.fixture
def bob(env: simcord.Env, channel: ChannelHandle) -> MemberActor:
    """Another member."""
    return env.guild.add_member(env.create_user("bob"))


@pytest.fixture
def own_data(demo_home: Path, tmp_path: Path, services: Services) -> Path:
    """A data folder that the test may change."""
    home = tmp_path / "knowledge"
    shutil.copytree(demo_home, home)
    services.data_dir = home
    services.brain = Brain(LiveAssistant.open(home))
    return home


@pytest.fixture
def admin(env: simcord.Env, channel: ChannelHandle) -> MemberActor:
    """A member who may manage the server."""
    role = env.guild.create_role("管理", permissions=discord.Permissions(manage_guild=True))
    return env.guild.add_member(env.create_user("admin"), roles=[role])


@pytest.fixture
def member(env: simcord.Env, channel: ChannelHandle) -> MemberActor:
    """A member who may not."""
    return env.guild.add_member(env.create_user("member"))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def wire(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Loopback]:
    """A loopback Discord with the real process on it, its commands registered."""
    async with loopback() as server:
        server.world.channel(server.world.guild())
        async with bot_process(server, tmp_path_factory.mktemp("wire") / "data"):
            await server.online()
            await server.until(lambda: bool(server.world.commands), "commands")
            yield server
