"""Pieces of a text that may be a name which is not written as recorded.

A window begins and ends where words do. Windows of ordinary words only are left out unless a cue or
quotation marks say that a name stands there; this keeps both the cost and the mistakes low.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from knowledge.gazetteer.capitals import titled_word
from knowledge.gazetteer.passage import Class, Gap, Passage, Token
from knowledge.gazetteer.surroundings import Span, Surroundings
from knowledge.gazetteer.vocabulary import is_common, is_function_word, is_term
from knowledge.text import has_han
from knowledge.text import key as fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

JOINTS = frozenset(("of", "the", "and", "in", "on", "to", "for", "a", "with"))
"""English words inside names."""
_LONGEST, _LONGEST_LATIN = 24, 40
_MAX_WINDOWS = 400
LONG = 6
"""Characters of ordinary words that may be a name whose characters changed places."""
_PIECE = 4
"""Shortest beginning or end of an unknown run that is looked at by itself."""


@dataclass(frozen=True, slots=True)
class Window:
    """A piece of the text that may be a name."""

    span: Span
    key: str
    han: bool
    new: bool = True
    """Whether a word stands in it that is not an ordinary one."""
    quoted: bool = False
    lonely: bool = True
    """Whether no other unknown word touches it."""
    named: bool = False
    """Whether it covers a name that was found exactly."""
    alone: bool = False
    """Whether it is short and only joining words, climbing terms and names touch it."""
    joins: tuple[bool, bool] = (False, False)
    """Whether its first and its last word are joining words."""


def windows(around: Surroundings) -> Iterator[Window]:
    """The windows of a text, at most a few hundred."""
    found = (window for tokens in phrases(around) for window in _of_phrase(around, tokens))
    return islice(found, _MAX_WINDOWS)


def phrases(around: Surroundings) -> list[list[Token]]:
    """The words of every piece between punctuation; what is taken is one word each, a name."""
    passage = around.passage
    edges = [i for i, gap in enumerate(passage.gaps) if gap == Gap.HARD or passage.spaced(i)]
    return [list(_words(around, Span(a, b))) for a, b in pairwise(edges)]


def _words(around: Surroundings, piece: Span) -> Iterator[Token]:
    start = piece.start
    for name in sorted(around.taken, key=lambda span: span.start):
        if name.overlaps(piece):
            yield from around.passage.tokens(start, name.start)
            yield Token(max(start, name.start), min(name.end, piece.end), "name")
            start = min(name.end, piece.end)
    yield from around.passage.tokens(start, piece.end)


def _of_phrase(around: Surroundings, tokens: list[Token]) -> Iterator[Window]:
    if all(token.kind in ("function", "name") for token in tokens):
        return
    for first, token in enumerate(tokens):
        yield from _beginning(around, tokens, first, token.start)
        if _may_be_cut(around, token, tokens[first + 1 : first + 2]):
            yield from _beginning(around, tokens, first, token.start + 1)
        yield from _pieces(around, token)


def _may_be_cut(around: Surroundings, token: Token, following: list[Token]) -> bool:
    """Whether a word's first character may be a word of its own: 爬|岩… read as 爬岩|…."""
    unknown = following and following[0].kind == "unknown"
    starts = is_function_word(around.passage.key[token.start])
    return bool(unknown) and token.kind == "content" and starts and token.end - token.start > 1


def _beginning(
    around: Surroundings, tokens: list[Token], first: int, start: int
) -> Iterator[Window]:
    """The windows that begin in one word."""
    joins = around.passage.latin_at(start) and _joins(tokens[first])
    if joins and not (around.opened(start) or titled_word(around.passage, start)):
        return
    kinds = set()
    for last in range(first, len(tokens)):
        kinds.add(tokens[last].kind)
        span = Span(start, tokens[last].end)
        longest = _LONGEST_LATIN if around.passage.latin_at(start) else _LONGEST
        if span.end - start > longest:
            return
        if _worth(around, span, kinds):
            window = _window(around, tokens, (first, last), span)
            if window.named or window.quoted or _may_tell(window):
                yield window


def _may_tell(window: Window) -> bool:
    """Whether a window is no mere piece of unknown words that is too short to be a name."""
    return window.lonely or (window.han and len(window.key) >= _PIECE)


def _joins(token: Token) -> bool:
    return token.kind == "function"


def _worth(around: Surroundings, span: Span, kinds: set[Class]) -> bool:
    """Whether a window may be a name: it has a new word, or is said to be one."""
    size = span.end - span.start
    if size > 1 and ("unknown" in kinds or around.exactly_quoted(span)):
        return True
    if "content" not in kinds or size < 2 or around.passage.latin_at(span.start):
        return False
    if "name" in kinds:
        return size >= _PIECE
    return size >= LONG or around.asked_at(span.end) or around.introduced(span.start)


def _window(around: Surroundings, tokens: list[Token], ends: tuple[int, int], span: Span) -> Window:
    first, last = ends
    words = tokens[first : last + 1]
    before = _over_joint(around, tokens[max(0, first - 2) : first][::-1])
    after = _over_joint(around, tokens[last + 1 : last + 3])
    key = around.passage.key[span.start : span.end]
    return Window(
        span=span,
        key=key,
        han=has_han(key),
        new=any(word.kind == "unknown" for word in words),
        quoted=around.exactly_quoted(span),
        lonely=not any(_goes_on(around, span, other) for other in (before, after) if other),
        named=any(word.kind == "name" for word in words),
        alone=len(key) < _PIECE
        and not any(other and _tells(around, other) for other in (before, after)),
        joins=(_joins(words[0]), _joins(words[-1])),
    )


def _tells(around: Surroundings, neighbour: Token) -> bool:
    word = around.passage.key[neighbour.start : neighbour.end]
    return neighbour.kind == "unknown" or (neighbour.kind == "content" and not is_term(word))


def _over_joint(around: Surroundings, neighbours: Sequence[Token]) -> Token | None:
    """The nearest neighbour; the next one when "of" or the like joins it: Lord of Lanterns."""
    if len(neighbours) > 1:
        nearest = around.passage.key[neighbours[0].start : neighbours[0].end]
        return neighbours[1] if nearest in JOINTS else neighbours[0]
    return neighbours[0] if neighbours else None


def _goes_on(around: Surroundings, span: Span, neighbour: Token) -> bool:
    """Whether a neighbour may belong to the same name; "golden" before "banana" may."""
    latin = around.passage.latin_at
    among_latin = latin(span.start) and latin(span.end - 1) and latin(neighbour.start)
    if among_latin and _in_capitals(around.passage, span, neighbour):
        return False
    word = around.passage.key[neighbour.start : neighbour.end]
    if among_latin and is_common(word) and neighbour.kind == "unknown":
        return False
    if neighbour.kind != "content":
        return neighbour.kind == "unknown"
    return word.isascii() and word.isalpha() and among_latin


def _in_capitals(passage: Passage, span: Span, neighbour: Token) -> bool:
    """Whether a name is written in capitals and a neighbour is not: "Clieax quickly"."""
    words = passage.surface(span.start, span.end).split()
    titled = all(word[:1].isupper() or fold(word) in JOINTS for word in words)
    return titled and not titled_word(passage, neighbour.start)


def _pieces(around: Surroundings, token: Token) -> Iterator[Window]:
    """Beginnings and ends of a long unknown run: words that we do not know may touch a name."""
    key = around.passage.key
    if token.kind != "unknown" or around.passage.latin_at(token.start):
        return
    for cut in range(token.start + 1, token.end):
        for span in (Span(token.start, cut), Span(cut, token.end)):
            if span.end - span.start >= _PIECE:
                yield Window(span, key[span.start : span.end], han=True, lonely=False)
