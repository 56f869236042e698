"""Transformers and PEFT in this process: a base folder and the registry's current adapter.

A lock stands around every generation and every swap, so an answer is finished by the version that
began it.
"""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import torch
from llama_index.core.base.llms.types import ChatMessage, MessageRole
from llama_index.llms.huggingface import HuggingFaceLLM
from peft import PeftModel
from transformers import AutoModelForCausalLM, AutoTokenizer

from bot.model.adapters import AdapterRefusedError, AdapterStore, base_identity
from bot.model.chat import ModelError, Reply

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterator, Sequence

    from bot.model.adapters import AdapterInfo
    from bot.model.chat import Turn
    from bot.model.settings import ModelSettings

logger = logging.getLogger(__name__)

_CONTEXT: Final = 4096


class LocalModel:
    """A base in memory; the adapter on top of it follows the registry."""

    def __init__(
        self, model: Any, tokenizer: Any, settings: ModelSettings, store: AdapterStore, base: Path
    ) -> None:
        self._base_model = model
        self._peft: Any = None
        self._tokenizer = tokenizer
        self._settings = settings
        self._store = store
        self._identity = base_identity(base)
        self._lock = threading.Lock()
        self._adapter: AdapterInfo | None = None
        self._seen = ""
        self._base_name = base.name

    @classmethod
    def open(cls, settings: ModelSettings, data_dir: Path) -> LocalModel:
        """Load the base and the current adapter.

        Raises:
            ModelError: When the folder holds no model.
        """
        base = Path(settings.base)
        try:
            tokenizer = AutoTokenizer.from_pretrained(base, local_files_only=True)
            model = AutoModelForCausalLM.from_pretrained(
                base, local_files_only=True, dtype="auto", use_safetensors=True
            )
        except (OSError, ValueError) as error:
            raise ModelError(f"no model in {base.name}") from error
        model.eval()
        opened = cls(model, tokenizer, settings, AdapterStore(data_dir), base)
        opened.refresh()
        return opened

    @property
    def name(self) -> str:
        """The adapter that answers now, else the base."""
        return self._adapter.name if self._adapter else self._base_name

    @property
    def style(self) -> str:
        """The size of prompt that the adapter was trained on."""
        return self._adapter.style if self._adapter else self._settings.style

    @property
    def identity(self) -> dict[str, str]:
        """Of the base."""
        return self._identity

    def refresh(self) -> bool:
        """Follow the registry; true when another version answers now.

        A version that is refused changes nothing: the one before goes on.
        """
        wanted = self._store.current_name()
        if wanted == self._seen:
            return False
        self._seen = wanted
        if not wanted:
            with self._lock:
                changed, self._adapter = self._adapter is not None, None
            return changed
        try:
            info = self._store.checked(wanted, self._identity)
        except AdapterRefusedError as error:
            logger.warning("%s", error)
            return False
        try:
            with self._lock:
                self._load(info)
                self._adapter = info
        except (RuntimeError, ValueError, KeyError, OSError):
            logger.exception("adapter %s does not load", info.name)
            return False
        logger.info("adapter %s answers now", info.name)
        return True

    async def chat(self, messages: Sequence[Turn], *, max_tokens: int | None = None) -> Reply:
        """The whole answer.

        Raises:
            ModelError: Too slow or empty.
        """
        self.refresh()
        limit = max_tokens or self._settings.max_tokens
        try:
            async with asyncio.timeout(self._settings.timeout_seconds):
                return await asyncio.to_thread(self._answer, list(messages), limit)
        except TimeoutError as error:
            raise ModelError("the model was too slow") from error

    async def stream(
        self, messages: Sequence[Turn], *, max_tokens: int | None = None
    ) -> AsyncGenerator[str]:
        """The answer in pieces.

        Raises:
            ModelError: Too slow.
        """
        self.refresh()
        limit = max_tokens or self._settings.max_tokens
        pieces = self._pieces(list(messages), limit)
        try:
            async with asyncio.timeout(self._settings.timeout_seconds):
                while (piece := await asyncio.to_thread(next, pieces, None)) is not None:
                    yield piece
        except TimeoutError as error:
            raise ModelError("the model was too slow") from error
        finally:
            pieces.close()

    def generate(
        self, prompts: Sequence[Sequence[Turn]], *, max_tokens: int, batch: int = 16
    ) -> list[str]:
        """Greedy answers to many prompts, in their order."""
        self.refresh()
        with self._lock:
            return generate_texts(
                self._active(), self._tokenizer, prompts, max_tokens=max_tokens, batch=batch
            )

    async def close(self) -> None:
        """Forget the weights."""
        with self._lock:
            self._base_model = self._peft = None

    def _answer(self, messages: list[Turn], limit: int) -> Reply:
        started = time.monotonic()
        with self._lock:
            name = self.name
            response = self._llm(limit).chat(_converted(messages))
        text = str(response.message.content or "").strip()
        if not text:
            raise ModelError("the model answered nothing")
        prompt = self._prompt(_converted(messages))
        tokens_in, tokens_out = (len(self._tokenizer(one)["input_ids"]) for one in (prompt, text))
        return Reply(text, name, tokens_in, tokens_out, time.monotonic() - started)

    def _pieces(self, messages: list[Turn], limit: int) -> Any:
        def run() -> Iterator[str]:
            with self._lock:
                for piece in self._llm(limit).stream_chat(_converted(messages)):
                    if piece.delta:
                        yield piece.delta

        return run()

    def _active(self) -> Any:
        return self._peft if self._adapter is not None else self._base()

    def _base(self) -> Any:
        return self._base_model if self._peft is None else _Disabled(self._peft)

    def _load(self, info: AdapterInfo) -> None:
        """Put the version on top of the base; the one before stays until this one is in."""
        key = info.name.replace(".", "_")  # PEFT makes a module of the name
        if self._peft is None:
            self._peft = PeftModel.from_pretrained(
                self._base_model, info.folder, adapter_name=key, local_files_only=True
            )
            self._peft.eval()
            return
        before = set(self._peft.peft_config)
        if key not in before:
            try:
                self._peft.load_adapter(info.folder, key, local_files_only=True)
            except Exception:
                if key in self._peft.peft_config:
                    self._peft.delete_adapter(key)
                raise
        self._peft.set_adapter(key)
        for old in before - {key}:
            self._peft.delete_adapter(old)

    def _llm(self, limit: int) -> Any:
        return HuggingFaceLLM(
            model=self._active(),
            tokenizer=self._tokenizer,
            model_name=self._base_name,
            tokenizer_name=self._base_name,
            context_window=min(_CONTEXT, self._base_model.config.max_position_embeddings),
            max_new_tokens=limit,
            is_chat_model=True,
            messages_to_prompt=self._prompt,
            generate_kwargs={"do_sample": False, "pad_token_id": self._tokenizer.pad_token_id},
        )

    def _prompt(self, messages: Sequence[ChatMessage]) -> str:
        turns = [{"role": one.role.value, "content": one.content} for one in messages]
        return chat_prompt(self._tokenizer, turns)


class _Disabled:
    """The base under a PEFT model: its adapters are off while it generates."""

    def __init__(self, model: Any) -> None:
        self._model = model

    def __getattr__(self, name: str) -> Any:
        return getattr(self._model, name)

    def generate(self, *arguments: Any, **options: Any) -> Any:
        """Generate without any adapter."""
        with self._model.disable_adapter():
            return self._model.generate(*arguments, **options)


def chat_prompt(tokenizer: Any, turns: Sequence[dict[str, Any]]) -> str:
    """The conversation in the base's own template, ready to be answered, without thinking."""
    prompt: str = tokenizer.apply_chat_template(
        list(turns), tokenize=False, add_generation_prompt=True, enable_thinking=False
    )
    return prompt


def generate_texts(
    model: Any,
    tokenizer: Any,
    prompts: Sequence[Sequence[Turn]],
    *,
    max_tokens: int,
    batch: int = 16,
) -> list[str]:
    """Greedy answers to the prompts, in their order; batches hold prompts of like length."""
    texts = [
        chat_prompt(tokenizer, [{"role": one.role, "content": one.content} for one in prompt])
        for prompt in prompts
    ]
    order = sorted(range(len(texts)), key=lambda index: len(texts[index]))
    said: dict[int, str] = {}
    side, tokenizer.padding_side = tokenizer.padding_side, "left"
    try:
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            answers = _generate(model, tokenizer, [texts[index] for index in chosen], max_tokens)
            said.update(zip(chosen, answers, strict=True))
    finally:
        tokenizer.padding_side = side
    return [said[index] for index in range(len(texts))]


def _generate(model: Any, tokenizer: Any, texts: list[str], max_tokens: int) -> list[str]:
    encoded = tokenizer(texts, return_tensors="pt", padding=True, add_special_tokens=False)
    inputs = {key: encoded[key].to(model.device) for key in ("input_ids", "attention_mask")}
    with torch.inference_mode():
        output = model.generate(
            **inputs,
            max_new_tokens=max_tokens,
            do_sample=False,
            pad_token_id=tokenizer.pad_token_id,
        )
    width = inputs["input_ids"].shape[1]
    return [tokenizer.decode(row[width:], skip_special_tokens=True).strip() for row in output]


def _converted(messages: Sequence[Turn]) -> list[ChatMessage]:
    return [ChatMessage(role=MessageRole(one.role), content=one.content) for one in messages]
