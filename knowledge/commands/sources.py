"""``python -m knowledge sources | forget | template``: where data come from, and forms to fill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge import knowledge_base as base
from knowledge.commands.reload import confirmed
from knowledge.commands.words import print_diff, print_problems
from knowledge.importers.notices import TEMPLATES, template

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable


def add_to(command: Callable[..., argparse.ArgumentParser]) -> None:
    """The commands with their arguments; ``command`` adds one."""
    command("sources", "資料的來源、授權和筆數", show_sources)
    forget = command("forget", "移除一個來源的所有資料，並確認沒有殘留", forget_source)
    forget.add_argument("source", metavar="NAME", help="來源的編號或名稱（見 sources）")
    forget.add_argument("--yes", action="store_true", help="不再確認")
    forget.add_argument("--purge", action="store_true", help="連以前版本的檔案也刪除，之後無法回復")
    form = command("template", "印出可以填寫的公告範本", show_template)
    form.add_argument("form", nargs="?", default="csv", choices=sorted(TEMPLATES), help="預設 csv")


def show_sources(arguments: argparse.Namespace) -> int:
    """List the sources."""
    with base.KnowledgeBase.open(arguments.data_dir) as held:
        for it in base.holdings(held):
            source = it.source
            told = (
                source.title,
                source.licence,
                source.attribution or source.maintainer,
                source.url,
                f"更新 {source.updated_on}" if source.updated_on else "",
                f"資料 {it.records} 筆、公告 {it.notices} 則",
            )
            print(f"{source.id}　{'　'.join(filter(None, told))}")
    return 0


def forget_source(arguments: argparse.Namespace) -> int:
    """Remove a source, then look for traces; 1 when one is left."""
    planned = base.plan_forgetting(arguments.data_dir, arguments.source)
    print_diff(planned.diff)
    print_problems("需要留意的地方", planned.remarks)
    if not (arguments.yes or confirmed(f"要移除來源「{planned.source}」嗎？")):
        print("取消了，什麼都沒有變動。")
        return 1
    report = base.forget_source(arguments.data_dir, arguments.source, base.terminal_user())
    with base.KnowledgeBase.open(arguments.data_dir) as held:
        traces = base.traces_of(held, planned.source)
    for trace in traces:
        print(f"還有殘留：{trace}")
    print(f"完成，現在是第 {report.version} 版；" + ("有殘留。" if traces else "沒有殘留。"))
    if arguments.purge:
        gone = base.purge(arguments.data_dir, base.terminal_user())
        print(f"以前的 {len(gone)} 個版本也刪除了。")
    else:
        print("以前的版本還留著它，加 --purge 會一起刪除。")
    return 1 if traces else 0


def show_template(arguments: argparse.Namespace) -> int:
    """Print a form to fill in."""
    print(template(arguments.form), end="")
    return 0
