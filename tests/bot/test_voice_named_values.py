"""What the answer gives of one record by name, and the names in the other language."""

from __future__ import annotations

import pytest

from bot.voice.figures.named_values import mistranslated, values_of_others

_GYMS = (
    "「浮島抱石館」的設施：抱石區、Kilter Board、MoonBoard、淋浴設施。\n"
    "「岩嶼攀岩館-台中店」的設施：先鋒攀登、速度牆、淋浴設施、置物櫃。\n"
    "「浮島抱石館」的地址：新竹市東區指頭街12號\n"
    "「岩嶼攀岩館-台中店」的地址：台北市信義區午後路5號"
)
_NAMED = "bolt 最多的是「慢慢來」（Take Your Time），4 個。"


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("兩間都有 MoonBoard，浮島另外有 Kilter Board", True),
        ("浮島抱石館有速度牆", True),
        ("浮島抱石館在台北市信義區午後路5號", True),
        ("MoonBoard 在岩嶼、置物櫃在浮島", True),
        ("MoonBoard 在浮島、置物櫃在岩嶼", False),
        ("兩間都有淋浴設施", False),
        ("浮島抱石館有 MoonBoard", False),
        ("岩嶼攀岩館-台中店沒有 MoonBoard", False),
        ("浮島抱石館在新竹市東區指頭街12號，岩嶼攀岩館-台中店在台北市信義區", False),
    ],
)
def test_a_record_keeps_its_values(said: str, wrong: bool) -> None:
    """Of several that the answer gives the same label of."""
    assert bool(list(values_of_others(said, _GYMS))) is wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("「慢慢來」（Slowly Come）4 個。", True),
        ("慢慢來（Take Your Time）", False),
        ("慢慢來（4 個）", False),
        ("「熄燈號」（Taps）是 5.12a", True),
        ("“Ballast” (壓艙石) has 4 bolts", True),
        ("英文是 pull up rope", True),
        ("英文叫 Take Your Time", False),
    ],
)
def test_a_name_keeps_its_other_name(said: str, wrong: bool) -> None:
    """A model may not translate it anew."""
    assert bool(list(mistranslated(said, _NAMED, _NAMED))) is wrong
