"""Names in a text: those of the evidence, found by dictionary, and those that only look like names.

Matching is by key (spelling habits do not count), longest name first. A name that is a short or an
ordinary word counts only where a name would stand: alone between marks, or quoted.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.verifier.facts import scan
from knowledge.gazetteer.branches import gym_forms
from knowledge.schema import Gym
from knowledge.text import has_han, key, keyed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.schema import Evidence
    from knowledge.schema import Area, Crag, Route, Sector
    from knowledge.text import KeyedText

_PREFIX_CHARS: Final = 2
_ADDRESS: Final = re.compile(r"https?://\S+", re.IGNORECASE)
_AFTER_SHORT: Final = frozenset(
    '是在的和跟與比有也都，。、；：:,;!?！？()（）[]「」『』《》“”"<>＜＞｜|›・·/ …~～-—\x00'
)
_BEFORE_SHORT: Final = frozenset(
    '，。、；：:,;!?！？()（）[]「」『』《》“”"<>＜＞｜|›・·/ …~～-—和跟與是在\x00'
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands in a line, and the records of the evidence that bear it."""

    start: int
    end: int
    surface: str
    key: str
    kind: str
    ids: frozenset[str]
    line: int = 0


class NameIndex:
    """The names of the evidence by key."""

    def __init__(self, evidence: Evidence) -> None:
        self._ids: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self._spellings: dict[str, set[str]] = defaultdict(set)
        for kind, record_id, name in _named(evidence):
            folded = key(name)
            if folded:
                self._ids[folded].add((kind, record_id))
                self._spellings[folded].add(name)
        self._pitches = {
            route.id: route.pitch.lower()
            for route in (*evidence.routes, *evidence.near_misses)
            if route.pitch
        }
        self.record_ids = frozenset(one for bearers in self._ids.values() for _, one in bearers)
        """Ids of every record that has a name."""
        self._by_prefix: dict[str, list[str]] = defaultdict(list)
        for folded in sorted(self._ids, key=len, reverse=True):
            self._by_prefix[folded[:_PREFIX_CHARS]].append(folded)

    def __contains__(self, folded: str) -> bool:
        return folded in self._ids

    def ids(self, folded: str) -> frozenset[str]:
        """The ids of the records that bear the name with this key."""
        return frozenset(record_id for _, record_id in self._ids.get(folded, ()))

    def covers(self, words: str) -> bool:
        """Whether words are nothing but names of one record, and its pitch."""
        names = self.find(words)
        rest = words
        for name in reversed(names):
            rest = rest[: name.start] + " " + rest[name.end :]
        shared = frozenset.intersection(*(name.ids for name in names)) if names else frozenset()
        pitches = {match[0].lower() for match in _PITCH.finditer(rest)}
        told = {self._pitches.get(one, "") for one in shared}
        return bool(shared) and pitches <= told and not key(_PITCH.sub("", rest))

    def find(self, line: str, number: int = 0) -> tuple[Name, ...]:
        """The names in a line, left to right, none inside another; ``number`` is remembered."""
        # a name inside an address is no mention of anybody
        text = keyed(_ADDRESS.sub(lambda match: "\n" * len(match[0]), line))
        found: list[Name] = []
        taken = 0
        for index in range(len(text.key)):
            candidates = self._by_prefix.get(text.key[index : index + _PREFIX_CHARS])
            if index < taken or not (candidates or text.key[index] in self._by_prefix):
                continue
            name = self._at(line, text, index, number, found[-1] if found else None)
            if name is not None:
                found.append(name)
                taken = index + len(name.key)
        return tuple(found)

    def _at(
        self, line: str, text: KeyedText, index: int, number: int, before: Name | None
    ) -> Name | None:
        prefixes = dict.fromkeys((text.key[index : index + _PREFIX_CHARS], text.key[index]))
        for folded in (name for prefix in prefixes for name in self._by_prefix.get(prefix, ())):
            if not text.key.startswith(folded, index):
                continue
            start, end = self._widened(line, *text.span(index, index + len(folded)), folded)
            parted = not has_han(line[start - 1 : start])
            other = parted and before is not None and bool(before.ids & self.ids(folded))
            if self._stands_as_name(line, start, end, folded) or (
                other and _CLOSED.match(line[end:])
            ):
                return self._name(line, (start, end), folded, number, before)
        return None

    def _widened(self, line: str, start: int, end: int, folded: str) -> tuple[int, int]:
        """The span of the whole spelling: marks such as 「°」 are no part of the key."""
        for spelling in sorted(self._spellings[folded], key=len, reverse=True):
            written = unicodedata.normalize("NFKC", spelling)
            at = line.find(written, max(0, start - len(written)), end + len(written))
            if 0 <= at <= start and at + len(written) >= end:
                return at, at + len(written)
        return start, end

    def _name(
        self, line: str, span: tuple[int, int], folded: str, number: int, before: Name | None
    ) -> Name:
        bearers = self._ids[folded]
        kinds = {kind for kind, _ in bearers}
        kind = next(kind for kind in _preference(line[: span[0]]) if kind in kinds)
        # behind a name of the same record it is that record's other name
        if before is not None and _OTHER_NAME.fullmatch(line[before.end : span[0]]):
            same = any(kind == before.kind and one in before.ids for kind, one in bearers)
            kind = before.kind if same else kind
        ids = frozenset(record_id for one, record_id in bearers if one == kind)
        return Name(*span, line[slice(*span)], folded, kind, ids, number)

    def _stands_as_name(self, line: str, start: int, end: int, folded: str) -> bool:
        if not has_han(line[start:end]):
            return self._stands_as_latin_name(line, start, end, folded)
        if len(folded) > 2:
            return True
        before = line[start - 1] if start else " "
        after = line[end] if end < len(line) else " "
        return before in _BEFORE_SHORT and after in _AFTER_SHORT

    def _stands_as_latin_name(self, line: str, start: int, end: int, folded: str) -> bool:
        edges = (line[start - 1] if start else " ") + (line[end] if end < len(line) else " ")
        if any(edge.isascii() and edge.isalnum() for edge in edges):
            return False
        if " " in line[start:end].strip() and not folded.isdigit():
            return True
        if folded.isdigit() or len(folded) < 3:
            # 「B1」 and 「66」 only where nothing but a name can stand: quoted, or in a column
            before, after = line[:start].rstrip(), line[end:].lstrip()[:1]
            opens = before[-1:] in _OPENS or _NAMES_A_ROUTE.search(before) is not None
            return opens and (after in _CLOSES or _CLOSED.match(line[end:]) is not None)
        return any(spelling in line for spelling in self._spellings[folded])


def _preference(before: str) -> tuple[str, ...]:
    """Of a route and a place of one name, which is meant: a route where routes are named."""
    if _NAMES_A_ROUTE.search(before):
        return ("route", "gym", "place")
    return ("gym", "place", "route")


_NAMES_A_ROUTE: Final = re.compile(r"[「『《“]$|^\s*(?:🧗|\d{1,3}[.、)]|[・-])\s*(?:⚠️?\s*)?$")
_PITCH: Final = re.compile(r"(?<![a-z0-9])p\d{1,2}(?!\d)", re.IGNORECASE)
_OTHER_NAME: Final = re.compile(r"[」』”\"]?\s*[(（「“]\s*")
_CLOSED: Final = re.compile(r"\s*(?:[。.，,、；;）)」”]|$)(?!\d)")
_OPENS: Final = frozenset("「『《“(（›｜|")
_CLOSES: Final = frozenset({*"」』》”(（)）›｜|・", ""})
_SLOTS: Final = (
    re.compile(r"^\s*🧗\s*(?P<slot>[^｜|]+)"),
    re.compile(r"^\s*\d{1,3}[.、)]\s*(?:⚠️?\s*)?(?P<slot>[^｜|]+)[｜|]"),
)
_QUOTED: Final = re.compile(
    r"「([^「」]{1,40})」|『([^『』]{1,40})』|《([^《》]{1,40})》|“([^“”]{1,60})”"
)
_SAID: Final = re.compile(
    r"(?:說|輸入|打上?|問我?|改問|例如|像是|標[記示註]?|試試看?|say|type|ask|try|marked)\s*[:：]?\s*$",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(r"[，。？！?!,;；：:\n]")
_BRACKETS: Final = re.compile(r"[（(]([^（）()]*)[）)]\s*$")


def structural(line: str) -> Iterator[tuple[str, ...]]:
    """What stands where the fixed forms put a name: after 🧗, or in a numbered line before the bar.

    Each comes whole, then in parts: 「名稱（English／舊名）」, 名稱, English, 舊名.
    """
    for pattern in _SLOTS:
        match = pattern.search(line)
        if match is not None:
            yield _parts(match.group("slot").strip())


def quoted(line: str) -> Iterator[str]:
    """Quoted words that look like a name: no sentence, no figure, not something to type."""
    for match in _QUOTED.finditer(line):
        words = next(group for group in match.groups() if group is not None).strip()
        sentence = _SENTENCE.search(words) or any(fact.kind != "number" for fact in scan(words))
        if not sentence and not _SAID.search(line[: match.start()]):
            yield words


def _parts(slot: str) -> tuple[str, ...]:
    match = _BRACKETS.search(slot)
    if match is None:
        return (slot,)
    inner = (part.strip() for part in re.split(r"[／/、]", match.group(1)))
    return (slot, slot[: match.start()].strip(), *inner)


def _named(evidence: Evidence) -> Iterator[tuple[str, str, str]]:
    """(kind, id, name) of every name in the evidence."""
    for route in (*evidence.routes, *evidence.near_misses):
        for name in _route_names(route):
            yield "route", route.id, name
    for gym in evidence.gyms:
        yield from (("gym", gym.id, name) for name in _place_names(gym))
    places: Iterable[Crag | Area | Sector] = (*evidence.crags, *evidence.areas, *evidence.sectors)
    for place in places:
        yield from (("place", place.id, name) for name in _place_names(place))


def _route_names(route: Route) -> Iterator[str]:
    names = (route.name, route.name_en, route.title, *route.aliases, *route.old_names)
    for name in names:
        if name:
            yield name
            if route.pitch:
                yield f"{name} {route.pitch}"
    if not (route.name or route.name_en):
        yield route.id


def _place_names(record: Crag | Area | Sector | Gym) -> Iterator[str]:
    yield from (name for name in (record.name, record.name_en, *record.aliases) if name)
    if isinstance(record, Gym):
        yield from gym_forms(record.name, record.name_en, record.aliases)
