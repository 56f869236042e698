"""Training: a recipe, data and a base become a run folder with an adapter."""

from finetune.train.run import TrainPlan, train

__all__ = ["TrainPlan", "train"]
