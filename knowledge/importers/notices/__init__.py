"""Notices in files of others, read strictly: a row with a mistake is listed and left out whole.

Invariants: every mistake of a row is listed at once with file and place; every text that comes out
is fit to be shown, and no text begins as a formula of a spreadsheet does.
"""

from knowledge.importers.notices.headings import (
    KIND_WORDS,
    NOTICE_FIELDS,
    NOTICE_HEADINGS,
    is_notice_header,
)
from knowledge.importers.notices.placing import Place, PlacedNotice, PlaceNames, place_notices
from knowledge.importers.notices.rows import read_rows
from knowledge.importers.notices.template import TEMPLATES, template
from knowledge.importers.notices.values import matches, read_value

__all__ = [
    "KIND_WORDS",
    "NOTICE_FIELDS",
    "NOTICE_HEADINGS",
    "TEMPLATES",
    "Place",
    "PlaceNames",
    "PlacedNotice",
    "is_notice_header",
    "matches",
    "place_notices",
    "read_rows",
    "read_value",
    "template",
]
