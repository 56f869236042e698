"""Who or what may come along, said though nothing says so: "Dogs are welcome". Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_WHO: Final = (
    r"狗|貓|寵物|毛小孩|小孩|小朋友|孩子|嬰兒|推車|外食|飲料|酒|相機|朋友|團體"
    r"|dogs?|cats?|pets?|kids?|children|toddlers?|strollers?|food|drinks?|alcohol|cameras?|groups?"
)
_MAY: Final = re.compile(
    rf"(?:可以?|能|歡迎|允許|准許|開放)(?:自己|自行)?[帶攜](?P<a>{_WHO})|(?P<b>{_WHO})(?:也|都)?(?:可以?|能)(?:帶?[進入]|來)"
    rf"|\b(?P<c>{_WHO}) (?:are|is) (?:also |all |always )?(?:welcome|allowed|permitted|fine|ok)\b"
    rf"|\bbring (?:your |a |the )?(?P<d>{_WHO})\b",
    re.IGNORECASE,
)


def welcomed(text: str, known: str) -> Iterator[str]:
    """The words of a text that let somebody or something in of which nothing known speaks.

    Args:
        text: What is to be said.
        known: The records, the rendered answer and the question.
    """
    held = known.casefold()
    for match in _MAY.finditer(text):
        who = next(filter(None, match.groups()))
        if who.casefold().rstrip("s") not in held:
            yield match[0]
