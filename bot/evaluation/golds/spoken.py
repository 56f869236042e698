"""Golds about climbers' language: converted grades and words of the term table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.evaluation.bands import CONVERSIONS
from bot.evaluation.drawing import Drawn
from bot.evaluation.expectation import Expectation
from bot.evaluation.values import GradeValue, Words, plain
from knowledge.terms import load_terms

if TYPE_CHECKING:
    from bot.evaluation.drawing import Draw, Gold
    from bot.evaluation.values import SlotValue
    from knowledge.terms import Term

_SYSTEMS: Final = {
    "yds": Words(("YDS", "優勝美地"), ("YDS",)),
    "french": Words(("法式", "法國", "法標"), ("French",)),
    "uiaa": Words(("UIAA",), ("UIAA",)),
    "v": Words(("V 級", "V級數"), ("V",)),
    "font": Words(("Font", "楓丹白露"), ("Font",)),
}
_SAMPLES: Final = {
    "yds": ("5.10a", "5.11c", "5.12b", "5.13a"),
    "french": ("6b", "7a+", "7c"),
    "uiaa": ("UIAA 7", "UIAA 8+"),
    "v": ("V2", "V4", "V7"),
    "font": ("6C", "7A+"),
}
_ROPES: Final = frozenset({"yds", "french", "uiaa"})
_ABOUT: Final = ("約", "about", "roughly", "approximately", "around")


def convert(draw: Draw) -> Drawn | None:
    """A grade on another scale of its group: both ends of the range, with 約."""
    rows = CONVERSIONS.get((draw.arg("from"), draw.arg("to")))
    if rows is None:
        raise ValueError(f"no conversion from {draw.arg('from')} to {draw.arg('to')}")
    token = draw.rng.choice(sorted(rows))
    ends = (rows[token][0], rows[token][-1])
    groups = (*((end,) for end in dict.fromkeys(ends)), _ABOUT)
    slots: dict[str, SlotValue] = {
        "grade": GradeValue(token),
        "system": _SYSTEMS[draw.arg("to")],
    }
    return Drawn(slots, Expectation(groups))


def convert_refused(draw: Draw) -> Drawn | None:
    """Ropes against boulders: there is no conversion."""
    source, target = draw.arg("from"), draw.arg("to")
    if (source in _ROPES) == (target in _ROPES):
        raise ValueError("convert_refused is for scales of different groups")
    token = draw.rng.choice(_SAMPLES[source])
    slots: dict[str, SlotValue] = {"grade": GradeValue(token), "system": _SYSTEMS[target]}
    return Drawn(slots, Expectation(abstained=True))


def glossary(draw: Draw) -> Drawn | None:
    """A word of the term table in the other language, or what it means."""
    to = draw.arg("to")
    word = draw.rng.choice(_words(to))
    terms = [term for term in load_terms() if word in _forms(term, to)]
    english = tuple(form for term in terms for form in _english(term))
    chinese = tuple(form for term in terms for form in term.words if not form.isascii())
    wanted = {"en": english, "zh": chinese, "meaning": (*english, *chinese)}[to]
    wanted = tuple(form for form in wanted if form.casefold() != word.casefold())
    return Drawn({"term": plain(word)}, Expectation((wanted,))) if wanted else None


def _words(to: str) -> list[str]:
    """Words that may be asked about: from English to Chinese, otherwise Chinese ones."""
    forms = sorted({form for term in load_terms() for form in _forms(term, to)})
    shape = r"[a-zA-Z][a-zA-Z -]{3,}" if to == "zh" else r"[\u4e00-\u9fff]{2,}"
    return [form for form in forms if re.fullmatch(shape, form)]


def _forms(term: Term, to: str) -> tuple[str, ...]:
    return _english(term) if to == "zh" else term.words


def _english(term: Term) -> tuple[str, ...]:
    return tuple(form for form in term.english if len(form) > 2)


GOLDS: Final[dict[str, Gold]] = {
    "convert": convert,
    "convert_refused": convert_refused,
    "glossary": glossary,
}
