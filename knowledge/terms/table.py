"""The climbing terms of Taiwan, read once from ``content/terms.tsv``.

A row is one term with its English, the variants in use in Taiwan and the words of other regions.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

EvidenceLevel = Literal["A", "B", "C"]

_NOTE = re.compile(r"[（(][^）)]*[）)]")
_ABSENT = "—"
_LEVELS: dict[str, EvidenceLevel] = {"A": "A", "B": "B", "C": "C"}


@dataclass(frozen=True, slots=True)
class Term:
    """One climbing term as Taiwan says it."""

    section: str
    zh: str
    en: str
    variants: tuple[str, ...] = ()
    """Other words and spellings in use in Taiwan."""
    avoid: tuple[tuple[str, str], ...] = ()
    """(region, word) pairs; the region is ``CN`` or ``HK``, the word as written there."""
    evidence: EvidenceLevel = "A"
    """A seen in Taiwanese practice, B in secondary sources, C not confirmed by the community."""
    note: str = ""
    meaning: str = ""
    """What the term means, in one or two sentences of Taiwan Chinese."""
    meaning_en: str = ""
    """The same in English."""

    @property
    def english(self) -> tuple[str, ...]:
        """The English names one by one, without remarks: ``dihedral``, ``corner``."""
        return _split(_NOTE.sub("", self.en), "/", ",")

    @property
    def all(self) -> tuple[str, ...]:
        """Every word of Taiwan and every English name."""
        return (*self.words, *self.english)

    @property
    def words(self) -> tuple[str, ...]:
        """Every word of Taiwan for the term: the preferred one, its parts and the variants."""
        return tuple(dict.fromkeys((*_split(self.zh, "/"), *self.variants)))


@cache
def load_terms() -> tuple[Term, ...]:
    """All terms in the order of the file."""
    meanings = {row["zh_tw"]: row for row in read_table("meanings.tsv")}
    return tuple(_term(row, meanings.get(row["zh_tw"], {})) for row in read_table("terms.tsv"))


@cache
def vocabulary() -> frozenset[str]:
    """Every term and variant of Taiwan: ordinary words, which need not be somebody's name."""
    return frozenset(word for term in load_terms() for word in term.words)


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of a tab-separated content file by column name; ``#`` lines are comments."""
    text = (files("knowledge") / "content" / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    reader = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, restval="")
    return [{column: (value or "").strip() for column, value in row.items()} for row in reader]


def _term(row: dict[str, str], meaning: dict[str, str]) -> Term:
    return Term(
        section=row["section"].partition(". ")[2] or row["section"],
        zh=row["zh_tw"],
        en=row["en"],
        variants=_split(row["tw_variants"], "、"),
        avoid=tuple(_avoid(row["other_region_avoid"])),
        evidence=_LEVELS[row["evidence_level"]],
        note=row["note"],
        meaning=meaning.get("meaning", ""),
        meaning_en=meaning.get("meaning_en", ""),
    )


def _avoid(column: str) -> Iterator[tuple[str, str]]:
    """``CN 领攀/先锋、HK 頂繩`` as pairs; a region holds until the next one is named."""
    region = ""
    for part in _split(column, "、"):
        head, _, rest = part.partition(" ")
        named = head in ("CN", "HK")
        region = head if named else region
        for word in _split(rest if named else part, "/"):
            yield region, word


def _split(text: str, *separators: str) -> tuple[str, ...]:
    for separator in separators[1:]:
        text = text.replace(separator, separators[0])
    parts = (part.strip() for part in text.split(separators[0]))
    return tuple(part for part in parts if part and part != _ABSENT)
