"""What an English answer does not list may be denied again, and not given."""

from __future__ import annotations

import pytest

from bot.voice.polarity.unlisted import listed_though_not

GYM = (
    "“Blue Fern Climbing” does not list showers or a training board; "
    "facilities on record: lockers, auto belays."
)


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("Yes, Blue Fern Climbing has showers along with lockers.", True),
        ("There's a training board, and lockers.", True),
        ("Showers are on record.", True),
        ("Showers aren't listed; it has lockers.", False),
        ("It has lockers, but no showers.", False),
        ("It has lockers; ask whether there are showers.", False),
        ("On record there are lockers and auto belays.", False),
    ],
)
def test_what_is_not_listed_is_not_there(said: str, wrong: bool) -> None:
    """Only where it is said to be there."""
    assert bool(list(listed_though_not(said, GYM))) is wrong
