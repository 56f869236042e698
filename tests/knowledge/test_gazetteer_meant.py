"""Words that must be a name: a recorded one as it stands, a slip of it, or one within them."""

from __future__ import annotations

import pytest

from knowledge.gazetteer import Gazetteer
from knowledge.schema import UNKNOWN_GRADE, Area, Crag, Gym, Route

_GAZETTEER = Gazetteer.build(
    [Crag("bay", "晴天灣", "s"), Crag("back", "後山", "s")],
    [Area("bay/table", "bay", "餐桌", "s"), Area("bay/hall", "bay", "玄關", "s")],
    [],
    [
        Route("boss", "bay", "老闆不在", UNKNOWN_GRADE, "s", area_id="bay/table"),
        Route("flash", "bay", "霹靂", UNKNOWN_GRADE, "s", area_id="bay/table"),
        Route("left", "bay", "忘記帶", UNKNOWN_GRADE, "s", area_id="bay/hall"),
        Route("crack", "bay", "小裂縫", UNKNOWN_GRADE, "s", area_id="bay/hall"),
        Route("one", "bay", "天空一", UNKNOWN_GRADE, "s", area_id="bay/hall"),
    ],
    [Gym("up", "往上爬攀岩館", "s"), Gym("noon", "午後攀岩館", "s")],
)


def _meant(text: str, surface: str) -> tuple[str, tuple[str, ...]] | None:
    start = text.index(surface)
    found = _GAZETTEER.meant_by(text, start, start + len(surface))
    return None if found is None else (found.surface, found.ids)


@pytest.mark.parametrize(
    ("text", "surface", "name", "id_"),
    [
        ("小裂縫翻成英文叫什麼", "小裂縫", "小裂縫", "crack"),
        ("好奇餐桌幾級的線各收了多少", "好奇餐桌", "餐桌", "bay/table"),
        ("玄關照難度各有幾條", "玄關照", "玄關", "bay/hall"),
        ("排出後山前三難的", "排出後山", "後山", "back"),
        ("當天往上爬攀岩館有營業嗎", "當天往上爬攀岩館", "往上爬攀岩館", "up"),
        ("有人問起往上爬攀岩館", "起往上爬攀岩館", "往上爬攀岩館", "up"),
        ("老闆不 的 grade 多少", "老闆不", "老闆不", "boss"),
        ("忘帶記給幾級", "忘帶記", "忘帶記", "left"),
        ("晴夫灣有哪些", "晴夫灣", "晴夫灣", "bay"),
        ("往上把攀岩館的地址", "往上把攀岩館", "往上把攀岩館", "up"),
    ],
)
def test_a_recorded_name_is_meant(text: str, surface: str, name: str, id_: str) -> None:
    assert _meant(text, surface) == (name, (id_,))


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("霹靂少年幾級", "霹靂少年"),
        ("霹靂岩館幾點開", "霹靂岩館"),
        ("霹靂右幾級", "霹靂右"),
        ("北後山有幾條", "北後山"),
        ("後山南面有幾條", "後山南面"),
        ("天空二幾級", "天空二"),
        ("後山攀岩館幾點開", "後山攀岩館"),
        ("新北午後攀岩館在哪", "新北午後攀岩館"),
        ("餐桌岩館在哪", "餐桌岩館"),
        ("月光寶盒多難", "月光寶盒"),
    ],
)
def test_another_name_stays_unknown(text: str, surface: str) -> None:
    assert _meant(text, surface) is None
