"""What can be said of one ascent: how it went, how it was protected, tries, opinion, notes.

The tables are data; a result stands before the words that contain it (「沒完攀」 before 「完攀」).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.understanding.personal.scanning import NUMBER, Piece, first_of, number, pattern

if TYPE_CHECKING:
    import re

    from bot.ascents import Mode, Result

_NOT = "(?:沒|未|沒有|還沒|差點|差一點)"
RESULTS: tuple[tuple[Result, re.Pattern[str]], ...] = (
    (
        "attempt",
        pattern(
            rf"{_NOT}(?:能)?(?:完攀|爬完|爬上去|上去|上|過|送|成功|下來|搞定|拿下|rp|send|top|"
            rf"到頂|爬到頂|完成)(?:到頂)?"
            "|爬不完|爬不上去|上不去|過不了|送不掉|失敗|嘗試|試爬|試了(?!幾)|只是試|摸了?一下|"
            "掉下來|掛掉了?|掛了(?!快扣|繩|片|線)|摔了(?![一兩三])|掉了(?![一兩二三四五六七八九十0-9])"
            "|差一?點(?:點)?(?:就)?(?:送|完攀|rp|flash|過)"
            r"|\b(?:did ?n.?t (?:send|finish|make it|top)|failed(?: on)?|fell off|no send|"
            r"attempt(?:ed|s)?|tried|working(?: on)?|worked(?: on)?|couldn.?t (?:send|finish|"
            r"do))\b"
            r"|\bfell\b"
        ),
    ),
    (
        "hangdog",
        pattern(
            "掛繩(?:爬完|完成)?|坐繩(?:爬完)?|掛狗|休息著爬完|坐著繩子爬完|吊著爬完"
            r"|\b(?:hang ?dog(?:ged|ging)?|dogged|hung(?: on it)?|with (?:a )?(?:rests?|hangs?|"
            r"takes?)|took)\b"
        ),
    ),
    ("retreat", pattern(r"下撤|撤退|撤下來|\b(?:bail(?:ed)?|retreat(?:ed)?|backed off)\b")),
    (
        "onsight",
        pattern(
            r"(?<![a-z])on[- ]?sight(?:ed|ing|s)?(?![a-z])|(?<![a-z])os(?:ed)?(?![a-z])"
            "|首見完攀|首見|不看攻略一把過"
        ),
    ),
    (
        "flash",
        pattern(
            r"(?<![a-z])flash(?:ed|ing|es)?(?![a-z])|(?<![a-z])fl(?![a-z])|閃爬|閃過|閃掉|閃了"
            "|(?<![第上這那後近前有])一(?:把|趟|次)(?:就|直接)?(?:過|完攀|送|上|爬完|到頂)|第一(?:把|趟|"
            "次)就(?:過|完攀|送|上)了?"
            r"|\b(?:first (?:go|try|attempt)|1st (?:go|try))\b"
        ),
    ),
    (
        "pinkpoint",
        pattern(
            r"(?<![a-z])pink ?point(?:ed|s)?(?![a-z])|(?<![a-z])pp(?![a-z])|粉紅點(?:完攀)?|粉點"
        ),
    ),
    (
        "repeat",
        pattern(
            "重複完攀|重複(?:爬|了)?|再爬一次|又爬了?一次|再送一次|複習|溫習|刷了?一遍"
            r"|\b(?:repeat(?:ed)?|lapped|laps?|again)\b"
        ),
    ),
    (
        "redpoint",
        pattern(
            r"(?<![a-z])red ?point(?:ed|ing|s)?(?![a-z])|(?<![a-z])rp(?:ed|s)?(?![a-z])"
            "|紅點(?:完攀)?|紅線完攀"
        ),
    ),
    (
        "clean",
        pattern(
            r"無墜(?:落)?(?:爬完|完成)?|沒掉(?:下來)?|零墜落|\b(?:clean|no falls|"
            r"without (?:a )?falls?)\b"
        ),
    ),
    (
        "send",
        pattern(
            "完攀|爬完了?|爬上去了?|送(?:掉|出|了)|搞定|拿下|到頂|登頂|完成了?|過了|上了"
            r"|\b(?:sen[td]s?|sending|topped(?: out)?|ticked|climbed|did|done|finished|got)\b"
        ),
    ),
)
_CLIMBED = pattern(r"爬了|爬過|爬|攀了|抱了|練了|\b(?:climbs?)\b")
"""Said of climbing without saying how it went."""
MODES: tuple[tuple[Mode, re.Pattern[str]], ...] = (
    (
        "toprope",
        pattern(
            "上方架繩|上方確保|頂繩|架繩爬?"
            r"|(?<![a-z])(?:top[- ]?rop(?:e|ed|ing)|tr(?:ed)?)(?![a-z])"
        ),
    ),
    ("autobelay", pattern(r"自動確保|\bauto ?belay\b")),
    (
        "second",
        pattern(r"跟攀|跟爬|後攀|當後攀|(?<![a-z])(?:second(?:ed|ing)|follow(?:ed|ing)?)(?![a-z])"),
    ),
    ("solo", pattern(r"徒手獨攀|獨攀|(?<![a-z])(?:free ?)?solo(?:ed|ing)?(?![a-z])")),
    ("aid", pattern(r"人工攀登|(?<![a-z])aid(?:ed|ing)?(?![a-z])")),
    ("boulder", pattern(r"抱石|野抱|(?<![a-z])boulder(?:ed|ing|s)?(?![a-z])")),
    ("lead", pattern(r"先鋒|領攀|(?<![a-z])(?:lead(?:ing)?|led)(?![a-z])")),
)
_COLOURS = {
    "紅": ("紅色?", "red"),
    "橘": ("橘色?|橙色?", "orange"),
    "黃": ("黃色?", "yellow"),
    "綠": ("綠色?", "green"),
    "藍": ("藍色?", "blue"),
    "紫": ("紫色?", "purple"),
    "粉": ("粉紅色?|粉色", "pink"),
    "白": ("白色?", "white"),
    "黑": ("黑色?", "black"),
    "灰": ("灰色?", "gr[ae]y"),
    "咖啡": ("咖啡色?|棕色?", "brown"),
}
COLOURS = tuple(
    (
        name,
        pattern(
            rf"(?:{chinese})(?=\s?的?\s?(?:{NUMBER}|[條題道線標貼路]|v\d|抱石))"
            rf"|(?<=[條題道])(?:{chinese})(?=[線題標的])|(?<=[條題道個] )(?:{chinese})(?=的|$)"
            rf"|(?<![a-z])(?:{english})(?![a-z])"
        ),
    )
    for name, (chinese, english) in _COLOURS.items()
)
WEAK = pattern(r"試了|嘗試|試爬|摸|只是試|tried|attempt|work")
"""A try that a success in the same words outdoes: 「試了三次 RP」."""
_MEASURE = "[條題道個]"
COUNT = pattern(
    rf"({NUMBER})\s?{_MEASURE}(?!星)|({NUMBER})\s?(?=[紅橘橙黃綠藍紫粉白黑灰]色?)"
    rf"|(?<![\d.a-z])({NUMBER})\s(?=v\d|5\.1?\d|(?:red|orange|yellow|green|blue|purple|pink|"
    rf"white|black)\b)"
    rf"|(?<![\d.a-z])({NUMBER})\s(?:routes?|problems?|boulders?|climbs?)\b"
    rf"|(?<=[v\dabcd])\s?[x*]\s?({NUMBER})(?![\d.])"
)
_GO = "(?:次|趟|把|回|try|tries|go(?:es)?|burns?|attempts?)"
TRIES = pattern(
    rf"第\s?({NUMBER})\s?{_GO}|(?:試(?!了))?({NUMBER})\s?{_GO}(?!以)(?:就?(?:過|送|完攀|rp|才過|才送|才完攀))?"
    rf"|\b(?:on )?(?:my |the )?(first|second|third|fourth|\d(?:st|nd|rd|th))\s(?:go|try|attempt|"
    rf"burn)\b"
)
THEN_SENT = pattern(
    "再(?:爬|試|來|打|上|拼)?(?:一|1)(?:次|把|趟)就?(?:過|完攀|送|爬完|上去|到頂|rp)(?:了|掉)?"
)
"""A clean go after one that was not: a redpoint, and not one try in all."""
NO_TRIES = pattern(r"(?<![\d.])(?:-\s?\d{1,3}|0)\s?(?:次|把|趟|tries|try|goes)")
"""No number of tries: nought, or less, is not recorded."""
FALLS = pattern(
    rf"(?:掉|墜|墜落|fall|摔)了?\s?({NUMBER})\s?[次下]|({NUMBER})\s?(?:falls?|takes?)\b"
)
_STARS = pattern(
    rf"(?:給|評)?\s?({NUMBER})\s?(?:顆星|星(?!期)|stars?)|(★+|⭐+)|(?<!\d)([1-5])\s?/\s?5(?![\d.])"
)
_STARS_OFTEN = 5
NOTE = pattern(
    r"(?:備註|註記|註|筆記|心得|notes?|comment)\s?[:：是]\s?(.+)$|[（(]([^（）()]{2,200})[）)]\s*$"
)
OWN = pattern(
    "(?:我(?:自己)?(?:覺得|感覺|認為)|個人(?:覺得|感覺)|自評|感覺(?:像|是)?|覺得(?:像|是|有)?|"
    "體感|我(?:給|估))(?:大概|比較像|應該)?(?:是|有|像|只有)?\\s?$"
    r"|(?:(?:feels?|felt)(?: (?:like|more like|about|around|closer to))?|"
    r"i.?d (?:say|call it|give it)|"
    r"i think (?:it.?s)?|my grade(?: is|:)?|personal grade:?)\s?$"
)
ANGLE = pattern(r"(\d{1,2})\s?(?:度|°|degrees?)")
PITCHES = pattern(rf"({NUMBER})\s?(?:個)?(?:繩距|pitch(?:es)?)|全繩距|整條")


def results(folded: str) -> tuple[Piece[Result], ...]:
    """How climbs went, in order; the longest words where they overlap."""
    return first_of(folded, RESULTS)


def climbed(folded: str) -> bool:
    """Whether climbing is told at all, however it went."""
    return bool(_CLIMBED.search(folded))


def modes(folded: str) -> tuple[Piece[Mode], ...]:
    """How climbs were protected."""
    return first_of(folded, MODES)


def colours(folded: str) -> tuple[Piece[str], ...]:
    """Colours of gym problems."""
    return first_of(folded, COLOURS)


def numbers(folded: str, wanted: re.Pattern[str], most: int = 99) -> tuple[Piece[int], ...]:
    """Numbers that stand in such words."""
    found = []
    for match in wanted.finditer(folded):
        value = number(next((group for group in match.groups() if group), ""))
        if value is not None and 0 < value <= most:
            found.append(Piece(match.start(), match.end(), value))
    return tuple(found)


def rating(folded: str) -> Piece[int] | None:
    """Stars given, 1 to 5."""
    match = _STARS.search(folded)
    if match is None:
        return None
    value = len(match[2]) if match[2] else number(match[1] or match[3])
    ok = value is not None and 1 <= value <= _STARS_OFTEN
    return Piece(match.start(), match.end(), value) if ok and value else None


def note(text: str, folded: str) -> Piece[str] | None:
    """A note at the end, as written."""
    match = NOTE.search(folded)
    if match is None:
        return None
    group = 1 if match[1] else 2
    return Piece(match.start(), match.end(), text[match.start(group) : match.end(group)].strip())
