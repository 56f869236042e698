"""The clauses of a message that tells of climbs, and what they share.

A clause with a climb of its own becomes an entry; one without says something of the entry before
it, or of all. Days and places hold until others are named.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.ascents import Mode, Result
from bot.understanding.personal.days import Window
from bot.understanding.personal.scanning import Piece, pattern

if TYPE_CHECKING:
    from knowledge.gazetteer import NameMention

_BORDER = pattern(
    r"[，,、；;。\n]|還有|然後|以及|另外|接著|和|跟(?!攀|爬)|\s(?:and|then|plus)\s(?:then\s)?"
    r"|\s[/|+&]\s|[｜／]|\.\s"
)


@dataclass(slots=True)
class Clause:
    """One part of a message with everything that was found in it."""

    start: int
    end: int
    route: tuple[str, tuple[str, ...], bool] | None = None
    """Name as told, catalogue ids, whether it was guessed."""
    own: list[str] = field(default_factory=list)
    grades: list[str] = field(default_factory=list)
    results: list[Piece[Result]] = field(default_factory=list)
    weak: bool = False
    """Whether its results only say that it was tried."""
    mode: Mode | None = None
    tries: int | None = None
    falls: int | None = None
    rating: int | None = None
    colour: str = ""
    count: int | None = None
    angle: int | None = None
    pitches: int | None = None
    window: Window | None = None
    place: dict[str, str] = field(default_factory=dict)
    anchor_at: int = -1
    wall: tuple[str, int] | None = None
    """Name of an area or sector and where it stands."""
    remark: str = ""
    refers: tuple[int, ...] = ()
    """Which of the climbs it speaks of, from 0: 「前面那條」「後者」."""
    climbed: bool = False
    all: bool = False

    @property
    def anchored(self) -> bool:
        """Whether it tells of a climb of its own."""
        counted = self.count is not None and (bool(self.grades) or bool(self.colour))
        judged = bool(self.grades and self.results)
        return self.route is not None or counted or judged or bool(self.colour)

    @property
    def opinion(self) -> bool:
        """Whether it only says what the climber thinks of a climb."""
        return bool(self.own or self.rating) and not self.results


def borders(
    masked: str, mentions: list[NameMention], counts: list[int], results: list[int]
) -> list[tuple[int, int]]:
    """Where the clauses begin and end: at marks, and between two climbs that none parts."""
    cuts: list[tuple[int, int]] = [match.span() for match in _BORDER.finditer(masked)]
    routes = sorted(name.start for name in mentions if name.kind == "route")
    pairs = list(pairwise(routes))
    if pairs and any(at < routes[0] for at in results):
        # 「先 onsight A 再紅點 B」: how it went stands before what was climbed
        between = [[at for at in results if one < at < two] for one, two in pairs]
        pairs = [(a, at[-1] if at else b) for (a, b), at in zip(pairs, between, strict=True)]
    for before, start in (*pairs, *pairwise(counts)):
        # a border between them has parted them already
        if not any(before < left and right <= start for left, right in cuts):
            cuts.append((start, start))
    cuts.sort()
    spans, start = [], 0
    for left, right in cuts:
        if left >= start:
            spans.append((start, left))
            start = right
    return [*spans, (start, len(masked))]


def merged(clauses: list[Clause]) -> Clause:
    """All clauses as one, where none tells of a climb of its own."""
    whole = Clause(clauses[0].start, clauses[-1].end)
    for clause in clauses:
        _add(whole, clause)
    return whole


def _add(into: Clause, other: Clause) -> None:
    """What another clause says, where nothing was said yet."""
    into.grades = into.grades or other.grades
    into.own = into.own or other.own
    if not into.results or (other.results and (_is_plain(into.results) or into.weak)):
        # 「收掉了，RP」「試了三次，最後 RP」: how it was done stands behind
        into.weak = other.weak
        into.results = other.results or into.results
    into.mode = into.mode or other.mode
    into.tries = into.tries or other.tries
    into.falls = into.falls or other.falls
    into.rating = into.rating or other.rating
    into.angle = into.angle or other.angle
    into.pitches = into.pitches or other.pitches
    into.count = into.count or other.count
    into.window = into.window or other.window
    into.climbed = into.climbed or other.climbed
    into.remark = "，".join(each for each in (into.remark, other.remark) if each)
    into.place = into.place or other.place


def _is_plain(found: list[Piece[Result]]) -> bool:
    """Whether it is only said that a climb was done, not how."""
    return all(one.value in {"send", "clean"} for one in found)


def share(clauses: list[Clause], anchored: list[Clause]) -> None:
    """Give the climbs what is said of them in other clauses."""
    for at, clause in enumerate(clauses):
        if clause.anchored:
            continue
        meant = [anchored[one] for one in clause.refers if -len(anchored) <= one < len(anchored)]
        if meant:
            for each in meant:
                _add(each, clause)
            continue
        before = next((each for each in reversed(clauses[:at]) if each.anchored), None)
        after = next((each for each in clauses[at:] if each.anchored), None)
        if clause.all and before is not None:
            for each in anchored:
                if each.start < clause.start:
                    each.results = each.results or clause.results
                    each.mode = each.mode or clause.mode
        (_add(before, clause) if before is not None else _add(after or anchored[0], clause))
    _share_all(anchored)
    _share_forward(anchored)


def _share_all(anchored: list[Clause]) -> None:
    """「A、B、C 都 flash」: said of the last and meant of all."""
    for at, clause in enumerate(anchored):
        for each in reversed(anchored[:at]):
            if not (clause.all and clause.results) or each.results:
                break
            each.results = clause.results
    days = {each.window.start for each in anchored if each.window}
    places = [each.place for each in anchored if each.place]
    if len(days) == 1:
        window = next(each.window for each in anchored if each.window)
        for each in anchored:
            each.window = window
    if len({tuple(place.items()) for place in places}) == 1:
        for each in anchored:
            each.place = dict(places[0])


def _share_forward(anchored: list[Clause]) -> None:
    """What stands before the first name goes on: a day, a place, 「flash 了 A、B」."""
    for before, clause in pairwise(anchored):
        clause.window = clause.window or before.window
        clause.place = clause.place or before.place
        clause.mode = clause.mode or before.mode
        leads = before.results and before.anchor_at >= 0
        if not clause.results and leads and before.results[0].start < before.anchor_at:
            clause.results = before.results
        clause.climbed = clause.climbed or before.climbed
