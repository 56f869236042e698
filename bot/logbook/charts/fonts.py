"""A font in which Chinese labels really render.

Noto Sans CJK (SIL OFL 1.1) comes with the package ``manimgx-fonts-cjk`` as one variable font of
33 MB, of which matplotlib would draw the hairline default and the Japanese forms. So the glyphs
that a picture needs are cut out of its Traditional Chinese face at the weight wanted. Without that
package an installed font is looked for.
"""

from __future__ import annotations

import importlib.util
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.logbook.errors import LogbookError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PACKAGE = "manimgx_fonts_cjk"
FILE = "NotoSansCJK-VF.otf.ttc"
FACE = "Noto Sans CJK TC"
WEIGHT = 500
INSTALLED = (
    "Noto Sans CJK TC",
    "Noto Sans TC",
    "Noto Sans CJK JP",
    "Noto Sans CJK SC",
    "Source Han Sans TC",
    "PingFang TC",
    "Heiti TC",
    "Microsoft JhengHei",
    "WenQuanYi Micro Hei",
    "Droid Sans Fallback",
)
"""Fonts with Traditional Chinese, best first."""
_ALWAYS = "".join(map(chr, range(32, 127))) + "·…–—"
_FALLBACK = "?"
_ASCENT, _DESCENT = 880, -120
"""Height of a Chinese character, so that labels stand in the middle of their rows."""


class NoFontError(LogbookError):
    """No font with Chinese glyphs is there; boxes would be drawn instead of words."""

    reply = "這台機器沒有中文字型，畫出來會是方框，所以先不畫；裝好 fonts-noto-cjk 再試一次。"


def packaged_font() -> Path | None:
    """The font that comes with the dependencies; ``None`` where it was left out."""
    found = importlib.util.find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        return None
    path = Path(found.submodule_search_locations[0]) / FILE
    return path if path.is_file() else None


def installed_font(names: Iterable[str] = INSTALLED) -> Path | None:
    """The file of the first of these fonts that the system has."""
    from matplotlib import font_manager  # noqa: PLC0415 - slow, and only pictures need it

    known = {entry.name: entry.fname for entry in font_manager.fontManager.ttflist}
    return next((Path(known[name]) for name in names if name in known), None)


def font_for(text: str, folder: Path) -> Path:
    """A font file with the characters of the text.

    Args:
        text: Everything that will be written.
        folder: Where a font cut to the text may lie while it is used.

    Raises:
        NoFontError: No font with Chinese glyphs is there.
    """
    packaged = packaged_font()
    if packaged is not None:
        return _cut(packaged, text, folder / "labels.otf")
    installed = installed_font()
    if installed is None:
        raise NoFontError("no font with Chinese glyphs")
    return installed


def drawable(text: str) -> str:
    """The text with a question mark for every character that the packaged font lacks."""
    packaged = packaged_font()
    if packaged is None:
        return text
    known = _coverage(packaged)
    return "".join(each if ord(each) in known else _FALLBACK for each in text)


@cache
def _coverage(path: Path) -> frozenset[int]:
    with _face(path) as face:
        return frozenset(face.getBestCmap() or ())


def _cut(path: Path, text: str, target: Path) -> Path:
    """A static font of just these characters at one weight."""
    from fontTools.fontBuilder import FontBuilder  # noqa: PLC0415
    from fontTools.pens.t2CharStringPen import T2CharStringPen  # noqa: PLC0415

    charstrings, metrics = {}, {}
    with _face(path) as face:
        cmap = face.getBestCmap() or {}
        wanted = {ord(each): cmap[ord(each)] for each in {*text, *_ALWAYS} if ord(each) in cmap}
        glyphs = face.getGlyphSet(location={"wght": WEIGHT})
        order = [".notdef", *sorted(set(wanted.values()) - {".notdef"})]
        units = face["head"].unitsPerEm
        for name in order:
            glyph = glyphs[name]
            pen = T2CharStringPen(glyph.width, glyphs)
            glyph.draw(pen)
            charstrings[name] = pen.getCharString()
            metrics[name] = (round(glyph.width), 0)
    builder = FontBuilder(units, isTTF=False)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(wanted)
    builder.setupCFF("YanyouLabels", {}, charstrings, {})
    builder.setupHorizontalMetrics(metrics)
    builder.setupHorizontalHeader(ascent=_ASCENT, descent=_DESCENT)
    builder.setupNameTable({"familyName": "Yanyou Labels", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=_ASCENT, sTypoDescender=_DESCENT)
    builder.setupPost()
    builder.save(target)
    return target


@contextmanager
def _face(path: Path) -> Iterator[Any]:
    """The Traditional Chinese face of the collection, open."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    with TTFont(path, fontNumber=_number_of_face(path), lazy=True) as face:
        yield face


@cache
def _number_of_face(path: Path) -> int:
    from fontTools.ttLib import TTCollection  # noqa: PLC0415

    with TTCollection(path, lazy=True) as faces:
        names = [face["name"].getDebugName(1) for face in faces.fonts]
    return names.index(FACE) if FACE in names else 0
