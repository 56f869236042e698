"""Training data: exemplars over invented worlds, validated, split, written as JSON Lines."""

from finetune.dataset.build import UNFILLED, BuildPlan, Built, build, recipe_plan
from finetune.dataset.files import DataFolder, read_data, write_data
from finetune.dataset.splits import Split, split_of
from finetune.dataset.validate import validate_data, validate_exemplars

__all__ = [
    "UNFILLED",
    "BuildPlan",
    "Built",
    "DataFolder",
    "Split",
    "build",
    "read_data",
    "recipe_plan",
    "split_of",
    "validate_data",
    "validate_exemplars",
    "write_data",
]
