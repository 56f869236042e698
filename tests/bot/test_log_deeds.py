"""Questions about past climbing that say no "I", and those that only sound like them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.schema import Query

QUESTIONS = [
    line.split(" | ")
    for line in Path(__file__).with_name("log_deeds.txt").read_text("utf-8").splitlines()
    if " | " in line and not line.startswith("#")
]


@pytest.mark.parametrize(("asked", "question"), QUESTIONS)
def test_a_deed_without_i_is_asked_of_the_log_and_a_fact_of_the_catalogue(
    asked: str, question: str, meant: Callable[[str], Query]
) -> None:
    query = meant(question)
    assert (query.log.ask if query.log else "-") == asked
