"""The gateway of the loopback Discord: zlib-stream, sessions, RESUME with replay, faults."""

from __future__ import annotations

import asyncio
import json
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiohttp import WSMsgType, web

from tests.discord.loopback.world import snowflake

if TYPE_CHECKING:
    from tests.discord.loopback.world import World

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID, HELLO, ACK = 0, 1, 2, 6, 7, 9, 10, 11
MESSAGE_CONTENT = 1 << 15


@dataclass(slots=True)
class Session:
    """A session outlives its sockets until it is invalidated."""

    id: str
    intents: int
    events: list[tuple[str, Any]] = field(default_factory=list)
    """Everything that ever happened in it; an event's number is its place, from 1."""
    delivered: int = 0
    """Number of the last event that went over the present socket."""
    socket: Socket | None = None
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class Socket:
    """One connection with its own compression stream."""

    def __init__(self, ws: web.WebSocketResponse, *, compressed: bool) -> None:
        self.ws = ws
        self._deflate = zlib.compressobj() if compressed else None
        self._lock = asyncio.Lock()

    async def send(self, payload: dict[str, Any]) -> None:
        text = json.dumps(payload)
        async with self._lock:
            if self.ws.closed:
                return
            if self._deflate is None:
                await self.ws.send_str(text)
                return
            data = self._deflate.compress(text.encode()) + self._deflate.flush(zlib.Z_SYNC_FLUSH)
            await self.ws.send_bytes(data)


class Gateway:
    """Accepts one bot."""

    def __init__(self, world: World, token: str, url: str) -> None:
        self.world = world
        self.token = token
        self.url = url
        self.content_allowed = True
        self.refuses = 0
        """Close code with which every IDENTIFY is refused; 0 accepts."""
        self.sessions: dict[str, Session] = {}
        self.identified = 0
        self.resumed = 0
        self.invalidated = 0
        self.dropped = 0
        """Sockets cut while a session went over them."""
        self.asked = 0
        """Requests to reconnect."""
        self.late: set[int] = set()
        """Servers that a new session is not told of before they arrive."""
        self.changed: asyncio.Condition = asyncio.Condition()

    async def connect(self, request: web.Request) -> web.WebSocketResponse:
        ws = web.WebSocketResponse(max_msg_size=0)
        await ws.prepare(request)
        socket = Socket(ws, compressed=request.query.get("compress") == "zlib-stream")
        await socket.send({"op": HELLO, "d": {"heartbeat_interval": 20_000}, "s": None, "t": None})
        session: Session | None = None
        try:
            async for frame in ws:
                if frame.type is not WSMsgType.TEXT:
                    continue
                received = json.loads(frame.data)
                if received["op"] == HEARTBEAT:
                    await socket.send({"op": ACK, "d": None, "s": None, "t": None})
                elif received["op"] == IDENTIFY:
                    session = await self._identify(socket, received["d"])
                elif received["op"] == RESUME:
                    session = await self._resume(socket, received["d"])
        finally:
            if session is not None and session.socket is socket:
                session.socket = None
            await self.notify()
        return ws

    @property
    def connected(self) -> bool:
        """Whether a session goes over a living socket and has all its events."""
        return any(
            one.socket is not None and one.delivered == len(one.events)
            for one in self.sessions.values()
        )

    async def notify(self) -> None:
        async with self.changed:
            self.changed.notify_all()

    async def dispatch(self, event: str, data: Any, *, intent: int = 0) -> None:
        """Send an event to the session, and keep it for a replay."""
        for session in list(self.sessions.values()):
            if intent and not session.intents & intent:
                continue
            session.events.append((event, data))
            await self._pump(session)

    async def drop(self, *, code: int | None = None) -> None:
        """Cut every socket: without a word, or with a close code."""
        for session in self.sessions.values():
            if session.socket is None:
                continue
            socket, session.socket = session.socket, None
            self.dropped += 1
            if code is not None:
                await socket.ws.close(code=code)
            elif (transport := socket.ws._req.transport if socket.ws._req else None) is not None:
                transport.abort()

    async def ask_to_reconnect(self) -> None:
        """Op 7."""
        for session in self.sessions.values():
            if session.socket is not None:
                self.asked += 1
                await session.socket.send({"op": RECONNECT, "d": None, "s": None, "t": None})

    async def invalidate(self) -> None:
        """Op 9: the session is gone and nothing will be replayed."""
        sessions, self.sessions = self.sessions, {}
        self.invalidated += len(sessions)
        for session in sessions.values():
            if session.socket is not None:
                await session.socket.send({"op": INVALID, "d": False, "s": None, "t": None})

    async def _identify(self, socket: Socket, data: dict[str, Any]) -> Session | None:
        if self.refuses or data["token"] != self.token:
            await socket.ws.close(code=self.refuses or 4004)
            return None
        if data["intents"] & MESSAGE_CONTENT and not self.content_allowed:
            await socket.ws.close(code=4014)
            return None
        session = Session(f"session-{snowflake()}", int(data["intents"]), socket=socket)
        self.sessions = {session.id: session}
        self.identified += 1
        ready = {
            "v": 10,
            "user": self.world.bot.payload(),
            "session_id": session.id,
            "resume_gateway_url": self.url,
            "guilds": [{"id": str(one.id), "unavailable": True} for one in self.world.guilds],
            "application": {"id": str(self.world.application_id), "flags": 0},
            "private_channels": [],
            "relationships": [],
            "shard": [0, 1],
        }
        await self.dispatch("READY", ready)
        for guild in list(self.world.guilds):
            if guild.id not in self.late:
                await self.dispatch("GUILD_CREATE", self.world.guild_payload(guild))
        await self.notify()
        return session

    async def _resume(self, socket: Socket, data: dict[str, Any]) -> Session | None:
        session = self.sessions.get(data["session_id"])
        if session is None:
            await socket.send({"op": INVALID, "d": False, "s": None, "t": None})
            return None
        async with session.lock:
            session.delivered = int(data["seq"] or 0)
            session.socket = socket
        session.events.append(("RESUMED", {"_trace": []}))
        await self._pump(session)
        self.resumed += 1
        await self.notify()
        return session

    async def _pump(self, session: Session) -> None:
        """Send what the present socket has not carried yet, in order."""
        async with session.lock:
            while session.socket is not None and session.delivered < len(session.events):
                socket, number = session.socket, session.delivered + 1
                event, data = session.events[number - 1]
                try:
                    await socket.send({"op": DISPATCH, "s": number, "t": event, "d": data})
                except (ConnectionError, RuntimeError):
                    if session.socket is socket:
                        session.socket = None
                    return
                if session.socket is socket:
                    session.delivered = number
