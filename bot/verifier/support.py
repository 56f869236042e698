"""What a record supports: its figures by kind, its prose, its hours and prices.

A support is made once a record and text; supports add up, so that the whole evidence is the sum of
its records. Prose supports every figure that it contains.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from functools import lru_cache, singledispatch
from typing import TYPE_CHECKING, Final

from bot.verifier.facts import grade_tokens, plain_number, scan
from knowledge.schema import Area, Card, Crag, Gym, Notice, Route, Sector, Source
from knowledge.text import link_host, links_as_hosts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from bot.verifier.facts import Fact

_CHUNKS: Final = re.compile(r"[。；;！!？?\n，,]")
_MIN_CHUNK_CHARS: Final = 5
_QUOTES: Final = (("「", "」"), ("“", "”"))
_LOOSE_KINDS: Final = {"number": ("number", "count", "routes", "gyms", "percent")}
"""A bare number may be any bare figure of its record, but no length, price or grade."""


_MAX_COVERED = 90
_MAX_KEPT = 4_096
_KEPT: dict[int, tuple[object, Support]] = {}
"""Supports of the records seen last, by identity: a record never changes, and reading it takes a
hundred times longer than finding it here."""


@dataclass(slots=True)
class Support:
    """Figures by kind, and texts that may be quoted."""

    facts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    prose: list[str] = field(default_factory=list)
    verbatim: set[str] = field(default_factory=set)
    """Short words of a record that may stand in quotation marks, whatever they hold."""

    def add(self, kind: str, *values: object) -> None:
        """Allow these values of the kind; empty ones are skipped."""
        self.facts[kind].update(str(value) for value in values if value not in (None, ""))

    def add_number(self, kind: str, value: float | None) -> None:
        """Allow a number, in the one spelling of facts."""
        if value is not None:
            self.facts[kind].add(plain_number(value))

    def add_date(self, text: str) -> None:
        """Allow a date and its shorter forms: year, month, and both without the year."""
        parts = text.split("-")
        if not text or not parts[0].isdigit():
            return
        for length in range(1, len(parts) + 1):
            self.facts["date"].add("-".join(parts[:length]))
        self.facts["number"].add(parts[0])
        for length in range(2, len(parts) + 1):
            self.facts["date"].add("--" + "-".join(parts[1:length]))

    def add_prose(self, *texts: str) -> None:
        """Allow what these texts say, whole or in part."""
        for text in texts:
            if not text:
                continue
            plain = unicodedata.normalize("NFKC", text)
            self.prose.append(plain)
            self.add_figures(plain)
            shown = links_as_hosts(plain)
            if shown == plain:
                continue
            self.add_figures(shown)
            if shown != link_host(plain):
                # a host alone is no passage: it would be cut out of longer quotations
                self.prose.append(shown)

    def add_figures(self, *texts: str) -> None:
        """Allow the figures of these texts, but not their wording."""
        for text in texts:
            for fact in scan(unicodedata.normalize("NFKC", text)):
                self._add_fact(fact)

    def add_support(self, other: Support) -> None:
        """Allow everything that another support allows."""
        for kind, values in other.facts.items():
            self.facts[kind] |= values
        self.prose.extend(other.prose)
        self.verbatim |= other.verbatim

    def holds(self, fact: Fact) -> bool:
        """Whether one reading of the fact is allowed."""
        kinds = _LOOSE_KINDS.get(fact.kind, (fact.kind,))
        return any(value in self.facts[kind] for kind in kinds for value in fact.values)

    def mask(self, line: str, filler: str) -> str:
        """The line with every quoted passage of the prose blanked out."""
        for text in self.verbatim:
            for opened, closed in _QUOTES:
                whole = f"{opened}{text}{closed}"
                line = line.replace(whole, filler * len(whole))
        for text in self.prose:
            if len(text) >= _MIN_CHUNK_CHARS and text in line:
                line = line.replace(text, filler * len(text))
                continue
            for part in _chunks(text):
                if part in line:
                    line = line.replace(part, filler * len(part))
        return line

    def _add_fact(self, fact: Fact) -> None:
        self.facts[fact.kind].update(fact.values)
        if fact.kind == "date":
            for value in fact.values:
                self.add_date(value)


def support_of(records: Iterable[object]) -> Support:
    """The sum of what these records support."""
    total = Support()
    for record in records:
        total.add_support(support_of_one(record))
    return total


def support_of_one(record: object) -> Support:
    """What a record supports; shared between calls, so nobody may add to it."""
    kept = _KEPT.get(id(record))
    if kept is not None and kept[0] is record:
        return kept[1]
    support = Support()
    _fill(record, support)
    while len(_KEPT) >= _MAX_KEPT:
        # another thread may have taken it out first
        _KEPT.pop(next(iter(_KEPT)), None)
    _KEPT[id(record)] = (record, support)
    return support


@lru_cache(maxsize=4_096)
def _chunks(text: str) -> tuple[str, ...]:
    """Parts of a prose that may be quoted alone."""
    parts = (chunk.strip() for chunk in _CHUNKS.split(text))
    return tuple(part for part in parts if len(part) >= _MIN_CHUNK_CHARS)


@singledispatch
def _fill(record: object, support: Support) -> None:
    """Add what a record supports."""
    raise TypeError(f"no facts known of {type(record).__name__} for {type(support).__name__}")


@_fill.register
def _(route: Route, support: Support) -> None:
    tokens = grade_tokens(unicodedata.normalize("NFKC", route.grade.raw))
    support.add("grade", *tokens)
    if not tokens or not route.grade.known:
        # what no scale reads, 「5+」 or 「五點超難」, is quoted as it stands
        support.add("number", *re.findall(r"\d+(?:\.\d+)?", route.grade.raw))
        support.verbatim.add(unicodedata.normalize("NFKC", route.grade.raw))
    support.add("protection", (route.grade.safety or "").lower())
    if route.grade.exact:
        support.add("grade", route.grade.lo.lower())
    support.add_number("length", route.length_m)
    support.add_number("bolts", route.bolts)
    if route.bolts == 0:
        support.add("number", "0")
    support.add_number("popularity", route.popularity)
    support.add("number", *re.findall(r"\d+", route.pitch))
    support.add_date(route.first_ascent_on)
    support.add("link", *(_link(video) for video in route.videos))
    for flag in route.flags:
        support.add_date(flag.reported_on)
        support.add_prose(flag.evidence)
    support.add_prose(
        route.description,
        route.description_en,
        route.protection,
        route.anchor,
        route.first_ascent,
        route.first_ascent_on,
        route.safety_rating,
    )
    _add_updated(route, support)


@_fill.register
def _(gym: Gym, support: Support) -> None:
    support.add("price", *gym.prices.values())
    for spans in gym.hours.values():
        support.add("time", *(_clock(time) for span in spans for time in span))
    support.add("phone", re.sub(r"\D", "", gym.phone))
    support.add(
        "link", *(_link(link) for link in (gym.website, gym.facebook, gym.instagram) if link)
    )
    support.add(
        "mention", *(f"@{handle.lstrip('@').lower()}" for handle in (gym.line, gym.instagram))
    )
    support.add_number("number", gym.latitude)
    support.add_number("number", gym.longitude)
    support.add_prose(
        gym.address,
        gym.description,
        gym.description_en,
        gym.notes,
        gym.price_notes,
        gym.phone,
        gym.facebook,
        gym.instagram,
        gym.line,
        *gym.facilities,
        *(text for pair in gym.transport for text in pair),
        *(flag.evidence for flag in gym.flags),
    )
    _add_updated(gym, support)


@_fill.register
def _(crag: Crag, support: Support) -> None:
    support.add_prose(
        crag.description,
        crag.description_en,
        crag.rock_type,
        *crag.seasons,
        *([f"{crag.height_m} m"] if crag.height_m else []),
        *crag.amenities,
        *(flag.evidence for flag in crag.flags),
    )
    for flag in crag.flags:
        support.add_date(flag.reported_on)
    if not crag.sensitive:
        # a place that asks for discretion lends no answer its coordinates or its way in
        support.add_number("number", crag.latitude)
        support.add_number("number", crag.longitude)
        support.add_prose(
            crag.address,
            crag.approach,
            crag.parking,
            *(text for pair in crag.transport for text in pair),
        )
    _add_updated(crag, support)


@_fill.register
def _(area: Area, support: Support) -> None:
    support.add_prose(
        area.description, area.description_en, *(flag.evidence for flag in area.flags)
    )
    _add_updated(area, support)


@_fill.register
def _(sector: Sector, support: Support) -> None:
    support.add_prose(sector.name)


@_fill.register
def _(notice: Notice, support: Support) -> None:
    support.add_prose(notice.title, notice.text, notice.author, *notice.walls)
    days = (notice.reported_on, notice.valid_from, notice.valid_until)
    for day in (*days, *(day for day, _ in notice.hours)):
        if day is not None:
            support.add_date(day.isoformat())
    for day in _covered(notice):
        support.add_date(day.isoformat())
    for _, spans in notice.hours:
        support.add("time", *(_clock(time) for span in spans for time in span))
    links = {_link(notice.link), *support.facts["link"]} - {""}
    support.add("link", *links, *(link.split("/")[0] for link in links))


@_fill.register
def _(card: Card, support: Support) -> None:
    support.add_prose(card.title, card.text, card.source)
    if card.reviewed_on is not None:
        support.add_date(card.reviewed_on.isoformat())


@_fill.register
def _(source: Source, support: Support) -> None:
    support.add_prose(source.title, source.attribution, source.licence, source.maintainer)
    support.add("link", _link(source.url))
    if source.updated_on is not None:
        support.add_date(source.updated_on.isoformat())


def _covered(notice: Notice) -> Iterator[date]:
    """The days between the ends of a closure, as far as anybody looks ahead."""
    if notice.kind == "closure" and notice.valid_from and notice.valid_until:
        length = min((notice.valid_until - notice.valid_from).days, _MAX_COVERED)
        yield from (notice.valid_from + timedelta(days=step) for step in range(length + 1))


def _add_updated(record: Route | Gym | Crag | Area, support: Support) -> None:
    if record.updated_on is not None:
        support.add_date(record.updated_on.isoformat())


def _link(address: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", address.strip().lower()).rstrip("/.,;:!?")


def _clock(time: str) -> str:
    hour, _, minute = time.partition(":")
    return f"{int(hour):02d}:{minute or '00'}" if hour.isdigit() else time
