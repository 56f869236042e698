"""What a person looks at: decoded examples with the loss mask, and how long they are."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from finetune.dataset.files import DataFolder


class ChatTokenizer(Protocol):
    """The part of a Transformers tokenizer that is used here."""

    def apply_chat_template(self, conversation: Any, **options: Any) -> Any:
        """The conversation as text or token ids."""
        ...


def load_tokenizer(base: Path) -> ChatTokenizer:
    """The tokenizer of a base folder; needs the training stack."""
    from transformers import AutoTokenizer  # noqa: PLC0415

    tokenizer: ChatTokenizer = AutoTokenizer.from_pretrained(base, local_files_only=True)
    return tokenizer


def preview(row: dict[str, Any], tokenizer: ChatTokenizer | None) -> str:
    """One example; 【】 marks what counts in the loss, everything else is only read."""
    prompt, target = row["messages"][:-1], row["messages"][-1]["content"]
    if tokenizer is None:
        said = "\n".join(f"{one['role']}：{one['content']}" for one in prompt)
        return f"== {row['id']} ==\n{said}\nassistant：【{target}】"
    head = tokenizer.apply_chat_template(prompt, tokenize=False, add_generation_prompt=True)
    whole = tokenizer.apply_chat_template(row["messages"], tokenize=False)
    return f"== {row['id']} ==\n{head}【{whole[len(head) :].rstrip()}】"


def statistics(data: DataFolder, tokenizer: ChatTokenizer | None, limit: int) -> str:
    """Tokens (characters without a tokenizer) by split and by task, and the share cut off."""
    unit = "token" if tokenizer else "字"
    lines = [f"{'':<24}{'n':>7}{'p50':>7}{'p95':>7}{'max':>7}{'截斷':>8}（{unit}，上限 {limit}）"]
    by_task: dict[str, list[int]] = defaultdict(list)
    for split, rows in data.rows.items():
        sizes = [_size(row["messages"], tokenizer) for row in rows]
        lines.append(_line(split, sizes, limit))
        for row, size in zip(rows, sizes, strict=True):
            by_task[row["task"]].append(size)
    lines += [_line(task, sizes, limit) for task, sizes in by_task.items()]
    return "\n".join(lines)


def _size(messages: Sequence[dict[str, str]], tokenizer: ChatTokenizer | None) -> int:
    if tokenizer is None:
        return sum(len(one["content"]) for one in messages)
    text = tokenizer.apply_chat_template(messages, tokenize=False)
    encoded: dict[str, list[int]] = tokenizer(text, add_special_tokens=False)  # type: ignore[operator]
    return len(encoded["input_ids"])


def _line(name: str, sizes: Sequence[int], limit: int) -> str:
    if not sizes:
        return f"{name:<24}{0:>7}"
    ordered = sorted(sizes)
    middle, high = ordered[len(ordered) // 2], ordered[int(0.95 * (len(ordered) - 1))]
    cut = sum(size > limit for size in sizes) / len(sizes)
    return f"{name:<24}{len(sizes):>7}{middle:>7}{high:>7}{ordered[-1]:>7}{cut:>8.1%}"
