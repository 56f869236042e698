"""What kind of notice a post is: words that tell, the title's counting more than the body's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.schema import NoticeKind

_TITLE_WEIGHT: Final = 3
_WORDS: Final[tuple[tuple[NoticeKind, re.Pattern[str]], ...]] = (
    (
        "hardware",
        re.compile(
            r"(?:bolt|錨栓|耳片|掛片|固定點|anchor|吊環|膨脹釘).{0,12}"
            r"(?:鬆|鏽|锈|轉動|會轉|損壞|裂|脫落|更換|汰換|不要使用|請勿使用|磨損)"
            r"|(?:鬆動|生鏽|損壞|破裂)的?.{0,4}(?:bolt|錨栓|耳片|掛片|固定點|anchor|吊環)",
            re.IGNORECASE,
        ),
    ),
    (
        "reset",
        re.compile(
            r"換線|換牆|換題|新線(?!上)|新題|重新定線|線路更新|路線更新|定線|new ?set|re-?set",
            re.IGNORECASE,
        ),
    ),
    (
        "price",
        re.compile(
            r"調漲|漲價|調價|票價|價格調整|收費調整|費用調整|價格異動|優惠|折扣|特價|早鳥價|\d\s*折|月票"
            r"|price|discount",
            re.IGNORECASE,
        ),
    ),
    (
        "closure",
        re.compile(
            r"停業|歇業|整修|裝修|暫停營業|暫停開放|停止開放|臨時休館|臨時公休|全館(?:公休|休館|休息)"
            r"|封閉|封岩|禁止攀登|暫停攀登|請勿攀登|閉館|停館|closed|closure",
            re.IGNORECASE,
        ),
    ),
    (
        "hours",
        re.compile(
            r"營業時間|營業異動|時間異動|時間調整|營業調整|營業公告|開放時間|提早.{0,10}(?:打烊|關門|休息|閉館|收館)|開到\s*\d|營業[到至]|打烊"
            r"|延長營業|延後(?:開門|營業)|公休|店休|休館|假期營業|連假營業|春節營業|過年營業"
            r"|opening hours",
            re.IGNORECASE,
        ),
    ),
    (
        "event",
        re.compile(
            r"活動|比賽|友誼賽|挑戰賽|報名|講座|工作坊|體驗營|週年慶|分享會|派對|試穿會|event|competition",
            re.IGNORECASE,
        ),
    ),
    (
        "access",
        re.compile(
            r"進出|申請(?:入園|進入|登山)|入園|管制|步道|請保持低調|重新開放|恢復開放|解除封閉|停車規定|access",
            re.IGNORECASE,
        ),
    ),
)


def find_kinds(title: str, lines: Sequence[str]) -> tuple[NoticeKind, ...]:
    """The kinds that a post speaks of, the main one first; none when nothing tells."""
    body = "\n".join(lines)
    scores: dict[NoticeKind, int] = {}
    for kind, words in _WORDS:
        score = _TITLE_WEIGHT * len(words.findall(title)) + len(words.findall(body))
        if score:
            scores[kind] = score
    if "hardware" in scores:
        # nothing else is as urgent
        scores["hardware"] += 100
    order = [kind for kind, _ in _WORDS]
    return tuple(sorted(scores, key=lambda kind: (-scores[kind], order.index(kind))))


_FACILITY = re.compile(
    r"停車|車道|廁所|洗手間|淋浴|置物|電梯|樓梯|冷氣|空調|步道|道路|櫃檯|商店|咖啡"
)
_ALL_SHUT = re.compile(r"全館|本館|整館|休館|停業|歇業|暫停營業|公休|全區|全面")


def shuts_a_part_only(lines: Sequence[str]) -> bool:
    """Whether what is closed is a car park or the like, and not the place itself."""
    shut = dict(_WORDS)["closure"]
    closing = [line for line in lines if shut.search(line)]
    return bool(closing) and all(
        _FACILITY.search(line) and not _ALL_SHUT.search(line) for line in closing
    )
