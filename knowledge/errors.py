"""Errors of the knowledge package: one class per situation that a caller treats differently.

``str(error)`` is English for logs; ``reply`` is Taiwan Chinese for people.
"""

from __future__ import annotations


class KnowledgeError(Exception):
    """Base of everything that the knowledge package raises on purpose."""

    reply = "知識庫出了點狀況，請稍後再試。"


class UnreadableFileError(KnowledgeError):
    """A file cannot be read as any format that we know; nothing of it was loaded."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file = file
        self.reason = reason
        self.reply = f"讀不懂「{file}」：{reason}"


class EmptyCatalogueError(KnowledgeError):
    """The data folder holds no snapshot yet."""

    reply = "資料夾裡還沒有資料，請先匯入。"


class SnapshotDamagedError(KnowledgeError):
    """A snapshot on disk does not match its manifest."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"snapshot {path}: {reason}")
        self.path = path
        self.reply = "這一版的資料檔損壞了，請重新匯入。"


class ImportLockedError(KnowledgeError):
    """Another process is importing into the same data folder."""

    reply = "另一個匯入正在進行，等它結束再試一次。"
