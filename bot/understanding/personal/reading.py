"""Which of the things that concern a log a message wants."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from bot.personal import ACTIONS, LogQuery
from bot.understanding import words
from bot.understanding.cues import find_cues
from bot.understanding.personal.asks import CHANGES, NO_QUESTIONS, question, wanted
from bot.understanding.personal.changes import change_of, correction, edited, targeted
from bot.understanding.personal.entries import read_entries
from bot.understanding.personal.filters import without_asides
from bot.understanding.personal.following import followed
from bot.understanding.personal.memory import told_of_oneself
from bot.understanding.personal.names import LOG_WORDS
from bot.understanding.personal.others import about_others, goes_on_about_others
from bot.understanding.personal.scanning import blank, fold, pattern
from bot.understanding.words import NAME
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.understanding.conditions import Conditions
    from bot.understanding.personal.entries import Told
    from bot.understanding.personal.tools import Tools
    from bot.understanding.reading import Reading
    from knowledge.gazetteer import NameMention

_ASKS = pattern(
    r"[?？]|嗎|呢$|什麼|哪|幾(?:級|條|次|把|天|點|個|筆|週|趟)|多少|多難|如何|怎|是不是|有沒有|"
    r"可以爬|能爬|推薦|建議|比較|誰|差別|意思|列出|給我看|想知道|告訴我|介紹|為什麼"
    r"|^\s?(?:what|which|how|is|are|can|could|does|do|did|who|where|when|why|should|recommend|"
    r"show|list|tell|have)\b"
)
_STRICT = frozenset(
    {"onsight", "flash", "redpoint", "pinkpoint", "attempt", "hangdog", "send", "repeat", "clean"}
)
_NOT_NOW = frozenset(
    {"emergency", "medical", "live", "community", "safe", "define", "recommend", "compare"}
)
_IMPLICIT = frozenset({"streak", "success", "average", "most_tried", "pyramid", "tries", "wishes"})
"""Questions that are about a log also without 「我」."""
_OWN = pattern(r"我|自己|(?<![a-z])(?:my|i|i'm|i've|me|mine)(?![a-z])")
_CATALOGUE = pattern(r"資料|記載|路線數|這條線|總共有|這裡|岩場有")
_SAFE_ALONE = frozenset({"confirm", "cancel"})


def personal_log(
    reading: Reading, conditions: Conditions, tools: Tools, before: LogQuery | None
) -> LogQuery | None:
    """What the message wants of the log; ``None`` when it is not about one.

    Args:
        reading: The message, taken apart.
        conditions: Everything that it narrows by.
        tools: Names, calendar and a reader for parts of it.
        before: What the turn before wanted of the log.
    """
    if not reading.text:
        return None
    reading = as_of_log(reading)
    wants = wanted(reading, after=before is not None and before.ask not in ACTIONS)
    if "emergency" in reading.cues and not _only_fell(reading, tools, wants):
        return None
    told = told_of_oneself(reading, conditions)
    if told is not None:
        return told
    if (_mentions_log(reading) or wants["none"] < _UNSURE) and about_others(
        reading, tools.names.ids
    ):
        return LogQuery("others")
    if before is not None and goes_on_about_others(reading, after_others=before.ask == "others"):
        return LogQuery("others")
    return (
        _answer_to_preview(reading, tools, before)
        or _learned_change(reading, tools, wants)
        or _change(reading, tools, before, wants)
        or _question(reading, conditions, tools, before)
        or _statement(reading, tools, wants)
    )


def _only_fell(reading: Reading, tools: Tools, wants: Mapping[str, float]) -> bool:
    """Whether a fall is told as the end of a try: "onsighted A and fell off B"."""
    hurt = set(words.find("concepts", reading.folded, reading.lower)) & _HURT
    return not hurt and wants["add"] >= _LIKELY and _tells(reading, tools)


_HURT = frozenset({"body", "hurt", "ill", "grave", "somebody"})
"""Concepts with which a fall is more than the end of a try."""


def as_of_log(reading: Reading) -> Reading:
    """The reading in which words of the log are no names, although routes are called so too.

    Nor are names that were only guessed, where the words themselves ask the log: 「下一步衝哪條」.
    """
    words_ = [name for name in reading.names if _is_log_word(name, reading.text)]
    reading = _without_names(reading, words_)
    guesses = [name for name in reading.names if name.how in _GUESSED]
    if not guesses:
        return reading
    plain = _without_names(reading, guesses)
    before, after = (1 - _not_of_log(one) for one in (reading, plain))
    return plain if after >= _LIKELY and after > before + _GAIN else reading


def _not_of_log(reading: Reading) -> float:
    wants = wanted(reading)
    return wants["none"] + wants["more"]


_GUESSED = frozenset({"typo", "homophone", "partial"})
_GAIN = 0.1


def _without_names(reading: Reading, words_: Sequence[NameMention]) -> Reading:
    """The reading with names put back as words."""
    if not words_:
        return reading
    names = sorted(reading.names, key=lambda name: name.start)
    folded, lower = _Frame(reading.folded), _Frame(reading.lower)
    for at, name in enumerate(names):
        if name in words_:
            folded.put_back(at, key(name.surface))
            lower.put_back(at, name.surface.casefold())
    kept = tuple(name for name in reading.names if name not in words_)
    cues = reading.cues | find_cues(folded.text, lower.text)
    return replace(reading, names=kept, folded=folded.text, lower=lower.text, cues=cues)


def _is_log_word(name: NameMention, text: str) -> bool:
    quoted = text[name.start - 1 : name.start] in _QUOTES if name.start else False
    return not quoted and key(name.surface) in LOG_WORDS


_QUOTES = frozenset('「『“"《')


class _Frame:
    """A frame of a reading into which names can be put back, from the first to the last."""

    def __init__(self, text: str) -> None:
        self._parts = text.split(NAME)
        self._marks = [NAME] * (len(self._parts) - 1)

    def put_back(self, at: int, words_: str) -> None:
        """Put the words of a name where its placeholder stands."""
        if at < len(self._marks):
            self._marks[at] = words_

    @property
    def text(self) -> str:
        """The frame as it is now."""
        marks = [*self._marks, ""]
        return "".join(part + mark for part, mark in zip(self._parts, marks, strict=True))


def _mentions_log(reading: Reading) -> bool:
    """Whether other people's logs could be meant at all; a plain question of facts cannot."""
    return bool(_LOG_WORDS.search(fold(reading.text)))


_LOG_WORDS = pattern(
    r"比我|爬|攀|紀錄|記錄|記一?筆|日誌|log|project|金字塔|最難|送|試過|排行|成績|進度|user|使用者|會員|帳號|"
    r"select|drop|union|owner|tick|ascent|send|sent|climb|flash|onsight|record|pyramid|stat|note|"
    r"data|資料|筆記|hardest|redpoint|best|(?<![a-z])(?:rp|os)(?![a-z])|去過|去了|在哪|"
    r"leaderboard|history|entries|想爬|筆"
)


def _answer_to_preview(reading: Reading, tools: Tools, before: LogQuery | None) -> LogQuery | None:
    """A yes, a no, or a correction, where the turn before showed a preview or asked back."""
    said = _actions(reading)
    reply = reply_to_preview(reading.text)
    waits = before is not None and before.ask in {"add", "edit", "delete", "undo"}
    remembers = before is not None and before.ask in {"remember", "forget"}
    if reply and (waits or remembers or reading.plain in _BARE):
        return LogQuery(reply)
    if before is None or not waits:
        return None
    if said & {"undo", "delete", "todo", "project"} or "add" in said:
        return None
    if _ASKS.search(fold(reading.text)) or words.find("log_asks", reading.folded, reading.lower)[
        :1
    ] in {("overview",), ("progress",), ("volume",)}:
        return None
    return correction(reading, tools, before)


_BARE = frozenset({"确认", "确定", "取消", "confirm", "cancel"})
_SHORT_REPLY = 24
_POLITE = pattern(
    r"謝謝你?|感謝|感恩|麻煩你?|拜託"
    r"|\b(?:please|pls|thanks?|thank you|thx|it|that|them|this|all|to)\b"
)
_SIGNS = {"👌": "確認", "👍": "確認", "🆗": "確認", "✅": "確認", "❌": "取消", "🙅": "取消"}


def reply_to_preview(text: str) -> Literal["confirm", "cancel", ""]:
    """Whether a message says yes or no to a preview, and nothing else.

    What asks, denies or goes on to say more is no yes: 「not sure」「ok but V5」「存嗎？」.
    """
    if len(text) > _SHORT_REPLY or "?" in text or "？" in text:
        return ""
    for sign, word in _SIGNS.items():
        text = text.replace(sign, word, 1).replace(sign, "")
    plain = _POLITE.sub(" ", fold(text))
    meant = {each.name: each for each in words.table("log_actions")}
    for meaning in ("cancel", "confirm"):
        if meant[meaning].chinese.search(key(plain)):
            return meaning
    said = meant["cancel"].english.search(plain), meant["confirm"].english.search(plain)
    if said[0]:
        return "cancel"
    rest = meant["confirm"].english.sub(" ", plain)
    return "confirm" if said[1] and not key(rest) else ""


def _actions(reading: Reading) -> set[str]:
    return set(words.find("log_actions", reading.folded, reading.lower))


def _learned_change(reading: Reading, tools: Tools, wants: Mapping[str, float]) -> LogQuery | None:
    """A request for a change in words that are like an example."""
    ask = max(wants, key=lambda each: (wants[each], each))
    if ask not in CHANGES or wants[ask] < _LIKELY:
        return None
    if ask == "undo":
        return LogQuery("undo")
    if ask == "delete":
        return LogQuery("delete", target=targeted(reading, tools))
    if ask == "edit":
        return edited(reading, tools) if _names_an_entry(reading) else None
    if ask in {"todo", "project"}:
        kind: Literal["todo", "project"] = "todo" if ask == "todo" else "project"
        told = change_of(reading, tools, kind)
        return told if "route" not in told.missing else None
    told = change_of(reading, tools, "add")
    return told if any(each.route_ids for each in told.entries) and not told.missing else None


def _change(
    reading: Reading, tools: Tools, before: LogQuery | None, wants: Mapping[str, float]
) -> LogQuery | None:
    """A request to write down, change or take away, in words of the tables."""
    said = set[str]() if _surely_asks(wants) else _actions(reading) - _SAFE_ALONE
    asked = words.find("log_asks", reading.folded, reading.lower)
    if not said or (asked and asked[0] in _MANAGED):
        return None
    if "add" in said and without_asides(reading.text) != reading.text:
        return None
    if "undo" in said and len(reading.plain) <= _SHORT:
        return LogQuery("undo")
    asks = bool(_ASKS.search(fold(reading.text)))
    if "delete" in said and not asks:
        return LogQuery("delete", target=targeted(reading, tools))
    goes_on = before is not None and before.ask not in ACTIONS and before.ask != "confirm"
    if goes_on and not reading.of_kind("route") and not _ONE_ENTRY.search(fold(reading.text)):
        said -= {"edit"}
    if "edit" in said and not _is_new(said, reading) and _names_an_entry(reading):
        return edited(reading, tools)
    return _new_entry(
        said, reading, tools, asks=asks and (bool(asked) or not _is_new(said, reading))
    )


def _surely_asks(wants: Mapping[str, float]) -> bool:
    """Whether it is a question, whatever single words look like."""
    best = max(wants, key=lambda each: (wants[each], each))
    changes = sum(share for ask, share in wants.items() if ask in CHANGES)
    return best not in CHANGES | {"none", "more"} and changes < _UNLIKELY


def _names_an_entry(reading: Reading) -> bool:
    """Whether it says what is to be edited: 「改成 5.9」 alone is no edit of a log."""
    return bool(reading.of_kind("route") or reading.days or _ENTRY.search(fold(reading.text)))


_ENTRY = pattern(
    r"筆|紀錄|記錄|剛剛|剛才|上一|最後|那[條次個]|備註|(?<![a-z])(?:entry|log|tick|last|that|it|"
    r"one|grade of)(?![a-z])"
)


_ONE_ENTRY = pattern(
    r"筆|紀錄|記錄|剛剛|剛才|那[條次個]|這[條次個]|它|備註"
    r"|(?<![a-z])(?:entry|log|tick|last|that|it|one)(?![a-z])"
)


def _new_entry(said: set[str], reading: Reading, tools: Tools, *, asks: bool) -> LogQuery | None:
    if asks:
        return None
    if said & {"todo", "project"}:
        return change_of(reading, tools, "todo" if "todo" in said else "project")
    return change_of(reading, tools, "add") if "add" in said else None


_SHORT = 40


def _is_new(said: set[str], reading: Reading) -> bool:
    """Whether 「記一筆」 opens the message, whatever it says of changes."""
    return "add" in said and reading.folded.startswith(("记", "帮我记", "log", "补", "加"))


def _question(
    reading: Reading, conditions: Conditions, tools: Tools, before: LogQuery | None
) -> LogQuery | None:
    plain = without_asides(reading.text)
    if plain != reading.text:
        reading = tools.read(plain)
    asked = words.find("log_asks", reading.folded, reading.lower)
    own = "personal" in reading.cues
    folded = blank(fold(reading.text), [(name.start, name.end) for name in reading.names])
    first = bool(_OWN.search(folded) or (reading.days and _PAST_DEED.search(folded)))
    first = first or bool(_OWN_HARDEST.search(folded))
    asks_log = before is not None and before.ask not in ACTIONS
    leans = not _OWN.search(folded) or _THAT_TIME.search(folded)
    if asks_log and leans and not reading.of_kind("route"):
        further = follow_up(reading, conditions, tools, before, asked)
        if further is not None:
            return further
    implicit = _implicit(asked, reading, conditions, folded)
    deeds = (
        _OWN_DEEDS.search(folded)
        or _OWN_BEST.search(folded)
        or ("compare" in asked and bool(reading.days))
    )
    tips = _TIPS.search(folded) and not _LOG_SAID.search(folded)
    tips = tips or (before is None and wanted(reading)["none"] >= _BEYOND_DOUBT)
    if tips or (before is None and not (first and deeds) and _clearly_not_of_log(reading)):
        return None
    clear = _clearly_of_log(reading, conditions, first=first)
    if not own and not implicit and not clear and not (first and deeds):
        return follow_up(reading, conditions, tools, before, asked)
    if not own and not clear and _about_now(reading, asked, implicit=implicit):
        return None
    if _tells(reading, tools) and not (_ASKS.search(folded) or _surely_asks(wanted(reading))):
        return None
    return question(reading, conditions, tools, asked)


_THAT_TIME = pattern(
    r"那(?:一)?(?:個)?(?:月|年|週|天|時候)|當[月年週天]|同一個?(?:月|年|週|天)|其中|裡面"
)
"""Means the days of the question before."""
_TIPS = pattern(
    r"要(?:準備|注意|帶|穿|租|多少錢)|該注意|\badvice\b|\btips?\b|what (?:should|do) i bring"
    r"|岩鞋|\bshoes?\b|\bshould i know\b"
)
_LOG_SAID = pattern(r"紀錄|記錄|日誌|(?<![a-z])(?:log|logbook)(?![a-z])")


def _clearly_of_log(reading: Reading, conditions: Conditions, *, first: bool) -> bool:
    """Whether the examples say that something is asked of the log."""
    del conditions
    near = wanted(reading)
    asks = sum(share for ask, share in near.items() if ask not in NO_QUESTIONS)
    if first:
        best = max(near[ask] for ask in near if ask not in NO_QUESTIONS)
        return asks >= _LIKELY or best >= max(near["none"], _AS_LIKELY)
    return asks >= _MORE_LIKELY and len(reading.plain) >= _WORDS


def _clearly_not_of_log(reading: Reading) -> bool:
    """Whether the examples say that it only sounds like a question to the log."""
    return wanted(reading)["none"] >= _SURELY


_MORE_LIKELY, _WORDS = 0.6, 5
"""What it takes where nobody speaks of himself: 「next」 alone is nothing of a log."""
_BEYOND_DOUBT = 0.9
_UNSURE = 0.5
_AS_LIKELY = 0.45
_UNLIKELY = 0.15
_LIKELY = 0.6
_SURELY = 0.8
_OWN_HARDEST = pattern(r"最[難硬高](?:的)?(?:完攀|送|爬|flash|os|rp|onsight)過")
_PAST_DEED = pattern(r"(?:爬|完攀|送|試|去|flash|rp|os|抱|記)(?:過|了)(?!人)")
"""With a day it is told of oneself, also without 「我」."""


def _implicit(
    asked: tuple[str, ...], reading: Reading, conditions: Conditions, folded: str
) -> bool:
    """Whether it is about a log although it does not say whose."""
    if asked and asked[0] in _MANAGED:
        return True
    if conditions.gym_fields or _CATALOGUE.search(folded):
        return False
    climbed = _CLIMBED.search(folded) is not None
    described = _described(reading, conditions) and not _next_there(reading, conditions, folded)
    return bool(
        set(asked) & _IMPLICIT
        or ("compare" in asked and len(reading.days) > 1)
        or ("recommend" in asked and _NEXT.search(folded) and not described)
        or ("last" in asked and _LAST.search(folded))
        or ("days" in asked and reading.days and climbed)
        or ("count" in asked and climbed and _gone_by(reading) and not described)
        or ("volume" in asked and climbed)
    )


def _gone_by(reading: Reading) -> bool:
    """Whether it tells of days that have begun, and not of what could be done on them."""
    return bool(reading.days) and not _COULD.search(fold(reading.text))


_COULD = pattern(r"可以|能|開放|適合|明|後天|下[週周個]|(?<![a-z])(?:can|could|open)(?![a-z])")


def _about_now(reading: Reading, asked: tuple[str, ...], *, implicit: bool) -> bool:
    """Whether it is about today's conditions, other people or advice, and not about a log."""
    recommends = asked[:1] == ("recommend",) and not implicit
    harmless = {"compare"} if recommends else {"compare", "recommend"}
    return bool(reading.cues & (_NOT_NOW - harmless))


_MANAGED = frozenset({"erase", "about_me", "import", "export"})
_CLIMBED = pattern("爬|完攀")
_NEXT = pattern(
    r"(?:推薦|建議|給)我?下一[條步]|下一[條步](?:該|要|可以|能|我)?(?:爬|試|練|挑戰)|我(?:可以|"
    r"該|應該|能)(?:去)?(?:試|爬|挑戰)(?:哪|什麼)"
    r"|我[^，。]{0,10}下一[條步]|挑戰更難|該爬哪|我接下來"
    r"|(?:what|which).{0,20}should i (?:climb|try|project|"
    r"get on) next|my next (?:project|route|climb|step|goal)"
)


def _next_there(reading: Reading, conditions: Conditions, folded: str) -> bool:
    """「霧鳴岬我下一條爬什麼」: one's own next step, only that it be there."""
    placed = bool(reading.of_kind("crag", "area", "sector")) and not reading.of_kind("route", "gym")
    says = conditions.grades or conditions.types or conditions.styles or reading.unknown
    return placed and not says and bool(_OWN.search(folded))


def _described(reading: Reading, conditions: Conditions) -> bool:
    """Whether it says which routes: then the catalogue is asked, not the log."""
    return bool(reading.names or reading.unknown or conditions.narrows_routes)


_LAST = pattern(
    r"(?:上次|上一次|最後一次|最近一次)(?:去|爬|到|在|試|完攀|送)|last time (?:at|on|i)|多久沒"
)
_OWN_BEST = pattern(
    r"^(?!.*(?:想|推薦|建議|找|要|該|可以|能爬))(?:.*我)[^，。]{0,10}最[難高強](?:的)?"
    r"(?:爬|是|到|完攀)*(?:幾|多少|哪|什麼)"
)
_OWN_DEEDS = pattern(
    r"第一[次條個題]|首次|還沒爬|沒爬過|去最多|my first|紅點|掛過|給過|都去哪|多久沒|"
    r"上一次|上次|最近一次|最後一次|improving|getting better|送掉|送了|有送|試了|爬最多|"
    r"最多天|最常|常去|進步|爬過|完攀|爬了|送過|試過|紀錄|log|project|"
    r"去過|爬到|flash|onsight|rp|os|"
    r"上了|上過|爬掉|拿下|搞定|花最|花了|磨|打了|主場|去了|去哪|待最|跑哪|跑最|泡在|"
    r"成功|下一條|下一步|下個目標|適合我|程度|挑戰"
    r"|\b(?:climbed|sent|tried|flashed|ticked|redpointed|onsighted|logbook|next (?:project|step|"
    r"goal|route)|been to)\b"
)


_CLOSED = frozenset(
    {"add", "edit", "delete", "undo", "remember", "forget", "others", "confirm", "cancel"}
)
"""What no question leans on."""


def follow_up(
    reading: Reading,
    conditions: Conditions,
    tools: Tools,
    before: LogQuery | None,
    asked: tuple[str, ...],
) -> LogQuery | None:
    """「那去年呢」「只算先鋒」 after a question to the log."""
    if before is None or before.ask in _CLOSED:
        return None
    return followed(reading, conditions, tools, before, asked)


def _statement(reading: Reading, tools: Tools, wants: Mapping[str, float]) -> LogQuery | None:
    """「今天 A RP、B flash」: climbing told without asking for anything."""
    if _ASKS.search(fold(reading.text)):
        return None
    if reading.cues & _NOT_NOW and wants["add"] < _LIKELY:
        return None
    return change_of(reading, tools, "add") if _tells(reading, tools) else None


def _tells(reading: Reading, tools: Tools) -> bool:
    told = read_entries(reading, tools.names, tools.gazetteer, tools.today)
    return any(_is_told(told, at) for at in range(len(told.entries)))


def _is_told(told: Told, at: int) -> bool:
    entry = told.entries[at]
    result = entry.ascent.result in _STRICT and "result" in entry.told
    if not result:
        return False
    dated = entry.ascent.day is not None or told.just_now
    by_name = bool(entry.route_ids) and (dated or entry.ascent.result != "send")
    counted = not entry.ascent.route_name and bool(entry.ascent.grade or entry.ascent.colour)
    return by_name or (dated and (counted or bool(entry.ascent.route_name)))
