"""The knowledge of one snapshot: what an answer is looked up in, and how a new version comes about.

An open knowledge base never changes; an import or a reload makes a new version beside it, which the
next ``KnowledgeBase.open`` sees.
"""

from knowledge.knowledge_base.actor import Actor, terminal_user
from knowledge.knowledge_base.apart import ReloadSummary, reload_apart
from knowledge.knowledge_base.base import Base
from knowledge.knowledge_base.checking import check
from knowledge.knowledge_base.diff import Change, Diff
from knowledge.knowledge_base.importing import (
    DEMO_DIR,
    Changes,
    ImportReport,
    import_files,
    load_demo,
)
from knowledge.knowledge_base.inbox import Inbox, Taken, report_of, watch
from knowledge.knowledge_base.indexing import index_builder
from knowledge.knowledge_base.live import LiveKnowledge
from knowledge.knowledge_base.opening import KnowledgeBase, open_or_demo
from knowledge.knowledge_base.planning import Plan, Request
from knowledge.knowledge_base.posting import edit_notice, post_notice, retire_notice
from knowledge.knowledge_base.reloading import ReloadReport, commit, plan_reload, reload_files
from knowledge.knowledge_base.sources import (
    forget_source,
    holdings,
    plan_forgetting,
    purge,
    traces_of,
)
from knowledge.knowledge_base.versions import diff_versions, history, kept, rollback

__all__ = [
    "DEMO_DIR",
    "Actor",
    "Base",
    "Change",
    "Changes",
    "Diff",
    "ImportReport",
    "Inbox",
    "KnowledgeBase",
    "LiveKnowledge",
    "Plan",
    "ReloadReport",
    "ReloadSummary",
    "Request",
    "Taken",
    "check",
    "commit",
    "diff_versions",
    "edit_notice",
    "forget_source",
    "history",
    "holdings",
    "import_files",
    "index_builder",
    "kept",
    "load_demo",
    "open_or_demo",
    "plan_forgetting",
    "plan_reload",
    "post_notice",
    "purge",
    "reload_apart",
    "reload_files",
    "report_of",
    "retire_notice",
    "rollback",
    "terminal_user",
    "traces_of",
    "watch",
]
