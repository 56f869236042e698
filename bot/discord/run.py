"""``python -m bot run``: one process, one gateway connection, until somebody stops it."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import aiohttp
import discord
from dotenv import dotenv_values

from bot.chat import taipei_now
from bot.config import Config, load_config
from bot.discord.brain import Brain
from bot.discord.client import YanyouBot
from bot.discord.desk import Desk
from bot.discord.endpoints import Endpoints
from bot.discord.errors import (
    GatewayDeadError,
    IntentMissingError,
    TokenMissingError,
    TokenWrongError,
    UnreachableError,
)
from bot.discord.failures import log_failure
from bot.discord.health import Monitor
from bot.discord.keeper import Home, open_home
from bot.discord.ledger import Ledger
from bot.discord.services import Services
from bot.discord.settings import SettingsBook
from bot.discord.speaking import Speaker
from bot.discord.sync import sync_commands
from bot.model import ModelSettings, load_model_settings, open_model
from bot.server_state import State, StateThread
from bot.voice import Traces

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping
    from pathlib import Path

logger = logging.getLogger(__name__)

DRAIN_SECONDS = 6.0
"""Time for open answers after SIGTERM; with the telling it stays below Docker's ten seconds."""
SWITCH_SECONDS = 0.0005
"""How soon a working thread hands the interpreter to the event loop (Python's own: 0.005)."""
_BAD_TOKEN = 4004
_BAD_INTENTS = 4014


def environment(folder: Path, given: Mapping[str, str]) -> dict[str, str]:
    """The environment over the ``.env`` file of a folder."""
    file = {name: value for name, value in dotenv_values(folder / ".env").items() if value}
    return {**file, **given}


def run_bot(folder: Path, given: Mapping[str, str], data_dir: Path | None = None) -> int:
    """Run until stopped; 0.

    Raises:
        AssistantError: The bot cannot start or had to stop; its reply says what to do.
    """
    values, config, token = _prepared(folder, given)
    _log_to_stderr()
    sys.setswitchinterval(SWITCH_SECONDS)
    settings = load_model_settings(values)
    with open_home(data_dir or config.data_dir, config) as home:
        asyncio.run(_run(home, config, settings, token))
    return 0


def run_sync(
    folder: Path, given: Mapping[str, str], data_dir: Path | None = None, *, force: bool = False
) -> bool:
    """Register the commands; whether they had changed.

    Raises:
        AssistantError: There is no usable token, or Discord cannot be reached.
    """
    _, config, token = _prepared(folder, given)
    with open_home(data_dir or config.data_dir, config, with_log=False) as home:
        return asyncio.run(_sync(home, config, token, force=force))


def _prepared(folder: Path, given: Mapping[str, str]) -> tuple[dict[str, str], Config, str]:
    """The environment, the settings and the token in it; Discord's addresses are set."""
    values = environment(folder, given)
    config = load_config(values)
    token = values.get("DISCORD_TOKEN", "").strip()
    if not token:
        raise TokenMissingError
    Endpoints.of(values).apply()
    return values, config, token


async def _sync(home: Home, config: Config, token: str, *, force: bool) -> bool:
    async with assembled(home, config) as bot:
        await _login(bot, token)
        return await sync_commands(bot, force=force)


@asynccontextmanager
async def assembled(
    home: Home, config: Config, settings: ModelSettings | None = None
) -> AsyncIterator[YanyouBot]:
    """A bot with everything it needs, closed in reverse order."""
    state = StateThread(State(home.data_dir))
    desk = Desk()
    speaker = _speaker(settings, home)
    try:
        services = Services(
            brain=Brain(home.live),
            desk=desk,
            state=state,
            settings=SettingsBook(state),
            ledger=Ledger(state),
            clock=taipei_now,
            log=home.log,
            data_dir=home.data_dir,
            operators=config.operators,
            speaker=speaker,
        )
        async with YanyouBot(services) as bot:
            yield bot
        await services.ledger.flush()
    finally:
        if speaker is not None:
            await speaker.close()
        desk.close()
        state.close()


def _speaker(settings: ModelSettings | None, home: Home) -> Speaker | None:
    """Who tells answers again, if the operator named a model."""
    model = open_model(settings, home.data_dir) if settings is not None else None
    if model is None:
        return None
    return Speaker(model, Traces.of(home.data_dir), taipei_now, settings)


async def _run(home: Home, config: Config, settings: ModelSettings, token: str) -> None:
    async with assembled(home, config, settings) as bot:
        monitor = Monitor(bot, home.data_dir, config.gateway_timeout_seconds)
        try:
            if config.health_port is not None:
                await monitor.serve(config.health_host, config.health_port)
            await _login(bot, token)
            bot.keep(bot.services.ledger.keep_flushing())
            bot.keep(monitor.measure_lag())
            bot.keep(monitor.beat())
            bot.keep(_sync_if_changed(bot))
            await _until_stopped(bot, monitor)
        finally:
            await monitor.close()


async def _login(bot: YanyouBot, token: str) -> None:
    """Log in.

    Raises:
        TokenWrongError: Discord does not accept the token.
        UnreachableError: Discord cannot be reached.
    """
    try:
        await bot.login(token)
    except discord.LoginFailure as error:
        raise TokenWrongError from error
    except (aiohttp.ClientError, OSError, discord.HTTPException) as error:
        raise UnreachableError(discord.http.Route.BASE, error) from error


async def _until_stopped(bot: YanyouBot, monitor: Monitor) -> None:
    """Until a signal, or until the gateway is dead.

    Raises:
        TokenWrongError: The gateway does not accept the token.
        IntentMissingError: The application may not read messages.
        GatewayDeadError: The connection cannot be had any more.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for one in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(one, stop.set)
    connection = asyncio.create_task(_connect(bot))
    stopped = asyncio.create_task(stop.wait())
    dead = asyncio.create_task(monitor.until_gateway_dies())
    done, _ = await asyncio.wait({connection, stopped, dead}, return_when=asyncio.FIRST_COMPLETED)
    stopped.cancel()
    dead.cancel()
    if stop.is_set():
        logger.info("stopping; %d answers are open", len(bot.services.open_answers))
        told = await bot.services.open_answers.drain(DRAIN_SECONDS)
        logger.info("stopped; %d people were told to ask again", told)
    await bot.close()
    if connection in done:
        connection.result()
        raise GatewayDeadError("連線結束")
    connection.cancel()
    await asyncio.gather(connection, return_exceptions=True)
    if not stop.is_set():
        raise GatewayDeadError(f"超過 {monitor.gateway_timeout:.0f} 秒沒有連線")


async def _connect(bot: YanyouBot) -> None:
    try:
        await bot.connect()
    except discord.PrivilegedIntentsRequired as error:
        raise IntentMissingError from error
    except discord.ConnectionClosed as error:
        if error.code == _BAD_TOKEN:
            raise TokenWrongError from error
        if error.code == _BAD_INTENTS:
            raise IntentMissingError from error
        raise GatewayDeadError(f"代碼 {error.code}") from error
    except Exception as error:  # the process ends: its supervisor starts another
        log_failure("the connection", error)
        raise GatewayDeadError(type(error).__name__) from error


async def _sync_if_changed(bot: YanyouBot) -> None:
    """Register the commands when they changed; a failure costs no more than the old commands."""
    try:
        await sync_commands(bot)
    except (discord.HTTPException, discord.app_commands.AppCommandError) as error:
        logger.warning("the commands could not be registered: %s", type(error).__name__)


def _log_to_stderr() -> None:
    logging.basicConfig(
        level=os.environ.get("LOG_LEVEL", "INFO"),
        format="%(asctime)s %(levelname)s %(name)s %(message)s",
        stream=sys.stderr,
    )
    logging.getLogger("discord").setLevel(logging.WARNING)
