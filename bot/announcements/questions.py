"""What an admin has to be asked before a draft may become a notice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.schema import NoticeKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from bot.announcements.draft import NoticeDraft
    from bot.announcements.tables import Table

KIND_WORDS: dict[str, str] = {
    "reset": "換線",
    "closure": "停業或封閉",
    "hours": "營業時間",
    "price": "票價",
    "event": "活動",
    "access": "進出規定",
    "hardware": "固定點回報",
}


@dataclass(frozen=True, slots=True)
class Doubts:
    """What the reading found beside the draft."""

    kinds: tuple[NoticeKind, ...]
    """Every kind that the post speaks of, the main one first."""
    wrong: tuple[str, ...] = ()
    """Days that contradict themselves, as written."""
    names: tuple[str, ...] = ()
    """Names of what it may be about."""
    all_walls: bool = False
    shut_part: bool = False
    """Whether only a car park or the like is closed."""


def ask(draft: NoticeDraft, table: Table, doubts: Doubts, today: date) -> tuple[str, ...]:
    """The questions that are left, each once."""
    questions = [
        *_about_kind(draft, doubts.kinds, shut_part=doubts.shut_part),
        *_about_subject(draft, doubts.names),
        *_about_days(draft, today, doubts.wrong),
        *_about_hours(draft, table),
        *_about_walls(draft, all_walls=doubts.all_walls),
    ]
    return tuple(dict.fromkeys(questions))


def _about_kind(
    draft: NoticeDraft, kinds: Sequence[NoticeKind], *, shut_part: bool
) -> Iterator[str]:
    if not draft.text:
        yield "公告沒有內容，請把貼文貼上來。"
    elif draft.kind is None and shut_part:
        yield "看起來只有部分設施關閉，不是整間停業或整區封閉，請選公告的種類。"
    elif draft.kind is None:
        yield f"看不出是哪一種公告，請選：{'、'.join(KIND_WORDS.values())}。"
    others = [kind for kind in kinds if kind != draft.kind and kind not in _near(draft.kind)]
    if draft.kind is not None and others:
        words = "、".join(KIND_WORDS[kind] for kind in others)
        yield f"貼文也提到{words}，要另外建一則公告嗎？"


def _near(kind: NoticeKind | None) -> frozenset[str]:
    """Kinds whose words belong to the same notice."""
    if kind in {"hours", "closure"}:
        return frozenset({"hours", "closure"})
    if kind == "access":
        return frozenset({"closure"})
    return frozenset({"price"}) if kind == "event" else frozenset()


def _about_subject(draft: NoticeDraft, names: Sequence[str]) -> Iterator[str]:
    if names:
        yield f"是哪一個？可能是：{'、'.join(names[:6])}。"
    elif not draft.about_id:
        yield "看不出是哪間岩館、哪個岩場或哪條路線，請指定。"


def _about_days(draft: NoticeDraft, today: date, wrong: Sequence[str]) -> Iterator[str]:
    for words in wrong:
        yield f"「{words}」的日子前後對不起來，請確認是哪一天。"
    if draft.kind in {"closure", "event", "price", "hours"} and not (
        draft.valid_from or draft.valid_until
    ):
        yield "沒有寫日期，從什麼時候到什麼時候？"
    elif draft.kind == "closure" and draft.valid_until is None:
        yield "封閉或停業到什麼時候？不確定就留空。"
    last = draft.valid_until
    if last is not None and last < today:
        yield f"日期 {last.isoformat()} 已經過了，年份對嗎？"


def _about_hours(draft: NoticeDraft, table: Table) -> Iterator[str]:
    if table.weekly:
        yield (
            f"「{table.weekly}」是平常的時間或固定的休息日，公告只能記單日的例外；"
            "要改平常的時間請更新岩館資料。"
        )
    if table.partial and draft.kind in {"hours", "closure", None}:
        days = "、".join(f"{day.month}/{day.day}" for day in table.partial[:6])
        yield f"{days} 只寫了開門或打烊其中一個時間，請補上完整的營業時間。"
    idle = [day for day in table.idle if draft.kind == "hours" and (table.hours or table.partial)]
    if idle:
        days = "、".join(f"{day.month}/{day.day}" for day in idle[:6])
        yield f"{days} 沒有讀到營業時間，也有異動嗎？"
    if table.unread and draft.kind == "hours":
        yield f"「{table.unread[0][:30]}」是哪一天的營業時間？"
    if draft.kind == "hours" and not (draft.hours or table.partial or table.weekly or table.unread):
        yield "沒有讀到哪一天幾點開到幾點，請補上。"


def _about_walls(draft: NoticeDraft, *, all_walls: bool) -> Iterator[str]:
    if draft.kind == "reset" and not draft.walls and not all_walls:
        yield "換了哪幾面牆？不知道就留空。"
    if draft.kind == "reset" and draft.valid_from is None:
        yield "哪一天換線？沒填就用公告日期。"
