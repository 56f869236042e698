"""What can be said of one ascent: how it went, how it was protected, tries, opinion, notes.

The tables are data; a result stands before the words that contain it (「沒完攀」 before 「完攀」).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.understanding.personal.scanning import NUMBER, Piece, blank, first_of, number, pattern

if TYPE_CHECKING:
    from bot.ascents import Mode, Result

_NOT = "(?:沒|未|沒有|還沒|還是沒|差點|差一點|沒能|沒辦法|無法|不能)"
_BEATEN = "爬收解清打幹破攻送拿撿啃搞吃推擺刷剋決克除排"
"""Verbs that with 「掉」 say that a climb was done: 「收掉」「解掉」; alone 「掉了」 is a fall."""
RESULTS: tuple[tuple[Result, re.Pattern[str]], ...] = (
    (
        "attempt",
        pattern(
            rf"{_NOT}\s?(?:能)?(?:把它|順利|成功|再)?(?:完攀|完成|完|爬完|爬起來|爬上去|爬過去?|"
            rf"上去|上|過去?|過關|送(?:掉|出)?|"
            r"成功|下來|搞定|拿下|拿到|收掉?|收下|解(?:掉|開|出來)?|清掉|rp(?:掉)?|send(?:掉|"
            r"到)?|top|flash(?:掉|到)?|"
            r"到頂|爬到頂|爬掉|登頂|clear|成)(?:到頂|掉)?"
            "|爬不完|爬不上去?|爬不起來|爬不過去?|上不去|過不去|過不了|送不掉|解不開|拿不下來?|"
            "收不掉|磨不下來|搞不定|不給過"
            "|失敗|嘗試|試爬|試了(?!幾)|只是試|摸了?一下|去撞(?:牆)?|撞牆|失手|失利|落敗|吞敗|"
            "敗(?:下陣|北|給|在)|踢到鐵板"
            "|倒在|死在|卡在|卡關|卡住|卡死|敗在|停在|斷在|被[^，,。]{0,8}?(?:打爆|電爆|電翻|"
            "電|虐|打趴|打槍|擊退|打臉|勸退|彈開)"
            "|(?:手|前臂|整個人|直接)?(?:爆手|手爆|爆掉|力竭|pump ?爆)(?:掉(?:下來)?)?|放棄|"
            "投降|未果|未遂|不成"
            r"|只(?:爬|上|到|撐)(?:到)?[^，,。]{0,4}?(?:一半|半|難關|中段|第\S{1,2}[支顆把])|"
            "爬到一半(?:就)?(?:下來|放棄|掉)?"
            rf"|(?:還是|又|一直|照樣|繼續)(?:給它|在)?掉(?![一兩二三四五六七八九十0-9]|了[一兩二三])"
            rf"|(?<![{_BEATEN}])掉(?:下來|在[^，,。]{{0,6}}|了(?![一兩二三四五六七八九十0-9]))"
            "|掛掉了?|掛了(?!快扣|繩|片|線)|摔(?:下來|在[^，,。]{0,6}|了(?![一兩三]))|"
            "墜(?:了(?![一兩三])|下來)"
            "|差一?(?:點點?|步|手|把|格|咪咪)(?:點)?(?:就)?(?:送|完攀|rp|flash|過|到頂|"
            "上)?(?:了)?|差(?:最後|臨門|"
            "一)一?[步腳手]|就差[^，,。]{1,6}"
            r"|(?<![a-z])(?:fail(?:ed|s)?|gg|no send|fell|falls?)(?![a-z])"
            r"|\b(?:(?:did ?n.?t|did not|could ?n.?t|could not|never|wasn.?t able to|unable to|"
            r"not|no)(?: quite| even| manage to| able to| be able to)? "
            r"(?:send|sent|finish|make it|top(?: out)?|do it|do|get up|get it|stick|link|reach|"
            r"climb|luck|dice|joy|go|cigar|tick|redpoint|today)(?: it| that| the top)?|"
            r"failed(?: on| to \w+)?|fell(?: off(?: of)?| on| from| out of)?|fall(?:ing)? off|"
            r"came off|popped off|slipped off|peeled off|"
            r"took (?:a |some |the |\w+ )?(?:fall|falls|whip|whips|whipper|whippers|ride|"
            r"beating|lob)s?(?: on| off)?|whipp(?:ed|er|ers|ing)(?: off| on)?|"
            r"(?:got )?(?:shut ?down|spanked|smashed|stumped|worked|humbled|denied|rejected|"
            r"beaten|wrecked|destroyed|spat off|schooled)(?: on| by| off)?|"
            r"spat me (?:off|out)|shut me down|kicked my (?:butt|ass|arse)|beat me(?: up)?|"
            r"threw me off|bucked me off|worked me|"
            r"(?:got )?pumped(?: out| off| silly)?(?: on)?|(?:got |was )?stuck(?: on| at| in|"
            r" under)?|flailed(?: on)?|flash(?:ed)? pumped|punted(?: off)?|blew (?:it|the \w+)|"
            r"(?:so close|close but|almost|nearly|just missed|one move short)(?: sent| got|"
            r" did| on)?|gave up(?: on)?|"
            r"no send|no luck|no success|unsuccessful(?:ly)?|without (?:sending|success)|"
            r"attempt(?:ed|s|ing)?|tried|try(?!\w)|working(?: on)?|worked(?: on)?|projecting|"
            r"projected)\b"
        ),
    ),
    (
        "hangdog",
        pattern(
            "掛繩(?:上去|爬完|完成|到頂)?|坐繩(?:休息)?(?:爬完|上去|到頂)?|掛狗(?:爬完|上去)?|"
            "休息著爬完|坐著繩子爬完|吊著(?:繩子)?爬完|"
            "吊(?:在)?繩(?:子)?(?:上)?(?:休息)?(?:爬完)?"
            r"|(?:中間|途中)?休息(?:了)?[一兩二三四五幾\d]?次?(?:才)?(?:到頂|爬完)|有(?:掛|"
            r"坐)繩|分段爬完"
            r"|\b(?:hang ?dog(?:ged|ging)?(?: (?:my way )?(?:up|on))?|dogg(?:ed|"
            r"ing)(?: (?:my way )?(?:up|on))?|hung (?:my way up|on it|all over)|hung|"
            r"with (?:a |a few |some |one |two |\d )?(?:rests?|hangs?|takes?)|rest(?:ed|"
            r"ing) on (?:the )?(?:rope|bolts?)|bolt ?to ?bolt(?:ed)?|"
            r"one[- ]hung|took (?:once|twice|a lot|a few times|at))\b"
        ),
    ),
    (
        "retreat",
        pattern(
            r"下撤|撤退|撤下來|撤掉|半路撤|\b(?:bail(?:ed)?(?: off| from)?|"
            r"retreat(?:ed)?(?: from)?|"
            r"backed off|rapped off)\b"
        ),
    ),
    (
        "onsight",
        pattern(
            r"(?<![a-z])on[- ]?sight(?:ed|ing|s)?(?![a-z])|(?<![a-z])os(?:ed|"
            r"'d)?(?![a-z])(?:\s?掉了?)?"
            "|首見(?:完攀|成功|過)?|視攀|不看攻略一把過|沒看(?:過)?(?:攻略|beta)一(?:把|次|"
            "趟)(?:過|完攀)"
        ),
    ),
    (
        "flash",
        pattern(
            r"(?<![a-z])flash(?:ed|ing|es)?(?:\s?(?:掉|到)了?)?(?![a-z])|(?<![a-z])fl(?![a-z])|"
            r"閃攀|閃爬|閃過|"
            r"閃掉|閃了|"
            r"閃完|閃電完攀"
            "|(?<![第上這那後近前有每再頭])一(?:把|趟|次|發)(?:就|直接|給它)?(?:過|完攀|完|送|上|"
            "爬完|爬起來|到頂|收|解|清掉|搞定|拿下|入魂|"
            "成功|清)(?:掉|了)?|第一(?:把|趟|"
            "次|go)就(?:過|完攀|送|上|收|解|搞定|拿下|到頂)(?:掉|了)?"
            r"|\b(?:(?:on (?:my |the )?)?(?:first|1st) (?:go|try|attempt|burn))\b"
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
            "重複完攀|重複(?:爬|了)?|再爬一次|又爬了?一次|再送一次|再爬一遍|又送了?一次|複習|"
            "溫習|重溫|刷了?一遍|順了?一遍|再完攀一次|又完攀一次"
            r"|\b(?:repeat(?:ed|s)?|lapped|laps?|again|re-?sent|re-?climbed)\b"
        ),
    ),
    (
        "redpoint",
        pattern(
            r"(?<![a-z])red ?point(?:ed|ing|s)?(?:掉|到)?(?![a-z])|"
            r"(?<![a-z])rp(?:ed|s|'d)?(?![a-z])(?:\s?(?:掉|到)了?)?"
            "|紅點(?:完攀|掉|到)?|紅線完攀|紅(?:掉|到手|下來|成功)了?"
        ),
    ),
    (
        "clean",
        pattern(
            r"(?:無|零|不|沒有?)(?:掛|坐|吊)繩(?:爬完|完成|完攀|到頂|上去)?|"
            r"無墜(?:落)?(?:爬完|完成|完攀|到頂)?|零墜(?:落)?(?:爬完)?|沒(?:有)?掉(?:下來|過)?|"
            r"(?:一次都|完全|都|"
            r"全程)沒(?:有)?(?:掉|墜|摔|坐繩)|沒(?:有)?墜(?:落)?|"
            r"(?:中間|全程)?(?:都)?沒(?:有)?(?:坐|掛|休息)(?:繩)?(?:爬完|到頂)?"
            r"|\b(?:clean(?:ly)?|no falls|no hangs|without (?:a )?(?:falls?|falling|hanging|"
            r"weighting the rope)|fall[- ]?free)\b"
        ),
    ),
    (
        "send",
        pattern(
            rf"完攀|完爬|[{_BEATEN}](?:掉|下|下來|完)了?|[收解清破攻送啃]了|爬(?:完|起來|上去|"
            rf"下來|到頂)了?|送(?:出|上去?)了?|"
            rf"收(?:進|割|服)(?:口袋)?|解(?:開|決|鎖)了?|拿到|攻克|攻頂|征服|"
            "搞定|擺平|終結|順利(?:爬)?完|到頂|登頂|完成了?|過關|過了|上了|"
            "(?<!熱)(?<!冷)到手(?!汗|指|腕|臂|軟|爆|痛|酸|滑)|入袋|"
            "成功(?:到頂|爬完|登頂)?|順(?:完|掉)|破解|打通|克服|爬通|ko"
            r"|(?<![a-z])sen[dt](?:\s?(?:掉|到|出)了?)(?![a-z])"
            r"|\b(?:sen[td]s?|sent it|sending|topped(?: out)?|top(?:ped)? out|ticked(?: off)?|"
            r"did|done|finished(?: off)?|got(?: up| it)?|"
            r"(?:put|took|taken|went|go|goes|got it|brought) down|taken care of|crush(?:ed|"
            r"es)?|nail(?:ed)?|knock(?:ed)? (?:off|out)|clipp(?:ed)? (?:the )?(?:chains?|"
            r"anchors?)|"
            r"bag(?:ged)?|in the bag|dispatch(?:ed)?|polish(?:ed)? off|wrap(?:ped)? up|"
            r"seal(?:ed)?|complet(?:ed|e)|conquer(?:ed)?|clear(?:ed)?|"
            r"made it(?: up| to the top)?|manag(?:ed)?(?: to (?:get up|send|climb|do))?|"
            r"succe(?:eded|ss)|climbed|pulled off|cleaned up|stuck it)\b"
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
    ("lead", pattern(r"先鋒|領攀|(?<![a-z])(?:leads?|leading|led)(?![a-z])")),
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
            rf"(?:{chinese})(?=\s?的?\s?(?:{NUMBER}|[條題道線標貼路]|v\d|抱石|flash|rp|onsight|"
            rf"os(?![a-z])|send|完攀|過|沒|解))"
            rf"|(?<=[條題道])(?:{chinese})(?=[線題標的])|(?<=[條題道個] )(?:{chinese})(?=的|$)"
            rf"|(?<![a-z])(?:{english})(?![a-z])"
        ),
    )
    for name, (chinese, english) in _COLOURS.items()
)
WEAK = pattern(r"試了|嘗試|試爬|摸|只是試|卡在|卡住|撞|tried|try|attempt|work|project")
"""A try that a success in the same words outdoes: 「試了三次 RP」."""
_MEASURE = "[條題道個]"
_GO = "(?:次|趟|把|回|輪|try|tries|go(?:es)?|burns?|attempts?)"
COUNT = pattern(
    rf"(?<![第一二三四五六七八九十\d])({NUMBER})\s?{_MEASURE}(?!星|\s?{_GO})|({NUMBER})\s?(?=[紅橘橙黃綠藍紫粉白黑灰]色?)"
    rf"|(?<![\d.a-z])({NUMBER})\s(?=v\d|5\.1?\d|(?:red|orange|yellow|green|blue|purple|pink|"
    rf"white|black)\b)"
    rf"|(?<![\d.a-z])({NUMBER})\s(?:routes?|problems?|boulders?|climbs?)\b"
    rf"|(?<=[v\dabcd])\s?[x*]\s?({NUMBER})(?![\d.])"
)
TRIES = pattern(
    rf"第\s?({NUMBER})\s?{_GO}|(?:試(?!了))?({NUMBER})\s?個?\s?{_GO}(?!以)(?:就?(?:過|送|完攀|rp|"
    rf"才過|才送|才完攀))?"
    rf"|\b(?:on )?(?:my |the )?(first|second|third|fourth|\d(?:st|nd|rd|th))\s(?:go|try|attempt|"
    rf"burn)\b"
)
ENDS_SENT = pattern(r"(?:過|送|完攀|rp)$")
THEN_SENT = pattern(
    "再(?:爬|試|來|打|上|拼)?(?:一|1)(?:次|把|趟)就?(?:過|完攀|送|爬完|上去|到頂|rp)(?:了|掉)?"
)
"""A clean go after one that was not: a redpoint, and not one try in all."""
NO_TRIES = pattern(r"(?<![\d.])(?:-\s?\d{1,3}|0)\s?(?:次|把|趟|tries|try|goes)")
"""No number of tries: nought, or less, is not recorded."""
FALLS = pattern(
    rf"(?:掉|墜|墜落|fall|摔|飛)了?\s?({NUMBER})\s?[次下]|({NUMBER})\s?(?:falls?|takes?)\b"
)
_STARS = pattern(
    rf"(?:給|評)?\s?({NUMBER})\s?(?:顆星|星(?!期)|stars?)|[★⭐]\s?([1-5])(?!\d)|(★+|⭐+)|(?<!\d)([1-5])\s?/\s?5(?![\d.])"
)
_STARS_OFTEN = 5
NOTE = pattern(
    r"(?:備註|註記|註|筆記|心得|notes?|comment)\s?(?:[:：是寫]|寫上|加上?)\s?(.+)$|[（(]([^（）()]{2,200})[）)]\s*$"
)
OWN = pattern(
    "(?:我(?:自己)?(?:覺得|感覺|認為)|個人(?:覺得|感覺|認為|給|評)|自評|感覺(?:像|是)?|覺得(?:像|是|有)?|"
    "體感|我(?:給|估|評))(?:它)?(?:的?難度)?(?:大概|比較像|應該)?(?:是|有|像|只有)?\\s?$"
    r"|(?:(?:feels?|felt)(?: (?:like|more like|about|around|closer to))?|"
    r"i.?d (?:say|call it|give it)|"
    r"i think (?:it.?s)?|my grade(?: is|:)?|personal grade:?)\s?$"
)
ANGLE = pattern(r"(\d{1,2})\s?(?:度|°|degrees?)")
PITCHES = pattern(rf"({NUMBER})\s?(?:個)?(?:繩距|pitch(?:es)?)|全繩距|整條")


def results(folded: str) -> tuple[Piece[Result], ...]:
    """How climbs went, in order; the longest words where they overlap."""
    return first_of(folded, RESULTS)


def tells_of_results(folded: str) -> bool:
    """Whether any word of how a climb went, or that there was one, stands in a text."""
    looks = (_CLIMBED, TRIES, FALLS, *(each for _, each in RESULTS))
    return any(look.search(folded) for look in looks)


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
    value = len(match[3]) if match[3] else number(match[1] or match[2] or match[4])
    ok = value is not None and 1 <= value <= _STARS_OFTEN
    return Piece(match.start(), match.end(), value) if ok and value else None


def _only_values(folded: str) -> bool:
    """Whether words in brackets say how it went, and nothing else."""
    spans = [(one.start, one.end) for one in (*results(folded), *modes(folded))]
    spans += [match.span() for look in (TRIES, FALLS, _STARS) for match in look.finditer(folded)]
    said = blank(folded, spans)
    return bool(spans) and not re.search(r"[a-z]{2}|[\u3400-\u9fff]{2}", said)


def note(text: str, folded: str) -> Piece[str] | None:
    """A note at the end, as written."""
    match = NOTE.search(folded)
    if match is None:
        return None
    group = 1 if match[1] else 2
    if group == 2 and _only_values(match[2]):
        # 「A（RP）」 says how it went
        return None
    return Piece(match.start(), match.end(), text[match.start(group) : match.end(group)].strip())
