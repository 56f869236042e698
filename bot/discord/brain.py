"""The assistant that answers now, and what can be looked up in memory beside it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.discord.suggestions import Kind, Suggestions
from bot.schema import Question
from knowledge.catalog import Catalogue

if TYPE_CHECKING:
    from datetime import datetime

    from bot.live import LiveAssistant
    from bot.schema import Answer, Language, Turn
    from knowledge.knowledge_base import KnowledgeBase
    from knowledge.schema import Route

DIGEST = 10


def digest(record_id: str) -> str:
    """A short name of a record for a button; an id may be as long as it likes."""
    return hashlib.blake2s(record_id.encode(), digest_size=DIGEST // 2).hexdigest()


@dataclass(frozen=True, slots=True)
class _Index:
    """What was worked out of one catalogue."""

    identity: str
    catalogue: Catalogue
    routes: dict[str, str]
    suggestions: Suggestions

    @classmethod
    def of(cls, knowledge: KnowledgeBase) -> _Index:
        catalogue = knowledge.catalogue
        routes = {digest(route.id): route.id for route in catalogue.all_routes()}
        return cls(knowledge.base.identity, catalogue, routes, Suggestions(catalogue))


class Brain:
    """Always over the newest snapshot; what the event loop looks up never waits for a new one."""

    def __init__(self, live: LiveAssistant) -> None:
        self._live = live
        self._index = _Index.of(live.current.knowledge)

    @property
    def knowledge(self) -> KnowledgeBase:
        """The snapshot that answers now."""
        return self._live.current.knowledge

    @property
    def suggestions(self) -> Suggestions:
        """Choices for autocomplete."""
        return self._index.suggestions

    def answer(
        self,
        text: str,
        now: datetime,
        *,
        history: tuple[Turn, ...] = (),
        user_id: str = "",
        scope: str = "",
        language: Language | None = None,
    ) -> Answer:
        """The answer to a question; blocks.

        Args:
            text: The question.
            now: The time in Taipei.
            history: What was said before.
            user_id: Who asks, where nobody else sees the answer; else empty.
            scope: The server whose notices count.
            language: In which to answer; the question's own if not given.
        """
        self.renew()
        question = Question(
            text,
            now.date(),
            history,
            user_id,
            now=f"{now:%H:%M}",
            scope=scope,
            language=language,
        )
        return self._live.answer(question)

    def renew(self) -> None:
        """Work out the names of a new catalogue; blocks."""
        knowledge = self.knowledge
        if knowledge.base.identity != self._index.identity:
            self._index = _Index.of(knowledge)

    def settle(self) -> None:
        """Wait until the newest snapshot answers; blocks."""
        self._live.live.settle()
        self.renew()

    def route(self, short: str) -> Route | None:
        """The route with this digest, if the catalogue still holds it."""
        index = self._index
        route_id = index.routes.get(short)
        return index.catalogue.route(route_id) if route_id else None

    def question_about(self, kind: Kind, named: str) -> str:
        """A question about something that a member named or picked from the list."""
        if kind == "route":
            route = self._index.catalogue.route(named)
            return f"{self.place_and_name(route)}介紹" if route else f"「{named}」這條路線介紹"
        if kind == "term":
            return f"{named}是什麼意思"
        return f"「{named}」{'岩場' if kind == 'crag' else '岩館'}介紹"

    def place_and_name(self, route: Route) -> str:
        """A route as people name it: crag, 的, its name."""
        crag = self._index.catalogue.crag(route.crag_id)
        name = f"{route.display_name} {route.pitch}".strip()
        return f"{crag.display_name}的「{name}」" if crag else f"「{name}」"

    def record_id(self, named: str) -> str:
        """The id of the gym or crag of this very name; empty when there is none."""
        if not named:
            return ""
        catalogue = self._index.catalogue
        gyms = {gym.id: (gym.id, gym.name, gym.name_en) for gym in catalogue.all_gyms()}
        crags = {crag.id: (crag.id, crag.name, crag.name_en) for crag in catalogue.crags()}
        return next((one for one, names in {**gyms, **crags}.items() if named in names), "")

    def crag_name(self, crag_id: str) -> str:
        """The name of a crag; empty when the catalogue does not hold it."""
        crag = self._index.catalogue.crag(crag_id)
        return crag.display_name if crag else ""
