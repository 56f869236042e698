"""``model check``: what is reachable, who answers, how fast, and one sample under verification."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.model import ChatModel, ModelError, ModelSettings, Reply, open_model
from bot.prompts import STYLES, Spoken, body_of, speak_messages
from bot.rendering import parse_recommendation
from bot.schema import Draft, Question
from bot.verifier import verify

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from bot.assistant import Assistant

SAMPLE_TOKENS = 420


@dataclass(frozen=True, slots=True)
class ModelCheck:
    """What was found; ``problem`` is empty when the model answered."""

    settings: ModelSettings
    offered: tuple[str, ...] = ()
    """Models that the server says it has."""
    reply: Reply | None = None
    first_seconds: float = 0.0
    """Until the first piece of a streamed answer."""
    in_format: bool = False
    unsupported: tuple[str, ...] = ()
    problem: str = ""
    name: str = ""
    """Which version or base is loaded or asked for, whether it answers or not."""

    @property
    def ok(self) -> bool:
        """Whether a model answered at all."""
        return not self.problem

    def text(self) -> str:
        """For the operator."""
        where = self.settings.url or self.settings.base or "（沒有設定）"
        lines = [f"模型：{where}", *([f"版本：{self.name}"] if self.name else [])]
        if self.offered:
            lines.append(f"伺服器有：{'、'.join(self.offered)}")
        if self.problem or self.reply is None:
            return "\n".join([*lines, f"✗ {self.problem}"])
        reply = self.reply
        wrong = "、".join(self.unsupported[:5])
        lines += [
            f"回答的是：{reply.model}",
            f"讀 {reply.tokens_in}、寫 {reply.tokens_out} token，{reply.seconds:.1f} 秒"
            f"（{reply.pace:.0f} token/秒），第一段 {self.first_seconds:.2f} 秒",
            f"推薦格式：{'完整' if self.in_format else '不合'}",
            f"查核：{wrong or '全部有資料支持'}",
            "樣本：",
            *(f"  {line}" for line in reply.text.split("\n")),
        ]
        if reply.cost:
            lines.insert(-2, f"這一題的價錢：{reply.cost:.6f}")
        return "\n".join(lines)


async def check_model(
    settings: ModelSettings, assistant: Assistant, data_dir: Path, today: date
) -> ModelCheck:
    """Ask the configured model to say one recommendation, and verify what it says."""
    if not settings.there:
        return ModelCheck(settings, problem="沒有設定模型，岩友照樣用資料回答。")
    try:
        model = open_model(settings, data_dir)
    except ModelError as error:
        return ModelCheck(settings, problem=f"打不開：{error}")
    if model is None:
        return ModelCheck(settings, problem="沒有設定模型。")
    try:
        return await _asked(model, settings, assistant, today)
    except ModelError as error:
        return ModelCheck(settings, problem=f"沒有回應：{error}", name=model.name)
    finally:
        await model.close()


async def _asked(
    model: ChatModel, settings: ModelSettings, assistant: Assistant, today: date
) -> ModelCheck:
    models = getattr(model, "models", None)
    offered = tuple(await models()) if models is not None else ()
    style = STYLES[getattr(model, "style", settings.style)]
    spoken = sample(assistant, today)
    messages = speak_messages(spoken, style)
    started = time.monotonic()
    first = 0.0
    async for _ in model.stream(messages, max_tokens=16):
        first = first or time.monotonic() - started
    reply = await model.chat(messages, max_tokens=min(SAMPLE_TOKENS, settings.max_tokens))
    verdict = verify(
        reply.text,
        spoken.evidence,
        gazetteer=assistant.knowledge.gazetteer,
        asked=spoken.query.said,
        figures=spoken.draft.figures,
    )
    return ModelCheck(
        settings,
        offered,
        reply,
        first,
        parse_recommendation(body_of(reply.text)).ok,
        tuple(f"{one.surface}（{one.kind}）" for one in verdict.unsupported),
        name=model.name,
    )


def sample(assistant: Assistant, today: date) -> Spoken:
    """A recommendation over whatever is loaded."""
    crags = assistant.knowledge.catalogue.crags()
    where = crags[0].display_name if crags else ""
    answer = assistant.answer(Question(f"推薦一條{where}的路線", today))
    if answer.query is None or answer.evidence is None:
        raise ModelError("nothing to sample")
    return Spoken(answer.query, answer.evidence, Draft(answer.text))
