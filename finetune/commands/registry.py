"""``register | promote | rollback | list | compare``."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import argparse

    from finetune.commands.subparsers import Subparsers


def add_registry(commands: Subparsers) -> None:
    """Add the commands."""
    register = commands.add_parser("register", help="訓練好、過門檻的，登錄成一個版本")
    register.add_argument("run_folder", type=Path, metavar="RUN", help="train 的 --out")
    register.add_argument("--evaluation", type=Path, help="evaluate 的 --json，預設 RUN 裡的")
    register.add_argument("--today", type=date.fromisoformat, help="版本的日期，預設今天")
    register.set_defaults(run=_register)
    promote = commands.add_parser("promote", help="讓一個版本上線")
    promote.add_argument("name", help="climb-YYYY.MM.N")
    promote.set_defaults(run=_promote)
    rollback = commands.add_parser("rollback", help="退回上一個版本")
    rollback.set_defaults(run=_rollback)
    listing = commands.add_parser("list", help="所有版本")
    listing.add_argument("--json", action="store_true")
    listing.set_defaults(run=_list)
    compare = commands.add_parser("compare", help="兩個版本的指標")
    compare.add_argument("first")
    compare.add_argument("second")
    compare.set_defaults(run=_compare)
    for parser in (register, promote, rollback, listing, compare):
        parser.add_argument("--data-dir", type=Path, default=Path("data") / "var")


def _register(arguments: argparse.Namespace) -> int:
    from finetune.config import load_recipe  # noqa: PLC0415
    from finetune.errors import RegistryError  # noqa: PLC0415
    from finetune.registry import Measured, register  # noqa: PLC0415

    run = arguments.run_folder
    path = arguments.evaluation or run / "evaluation.json"
    if not path.is_file():
        raise RegistryError("not evaluated", f"先評測再登錄：沒有 {path}。")
    told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    measured = Measured(
        adapter=told["adapter"],
        base=told["base"],
        memorised=len(told.get("memorised", ())),
        examples=int(told["examples"]),
    )
    recipe = load_recipe(str(run / "recipe.yaml"))
    name = register(arguments.data_dir, run, recipe, measured, arguments.today or _today())
    print(name)
    return 0


def _promote(arguments: argparse.Namespace) -> int:
    from finetune.registry import promote  # noqa: PLC0415

    before = promote(arguments.data_dir, arguments.name)
    print(f"{before or '（只有基底）'} → {arguments.name}")
    return 0


def _rollback(arguments: argparse.Namespace) -> int:
    from finetune.registry import rollback  # noqa: PLC0415

    print(f"退回 {rollback(arguments.data_dir) or '只有基底'}")
    return 0


def _list(arguments: argparse.Namespace) -> int:
    from finetune.registry import list_versions  # noqa: PLC0415

    versions = list_versions(arguments.data_dir)
    if arguments.json:
        rows = [
            {
                "name": one.name,
                "created": one.created,
                "base": one.base,
                "current": one.current,
                "metrics": one.metrics,
            }
            for one in versions
        ]
        print(json.dumps(rows, ensure_ascii=False))
        return 0
    for one in versions:
        mark = "→" if one.current else " "
        scores = one.metrics.get("adapter", {})
        said = "、".join(f"{name} {value:.0%}" for name, value in scores.items())
        print(f"{mark} {one.name}  {one.created[:10]}  {one.base}  {said}")
    if not versions:
        print("還沒有版本")
    return 0


def _compare(arguments: argparse.Namespace) -> int:
    from finetune.registry import compare_versions  # noqa: PLC0415

    print(compare_versions(arguments.data_dir, arguments.first, arguments.second))
    return 0


def _today() -> date:
    from bot.chat import taipei_now  # noqa: PLC0415

    return taipei_now().date()
