"""``python -m bot chat | ask | log | run | sync | health | evaluate``: the assistant's doors."""

from __future__ import annotations

import os
import sys
import tempfile
import threading
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from bot import log_commands
from bot.config import DEMO, Config, load_config
from bot.errors import AssistantError
from knowledge.errors import KnowledgeError
from knowledge.usage import Parser, day

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from datetime import date

    from bot.assistant import Assistant
    from bot.chat import Aloud
    from bot.live import LiveAssistant
    from bot.logbook import ClimbingLog


def main(argv: list[str] | None = None) -> int:
    """Run a command; 0 when all went well, 1 when something was wrong, 2 for a wrong usage."""
    arguments = _parser().parse_args(argv)
    try:
        config = load_config(os.environ)
        return int(arguments.run(arguments, config))
    except (AssistantError, KnowledgeError) as error:
        print(error.reply, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print()
        return 130
    except BrokenPipeError:
        # the reader went away; nothing is left to say
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="python -m bot", description="岩友：攀岩社群的問答助理。")
    commands = parser.add_subparsers(required=True, metavar="指令")
    chat = commands.add_parser("chat", help="在終端機聊天")
    chat.add_argument("--data-dir", type=Path, help="資料夾，預設 data/var")
    chat.add_argument("--user", metavar="ID", help="你的代號，用來記和查自己的攀登紀錄")
    chat.set_defaults(run=_chat)
    ask = commands.add_parser("ask", help="回答一個問題，或整批回答")
    ask.add_argument("question", nargs="?", help="一個問題")
    ask.add_argument("--batch", type=Path, metavar="IN.jsonl", help="一行一個問題的 JSON Lines")
    ask.add_argument("--out", type=Path, metavar="OUT.jsonl", help="答案寫到這個檔")
    ask.add_argument("--today", type=day, metavar="2026-11-20", help="以這天為今天，預設台北今天")
    ask.add_argument("--data-dir", type=Path, help="資料夾，預設 data/var")
    ask.add_argument(
        "--user", metavar="ID", help="你的代號，用來查自己的紀錄；整批時看每行的 user_id"
    )
    ask.set_defaults(run=_ask)
    _add_discord(commands)
    log = commands.add_parser("log", help="攀登紀錄：匯入、匯出、刪除")
    log_commands.add_arguments(log)
    model = commands.add_parser("model", help="語言模型：check 看連不連得上、誰在回答")
    actions = model.add_subparsers(required=True, metavar="動作")
    check = actions.add_parser("check", help="問一題，查核它的答案")
    check.add_argument("--data-dir", type=Path, help="資料夾，預設 data/var")
    check.set_defaults(run=_model_check)
    evaluate = commands.add_parser("evaluate", help="用評測題測自己")
    from bot.evaluation import add_arguments, evaluate_command  # noqa: PLC0415 - its own heavy imports are lazy

    add_arguments(evaluate)
    evaluate.set_defaults(run=lambda arguments, _: evaluate_command(arguments))
    return parser


def _add_discord(commands: argparse._SubParsersAction[Parser]) -> None:
    """run, sync and health: the bot in Discord."""
    for name, words, command in (
        ("run", "啟動 Discord 機器人（需要 DISCORD_TOKEN）", _run),
        ("sync", "向 Discord 登記指令（有變動才送）", _sync),
        ("health", "檢查機器人是否活著（給容器的 healthcheck）", _health),
    ):
        parser = commands.add_parser(name, help=words)
        parser.add_argument("--data-dir", type=Path, help="資料夾，預設 data/var")
        if name == "sync":
            parser.add_argument("--force", action="store_true", help="沒有變動也送")
        parser.set_defaults(run=command)


def _run(arguments: argparse.Namespace, _: Config) -> int:
    from bot.discord.run import run_bot  # noqa: PLC0415

    return run_bot(Path.cwd(), os.environ, arguments.data_dir)


def _sync(arguments: argparse.Namespace, _: Config) -> int:
    from bot.discord.run import run_sync  # noqa: PLC0415

    sent = run_sync(Path.cwd(), os.environ, arguments.data_dir, force=arguments.force)
    print("指令已登記。" if sent else "指令沒有變動，不用登記。")
    return 0


def _health(arguments: argparse.Namespace, config: Config) -> int:
    import time  # noqa: PLC0415

    from bot.discord.heartbeat import is_alive  # noqa: PLC0415

    alive = is_alive(arguments.data_dir or config.data_dir, time.time())
    print("機器人在線上。" if alive else "機器人沒有連上 Discord。")
    return 0 if alive else 1


def _chat(arguments: argparse.Namespace, config: Config) -> int:
    from bot.chat import PROMPT, Member, converse, welcome  # noqa: PLC0415

    data_dir = arguments.data_dir or config.data_dir
    user = (arguments.user or config.user).strip()
    with (
        _log(data_dir, config, make=True) if user else nullcontext() as log,
        _assistant(data_dir, config, keep_demo=True, log=log) as (assistant, demo),
    ):
        newest = _newest(assistant, data_dir, config, log)
        print(welcome(assistant, demo=demo, user_id=user))
        if sys.stdin.isatty():
            # while a person types, free-text search gets ready; a pipe would only wait for it
            threading.Thread(target=assistant.knowledge.retriever.warm, daemon=True).start()
        member = Member(user, log) if log is not None else None
        with _aloud(assistant, data_dir, log, user) as aloud:
            lines = _lines(PROMPT)
            converse(
                newest,
                lines,
                lambda text: print(text, flush=True),
                member=member,
                aloud=aloud,
            )
    return 0


@contextmanager
def _aloud(
    assistant: Assistant, data_dir: Path, log: ClimbingLog | None, user: str
) -> Iterator[Aloud | None]:
    """The configured model as the chat's second word; ``None`` where none is configured."""
    import time  # noqa: PLC0415

    from bot.model import ModelError, load_model_settings, open_model  # noqa: PLC0415
    from bot.spoken_chat import aloud_with  # noqa: PLC0415
    from bot.voice import Teller, voice_settings  # noqa: PLC0415

    settings = load_model_settings(os.environ)
    try:
        model = open_model(settings, data_dir)
    except ModelError as error:
        print(f"模型打不開，先照資料回答：{error}", file=sys.stderr)
        model = None
    if model is None:
        yield None
        return
    teller = Teller(model, time.monotonic, voice_settings(settings))
    with aloud_with(teller, assistant, lambda: log.profile(user) if log else {}) as aloud:
        yield aloud


@contextmanager
def _log(data_dir: Path, config: Config, *, make: bool) -> Iterator[ClimbingLog | None]:
    """The private log: a running bot's, else the folder's own; ``None`` where there is none yet.

    Only a chat begins one; a batch writes nothing.
    """
    from bot.logbook import connect, holds_log, share  # noqa: PLC0415

    if not make and not holds_log(data_dir):
        yield None
        return
    # a chat stays open for long, and lets shell commands in meanwhile
    reach = share if make else connect
    with reach(data_dir, config.log_key_file, tell=_tell) as log:
        yield log


def _tell(words: str) -> None:
    print(words, file=sys.stderr)


def _lines(prompt: str) -> Iterator[str]:
    while True:
        try:
            yield input(prompt)
        except EOFError:
            print()
            return
        except UnicodeDecodeError:
            print("這一行的編碼讀不懂，請用 UTF-8 再輸入一次。")


def _ask(arguments: argparse.Namespace, config: Config) -> int:
    from bot.chat import taipei_now  # noqa: PLC0415
    from bot.schema import Question  # noqa: PLC0415

    today = arguments.today or taipei_now().date()
    if (arguments.question is None) == (arguments.batch is None):
        print("請給一個問題，或用 --batch IN.jsonl --out OUT.jsonl。", file=sys.stderr)
        return 2
    data_dir = arguments.data_dir or config.data_dir
    user = (arguments.user or config.user).strip()
    with (
        _log(data_dir, config, make=False) if user or arguments.batch else nullcontext() as log,
        _assistant(data_dir, config, keep_demo=False, log=log) as (assistant, demo),
    ):
        if demo:
            print("還沒有真實資料，先用虛構的示範資料回答。", file=sys.stderr)
        if arguments.batch is None:
            asked = Question(arguments.question, today, user_id=user, paged=False)
            print(assistant.answer(asked).text)
            return 0
        return _batch(arguments, assistant, today)


def _batch(arguments: argparse.Namespace, assistant: Assistant, today: date) -> int:
    from tqdm import tqdm  # noqa: PLC0415

    from bot.batch import read_rows, run_batch, write_rows  # noqa: PLC0415

    if arguments.out is None:
        print("--batch 要搭配 --out OUT.jsonl。", file=sys.stderr)
        return 2
    try:
        lines = arguments.batch.read_text(encoding="utf-8-sig", errors="replace").split("\n")
        rows = list(read_rows(lines, today))
        bar = tqdm(run_batch(rows, assistant), total=len(rows), unit="題", file=sys.stderr)
        errors = write_rows(arguments.out, bar)
    except OSError as error:
        print(f"檔案讀寫失敗：{error.filename}（{error.strerror}）", file=sys.stderr)
        return 1
    if errors:
        print(f"有 {errors} 行讀不懂，已在輸出標明。", file=sys.stderr)
    return 1 if errors else 0


def _newest(
    assistant: Assistant, data_dir: Path, config: Config, log: ClimbingLog | None
) -> LiveAssistant:
    """The assistant of a chat that stays open: the next question sees what was published."""
    from bot.assistant import Assistant, NoEntries  # noqa: PLC0415
    from bot.live import LiveAssistant, warm  # noqa: PLC0415
    from knowledge.knowledge_base import LiveKnowledge  # noqa: PLC0415

    live = LiveKnowledge(
        data_dir, embedding=config.embedding, warm=warm, opened=assistant.knowledge
    )
    return LiveAssistant(live, lambda knowledge: Assistant(knowledge, log or NoEntries()))


@contextmanager
def _assistant(
    data_dir: Path, config: Config, *, keep_demo: bool, log: ClimbingLog | None = None
) -> Iterator[tuple[Assistant, bool]]:
    """An assistant over the data folder, or over the demo data when the folder is empty.

    A chat keeps the demo in the folder, where the first real import replaces it; a batch writes
    nothing there.
    """
    from bot.assistant import Assistant, NoEntries  # noqa: PLC0415
    from knowledge.errors import EmptyCatalogueError  # noqa: PLC0415
    from knowledge.knowledge_base import KnowledgeBase, import_files  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="yanyou-") as scratch:
        try:
            knowledge = KnowledgeBase.open(data_dir, embedding=config.embedding)
        except EmptyCatalogueError:
            home = data_dir if keep_demo else Path(scratch)
            import_files(home, [DEMO])
            knowledge = KnowledgeBase.open(home, embedding=config.embedding)
        with knowledge:
            demo = bool(knowledge.catalogue.sources()) and all(
                s.invented for s in knowledge.catalogue.sources()
            )
            yield Assistant(knowledge, log or NoEntries()), demo


def _model_check(arguments: argparse.Namespace, config: Config) -> int:
    import asyncio  # noqa: PLC0415

    from bot.chat import taipei_now  # noqa: PLC0415
    from bot.model import load_model_settings  # noqa: PLC0415
    from bot.model_check import check_model  # noqa: PLC0415

    settings = load_model_settings(os.environ)
    data_dir = arguments.data_dir or config.data_dir
    with _assistant(data_dir, config, keep_demo=False) as (assistant, _):
        found = asyncio.run(check_model(settings, assistant, data_dir, taipei_now().date()))
    print(found.text())
    return 0 if found.ok else 1


if __name__ == "__main__":
    sys.exit(main())
