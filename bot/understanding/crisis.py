"""Somebody who speaks of dying, of oneself or of a friend: heard before anything else is.

Climbers also die of tiredness, of cold and of joy (「爬到想死」, 「不爬牆我活不下去」), and call
suicidal what is only careless (「不打繩尾等於自殺」): figures of speech. In doubt help is offered.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterable

_NO_DEED = "(?!式|性|路線|等級|任務|行為|攻|兵|突擊|裂隙|岩|線|牆)"
"""「自殺式的保護」, and what a route may be called."""
_LIKENED = "(?<!等於)(?<!根本)(?<!簡直)(?<!形同)(?<!無異於)(?<!像是)(?<!好像)(?<!算是)(?<!叫)"
_SELF = "(?:(?:我|你|他|她)?(?:自己)?的?)"
_CHINESE = (
    "(?<!到)(?<!得)(?<!不)(?:想|想要|讓我|不如|乾脆)(?:去|就|一起|現在|馬上|趕快)?死"
    "(?!你|妳|他|她|我|磕|命|背|撐|守|線|角|點|握|路|鎖|綁|不了|活不)",
    "(?<!不)(?<!不想)我(?:要|就)去死(?!線|角)",
    "(?:死了|死掉)(?:算了|就好|比較好|一了百了|也好|更好)",
    "一死(?:了之|百了)|一了百了|活膩|不想(?:再)?醒(?:來|過來)$",
    "(?<!吃)(?<!爬)不想(?:再|要|繼續)?活(?!動)",
    "(?:活|活著)(?:得|的)?(?:好|真|太|很)(?:累|痛苦|辛苦)",
    "活不下去|沒有?(?:活下去|活著)的?(?:勇氣|動力|意義|理由|意思)",
    "沒有?(?:勇氣|動力|理由)(?:再)?活",
    "活著.{0,6}(?:沒有?意[義思]|有什麼意[義思]|幹嘛|做什麼|為了什麼)",
    "(?:人生|生命|生活|日子).{0,4}(?:沒有?意[義思]|過不下去|撐不下去|沒有?希望)",
    f"{_LIKENED}(?:自殺|輕生){_NO_DEED}",
    "尋短|尋死|自殘|自傷|割腕|燒炭(?:自|去|死)|吞安眠藥",
    f"(?:結束|了結|放棄){_SELF}(?:生命|性命|人生|一生)|了結自己|結束這一切",
    "想不開(?!才|去|來|跑|硬|挑|選|的路線|喔|欸|要爬)",
    "(?:想|打算|要|準備|考慮)(?:從.{1,8})?跳(?:樓|下去(?:死|算了|就好|解脫|一了))",
    "(?:想|要|希望)(?:永遠)?(?:消失(?:算了|不見|在這|在世|就好)|從(?:這個)?世界上?消失|解脫)",
    "沒有我.{0,4}(?:會|都|應該|可能|一定)?(?:比較|更|過得)(?:更|比較)?好",
    "(?<!不)(?<!避免)(?:想|忍不住)(?:要)?傷害(?:我)?自己",
)
_FIGURES = (
    "(?:不|沒有?|沒能|不能|沒辦法)(?:去)?(?:爬|攀|練|上牆|上岩|抱石|運動|吃|喝|睡|出門)"
    ".{0,8}(?:活不下去|不想活|想死)",
    "[跟像](?:自殺|輕生)(?:一樣|差不多|沒兩樣)",
    "(?:累|痛|熱|冷|酸|笑|悶|煩|餓|渴|癢|無聊|尷尬|爬|練|撐|抖|腫|曬|凍|硬|難)(?:到|得)"
    "(?:我|你|人|大家|快|都|真|很|好)*(?:想死|不想活|想自殺|活不下去)",
)
_ENGLISH = (
    r"\b(?:kill|hang|hurt|harm|cut)(?:t?ing)? (?:my|him|her)self\b"
    r"(?! (?:on|over|trying|with|by accident|if|when|while|laughing|climbing|training|doing))",
    r"\b(?:want|wants|wanna|going|rather|ready|wish) (?:to |i could )?(?:just )?"
    r"(?:die|be dead|disappear forever|never wake up)\b(?! (?:trying|for|of|climbing|on))",
    r"\bwish (?:i|he|she) (?:was|were) (?:dead|never born)\b",
    r"\bbetter off (?:dead|without me)\b",
    r"\b(?:do not|don'?t|doesn'?t|no longer) wants? to "
    r"(?:live|be alive|be here|exist|go on living|wake up)\b(?! (?:in|near|far|at|close|with))",
    r"\bsuicid(?:al|e)\b(?! (?:route|line|wall|direct|crack|arete|corner|slab|mission|ledge))",
    r"\b(?:end|take|ending|taking) (?:it all|(?:my|his|her) (?:own )?life)\b",
    r"\bself[- ]?harm\w*|\bno (?:reason|point) (?:to|in) (?:live|living|being alive)\b",
    r"\bnothing to live for\b|\btired of living\b",
)


def _folded(patterns: Iterable[str]) -> re.Pattern[str]:
    """The patterns over keys, which are folded to one script."""
    alternatives = "|".join(patterns)
    return re.compile(re.sub("[\u4e00-\u9fff]+", lambda run: key(run[0]), alternatives))


_SAYS, _FIGURE = _folded(_CHINESE), _folded(_FIGURES)
_SAYS_ENGLISH = re.compile("|".join(_ENGLISH))
_HIDDEN = " ※ "
"""Stands for a name or a figure of speech."""


def speaks_of_dying(text: str, names: Iterable[str] = ()) -> bool:
    """Whether somebody may be in danger from themselves.

    Args:
        text: What was said, as it was written.
        names: Names of records in it: a route may be called anything.
    """
    for name in names:
        if len(key(name)) > 1:
            text = text.replace(name, _HIDDEN)
    said = _FIGURE.sub(_HIDDEN, key(text))
    english = text.lower().replace("\u2019", "'")
    return bool(_SAYS.search(said) or _SAYS_ENGLISH.search(english))
