"""The second word on a question: read again where the rules were unsure, then said by a model.

What is a member's own, their log and what they told of themselves, reaches a model only where it
runs under the operator's own roof and the member agreed.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from bot.model import ChatModel
from bot.prompts import STYLES
from bot.schema import Answer, Turn
from bot.voice.answers import MAX_STEPS, SpokenAnswer, speak_answer
from bot.voice.attempt import VoiceSettings
from bot.voice.breaker import Breaker
from bot.voice.rereading import UNSURE, Rereader
from bot.voice.speaking import Voice, spoken_of

if TYPE_CHECKING:
    from bot.model import ModelSettings
    from knowledge.gazetteer import Gazetteer

_OWN: Final = re.compile(r"我|自己|\b(?:i|my|me|mine|i'm|i've)\b", re.IGNORECASE)
"""In a private chat such words may tell of the member, whatever the rules made of them."""

Show = Callable[[Answer], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as its door knows it."""

    text: str
    history: tuple[Turn, ...] = ()
    private: bool = False
    """Whether only the asker sees the answer, which may then hold what is theirs."""
    agreed: bool = False
    """Whether the asker agreed that a model reads what is theirs."""


@dataclass(slots=True)
class Teller:
    """Reads again and speaks through one model; both leave it alone when it fails."""

    model: ChatModel
    clock: Callable[[], float]
    settings: VoiceSettings = field(default_factory=VoiceSettings)
    _voice: Voice = field(init=False)
    _rereader: Rereader = field(init=False)

    def __post_init__(self) -> None:
        """Share one breaker."""
        breaker = Breaker(self.clock)
        self._voice = Voice(self.model, breaker, self.clock, self.settings)
        self._rereader = Rereader(self.model, breaker, self.settings.style)

    def has_use(self, answer: Answer, asked: Asked) -> bool:
        """Whether the model would be asked at all."""
        if answer.pending is not None or self._voice.breaker.is_open:
            return False
        return self._may_read(answer, asked) or self._may_say(answer, asked)

    async def tell(
        self,
        answer: Answer,
        asked: Asked,
        answer_to: Callable[[str], Awaitable[Answer]],
        show: Show,
        gazetteer: Gazetteer | None = None,
    ) -> SpokenAnswer:
        """What stands in the end.

        Args:
            answer: As it was shown.
            asked: The question.
            answer_to: Answers another wording of it, in the same conversation.
            show: Called with an answer that may be shown in place of the one before.
            gazetteer: The names of the whole catalogue.
        """
        if self._may_read(answer, asked):
            second = await self._rereader.answer(asked.text, answer, answer_to)
            if second is not answer:
                await show(second)
                answer = second
        ours = self._may_see_own(asked)
        stands = answer

        async def edit(text: str) -> None:
            await show(replace(stands, text=text))

        if not self._may_say(answer, asked):
            return SpokenAnswer(answer, ())
        return await speak_answer(
            self._voice,
            answer,
            history=asked.history if ours or not asked.private else (),
            edit=edit,
            gazetteer=gazetteer,
            agreed=ours,
        )

    def _may_see_own(self, asked: Asked) -> bool:
        return asked.private and asked.agreed and self.settings.personal

    def _may_read(self, answer: Answer, asked: Asked) -> bool:
        unsure = answer.intent in UNSURE and answer.pending is None
        return unsure and not self._may_tell_of_them(answer, asked)

    def _may_tell_of_them(self, answer: Answer, asked: Asked) -> bool:
        """Whether words that nobody understood may tell of the member, to a model not for that."""
        private = asked.private and not self._may_see_own(asked)
        return private and answer.intent in UNSURE and bool(_OWN.search(asked.text))

    def _may_say(self, answer: Answer, asked: Asked) -> bool:
        if self._may_tell_of_them(answer, asked):
            return False
        ours = self._may_see_own(asked)
        parts = (answer.parts or (answer,))[:MAX_STEPS]
        told = (spoken_of(part) for part in parts if answer.pending is None)
        return any(one is not None and self._voice.may_speak(one, agreed=ours) for one in told)


def voice_settings(settings: ModelSettings) -> VoiceSettings:
    """How the configured model may speak."""
    return VoiceSettings(
        style=STYLES[settings.style],
        deadline_seconds=settings.timeout_seconds,
        max_tokens=settings.max_tokens,
        personal=settings.own_roof,
    )
