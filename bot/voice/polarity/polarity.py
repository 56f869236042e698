"""Whether a sentence denies what is known, or states what is known to be denied.

「要預約」 and 「不用預約」 hold the same words. So the words right behind a 不 or 沒 are looked up:
those that what is known only denies may not be stated, and those that it only states may not be
denied. What is said not to be recorded denies nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.language.vocabulary import is_ours
from bot.voice.polarity.held_words import (
    CLAUSE,
    DENIED,
    DENIES,
    OWN,
    HeldWords,
    held_words,
    is_denied,
    without_asking,
)
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

_CANNOT: Final = re.compile(
    r"([\u3400-\u9fff](?![看查找認分說想聽就都也還才又])[\u3400-\u9fff])不"
    r"(?:[了住起動完成過上]|到(?!\s*[\d一二兩三四五六七八九十])|出(?![聲力手])|下(?!牆))"
)
"""「休息不了」 denies what stands before the 不; 「所以看不出」 and 「不到兩把」 do not."""
_UNRECORDED: Final = re.compile(
    r"查無|(?:資料|紀錄|記錄|手邊|這邊|我這)[^，。；]{0,8}(?:沒|未|不|無)|(?:沒|未|無)(?:有)?(?:被)?(?:記|寫|列|標|提|資料|紀錄|查)"
    r"|(?:沒有?|無|未有?)[^，。；]{0,14}的?(?:紀錄|記錄|資料|記載)|不在[^，。；]{0,4}(?:資料|清單|列表|名單)"
    r"|查不到|找不到|看不到|不(?:知道|確定|清楚)|不是(?=\s*[「5vV])"
)
_ELSE_NOT: Final = re.compile(r"沒有?([\u3400-\u9fff]{2})[^，。；]{0,4}就(?:別|不)")
"""「沒有立即危險就不要動他」, which says the same as 「有立即危險才移動」."""
_REFERS: Final = re.compile(
    r"(?:交給|找|問|由)[^，。；]{0,4}(?:醫師|醫生|專業|教練|物理治療師|館方)"
)
"""Who else does what we do not: 「診斷請交給醫師」."""
_UNABLE: Final = frozenset(
    map(key, ("推薦", "回答", "解答", "提供", "判斷", "翻譯", "幫忙", "告訴", "查詢", "保證"))
)
"""Deeds of ours, of which 「推薦不了」 says nothing but that we cannot."""
_TWICE: Final = re.compile(r"不(?:用|要|必|需要?)先?不|沒有不|不是不")
_COMPARES: Final = ("最", "更", "比")
"""「沒有更難的」 and 「不會比較貴」 compare, which is worked out elsewhere."""
_IF: Final = re.compile(r"的話|^(?:如果|要是|若)")
"""A clause that supposes denies nothing."""
_POINTS: Final = frozenset("我你他她它這那哪什誰")
"""Characters that point: 「不在我的範圍」 denies no word of these."""


def turned(text: str, known: str, strange: frozenset[str] = frozenset()) -> Iterator[str]:
    """The words of a text that are denied though known, or stated though known to be denied.

    Args:
        text: What is to be said.
        known: The records, and the answer that code gave.
        strange: Words of other things than those spoken of, which may be denied of them.
    """
    held = held_words(known)
    told = without_asking(text)
    for start, clause in _clauses(told):
        folded = key(clause)
        if len(folded) < 3 or held.says(folded) or is_ours(clause) or _UNRECORDED.search(clause):
            continue
        if _TWICE.search(clause):
            yield clause.strip()
        if not (_IF.search(clause) or held.says_only_if(_ELSE_NOT.search(clause))):
            yield from _denied_though_stated(clause, held, strange)
        yield from (words for words in held.without_no if words in folded)
        if held.begins_without_no(folded):
            yield clause.strip()
        supposes = _IF.search(clause) or _REFERS.search(clause)
        if not (supposes or _denies_all(told, start, clause)):
            yield from _stated_though_denied(clause, held)


def _clauses(text: str) -> Iterator[tuple[int, str]]:
    """The clauses of a text, each with where it begins."""
    start = 0
    for mark in CLAUSE.finditer(text):
        yield start, text[start : mark.start()]
        start = mark.end()
    yield start, text[start:]


def _denies_all(text: str, start: int, clause: str) -> bool:
    """Whether a clause denies something, itself or by what it lists on: 「不要聊天、坐遠」."""
    head = re.split(r"[，,。；;！!？?\n]", text[:start])[-1]
    return bool(DENIES.search(head + clause))


def _denied_though_stated(clause: str, held: HeldWords, strange: frozenset[str]) -> Iterator[str]:
    unable = (one for one in _CANNOT.finditer(clause) if key(one[1]) not in _UNABLE)
    for match in (*DENIED.finditer(clause), *unable):
        words = key(match[1])
        allowed = (
            words[0] in _POINTS
            or words.startswith(_COMPARES)
            or words in held.deniable | OWN | strange
        )
        if words in held.stated_alone and not allowed:
            yield match[0]


def _stated_though_denied(clause: str, held: HeldWords) -> Iterator[str]:
    folded = key(clause)
    for words in held.denied - held.stated - OWN:
        if words.isascii():
            near = re.search(rf"(.{{0,16}}){words}", clause, re.IGNORECASE)
            if near is not None and not DENIES.search(near[1]) and "without" not in near[1]:
                yield words
            continue
        at = folded.find(words)
        if at >= 0 and not is_denied(folded, at):
            yield words
