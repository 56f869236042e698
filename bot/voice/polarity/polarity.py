"""Whether a sentence denies what is known, or states what is known to be denied.

「要預約」 and 「不用預約」 hold the same words. So the words right behind a 不 or 沒 are looked up:
those that what is known only denies may not be stated, and those that it only states may not be
denied. What is said not to be recorded denies nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain
from bot.voice.language.vocabulary import is_ours
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

_DENIED: Final = re.compile(
    r"(?<!有)(?:不(?![只同])|沒(?!用)|未|無|勿|(?<![分個特級性類區差告辨各])別(?!人|名|的|處|忘|急|客氣|跑空|漏)|免(?!費))(?:[要是能可會必用需有得太在])?(?:任何|什麼)?"
    r"(?:先|再|去|被|都|另|以)?\s?([\u3400-\u9fff]{2}|[a-z]{3,})",
    re.IGNORECASE,
)
_BEFORE: Final = 4
"""Characters before a word in which a 不 still denies it."""
_FAR: Final = 8
"""Characters in which it may: 「不在疲勞時硬磨」."""
_DENIES: Final = re.compile(
    r"[不沒没未無无勿免零]|(?<!除)非(?!常)|(?<![\d.])0(?![\d.])|(?<![分個个特級级性類类區区差告辨各])[別别](?!人|名|的|處|处|忘|急|客)|\bnot?\b|n't"
)
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
_CLAUSE: Final = re.compile(r"[，。；;！!？?\n、,]")
_ABSENT: Final = re.compile(
    r"(?:停止|超出(?:我的)?)([\u3400-\u9fff]{2})|([\u3400-\u9fff]{2})\s*[:：]?\s*0(?![\d.:])"
    r"|([\u3400-\u9fff]{2})[:：](?:你的紀錄裡|資料裡)[^，。；\n]{0,4}沒有"
)
"""What is denied without a 不: 「停止流汗」, 「嘗試 0」, 「抱石：資料裡一題都沒有」."""
_RATHER: Final = re.compile(r"比([\u3400-\u9fff]{2})")
"""「比硬撐更有用」: what the better is compared with may be denied."""
_UNLESS: Final = re.compile(r"除非(?:有|是|已經?)?([\u3400-\u9fff]{2})")
"""「除非有立即危險」 is 「沒有立即危險就…」 as well."""
_ELSE_NOT: Final = re.compile(r"沒有?([\u3400-\u9fff]{2})[^，。；]{0,4}就(?:別|不)")
"""「沒有立即危險就不要動他」, which says the same as 「有立即危險才移動」."""
_INDEED: Final = re.compile(r"(?:不要|別|避免|不會|不能)[^，。；\n]{1,8}$")
"""「不要痛到不能站」 denies twice, and so says 「能站」."""
_SHUT: Final = re.compile(r"公休|休館|沒開|關門|打烊|\bclosed\b", re.IGNORECASE)
_NEVER_SHUT: Final = re.compile(r"每天都?有?開|沒有公休|年中無休|有開|\bevery day\b", re.IGNORECASE)
_WHEN_SHUT: Final = frozenset(map(key, ("營業", "開門", "開館", "開放")))
_WHEN_OPEN: Final = frozenset(map(key, ("休息", "公休", "休館", "打烊", "關門")))
_REFERS: Final = re.compile(
    r"(?:交給|找|問|由)[^，。；]{0,4}(?:醫師|醫生|專業|教練|物理治療師|館方)"
)
"""Who else does what we do not: 「診斷請交給醫師」."""
_UNABLE: Final = frozenset(
    map(key, ("推薦", "回答", "解答", "提供", "判斷", "翻譯", "幫忙", "告訴", "查詢", "保證"))
)
"""Deeds of ours, of which 「推薦不了」 says nothing but that we cannot."""
_TWICE: Final = re.compile(r"不(?:用|要|必|需要?)先?不|沒有不|不是不")
_ASKS: Final = re.compile(r"([\u3400-\u9fff])[不沒](?:有)?\1|有沒有|是否")
"""「會不會」 and 「要不要」 ask; they deny nothing."""
_COMPARES: Final = ("最", "更", "比")
"""「沒有更難的」 and 「不會比較貴」 compare, which is worked out elsewhere."""
_LEADING: Final = re.compile("请?(?:不(?:要|用|必|能|可以?)?|别|勿|沒有?|没有?|未)")
_HEAD: Final = 5
"""Characters behind a 不 at the head of a clause by which the clause is known again."""
_IF: Final = re.compile(r"的話|^(?:如果|要是|若)")
"""A clause that supposes denies nothing."""
_POINTS: Final = frozenset("我你他她它這那哪什誰")
"""Characters that point: 「不在我的範圍」 denies no word of these."""
_OWN: Final = frozenset(
    map(
        key,
        (
            "登入",
            "確認",
            "可以",
            "能爬",
            "能夠",
            "任何",
            "知道",
            "確定",
            "清楚",
            "一定",
            "客氣",
            "好意",
            "記載",
            "註明",
            "代表",
            "等於",
            "即時",
            "完攀",
            "全部",
            "所有",
            "問我",
            "需要",
            "真人",
        ),
    )
)
"""Words behind a 不 that a voice may use by itself."""


def turned(text: str, known: str, strange: frozenset[str] = frozenset()) -> Iterator[str]:
    """The words of a text that are denied though known, or stated though known to be denied.

    Args:
        text: What is to be said.
        known: The records, and the answer that code gave.
        strange: Words of other things than those spoken of, which may be denied of them.
    """
    held = _Held.of(known)
    told = _ASKS.sub("q", plain(text))
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
    for mark in _CLAUSE.finditer(text):
        yield start, text[start : mark.start()]
        start = mark.end()
    yield start, text[start:]


def _denies_all(text: str, start: int, clause: str) -> bool:
    """Whether a clause denies something, itself or by what it lists on: 「不要聊天、坐遠」."""
    head = re.split(r"[，,。；;！!？?\n]", text[:start])[-1]
    return bool(_DENIES.search(head + clause))


def _denied_though_stated(clause: str, held: _Held, strange: frozenset[str]) -> Iterator[str]:
    unable = (one for one in _CANNOT.finditer(clause) if key(one[1]) not in _UNABLE)
    for match in (*_DENIED.finditer(clause), *unable):
        words = key(match[1])
        allowed = (
            words[0] in _POINTS
            or words.startswith(_COMPARES)
            or words in held.deniable | _OWN | strange
        )
        if words in held.stated_alone and not allowed:
            yield match[0]


def _stated_though_denied(clause: str, held: _Held) -> Iterator[str]:
    folded = key(clause)
    for words in held.denied - held.stated - _OWN:
        if words.isascii():
            near = re.search(rf"(.{{0,16}}){words}", clause, re.IGNORECASE)
            if near is not None and not _DENIES.search(near[1]) and "without" not in near[1]:
                yield words
            continue
        at = folded.find(words)
        if at >= 0 and not _DENIES.search(folded[max(0, at - _BEFORE) : at]):
            yield words


def defers(text: str) -> bool:
    """Whether a text says that something is not recorded."""
    return bool(_UNRECORDED.search(plain(text)))


class _Held:
    """The words of what is known, by whether they are denied there."""

    def __init__(self, known: str) -> None:
        said = _ASKS.sub("q", plain(known))
        self.folded = key(said)
        self._clauses = tuple(filter(None, map(key, _CLAUSE.split(said))))
        found = (one for one in _DENIED.finditer(said) if not _is_indeed(one, said))
        absent = (words for one in _ABSENT.finditer(said) for words in one.groups() if words)
        self.denied = frozenset(key(one[1]) for one in found if not one[1].endswith("的"))
        self.deniable = (
            frozenset(key(one[1]) for one in (*_DENIED.finditer(said), *_RATHER.finditer(said)))
            | frozenset(key(one[1]) for one in _UNLESS.finditer(said))
            | frozenset(map(key, absent))
            | (_WHEN_SHUT if _SHUT.search(said) else frozenset())
            | (_WHEN_OPEN if _NEVER_SHUT.search(said) else frozenset())
        )
        self.stated = frozenset(pair for one in self._clauses for pair in _stated(one, _BEFORE))
        self.stated_alone = frozenset(pair for one in self._clauses for pair in _stated(one, _FAR))

        # what stands there when only the 不 is left out
        left_out = (_without(one, said) for one in _DENIED.finditer(said))
        self.without_no = frozenset(
            one for one in left_out if len(one) > 3 and one not in self.folded
        )

    def begins_without_no(self, folded: str) -> bool:
        """Whether a clause begins as a known one does, but for the 不 that stands before it."""
        for one in self._clauses:
            no = _LEADING.match(one)
            head = one[no.end() :][:_HEAD] if no else ""
            if len(head) >= _HEAD and folded.startswith(head):
                return not any(head in other for other in self._clauses if other is not one)
        return False

    def says_only_if(self, match: re.Match[str] | None) -> bool:
        """Whether what is denied without something is known to be so only with it."""
        return match is not None and bool(re.search(rf"有{key(match[1])}.{{0,6}}才", self.folded))

    def says(self, folded: str) -> bool:
        """Whether these are words of what is known, with no 不 left out before them."""
        found = (one.find(folded) for one in self._clauses if folded in one)
        ends = ((one, one.find(folded)) for one in self._clauses if folded in one)
        return any(True for _ in found) and all(
            not _DENIES.search(one[max(0, at - _BEFORE) : at]) for one, at in ends
        )

    @staticmethod
    @lru_cache(maxsize=64)
    def of(known: str) -> _Held:
        return _Held(known)


def _is_indeed(match: re.Match[str], said: str) -> bool:
    """Whether what a 不 denies is denied once more by what stands before it."""
    return bool(_INDEED.search(said[max(0, match.start() - 12) : match.start()]))


def _without(match: re.Match[str], said: str) -> str:
    """What stands around a 不 of a clause when it alone is left out: 「對上就不」."""
    before = key(_CLAUSE.split(said[max(0, match.start() - 4) : match.start()])[-1])[-2:]
    if len(before) < 2 and key(match[1]) in _OWN:
        return ""
    behind = _CLAUSE.split(said[match.end() : match.end() + 2 - len(before)])[0]
    return before + key(match[0][1:] + behind)


def _stated(folded: str, far: int) -> Iterator[str]:
    """Every two characters that no 不 stands before, so far back."""
    last = -far - 1
    for at in range(len(folded) - 1):
        if _DENIES.match(folded, at):
            last = at
        elif at - last > far:
            yield folded[at : at + 2]
    for word in re.finditer(r"[a-z]{3,}", folded):
        if not _DENIES.search(folded[max(0, word.start() - far) : word.start()]):
            yield word[0]
