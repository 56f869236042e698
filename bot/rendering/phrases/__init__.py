"""The authored wording of every answer, in zh-TW and English."""

from __future__ import annotations

from bot.rendering.phrases.gyms import GYM_PHRASES
from bot.rendering.phrases.lists import LIST_PHRASES
from bot.rendering.phrases.notices import NOTICE_PHRASES
from bot.rendering.phrases.operations import OPERATION_PHRASES
from bot.rendering.phrases.personal import PERSONAL_PHRASES
from bot.rendering.phrases.phrase import Phrase
from bot.rendering.phrases.places import PLACE_PHRASES
from bot.rendering.phrases.routes import ROUTE_PHRASES
from bot.rendering.phrases.safety import SAFETY_PHRASES
from bot.rendering.phrases.talk import TALK_PHRASES

PHRASES: dict[str, Phrase] = {
    **ROUTE_PHRASES,
    **LIST_PHRASES,
    **PLACE_PHRASES,
    **GYM_PHRASES,
    **NOTICE_PHRASES,
    **SAFETY_PHRASES,
    **TALK_PHRASES,
    **PERSONAL_PHRASES,
    **OPERATION_PHRASES,
}

__all__ = ["PHRASES", "Phrase"]
