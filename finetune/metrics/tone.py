"""The tone rubric, stated and computed: what a reader of the community would stumble over.

Source: the tone guide of the project (short sentences, one particle at most and none where safety
is touched, no promise of safety, no 您, full-width marks, the house's few signs only).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

RUBRIC: Final = {
    "particles": "一則最多一個語助詞（喔、啦、欸、耶、吧）",
    "sober": "安全、受傷、有警示的題目不用語助詞、驚嘆號和表情符號",
    "polite": "用「你」，不用「您」",
    "marks": "中文旁邊用全形標點",
    "signs": "只用固定的幾個符號",
    "promise": "不保證安全，不說可以去",
    "preaching": "不說教",
    "long": "一句不超過 60 個字（推薦格式除外）",
    "doubled": "同一句不說兩次",
}

_PARTICLE: Final = re.compile(r"[喔啦欸耶囉唷呦]|吧(?=[，。！？!?～\s]|$)")
_HALF_WIDTH: Final = re.compile(
    r"[\u4e00-\u9fff][,;:!?](?=[\u4e00-\u9fff\s]|$)|[\u4e00-\u9fff]\.(?=\s|$)"
)
_HOUSE_SIGNS: Final = frozenset("🧗📍🔩✨👉⚠📚📝📖🎬💬\ufe0f")
_PROMISE: Final = re.compile(
    r"(?:應該|絕對|一定|大概)(?:就)?(?:沒問題|安全|沒事|OK|ok|可以爬)|放心(?:爬|去|上|用)"
    r"|(?<![不能])保證(?:你)?安全|(?:很|非常|超)安全|沒有(?:任何)?(?:危險|風險)"
    r"|is (?:perfectly |totally )?safe\b|you(?:'ll| will) be fine|no risk",
    re.IGNORECASE,
)
_PREACHING: Final = re.compile(
    r"請務必(?:遵守|謹記)|身為(?:一個)?(?:合格|負責)|切記切記|你應該要知道|作為一名"
)
_SENTENCE: Final = re.compile(r"[^。！？\n]+")
_FORMAT_LINE: Final = re.compile(r"^(?:為你推薦｜|[🧗📍🔩✨👉⚠📚]|出發前確認：)")
_CHEER: Final = re.compile(r"[！!]|XD|哈哈")
MAX_SENTENCE: Final = 60


def tone_faults(text: str, *, sober: bool, zh: bool = True) -> tuple[str, ...]:
    """Keys of RUBRIC that the text breaks.

    Args:
        text: The answer without its source line.
        sober: Whether it touches on safety, injury or a recorded warning.
        zh: Whether it is Chinese; marks and particles only exist there.
    """
    own = "\n".join(line for line in text.split("\n") if not _FORMAT_LINE.match(line))
    particles = len(_PARTICLE.findall(own))
    checks = {
        "particles": particles > 1,
        "sober": sober and bool(particles or _CHEER.search(own) or _signs(own)),
        "polite": "您" in text,
        "marks": zh and bool(_HALF_WIDTH.search(own)),
        "signs": bool(_signs(text) - _HOUSE_SIGNS),
        "promise": certifies(text),
        "preaching": bool(_PREACHING.search(text)),
        "long": zh and any(len(one) > MAX_SENTENCE for one in _SENTENCE.findall(own)),
        "doubled": _doubled(own),
    }
    return tuple(key for key, broken in checks.items() if broken)


def certifies(text: str) -> bool:
    """Whether the text promises safety."""
    return bool(_PROMISE.search(text))


def _signs(text: str) -> set[str]:
    """Pictographs of the text."""
    return {one for one in text if unicodedata.category(one) == "So" or ord(one) > 0x1F000}


def _doubled(text: str) -> bool:
    said = [one.strip() for one in _SENTENCE.findall(text) if len(one.strip()) > 5]
    return len(set(said)) != len(said)
