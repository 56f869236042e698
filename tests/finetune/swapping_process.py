"""One bot process that stays open while a version is promoted and rolled back.

``python -m tests.finetune.swapping_process HOME VERSION BASE DATA`` prints what it said as JSON.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from finetune.train.environment import prepare_environment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model.local import LocalModel
    from finetune.evaluate import HeldOut

PROMPTS = 24
SPOKEN = 6
TOKENS = 380


def main() -> int:
    """Base, promoted version, base again: the same prompts each time."""
    home, version, base, data = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4])
    prepare_environment(home, offline=True)
    from bot.model import ModelSettings  # noqa: PLC0415
    from bot.model.local import LocalModel  # noqa: PLC0415
    from finetune.dataset import read_data  # noqa: PLC0415
    from finetune.evaluate import load_held_out  # noqa: PLC0415
    from finetune.registry import promote, rollback  # noqa: PLC0415

    settings = ModelSettings(base=str(base), style="compact", timeout_seconds=120.0)
    model = LocalModel.open(settings, home)
    with load_held_out(read_data(data), "test", PROMPTS) as held:
        phases = [_asked(model, held)]
        promote(home, version)
        phases.append(_asked(model, held))
        rollback(home)
        phases.append(_asked(model, held))
    sys.stdout.write(json.dumps(phases, ensure_ascii=False) + "\n")
    return 0


def _asked(model: LocalModel, held: Sequence[HeldOut]) -> dict[str, Any]:
    from bot.prompts import COMPACT  # noqa: PLC0415
    from bot.voice import Breaker, Voice, VoiceSettings  # noqa: PLC0415

    answers = model.generate([one.example.messages for one in held], max_tokens=TOKENS, batch=12)
    settings = VoiceSettings(COMPACT, deadline_seconds=120.0, max_tokens=TOKENS)
    voice = Voice(model, Breaker(time.monotonic), time.monotonic, settings)
    spoken = [
        asyncio.run(
            voice.speak(one.filled.spoken, gazetteer=one.world.assistant.knowledge.gazetteer)
        )
        for one in held[:SPOKEN]
    ]
    return {
        "name": model.name,
        "answers": answers,
        "outcomes": [one.outcome for one in spoken],
        "texts": [one.text for one in spoken],
        "rendered": [one.filled.spoken.draft.text for one in held[:SPOKEN]],
    }


if __name__ == "__main__":
    sys.exit(main())
