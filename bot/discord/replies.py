"""An answer as the messages that carry it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import discord

from bot.discord.cards import recommendation_cards, text_card
from bot.discord.markup import escape
from bot.discord.splitting import split_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.schema import Answer, Intent, Language

_CARD_INTENTS: frozenset[Intent] = frozenset({"fact", "crag_info", "gym_info", "knowledge"})
_NO_BUTTONS: frozenset[Intent] = frozenset({"greeting", "thanks", "help", "emergency"})


@dataclass(frozen=True, slots=True)
class Buttons:
    """Which buttons stand under an answer."""

    route_ids: tuple[str, ...] = ()
    """Routes to wish for or to log; none shows no such buttons."""
    more: bool = False
    page: int = 0
    """How many batches were shown before this one."""
    vote: bool = True


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message to send."""

    content: str = ""
    embeds: tuple[discord.Embed, ...] = ()
    buttons: Buttons | None = None
    view: discord.ui.View | None = None
    """Buttons of another kind, instead."""


def compose(answer: Answer, *, head: str = "", notes: Sequence[str] = ()) -> tuple[Outgoing, ...]:
    """The messages of an answer, in order; the last one has the buttons.

    Args:
        answer: What the assistant said.
        head: Stands before it, already escaped: a quotation of the question.
        notes: Stand after it, already escaped.
    """
    text, embeds = _body(answer)
    content = "\n".join(part for part in (head, text, *notes) if part)
    parts = [Outgoing(part) for part in split_text(content)] or [Outgoing()]
    parts[-1] = replace(parts[-1], embeds=embeds, buttons=_buttons(answer))
    return tuple(parts)


def language_of(answer: Answer) -> Language:
    """The language in which an answer was given."""
    return answer.query.language if answer.query else "zh"


def _body(answer: Answer) -> tuple[str, tuple[discord.Embed, ...]]:
    """Text and embeds: what a card shows is not said twice."""
    if answer.intent == "recommend" and (found := recommendation_cards(answer.text)):
        before, cards, after = found
        return escape("\n".join([*before, *after])), tuple(cards)
    if answer.intent in _CARD_INTENTS and (card := text_card(answer.text)):
        # a notification shows no card: its headline stands in the text as well
        return escape(answer.text.split("\n", 1)[0]), (card,)
    return escape(answer.text), ()


def _buttons(answer: Answer) -> Buttons | None:
    if answer.intent in _NO_BUTTONS:
        return None
    recommended = answer.intent == "recommend" and bool(answer.route_ids)
    one = answer.intent == "fact" and len(answer.route_ids) == 1
    routes = answer.route_ids[:3] if recommended or one else ()
    return Buttons(route_ids=routes, more=recommended)
