"""A second reading of a question that the rules did not understand, by a model.

The model writes the typed query as JSON; code turns it back into one plain question, which takes
the ordinary way: rules, SQL, renderer, verifier. So a model can help to understand and can never
answer, and a name that the member did not write is refused.
"""

from __future__ import annotations

import asyncio
import json
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from bot.model import ChatModel, ModelError
from bot.prompts import FULL, PromptStyle, QueryJson, understand_messages
from bot.voice.breaker import Breaker
from bot.voice.language.cleaning import without_thinking
from knowledge.dates import WEEKDAY_NAMES
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.schema import Answer, Intent

logger = logging.getLogger(__name__)

UNSURE: Final[frozenset[Intent]] = frozenset({"out_of_domain", "search", "clarify"})
"""What the rules say when they did not understand; a model may try these and no others."""
_MAX_TOKENS: Final = 200
_TYPES: Final = {
    "sport": "運攀",
    "trad": "傳攀",
    "toprope": "上方架繩",
    "boulder": "抱石",
    "mixed": "混合",
}
_STYLES: Final = {
    "slab": "斜板",
    "overhang": "外傾",
    "crack": "裂隙",
    "roof": "天花板",
    "corner": "內角",
    "arete": "外角",
    "chimney": "煙囪",
    "face": "垂直",
}
_FIELDS: Final = {
    "grade": "難度",
    "length": "長度",
    "bolts": "bolt 數",
    "type": "型態",
    "first_ascent": "首攀者",
    "location": "位置",
    "anchor": "固定點",
    "description": "描述",
    "season": "適合的季節",
    "parking": "停車",
    "approach": "步行時間",
    "rock": "岩質",
    "address": "地址",
    "phone": "電話",
    "shoes": "租鞋多少錢",
    "price": "票價",
    "hours": "營業時間",
}
_MOST: Final = {
    ("grade", True): "最難",
    ("grade", False): "最簡單",
    ("length", True): "最長",
    ("length", False): "最短",
    ("bolts", True): "bolt 最多",
    ("bolts", False): "bolt 最少",
    ("popularity", True): "最熱門",
}
_DAYS: Final = {
    **WEEKDAY_NAMES,
    "holiday": "國定假日",
    "today": "今天",
    "tomorrow": "明天",
}


@dataclass(slots=True)
class Rereader:
    """Asks a model what a question means."""

    model: ChatModel
    breaker: Breaker
    style: PromptStyle = FULL
    deadline_seconds: float = 8.0

    async def answer(
        self, text: str, first: Answer, answer_to: Callable[[str], Awaitable[Answer]]
    ) -> Answer:
        """The answer to the model's reading of a question when it leads to one, else the first.

        Args:
            text: The question as the member wrote it.
            first: What the rules made of it.
            answer_to: Answers another wording of it, in the same conversation.
        """
        if first.intent not in UNSURE or not self.breaker.allows():
            return first
        query = await self._read(text)
        plain = question_of(query) if query is not None and _is_the_members(query, text) else ""
        if not plain:
            return first
        second = await answer_to(plain)
        return first if second.abstained or second.intent in UNSURE else second

    async def _read(self, text: str) -> QueryJson | None:
        messages = understand_messages(text, self.style)
        try:
            async with asyncio.timeout(self.deadline_seconds):
                reply = await self.model.chat(messages, max_tokens=_MAX_TOKENS)
        except (TimeoutError, ModelError) as error:
            self.breaker.failed()
            logger.warning("reading again failed: %s", type(error).__name__)
            return None
        self.breaker.succeeded()
        return parse_query(reply.text)


def parse_query(text: str) -> QueryJson | None:
    """The query that a model wrote; ``None`` when it is not exactly one."""
    said = without_thinking(text).strip().removeprefix("```json").removesuffix("```").strip()
    try:
        return QueryJson.model_validate(json.loads(said))
    except (ValueError, ValidationError, RecursionError):
        return None


def question_of(query: QueryJson) -> str:
    """One plain question with the meaning of the query; empty for what rules answer alone."""
    where = "和".join(query.places)
    if query.intent in {"list", "count", "recommend", "superlative"}:
        return _set_question(query, where)
    if query.intent in {"fact", "crag_info"}:
        named = "和".join(query.routes) or where
        asked = "、".join(_FIELDS[one] for one in query.fields if one in _FIELDS)
        return f"{named}的{asked}" if named and asked else f"介紹{named}" if named else ""
    if query.intent == "compare":
        named = "和".join(query.routes or query.gyms or query.places)
        asked = next((_FIELDS[one] for one in query.fields if one in _FIELDS), "難度")
        return f"比較{named}的{asked}" if named else ""
    if query.intent in {"gym_hours", "gym_price", "gym_info", "gym_list"}:
        return _gym_question(query)
    if query.intent == "knowledge" and query.topic:
        return f"{query.topic}是什麼"
    return ""


def _set_question(query: QueryJson, where: str) -> str:
    what = _conditions(query)
    if query.intent == "count":
        return f"{where}{what}路線有幾條"
    if query.intent == "recommend":
        return f"推薦{where}{what}路線{query.limit or 3}條"
    if query.intent == "superlative":
        most = _MOST.get((query.order or "grade", query.descending), "")
        limit = f"{query.limit} 條" if query.limit else ""
        return f"{where}{most}的{limit}{what}路線" if most else ""
    return f"{where}有哪些{what}路線"


def _conditions(query: QueryJson) -> str:
    low, high = query.grade_min, query.grade_max
    grade = low if low == high else f"{low} 到 {high}" if low and high else ""
    if not grade and (low or high):
        grade = f"{low} 以上" if low else f"{high} 以下"
    parts = [
        grade or "",
        *(_TYPES[one] for one in query.types),
        *(_STYLES[one] for one in query.styles),
        _bounds(query.length_min, query.length_max, "公尺"),
        _bounds(query.bolts_min, query.bolts_max, "個 bolt"),
    ]
    told = "、".join(part for part in parts if part)
    return f"{told}的" if told else ""


def _bounds(low: float | None, high: float | None, unit: str) -> str:
    if low is not None and high is not None:
        return f"{low:g} 到 {high:g} {unit}"
    if low is not None:
        return f"{low:g} {unit}以上"
    return f"{high:g} {unit}以下" if high is not None else ""


def _gym_question(query: QueryJson) -> str:
    when = _DAYS.get(query.day or "", "")
    if query.intent == "gym_list":
        late = f"{query.time}還開著的" if query.time else ""
        cheap = f"平日票價 {query.price_max} 元以下的" if query.price_max else ""
        return f"{query.city or ''}有哪些{when}{late}{cheap}岩館"
    named = "和".join(query.gyms)
    fields = {"gym_hours": "營業時間", "gym_price": "票價"}
    asked = fields.get(query.intent) or "、".join(
        _FIELDS[one] for one in query.fields if one in _FIELDS
    )
    return f"{named}{when}{query.time or ''}的{asked}" if named and asked else ""


def _is_the_members(query: QueryJson, text: str) -> bool:
    """Whether every name of the query stands in what the member wrote."""
    said = key(text)
    names = (*query.routes, *query.places, *query.gyms, query.city or "", query.topic or "")
    return all(key(name) in said for name in names)
