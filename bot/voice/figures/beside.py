"""Whether a figure right beside a name is that name's: a route's grade, a place's count.

The verifier lets a figure pass that the question or the answer holds for another reason: 「5.12c
以上」 was asked for, and is no grade of the route beside it. What stands close is held here against
the record alone; what stands further away is no matter of this module. Pure.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING, Final

from bot.verifier.facts import scan
from bot.voice.evidence.compared import spans_of
from bot.voice.evidence.records import texts_of
from bot.voice.figures.reading import spans_of_grades
from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.prompts import Spoken
    from bot.verifier.facts import Fact
    from knowledge.filters import GradeBounds
    from knowledge.schema import Area, Crag, Route, Sector

_BETWEEN: Final = re.compile(
    r"[「」『』“”\"\s:：(（]*(?:[^，。；;、,\n()（）「]{0,3}那[條間個題])?"
    r"(?:的|是|有|在|就|只|也|佔|占|共|定|記|寫|標|了|全長|總長|長度?|高度?|難度|級數|grade|goes|graded|climbs|comes|in|at|is|was|a|an|has|about)*[\s:：(（]*",
    re.IGNORECASE,
)
_NO: Final = re.compile(r"不|沒|非|比|or|not|than|嗎|還是|[?？]|差|多|少")
_AGAINST: Final = re.compile(r"(?:比|較|\bthan\b)[^，。；、,.;]*$", re.IGNORECASE)
_LONGER: Final = re.compile(r"[長高]$")
"""「比霧笛長 11 公尺」 gives no length of it."""
_GOES_ON: Final = re.compile(
    r"\s*(?:[-–~/+?]|到|至|to\b|以[上下]|嗎|還是|或|or\b|的(?:那|話)"
    r"|(?:longer|shorter|taller|higher|harder|easier|more|less|fewer)\b)"
)
"""A range, a condition, a difference or a question: no figure of the name."""
_RANGE: Final = re.compile(
    r"(5\.\d+[a-d]?|V\d+)\s*(?:一路|一直)?(?:排|開)?(?:到|至|[-–~〜～]|to)\s*(5\.\d+[a-d]?|V\d+)",
    re.IGNORECASE,
)


class Beside:
    """The figures that one answer may put right beside its names.

    Args:
        spoken: The question, its records and its answer.
    """

    def __init__(self, spoken: Spoken) -> None:
        self._spoken = spoken
        self._evidence = spoken.evidence

    def faults(self, text: str) -> Iterator[str]:
        """The names with figures that are not theirs."""
        told = plain(text)
        for line in re.split(r"[\n。；;！!？?]", told):
            yield from self._figures(line)
        yield from self._unknown_grades(told)
        yield from self._unknown_lengths(told)
        yield from self._bounds(told)

    def _unknown_grades(self, told: str) -> Iterator[str]:
        """Grades that stand nowhere: none of the records, of the answer or of the question."""
        known = self._known
        for fact in scan(told):
            if fact.kind == "grade" and re.match(r"5\.|V\d", fact.surface, re.IGNORECASE):
                parts = re.findall(r"5\.\d+[a-d]?|v\d+|(?<=/)[a-d]", fact.surface.lower())
                if not all(len(one) == 1 or one in known for one in parts):
                    yield fact.surface

    def _unknown_lengths(self, told: str) -> Iterator[str]:
        """Lengths that no route of the answer has, where all of its routes are known."""
        routes = self._evidence.routes
        if not routes or self._evidence.gyms:
            return
        held = {f"{one.length_m:.12g}" for one in routes if one.length_m is not None}
        spoken = self._spoken
        texts = [text for one in routes for text in texts_of(one)]
        shown = plain("\n".join([*texts, spoken.draft.text, spoken.query.text]))
        held |= set(re.findall(r"(?<![\d.])\d+(?:\.\d+)?", shown))
        gaps = {f"{abs(float(a) - float(b)):.12g}" for a in held for b in held if len(held) < 60}
        for fact in scan(told):
            apart = re.search(r"[差多少長短]|\bby\b", told[max(0, fact.start - 5) : fact.start])
            after = re.match(
                r"[\s-]*(?:longer|shorter|more|less|apart|difference|gap)", told[fact.end :]
            )
            known = held | gaps if apart or after else held
            if fact.kind == "length" and not set(fact.values) & known:
                yield fact.surface

    def _bounds(self, told: str) -> Iterator[str]:
        """A range of grades that is neither of a selection of the answer nor what was asked."""
        if self._spoken.query.intent not in {"count", "distribution", "compare", "crag_info"}:
            return
        shown = plain(f"{self._spoken.draft.text}\n{self._spoken.query.text}").lower()
        given = {(one[1], one[2].rstrip("?")) for one in _RANGE.finditer(shown)}
        for bounds in self._all_bounds:
            low, high = bounds.easiest, bounds.hardest
            ends = (
                (low.raw.lower().rstrip("?+"), low.lo),
                (high.raw.lower().rstrip("?+"), high.hi, high.lo),
            )
            given |= set(product(*ends))
        given |= {(one.lower(), other.lower()) for one, other in spans_of_grades(self._evidence)}
        for match in _RANGE.finditer(told.lower()):
            near = {(match[1], match[2])} | {
                (match[1].rstrip("abcd"), match[2].rstrip("abcd")),
            }
            if given and not near & given:
                yield match[0]

    @cached_property
    def _all_bounds(self) -> tuple[GradeBounds, ...]:
        """The bounds of the selection and of each place of it."""
        evidence = self._evidence
        found = (evidence.bounds, *(group.bounds for group in evidence.groups))
        return tuple(one for one in found if one is not None)

    @cached_property
    def _known(self) -> str:
        """Every text in which a grade may stand, its letter groups without their letters too."""
        spoken = self._spoken
        routes = (*self._evidence.routes, *self._evidence.near_misses)
        texts = [text for one in routes for text in texts_of(one)]
        texts += [one.grade.raw for one in routes]
        places = (*self._evidence.crags, *self._evidence.areas, *self._evidence.sectors)
        texts += [text for one in places for text in texts_of(one)]
        for bounds in self._all_bounds:
            texts += [bounds.easiest.raw, bounds.hardest.raw]
        texts += [one.label for one in self._evidence.buckets]
        history = [turn.content for turn in spoken.history]
        held = plain("\n".join([*texts, *history, spoken.draft.text, spoken.query.text])).lower()
        return held + " ".join(re.findall(r"5\.\d+(?=[a-d])", held))

    def _figures(self, line: str) -> Iterator[str]:
        """Grades, lengths and bolts right behind the name of a route that has others."""
        facts = [one for one in scan(line) if one.kind in {"grade", "length", "bolts"}]
        for start, end, name in self._spots(line):
            gap = _BETWEEN.match(line, end)
            at = gap.end() if gap else end
            fact = next((one for one in facts if one.start == at), None)
            if fact is None or _NO.search(line[end:at]) or _GOES_ON.match(line, fact.end):
                continue
            if _LONGER.search(line[end:at].rstrip()) and _AGAINST.search(line[:start]):
                continue
            held = [one for one in self._routes_of[name] if _value_of(one, fact.kind) is not None]
            if held and not any(_is_so(fact, one) for one in held):
                yield line[start : fact.end].strip()

    def _spots(self, line: str) -> list[tuple[int, int, str]]:
        """Where routes and places of namesakes are named, no name inside another."""
        found = [
            (start, end, name) for name in self._routes_of for start, end in spans_of(line, name)
        ]
        return sorted(
            one
            for one in found
            if not any(
                other != one and other[0] <= one[0] and one[1] <= other[1] for other in found
            )
        )

    @cached_property
    def _routes_of(self) -> dict[str, list[Route]]:
        """The routes whose figures may stand beside a name: all that bear it.

        Beside a place those that lie there, where every route of the answer bears one name.
        """
        held: dict[str, list[Route]] = {}
        routes = (*self._evidence.routes, *self._evidence.near_misses)
        for route in routes:
            for name in {route.name, route.name_en, *route.aliases, *route.old_names} - {""}:
                if len(name) > 1 and name != route.pitch:
                    held.setdefault(plain(name), []).append(route)
        if len({one.name for one in routes}) == 1 and len(routes) > 1:
            for route in routes:
                for place in self._places_of(route):
                    held.setdefault(plain(place), []).append(route)
        return held

    def _places_of(self, route: Route) -> Iterator[str]:
        evidence = self._evidence
        ids = {route.crag_id, route.area_id, route.sector_id}
        places: tuple[Crag | Area | Sector, ...] = (
            *evidence.crags,
            *evidence.areas,
            *evidence.sectors,
        )
        for one in places:
            if one.id in ids:
                yield from (name for name in (one.name, one.name_en) if len(name) > 1)


def _value_of(route: Route, kind: str) -> object:
    return {"grade": route.grade, "length": route.length_m, "bolts": route.bolts}[kind]


def _is_so(fact: Fact, route: Route) -> bool:
    if fact.kind != "grade":
        value = route.length_m if fact.kind == "length" else route.bolts
        return f"{value:.12g}" in fact.values
    raw = route.grade.raw.lower()
    held = {raw, route.grade.lo, route.grade.hi, *raw.split("/")}
    held |= {re.sub(r"[+?-]+$", "", one) for one in (raw, *raw.split("/"))}
    held |= {re.sub(r"[a-d]$", "", one) for one in held}
    short = {one.removeprefix("5.") for one in held}
    return bool(set(fact.values) & (held | short)) or any(
        one.startswith(raw) for one in fact.values
    )
