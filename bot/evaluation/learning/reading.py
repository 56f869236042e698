"""An example as a question is read: of its names only the kinds are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.understanding.cues import find_cues
from bot.understanding.examples import framed
from bot.understanding.reading import Reading
from bot.understanding.words import NAME
from knowledge.gazetteer import NameMention
from knowledge.grades import find_grades

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.dates import DateMention
    from knowledge.gazetteer import Kind


def read_example(
    text: str, kinds: Iterable[Kind] = (), days: tuple[DateMention, ...] = ()
) -> Reading:
    """The reading of an example.

    Args:
        text: The example with its placeholders.
        kinds: Of the names in it; of none where no placeholder of a name stands.
        days: What was found before its placeholders replaced it.
    """
    folded, lower = framed(text)
    named = kinds if NAME in folded else ()
    return Reading(
        text=text,
        language="zh",
        names=tuple(NameMention(0, 0, "", kind, ("",)) for kind in named),
        denied=(),
        unknown=(),
        grades=find_grades(text),
        days=days,
        times=(),
        folded=folded,
        lower=lower,
        plain=folded,
        cues=find_cues(folded, lower),
    )
