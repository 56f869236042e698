"""Pictures of a log as PNG: the grade pyramid, the volume by month, the progress over time.

Made for a phone in Discord's dark theme, at twice its resolution; matplotlib is loaded when the
first picture is drawn.
"""

from bot.logbook.charts.drawing import CHARTS, Chart, NothingToDrawError, draw
from bot.logbook.charts.fonts import NoFontError

__all__ = ["CHARTS", "Chart", "NoFontError", "NothingToDrawError", "draw"]
