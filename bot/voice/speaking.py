"""One answer spoken by a model: asked, cleaned, judged, and edited in only when it holds.

Nothing here raises because of a model: whatever it does or does not do, the rendered answer
stands and the reason is in what comes back.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from bot.model import ChatModel, ModelError
from bot.prompts import FULL, OPEN, Message, PromptStyle, Spoken, closing_of, speak_messages
from bot.schema import Draft
from bot.voice.breaker import Breaker
from bot.voice.cleaning import Thoughts, in_taiwan_words, printable, without_marks
from bot.voice.guards import MAX_CHARS
from bot.voice.judging import Judge
from bot.voice.sentences import Sentences
from bot.voice.trimming import trimmed

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from bot.schema import Answer, Intent, Turn
    from knowledge.gazetteer import Gazetteer

logger = logging.getLogger(__name__)

Outcome = Literal["spoken", "kept", "skipped", "resting", "late", "failed"]
FIXED_WORDS: Final[frozenset[Intent]] = frozenset({"emergency", "safety", "medical"})
"""What is said there is written by people and never by a model."""
_MOST_REPAIRS: Final = 3
_MOST_THOUGHT: Final = 8 * MAX_CHARS
"""Characters after which a model that thinks without end is no longer heard."""


@dataclass(frozen=True, slots=True)
class VoiceSettings:
    """How long and how much a model may speak."""

    style: PromptStyle = FULL
    deadline_seconds: float = 20.0
    """From the question to the last word; afterwards the rendered answer stands."""
    edit_seconds: float = 1.2
    """Between two edits of one message."""
    max_tokens: int = 700
    personal: bool = False
    """Whether answers from a member's own log may be spoken: only by a model under the
    operator's own roof, and only for members who agreed."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A sentence that was not said, and why."""

    sentence: str
    reasons: tuple[str, ...]
    repaired: bool = False
    """Whether the second try held."""
    trimmed: bool = False
    """Whether it was said without its clauses that do not hold."""


@dataclass(frozen=True, slots=True)
class Said:
    """What came of it: the text that stands now, and what was rejected on the way."""

    text: str
    outcome: Outcome
    rejected: tuple[Rejected, ...] = ()
    reasons: tuple[str, ...] = ()
    """Why the whole did not hold."""
    model: str = ""


Edit = Callable[[str], Awaitable[None]]


@dataclass(slots=True)
class Voice:
    """Speaks rendered answers through a model."""

    model: ChatModel
    breaker: Breaker
    clock: Callable[[], float]
    settings: VoiceSettings = field(default_factory=VoiceSettings)
    _judging: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(1, "voice"), init=False
    )
    """One thread: however much a model talks, judging takes no more than that from the answers."""

    async def judged(self, judge: Callable[..., tuple[str, ...]], *words: str) -> tuple[str, ...]:
        """What the judge says of these words, off the event loop."""
        return await asyncio.get_running_loop().run_in_executor(self._judging, judge, *words)

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
        attempt = _Attempt(self, spoken, Judge(spoken, gazetteer, self.settings.style), edit)
        try:
            async with asyncio.timeout(deadline_seconds or self.settings.deadline_seconds):
                said = await attempt.run()
        except TimeoutError:
            return self._failed("late", attempt)
        except ModelError as error:
            logger.warning("the model %s failed: %s", self.model.name, error)
            return self._failed("failed", attempt)
        self.breaker.succeeded()
        return said

    def may_speak(self, spoken: Spoken, *, agreed: bool = False) -> bool:
        """Whether a model may be asked to say this at all."""
        intent = spoken.query.intent
        if intent in FIXED_WORDS or (intent in OPEN and spoken.draft.abstained):
            return False
        return not is_personal(spoken) or (self.settings.personal and agreed)

    def _failed(self, outcome: Outcome, attempt: _Attempt) -> Said:
        self.breaker.failed()
        text = attempt.spoken.draft.text
        return Said(text, outcome, tuple(attempt.rejected), model=self.model.name)


@dataclass(slots=True)
class _Attempt:
    """One answer being spoken."""

    voice: Voice
    spoken: Spoken
    judge: Judge
    edit: Edit | None
    body: str = ""
    rejected: list[Rejected] = field(default_factory=list)
    _edited_at: float = float("-inf")
    _repairs: int = 0

    async def run(self) -> Said:
        """Listen, judge, and say what came of it."""
        messages = speak_messages(self.spoken, self.voice.settings.style)
        if self.judge.recommends:
            await self._whole_at_once(messages)
        else:
            await self._sentence_by_sentence(messages)
        reasons = await self.voice.judged(self.judge.whole, self.body)
        name = self.voice.model.name
        if reasons:
            rendered = self.spoken.draft.text
            if self.edit is not None and self._edited_at > float("-inf"):
                # what was shown so far held, but not what became of it
                await self.edit(rendered)
            return Said(rendered, "kept", tuple(self.rejected), reasons, model=name)
        text = self._finished()
        if self.edit is not None:
            await self.edit(text)
        return Said(text, "spoken", tuple(self.rejected), model=name)

    async def _sentence_by_sentence(self, messages: tuple[Message, ...]) -> None:
        cutter, heard = Sentences(), 0
        async with aclosing(self._clean(messages)) as pieces:
            async for restart, piece in pieces:
                if restart:
                    cutter, self.body = Sentences(), ""
                heard += len(piece)
                for sentence in cutter.feed(piece):
                    await self._take(sentence, messages)
                if heard > MAX_CHARS:
                    return
        for sentence in cutter.finish():
            await self._take(sentence, messages)

    async def _whole_at_once(self, messages: tuple[Message, ...]) -> None:
        """A recommendation has one format: it holds as a whole, or is asked for once more."""
        self.body = await self._text(messages)
        reasons = await self.voice.judged(self.judge.whole, self.body)
        if reasons:
            wrong = self.body
            self.body = await self._text((*messages, *_again(wrong, reasons)))
            still = await self.voice.judged(self.judge.whole, self.body)
            self.rejected.append(Rejected(wrong, reasons, not still))

    async def _take(self, sentence: str, messages: tuple[Message, ...]) -> None:
        """Keep a sentence that holds; ask once for a better one where it does not."""
        mended = in_taiwan_words(without_marks(sentence), self.judge.quotes)
        reasons = await self.voice.judged(self.judge.sentence, mended, self.body)
        if not reasons:
            self.body += mended
            await self._show()
            return
        better = ""
        if self._repairs < _MOST_REPAIRS:
            self._repairs += 1
            better = await self._repaired(mended, reasons, messages)
        left = "" if better else await self._trimmed(mended)
        self.rejected.append(Rejected(mended, reasons, bool(better), bool(left)))
        self.body += better or left
        if better or left:
            await self._show()

    async def _repaired(
        self, sentence: str, reasons: tuple[str, ...], messages: tuple[Message, ...]
    ) -> str:
        text = await self._text((*messages, *_again(sentence, reasons, self.body)))
        first = (*(cutter := Sentences()).feed(text), *cutter.finish())[:1]
        better = in_taiwan_words(without_marks(first[0]), self.judge.quotes) if first else ""
        if better and not await self.voice.judged(self.judge.sentence, better, self.body):
            return better
        return ""

    async def _trimmed(self, sentence: str) -> str:
        """The sentence without the clauses that do not hold."""
        before = self.body

        def left() -> tuple[str, ...]:
            one = trimmed(sentence, lambda words: not self.judge.sentence(words, before))
            return (one,) if one else ()

        return "".join(await self.voice.judged(left))

    async def _show(self) -> None:
        """Edit in what stands so far, when it could already stand as the answer."""
        if self.edit is None:
            return
        if await self.voice.judged(self.judge.whole, self.body):
            return
        now = self.voice.clock()
        if now - self._edited_at >= self.voice.settings.edit_seconds:
            self._edited_at = now
            await self.edit(self._finished())

    def _finished(self) -> str:
        closing = closing_of(self.spoken.draft.text)
        return "\n".join(filter(None, (self.judge.composed(self.body).strip(), closing)))

    async def _text(self, messages: tuple[Message, ...]) -> str:
        heard = ""
        async with aclosing(self._clean(messages)) as pieces:
            async for restart, piece in pieces:
                heard = piece if restart else heard + piece
                if len(heard) > MAX_CHARS:
                    break
        return without_marks(heard).strip()

    async def _clean(self, messages: tuple[Message, ...]) -> AsyncGenerator[tuple[bool, str]]:
        """What the model says without what it thinks, and whether to forget what it said before."""
        thoughts, heard = Thoughts(), 0
        limit = self.voice.settings.max_tokens
        async with aclosing(self.voice.model.stream(messages, max_tokens=limit)) as pieces:
            async for piece in pieces:
                restart, said = thoughts.feed(piece)
                if restart or said:
                    yield restart, printable(said)
                heard += len(piece)
                if heard > _MOST_THOUGHT:
                    return
        yield False, printable(thoughts.finish())


def _again(wrong: str, reasons: tuple[str, ...], before: str = "") -> tuple[Message, ...]:
    """What is added to a prompt to ask for one better sentence, or one better recommendation."""
    told = "；".join(reasons[:4])
    asked = f"這樣寫不行：{told}。只照資料重寫這一段，不要解釋。"
    return Message("assistant", before + wrong), Message("user", asked)


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
