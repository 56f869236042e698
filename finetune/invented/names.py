"""Invented names, each used once: odd enough to be nobody's, plain enough to be a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

_FIRST: Final = "琥珀靛青蕨苔硯榛茉楓檀霽嵐翡翠璃墨鴞鷺獾貂鯨鱒螢蟬蛾藤蓮薊橡柚梔棠"
_SECOND: Final = "瓦鐘鼓燈帆錨舵爐磨燭窯杵紡梭鈴笛琴弓箭櫓罈勺針線扣鞋帽傘籃箱"
_THIRD: Final = "夢語影歌步吻舞謎信約歎醒眠遊躍旋轉墜升渡歸別憶誓醉"
_ROUTE_SHAPES: Final = ("ab", "abc", "bac", "acb", "aab", "cab", "abbc", "acbc")
_CRAG_TAILS: Final = ("岬", "谷", "崖", "灣", "坪", "嶼", "坑", "峽")
_AREA_TAILS: Final = ("牆", "岩壁", "洞", "稜", "廊", "角", "台")
_GYM_TAILS: Final = ("攀岩館", "抱石館", "攀岩空間", "攀登館")
_BRANCHES: Final = ("站前店", "河堤店", "東門店", "北埔店", "")
_FAMILY: Final = "磐霍祁莘闕匡蒙嵇鞠厙"
_GIVEN: Final = "岑澄硯霓蘅昀冉筠翎曜璟甯"
_ENGLISH: Final = tuple(
    words.split()
    for words in (
        "Amber Indigo Mossy Copper Velvet Quiet Hollow Drowsy Paper Salted",
        "Anvil Lantern Kettle Thimble Bellows Otter Heron Badger Spindle Rudder",
        "Waltz Riddle Errand Promise Detour Whisper Ledger Nap Postcard Alibi",
    )
)


class NameMaker:
    """Draws names; no name comes twice, and none of those given as taken."""

    def __init__(self, rng: Random, taken: frozenset[str] = frozenset()) -> None:
        self._rng = rng
        self._used = set(taken)

    def route(self) -> tuple[str, str]:
        """A route's Chinese and English name."""
        return self._fresh(self._route_once), self._english()

    def crag(self) -> tuple[str, str]:
        """A crag's names."""
        return self._fresh(lambda: self._pair() + self._rng.choice(_CRAG_TAILS)), self._english()

    def area(self) -> tuple[str, str]:
        """An area's names."""
        return self._fresh(lambda: self._pair() + self._rng.choice(_AREA_TAILS)), self._english()

    def gym(self) -> tuple[str, str]:
        """A gym's names, perhaps with a branch."""
        tail, branch = self._rng.choice(_GYM_TAILS), self._rng.choice(_BRANCHES)
        name = self._fresh(lambda: self._pair() + tail)
        return (f"{name}-{branch}" if branch else name), f"{self._english()} Climbing"

    def person(self) -> str:
        """A first ascensionist."""
        rng = self._rng
        return rng.choice(_FAMILY) + "".join(rng.sample(_GIVEN, 2))

    def unknown(self) -> str:
        """A name that no record of this world carries."""
        return self._fresh(self._route_once)

    def _pair(self) -> str:
        return self._rng.choice(_FIRST) + self._rng.choice(_SECOND)

    def _route_once(self) -> str:
        shape = self._rng.choice(_ROUTE_SHAPES)
        drawn = {"a": self._rng.choice(_FIRST), "b": self._rng.choice(_SECOND)}
        drawn["c"] = self._rng.choice(_THIRD)
        return "".join(drawn[part] for part in shape)

    def _english(self) -> str:
        return self._fresh(lambda: " ".join(self._rng.choice(words) for words in _ENGLISH))

    def _fresh(self, draw: Callable[[], str]) -> str:
        """A drawn name that was not used; a long enough search means the pool is empty."""
        for _ in range(1000):
            name = draw()
            if name not in self._used:
                self._used.add(name)
                return name
        raise ValueError("no names left")
