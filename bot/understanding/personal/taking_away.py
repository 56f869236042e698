"""Requests to undo a change or to delete an entry, by what they point at and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.understanding.personal.edits import corrects_an_entry, new_values
from bot.understanding.personal.scanning import blank, fold, pattern

if TYPE_CHECKING:
    from bot.understanding.personal.tools import Tools
    from bot.understanding.reading import Reading

_SHORT = 40
_UNDOES = pattern(
    r"復原|還原|反悔|取消(?=[^，。]{0,8}(?:修改|變更|更動|動作|操作|改動|更改))|回復|恢復|撤銷|"
    r"撤回|收回|退回|倒回|"
    r"(?:修改|變更|更動|動作|操作|改動|更改)[^，。]{0,3}(?:取消|撤)|"
    r"(?:刪|砍|清|丟)(?:掉)?的?[^，。]{0,6}(?:還我|還給我|救回來|拿回來|要回來|找回來)|救回來|"
    r"(?:回到|變回|改回)[^，。]{0,4}(?:之前|以前|前|原本|原來|原樣|上一)"
    r"|\b(?:undo|revert|roll(?:ed)? back|take (?:it|that|this|my .{0,16}) back|take back|"
    r"put .{0,20} back|go back)\b"
)
_A_CHANGE = pattern(
    r"剛|上一|最近|上次|前一|最後|改|動作|操作|變更|更動|原本|原來|原樣|這一?步|那一?步|一下$"
    r"|\b(?:last|latest|change[sd]?|edit\w*|step|just|it|that|this|was|before)\b|undo"
)
_THROWS = pattern(
    r"刪|砍(?!掉一條)|清掉|移除|拿掉|去掉|取消掉|丟掉|丟了|扔|作廢|不用留|不留|撤掉|當我沒[說記]|"
    r"不要(?!.*改)|不算數"
    r"|\b(?:delete|remove|erase|scrap|ditch|drop|trash|bin|nuke|kill|discard|get rid of|"
    r"(?:take|get|pull) .{0,32} (?:off|out of|from) my|toss|strike|scratch)\b"
)
_POINTS = pattern(
    r"筆|剛剛|剛才|剛那?[條筆記登存寫打加輸]|上一[條個]|最後[那一]?[條個]|最近[那一]?[條個]|"
    r"[的]?(?:紀錄|記錄)|日誌"
    r"|\b(?:entry|tick|logs?|logbook|(?:last|latest|newest) (?:one|thing|climb|send|route)|"
    r"(?:i|i've) (?:just )?(?:logged|added|entered|made|put))\b"
)


def takes_back(reading: Reading, tools: Tools) -> bool:
    """Whether the last change is to be undone, in whatever words."""
    folded = fold(reading.text)
    if len(reading.plain) > _SHORT or reading.of_kind("route") or not _UNDOES.search(folded):
        return False
    return bool(_A_CHANGE.search(folded)) and new_values(reading, tools) is None


def throws_away(reading: Reading, tools: Tools) -> bool:
    """Whether an entry is pointed at that is to go, and nothing is to become of it."""
    folded = blank(fold(reading.text), [(name.start, name.end) for name in reading.names])
    if not (_THROWS.search(folded) and _POINTS.search(folded)) or _ALL_OF_IT.search(folded):
        return False
    return not corrects_an_entry(reading, tools) or bool(_ONLY_GOES.search(folded))


_ALL_OF_IT = pattern(
    r"所有|全部|一切|通通|整本|\b(?:all|everything|every|entirely|whole|completely)\b"
)
_ONLY_GOES = pattern(r"(?:刪|砍|清掉|移除|拿掉)(?:了|掉|除|一刪|一下|吧|喔|啦|謝謝)*[。.!！]?$")
