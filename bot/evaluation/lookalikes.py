"""Characters that people take for one another: by sound and by shape."""

from __future__ import annotations

from functools import cache
from typing import Final

from pypinyin import Style, lazy_pinyin

_GROUPS: Final = [
    "己已巳",
    "未末",
    "士土",
    "人入",
    "天夫",
    "日曰目",
    "大太犬",
    "千干于",
    "王玉主",
    "牛午",
    "白自百",
    "石右",
    "木本",
    "水永冰",
    "小少",
    "手毛",
    "刀力",
    "田由甲申",
    "鳥烏",
    "風鳳",
    "門問間",
    "月用",
    "山出",
    "龍籠",
    "壁璧",
    "海悔",
    "崖涯",
    "谷俗",
    "貓描",
    "狗拘",
    "魚漁",
    "蝴糊",
    "燈橙",
    "塔搭",
    "雲曇",
    "霧露",
    "雷雪",
    "星晶",
    "晴睛",
    "清青情",
    "快塊",
    "岩宕",
    "巖嚴",
    "洞侗",
    "牆檣",
    "角甬",
    "橋僑",
    "橘桔",
    "樹澍",
    "花化",
    "草早",
    "葉業",
    "果菓",
    "夢萝",
    "黑墨",
    "紅紀",
    "綠緣",
    "藍籃",
    "銀根",
    "銅洞",
    "鐵鉄",
    "金全",
    "火灰",
    "光先",
    "明朋",
    "春舂",
    "夏复",
    "秋愁",
    "冬終",
    "早旱",
    "晚免",
    "左佐",
    "上土",
    "下卞",
    "東束",
    "西酉",
    "南喃",
    "北比",
    "心必",
    "頭顛",
    "眼眠",
    "耳且",
    "口囗",
    "舌古",
    "足是",
    "身射",
    "老考",
    "少步",
    "男勇",
    "女安",
    "子孑",
    "父交",
    "母毋",
    "兄兒",
    "弟第",
    "友反",
    "客容",
    "主住",
    "孤狐",
    "獨濁",
    "勇湧",
    "怕柏",
    "笑芙",
    "哭器",
    "走足",
    "跑跪",
    "飛非",
    "爬把",
    "跳眺",
    "攀樊",
    "抱包",
    "拉垃",
    "推堆",
]


def same_sound(char: str) -> str:
    """Frequent characters that sound exactly like this one."""
    if not "\u4e00" <= char <= "\u9fff":
        return ""
    same = _by_sound().get(lazy_pinyin(char, style=Style.TONE3)[0], "")
    return same.replace(char, "")


@cache
def _by_sound() -> dict[str, str]:
    sounds: dict[str, str] = {}
    # the first plane of Big5 holds the 5,401 frequent characters
    for lead in range(0xA4, 0xC7):
        for trail in (*range(0x40, 0x7F), *range(0xA1, 0xFF)):
            char = bytes([lead, trail]).decode("big5", errors="ignore")
            if len(char) == 1 and "\u4e00" <= char <= "\u9fff":
                sound = lazy_pinyin(char, style=Style.TONE3)[0]
                sounds[sound] = sounds.get(sound, "") + char
    return sounds


@cache
def look_alikes() -> dict[str, str]:
    """Character -> the characters that look alike."""
    return {char: group.replace(char, "") for group in _GROUPS for char in group}
