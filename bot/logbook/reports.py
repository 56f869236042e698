"""What the log did or holds, in words for its owner."""

from __future__ import annotations

from datetime import timedelta, timezone
from typing import TYPE_CHECKING

from bot.logbook.importers import TITLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from bot.logbook.import_plan import ImportPlan
    from bot.logbook.values import Batch, BatchReport, ErasureReport, KnownAbout, Restoration

_TAIPEI = timezone(timedelta(hours=8))


def imported(report: BatchReport, plan: ImportPlan) -> str:
    """What an import did, and how to take it back."""
    if not report.added:
        return "沒有新的紀錄，什麼都沒改。"
    skipped = f"，跳過 {len(plan.skipped)} 筆" if plan.skipped else ""
    known = plan.known + report.known
    held = f"，本來就有 {known} 筆" if known else ""
    return (
        f"已匯入 {report.added} 筆{held}{skipped}。這一批的編號是 {report.batch_id}，可以整批收回。"
    )


def batches(found: Iterable[Batch]) -> str:
    """The imports, newest last."""
    lines = [
        f"{batch.id}｜{batch.imported_at.astimezone(_TAIPEI):%Y-%m-%d %H:%M}｜"
        f"{TITLES.get(batch.source, batch.source)}｜匯入 {batch.added} 筆，還在 {batch.kept} 筆"
        for batch in found
    ]
    return "\n".join(lines) or "還沒有匯入過紀錄。"


def erased(report: ErasureReport) -> str:
    """What an erasure removed, counted."""
    if not report.removed and not report.key_destroyed:
        return "這裡沒有你的任何紀錄。"
    lines = [
        f"已刪除 {report.ascents} 筆攀登紀錄、{report.batches} 批匯入、{report.profile} 項設定。",
        *(f"{_other(name)} {count} 筆也刪了。" for name, count in report.others if count),
        f"刪完再數一次：剩下 {report.left} 筆。",
    ]
    if report.key_destroyed:
        lines.append("你的金鑰也銷毀了，舊備份裡的內容再也解不開。")
    if report.backups_until:
        lines.append(
            f"最後一份含有這些（已解不開的）資料的備份會在 {report.backups_until} 前刪掉。"
        )
    return "\n".join(lines)


def restored(found: Restoration) -> str:
    """What a restoration brought back, and what it could not."""
    lines = [f"已從「{found.source}」還原，逐列檢查過，共 {found.rows} 列。"]
    if found.lost_changes:
        lines.append(
            f"之後的 {found.lost_changes} 次更動不在裡面，請告訴成員把最近的紀錄檢查一遍。"
        )
    else:
        lines.append("確認過的更動都在。")
    if found.unreadable_rows:
        lines.append(
            f"有 {found.unreadable_rows} 列沒有金鑰、解不開，所以沒有放回來"
            "（已刪除的成員，或金鑰檔壞了）。"
        )
    lines.append("壞掉的檔案留在 log/backups，到期會自動刪掉。")
    return "\n".join(lines)


def about(known: KnownAbout, memory: Sequence[str] = ()) -> str:
    """What is kept about the member, with what they want remembered in words."""
    rest = [count for _, count in known.others]
    if not (known.ascents or known.batches or known.profile or any(rest)):
        return "我這裡沒有你的任何紀錄。"
    days = f"，日期從 {known.first_day} 到 {known.last_day}" if known.first_day else ""
    sources = "、".join(
        f"{TITLES.get(source, source) or '自己記的'} {count} 筆"
        for source, count in known.by_source
    )
    lines = [
        f"攀登紀錄 {known.ascents} 筆{days}。",
        *([f"來源：{sources}。"] if sources else []),
        f"有備註的 {known.with_notes} 筆、留著原始資料列的 {known.with_raw} 筆，都加密存放。",
        f"會給別人看的 {known.not_private} 筆，其他只有你看得到。",
        f"匯入過 {known.batches} 批。",
    ]
    if memory:
        lines += ["你要我記住的：", *memory]
    elif known.profile:
        lines.append(f"你的設定：{'、'.join(known.profile)}。")
    lines += [f"{_other(name)} {count} 筆。" for name, count in known.others if count]
    if known.backups_until:
        lines.append(f"備份會留到 {known.backups_until}。")
    return "\n".join(lines)


def _other(name: str) -> str:
    return {"discord": "Discord 上的評價、回報和分享"}.get(name, name)


def new_key(path: Path) -> str:
    """Where the key of a log that was just begun lies, and why it matters."""
    return (
        f"已為攀登紀錄產生金鑰：{path}\n"
        "請另外備份一份：紀錄是加密的，少了這把金鑰誰都打不開，包括你自己。"
    )
