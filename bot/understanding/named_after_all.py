"""A recorded name of ordinary words, where the words around it ask what one asks of a name.

「右手到底在哪呢」: 右手 is a word before it is a route. But what stands beside it is put like the
examples of a question about one route, and nothing else in the text is named.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.understanding.examples import nearest, nearest_property
from bot.understanding.examples.naming import likely_there
from bot.understanding.words import GRADE, NAME
from knowledge.gazetteer.passage import read as read_passage
from knowledge.gazetteer.vocabulary import is_function_word, is_place_word, is_term
from knowledge.gazetteer.weakness import Weakness, weakness
from knowledge.text import has_han, key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.dates import DateMention
    from knowledge.gazetteer import Gazetteer, NameMention, Scope

_GRADE = re.compile(r"5\.1?\d[a-d]?[+-]?|\bV\d{1,2}\b", re.IGNORECASE)
_LIKE = 0.55
_LONGEST = 40
"""Characters of a text that is looked at again."""
_CANDIDATES = 4
_SUBJECTS = {"route": "route", "crag": "crag", "area": "crag", "sector": "crag", "gym": "gym"}
_NO_PROPERTY = frozenset({"", "unrecorded"})


def named_after_all(
    text: str, gazetteer: Gazetteer, scope: Scope | None
) -> tuple[NameMention, ...]:
    """The longest recorded name of which the rest of a short text asks a property."""
    if len(text) > _LONGEST:
        return ()
    spans = sorted(gazetteer.spelt(text), key=lambda span: (span[0] - span[1], span[0]))
    for start, end in spans[:_CANDIDATES]:
        if not _whole(text, start, end) or (start, end) == (0, len(text)):
            continue
        found = _quoted(text, start, end, gazetteer, scope)
        if found is None:
            continue
        surely = found.kind == "route" and start == 0 and _OF_A_LINE.match(text, end)
        if surely or _asked_of(found, text, start, end):
            return (found,)
    return ()


_OF_A_LINE = re.compile(
    "(?:整|全|[這这那])[條条][^，。]{0,4}(?:[幾几多]|哪|[誰谁]|什[麼么])"
    "|(?:整?[條条]?上?面?)?(?:總共|总共|一共|到底)?(?:有|打)了?(?:幾|几|多少)[支顆颗根個个片]"
    "(?:bolt|錨栓|锚栓|掛片|挂片|耳片)",
    re.IGNORECASE,
)
"""Behind words that begin a question these ask of a line, whatever else is called so."""


def named_by_day(
    text: str, days: Sequence[DateMention], gazetteer: Gazetteer, scope: Scope | None
) -> tuple[NameMention, ...]:
    """The routes whose names are the words of a day, where a property of a route is asked."""
    spans = gazetteer.spelt(text) if days else ()
    found: list[NameMention] = []
    for day in days:
        rest = f"{text[: day.start]}{NAME}{text[day.end :]}"
        if (day.start, day.end) not in spans or _ON_THAT_DAY.search(rest):
            continue
        named = _OF_A_ROUTE.search(rest) and _quoted(text, day.start, day.end, gazetteer, scope)
        if named and named.kind == "route":
            found.append(named)
    return tuple(found)


_ON_THAT_DAY = re.compile(
    f"{NAME}(?:那天|當天|当天|有|以|之|前|後|后|開|开|首|去|爬|攀|要|想)|[在到從从]{NAME}"
)
_OF_A_ROUTE = re.compile(
    f"{NAME}的?(?:路線|路线)?(?:描述|敘述|叙述|介紹|介绍|難度|难度|[幾几](?:級|级|[支顆颗根][^，。]{{0,2}}(?:bolt|錨栓|锚栓))"
    f"|多[長长高難难]|長度|长度|[這这那][條条]|首攀者|在哪)|「{NAME}」",
    re.IGNORECASE,
)


def framed_as_name(
    text: str,
    gazetteer: Gazetteer,
    scope: Scope | None,
    held: Sequence[tuple[int, int, str]],
) -> tuple[NameMention, ...]:
    """The recorded name of ordinary words that stands where a name must stand.

    The words around it are judged alone: would anything that stood there be a name?

    Args:
        text: The question.
        gazetteer: Names of the loaded records.
        scope: Places that the talk is about.
        held: Where something known stands, and its placeholder.
    """
    if len(text) > _LONGEST:
        return ()
    spans = sorted(gazetteer.spelt(text), key=lambda span: (span[0] - span[1], span[0]))
    for start, end in spans[:_CANDIDATES]:
        taken = any(start < stop and first < end for first, stop, _ in held)
        of_sets = text.endswith("路線", start, end) and _OF_SETS.search(text, end)
        if taken or of_sets or not _may_name(text[start:end]):
            continue
        if _likely(text, start, end, held) < _FRAMED:
            continue
        found = _quoted(text, start, end, gazetteer, scope)
        if found is not None and found.kind == "route":
            return (found,)
    return ()


_OF_SETS = re.compile("[幾几多][少]?[條条]|哪些|一[覽览]|清[單单]")
"""Behind words that end in 路線, these ask for many: 「裂隙路線有幾條」."""
_FRAMED = 0.45
"""Likelihood that a name stands in a place, whatever is written there, for one to be believed."""
_SHORTEST_HAN, _SHORTEST_TERM, _SHORTEST_LATIN = 3, 4, 5
_NEW_HAN = "霽橡籮簏瓴甑鬲匜篪"
_NEW_WORDS = ("Kettlewick", "Thornbury", "Mossgrave", "Ellisand", "Quillet")
"""Stand in the place of a name when the words around it are judged."""


def _may_name(surface: str) -> bool:
    """Whether it is long enough, and neither a number nor what asks or joins."""
    folded = key(surface)
    if not has_han(surface):
        long = " " in surface or len(surface) >= _SHORTEST_LATIN
        return long and surface[:1].isupper() and len(surface.split()) <= len(_NEW_WORDS)
    if not all(map(has_han, surface)) or not _SHORTEST_HAN <= len(surface) <= len(_NEW_HAN):
        return False
    words = read_passage(surface)
    level = weakness(words, 0, words.length)
    if level >= Weakness.TINY or (level == Weakness.TERM and len(surface) < _SHORTEST_TERM):
        return False
    return not (is_function_word(folded) or is_term(folded) or is_place_word(folded))


def _likely(text: str, start: int, end: int, held: Sequence[tuple[int, int, str]]) -> float:
    """How likely a name stands there by the words around it."""
    count = len(text[start:end].split())
    new = _NEW_HAN[: end - start] if has_han(text[start:end]) else " ".join(_NEW_WORDS[:count])
    pieces, at, place = [], 0, 0
    for first, stop, mark in sorted((*held, (start, end, new))):
        if first < at:
            continue
        pieces += [text[at:first], mark]
        if (first, stop) == (start, end):
            place = sum(map(len, pieces)) - len(new)
        at = stop
    return likely_there("".join((*pieces, text[at:])), place, place + len(new))


def _quoted(
    text: str, start: int, end: int, gazetteer: Gazetteer, scope: Scope | None
) -> NameMention | None:
    """What is linked there in quotation marks."""
    quoted = f"{text[:start]}「{text[start:end]}」{text[end:]}"
    linked = gazetteer.link(quoted, within=scope).mentions
    found = next((name for name in linked if name.start == start + 1), None)
    return found and replace(found, start=start, end=end, surface=text[start:end])


def _graded(text: str) -> str:
    """The text with a mark where a grade stands."""
    return _GRADE.sub(GRADE, text)


def _whole(text: str, start: int, end: int) -> bool:
    """Whether the name is no single letter or number and is written with characters of its own."""
    surface = text[start:end]
    return len(surface) > 1 and (has_han(surface) or surface[:1].isupper())


def _asked_of(name: NameMention, text: str, start: int, end: int) -> bool:
    before, after = _graded(text[:start]), _graded(text[end:])
    folded = NAME.join(GRADE.join(map(key, part.split(GRADE))) for part in (before, after))
    lower = f"{before}{NAME}{after}".casefold()
    subject = "claim" if name.kind == "route" and GRADE in folded else _SUBJECTS[name.kind]
    found = nearest_property(subject, folded, lower)
    if found.kind in _NO_PROPERTY or found.score < _LIKE:
        return False
    return nearest(key(text), text.casefold()).score < found.score
