"""Whether rows of a list, told in prose, keep their cells: 「青苔書（石螢谷，先鋒）」. Pure.

The rows are those of the rendered answer. A cell of another row, or a word for a kind of climb or
ascent, that stands right behind a name, or before it with 「的」, must be a cell of its row.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from bot.voice.evidence.compared import spans_of
from bot.voice.figures.cells import Cell, Table, in_figures, table_of
from bot.voice.language.numerals import value_of
from bot.voice.language.plain import plain
from bot.voice.language.spans import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterator

_SKIPPED: Final = re.compile(
    r"(?:20\d\d[-/])?\d{1,2}[-/]\d{1,2}(?![\d/-])|\d{1,2} ?月 ?\d{1,2} ?日"
    r"|(?:5\.\d+|V\d+)[a-d]?(?:/[a-d])?[+?]?(?!\w)"
)
"""Days and grades, which others compare: they may stand among the cells."""
_SENT: Final = "sent"
"""Any result but a try."""
_GAP: Final = re.compile(
    r"(?:[\s「」“”\"（()）,，:：|・·]|、(?=\s?[\d一二兩三四五六七八九十]{1,3} ?把)"
    r"|[的是為在有記算約]|長度?|共|(?P<all>都|全都?|皆)|[那這][條筆]?"
    r"|\b(?:is|was|are|were|a|an|the|at|in|on|of|from|with|both|all)\b)*",
    re.IGNORECASE,
)
_BROKEN: Final = re.compile(r"[,，]")
_END: Final = re.compile(
    r"\s*(?:[,，、。；;)）|:：!！?？]|$|路線|的(?!那|[^，。]{0,8}是)|\b(?:and|long|route|line|climb)\b|長)",
    re.IGNORECASE,
)
_OF: Final = re.compile(r"\s*的\s*(?:那[條筆個])?\s*(?:就?是|只?有|為)?\s*「?\s*$")
"""What joins a cell to the name behind it: 「硯琴台的鐘貂夢」, 「無固定點的是瓦鴞約」."""
_DENIED: Final = re.compile(r"(?:不|非|沒有?|無|not|no|除了)\s*$")
_JOINED: Final = re.compile(r"[」”\"]?\s*(?:[、,和跟與及]|以及|還有|\band\b)*\s*[「“\"]?")
_BOTH: Final = re.compile(r"[」”\"]?\s*(?:兩[條個])?(?:都|全|皆)|\s*(?:are|were) (?:both|all)\b")
_EVERY: Final = re.compile(
    r"(?P<n>\d+|[兩二三四五六七八九十]|全部?|每一?)\s*[條筆題]?(?:路線|紀錄)?(?:全部?|通通)?都(?:是|在|有)?\s*"
    r"|\ball (?:of them |(?:the )?(?P<m>\d+|two|three|four|five) )?(?:are |were )?(?:at |in |on )?"
)
"""What is said of every row: 「三條都在鷺線台」."""
_COUNTED: Final = re.compile(rf"\d+|[兩二三四五六七八九十]|{'|'.join(ENGLISH)}")
_PIECES: Final = re.compile(r"[\n。；;！!？?]|(?<=[a-z\d)])\.(?=\s|$)")


_Named: TypeAlias = tuple[int, int, str]
"""Start, end and name."""
_Valued: TypeAlias = tuple[int, int, Cell]
"""Start, end and cell."""


def other_cells(text: str, rendered: str) -> Iterator[str]:
    """The names with cells of other rows.

    Args:
        text: What is to be said.
        rendered: The answer that code gave.
    """
    table = table_of(plain(rendered))
    for piece in _PIECES.split(plain(text)) if len(table.rows) > 1 else ():
        names = _names(piece, table)
        values = _values(piece, table)
        yield from _of_all(piece, names, values, table)
        for at, (start, end, name) in enumerate(names):
            last = names[at + 1][0] if at + 1 < len(names) else len(piece)
            those = _joined(piece, names, at) if _BOTH.match(piece, end) else [name]
            for stop, cell in _behind(piece, end, last, values):
                if any(_is_foreign(cell, table.rows[one]) for one in those):
                    yield piece[start:stop]
            for first, stop, cell in values:
                if stop > start or not _OF.fullmatch(piece[stop:start]):
                    continue
                if _is_foreign(cell, table.rows[name]) and not _DENIED.search(piece[:first]):
                    yield piece[first:end]


def _of_all(
    piece: str,
    names: list[_Named],
    values: list[_Valued],
    table: Table,
) -> Iterator[str]:
    """What is said of every row and is not so of one."""
    for match in _EVERY.finditer(piece):
        count = match["n"] or match["m"] or ""
        clause = re.split("[,，]", piece[: match.start()])[-1]
        of_all = not _COUNTED.fullmatch(count) or value_of(count) == len(table.order)
        cell = next((one for at, _, one in values if at == match.end()), None)
        if cell is None or not of_all or any(clause in piece[s:e] for s, e, _ in names):
            continue
        named = [name for s, _, name in names if s < match.start()]
        if any(name in clause for name in named):
            continue
        if any(_is_foreign(cell, table.rows[name]) for name in named or table.order):
            yield piece[match.start() : match.end()] + cell.value


def _joined(piece: str, names: list[_Named], at: int) -> list[str]:
    """A name with those that stand right before it, joined to it."""
    found = [names[at][2]]
    for before, one in zip(names[at - 1 :: -1] if at else [], names[at:0:-1], strict=False):
        if not _JOINED.fullmatch(piece[before[1] : one[0]]):
            break
        found.append(before[2])
    return found


def _behind(piece: str, at: int, last: int, values: list[_Valued]) -> Iterator[tuple[int, Cell]]:
    """The cells that stand in a row right behind a name."""
    while at < last:
        gap = _GAP.match(piece, at, last)
        start = gap.end() if gap else at
        found = next((one for one in values if one[0] == start), None)
        if found is None or found[1] > last:
            return
        apart = _BROKEN.search(piece[at:start])
        if apart and not _END.match(piece, found[1]) and not _goes_on(piece, found[1], values):
            return
        if found[2].column:
            yield found[1], found[2]
        at = found[1]


def _goes_on(piece: str, at: int, values: list[_Valued]) -> bool:
    """Whether another cell comes next: 「先鋒 RP」, 「10/3 在石螢谷」."""
    return any(start > at and _GAP.fullmatch(piece, at, start) for start, _, _ in values)


def _is_foreign(cell: Cell, row: frozenset[Cell]) -> bool:
    own = {one.value for one in row if one.column == cell.column}
    if cell.value == _SENT:
        return own == {"attempt"}
    return cell.value not in own and (bool(own) or cell.column == "flag")


def _names(piece: str, table: Table) -> list[_Named]:
    """Where rows are named, no name inside another."""
    found = [(s, e, name) for name in table.rows for s, e in spans_of(piece, name)]
    return sorted(
        one
        for one in found
        if not any(
            (o[0], o[1]) != (one[0], one[1]) and o[0] <= one[0] and one[1] <= o[1] for o in found
        )
    )


def _values(piece: str, table: Table) -> list[_Valued]:
    found = [
        (match.start(), match.end(), Cell(column, value or in_figures(match[1])))
        for pattern, column, value in table.written
        for match in pattern.finditer(piece)
    ]
    found += [(one.start(), one.end(), Cell("", "")) for one in _SKIPPED.finditer(piece)]
    return sorted(found, key=lambda one: (one[0], -one[1]))
