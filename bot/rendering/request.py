"""What every renderer gets: the query, its evidence, and a voice in the member's language."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.rendering.phrases import PHRASES
from bot.schema import Evidence, Query

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.schema import Intent, Language

_PARTICLE = re.compile("[喔啦欸耶吧囉唷呦]")
_ONE_OF_MANY = re.compile(r"(?<![\w.,:/-])1 (route|gym|crag|area|sector)s\b")
_ROUTE_WORD = re.compile("條(?!件)")
_SLOT = re.compile(r"(?<=[\u4e00-\u9fff])\{(\w+)\}|\{(\w+)\}(?=[\u4e00-\u9fff])")
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_SOBER_INTENTS: frozenset[Intent] = frozenset(
    {"safety", "emergency", "live", "medical", "community", "personal"}
)


@dataclass(frozen=True, slots=True)
class Request:
    """One question to render. ``paged`` is false where a list must name every match."""

    query: Query
    evidence: Evidence
    paged: bool = True

    @property
    def language(self) -> Language:
        """The language to answer in."""
        return self.query.language

    @property
    def zh(self) -> bool:
        """Whether to answer in Chinese."""
        return self.query.language == "zh"

    def say(self, key: str, **values: object) -> str:
        """The phrase with its values; which wording is fixed by the question's text."""
        phrase = PHRASES[key]
        variants = phrase.zh if self.zh else phrase.en
        if self.sober:
            variants = tuple(one for one in variants if not _PARTICLE.search(one)) or variants
        seed = zlib.crc32(f"{key}\n{self.query.text}".encode(errors="backslashreplace"))
        chosen = variants[seed % len(variants)]
        if self.zh:
            return in_chinese(chosen, values, self.boulders)
        return _ONE_OF_MANY.sub(r"1 \1", chosen.format_map(values))

    @property
    def boulders(self) -> bool:
        """Whether the answer is about boulder problems alone: those are counted as 題."""
        kinds = {route.type for route in self.evidence.routes}
        return (kinds or set(self.query.filter.types)) == {"boulder"}

    @property
    def sober(self) -> bool:
        """Whether the answer touches on risk: then no particles and no cheer."""
        if self.query.intent in _SOBER_INTENTS:
            return True
        evidence = self.evidence
        return (
            any(route.flags for route in evidence.routes)
            or any(crag.flags for crag in evidence.crags)
            or any(gym.flags for gym in evidence.gyms)
        )

    def join(self, parts: list[str] | tuple[str, ...]) -> str:
        """The parts as an enumeration: 「、」 or a comma."""
        return ("、" if self.zh else ", ").join(parts)

    def both(self, names: list[str]) -> str:
        """Names of things that are compared: 「A」和「B」."""
        if len(names) > 2:
            names = [self.join(names[:-1]), names[-1]]
        return ("和" if self.zh else " and ").join(names)

    def quote(self, name: str) -> str:
        """A name in the quotation marks of the language."""
        return f"「{name}」" if self.zh else f"“{name}”"


def in_chinese(template: str, values: Mapping[str, object], boulders: bool) -> str:
    """The phrase with its values, a space where a Latin word meets Chinese."""
    spaced = _SLOT.sub(lambda match: _spaced(match, values), template)
    if boulders:
        spaced = _ROUTE_WORD.sub("題", spaced)
    return spaced.format_map(values)


def _spaced(match: re.Match[str], values: Mapping[str, object]) -> str:
    """The slot with a space on the side where its value begins or ends with a Latin letter."""
    value = values.get(match[1] or match[2])
    if not isinstance(value, str) or not value:
        return match[0]
    before = " " if match[1] and _LATIN.match(value[0]) else ""
    follows = re.match("[\u4e00-\u9fff]", match.string[match.end() :])
    after = " " if follows and _LATIN.match(value[-1]) else ""
    return f"{before}{match[0]}{after}"
