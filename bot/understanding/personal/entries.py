"""A message that tells of climbs, as entries: 「今天 A RP、B flash、C 沒上」 is three of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.ascents import Ascent
from bot.personal import Entry
from bot.understanding.personal import slots
from bot.understanding.personal.clauses import Clause, borders, merged, share
from bot.understanding.personal.days import SOON, Window, windows
from bot.understanding.personal.filling import Filler
from bot.understanding.personal.scanning import blank, fold, pattern
from bot.understanding.personal.unseen import unseen

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bot.understanding.personal.names import RouteNames
    from bot.understanding.personal.scanning import Piece
    from bot.understanding.reading import Reading
    from knowledge.gazetteer import Gazetteer
    from knowledge.grades import GradeMention

MAX_ENTRIES = 30
"""More of one message than that are not believed."""
_QUOTED = pattern(r"[「『“\"]([^「」『』“”\"]{1,40})[」』”\"]")
_JUST_NOW = pattern(r"剛剛|剛才|剛爬|終於|總算|(?<![a-z])(?:just|finally)(?![a-z])")


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
    note = slots.note(text, blank(fold(text), [(one.start, one.end) for one in reading.names]))
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
    taken = [(name.start, name.end) for name in mentions] + [one.span() for one in quoted]
    taken += [(grade.start, grade.end) for grade in reading.grades]
    taken += [(w.start, w.end) for w in windows(body, reading.days, today, ahead=SOON)]
    mentions += unseen(body, blank(fold(body), taken), names, gazetteer)
    folded = blank(
        fold(body),
        [*((name.start, name.end) for name in mentions), *(match.span() for match in quoted)],
    )
    told = tuple(w for w in windows(body, reading.days, today, ahead=SOON) if w.end <= end)
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
    heads = _heads(counts, grades) or [piece.start for piece in slots.colours(masked)]
    parts = borders(masked, mentions, heads, results)
    clauses = [Clause(start, stop) for start, stop in parts]
    filler = Filler(body, folded, clauses)
    filler.windows(told)
    filler.grades(grades)
    filler.slots(counts, masked)
    filler.mentions(mentions)
    filler.references()
    for match in quoted:
        filler.quoted(match, names, gazetteer)
    filler.leftovers(names, gazetteer)
    return clauses, told


def _heads(counts: tuple[Piece[int], ...], grades: Sequence[GradeMention]) -> list[int]:
    """Where every counted thing begins: at its grade where that is first, 「V3 兩條 V4 一條」."""
    if not counts or not grades or counts[0].start < grades[0].start:
        return [piece.start for piece in counts]
    ends = {grade.end: grade.start for grade in grades}
    heads = []
    for piece in counts:
        near = next((at for at in range(piece.start, piece.start - 4, -1) if at in ends), None)
        heads.append(ends[near] if near is not None else piece.start)
    return heads


def _entries(clauses: list[Clause]) -> list[Entry]:
    """The entries of the clauses, with what is shared between them."""
    anchored = [clause for clause in clauses if clause.anchored]
    if not anchored:
        whole = merged(clauses)
        return _expanded(whole) if _tells(whole) else []
    share(clauses, anchored)
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
