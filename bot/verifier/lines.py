"""Whose facts a line states: the name in the same clause, else the name before, else the block's.

A line that begins with a mark (📍 🔩 ・ …), a space or 「欄位：」 continues the block of the last
line that named a route or gym; an empty line ends the block. A name that several records share
stands for one of them, which its facts together have to decide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from bot.verifier.facts import MASK, Fact
from bot.verifier.names import Name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_CLAUSE_END: Final = re.compile(r"[，,；;。!！?？]")
_SEGMENT_END: Final = re.compile(r"[，,；;。!！?？｜|・]")
_CONTINUES: Final = re.compile(r"^(?:\s|[^\w\s「『《“\"*(（🧗]|[^\W\d]{2,8}\s*[:：].)")
_NUMBERED: Final = re.compile(r"^\s*\d{1,3}[.、)]\s")
_PAIRWISE: Final = re.compile(r"分別|依序|respectively", re.IGNORECASE)
_PITCH: Final = re.compile(r"(?<![a-z0-9])p(\d{1,2})(?!\d)", re.IGNORECASE)


@dataclass(slots=True)
class Owner:
    """A name as it is used once, and what is said of it."""

    ids: frozenset[str]
    start: int = 0
    """Where its name begins in its line."""
    facts: list[Fact] = field(default_factory=list)
    places: list[Name] = field(default_factory=list)

    def narrowed(self, ids: frozenset[str]) -> Owner:
        """An owner for what follows, when ids decide between namesakes; else this one."""
        rest = self.ids & ids
        return Owner(rest, self.start) if rest and rest != self.ids else self


def continues(line: str) -> bool:
    """Whether a line goes on about the subject of the line before."""
    return bool(_CONTINUES.match(line)) and not _NUMBERED.match(line)


def clause(line: str, start: int) -> str:
    """The clause around a position."""
    begin = max((match.end() for match in _CLAUSE_END.finditer(line, 0, start)), default=0)
    end = _CLAUSE_END.search(line, start)
    return line[begin : end.start() if end else len(line)]


def segment(line: str, start: int) -> str:
    """The part around a position between commas, stops and bars: where a word still reaches it."""
    begin = max((match.end() for match in _SEGMENT_END.finditer(line, 0, start)), default=0)
    end = _SEGMENT_END.search(line, start)
    return line[begin : end.start() if end else len(line)]


def mask_spans(line: str, names: Sequence[Name]) -> str:
    """The line with the names blanked out, so that figures inside names are no facts."""
    for name in names:
        line = line[: name.start] + MASK * (name.end - name.start) + line[name.end :]
    return line


def subjects_of(line: str, names: Sequence[Name]) -> tuple[Name, ...]:
    """The routes and gyms named, a name and its translation in brackets counted once."""
    subjects: list[Name] = []
    for name in names:
        if name.kind not in {"route", "gym"}:
            continue
        last = subjects[-1] if subjects else None
        if (
            last is not None
            and last.ids & name.ids
            and _SAME.fullmatch(line[last.end : name.start])
        ):
            both = last.ids & name.ids
            subjects[-1] = Name(
                last.start,
                name.end,
                line[last.start : name.end],
                last.key,
                last.kind,
                both,
                last.line,
            )
        else:
            subjects.append(name)
    return tuple(subjects)


def assign(
    line: str,
    names: Sequence[Name],
    facts: Sequence[Fact],
    inherited: Owner | None,
    members: Mapping[str, frozenset[str]],
) -> tuple[list[Owner], list[Fact]]:
    """The owners of the line with their facts and places, and the facts that are nobody's.

    ``members`` maps the id of a place (and ``p1``, ``p2`` … of a pitch) to routes; it decides
    between namesakes.
    """
    subjects = subjects_of(line, names)
    if inherited is not None and continues(line):
        subjects = tuple(name for name in subjects if not _mentioned(line, name))
    bases = {index: Owner(name.ids, name.start) for index, name in enumerate(subjects)}
    if inherited is not None:
        bases[_INHERITED] = inherited
    pairs = _pairs(line, subjects, facts)
    events: list[Fact | Name] = sorted(
        [*facts, *_narrowing(line, names)], key=lambda one: one.start
    )
    whose = [
        pairs.get(event.start, _subject_index(line, subjects, event, inherited is not None))
        for event in events
    ]
    _settle_namesakes(bases, list(zip(whose, events, strict=True)), line, members)
    return _hand_out(bases, list(zip(whose, events, strict=True)), members)


def _mentioned(line: str, name: Name) -> bool:
    """Whether a record's prose only mentions the name: 「與 <迴聲> 共用前三個 Bolt」."""
    before, after = line[: name.start].rstrip(), line[name.end :].lstrip()
    return before.endswith(("<", "＜", "〈")) and after.startswith((">", "＞", "〉"))


def _settle_namesakes(
    bases: Mapping[int, Owner],
    events: Sequence[tuple[int, Fact | Name]],
    line: str,
    members: Mapping[str, frozenset[str]],
) -> None:
    """Where all places and pitches said of a name agree on some records, it means those."""
    for index, base in bases.items():
        ids = base.ids
        for owner_index, event in events:
            if owner_index == index and isinstance(event, Name) and not denies_place(line, event):
                ids &= _members(event, members)
        if ids:
            base.ids = ids


def _hand_out(
    bases: Mapping[int, Owner],
    events: Sequence[tuple[int, Fact | Name]],
    members: Mapping[str, frozenset[str]],
) -> tuple[list[Owner], list[Fact]]:
    """Facts and places to their owners; a place decides between namesakes for what follows."""
    current = dict(bases)
    owners = list(bases.values())
    free: list[Fact] = []
    for index, event in events:
        if not isinstance(event, Name):
            (current[index].facts if index in current else free).append(event)
        elif index in bases:
            current[index] = bases[index].narrowed(_members(event, members))
            owners.append(current[index])
            if event.kind == "place":
                current[index].places.append(event)
    return list({id(owner): owner for owner in owners}.values()), free


def denies_place(line: str, place: Name) -> bool:
    """Whether the clause says that something is not there, or only near."""
    return bool(DENIES_PLACE.search(clause(line, place.start)))


DENIES_PLACE: Final = re.compile(r"不在|不位|不是|沒有|並非|不屬於|\bnot\b|比|附近|旁")
_INHERITED: Final = -1
_NOBODY: Final = -2
_SAME: Final = re.compile(r"[\s（(／/、「」『』《》\")）]*")


def _narrowing(line: str, names: Sequence[Name]) -> list[Name]:
    """Places and pitches of a line."""
    pitches = (
        Name(
            match.start(), match.end(), match.group(), "", "pitch", frozenset({f"p{int(match[1])}"})
        )
        for match in _PITCH.finditer(line)
    )
    return [*(name for name in names if name.kind == "place"), *pitches]


def _members(name: Name, members: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*(members.get(one, frozenset()) for one in name.ids))


def _subject_index(
    line: str, subjects: Sequence[Name], event: Fact | Name, has_inherited: bool
) -> int:
    """Which subject an event belongs to: see the module."""
    before = [index for index, name in enumerate(subjects) if name.end <= event.start]
    after = [index for index, name in enumerate(subjects) if name.start >= event.end]
    if before and not _CLAUSE_END.search(line, subjects[before[-1]].end, event.start):
        return before[-1]
    if after and _leads_to(line, event, subjects[after[0]], bool(before)):
        return after[0]
    if before:
        return before[-1]
    if has_inherited:
        return _INHERITED
    return after[0] if after else _NOBODY


def _leads_to(line: str, event: Fact | Name, subject: Name, has_before: bool) -> bool:
    """Whether 「5.11c 的 X」 speaks of X: same clause, and X is not what another is compared to."""
    if _CLAUSE_END.search(line, event.end, subject.start):
        return False
    return not (has_before and _COMPARED.search(line[: subject.start]))


_COMPARED: Final = re.compile(r"(?:比|than)\s*[「『《]?$")


def _pairs(line: str, subjects: Sequence[Name], facts: Sequence[Fact]) -> dict[int, int]:
    """Start of a fact -> its subject, where a line says 「分別」: the first fact is the first's."""
    if len(subjects) < 2 or not _PAIRWISE.search(line):
        return {}
    pairs: dict[int, int] = {}
    for kind in {fact.kind for fact in facts}:
        same = [fact for fact in facts if fact.kind == kind]
        if len(same) == len(subjects):
            pairs.update({fact.start: index for index, fact in enumerate(same)})
    return pairs
