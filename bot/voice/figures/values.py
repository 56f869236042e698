"""Values of a closed set: a season, a part of the country, a kind of rock.

A member's question may name them all (「算北部、南部還是東部」), so that knowing the word is not
enough: what a clause affirms must be what a record or the rendered answer gives.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain
from bot.voice.language.sentences import CLAUSE

if TYPE_CHECKING:
    from collections.abc import Iterator

_SETS: Final = (
    {
        "春": r"春(?=[天季、和秋冬夏]|$)|\bspring\b",
        "夏": r"夏(?=[天季、和秋冬]|$)|\bsummer\b",
        "秋": r"秋(?=[天季、和冬]|$)|\b(?:autumn|fall)\b",
        "冬": r"冬(?=[天季]|$)|\bwinter\b",
    },
    {"北部": "北部", "中部": "中部", "南部": "南部", "東部": "東部"},
)
_ROCKS: Final = {
    name: rf"{name}|\b(?:{english})s?\b"
    for name, english in (
        ("砂岩", "sandstone|gritstone"),
        ("石英(?!岩)", "quartz"),
        ("石英岩", "quartzite"),
        ("石灰岩", "limestone"),
        ("花崗岩", "granite"),
        ("安山岩", "andesite"),
        ("英安岩", "dacite"),
        ("玄武岩", "basalt|dolerite|diabase"),
        ("流紋岩", "rhyolite"),
        ("凝灰岩", "tuff"),
        ("大理[岩石]", "marble"),
        ("片麻岩", "gneiss(?:es)?"),
        ("片岩", "schist"),
        ("板岩", "slate"),
        ("千枚岩", "phyllite"),
        ("頁岩", "shale"),
        ("泥岩", "mudstone|claystone"),
        ("粉砂岩", "siltstone"),
        ("礫岩", "conglomerate|breccia"),
        ("白雲岩", "dolomite|dolostone"),
        ("珊瑚礁?石?灰?岩|礁岩", "coral|reef"),
        ("閃長岩", "diorite"),
        ("輝長岩", "gabbro"),
        ("橄欖岩", "peridotite"),
        ("蛇紋岩", "serpentin(?:e|ite)"),
        ("集塊岩", "agglomerate"),
        ("[黑燧]曜岩|黑曜石", "obsidian|flint|chert"),
        ("浮岩", "pumice|scoria"),
        ("火山岩", "volcanic rock|lava"),
        ("變質岩", "metamorphic rock"),
        ("沉積岩", "sedimentary rock"),
        ("無煙煤", "anthracite|coal"),
    )
}
"""Of a crag there is one answer to what it is made of, also where the records give none."""
_BUT: Final = re.compile(r"(?:除了?|扣掉|撇開)(?P<but>[^，。；]{1,6}?)(?:以外|之外|外)的?")
"""「除了夏天以外的三季」 says of the others what is not so of this one."""
_REFUSES: Final = re.compile(
    r"[不沒無未非]|還是|嗎|\b(?:no|not|nothing|or|asked|instead|than|whether)\b|n't\b",
    re.IGNORECASE,
)


def foreign_values(text: str, known: str, about: str) -> Iterator[str]:
    """The values that a text affirms and nothing known gives.

    Args:
        text: What is to be said, without the names of records.
        known: The records and the rendered answer, without the question.
        about: The rendered answer: only sets of which it names a value are looked at.
    """
    held, answer = plain(known), plain(about)
    for values in (*_SETS, _ROCKS):
        named = any(re.search(words, answer, re.IGNORECASE) for words in values.values())
        if not named and values is not _ROCKS:
            continue
        for clause in CLAUSE.split(plain(text)):
            if _REFUSES.search(clause):
                continue
            told = _without_exception(clause, values, answer)
            for value, words in values.items():
                found = re.search(words, told, re.IGNORECASE)
                stands = value in held or re.search(words, held, re.IGNORECASE)
                if found is not None and not stands:
                    yield found[0]


def _without_exception(clause: str, values: dict[str, str], answer: str) -> str:
    """The clause without 「除了夏天以外」 where that is the only value that the answer lacks."""
    match = _BUT.search(clause)
    left = [words for words in values.values() if not re.search(words, answer, re.IGNORECASE)]
    if match is None or len(left) != 1:
        return clause
    excepted = re.search(left[0], f"{match['but']}、", re.IGNORECASE)
    return _BUT.sub("", clause) if excepted else clause
