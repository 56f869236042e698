"""Whether what is said in the words and rows of the rendered answer is what they say there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.voice.figures.copied_rows import foreign_rows
from bot.voice.figures.counted_units import other_units
from bot.voice.figures.day_parts import exchanged_prices
from bot.voice.figures.glosses import exchanged_glosses
from bot.voice.figures.labelled import mislabelled_values
from bot.voice.figures.named_values import mistranslated, values_of_others
from bot.voice.figures.near_copies import altered_copies
from bot.voice.figures.notations import foreign_notations
from bot.voice.figures.paired import broken_pairs
from bot.voice.figures.prose_rows import other_cells
from bot.voice.figures.ranked import overrated
from bot.voice.figures.row_order import out_of_order
from bot.voice.figures.scales import exchanged_scales
from bot.voice.figures.shared_flags import shared_flags
from bot.voice.figures.spread import kinds_of_grades
from bot.voice.figures.weekdays import wrong_weekdays

if TYPE_CHECKING:
    from collections.abc import Iterator


def not_as_shown(text: str, rendered: str, known: str, asked: str = "") -> Iterator[str]:
    """The words of a text that the answer has otherwise.

    Args:
        text: What is to be said.
        rendered: The answer that code gave.
        known: The records, the rendered answer and the question.
        asked: The question.
    """
    yield from foreign_rows(text, rendered)
    yield from other_cells(text, rendered)
    yield from mislabelled_values(text, rendered)
    yield from values_of_others(text, rendered)
    yield from mistranslated(text, rendered, known)
    yield from overrated(text, rendered)
    yield from out_of_order(text, rendered)
    yield from broken_pairs(text, rendered)
    yield from foreign_notations(text, rendered)
    yield from exchanged_scales(text, rendered)
    yield from exchanged_glosses(text, rendered)
    yield from kinds_of_grades(text, rendered)
    yield from shared_flags(text, rendered)
    yield from wrong_weekdays(text, rendered)
    yield from exchanged_prices(text, rendered)
    yield from other_units(text, known)
    yield from altered_copies(text, rendered, asked)
