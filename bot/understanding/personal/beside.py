"""What a question leaves out of the log, or counts beside it: 「扣掉抱石」「上方架繩也算」."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.personal import LogFilter
from bot.understanding.personal.scanning import fold, pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading
    from knowledge.schema import RouteType

_UP_TO = r"[^，,。？?；;\s]{1,10}?"
_OUT = (
    r"(?:扣掉|扣除|除了|除去|去掉|排除|減掉|剔除|撇開|不含|不包含|不包括|不算|不計|不要算|"
    r"不看|先不看|別算)"
)
_LEFT_OUT = pattern(
    rf"{_OUT}\s?(?P<after>{_UP_TO})(?:以外|之外)?(?:的)?(?=[，,。？?；;]|呢|的話|還|$|共|總|有|"
    rf"完攀|爬)"
    rf"|(?P<before>[^，,。？?；;\s]{{1,8}}?)\s?(?:的)?(?:都|就|先|那些)?(?:不算|不計|除外|扣掉|"
    rf"排除|"
    rf"不要算|別算|去掉|不列入|先不看|略過|跳過)(?:進去|進來|在內)?(?:的話|喔|哦|啦|"
    rf"了)?(?=[，,。？?；;\s]|呢|$)"
    r"|\b(?:excluding|except(?: for)?|not counting|without(?: counting)?|minus|leaving out|no|"
    r"ignoring) "
    r"(?:the )?(?P<english>[a-z0-9.' -]{2,24}?)(?=[,.?!]|$| and | how | what )"
)
_ADDED = pattern(
    r"(?:也算|也(?:要)?(?:算|加|列)(?:進去|進來|在內|入)|一起算|一併算|算進(?:去|來)|加進(?:去|"
    r"來)|加上|連同|包含|包括|連)"
    r"|\b(?:including|plus|as well|count(?:ing)? .* too|together with|included)\b"
)


@dataclass(frozen=True, slots=True)
class Parted:
    """A text without what it leaves out, and that."""

    text: str
    left_out: str = ""


def parted(text: str) -> Parted:
    """The text and what it leaves out of the log."""
    match = _LEFT_OUT.search(fold(text))
    if match is None:
        return Parted(text)
    group = next(name for name in ("after", "before", "english") if match[name])
    start, end = match.span(group)
    return Parted(text[: match.start()] + "，" + text[match.end() :], text[start:end])


def counts_beside(text: str) -> bool:
    """Whether what it names is to be counted beside what was counted before."""
    return bool(_ADDED.search(fold(text)))


def left_out(text: str, read: Callable[[str], LogFilter]) -> tuple[str, LogFilter | None]:
    """The text that is left, and the entries that it rules out; itself where it rules out none.

    Args:
        text: The message.
        read: What some words narrow a log by.
    """
    one = parted(text)
    if not one.left_out:
        return text, None
    out = read(one.left_out)
    if replace(out, setting="") == LogFilter():
        # 「岩館不算」 is read where a setting is
        return text, None
    named = out.modes or out.results or out.placed or out.grade or out.types or out.setting
    if not named or out.route_ids or out.sent is False:
        return text, None
    return one.text, out


_TYPES: tuple[tuple[RouteType, re.Pattern[str]], ...] = (
    ("trad", pattern(r"傳攀|傳統|(?<![a-z])trad")),
    ("sport", pattern(r"運攀|運動攀登|(?<![a-z])sport")),
    ("boulder", pattern(r"抱石|(?<![a-z])boulder")),
)


def of_part(conditions: Conditions, part: Reading) -> Conditions:
    """The conditions as far as a part of the message says them."""
    folded = fold(part.text)
    said = tuple(kind for kind, words in _TYPES if words.search(folded))
    return replace(
        conditions,
        types=said,
        styles=(),
        grades=conditions.grades if part.grades else (),
    )


def less(conditions: Conditions, out: LogFilter | None) -> Conditions:
    """The conditions without those of what is left out."""
    if out is None:
        return conditions
    gone = {*out.types, *(("boulder",) if "boulder" in out.modes else ())}
    kept = tuple(each for each in conditions.types if each not in gone)
    return replace(conditions, types=kept, grades=() if out.grade else conditions.grades)
