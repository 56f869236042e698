"""The voice, measured by hand.

``first`` times the first useful answer of the bot's own path, each question asked for the first
time: without a model, beside a server that never answers, and beside one that talks rubbish without
end, whose words are judged meanwhile. ``served URL VERSION VERSION`` speaks through a real
OpenAI-compatible server: streaming, versions chosen by name, and a swap by the registry's pointer
without any restart.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import socket
import sys
import time
from contextlib import asynccontextmanager, suppress
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from bot.assistant import Assistant
from bot.chat import taipei_now
from bot.discord.replies import compose
from bot.discord.speaking import Shown, Speaker
from bot.model import ModelSettings, open_model
from bot.model.adapters import CURRENT, AdapterStore
from bot.prompts import STYLES, speak_messages
from bot.schema import Answer, Question
from bot.voice import Asked, Breaker, Traces, Voice, VoiceSettings, spoken_of
from knowledge.knowledge_base import KnowledgeBase, import_files
from tests.benchmarks.machine import percentile
from tests.benchmarks.steps import draw_questions

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from bot.model import ChatModel

DEMO = Path("data") / "demo"
TODAY = date(2026, 11, 20)
_WARM = 30
"""Other questions that are asked before the clock starts."""


def main(arguments: list[str]) -> int:
    """Measure and print; 0."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.voice")
    steps = parser.add_subparsers(dest="step", required=True)
    first = steps.add_parser("first")
    first.add_argument("--questions", type=int, default=200)
    served = steps.add_parser("served")
    served.add_argument("url")
    served.add_argument("versions", nargs=2)
    served.add_argument("--questions", type=int, default=8)
    chosen = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        home = Path(folder)
        import_files(home, [DEMO])
        with KnowledgeBase.open(home) as knowledge:
            assistant = Assistant(knowledge)
            if chosen.step == "first":
                asyncio.run(measure_first(assistant, home, chosen.questions))
            else:
                asyncio.run(
                    measure_served(assistant, home, chosen.url, chosen.versions, chosen.questions)
                )
    return 0


async def measure_first(assistant: Assistant, home: Path, count: int) -> dict[str, float]:
    """p50 and p95 of the first answer in milliseconds, without and beside a silent server."""
    drawn = [str(one["text"]) for one in draw_questions(DEMO)]
    others, asked = drawn[1::4], drawn[::4][: 3 * count]
    assistant.knowledge.retriever.warm()
    for text in others[:_WARM]:
        assistant.answer(Question(text, TODAY))
    plain = [await _first(assistant, text, None) for text in asked[::3]]
    async with silent_server() as url:
        silent = await _beside(assistant, home, url, asked[1::3])
    async with talking_server() as url:
        talking = await _beside(assistant, home, url, asked[2::3])
    measured = (("no model", plain), ("silent server", silent), ("talking server", talking))
    found = {}
    for name, times in measured:
        found[f"{name} p50"], found[f"{name} p95"] = median(times), percentile(times, 0.95)
        sys.stdout.write(
            f"{name}: {len(times)} answers, p50 {median(times):.1f} ms, "
            f"p95 {percentile(times, 0.95):.1f} ms, slowest {max(times):.1f} ms\n"
        )
    return found


async def _beside(assistant: Assistant, home: Path, url: str, texts: list[str]) -> list[float]:
    """First answers while as many others as the bot allows are being spoken by this server."""
    settings = ModelSettings(url=url, model="nobody", timeout_seconds=600, per_day=100_000)
    model = open_model(settings, home)
    if model is None:
        raise RuntimeError("no model")
    speaker = Speaker(model, Traces.of(home), taipei_now, settings)
    times = [await _first(assistant, text, speaker) for text in texts]
    await speaker.close()
    return times


async def _first(assistant: Assistant, text: str, speaker: Speaker | None) -> float:
    """Milliseconds from the question to the messages that a door would send."""

    async def answer_to(other: str) -> Answer:
        return await asyncio.to_thread(assistant.answer, Question(other, TODAY))

    async def agreed() -> bool:
        return False

    async def edit(_: dict[str, Any]) -> None:
        """What a talking server is allowed to change; nothing here."""

    started = time.perf_counter()
    answer = await answer_to(text)
    compose(answer)
    took = (time.perf_counter() - started) * 1000
    if speaker is not None:
        user = str(time.perf_counter_ns())
        shown = Shown(answer, Asked(text), user, "", answer_to, agreed, compose, edit)
        speaker.follow(shown, assistant.knowledge.gazetteer)
        await asyncio.sleep(0)
    return took


@asynccontextmanager
async def silent_server() -> AsyncIterator[str]:
    """A server that takes every request and never says a word."""

    async def hold(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
        await reader.read(-1)

    async with _server(hold) as url:
        yield url


@asynccontextmanager
async def talking_server() -> AsyncIterator[str]:
    """A server that streams one wrong sentence after the other and never stops."""
    said = "「霧笛」的難度是 5.13d，旁邊有瀑布，今天去一定沒問題。"
    event = f"data: {json.dumps({'choices': [{'index': 0, 'delta': {'content': said}}]})}\n\n"

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
        writer.write(head.encode())
        while True:
            writer.write(event.encode())
            await writer.drain()
            await asyncio.sleep(0.02)

    async with _server(talk) as url:
        yield url


@asynccontextmanager
async def _server(
    serve: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]],
) -> AsyncIterator[str]:
    """A server on loopback that serves every connection so; at the end none is left open."""
    served: list[tuple[asyncio.Task[None], asyncio.StreamWriter]] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            await serve(reader, writer)

    def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        served.append((asyncio.create_task(answer(reader, writer)), writer))

    server = await asyncio.start_server(accept, "127.0.0.1", 0, family=socket.AF_INET)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
    finally:
        server.close()
        for _, writer in served:
            # close would wait for a reader that is gone
            writer.transport.abort()
        # each ends by itself, at the latest with its next word
        await asyncio.gather(*(task for task, _ in served))
        for _, writer in served:
            with suppress(ConnectionError):
                await writer.wait_closed()


async def measure_served(
    assistant: Assistant, home: Path, url: str, versions: list[str], count: int
) -> None:
    """Speak through a real server under one version, the other, and the first again."""
    settings = ModelSettings(url=url, model="registry", style="compact", timeout_seconds=60)
    model = open_model(settings, home)
    if model is None:
        raise RuntimeError("no model")
    pointer = AdapterStore(home).root / CURRENT
    pointer.parent.mkdir(parents=True)
    texts = [str(one["text"]) for one in draw_questions(DEMO) if "推薦" in str(one["text"])]
    answers = [assistant.answer(Question(text, TODAY)) for text in texts[:count]]
    said = []
    for name in (versions[0], versions[1], versions[0]):
        pointer.write_text(name, encoding="utf-8")
        said.append(await _under(model, assistant, answers))
    same = sum(one == other for one, other in zip(said[0], said[2], strict=True))
    other = sum(one != other for one, other in zip(said[0], said[1], strict=True))
    sys.stdout.write(
        f"back under {versions[0]}: {same}/{len(answers)} answers as before; "
        f"{other}/{len(answers)} differ between the versions\n"
    )
    pointer.unlink()
    spoken = spoken_of(answers[0])
    if spoken is not None:
        voice = Voice(model, Breaker(time.monotonic), time.monotonic, VoiceSettings())
        told = await voice.speak(spoken)
        sys.stdout.write(f"nothing promoted: {told.outcome}, the rendered answer stands: ")
        sys.stdout.write(f"{told.text == spoken.draft.text}\n")
    await model.close()


async def _under(model: ChatModel, assistant: Assistant, answers: list[Answer]) -> list[str]:
    style = STYLES["compact"]
    raw, firsts, pieces_of, outcomes = [], [], [], []
    voice = Voice(
        model,
        Breaker(time.monotonic, failures_to_open=10_000),
        time.monotonic,
        VoiceSettings(style=style, deadline_seconds=60, max_tokens=380),
    )
    started = time.perf_counter()
    for answer in answers:
        spoken = spoken_of(answer)
        if spoken is None:
            continue
        asked = time.perf_counter()
        pieces: list[str] = []
        async for piece in model.stream(speak_messages(spoken, style), max_tokens=380):
            if not pieces:
                firsts.append(time.perf_counter() - asked)
            pieces.append(piece)
        raw.append("".join(pieces))
        pieces_of.append(len(pieces))
        told = await voice.speak(spoken, gazetteer=assistant.knowledge.gazetteer)
        outcomes.append(told.outcome)
    counted = ", ".join(f"{one} {outcomes.count(one)}" for one in sorted(set(outcomes)))
    took = time.perf_counter() - started
    sys.stdout.write(
        f"{model.name}: {len(raw)} answers in {took:.1f} s, {median(pieces_of):.0f} pieces each, "
        f"first piece after {median(firsts):.2f} s; {counted}\n"
    )
    return raw


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
