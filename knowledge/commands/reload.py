"""``python -m knowledge reload PATH…``: files into a new version, all or nothing."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge import knowledge_base as base
from knowledge.commands.words import print_diff, print_problems, progress

if TYPE_CHECKING:
    import argparse


def add_to(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar="PATH",
        help="公告、岩場或岩館的檔案或資料夾：JSON、CSV、XLSX、YAML、Markdown",
    )
    parser.add_argument("--source", default="", metavar="NAME", help="這些資料的來源名稱")
    parser.add_argument(
        "--replace", action="store_true", help="來源裡原有、但這次檔案沒有的資料會移除"
    )
    parser.add_argument(
        "--accept-good-rows", action="store_true", help="略過有問題的列，載入其餘的"
    )
    parser.add_argument("--dry-run", action="store_true", help="只看會有什麼變動")
    parser.add_argument("--yes", action="store_true", help="不再確認")


def run(arguments: argparse.Namespace) -> int:
    """0 when the change is made or there is nothing to change, 1 when nothing was changed."""
    request = base.Request(
        paths=tuple(arguments.paths),
        source=arguments.source.strip(),
        replace=arguments.replace,
        accept_good_rows=arguments.accept_good_rows,
    )
    planned = base.plan_reload(arguments.data_dir, request)
    if planned.refused:
        print_problems("有問題，什麼都沒有變動", planned.problems)
        print_problems("需要留意的地方", planned.remarks)
        if not planned.parent:
            print("資料夾裡還沒有岩館和岩場，請先匯入，公告才找得到對象。")
        print("修好後再試一次；要略過有問題的列、載入其餘的，請加 --accept-good-rows。")
        return 1
    print_problems("略過或修正的地方", planned.problems)
    print_problems("需要留意的地方", planned.remarks)
    if not planned.files:
        print("沒有讀到任何檔案，什麼都沒有變動。")
        return 1
    if planned.contents is None:
        print(f"沒有變動，仍是第 {planned.parent} 版。" if planned.parent else "沒有資料可以載入。")
        return 0
    print_diff(planned.diff)
    if arguments.dry_run:
        print("以上只是預覽，什麼都沒有變動。")
        return 0
    if not (arguments.yes or confirmed("要載入嗎？")):
        print("取消了，什麼都沒有變動。")
        return 1
    prepare = base.index_builder(progress)
    report = base.commit(arguments.data_dir, planned, base.terminal_user(), prepare=prepare)
    print(f"完成，現在是第 {report.version} 版。")
    return 0


def confirmed(question: str) -> bool:
    """Whether the person at the terminal agrees; yes when nobody sits there."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return True
    try:
        return input(f"{question}[y/N] ").strip().lower() in ("y", "yes", "要", "好", "是")
    except EOFError:
        return False
