"""The send wrapper, the queue, and what a stop does: small programs, no Discord."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

import aiohttp
import discord
import pytest

from bot.discord.desk import TELL_FROM, BusyError, Desk
from bot.discord.leaving import OpenAnswers
from bot.discord.ledger import Ledger
from bot.discord.proposals import LIFETIME, Proposals
from bot.discord.sending import acknowledge, deliver
from tests.discord.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from bot.server_state import StateThread


async def turns_until(holds: Callable[[], bool]) -> None:
    """Let the event loop turn until something holds."""
    while not holds():  # noqa: ASYNC110 - what it waits for has no event
        await asyncio.sleep(0)


class Answer:
    """What discord.py's errors look at."""

    def __init__(self, status: int, headers: dict[str, str] | None = None) -> None:
        self.status, self.reason, self.headers = status, "", headers or {}


def failure(status: int, code: int = 0, **headers: str) -> discord.HTTPException:
    return discord.HTTPException(
        Answer(status, {key.replace("_", "-"): value for key, value in headers.items()}),  # type: ignore[arg-type]
        {"code": code, "message": "injected"},
    )


def failing(*errors: Exception) -> tuple[Callable[[], Awaitable[str]], list[int]]:
    """A call that fails so often, and how often it was tried."""
    rest: Iterator[Exception] = iter(errors)
    tried: list[int] = []

    async def call() -> str:
        tried.append(1)
        for error in rest:
            raise error
        return "sent"

    return call, tried


async def test_what_discord_is_to_blame_for_is_tried_again() -> None:
    call, tried = failing(
        failure(503), failure(429, Retry_After="0"), aiohttp.ClientError(), OSError()
    )

    assert await deliver(call, first_pause=0.001) == "sent"
    assert len(tried) == 5


@pytest.mark.parametrize("status", [400, 403, 404])
async def test_what_we_are_to_blame_for_is_not(status: int) -> None:
    call, tried = failing(failure(status))

    with pytest.raises(discord.HTTPException):
        await deliver(call, first_pause=0.001)

    assert len(tried) == 1


async def test_trying_has_an_end() -> None:
    call, tried = failing(*[failure(503)] * 9)

    with pytest.raises(discord.HTTPException):
        await deliver(call, attempts=3, first_pause=0.001)

    assert len(tried) == 3


async def test_an_acknowledgement_that_had_arrived_counts() -> None:
    call, _ = failing(failure(503), failure(400, code=40060))

    assert await acknowledge(call)


async def test_an_interaction_that_waits_no_more_is_left_alone() -> None:
    call, tried = failing(failure(404, code=10062))

    assert not await acknowledge(call)
    assert len(tried) == 1


async def test_work_is_done_in_order_and_a_full_queue_refuses() -> None:
    desk = Desk(workers=1, max_waiting=2)
    gate = threading.Event()
    done: list[int] = []

    def work(number: int) -> None:
        gate.wait(20)
        done.append(number)

    begun = [asyncio.create_task(desk.run(lambda number=n: work(number))) for n in range(3)]  # type: ignore[misc]
    await turns_until(lambda: desk.waiting == 2)
    with pytest.raises(BusyError):
        await desk.run(lambda: work(9))
    gate.set()
    await asyncio.gather(*begun)

    assert done == [0, 1, 2]
    desk.close()


async def test_people_far_back_in_the_queue_are_told() -> None:
    desk = Desk(workers=1, max_waiting=100)
    gate = threading.Event()
    told: list[int] = []

    async def tell(ahead: int) -> None:
        told.append(ahead)

    begun = [
        asyncio.create_task(desk.run(lambda: gate.wait(20), tell=tell))
        for _ in range(TELL_FROM + 3)
    ]
    await turns_until(lambda: desk.waiting == TELL_FROM + 2)
    gate.set()
    await asyncio.gather(*begun)

    assert told == [TELL_FROM, TELL_FROM + 1]
    desk.close()


async def test_a_stop_waits_for_what_is_quick_and_tells_the_rest() -> None:
    answers = OpenAnswers()
    told: list[str] = []
    never = asyncio.Event()
    soon = asyncio.Event()

    async def answer(name: str, event: asyncio.Event) -> None:
        async def abandon() -> None:
            told.append(name)

        with answers.entry(abandon):
            await event.wait()

    quick = asyncio.create_task(answer("quick", soon))
    slow = asyncio.create_task(answer("slow", never))
    await turns_until(lambda: len(answers) == 2)
    soon.set()

    assert await answers.drain(0.05) == 1
    await asyncio.gather(quick, slow, return_exceptions=True)
    assert told == ["slow"]
    assert answers.leaving
    assert slow.cancelled()
    assert len(answers) == 0


async def test_a_message_is_claimed_once_also_after_a_restart(state: StateThread) -> None:
    ledger = Ledger(state)
    assert ledger.claim(5)
    assert not ledger.claim(5)
    ledger.done(5)
    ledger.saw(1, 5, private=False)
    ledger.saw(1, 4, private=False)
    ledger.saw(2, 9, private=True)
    await ledger.flush()

    later = Ledger(state)
    await later.load()

    assert not later.claim(5)
    assert later.claim(6)
    seen = later.newest()
    assert (seen[1].message_id, seen[2].private) == (5, True)


async def test_a_message_that_could_not_be_answered_may_be_claimed_again(
    state: StateThread,
) -> None:
    ledger = Ledger(state)
    assert ledger.claim(5)

    ledger.release(5)

    assert ledger.claim(5)


async def test_a_proposal_is_taken_once_and_grows_old() -> None:
    async def run() -> str:
        return "done"

    proposals = Proposals()
    key = proposals.put(1, NOW, run)
    old = proposals.put(1, NOW, run)

    assert proposals.owner(key) == 1
    assert proposals.take(key, NOW) is not None
    assert proposals.take(key, NOW) is None
    assert proposals.take(old, NOW + LIFETIME * 2) is None


@pytest.mark.parametrize("error", [TypeError("'NoneType'"), KeyError("interaction")])
async def test_an_acknowledgement_with_an_unreadable_reply_counts(error: Exception) -> None:
    call, tried = failing(error)

    assert await acknowledge(call)
    assert len(tried) == 1
