"""The causes that a failure can have, ranked by how often they were found."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Iterable

Cause = Literal[
    "behaviour",
    "missing_record",
    "linking",
    "stale_record",
    "missing_value",
    "filter",
    "index",
    "floor",
    "rendering",
    "verifier",
    "passes",
]
CAUSES: Final[tuple[Cause, ...]] = get_args(Cause)
WORDS: Final[dict[Cause, tuple[str, str]]] = {
    "behaviour": ("給了完整的資料還是說錯", "補這一種例句，重新訓練"),
    "missing_record": ("資料裡根本沒有這一筆", "匯入這一筆，或請提供資料的人補"),
    "linking": ("有這一筆，但問句裡的名字沒認出來", "補別名，或看 gazetteer 為什麼沒連上"),
    "stale_record": ("這一筆的值和正解不同", "更新這一筆，或貼一則異動公告"),
    "missing_value": ("有這一筆，但這個欄位是空的", "補這個欄位"),
    "filter": ("認出名字了，但查詢的條件把它濾掉", "看 understanding 讀成什麼條件"),
    "index": ("要用搜尋找的，索引裡沒有", "重建索引，看這張卡有沒有進去"),
    "floor": ("搜尋找到了，但分數在門檻以下", "看門檻和問句的字，補關鍵字"),
    "rendering": ("證據是對的，排出來的答案少了它", "修 rendering 的那一種答案"),
    "verifier": ("說對了，但被查核器擋下", "修 verifier，並留下這一題當測試"),
    "passes": ("現在答得對", "不用修；如果當時是模型說錯，看那一版的紀錄"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One failed question and its cause."""

    question: str
    cause: Cause
    detail: str
    task: str = ""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A cause with everything that was found of it."""

    cause: Cause
    findings: tuple[Finding, ...]

    def text(self, examples: int = 3) -> str:
        """For the one who mends it: how many, what, examples, the next step."""
        what, step = WORDS[self.cause]
        tasks = sorted({one.task for one in self.findings if one.task})
        kinds = f"（{'、'.join(tasks)}）" if tasks else ""
        lines = [f"{self.cause}：{len(self.findings)} 題{kinds}。{what}。", f"  下一步：{step}。"]
        lines += [f"  例：{one.question}：{one.detail}" for one in self.findings[:examples]]
        return "\n".join(lines)


def rank(findings: Iterable[Finding]) -> tuple[Ranked, ...]:
    """The causes, most frequent first."""
    grouped: dict[Cause, list[Finding]] = defaultdict(list)
    for one in findings:
        grouped[one.cause].append(one)
    ordered = sorted(grouped.items(), key=lambda pair: (-len(pair[1]), CAUSES.index(pair[0])))
    return tuple(Ranked(cause, tuple(found)) for cause, found in ordered)
