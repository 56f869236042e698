"""Scores of one answer, each between 0 and 1 or a list of faults; pure."""

from finetune.metrics.intervals import Interval, bootstrap
from finetune.metrics.tone import RUBRIC, certifies, tone_faults
from finetune.metrics.words import copied_share, keeps_format, script_faults, term_faults

__all__ = [
    "RUBRIC",
    "Interval",
    "bootstrap",
    "certifies",
    "copied_share",
    "keeps_format",
    "script_faults",
    "term_faults",
    "tone_faults",
]
