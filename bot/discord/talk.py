"""A message to the bot, from hearing it to the answer under it."""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import discord

from bot.discord.addressing import Address, address_of, question_text, server_of
from bot.discord.context import MAX_MESSAGES, History, history_of
from bot.discord.desk import BusyError
from bot.discord.failures import failure_words, log_failure
from bot.discord.markup import clip
from bot.discord.posting import reply, reply_text, reply_view
from bot.discord.private import for_discord, private_parts, settle_by_word
from bot.discord.replies import compose, language_of
from bot.discord.sending import NO_ACCESS, deliver
from bot.discord.services import Member, Services, language_for, refusal_words
from bot.discord.views import mine_view
from bot.discord.words import say
from bot.schema import Turn
from bot.voice import Asked

if TYPE_CHECKING:
    from bot.schema import Answer, Language

logger = logging.getLogger(__name__)

TYPED_A_SECOND = 10
"""Answers a second for which typing is shown; more would spend Discord's rate limit on it."""
THREAD_NAME = 60


class Talk:
    """Answers messages."""

    def __init__(self, services: Services, me: int) -> None:
        self._services = services
        self._me = me
        self._typed = (0, 0)
        """The present second, and how often typing was shown in it."""
        self._silenced: set[int] = set()
        """Channels in which the missing permission has been logged."""

    async def hear(self, message: discord.Message) -> None:
        """Answer a message if it speaks to the bot and nobody has answered it."""
        services = self._services
        if services.open_answers.leaving or message.author.id == self._me:
            return
        guild_id = server_of(message)
        address = address_of(message, self._me, services.settings.of(guild_id))
        if address is None or not services.ledger.claim(message.id):
            return
        answered = False
        try:
            with services.open_answers.entry(lambda: self._abandon(message)):
                answered = await self._answer(message, address)
        except asyncio.CancelledError:
            answered = True  # the bot leaves, and its author is told so
            raise
        except discord.HTTPException as error:
            answered = await self._refused(message, error)
        except Exception as error:  # noqa: BLE001 - the runner of a message's task: somebody is told
            answered = await self._say_failed(message, error)
        finally:
            if answered:
                services.ledger.done(message.id)
            else:
                services.ledger.release(message.id)

    async def _answer(self, message: discord.Message, address: Address) -> bool:
        services = self._services
        guild_id = server_of(message)
        language = self._language(message)
        refusal = services.refusal(message.author.id, guild_id)
        if refusal is not None:
            if refusal.first:
                await reply_text(message, refusal_words(refusal, language))
            return True
        if guild_id is None:
            settled = await settle_by_word(services, message.author.id, address.text)
            if settled:
                await reply_text(message, settled)
                return True
        typing = self._show_typing(message)
        history = await self._history(message, address)
        text = address.text or _asked_before(history)
        if not text:
            await reply_text(message, say("ask.empty", language))
            return True
        waiting: list[discord.Message] = []

        async def tell(ahead: int) -> None:
            words = say("queue.wait", language, count=ahead)
            waiting.append(await reply_text(message, words, nonce=f"{message.id}80"))

        try:
            answer = await services.answer(
                text,
                history=history.turns,
                user_id=str(message.author.id) if guild_id is None else "",
                guild_id=guild_id,
                tell=tell,
            )
        except BusyError:
            await reply_text(message, say("queue.full", language))
            return True
        finally:
            if typing is not None:
                typing.cancel()
        where = await self._place(message, address)
        await self._post(where, message, (text, answer), history, waiting)
        return True

    async def _place(self, message: discord.Message, address: Address) -> discord.abc.Messageable:
        """Where the answer goes: a thread of its own if the server wants it so."""
        guild_id = server_of(message)
        wanted = self._services.settings.of(guild_id).threads and address.kind == "mention"
        if not wanted or not isinstance(message.channel, discord.TextChannel):
            return message.channel
        name = clip(" ".join(address.text.split()) or "岩友", THREAD_NAME)
        try:
            thread = await deliver(lambda: message.create_thread(name=name), attempts=3)
        except discord.HTTPException as error:
            logger.info("no thread could be made: %s %s", error.status, error.code)
            return message.channel
        # what is said there may come before Discord tells of the thread
        thread.guild._add_thread(thread)  # noqa: SLF001
        return thread

    async def _history(self, message: discord.Message, address: Address) -> History:
        if message.reference is None and not address.whole_channel:
            return History()
        return await history_of(message, self._me, whole_channel=address.whole_channel)

    async def _post(
        self,
        where: discord.abc.Messageable,
        message: discord.Message,
        told: tuple[str, Answer],
        history: History,
        waiting: list[discord.Message],
    ) -> None:
        """The answer, or the button to it when it concerns one person and others would see it."""
        text, answer = told
        spoken = language_of(answer)
        placeholder = waiting[0] if waiting else None
        private = server_of(message) is None
        if answer.intent == "personal" and not private:
            view = mine_view(message.author.id, str(message.id), spoken)
            await reply_view(where, message, say("mine.only", spoken), view)
            if placeholder is not None:
                await placeholder.delete()
            return
        notes = (say("context.capped", spoken, count=MAX_MESSAGES),) if history.capped else ()
        if private:
            parts = await private_parts(self._services, message.author.id, answer, notes)
        else:
            parts = compose(answer, notes=notes)
        sent = await reply(where, message, parts, spoken, placeholder=placeholder)
        self._services.speak(
            answer,
            Asked(text, history.turns, private=private),
            Member(message.author.id, server_of(message)),
            lambda new: compose(for_discord(new, spoken) if private else new, notes=notes),
            lambda values: sent[0].edit(**values),
        )

    def _show_typing(self, message: discord.Message) -> asyncio.Task[None] | None:
        """Show that an answer is being made, without waiting for Discord to agree."""
        second = int(time.monotonic())
        self._typed = (second, self._typed[1] + 1 if self._typed[0] == second else 1)
        if self._typed[1] > TYPED_A_SECOND:
            return None

        async def type_once() -> None:
            with suppress(discord.HTTPException, OSError):
                await message.channel.typing()

        return asyncio.create_task(type_once())

    def _language(self, message: discord.Message) -> Language:
        guild_id = server_of(message)
        return language_for(self._services, guild_id, question_text(message, self._me))

    async def _abandon(self, message: discord.Message) -> None:
        language = self._language(message)
        await message.channel.send(
            say("leaving", language), reference=message.to_reference(fail_if_not_exists=False)
        )

    async def _say_failed(self, message: discord.Message, error: Exception) -> bool:
        words = failure_words(error, self._language(message))
        with suppress(discord.HTTPException, OSError):
            await reply_text(message, words, nonce=f"{message.id}70")
            return True
        return False

    async def _refused(self, message: discord.Message, error: discord.HTTPException) -> bool:
        """Discord would not take the answer; whether anybody was told."""
        if error.code not in NO_ACCESS and not isinstance(error, discord.Forbidden):
            log_failure("an answer", error)
            return await self._say_failed(message, error)
        if message.channel.id not in self._silenced:
            self._silenced.add(message.channel.id)
            logger.warning(
                "no permission to write in channel %s of server %s (code %s): grant View Channel, "
                "Send Messages, Send Messages in Threads, Embed Links, Read Message History",
                message.channel.id,
                server_of(message) or "-",
                error.code,
            )
        language = self._language(message)
        words = say("no_access", language, channel=f"<#{message.channel.id}>")
        with suppress(discord.HTTPException):
            await message.author.send(words)
        return True


def _asked_before(history: History) -> str:
    """The message that a bare mention replies to."""
    last = history.turns[-1] if history.turns else Turn("assistant", "")
    return last.content if last.role == "user" else ""
