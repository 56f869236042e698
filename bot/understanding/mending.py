"""Slips of the ear in the words of questions: 「南度」 for 難度, 「那條最難」 for 哪條.

Every slip is as long as what it stands for, so that places in the text stay where they were.
"""

from __future__ import annotations

import re
from functools import cache
from operator import eq
from typing import TYPE_CHECKING

from bot.understanding.examples import pair_told
from bot.understanding.town_slips import town_slips
from knowledge.gazetteer.vocabulary import find_words, is_usual, is_word
from knowledge.text import key
from knowledge.text.folding import is_han
from knowledge.text.sounds import readings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Names = Callable[[str], Iterable[tuple[int, int]]]
    _Written = Callable[[re.Match[str]], str]

_HEARD = {
    "難度": "南度 男度",
    "幾級": "幾極 幾積 幾雞",
    "岩館": "岩管 言館",
    "岩場": "延場 言場",
    "抱石": "報石",
    "先鋒": "先峰 先烽",
    "快扣": "快釦 塊扣 快叩",
    "首攀": "首潘 首盤",
    "票價": "漂價",
    "推薦": "推建 推見 推健",
    "運攀": "運盤 韻攀",
    "傳攀": "傳盤 船攀",
    "攀岩": "攀言 攀延 潘岩",
    "確保": "確寶",
    "公尺": "公呎",
    "電話": "店話",
    "地址": "弟址",
    "營業": "營頁 迎業",
}
"""Only slips that stand inside no other words: 「路現」 would be found in 「路現在」."""
_SLIPS = {slip: word for word, slips in _HEARD.items() for slip in slips.split()}
_SLIP = re.compile("|".join(map(re.escape, _SLIPS)))
_CONTRACTED = re.compile(r"^((?:Where|What|Who|When|How))['’]s\b")
"""At the beginning, where it would be taken for the first word of a name."""
_ON_RECORD = re.compile(
    "(落石|[鬆松][動动]|掉石[頭头]?|封閉|封闭|[鏽锈][蝕蚀]|老[舊旧]|生[鏽锈]|浮石|影片|首攀)(的?(?:紀錄|記錄|纪录|记录))"
)
"""「有落石的紀錄」: recorded of routes, and nobody's log."""
_WRITTEN_AS = re.compile(r"(?<=[\u3400-\u9fff])(?<!目)[標标寫写]著?的?是?(?=\s?(?:5\.\d|[vV]\d))")
"""「灰鯨標 5.10a 對不對」: the verb between a name and a grade."""
_MYSELF = re.compile(
    r"(?:(?<=^)|(?<=[，,。！!？?：:\s問月天年週周下])|(?<=上次)|(?<=最近)|(?<=目前))"
    r"(?:本人|敝人|在下(?![週周個个次回面方])|小弟|小妹)(?![妹弟們们的])"
)
"""Other words for 「我」 at the beginning of a clause: 「上個月本人爬了哪些」."""
_WHICH = re.compile("那(?=一?(?:[條间間條家個个题題]最(?!.*哪)|[區区座面]最(?!.{1,3}的|.*哪)))")


_GLUED = re.compile(
    r"(?<=[\u3400-\u9fff])(?<![年月日號号第到至和跟與与或及從从點点半上下午晚早晨中夜])"
    r"(?=[01]?\d(?:/[0-3]?\d(?![\d/])|月)|[0-2]?\d(?:[:：][0-5]\d|[點点](?!\d)))"
)
"""A day or a time in figures right behind a word: 「浮島1/1有開嗎」."""


def parted_days(text: str) -> str:
    """The text with a space before a day or a time that is written right behind a name."""
    return _GLUED.sub(" ", text)


_GRADE_GLUED = re.compile(r"(?<=[a-z])(?=5\.\d|V\d{1,2}(?!\w))")
"""A grade right behind a word of Latin letters: 「Elm Gully5.8 以下」."""
_A_MOMENT = re.compile("(?<=[介說講查看紹绍明])一下(?=午)")
"""「介紹一下午睡石」 names no afternoon."""
_PLURAL = re.compile(r"\b(5\.1[0-5][abcd]?|5\.\d|V\d{1,2})s\b", re.IGNORECASE)


_PORTION = re.compile(
    "(?<=[求來来給给我要列做理出])一[份張张](?=[^我，,。]{2,16}的?(?:清[單单]|名[單单]|列表|表))"
)
"""「求一份龍洞…的清單」: no piece of a name."""
_LEAD = re.compile(
    r"^[^\s，,。？?！!：:「」『』\d]{2,8}[：:]\s*(?=.*(?:路線|路线|[幾几][條条]|多少[條条]|哪些|條數|条数))"
)
_POINTS_BACK = re.compile("[這这那][條条]|它|牠")
_REGION = re.compile("[北中南東东]部|全台|台灣|台湾")


def without_lead(text: str, names: Names) -> str:
    """「學術用途：南部所有路線…」 without what it is wanted for, which is no name."""
    lead = _LEAD.match(text)
    if lead is None or _POINTS_BACK.search(text, lead.end()):
        return text
    spans = names(text)
    placed = _REGION.search(text, lead.end()) or any(start >= lead.end() for start, _ in spans)
    return text[lead.end() :] if placed and all(s >= lead.end() for s, _ in spans) else text


def mended(text: str, names: Names) -> str:
    """The text with the words of questions written as they should be.

    Args:
        text: The question.
        names: Where a text spells what a record is called, which stays as it is.
    """
    for pattern, written in _MENDED:
        text = _outside(names, pattern, written, text)
    return text


def _outside(names: Names, pattern: re.Pattern[str], written: _Written, text: str) -> str:
    """The text with what the pattern finds written otherwise, but for what lies in a name."""
    if pattern.search(text) is None:
        return text
    taken = [span for span in names(text) if span[1] - span[0] > 1]

    def one(match: re.Match[str]) -> str:
        inside = any(start <= match.start() and match.end() <= end for start, end in taken)
        return match[0] if inside and match[0] else written(match)

    return pattern.sub(one, text)


_WORN_OUT = re.compile("(加班|社畜|單身|单身|上班|考試|考试|打工|學生|学生|工作)狗")
"""「加班狗求問」: a person, and no pet."""
_HARM = re.compile(
    "摔|墜|坠|掉|跌|落|撞|砸|[傷伤]|血|昏|[暈晕]|困|卡在|下不|不能[動动]|[動动]不|[沒没](?:反[應应]|呼吸|意[識识]|[訊讯])"
    "|骨|痛|溺|浪|海|蛇|蜂|119|112|救[護护援]|[醫医]|打[給给]|打[幾几]|[隊队伙夥]|朋友|有人|他|她|迷路|失[聯联溫温]|人[沒没]"
)
_PLEA = re.compile("求救|救命|救救我|救我")
_ORDINARY = re.compile(
    r"英文|中文|怎麼拼|怎么拼|什麼意思|什么意思|[幾几][點点]|多少[錢钱元]|元以[下內内]|票|[岩抱石攀場场]館|岩馆"
    r"|的[館馆]|哪[幾几]?[間间家條条題题]|推[薦荐]|[難难]度|[幾几][級级條条顆颗]|地址|[電电][話话]",
)


def without_pleas(text: str) -> str:
    """The text without 「求救」 where it is a manner of speech and nobody is hurt."""
    rest = _PLEA.sub(lambda match: " " * len(match[0]), text)
    return rest if rest != text and _ORDINARY.search(rest) and not _HARM.search(rest) else text


_MENDED: tuple[tuple[re.Pattern[str], _Written], ...] = (
    (_CONTRACTED, lambda match: f"{match[1]} is"),
    (_GRADE_GLUED, lambda _: " "),
    (_A_MOMENT, lambda _: ""),
    (_PLURAL, lambda match: match[1]),
    (_PORTION, lambda match: " " * len(match[0])),
    (_MYSELF, lambda _: "我"),
    (_WRITTEN_AS, lambda match: " " * len(match[0])),
    (_ON_RECORD, lambda match: match[1].ljust(len(match[0]))),
    (_SLIP, lambda match: _SLIPS[match[0]]),
    (_WHICH, lambda _: "哪"),
    (_WORN_OUT, lambda match: f"{match[1]}族"),
)


_CALLS = re.compile(
    r"(?<=[\u3400-\u9fffA-Za-z0-9])(?:勒|咧|捏|餒|ㄋㄟ|ㄌㄟ|ㄌㄝ|ㄋ|ㄌ|ㄋㄜ)(?=[\s？?~～!！。…]*$)"
)
"""Ways to write the 呢 at the end of a question."""


_PLUS = re.compile(r"(?<![\w.])([A-Za-z]{1,8})\s?[+＋](?![\d+])")


def sign_in_words(text: str, names: Names) -> str:
    """The text with ``+`` in words where a recorded name is written so: 「B+」 for B-plus."""
    for found in _PLUS.finditer(text):
        spoken = f"{text[: found.start()]}{found[1]} plus {text[found.end() :].lstrip()}"
        if any(start <= found.start() < end - len(found[1]) for start, end in names(spoken)):
            return spoken
    return text


def _called(text: str) -> Iterator[tuple[int, int, str]]:
    match = _CALLS.search(text)
    if match is not None:
        yield match.start(), match.end(), "呢".ljust(len(match[0]))


_ASKED = (
    "難度 級數 等級 幾級 長度 高度 多長 多高 公尺 首攀 首攀者 開線 影片 固定點 保護 裝備 快扣 快掛 "
    "錨栓 掛片 類型 型態 運攀 傳攀 抱石 先鋒 位置 地址 電話 網站 營業 營業時間 開門 打烊 公休 票價 "
    "門票 價錢 價格 單次 星光票 多少錢 岩鞋 吊帶 租借 停車 捷運 設施 淋浴 預約 岩場 岩館 攀岩 "
    "攀岩館 抱石館 路線 推薦 最難 最簡單 最長 最短 最熱門 哪一區 "
    "哪條 哪裡 多少 幾條 幾顆 季節 交通 岩質"
)
"""Words of questions that are mended when others of the same sound stand for them."""
_ENGLISH = (
    "how hard long tall many much what what's which where who when grade grades difficulty length "
    "height route routes bolts bolt first ascent climbed type sort sport trad anchor video "
    "location gym address phone number price ticket hours open close opening recommend hardest "
    "easiest longest shortest popular beginner compare parking website "
    "season transport approach"
)
_SHORTENED = {
    "hw": "how", "wat": "what", "wats": "what's", "wut": "what", "wuts": "what's", "wht": "what",
    "whats": "what's", "wher": "where", "wheres": "where's", "whos": "who's", "hws": "how's",
    "diffculty": "difficulty", "grad": "grade", "lenght": "length", "heigth": "height",
}  # fmt: skip
_LATIN = re.compile(r"[a-z][a-z']*[a-z]")
_CLIMBED = frozenset({"ticked", "tick", "ticks"})
"""Words of a log that are no slips of those: "ticked" is no "ticket"."""
_MAX_CHARS = 300
"""Longer texts are left as they are."""
_MIN_LATIN = 5
"""Letters from which an English word may be a slip of another."""


def mended_by_sound(text: str, names: Names) -> str:
    """The text with slips of the ear or the fingers in the words of questions mended.

    Args:
        text: The question.
        names: Where a text spells what a record is called, which stays as it is.
    """
    if len(text) > _MAX_CHARS:
        return text
    slips = sorted((*_heard(text), *_mistyped(text), *_called(text), *town_slips(text)))
    taken = {place for start, end in names(text) for place in range(start, end)} if slips else set()
    pieces, done = [], 0
    for start, end, word in slips:
        if (
            start >= done
            and not taken.intersection(range(start, end))
            and text[start:end] not in _MEANT
        ):
            pieces += [text[done:start], word]
            done = end
    return "".join((*pieces, text[done:]))


_MEANT = frozenset({"幾季", "几季", "哪季", "期幾", "期几", "那一區", "那一区"})
"""Words of questions by themselves: 「哪幾季適合」 asks for seasons and no grade."""


_JOINTS = frozenset("的第了是在")
"""Begin no slip by themselves; on the key."""


def _heard(text: str) -> Iterator[tuple[int, int, str]]:
    """Characters that sound like a word of questions and are no word themselves.

    A word that stands there as it should is not written wrongly once more. After 的 and the like
    one must be right: 「的芝」 in 「石螢谷的芝草坡」 is no slip of 地址.
    """
    folded = [key(character) if is_han(character) else "\0" for character in text]
    flat = "".join(each if len(each) == 1 else "\0" for each in folded)
    words = tuple(find_words(flat))
    sounds = [readings(each) if each != "\0" else () for each in flat]
    for start in range(len(text) - 1):
        for first in sounds[start]:
            for word, plain, spoken in _by_sound().get(first, ()):
                end = start + len(plain)
                if (
                    end <= len(text)
                    and plain not in flat
                    and all(map(is_usual, flat[start:end]))
                    and all(b in a for a, b in zip(sounds[start:end], spoken, strict=True))
                    and (flat[start] not in _JOINTS or any(map(eq, flat[start:end], plain)))
                    and not _means_itself(flat, start, end, words)
                    and not _parts_another_word(flat, start, end, plain)
                ):
                    yield start, end, word


def _means_itself(flat: str, start: int, end: int, words: tuple[tuple[int, int], ...]) -> bool:
    """Whether the characters are an ordinary word, or belong to one that goes beyond them."""
    beyond = ((a, b) for a, b in words if not (start <= a and b <= end))
    return is_word(flat[start:end]) or any(a < end and start < b for a, b in beyond)


def _parts_another_word(flat: str, start: int, end: int, plain: str) -> bool:
    """Whether a character to be mended belongs to its neighbour outside: 「有指令清單嗎」."""
    first, last = flat[start] != plain[0], flat[end - 1] != plain[-1]
    return (first and start > 0 and pair_told(flat[start - 1 : start + 1])) or (
        last and end < len(flat) and pair_told(flat[end - 1 : end + 1])
    )


@cache
def _by_sound() -> dict[str, tuple[tuple[str, str, tuple[str, ...]], ...]]:
    """By the first sound: words, longest first, with their keys and sounds."""
    found: dict[str, list[tuple[str, str, tuple[str, ...]]]] = {}
    for word in sorted(_ASKED.split(), key=len, reverse=True):
        spoken = tuple(readings(character)[0] for character in word)
        found.setdefault(spoken[0], []).append((word, key(word), spoken))
    return {sound: tuple(each) for sound, each in found.items()}


def _mistyped(text: str) -> Iterator[tuple[int, int, str]]:
    """Small English words with a letter too many, too few, wrong or out of place."""
    for match in _LATIN.finditer(text):
        word = match[0]
        edges = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
        if re.search(r"[A-Za-z0-9]", edges) or (is_word(word) and word not in _SHORTENED):
            continue
        if word in _CLIMBED:
            continue
        meant = _SHORTENED.get(word) or _meant(word)
        if meant:
            yield match.start(), match.end(), meant


@cache
def _english_words() -> tuple[str, ...]:
    return tuple(_ENGLISH.split())


def _meant(word: str) -> str:
    if len(word) < _MIN_LATIN - 1:
        return ""
    same = (each for each in _english_words() if sorted(each) == sorted(word))
    near = (
        each
        for each in _english_words()
        if len(each) >= _MIN_LATIN and each[0] == word[0] and _one_off(each, word)
    )
    return next(same, "") or next(near, "")


def _one_off(one: str, other: str) -> bool:
    """Whether a letter was added, left out or replaced."""
    if abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    place = next((i for i, letter in enumerate(short) if letter != long[i]), len(short))
    return short[place:] == long[place + 1 :] or (
        len(one) == len(other) and short[place + 1 :] == long[place + 1 :]
    )
