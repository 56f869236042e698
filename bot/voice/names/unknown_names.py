"""People and places that nothing known names: 「開線的是王大林」, 「可以去綠野山房買」.

Somebody is known by a family name and two characters that are no words, a place by two such
characters before what it is: a gym, a crag, a shop.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain
from bot.voice.ordinary.wording import uncovered

if TYPE_CHECKING:
    from collections.abc import Iterator

_FAMILIES: Final = (
    "陳林黃李王吳劉蔡楊許鄭謝郭洪邱曾廖賴徐蘇莊呂蕭潘鍾彭詹胡沈盧梁柯翁魏"  # the usual ones
    "宋鄧曹薛董蔣姚馮姜鄒巫韓龔袁"
)
"""Family names, but for those that are words of their own: 連, 高, 簡, 戴."""
_PERSON: Final = re.compile(rf"[{_FAMILIES}]([\u3400-\u9fff]{{2}})")
_CALLED: Final = re.compile(
    rf"阿(?!嬤)[\u3400-\u9fff](?=(?:首攀|開的?線|整理|說過|教練|上週)|[，。！喔啦呢欸齁]*$)"
    rf"|[{_FAMILIES}](?:教練|老師|桑|阿姨|大哥|大姐|先生|小姐)"
)
"""What somebody is called by friends, where a person stands."""
_KINDS: Final = (
    "攀岩(?:館|場|中心)|抱石館|岩[館場]|採石場|石林|裝備店|小舖|山房|登山社|戶外用品|補給站|工坊"
)
_PLACE: Final = re.compile(rf"([\u3400-\u9fff]{{2}})(?<![收屬列有])(?:{_KINDS})")
_GIVEN: Final = 2
"""Characters of a given name, or before the kind of a place."""


def unknown_people(text: str, known: str) -> Iterator[str]:
    """Names of people that nothing known has.

    Args:
        text: What is to be said, without the names of records.
        known: Everything that may be repeated.
    """
    yield from _unknown(_PERSON, text, known)
    held = plain(known)
    yield from (one[0] for one in _CALLED.finditer(plain(text)) if one[0] not in held)


def unknown_places(text: str, known: str) -> Iterator[str]:
    """Names of gyms, crags and shops that nothing known has."""
    yield from _unknown(_PLACE, text, known)


def _unknown(pattern: re.Pattern[str], text: str, known: str) -> Iterator[str]:
    """What a pattern finds, where its group is no word of ours."""
    held = plain(known)
    for match in pattern.finditer(plain(text)):
        new = match[0] not in held and match[1] not in held
        if new and len("".join(uncovered(match[1], known))) == _GIVEN:
            yield match[0]
