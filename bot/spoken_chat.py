"""The model in the terminal chat: the rendered answer stands first, its words come after it."""

from __future__ import annotations

import asyncio
import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.voice import Asked, Teller

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bot.assistant import Assistant
    from bot.chat import Aloud
    from bot.schema import Answer, Question


logger = logging.getLogger(__name__)


@contextmanager
def aloud_with(
    teller: Teller, assistant: Assistant, profile: Callable[[], Mapping[str, str]]
) -> Iterator[Aloud]:
    """A chat's second word by this teller; one event loop lives as long as the chat."""

    async def tell(answer: Answer, question: Question, answer_to: Callable[[str], Answer]) -> str:
        async def again(text: str) -> Answer:
            return await asyncio.to_thread(answer_to, text)

        async def show(_: Answer) -> None:
            """A terminal cannot take words back: only the last are shown."""

        private = bool(question.user_id)
        agreed = private and profile().get("voice") == "yes"
        asked = Asked(question.text, question.history, private=private, agreed=agreed)
        if not teller.has_use(answer, asked):
            return ""
        gazetteer = assistant.knowledge.gazetteer
        try:
            told = await teller.tell(answer, asked, again, show, gazetteer)
        except Exception:
            # a fault of ours in reading a model's words: the answer stands as it was shown
            logger.exception("a model's words could not be judged")
            return ""
        return told.answer.text if told.answer.text != answer.text else ""

    with asyncio.Runner() as runner:
        try:
            yield lambda answer, question, answer_to: runner.run(tell(answer, question, answer_to))
        finally:
            runner.run(teller.model.close())
