"""Requests to write down, change or take away, and climbs that are told without asking."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from bot.personal import ACTIONS, Edit, LogQuery
from bot.understanding import words
from bot.understanding.personal.asks import CHANGES, MANAGED
from bot.understanding.personal.changes import change_of
from bot.understanding.personal.edits import corrects_an_entry, deletes_too, edited, new_values
from bot.understanding.personal.entries import read_entries
from bot.understanding.personal.filters import without_asides
from bot.understanding.personal.scanning import blank, fold, pattern
from bot.understanding.personal.slots import tells_of_results
from bot.understanding.personal.taking_away import takes_back, throws_away
from bot.understanding.personal.targets import targeted
from bot.understanding.personal.unseen import unseen
from bot.understanding.personal.values import cleared

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.understanding.personal.entries import Told
    from bot.understanding.personal.tools import Tools
    from bot.understanding.reading import Reading

_ASKS = pattern(
    r"[?？]|嗎|呢$|什麼|哪|幾(?:級|條|次|把|天|點|個|筆|週|趟)|多少|多難|如何|怎|是不是|有沒有|"
    r"可以爬|能爬|推薦|建議|比較|誰|差別|意思|列出|給我看|想知道|告訴我|介紹|為什麼"
    r"|(?:過|了|掉|完|起來|下來|上去)了?沒有?[啊呀呢喔欸]?\s?$"
    r"|^\s?(?:(?:so|and|hey|hi|ok),? )?(?:what|which|how|is|are|can|could|does|who|where|when|why|"
    r"should|recommend|show|list|tell)\b"
    r"|^\s?(?:(?:so|and|hey|hi|ok),? )?(?:do|did|have|has|had) (?:i|you|we|he|she|they|it|my|the|"
    r"any|anyone|somebody|someone)\b"
)
_STRICT = frozenset(
    {"onsight", "flash", "redpoint", "pinkpoint", "attempt", "hangdog", "send", "repeat", "clean"}
)
NOT_NOW = frozenset(
    {"emergency", "medical", "live", "community", "safe", "define", "recommend", "compare"}
)
_LIKELY, _UNLIKELY = 0.6, 0.15
_NEARLY, _TWICE = 0.35, 2.0
"""Likelihood from which a request is believed that is twice as likely as anything else."""
_SAFE_ALONE = frozenset({"confirm", "cancel"})


def asks(text: str) -> bool:
    """Whether something is asked; a request that is only put politely asks nothing."""
    folded = fold(text)
    plain = _POLITELY.sub("，", folded)
    return bool(_ASKS.search(folded if plain == folded else plain.rstrip("?？ ")))


_DO = "(?:記(?!得)|補|登|存|加|寫|改(?!變)|刪|移除|拿掉|更正|更新|修正|復原|還原|收|放|標|設)"
_POLITELY = pattern(
    rf"(?:是不是|可不可以|能不能|可以|可否|能|方便|好不好|有辦法)(?:請?你?|麻煩你?)?(?:幫我|幫忙|替我)?"
    rf"[^，,。?？]{{0,4}}{_DO}[^，,。?？]{{0,10}}?(?:嗎|吧|呢)?[?？]?$"
    rf"|(?:是不是|可不可以|能不能|可以|可否|能|方便)(?:請你?|麻煩你?)?(?:幫我|幫忙|替我)"
    rf"(?=[^，,。?？]{{0,20}}{_DO})"
    r"|(?:好嗎|可以嗎|行嗎|好不好|ok嗎)[?？]?$"
    r"|\b(?:can|could|would|will) (?:you|i|we|u)(?: please| pls)?"
    r"(?= (?:put|log|add|record|note|save|enter|write|mark|change|delete|remove|edit|fix|correct|"
    r"make|set|update|undo|revert|take|switch|turn|erase|ditch|scrap|drop|rate|move)\b)"
    r"|\b(?:ok|please|pls|thanks)\?$"
)
"""「可以幫我記嗎」「could you log」: said to be polite."""


def actions(reading: Reading) -> set[str]:
    """What the tables of words say is wanted of the log."""
    return set(words.find("log_actions", reading.folded, reading.lower))


def requested(
    reading: Reading, tools: Tools, before: LogQuery | None, wants: Mapping[str, float]
) -> LogQuery | None:
    """A change that the message asks for, in whatever words."""
    said = actions(reading) - _SAFE_ALONE
    asking = asks(reading.text)
    if not asking and takes_back(reading, tools):
        return LogQuery("undo")
    if not asking and throws_away(reading, tools):
        return _deleted(reading, tools)
    structural = (
        not said & {"delete", "undo"}
        and not _is_new(said, reading)
        and not asking
        and corrects_an_entry(reading, tools)
    )
    asked_before = before is not None and before.ask not in ACTIONS | {"confirm"}
    if asked_before and _SWITCHES.search(fold(reading.text)) and not _is_entry(reading):
        # 「改成去年」 after a question changes the question
        return None
    if structural:
        return edited(reading, tools)
    if _goes_on_correcting(reading, tools, before):
        return edited(reading, tools, latest=True)
    return _learned_change(reading, tools, wants) or _change(reading, tools, before, wants)


_SWITCHES = pattern(r"^(?:那)?(?:改|換)(?:成|為|看|問|算)?[^，。]{1,10}$")


def _is_entry(reading: Reading) -> bool:
    return bool(reading.of_kind("route") or _ONE_ENTRY.search(fold(reading.text)))


def _goes_on_correcting(reading: Reading, tools: Tools, before: LogQuery | None) -> bool:
    """Whether what was just saved is corrected: 「啊是昨天」 behind 「確認」."""
    if before is None or before.ask != "confirm" or asks(reading.text):
        return False
    folded = fold(reading.text)
    routes = reading.of_kind("route") and not reading.denied
    if len(folded) > _SHORT or routes or not _CORRECTS.search(folded):
        return False
    return new_values(reading, tools) is not None


_CORRECTS = pattern(
    r"等等|等一下|啊|不對|不是|其實|應該|更正|我是說|說錯|講錯|記錯|打錯|是"
    r"|\b(?:no|wait|oops|sorry|actually|i mean[t]?|correction|it was|should|make it|not)\b"
)


def _learned_change(reading: Reading, tools: Tools, wants: Mapping[str, float]) -> LogQuery | None:
    """A request for a change in words that are like an example."""
    ask = max(wants, key=lambda each: (wants[each], each))
    others = max((share for each, share in wants.items() if each not in CHANGES), default=0.0)
    nearly = wants[ask] >= _NEARLY and wants[ask] >= _TWICE * others and not asks(reading.text)
    nearly = nearly and ask not in {"delete", "undo"}
    if ask not in CHANGES or not (wants[ask] >= _LIKELY or nearly):
        return None
    if ask == "undo":
        return LogQuery("undo")
    if ask == "delete":
        return _deleted(reading, tools)
    if ask == "edit":
        return edited(reading, tools) if _names_an_entry(reading) else None
    if ask in {"todo", "project"}:
        kind: Literal["todo", "project"] = "todo" if ask == "todo" else "project"
        wish = change_of(reading, tools, kind)
        return wish if "route" not in wish.missing else None
    new = change_of(reading, tools, "add")
    return new if any(each.route_ids for each in new.entries) and not new.missing else None


def _change(
    reading: Reading, tools: Tools, before: LogQuery | None, wants: Mapping[str, float]
) -> LogQuery | None:
    """A request to write down, change or take away, in words of the tables."""
    said = set[str]() if surely_asks(wants) else actions(reading) - _SAFE_ALONE
    asked = words.find("log_asks", reading.folded, reading.lower)
    if not said or (asked and asked[0] in MANAGED):
        return None
    if "add" in said and without_asides(reading.text) != reading.text:
        return None
    if "undo" in said and len(reading.plain) <= _SHORT:
        return LogQuery("undo")
    asking = asks(reading.text)
    if "delete" in said and not asking:
        return _deleted(reading, tools)
    goes_on = before is not None and before.ask not in ACTIONS and before.ask != "confirm"
    if goes_on and not reading.of_kind("route") and not _ONE_ENTRY.search(fold(reading.text)):
        said -= {"edit"}
    if "edit" in said and not _is_new(said, reading) and _names_an_entry(reading):
        return edited(reading, tools)
    return _new_entry(
        said, reading, tools, asks=asking and (bool(asked) or not _is_new(said, reading))
    )


def _deleted(reading: Reading, tools: Tools) -> LogQuery:
    """Entries to be deleted; where only a field of one is meant, that field is emptied."""
    folded = fold(reading.text)
    seen = (*reading.names, *reading.denied)
    free = blank(folded, [(name.start, name.end) for name in seen])
    seen += unseen(reading.text, free, tools.names, tools.gazetteer) if seen else ()
    named = sorted(seen, key=lambda name: name.start)
    routes = tuple(dict.fromkeys(name.ids for name in named if name.kind == "route"))
    if cleared(folded) or (len(routes) > 1 and deletes_too(folded)):
        return edited(reading, tools)
    target = targeted(reading, tools)
    if len(routes) < 2 or target.filter.windowed or target.filter.placed:
        return LogQuery("delete", target=target)
    each = [
        replace(target, filter=replace(target.filter, route_ids=tools.names.as_lines(ids)))
        for ids in routes
    ]
    return LogQuery("delete", target=each[0], also=tuple(map(Edit, each[1:])))


def surely_asks(wants: Mapping[str, float]) -> bool:
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


def told(reading: Reading, tools: Tools, wants: Mapping[str, float]) -> LogQuery | None:
    """「今天 A RP、B flash」: climbing told without asking for anything."""
    if asks(reading.text):
        return None
    if reading.cues & NOT_NOW and wants["add"] < _LIKELY:
        return None
    return change_of(reading, tools, "add") if tells(reading, tools) else None


def tells(reading: Reading, tools: Tools) -> bool:
    """Whether a climb is told with how it went, and surely enough."""
    if not tells_of_results(fold(reading.text)):
        return False
    found = read_entries(reading, tools.names, tools.gazetteer, tools.today)
    return any(_is_told(found, at) for at in range(len(found.entries)))


def _is_told(found: Told, at: int) -> bool:
    entry = found.entries[at]
    result = entry.ascent.result in _STRICT and "result" in entry.told
    if not result:
        return False
    dated = entry.ascent.day is not None or found.just_now
    by_name = bool(entry.route_ids) and (dated or entry.ascent.result != "send")
    counted = not entry.ascent.route_name and bool(entry.ascent.grade or entry.ascent.colour)
    return by_name or (dated and (counted or bool(entry.ascent.route_name)))
