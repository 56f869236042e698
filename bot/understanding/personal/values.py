"""What a message says of an entry that is there already, field by field, wherever it stands.

Every value is recognised by its own look (a result, a number of tries, a day, a grade, stars, a
note, how it was protected, a climb); whether it is what the entry is to become, what it wrongly
says now, or which entry is meant is told by what stands around it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.ascents import Ascent
from bot.understanding.personal import slots
from bot.understanding.personal.days import SOON, windows
from bot.understanding.personal.names import linked
from bot.understanding.personal.scanning import BLANK, NUMBER, blank, fold, number, pattern
from bot.understanding.personal.unseen import unseen
from knowledge.gazetteer import NameMention

if TYPE_CHECKING:
    import re

    from bot.understanding.personal.tools import Tools
    from bot.understanding.reading import Reading
    from knowledge.gazetteer.mentions import How


@dataclass(frozen=True, slots=True)
class Value:
    """One value with its place in the text."""

    start: int
    end: int
    field: str
    """A field of the ascent; ``route`` and ``named`` for a climb that the catalogue holds or does
    not hold, ``place`` for a crag or a gym."""
    value: object
    denied: bool = False
    """Whether it is said not to be so: 「不是 RP」."""


_DENIES = pattern(
    r"(?:不是|不算|不能算|算不上|並不是|並非|不該是|不應該是|沒有?到|別寫|別算|而不是|哪是|"
    r"\bnot|\bisn.t|\bwasn.t|\binstead of|\brather than|\bno longer)"
    r"\s?(?:an? |the |on |in |寫|算|在|到)?$"
)
_WRONG = pattern(r"^\s?(?:是錯的|不對|錯了|寫錯|打錯|記錯|才怪|\bis wrong\b|\bwas wrong\b)")
_SAID_AS = pattern(
    r"(?:寫|記|打|登|選|標|存|按|講|說|填|輸入)(?:錯)?成(?:了)?\s?$|(?:誤植|誤記|誤登)(?:成|為)\s?$"
    r"|\b(?:put|wrote|entered|logged it|saved it|typed)(?: in)? (?:as )?(?:an? )?$"
)
_TURNS = pattern(r"改|更正|修正|換|幫我|請|麻煩")
_NOTE_WORD = (
    r"(?:備註|註記|註解|心得|(?<![一二兩三那這])筆記(?!本)"
    r"|\bnotes?\b(?! (?:it|this|that|them|down|to self|me)\b)|\bcomments?\b|\bremark\b)"
)
_NOTE_VERB = (
    r"(?:欄)?(?:的?內容)?(?:\s?(?:to|on|for) (?:(?:the|my|that|this) )?(?:last |latest |newest |"
    r"most recent )?(?:entry|one|log|tick|it)\b)?[:： ]*"
    r"(?:改成|改為|更新成|換成|改|加上|加|寫上|寫成|寫|補上|補|為|成|是|\bto\b|"
    r"\bthat says\b|\bsaying\b)?"
    r"[:： ]*"
)
_NOTE_QUOTED = pattern(rf"{_NOTE_WORD}{_NOTE_VERB}[「『“\"]([^」』”\"]+)[」』”\"]")
_NOTE_OPEN = pattern(
    rf"{_NOTE_WORD}{_NOTE_VERB}(.+?)(?=[，,；;。]\s?(?:日期|評分|次數|自評|結果|方式|難度|然後|還有|另外|"
    r"and\b)|[。.]?\s*$)"
)
_NOTE_ASKS = pattern(r"^(?:一下|吧|嗎|呢|掉|一條|一個|please)?[。.!！]?$")
_OWN_FIELD = pattern(
    r"(?:自評|個人(?:的)?(?:難度|級數|評級)|(?:我|自己)(?:覺得|認為|給)?的(?:難度|級數)"
    r"|\b(?:own|my|personal) grade\b)[^，,。；;]{0,12}$"
)
_OWN_BEHIND = pattern(r"^[^，。；;]{0,3}[，, ]?(?:自己的難度|自評|個人難度|我的難度)")
_TRIES_FIELD = pattern(
    rf"(?:次數|嘗試數|趟數|把數|幾次|\b(?:tries|attempts|goes)\b)[^\d，。一二兩三四五六七八九十]{{0,10}}"
    rf"({NUMBER})(?!\d|星|顆|\s?月|/)"
)
_STARS_FIELD = pattern(
    r"(?:評分|評價|星數|星等|給分|\brating\b|\brated?\b|\bstars?\b)[^\d，。一二三四五]{0,16}"
    r"([1-5一二三四五])(?!\d|\.|/)"
)
_QUOTED = pattern(r"[「『“\"]([^「」『』“”\"\x00]{1,40})[」』”\"]")
_CLEARS = "(?:刪掉?|拿掉|去掉|清掉|清空|移除|取消|不要了?|remove|delete|clear|drop|erase)"
_CLEARED: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (
        name,
        pattern(
            rf"{_CLEARS}[^，,。；;]{{0,12}}(?:{words})(?:吧|掉|啦|了)?[。.!！]?$"
            rf"|(?:{words})(?:的?(?:部分|欄位|內容))?(?:都|幫我|請)?{_CLEARS}"
        ),
    )
    for name, words in (
        ("notes", r"備註|註記|註解|心得|\bnotes?\b|\bcomments?\b"),
        ("rating", r"評分|評價|星星|星數|\brating\b|\bstars\b"),
        ("own_grade", r"自評|個人難度|own grade|my grade|personal grade"),
        ("attempts", r"次數|嘗試數|趟數|把數|number of tries|\btries\b|\battempts\b"),
    )
)


def values(reading: Reading, tools: Tools) -> tuple[Value, ...]:
    """Every value that the message names, in order."""
    text, folded = reading.text, fold(reading.text)
    # a route may be called so: 「Summer Night Notes」
    note = _note(text, blank(folded, [(name.start, name.end) for name in reading.names]))
    found = [note] if note else []
    mentions = (*reading.names, *reading.denied)
    spans = [(name.start, name.end) for name in mentions]
    if note:
        spans = [span for span in spans if span[1] <= note.start or note.end <= span[0]]
        folded = blank(folded, [(note.start, note.end)])
    for one in _names(reading, folded, spans, tools):
        found.append(one)
        spans.append((one.start, one.end))
    rest = blank(folded, spans)
    for window in windows(text, reading.days, tools.today, ahead=SOON):
        if BLANK not in rest[window.start : window.end]:
            if window.single:
                found.append(_value(rest, window.start, window.end, "day", window.first))
            rest = blank(rest, [(window.start, window.end)])
    for grade in reading.grades:
        if BLANK in rest[grade.start : grade.end]:
            continue
        before, after = rest[: grade.start], rest[grade.end :]
        own = slots.OWN.search(before) or _OWN_FIELD.search(before) or _OWN_BEHIND.search(after)
        field = "own_grade" if own else "grade"
        found.append(_value(rest, grade.start, grade.end, field, grade.surface.strip()))
        rest = blank(rest, [(grade.start, grade.end)])
    return tuple(sorted((*found, *_figures(rest)), key=lambda one: one.start))


def _names(
    reading: Reading, folded: str, spans: list[tuple[int, int]], tools: Tools
) -> list[Value]:
    """Names in quotation marks, those that the gazetteer saw, and those it took for words."""
    found: list[Value] = []
    for match in _QUOTED.finditer(blank(folded, spans)):
        words = reading.text[match.start(1) : match.end(1)].strip()
        ids, guessed = linked(words, tools.names, tools.gazetteer)
        how: How = "typo" if guessed else "exact"
        name = NameMention(*match.span(), words, "route", ids, how=how)
        found.append(Value(*match.span(), "route" if ids else "named", name))
    for name in (*reading.names, *reading.denied):
        if (name.start, name.end) in spans:
            kind = "route" if name.kind == "route" else "place"
            denied = name in reading.denied or _denied(folded, name.start, name.end)
            found.append(Value(name.start, name.end, kind, name, denied))
    taken = [*spans, *((one.start, one.end) for one in found)]
    rest = blank(folded, taken)
    for name in unseen(reading.text, rest, tools.names, tools.gazetteer):
        denied = _denied(rest, name.start, name.end)
        found.append(Value(name.start, name.end, "route", name, denied))
    return found


def _figures(rest: str) -> list[Value]:
    """Tries, stars, how it was protected and how it went; figures before words."""
    found: list[Value] = []

    def take(field: str, pieces: list[tuple[int, int, object]]) -> None:
        nonlocal rest
        for start, end, value in pieces:
            if BLANK not in rest[start:end]:
                found.append(_value(rest, start, end, field, value))
                rest = blank(rest, [(start, end)])

    stars = slots.rating(rest)
    take("rating", [(stars.start, stars.end, stars.value)] if stars else [])
    take("rating", _numbers(_STARS_FIELD, rest, 5))
    take("falls", [(one.start, one.end, one.value) for one in slots.numbers(rest, slots.FALLS)])
    take("attempts", [(one.start, one.end, one.value) for one in slots.numbers(rest, slots.TRIES)])
    take("attempts", _numbers(_TRIES_FIELD, rest, 99))
    take("mode", [(one.start, one.end, one.value) for one in slots.modes(rest)])
    take("result", [(one.start, one.end, one.value) for one in slots.results(rest)])
    return [one for one in found if one.field != "falls"]


def _numbers(look: re.Pattern[str], rest: str, most: int) -> list[tuple[int, int, object]]:
    found: list[tuple[int, int, object]] = []
    for match in look.finditer(rest):
        value = number(match[1])
        if value is not None and 0 < value <= most:
            found.append((match.start(1), match.end(1), value))
    return found


def _value(rest: str, start: int, end: int, field: str, value: object) -> Value:
    return Value(start, end, field, value, _denied(rest, start, end))


def _denied(folded: str, start: int, end: int) -> bool:
    before, after = folded[:start], folded[end:]
    said = _SAID_AS.search(before) and not _TURNS.search(before)
    return bool(said or _DENIES.search(before) or _WRONG.search(after))


def _note(text: str, folded: str) -> Value | None:
    """The note that an entry is to have, as written."""
    for look in (_NOTE_QUOTED, _NOTE_OPEN):
        match = look.search(folded)
        if match is not None:
            words = text[match.start(1) : match.end(1)].strip(' 「」『』“”"：:。')
            if words and not _NOTE_ASKS.search(fold(words)) and not cleared(folded):
                return Value(match.start(), match.end(), "notes", words)
    return None


def cleared(folded: str) -> tuple[str, ...]:
    """Fields that an entry is to have no longer: 「備註拿掉」."""
    return tuple(name for name, look in _CLEARED if look.search(folded))


EMPTY = Ascent()
"""What a field holds that was cleared."""
