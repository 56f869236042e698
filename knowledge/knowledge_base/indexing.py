"""The search index of a new catalogue, made by the process that writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.catalog import Catalogue
from knowledge.knowledge_base.base import Base
from knowledge.snapshots import CATALOGUE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from knowledge.snapshots import Prepare


def index_builder(
    progress: Callable[[Iterable[str], str], Iterable[str]] = lambda items, _: items,
) -> Prepare:
    """What makes the search index before a version counts, so that no answer waits for it.

    Args:
        progress: Wraps long loops over texts under a title, e.g. with a bar.
    """

    def prepare(folder: Path, identity: str) -> None:
        catalogue = Catalogue.open(folder / CATALOGUE)
        try:
            Base(identity, catalogue, path=folder).retriever.warm(progress)
        finally:
            catalogue.close()

    return prepare
