"""What a question rules out: 「不要落石的」「除了大禮堂」「鯨背以外」.

A denied clause is cut off before the rest is read, and read for itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from bot.understanding import words
from bot.understanding.words import NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.gazetteer import NameMention
    from knowledge.grades import GradeMention
    from knowledge.schema import RouteType

_CLAUSE = re.compile(
    r"(?:不要有?|不想要?|别给我|别推|避开|避免|排除|扣掉|不含|不包括|除了)"
    r"(?P<what>[^，。！？]{1,10}?)"
    r"(?:的话|的路线|的线|路线|的|以外|之外|外|$)"
)
_CLAUSE_ENGLISH = re.compile(
    r"\b(?:without|except(?: for)?|excluding|apart from|other than|avoid(?:ing)?|but (?:not|no)|not"
    r"|no)\s+"
    r"(?!(?:more|less|fewer|longer|shorter|taller|higher|lower|harder|easier|greater)"
    r" than\b|(?:exceeding|over|above|under|below)\b)"
    r"(?P<what>[^,.;?!]{2,24})"
)
_BEFORE = re.compile(
    r"(?:(?<!是)不是|(?<!要)不要|(?<!去)不去|不想去|除了|而不是|避開|排除|扣掉|(?<!算)不算|(?<!含)不含|不計|不计"
    r"|not(?: the)?|except(?: for)?|instead of)"
    r"\s*[「『“\"]?$",
    re.IGNORECASE,
)
_SURELY_BEFORE = re.compile(
    r"(?:(?<!要)不要|不(?:想|要)去|別[推去]|别[推去]|避開|避开|排除|扣掉|除了"
    r"|anywhere but|other than)"
    r"\s*[「『“\"]?$",
    re.IGNORECASE,
)
"""Rules out even a name that stands alone: 「不要石螢谷的」, and no 「不是 A」 that corrects."""
_BEYOND = re.compile(r"[」』”\"]?\s*(?:以外|之外|除外)")
_PLACES = frozenset({"crag", "area", "sector"})
_BEHIND = re.compile(
    r"^[」』”\"]?\s*(?:以外|之外|除外|(?:不要|不算)(?=$|[\s，,。；;、！!？?了的啦喔哦吧]|其[他它]|[換换別别給给列推剩還还後后]))"
)
"""Of 「後門不要運攀」 the type is ruled out and no place."""


_PLACE_FIRST = re.compile(f"\ue004.*{NAME}")
"""「除了潮門，霧鳴岬還有哪些運攀」 rules out a place, and nothing of what follows another."""


def split_denied(folded: str, lower: str) -> tuple[str, str, str, str]:
    """The folded and the lower-case question without denied clauses, and those clauses."""
    denied = " ".join(
        match["what"] for match in _CLAUSE.finditer(folded) if not _PLACE_FIRST.match(match["what"])
    )
    denied_english = " ".join(match["what"] for match in _CLAUSE_ENGLISH.finditer(lower))
    kept = _CLAUSE.sub(lambda match: "" if NAME not in match[0] else match[0], folded)
    kept_english = _CLAUSE_ENGLISH.sub(
        lambda match: " " if NAME not in match[0] else match[0], lower
    )
    return kept, kept_english, denied, denied_english


_NOT = re.compile(
    "(?<![是要会能可])(?:不(?:是|要|想要?|爬|玩|碰|考虑|含|包[含括]|算|会|敢|用)(?:爬|玩|有|看)?"
    "|非(?!常)|除了?|扣掉?|排除|避开|去掉|拿掉|撇开|剔除|别(?:爬|给我|推|要)?|without)(?:任何|那些|所有)?"
)
_NOT_ENGLISH = re.compile(
    r"(?:\b(?:not|no|non|except(?: for)?|excluding|without|minus|besides|other than|apart from"
    r"|leave out|leaving out|skip|but not)|n['’]t(?: (?:climb|like|do|want|lead|care for))?)"
    r"[ -](?:any |the |a |on )?"
)
_BEHIND_TYPE = re.compile(
    "的?(?:路线|线)?(?:都|就|先|也|全部?|通通|一律)*"
    "(?:除外|拿掉|去掉|删掉|剔除|排除|跳过|略过|扣掉|免了|免谈|以外|之外|pass"
    "|(?:不[要行算爬含]|不考虑|不喜欢|先不要|不用)(?=$|[了的啦喔哦吧]|换|其[他它]|别|请|给|列|推|剩))"
    "(?![吗么])"
)
_BEHIND_TYPE_ENGLISH = re.compile(
    r"(?: (?:routes?|ones|climbs?))?(?:,? (?:excluded|excepted|aside)|"
    r" (?:is|are) (?:out|off the table|no good)| (?:don't|do not|doesn't) count)\b"
)
"""「抱石不行，換別的」「運攀除外」; the Chinese one on the key."""
_JOINED = re.compile("(?:[和跟与及或、]|以及|还有)*|(?: (?:and|or) |, )")
_CORRECTS = re.compile("[吗吧嘛对]|才")
"""「不是運攀嗎」 asks whether it is."""


def types_denied(folded: str, lower: str) -> tuple[RouteType, ...]:
    """The types that stand right behind a word that rules them out, one or several in a row."""
    found: dict[RouteType, None] = {}
    for text, denial, english in ((folded, _NOT, False), (lower, _NOT_ENGLISH, True)):
        for match in denial.finditer(text):
            for kind in _types_from(text, match.end(), english=english):
                found[kind] = None
    for text, behind, english in (
        (folded, _BEHIND_TYPE, False),
        (lower, _BEHIND_TYPE_ENGLISH, True),
    ):
        for kind in _types_before(text, behind, english=english):
            found[kind] = None
    return tuple(found)


def _types_before(text: str, behind: re.Pattern[str], *, english: bool) -> Iterator[RouteType]:
    """The types that a word behind them rules out: 「運攀除外」."""
    for meaning in words.table("route_types"):
        pattern = meaning.english if english else meaning.chinese
        if any(behind.match(text, match.end()) for match in pattern.finditer(text)):
            yield cast("RouteType", meaning.name)


def _types_from(text: str, start: int, *, english: bool) -> Iterator[RouteType]:
    """The types named in a row from there on."""
    row: list[RouteType] = []
    while True:
        here = [
            (match.end(), meaning.name)
            for meaning in words.table("route_types")
            if (match := (meaning.english if english else meaning.chinese).match(text, start))
        ]
        if not here:
            break
        end, name = max(here)
        row.append(cast("RouteType", name))
        joint = _JOINED.match(text, end)
        start = joint.end() if joint else end
    if row and not _CORRECTS.match(text, start):
        yield from row


def parted(
    names: tuple[NameMention, ...], text: str
) -> tuple[tuple[NameMention, ...], tuple[NameMention, ...]]:
    """The names meant and the names ruled out; of lone names only a sure place or a ranked one."""
    out = tuple(
        name
        for name in names
        if _BEFORE.search(text[: name.start]) or _BEHIND.match(text[name.end :])
    )
    kept = tuple(name for name in names if name not in out)
    ranked = _RANKS.search(text) and all(name.kind == "route" for name in out)
    surely = all(
        name.kind in _PLACES
        and (_SURELY_BEFORE.search(text[: name.start]) or _BEYOND.match(text[name.end :]))
        for name in out
    )
    return (kept, out) if kept or (out and (ranked or surely)) else (names, ())


_RANKS = re.compile(
    r"除了.*最|最.*除了|\b(?:except|besides|apart from|other than)\b.*\b(?:\w+est|most)\b"
    r"|\b(?:\w+est|most)\b.*\b(?:except|besides|apart from|other than)\b",
    re.IGNORECASE,
)
"""「除了折射，最難的是哪條」."""


_GRADE_BEFORE = re.compile(
    r"(?:扣掉|不要|除了|排除|不含|不包括|去掉|拿掉|剔除|跳過|跳过|撇開|撇开|避開|避开|不爬|不看"
    r"|except(?: for)?|without|excluding|not including|besides|other than|apart from"
    r"|leave out|minus|but not)"
    r"(?: the| any)?\s*$",
    re.IGNORECASE,
)
_GRADE_BEHIND = re.compile(
    r"^\s*(?:的)?(?:路線|路线|線|线)?\s*(?:都|就|也|先)?"
    r"(?:除外|以外|之外"
    # 「5.10a 扣掉完攀過的」 takes away others than the grade
    r"|(?:拿掉|去掉|扣掉|跳過|跳过)(?=$|[，,。？?\s]|還|还|剩|後|后|之|再|有|的[話话]|會|会|共))"
)


def grades_denied(text: str, grades: tuple[GradeMention, ...]) -> tuple[GradeMention, ...]:
    """The grades that a question rules out: 「扣掉 5.10d」「5.9 以外的」."""
    return tuple(
        grade
        for grade in grades
        if _GRADE_BEFORE.search(text[: grade.start]) or _GRADE_BEHIND.match(text[grade.end :])
    )
