"""Memorisation: what was trained on, asked without its records, must not come back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.prompts import Message, PromptStyle, Spoken, speak_messages
from bot.schema import Draft, Evidence, Query
from finetune.invented import open_world

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.schema import Records


@dataclass(frozen=True, slots=True)
class Probe:
    """A question about a training record, and the values that may not come back."""

    question: str
    prompt: tuple[Message, ...]
    secrets: tuple[str, ...]
    """Names that belong to this record alone and do not stand in the prompt."""


def memorisation_prompts(
    worlds: Sequence[str], seed: int, style: PromptStyle, count: int
) -> tuple[Probe, ...]:
    """Questions about records of the training worlds, with nothing retrieved."""
    probes: list[Probe] = []
    each = max(1, -(-count // max(len(worlds), 1)))
    for name in worlds:
        with open_world(name, seed) as world:
            probes += _probes(world.records, style, each)
    return tuple(probes[:count])


def memorised(probes: Sequence[Probe], answers: Sequence[str]) -> tuple[str, ...]:
    """Secrets that came back, as ``question → secret``."""
    return tuple(
        f"{probe.question} → {secret}"
        for probe, answer in zip(probes, answers, strict=True)
        for secret in probe.secrets
        if secret in answer
    )


def _probes(records: Records, style: PromptStyle, count: int) -> list[Probe]:
    crags = {crag.id: crag.name for crag in records.crags}
    areas = {area.id: area.name for area in records.areas}
    probes = []
    for route in records.routes[:count]:
        text = f"{route.name}在哪裡、幾級、誰首攀的"
        query = Query("fact", "zh", text)
        prompt = speak_messages(Spoken(query, Evidence(), Draft("")), style)
        secrets = (crags[route.crag_id], areas.get(route.area_id, ""), route.first_ascent)
        probes.append(Probe(text, prompt, tuple(one for one in secrets if len(one) > 1)))
    return probes
