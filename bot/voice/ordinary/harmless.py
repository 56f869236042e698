"""Words that only look like a promise or a deed: refused help, consent, what the answer says.

「這個我沒辦法幫你訂」 books nothing, 「沒問題，用講的就可以」 vouches for no anchor, and where the
rendered answer says that dry days can be climbed, a voice may say so of those days too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from bot.prompts import Spoken, body_of
from bot.voice.language.plain import ROUND_ZERO
from bot.voice.language.refusing import CLAIMS_NOTHING, FACT_DENIAL
from bot.voice.language.vocabulary import LATIN
from bot.voice.ordinary.unjudged import without_refusals
from knowledge.text import has_han

_CANNOT: Final = r"(?:沒有?辦法|沒法|無法|不能|不會|不敢|不便)[^，。；！？沒不]{0,6}?"
_REFUSED: Final = re.compile(rf"(?:{_CANNOT}|不(?=幫你|替你|教你))(?:幫你|替你|教你|保證)")
_NO_WORRY: Final = re.compile(r"^\W*(?:別|不用|不必)(?:擔心|緊張)(?=[，,。！!])")
"""Said to somebody who asked how to ask."""
_CHECKED: Final = re.compile(r"(?:繩|吊帶|口令|繩結|確保器)[^，。；都已我]{0,10}(?:確認|檢查)過")
"""A list of what is to be checked names it as checked."""
_CONSENT: Final = re.compile(
    r"^\W*(?:(?:好[的啊喔]?|當然|嗯)\W*)?沒問題(?=\W|[喔啦呀的]\W|$)"
    r"|沒問題(?=(?:的話)?，?就?[說回打按傳])|反悔(?:的話)?沒問題"
    r"|(?<!檢)[問查找][^，。；過了到]{0,12}沒問題"
)
_SORRY: Final = re.compile(r"[講說打寫記]錯|抱歉|不好意思|\bsorry\b|\bmy bad\b", re.IGNORECASE)
_NEVER_MIND: Final = re.compile(r"^\W*(?:沒事|沒問題)(?=[啦喔的]?\W)")
_WELCOME: Final = re.compile(r"(?:[去來到][^，。；]{0,2}|[\d點半] ?)沒問題")
_LAST_TIME: Final = re.compile(r"(?:你上次|上次你)(?![問說聊提])")
_ASKS_WHEN: Final = re.compile(r"上次|最[近後]一次")
_GIVE: Final = re.compile(r"給我|告訴我|幫我|報一下|列[給出]")
_OF_COURSE: Final = re.compile(r"^\W*沒問題(?=[，,])")
"""Said to somebody who asked to be given something."""
_CLIMBABLE: Final = re.compile(r"(?<![不沒無])(?:能|可以)[爬去]")
_MAY: Final = re.compile(r"可以[爬去]")
_TODAY: Final = re.compile(r"今天|現在|明天|當天|今晚|這週|放心|\d")
_HAN: Final = re.compile(r"[\u3400-\u9fff]+")
_CLAUSE: Final = re.compile(r"(?<=[，。；！？\n])")


@dataclass(frozen=True)
class Harmless:
    """What may be said beside one rendered answer."""

    spoken: Spoken

    def without(self, text: str) -> str:
        """The text without what is harmless in it, to be looked at for what is not."""
        told = ROUND_ZERO.sub("零", _REFUSED.sub("…", without_refusals(text)))
        if _CHECKED.search(self._rendered):
            told = _CHECKED.sub("…", told)
        if self.spoken.query.intent in CLAIMS_NOTHING:
            told = _NO_WORRY.sub("…", _CONSENT.sub("…", told))
        elif _GIVE.search(self.spoken.query.text):
            told = _OF_COURSE.sub("…", told)
        if _SORRY.search(self.spoken.query.text):
            told = _NEVER_MIND.sub("…", told)
        if self._is_open_then:
            told = _WELCOME.sub("…", told)
        if _ASKS_WHEN.search(self.spoken.query.text):
            told = _LAST_TIME.sub("…", told)
        if _CLIMBABLE.search(self._rendered):
            clauses = _CLAUSE.split(told)
            told = "".join(one if _TODAY.search(one) else _MAY.sub("…", one) for one in clauses)
        return told

    @cached_property
    def words(self) -> frozenset[str]:
        """The English words of a Chinese question, and of the Chinese lines of its answer."""
        lines = (self.spoken.query.text, *self._rendered.split("\n"))
        held = (line for line in lines if has_han(line))
        return frozenset(one.casefold() for line in held for one in LATIN.findall(line))

    @cached_property
    def runs(self) -> tuple[str, ...]:
        """The Chinese of an English answer: names and quotations, which a clause may be alone."""
        zh = self.spoken.query.language == "zh"
        return () if zh else tuple(dict.fromkeys(_HAN.findall(self._rendered)))

    @property
    def _is_open_then(self) -> bool:
        """Whether the answer is that a gym is open at the hour that was asked about."""
        told = self._rendered
        hours = self.spoken.query.intent == "gym_hours"
        return hours and "有開" in told and not FACT_DENIAL.search(told)

    @cached_property
    def _rendered(self) -> str:
        return body_of(self.spoken.draft.text)
