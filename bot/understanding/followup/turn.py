"""A question beside the turn before it, and what of that turn can be meant again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from bot.schema import Evidence, Intent, Mention, Query
from bot.understanding.conditions import Conditions
from bot.understanding.intents import gym_intent
from bot.understanding.reading import Reading
from knowledge.filters import GymFilter, RouteFilter

SET_INTENTS: frozenset[Intent] = frozenset(
    {"list", "count", "superlative", "distribution", "recommend"}
)
_LISTING: frozenset[Intent] = SET_INTENTS | {"gym_list"}
GYM_INTENTS: frozenset[Intent] = frozenset({"gym_info", "gym_hours", "gym_price"})
ONE_SUBJECT: frozenset[Intent] = frozenset({"fact", "convert", "safety", "compare", "superlative"})
_ABOUT_ROUTES: frozenset[Intent] = frozenset({"fact", "convert", "safety", "compare"})


@dataclass(frozen=True, slots=True)
class Context:
    """The turn before: its question as understood, and what the answer showed, in order."""

    query: Query
    route_ids: tuple[str, ...] = ()
    gym_ids: tuple[str, ...] = ()
    earlier: tuple[Mention, ...] = ()
    """The one route or gym that an earlier turn was about, before the talk went on to another."""
    aside: Query | None = None
    """A word or a piece of knowledge that was asked in the turn just before."""
    evidence: Evidence | None = None
    """What the answer of that turn was made of: the routes and groups that were shown."""
    told: tuple[Mention, ...] = ()
    """The routes and gyms that the talk was about one by one, in the order they came up."""
    places: tuple[Mention, ...] = ()
    """The crags, areas or walls that were asked about one by one, in the order they came up."""
    listed: Query | None = None
    """The question for a set of routes or gyms whose list was shown last."""
    shown: tuple[Mention, ...] = ()
    """The list that was shown last, in its order, while the talk is about what is in it."""

    def followed_by(
        self,
        query: Query,
        route_ids: tuple[str, ...],
        gym_ids: tuple[str, ...],
        evidence: Evidence | None = None,
    ) -> Context:
        """The context after the next turn."""
        after = Context(query, route_ids, gym_ids, evidence=evidence)
        own = (*self.last_routes, *self.last_gyms)
        same = {mention.ids for mention in (*after.last_routes, *after.last_gyms)}
        kept = self.earlier if own and own[0].ids in same else own
        return replace(
            after,
            earlier=kept if len(kept) == 1 else (),
            told=_with_last(self.told, after),
            places=_with_place(self.places, query),
            shown=_still_shown(self.shown, after.found),
            listed=query if query.intent in _LISTING else self.listed,
        )

    @property
    def found(self) -> tuple[Mention, ...]:
        """The routes or gyms of the answer, in their order."""
        routes = tuple(inherited(route_id, "route") for route_id in self.route_ids)
        return routes or tuple(inherited(gym_id, "gym") for gym_id in self.gym_ids)

    def of_kind(self, kind: str) -> tuple[Mention, ...]:
        """The routes, or the gyms, that the talk was about one by one."""
        return tuple(mention for mention in self.told if mention.kind == kind)

    @property
    def last_routes(self) -> tuple[Mention, ...]:
        """The routes that the turn was about, else the first one it showed."""
        if self.query.routes and self.query.intent in _ABOUT_ROUTES:
            shown = (self._shown(mention) for mention in self.query.routes)
            return tuple(mention for mention in shown if mention.ids)
        return tuple(inherited(route_id, "route") for route_id in self.route_ids[:1])

    def _shown(self, mention: Mention) -> Mention:
        """The readings of a name that the answer chose; all of them when it showed none."""
        chosen = tuple(each for each in mention.ids if each in self.route_ids)
        return replace(mention, ids=chosen or mention.ids)

    @property
    def last_gyms(self) -> tuple[Mention, ...]:
        """The gyms that the turn was about, else the first one it showed."""
        if self.query.gyms:
            return self.query.gyms
        return tuple(inherited(gym_id, "gym") for gym_id in self.gym_ids[:1])


def _with_last(told: tuple[Mention, ...], after: Context) -> tuple[Mention, ...]:
    """What was told of one by one, with the subject of the last turn where it is a new one."""
    about_one = after.query.intent in _ABOUT_ROUTES | GYM_INTENTS
    found = (*after.last_routes, *after.last_gyms) if about_one else ()
    if len(found) != 1 or len(found[0].ids) != 1:
        return told
    return told if any(each.ids == found[0].ids for each in told) else (*told, found[0])


def _with_place(places: tuple[Mention, ...], query: Query) -> tuple[Mention, ...]:
    """The places asked about, with that of the last turn; the last one stands last."""
    if len(query.places) != 1 or query.routes:
        return places
    return (*(each for each in places if each.ids != query.places[0].ids), query.places[0])


def _still_shown(before: tuple[Mention, ...], found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The list that was shown last: another one takes its place, and one of it leaves it."""
    if len(found) > 1:
        return found
    listed = {mention.ids for mention in before}
    return before if all(mention.ids in listed for mention in found) else ()


@dataclass(frozen=True, slots=True)
class Turn:
    """A question as it stands alone, its reading, and the turn before."""

    query: Query
    reading: Reading
    conditions: Conditions
    context: Context

    @property
    def before(self) -> Query:
        """The question of the turn before."""
        return self.context.query

    @property
    def asks_set(self) -> bool:
        """Whether the question says what it wants of a set: a list, a number, the hardest."""
        wanted = {"list", "count", "recommend", "distribution", "recommend_weak"}
        return bool(self.reading.cues & wanted or self.conditions.order)

    @property
    def brings_own_set(self) -> bool:
        """Whether it brings a subject of its own, such as all crags or the gyms of a city."""
        cues, conditions = self.reading.cues, self.conditions
        wants = bool(cues & {"list", "count"})
        gyms = "gym" in cues and (conditions.cities or conditions.regions or wants)
        crags = "crag" in cues and wants and not conditions.narrows_routes
        return bool(gyms or crags)

    def ask_route(self, ids: tuple[str, ...]) -> Query:
        """The question, asked of these routes."""
        kept: Intent = self.query.intent if self.query.intent in {"convert", "safety"} else "fact"
        return replace(
            self.query,
            intent=kept,
            routes=tuple(inherited(route_id, "route") for route_id in ids),
            fields=self.conditions.route_fields or ("overview",),
            topic=self.query.topic if kept != "fact" else "",
            filter=RouteFilter(),
            unknown=(),
            order=None,
            limit=None,
        )

    def ask_gym(self, ids: tuple[str, ...]) -> Query:
        """The question, asked of these gyms."""
        timed = ("hours",) if self.query.days or self.query.clock else ("overview",)
        return replace(
            self.query,
            intent=gym_intent(self.reading, self.conditions),
            gyms=tuple(inherited(gym_id, "gym") for gym_id in ids),
            fields=self.conditions.gym_fields or timed,
            topic="",
            gym_filter=GymFilter(facilities=self.query.gym_filter.facilities),
            unknown=(),
        )


def inherited(record_id: str, kind: Literal["route", "gym"]) -> Mention:
    """A record of the turn before, meant again without being named."""
    return Mention(surface="", kind=kind, ids=(record_id,), how="inherited")
