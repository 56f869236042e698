"""``nano``: make the test instrument."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from finetune.commands.subparsers import Subparsers


def add_nano(commands: Subparsers) -> None:
    """Add the command."""
    parser = commands.add_parser("nano", help="從零做測試用的小基底模型（儀器，不是能用的模型）")
    parser.add_argument("--profile", choices=("smoke", "quick", "long"), default="quick")
    parser.add_argument("--data-dir", type=Path, default=Path("data") / "var")
    parser.set_defaults(run=_nano)


def _nano(arguments: argparse.Namespace) -> int:
    from finetune.nano.profile import PROFILES  # noqa: PLC0415
    from finetune.nano.recipe import make_nano, nano_folder  # noqa: PLC0415
    from finetune.train.environment import prepare_environment  # noqa: PLC0415

    prepare_environment(arguments.data_dir, offline=True)
    profile = PROFILES[arguments.profile]
    folder = make_nano(nano_folder(arguments.data_dir, profile), profile, print)
    print(folder)
    return 0
