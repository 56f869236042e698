"""Names as people misspell, shorten and convert them, as long as they still mean one thing."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

import opencc
from pypinyin import Style, lazy_pinyin
from rapidfuzz.distance import OSA

from bot.evaluation.world import main_name
from knowledge.schema import Route
from knowledge.text import has_han, key

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from bot.evaluation.world import Named, World

_ALIKE: Final = [
    "己已巳",
    "未末",
    "士土",
    "人入",
    "天夫",
    "日曰目",
    "大太犬",
    "千干于",
    "王玉主",
    "牛午",
    "白自百",
    "石右",
    "木本",
    "水永冰",
    "小少",
    "手毛",
    "刀力",
    "田由甲申",
    "鳥烏",
    "風鳳",
    "門問間",
    "月用",
    "山出",
    "龍籠",
    "壁璧",
    "海悔",
    "崖涯",
    "谷俗",
    "貓描",
    "狗拘",
    "魚漁",
    "蝴糊",
    "燈橙",
    "塔搭",
    "雲曇",
    "霧露",
    "雷雪",
    "星晶",
    "晴睛",
    "清青情",
    "快塊",
    "岩宕",
    "巖嚴",
    "洞侗",
    "牆檣",
    "角甬",
    "橋僑",
    "橘桔",
    "樹澍",
    "花化",
    "草早",
    "葉業",
    "果菓",
    "夢萝",
    "黑墨",
    "紅紀",
    "綠緣",
    "藍籃",
    "銀根",
    "銅洞",
    "鐵鉄",
    "金全",
    "火灰",
    "光先",
    "明朋",
    "春舂",
    "夏复",
    "秋愁",
    "冬終",
    "早旱",
    "晚免",
    "左佐",
    "上土",
    "下卞",
    "東束",
    "西酉",
    "南喃",
    "北比",
    "心必",
    "頭顛",
    "眼眠",
    "耳且",
    "口囗",
    "舌古",
    "足是",
    "身射",
    "老考",
    "少步",
    "男勇",
    "女安",
    "子孑",
    "父交",
    "母毋",
    "兄兒",
    "弟第",
    "友反",
    "客容",
    "主住",
    "孤狐",
    "獨濁",
    "勇湧",
    "怕柏",
    "笑芙",
    "哭器",
    "走足",
    "跑跪",
    "飛非",
    "爬把",
    "跳眺",
    "攀樊",
    "抱包",
    "拉垃",
    "推堆",
]
_NON_TELLING: Final = re.compile(r"[\s'’\-.,!?()（）]+")


def spell(record: Named, form: str, world: World, rng: Random) -> str | None:
    """The record's name in a form; ``None`` when there is none or it would be ambiguous."""
    if form in _STORED:
        name = _STORED[form](record)
        return name if name and world.is_free(name, record) else None
    change = _CHANGES.get(form)
    if change is None:
        raise ValueError(f"no form of a name: {form}")
    if form == "typo":
        change = rng.choice([_homophone, _alike, _missing, _doubled, _swapped])
    base = record.name_en if form in {"spelling", "lower"} else record.name
    changed = change(base, rng) if base else None
    if changed is None or changed == base:
        return None
    if form == "partial":
        return changed if _tells_apart(changed, record, world) else None
    return changed if _is_nearest(changed, record, world) else None


def simplified(text: str) -> str:
    """The text in Simplified characters."""
    return str(_converter().convert(text))


_STORED: Final[dict[str, Callable[[Named], str]]] = {
    "zh": lambda record: record.name,
    "en": lambda record: record.name_en or ("" if has_han(record.name) else record.name),
    "old": lambda record: next(iter(record.old_names), "") if isinstance(record, Route) else "",
    "alias": lambda record: next(iter(record.aliases), ""),
    "hans": lambda record: simplified(main_name(record)) if has_han(main_name(record)) else "",
}


def _homophone(name: str, rng: Random) -> str | None:
    places = [index for index, char in enumerate(name) if _same_sound(char)]
    if len(key(name)) < 3 or not places:
        return None
    at = rng.choice(places)
    return name[:at] + rng.choice(_same_sound(name[at])) + name[at + 1 :]


def _alike(name: str, rng: Random) -> str | None:
    places = [index for index, char in enumerate(name) if char in _alike_table()]
    if len(key(name)) < 3 or not places:
        return None
    at = rng.choice(places)
    return name[:at] + rng.choice(_alike_table()[name[at]]) + name[at + 1 :]


def _missing(name: str, rng: Random) -> str | None:
    if len(key(name)) < 4 or not _all_han(name):
        return None
    at = rng.randrange(len(name))
    return name[:at] + name[at + 1 :]


def _doubled(name: str, rng: Random) -> str | None:
    if len(key(name)) < 3 or not _all_han(name):
        return None
    at = rng.randrange(len(name))
    return name[: at + 1] + name[at:]


def _swapped(name: str, rng: Random) -> str | None:
    if len(key(name)) < 3 or not _all_han(name):
        return None
    at = rng.randrange(len(name) - 1)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def _bopomofo(name: str, rng: Random) -> str | None:
    if len(key(name)) < 3 or not _all_han(name):
        return None
    at = rng.randrange(len(name))
    sound = lazy_pinyin(name[at], style=Style.BOPOMOFO)[0]
    return name[:at] + re.sub("[ˊˇˋ˙]", "", sound) + name[at + 1 :]


def _partial(name: str, rng: Random) -> str | None:
    if len(key(name)) < 5 or not _all_han(name):
        return None
    size = max(3, len(name) // 2 + rng.randrange(2))
    return name[:size] if rng.random() < 0.6 else name[-size:]


def _spelling(name: str, rng: Random) -> str | None:
    places = [match.start() for match in re.finditer(r"(?<=[a-z]{2})[a-z](?=[a-z]{2})", name)]
    if not places or has_han(name):
        return None
    at = rng.choice(places)
    return (
        name[:at]
        + rng.choice([letter for letter in "aeiorstln" if letter != name[at]])
        + name[at + 1 :]
    )


def _lower(name: str, rng: Random) -> str | None:
    del rng
    return None if has_han(name) else _NON_TELLING.sub("", name.lower())


_CHANGES: Final[dict[str, Callable[[str, Random], str | None]]] = {
    "homophone": _homophone,
    "shape": _alike,
    "missing": _missing,
    "doubled": _doubled,
    "swapped": _swapped,
    "typo": _homophone,
    "bopomofo": _bopomofo,
    "partial": _partial,
    "spelling": _spelling,
    "lower": _lower,
}
FORMS: Final = frozenset({*_STORED, *_CHANGES})


def _is_nearest(changed: str, record: Named, world: World) -> bool:
    """Whether no other name is about as near as the one that was meant."""
    folded = key(changed)
    if not folded:
        return False
    own = min(OSA.distance(folded, key(name)) for name in (record.name, record.name_en) if name)
    limit = own + 1
    others = (
        other
        for other in world.keys
        if abs(len(other) - len(folded)) <= limit and not world.is_free(other, record)
    )
    return all(OSA.distance(folded, other, score_cutoff=limit) > limit for other in others)


def _tells_apart(part: str, record: Named, world: World) -> bool:
    folded = key(part)
    return all(folded not in other for other in world.keys if not world.is_free(other, record))


def _all_han(name: str) -> bool:
    return bool(re.fullmatch(r"[\u4e00-\u9fff]+", name))


def _same_sound(char: str) -> str:
    """Frequent characters that sound exactly like this one."""
    if not "\u4e00" <= char <= "\u9fff":
        return ""
    same = _by_sound().get(lazy_pinyin(char, style=Style.TONE3)[0], "")
    return same.replace(char, "")


@cache
def _by_sound() -> dict[str, str]:
    sounds: dict[str, str] = {}
    # the first plane of Big5 holds the 5,401 frequent characters
    for lead in range(0xA4, 0xC7):
        for trail in (*range(0x40, 0x7F), *range(0xA1, 0xFF)):
            char = bytes([lead, trail]).decode("big5", errors="ignore")
            if len(char) == 1 and "\u4e00" <= char <= "\u9fff":
                sound = lazy_pinyin(char, style=Style.TONE3)[0]
                sounds[sound] = sounds.get(sound, "") + char
    return sounds


@cache
def _alike_table() -> dict[str, str]:
    return {char: group.replace(char, "") for group in _ALIKE for char in group}


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
