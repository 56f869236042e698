"""``diagnose``: failed questions or reported traces to a ranked list of causes."""

from __future__ import annotations

import asyncio
import json
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from bot.model import ChatModel
    from bot.prompts import Message
    from finetune.commands.subparsers import Subparsers
    from finetune.diagnose import Failure
    from knowledge.schema import Records

    Speak = Callable[[Sequence[Sequence[Message]]], list[str]]


def add_diagnose(commands: Subparsers) -> None:
    """Add the command."""
    parser = commands.add_parser("diagnose", help="答錯的題目：是聲音的問題，還是資料的問題")
    parser.add_argument("failures", type=Path, help="JSON Lines，一行一題，也可以是回報的紀錄")
    parser.add_argument("--truth", type=Path, nargs="+", required=True, help="正確的資料檔或資料夾")
    parser.add_argument("--data-dir", type=Path, default=Path("data") / "var")
    parser.set_defaults(run=_diagnose)


def _diagnose(arguments: argparse.Namespace) -> int:
    from bot.assistant import Assistant  # noqa: PLC0415
    from bot.evaluation.world import load_world  # noqa: PLC0415
    from bot.model import load_model_settings, open_model  # noqa: PLC0415
    from bot.prompts import STYLES  # noqa: PLC0415
    from finetune.diagnose import examine, rank  # noqa: PLC0415
    from finetune.diagnose.shipped import shipped_search  # noqa: PLC0415
    from knowledge.knowledge_base import KnowledgeBase  # noqa: PLC0415

    truth = load_world(arguments.truth).records
    settings = load_model_settings(os.environ)
    model = open_model(settings, arguments.data_dir)
    style = STYLES[getattr(model, "style", settings.style)]
    with KnowledgeBase.open(arguments.data_dir) as knowledge:
        assistant = Assistant(knowledge)
        nearest = shipped_search(knowledge)
        findings = [
            examine(one, assistant, truth, _speak(model), style, nearest)
            for one in read_failures(arguments.failures, truth)
        ]
    for ranked in rank(findings):
        print(ranked.text())
    print(f"共 {len(findings)} 題")
    return 0


def read_failures(path: Path, truth: Records) -> list[Failure]:
    """The failed questions of a file.

    Raises:
        DataError: Without the file, or with every line that cannot be used.
    """
    from finetune.diagnose import Failure, Perfect  # noqa: PLC0415
    from finetune.errors import DataError  # noqa: PLC0415

    routes = {route.id: route for route in truth.routes}
    gyms = {gym.id: gym for gym in truth.gyms}
    found: list[Failure] = []
    problems: list[str] = []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DataError((f"{path}：讀不到這個檔案",)) from error
    for number, line in enumerate(lines, 1):
        try:
            row: dict[str, Any] = json.loads(line)
            perfect = Perfect(
                routes=tuple(routes[one] for one in row.pop("route_ids", ())),
                gyms=tuple(gyms[one] for one in row.pop("gym_ids", ())),
                fields=tuple(row.pop("fields", ())),
                expected=tuple(row.pop("expected", ())),
                card_id=row.pop("card_id", ""),
                nothing=bool(row.pop("nothing", False)),
            )
            text, day = row.pop("question"), date.fromisoformat(row.pop("today"))
            problems += [f"{path.name}:{number}: 不認得的鍵「{key}」" for key in sorted(row)]
            found.append(Failure(text, day, perfect))
        except (ValueError, KeyError, TypeError) as error:
            problems.append(f"{path.name}:{number}: {error}")
    if problems:
        raise DataError(tuple(problems))
    return found


def _speak(model: ChatModel | None) -> Speak:
    """The configured model, else the rendered answer as it stands in the prompt."""

    def speak(prompts: Sequence[Sequence[Message]]) -> list[str]:
        if model is None:
            return [_rendered(prompt[-1].content) for prompt in prompts]
        return [asyncio.run(model.chat(prompt)).text for prompt in prompts]

    return speak


def _rendered(prompt: str) -> str:
    return prompt.partition("〈已查核的答案〉\n")[2].partition("\n〈已查核的答案結束〉")[0]
