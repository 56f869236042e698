"""Immutable versions of the knowledge on disk.

``DATA_DIR/snapshots/<number>/`` holds ``manifest.json``, ``notices.json`` and, when the catalogue
changed, ``catalog.duckdb``; a version whose catalogue did not change names an earlier one as its
base. The file ``DATA_DIR/CURRENT`` holds the number that counts, ``DATA_DIR/history.jsonl`` a line
for every version.

A version is written beside (files, then the manifest, each synced), renamed into place, noted in
the history, and only then named by ``CURRENT``; nothing is changed afterwards. So a crash at any
moment leaves the old version or the new one, and readers need no lock.
"""

from knowledge.snapshots.board import Board
from knowledge.snapshots.history import Entry, chain, entry_of
from knowledge.snapshots.publishing import (
    KEPT_CATALOGUES,
    KEPT_VERSIONS,
    Contents,
    Prepare,
    import_lock,
    point_to,
    publish,
    sweep,
)
from knowledge.snapshots.versions import (
    CATALOGUE,
    INDEX,
    KINDS,
    MANIFEST,
    NOTICES,
    Snapshot,
    count,
    current,
    damaged,
    has_index,
    load,
    newest_intact,
    numbers,
    pointer,
)

__all__ = [
    "CATALOGUE",
    "INDEX",
    "KEPT_CATALOGUES",
    "KEPT_VERSIONS",
    "KINDS",
    "MANIFEST",
    "NOTICES",
    "Board",
    "Contents",
    "Entry",
    "Prepare",
    "Snapshot",
    "chain",
    "count",
    "current",
    "damaged",
    "entry_of",
    "has_index",
    "import_lock",
    "load",
    "newest_intact",
    "numbers",
    "point_to",
    "pointer",
    "publish",
    "sweep",
]
