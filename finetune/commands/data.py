"""``data build | validate | preview | stats``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from finetune.commands.folders import tokenizer_folder
from finetune.exemplars import TASKS

if TYPE_CHECKING:
    import argparse

    from finetune.commands.subparsers import Subparsers

DEFAULT_EXEMPLARS = Path(__file__).resolve().parents[2] / "data" / "train"
DEFAULT_OUT = Path("data") / "var" / "train"


def add_data(commands: Subparsers) -> None:
    """Add the ``data`` commands."""
    parser = commands.add_parser("data", help="訓練資料：建立、檢查、預覽、統計")
    actions = parser.add_subparsers(required=True, metavar="動作")
    build = actions.add_parser("build", help="把例句填上編出來的資料")
    build.add_argument("--exemplars", type=Path, default=DEFAULT_EXEMPLARS, help="例句的資料夾")
    build.add_argument("--out", type=Path, default=DEFAULT_OUT, help=f"預設 {DEFAULT_OUT}")
    build.add_argument("--seed", type=int, default=3407)
    build.add_argument("--style", choices=("full", "compact"), default="full", help="提示的大小")
    build.add_argument("--per-exemplar", type=int, default=10, metavar="N", help="每則例句幾個例子")
    build.add_argument("--worlds", type=int, nargs=3, default=(16, 3, 3), metavar="N")
    build.add_argument("--tasks", nargs="*", choices=TASKS, default=(), help="只建這些題目")
    build.add_argument("--max-routes", type=int, default=3, choices=(1, 2, 3), help="推薦最多幾條")
    build.add_argument("--recipe", help="照這個配方的 data 建，其他選項不算")
    build.add_argument("--keep-going", action="store_true", help="有問題的例句跳過，其他照建")
    build.set_defaults(run=_build)
    validate = actions.add_parser("validate", help="列出每個問題的檔案和行號")
    validate.add_argument("--exemplars", type=Path, default=DEFAULT_EXEMPLARS, help="例句的資料夾")
    validate.add_argument("--data", type=Path, help="建好的資料夾；給了就只檢查它")
    validate.set_defaults(run=_validate)
    for name, run, words in (
        ("preview", _preview, "看解碼後的例子，標出算進 loss 的部分"),
        ("stats", _stats, "token 數的 p50、p95、最大值，和被截斷的比例"),
    ):
        action = actions.add_parser(name, help=words)
        action.add_argument("--data", type=Path, default=DEFAULT_OUT, help="建好的資料夾")
        action.add_argument(
            "--base", type=tokenizer_folder, help="基底的資料夾（用它的 tokenizer）"
        )
        action.add_argument("--max-length", type=int, default=2048, help="token 上限")
        action.add_argument("-n", type=int, default=3, help="幾個例子")
        action.set_defaults(run=run)


def _build(arguments: argparse.Namespace) -> int:
    from bot.prompts import STYLES  # noqa: PLC0415
    from finetune.config import load_recipe  # noqa: PLC0415
    from finetune.dataset import (  # noqa: PLC0415
        UNFILLED,
        BuildPlan,
        build,
        recipe_plan,
        write_data,
    )
    from finetune.errors import DataError  # noqa: PLC0415
    from finetune.exemplars import load_exemplars  # noqa: PLC0415

    exemplars, problems = load_exemplars(arguments.exemplars)
    plan = BuildPlan(
        seed=arguments.seed,
        style=STYLES[arguments.style],
        worlds=tuple(arguments.worlds),
        per_exemplar=arguments.per_exemplar,
        tasks=tuple(arguments.tasks),
        max_routes=arguments.max_routes,
    )
    if arguments.recipe:
        plan = recipe_plan(load_recipe(arguments.recipe))
    built = build(exemplars, plan, _progress)
    problems = (*problems, *built.problems)
    wrong = tuple(one for one in problems if UNFILLED not in one)
    if wrong and not arguments.keep_going:
        raise DataError(wrong)
    if not built.counts.total():
        raise DataError((*problems, "一個例子都建不出來，沒有寫檔。"))
    digest = write_data(arguments.out, built, plan)
    counts = "、".join(f"{split} {count}" for split, count in built.counts.items())
    print(f"{len(exemplars)} 則例句 → {counts}；{arguments.out}（sha256 {digest[:12]}）")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 0


def _progress(split: str, done: int, total: int) -> None:
    if done == total or done % 50 == 0:
        print(f"{split}：{done}/{total}", file=sys.stderr)


def _validate(arguments: argparse.Namespace) -> int:
    from finetune.dataset import validate_data, validate_exemplars  # noqa: PLC0415

    if arguments.data is not None:
        problems = validate_data(arguments.data)
    else:
        problems = validate_exemplars(arguments.exemplars)
    for problem in problems:
        print(problem)
    print(f"{len(problems)} 個問題" if problems else "沒有問題")
    return 1 if problems else 0


def _preview(arguments: argparse.Namespace) -> int:
    from finetune.dataset import read_data  # noqa: PLC0415
    from finetune.dataset.looking import load_tokenizer, preview  # noqa: PLC0415

    rows = read_data(arguments.data).rows["train"][: arguments.n]
    tokenizer = load_tokenizer(arguments.base) if arguments.base else None
    print("\n\n".join(preview(row, tokenizer) for row in rows))
    return 0


def _stats(arguments: argparse.Namespace) -> int:
    from finetune.dataset import read_data  # noqa: PLC0415
    from finetune.dataset.looking import load_tokenizer, statistics  # noqa: PLC0415

    data = read_data(arguments.data)
    tokenizer = load_tokenizer(arguments.base) if arguments.base else None
    print(statistics(data, tokenizer, arguments.max_length))
    return 0
