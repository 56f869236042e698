"""What a name that was found may mean: kind by the words around, place by the places named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from knowledge.gazetteer import cues
from knowledge.gazetteer.mentions import KINDS, PLACES, How, Kind, NameMention, Scope
from knowledge.gazetteer.names import A_PART, Spelling
from knowledge.gazetteer.surroundings import Span, Surroundings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from knowledge.gazetteer.lexicon import Lexicon

PITCH = re.compile(
    r"(?:的|之)?(?:第(?P<zh>[一二三四五六七八九十]|\d{1,2})(?:个)?(?:绳距|段|pitch|绳)"
    r"|(?:pitch|p)(?P<en>\d{1,2})(?![\d.]))"
)
"""A pitch named behind a route, on the key."""
_PITCH_BEFORE = re.compile(
    r"(?:(?P<nth>first|second|third|fourth|fifth|[1-9](?:st|nd|rd|th))pitch|(?:pitch|p)(?P<n>\d))(?:of|on)(?:the)?$"
)
_PLACE_TAIL = re.compile(r"岩场|攀岩场|岩区|区域|区|岩壁")
_LEVEL = re.compile("和|跟|与|及|还是|比|vs|and|or")
"""Between two things of one kind, on the key."""
GYM_TAIL = re.compile(r"攀岩馆|抱石馆|攀岩场|岩馆|climbinggym|boulderinggym|gym")
"""What people add to a gym's name."""
_NUMERALS = {numeral: value for value, numeral in enumerate("一二三四五六七八九十", start=1)}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_SCORES = {"exact": 1.0, "english": 1.0, "alias": 0.95, "old": 0.9, "partial": 0.85}


@dataclass(frozen=True, slots=True)
class Found:
    """A span and the spellings that it stands for."""

    span: Span
    spellings: tuple[Spelling, ...]
    weaker: tuple[Spelling, ...] = ()
    """What it may stand for too, less likely."""
    how: How | None = None
    """How it was found, when not by its exact key."""
    score: float = 1.0


def mentions(
    found: Sequence[Found], around: Surroundings, lexicon: Lexicon, within: Scope | None
) -> tuple[NameMention, ...]:
    """The mentions, in the order of the text."""
    named = _places_named(found)
    places = _level_with(PLACES, found, around)
    routes = _level_with(("route",), found, around)
    scope = within.ids if within else frozenset()
    return tuple(
        _mention(
            each,
            around,
            lexicon,
            [*_towns(each, around, lexicon), *_scopes(each, named, scope)],
            place=each.span in places,
            route=each.span in routes,
        )
        for each in sorted(found, key=lambda each: each.span.start)
    )


def _level_with(
    kinds: Sequence[Kind], found: Sequence[Found], around: Surroundings
) -> frozenset[Span]:
    """Spans that are put on a level with something that is nothing but that: 「鯨背和潮門」."""
    ordered = sorted(found, key=lambda each: each.span.start)
    sure = {each.span for each in ordered if all(s.kind in kinds for s in each.spellings)}
    beside: set[Span] = set()
    for one, other in pairwise(ordered):
        joint = around.passage.key[one.span.end : other.span.start]
        if _LEVEL.fullmatch(joint) and (one.span in sure or other.span in sure):
            beside |= {one.span, other.span}
    return frozenset(beside)


def _mention(
    found: Found,
    around: Surroundings,
    lexicon: Lexicon,
    scopes: Sequence[frozenset[str]],
    *,
    place: bool = False,
    route: bool = False,
) -> NameMention:
    kind = _primary_kind(found, around, place=place, route=route)
    tail = _tail(found.span, around, kind)
    ids, runners_up = _best(found, kind, lexicon, scopes)
    pitch, pitch_end = _pitch(around, found.span.start, tail) if kind == "route" else (0, tail)
    on_pitch = tuple(id_ for id_ in ids if _number(lexicon.entry(kind, id_).pitch) == pitch)
    if pitch and on_pitch:
        ids, tail = on_pitch, pitch_end
    best = next(s for s in found.spellings if s.kind == kind and s.id == ids[0])
    start, end = around.passage.place(found.span.start, tail)
    kinds = {spelling.kind for spelling in found.spellings} - {kind}
    others = ((k, _best(found, k, lexicon, scopes)[0]) for k in KINDS if k in kinds)
    return NameMention(
        start=start,
        end=end,
        surface=around.passage.text[start:end],
        kind=kind,
        ids=ids,
        runners_up=runners_up,
        how=found.how or best.how,
        score=round(found.score * _SCORES[best.how], 3),
        other=tuple(others),
    )


def _primary_kind(
    found: Found, around: Surroundings, *, place: bool = False, route: bool = False
) -> Kind:
    span = found.span
    kinds = {spelling.kind for spelling in found.spellings}
    whole = {spelling.kind for spelling in found.spellings if spelling.tier < A_PART}
    ordered = [kind for kind in KINDS if kind in (whole or kinds)]
    ordered += [kind for kind in KINDS if kind in kinds - set(ordered)]
    if len(ordered) == 1:
        return ordered[0]
    if route and "route" in kinds:
        return "route"
    lengths = {
        "place": around.cue(span, "place"),
        "gym": around.cue(span, "gym"),
        "route": around.cue(span, "route"),
    }
    if around.named(span):
        lengths["route"] += 1
    wanted = max(lengths, key=lambda cue: lengths[cue])
    if lengths[wanted]:
        chosen = [kind for kind in ordered if _answers(kind, wanted)]
        if chosen:
            return chosen[0]
    if place and kinds & set(PLACES):
        return next(kind for kind in ordered if kind in PLACES)
    if "route" in kinds and cues.route_talk(around.passage.key) and not lengths["place"]:
        return "route"
    return ordered[0]


def _answers(kind: Kind, cue: str) -> bool:
    return cue == "place" if kind in PLACES else kind == cue


def _best(
    found: Found, kind: Kind, lexicon: Lexicon, scopes: Sequence[frozenset[str]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids of the best readings of a kind in catalogue order, then those of the others."""
    of_kind = sorted(
        (spelling for spelling in found.spellings if spelling.kind == kind),
        key=lambda spelling: (spelling.tier, lexicon.entry(kind, spelling.id).order),
    )
    if not of_kind:
        return (), ()
    inside = _inside(of_kind, lexicon, scopes)
    tier = inside[0].tier
    best = [spelling for spelling in inside if spelling.tier == tier]
    ids = _in_order((spelling.id for spelling in best), kind, lexicon)
    weaker = [spelling for spelling in found.weaker if spelling.kind == kind]
    rest = (spelling.id for spelling in (*of_kind, *weaker) if spelling.id not in ids)
    return ids, tuple(dict.fromkeys(rest))


def _inside(
    of_kind: list[Spelling], lexicon: Lexicon, scopes: Sequence[frozenset[str]]
) -> list[Spelling]:
    """The readings that lie in the first of the scopes that holds any; else all."""
    for scope in scopes:
        inside = [s for s in of_kind if lexicon.entry(s.kind, s.id).within & scope]
        if inside:
            return inside
    return of_kind


def _in_order(ids: Iterable[str], kind: Kind, lexicon: Lexicon) -> tuple[str, ...]:
    def place(id_: str) -> int:
        return lexicon.entry(kind, id_).order

    unique = sorted(set(ids), key=place)
    if len({lexicon.entry(kind, id_).within for id_ in unique}) == 1:
        unique.sort(key=lambda id_: (_number(lexicon.entry(kind, id_).pitch), place(id_)))
    return tuple(unique)


def _places_named(found: Sequence[Found]) -> list[tuple[int, frozenset[str]]]:
    return [
        (each.span.start, frozenset(s.id for s in each.spellings if s.kind in PLACES))
        for each in found
        if any(s.kind in PLACES for s in each.spellings)
    ]


def _scopes(
    found: Found, named: list[tuple[int, frozenset[str]]], within: frozenset[str]
) -> list[frozenset[str]]:
    """Places to look in first: named nearest before, named anywhere, known from before."""
    before = [ids for start, ids in sorted(named, reverse=True) if start < found.span.start]
    after = [ids for start, ids in named if start > found.span.start]
    own = {spelling.id for spelling in found.spellings}
    return [ids for ids in (*before, *after, within) if ids and not ids & own]


def _towns(found: Found, around: Surroundings, lexicon: Lexicon) -> list[frozenset[str]]:
    """The towns that the text names, where they tell branches of a gym apart: 「台中的磐石」."""
    gyms = [lexicon.entry("gym", s.id) for s in found.spellings if s.kind == "gym"]
    towns = frozenset(town for gym in gyms for town in gym.within if town in around.passage.key)
    return [towns] if towns else []


def _tail(span: Span, around: Surroundings, kind: Kind) -> int:
    """The end of the span with the generic word that people add: 區, 岩場, 岩館."""
    pattern = {"gym": GYM_TAIL, "route": None}.get(kind, _PLACE_TAIL)
    match = pattern.match(around.passage.key, span.end) if pattern else None
    if match and around.free(Span(span.end, match.end())):
        return match.end()
    return span.end


def _pitch(around: Surroundings, start: int, end: int) -> tuple[int, int]:
    """Number of the pitch that is named beside, and where that ends; 0 without one."""
    key = around.passage.key
    after = PITCH.match(key, end)
    if after:
        number = _NUMERALS.get(after["zh"] or "") or int(after["zh"] or after["en"])
        return number, after.end()
    before = _PITCH_BEFORE.search(key[max(0, start - 20) : start])
    if before:
        word = before["n"] or before["nth"]
        return _ORDINALS.get(word) or int(word[0]), end
    return 0, end


def _number(pitch: str) -> int:
    digits = re.search(r"\d+", pitch)
    return int(digits[0]) if digits else 0
