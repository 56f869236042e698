"""The nano base: a small Qwen3 made from scratch, a test instrument and never a product.

It copies names from its prompt and answers in prose, so that a LoRA has something to change. Its
numbers say that the pipeline works and nothing about the quality of any real model.
"""

from finetune.nano.corpus import Corpus, prose_pair
from finetune.nano.profile import PROFILES, NanoProfile
from finetune.nano.recipe import make_nano, nano_folder

__all__ = ["PROFILES", "Corpus", "NanoProfile", "make_nano", "nano_folder", "prose_pair"]
