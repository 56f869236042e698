"""Whether somebody climbs, leads or goes outside for the first time."""

from __future__ import annotations

import re

_FIRST_LEAD = re.compile(
    r"第一次.{0,6}先[鋒锋]|先[鋒锋](?:初|首|第一)"
    r"|(?:不[會会]|[還还]?[沒没])[學学]?[過过]?.{0,2}(?:先[鋒锋]|[確确]保)"
    r"|first (?:\w+ )?lead|never led|can(?:no|')t (?:belay|lead)",
    re.IGNORECASE,
)
_BEGINNER = re.compile(
    r"新手|初學|初学|第一次(?!去|到|來|来)|入門|入门|沒爬過|没爬过|剛開始|刚开始"
    r"|beginner|first time|newbie|never climbed",
    re.IGNORECASE,
)


def beginner_topic(text: str) -> str:
    """``first_lead``, ``beginner`` or nothing."""
    if _FIRST_LEAD.search(text):
        return "first_lead"
    return "beginner" if _BEGINNER.search(text) else ""
