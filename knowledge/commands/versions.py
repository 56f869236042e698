"""``python -m knowledge history | rollback | diff``: the versions, and going back to one."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from knowledge import knowledge_base as base
from knowledge.commands.reload import confirmed
from knowledge.commands.words import ACTION_WORDS, clock, counted, print_diff, progress
from knowledge.usage import whole

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from knowledge.snapshots import Entry


def add_to(command: Callable[..., argparse.ArgumentParser]) -> None:
    """The commands with their arguments; ``command`` adds one."""
    past = command("history", "每一版的時間、來源和變動", show_history)
    past.add_argument("-n", type=whole(1), default=20, metavar="N", help="最多幾版，預設 20")
    past.add_argument("--json", action="store_true", help="輸出 JSON")
    back = command("rollback", "回到以前的一版", roll_back)
    back.add_argument("version", type=whole(0), metavar="VERSION", help="要回到的版本")
    back.add_argument("--yes", action="store_true", help="不再確認")
    between = command("diff", "兩個版本的差別", show_diff)
    between.add_argument("before", type=whole(0), metavar="A", help="較早的版本")
    between.add_argument("after", type=whole(0), metavar="B", help="較晚的版本")
    between.add_argument("--json", action="store_true", help="輸出 JSON")


def show_history(arguments: argparse.Namespace) -> int:
    """List the versions, newest first."""
    entries = base.history(arguments.data_dir)
    kept = base.kept(arguments.data_dir)
    if arguments.json:
        rows = [{**asdict(it), "kept": it.number in kept} for it in entries[: arguments.n]]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return 0
    for place, entry in enumerate(entries[: max(arguments.n, 1)]):
        print(_line(entry, is_current=place == 0, is_kept=entry.number in kept))
    if len(entries) > arguments.n:
        print(f"……更早還有 {len(entries) - arguments.n} 版")
    return 0


def roll_back(arguments: argparse.Namespace) -> int:
    """Make a new version that equals an earlier one."""
    number = arguments.version
    if not (arguments.yes or confirmed(f"要回到第 {number} 版嗎？")):
        print("取消了，什麼都沒有變動。")
        return 1
    prepare = base.index_builder(progress)
    made = base.rollback(arguments.data_dir, number, base.terminal_user(), prepare=prepare)
    if made is None:
        print(f"目前的內容就和第 {number} 版一樣，沒有變動。")
    else:
        print(f"回到第 {number} 版的內容了，現在是第 {made.number} 版。")
    return 0


def show_diff(arguments: argparse.Namespace) -> int:
    """List what differs between two versions; from the history when their files are gone."""
    diff = base.diff_versions(arguments.data_dir, arguments.before, arguments.after)
    if arguments.json:
        print(json.dumps(diff.kept(), ensure_ascii=False, indent=1))
        return 0
    print_diff(diff)
    if not diff:
        print("兩個版本的內容一樣。", file=sys.stderr)
    return 0


def _line(entry: Entry, *, is_current: bool, is_kept: bool) -> str:
    state = "（目前）" if is_current else "" if is_kept else "（檔案已清除，無法回復）"
    source = f"第 {entry.source} 版" if entry.action == "rollback" else entry.source
    told = (
        clock(entry.at),
        ACTION_WORDS.get(entry.action, entry.action),
        source,
        f"伺服器 {entry.scope}" if entry.scope else "",
        counted(entry.diff.get("counts", {})),
        entry.who,
        entry.content[:12],
    )
    return f"第 {entry.number} 版{state}　{'　'.join(filter(None, told))}"
