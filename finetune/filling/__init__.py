"""Exemplars filled with invented records: the exact serving prompt and its target."""

from finetune.filling.cast import Cast, CastError, draw_cast
from finetune.filling.example import Example, Filled, fill
from finetune.filling.slots import SLOT, slot_problems

__all__ = ["SLOT", "Cast", "CastError", "Example", "Filled", "draw_cast", "fill", "slot_problems"]
