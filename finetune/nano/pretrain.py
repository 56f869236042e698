"""From random weights to a base that copies from its prompt and speaks in prose."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import torch
from transformers import Qwen3Config, Qwen3ForCausalLM

from finetune.nano.corpus import Corpus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from finetune.nano.corpus import Pair
    from finetune.nano.profile import NanoProfile

WARMUP = 40
COOLING = 0.25
"""Share of the steps over which the rate falls to its end."""
IGNORED = -100


def make_model(profile: NanoProfile, tokenizer: Any) -> Any:
    """A Qwen3 of the profile's size with seeded random weights."""
    torch.manual_seed(profile.seed)
    config = Qwen3Config(
        vocab_size=len(tokenizer),
        hidden_size=profile.hidden,
        intermediate_size=3 * profile.hidden,
        num_hidden_layers=profile.layers,
        num_attention_heads=profile.hidden // 32,
        num_key_value_heads=max(1, profile.hidden // 64),
        head_dim=32,
        max_position_embeddings=2048,
        tie_word_embeddings=True,
        bos_token_id=None,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
    )
    return Qwen3ForCausalLM(config)


def pretrain(
    model: Any, tokenizer: Any, profile: NanoProfile, say: Callable[[str], None]
) -> dict[str, float]:
    """Train in two stages; what comes back are the last losses, the tokens and the seconds."""
    corpus = Corpus(profile.seed)
    alphabet = _alphabet(tokenizer)
    optimizer = torch.optim.AdamW(
        model.parameters(), lr=profile.learning_rate, betas=(0.9, 0.98), weight_decay=0.05
    )
    started, cpu = time.monotonic(), time.process_time()
    strings, prose = corpus.strings(alphabet), corpus.prose()
    total = profile.copy_steps + profile.task_steps
    losses = {"copy": 0.0, "task": 0.0}
    tokens = 0
    model.train()
    for step in range(total):
        copying = step < profile.copy_steps
        source = strings if copying else prose
        size = 4 * profile.batch if copying else profile.batch
        for group in optimizer.param_groups:
            group["lr"] = profile.learning_rate * _schedule(step, total)
        batch = _batch(source, size, tokenizer)
        tokens += int(batch["attention_mask"].sum())
        loss = _step(model, optimizer, batch)
        losses["copy" if copying else "task"] = loss
        if step % 50 == 49 or step == total - 1:
            pace = (time.monotonic() - started) / (step + 1)
            left = pace * (total - step - 1)
            say(f"nano {step + 1}/{total}：loss {loss:.3f}，約剩 {left:.0f} 秒")
    model.eval()
    return {
        **losses,
        "tokens": float(tokens),
        "seconds": time.monotonic() - started,
        "cpu_seconds": time.process_time() - cpu,
    }


def _step(model: Any, optimizer: Any, batch: dict[str, Any]) -> float:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        loss = model(**batch).loss
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    optimizer.zero_grad(set_to_none=True)
    return float(loss.detach())


def _schedule(step: int, total: int) -> float:
    """Full rate until the last part: a rate that falls early keeps copying from coming about."""
    warm = min(1.0, (step + 1) / WARMUP)
    return warm * min(1.0, max(0.05, (total - step) / (COOLING * total)))


def _alphabet(tokenizer: Any) -> list[str]:
    """Every sign that one token writes, so that copying is learned for all of them."""
    signs = {tokenizer.decode([index]) for index in range(len(tokenizer))}
    return sorted(
        sign for sign in signs if sign.strip() and "\ufffd" not in sign and "<" not in sign
    )


def _batch(source: Iterator[Pair], size: int, tokenizer: Any) -> dict[str, Any]:
    rows = [_encode(next(source), tokenizer) for _ in range(size)]
    width = max(len(prompt) + len(answer) for prompt, answer in rows)
    ids = torch.full((size, width), tokenizer.pad_token_id)
    labels = torch.full((size, width), IGNORED)
    mask = torch.zeros((size, width), dtype=torch.long)
    for index, (prompt, answer) in enumerate(rows):
        end = len(prompt) + len(answer)
        ids[index, :end] = torch.tensor([*prompt, *answer])
        labels[index, len(prompt) : end] = torch.tensor(answer)
        mask[index, :end] = 1
    return {"input_ids": ids, "attention_mask": mask, "labels": labels}


def _encode(pair: Pair, tokenizer: Any) -> tuple[Sequence[int], Sequence[int]]:
    messages, answer = pair
    turns = [{"role": one.role, "content": one.content} for one in messages]
    head = tokenizer.apply_chat_template(turns, tokenize=False, add_generation_prompt=True)
    return tokenizer(head)["input_ids"], tokenizer(f"{answer}<|im_end|>\n")["input_ids"]
