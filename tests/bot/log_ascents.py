"""Ascents for tests of the log's files: any that the log can hold, and a few by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

from hypothesis import strategies as st

from bot.ascents import Ascent, Mode, Result, Visibility

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
RISKY = st.sampled_from(
    ["=1+1", "+8", "-1", "@x", "\t=", "\r", "\n", "'", "''=1", "'=cmd|' /C calc'!A0", "\uff1d1",
     "'Twas", '"', ",", " ", "null", "\u2028", "\ufeff", "", "a\r\nb", "1e5", "TRUE"]
)  # fmt: skip
WORDS = st.one_of(RISKY, TEXTS)

ASCENTS = st.builds(
    Ascent,
    mode=st.sampled_from(get_args(Mode)),
    result=st.sampled_from(get_args(Result)),
    day=st.none() | st.dates(),
    route_id=WORDS,
    route_name=WORDS,
    crag=WORDS,
    crag_id=WORDS,
    area=WORDS,
    gym=WORDS,
    gym_id=WORDS,
    colour=WORDS,
    angle=st.none() | st.integers(-90, 90),
    mirrored=st.none() | st.booleans(),
    attempts=st.none() | st.integers(1, 1_000),
    grade=WORDS,
    own_grade=WORDS,
    rating=st.none() | st.integers(1, 5),
    length_m=st.none() | st.floats(0.1, 3_000),
    pitches=st.none() | st.integers(0, 60),
    notes=WORDS,
    visibility=st.sampled_from(get_args(Visibility)),
    source=st.sampled_from(["", "", "thecrag", "kaya"]),
    source_id=WORDS,
    raw=st.just("") | TEXTS.map(lambda text: f'{{"a":"{text}"}}'),
)
LOGS = st.lists(ASCENTS, max_size=6).map(
    lambda log: [_stored(ascent, number) for number, ascent in enumerate(log, start=1)]
)
"""Logs as a store holds them: with ids, and a foreign row under its own source id."""


def content(ascent: Ascent) -> Ascent:
    """The ascent without what a store or an import gives it."""
    ours = ascent.source in ("", "yanyou")
    return replace(
        ascent,
        id="",
        batch_id="",
        source="" if ours else ascent.source,
        source_id="" if ours else ascent.source_id,
    )


def _stored(ascent: Ascent, number: int) -> Ascent:
    source_id = f"{number}/{ascent.source_id}" if ascent.source else ""
    return replace(ascent, id=f"{number:08}", source_id=source_id)


SAMPLES = (
    Ascent("lead", "redpoint", date(2026, 10, 4), route_name="灰鯨", crag="霧鳴岬", grade="5.10a",
           attempts=3, notes="第三趟\n終於", rating=5, id="00000001"),
    Ascent("boulder", "flash", date(2026, 10, 5), gym="浮島抱石館", colour="藍", grade="V4",
           id="00000002"),
    Ascent("lead", "todo", None, route_name="霧笛", crag="霧鳴岬", grade="5.11c", id="00000003"),
    Ascent("lead", "redpoint", date(2026, 10, 6), route_name="=HYPERLINK(1)", crag="+886",
           notes="@all", visibility="server", id="00000004"),
    Ascent("boulder", "redpoint", date(2026, 1, 3), route_name="Sample", gym="Tension Board",
           angle=-5, mirrored=False, attempts=2, grade="7a/V6", source="aurora", source_id="x1",
           raw='{"climb":"Sample"}', id="00000005"),
)  # fmt: skip
