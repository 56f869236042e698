"""Slips of the ear in the words of questions: 「南度」 for 難度, 「那條最難」 for 哪條.

Every slip is as long as what it stands for, so that places in the text stay where they were.
"""

from __future__ import annotations

import re

_HEARD = {
    "難度": "南度 男度",
    "幾級": "幾極 幾積 幾雞",
    "岩館": "岩管 言館",
    "岩場": "延場 言場",
    "抱石": "報石",
    "先鋒": "先峰 先烽",
    "快扣": "快釦 塊扣 快叩",
    "首攀": "首潘",
    "票價": "漂價",
    "推薦": "推建 推見 推健",
    "運攀": "運盤 韻攀",
    "傳攀": "傳盤 船攀",
    "攀岩": "攀言 攀延 潘岩",
    "確保": "確寶",
    "公尺": "公呎",
    "電話": "店話",
    "地址": "弟址",
    "營業": "營頁 迎業",
}
"""Only slips that stand inside no other words: 「路現」 would be found in 「路現在」."""
_SLIPS = {slip: word for word, slips in _HEARD.items() for slip in slips.split()}
_SLIP = re.compile("|".join(map(re.escape, _SLIPS)))
_WHICH = re.compile("那(?=一?[條间間條家個个區区座面题題]最)")


_GLUED = re.compile(
    r"(?<=[\u3400-\u9fff])(?<![年月日號号第到至和跟與与或及從从點点半上下午晚早晨中夜])"
    r"(?=[01]?\d(?:/[0-3]?\d(?![\d/])|月)|[0-2]?\d(?:[:：][0-5]\d|[點点](?!\d)))"
)
"""A day or a time in figures right behind a word: 「浮島1/1有開嗎」."""


def parted_days(text: str) -> str:
    """The text with a space before a day or a time that is written right behind a name."""
    return _GLUED.sub(" ", text)


def mended(text: str) -> str:
    """The text with the words of questions written as they should be."""
    return _WHICH.sub("哪", _SLIP.sub(lambda match: _SLIPS[match[0]], text))
