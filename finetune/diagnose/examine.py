"""One failed question, step by step: the first stage that lost the answer is the cause."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from bot.prompts import FULL, PromptStyle, speak_messages
from bot.rendering import render
from bot.schema import Question
from bot.verifier import verify
from finetune.diagnose.causes import Finding
from finetune.diagnose.evidence import Perfect, perfect_evidence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.assistant import Assistant
    from bot.prompts import Message
    from bot.schema import Answer
    from finetune.diagnose.causes import Cause
    from knowledge.schema import Gym, Records, Route

    Speak = Callable[[Sequence[Sequence[Message]]], list[str]]


@dataclass(frozen=True, slots=True)
class Failure:
    """A question that was answered wrongly, and what would have been right."""

    text: str
    today: date
    perfect: Perfect
    task: str = ""
    history: tuple[str, ...] = field(default=())


def examine(
    failure: Failure,
    assistant: Assistant,
    truth: Records,
    speak: Speak,
    style: PromptStyle = FULL,
    nearest: Callable[[str], Sequence[str]] = lambda _: (),
) -> Finding:
    """The cause of a failure.

    Args:
        failure: The question and its gold.
        assistant: As it is in production, over what is loaded.
        truth: The records as they should be loaded.
        speak: The voice that failed.
        style: The size of its prompts.
        nearest: Card ids that a retriever with the tuning as shipped finds relevant.
    """
    answer = assistant.answer(Question(failure.text, failure.today))
    lost = _lost(failure, assistant, answer, nearest)
    if lost is not None:
        return Finding(failure.text, lost[0], lost[1], failure.task)
    query = answer.query
    if query is None:
        return Finding(failure.text, "filter", "沒有讀懂", failure.task)
    perfect = perfect_evidence(failure.perfect, truth, query, failure.today)
    said = speak([speak_messages(perfect, style)])[0]
    missing = [word for word in failure.perfect.expected if word not in said]
    if missing:
        return Finding(failure.text, "behaviour", f"沒說「{missing[0]}」", failure.task)
    verdict = verify(
        said,
        perfect.evidence,
        gazetteer=assistant.knowledge.gazetteer,
        asked=query.text,
        figures=perfect.draft.figures,
    )
    if not verdict.ok:
        wrong = verdict.unsupported[0]
        cause: Cause = "verifier" if wrong.surface in failure.perfect.expected else "behaviour"
        return Finding(failure.text, cause, f"「{wrong.surface}」沒有資料支持", failure.task)
    if all(word in answer.text for word in failure.perfect.expected):
        return Finding(failure.text, "passes", "資料和答案現在都對", failure.task)
    return Finding(failure.text, "rendering", "給了完整的資料就說對", failure.task)


def _lost(
    failure: Failure,
    assistant: Assistant,
    answer: Answer,
    nearest: Callable[[str], Sequence[str]],
) -> tuple[Cause, str] | None:
    """The stage before the voice that lost the gold; ``None`` when the voice had all of it."""
    perfect = failure.perfect
    if perfect.card_id or perfect.nothing:
        return _lost_card(perfect.card_id, answer, nearest(failure.text))
    catalogue = assistant.knowledge.catalogue
    held: dict[str, Route | Gym] = {}
    held.update((route.id, route) for route in catalogue.all_routes())
    held.update((gym.id, gym) for gym in catalogue.all_gyms())
    absent = [one.name for one in perfect.records if one.id not in held]
    if absent:
        return "missing_record", f"沒有「{absent[0]}」"
    stale = _stale(perfect, held)
    if stale is not None:
        return stale
    evidence = answer.evidence
    given: set[str] = set()
    if evidence is not None:
        given = {one.id for one in evidence.routes} | {one.id for one in evidence.gyms}
    unseen = [one for one in perfect.ids if one not in given]
    if unseen:
        return _unseen(unseen[0], held, answer)
    if answer.query is not None and evidence is not None:
        draft = render(answer.query, evidence).text
        missing = [word for word in perfect.expected if word not in draft]
        if missing and not perfect.fields:
            return "rendering", f"排出來的答案沒有「{missing[0]}」"
    return None


def _stale(perfect: Perfect, held: dict[str, Route | Gym]) -> tuple[Cause, str] | None:
    """A loaded record that says something else than the gold in a field that is asked for."""
    for gold in perfect.records:
        for name in perfect.fields:
            right, loaded = _value(gold, name), _value(held[gold.id], name)
            if right != loaded:
                if loaded in {"", "None", "()"}:
                    return "missing_value", f"「{gold.name}」沒有記 {name}"
                return "stale_record", f"「{gold.name}」的 {name} 是 {loaded}，正解是 {right}"
    return None


def _value(record: Route | Gym, name: str) -> str:
    """A field as text; a grade by its words, a price by its key."""
    prices = getattr(record, "prices", {})
    if name in prices or name in {"weekday", "weekend", "twilight", "shoes", "harness"}:
        return str(prices.get(name, ""))
    found = getattr(record, {"length": "length_m"}.get(name, name), "")
    return str(getattr(found, "raw", found))


def _unseen(record_id: str, held: dict[str, Route | Gym], answer: Answer) -> tuple[Cause, str]:
    """The record is loaded and did not reach the prompt: its name or a condition lost it."""
    name = held[record_id].name
    query = answer.query
    mentioned = (
        {one for mention in (*query.routes, *query.gyms) for one in mention.ids} if query else set()
    )
    if record_id in mentioned:
        return "filter", f"認出「{name}」，條件把它濾掉"
    named = query is not None and (query.unknown or name in query.text)
    if query is not None and not named and query.intent in {"list", "recommend", "superlative"}:
        return "filter", f"條件不含「{name}」"
    return "linking", f"沒認出「{name}」"


def _lost_card(card_id: str, answer: Answer, near: Sequence[str]) -> tuple[Cause, str] | None:
    """A card that did not come, or one that came though nothing answers the question."""
    given = [one.card.id for one in answer.evidence.cards] if answer.evidence else []
    if not card_id:
        told = [one for one in given if one not in near]
        return ("floor", f"門檻太低，給了不相干的 {told[0]}") if told else None
    if card_id in given:
        return None
    if card_id in near:
        return "floor", f"{card_id} 排第 {near.index(card_id) + 1}，分數不到門檻"
    return "index", f"搜尋不到 {card_id}"
