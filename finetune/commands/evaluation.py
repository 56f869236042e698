"""``evaluate``: base and adapter on held-out prompts, the ablation, the probe, the A/B sheet."""

from __future__ import annotations

import json
import shlex
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from finetune.commands.folders import base_folder

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from bot.prompts import Message
    from finetune.commands.subparsers import Subparsers
    from finetune.evaluate import Evaluation, HeldOut

    Speak = Callable[[Sequence[Sequence[Message]]], list[str]]


def add_evaluate(commands: Subparsers) -> None:
    """Add the command."""
    parser = commands.add_parser("evaluate", help="基底和 LoRA 在沒看過的題目上比")
    parser.add_argument("run_folder", type=Path, metavar="RUN", help="train 的 --out")
    parser.add_argument("--data", type=Path, default=Path("data") / "var" / "train")
    parser.add_argument("--base", type=base_folder, required=True, help="基底模型的資料夾")
    parser.add_argument("--split", choices=("validation", "test"), default="test")
    parser.add_argument("--limit", type=int, default=200, help="最多幾題，0 是全部")
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--ablation", action="store_true", help="加上不查資料的版本和程式排的答案")
    parser.add_argument("--probe", type=int, default=60, help="問幾題訓練資料，看有沒有背起來")
    parser.add_argument("--sheet", type=Path, help="盲測表寫到這個資料夾")
    parser.add_argument("--record", type=Path, metavar="PAGE", help="表寫進這一頁留的位置")
    parser.add_argument("--title", help="那個位置的名字，預設是配方的名字")
    parser.add_argument("--json", type=Path, help="逐題結果，預設寫到 RUN/evaluation.json")
    parser.set_defaults(run=_evaluate)


def _evaluate(arguments: argparse.Namespace) -> int:
    from finetune.train.environment import prepare_environment  # noqa: PLC0415

    prepare_environment(arguments.run_folder, offline=True)
    from bot.prompts import STYLES  # noqa: PLC0415
    from finetune.config import load_recipe  # noqa: PLC0415
    from finetune.dataset import read_data  # noqa: PLC0415
    from finetune.dataset.splits import world_names  # noqa: PLC0415
    from finetune.errors import RunError  # noqa: PLC0415
    from finetune.evaluate import (  # noqa: PLC0415
        around_place,
        load_held_out,
        memorisation_prompts,
        memorisation_table,
        memorised,
        render_table,
        write_sheet,
    )
    from finetune.voices import open_voices  # noqa: PLC0415

    if not (arguments.run_folder / "manifest.json").is_file():
        said = f"{arguments.run_folder} 不是訓練完的資料夾（train 的 --out），裡面沒有清單。"
        raise RunError("not a run", said)
    recipe = load_recipe(str(arguments.run_folder / "recipe.yaml"))
    title = arguments.title or recipe.name
    if arguments.record:
        around_place(arguments.record, title)  # told now, not after all the answers
    data = read_data(arguments.data)
    style = STYLES[recipe.data.style]
    voices = open_voices(arguments.base, arguments.run_folder / "adapter", recipe, arguments.batch)
    voices_by_name = {"基底": voices.base, "基底＋LoRA": voices.adapter}
    with load_held_out(data, arguments.split, arguments.limit) as held:
        results = {name: _ask(name, held, speak, style) for name, speak in voices_by_name.items()}
        table = list(results.values())
        if arguments.ablation:
            table += [
                _ask(f"{name}，不查資料", held, speak, style, retrieval=False)
                for name, speak in voices_by_name.items()
            ]
            table.append(_renderer(held))
        tables = [render_table(table)]
        print(tables[0])
        if arguments.sheet:
            answers = [[one.answer for one in result.scores] for result in results.values()]
            write_sheet(arguments.sheet, held, answers[0], answers[1], recipe.training.seed)
    probes = memorisation_prompts(
        world_names("train", int(data.manifest["worlds"][0])),
        int(data.manifest["seed"]),
        style,
        arguments.probe,
    )
    prompts = [one.prompt for one in probes]
    told = {name: speak(prompts) if prompts else [] for name, speak in voices_by_name.items()}
    leaked = memorised(probes, told["基底＋LoRA"])
    tables.append(memorisation_table(probes, told))
    print(f"\n{tables[1]}")
    for one in leaked[:10]:
        print(f"  {one}")
    base, adapter = results.values()
    _write(arguments, base, adapter, leaked, table)
    if arguments.record:
        _record(arguments, title, tables)
    return 0


def _record(arguments: argparse.Namespace, title: str, tables: list[str]) -> None:
    from finetune.evaluate import run_facts, write_results  # noqa: PLC0415

    command = shlex.join(["python", "-m", "finetune", *sys.argv[1:]])
    facts = run_facts(arguments.run_folder, arguments.base)
    write_results(arguments.record, title, command, facts, tables)
    print(f"寫進 {arguments.record}")


def _ask(
    name: str, held: Sequence[HeldOut], speak: Speak, style: Any, *, retrieval: bool = True
) -> Evaluation:
    from finetune.evaluate import evaluate_answers  # noqa: PLC0415

    started = time.monotonic()
    answers = speak([one.prompt(style, retrieval=retrieval) for one in held])
    return evaluate_answers(name, held, answers, time.monotonic() - started)


def _renderer(held: Sequence[HeldOut]) -> Evaluation:
    """What code says without any model; it writes no query JSON."""
    from bot.prompts import body_of  # noqa: PLC0415
    from finetune.evaluate import evaluate_answers  # noqa: PLC0415

    spoken = [one for one in held if one.example.task != "query"]
    answers = [body_of(one.filled.spoken.draft.text) for one in spoken]
    return evaluate_answers("程式排的答案", spoken, answers)


def _write(
    arguments: argparse.Namespace,
    base: Evaluation,
    adapter: Evaluation,
    leaked: Sequence[str],
    table: Sequence[Evaluation],
) -> None:
    path = arguments.json or arguments.run_folder / "evaluation.json"
    told = {
        "split": arguments.split,
        "examples": len(adapter.scores),
        "base": base.means,
        "adapter": adapter.means,
        "memorised": list(leaked),
        "voices": [one.as_json() for one in table],
    }
    path.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
