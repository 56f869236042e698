"""One answer, judged: a Task joins the example and its scores. Higher is better, all in [0, 1]."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.prompts import QueryJson
from bot.prompts.system import SOBER
from finetune.dataset.checks import quoted
from finetune.metrics import (
    certifies,
    copied_share,
    keeps_format,
    script_faults,
    term_faults,
    tone_faults,
)

if TYPE_CHECKING:
    from finetune.evaluate.heldout import HeldOut

METRICS: Final = {
    "format": "推薦格式完整",
    "grounding": "每個名字和數字都有資料支持",
    "terms": "沒有簡體字、沒有別地的說法",
    "refusal": "該說沒有時說沒有，該答時有答",
    "query": "查詢 JSON 完全一樣",
    "tone": "語氣規則全過",
    "copied": "答案該提的名字照抄",
    "said": "有說話，沒有超長",
}
_REFUSES: Final = re.compile(
    r"沒有|沒寫|沒記|查不到|找不到|不在我|不能|沒辦法|無法|不知道|不確定|請跟|請找|請以|請看|問問|不亂猜|沒聽過|不給"
    r"|\b(?:not|no|cannot|can't|don't|isn't|please)\b",
    re.IGNORECASE,
)
_MUST_REFUSE: Final = frozenset({"abstain", "safety"})
_MUST_ANSWER: Final = frozenset({"recommendation", "fact", "list", "gym", "comparison"})
_NOTHING: Final = re.compile(r"我這邊沒有|沒有[^（｜；]{0,6}資料|查不到|不在我的資料")
MAX_ANSWER: Final = 1200


@dataclass(frozen=True, slots=True)
class Score:
    """The scores of one answer; a metric that does not apply is absent."""

    example: str
    task: str
    answer: str
    values: dict[str, float]
    faults: tuple[str, ...] = ()


def score(held: HeldOut, answer: str) -> Score:
    """What the answer is worth."""
    example = held.example
    if example.task == "query":
        right = _same_query(answer, example.target)
        return Score(example.id, example.task, answer, {"query": right, "said": _said(answer)})
    exempt = tuple(quoted(held.filled))
    unsupported = held.filled.verdict(answer, held.world.assistant).unsupported
    words = (*script_faults(answer, exempt), *term_faults(answer, exempt))
    sober = example.task == "safety" or held.filled.spoken.query.intent in SOBER - {"personal"}
    tone = tone_faults(answer, sober=sober, zh=example.lang != "en")
    values = {
        "grounding": float(bool(answer.strip()) and not unsupported),
        "terms": float(not words),
        "tone": float(not tone),
        "said": _said(answer),
    }
    if example.task == "recommendation":
        values["format"] = float(keeps_format(answer))
    names = _names(held)
    if names:
        values["copied"] = copied_share(answer, names)
    if example.task in _MUST_REFUSE:
        values["refusal"] = float(bool(_REFUSES.search(answer)) and not certifies(answer))
    elif example.task in _MUST_ANSWER:
        values["refusal"] = float(bool(answer.strip()) and not _NOTHING.search(answer))
    faults = (
        *(f"{one.kind} {one.surface}: {one.reason}" for one in unsupported),
        *words,
        *(f"tone {one}" for one in tone),
    )
    return Score(example.id, example.task, answer, values, faults)


def _names(held: HeldOut) -> tuple[str, ...]:
    """Names of records that the target says, which stand in the prompt."""
    evidence, target = held.filled.spoken.evidence, held.example.target
    prompt = held.example.messages[-1].content
    routes, gyms = (route.name for route in evidence.routes), (gym.name for gym in evidence.gyms)
    names = dict.fromkeys(name for name in (*routes, *gyms) if name)
    return tuple(name for name in names if name in target and name in prompt)


def _same_query(answer: str, target: str) -> float:
    try:
        return float(QueryJson.model_validate_json(answer) == QueryJson.model_validate_json(target))
    except ValueError:
        return 0.0


def _said(answer: str) -> float:
    return float(0 < len(answer.strip()) <= MAX_ANSWER and "<think>" not in answer)
