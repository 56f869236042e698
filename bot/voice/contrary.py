"""Whether a sentence says the opposite of what is known: below for above, evening for morning.

Both words of such a pair may be ordinary, and each may be known of something. So a word is contrary
where only its opposite is known, or where the words beside it are known with the opposite and never
with itself. Pure.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLAUSE: Final = re.compile(r"[，。；;！!？?\n]|,(?!\d{3})")
_SAME: Final = (
    (re.compile(r"[之以]前(?!的)"), "前"),
    (re.compile(r"[之以]後"), "後"),
    (re.compile(r"週末|周末"), "假日"),
    (re.compile(r"容易"), "簡單"),
    (re.compile(r"比較|相對|較"), "較"),
    (re.compile(r"晚間|夜間"), "晚上"),
    (re.compile(r"\bos\b"), "onsight"),
    (re.compile(r"\brp\b|紅點"), "redpoint"),
    (re.compile(r"\s+"), " "),
)
"""One spelling of words that mean the same."""
_OPPOSITES: Final = (
    *(("以上", "以下"), ("較便宜", "較貴"), ("最長", "最短"), ("最貴", "最便宜"), ("最多", "最少")),
    *(
        ("最難", "最簡單"),
        ("最早", "最晚"),
        ("最高", "最低"),
        ("較難", "較簡單"),
        ("較長", "較短"),
        ("上午", "下午"),
    ),
    *(("左邊", "右邊"), ("左側", "右側"), ("北部", "南部"), ("東部", "西部"), ("平日", "假日")),
    *(
        ("岩鞋", "吊帶"),
        ("室內", "室外"),
        ("之內", "之外"),
        ("增加", "減少"),
        ("陰影", "日照"),
        ("匯出", "匯入"),
    ),
    *(("onsight", "flash"), ("onsight", "redpoint"), ("flash", "redpoint"), ("lower", "higher")),
    *(("harder", "easier"), ("longer", "shorter"), ("hardest", "easiest"), ("before", "after")),
    *(("weekday", "weekend"), ("shoes", "harness"), ("above", "below"), ("morning", "evening")),
    *(("highest", "lowest"), ("cheaper", "dearer"), ("left", "right"), ("inside", "outside")),
    *(("up", "down"), ("north", "south"), ("east", "west"), ("longest", "shortest")),
)
_COMPARED: Final = frozenset(
    {"onsight", "flash", "redpoint", "harder", "easier", "longer", "shorter", "hardest", "easiest"}
)
"""Where both are known, which is right depends on what they are said of."""
_ASCENTS: Final = frozenset({"onsight", "flash", "redpoint"})
_BOTH_TONGUES: Final = (
    *(("after", "before", "前", "後"), ("before", "after", "後", "前")),
    *(("above", "below", "下方", "上方"), ("below", "above", "上方", "下方")),
)
_TRANSLATED: Final = {"above": "上", "below": "下", "up": "上", "down": "下"}
"""What a word is in the Chinese records."""
"""A word, its opposite, and both in Chinese: the records are in Chinese where we speak English."""
_FIGURED: Final = re.compile(r"(5\.\d+[a-d]?|v\d+)(最[\u3400-\u9fff]{1,2})")
_CHARACTERS: Final = (
    "前後",
    "左右",
    "長短",
    "大小",
    "多少",
    "快慢",
    "高低",
    "上下",
    "早晚",
)
"""Too short to be opposites by themselves: only beside the same words."""
_COPIED: Final = 4
"""Characters on either side that must be the same where one is swapped for another."""
_SHORTEST_COPY: Final = 5
_NUMBERS: Final = "一二兩三四五六七八九十"
_SINGLE: Final = (
    *_CHARACTERS,
    *(
        "單雙",
        "內外",
        "裡外",
        "輕重",
        "粗細",
        "鬆緊",
        "寬窄",
        "深淺",
        "遠近",
        "新舊",
        "乾濕",
        "冷熱",
    ),
    *(
        "軟硬",
        "正反",
        "東西",
        "南北",
        "開關",
        "進出",
        "收放",
        "厚薄",
        "直彎",
        "首末",
        "春秋",
        "夏冬",
    ),
)
_SWAPS: Final = {
    **{one: _NUMBERS.replace(one, "") for one in _NUMBERS},
    **{pair[0]: pair[1] for pair in _SINGLE},
    **{pair[1]: pair[0] for pair in _SINGLE},
}
"""Characters, and those that turn the same words false in their place."""
_LISTS: Final = re.compile(r"(?<![\d級尺米元點年歲a-dm ])以[上下]|[這如](?:上|下)")
_TIMED: Final = re.compile(
    r"(?:上午|下午|早上|晚上|morning|evening)s?\s?(?=\d|[一二三四五六七八九十]+點)"
)
"""The hours beside it are judged, and say which half of the day is meant."""


def contrary(text: str, known: str, asked: str = "", rendered: str = "") -> Iterator[str]:
    """The words of a text whose opposite is known in their place.

    Args:
        text: What is to be said.
        known: The records it is about, the answer that code gave, and comparisons worked out.
        asked: The question, whose words may be said again.
        rendered: The answer that code gave, alone: what kind of ascent is meant stands there.
    """
    held, question = _spelled(known), _spelled(asked)
    bare, shown = held.replace(" ", ""), _spelled(rendered)
    for clause in _CLAUSE.split(plain(text)):
        told = _TIMED.sub("", _LISTS.sub("", _spelled(clause)))
        if told.replace(" ", "") in bare:
            continue
        for pair in _OPPOSITES:
            for word, other in (pair, pair[::-1]):
                own = shown if rendered and word in _ASCENTS else held
                if word in _TRANSLATED and _TRANSLATED[word] in held:
                    continue
                yield from _of_pair(told, own, question, word, other)
        yield from _of_tongues(told, held, question)
        yield from _of_figures(told.replace(" ", ""), bare)
        yield from _swapped(told.replace(" ", ""), bare)
        for first, second in _CHARACTERS:
            for word, other in ((first, second), (second, first)):
                yield from _of_characters(told, held + "\n" + question, word, other)


def _of_tongues(told: str, held: str, question: str) -> Iterator[str]:
    """English words whose opposite the Chinese records say."""
    for word, other, han, same in _BOTH_TONGUES:
        known_as_said = _stands(word, f"{held}\n{question}") or same in held
        if _stands(word, told) and not known_as_said and (han in held or _stands(other, held)):
            yield word


def _of_figures(told: str, bare: str) -> Iterator[str]:
    """A grade in the place of another: 「V1 最簡單」 for 「V0 最簡單」."""
    for match in _FIGURED.finditer(told):
        others = re.search(rf"(?:5\.\d+[a-d]?|v\d+){match[2]}", bare)
        if others and match[0] not in bare:
            yield match[0]


def _swapped(told: str, bare: str) -> Iterator[str]:
    """An opposite or another number in words that are known otherwise: 「單腳」 for 「雙腳」.

    Whatever else is known of either: it is compared with the words that are said again.
    """
    for at, one in enumerate(told):
        around = [
            (told[at - before : at], told[at + 1 : at + 1 + after])
            for before in range(min(at, _COPIED) + 1)
            for after in range(min(len(told) - at - 1, _COPIED) + 1)
            if one in _SWAPS and before + after >= _SHORTEST_COPY
        ]
        if any(before + one + after in bare for before, after in around):
            continue
        if any(f"{b}{other}{a}" in bare for b, a in around for other in _SWAPS[one]):
            yield told[max(0, at - 2) : at + 3]


def _of_pair(told: str, held: str, question: str, word: str, other: str) -> Iterator[str]:
    if not _stands(word, told) or (_stands(other, told) and word.isascii()):
        return
    if not _stands(word, f"{held}\n{question}"):
        named = word in _ASCENTS and _stands(other, question)
        if named or _stands(other, held):
            yield word
        return
    if word[0] in "最較" or word in _COMPARED:
        return
    for match in _found(word, told):
        before, after = told[max(0, match.start() - 2) : match.start()], told[match.end() :][:2]
        with_other = _beside(before, other, after, held)
        if with_other and not _beside(before, word, after, f"{held}\n{question}"):
            yield word


def _of_characters(told: str, held: str, word: str, other: str) -> Iterator[str]:
    """A single character between two that stand so around its opposite, and never around it."""
    for match in re.finditer(word, told):
        before, after = told[max(0, match.start() - 2) : match.start()], told[match.end() :][:2]
        if len(before) < 2 or not _is_han(before):
            continue
        if word == "前" and re.search(r"[沒未][^，]{0,6}$", told[: match.start()]):
            # 「沒登入前」 for what is so 「登入後」
            continue
        if before[-1] in "較最更":
            continue
        if before + other in held and before + word not in held:
            yield f"{before}{word}{after[:1]}"


def _beside(before: str, word: str, after: str, held: str) -> bool:
    return bool(len(before) == 2 and _is_han(before) and before + word in held) or bool(
        len(after) == 2 and _is_han(after) and word + after in held
    )


def _is_han(text: str) -> bool:
    return all("\u3400" <= one <= "\u9fff" for one in text)


def _found(word: str, text: str) -> Iterator[re.Match[str]]:
    pattern = rf"\b{word}s?\b" if word.isascii() else re.escape(word)
    return re.finditer(pattern, text)


def _stands(word: str, text: str) -> bool:
    return next(_found(word, text), None) is not None


def _spelled(text: str) -> str:
    told = plain(text).casefold()
    for pattern, same in _SAME:
        told = pattern.sub(same, told)
    return told
