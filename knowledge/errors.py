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


class ChangedMeanwhileError(KnowledgeError):
    """Another version came between looking at a change and making it; nothing was changed."""

    def __init__(self, data_dir: str, number: int | None) -> None:
        super().__init__(f"{data_dir} is at version {number} now")
        self.number = number
        self.reply = f"資料剛剛被別人更新了（現在是第 {number} 版），這次沒有變動，請再試一次。"


class UnknownVersionError(KnowledgeError):
    """A version that is not on disk any more, or never was."""

    def __init__(self, number: int, kept: tuple[int, ...]) -> None:
        super().__init__(f"version {number} is not on disk")
        self.number = number
        listed = f"，還能用的是 {'、'.join(map(str, kept))}" if kept else ""
        self.reply = f"沒有第 {number} 版，或它的檔案已經清除{listed}。"


class UnknownSourceError(KnowledgeError):
    """No record comes from a source of that name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f"no source {name!r}")
        listed = f"，有的來源：{'、'.join(known)}" if known else ""
        self.reply = f"沒有來自「{name}」的資料{listed}。"


class UnknownNoticeError(KnowledgeError):
    """No notice with that id can be touched from there."""

    def __init__(self, notice_id: str) -> None:
        super().__init__(f"no notice {notice_id!r}")
        self.reply = f"找不到編號「{notice_id}」的公告。"


class NotAllowedError(KnowledgeError):
    """Somebody wants to change what is not theirs."""

    reply = "這是全域的資料，只有設定檔裡的營運者可以更動；伺服器管理員只能管自己伺服器的公告。"


class RefusedNoticeError(KnowledgeError):
    """A notice that was posted or edited has mistakes; nothing was changed."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__(f"notice refused: {len(reasons)} mistakes")
        self.reasons = reasons
        self.reply = "公告沒有送出：" + "；".join(reasons)
