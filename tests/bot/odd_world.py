"""Invented worlds whose names are what people really call routes: jokes, figures, plain words.

Drawn by a seed from the lists below, with the files of :mod:`finetune.invented`: names that are
sentences, climbing terms, days or facilities, that begin one another, hold a grade or an ``&``,
stand in several crags, or are English only; crags called like towns, a crag without areas, one
with a single route, walls numbered, several branches of one gym in one city.
"""

from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING, Any, Final

from finetune.invented import NameMaker
from finetune.invented.gyms import gym_file
from finetune.invented.routes import crag_file

if TYPE_CHECKING:
    from pathlib import Path

_ROUTES: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "sentence": (
        ("今天不想上班", "No Work Today"),
        ("媽媽叫我回家吃飯", "Dinner Time"),
        ("繩子忘在車上", "Rope in the Car"),
        ("誰偷喝我的豆漿", "Who Drank My Soy Milk"),
        ("老師我有問題", "Teacher, I Have a Question"),
        ("再試一次就好", "Just One More Go"),
        ("我只是路過", "Only Passing By"),
        ("都是你害的", "All Your Fault"),
        ("你先我後", "After You"),
        ("別問我多難", "Don't Ask How Hard"),
        ("明天再說", "Tomorrow Then"),
        ("差一點點", "So Close"),
        ("要不要吃宵夜", "Midnight Snack?"),
        ("為什麼是我", "Why Me"),
    ),
    "figure": (
        ("3 隻小豬", "Three Little Pigs"),
        ("5.10 的誘惑", "The 5.10 Temptation"),
        ("99 分", "Ninety-Nine Points"),
        ("24 小時不打烊", "Open 24 Hours"),
        ("1314", "1314"),
        ("第 2 次約會", "Second Date"),
        ("V3 的煩惱", "V3 Blues"),
        ("七號", "No. 7"),
        ("五月二十", "May Twenty"),
        ("三十而立", "Thirty and Standing"),
        ("0.1 公分", "0.1 cm"),
        ("一百零一次", "One Hundred and One Times"),
    ),
    "mixed": (
        ("Hello 小姐", "Hello Miss"),
        ("OK繃", "Band-Aid"),
        ("卡拉 OK", "Karaoke"),
        ("K 書中心", "Cram Room"),
        ("B 計畫", "Plan B"),
        ("Sorry 先生", "Mr. Sorry"),
        ("X 檔案夾", "X Folder"),
        ("T 恤", "T-Shirt"),
        ("媽佛 point", "Mafo Point"),
    ),
    "term": (
        ("長裂隙", "Long Crack"),
        ("動態", "Dyno"),
        ("側拉", "Sidepull"),
        ("煙囪", "Chimney"),
        ("大屋簷", "Big Roof"),
        ("天花板", "Ceiling"),
        ("凹角", "Corner"),
        ("掛膝", "Kneebar"),
        ("快扣不夠", "Out of Draws"),
        ("岩鞋太小", "Shoes Too Small"),
        ("入門", "Beginner"),
        ("不要裝 bolt", "No Bolts Please"),
    ),
    "word": (
        ("廁所", "Toilet"),
        ("停車場", "Car Park"),
        ("星期天", "Sunday"),
        ("中秋節", "Moon Festival"),
        ("昨天", "Yesterday"),
        ("早上八點", "Eight in the Morning"),
        ("等一下", "Wait a Minute"),
        ("休息", "Rest"),
        ("回頭", "Turn Back"),
        ("試試看", "Have a Try"),
        ("放空", "Daydreaming"),
        ("好久不見", "Long Time No See"),
        ("失眠", "Sleepless"),
        ("你好", "Hello"),
        ("回家", "Going Home"),
        ("簡單", "Easy"),
        ("很難", "Hard"),
        ("岩友", "Climbing Friend"),
    ),
    "family": (
        ("雲梯", "Cloud Ladder"),
        ("雲梯二", "Cloud Ladder 2"),
        ("雲梯左", "Cloud Ladder Left"),
        ("雲梯變化線", "Cloud Ladder Variation"),
        ("上雲梯", "Up the Cloud Ladder"),
        ("貓", "Cat"),
        ("貓頭", "Cat Head"),
        ("貓頭鷹的眼", "Owl Eye"),
        ("大貓頭", "Big Cat Head"),
        ("紅豆", "Red Bean"),
        ("紅豆湯", "Red Bean Soup"),
        ("紅豆湯加湯圓", "Red Bean Soup with Dumplings"),
        ("海豚一號", "Dolphin One"),
        ("海豚二號", "Dolphin Two"),
    ),
    "english": (
        ("Don't Panic!", ""),
        ("Rice & Roll", ""),
        ("Who's There?", ""),
        ("It's Only a Gecko", ""),
        ("Mr. Gecko's Lunch", ""),
        ("Wait, What?", ""),
        ("B-Side", ""),
        ("Caramel Latté", ""),
        ("Oops!", ""),
        ("The One", ""),
        ("Are We There Yet", ""),
        ("Left or Right", ""),
        ("A Walk in the Rain", ""),
        ("Home Alone Again", ""),
        ("Nobody", ""),
        ("Plan C", ""),
    ),
    "slang": (
        ("超派的", "Super Nasty"),
        ("母湯喔", "Don't You Dare"),
        ("傻眼貓咪", "Dumbfounded Kitty"),
        ("是在哈囉", "Are You Kidding"),
        ("歐北爬", "Climb Anyhow"),
        ("厚唷", "Geez"),
        ("丸子三兄弟", "Three Dumpling Brothers"),
        ("暈船", "Seasick"),
        ("已讀不回", "Left on Read"),
        ("芭樂汁", "Guava Juice"),
        ("阿凱的線", "Kai's Line"),
        ("蝦米碗糕", "What the Cake"),
        ("電火球", "Ball of Lightning"),
        ("尾刀", "Last Hit"),
    ),
}
"""By the kind of name."""
_SHARED: Final = (("熱身", "Warm Up"), ("無名線", "Nameless"), ("鐵線蕨", "Maidenhair"))
"""Stand in every large crag."""
_CRAGS: Final = (
    ("復興", "Fuxing"), ("新城", "Xincheng"), ("大同岩場", "Datong"), ("月眉", "Yuemei"),
    ("北壁灣", "Northern Wall Bay"), ("二號橋", "Bridge No. 2"), ("後山", "Back Hill"),
    ("石頭公", "Stone Lord"), ("Echo Gully", ""), ("青草湖", "Grass Lake"),
)  # fmt: skip
_AREAS: Final = (
    ("第一面", "First Face"), ("第二面", "Second Face"), ("A 區", "Sector A"),
    ("B 區", "Sector B"), ("北壁", "Northern Wall"), ("主牆", "Main Wall"),
    ("入口", "Entrance"), ("天空", "Sky"), ("左岸", "Left Bank"), ("右岸", "Right Bank"),
    ("小溪", "Creek"), ("下層", "Lower Tier"), ("上層", "Upper Tier"),
    ("停車場岩", "Car Park Rock"),
    ("Sunset Block", ""), ("海豚洞", "Dolphin Cave"),
)  # fmt: skip
_GYMS: Final = (
    ("跳跳抱石-內湖店", "Jump Jump Neihu"), ("跳跳抱石-萬華店", "Jump Jump Wanhua"),
    ("跳跳抱石-文心店", "Jump Jump Wenxin"), ("Grip & Grin", ""), ("The Burrow", ""),
    ("BLOK 9", ""), ("今天攀岩館", "Today Climbing"), ("好 high 抱石館", "So High Bouldering"),
    ("山腳攀岩中心", "Foothill Climbing Center"), ("岩來是你", "So It Is You"),
)  # fmt: skip
_ONE_CITY: Final = {"city": "台北市", "district": "內湖區", "region": "北部"}
_PEOPLE: Final = ("Terence", "阿凱", "老王", "Ms. Lin", "小丸子", "電火球")
"""Some are called as a route is, or as anybody."""


class OddNames(NameMaker):
    """Draws names of every kind in turn; with the words of the parent when a list is used up."""

    def __init__(self, rng: Random) -> None:
        super().__init__(rng)
        self._draw = rng
        kinds = [rng.sample(names, len(names)) for names in _ROUTES.values()]
        self._routes = [
            kind[at] for at in range(max(map(len, kinds))) for kind in kinds if at < len(kind)
        ]
        self._routes.reverse()
        self._crags, self._areas, self._gyms = (
            rng.sample(names, len(names)) for names in (_CRAGS, _AREAS, _GYMS)
        )

    def route(self) -> tuple[str, str]:
        """A route's Chinese and English name."""
        return self._routes.pop() if self._routes else super().route()

    def crag(self) -> tuple[str, str]:
        """A crag's names."""
        return self._crags.pop()

    def area(self) -> tuple[str, str]:
        """An area's names."""
        return self._areas.pop()

    def gym(self) -> tuple[str, str]:
        """A gym's names."""
        return self._gyms.pop()

    def person(self) -> str:
        """Somebody who put routes up."""
        return self._draw.choice((*_PEOPLE, super().person()))


def write_odd_world(folder: Path, seed: int) -> None:
    """Four crags and six gyms; the same seed makes the same bytes."""
    rng = Random(seed)  # noqa: S311 - drawn anew, not secret
    names = OddNames(rng)
    for index in range(4):
        content = crag_file(f"odd{index}", names, rng, invented=True)
        if index == 3:
            content["areas"], content["routes"] = [], content["routes"][:1]
            content["routes"][0].pop("areaId")
        else:
            _spoil(content, rng, bare=index == 2)
        _write(folder / f"crag{index}.json", content)
    gyms = gym_file("odd-g", names, rng, 6, invented=True)
    for gym in rng.sample(gyms["gyms"], 3):
        gym["location"] |= _ONE_CITY | {"address": f"台北市內湖區無名路 {rng.randrange(1, 90)} 號"}
    _write(folder / "gyms.json", gyms)


def _spoil(content: dict[str, Any], rng: Random, *, bare: bool) -> None:
    """Names that other crags have too, French and open grades, pitches, and what is missing."""
    routes = content["routes"]
    for route, (name, english) in zip(rng.sample(routes, len(_SHARED)), _SHARED, strict=True):
        route |= {"name": name, "nameEn": english}
    for route in rng.sample(routes, 4):
        if route["type"] == "boulder":
            route["grade"] = rng.choice(("6A", "6B+", "7A"))
    for route in rng.sample(routes, 2):
        route["grade"] = rng.choice(("", "?", "project"))
    ropes = [route for route in routes if route["type"] in {"sport", "trad"}]
    long = rng.choice(ropes)
    pitches = [
        {**long, "id": f"{long['id']}-p{at}", "name": f"{long['name']} P{at}", "nameEn": ""}
        for at in (1, 2)
    ]
    routes[routes.index(long) : routes.index(long) + 1] = pitches
    if bare:
        # a crag of which little is known
        for route in routes:
            for field in ("description", "anchor", "firstAscent", "firstAscentDate"):
                route.pop(field, None)


def _write(path: Path, content: dict[str, Any]) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
