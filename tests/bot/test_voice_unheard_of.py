"""Names in English that nobody bears."""

from __future__ import annotations

import pytest

from bot.voice.names.unheard_of import unheard_of

KNOWN = "Sunny Bay, 5.11d: 1 route in total.\n1. Overtime | 5.11d | sport | 25m | Table"


@pytest.mark.parametrize(
    "said",
    [
        "Ask J. Okafor.",
        "Sugar Tornado.",
        "See also Ghost Needle Crag nearby.",
        "It was first climbed by Maria Lopez.",
    ],
)
def test_a_name_that_nothing_known_bears_is_told(said: str) -> None:
    assert list(unheard_of(said, KNOWN))


@pytest.mark.parametrize(
    "said",
    [
        "Overtime is the only one at Sunny Bay.",
        "Happy Climbing, see you on Friday.",
        "It is in East District, Tainan.",
        "In Sunny Bays there is one. Note the table.",
        "At Overtime the grade is 5.11d. Confirm it first.",
    ],
)
def test_what_is_known_days_and_addresses_are_no_new_names(said: str) -> None:
    assert not list(unheard_of(said, KNOWN))
