"""A whole answer spoken: one question, or each part of a message that asked several things.

The plan of a message with several questions is its parts, at most ``MAX_STEPS`` of them within one
budget of time; parts that are not spoken stand as they were rendered. The plan goes into the
trace, with what became of each step.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bot.schema import Answer, Intent
from bot.voice.attempt import Edit, Outcome, Said
from bot.voice.speaking import Voice, spoken_of

if TYPE_CHECKING:
    from bot.schema import Turn
    from knowledge.gazetteer import Gazetteer

MAX_STEPS: Final = 4


@dataclass(frozen=True, slots=True)
class Step:
    """One question of a message: what was looked up for it, and what became of saying it."""

    intent: Intent
    records: int
    """Records that were found for it."""
    outcome: Outcome
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class SpokenAnswer:
    """The answer as it stands now, and what came of each of its parts."""

    answer: Answer
    said: tuple[Said, ...]
    plan: tuple[Step, ...] = ()
    """Every part of the message in order; those after the fourth, or after the time was spent, are
    ``skipped``."""
    budget_seconds: float = 0.0

    @property
    def changed(self) -> bool:
        """Whether any part is told in the model's words."""
        return any(said.outcome == "spoken" for said in self.said)


async def speak_answer(
    voice: Voice,
    answer: Answer,
    *,
    history: tuple[Turn, ...] = (),
    edit: Edit | None = None,
    gazetteer: Gazetteer | None = None,
    agreed: bool = False,
) -> SpokenAnswer:
    """The answer in the model's words wherever they hold.

    Args:
        voice: Who speaks.
        answer: Rendered, verified, and already shown.
        history: The conversation before it.
        edit: Called with the whole text whenever more of it may be shown in other words.
        gazetteer: The names of the whole catalogue.
        agreed: Whether the member agreed that a model reads what is theirs.
    """
    parts = list(answer.parts or (answer,))
    if answer.pending is not None:
        # a preview is what will be saved, word for word
        return SpokenAnswer(answer, ())
    began = voice.clock()
    said: list[Said] = []
    plan: list[Step] = []
    for index, part in enumerate(tuple(parts)):
        spoken = spoken_of(part, history)
        asked = voice.clock()
        left = began + voice.settings.deadline_seconds - asked
        if spoken is None or left <= 0 or index >= MAX_STEPS:
            plan.append(Step(part.intent, _records(part), "skipped"))
            continue

        async def show(text: str, at: int = index) -> None:
            if edit is not None:
                texts = [one.text for one in parts]
                await edit("\n\n".join([*texts[:at], text, *texts[at + 1 :]]))

        heard = await voice.speak(
            spoken,
            None if edit is None else show,
            gazetteer,
            deadline_seconds=left,
            agreed=agreed,
        )
        said.append(heard)
        seconds = round(voice.clock() - asked, 3)
        plan.append(Step(part.intent, _records(part), heard.outcome, seconds))
        parts[index] = replace(part, text=heard.text)
    text = "\n\n".join(part.text for part in parts)
    spent = replace(answer, text=text)
    return SpokenAnswer(spent, tuple(said), tuple(plan), voice.settings.deadline_seconds)


def _records(answer: Answer) -> int:
    """How many records were found."""
    evidence = answer.evidence
    if evidence is None:
        return 0
    places = (evidence.crags, evidence.areas, evidence.groups)
    found = (evidence.routes, evidence.gyms, evidence.cards, evidence.notices, *places)
    return sum(map(len, found))
