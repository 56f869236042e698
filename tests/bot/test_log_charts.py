"""Pictures of a log: right numbers, Chinese that renders, and refusals that say why."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from fontTools.pens.areaPen import AreaPen
from fontTools.ttLib import TTFont
from PIL import Image

from bot.__main__ import main
from bot.ascents import Ascent, Result
from bot.logbook.charts import CHARTS, Chart, NoFontError, NothingToDrawError, draw, drawing, fonts
from tests.bot.log_invented import ANNAS
from tests.bot.logbook_helpers import key_file, open_log

if TYPE_CHECKING:
    from pathlib import Path

PAPER = (0x31, 0x33, 0x38)


def many(count: int) -> list[Ascent]:
    results: list[Result] = ["onsight", "flash", "redpoint", "attempt"]
    grades = ["5.9", "5.10a", "5.10", "5.10d", "5.11a/b", "V3", "", "TBD"]
    start = date(2020, 1, 1)
    return [
        Ascent(
            mode="lead",
            result=results[at % 4],
            day=start + timedelta(days=at * 7),
            route_name=f"龘{at}🧗",
            grade=grades[at % 8],
        )
        for at in range(count)
    ]


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("log", [many(1), many(300)], ids=["one", "many"])
def test_a_picture_is_twice_a_phones_resolution_on_discords_paper(
    chart: Chart, log: tuple[Ascent, ...]
) -> None:
    picture = Image.open(io.BytesIO(draw(chart, log)))
    assert picture.size == (1600, 1350)
    assert picture.convert("RGB").getpixel((2, 2)) == PAPER


@pytest.mark.parametrize("chart", CHARTS)
def test_every_word_of_a_picture_has_its_glyph(
    chart: Chart, tmp_path: Path, recwarn: pytest.WarningsRecorder
) -> None:
    draw(chart, many(60))
    assert [each for each in recwarn if "Glyph" in str(each.message)] == []
    path = fonts.packaged_font()
    assert path is not None
    words = "完攀金字塔・戶外先鋒未細分"
    with TTFont(fonts.font_for(words, tmp_path)) as cut:
        cmap, drawn = cut.getBestCmap(), cut.getGlyphSet()
        assert set(map(ord, words)) <= set(cmap)
        for character in "攀塔鋒":
            pen = AreaPen(drawn)
            drawn[cmap[ord(character)]].draw(pen)
            assert abs(pen.value) > 50_000, "a hairline or an empty box"


def test_the_bars_of_a_pyramid_are_as_long_as_their_counts() -> None:
    wide = Image.open(io.BytesIO(draw("pyramid", ANNAS))).convert("RGB")
    os_colour, rp_colour = (0xFF, 0xD1, 0x66), (0x4E, 0xA8, 0xDE)
    below = wide.crop((0, 250, 1600, 1350))
    counts = {colour: count for count, colour in below.getcolors(1 << 24) or ()}
    # one onsight and two redpoints of equal height
    assert counts[rp_colour] / counts[os_colour] == pytest.approx(2, rel=0.08)


def test_without_any_font_nothing_is_drawn_and_it_says_why(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fonts, "PACKAGE", "no_such_fonts")
    monkeypatch.setattr(fonts, "installed_font", lambda: None)
    with pytest.raises(NoFontError) as refusal:
        draw("pyramid", ANNAS)
    assert "fonts-noto-cjk" in refusal.value.reply


@pytest.mark.parametrize("chart", CHARTS)
def test_an_empty_log_is_no_picture(chart: Chart) -> None:
    with pytest.raises(NothingToDrawError) as refusal:
        draw(chart, [])
    assert "還沒有" in refusal.value.reply


def test_tries_and_undated_entries_make_no_progress() -> None:
    log = [replace(one, day=None) for one in ANNAS]
    with pytest.raises(NothingToDrawError):
        draw("progress", log)
    assert drawing.MAX_MONTHS == 24


def test_the_shell_draws_the_members_own_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "data"
    with open_log(home) as log:
        log.add("anna", ANNAS)
    monkeypatch.setenv("YANYOU_LOG_KEY_FILE", str(key_file(home)))
    out = tmp_path / "pyramid.png"
    asked = ["log", "chart", "--data-dir", str(home), "--kind", "pyramid", "--out", str(out)]
    assert main([*asked, "--user", "anna"]) == 0
    with Image.open(out) as picture:
        assert picture.size == (1600, 1350)
    assert main([*asked, "--user", "ben"]) == 1
    assert "還沒有" in capsys.readouterr().err
