"""What may be repeated in one answer: of all that it is about, and of the records it names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from bot.prompts import Spoken, body_of
from bot.voice.records import labels_of, own_records, shared_records, texts_of
from knowledge.gazetteer.branches import gym_forms
from knowledge.schema import Gym
from knowledge.text import key

if TYPE_CHECKING:
    from knowledge.schema import Route

_ABLE: Final = "路線 岩場 岩館 難度 票價 時間 地址 電話 推薦 換算 公告 紀錄"
"""What an answer about the bot itself may say that it can look up."""
_PRAISE: Final = (
    "最難 最高 打底 追平 進步很多 很高 很棒 不錯 厲害 很強 太強 扎實 越來越強 持續 動力"
    " 好棒 讚 日子 恭喜 辛苦 保持 nice great work"
)
"""What may be said of a member's own climbing."""
_ROW: Final = re.compile(r"\s*\d{1,3}[.、)]\s")
_WEEKDAY: Final = re.compile(r"[（(]([一二三四五六日])[）)]")


@dataclass(frozen=True)
class Known:
    """The words behind one answer."""

    spoken: Spoken

    @property
    def of_oneself(self) -> bool:
        """Whether the answer is about the member's own climbing."""
        return self.spoken.query.intent == "personal" or self.spoken.evidence.log is not None

    @cached_property
    def shared(self) -> str:
        """What may be repeated whatever a sentence is about."""
        evidence, query, draft = self.spoken.evidence, self.spoken.query, self.spoken.draft
        texts = (text for record in shared_records(evidence) for text in texts_of(record))
        history = (turn.content for turn in self.spoken.history)
        days = (f"週{one} 星期{one} 禮拜{one}" for one in _WEEKDAY.findall(draft.text))
        labels = (label for one in evidence.crags for label in labels_of(one))
        able = _ABLE if query.intent == "help" else ""
        said = (draft.text, query.text, *history)
        return "\n".join([*texts, *evidence.available, *said, able, *days, *labels])

    def of(self, text: str) -> str:
        """What may be repeated of the records that a text names, or of the only one there is."""
        records = own_records(self.spoken.evidence)
        named = [one for one in records if len(records) == 1 or _is_named(one, text)]
        labels = (label for one in named for label in labels_of(one))
        texts = (each for one in named for each in texts_of(one))
        people = {route.first_ascent for route in self.spoken.evidence.routes}
        # what all routes share is said of them all
        climbed = f"首攀 首攀者 {people.pop()}" if len(people) == 1 else ""
        own = _PRAISE if self.of_oneself else ""
        return "\n".join([self.shared, *texts, *labels, climbed, own])

    @cached_property
    def rows(self) -> tuple[str, ...]:
        """How many rows of a list stand below, as a figure; empty for no list."""
        rows = [line for line in body_of(self.spoken.draft.text).split("\n") if _ROW.match(line)]
        return (f"{len(rows)} 條",) if rows else ()

    def unnamed(self, text: str) -> str:
        """The text without the names of records: 「老闆不在」 denies nothing."""
        evidence = self.spoken.evidence
        records = (*own_records(evidence), *evidence.crags, *evidence.areas, *evidence.sectors)
        names = {name for one in records for name in (one.name, *one.aliases) if name}
        for name in sorted(names, key=len, reverse=True):
            text = text.replace(name, "…")
        return text

    def is_noted(self, surface: str, text: str) -> bool:
        """Whether the notes of a gym say the figure with the very words before it."""
        notes = key(" ".join(one for gym in self.spoken.evidence.gyms for one in texts_of(gym)))
        before = text[: text.find(surface)]
        opens = re.search(r"\d{1,2}:\d\d(?=\s*[-~到]\s*$)", before)
        bare = re.sub(r"\d{1,2}:\d\d\s*[-~到]\s*$|(?:只要|是|要|各|都)\s*$", "", before)
        start = key(opens[0]) if opens else ""
        return key(bare)[-2:] + start + key(surface.strip("元 ")) in notes


def _is_named(record: Route | Gym, text: str) -> bool:
    """Whether a text speaks of the record: by a name, or by the first two characters of a gym's."""
    names = [record.name, record.name_en, *record.aliases]
    if isinstance(record, Gym):
        names += [record.name[:2], *gym_forms(record.name, record.name_en, record.aliases)]
    folded = key(text)
    return any(key(name) and key(name) in folded for name in names)
