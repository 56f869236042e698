from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.gazetteer import Gazetteer, Linking
from knowledge.schema import UNKNOWN_GRADE, Area, Crag, Gym, Route

NAMES = (
    "漲潮的鐘",
    "痛",
    "十",
    "W溝",
    "?!",
    "",
    "P2",
    "a",
    "((",
    "🧗",
    "⻑夜",
    "雲端天梯一",
    "\u200b",
)
GAZETTEER = Gazetteer.build(
    [Crag("c", "月牙灣", "s", name_en="Crescent Bay"), Crag("d", "", "s")],
    [Area("c/a", "c", "北岬", "s"), Area("c/b", "c", "區", "s")],
    [],
    [
        Route(f"r{i}", "c", name, UNKNOWN_GRADE, "s", title=f"{name} | P{i}", area_id="c/a")
        for i, name in enumerate(NAMES)
    ],
    [Gym("g", "磐石攀岩館-永春店", "s"), Gym("h", "館", "s"), Gym("i", "-", "s", name_en="Gym")],
)
PIECES = st.sampled_from(
    [*NAMES, "月牙灣", "北岬", "磐石", "幾級", "「", "」", '"', "的", "P2", "第二段", "有哪些路線",
     "how hard is ", "Crescent", " ", "，", "ㄓㄤˇ", "5.10a", "銀河鐵道", "永春店", "\n", "'s"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map("".join))


def check(text: str, linking: Linking) -> None:
    spans = [(m.start, m.end) for m in linking.mentions]
    assert spans == sorted(spans)
    spans = sorted(spans + [(u.start, u.end) for u in linking.unknown])
    for (_, end), (start, _) in pairwise(spans):
        assert end <= start
    for mention in linking.mentions:
        assert mention.surface == text[mention.start : mention.end] != ""
        assert mention.ids
        assert not set(mention.ids) & set(mention.runners_up)
        assert 0 < mention.score <= 1
    for name in linking.unknown:
        assert name.surface == text[name.start : name.end] != ""


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_any_text_links_without_overlaps(text: str) -> None:
    check(text, GAZETTEER.link(text))


@settings(deadline=None, max_examples=50)
@given(TEXTS)
def test_any_surface_has_suggestions_or_none(text: str) -> None:
    assert len(GAZETTEER.suggestions(text, limit=2)) <= 2


@pytest.mark.parametrize(
    "unit",
    ["漲潮的鐘", "月", "a", "「月牙灣」", "ㄓㄤˇ", "月牙灣幾級", "how hard is ", " ", "「", "🧗",
     "漲潮的鍾聲", "磐石高雄店", "Crescent Bay "],
)  # fmt: skip
def test_very_long_texts_are_cut(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    linking = GAZETTEER.link(text)
    check(text, linking)
    assert all(mention.end <= 2_001 for mention in linking.mentions)


def test_names_without_letters_are_left_out() -> None:
    assert GAZETTEER.link("「?!」「🧗」").mentions == ()
