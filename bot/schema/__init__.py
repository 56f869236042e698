"""What passes between the stages: Question -> Query -> Evidence -> Draft -> Verdict -> Answer.

Every value is frozen and holds everything that the next stage needs, so that each stage can be
tested alone.
"""

from bot.schema.answer import Answer, Citation, Draft, Unsupported, Verdict
from bot.schema.evidence import Evidence, Group, ScoredCard, Tally
from bot.schema.fields import CRAG_FIELDS, GYM_FIELDS, ROUTE_FIELDS
from bot.schema.kinds import Again, ClaimKind, GroupBy, Intent, Language, MentionKind
from bot.schema.query import Claim, Mention, Query
from bot.schema.question import PAGE_SIZE, Question, Turn

__all__ = [
    "CRAG_FIELDS",
    "GYM_FIELDS",
    "PAGE_SIZE",
    "ROUTE_FIELDS",
    "Again",
    "Answer",
    "Citation",
    "Claim",
    "ClaimKind",
    "Draft",
    "Evidence",
    "Group",
    "GroupBy",
    "Intent",
    "Language",
    "Mention",
    "MentionKind",
    "Query",
    "Question",
    "ScoredCard",
    "Tally",
    "Turn",
    "Unsupported",
    "Verdict",
]
