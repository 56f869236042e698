"""Names that are nearly one of the records': one character off is another route, or none.

A name that nobody bears is caught in quotation marks and in the fixed forms by the verifier. Here
it is looked for in running text, beside the names that the records do hold.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain
from bot.voice.language.vocabulary import is_said, ordinary_characters
from bot.voice.names.persons import people_of
from bot.voice.ordinary.wording import joins, pieces, pieces_of
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.schema import Evidence

_RUN: Final = re.compile(r"[\u3400-\u9fff]{2,}")
_FUNCTION: Final = frozenset(
    "的是在有了就也都和跟與這那你我他它要會可以不沒很再還去到從給把吧喔啊嗎呢啦條座間個"
)
_OPENS: Final = re.compile(r"(?:^|[，。、；：:,\s（(「『是條叫為間選推])$")
_FOLLOWS: Final = re.compile(
    r"^[」』]?\s?(?:的|是|有|在|這條|這間|難度|長|位於|屬於|由|標|約|大概|記|寫|列|也|就|跟|和|與|比|都|沒|不|要|這|那|\d|[（(，,、：:。！!？?.]|$)"
)
_SEPARATE: Final = frozenset("共分無沒有長高約屬位算列記標最更贏勝輸六七八九十嘛總")
_LONGEST: Final = 12
_CLAUSE: Final = re.compile(r"[，。；;：:！!？?\n]")
_ENUMERATED: Final = 2
"""So many names in a row make an enumeration of names."""


def names_off_by_one(text: str, evidence: Evidence, known: str) -> Iterator[str]:
    """Pieces of the text that differ from a name of the records in one character.

    Args:
        text: What is to be said, NFKC-normalised.
        evidence: Whose names are meant.
        known: Everything that may be repeated.
    """
    names = {name for name in _han_names(evidence) if len(name) <= _LONGEST}
    known = plain(known)
    pairs = pieces_of(known)
    spans = [one.span() for name in names for one in re.finditer(re.escape(name), text)]
    for run in _RUN.finditer(text):
        for name in names:
            for at in range(len(run[0]) - len(name) + 1):
                piece = run[0][at : at + len(name)]
                if _is_off_by_one(piece, name) and piece not in known:
                    rest = run[0][at + len(name) - 1 : at + len(name) + 1]
                    if piece[:-1] == name[:-1] and _goes_on(rest, pairs):
                        # a shorter name, and the word behind it
                        continue
                    start = run.start() + at
                    if piece[0] != name[0] and _is_end_of_another(piece, name, rest, known):
                        # a word, and the beginning of what a record says: 「算廊道入口的…」
                        continue
                    alone = piece == run[0] and not joins(key(piece)) and not is_said(key(piece))
                    behind_name = any(text[:start].endswith(one) for one in names)
                    placed = alone or _stands_as_name(
                        text, start, start + len(name), piece, opens=behind_name
                    )
                    rare = set(key(piece)) - ordinary_characters()
                    if any(start < end and begin < start + len(piece) for begin, end in spans):
                        # the end of a name, and what stands behind it
                        continue
                    if len(name) > 2 or placed or rare:
                        yield piece


def strangers(text: str, evidence: Evidence, known: str) -> Iterator[str]:
    """What stands among names as one of them and is none: 「霧笛、長日、沉默鄰居」.

    Args:
        text: What is to be said, NFKC-normalised.
        evidence: Whose names are meant.
        known: Everything that may be repeated.
    """
    names, pairs = set(_han_names(evidence)), pieces_of(plain(known))
    for clause in _CLAUSE.split(text):
        items = [one.strip("「」『』 ") for one in clause.split("、")]
        if sum(one in names for one in items) >= _ENUMERATED:
            yield from (
                one
                for one in items[1:-1]
                if _RUN.fullmatch(one) and len(one) <= _LONGEST and not pieces(one) & pairs
            )


def _goes_on(rest: str, pairs: frozenset[str]) -> bool:
    """Whether the character behind a shorter name begins a word of its own."""
    return key(rest) in pairs or is_said(key(rest)) or rest[:1] in _SEPARATE


def _is_end_of_another(piece: str, name: str, rest: str, known: str) -> bool:
    """Whether all but the first character goes on as known words that are not the name's."""
    went_on = f"{piece[1:]}{rest[1:]}"
    if len(went_on) <= len(piece) - 1:
        return False
    return bool(re.search(rf"(?<!{re.escape(name[0])}){re.escape(went_on)}", known))


def _is_off_by_one(piece: str, name: str) -> bool:
    wrong = [one for one, other in zip(piece, name, strict=True) if one != other]
    return len(wrong) == 1 and wrong[0] not in _FUNCTION


def _stands_as_name(text: str, start: int, end: int, piece: str, *, opens: bool) -> bool:
    """Whether a piece of two characters stands where a name does, and is no everyday word."""
    placed = (opens or _OPENS.search(text[:start])) and _FOLLOWS.search(text[end:])
    return bool(placed) and not joins(key(piece))


def _han_names(evidence: Evidence) -> Iterator[str]:
    records: Iterable[object] = (
        *(*evidence.routes, *evidence.near_misses, *evidence.gyms),
        *(*evidence.crags, *evidence.areas, *evidence.sectors),
    )
    for record in records:
        for name in (getattr(record, "name", ""), *getattr(record, "aliases", ())):
            if _RUN.fullmatch(plain(name)):
                yield plain(name)
    for route in evidence.routes:
        # of two characters somebody's name is too near to ordinary words
        yield from (one for one in people_of(route) if len(one) > 2 and _RUN.fullmatch(one))
