"""One answer being spoken: heard sentence by sentence, judged, and shown where it holds."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from bot.model import ChatModel
from bot.prompts import FULL, Message, PromptStyle, Spoken, closing_of, speak_messages
from bot.voice.bench import Bench
from bot.voice.hearing import pieces_of, text_of
from bot.voice.house.guards import MAX_CHARS
from bot.voice.judging import Judge
from bot.voice.language.cleaning import in_taiwan_words, without_marks
from bot.voice.language.sentences import Sentences
from bot.voice.trimming import trimmed

if TYPE_CHECKING:
    from bot.voice.untold import Lost

Outcome = Literal["spoken", "kept", "skipped", "resting", "late", "failed", "faulty"]
"""``failed`` by the model, ``faulty`` by the judge."""
Edit = Callable[[str], Awaitable[None]]
_MOST_REPAIRS: Final = 3


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


@dataclass(slots=True)
class Attempt:
    """One answer being spoken by a model, before one judge."""

    model: ChatModel
    spoken: Spoken
    judge: Judge
    bench: Bench
    settings: VoiceSettings
    clock: Callable[[], float]
    edit: Edit | None
    body: str = ""
    heard: list[tuple[str, str]] = field(default_factory=list)
    """The sentences as they were said, or their second tries, and what of them stands."""
    rejected: list[Rejected] = field(default_factory=list)
    _edited_at: float = float("-inf")
    _repairs: int = 0

    async def run(self) -> Said:
        """Listen, judge, and say what came of it."""
        messages = speak_messages(self.spoken, self.settings.style)
        if await self.bench.judged(lambda: self.judge.answer.recommends):
            await self._whole_at_once(messages)
        else:
            await self._sentence_by_sentence(messages)
        reasons = await self.bench.judged(lambda: self.judge.whole(self.body))
        if reasons and self.heard:
            reasons = await self.bench.judged(self._reconsidered)
        if reasons:
            return await self.taken_back("kept", reasons)
        text = await self.bench.judged(self._finished)
        if self.edit is not None:
            await self.edit(text)
        return Said(text, "spoken", tuple(self.rejected), model=self.model.name)

    async def taken_back(self, outcome: Outcome, reasons: tuple[str, ...] = ()) -> Said:
        """The rendered answer, also where more had been shown already."""
        rendered = self.spoken.draft.text
        if self.edit is not None and self._edited_at > float("-inf"):
            # what was shown so far held, but not what became of it
            await self.edit(rendered)
        return Said(rendered, outcome, tuple(self.rejected), reasons, model=self.model.name)

    async def _sentence_by_sentence(self, messages: tuple[Message, ...]) -> None:
        cutter, heard = Sentences(), 0
        said = pieces_of(self.model, messages, self.settings.max_tokens)
        async with aclosing(said) as pieces:
            async for restart, piece in pieces:
                if restart:
                    cutter, self.body = Sentences(), ""
                    self.heard.clear()
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
        reasons = await self.bench.judged(lambda: self.judge.whole(self.body))
        if reasons:
            wrong = self.body
            self.body = await self._text((*messages, *_again(wrong, reasons)))
            still = await self.bench.judged(lambda: self.judge.whole(self.body))
            self.rejected.append(Rejected(wrong, reasons, not still))

    async def _take(self, sentence: str, messages: tuple[Message, ...]) -> None:
        """Keep a sentence that holds; ask once for a better one where it does not."""
        mended, reasons = await self._judged(sentence)
        if not reasons:
            self.heard.append((mended, mended))
            self.body += mended
            await self._show()
            return
        better = ""
        if self._repairs < _MOST_REPAIRS:
            self._repairs += 1
            better = await self._repaired(mended, reasons, messages)
        left = "" if better else await self._trimmed(mended)
        self.heard.append((better or mended, better or left))
        self.rejected.append(Rejected(mended, reasons, bool(better), bool(left)))
        self.body += better or left
        if better or left:
            await self._show()

    async def _judged(self, sentence: str) -> tuple[str, tuple[str, ...]]:
        """A sentence in Taiwan's words, and why it may not be said now."""

        def judged() -> tuple[str, tuple[str, ...]]:
            mended = in_taiwan_words(without_marks(sentence), self.judge.answer.quotes)
            return mended, self.judge.sentence(mended, self.body)

        return await self.bench.judged(judged)

    async def _repaired(
        self, sentence: str, reasons: tuple[str, ...], messages: tuple[Message, ...]
    ) -> str:
        text = await self._text((*messages, *_again(sentence, reasons, self.body)))
        first = (*(cutter := Sentences()).feed(text), *cutter.finish())[:1]
        better, still = await self._judged(first[0]) if first else ("", ())
        # a sentence that is said already repairs nothing, and twice it would cost the answer
        return "" if still or better.strip() in self.body else better

    async def _trimmed(self, sentence: str) -> str:
        """The sentence without the clauses that do not hold."""
        return await self.bench.judged(lambda: self._left(sentence, self.body))

    def _left(self, sentence: str, before: str, lost: Lost | None = None) -> str:
        """What may be said of a sentence, with its numbers; always this much is lost, if told."""
        answer = self.judge.answer

        def holds(words: str, told: str, other: Lost) -> bool:
            cited = answer.of_its_sentence(words, sentence)
            return not self.judge.sentence(cited, before + told, lost or other)

        left = trimmed(sentence, holds)
        return answer.of_its_sentence(left, sentence) if left else ""

    def _reconsidered(self) -> tuple[str, ...]:
        """Why what was said may not stand even where the whole answer would be lost for a word.

        One sentence that makes it an answer is taken before several: the others stay lost.
        """
        lost = [at for at, (said, stands) in enumerate(self.heard) if said != stands]
        for those in (*([at] for at in lost), lost):
            body = ""
            for at, (said, stands) in enumerate(self.heard):
                body += self._spared(said, body) if at in those else stands
            if not (reasons := self.judge.whole(body)):
                break
        else:
            return reasons
        self.body = body
        return ()

    def _spared(self, sentence: str, before: str) -> str:
        """What may be said of a sentence where the answer would be lost with it."""
        whole = not self.judge.sentence(sentence, before, "answer")
        return sentence if whole else self._left(sentence, before, "answer")

    async def _show(self) -> None:
        """Edit in what stands so far, when it could already stand as the answer."""
        if self.edit is None:
            return
        if await self.bench.judged(lambda: self.judge.whole(self.body)):
            return
        now = self.clock()
        if now - self._edited_at >= self.settings.edit_seconds:
            self._edited_at = now
            await self.edit(await self.bench.judged(self._finished))

    def _finished(self) -> str:
        closing = closing_of(self.spoken.draft.text)
        return "\n".join(filter(None, (self.judge.composed(self.body).strip(), closing)))

    async def _text(self, messages: tuple[Message, ...]) -> str:
        return await text_of(self.model, messages, self.settings.max_tokens)


def _again(wrong: str, reasons: tuple[str, ...], before: str = "") -> tuple[Message, ...]:
    """What is added to a prompt to ask for one better sentence, or one better recommendation."""
    told = "；".join(reasons[:4])
    asked = f"這樣寫不行：{told}。只照資料重寫這一段，不要解釋。"
    return Message("assistant", before + wrong), Message("user", asked)
