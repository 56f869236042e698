"""What stands in a slot, and how it is written in a form and a language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random
from typing import Final, Protocol

from bot.evaluation.misspelling import FORMS, spell
from bot.evaluation.world import Named, World, main_name
from knowledge.schema import Crag, Gym, RouteType
from knowledge.text import has_han

TYPE_WORDS: Final[dict[RouteType, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "sport": (("運攀", "運動攀登"), ("sport",)),
    "trad": (("傳攀", "傳統攀登"), ("trad", "traditional")),
    "toprope": (("上方架繩", "top rope"), ("top rope", "toprope", "top-rope")),
    "boulder": (("抱石",), ("boulder", "bouldering")),
    "mixed": (("混合",), ("mixed",)),
}
"""Words of the route types: Chinese (short, long), English."""


@dataclass(frozen=True, slots=True)
class Writing:
    """How a slot is to be written."""

    world: World
    rng: Random
    language: str
    quoted: bool
    form: str = ""


class SlotValue(Protocol):
    """Something that can be written into a phrasing."""

    def write(self, writing: Writing) -> str | None:
        """The words; ``None`` when they do not exist in this form or would be ambiguous."""
        ...


@dataclass(frozen=True, slots=True)
class NameValue:
    """The name of a record."""

    record: Named

    def write(self, writing: Writing) -> str | None:
        """The name in the form; an ordinary word only inside quotation marks."""
        if writing.form and writing.form not in FORMS:
            raise ValueError(f"no form of a name: {writing.form}")
        form = writing.form or ("en" if writing.language == "en" else "")
        world = writing.world
        name = spell(self.record, form, world, writing.rng) if form else main_name(self.record)
        if name is None or (not writing.quoted and self._looks_ordinary(name, world)):
            return None
        return name

    def _looks_ordinary(self, name: str, world: World) -> bool:
        """Whether a question could hold the name without meaning it; no crag or gym does."""
        return not isinstance(self.record, Crag | Gym) and world.looks_ordinary(name)


@dataclass(frozen=True, slots=True)
class AnyName:
    """A name that is given as it stands: shared by several records, or invented."""

    zh: str
    en: str = ""

    def write(self, writing: Writing) -> str | None:
        """The name; in English the English one, when there is one."""
        name = self.en if writing.language == "en" and self.en else self.zh
        return None if not writing.quoted and writing.world.looks_ordinary(name) else name


@dataclass(frozen=True, slots=True)
class Words:
    """Words of which any may be written."""

    zh: tuple[str, ...]
    en: tuple[str, ...] = ()

    def write(self, writing: Writing) -> str | None:
        """One of the words in the language."""
        options = (self.en or self.zh) if writing.language == "en" else self.zh
        if writing.language == "en" and any(has_han(option) for option in options):
            return None
        return writing.rng.choice(options)


@dataclass(frozen=True, slots=True)
class GradeValue:
    """A grade: ``5.10b``, ``5.10``, ``V4``."""

    token: str

    def write(self, writing: Writing) -> str | None:
        """The grade plain, ``bare`` (10b), ``upper`` (5.10B) or ``zh`` (十b)."""
        if not writing.form:
            return self.token
        if writing.form == "upper":
            return self.token.upper()
        lettered = re.fullmatch(r"5\.(1[0-5])([a-d])", self.token)
        if writing.form == "bare":
            return lettered[1] + lettered[2] if lettered else None
        if writing.form == "zh":
            return _in_han(int(lettered[1])) + lettered[2] if lettered else None
        raise ValueError(f"no form of a grade: {writing.form}")


@dataclass(frozen=True, slots=True)
class TypeValue:
    """A route type."""

    type: RouteType

    def write(self, writing: Writing) -> str | None:
        """The usual word, the ``long`` one or the English one (``en``)."""
        zh, en = TYPE_WORDS[self.type]
        if writing.form == "en" or writing.language == "en":
            return en[0]
        if writing.form == "long":
            return zh[-1]
        if writing.form:
            raise ValueError(f"no form of a type: {writing.form}")
        return zh[0]


def type_words(route_type: RouteType) -> tuple[str, ...]:
    """Every word for a route type."""
    zh, en = TYPE_WORDS[route_type]
    return (*zh, *en)


def plain(text: object) -> Words:
    """A value that is written the same everywhere."""
    return Words((str(text),), (str(text),))


def _in_han(value: int) -> str:
    return "十" + ("" if value == 10 else "一二三四五"[value - 11])
