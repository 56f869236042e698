"""Why a question failed: the voice, or what it was given; which stage lost it, and what to do."""

from finetune.diagnose.causes import CAUSES, Cause, Finding, rank
from finetune.diagnose.evidence import Perfect, perfect_evidence
from finetune.diagnose.examine import Failure, examine

__all__ = [
    "CAUSES",
    "Cause",
    "Failure",
    "Finding",
    "Perfect",
    "examine",
    "perfect_evidence",
    "rank",
]
