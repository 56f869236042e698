"""The assistant that answers now, and what can be looked up in memory beside it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from bot.discord.suggestions import Suggestions
from bot.schema import Question

if TYPE_CHECKING:
    from datetime import datetime

    from bot.assistant import Assistant
    from bot.schema import Answer, Turn
    from knowledge.schema import Route

DIGEST = 10


def digest(record_id: str) -> str:
    """A short name of a record for a button; an id may be as long as it likes."""
    return hashlib.blake2s(record_id.encode(), digest_size=DIGEST // 2).hexdigest()


class Brain:
    """Holds one assistant; :meth:`replace` swaps it, running answers keep theirs."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self._digests = _digests(assistant)
        self._suggestions = Suggestions(assistant.knowledge.catalogue)

    @property
    def suggestions(self) -> Suggestions:
        """Choices for autocomplete."""
        return self._suggestions

    @property
    def assistant(self) -> Assistant:
        """The assistant that answers now."""
        return self._assistant

    def replace(self, assistant: Assistant) -> None:
        """Answer with this assistant from now on."""
        digests, suggestions = _digests(assistant), Suggestions(assistant.knowledge.catalogue)
        self._assistant, self._digests, self._suggestions = assistant, digests, suggestions

    def answer(
        self,
        text: str,
        now: datetime,
        *,
        history: tuple[Turn, ...] = (),
        user_id: str = "",
    ) -> Answer:
        """The answer to a question; blocks."""
        question = Question(text, now.date(), history, user_id, now=f"{now:%H:%M}")
        return self._assistant.answer(question)

    def route(self, short: str) -> Route | None:
        """The route with this digest, if the catalogue still holds it."""
        route_id = self._digests.get(short)
        return self._assistant.knowledge.catalogue.route(route_id) if route_id else None

    def route_question(self, named: str) -> str:
        """A question about a route that a member named or picked from the list."""
        catalogue = self._assistant.knowledge.catalogue
        route = catalogue.route(named)
        return self.place_and_name(route) if route else f"「{named}」這條路線"

    def place_and_name(self, route: Route) -> str:
        """A route as people name it: crag, 的, its name."""
        crag = self._assistant.knowledge.catalogue.crag(route.crag_id)
        name = f"{route.display_name} {route.pitch}".strip()
        return f"{crag.display_name}的「{name}」" if crag else f"「{name}」"


def _digests(assistant: Assistant) -> dict[str, str]:
    return {digest(route.id): route.id for route in assistant.knowledge.catalogue.all_routes()}
