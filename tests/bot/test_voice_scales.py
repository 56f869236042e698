"""Scales keep their kind of climbing, words their brackets, kinds no grade that none gives them."""

from __future__ import annotations

import pytest

from bot.voice.figures.glosses import exchanged_glosses
from bot.voice.figures.paired import broken_pairs
from bot.voice.figures.scales import exchanged_scales
from bot.voice.figures.spread import kinds_of_grades

APART = "V3 是抱石的難度，法式是繩攀的，量的是不同的事，我不做換算。"
COMMANDS = "📖 口令\n常聽到的：「看我」（watch me）、「收」（take）、「鬆一點」（slack）。"
SPREAD = """North Face: 5 routes, distributed like this:
trad  ███ 3
sport █ 1
mixed █ 1
Easiest 5.6, hardest 5.11c."""
SPREAD_ZH = """北壁的分布（共 5 條）：
傳攀 ███ 3
運攀 █ 1
混合 █ 1
最簡單 5.6，最難 5.11c。"""
COUNTRIES = (
    "Routes: Taiwan and the US use YDS (5.10a), much of Europe French (6a+), Germany UIAA, "
    "Australia Ewbank.\n"
    "Boulders: V in Taiwan and the US, Font (6B+) in Europe, kyu and dan in Japan."
)


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("V3 是繩攀難度、法式是抱石難度，兩者不互換。", True),
        ("抱石用 YDS", True),
        ("Font 屬於繩攀難度", True),
        ("V for routes and YDS for boulders", True),
        ("Boulders are graded in French.", True),
        ("抱石用 V 級、繩攀用 YDS", False),
        ("V3 是抱石的、法式是繩攀的啦", False),
        ("Routes and boulders use YDS and V.", False),
        ("V grades are for boulders and YDS is for ropes.", False),
        ("V3 是繩攀還是抱石", False),
        ("抱石看耐力和長度", True),
        ("繩攀看單一段難動作", True),
        ("抱石看單一段難動作，繩攀還看耐力和長度", False),
        ("Boulder grades rate endurance.", True),
    ],
)
def test_a_scale_is_of_its_kind_of_climbing(said: str, wrong: bool) -> None:
    """V and Font are of boulders, the others of ropes."""
    assert bool(list(exchanged_scales(said, APART))) is wrong


def test_a_climb_is_graded_as_its_record_says() -> None:
    """Grades alone say nothing of scales beside the rows of records."""
    assert not list(exchanged_scales("V3 是運攀", "1. 潮聲｜V3｜運攀｜北壁"))


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("「收」（slack）、「看我」（watch me）", True),
        ("常聽到的有鬆一點（take）", True),
        ("鬆一點就是 take", True),
        ("「收」（take）、「鬆一點」（slack）", False),
        ("收（2 次）", False),
    ],
)
def test_brackets_stay_behind_their_words(said: str, wrong: bool) -> None:
    """Both words stand in the answer."""
    assert bool(list(exchanged_glosses(said, COMMANDS))) is wrong


@pytest.mark.parametrize(
    ("said", "rendered", "wrong"),
    [
        ("The mixed one is the 5.11c.", SPREAD, True),
        ("The hardest is the sport route.", SPREAD, True),
        ("混合那條是 5.11c", SPREAD_ZH, True),
        ("最難的 5.11c 是傳攀", SPREAD_ZH, True),
        ("最難的 5.11c 是一條傳攀", SPREAD_ZH, True),
        ("直接說：沒有抱石題", "北壁：共 2 條\n5.6 █ 1\nV2 █ 1", True),
        ("沒有抱石題", "北壁：共 2 條\n5.6 █ 1\n5.7 █ 1", False),
        ("Only one is mixed, and the hardest is 5.11c.", SPREAD, False),
        ("傳攀三條最多，最難 5.11c", SPREAD_ZH, False),
    ],
)
def test_a_spread_gives_no_kind_its_grade(said: str, rendered: str, wrong: bool) -> None:
    """It gives the easiest and the hardest of all."""
    assert bool(list(kinds_of_grades(said, rendered))) is wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("Taiwan uses YDS (5.10a) for routes and Font (6B+) for boulders.", True),
        ("Routes in Taiwan are graded in French (6a+), boulders in V.", True),
        ("Font for boulders in Taiwan.", True),
        ("Japan uses Font.", True),
        ("Taiwan uses YDS for routes and V for boulders, not Font.", False),
        ("YDS in Taiwan and the US, French in much of Europe, UIAA in Germany.", False),
        ("Europe has French for routes and Font for boulders.", False),
    ],
)
def test_countries_keep_their_scales(said: str, wrong: bool) -> None:
    """Told either way round."""
    assert bool(list(broken_pairs(said, COUNTRIES))) is wrong
