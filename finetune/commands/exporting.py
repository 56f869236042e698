"""``export merged | gguf | servers``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from finetune.commands.folders import base_folder

if TYPE_CHECKING:
    import argparse

    from finetune.commands.subparsers import Subparsers


def add_export(commands: Subparsers) -> None:
    """Add the command."""
    parser = commands.add_parser("export", help="把一個版本換成別的樣子")
    parser.add_argument("kind", choices=("merged", "gguf", "servers"))
    parser.add_argument("name", help="climb-YYYY.MM.N")
    parser.add_argument("--base", type=base_folder, required=True, help="基底模型的資料夾")
    parser.add_argument("--out", type=Path, help="寫到哪個新資料夾")
    parser.add_argument("--llama-cpp", type=Path, help="llama.cpp 的原始碼資料夾（gguf 用）")
    parser.add_argument("--data-dir", type=Path, default=Path("data") / "var")
    parser.set_defaults(run=_export)


def _export(arguments: argparse.Namespace) -> int:
    from bot.model.adapters import AdapterStore, base_identity  # noqa: PLC0415
    from finetune import export  # noqa: PLC0415
    from finetune.errors import RunError  # noqa: PLC0415

    if arguments.kind == "servers":
        store = AdapterStore(arguments.data_dir)
        info = store.checked(arguments.name, base_identity(arguments.base))
        print(export.server_settings(info, str(arguments.base)))
        return 0
    if arguments.out is None:
        raise RunError("no out", "要用 --out 說寫到哪。")
    given = (arguments.data_dir, arguments.name, arguments.base, arguments.out)
    if arguments.kind == "merged":
        print(export.export_merged(*given))
        return 0
    if arguments.llama_cpp is None:
        raise RunError("no llama.cpp", "要用 --llama-cpp 說 llama.cpp 的原始碼在哪。")
    for path in export.export_gguf(*given, arguments.llama_cpp):
        print(path)
    return 0
