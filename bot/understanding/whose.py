"""Whether the catalogue is asked after all, where words of a log stand in a question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.understanding import words
from bot.understanding.examples import nearest
from bot.understanding.examples.kinds import likely_kinds
from bot.understanding.guesses import is_sure
from bot.understanding.personal import NO_QUESTIONS, leaves_out_done, wanted

if TYPE_CHECKING:
    from datetime import date

    from bot.personal import LogQuery
    from bot.understanding.conditions import Conditions
    from bot.understanding.examples import Nearest
    from bot.understanding.followup import Context
    from bot.understanding.reading import Reading

_LOG = re.compile(r"[紀記记][錄录]|日[誌志]|(?<![\w'])log(?:book|s|ged)?\b|ticks?\b", re.IGNORECASE)


_CAN_I = re.compile(
    r"\b(?:can|could|do|should|would|may) i\b|\b(?:give|tell|show|help) me\b"
    r"|\bam i (?:right|correct)\b|\bi'?m (?:trying|looking)\b"
    r"|\bi (?:want|need|would like|am trying)\b"
    r"|(?:[幫帮給给教]|告[訴诉]|跟)我",
    re.IGNORECASE,
)
"""Speaks of oneself without meaning one's own log."""


_SELF = re.compile(r"我|\b(?:i|my|me|mine)\b", re.IGNORECASE)


_ASKS = re.compile(r"[嗎吗？?]|怎|為什|为什|\b(?:how|what|why|should|can)\b", re.IGNORECASE)


_ADVICE = 0.4
"""Nearness of an example from which a question is one for a card."""


_SURE_HELP, _HELP = 0.45, 0.3


_SURE_ADVICE = 0.65
"""Nearness from which it is one even where somebody speaks of what is his: 「my rope」."""


_ADVICE_AT_ALL = 0.2
"""How likely it must be that a card is asked, however near one is: 「when was my first 5.11」."""
_AT_LARGE = re.compile(r"通常|一般|大多|多半|\b(?:usually|normally|typically|most people)\b")
_HALF = 0.5
"""Share of the asks of a log from which none of them is wanted."""
_CLEAR = 0.2
"""Margin over everything that is no card, from which a card may be meant and no log."""
_TOLD, _FAR = 0.55, 0.25
"""Nearness, and margin over all that is no card, from which a log is a word of the advice:
「寫日誌有什麼用」."""


SETS = frozenset({"list", "count", "recommend", "superlative", "distribution"})
"""Intents of questions for a set of routes."""


def goes_on(log: LogQuery, reading: Reading, context: Context | None) -> bool:
    """「改成 5.9」 after a list of routes changes the list and no log."""
    after_set = context is not None and context.query.log is None and context.query.intent in SETS
    named = reading.of_kind("route", "crag", "area", "sector", "gym")
    if "correction" in reading.cues and named and context is not None and context.query.log is None:
        return True
    if after_set and reading.cues & {"more", "another"} and len(reading.plain) <= _FRAGMENT:
        return True
    after_gym = context is not None and context.query.intent in {"gym_hours", "gym_price"}
    entry = re.search("筆|[紀記记][錄录]", reading.text)
    other_day = after_gym and reading.days and len(reading.plain) <= _FRAGMENT
    return bool(log.ask == "edit" and not entry and ((after_set and reading.grades) or other_day))


_NARROWS = re.compile(
    "只|就好|拿掉|去掉|不要|跳过|略过|剔除|排除|扣掉|不行|除外|换|改|限|^(?:那|要|有)|\\b(?:only|just|no|not|without)\\b"
)


def narrows_set(log: LogQuery, reading: Reading, context: Context | None) -> bool:
    """「我只爬運攀」「把傳攀拿掉」 after a set of routes narrows that set, and no log."""
    after_set = context is not None and context.query.log is None and context.query.intent in SETS
    if not after_set or reading.names or reading.days or log.filter.windowed:
        return False
    if len(reading.plain) > _FRAGMENT or log.ask in {"add", "undo", "remember", "forget"}:
        return False
    kinds = words.find("route_types", reading.folded, reading.lower)
    said = _NARROWS.search(f"{reading.plain} {reading.lower}")
    told = _LOG.search(reading.lower) or _OF_ASCENTS.search(reading.lower)
    return bool(kinds and said and not told and "筆" not in reading.text)


_FOR_SOMEBODY = re.compile(
    r"\bfor (?:a |an |my )?(?:\w+ )?(?:someone|somebody|people|anyone|person|climber|friend"
    r"|beginner|girlfriend|boyfriend|wife|husband|partner|dad|mom|son|daughter|buddy|kid|kids)\b"
)


_DOES_NOT_WANT = re.compile(
    r"我(?:們|们|個人|个人|自己|就|也|又|真的|現在|现在)?(?:不(?:想|要|愛|爱|喜歡|喜欢|爬|會|会|敢|碰|玩|考慮|考虑)|[沒没]興趣|[没沒]兴趣)"
    r"|\bi (?:do not|don['’]t|won['’]t|can['’]t) (?:want|like|do|climb|need)\b",
    re.IGNORECASE,
)
"""「但我不要運攀」 says what routes should not be, and nothing of a log."""


def wishes_routes(log: LogQuery, reading: Reading, conditions: Conditions) -> bool:
    """Whether routes of a place are listed for what somebody can climb or should try.

    「我該去 A 磨 5.12 以上的，把名單給我」, "what's at A for someone who climbs 5.10".
    """
    placed = reading.of_kind("crag", "area", "sector")
    others = _DOES_NOT_WANT.sub("", reading.lower)
    own = _SELF.search(others) or _LOG.search(reading.lower) or reading.days
    if placed and conditions.denied.types and not (own or log.filter.windowed):
        # 「A 扣掉抱石還剩哪些」
        return True
    asks = reading.cues & {"list", "count", "recommend"} or _FOR_SOMEBODY.search(reading.lower)
    if not (placed and reading.grades and asks) or log.ask in _CHANGES:
        return False
    told = _LOG.search(reading.lower) or log.filter.windowed or _BY_LOG.search(reading.lower)
    if told or re.search("[爬攀完]過|[爬攀完]过|爬了|完攀|送了|試過", reading.text):
        return False
    should = re.search("我(?:們|们)?(?:該|该|應該|应该|要|想|得)去", reading.text)
    return bool(should or _FOR_SOMEBODY.search(reading.lower))


_NOT_CHANGED = frozenset({"add", "delete", "undo", "remember", "forget", "about_me"})
_MANAGED = frozenset({"import", "export", "erase", "others", "confirm", "cancel"})
_OF_CATALOGUE = frozenset(
    {
        *SETS,
        *("fact", "compare", "crag_info", "gym_info", "gym_hours", "gym_price", "gym_list"),
        "convert",
    }
)
_WISHES = re.compile(
    r"我的?(?:程度|水平|水準|能力|實力|实力|level|grade)|我(?:是|指)的?是?[說说問问]"
    r"|\bi mean\b|我(?:們|们)?(?:人|住|現在|现在|目前)?在(?!.{0,6}[爬攀])"
    r"|\b(?:i'm|i am|we're|we are) (?:in|at)\b|"
    r"我(?:們|们)?(?:只|就|還是|还是|比較|比较|其實|其实)?(?:想|要|會|会|能|可以|該|该)"
    r"(?!記|记|改|刪|删|爬的|攀的)|\bi(?:'d| would)(?: rather| prefer| like)?\b",
    re.IGNORECASE,
)
"""Speaks of what somebody is about to do."""
_OF_ONES_LOG = re.compile(
    r"計畫|計劃|project|筆|清單|想爬|目標|進度|成功率|連續|上次|最近|wish|streak|pyramid|金字塔|趟|session",
    re.IGNORECASE,
)


def tells_of_nobody(log: LogQuery, reading: Reading, context: Context | None) -> bool:
    """「列出來看看」「我要去哪一區找這條」 after an answer from the catalogue: no log is meant.

    Only words that tell of what somebody did, when, or of a log itself ask for one there.
    """
    if context is None or context.query.log is not None or log.ask in _NOT_CHANGED | _MANAGED:
        return False
    if context.query.intent not in _OF_CATALOGUE or len(reading.plain) > _FRAGMENT:
        return False
    others = _WISHES.sub("", _CAN_I.sub("", reading.lower))
    own = _SELF.search(others) or _LOG.search(others) or _OF_ONES_LOG.search(others)
    told = _OF_ASCENTS.search(reading.lower) or _DEED.search(reading.lower)
    return not (own or told or reading.days or log.filter.windowed)


def speaks_of_a_log(reading: Reading) -> bool:
    """Whether somebody speaks of himself, or the examples think of a log rather than of none."""
    return bool(_SELF.search(reading.lower)) or wanted(reading)["none"] < _HALF


def surely_own(log: LogQuery, reading: Reading, whole: Reading, conditions: Conditions) -> bool:
    """Whether the examples leave no doubt that one's own log is asked: 「我上次去A館是幾號」.

    ``reading`` is the message as one to a log is read, ``whole`` has all names that stand in it.
    """
    if "correction" in reading.cues and not _LOG.search(reading.lower):
        # 「我是問…」 speaks of the question, not of what was climbed
        return False
    if leaves_out_done(whole, conditions):
        return True
    likely = wanted(reading)
    if not (_SELF.search(_CAN_I.sub("", reading.lower)) or _LOG.search(reading.lower)):
        # 「5.11c -> French」「再給我看下一頁」 tell of nobody
        more = bool(reading.cues & {"more", "another"})
        bare = more or bool(reading.grades and not reading.days)
        placed = bool(whole.of_kind("crag", "area", "sector") or whole.unknown)
        # 「hardest at X」 ranks what is there
        bare = bare or (placed and log.ask in _RANKS and not log.filter.windowed)
        if bare and not _OF_ASCENTS.search(reading.lower):
            return False
    own = sum(share for ask, share in likely.items() if ask not in NO_QUESTIONS)
    speaks = _SELF.search(_CAN_I.sub("", reading.lower)) or reading.days or log.filter.windowed
    return own >= _NO_DOUBT or bool(speaks and own >= _LITTLE_DOUBT)


_RANKS = frozenset({"hardest", "longest", "list", "count"})
_OF_ASCENTS = re.compile(
    r"完攀|紅點|红点|爬[過过了完]|試[過过了]|试[过了]|\brp\b|\bos\b|flash|onsight|redpoint"
    r"|sen[dt]|climbed|tried|done"
)
_NO_DOUBT, _LITTLE_DOUBT = 0.8, 0.7
_BY_LOG = re.compile(
    r"依|[據据]|按照|[沒没未][有]?.{0,2}[爬完試试過过攀]|[進进]度"
    r"|haven.t|have not|never|by my|based on|my (?:log|level|ticks)",
    re.IGNORECASE,
)
"""Wants routes by one's own log."""


_CHANGES = frozenset({"add", "edit", "delete", "undo", "remember", "forget"})
_DEED_ZH = re.compile("[爬去]過|[爬去]过|[爬去]了")


def _converts_only(reading: Reading, conditions: Conditions) -> bool:
    """「5.11c -> French」 tells of nobody."""
    own = _SELF.search(reading.text) or _LOG.search(reading.lower) or reading.days
    return bool(conditions.systems and reading.grades) and not own


def asks_catalogue(log: LogQuery, reading: Reading, conditions: Conditions) -> bool:
    """Whether somebody who speaks of himself asks of grades or routes: 「爬了 6a+，法式是多少」."""
    if _LOG.search(reading.lower) or log.ask in _CHANGES or _converts_only(reading, conditions):
        return _converts_only(reading, conditions)
    if conditions.people and reading.of_kind("crag", "area", "sector"):
        return not _BY_LOG.search(reading.lower)
    if "gym" in reading.cues and (conditions.cities or conditions.districts):
        return "list" in reading.cues and not _DEED_ZH.search(reading.text)
    if not reading.grades:
        return False
    if log.ask == "recommend":
        placed = reading.of_kind("crag", "area", "sector")
        return bool(placed) and not _BY_LOG.search(reading.lower)
    converts = "convert" in reading.cues and conditions.systems and not reading.names
    return bool(converts)


_FRAGMENT = 24


def after_log(reading: Reading, context: Context | None) -> bool:
    """Whether a few words go on about the log: 「what about last year」."""
    after = context is not None and context.query.log is not None
    return after and len(reading.plain) <= _FRAGMENT * (2 if reading.plain.isascii() else 1)


_SURE_OTHER, _NO_LOG = 0.6, 0.1
_STRANGE = 0.5


_OF_THE_WHOLE = frozenset({"about_me", "import", "export", "erase", "confirm", "cancel"})
"""What only words made for it ask."""


_SOMEBODYS = re.compile(
    r"[小阿老][\u4e00-\u9fff]{1,2}(?:的|最|有|在)|\b[a-z]+['’]s\b", re.IGNORECASE
)


def _is_somebodys(log: LogQuery, reading: Reading) -> bool:
    named = bool(reading.names) or _SOMEBODYS.search(reading.text) is not None
    return log.ask == "others" and named


def is_no_log(log: LogQuery, reading: Reading, conditions: Conditions) -> bool:
    """Whether all words together ask for something else, whatever single ones say."""
    if log.ask == "unclimbed" and leaves_out_done(reading, conditions):
        return False
    compares = log.ask == "compare" and len(reading.days) > 1 and not reading.names
    if compares or log.ask in _CHANGES | _OF_THE_WHOLE or _is_somebodys(log, reading):
        # 「Kevin 有送灰鯨嗎」 is put like a question for a record
        return False
    likely = likely_kinds(reading, conditions)
    best = max(likely, key=lambda kind: (likely[kind], kind))
    sure = likely["log"] <= _NO_LOG and likely[best] >= _SURE_OTHER
    held = reading.names or reading.grades or reading.cues & {"gym", "route", "crag"}
    if best == "out_of_domain":
        return likely["log"] <= _NO_LOG and likely[best] >= _STRANGE
    return sure and (best != "record" or bool(held))


_FEAT = re.compile(
    r"最[難难強强高長长近]|成[績绩]|戰績|[紀記纪记][錄录]|爬[過过到]|爬了(?!嗎|吗)"
    r"|hardest|best|last|ticks|sends|climb(?:ed|ing|s)?\b|log",
    re.IGNORECASE,
)
"""What somebody else did is no matter for a card: "what's Kevin's hardest redpoint"."""


_MINE = re.compile(r"我的|\b(?:my|mine)\b")
_LIKELY_MINE = 0.75
"""How likely the log must be where something is called one's own."""


def asks_of_others(log: LogQuery, reading: Reading, conditions: Conditions) -> bool:
    """Whether words of a log stand in a name, or the matter is a body that hurts."""
    if log.ask in {"remember", "forget", "about_me"}:
        return False
    changes = log.ask in {"add", "edit", "delete", "undo"}
    found = nearest(reading.folded, reading.lower)
    if found.kind == "emergency" and found.score >= _TOLD:
        return True
    if _MINE.search(reading.lower) and likely_kinds(reading, conditions)["log"] >= _LIKELY_MINE:
        # a card may hold the very words: 「我的 open project 有哪幾條」
        return False
    if _talks(found, reading) and not _LOG.search(reading.lower):
        return not changes
    near = found.score >= _ADVICE and found.margin >= _CLEAR
    advice = found.kind.startswith("card:") and near and not reading.days
    graded = reading.grades and not reading.names and not _AT_LARGE.search(reading.lower)
    unlikely = graded and likely_kinds(reading, conditions)["card"] < _ADVICE_AT_ALL
    if unlikely or (log.ask == "others" and _FEAT.search(reading.lower)):
        advice = False
    told = found.score >= _TOLD and found.margin >= _FAR and not changes
    if (advice and told and not _SELF.search(_CAN_I.sub("", reading.lower))) or (
        advice
        and (not changes or (log.ask == "add" and _ASKS.search(reading.text)))
        and (
            found.score >= _SURE_ADVICE
            or not _SELF.search(reading.lower)
            or wanted(reading).get("none", 0.0) >= _HALF
        )
        and not _LOG.search(reading.lower)
    ):
        return True
    sure = any(
        is_sure(name)
        or (name.how == "typo" and name.kind == "route" and len(name.surface) >= _LONG_NAME)
        for name in reading.names
    )
    named = sure or bool(reading.unknown)
    about_self = _SELF.search(_CAN_I.sub("", reading.lower))
    asked = conditions.route_fields or conditions.crag_fields or conditions.gym_fields
    plain = bool(named and (asked or "compare" in reading.cues) and not about_self)
    return plain and not changes and not _LOG.search(reading.lower)


_LONG_NAME = 6
"""Characters of a mistyped name that is hardly a person's."""


def _talks(found: Nearest, reading: Reading) -> bool:
    """Whether a body that hurts is the matter, or what the assistant can do."""
    hurts = {"body", "hurt"} <= set(words.find("concepts", reading.folded, reading.lower))
    return (
        "medical" in reading.cues
        or (hurts and found.kind == "medical")
        or (found.kind == "help" and found.score >= _SURE_HELP)
        or (found.kind == "help" and found.score >= _HELP and found.margin >= _CLEAR)
    )


_IN_TOWN = re.compile(
    "(?:可以|能|哪(?:裡|里|邊|边|兒|儿))(?:去|可以|能)?(?:攀岩|爬|抱石)(?:哪|的地方|$|[？?])|哪(?:裡|里)有得?爬"
)
"""「新竹可以爬哪裡」 asks for places, whoever climbs there."""


def counts_catalogue(log: LogQuery, reading: Reading, context: Context | None) -> bool:
    """Whether the routes of a place are counted, however it is spelt: 「ㄏㄟ角有幾條」."""
    placed = reading.of_kind("crag", "area", "sector")
    if _IN_TOWN.search(reading.text):
        return not (_SELF.search(reading.lower) or _LOG.search(reading.lower))
    own = any(
        (
            _SELF.search(_CAN_I.sub("", reading.lower)),
            _LOG.search(reading.lower),
            _OF_ASCENTS.search(reading.lower),
            reading.days,
            log.filter.windowed,
        )
    )
    counts = log.ask == "count" and "有" in reading.plain and "count" in reading.cues
    return bool(placed and counts and not own) and not after_log(reading, context)


_HOLDS = re.compile(
    "(?:整个|全|加起来|总共|一共|合计|资料(?:库|里)?|你们?)[^，。]{0,8}收(?:了|录|有)[^，。]{0,3}(?:几|多少)[条题个]"
)
"""「整個中部加起來收了幾條」: what is on record there; on the key."""


_EVERYWHERE = re.compile("全台|台湾|北中南|(?:所有|全部|每个)岩场")


def counts_held(reading: Reading, conditions: Conditions) -> bool:
    """Whether it is asked how many routes of a place or region are on record."""
    placed = reading.of_kind("crag", "area", "sector") or conditions.regions or conditions.cities
    somewhere = placed or _EVERYWHERE.search(reading.plain)
    told = _SELF.search(_CAN_I.sub("", reading.lower)) or _LOG.search(reading.lower)
    return bool(somewhere and _HOLDS.search(reading.plain) and not (told or reading.days))


_DEED = re.compile(r"\b(?:we|our|us|did|climbed|sent|done|tried|flashed|onsighted|logged)\b")


def ranks_catalogue(
    log: LogQuery, reading: Reading, conditions: Conditions, context: Context | None
) -> bool:
    """Whether the routes of a place are ranked: "which 5.10 at that crag is the longest"."""
    asked = log.ask not in {"add", "edit", "delete", "undo", "remember", "forget"}
    of_place = reading.of_kind("crag", "area", "sector") or reading.unknown
    ranked = asked and conditions.order is not None and of_place
    others = _CAN_I.sub("", reading.lower)
    own = _SELF.search(others) or _DEED.search(others) or _LOG.search(others)
    after_log = context is not None and context.query.log is not None
    return bool(ranked) and not (own or after_log)


_ASKS_ANYTHING = re.compile("[嗎吗？?幾几哪啥誰谁]|什[麼么]|多[少久]|how|what|when|which")


def tells_a_plan(log: LogQuery, reading: Reading, today: date) -> bool:
    """「我週末去石螢谷」: where somebody is about to go, and nothing asked of what was climbed."""
    ahead = bool(reading.days) and all(day.last >= today for day in reading.days)
    told = log.ask == "days" and not _ASKS_ANYTHING.search(reading.lower)
    return ahead and told and not _LOG.search(reading.lower) and "了" not in reading.text


def asks_opening(reading: Reading, conditions: Conditions, today: date) -> bool:
    """Whether a gym's hours of a day to come are asked: 「我 12/15 想去 A 館，有開嗎」."""
    ahead = any(day.first >= today for day in reading.days)
    if ahead and reading.times and "gym" in reading.cues and not reading.names:
        return _GYMS_THEN.search(reading.text) is not None
    return ahead and "hours" in conditions.gym_fields and bool(reading.of_kind("gym"))


_GYMS_THEN = re.compile(r"[的得到](?:攀岩|抱石|岩)?[館馆]|哪[裡里些間间家幾几]|有[什哪]")
"""Asks for gyms that fit: 「星期四晚上 10 點去還爬得到的岩館」."""
