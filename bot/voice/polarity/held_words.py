"""The words of what is known, by whether they are denied there. Pure."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

DENIED: Final = re.compile(
    r"(?<!有)(?:不(?![只同])|沒(?!用)|未|無|勿|(?<![分個特級性類區差告辨各])別(?!人|名|的|處|忘|急|客氣|跑空|漏)|免(?!費))(?:[要是能可會必用需有得太在])?(?:任何|什麼)?"
    r"(?:先|再|去|被|都|另|以)?\s?([\u3400-\u9fff]{2}|[a-z]{3,})",
    re.IGNORECASE,
)
_BEFORE: Final = 4
"""Characters before a word in which a 不 still denies it."""
_FAR: Final = 8
"""Characters in which it may: 「不在疲勞時硬磨」."""
DENIES: Final = re.compile(
    r"[不沒没未無无勿免零]|(?<!除)非(?!常)|(?<![\d.])0(?![\d.])|(?<![分個个特級级性類类區区差告辨各])[別别](?!人|名|的|處|处|忘|急|客)|\bnot?\b|n't"
)
CLAUSE: Final = re.compile(r"[，。；;！!？?\n、,]")
_ABSENT: Final = re.compile(
    r"(?:停止|超出(?:我的)?)([\u3400-\u9fff]{2})|([\u3400-\u9fff]{2})\s*[:：]?\s*0(?![\d.:])"
    r"|([\u3400-\u9fff]{2})[:：](?:你的紀錄裡|資料裡)[^，。；\n]{0,4}沒有"
)
"""What is denied without a 不: 「停止流汗」, 「嘗試 0」, 「抱石：資料裡一題都沒有」."""
_RATHER: Final = re.compile(r"比([\u3400-\u9fff]{2})")
"""「比硬撐更有用」: what the better is compared with may be denied."""
_UNLESS: Final = re.compile(r"除非(?:有|是|已經?)?([\u3400-\u9fff]{2})")
"""「除非有立即危險」 is 「沒有立即危險就…」 as well."""
_INDEED: Final = re.compile(r"(?:不要|別|避免|不會|不能)[^，。；\n]{1,8}$")
"""「不要痛到不能站」 denies twice, and so says 「能站」."""
_SHUT: Final = re.compile(r"公休|休館|沒開|關門|打烊|\bclosed\b", re.IGNORECASE)
_NEVER_SHUT: Final = re.compile(r"每天都?有?開|沒有公休|年中無休|有開|\bevery day\b", re.IGNORECASE)
_WHEN_SHUT: Final = frozenset(map(key, ("營業", "開門", "開館", "開放")))
_WHEN_OPEN: Final = frozenset(map(key, ("休息", "公休", "休館", "打烊", "關門")))
_ASKS: Final = re.compile(r"([\u3400-\u9fff])[不沒](?:有)?\1|有沒有|是否")
"""「會不會」 and 「要不要」 ask; they deny nothing."""
_LEADING: Final = re.compile("请?(?:不(?:要|用|必|能|可以?)?|别|勿|沒有?|没有?|未)")
_HEAD: Final = 5
"""Characters behind a 不 at the head of a clause by which the clause is known again."""
OWN: Final = frozenset(
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


@lru_cache(maxsize=64)
def held_words(known: str) -> HeldWords:
    """The words of a text that is asked for with every sentence."""
    return HeldWords(known)


def without_asking(text: str) -> str:
    """The text in plain characters; what asks in it denies nothing."""
    return _ASKS.sub("q", plain(text))


def is_denied(folded: str, at: int, far: int = _BEFORE) -> bool:
    """Whether a 不 stands before a word, at most so many characters back."""
    return bool(DENIES.search(folded[max(0, at - far) : at]))


class HeldWords:
    """The words of one text that is known.

    ``denied`` stand behind a 不, ``deniable`` may be denied besides, ``stated`` stand somewhere
    with no 不 before them and ``stated_alone`` with none even far before; ``without_no`` is what
    would stand there were only the 不 left out.
    """

    def __init__(self, known: str) -> None:
        said = without_asking(known)
        self.folded = key(said)
        self._clauses = tuple(filter(None, map(key, CLAUSE.split(said))))
        found = (one for one in DENIED.finditer(said) if not _is_indeed(one, said))
        absent = (words for one in _ABSENT.finditer(said) for words in one.groups() if words)
        self.denied = frozenset(key(one[1]) for one in found if not one[1].endswith("的"))
        self.deniable = (
            frozenset(key(one[1]) for one in (*DENIED.finditer(said), *_RATHER.finditer(said)))
            | frozenset(key(one[1]) for one in _UNLESS.finditer(said))
            | frozenset(map(key, absent))
            | (_WHEN_SHUT if _SHUT.search(said) else frozenset())
            | (_WHEN_OPEN if _NEVER_SHUT.search(said) else frozenset())
        )
        self.stated = frozenset(pair for one in self._clauses for pair in _stated(one, _BEFORE))
        self.stated_alone = frozenset(pair for one in self._clauses for pair in _stated(one, _FAR))

        # what stands there when only the 不 is left out
        left_out = (_without(one, said) for one in DENIED.finditer(said))
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
        found = [(one, one.find(folded)) for one in self._clauses if folded in one]
        return bool(found) and not any(is_denied(one, at) for one, at in found)


def _is_indeed(match: re.Match[str], said: str) -> bool:
    """Whether what a 不 denies is denied once more by what stands before it."""
    return bool(_INDEED.search(said[max(0, match.start() - 12) : match.start()]))


def _without(match: re.Match[str], said: str) -> str:
    """What stands around a 不 of a clause when it alone is left out: 「對上就不」."""
    before = key(CLAUSE.split(said[max(0, match.start() - 4) : match.start()])[-1])[-2:]
    if len(before) < 2 and key(match[1]) in OWN:
        return ""
    behind = CLAUSE.split(said[match.end() : match.end() + 2 - len(before)])[0]
    return before + key(match[0][1:] + behind)


def _stated(folded: str, far: int) -> Iterator[str]:
    """Every two characters that no 不 stands before, so far back."""
    last = -far - 1
    for at in range(len(folded) - 1):
        if DENIES.match(folded, at):
            last = at
        elif at - last > far:
            yield folded[at : at + 2]
    for word in re.finditer(r"[a-z]{3,}", folded):
        if not is_denied(folded, word.start(), far):
            yield word[0]
