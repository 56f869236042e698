"""Words and characters whose opposites turn the same words false, in both tongues."""

from __future__ import annotations

import re
from typing import Final

SAME: Final = (
    (re.compile(r"[之以]前(?!的)"), "前"),
    (re.compile(r"[之以]後"), "後"),
    (re.compile(r"週末|周末"), "假日"),
    (re.compile(r"容易"), "簡單"),
    (re.compile(r"比較|相對|較"), "較"),
    (re.compile(r"晚間|夜間"), "晚上"),
    (re.compile(r"\bos\b"), "onsight"),
    (re.compile(r"\brp\b|紅點"), "redpoint"),
    (re.compile(r"\bshoes?\b"), "shoes"),
    (re.compile(r"\bharness(?:es)?\b"), "harness"),
    (
        re.compile(
            r"\bbefore (?:you )?(?:(?:go|head|visit|com|leav)(?:ing|e)?|set(?:ting)? out)\b|出發前"
        ),
        "",
    ),
    (re.compile(r"\s+"), " "),
)
"""One spelling of words that mean the same."""
OPPOSITES: Final = (
    *(("以上", "以下"), ("較便宜", "較貴"), ("最長", "最短"), ("最貴", "最便宜"), ("最多", "最少")),
    *(
        ("最難", "最簡單"),
        ("最早", "最晚"),
        ("最高", "最低"),
        ("較難", "較簡單"),
        ("較長", "較短"),
        ("上午", "下午"),
    ),
    *(("左邊", "右邊"), ("左側", "右側"), ("北部", "南部"), ("東部", "西部"), ("平日", "假日")),
    ("上方", "下方"),
    *(
        ("岩鞋", "吊帶"),
        ("室內", "室外"),
        ("之內", "之外"),
        ("增加", "減少"),
        ("陰影", "日照"),
        ("匯出", "匯入"),
    ),
    *(("onsight", "flash"), ("onsight", "redpoint"), ("flash", "redpoint"), ("lower", "higher")),
    *(("harder", "easier"), ("longer", "shorter"), ("hardest", "easiest"), ("before", "after")),
    *(("weekday", "weekend"), ("shoes", "harness"), ("above", "below"), ("morning", "evening")),
    *(("highest", "lowest"), ("cheaper", "dearer"), ("left", "right"), ("inside", "outside")),
    *(("up", "down"), ("north", "south"), ("east", "west"), ("longest", "shortest")),
)
BOTH_TONGUES: Final = (
    *(("after", "before", "前", "後"), ("before", "after", "後", "前")),
    *(("above", "below", "下方", "上方"), ("below", "above", "上方", "下方")),
)
TRANSLATED: Final = {
    "above": "上",
    "below": "下",
    "up": "上",
    "down": "下",
    "after": "後",
    "before": "前",
}
"""What a word is in the Chinese records."""
"""A word, its opposite, and both in Chinese: the records are in Chinese where we speak English."""
CHARACTERS: Final = (
    "前後",
    "左右",
    "長短",
    "大小",
    "多少",
    "快慢",
    "高低",
    "上下",
    "早晚",
)
"""Too short to be opposites by themselves: only beside the same words."""
_NUMBERS: Final = "一二兩三四五六七八九十"
_SINGLE: Final = (
    *CHARACTERS,
    *(
        "單雙",
        "內外",
        "裡外",
        "輕重",
        "粗細",
        "鬆緊",
        "寬窄",
        "深淺",
        "遠近",
        "新舊",
        "乾濕",
        "冷熱",
    ),
    *(
        "軟硬",
        "正反",
        "東西",
        "南北",
        "開關",
        "進出",
        "收放",
        "厚薄",
        "直彎",
        "首末",
        "春秋",
        "夏冬",
    ),
)
SWAPS: Final = {
    **{one: _NUMBERS.replace(one, "") for one in _NUMBERS},
    **{pair[0]: pair[1] for pair in _SINGLE},
    **{pair[1]: pair[0] for pair in _SINGLE},
}
"""Characters, and those that turn the same words false in their place."""
