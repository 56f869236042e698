"""The client against an OpenAI-compatible server on loopback: it answers, streams, and ends."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from contextlib import contextmanager
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest

from bot.errors import ConfigError
from bot.model import ModelError, ModelSettings, load_model_settings, open_model
from bot.model.adapters import CURRENT, AdapterStore
from bot.model_check import check_model
from bot.prompts import Message

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.assistant import Assistant

ASKED = (Message("system", "你是岩友"), Message("user", "嗨"))


class _Handler(BaseHTTPRequestHandler):
    """Chat completions as a small script: what to say, how, and whether at all."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Stay quiet."""

    def do_GET(self) -> None:
        self._send({"object": "list", "data": [{"id": "climb-2026.11.0", "object": "model"}]})

    def do_POST(self) -> None:
        server: Any = self.server
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        server.seen.append(body)
        if server.hang:
            server.hang.wait(10)
        if server.status != 200:
            self._send({"error": {"message": "no"}}, server.status)
        elif body.get("stream"):
            self._stream(server.says)
        else:
            message = {"role": "assistant", "content": server.says}
            choice = {"index": 0, "message": message, "finish_reason": "stop"}
            usage = {"prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18}
            self._send({**_head(body), "choices": [choice], "usage": usage})

    def _stream(self, says: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        for piece in says:
            choice = {"index": 0, "delta": {"content": piece}, "finish_reason": None}
            told = {**_head({}), "object": "chat.completion.chunk", "choices": [choice]}
            self.wfile.write(f"data: {json.dumps(told)}\n\n".encode())
        self.wfile.write(b"data: [DONE]\n\n")
        self.close_connection = True

    def _send(self, content: dict[str, Any], status: int = 200) -> None:
        body = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def _head(body: dict[str, Any]) -> dict[str, Any]:
    return {"id": "x", "object": "chat.completion", "created": 1, "model": body.get("model", "m")}


@contextmanager
def serving(says: str = "嗨！", status: int = 200, *, hang: bool = False) -> Iterator[Any]:
    """A server for as long as it is used."""
    server: Any = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.says, server.status, server.seen = says, status, []
    server.hang = threading.Event() if hang else None
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server
    finally:
        if server.hang:
            server.hang.set()
        server.shutdown()
        server.server_close()
        thread.join()


def settings_for(server: Any, **changes: Any) -> ModelSettings:
    url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    return ModelSettings(**{"url": url, "model": "climb-2026.11.0", **changes})


async def test_answer_comes_with_its_tokens_and_price(tmp_path: Path) -> None:
    with serving() as server:
        model = open_model(settings_for(server, price_in=1.0, price_out=2.0), tmp_path)
        assert model is not None
        reply = await model.chat(ASKED, max_tokens=33)
        await model.close()
    assert (reply.text, reply.tokens_in, reply.tokens_out) == ("嗨！", 11, 7)
    assert reply.cost == pytest.approx((11 + 14) / 1e6)
    sent = server.seen[0]
    assert sent["model"] == "climb-2026.11.0"
    assert sent["max_tokens"] == 33
    assert sent["temperature"] == 0.0
    assert [one["role"] for one in sent["messages"]] == ["system", "user"]


async def test_stream_gives_the_pieces_in_order(tmp_path: Path) -> None:
    with serving("為你推薦") as server:
        model = open_model(settings_for(server), tmp_path)
        assert model is not None
        pieces = [piece async for piece in model.stream(ASKED)]
        await model.close()
    assert pieces == list("為你推薦")


async def test_the_registrys_version_is_asked_for_by_name_without_a_restart(
    tmp_path: Path,
) -> None:
    store = AdapterStore(tmp_path)
    store.root.mkdir(parents=True)
    with serving() as server:
        model = open_model(settings_for(server, model="registry"), tmp_path)
        assert model is not None
        with pytest.raises(ModelError):
            await model.chat(ASKED)
        for name in ("climb-2026.11.0", "climb-2026.11.1", "climb-2026.11.0"):
            (store.root / CURRENT).write_text(name, encoding="utf-8")
            assert (await model.chat(ASKED)).model == name
            assert [piece async for piece in model.stream(ASKED)]
        await model.close()
    asked = [one["model"][-1] for one in server.seen]
    assert asked == ["0", "0", "1", "1", "0", "0"]


@pytest.mark.parametrize(
    ("says", "status"), [("", 200), ("  \n", 200), ("x", 500), ("x", 401)], ids=str
)
async def test_empty_or_refused_answer_is_a_model_error(
    tmp_path: Path, says: str, status: int
) -> None:
    with serving(says, status) as server:
        model = open_model(settings_for(server), tmp_path)
        assert model is not None
        with pytest.raises(ModelError):
            await model.chat(ASKED)
        await model.close()


async def test_server_that_never_answers_costs_no_more_than_the_deadline(tmp_path: Path) -> None:
    with serving(hang=True) as server:
        model = open_model(settings_for(server, timeout_seconds=0.3), tmp_path)
        assert model is not None
        with pytest.raises(ModelError):
            await model.chat(ASKED)
        await model.close()


async def test_nobody_there_is_a_model_error(tmp_path: Path) -> None:
    settings = ModelSettings(url="http://127.0.0.1:9/v1", model="m", timeout_seconds=2)
    model = open_model(settings, tmp_path)
    assert model is not None
    with pytest.raises(ModelError):
        await model.chat(ASKED)
    await model.close()


async def test_check_names_the_adapter_and_judges_the_sample(
    demo_assistant: Assistant, tmp_path: Path
) -> None:
    with serving("去爬「月亮背面」，5.13d。") as server:
        found = await check_model(
            settings_for(server), demo_assistant, tmp_path, date(2026, 11, 28)
        )
    assert found.ok
    assert "回答的是：climb-2026.11.0" in found.text()
    assert "推薦格式：不合" in found.text()
    assert any("月亮背面" in one for one in found.unsupported)


async def test_check_says_that_there_is_no_model(demo_assistant: Assistant, tmp_path: Path) -> None:
    found = await check_model(ModelSettings(), demo_assistant, tmp_path, date(2026, 11, 28))
    assert not found.ok
    assert "沒有設定模型" in found.text()


@pytest.mark.parametrize(
    "environment",
    [
        {"YANYOU_MODEL_URI": "http://x/v1"},
        {"YANYOU_MODEL_URL": "ftp://x", "YANYOU_MODEL": "m"},
        {"YANYOU_MODEL_URL": "http://x/v1"},
        {"YANYOU_MODEL_URL": "http://x/v1", "YANYOU_MODEL": "m", "YANYOU_MODEL_BASE": "b"},
        {"YANYOU_MODEL_TIMEOUT": "soon"},
        {"YANYOU_MODEL_CONCURRENCY": "0"},
        {"YANYOU_MODEL_STYLE": "big"},
    ],
    ids=lambda environment: next(iter(environment)),
)
def test_wrong_setting_is_told_by_name(environment: dict[str, str]) -> None:
    with pytest.raises(ConfigError) as caught:
        load_model_settings(environment)
    assert "YANYOU_MODEL" in caught.value.reply


def test_no_setting_means_no_model(tmp_path: Path) -> None:
    settings = load_model_settings({"YANYOU_DATA_DIR": "x"})
    assert not settings.there
    assert open_model(settings, tmp_path) is None


def test_nothing_is_imported_when_the_first_answer_is_spoken(tmp_path: Path) -> None:
    """Half a second of imports would keep everybody else's answer waiting."""
    script = """
import asyncio, sys
from pathlib import Path
from bot.model import ModelError, ModelSettings, open_model
from bot.prompts import Message
settings = ModelSettings(url="http://127.0.0.1:9/v1", model="nobody")
model = open_model(settings, Path(sys.argv[1]))
before = set(sys.modules)
async def ask():
    try:
        async for _ in model.stream((Message("user", "hi"),)):
            pass
    except ModelError:
        pass
asyncio.run(ask())
print(sorted(one for one in set(sys.modules) - before if one.startswith("openai")))
"""
    command = [sys.executable, "-c", script, str(tmp_path)]
    done = subprocess.run(  # noqa: S603 - our own interpreter
        command, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
