"""What may be repeated in one answer: of all that it is about, and of the records it names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Final

from bot.prompts import Spoken, body_of
from bot.voice.evidence.listed import ROW_NUMBER
from bot.voice.evidence.records import labels_of, own_records, shared_records, texts_of
from bot.voice.evidence.statements import Statements
from bot.voice.relating.following import Following
from knowledge.gazetteer.branches import gym_forms
from knowledge.schema import Gym
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from knowledge.schema import Route

_ABLE: Final = "路線 岩場 岩館 難度 票價 時間 地址 電話 推薦 換算 公告 紀錄"
"""What an answer about the bot itself may say that it can look up."""
_PRAISE: Final = (
    "最難 最高 打底 追平 進步很多 很高 很棒 不錯 厲害 很強 太強 扎實 越來越強 持續 動力"
    " 好棒 讚 日子 恭喜 辛苦 保持 nice great work"
)
"""What may be said of a member's own climbing."""
_TICKET_WORDS: Final = re.compile(
    "平日|假日|週末|早上|上午|中午|下午|傍晚|晚上|夜間|學生|會員|兒童|小孩|團體|星光|月票|季票|年票|每小時|岩鞋|吊帶"
)
_WEEKDAY: Final = re.compile(r"[（(]([一二三四五六日])[）)]")


@dataclass(frozen=True)
class Known:
    """The words behind one answer."""

    spoken: Spoken

    @cached_property
    def statements(self) -> Statements:
        """The figures that the answer states, or that its records add up to."""
        return Statements(self.spoken)

    @cached_property
    def following(self) -> Following:
        """The figures that follow from the answer."""
        return Following(self.spoken)

    @property
    def of_oneself(self) -> bool:
        """Whether the answer is about the member's own climbing."""
        return self.spoken.query.intent == "personal" or self.spoken.evidence.log is not None

    @cached_property
    def shared(self) -> str:
        """What may be repeated whatever a sentence is about."""
        return f"{self.common}\n{self.spoken.draft.text}"

    @cached_property
    def common(self) -> str:
        """What no route or gym owns: places, cards, notices, the question, the conversation."""
        evidence, query, draft = self.spoken.evidence, self.spoken.query, self.spoken.draft
        texts = (text for record in shared_records(evidence) for text in texts_of(record))
        history = (turn.content for turn in self.spoken.history)
        days = [f"週{one} 星期{one} 禮拜{one}" for one in _WEEKDAY.findall(draft.text)]
        days.extend(_days_near(evidence.today, draft.text))
        labels = (label for one in evidence.crags for label in labels_of(one))
        able = _ABLE if query.intent == "help" else ""
        said = (query.text, *history)
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
        rows = [
            line for line in body_of(self.spoken.draft.text).split("\n") if ROW_NUMBER.match(line)
        ]
        return (f"{len(rows)} 條",) if rows else ()

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the records, the longest first."""
        evidence = self.spoken.evidence
        records = (*own_records(evidence), *evidence.crags, *evidence.areas, *evidence.sectors)
        names = {name for one in records for name in (one.name, *one.aliases) if len(name) > 1}
        return tuple(sorted(sorted(names), key=len, reverse=True))

    def unnamed(self, text: str) -> str:
        """The text without the names of records: 「老闆不在」 denies nothing."""
        for name in self.names:
            text = text.replace(name, "…")
        return text

    def is_quoted(self, surface: str, text: str) -> bool:
        """Whether a long bare number stands so in what a named record says: 「304 錨栓」."""
        records = own_records(self.spoken.evidence)
        named = (one for one in records if len(records) == 1 or _is_named(one, text))
        said = " ".join(each for one in named for each in texts_of(one))
        return bool(
            re.fullmatch(r"\d{3,}", surface)
            and re.search(rf"(?<![\d.:/-]){surface}(?![\d.:/-])", said)
        )

    def is_noted(self, surface: str, text: str) -> bool:
        """Whether the notes of a gym say the figure of the same tickets and hours."""
        said = [one for gym in self.spoken.evidence.gyms for one in texts_of(gym)]
        at = text.find(surface)
        before = text[: at if at >= 0 else text.find(re.sub(r"\D", "", surface))]
        opens = re.search(r"\d{1,2}:\d\d(?=\s*[-~到]\s*$)", before)
        bare = re.sub(r"\d{1,2}:\d\d\s*[-~到]\s*$|(?:只要|是|要|各|都)\s*$", "", before)
        start = key(opens[0]) if opens else ""
        joined, figures = " ".join(said), surface.strip("元 ")
        alone = not key(bare) and not start
        if alone and re.search(rf"(?<![\d:]){re.escape(figures)}(?![\d:])", joined):
            return True
        if not alone and key(bare)[-2:] + start + key(figures) in key(joined):
            return True
        figure = re.sub(r"\D", "", surface)
        clauses = (one for note in said for one in re.split(r"[、，；;。\n]", note))
        of_figure = (one for one in clauses if figure and figure in re.findall(r"\d+", one))
        return any(_is_of_same_tickets(one, before) for one in of_figure)


def _is_of_same_tickets(note: str, before: str) -> bool:
    """Whether a note is of nothing but a ticket, and what stands before the figure names it.

    「平日下午$300」 and 「平日下午票是」: the words nearest to the figure count, not those before.
    """
    own = set(_TICKET_WORDS.findall(note))
    clause = re.split(r"[，,；;。]", before)[-1]
    near, far = set(_TICKET_WORDS.findall(clause)), set(_TICKET_WORDS.findall(before))
    rest = re.sub(r"[\d$元NT:：\s是]", "", _TICKET_WORDS.sub("", note))
    return bool(own) and not rest and bool(near) and near <= own <= far


def _days_near(today: date | None, rendered: str) -> Iterator[str]:
    """The words for the days and years that an answer gives as dates."""
    if today is None:
        return
    for ahead, word in enumerate(("今天 today", "明天 tomorrow", "後天")):
        day = today + timedelta(days=ahead)
        if re.search(rf"(?<!\d)0?{day.month}[/-]0?{day.day}(?!\d)", rendered):
            yield word
    for back, word in enumerate(("今年", "去年", "前年")):
        if f"{today.year - back}-" in rendered:
            yield word


def _is_named(record: Route | Gym, text: str) -> bool:
    """Whether a text speaks of the record: by a name, or by the first two characters of a gym's."""
    names = [record.name, record.name_en, *record.aliases]
    if isinstance(record, Gym):
        names += [record.name[:2], *gym_forms(record.name, record.name_en, record.aliases)]
    folded = key(text)
    return any(key(name) and key(name) in folded for name in names)
