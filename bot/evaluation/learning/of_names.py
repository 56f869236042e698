"""Learns where a name stands in a question that names nothing known.

Every phrasing of the development splits is drawn with a name of random words in one of its slots
and placeholders in the others, and once with placeholders in all of them: then there is nothing to
find. The examples of talk and of cards hold no names at all.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from importlib.resources import files
from math import exp, sqrt
from random import Random
from typing import TYPE_CHECKING, Any

import yaml
from pypinyin.phrases_dict import phrases_dict

from bot.evaluation.learning.of_words import SLOTS, TODAY
from bot.understanding.examples import examples, kind_examples
from bot.understanding.examples.naming import (
    Features,
    NamingModel,
    name_examples,
    none_features,
    spans,
    units,
)
from bot.understanding.words import DAY, GRADE, NAME
from knowledge.dates import find_dates, find_times
from knowledge.grades import find_grades
from knowledge.text import has_han

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_SEED, _EPOCHS, _RATE = 5, 3, 0.25
_OF_LOG = 0.35
"""Share of the phrasings to one's own log that is learned too: they name routes as well."""
_WRITTEN = 6
"""How often the written examples are drawn."""
_LEAST_SEEN, _LEAST_WEIGHT, _LEAST_WRONG = 8, 0.15, 1e-4
_SLOT = re.compile(r"\{(\w+?)\d?(?:\|\w+)?\}")
_NEW = "\ue00f"
"""Stands where the new name will."""
_QUOTES = '「『"“《'
_NAMES = frozenset(
    f"{head}{kind}"
    for kind in ("route", "crag", "area", "sector", "gym")
    for head in ("", "other_", "unknown_")
)
_TAILS = {
    "crag": ("岩場", "", "", "谷", "岬", "山", "灣", "岩壁", "峽", "岩"),
    "area": ("區", "牆", "", "岩壁", "洞"),
    "sector": ("", "牆"),
    "gym": ("攀岩館", "岩館", "抱石館", "攀岩場", "", "店", "攀岩空間"),
}
_ENGLISH_TAILS = {
    "crag": ("", "", "Crag", "Bluff", "Valley", "Canyon"),
    "area": ("Wall", ""),
    "gym": ("Gym", "Climbing", "Climbing Gym", "Bouldering", "", "Boulder"),
}
_IMAGES = (
    "amber indigo mossy copper velvet quiet hollow paper salted anvil lantern kettle thimble "
    "heron otter badger rudder waltz riddle promise detour whisper postcard marble typewriter "
    "midnight umbrella dragon moon river tiger ghost candy silent thunder pigeon octopus "
    "banana wizard zen karma gravity monkey samurai ocean sunset electric purple iron golden "
    "broken lazy crazy happy lost blue black white red snow storm desert fire ice sugar "
    "coffee noodle robot planet rocket "
)
"""Words of which English names are made, beside those of the cards."""
_ENGLISH_SHARE, _LATIN_SHARE = 0.85, 0.06
"""How many names in English and in Chinese phrasings are in Latin letters."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A text in placeholders; where the new name stands in it, if there is one."""

    text: str
    span: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Choice:
    """The features of no name and of every span of a text, and which is right (0: no name)."""

    features: tuple[tuple[str, ...], ...]
    right: int


def read_names(evaluation: Path) -> list[Choice]:
    """Every example, in an order that does not change."""
    rng = Random(_SEED)  # noqa: S311 - not secret
    words = _Words(rng)
    drawn = [
        one
        for text, english in _phrasings(evaluation, rng)
        for one in _draw(text, words, english=english)
    ]
    for kind, text in name_examples():
        slot, english = text.replace("@", f"{{{kind}}}"), not has_han(text)
        drawn += [d for _ in range(_WRITTEN) for d in _draw(slot, words, english=english)]
    for _, text in (*examples(), *kind_examples()):
        drawn.append(Drawn(_masked(re.sub(r"@|\{[nrc]\}", NAME, text).replace("{g}", GRADE)), None))
    return [choice for one in drawn if (choice := _choice(one)) is not None]


def naming_model(told: Sequence[Choice]) -> NamingModel:
    """The model of these examples: every right span, or none, against all others of its text."""
    seen = Counter(name for one in told for features in one.features for name in set(features))
    kept = {name for name, count in seen.items() if count >= _LEAST_SEEN}
    told = [
        Choice(tuple(tuple(n for n in f if n in kept) for f in one.features), one.right)
        for one in told
    ]
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(float)
    rng = Random(_SEED)  # noqa: S311 - not secret
    for _ in range(_EPOCHS):
        for one in rng.sample(told, len(told)):
            for name, slope in _slopes(one, weights).items():
                squares[name] += slope * slope
                weights[name] -= _RATE * slope / (sqrt(squares[name]) + 1e-3)
    return NamingModel({name: w for name, w in weights.items() if abs(w) > _LEAST_WEIGHT})


def _slopes(one: Choice, weights: dict[str, float]) -> dict[str, float]:
    scores = [sum(weights[name] for name in features) for features in one.features]
    top = max(scores)
    shares = [exp(score - top) for score in scores]
    total = sum(shares)
    slopes: dict[str, float] = defaultdict(float)
    for at, (share, features) in enumerate(zip(shares, one.features, strict=True)):
        wrong = share / total - (at == one.right)
        if abs(wrong) > _LEAST_WRONG:
            for name in features:
                slopes[name] += wrong
    return slopes


def _choice(drawn: Drawn) -> Choice | None:
    found = units(drawn.text)
    held = list(spans(found))
    features = Features(found)
    right = 0
    if drawn.span is not None:
        places = [(found[start].start, found[end - 1].end) for start, end in held]
        if drawn.span not in places:
            return None
        right = 1 + places.index(drawn.span)
    return Choice((none_features(found), *(features.of(start, end) for start, end in held)), right)


def _phrasings(folder: Path, rng: Random) -> Iterator[tuple[str, bool]]:
    """Every message of the development splits, and whether it is English."""
    for path in sorted(folder.glob("*development*.yaml")):
        file: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        share = _OF_LOG if path.name.startswith("personal") else 1.0
        for template in file["templates"]:
            for text in (*template["texts"], *template.get("history", ())):
                if rng.random() < share:
                    yield text, template.get("lang") == "en"


def _draw(text: str, words: _Words, *, english: bool) -> Iterator[Drawn]:
    """The text with a new name twice, and once with none."""
    slots = [slot for slot in _SLOT.finditer(text) if slot[1] in _NAMES]
    for _ in range(2 if slots else 0):
        slot = words.rng.choice(slots)
        name = words.name(slot[1].rpartition("_")[2], english=english)
        filled = _filled(f"{text[: slot.start()]}{_NEW}{text[slot.end() :]}")
        start = filled.find(_NEW)
        if start >= 0 and filled[start - 1 : start] not in tuple(_QUOTES):
            yield Drawn(filled.replace(_NEW, name), (start, start + len(name)))
    if not any(slot[1].startswith("unknown") for slot in slots):
        yield Drawn(_filled(text), None)


def _filled(text: str) -> str:
    text = _SLOT.sub(lambda slot: NAME if slot[1] in _NAMES else SLOTS.get(slot[1], ""), text)
    return _masked(text.replace("{g}", GRADE).replace("{d}", DAY))


def _masked(text: str) -> str:
    """The text with placeholders for its grades, and for its days and times."""
    for grade in reversed(find_grades(text)):
        text = text[: grade.start] + GRADE + text[grade.end :]
    free = len(text)
    days = [(day.start, day.end) for day in find_dates(text, TODAY)]
    times = [(time.start, time.end) for time in find_times(text)]
    for start, end in sorted((*days, *times), reverse=True):
        if end <= free:
            text, free = text[:start] + DAY + text[end:], start
    return text


class _Words:
    """Draws names of ordinary words that seldom stand together."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self._han = {n: [w for w in phrases_dict if len(w) == n] for n in (2, 3, 4)}
        self._characters = "".join(self._han[2])
        cards = (files("knowledge") / "content").iterdir()
        text = " ".join(
            one.read_text(encoding="utf-8") for one in cards if one.name.endswith(".md")
        )
        self._latin = [*sorted(set(re.findall(r"\b[a-z]{4,9}\b", text))), *_IMAGES.split()]

    def name(self, kind: str, *, english: bool) -> str:
        """A name of a route, crag, area, sector or gym."""
        rng = self.rng
        if rng.random() < (_ENGLISH_SHARE if english else _LATIN_SHARE):
            return f"{self._latin_name()} {rng.choice(_ENGLISH_TAILS.get(kind, ('',)))}".strip()
        return self._han_name() + rng.choice(_TAILS.get(kind, ("",)))

    def _han_name(self) -> str:
        pick, two, three = self.rng.choice, self._han[2], self._han[3]
        shapes = (
            *(lambda: pick(two) + pick(two),) * 6,
            *(lambda: pick(two),) * 3,
            *(lambda: pick(two) + pick(three),) * 3,
            *(lambda: pick(three), lambda: pick(self._han[4])) * 2,
            *(lambda: f"{pick(two)}的{pick(two)}", lambda: pick(three) + pick(three)),
            *(lambda: "".join(pick(self._characters) for _ in range(pick((2, 3, 3, 4)))),) * 2,
            lambda: pick(self._characters) + pick(two),
        )
        return pick(shapes)()

    def _latin_name(self) -> str:
        rng = self.rng
        name = " ".join(rng.choice(self._latin) for _ in range(rng.choice((1, 2, 2, 2, 3))))
        return rng.choice((*(name.title(),) * 6, name, name.capitalize()))
