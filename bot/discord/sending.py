"""Sending that does not give up where discord.py does: 503, a long 429, a broken connection.

A message carries a nonce made from what it answers, so that Discord drops the second copy when a
failed answer had arrived after all.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, TypeVar

import aiohttp
import discord

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

T = TypeVar("T")
logger = logging.getLogger(__name__)

ATTEMPTS = 8
TRY_SECONDS = 60.0
"""One try may take this long: discord.py waits out short rate limits inside it."""
LONGEST_PAUSE = 30.0
_FIRST_PAUSE = 0.5
ALREADY_ACKNOWLEDGED = 40060
UNKNOWN_INTERACTION = 10062
NO_ACCESS = frozenset({50001, 50013})


async def deliver(
    call: Callable[[], Awaitable[T]], *, attempts: int = ATTEMPTS, first_pause: float = _FIRST_PAUSE
) -> T:
    """What the call returns, tried again while Discord is at fault.

    Raises:
        discord.HTTPException: Discord refused it for good, or failed at every try.
    """
    pause = first_pause
    for attempt in range(1, attempts + 1):
        try:
            return await asyncio.wait_for(call(), TRY_SECONDS)
        except discord.RateLimited as error:
            wait = error.retry_after
            last: Exception = error
        except discord.HTTPException as error:
            if error.status != 429 and error.status < 500:
                raise
            wait, last = _retry_after(error, pause), error
        except (TimeoutError, aiohttp.ClientError, OSError) as error:
            wait, last = pause, error
        if attempt == attempts:
            logger.error("gave up after %d tries: %s", attempts, type(last).__name__)
            raise last
        logger.warning("try %d failed (%s), again in %.1f s", attempt, type(last).__name__, wait)
        await asyncio.sleep(min(wait, LONGEST_PAUSE))
        pause = min(pause * 2, LONGEST_PAUSE)
    raise AssertionError


async def acknowledge(call: Callable[[], Awaitable[object]]) -> bool:
    """Acknowledge an interaction within its three seconds; whether Discord still waits for us."""
    for pause in (0.2, 0.4, 0.8, 0.0):
        try:
            await call()
        except discord.HTTPException as error:
            if error.code == ALREADY_ACKNOWLEDGED:
                return True
            if error.code == UNKNOWN_INTERACTION:
                logger.warning("an interaction came too late to be answered")
                return False
            if not pause or (error.status != 429 and error.status < 500):
                raise
            await asyncio.sleep(pause)
        except (aiohttp.ClientError, OSError):
            if not pause:
                raise
            await asyncio.sleep(pause)
        except (discord.InteractionResponded, TypeError, KeyError):
            # it was taken before, or now with a reply that discord.py cannot read (a 204)
            return True
        else:
            return True
    return False


def _retry_after(error: discord.HTTPException, otherwise: float) -> float:
    """What Discord or the proxy before it asks us to wait."""
    asked = error.response.headers.get("Retry-After", "")
    try:
        return max(float(asked), otherwise) if asked else otherwise
    except ValueError:
        return otherwise
