"""Whether a grade is said of one kind of climbing where the answer gives only how all spread. Pure.

An answer that counts its routes by kind, 「混合 █ 1」, ends with the easiest and the hardest of all
of them: 「最簡單 5.7，最難 5.12a」. Which kind those are of it does not say.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain
from bot.voice.language.sentences import CLAUSE_OR_STOP

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROW: Final = re.compile(r"^(?P<kind>[^\s█:0-9][^█:0-9\n]*?) *█+ *\d+\s*$", re.MULTILINE)
_BOUNDS: Final = re.compile(r"^(?:最簡單 ?\S+[,，] ?最難|Easiest \S+, hardest) ?\S+$", re.MULTILINE)
_GRADE: Final = r"(?:5\.\d{1,2}[a-d]?|V\d{1,2})(?![\w+])"
_ONE: Final = r"(?: ?(?:那|這)?一?[條題]| (?:ones?|routes?|lines?|climbs?))?(?:的?路線)?"
_THAT: Final = r"(?: ?[那這]一?[條題]| one)"
_IS: Final = (
    r" ?(?:就?是|為|達|有|到|\b(?:is|are|was|goes at|at|graded|being)\b)(?: (?:an?|the))? ?"
    r"(?:[一1][條題])?"
)
_MOST: Final = r"(?:最[難高硬易]|最簡單|最低|\b(?:hardest|toughest|easiest)\b)"
_BOULDERS: Final = re.compile(r"^V\d+(?:-\d+)? *█", re.MULTILINE)
_NO_BOULDERS: Final = re.compile(
    r"沒有?(?:任何|半[條題])?(?:的)?抱石(?!墊|館|區|場)"
    r"|\b(?:no|without any|zero) (?:boulders|bouldering)\b",
    re.IGNORECASE,
)
_NO: Final = re.compile(
    r"[不沒無未嗎?？哪]|\b(?:not?|nor|whether|which|if|doesn|don|isn)\b|n't", re.IGNORECASE
)


def kinds_of_grades(text: str, rendered: str) -> Iterator[str]:
    """The clauses that say which kind of climbing a grade, the hardest or the easiest is of.

    Args:
        text: What is to be said.
        rendered: The answer that code gave.
    """
    shown = plain(rendered)
    if _BOULDERS.search(shown):
        yield from (one[0] for one in _NO_BOULDERS.finditer(plain(text)))
    kinds = [one["kind"].strip() for one in _ROW.finditer(shown)]
    if len(kinds) < 2 or not _BOUNDS.search(shown):
        return
    kind = "|".join(map(re.escape, kinds))
    kind = rf"(?:\b(?:{kind})\b)" if kinds[0].isascii() else rf"(?:{kind})"
    bound = re.compile(
        rf"{kind}(?:{_ONE}{_IS}|{_THAT} ?){_GRADE}|{_GRADE}{_ONE}{_IS}{kind}"
        rf"|{_MOST}的?{_ONE}(?: ?{_GRADE})?{_IS}{kind}|{kind}{_ONE}(?:{_IS})?{_MOST}",
        re.IGNORECASE,
    )
    for clause in CLAUSE_OR_STOP.split(shown_as(text)):
        if bound.search(clause) and not _NO.search(clause):
            yield clause.strip()


def shown_as(text: str) -> str:
    """A text as the answer is read; signs of quoting would part a kind from its grade."""
    return re.sub(r"[「」“”\"]", "", plain(text))
