"""Whether places stand one inside the other as the answer has them: 「石螢谷›螢火牆」. Pure.

A wall lies in one crag. Both names of 「石螢谷的長廊」 may be the answer's and the place be none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_BOUNDS: Final = '\\n，。；：、｜|「」“”"（）()!！?？;:'
_PATH: Final = re.compile(rf"[^{_BOUNDS}›]+(?:\s?›\s?[^{_BOUNDS},.›]+)+")
_NAME: Final = re.compile(r"[A-Z][^›]*$|[\u3400-\u9fff][^›]*$")
_INSIDE: Final = r"\s?(?:›|>|→|的|裡面?的?|那邊的?|底下的?|之?中的?)?\s?"
_INSIDE_EN: Final = r"(?:,| in| at| of)(?: the)? "
_BESIDE: Final = 2
"""Characters on either side of a sign that must be the answer's."""
_BESIDE_EN: Final = 4
_STEP: Final = re.compile(r"(?P<outer>[^\s›]+)\s?›\s?(?P<inner>[^\s›]+)")


def foreign_paths(text: str, known: str) -> Iterator[str]:
    """The places of a text that are said to lie where nothing known has them.

    Args:
        text: What is to be said.
        known: The records, the rendered answer and the question.
    """
    told, held = plain(text), plain(known)
    bare = held.replace(" ", "")
    outer_of = _outer_of(known)
    places = {one for each in outer_of.values() for one in each} | set(outer_of)
    for step in _STEP.finditer(told):
        size = _BESIDE_EN if step["outer"][-1].isascii() else _BESIDE
        # a path may be told in the names of the other language
        told_so = any(
            step["outer"].endswith(one) or step["inner"].startswith(one) for one in places
        )
        if told_so and f"{step['outer'][-size:]}›{step['inner'][:size]}" not in bare:
            yield step[0]
    for inner, outer in outer_of.items():
        if inner not in told:
            continue
        for other in places - outer - {inner}:
            if other in told and (wrong := _joined(told, other, inner)):
                yield wrong


def _joined(told: str, outer: str, inner: str) -> str:
    """The words in which one place is said to lie in the other; empty where it is not said."""
    first, second = re.escape(outer), re.escape(inner)
    found = re.search(rf"{first}{_INSIDE}{second}|{second}{_INSIDE_EN}{first}", told)
    return found[0] if found else ""


@lru_cache(maxsize=16)
def _outer_of(known: str) -> Mapping[str, frozenset[str]]:
    """The places in which each place lies, by what is known."""
    found = defaultdict[str, set[str]](set)
    for path in _PATH.findall(plain(known)):
        names = [name[0].strip() for one in path.split("›") if (name := _NAME.search(one.strip()))]
        for at, inner in enumerate(names[1:], 1):
            found[inner].update(names[:at])
    return {inner: frozenset(outer) for inner, outer in found.items() if len(inner) > 1}
