"""Long work says that it goes on, and is stopped with the one who waits."""

from __future__ import annotations

import asyncio

import pytest

from bot.discord.patience import patiently


async def test_work_that_takes_long_is_told_of_until_it_is_done() -> None:
    enough, told = asyncio.Event(), list[int]()

    async def tell(seconds: int) -> None:
        told.append(seconds)
        if len(told) == 3:
            enough.set()

    async def work() -> str:
        await enough.wait()
        return "done"

    assert await patiently(work(), tell, every_seconds=0.001) == "done"
    assert len(told) == 3


async def test_quick_work_is_not_told_of() -> None:
    async def tell(seconds: int) -> None:
        raise AssertionError(seconds)

    async def work() -> int:
        return 7

    assert await patiently(work(), tell) == 7


async def test_an_error_of_the_work_arrives() -> None:
    async def tell(seconds: int) -> None:
        raise AssertionError(seconds)

    async def work() -> None:
        raise KeyError("no")

    with pytest.raises(KeyError):
        await patiently(work(), tell)
