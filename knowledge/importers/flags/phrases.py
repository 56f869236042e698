"""How wordings are written and matched, and the words around a warning that change its meaning.

Chinese matches on keys (so that neither radicals nor scripts hide it), English on lower-case text
with word borders.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.schema import FlagKind
from knowledge.text import key


@dataclass(frozen=True, slots=True)
class Phrases:
    """Ways to say one thing, in both languages."""

    chinese: re.Pattern[str]
    english: re.Pattern[str]

    def found_in(self, clause: ReadClause) -> bool:
        """Whether the clause says it."""
        return bool(self.chinese.search(clause.folded) or self.english.search(clause.lowered))


@dataclass(frozen=True, slots=True)
class ReadClause:
    """A clause as it is matched."""

    folded: str
    lowered: str


@dataclass(frozen=True, slots=True)
class Wording:
    """How one kind of warning is said, and what looks like it but is none."""

    kind: FlagKind
    says: Phrases
    unless: Phrases

    def found_in(self, clause: ReadClause) -> bool:
        """Whether the clause warns of it; an exception excuses only its own language."""
        return bool(
            (
                self.says.chinese.search(clause.folded)
                and not self.unless.chinese.search(clause.folded)
            )
            or (
                self.says.english.search(clause.lowered)
                and not self.unless.english.search(clause.lowered)
            )
        )


def phrases(chinese: tuple[str, ...] = (), english: tuple[str, ...] = ()) -> Phrases:
    """Patterns as phrases; no pattern of a language matches nothing."""
    nothing = r"(?!)"
    folded = "|".join(re.sub(r"[^\x00-\x7f]+", lambda run: key(run[0]), one) for one in chinese)
    words = "|".join(english)
    return Phrases(
        re.compile(folded or nothing), re.compile(rf"\b(?:{words})\b" if words else nothing)
    )


REOPENED = phrases(
    (
        r"(?:重新|再次|恢復|全面|現已|目前已|已經|已)開放",
        r"開放攀[登爬]",
        r"解除(?:了)?(?:封閉|管制|關閉)",
        r"(?:封閉|關閉|管制)(?:已經|已)?(?:解除|結束)",
        r"解封",
    ),
    (
        "re-?opened",
        "open again",
        r"closure (?:was |has been )?(?:lifted|ended)",
        "no longer closed",
    ),
)
NOT_REOPENED = phrases(
    (
        r"(?:尚未|還沒|仍未|未|不|何時|待|等候|無法|暫緩|才會|才能|才|前)"
        r"(?:重新|再次|恢復|解除|全面)?(?:開放|解封|封閉|管制)",
    ),
    ("not (?:yet )?re-?opened", "until re-?opened"),
)
CONDITION = phrases(
    (
        *(
            "雨",
            "濕",
            "漲潮",
            "滿潮",
            "大浪",
            "颱風",
            "夜間",
            "晚上",
            "天黑",
            "單獨",
            "獨自",
            "打雷",
        ),
        *("新手", "初學", "如果", "如遇", "未戴", "沒戴", "不熟", "徒手", "赤腳", "強風", "高溫"),
        *(r"若(?!有(?:疑|問|需))", r"沒有.{0,6}經驗"),
    ),
    (
        *("if", "when", "wet", "rain(?:ing|y)?", "beginners?", "novices?", "alone", "after dark"),
        *("at night", "high tide", "unless", "without"),
    ),
)
"""A ban under a condition warns of the condition; it does not close the route."""
PARTIAL = phrases(
    (r"部分", "少數", "某些", "一些", "有些", "個別", "幾條", "數條", "其中", r"除.{1,12}外"),
    ("some", "parts? of", "partially", "several", "a few", "certain", "except"),
)
"""A closure of some routes does not close the place."""
