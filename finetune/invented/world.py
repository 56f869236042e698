"""A world: files in the formats that people import, read by the real importers."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from bot.assistant import Assistant
from finetune.invented.gyms import gym_file
from finetune.invented.names import NameMaker
from finetune.invented.routes import crag_file
from knowledge.knowledge_base import KnowledgeBase, import_files
from knowledge.schema import Records

if TYPE_CHECKING:
    from collections.abc import Iterator


CRAGS, GYMS = 3, 4


@dataclass(frozen=True, slots=True)
class InventedWorld:
    """A knowledge base over invented records, and the assistant that answers from it."""

    name: str
    assistant: Assistant
    records: Records
    unknown: tuple[str, ...]
    """Names that no record carries."""


def write_world(folder: Path, name: str, seed: int) -> tuple[str, ...]:
    """Write the files of a world; what comes back are names that it does not hold.

    The same name and seed make the same bytes.
    """
    rng = Random(f"{seed}/{name}")  # noqa: S311 - drawn anew, not secret
    names = NameMaker(rng)
    invented = rng.random() < 0.5
    for index in range(CRAGS):
        crag = crag_file(f"{name}-c{index}", names, rng, invented=invented)
        _write(folder / f"crag{index}.json", crag)
    _write(folder / "gyms.json", gym_file(f"{name}-g", names, rng, GYMS, invented=invented))
    return tuple(names.unknown() for _ in range(12))


@contextmanager
def open_world(name: str, seed: int) -> Iterator[InventedWorld]:
    """A world for as long as it is used."""
    with TemporaryDirectory(prefix="yanyou-world-") as scratch:
        files, home = Path(scratch, "files"), Path(scratch, "home")
        files.mkdir()
        unknown = write_world(files, name, seed)
        report = import_files(home, [files])
        if report.unreadable or report.problems:
            problems = "; ".join(map(str, (*report.unreadable, *report.problems)))
            raise ValueError(f"invented world {name}: {problems}")
        with KnowledgeBase.open(home) as knowledge:
            yield InventedWorld(name, Assistant(knowledge), knowledge.catalogue.records(), unknown)


def _write(path: Path, content: dict[str, Any]) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
