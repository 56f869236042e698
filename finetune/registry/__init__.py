"""Versions of the voice: immutable, hashed, gated; one pointer says which one answers."""

from finetune.registry.gates import Measured, gate_faults
from finetune.registry.registering import next_name, register
from finetune.registry.versions import (
    compare_versions,
    list_versions,
    promote,
    promotions,
    rollback,
)

__all__ = [
    "Measured",
    "compare_versions",
    "gate_faults",
    "list_versions",
    "next_name",
    "promote",
    "promotions",
    "register",
    "rollback",
]
