"""The evaluation of questions to the private log: invented members, gold by plain Python.

Gold owes nothing to what is judged: it is computed from the generated entries here, never through
the statistics of the log.
"""

from bot.evaluation.personal.running import evaluate_personal

__all__ = ["evaluate_personal"]
