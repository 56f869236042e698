"""A whole answer spoken: one question, or each part of a message that asked several things.

The plan of a message with several questions is its parts, at most ``MAX_STEPS`` of them within one
budget of time; parts that are not spoken stand as they were rendered.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bot.schema import Answer
from bot.voice.speaking import Edit, Said, Voice, spoken_of

if TYPE_CHECKING:
    from bot.schema import Turn
    from knowledge.gazetteer import Gazetteer

MAX_STEPS: Final = 4


@dataclass(frozen=True, slots=True)
class SpokenAnswer:
    """The answer as it stands now, and what came of each of its parts."""

    answer: Answer
    said: tuple[Said, ...]

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
    until = voice.clock() + voice.settings.deadline_seconds
    said: list[Said] = []
    for index, part in enumerate(parts[:MAX_STEPS]):
        spoken = spoken_of(part, history)
        left = until - voice.clock()
        if spoken is None or left <= 0:
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
        parts[index] = replace(part, text=heard.text)
    text = "\n\n".join(part.text for part in parts)
    return SpokenAnswer(replace(answer, text=text), tuple(said))
