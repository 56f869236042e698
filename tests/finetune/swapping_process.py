"""One bot process that stays open while versions are promoted and rolled back.

``python -m tests.finetune.swapping_process HOME BASE DATA URL VERSION...`` prints what it said as
JSON, one entry a phase: nothing promoted, each version in turn, everything rolled back. It speaks
through the adapter in this process and through a server, which it asks for what the registry names.
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
    from bot.model.remote import RemoteModel
    from finetune.evaluate import HeldOut

LOCAL, SERVED, SPOKEN = 24, 8, 4
TOKENS = 380


async def asked(
    local: LocalModel, remote: RemoteModel, bare: RemoteModel, held: Sequence[HeldOut]
) -> dict[str, Any]:
    """What the bot says now; ``bare`` asks the server for the base by its own name."""
    from bot.prompts import COMPACT  # noqa: PLC0415
    from bot.voice import Breaker, Voice, VoiceSettings  # noqa: PLC0415

    prompts = [one.example.messages for one in held]
    answers = local.generate(prompts, max_tokens=TOKENS, batch=LOCAL)
    settings = VoiceSettings(COMPACT, deadline_seconds=120.0, max_tokens=TOKENS)
    voice = Voice(remote, Breaker(time.monotonic), time.monotonic, settings)
    chosen = held[:SPOKEN]
    said = [
        await voice.speak(one.filled.spoken, gazetteer=one.world.assistant.knowledge.gazetteer)
        for one in chosen
    ]
    served = remote if remote.name else bare
    replies = [await served.chat(one, max_tokens=TOKENS) for one in prompts[:SERVED]]
    return {
        "name": local.name,
        "answers": answers,
        "served_by": sorted({one.model for one in replies}),
        "served": [one.text for one in replies],
        "outcomes": [one.outcome for one in said],
        "texts": [one.text for one in said],
        "rendered": [one.filled.spoken.draft.text for one in chosen],
    }


async def swapped(home: Path, base: Path, data: Path, url: str, versions: Sequence[str]) -> Any:
    """All phases, in one process and one event loop."""
    from bot.model import ModelSettings, open_model  # noqa: PLC0415
    from bot.model.remote import REGISTRY  # noqa: PLC0415
    from finetune.dataset import read_data  # noqa: PLC0415
    from finetune.evaluate import load_held_out  # noqa: PLC0415
    from finetune.registry import promote, rollback  # noqa: PLC0415

    def opened(**where: Any) -> Any:
        settings = ModelSettings(style="compact", timeout_seconds=120.0, **where)
        return open_model(settings, home)

    local = opened(base=str(base))
    remotes = (opened(url=url, model=REGISTRY), opened(url=url, model=base.name))
    with load_held_out(read_data(data), "test", LOCAL) as held:
        phases = [await asked(local, *remotes, held)]
        for version in versions:
            promote(home, version)
            phases.append(await asked(local, *remotes, held))
        while rollback(home):
            pass
        phases.append(await asked(local, *remotes, held))
    for remote in remotes:
        await remote.close()
    return phases


def main() -> int:
    """Run every phase and print them."""
    home, base, data = (Path(one) for one in sys.argv[1:4])
    prepare_environment(home, offline=True)
    phases = asyncio.run(swapped(home, base, data, sys.argv[4], sys.argv[5:]))
    sys.stdout.write(json.dumps(phases, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
