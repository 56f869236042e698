"""What the nano base learns to say: prompts as they are served, answered in prose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import TYPE_CHECKING, Final

from bot.prompts import COMPACT, Message, Spoken, speak_messages
from bot.rendering import FOOTER, ParsedRecommendation, RouteBlock, format_recommendation
from bot.rendering.recommendation_format import NO_HAZARD, NOT_RECORDED
from bot.schema import Draft, Evidence, Query
from finetune.dataset.splits import split_of
from finetune.exemplars import load_exemplars
from finetune.invented import NameMaker

if TYPE_CHECKING:
    from collections.abc import Iterator

Pair = tuple[tuple[Message, ...], str]

_KINDS: Final = ("運攀", "傳攀", "上方架繩", "抱石", "混合")
_GRADES: Final = (
    "5.6",
    "5.7",
    "5.8",
    "5.9",
    *tuple(f"5.{number}{letter}" for number in (10, 11, 12, 13) for letter in "abcd"),
)
_BOULDERS: Final = tuple(f"V{number}" for number in range(9))
_ANCHORS: Final = (
    *("雙吊環", "鍊條加鎖鉤環", "單點加樹", "雙耳片", "鏈條"),
    *("頂端無 anchor", NOT_RECORDED, NOT_RECORDED),
)
_WAYS_DOWN: Final = ("可步行下撤", "垂降下撤", "從右側走路下")
_CHARACTERS: Final = (
    "起攀低，先往左借腳",
    "長斜板，腳點細",
    "手塞裂隙到底",
    "外傾大點，撐住就過",
    "難關在第三個快扣前",
    "內角爬到平台休息",
    "熱身用，全程大點",
    "垂直壁小點多",
    "頂端要伸長手",
    "動態抓點，落腳要輕",
)
_QUIET: Final = "敏感岩場，請保持低調"
_HAZARDS: Final = (
    ("岩質鬆動", "雨後岩質鬆動", "未註明回報日期"),
    ("潮汐浪況", "大潮時起攀處會被海浪打到", "未註明回報日期"),
    ("無固定點", "頂端無 anchor", "未註明回報日期"),
    ("老舊 bolt", "{day} 回報 bolt 老舊", "{day} 回報"),
)
"""Kind, the sentence of the description that tells of it, and since when it is known. The last one
is the hardest to copy, because its day stands there three times; so it comes twice as often."""
_CONDITIONS: Final = (
    *("{grade}", "{grade}", "{grade}", "約 {grade}", "{grade} 以下", "{grade} 以下・熱身"),
    *(
        "{grade} 到 {other}",
        "{grade}、{other}",
        "{grade}・{type}",
        "{type}",
        "不限條件",
        "全部路線",
    ),
    *("{area}・{grade}", "{area}", "{area}", "{area}・{type}"),
)
"""Many without a grade: what stands in them could be copied instead of the route's own value."""
_ASKS: Final = (
    "推薦一條{crag} {grade} 左右的",
    "想在{crag}爬 {grade}，給我一條",
    "推薦{crag}的{type}",
    "{crag}有沒有推薦的 {grade}",
    "求{crag} {grade} 推薦",
    "推薦一條{crag}的",
    "人已經到{crag}，給我一條",
    "{crag}有什麼好爬的",
    "剛到{area}，推薦一條",
)
_SLOT: Final = re.compile(r"\{(?:it\.)?([a-z_]+)\}")
_PROSE: Final = (
    "可以看看{title}，難度 {grade}，{type}・{length}，在 {place}。"
    "{gear}，固定點：{anchor}，下撤：{descent}。特色：{character}，推薦原因：{reason}。"
    "注意：{caution}。來源：{source}（更新 {updated}）{mark}。{footer}",
    "{header}｜{title}｜{grade}｜{type}・{length}｜📍 {place}｜"
    "🔩 {gear}；固定點：{anchor}；下撤：{descent}｜✨ {character}｜👉 {reason}｜"
    "⚠️ {caution}｜📚 {source}（更新 {updated}）{mark}",
    "🧗 {title}｜{grade}，{type}・{length}，在 📍 {place}。"
    "👉 推薦原因：{reason}。✨ 特色：{character}。"
    "🔩 {gear}；固定點：{anchor}；下撤：{descent}。"
    "📚 來源：{source}（更新 {updated}）{mark}。⚠️ 注意：{caution}。{footer}",
)
"""Every value and every sign of the format, in an order that is not the format's: what the LoRA has
to change is the layout alone. Signs that the base never wrote could not be learned (frozen, tied
embeddings)."""
_MARKS: Final = "🧗📍🔩✨👉⚠️📚｜・：；，。（）"
_WORDS: Final = ("為你推薦", "固定點", "下撤", "特色", "推薦原因", "注意", "來源", "更新", "難度")


@dataclass(frozen=True)
class Corpus:
    """A stream of examples; the same seed makes the same stream."""

    seed: int

    def prose(self) -> Iterator[Pair]:
        """Prompts with a prose answer: the values are copied, the format is not kept."""
        rng = Random(f"{self.seed}/prose")  # noqa: S311 - drawn anew, not secret
        while True:
            yield prose_pair(rng)

    def texts(self, count: int) -> Iterator[str]:
        """Text for the tokenizer: prompts, prose and the format."""
        rng = Random(f"{self.seed}/texts")  # noqa: S311
        for _ in range(count):
            block, crag = draw_block(rng)
            draft = _draft(block, crag, rng)
            for message in _prompt(draft, block, crag, rng):
                yield message.content
            yield draft
            yield _prose(block, draft, rng)
            yield _MARKS + "".join(_WORDS) + FOOTER


def prose_pair(rng: Random) -> Pair:
    """One recommendation prompt and an answer in prose."""
    return block_pair(*draw_block(rng), rng)


def block_pair(block: RouteBlock, crag: str, rng: Random) -> Pair:
    """The prompt for this block and an answer in prose."""
    draft = _draft(block, crag, rng)
    return _prompt(draft, block, crag, rng), _prose(block, draft, rng)


def _prompt(draft: str, block: RouteBlock, crag: str, rng: Random) -> tuple[Message, ...]:
    area = block.place.partition("›")[2]
    asked = {"crag": crag, "area": area, "grade": block.grade, "type": block.type}
    text = rng.choice(_ASKS).format_map(asked)
    return speak_messages(Spoken(Query("recommend", "zh", text), Evidence(), Draft(draft)), COMPACT)


def _prose(block: RouteBlock, draft: str, rng: Random) -> str:
    values = {name: getattr(block, name) for name in RouteBlock.__slots__}
    values |= {
        "header": draft.partition("\n")[0],
        "mark": "（虛構示範資料）" if block.invented else "",
        "title": f"{block.name}（{block.name_en}）" if block.name_en else block.name,
        "reason": _said_reason(block, rng),
        "footer": FOOTER,
    }
    return rng.choice(_PROSE).format_map(values)


def _said_reason(block: RouteBlock, rng: Random) -> str:
    """A reason in our own words: signs that the base never wrote would derail the LoRA."""
    crag, area = block.place.split("›")
    values = {"grade": block.grade, "type": block.type, "crag": crag, "area": area}
    return _SLOT.sub(lambda slot: values[slot[1]], rng.choice(said_reasons()))


@cache
def said_reasons() -> tuple[str, ...]:
    """How the exemplars of the training split word a reason, as far as a block can fill it."""
    exemplars = [one for one in load_exemplars()[0] if one.task == "recommendation"]
    splits = split_of(exemplars)
    known = {"grade", "type", "crag", "area"}
    return tuple(
        reason
        for one in exemplars
        if splits[one.id] == "train"
        for reason in one.reasons
        if set(_SLOT.findall(reason)) <= known and "{" not in _SLOT.sub("", reason)
    )


def _draft(block: RouteBlock, crag: str, rng: Random) -> str:
    area = block.place.partition("›")[2]
    conditions = rng.choice(_CONDITIONS).format(
        grade=block.grade, other=rng.choice(_GRADES), type=block.type, area=area
    )
    return format_recommendation(
        ParsedRecommendation(
            place=crag,
            conditions=conditions,
            data_date=f"資料 {block.updated}",
            blocks=(block,),
        )
    )


def draw_block(rng: Random) -> tuple[RouteBlock, str]:
    """A route that nobody has, and its crag."""
    names = NameMaker(rng)
    (name, english), (crag, _), (area, _) = names.route(), names.crag(), names.area()
    kind = rng.choice(_KINDS)
    grade = rng.choice(_BOULDERS if kind == "抱石" else _GRADES)
    down = rng.choice((NOT_RECORDED, NOT_RECORDED, *_WAYS_DOWN))
    character, caution = _told(rng)
    block = RouteBlock(
        name=name,
        name_en=english if rng.random() < 0.55 else "",
        grade=grade,
        type=kind,
        length=f"{rng.randrange(8, 46)}m" if rng.random() < 0.9 else f"長度{NOT_RECORDED}",
        place=f"{crag}›{area}",
        gear=_gear(kind, rng),
        anchor=rng.choice(_ANCHORS),
        descent=down,
        character=character,
        reason=_rendered_reason(grade, kind, crag, rng),
        caution=caution,
        source=f"{crag}圖冊",
        updated=_day(rng, 2026, 300),
        invented=rng.random() < 0.5,
    )
    return block, crag


def _gear(kind: str, rng: Random) -> str:
    if kind in {"抱石", "傳攀"}:
        return rng.choice(("沒有 bolt（資料記 0）", f"bolt 數{NOT_RECORDED}"))
    return f"{rng.randrange(3, 16)} 個 bolt"


def _told(rng: Random) -> tuple[str, str]:
    """What the description says, and the caution that quotes it."""
    sentences = [] if rng.random() < 0.1 else [rng.choice(_CHARACTERS)]
    if sentences and rng.random() < 0.4:
        sentences.append(rng.choice(_WAYS_DOWN))
    cautions = []
    if rng.random() < 0.4:
        day = _day(rng, 2015, 3600)
        kind, quote, known = (
            part.format(day=day) for part in rng.choice((*_HAZARDS, _HAZARDS[-1]))
        )
        sentences.append(quote)
        cautions.append(f"{kind}：「{quote}」（{known}）")
    if rng.random() < 0.15:
        cautions.append(_QUIET)
    return "。".join(sentences) or NOT_RECORDED, "；".join(cautions) or NO_HAZARD


def _rendered_reason(grade: str, kind: str, crag: str, rng: Random) -> str:
    parts = [f"難度 {grade}，符合你要的難度範圍", f"就在你指定的{crag}"]
    if rng.random() < 0.3:
        parts.append(f"是你要的{kind}")
    if rng.random() < 0.5:
        parts.append(f"資料標示的熱門度是 {rng.randrange(1, 6)}")
    return "；".join(parts)


def _day(rng: Random, year: int, days: int) -> str:
    return (date(year, 1, 1) + timedelta(days=rng.randrange(days))).isoformat()
