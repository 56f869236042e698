"""Knowledge cards: Markdown files with front matter, a card for each ``##``; and the glossary.

A section begins with ``## Title {#slug}``; a line ``關鍵詞：…`` (``keywords: …``) under it holds
further words to be found by. Every mistake is reported with its file and line; sound sections are
read all the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from knowledge.schema import Card, Problem
from knowledge.terms import Term, lint, load_terms

CONTENT = Path(__file__).parents[1] / "content" / "cards"
"""The cards that come with the program."""
LONGEST_TEXT = 700
"""Characters of a card in Chinese; a chat message that people still read."""
LONGEST_ENGLISH_TEXT = 1200

Topic = Literal[
    "grades",
    "glossary",
    "etiquette",
    "safety",
    "access",
    "gear",
    "technique",
    "training",
    "gym",
    "log",
    "about",
]

_FENCE = "---"
_HEADING = re.compile(r"##\s+(?P<title>.+?)\s*\{#(?P<slug>[a-z0-9-]+)\}\s*$")
_KEYWORDS = re.compile(r"(?:關鍵詞：|keywords:)\s*(?P<words>.+)$")
_SEPARATORS = re.compile(r"[、,，]\s*")


class FrontMatter(BaseModel):
    """What the head of a card file must say."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    title: str = Field(min_length=1)
    topic: Topic
    language: Literal["zh", "en"] = "zh"
    keywords: tuple[str, ...] = ()
    source: str = Field(min_length=1)
    reviewed: date


@dataclass(frozen=True, slots=True)
class _Section:
    """One heading with its lines; ``line`` counts from 1."""

    heading: str
    line: int
    body: tuple[str, ...]


def read_cards(folder: Path = CONTENT) -> tuple[tuple[Card, ...], tuple[Problem, ...]]:
    """The cards of a folder (by default our own) and everything that is wrong with them."""
    cards: list[Card] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.md")):
        read, wrong = read_card_file(path)
        cards.extend(read)
        problems.extend((*wrong, *_word_problems(path)))
    return tuple(_without_doubles(cards, problems)), tuple(problems)


def sound_cards(folder: Path = CONTENT) -> tuple[Card, ...]:
    """The cards of a folder without a word about what is wrong: three times faster."""
    read = [card for path in sorted(folder.glob("*.md")) for card in read_card_file(path)[0]]
    return tuple(_without_doubles(read, []))


def read_card_file(path: Path) -> tuple[list[Card], list[Problem]]:
    """The cards of one file and what is wrong with it."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return [], [Problem(path.name, "", "讀不到，或不是 UTF-8 編碼")]
    lines = text.splitlines()
    head, rest = _split_head(lines)
    if not head:
        return [], [Problem(path.name, "第 1 行", "開頭沒有 --- 包起來的檔頭")]
    matter = _front_matter(path.name, "\n".join(head))
    if isinstance(matter, list):
        return [], matter
    sections = _sections(lines, rest)
    if not sections:
        return [], [Problem(path.name, "", "沒有任何 ## 段落")]
    cards: list[Card] = []
    problems: list[Problem] = []
    for section in sections:
        card, wrong = _card(section, matter, path.name)
        problems.extend(wrong)
        if card is not None:
            cards.append(card)
    return cards, problems


def _word_problems(path: Path) -> list[Problem]:
    """The words of a sound card file that Taiwan does not use."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return []  # said by reading it
    head, rest = _split_head(lines)
    sound = head and not isinstance(_front_matter(path.name, "\n".join(head)), list)
    sections = _sections(lines, rest) if sound else []
    return [
        problem
        for section in sections
        if _HEADING.match(section.heading)
        for problem in _term_problems(section, path.name)
    ]


def glossary_cards() -> tuple[Card, ...]:
    """Two cards for each term: ``term:<zh>`` in Chinese, ``term:<zh>:en`` in English."""
    terms = load_terms()
    return tuple(_term_card(term) for term in terms) + tuple(_english_card(term) for term in terms)


def _split_head(lines: list[str]) -> tuple[list[str], int]:
    """The lines between the fences, and the index of the first line after them."""
    if not lines or lines[0].strip() != _FENCE:
        return [], 0
    for index, line in enumerate(lines[1:], start=1):
        if line.strip() == _FENCE:
            return lines[1:index], index + 1
    return [], 0


def _front_matter(file: str, text: str) -> FrontMatter | list[Problem]:
    try:
        values = yaml.safe_load(text)
    except yaml.YAMLError:
        return [Problem(file, "第 1 行", "檔頭不是正確的 YAML")]
    if not isinstance(values, dict):
        return [Problem(file, "第 1 行", "檔頭要是「欄位: 值」")]
    try:
        return FrontMatter(**values)
    except ValidationError as error:
        return [
            Problem(file, _line_of(text, str(found["loc"][0])), f"檔頭的「{found['loc'][0]}」不對")
            for found in error.errors()
        ]


def _line_of(head: str, field: str) -> str:
    lines = head.splitlines()
    place = (n for n, line in enumerate(lines, start=2) if line.startswith(f"{field}:"))
    return f"第 {next(place, 1)} 行"


def _sections(lines: list[str], start: int) -> list[_Section]:
    starts = [n for n in range(start, len(lines)) if lines[n].startswith("## ")]
    return [
        _Section(lines[first], first + 1, tuple(lines[first + 1 : last]))
        for first, last in pairwise([*starts, len(lines)])
    ]


def _card(section: _Section, matter: FrontMatter, file: str) -> tuple[Card | None, list[Problem]]:
    heading = _HEADING.match(section.heading)
    if heading is None:
        return None, [Problem(file, f"第 {section.line} 行", "標題要寫成「## 標題 {#slug}」")]
    keywords, text = _body(section)
    card = Card(
        id=f"{matter.id}#{heading['slug']}",
        title=heading["title"],
        text=text,
        topic=matter.topic,
        language=matter.language,
        keywords=(*keywords, *matter.keywords),
        source=matter.source,
        reviewed_on=matter.reviewed,
    )
    return (card if text else None), _length_problems(card, section, file)


def _body(section: _Section) -> tuple[tuple[str, ...], str]:
    """Keywords and text of a section."""
    lines = [line.rstrip() for line in section.body]
    found = [match for line in lines if (match := _KEYWORDS.match(line))]
    words = [word for match in found for word in _SEPARATORS.split(match["words"].strip())]
    text = "\n".join(line for line in lines if line and not _KEYWORDS.match(line))
    return tuple(filter(None, words)), text


def _length_problems(card: Card, section: _Section, file: str) -> list[Problem]:
    longest = LONGEST_ENGLISH_TEXT if card.language == "en" else LONGEST_TEXT
    place = f"第 {section.line} 行"
    if not card.text:
        return [Problem(file, place, f"「{card.title}」沒有內容")]
    if len(card.text) > longest:
        return [Problem(file, place, f"「{card.title}」超過 {longest} 字")]
    return []


def _term_problems(section: _Section, file: str) -> list[Problem]:
    """Words that Taiwan does not use; keywords are what people type and may hold any."""
    problems: list[Problem] = []
    for number, line in enumerate((section.heading, *section.body), start=section.line):
        findings = () if _KEYWORDS.match(line) else lint(line)
        problems.extend(
            Problem(file, f"第 {number} 行", f"「{found.surface}」請改成「{found.suggestion}」")
            for found in findings
        )
    return problems


def _without_doubles(cards: list[Card], problems: list[Problem]) -> list[Card]:
    """The first card of each id; later ones are reported."""
    kept: dict[str, Card] = {}
    for card in cards:
        if card.id in kept:
            file = card.id.partition("#")[0]
            problems.append(Problem(f"{file}.md", "", f"代號「{card.id}」重複"))
        else:
            kept[card.id] = card
    return list(kept.values())


def _term_card(term: Term) -> Card:
    lines = [term.meaning, f"英文：{term.en}"]
    if others := _other_words(term):
        lines.append(f"也會說：{'、'.join(others)}")
    if term.note:
        lines.append(f"補充：{term.note}")
    if term.evidence == "C":
        lines.append("這個說法社群尚未確認。")
    return Card(
        id=f"term:{term.zh}",
        title=_title(term.zh, term.english[:1]),
        text="\n".join(filter(None, lines)),
        topic="glossary",
        keywords=(*term.words, *term.english),
        source="攀岩術語表",
        reviewed_on=date(2026, 11, 21),
    )


def _english_card(term: Term) -> Card:
    lines = [term.meaning_en, f"In Taiwan: {term.zh}"]
    if others := _other_words(term):
        lines.append(f"Also said: {', '.join(others)}")
    if term.evidence == "C":
        lines.append("Not yet confirmed by the community.")
    return Card(
        id=f"term:{term.zh}:en",
        title=f"{term.en} ({term.zh})" if term.en != term.zh else term.en,
        text="\n".join(filter(None, lines)),
        topic="glossary",
        language="en",
        keywords=(*term.words, *term.english),
        source="Glossary of climbing terms",
        reviewed_on=date(2026, 11, 21),
    )


def _title(word: str, others: tuple[str, ...]) -> str:
    different = [other for other in others if other.lower() != word.lower()]
    return f"{word}（{'、'.join(different)}）" if different else word


def _other_words(term: Term) -> list[str]:
    """Variants that are neither the term itself nor its English name in other letters."""
    known = {term.zh.lower()} | {word.lower() for word in term.english}
    return [word for word in term.variants if word.lower() not in known]
