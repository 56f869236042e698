"""A recorded name of ordinary words, where the words around it ask what one asks of a name.

「右手到底在哪呢」: 右手 is a word before it is a route. But what stands beside it is put like the
examples of a question about one route, and nothing else in the text is named.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.understanding.examples import nearest, nearest_property
from bot.understanding.words import GRADE, NAME
from knowledge.text import has_han, key

if TYPE_CHECKING:
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
        quoted = f"{text[:start]}「{text[start:end]}」{text[end:]}"
        linked = gazetteer.link(quoted, within=scope).mentions
        found = next((name for name in linked if name.start == start + 1), None)
        if found is not None and _asked_of(found, text, start, end):
            return (replace(found, start=start, end=end, surface=text[start:end]),)
    return ()


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
