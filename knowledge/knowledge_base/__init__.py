"""The knowledge of one snapshot: what an answer is looked up in, and how a new version comes about.

An open knowledge base never changes; an import makes a new version beside it, which the next
``KnowledgeBase.open`` sees.
"""

from knowledge.knowledge_base.checking import check
from knowledge.knowledge_base.importing import (
    DEMO_DIR,
    Changes,
    ImportReport,
    import_files,
    load_demo,
)
from knowledge.knowledge_base.opening import KnowledgeBase, open_or_demo

__all__ = [
    "DEMO_DIR",
    "Changes",
    "ImportReport",
    "KnowledgeBase",
    "check",
    "import_files",
    "load_demo",
    "open_or_demo",
]
