"""The private log in what a member says: what to write down, what to change, what is asked.

``personal_log`` reads one message beside the turn before it and returns a query with a
:class:`~bot.personal.LogQuery`, or ``None`` where the message is not about a log. Pure; no log is
read here, so the same words mean the same to everybody.
"""

from bot.understanding.personal.asks import NO_QUESTIONS, wanted
from bot.understanding.personal.deeds import deed_asked
from bot.understanding.personal.filters import only_words
from bot.understanding.personal.names import RouteNames
from bot.understanding.personal.not_done import leaves_out_done
from bot.understanding.personal.own_reading import as_of_log
from bot.understanding.personal.previews import reply_to_preview
from bot.understanding.personal.reading import personal_log
from bot.understanding.personal.subject import around
from bot.understanding.personal.tools import Tools

__all__ = [
    "NO_QUESTIONS",
    "RouteNames",
    "Tools",
    "around",
    "as_of_log",
    "deed_asked",
    "leaves_out_done",
    "only_words",
    "personal_log",
    "reply_to_preview",
    "wanted",
]
