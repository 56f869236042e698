"""Query and evidence to an answer in words: deterministic, in zh-TW or English, and pure.

Every fact comes from a record of the evidence; the last line names the sources with their dates.
"""

from bot.rendering.dispatch import RENDERERS, render, withheld
from bot.rendering.labels import type_label
from bot.rendering.memory import memory_lines
from bot.rendering.personal_changes import cancelled, receipt, settled_by
from bot.rendering.recommendation_format import (
    FOOTER,
    ParsedRecommendation,
    RouteBlock,
    format_recommendation,
    parse_recommendation,
)
from bot.rendering.sources import SOURCE_MARK, citations

__all__ = [
    "FOOTER",
    "RENDERERS",
    "SOURCE_MARK",
    "ParsedRecommendation",
    "RouteBlock",
    "cancelled",
    "citations",
    "format_recommendation",
    "memory_lines",
    "parse_recommendation",
    "receipt",
    "render",
    "settled_by",
    "type_label",
    "withheld",
]
