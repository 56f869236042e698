"""An invented log over the demo data, and an assistant that may read it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.ascents import Ascent

TODAY = date(2026, 11, 20)
_CAPE = Ascent(mode="lead", crag="霧鳴岬", crag_id="wuming-cape")
_GYM = Ascent(mode="boulder", gym="浮島抱石館", gym_id="floating-island")

ANNAS: tuple[Ascent, ...] = (
    replace(
        _CAPE, result="redpoint", day=date(2025, 5, 3), route_id="WM-TIDE-GATE-104",
        route_name="右手", grade="5.10a", attempts=2, length_m=12.0,
    ),
    replace(
        _CAPE, result="onsight", day=date(2025, 11, 1), route_id="WM-WHALE-BACK-302",
        route_name="灰鯨", grade="5.10a", length_m=28.0,
    ),
    replace(
        _CAPE, result="flash", day=date(2026, 3, 7), route_id="WM-TIDE-GATE-107",
        route_name="浪花手帳", grade="5.10b", length_m=18.0,
    ),
    replace(
        _CAPE, result="attempt", day=date(2026, 3, 14), route_id="WM-UNDER-THE-LIGHTHOUSE-203",
        route_name="霧笛", grade="5.11c", attempts=3,
    ),
    replace(
        _CAPE, result="attempt", day=date(2026, 10, 10), route_id="WM-UNDER-THE-LIGHTHOUSE-203",
        route_name="霧笛", grade="5.11c", attempts=4, notes="差一點",
    ),
    replace(
        _CAPE, result="redpoint", day=date(2026, 11, 7), route_id="WM-ECHO-GALLERY-402",
        route_name="第二聲迴聲", grade="5.11a", attempts=5,
    ),
    replace(_GYM, result="flash", day=date(2026, 11, 14), colour="紅", grade="V3"),
    replace(_GYM, result="redpoint", day=date(2026, 11, 14), colour="藍", grade="V4", attempts=3),
    replace(
        _CAPE, result="todo", mode="unknown", route_id="WM-WHALE-BACK-306", route_name="深潛",
        grade="5.12c",
    ),
)  # fmt: skip
