"""What people say around a question in a dialogue: 「喔喔了解，那…」「sorry, meant X」「…thx」.

Such words ask nothing. Within a dialogue they are taken off before the question is read, so that
they are neither taken for names nor for thanks. A recorded name that begins the same way stays.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Spelt = Callable[[str], Iterable[tuple[int, int]]]

_END = r"(?:[\s，,。.!！~～…、：:]+|(?=[「『“\"]))"
"""Parts an aside from what follows."""
_SAID = (
    r"[喔哦噢嗯恩啊欸誒哎唉嘿]+|(?:喔|哦|噢|啊|嗯)*(?:了解|瞭解|明白|原來(?:是這樣|如此)|知道了?|收到|懂了?|好[的啊喔吧了哦]*|對了|是喔|這樣啊?)"
    r"|(?:了解|明白|知道|好|收到|懂|酷|讚|太好)[了啊喔哦的吧]*|好吧|好[喔的]|等等|等一下|算了|沒差啦?|對了|話說|然後|所以|另外|順便"
    r"|(?:抱歉|不好意思|拍謝|歹勢|謝謝?|感謝|感恩|謝啦|哈+)[啦囉喔哦]*"
    r"|原来(?:是这样|如此)|没差|对了|话说|顺便|谢谢?|了解了"
    r"|(?:sorry|no|厲害|厉害|太強了|太强了)(?=[，,]\s)"
    r"|(?-i:now(?= [A-Z]))"
    r"|ok(?:ay)?|btw|by the way|oh|ah|hm+|um+|well|cool|great|nice|perfect|awesome|alright"
    r"|all right|got it|i see|gotcha|right|yes|yeah|yep|thanks|thank you|thx|ty|cheers"
)
_HEAD = re.compile(
    rf"(?:{_SAID}|👍|👌|🙏|😂|XD+){_END}|(?:[喔哦噢]{{2,}}|啊對了|喔對了|[喔哦]+(?=那))",
    re.IGNORECASE,
)
_SAID_ONLY = re.compile(
    rf"(?:{_SAID}|sweet|good|fine|lovely|brilliant|legend)[\s，,。.!！~～]*", re.IGNORECASE
)
"""What is left when nothing was asked: the message is one of thanks, and stays whole."""
_TAIL = re.compile(
    r"(?:[\s，,。!！~～]+(?:thx|thanks?|thank you|ty|please|pls|plz|xd+|謝謝|谢谢|謝啦|感恩|感謝"
    r"|拜託|3q|lol|哈+)"
    r"|(?:謝謝|谢谢|謝啦|拜託)(?:你|大大)?|[\s]*(?:👍|🙏|😂|XD+))[\s!！。.~～]*$",
    re.IGNORECASE,
)
_SLIP = (
    r"(?:sorry|oops|my bad|whoops|no wait|wait|actually|no+|nope|nah|wrong one"
    r"|scratch that|never ?mind|"
    r"更正|手滑|[^，,。「\s]{0,3}[錯错][^，,。「\s]{0,2}|抱歉|不好意思|拍謝|歹勢|對不起|对不起|"
    r"啊|欸|哎呀?|喔|等等|不對(?:不對)?|不对|說錯了?|说错了?|打錯了?|打错了?|搞錯了?|搞错了?|記錯了?|不是(?:啦|那條|那間|這條|這間)?)"
)
_MEANT = (
    r"(?:i\s+)?(?:meant|mean|was (?:thinking|talking|asking) (?:of|about))"
    r"(?: to (?:ask|say))?(?: about)?"
    r"|i (?:want|need|meant to ask about)|(?:it )?should be"
    r"|我(?:剛剛?)?(?:是|要|想)?(?:是?要?[說说問问講讲]|指|查)的?(?:是|要)?|應該是|应该是|是(?=\s?[「『“\"])"
)
_CORRECTS = re.compile(
    rf"(?:{_SLIP}[\s，,。.!！~～、]*)*(?:{_MEANT})[\s：:]*|(?:{_SLIP}[\s，,。.!！~～、]+)+",
    re.IGNORECASE,
)
_CORRECTED = re.compile(
    r"(?:才對|才对|啦|喔|[，,]?\s*not (?:that|this)(?: one)?)[\s!！。.~～]*$", re.IGNORECASE
)
_TRIES = re.compile(
    r"(?:(?:maybe|perhaps)\s+)?"
    r"(?:it(?:'s| is| was)\s+(?:called|named)\s+|try\s+|how about\s+|what about\s+)"
    r"|(?:那)?(?:可能|也許|或許|搞不好|我再想想|可能是|或是|換|試試看?|查查看?)(?:是|叫)?\s*(?=[「『“\"])",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"(?:(?:先不管|撇開|先別管|不管)[^，,]{1,6}[，,]\s*)?"
    r"(?:(?:再?回到|回頭(?:說|講|看)|回头(?:说|看)|說回|说回|(?:going |getting )?back to)\s*|"
    r"(?:(?:剛剛|剛才|刚刚|刚才|剛|前面|上面|之前|一開始|最一開始|最前面|最前面)(?:[說说問问聊提]+[到的]*)?的?[那這这]?[條条間间個个家](?:路線|路线|線|岩館)?|"
    r"剛剛的|刚刚的|剛才的)\s*)",
    re.IGNORECASE,
)
"""What points back to a thing that is named right behind."""
_GRADED = r"(?=5\.\d|[vV]\d)"
_CHANGES = re.compile(
    rf"(?:不要|不是)[^，,。？?]{{1,6}}[，,]\s*(?=[^，,。？?]{{1,8}}(?:才對|才对))|"
    rf"(?:(?:等等|等一下|啊|欸|不對|不对)[\s，,]*)?我?(?:剛剛?|刚刚?)?[講讲說说打記记看搞][錯错]了?[\s，,]*"
    rf"(?:應該|应该)?是?\s*{_GRADED}|"
    rf"(?:(?:bump|make|change|switch|turn|raise|lower|drop|take)(?:\s+(?:it|that))?(?:\s+(?:up|down))?(?:\s+to)?"
    rf"|(?:sorry|oops|no))[\s,]+{_GRADED}"
    rf"|(?:不是|不要|not)\s*(?:5\.\d+[a-d]?|[vV]\d+)[+-]?\s*[，,]?\s*(?:而?是|要|but)?\s*{_GRADED}",
    re.IGNORECASE,
)
"""「bump it up to 5.11a」 asks for just that grade."""
_EXACTLY = re.compile(r"(?:具體|具体|確切|确切|到底|究竟)(?:的|是|來說|来说)?(?=\S{2})")
_ONLY_HERE = re.compile(r"(?:單看|单看|只看|只算|單算|光看|就看|只要看|限定?在?)")
_LIMITS = re.compile(r"(?:只限|僅限|仅限|限定|限於|限于|限)(?![制速時时量])")
_POINTS = re.compile(r"(?<=[」』”\"\s])\s*(?:它|牠|這條|那條|这条|那条|這間|那間)(?=.)")
_QUOTE = '「『“"《'
_LEAST = 2
"""Characters that a question has at least."""


def without_asides(text: str, spelt: Spelt) -> str:
    """The question of a message within a dialogue.

    Args:
        text: The message.
        spelt: Where a text spells what a record is called.
    """
    whole = text = text.strip()
    names = tuple((a, b) for a, b in spelt(text) if b - a > _LEAST or not text[a:b].isascii())
    for _ in range(4):
        shorter = _shortened(text, names)
        if shorter == text or len(shorter.strip()) < _LEAST:
            break
        cut = text.find(shorter)
        names = tuple((a - cut, b - cut) for a, b in names if a >= cut and b <= cut + len(shorter))
        text = shorter
    return whole if _SAID_ONLY.fullmatch(text) else text


def _shortened(text: str, names: tuple[tuple[int, int], ...]) -> str:
    for pattern, leads_to_name in (
        (_HEAD, False),
        (_LIMITS, False),
        (_EXACTLY, False),
        (_ONLY_HERE, True),
        (_CHANGES, False),
        (_CORRECTS, True),
        (_TRIES, True),
        (_BACK, True),
    ):
        match = pattern.match(text)
        if not match or not match[0] or _within(names, 0, match.end()):
            continue
        rest = text[match.end() :].lstrip()
        named = rest[:1] in _QUOTE or any(abs(a - match.end()) <= _LEAST - 1 for a, _ in names)
        if len(rest) >= _LEAST and (named or not leads_to_name):
            if pattern is _BACK:
                rest = _POINTS.sub(" ", rest)
            return _CORRECTED.sub("", rest) if pattern is _CORRECTS and rest else rest
    tail = _TAIL.search(text)
    if tail and tail.start() >= _LEAST and not _within(names, tail.start(), tail.end()):
        return text[: tail.start()]
    return text


def _within(names: tuple[tuple[int, int], ...], start: int, end: int) -> bool:
    """Whether a recorded name stands at least partly in a stretch of the text."""
    return any(a < end and start < b for a, b in names)
