"""What a member tells of themselves, to be remembered or forgotten: level, place, style, consent.

Only a message that says nothing else is taken for it; a level beside a question belongs to that
question.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.personal import MEMORIES, LogQuery
from bot.understanding.personal.scanning import BLANK, blank, fold, pattern
from knowledge.grades import label

if TYPE_CHECKING:
    import re

    from bot.personal import Memory
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading

_TO_KEEP = pattern(
    r"^(?:請|麻煩|幫我|你)*(?:要)?(?:記住|記得|記一下)(?:一下)?[,，:： ]*"
    r"|^(?:please )?remember(?: that)?[,:]? "
)
_LEVEL = pattern(
    r"我(?:的)?(?:程度|等級|能力|極限)?(?:大概|大約|現在|目前|平常|通常|差不多|都|就|約|能|可以|會|是|在)*"
    rf"(?:爬|是|在|到)*(?:約|大概)? *{BLANK}+ *(?:左右|上下|附近|的?程度|的?路線|的)*"
    rf"|i(?:'m| am)?(?: can| usually| currently| mostly| normally)*(?: climb| lead| at)*"
    rf"(?: around| about| at)* *{BLANK}+"
    rf"|my (?:level|limit|grade) is(?: around| about)* *{BLANK}+"
)
_HEDGED = pattern(
    r"大概|大約|現在|目前|平常|通常|差不多|左右|上下|程度|等級|能力|極限|level|limit|usually|around|about"
)
"""Makes a level of 「我爬 5.10a」, which alone may be a question or an entry."""
_AREA = pattern(
    r"我(?:最|平常|平時|都|比較|通常)*(?:常去|常爬|常跑|喜歡去|喜歡爬|喜歡|愛去|愛爬|愛|去)"
    rf"(?:的)?(?:岩場|地方)?(?:是|在)? *{BLANK}+ *(?:爬|攀岩|爬岩)?"
    rf"|我(?:的)?(?:主場|最愛)(?:岩場)?(?:是|在) *{BLANK}+"
    rf"|i (?:mostly|usually|always|mainly) (?:climb|go)(?: at| to| in)? *{BLANK}+"
    rf"|my (?:home|favou?rite)(?: crag| area)? is *{BLANK}+"
)
_STYLE = pattern(
    r"我(?:最|很|比較|超|都|只|特別)*(?:喜歡|愛|偏好)(?:爬)?(?P<what>[^,，。;；?？]{1,12})"
    r"|i (?:really |mostly )?(?:like|love|prefer)(?: climbing| to climb)? (?P<said>[^,.;?]{1,24})"
)
_GONE = pattern(
    r"(?:請|麻煩|幫我|你)*(?:忘掉|忘記|忘了|別再?記(?:得|住)?|不要再?記(?:得|住)?|刪掉|清掉)"
    r"(?:我說過)?我?(?:的)?(?:"
    r"(?P<level>程度|等級|能力|極限|(?:大概)?爬(?:幾級|多難|到哪))"
    r"|(?P<area>主場|(?:最)?常去(?:的)?(?:岩場|地方|哪裡)?|(?:最)?喜歡的(?:岩場|地方))"
    r"|(?P<style>(?:最)?喜歡(?:的)?(?:類型|風格|路線|什麼)?|風格|偏好|類型)"
    r"|(?P<all>(?:說過|記住|告訴你)的?(?:一切|全部|所有|事|東西)?))"
    r"|(?:please )?forget (?:my )?(?:(?P<level_>level|grade|limit)"
    r"|(?P<area_>home crag|area|crag|favou?rite crag)|(?P<style_>style|preferences?))"
)
_AGREES = pattern(
    r"我?(?:同意|願意|可以)(?:讓|用|給)?(?:語言)?模型(?:來)?(?:看|讀|講|說|用|回答)(?:到)?我的(?:紀錄|記錄|資料)"
    r"|(?:you may )?let the model read my log"
)
_REFUSES = pattern(
    r"(?:我)?(?:不要|不同意|別|停止|不想)(?:再)?(?:讓|用|給)?(?:語言)?模型(?:來)?(?:看|讀|講|說|用|回答)(?:到)?"
    r"我的(?:紀錄|記錄|資料)|(?:do not|don't|stop) let(?:ting)? the model read my log"
)
_END = " 。.!！~～了喔哦啦吧呀"


def told_of_oneself(reading: Reading, conditions: Conditions) -> LogQuery | None:
    """What the message wants remembered or forgotten; ``None`` where it is about something else."""
    taken = [(one.start, one.end) for one in reading.grades]
    taken += [(one.start, one.end) for one in reading.names]
    whole = fold(reading.text)
    kept = _TO_KEEP.match(whole)
    start = kept.end() if kept else 0
    said = blank(whole, taken)[start:].strip().rstrip(_END)
    plain = whole[start:].strip().rstrip(_END)
    if gone := _GONE.fullmatch(plain):
        names = [name for name in MEMORIES if gone.groupdict().get(name) or _english(gone, name)]
        return LogQuery("forget", memory=tuple((name, "") for name in names or MEMORIES))
    if _REFUSES.fullmatch(plain):
        return LogQuery("forget", memory=(("voice", ""),))
    if _AGREES.fullmatch(plain):
        return LogQuery("remember", memory=(("voice", "yes"),))
    memory = _told(reading, conditions, said, plain, asked=kept is not None)
    return LogQuery("remember", memory=memory) if memory else None


def _english(found: re.Match[str], name: str) -> bool:
    return bool(found.groupdict().get(f"{name}_"))


def _told(
    reading: Reading, conditions: Conditions, said: str, plain: str, *, asked: bool
) -> Memory:
    grades, names = reading.grades, reading.names
    if len(grades) == 1 and not names and _LEVEL.fullmatch(said):
        return (("level", label(grades[0].grade)),) if asked or _HEDGED.search(plain) else ()
    crags = [one for one in names if one.kind == "crag"]
    if len(names) == 1 and crags and not grades and _AREA.fullmatch(said):
        return (("area", crags[0].ids[0]),) if len(crags[0].ids) == 1 else ()
    style = _STYLE.fullmatch(plain)
    liked = (*conditions.styles, *conditions.types)
    if style is not None and liked and not (names or grades or reading.days):
        return (("style", ",".join(liked)),)
    return ()
