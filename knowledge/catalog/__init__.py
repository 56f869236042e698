"""The catalogue: every record of a snapshot in DuckDB, asked exactly.

Invariants: an open catalogue never changes, so its answers may be kept; lists are complete and in a
stated order; unknown values stand last in any order.
"""

from knowledge.catalog.catalogue import Catalogue
from knowledge.catalog.checking import KINDS, check_records
from knowledge.catalog.derived import year_of
from knowledge.catalog.figures import UNGRADED, UNLETTERED, grade_label
from knowledge.catalog.tables import SCHEMA_ID
from knowledge.catalog.writing import write_catalogue

__all__ = [
    "KINDS",
    "SCHEMA_ID",
    "UNGRADED",
    "UNLETTERED",
    "Catalogue",
    "check_records",
    "grade_label",
    "write_catalogue",
    "year_of",
]
