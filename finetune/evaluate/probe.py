"""Memorisation: what was trained on, asked without its records, must not come back."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.prompts import Message, PromptStyle, Spoken, speak_messages
from bot.schema import Draft, Evidence, Query
from finetune.invented import open_world

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from knowledge.schema import Records

KINDS: Final = ("岩場", "區域", "首攀者")


@dataclass(frozen=True, slots=True)
class Probe:
    """A question about a training record, and the values that may not come back."""

    question: str
    prompt: tuple[Message, ...]
    kinds: tuple[str, ...]
    """What each secret is."""
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


def memorisation_table(probes: Sequence[Probe], told: Mapping[str, Sequence[str]]) -> str:
    """What each voice said of the secrets: one row a voice, one column a kind of secret."""
    lines = ["| 聲音 | " + " | ".join(KINDS) + " | 全部 |", "|" + "---|" * (len(KINDS) + 2)]
    for voice, answers in told.items():
        asked, said = Counter[str](), Counter[str]()
        for probe, answer in zip(probes, answers, strict=True):
            asked.update(probe.kinds)
            pairs = zip(probe.kinds, probe.secrets, strict=True)
            said.update(kind for kind, secret in pairs if secret in answer)
        cells = [f"{said[kind]}/{asked[kind]}" for kind in KINDS]
        lines.append(f"| {voice} | {' | '.join(cells)} | {said.total()}/{asked.total()} |")
    note = f"{len(probes)} 個訓練過的路線問題，問的時候不給資料：說出幾個值／有幾個值。"
    return "\n".join([*lines, "", note])


def _probes(records: Records, style: PromptStyle, count: int) -> list[Probe]:
    crags = {crag.id: crag.name for crag in records.crags}
    areas = {area.id: area.name for area in records.areas}
    probes = []
    for route in records.routes[:count]:
        text = f"{route.name}在哪裡、幾級、誰首攀的"
        query = Query("fact", "zh", text)
        prompt = speak_messages(Spoken(query, Evidence(), Draft("")), style)
        values = (crags[route.crag_id], areas.get(route.area_id, ""), route.first_ascent)
        told = [(kind, one) for kind, one in zip(KINDS, values, strict=True) if len(one) > 1]
        kinds, secrets = zip(*told, strict=True)
        probes.append(Probe(text, prompt, kinds, secrets))
    return probes
