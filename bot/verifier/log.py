"""Whether a text about the asker's log says only what the log says.

A line with bars tells of one entry: all its figures must be that entry's, and so must the name it
begins with. Any other line may state what was computed, days and grades of the entries, and the
filters that the member asked for. Names in quotation marks must be the log's or the member's.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from bot.schema import Unsupported, Verdict
from bot.verifier.facts import COUNTS, plain_number, scan
from bot.verifier.names import quoted
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.ascents import Ascent
    from bot.personal import Figure, LogEvidence
    from bot.schema import Evidence
    from bot.verifier.facts import Fact
    from knowledge.gazetteer import Gazetteer
    from knowledge.schema import Area, Crag, Gym, Route, Sector

_BARS: Final = re.compile(r"\s*[｜|]\s*")
_NUMBERED: Final = re.compile(r"^\s*\d{1,3}[.、)]\s+")
_LEAD: Final = re.compile(r"^[^｜|\d]{1,24}[:：]\s*")
_LOOSE: Final = frozenset({"number", *COUNTS, "bolts", "time"})
_WORDS: Final = frozenset(
    map(key, ("pyramid", "金字塔", "project", "flash", "onsight", "redpoint"))
)
"""Words of every log, which are names of routes too."""
_NOTHING: Final = re.compile(r"`[^`]*`|█+")
_MIN_NAME: Final = 3

Facts = dict[str, set[str]]


def verify_log(
    text: str,
    evidence: Evidence,
    log: LogEvidence,
    *,
    gazetteer: Gazetteer | None = None,
    asked: str = "",
    figures: Sequence[str] = (),
) -> Verdict:
    """The verdict over an answer about the log alone."""
    return _Check(evidence, log, gazetteer, asked, figures).verdict(text)


class _Check:
    """One verification: what may be said, and what was found wrong."""

    def __init__(
        self,
        evidence: Evidence,
        log: LogEvidence,
        gazetteer: Gazetteer | None,
        asked: str,
        figures: Sequence[str],
    ) -> None:
        held = log.entries
        named = [(one, log.named_in_english(one.route_id)) for one in held]
        self._entries = [
            (_names_of(one, english), _merged([_facts_of(one), _texts(english)]))
            for one, english in named
        ]
        self._options = [
            (
                _titles(route),
                _texts(route.grade.raw, route.pitch),
            )
            for route in evidence.routes
        ]
        self._figures = [({key(one.label)}, _figure_facts(one)) for one in log.figures]
        self._free = _merged(
            [facts for _, facts in (*self._entries, *self._figures)]
            + [_computed(log), *(_texts(text) for text in (asked, *figures))]
        )
        self._names = {name for names, _ in (*self._entries, *self._options) for name in names}
        self._names |= {key(text) for one in held for text in (one.crag, one.gym, one.area) if text}
        self._names |= {key(place) for place in (*evidence.places, *dict(log.english).values())}
        places: tuple[Crag | Area | Sector | Gym, ...] = (
            *evidence.crags,
            *evidence.areas,
            *evidence.sectors,
            *evidence.gyms,
        )
        self._places = {
            key(name) for place in places for name in (place.name, place.name_en, *place.aliases)
        }
        self._notes = [key(text) for one in held for text in (one.notes, one.own_grade) if text]
        self._asked = key(asked)
        self._gazetteer = gazetteer
        self._checked = 0

    def verdict(self, text: str) -> Verdict:
        found: list[Unsupported] = []
        for number, raw in enumerate(text.split("\n")):
            line = unicodedata.normalize("NFKC", _NOTHING.sub(" ", raw))
            found += self._line(line, number)
        return Verdict(tuple(dict.fromkeys(found)), self._checked)

    def _line(self, line: str, number: int) -> Iterator[Unsupported]:
        bare = _NUMBERED.sub("", line)
        cells = _BARS.split(_LEAD.sub("", bare)) if "|" in bare else []
        if len(cells) > 1:
            yield from self._row(cells, number, _BARS.split(bare)[0])
            return
        for fact in scan(bare, number):
            self._checked += 1
            if not _holds(self._free, fact):
                yield Unsupported(fact.kind, fact.surface, number, "not computed from the log")
        for words in quoted(bare):
            self._checked += 1
            folded = key(words)
            if folded not in self._names | self._places and folded not in self._asked:
                yield Unsupported("route", words, number, "not in the log")
        yield from self._strangers(bare, number)

    def _row(self, cells: list[str], number: int, whole: str) -> Iterator[Unsupported]:
        """A line about one entry: some entry must hold all of it."""
        facts = [fact for cell in cells for fact in scan(cell, number)]
        self._checked += len(facts) + 1
        folded = {key(cell) for cell in cells} | {key(whole)}
        candidates = [*self._entries, *self._options, *self._projects()]
        fits = [(names, known) for names, known in candidates if names & folded or not names]
        if not fits:
            yield Unsupported("route", cells[0], number, "no entry of this name")
            return
        failures = [
            [fact for fact in facts if not _holds(known, fact) and not self._in_name(fact, names)]
            for names, known in fits
        ]
        for fact in min(failures, key=len):
            yield Unsupported(fact.kind, fact.surface, number, "not so in that entry")

    def _projects(self) -> list[tuple[set[str], Facts]]:
        """Entries with the tries computed for their climbs."""
        return [
            (names, _merged([known, more]))
            for names, known in self._entries
            for labels, more in self._figures
            if names & labels
        ]

    def _in_name(self, fact: Fact, names: Iterable[str]) -> bool:
        """Whether the figure is part of a name or of a note: 「第三十七階」."""
        folded = key(fact.surface)
        return any(folded in name for name in (*names, *self._notes, *self._names))

    def _strangers(self, line: str, number: int) -> Iterator[Unsupported]:
        if self._gazetteer is None:
            return
        for mention in self._gazetteer.recorded(line):
            folded = key(mention.surface)
            known = folded in self._names | self._places or folded in self._asked
            known = known or folded in _WORDS
            if not known and len(folded) > _MIN_NAME and mention.kind in {"route", "gym", "crag"}:
                if any(folded in note for note in self._notes):
                    continue
                yield Unsupported(mention.kind, mention.surface, number, "not part of the log")


def _names_of(ascent: Ascent, english: str) -> set[str]:
    """What a row about the entry may call it."""
    names = {key(ascent.route_name)} if ascent.route_name else set()
    if names and english:
        names |= {key(english), key(f"{english} ({ascent.route_name})")}
    return names or {key(f"{ascent.colour}色"), *_COLOUR_KEYS, key("沒記名字"), key("unnamed")}


_COLOUR_KEYS: Final = frozenset(
    (
        "red",
        "orange",
        "yellow",
        "green",
        "blue",
        "purple",
        "pink",
        "white",
        "black",
        "grey",
        "brown",
    )
)


def _facts_of(ascent: Ascent) -> Facts:
    """Every figure that a line about the entry may state."""
    facts = _texts(
        ascent.day.isoformat() if ascent.day else "",
        ascent.grade,
        ascent.own_grade,
        ascent.notes,
        ascent.place,
        ascent.area,
        ascent.route_name,
        ascent.colour,
    )
    for value in (ascent.attempts, ascent.pitches, ascent.rating, ascent.angle, ascent.length_m):
        if value is not None:
            facts.setdefault("number", set()).add(plain_number(float(value)))
    return facts


def _figure_facts(figure: Figure) -> Facts:
    facts = _texts(figure.label)
    numbers = facts.setdefault("number", set())
    numbers |= {str(figure.count), *(str(count) for _, count in figure.parts)}
    return facts


def _computed(log: LogEvidence) -> Facts:
    """Totals and other values, window and span of the log."""
    facts = _texts(*(value for name, value in log.numbers if name != "uncertain"))
    numbers = facts.setdefault("number", set())
    numbers |= {str(each) for each in (log.held, log.routes, log.days, log.sends)}
    numbers |= {str(len(log.ascents)), str(len(log.change.ascents) if log.change else 0)}
    numbers |= {str(one.count) for one in (*log.figures, *log.against_figures)}
    numbers |= {str(max(0, len(log.ascents) - most)) for most in (10, 30, 100)}
    days = (
        log.first_day,
        log.last_day,
        *log.window,
        *log.other_window,
        *(one.day for one in log.against),
    )
    for day in days:
        if day is not None:
            _add(facts, _texts(day.isoformat()))
    return facts


def _texts(*texts: str) -> Facts:
    """The figures that stand in texts, by kind; each also as a bare number."""
    facts: Facts = {}
    for text in texts:
        for fact in scan(unicodedata.normalize("NFKC", text)):
            facts.setdefault(fact.kind, set()).update(fact.values)
            if fact.kind == "date":
                facts["date"].update(short for value in fact.values for short in _shorter(value))
            if fact.kind in _LOOSE:
                facts.setdefault("number", set()).update(fact.values)
    return facts


def _shorter(day: str) -> Iterator[str]:
    """A day as it is also said: 「11/20」, 「11 月」, 「2026」."""
    parts = day.split("-")
    if len(parts) == 3 and parts[0].isdigit():
        yield from (f"--{parts[1]}-{parts[2]}", f"--{parts[1]}", f"{parts[0]}-{parts[1]}", parts[0])


def _merged(parts: Iterable[Facts]) -> Facts:
    merged: Facts = {}
    for part in parts:
        _add(merged, part)
    return merged


def _add(into: Facts, facts: Facts) -> None:
    for kind, values in facts.items():
        into.setdefault(kind, set()).update(values)


def _holds(known: Facts, fact: Fact) -> bool:
    kinds = ("number", fact.kind) if fact.kind in {*_LOOSE, "percent"} else (fact.kind,)
    return any(value in known.get(kind, ()) for kind in kinds for value in fact.values)


def _titles(route: Route) -> set[str]:
    """What an offered route may be called: its names, one behind the other, with the pitch."""
    names = [name for name in (route.name, route.name_en, route.title) if name]
    pitched = [f"{name}{route.pitch}" for name in names]
    both = [f"{one}{other}" for one in (*names, *pitched) for other in names if one != other]
    return {key(name) for name in (*names, *pitched, *both)}
