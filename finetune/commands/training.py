"""``train``, with ``--dry-run`` for a base whose weights are not here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from finetune.commands.folders import base_folder

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from finetune.commands.subparsers import Subparsers
    from finetune.evaluate import HeldOut
    from finetune.train.backends import Loaded


def add_train(commands: Subparsers) -> None:
    """Add the command."""
    parser = commands.add_parser("train", help="用配方訓練一個 LoRA")
    parser.add_argument("--recipe", default="qwen3-4b-instruct", help="配方的名字或 YAML 檔")
    parser.add_argument("--data", type=Path, default=Path("data") / "var" / "train")
    parser.add_argument("--base", type=base_folder, help="基底模型的資料夾")
    parser.add_argument("--out", type=Path, help="這次訓練的資料夾")
    parser.add_argument("--backend", choices=("unsloth", "trl"), default="unsloth")
    parser.add_argument("--resume", action="store_true", help="從上次的進度接著跑")
    parser.add_argument("--dry-run", action="store_true", help="只檢查配方，不用權重")
    parser.set_defaults(run=_train)


def _train(arguments: argparse.Namespace) -> int:
    from finetune.config import load_recipe  # noqa: PLC0415
    from finetune.errors import RunError  # noqa: PLC0415

    recipe = load_recipe(arguments.recipe)
    if arguments.dry_run:
        from finetune.train.dry_run import dry_run  # noqa: PLC0415

        report = dry_run(recipe, arguments.data if arguments.data.exists() else None)
        print(report.text)
        return 0 if report.ok else 1
    if arguments.base is None or arguments.out is None:
        raise RunError("no base or out", "要用 --base 說基底在哪，用 --out 說寫到哪。")
    from finetune.train.environment import prepare_environment  # noqa: PLC0415

    prepare_environment(arguments.out, offline=True)
    if arguments.backend == "unsloth":
        _import_unsloth_first()
    from finetune.dataset import read_data  # noqa: PLC0415
    from finetune.evaluate import load_held_out  # noqa: PLC0415
    from finetune.train.run import TrainPlan, train  # noqa: PLC0415

    plan = TrainPlan(
        recipe, arguments.data, arguments.base, arguments.out, arguments.backend, arguments.resume
    )
    data = read_data(arguments.data)
    with load_held_out(data, "validation", recipe.training.evaluate_on) as held:
        manifest = train(plan, measure_on(held, recipe.max_new_tokens), _say)
    print(f"最好的在第 {manifest['best']['step']} 步，信號 {manifest['best']['signal']:.3f}")
    print(f"寫到 {arguments.out}")
    return 0


def measure_on(
    held: Sequence[HeldOut], max_new_tokens: int
) -> Callable[[Loaded], dict[str, float]]:
    """The stop signal's scores of the model as it is, on these prompts."""

    def measure(loaded: Loaded) -> dict[str, float]:
        from bot.model.local import generate_texts  # noqa: PLC0415
        from finetune.evaluate import evaluate_answers  # noqa: PLC0415

        answers = generate_texts(
            loaded.model,
            loaded.tokenizer,
            [one.example.messages for one in held],
            max_tokens=max_new_tokens,
        )
        means = evaluate_answers("", held, answers).means
        return {name: means[name] for name in ("format", "grounding", "terms") if name in means}

    return measure


def _import_unsloth_first() -> None:
    """Unsloth patches Transformers, TRL and PEFT, so nothing may import them before it."""
    from importlib.util import find_spec  # noqa: PLC0415

    from finetune.errors import MissingStackError  # noqa: PLC0415

    if find_spec("unsloth") is None:
        raise MissingStackError("unsloth")
    import unsloth  # noqa: F401, PLC0415


def _say(text: str) -> None:
    print(text, flush=True)
