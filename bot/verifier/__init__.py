"""Whether every fact of a text is supported by a record: pure, used on all that leaves.

Invariants: nothing is repaired here, only judged; a fact counts as supported when the record that
the text attaches it to holds it, not when some other record does.
"""

from bot.verifier.check import verify

__all__ = ["verify"]
