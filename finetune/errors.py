"""Errors of training: ``str(error)`` is English for logs, ``reply`` is zh-TW for people."""

from __future__ import annotations


class FinetuneError(Exception):
    """Base of everything that the finetune package raises on purpose."""

    reply = "訓練流程出了點狀況。"


class RecipeError(FinetuneError):
    """A recipe is unknown, or has settings that are."""

    def __init__(self, file: str, problems: tuple[str, ...]) -> None:
        super().__init__(f"bad recipe {file}: {len(problems)} problems")
        self.problems = problems
        self.reply = "\n".join(f"{file}：{problem}" for problem in problems)


class DataError(FinetuneError):
    """Training data with mistakes in it; all of them are listed."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__(f"{len(problems)} problems in the training data")
        self.problems = problems
        self.reply = "\n".join(problems)


class MissingStackError(FinetuneError):
    """The training stack is not installed."""

    def __init__(self, package: str) -> None:
        super().__init__(f"{package} is not installed")
        self.reply = f"沒有安裝 {package}，請先 make train-stack（見 docs/training.md）。"


class RunError(FinetuneError):
    """A run folder, a base or an output is not what it should be."""

    def __init__(self, message: str, reply: str) -> None:
        super().__init__(message)
        self.reply = reply


class RegistryError(FinetuneError):
    """A version cannot be registered, promoted or rolled back."""

    def __init__(self, message: str, reply: str) -> None:
        super().__init__(message)
        self.reply = reply
