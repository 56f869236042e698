"""Answers spoken by a model: asked, cleaned, judged, and edited in only when they hold.

Nothing here raises because of a model or a judge: whatever they do or do not do, the rendered
answer stands and the reason is in what comes back.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from bot.model import ChatModel, ModelError
from bot.prompts import OPEN, Spoken
from bot.schema import Draft
from bot.voice.attempt import Attempt, Edit, Outcome, Said, VoiceSettings
from bot.voice.bench import Bench, JudgeError
from bot.voice.breaker import Breaker
from bot.voice.judging import Judge

if TYPE_CHECKING:
    from bot.schema import Answer, Intent, Turn
    from knowledge.gazetteer import Gazetteer

logger = logging.getLogger(__name__)

FIXED_WORDS: Final[frozenset[Intent]] = frozenset({"emergency", "safety", "medical"})
"""What is said there is written by people and never by a model."""


@dataclass(slots=True)
class Voice:
    """Speaks rendered answers through a model."""

    model: ChatModel
    breaker: Breaker
    clock: Callable[[], float]
    settings: VoiceSettings = field(default_factory=VoiceSettings)
    _bench: Bench = field(default_factory=Bench, init=False)

    async def speak(
        self,
        spoken: Spoken,
        edit: Edit | None = None,
        gazetteer: Gazetteer | None = None,
        *,
        deadline_seconds: float | None = None,
        agreed: bool = False,
    ) -> Said:
        """The answer in the model's words where they hold, else as it was rendered.

        Args:
            spoken: The question with its records and its rendered, verified answer.
            edit: Called with a whole text that may be shown from now on, at most once per
                ``edit_seconds`` and once at the end.
            gazetteer: The names of the whole catalogue, to find those outside the evidence.
            deadline_seconds: Less time than the settings give.
            agreed: Whether the member agreed that a model reads what is theirs.
        """
        rendered = spoken.draft.text
        if not self.may_speak(spoken, agreed=agreed):
            return Said(rendered, "skipped")
        if not self.breaker.allows():
            return Said(rendered, "resting", model=self.model.name)
        judge = Judge(spoken, gazetteer, self.settings.style)
        attempt = Attempt(self.model, spoken, judge, self._bench, self.settings, self.clock, edit)
        try:
            async with asyncio.timeout(deadline_seconds or self.settings.deadline_seconds):
                said = await attempt.run()
        except TimeoutError:
            return self._failed("late", attempt)
        except ModelError as error:
            logger.warning("the model %s failed: %s", self.model.name, error)
            return self._failed("failed", attempt)
        except JudgeError as fault:
            # the model did what it was asked: the breaker is no matter of ours
            logger.error("a model's words could not be judged: %s", fault)  # noqa: TRY400 - no words of a member in a traceback
            self.breaker.succeeded()
            return await attempt.taken_back("faulty", (str(fault),))
        self.breaker.succeeded()
        return said

    def may_speak(self, spoken: Spoken, *, agreed: bool = False) -> bool:
        """Whether a model may be asked to say this at all."""
        intent = spoken.query.intent
        if intent in FIXED_WORDS or (intent in OPEN and spoken.draft.abstained):
            return False
        return not is_personal(spoken) or (self.settings.personal and agreed)

    def _failed(self, outcome: Outcome, attempt: Attempt) -> Said:
        self.breaker.failed()
        text = attempt.spoken.draft.text
        return Said(text, outcome, tuple(attempt.rejected), model=self.model.name)


def is_personal(spoken: Spoken) -> bool:
    """Whether anything of it is a member's own: their log, or what they told of themselves."""
    query = spoken.query
    own = query.log is not None or spoken.evidence.log is not None
    return query.intent == "personal" or own or bool(query.remembered)


def spoken_of(answer: Answer, history: tuple[Turn, ...] = ()) -> Spoken | None:
    """What a model is given of the answer to one question; ``None`` where nothing was looked up."""
    if answer.query is None or answer.evidence is None:
        return None
    draft = Draft(
        answer.text,
        answer.route_ids,
        answer.gym_ids,
        abstained=answer.abstained,
        figures=answer.figures,
    )
    return Spoken(answer.query, answer.evidence, draft, history)
