"""The nano tokenizer: byte-level BPE over signs, numbers and the words that come again and again.

What merges with its neighbours is other tokens in the prompt than in the answer, which nobody can
copy: so it is cut before anything merges. Han characters stand alone, but for the words of the
labels and of the records' common phrases; a grade, a length, a year, a month and a day with their
hyphen are one token each, so that in 2026-03-03 each part is told from the next.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import PreTrainedTokenizerFast

if TYPE_CHECKING:
    from collections.abc import Iterable

SPECIALS: Final = ("<|endoftext|>", "<|im_start|>", "<|im_end|>", "<|pad|>")
CHAT_TEMPLATE: Final = (
    "{% for m in messages %}<|im_start|>{{ m['role'] }}\n{{ m['content'] }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
_HAN_RUN: Final = re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,12}(?![\u4e00-\u9fff])")
_OFTEN: Final = 20
"""How often a run of Han characters must come in the texts to be a word."""
_NUMBERS: Final = (
    r"5\.\p{N}{1,2}[abcd]?",
    r"V\p{N}{1,2}",
    r"\p{N}{1,2}m\b",
    r"20\p{N}{2}(?=-)",
    r"-\p{N}{2}",
    r"\p{N}{1,2}",
)


def make_tokenizer(texts: Iterable[str], vocabulary: int) -> Any:
    """A fast tokenizer with the ChatML template, trained on the texts."""
    told = list(texts)
    tokenizer = Tokenizer(models.BPE())
    tokenizer.decoder = decoders.ByteLevel()
    cut = "|".join((*_words(told), *_NUMBERS, r"\p{Han}", r"[\p{P}\p{S}]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(cut), "isolated"),
            pre_tokenizers.Split(Regex(r" ?\S+|\s+"), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary,
        special_tokens=list(SPECIALS),
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(told, trainer)
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        eos_token=SPECIALS[2],
        pad_token=SPECIALS[3],
    )
    fast.chat_template = CHAT_TEMPLATE
    return fast


def _words(texts: Iterable[str]) -> list[str]:
    """Runs of Han characters that come often, the longest first."""
    counts = Counter(run for text in texts for run in _HAN_RUN.findall(text))
    often = (run for run, count in counts.items() if count >= _OFTEN)
    return sorted(often, key=lambda run: (-len(run), run))
