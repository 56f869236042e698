"""The phrases of our own answers: ``python -m tests.benchmarks.voice_words``.

Writes ``bot/voice/words/authored.txt`` and ``authored_own.txt`` (what is said of a member's own
climbing): every phrase of the hand-written answers that a voice is trained on, without its slots.
A model that learnt to speak from them may say them again.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.voice.evidence.records import unsupported_terms
from bot.voice.house.guards import faults_of
from bot.voice.ordinary.claims import made_up
from finetune.exemplars import load_exemplars
from finetune.filling.slots import SLOT
from knowledge.text import has_han

if TYPE_CHECKING:
    from collections.abc import Iterable

WORDS = Path("bot") / "voice" / "words"
UNSAID = {"safety", "query"}
"""Answers that no model speaks, and no answers."""


def main() -> int:
    """Write both files; 0."""
    exemplars, problems = load_exemplars()
    if problems:
        raise ValueError(problems[0])
    spoken = [one for one in exemplars if one.task not in UNSAID]
    own = [text for one in spoken if one.task == "personal" for text in (*one.say, *one.reasons)]
    rest = [text for one in spoken if one.task != "personal" for text in (*one.say, *one.reasons)]
    _write("authored.txt", rest)
    _write("authored_own.txt", own)
    return 0


def _write(name: str, texts: Iterable[str]) -> None:
    phrases = sorted({phrase for text in texts for phrase in _phrases(text)})
    head = "# Phrases of our own answers, written by python -m tests.benchmarks.voice_words."
    (WORDS / name).write_text("\n".join([head, *phrases, ""]), encoding="utf-8")


def _phrases(text: str) -> list[str]:
    """Runs of Chinese, and clauses of English, between slots and punctuation."""
    parts = re.split(r"[^\u3400-\u9fffA-Za-z' -]+", SLOT.sub("|", text))
    kept = (part.strip(" -'") for part in parts)
    return [part for part in kept if len(part) > 1 and not _claims(part)]


def _claims(phrase: str) -> bool:
    """Whether it says something that only a record can know, or that nobody may say."""
    told = (*made_up(phrase, ""), *unsupported_terms(phrase, ""))
    return bool(told or faults_of(phrase, zh=has_han(phrase)) or "固定點" in phrase)


if __name__ == "__main__":
    sys.exit(main())
