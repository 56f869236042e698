"""Which property of a route, a crag or a gym is asked for, in the order of their tables."""

from __future__ import annotations

import re
from typing import Literal

from bot.understanding import words

Subject = Literal["route", "crag", "gym"]
_SUBJECTS: tuple[Subject, ...] = ("route", "crag", "gym")

_COVERS: dict[Subject, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "route": (
        ("gear", ("bolts", "length", "description")),
        ("first_ascent_on", ("first_ascent",)),
        ("bolts", ("protection",)),
        ("pitches", ("length",)),
        ("length", ("description",)),
        ("safety_rating", ("hazards",)),
        ("old_names", ("names",)),
        ("names", ("description",)),
        ("video", ("description",)),
        ("anchor", ("protection",)),
    ),
    "crag": (
        ("coordinates", ("region", "address")),
        ("address", ("region",)),
        ("parking", ("region",)),
        ("approach", ("region",)),
        ("description", ("areas",)),
        ("areas", ("region",)),
        ("transport", ("approach",)),
        ("amenities", ("region",)),
        ("season", ("region",)),
        ("height", ("approach",)),
    ),
    "gym": (
        ("twilight", ("price", "hours", "facilities")),
        ("harness", ("rental", "price")),
        ("shoes", ("rental", "price")),
        ("rental", ("price",)),
        ("weekend", ("price",)),
        ("weekday", ("price",)),
        ("parking", ("address", "facilities")),
        ("transport", ("address",)),
        ("phone", ("address",)),
        ("type", ("facilities",)),
        ("coordinates", ("address",)),
        ("facilities", ("address",)),
        ("notes", ("facilities",)),
        ("website", ("facilities", "address")),
        ("line", ("facilities",)),
        ("facebook", ("facilities",)),
        ("instagram", ("facilities",)),
    ),
}
"""A property on the left explains the words that would also be read as those on the right."""


_DIFFER = re.compile(
    "有?什么(?:区别|不同|差别|差异)|(?:差|不同|不一样)(?:别|异)?(?:是)?在哪[里边儿]?"
)
"""Asks how things differ, not where they are; on the key."""
_SHOWN = re.compile(
    "(影片|视频|video|片子?)(?:连结|link)?(?:要|可以|能)?(?:去|在|到|从)?哪[里边儿]?(?=可以|能|看|找|有)"
)
"""Asks for the video, not where the route lies: 「影片在哪看」; on the key."""


_SEEN = re.compile(
    "哪[里边儿]?(?:可以|能|有)?(?:看|找|查)(?:得到|的到|到)?(?:[^，。？]{0,8})(影片|视频|video|片子)"
)
"""The other way about: 「哪裡看得到影片」; on the key."""
_TO_CLIMB = re.compile("哪[里边儿]?(?:可以|能|好|有得)*(?:爬|攀岩?)")
"""「X 哪裡爬」 asks what there is to climb, not where X lies; on the key."""
_IN_TAIWAN = re.compile("在?台湾的?哪一?个?(?:区域|区|地区|部|边)")
"""Asks for the region of a crag, not for its areas; on the key."""
_WHICH_SORT = re.compile("在哪一?(型|类|种)|在(?=哪一?(?:年|个?月|天|日))")
"""「歸類在哪一型」 and 「是在哪年」 ask for no place; on the key."""


def find_fields(subject: Subject, folded: str, lower: str) -> tuple[str, ...]:
    """The properties that the words ask for, without those that another explains better."""
    if subject == "crag":
        folded = _IN_TAIWAN.sub("在哪", _TO_CLIMB.sub("", folded))
    folded = _WHICH_SORT.sub(
        lambda match: f"哪种{match[1]}" if match[1] else "",
        _SEEN.sub(r"\1", _SHOWN.sub(r"\1", _DIFFER.sub("", folded))),
    )
    found = words.find(f"{subject}_fields", folded, lower)
    covered = {name for better, names in _COVERS[subject] if better in found for name in names}
    if len(found) > 1:
        covered.add("overview")
    return tuple(
        name for name in found if name not in covered or _said_outright(name, folded, lower)
    )


_OUTRIGHT: dict[str, tuple[re.Pattern[str], re.Pattern[str]]] = {
    "price": (
        re.compile(
            "价目|各种票|所有票|每种票|票种|(?<![光鸟])票价|门票(?:[、，和跟及与]|还有|以及)"
            "|(?:全部|所有|完整)的?(?:价格|费用|收费|价钱)|(?:门票|进场|入场|入馆|单次|单日)费?[^，。？]{0,6}(?:加|含|连)"
        ),
        re.compile(r"\ball prices|price list"),
    ),
    "address": (re.compile("地址|住址"), re.compile(r"\baddress\b")),
    "first_ascent": (
        re.compile(
            "(?:谁|哪位|哪个人)(?:首攀|首登|先爬|开的|开线|爬的|定的|设的|完成)|首攀(?:者|的?是?谁|人)"
        ),
        re.compile(r"\bwho(?:m|se)?\b|first ascensionist"),
    ),
    "bolts": (
        re.compile(
            "bolts?(?:有|总共|数)?(?:几|多少)|(?:几|多少)[个颗支只根]?(?:bolt|锚栓|挂片|耳片)"
        ),
        re.compile(r"how many (?:bolts|clips)"),
    ),
    "description": (
        re.compile("描述|叙述|特色|风格|技巧|动作|难关|crux|内容|重点"),
        re.compile(r"describ|description|\bcrux\b|character|style"),
    ),
}
"""Words that ask for the property and nothing else, whatever is asked beside it."""


def _said_outright(name: str, folded: str, lower: str) -> bool:
    chinese, english = _OUTRIGHT.get(name, (None, None))
    return bool(chinese and english and (chinese.search(folded) or english.search(lower)))


def is_property(surface: str) -> bool:
    """Whether English words are just what a property is called: ``rock type``."""
    said = surface.casefold().strip()
    return said.isascii() and any(
        meaning.english.fullmatch(said)
        for subject in _SUBJECTS
        for meaning in words.table(f"{subject}_fields")
    )


def without_fields(folded: str) -> str:
    """What is left of a key when every word for a property is taken out."""
    for subject in _SUBJECTS:
        for meaning in words.table(f"{subject}_fields"):
            folded = meaning.chinese.sub("", folded)
    return folded
