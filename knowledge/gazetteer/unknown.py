"""Names that a member clearly gives and the catalogue does not hold.

Clear are quotation marks, and words that ask what one asks of a name only: 「…幾級」,
「…有幾條路線」, 「…攀岩館」, "how hard is …". The name itself must hold a word that is not an
ordinary one.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from knowledge.gazetteer import slots
from knowledge.gazetteer.cues import climbed_by
from knowledge.gazetteer.mentions import Kind, UnknownName
from knowledge.gazetteer.passage import Gap, Passage, Token
from knowledge.gazetteer.surroundings import Span, Surroundings
from knowledge.gazetteer.vocabulary import is_common, is_place_word, is_term
from knowledge.gazetteer.weakness import NUMERALS
from knowledge.gazetteer.windows import JOINTS, phrases
from knowledge.text import has_han, key

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_HAN = 12
_LONGEST_LATIN = 40
_SHORTEST_HAN = 2
_SHORTEST_LATIN = 3
_SPEECH_WORDS = 3
"""Function words that make a quotation a sentence rather than a name."""

_PARTING = frozenset(
    map(key, "了嗎呢吧啊是在有和跟與及或從那這哪誰幾叫請問爬什怎比還最要會能該可想")
)
_GRADING = frozenset(map(key, "最很更太"))
"""Characters after which an adjective follows, not a name."""
"""Single characters at which even an unknown name ends."""


def find_unknown(around: Surroundings) -> list[UnknownName]:
    """The unknown names, in the order of the text; what is taken already is left alone."""
    found: list[UnknownName] = []
    for span, kind in (*_quoted(around), *_in_slots(around), *_behind_openers(around)):
        if around.free(span):
            around.taken.append(span)
            start, end = around.passage.place(span.start, span.end)
            found.append(UnknownName(start, end, around.passage.text[start:end], kind))
    return sorted(found, key=lambda name: name.start)


def _quoted(around: Surroundings) -> Iterator[tuple[Span, Kind | None]]:
    for start, end in around.passage.quotes:
        span = Span(start, end)
        tokens = around.passage.tokens(start, end)
        if not around.free(span) or not _fits(around.passage, span):
            continue
        speech = sum(token.kind == "function" for token in tokens)
        plain = all(token.kind != "unknown" for token in tokens)
        if (plain and not around.sure_route(span)) or (
            speech >= _SPEECH_WORDS and speech >= len(tokens) / 2
        ):
            continue
        yield span, slots.kind_behind(around.passage.key, end)


def _in_slots(around: Surroundings) -> Iterator[tuple[Span, Kind | None]]:
    for phrase in phrases(around):
        tokens = _reworded(around.passage, phrase)
        joints = _joints(around.passage, tokens)
        parted = groupby(tokens, key=lambda t: t.kind in ("function", "name") and t not in joints)
        for apart, group in parted:
            if apart:
                continue
            run = _without_generic_start(around.passage, list(group))
            slot = _slot(around, run)
            if slot:
                yield slot


def _reworded(passage: Passage, tokens: list[Token]) -> list[Token]:
    """The words of a phrase, with common verbs and the like told from what is new."""
    found: list[Token] = []
    for token in tokens:
        if token.kind != "unknown" or passage.latin_at(token.start):
            found.append(token)
            continue
        start = new = token.start
        while start < token.end:
            word = next((n for n in (3, 2) if _common(passage, start, start + n, token.end)), 0)
            if word and new < start:
                found.append(Token(new, start, "unknown"))
            if word:
                found.append(Token(start, start + word, "function"))
                new = start + word
            start += word or 1
        if new < token.end:
            found.append(Token(new, token.end, "unknown"))
    return found


def _common(passage: Passage, start: int, end: int, limit: int) -> bool:
    return end <= limit and is_common(passage.key[start:end])


def _slot(around: Surroundings, run: list[Token]) -> tuple[Span, Kind | None] | None:
    """The name at the beginning of a run that a cue follows, with what the cue says."""
    if not run or around.passage.key[run[0].start - 1 : run[0].start] in _GRADING:
        return None
    start, stop = run[0].start, run[-1].end
    titled = len(run) > 1 and around.titled(Span(start, stop))
    first = (
        start + 1 if titled else min((w.start for w in run if w.kind == "unknown"), default=stop)
    )
    for end in range(first + 1, stop + 1):
        span = Span(start, end)
        if _ends_badly(around.passage, start, end) or not _fits(around.passage, span):
            continue
        if slots.person_before(around.passage.key, end):
            return None
        kind = slots.kind_behind(around.passage.key, end)
        last = end == stop
        asked = _asked_about(around.passage, end)
        if kind is None and last and _after_place(around, span):
            kind = "route"
        named = last and (
            slots.named_before(around.passage.key, span.start)
            or (_new_han(around.passage, run[-1]) and climbed_by(around.passage.key, span.start))
        )
        if kind or named:
            return span, kind or "route"
        if asked and _new_characters(around.passage, span) >= _SHORTEST_HAN:
            return span, None
    return None


def _new_han(passage: Passage, token: Token) -> bool:
    return token.kind == "unknown" and not passage.latin_at(token.start)


def _asked_about(passage: Passage, end: int) -> bool:
    """Whether words follow that go behind the name of a place as well as of a route, or a grade."""
    graded = passage.gaps[end] == Gap.SOFT and slots.grade_behind(passage.key, end)
    return graded or slots.asked_behind(passage.key, end)


def _new_characters(passage: Passage, span: Span) -> int:
    tokens = passage.tokens(span.start, span.end)
    return sum(token.end - token.start for token in tokens if token.kind == "unknown")


def _ends_badly(passage: Passage, start: int, end: int) -> bool:
    edges = passage.key[start] == "的" or passage.key[end - 1] in _NO_END
    return passage.splits_word(start, end) or edges


_NO_END = frozenset("的又")


def _behind_openers(around: Surroundings) -> Iterator[tuple[Span, Kind | None]]:
    passage = around.passage
    for start, kind in slots.openers(passage.key):
        if start >= passage.length or not passage.gaps[start]:
            continue
        tokens = next((t for t in phrases(around) if t[0].start <= start < t[-1].end), [])
        name = _english_name(passage, [token for token in tokens if token.start >= start])
        if name and _fits(passage, name):
            yield name, kind


def _english_name(passage: Passage, tokens: list[Token]) -> Span | None:
    """The words up to the first that only joins, unless a name goes on: Lord of Lanterns."""
    end = 0
    for index, token in enumerate(tokens):
        if token.kind == "name":
            break
        if token.kind != "function":
            end = token.end
            continue
        word = passage.key[token.start : token.end]
        following = tokens[index + 1 : index + 2]
        inside = end and word in JOINTS and following and following[0].kind == "unknown"
        if not inside:
            break
    names = [token for token in tokens if token.start < end]
    if not names:
        return None
    span = Span(names[0].start, end)
    titled = len(names) > 1 and all(
        w[:1].isupper() for w in passage.surface(span.start, span.end).split()
    )
    return span if titled or any(token.kind == "unknown" for token in names) else None


def _joints(passage: Passage, tokens: list[Token]) -> set[Token]:
    """Function words inside a name: between two unknown words and without a gap, 孤獨的狼."""
    inside = set()
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        word = passage.key[token.start : token.end]
        sides = {before.kind, after.kind}
        together = passage.gaps[token.start] == passage.gaps[token.end] == Gap.NONE
        if token.kind != "function" or word in _PARTING or not together:
            continue
        strict = word == "的" or len(word) > 1
        goes_on = after.kind == "unknown" if strict else "unknown" in sides
        if goes_on and sides <= {"unknown", "content"}:
            inside.add(token)
    return inside


def _without_generic_start(passage: Passage, run: list[Token]) -> list[Token]:
    """The run without terms, towns and 求 before the name: 路線…, 台北…."""
    rest = list(run)
    while len(rest) > 1 and rest[0].kind == "content":
        word = passage.key[rest[0].start : rest[0].end]
        plea = word == "求" and not passage.gaps[rest[1].start]
        if not (plea or is_term(word) or is_place_word(word) or word[0].isdigit()):
            break
        rest.pop(0)
    return rest


def _after_place(around: Surroundings, span: Span) -> bool:
    """Whether the span is all that follows a name and 的: 龍洞的…."""
    passage = around.passage
    joined = passage.key[span.start - 1 : span.start] == "的"
    named = any(other.end == span.start - 1 for other in around.taken)
    return joined and named and passage.gaps[span.end] == Gap.HARD


def _fits(passage: Passage, span: Span) -> bool:
    """Whether the span has the length of a name and is no number or grade."""
    name = passage.key[span.start : span.end]
    letters = [c for c in name if not c.isdigit() and c not in NUMERALS]
    if has_han(name):
        return len(name) >= _SHORTEST_HAN and len(letters) > 0 and len(name) <= _LONGEST_HAN
    return len(letters) >= _SHORTEST_LATIN and len(name) <= _LONGEST_LATIN
