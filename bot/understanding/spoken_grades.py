"""Grades as people say them aloud and a phone writes them down: 「五點十一 a」 is 5.11a."""

from __future__ import annotations

import re

_TENS = dict(zip(("十", "十一", "十二", "十三", "十四", "十五"), range(10, 16), strict=True))
_ONES = dict(zip("六七八九", range(6, 10), strict=True))
_SAID = re.compile(
    r"五[點点](?P<number>十[一二三四五]?|[六七八九]|1[0-5])\s*(?P<letter>[a-dA-D](?![a-z]))?"
    r"(?!\s*(?:分|半|鐘|钟|[開开關关]|以?[前後后]|集合|[見见]|出[發发]|[結结]束|打烊))"
)
_OF_ROUTES = re.compile(
    "路線|路线|[幾几條条線线]|運攀|运攀|傳攀|传攀|抱石|推[薦荐]|難度|难度|[級级]"
)
_OF_TIME = re.compile("館|馆|[營营][業业]|打烊|集合|[幾几][點点]|早上|下午|晚上|今晚|[開开]到")


def with_spoken_grades(text: str) -> str:
    """The text with spoken grades written out; a time of day stays one."""
    if "五" not in text or not _OF_ROUTES.search(text) or _OF_TIME.search(text):
        return text
    return _SAID.sub(_written, text)


def _written(match: re.Match[str]) -> str:
    told = match["number"]
    number = int(told) if told.isdigit() else _TENS.get(told) or _ONES[told]
    return f" 5.{number}{(match['letter'] or '').lower()} "
