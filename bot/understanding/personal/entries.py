"""A message that tells of climbs, as entries: 「今天 A RP、B flash、C 沒上」 is three of them.

The message falls into clauses; a clause with a climb of its own is an entry, one without says
something of the entry before it, or of all. Days and places hold until others are named.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.ascents import Ascent, Mode, Result
from bot.personal import Entry
from bot.understanding.personal import slots
from bot.understanding.personal.days import Window, windows
from bot.understanding.personal.names import is_gym_name, leftover, linked
from bot.understanding.personal.scanning import Piece, blank, fold, pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence
    from datetime import date

    from bot.understanding.personal.names import RouteNames
    from bot.understanding.reading import Reading
    from knowledge.gazetteer import Gazetteer, NameMention
    from knowledge.grades import GradeMention

MAX_ENTRIES = 30
"""More of one message than that are not believed."""
_BORDER = pattern(
    r"[，,、；;。\n]|還有|然後|以及|另外|接著|和|跟(?!攀|爬)|\s(?:and|then|plus)\s(?:then\s)?"
)
_QUOTED = pattern(r"[「『“\"]([^「」『』“”\"]{1,40})[」』”\"]")
_PLACED = pattern(r"(?:在|去|到|於|\bat|\bin)\s?$")
_JUST_NOW = pattern(r"剛剛|剛才|剛爬|終於|總算|(?<![a-z])(?:just|finally)(?![a-z])")
_COMMAND = pattern(
    r"幫我|請|麻煩|謝謝|感謝|記(?:一筆|一下|下來?|起來|錄)?|紀錄|登記|存|喔|吧|please|thanks?|"
    r"log it|save it|that.s it"
)
_STOPS = frozenset("，,。.！!；;~～")
"""Marks behind which somebody goes on about the climb just told; 「、」 goes on to the next."""
_ALL = pattern(r"都|全部|全都|[兩三四]條(?:都)?是|\ball\b|\bboth\b")


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


@dataclass(frozen=True, slots=True)
class Told:
    """What a message tells."""

    entries: tuple[Entry, ...]
    windows: tuple[Window, ...]
    climbed: bool
    """Whether it says that climbing was done."""
    just_now: bool = False
    """Whether it happened just now: 「剛剛」「終於」."""


def read_entries(reading: Reading, names: RouteNames, gazetteer: Gazetteer, today: date) -> Told:
    """Everything that the message tells of climbs."""
    text = reading.text
    note = slots.note(text, fold(text))
    body = text[: note.start] if note else text
    clauses, told_windows = _clauses(body, reading, names, gazetteer, today)
    entries = _entries(clauses)
    if note and entries:
        entries = [_noted(entry, note.value) for entry in entries]
    climbed = any(clause.climbed or clause.results for clause in clauses)
    just_now = bool(_JUST_NOW.search(fold(body)))
    return Told(tuple(entries[:MAX_ENTRIES]), told_windows, climbed, just_now)


def _clauses(
    body: str, reading: Reading, names: RouteNames, gazetteer: Gazetteer, today: date
) -> tuple[list[Clause], tuple[Window, ...]]:
    end = len(body)
    mentions = [name for name in (*reading.names, *reading.denied) if name.end <= end]
    quoted = [
        match
        for match in _QUOTED.finditer(body)
        if not any(name.start < match.end() and match.start() < name.end for name in mentions)
    ]
    folded = blank(
        fold(body),
        [*((name.start, name.end) for name in mentions), *(match.span() for match in quoted)],
    )
    told = tuple(w for w in windows(body, reading.days, today) if w.end <= end)
    grades = [grade for grade in reading.grades if grade.end <= end]
    masked = blank(
        folded,
        [
            *((window.start, window.end) for window in told),
            *((grade.start, grade.end) for grade in grades),
        ],
    )
    counts = slots.numbers(folded, slots.COUNT, 50)
    results = [piece.start for piece in slots.results(masked)]
    borders = _borders(masked, mentions, [piece.start for piece in counts], results)
    clauses = [Clause(start, stop) for start, stop in borders]
    filler = _Filler(body, folded, clauses)
    filler.windows(told)
    filler.grades(grades)
    filler.slots(counts, masked)
    filler.mentions(mentions)
    for match in quoted:
        filler.quoted(match, names, gazetteer)
    filler.leftovers(names, gazetteer)
    return clauses, told


def _borders(
    masked: str, mentions: list[NameMention], counts: list[int], results: list[int]
) -> list[tuple[int, int]]:
    cuts: list[tuple[int, int]] = [match.span() for match in _BORDER.finditer(masked)]
    routes = sorted(name.start for name in mentions if name.kind == "route")
    pairs = list(pairwise(routes))
    if pairs and any(at < routes[0] for at in results):
        # 「先 onsight A 再紅點 B」: how it went stands before what was climbed
        between = [[at for at in results if one < at < two] for one, two in pairs]
        pairs = [(a, at[-1] if at else b) for (a, b), at in zip(pairs, between, strict=True)]
    for before, start in (*pairs, *pairwise(counts)):
        # a border between them has parted them already
        if not any(before <= left and right <= start for left, right in cuts):
            cuts.append((start, start))
    cuts.sort()
    spans, start = [], 0
    for left, right in cuts:
        if left >= start:
            spans.append((start, left))
            start = right
    return [*spans, (start, len(masked))]


class _Filler:
    """Puts what was found into the clauses and remembers which characters are claimed."""

    def __init__(self, body: str, folded: str, clauses: list[Clause]) -> None:
        self._body = body
        self._folded = folded
        self._rest = folded
        self._clauses = clauses

    def _at(self, start: int) -> Clause:
        inside = [each for each in self._clauses if each.start <= start < max(each.end, start + 1)]
        return inside[-1] if inside else self._clauses[-1]

    def _claim(self, start: int, end: int) -> None:
        self._rest = blank(self._rest, [(start, end)])

    def windows(self, told: tuple[Window, ...]) -> None:
        for window in told:
            self._at(window.start).window = window
            self._claim(window.start, window.end)

    def grades(self, grades: list[GradeMention]) -> None:
        for grade in grades:
            clause = self._at(grade.start)
            own = slots.OWN.search(self._folded[: grade.start])
            (clause.own if own else clause.grades).append(grade.surface.strip())
            self._claim(own.start() if own else grade.start, grade.end)

    def slots(self, counts: tuple[Piece[int], ...], masked: str) -> None:
        """Figures first, so that 「掉兩次」 is no number of tries; words last."""
        for match in slots.NO_TRIES.finditer(self._rest):
            self._claim(*match.span())
        for match in slots.THEN_SENT.finditer(self._rest):
            self._at(match.start()).results.append(Piece(*match.span(), "redpoint"))
            self._claim(*match.span())
        self._take(slots.numbers(self._rest, slots.FALLS), "falls")
        stars = slots.rating(self._rest)
        self._take((stars,) if stars else (), "rating")
        self._take(slots.numbers(self._rest, slots.TRIES), "tries")
        self._take(slots.numbers(self._rest, slots.ANGLE, 90), "angle")
        self._take(slots.numbers(self._rest, slots.PITCHES, 40), "pitches")
        self._take(counts, "count")
        colours = slots.colours(self._folded)
        self._take(
            tuple(one for one in colours if masked[one.start] == self._folded[one.start]), "colour"
        )
        self._take(slots.modes(self._rest), "mode")
        for result in slots.results(self._rest):
            self._at(result.start).results.append(result)
            self._claim(result.start, result.end)
        for clause in self._clauses:
            words = self._folded[clause.start : clause.end]
            clause.results = _settled(clause.results, self._folded)
            clause.climbed = slots.climbed(words)
            clause.all = bool(_ALL.search(words))

    def _take(self, pieces: Sequence[Piece[object]], name: str) -> None:
        for piece in pieces:
            setattr(self._at(piece.start), name, piece.value)
            self._claim(piece.start, piece.end)

    def mentions(self, mentions: list[NameMention]) -> None:
        for name in mentions:
            clause = self._at(name.start)
            self._claim(name.start, name.end)
            if name.kind in {"area", "sector"}:
                # a wall and a route of one name: in a log the route was climbed
                clause.wall = (name.surface, name.start)
            if name.kind == "route":
                guessed = name.how in {"typo", "homophone", "partial"}
                clause.route = (name.surface, name.ids, guessed)
                clause.anchor_at = name.start
            elif name.kind == "gym":
                clause.place |= {"gym": name.surface, "gym_id": name.ids[0]}
            elif name.kind == "crag":
                clause.place |= {"crag": name.surface, "crag_id": name.ids[0]}
            else:
                clause.place |= {"area": name.surface, "area_id": name.ids[0]}

    def quoted(self, match: re.Match[str], names: RouteNames, gazetteer: Gazetteer) -> None:
        clause = self._at(match.start())
        words = self._body[match.start(1) : match.end(1)].strip()
        if clause.route is None and words:
            clause.route = (words, *linked(words, names, gazetteer))
            clause.anchor_at = match.start()
        self._claim(*match.span())

    def leftovers(self, names: RouteNames, gazetteer: Gazetteer) -> None:
        named = any(clause.route and clause.route[1] for clause in self._clauses)
        for clause in self._clauses:
            if self._is_remark(clause, names):
                clause.remark = self._body[clause.start : clause.end].strip()
                continue
            part = self._rest[clause.start : clause.end]
            for start, end in leftover(self._body[clause.start : clause.end], part, names.ids):
                words = self._body[clause.start + start : clause.start + end]
                placed = _PLACED.search(self._rest[: clause.start + start].rstrip("\x00 "))
                ids, guessed = linked(words, names, gazetteer)
                if placed and not ids and not clause.place and not named:
                    gym = is_gym_name(words) or clause.count is not None or bool(clause.colour)
                    clause.place |= {"gym" if gym else "crag": words}
                elif not ids and named and not clause.results:
                    # beside a climb of the catalogue these are words: 「風超大，人超多」
                    continue
                elif clause.route is None and (ids or not (clause.colour or clause.opinion)):
                    clause.route = (words, ids, guessed)
                    clause.anchor_at = clause.start + start
            self._walls(clause, names)

    def _is_remark(self, clause: Clause, names: RouteNames) -> bool:
        """Whether a clause behind a climb only remarks on it: 「…RP，超爽」."""
        before = [each for each in self._clauses if each.end <= clause.start and each.anchored]
        if not before or _says_something(clause):
            return False
        words = self._body[clause.start : clause.end].strip()
        told = _COMMAND.sub("", fold(words)).strip("\x00 ")
        stops = self._body[clause.start - 1 : clause.start] in _STOPS
        return stops and bool(told) and not names.ids(words)

    def _walls(self, clause: Clause, names: RouteNames) -> None:
        if clause.route is not None or clause.wall is None:
            return
        words, start = clause.wall
        ids = names.ids(words)
        if ids:
            clause.route, clause.anchor_at = (words, ids, False), start
            clause.place.pop("area", None)
            clause.place.pop("area_id", None)


def _says_something(clause: Clause) -> bool:
    """Whether anything but words was found in a clause."""
    found = (clause.route, clause.results, clause.grades, clause.own, clause.place, clause.tries)
    more = (clause.count, clause.colour, clause.window, clause.all, clause.rating, clause.falls)
    return any(found) or any(more) or clause.mode is not None or clause.wall is not None


def _settled(found: list[Piece[Result]], folded: str) -> list[Piece[Result]]:
    """The results without those that another one of the same clause makes void."""
    strong = [one for one in found if not slots.WEAK.search(folded[one.start : one.end])]
    kept = strong or found
    named = [one for one in kept if one.value not in {"send", "clean"}]
    return named or kept


def _entries(clauses: list[Clause]) -> list[Entry]:
    """The entries of the clauses, with what is shared between them."""
    anchored = [clause for clause in clauses if clause.anchored]
    if not anchored:
        merged = _merged(clauses)
        return _expanded(merged) if _tells(merged) else []
    _share(clauses, anchored)
    return [entry for clause in anchored for entry in _expanded(clause)]


def _tells(clause: Clause) -> bool:
    """Whether a message that names no climb still tells something of one."""
    return bool(
        clause.grades
        or clause.results
        or clause.tries
        or clause.place
        or clause.own
        or clause.rating
        or clause.window
        or clause.mode
    )


def _merged(clauses: list[Clause]) -> Clause:
    whole = Clause(clauses[0].start, clauses[-1].end)
    for clause in clauses:
        _add(whole, clause)
    return whole


def _add(into: Clause, other: Clause) -> None:
    """What another clause says, where nothing was said yet."""
    into.grades = into.grades or other.grades
    into.own = into.own or other.own
    if not into.results or (_is_plain(into.results) and other.results):
        # 「收掉了，RP」: how it was done stands behind
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


def _share(clauses: list[Clause], anchored: list[Clause]) -> None:
    for at, clause in enumerate(clauses):
        if clause.anchored:
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
    last = anchored[-1]
    if last.all and last.results:
        for each in anchored:
            each.results = each.results or last.results
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


def _expanded(clause: Clause) -> list[Entry]:
    """The entry of a clause, as often as it counts: 「三條 V4」."""
    entry = _entry(clause)
    counted = clause.count or 1
    return [entry] * (counted if clause.route is None else 1)


def _entry(clause: Clause) -> Entry:
    told: set[str] = set()
    values: dict[str, object] = {}

    def say(**said: object) -> None:
        for name, value in said.items():
            if value not in (None, "", 0):
                values[name] = value
                told.add(name)

    name, ids, guessed = clause.route or ("", (), False)
    result = clause.results[-1].value if clause.results else None
    if result is None and clause.climbed and (clause.route or clause.count or clause.colour):
        result = "send"
    say(route_name=name, result=result, mode=clause.mode, attempts=clause.tries)
    say(grade=clause.grades[0] if clause.grades else "", own_grade="".join(clause.own[:1]))
    say(rating=clause.rating, colour=clause.colour, angle=clause.angle, pitches=clause.pitches)
    say(**{one: value for one, value in clause.place.items() if one != "area_id"})
    if clause.window is not None and clause.window.single:
        say(day=clause.window.first)
    elif clause.window is not None:
        told.add("days")
    fell = f"墜落 {clause.falls} 次" if clause.falls else ""
    say(notes="，".join(each for each in (fell, clause.remark) if each))
    if clause.falls and result in {"send", None}:
        values["result"] = "hangdog" if result == "send" else "attempt"
        told.add("result")
    ascent = replace(Ascent(), **values)  # type: ignore[arg-type]
    return Entry(ascent, ids, frozenset(told), guessed)


def _noted(entry: Entry, words: str) -> Entry:
    """The entry with a note behind what it has."""
    notes = "，".join(each for each in (entry.ascent.notes, words) if each)
    return replace(entry, ascent=replace(entry.ascent, notes=notes), told=entry.told | {"notes"})
