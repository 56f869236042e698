"""``python -m bot log …``: a member's log from a shell, beside a running bot or without one.

What people read goes to standard output, an export too; bars, questions and refusals go to
standard error. Nothing is asked where nobody types.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from bot.config import DEFAULT_DATA_DIR

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.config import Config
    from bot.logbook import ClimbingLog, Logbook, RemoteLogbook
    from bot.logbook.importers.logfile import Track
    from bot.logbook.linking import Linker

DONE, REFUSED = 0, 1
T = TypeVar("T")

_MAX_OWNER = 200
_CHARTS = ("pyramid", "volume", "progress")
_FORMATS = ("json", "csv", "mountain-project", "thecrag")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The subcommands and their flags."""
    commands = parser.add_subparsers(required=True, metavar="動作")

    def command(name: str, help_: str, run: object) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=help_)
        added.add_argument("--user", required=True, type=_owner, metavar="ID", help="成員的 ID")
        added.add_argument(
            "--data-dir", type=Path, metavar="DIR", help=f"資料夾，預設 {DEFAULT_DATA_DIR}"
        )
        added.set_defaults(run=run)
        return added

    importing = command("import", "匯入其他網站或自己的紀錄檔", _import)
    importing.add_argument("file", type=Path, metavar="FILE", help="匯出來的 CSV 或 JSON")
    importing.add_argument("--yes", action="store_true", help="不先問")
    exporting = command("export", "匯出全部紀錄", _export)
    exporting.add_argument("--format", choices=_FORMATS, default="json", help="預設 json")
    exporting.add_argument("--out", type=Path, metavar="FILE", help="寫到這個檔，預設印出來")
    erasing = command("erase", "刪除這位成員的一切", _erase)
    erasing.add_argument("--yes", action="store_true", help="不先問")
    command("batches", "列出匯入過的每一批", _batches)
    reverting = command("revert", "收回一整批匯入", _revert)
    reverting.add_argument("batch", metavar="BATCH", help="batches 列出的編號")
    command("about", "這裡存了這位成員的什麼", _about)
    drawing = command("chart", "把紀錄畫成圖", _chart)
    drawing.add_argument("--kind", choices=_CHARTS, default="pyramid", help="預設 pyramid")
    drawing.add_argument("--out", type=Path, required=True, metavar="FILE.png", help="圖檔")
    restoring = commands.add_parser("restore", help="紀錄檔壞掉時，還原到最近的完好狀態")
    restoring.add_argument(
        "--data-dir", type=Path, metavar="DIR", help=f"資料夾，預設 {DEFAULT_DATA_DIR}"
    )
    restoring.set_defaults(run=_restore)


def _owner(text: str) -> str:
    if not text.strip() or len(text) > _MAX_OWNER or not text.isprintable():
        raise argparse.ArgumentTypeError("要是成員的 ID")
    return text


def _import(arguments: argparse.Namespace, config: Config) -> int:
    from bot.logbook import reports  # noqa: PLC0415
    from bot.logbook.import_plan import plan_import  # noqa: PLC0415
    from bot.logbook.importers import read_log_file  # noqa: PLC0415

    read = read_log_file(arguments.file, _bar("讀檔"))
    linker = _linker(arguments, config)
    with _connected(arguments, config) as log:
        held = log.ascents(arguments.user)
    plan = plan_import(read, held, linker, _bar("比對"))
    if plan.refused:
        _tell(plan.preview(shown=None))
        _tell("沒有一筆能匯入，什麼都沒改。")
        return REFUSED
    _say(plan.preview(shown=None))
    # while somebody thinks it over, the log is free for the bot
    if plan.new and not _agreed(arguments, "要匯入嗎？"):
        return REFUSED
    with _connected(arguments, config) as log:
        report = log.import_batch(arguments.user, plan.source, plan.new)
    _say(reports.imported(report, plan))
    return DONE


def _export(arguments: argparse.Namespace, config: Config) -> int:
    from bot.logbook.exporters import LOOK_ALIKES, as_file, export  # noqa: PLC0415

    with _connected(arguments, config) as log:
        ascents = log.ascents(arguments.user)
    text = export(ascents, arguments.format)
    if arguments.format in LOOK_ALIKES:
        _tell("這種格式裝不下全部欄位，也沒有網站保證能匯回去；完整備份請用 json 或 csv。")
    if arguments.out is None:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
        return DONE
    done = f"已把 {len(ascents)} 筆寫到「{arguments.out}」。"
    return _written(arguments.out, as_file(text, arguments.format), done)


def _chart(arguments: argparse.Namespace, config: Config) -> int:
    from bot.logbook.charts import draw  # noqa: PLC0415

    with _connected(arguments, config) as log:
        ascents = log.ascents(arguments.user)
    picture = draw(arguments.kind, ascents)
    return _written(arguments.out, picture, f"畫好了：「{arguments.out}」。")


def _erase(arguments: argparse.Namespace, config: Config) -> int:
    from bot.logbook import reports  # noqa: PLC0415

    with _connected(arguments, config) as log:
        _say(_known(log, arguments.user))
    if not _agreed(arguments, "全部刪除，不能復原，確定嗎？"):
        return REFUSED
    with _connected(arguments, config) as log:
        report = log.erase(arguments.user)
    _say(reports.erased(report))
    return DONE


def _batches(arguments: argparse.Namespace, config: Config) -> int:
    from bot.logbook import reports  # noqa: PLC0415

    with _connected(arguments, config) as log:
        _say(reports.batches(log.batches(arguments.user)))
    return DONE


def _revert(arguments: argparse.Namespace, config: Config) -> int:
    with _connected(arguments, config) as log:
        if all(batch.id != arguments.batch for batch in log.batches(arguments.user)):
            _tell(f"沒有編號「{arguments.batch}」的匯入。")
            return REFUSED
        count = log.revert_batch(arguments.user, arguments.batch)
    _say(f"已收回這一批，共 {count} 筆。")
    return DONE


def _known(log: ClimbingLog, owner: str) -> str:
    from bot.logbook import reports  # noqa: PLC0415
    from bot.personal import remembered  # noqa: PLC0415
    from bot.rendering import memory_lines  # noqa: PLC0415

    return reports.about(log.known_about(owner), memory_lines(remembered(log.profile(owner)), "zh"))


def _about(arguments: argparse.Namespace, config: Config) -> int:
    with _connected(arguments, config) as log:
        _say(_known(log, arguments.user))
    return DONE


def _restore(arguments: argparse.Namespace, config: Config) -> int:
    from bot.logbook import Logbook, reports  # noqa: PLC0415
    from bot.logbook.errors import LogbookDamagedError  # noqa: PLC0415

    data_dir = arguments.data_dir or config.data_dir
    try:
        Logbook.open(data_dir, config.log_key_file).close()
    except LogbookDamagedError as error:
        _tell(f"壞掉的地方：{error.reason}")
        _say(reports.restored(Logbook.restore(data_dir, config.log_key_file)))
    else:
        _say("紀錄檔都是好的，不用還原。")
    return DONE


def _connected(arguments: argparse.Namespace, config: Config) -> Logbook | RemoteLogbook:
    """The log, and beside it what else is kept about members and goes with an erasure."""
    from bot.logbook import connect  # noqa: PLC0415
    from bot.server_state import MemberRows  # noqa: PLC0415

    data_dir = arguments.data_dir or config.data_dir
    others = (MemberRows(data_dir),)
    return connect(data_dir, config.log_key_file, others=others, tell=_tell)


def _linker(arguments: argparse.Namespace, config: Config) -> Linker | None:
    """The linker of the folder's catalogue; without a catalogue rows keep their names only."""
    from bot.logbook.linking import Linker  # noqa: PLC0415
    from knowledge.errors import EmptyCatalogueError  # noqa: PLC0415
    from knowledge.knowledge_base import KnowledgeBase  # noqa: PLC0415

    try:
        with KnowledgeBase.open(arguments.data_dir or config.data_dir) as knowledge:
            return Linker.of(knowledge.catalogue)
    except EmptyCatalogueError:
        _tell("資料夾裡還沒有路線資料，這次只存名字，不連到路線。")
        return None


def _bar(what: str) -> Track:
    from tqdm import tqdm  # noqa: PLC0415

    def track(rows: Sequence[T], /) -> Iterable[T]:
        bar: Iterable[T] = tqdm(rows, desc=what, unit="筆", file=sys.stderr)
        return bar

    return track


def _agreed(arguments: argparse.Namespace, question: str) -> bool:
    if arguments.yes or not sys.stdin.isatty():
        return True
    sys.stderr.write(f"{question}[y/N] ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() in {"y", "yes", "是", "好", "要"}:
        return True
    _tell("好，什麼都沒改。")
    return False


def _written(path: Path, content: bytes, done: str) -> int:
    """Write what was asked for and say so, or why it could not be written."""
    try:
        _write(path, content)
    except OSError as error:
        _tell(f"「{path}」寫不進去：{error.strerror}")
        return REFUSED
    _tell(done)
    return DONE


def _write(path: Path, content: bytes) -> None:
    """Write beside and replace: an export is whole or not there, and its owner's alone."""
    from bot.logbook.files import write_beside  # noqa: PLC0415

    if path.exists() and not path.is_file():
        path.write_bytes(content)  # a pipe or a device is written to, not replaced
    else:
        write_beside(path.resolve(), content)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _tell(text: str) -> None:
    sys.stderr.write(f"{text}\n")
