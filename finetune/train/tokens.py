"""Rows to token ids and labels: only the answer and its end count in the loss."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from bot.model.local import chat_prompt

if TYPE_CHECKING:
    from collections.abc import Sequence

IGNORED: Final = -100


@dataclass(frozen=True, slots=True)
class Encoded:
    """Examples as token ids, and how many were left out because they are too long."""

    examples: list[dict[str, list[int]]]
    too_long: int
    tokens: int
    """All tokens of one epoch."""
    counted: int
    """Tokens that count in the loss."""


def encode_rows(rows: Sequence[dict[str, Any]], tokenizer: Any, limit: int) -> Encoded:
    """The rows with the loss masked outside the answer; rows over the limit are left out whole.

    A cut answer would teach to stop in the middle.
    """
    examples, too_long = [], 0
    for row in rows:
        ids, labels = encode(row["messages"], tokenizer)
        if len(ids) > limit:
            too_long += 1
            continue
        examples.append({"input_ids": ids, "labels": labels})
    counted = sum(label != IGNORED for one in examples for label in one["labels"])
    return Encoded(examples, too_long, sum(len(one["input_ids"]) for one in examples), counted)


def encode(messages: Sequence[dict[str, str]], tokenizer: Any) -> tuple[list[int], list[int]]:
    """Ids and labels of one conversation that ends with the answer.

    Raises:
        ValueError: When the template writes the prompt differently once the answer is there.
    """
    head = chat_prompt(tokenizer, messages[:-1])
    whole: str = tokenizer.apply_chat_template(
        list(messages), tokenize=False, enable_thinking=False
    )
    if not whole.startswith(head):
        raise ValueError("the chat template rewrites the prompt when the answer is added")
    prompt = tokenizer(head, add_special_tokens=False)["input_ids"]
    answer = tokenizer(whole[len(head) :], add_special_tokens=False)["input_ids"]
    return [*prompt, *answer], [IGNORED] * len(prompt) + list(answer)


@dataclass(frozen=True, slots=True)
class Padding:
    """Pads a batch to its longest example; the same for every backend."""

    pad_id: int

    def __call__(self, examples: Sequence[dict[str, list[int]]]) -> dict[str, Any]:
        """The batch as tensors."""
        import torch  # noqa: PLC0415

        width = max(len(one["input_ids"]) for one in examples)
        rows = [one["input_ids"] for one in examples]
        ids = [row + [self.pad_id] * (width - len(row)) for row in rows]
        labels = [one["labels"] + [IGNORED] * (width - len(one["labels"])) for one in examples]
        mask = [[1] * len(row) + [0] * (width - len(row)) for row in rows]
        return {
            "input_ids": torch.tensor(ids),
            "attention_mask": torch.tensor(mask),
            "labels": torch.tensor(labels),
        }
