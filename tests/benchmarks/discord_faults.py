"""What goes wrong in the fault run: every fault hits a connected bot, and each one is counted.

A gateway fault is made only while the bot has a session on a living socket, and the next one waits
until the bot is back; so none can fall into the gap that another one left. After an invalid session
discord.py waits five seconds before it identifies again, as Discord asks: ten of them leave only
ten seconds of a minute for all the others.
"""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from tests.discord.loopback.server import Loopback

SESSION_SECONDS = 5.3
"""How long the bot is away after an invalid session."""
STATUSES = (429, 500, 503)


@dataclass(frozen=True, slots=True)
class Plan:
    """How many faults of each kind."""

    aborts: int = 50
    closes: int = 50
    reconnects: int = 20
    sessions: int = 10
    of_each_status: int = 50

    @classmethod
    def share(cls, share: float) -> Plan:
        """A part of the whole plan, with at least one of each kind."""
        whole = cls()
        return cls(
            *(
                max(1, round(number * share))
                for number in (
                    *(whole.aborts, whole.closes, whole.reconnects),
                    *(whole.sessions, whole.of_each_status),
                )
            )
        )


async def break_things(server: Loopback, plan: Plan, seconds: float) -> None:
    """Make every fault of the plan, spread over the seconds; longer if the bot needs longer."""
    await asyncio.gather(_break_gateway(server, plan, seconds), _break_rest(server, plan, seconds))


def fault_rows(server: Loopback, plan: Plan) -> list[list[str]]:
    """What was inflicted, and how the bot came back."""
    gateway = server.gateway
    served = {status: sum(one == status for _, _, one in server.rest.log) for status in STATUSES}
    drops, sessions = plan.aborts + plan.closes, plan.sessions
    return [
        ["connections dropped while the bot was connected", str(gateway.dropped), str(drops)],
        ["requests to reconnect (op 7)", str(gateway.asked), str(plan.reconnects)],
        ["sessions made invalid (op 9)", str(gateway.invalidated), str(sessions)],
        *(
            [f"answers of Discord with {status}", str(served[status]), str(plan.of_each_status)]
            for status in STATUSES
        ),
        ["sessions resumed by the bot", str(gateway.resumed), str(drops + plan.reconnects)],
        ["new sessions of the bot", str(gateway.identified - 1), str(sessions)],
    ]


SLASH_NOTE = (
    "Slash commands given while no session is there cannot be recovered by anyone: Discord keeps "
    "none, so the member sees “The application did not respond” and gives the command again. They "
    "are no part of this run."
)


async def _break_gateway(server: Loopback, plan: Plan, seconds: float) -> None:
    gateway = server.gateway

    async def abort() -> None:
        await _and_back(server, gateway.drop)

    async def close() -> None:
        await _and_back(server, lambda: gateway.drop(code=4000))

    async def reconnect() -> None:
        await _and_back(server, gateway.ask_to_reconnect)

    async def invalidate() -> None:
        sessions = gateway.identified
        await gateway.invalidate()
        await server.until(lambda: gateway.identified > sessions, "a new session")

    kinds: Sequence[tuple[Callable[[], Awaitable[None]], int]] = (
        (abort, plan.aborts),
        (close, plan.closes),
        (reconnect, plan.reconnects),
    )
    faults = [kind for kind, number in kinds for _ in range(number)]
    random.Random(7).shuffle(faults)  # noqa: S311
    pause = max(0.0, seconds - plan.sessions * SESSION_SECONDS) / len(faults)
    stride = max(1, len(faults) // plan.sessions)
    for number, fault in enumerate(faults):
        if number % stride == 0 and number // stride < plan.sessions:
            await invalidate()
        await asyncio.sleep(pause)
        await fault()


async def _and_back(server: Loopback, fault: Callable[[], Awaitable[None]]) -> None:
    """Make a fault that costs the connection, and wait for the session to go on."""
    gateway = server.gateway
    await server.until(lambda: gateway.connected, "a connected bot")
    resumed = gateway.resumed
    await fault()
    await server.until(lambda: gateway.resumed > resumed, "a resumed session")


async def _break_rest(server: Loopback, plan: Plan, seconds: float) -> None:
    """Answer messages of the bot with errors, and wait until every error was served."""
    statuses = [status for status in STATUSES for _ in range(plan.of_each_status)]
    random.Random(8).shuffle(statuses)  # noqa: S311
    for status in statuses:
        server.fail("POST", r"/channels/\d+/messages$", status, 1)
        await asyncio.sleep(seconds / len(statuses))
    await server.until(lambda: not any(one.times for one in server.rest.faults), "the last errors")
