"""Climbing words of Taiwan: term table, other regions' words, glossary, style words. Pure."""

from knowledge.terms.cities import CITY_ENGLISH, chinese_city
from knowledge.terms.conversion import (
    Conversion,
    FindingKind,
    TermFinding,
    lint,
    load_conversions,
    normalise,
)
from knowledge.terms.glossary import asked_terms, find_term, glossary_words
from knowledge.terms.ground_words import GROUNDS, Ground, ground_asked, tells
from knowledge.terms.script import holds_simplified, to_simplified, to_traditional, without_residue
from knowledge.terms.style_words import TERRAIN, Style
from knowledge.terms.styles import (
    STYLES,
    StyleMention,
    excluded_styles,
    find_styles,
    styles_of,
)
from knowledge.terms.table import Term, load_terms, vocabulary

__all__ = [
    "CITY_ENGLISH",
    "GROUNDS",
    "STYLES",
    "TERRAIN",
    "Conversion",
    "FindingKind",
    "Ground",
    "Style",
    "StyleMention",
    "Term",
    "TermFinding",
    "asked_terms",
    "chinese_city",
    "excluded_styles",
    "find_styles",
    "find_term",
    "glossary_words",
    "ground_asked",
    "holds_simplified",
    "lint",
    "load_conversions",
    "load_terms",
    "normalise",
    "styles_of",
    "tells",
    "to_simplified",
    "to_traditional",
    "vocabulary",
    "without_residue",
]
