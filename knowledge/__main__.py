"""``python -m knowledge COMMAND``: the knowledge's doors in a terminal."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

from knowledge import knowledge_base as base
from knowledge import snapshots
from knowledge.commands import reload as reload_command
from knowledge.commands import sources as sources_command
from knowledge.commands import versions as versions_command
from knowledge.commands import watch as watch_command
from knowledge.commands.words import KIND_WORDS, print_problems, progress
from knowledge.errors import KnowledgeError
from knowledge.filters import RouteFilter
from knowledge.pacing import step_back
from knowledge.schema import FLAG_NAMES
from knowledge.text import has_han
from knowledge.usage import Parser, whole

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence


DATA_DIR = Path("data") / "var"
"""Where the versions live unless ``--data-dir`` or ``YANYOU_DATA_DIR`` says otherwise."""
TYPE_WORDS = {
    "sport": "運攀",
    "trad": "傳攀",
    "toprope": "上方架繩",
    "boulder": "抱石",
    "mixed": "混合",
    "": "型態未記載",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; 0 when all went well, 1 when something was wrong, 2 for a wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(
                errors="replace"
            )  # a terminal that cannot write a character still gets the rest
    arguments = _parser().parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except KnowledgeError as error:
        print(error.reply, file=sys.stderr)
    except BrokenPipeError:
        # the reader went away; nothing is left to say
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        print(
            f"「{error.filename or arguments.data_dir}」無法讀寫：{error.strerror}", file=sys.stderr
        )
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="python -m knowledge", description="岩友的資料：匯入、更新、檢查、統計、搜尋、版本。"
    )
    commands = parser.add_subparsers(required=True, metavar="指令")
    bring = _command(commands, "import", "匯入檔案或資料夾", _import)
    bring.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar="PATH",
        help="岩場、岩館或公告：JSON、CSV、XLSX、YAML、Markdown、OpenBeta Parquet",
    )
    _command(commands, "check", "檢查目前的資料、知識卡和用語表", _check)
    figures = _command(commands, "stats", "資料的統計", _stats)
    figures.add_argument("--json", action="store_true", help="輸出 JSON")
    reload_command.add_to(_command(commands, "reload", "更新資料和公告", reload_command.run))
    versions_command.add_to(partial(_command, commands))
    sources_command.add_to(partial(_command, commands))
    watch_command.add_to(_command(commands, "watch", "自動載入資料夾裡的新檔案", watch_command.run))
    find = _command(commands, "search", "全文搜尋", _search)
    find.add_argument("query", metavar="QUERY", help="要找的字句")
    find.add_argument("-k", type=whole(1), default=10, metavar="N", help="最多幾筆，預設 10")
    find.add_argument("--json", action="store_true", help="輸出 JSON")
    return parser


def _command(commands: Any, name: str, words: str, run: Any) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words)
    default = Path(os.environ.get("YANYOU_DATA_DIR") or DATA_DIR)
    parser.add_argument(
        "--data-dir", type=Path, default=default, metavar="DIR", help=f"資料夾，預設 {default}"
    )
    parser.set_defaults(run=run)
    return parser


def _import(arguments: argparse.Namespace) -> int:
    # once somebody searches here, no answer shall wait for the index; a first import stays quick
    prepare = base.index_builder(progress) if snapshots.has_index(arguments.data_dir) else None
    report = base.import_files(arguments.data_dir, arguments.paths, prepare=prepare)
    if not report.read:
        print("沒有匯入任何資料。")
    elif report.unchanged:
        print(f"沒有變動，仍是第 {report.version} 版。")
    else:
        print(f"匯入完成，現在是第 {report.version} 版。")
    if report.read:
        for kind, changes in report.changes.items():
            print(f"  {KIND_WORDS[kind]} {report.counts[kind]}{_changed(changes)}")
    print_problems("需要留意的地方", report.problems)
    print_problems("讀不了的檔案", report.unreadable)
    return 0 if report.read and not report.unreadable else 1


def _changed(changes: base.Changes) -> str:
    words = {"新增": changes.added, "更動": changes.changed, "移除": changes.removed}
    said = "、".join(f"{word} {count}" for word, count in words.items() if count)
    return f"（{said}）" if said else ""


def _check(arguments: argparse.Namespace) -> int:
    problems = base.check(arguments.data_dir)
    print_problems("有問題的地方", problems)
    if not problems:
        number = snapshots.current(arguments.data_dir).number
        print(f"第 {number} 版沒有問題，知識卡和用語表也是。")
    return 1 if problems else 0


def _stats(arguments: argparse.Namespace) -> int:
    held = base.KnowledgeBase.open(arguments.data_dir)
    figures = _figures(held)
    if arguments.json:
        print(json.dumps(figures, ensure_ascii=False, indent=1))
        return 0
    demo = "，虛構的示範資料" if held.is_demo else ""
    print(f"第 {held.version} 版（{held.snapshot.created_at}）{demo}")
    print("　".join(f"{KIND_WORDS[kind]} {count}" for kind, count in figures["counts"].items()))
    for crag in figures["crags"]:
        types = "、".join(f"{TYPE_WORDS[kind]} {count}" for kind, count in crag["types"].items())
        bounds = f"{crag['easiest']} 到 {crag['hardest']}"
        print(f"{crag['name']}：{crag['routes']} 條，{bounds}；{types}；更新 {crag['updated_on']}")
    flags = "、".join(f"{FLAG_NAMES[kind][0]} {n}" for kind, n in figures["flags"].items())
    print(f"有警示的路線：{flags or '沒有'}")
    print("缺漏：" + "、".join(f"{field} {count}" for field, count in figures["missing"].items()))
    for source in figures["sources"]:
        print(f"來源：{source['title']}（{source['licence']}，更新 {source['updated_on']}）")
    return 0


def _figures(held: base.KnowledgeBase) -> dict[str, Any]:
    catalogue = held.catalogue
    routes = catalogue.all_routes()
    warned = Counter(kind for route in routes for kind in {flag.kind for flag in route.flags})
    return {
        "version": held.version,
        "created_at": held.snapshot.created_at,
        "demo": held.is_demo,
        "counts": dict(held.snapshot.counts),
        "crags": [_crag_figures(held, crag.id) for crag in catalogue.crags()],
        "grades": {bucket.label: bucket.count for bucket in catalogue.grade_distribution()},
        "flags": dict(warned.most_common()),
        "missing": {
            "難度": sum(not route.grade.known for route in routes),
            "長度": sum(route.length_m is None for route in routes),
            "bolt 數": sum(route.bolts is None for route in routes),
            "首攀": sum(not route.first_ascent for route in routes),
        },
        "sources": [
            {
                "id": it.id,
                "title": it.title,
                "licence": it.licence,
                "updated_on": _day(it.updated_on),
            }
            for it in held.sources
        ],
    }


def _crag_figures(held: base.KnowledgeBase, crag_id: str) -> dict[str, Any]:
    catalogue = held.catalogue
    crag, only = catalogue.crag(crag_id), RouteFilter(crag_ids=(crag_id,))
    bounds = catalogue.bounds(only)
    return {
        "id": crag_id,
        "name": crag.name if crag else crag_id,
        "routes": catalogue.count(only),
        "types": {bucket.label: bucket.count for bucket in catalogue.type_distribution(only)},
        "easiest": bounds.easiest.raw if bounds else "未記載",
        "hardest": bounds.hardest.raw if bounds else "未記載",
        "updated_on": _day(crag.updated_on if crag else None),
    }


def _search(arguments: argparse.Namespace) -> int:
    held = base.KnowledgeBase.open(arguments.data_dir)
    chinese = has_han(arguments.query)
    foreign = {card.id for card in held.cards if (card.language == "zh") != chinese}
    # as many more as there may be in the other language: a glossary has each term twice
    found = held.retriever.search(arguments.query, k=2 * arguments.k)
    hits = [hit for hit in found if hit.id not in foreign][: arguments.k]
    if arguments.json:
        rows = [
            {"kind": hit.kind, "id": hit.id, "score": round(hit.score, 4), "text": hit.text}
            for hit in hits
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for hit in hits:
            print(f"{hit.kind} {hit.id}　{' '.join(hit.text.split())[:80]}")
    if not hits:
        print("找不到相關的資料。", file=sys.stderr)
    return 0


def _day(day: object) -> str:
    return str(day) if day else "未記載"


if __name__ == "__main__":
    step_back()
    sys.exit(main())
