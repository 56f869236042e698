"""A request to change entries: which of them, and what they are to become."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from bot.ascents import Ascent
from bot.personal import Edit, Entry, LogQuery, Target
from bot.understanding.examples.wanted import is_word
from bot.understanding.personal.scanning import BLANK, blank, fold, pattern
from bot.understanding.personal.targets import LATEST, THAT, targeted
from bot.understanding.personal.values import EMPTY, Value, cleared, values
from knowledge.gazetteer import NameMention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.understanding.personal.tools import Tools
    from bot.understanding.reading import Reading

_INTO = pattern(
    r"(?:改|更正|修正|更新|換|設|調|變)(?:成|為|作|回|到)|改(?!一下|錯|掉|的|完)|更正|修正|換"
    r"|應該(?:是|算|要|寫|改)?|應為|其實(?:是|算|要)?|才是|實際上(?:是)?|事實上(?:是)?|要算|→|->|=>"
    r"|\b(?:to be|to|should (?:be|say|read|have been)|(?:was|is) (?:actually|really)|(?:it )?was"
    r"|(?:actually|really) (?:was|is)|into|as)\b"
)
_IS = pattern(
    r"(?:是|在|到|改|於|\bon|\bto|\bwas|\bit was|日期|應該|其實|"
    r"\bmeant|\bi mean)\s?(?:在|「|『|\")?$"
)
_OF_ENTRY = pattern(
    r"^\s?的?(?:那|這)?一?[筆條次個題]|^\s?的?(?:紀錄|記錄)|^['’]s\b|^\s(?:entry|log|tick|one)\b"
)
_FROM = pattern(r"(?:\bfrom|\bentry of|\blog of|\bof)\s?(?:the )?$")
_CLIMB_FIELD = pattern(
    r"(?:路線|名字|名稱|線名|\b(?:route|climb|name)\b)[^，,。]{0,6}(?:錯|改|換|wrong|should)"
)
_NEAR = pattern(r"^[\s「『“\"的爬了過]*$")
_DELETES = pattern(r"刪|移除|拿掉|去掉|砍|\b(?:delete|remove|scrap|drop)\b")
_NAMES = frozenset({"route", "named", "place"})
_PLAIN = frozenset({"send", "clean"})


_ENTRY = pattern(
    r"筆|紀錄|記錄|日誌|(?:剛剛|剛才|剛|最後|上一|最新|最近)[^，,。；;]{0,7}(?:[條個次題]|記的|登的|寫的|存的)"
    r"|\b(?:entry|tick|log(?:ged|book)?|"
    r"(?:last|latest|newest|most recent) (?:one|climb|route|send))\b"
)
_CORRECTS = pattern(
    r"改|更正|修正|更新|[打寫記搞弄講說選登填按]錯|手殘|誤|不對|不是|其實|正確|應該|才對|才是|換成|備註|評分|次數|"
    r"自評|星|個人難度"
    r"|\b(?:actually|should|change|correct(?:ion)?|fix|edit|update|set|switch|turn|mark|make|mislabel\w*|mistake|rate|"
    r"notes?(?! it| this| that| them| down)|wrong|not|mean|meant|instead|really|oops|amend)\b"
)


def corrects_an_entry(reading: Reading, tools: Tools) -> bool:
    """Whether it points at an entry, says that something of it is otherwise, and what."""
    folded = fold(reading.text)
    # a climb may be called like a correction: "Summer Night Notes"
    names = [(name.start, name.end) for name in (*reading.names, *reading.denied)]
    if not _CORRECTS.search(blank(folded, names)):
        return False
    found = values(reading, tools)
    bare = blank(folded, [(one.start, one.end) for one in found if one.field in _NAMES])
    new = [one for one in _new(folded, found) if one.field != "place" and not _is_vague(one)]
    if _ENTRY.search(bare):
        return bool(new or cleared(folded))
    if not any(one.field == "route" for one in found):
        return False
    # a climb alone may be one of the catalogue: it must be said what is wrong with the entry
    told = {one.field for one in new if one.field in _OF_LOG}
    denied = {one.field for one in found if one.denied}
    another = any(one.field == "route" for one in new)
    return bool((told or another) and _CHANGES.search(folded)) or bool(told & denied)


def _is_vague(one: Value) -> bool:
    """Whether it may be a word of the request: 「把那筆清掉」「還原最後一次修改」."""
    return one.value in _PLAIN or (one.field == "attempts" and one.value == 1)


_OF_LOG = frozenset({"result", "day", "attempts", "rating", "notes", "own_grade", "mode"})
_CHANGES = pattern(
    r"改(?!變)|更正|修正|[記寫打登填選按標]錯|才對|正確(?:的)?是|應該記"
    r"|\b(?:change|correct|fix|edit|update|mislabel\w*|i logged|should have been)\b"
)


@dataclass(frozen=True, slots=True)
class _Part:
    """One change of a message: where it stands, whose entries, and the values."""

    start: int
    end: int
    routes: tuple[NameMention, ...]
    new: tuple[Value, ...]


def edited(reading: Reading, tools: Tools, *, latest: bool = False) -> LogQuery:
    """An edit: the entries that are meant and their new values, one change after the other.

    Args:
        reading: The message, taken apart.
        tools: Names, calendar and a reader for parts of it.
        latest: Whether the entry that was just saved is meant, whatever it does not say.
    """
    text, folded = reading.text, fold(reading.text)
    found = [one for one in values(reading, tools) if not _is_said(one, folded)]
    empty = cleared(folded)
    parts = _parts(folded, found)
    if not empty and deletes_too(folded) and sum(len(part.routes) for part in parts) > 1:
        return LogQuery("edit", missing=("one_kind",))
    edits: list[Edit] = []
    for part in parts:
        entry = _entry(() if empty and _into(folded, found) is None else part.new, empty)
        whole = len(parts) == 1
        spans = [(one.start, one.end) for one in found if one in part.new or one.denied]
        spans = [s for s in spans if not _is_old_route(s, found)]
        spans += [(one.start, one.end) for one in values(reading, tools) if _is_said(one, folded)]
        kept = blank(text, spans).replace(BLANK, " ")
        kept = kept if whole else kept[part.start : part.end]
        target = Target(latest=True) if latest else _target(tools.read(kept), tools)
        edits += [Edit(_on(target, route, tools), entry) for route in part.routes] or [
            Edit(target, entry)
        ]
    first = edits[0]
    missing = () if all(one.new for one in edits) else ("value",)
    return LogQuery(
        "edit", target=first.target, new=first.new, also=tuple(edits[1:]), missing=missing
    )


def _is_said(one: Value, folded: str) -> bool:
    """Whether a climb is only a word where the last entry is meant: "no wait, make that …"."""
    if one.field != "route" or not LATEST.search(folded):
        return False
    return _mention(one).how == "english" and is_word(folded[one.start : one.end])


def deletes_too(folded: str) -> bool:
    """Whether one thing is to be deleted and another one changed."""
    return bool(_DELETES.search(folded) and _INTO.search(folded))


def _is_old_route(span: tuple[int, int], found: Sequence[Value]) -> bool:
    """Whether a climb that was ruled out is the entry that is meant: 「不是 A，是 B」."""
    denied = [one for one in found if one.field == "route" and one.denied]
    return any((one.start, one.end) == span for one in denied)


def _target(reading: Reading, tools: Tools) -> Target:
    target = targeted(reading, tools)
    if target.filter.route_ids or target.filter.names or target.filter.windowed:
        return replace(target, filter=replace(target.filter, results=(), grade=None))
    # what it says now is no part of which entry is meant
    bare = replace(target.filter, results=(), grade=None)
    return replace(target, filter=bare, latest=target.position is None)


def _on(target: Target, route: NameMention, tools: Tools) -> Target:
    ids = tools.names.as_lines(route.ids)
    return replace(target, filter=replace(target.filter, route_ids=ids), latest=False)


def _parts(folded: str, found: Sequence[Value]) -> list[_Part]:
    """The changes of a message: a climb after new values begins another one."""
    new = _new(folded, found)
    routes = [one for one in found if one.field == "route" and one not in new]
    groups: list[tuple[int, list[Value], list[Value]]] = [(0, [], [])]
    for one in found:
        _, own, said = groups[-1]
        if one in routes:
            if said and any(each.start > one.start for each in new):
                groups.append((one.start, [one], []))
            elif not any(each.value == one.value for each in own):
                own.append(one)
        elif one in new:
            said.append(one)
    ends = [start for start, _, _ in groups[1:]] + [len(folded)]
    return [
        _Part(start, end, tuple(_mention(one) for one in own), tuple(said))
        for (start, own, said), end in zip(groups, ends, strict=True)
    ]


def _mention(one: Value) -> NameMention:
    return cast("NameMention", one.value)


def _new(folded: str, found: Sequence[Value]) -> list[Value]:
    """The values that an entry is to become."""
    told = [one for one in found if not one.denied]
    into = _into(folded, told)
    new = [one for one in told if _is_new(one, folded, found, into)]
    if into is not None and not new:
        new = [one for one in told if one.field not in _NAMES]
    return new


def _into(folded: str, told: Sequence[Value]) -> tuple[int, int] | None:
    """The first word of change that has a value behind it."""
    for match in _INTO.finditer(folded):
        if any(one.start >= match.end() for one in told):
            inside = any(one.start < match.end() and match.start() < one.end for one in told)
            if not inside:
                return match.span()
    return None


def _is_new(one: Value, folded: str, found: Sequence[Value], into: tuple[int, int] | None) -> bool:
    if one.field == "notes":
        return True
    if one.field in {"route", "named"}:
        return _is_new_route(one, folded, found)
    behind = into is not None and one.start >= into[1]
    if one.field == "place":
        return behind and all(v.start < one.start or v.field == "place" for v in found)
    if one.field == "day" and into is None:
        return _is_new_day(one, folded, found)
    if one.field == "day" and _OF_ENTRY.search(folded[one.end :]):
        return False
    return behind or into is None


def _is_new_day(one: Value, folded: str, found: Sequence[Value]) -> bool:
    """Whether a day is when it was, and not the day of the entry that is meant: 「昨天那筆」."""
    if _OF_ENTRY.search(folded[one.end :]) or _FROM.search(folded[: one.start]):
        return False
    said = _IS.search(folded[: one.start]) or LATEST.search(folded)
    only = not any(v is not one and not v.denied and v.field != "route" for v in found)
    return bool(said or only)


def _is_new_route(one: Value, folded: str, found: Sequence[Value]) -> bool:
    """Whether a climb is what the entry should have been, and not which entry is meant."""
    before = folded[: one.start]
    others = [v for v in found if v.field == "route" and v is not one and v.start < one.start]
    points = LATEST.search(before) or THAT.search(before) or others
    if not points or one.denied:
        return False
    turns = list(_INTO.finditer(before))
    if _IS.search(before) or (turns and _NEAR.search(before[turns[-1].end() :])):
        return True
    values_behind = any(v.start > one.start and v.field not in _NAMES for v in found)
    return bool(turns and not values_behind and _CLIMB_FIELD.search(folded))


def _entry(new: Sequence[Value], empty: Sequence[str]) -> Entry | None:
    """The new values of an entry as one."""
    said: dict[str, object] = {}
    ids: tuple[str, ...] = ()
    guessed = False
    for one in new:
        if one.field == "place":
            place = _mention(one)
            kind = "gym" if place.kind == "gym" else "crag"
            said |= {kind: place.surface, f"{kind}_id": place.ids[0].split("/")[0]}
        elif one.field in _NAMES:
            name = _mention(one)
            said["route_name"], ids = name.surface, name.ids
            guessed = name.how in {"typo", "homophone", "partial"}
        elif one.field == "result" and said.get("result") not in {None, *_PLAIN}:
            continue
        elif one.field == "result" and one.value in _PLAIN and ("attempts" in said):
            # 「其實是第二把上的」 says how many, and that it was done is known
            continue
        else:
            said[one.field] = one.value
    if said.get("result") in _PLAIN and "attempts" in said:
        del said["result"]
    for field in empty:
        said[field] = getattr(EMPTY, field)
    if not said:
        return None
    return Entry(replace(Ascent(), **said), ids, frozenset(said), guessed)  # type: ignore[arg-type]


def new_values(reading: Reading, tools: Tools) -> Entry | None:
    """The values that a correction of something just shown names: 「不是今天是昨天」."""
    found = values(reading, tools)
    told = [one for one in found if not one.denied and one.field != "place"]
    into = _into(fold(reading.text), told)
    behind = [one for one in told if into is None or one.start >= into[1]]
    return _entry(behind or told, cleared(fold(reading.text)))
