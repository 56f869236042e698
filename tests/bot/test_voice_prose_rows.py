"""Rows of a list told in prose: every cell beside the name of its row."""

from __future__ import annotations

import pytest

from bot.voice.figures.prose_rows import other_cells

LOG = """上週：共 3 筆，最新的在前。
1. 2026-11-15｜青苔書｜5.7｜石螢谷｜上方架繩 RP｜1 把
2. 2026-11-14｜等｜5.10c｜霧鳴岬｜先鋒 Flash｜1 把
3. 2026-11-07｜霧笛｜5.11c｜霧鳴岬｜先鋒 嘗試｜2 把"""
HARDEST = """完攀的最高難度（共 7 條計入）：
戶外先鋒：2026-10-03｜借光｜5.10d｜石螢谷｜先鋒 RP｜4 把
戶外上方架繩：2026-11-15｜青苔書｜5.7｜石螢谷｜上方架繩 RP｜1 把"""
ROUTES = """榛爐峽・5.12a 到 5.12d：共 4 條。
1. 鐘貂夢（Quiet Spindle Detour）｜5.12a｜傳攀｜38m｜鯨鼓角
2. 翡醒鐘（Quiet Spindle Riddle）｜5.12a｜運攀｜26m｜硯琴台
3. 硯箱箱躍（Indigo Spindle Promise）｜5.12c｜運攀｜28m｜硯琴台｜⚠️無固定點
4. 瓦鴞約（Velvet Otter Riddle）｜5.12d｜運攀｜42m｜檀帆岩壁"""


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (LOG, "青苔書：先鋒 RP，1 把。"),
        (LOG, "青苔書在霧鳴岬"),
        (LOG, "等 5.10c at 石螢谷, 霧笛 5.11c at 霧鳴岬."),
        (LOG, "霧笛（先鋒 Flash）"),
        (LOG, "青苔書 1 把、霧笛 1 把"),
        (LOG, "3 筆都在霧鳴岬"),
        (HARDEST, "最難的是借光，5.10d，2026-10-03 在石螢谷，先鋒 RP、1 把"),
        (HARDEST, "上方架繩是青苔書 5.7，2026-11-15，四把。"),
        (ROUTES, "鐘貂夢（5.12a 傳攀 38m）、瓦鴞約（5.12d 傳攀 42m）"),
        (ROUTES, "其中無固定點的是瓦鴞約"),
        (ROUTES, "Quiet Spindle Detour, sport, 38m long, and Velvet Otter Riddle, sport"),
        (ROUTES, "硯琴台的鐘貂夢"),
        (ROUTES, "鐘貂夢和翡醒鐘都在硯琴台"),
        (ROUTES, "全部都是運攀"),
    ],
)
def test_another_row_s_cell_is_heard(shown: str, said: str) -> None:
    """A place, a kind, a length, a warning or tries of another row."""
    assert list(other_cells(said, shown))


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (LOG, "等 5.10c 在霧鳴岬，石螢谷那條是青苔書"),
        (LOG, "青苔書在石螢谷，是上方架繩"),
        (LOG, "石螢谷的青苔書和霧鳴岬的等"),
        (LOG, "霧笛 5.11c (11-07, lead attempt, 2 tries)"),
        (LOG, "後兩筆都在霧鳴岬"),
        (HARDEST, "先鋒最難的是借光，四把；上方架繩是青苔書，一把。"),
        (ROUTES, "鐘貂夢不是運攀"),
        (ROUTES, "鐘貂夢是傳攀，運攀的是翡醒鐘"),
        (ROUTES, "無固定點的是硯箱箱躍"),
        (ROUTES, "翡醒鐘和硯箱箱躍都在硯琴台"),
        (ROUTES, "只有鐘貂夢是傳攀，其他都是運攀"),
    ],
)
def test_a_row_s_own_cells_may_be_said(shown: str, said: str) -> None:
    """In any order, joined, denied, or of the others."""
    assert not list(other_cells(said, shown))
