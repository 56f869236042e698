"""Held-out examples with the records they were made from: the worlds are drawn again."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.prompts import STYLES, Message, PromptStyle, Spoken, speak_messages
from bot.schema import Draft, Evidence
from finetune.errors import DataError
from finetune.filling import Example
from finetune.filling.example import Filled, ask
from finetune.invented import InventedWorld, open_world

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from finetune.dataset import DataFolder, Split


@dataclass(frozen=True, slots=True)
class HeldOut:
    """One example that was not trained on, ready to be asked and judged."""

    filled: Filled
    world: InventedWorld

    @property
    def example(self) -> Example:
        """The example."""
        return self.filled.example

    def prompt(self, style: PromptStyle, *, retrieval: bool = True) -> tuple[Message, ...]:
        """The serving prompt; without retrieval the question stands alone."""
        if self.example.task == "query" or (retrieval and not self.example.given):
            return self.example.messages
        spoken = self.filled.spoken
        if not retrieval:
            spoken = Spoken(spoken.query, Evidence(), Draft(""), spoken.history)
        return speak_messages(spoken, style)


@contextmanager
def load_held_out(data: DataFolder, split: Split, limit: int = 0) -> Iterator[tuple[HeldOut, ...]]:
    """The examples of a split, evenly over its tasks when there is a limit.

    Raises:
        DataError: When the code makes another prompt today than when the data was built.
    """
    rows = _evenly(data.rows.get(split, []), limit)
    seed = int(data.manifest["seed"])
    style = STYLES[str(data.manifest["style"])]
    with ExitStack() as stack:
        worlds: dict[str, InventedWorld] = {}
        found = []
        for row in rows:
            name = row["world"]
            if name not in worlds:
                worlds[name] = stack.enter_context(open_world(name, seed))
            found.append(_held_out(row, worlds[name], style))
        yield tuple(found)


def _held_out(row: dict[str, Any], world: InventedWorld, style: PromptStyle) -> HeldOut:
    messages = tuple(Message(one["role"], one["content"]) for one in row["messages"])
    example = Example(
        id=row["id"],
        task=row["task"],
        exemplar=row["exemplar"],
        world=row["world"],
        lang=row["lang"],
        question=row["question"],
        history=tuple(row["history"]),
        today=row["today"],
        given=row["given"],
        messages=messages[:-1],
        target=messages[-1].content,
    )
    spoken = ask(example, world.assistant)
    if example.task != "query" and speak_messages(spoken, style) != example.messages:
        raise DataError((f"{example.id}：現在的程式寫出不同的提示，請重新 data build",))
    figures = (*spoken.draft.figures, *([example.given] if example.given else ()))
    return HeldOut(Filled(example, spoken, figures), world)


def _evenly(rows: Sequence[dict[str, Any]], limit: int) -> list[dict[str, Any]]:
    """At most so many rows: one of every exemplar in turn, so that no phrasing fills them."""
    if not limit or len(rows) <= limit:
        return list(rows)
    by_exemplar: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        by_exemplar.setdefault(row["exemplar"], []).append(row)
    chosen: list[dict[str, Any]] = []
    depth = 0
    while len(chosen) < limit:
        layer = [group[depth] for group in by_exemplar.values() if depth < len(group)]
        chosen += layer[: limit - len(chosen)]
        depth += 1
    return chosen
