"""Slips of the ear in the words of questions: 「南度」 for 難度, 「那條最難」 for 哪條.

Every slip is as long as what it stands for, so that places in the text stay where they were.
"""

from __future__ import annotations

import re

_HEARD = {
    "難度": "南度 男度 難渡 难渡 難肚",
    "幾級": "幾極 幾及 幾集 幾積 幾雞",
    "岩館": "岩管 言館 鹽館 岩舘 炎館",
    "岩場": "延場 言場 岩廠 鹽場",
    "抱石": "保石 報石 抱時 包石",
    "先鋒": "先峰 先烽 仙鋒",
    "快扣": "快釦 塊扣 快叩",
    "首攀": "首潘 手攀 守攀",
    "路線": "路現 錄線 露線 路缐",
    "票價": "漂價 票駕 票加 票架",
    "推薦": "推建 推見 推健",
    "運攀": "運盤 韻攀 孕攀",
    "傳攀": "傳盤 船攀 轉攀",
    "攀岩": "攀言 攀延 潘岩 盤岩",
    "確保": "確寶 卻保 確報",
    "公尺": "公呎 工尺",
    "電話": "店話 電畫",
    "地址": "地只 地指 弟址",
    "營業": "營頁 迎業 盈業",
}
_SLIPS = {slip: word for word, slips in _HEARD.items() for slip in slips.split()}
_SLIP = re.compile("|".join(map(re.escape, _SLIPS)))
_WHICH = re.compile("那(?=一?[條间間條家個个區区座面题題]最)")


def mended(text: str) -> str:
    """The text with the words of questions written as they should be."""
    return _WHICH.sub("哪", _SLIP.sub(lambda match: _SLIPS[match[0]], text))
