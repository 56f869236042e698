"""Everything that free-text search needs of a set of texts, built once and kept in a folder.

Texts that a previous index holds are neither tokenised nor embedded again. The axes of the built-in
embedding stay those of the previous index, too, until a fifth of the texts is new.
"""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any, Self

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding.fitting import fit_lsa
from knowledge.embedding.lsa import LsaModel
from knowledge.errors import SnapshotDamagedError
from knowledge.index.folder import StoreFolder
from knowledge.index.nearest import NearestVectors
from knowledge.index.table import TokenTable, interleaved
from knowledge.text import tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path


REFIT_SHARE = 0.2
"""Share of new texts from which the axes are fitted anew."""
_DIGEST_BYTES = 16
_AT_ONCE = 64
"""Texts embedded at once."""


@dataclass(frozen=True)
class SearchIndex:
    """Texts with their tokens and vectors; a text is known by its place."""

    ids: tuple[str, ...]
    texts: bytes
    """All texts in UTF-8, one after the other."""
    text_ends: NDArray[np.int64]
    table: TokenTable
    model: LsaModel
    vectors: NearestVectors
    fitted_on: int
    """Texts that the axes were fitted on, or an even sample of them."""

    def __len__(self) -> int:
        return len(self.ids)

    def text(self, place: int) -> str:
        """One text."""
        start = int(self.text_ends[place - 1]) if place else 0
        return self.texts[start : int(self.text_ends[place])].decode()

    @cached_property
    def places_by_digest(self) -> dict[bytes, int]:
        """Where a text with this digest stands."""
        ends = self.text_ends.tolist()
        starts = [0, *ends[:-1]]
        spans = zip(starts, ends, strict=True)
        return {_digest(self.texts[a:b]): place for place, (a, b) in enumerate(spans)}

    @classmethod
    def build(
        cls,
        ids: Sequence[str],
        texts: Sequence[str],
        *,
        previous: SearchIndex | None = None,
        progress: Callable[[Iterable[str], str], Iterable[str]] = lambda items, _: items,
    ) -> Self:
        """The index of these texts.

        Args:
            ids: What each text is called.
            texts: The texts.
            previous: An index whose texts need not be worked on again.
            progress: Wraps a loop over texts under a title, e.g. with a bar.
        """
        encoded = [text.encode() for text in texts]
        known = previous.places_by_digest if previous else {}
        old = np.array([known.get(_digest(text), -1) for text in encoded], dtype=np.int64)
        is_old = old >= 0
        if previous is None or is_old.mean() < 1 - REFIT_SHARE or _outgrown(previous, len(ids)):
            previous, is_old = None, np.zeros(len(ids), dtype=bool)
        fresh = [text for text, kept in zip(texts, is_old.tolist(), strict=True) if not kept]
        model = previous.model if previous else fit_lsa(texts)
        lists = (tokens(text) for text in progress(fresh, "斷詞"))
        table = TokenTable.of(lists, previous.table if previous else None)
        vectors = np.zeros((len(ids), model.dimension), dtype=np.float32)
        vectors[~is_old] = _encoded(model, progress(fresh, "向量"))
        if previous:
            table = interleaved(previous.table, old[is_old], table, is_old)
            vectors[is_old] = previous.vectors.vectors[old[is_old]]
        return cls(
            ids=tuple(ids),
            texts=b"".join(encoded),
            text_ends=np.cumsum([len(text) for text in encoded], dtype=np.int64),
            table=table,
            model=model,
            vectors=NearestVectors.of(vectors),
            fitted_on=previous.fitted_on if previous else len(ids),
        )

    def save(self, folder: Path, identity: str) -> None:
        """Keep it in a folder, whole or not at all.

        Args:
            folder: The folder; an older index in it is replaced.
            identity: What it was made of; only the same finds it again.
        """
        files = {
            "ids": _json(self.ids),
            "texts": self.texts or b" ",
            "text_ends": _array(self.text_ends),
            "vocabulary": _json(self.table.vocabulary),
            "ends": _array(self.table.ends),
            "tokens": _array(self.table.tokens),
            "counts": _array(self.table.counts),
            "lsa": self.model.dump(),
            "vectors": self.vectors.dump(),
        }
        StoreFolder(folder).write(files, {"identity": identity, "fitted_on": self.fitted_on})

    @classmethod
    def load(cls, folder: Path) -> tuple[Self, str]:
        """The index of a folder, and what it was made of.

        Raises:
            SnapshotDamagedError: When a file is missing or is not what was written.
        """
        files, values = StoreFolder(folder).read()
        try:
            table = TokenTable(
                tuple(json.loads(files["vocabulary"])),
                _load(files["ends"]),
                _load(files["tokens"]),
                _load(files["counts"]),
            )
            index = cls(
                ids=tuple(json.loads(files["ids"])),
                texts=files["texts"],
                text_ends=_load(files["text_ends"]),
                table=table,
                model=LsaModel.of_dump(files["lsa"], str(folder)),
                vectors=NearestVectors.load(files["vectors"]),
                fitted_on=int(values["fitted_on"]),
            )
            identity = str(values["identity"])
        except (KeyError, ValueError, TypeError) as error:
            raise SnapshotDamagedError(str(folder), str(error)) from error
        if not len(index.ids) == len(index.text_ends) == len(table) == len(index.vectors):
            raise SnapshotDamagedError(str(folder), "its parts have different lengths")
        return index, identity


def _outgrown(previous: SearchIndex, size: int) -> bool:
    """Whether the axes were fitted on far fewer or far more texts."""
    return not previous.fitted_on * (1 - REFIT_SHARE) <= size <= previous.fitted_on * 2


def _encoded(model: LsaModel, texts: Iterable[str]) -> NDArray[np.float32]:
    parts = [np.zeros((0, model.dimension), dtype=np.float32)]
    waiting = iter(texts)
    while batch := list(islice(waiting, _AT_ONCE)):
        parts.append(model.encode(batch))
    return np.concatenate(parts)


def _digest(text: bytes) -> bytes:
    return hashlib.blake2b(text, digest_size=_DIGEST_BYTES).digest()


def _json(values: Sequence[str]) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def _array(values: NDArray[Any]) -> bytes:
    stream = io.BytesIO()
    np.save(stream, values, allow_pickle=False)
    return stream.getvalue()


def _load(content: bytes) -> NDArray[Any]:
    found: NDArray[Any] = np.load(io.BytesIO(content), allow_pickle=False)
    return found
