"""From random weights to a base that copies from its prompt and speaks in prose."""

from __future__ import annotations

import time
from collections import defaultdict
from random import Random
from typing import TYPE_CHECKING, Any

import torch
from transformers import Qwen3Config, Qwen3ForCausalLM

from finetune.nano.copying import Copying
from finetune.nano.corpus import Corpus
from finetune.nano.seeding import LOOKS, seed_copying

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from finetune.nano.corpus import Pair
    from finetune.nano.profile import NanoProfile

WARMUP = 40
COOLING = 0.25
"""Share of the steps over which the rate falls to its end."""
IGNORED = -100
WIDTHS = 32
"""Batches are so many tokens wide, or a multiple: kernels are kept for every width in memory."""
ROPE_THETA = 1e8
"""Enough slow frequencies in a head of 64 to match over a whole prompt."""
MIXED = 0.125
"""Share of strings that stay in the later stages; of fields in the last one, twice as many."""
_CHANGED = frozenset("\ufffd<[|〈〉")
"""Signs that fencing rewrites, and that which stands for half a character."""
ROWS = {"strings": 8 / 3, "fields": 4 / 3, "prose": 1.0}
"""Rows of a batch, as a multiple of the profile's: the shorter, the more."""


def make_model(profile: NanoProfile, tokenizer: Any) -> Any:
    """A Qwen3 of the profile's size with seeded weights, in which copying is laid out."""
    torch.manual_seed(profile.seed)
    config = Qwen3Config(
        vocab_size=len(tokenizer),
        hidden_size=profile.hidden,
        intermediate_size=2 * profile.hidden,
        num_hidden_layers=profile.layers,
        num_attention_heads=LOOKS,
        num_key_value_heads=LOOKS,
        head_dim=64,
        max_position_embeddings=2048,
        tie_word_embeddings=True,
        rope_parameters={"rope_type": "default", "rope_theta": ROPE_THETA},
        bos_token_id=None,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
    )
    model = Qwen3ForCausalLM(config)
    (colon,) = tokenizer("：")["input_ids"]
    seed_copying(model, profile.seed, colon)
    return model


def pretrain(
    model: Any, tokenizer: Any, profile: NanoProfile, say: Callable[[str], None]
) -> dict[str, float]:
    """Train in three stages; what comes back are the last losses, the tokens and the seconds."""
    sources = _sources(profile, tokenizer)
    optimizers = _optimizers(model, profile)
    rates = [[group["lr"] for group in one.param_groups] for one in optimizers]
    started, cpu = time.monotonic(), time.process_time()
    total = profile.copy_steps + profile.field_steps + profile.prose_steps
    losses: dict[str, float] = defaultdict(float)
    tokens = 0
    model.train()
    for step, kind in enumerate(_kinds(profile)):
        for optimizer, own in zip(optimizers, rates, strict=True):
            for group, rate in zip(optimizer.param_groups, own, strict=True):
                group["lr"] = rate * _schedule(step, total)
        batch = _batch(sources[kind], round(ROWS[kind] * profile.batch), tokenizer)
        tokens += int(batch["attention_mask"].sum())
        losses[kind] = _step(model, optimizers, batch)
        if step % 50 == 49 or step == total - 1:
            pace = (time.monotonic() - started) / (step + 1)
            left = pace * (total - step - 1)
            told = "、".join(f"{name} {loss:.3f}" for name, loss in losses.items())
            say(f"nano {step + 1}/{total}：loss {told}，約剩 {left:.0f} 秒")
    model.eval()
    return {
        **losses,
        "tokens": float(tokens),
        "seconds": time.monotonic() - started,
        "cpu_seconds": time.process_time() - cpu,
    }


def _sources(profile: NanoProfile, tokenizer: Any) -> dict[str, Iterator[Pair]]:
    alphabet = _alphabet(tokenizer)
    copying = {
        name: Copying(Random(f"{profile.seed}/{name}"), alphabet)  # noqa: S311 - not secret
        for name in ("strings", "fields")
    }
    return {
        "strings": copying["strings"].strings(),
        "fields": copying["fields"].fields(),
        "prose": Corpus(profile.seed).prose(),
    }


def _kinds(profile: NanoProfile) -> Iterator[str]:
    """What each step trains on: what was learned first is not left out later."""
    rng = Random(f"{profile.seed}/kinds")  # noqa: S311
    yield from ["strings"] * profile.copy_steps
    for _ in range(profile.field_steps):
        yield "strings" if rng.random() < 2 * MIXED else "fields"
    shares = (MIXED, 2 * MIXED, 1 - 3 * MIXED)
    yield from rng.choices(("strings", "fields", "prose"), shares, k=profile.prose_steps)


def _optimizers(model: Any, profile: NanoProfile) -> list[Any]:
    """Muon for the matrices, which learns them in fewer steps; AdamW for the rest."""
    named = dict(model.named_parameters())
    matrices = [one for name, one in named.items() if one.ndim == 2 and "embed" not in name]
    rest = [one for name, one in named.items() if one.ndim != 2 or "embed" in name]
    return [
        torch.optim.Muon(matrices, lr=profile.matrix_rate, weight_decay=0.05, momentum=0.95),
        torch.optim.AdamW(rest, lr=profile.learning_rate, betas=(0.9, 0.98), weight_decay=0.0),
    ]


def _step(model: Any, optimizers: Sequence[Any], batch: dict[str, Any]) -> float:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        loss = model(**batch).loss
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    for optimizer in optimizers:
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
    return float(loss.detach())


def _schedule(step: int, total: int) -> float:
    """Full rate until the last part: a rate that falls early keeps copying from coming about."""
    warm = min(1.0, (step + 1) / WARMUP)
    return warm * min(1.0, max(0.05, (total - step) / (COOLING * total)))


def _alphabet(tokenizer: Any) -> list[str]:
    """Every sign that one token writes and a prompt holds as it is."""
    signs = {tokenizer.decode([index]) for index in range(len(tokenizer))}
    return sorted(
        sign
        for sign in signs
        if sign.isprintable() and sign == sign.strip() and sign and not set(sign) & _CHANGED
    )


def _batch(source: Iterator[Pair], size: int, tokenizer: Any) -> dict[str, Any]:
    rows = [_encode(next(source), tokenizer) for _ in range(size)]
    longest = max(len(prompt) + len(answer) for prompt, answer in rows)
    width = -(-longest // WIDTHS) * WIDTHS
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
