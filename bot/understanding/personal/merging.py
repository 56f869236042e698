"""One filter over another: what new words name takes the place of the old, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from bot.personal import LogFilter
from bot.understanding.personal.scanning import fold, pattern

if TYPE_CHECKING:
    from bot.understanding.reading import Reading

T = TypeVar("T")
_ANY_TIME = pattern(
    r"(?:不限|不管|不分|無關|拿掉|去掉|取消)(?:定)?(?:任何|什麼)?(?:時間|時候|年份|日期|月份|"
    r"期間)|(?:全部|所有|整個)(?:的)?(?:時間|期間|年份)"
    r"|有史以來|生涯|從以前到現在|從古至今|整本(?:紀錄|日誌)?|歷年|(?:這輩子|一輩子|開始爬到現在)"
    r"|\b(?:all[- ]?time|ever|overall|lifetime|any ?time|of all time|whole log|entire log|"
    r"since i started)\b"
)
_NOT_THOSE = pattern(
    r"(?:不限|不只|不光|不管)(?:於|是)?(?:今年|去年|這個?月|本月|上個?月|這週|上週|最近)|"
    r"從頭(?:到現在|到尾|算)"
)
_ANY_WAY = pattern(
    r"(?:不限|不管|不分|無論|拿掉|去掉)(?:定)?(?:任何|什麼|用什麼|怎麼)?(?:方式|型態|類型|爬法|"
    r"風格|結果|先鋒|種類)"
    r"|(?:全部|所有|各種)(?:的)?(?:方式|爬法|類型|型態)|怎麼(?:爬|上|送|完攀)的?都算"
    r"|\b(?:any|all|every|regardless of|whatever)(?: the)? (?:styles?|ways?|kinds?|types?|"
    r"results?|modes?)\b"
)
_ANY_PLACE = pattern(
    r"(?:不限|不管|不分|無論)(?:定)?(?:任何|什麼|在)?(?:地點|地方|岩場|場地|哪裡|哪個岩場|哪)"
    r"|(?:全部|所有|每個|各個|全台)(?:的)?(?:岩場|地方|場地|地點|岩館)|哪裡都算|全台"
    r"|\b(?:anywhere|everywhere|(?:all|any|every) (?:the )?(?:crags?|places?|areas?|gyms?)|"
    r"wherever)\b"
)
_ANY_GRADE = pattern(
    r"(?:不限|不管|不分|無論)(?:定)?(?:任何|什麼|哪個)?(?:級數|難度|等級|級)|(?:全部|所有|每個|"
    r"各)(?:的)?(?:級數|難度|等級)"
    r"|\b(?:any|all|every|regardless of|whatever)(?: the)? grades?\b"
)
_EVERYTHING = pattern(
    r"^(?:那|那麼)?(?:全部|總共|整體|加起來|全部加起來|合計)(?:的)?(?:呢|咧|的話)?[?？]?$|"
    r"^overall\??$"
)


def over(before: LogFilter, own: LogFilter) -> LogFilter:
    """The filter with everything that the new words name in place of the old."""
    merged = before
    if own.windowed:
        merged = replace(merged, first=own.first, last=own.last)
    if own.placed:
        merged = replace(
            merged,
            crag_ids=own.crag_ids,
            area_ids=own.area_ids,
            sector_ids=own.sector_ids,
            gym_ids=own.gym_ids,
            setting="",
        )
    elif own.setting and merged.placed and _elsewhere(merged, own):
        merged = replace(merged, crag_ids=(), area_ids=(), sector_ids=(), gym_ids=())
    if own.route_ids or own.names:
        merged = replace(merged, route_ids=own.route_ids, names=own.names)
    return replace(
        merged,
        modes=own.modes or merged.modes,
        results=own.results or merged.results,
        grade=own.grade or merged.grade,
        types=own.types or merged.types,
        styles=own.styles or merged.styles,
        setting=own.setting or merged.setting,
        sent=merged.sent if own.sent is None else own.sent,
        without=own.without or merged.without,
    )


def _elsewhere(before: LogFilter, own: LogFilter) -> bool:
    """「岩館的呢」 after a crag: no gym is at that crag."""
    return bool(before.gym_ids) != (own.setting == "gym")


def added(before: LogFilter, own: LogFilter) -> LogFilter:
    """The filter with what the new words name beside the old: 「上方架繩也算」."""
    return replace(
        before,
        modes=_both(before.modes, own.modes),
        results=_both(before.results, own.results),
        crag_ids=_both(before.crag_ids, own.crag_ids),
        gym_ids=_both(before.gym_ids, own.gym_ids),
        setting="" if own.setting != before.setting else before.setting,
        without=None,
    )


def _both(before: tuple[T, ...], own: tuple[T, ...]) -> tuple[T, ...]:
    """The union; of what narrows nothing, nothing is added."""
    return tuple(dict.fromkeys((*before, *own))) if before else ()


def opened(before: LogFilter, reading: Reading) -> LogFilter:
    """The filter without what the message no longer wants it to narrow by: 「不限時間」."""
    folded = fold(reading.text)
    everything = _EVERYTHING.search(folded)
    if everything or _ANY_TIME.search(folded) or opens_days(reading):
        before = replace(before, first=None, last=None)
    if everything or _ANY_PLACE.search(folded):
        before = replace(before, crag_ids=(), area_ids=(), sector_ids=(), gym_ids=(), setting="")
    if _ANY_WAY.search(folded):
        before = replace(before, modes=(), results=(), types=(), styles=(), without=None)
    if _ANY_GRADE.search(folded):
        before = replace(before, grade=None)
    return before


def opens_days(reading: Reading) -> bool:
    """Whether days are named only to say that it is not about them: 「不限今年」."""
    return bool(_NOT_THOSE.search(fold(reading.text)))


def narrows(own: LogFilter) -> bool:
    """Whether a filter narrows by anything."""
    return own != LogFilter()
