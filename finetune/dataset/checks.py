"""What one filled example must keep: every check names its fault in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.prompts import body_of
from bot.prompts.system import SOBER
from finetune.metrics import RUBRIC, keeps_format, script_faults, term_faults, tone_faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.assistant import Assistant
    from finetune.exemplars import Exemplar
    from finetune.filling import Filled

MAX_TARGET: Final = 900
"""Characters of a target, a recommendation of three routes included."""
MAX_SPOKEN: Final = 240
_PRIVATE: Final = (
    (re.compile(r"(?<![\w-])09\d{2}[-\s]?\d{3}[-\s]?\d{3}(?!\d)"), "手機號碼"),
    (re.compile(r"(?<!\d)0\d{1,2}-\d{3,4}-?\d{4}(?!\d)"), "電話"),
    (re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+"), "電子郵件"),
    (re.compile(r"https?://|www\.|\b\w+\.(?:com|tw|org|net)\b", re.IGNORECASE), "網址"),
    (re.compile(r"<@[!&]?\d+>|@(?:everyone|here)\b"), "Discord 提及"),
    (re.compile(r"(?<!\d)\d{17,20}(?!\d)"), "Discord ID"),
    (re.compile(r"(?<![A-Z0-9])[A-Z][12]\d{8}(?!\d)"), "身分證字號"),
    (re.compile(r"(?<![\w.])@[A-Za-z][\w.]{3,}"), "帳號"),
)


def private_faults(text: str) -> Iterator[str]:
    """Personal data written out in an exemplar."""
    for pattern, kind in _PRIVATE:
        found = pattern.search(text)
        if found:
            yield f"個人資料（{kind}）：{found.group()}"


def example_faults(filled: Filled, exemplar: Exemplar, assistant: Assistant) -> list[str]:
    """Everything that is wrong with the target of an example."""
    example = filled.example
    if example.task == "query":
        return []
    target = example.target
    faults = [
        f"查核不過：{one.surface}（{one.kind}）：問「{example.question}」，讀成 "
        f"{filled.spoken.query.intent}，答「{target.split(chr(10))[one.line]}」"
        for one in filled.verdict(target, assistant).unsupported
    ]
    if not target.strip():
        return ["答案是空的"]
    if exemplar.task == "recommendation":
        if not keeps_format(target):
            faults.append("不合推薦格式")
    elif body_of(target) != target.strip():
        faults.append("答案裡不要寫來源行")
    limit = MAX_TARGET if exemplar.task == "recommendation" else MAX_SPOKEN
    if len(target) > limit * (2 if exemplar.lang == "en" else 1):
        faults.append(f"答案太長（{len(target)} 字，上限 {limit}）")
    return [*faults, *_wording_faults(filled, exemplar)]


def _wording_faults(filled: Filled, exemplar: Exemplar) -> Iterator[str]:
    spoken, target = filled.spoken, filled.example.target
    exempt = tuple(quoted(filled))
    for found in script_faults(target, exempt):
        yield f"簡體字：{found}"
    for found in term_faults(target, exempt):
        yield f"不是台灣的說法：{found}"
    sober = exemplar.task == "safety" or (
        exemplar.task != "personal" and spoken.query.intent in SOBER - {"personal", "live"}
    )
    for key in tone_faults(target, sober=sober, zh=exemplar.lang != "en"):
        yield f"語氣：{RUBRIC[key]}"


def quoted(filled: Filled) -> Iterator[str]:
    """Words of records and of the member, which may stand as they are."""
    evidence = filled.spoken.evidence
    for route in evidence.routes:
        yield from (route.name, route.name_en, route.description)
    for gym in evidence.gyms:
        yield from (gym.name, gym.name_en)
    for crag in evidence.crags:
        yield from (crag.name, crag.name_en)
    for area in evidence.areas:
        yield from (area.name, area.name_en)
