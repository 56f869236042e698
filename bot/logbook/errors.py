"""Errors of the private log: one class per situation that a caller treats differently."""

from __future__ import annotations

from bot.errors import AssistantError


class LogbookError(AssistantError):
    """Base of everything that the log raises on purpose."""

    reply = "攀登紀錄這邊出了點狀況，請稍後再試。"


class LogbookClosedError(LogbookError):
    """The log was closed before it could do this."""

    reply = "攀登紀錄正在關閉，請稍後再試。"


class LogbookBusyError(LogbookError):
    """Another process holds the log."""

    reply = "另一個程式正開著攀登紀錄，等它結束再試一次。"


class LogbookFailedError(LogbookError):
    """The disk refused a change, so nothing of it was kept."""

    reply = "硬碟寫不進去，這筆沒有存。請先確認硬碟空間，再試一次。"


class LogbookUnopenedError(LogbookError):
    """The disk failed while the log was being opened or restored; nothing of it was changed."""

    reply = "硬碟出錯，攀登紀錄打不開，裡面的資料沒有動。請先確認硬碟空間和權限，再試一次。"


class LogbookUnsureError(LogbookError):
    """The disk failed at the very moment of keeping a change; it may be there or not."""

    reply = "硬碟剛剛出錯，不確定這筆有沒有存進去。等硬碟正常後先查一下紀錄，再決定要不要重記。"


class LogbookDamagedError(LogbookError):
    """The files do not hold what was acknowledged; nothing was opened."""

    reply = (
        "攀登紀錄的檔案和最後確認過的狀態對不起來，所以先不打開。"
        "請管理者用 python -m bot log restore 從最近的備份還原。"
    )

    def __init__(self, folder: str, reason: str) -> None:
        super().__init__(f"log in {folder}: {reason}")
        self.reason = reason


class LogbookTooNewError(LogbookError):
    """A later program wrote the log."""

    reply = "這份攀登紀錄是更新版的程式寫的，請先更新程式。"


class NothingToRestoreError(LogbookError):
    """Neither the files nor a backup can be read."""

    reply = "找不到可以還原的備份。"


class MasterKeyMissingError(LogbookError):
    """There is a log, but the key file that opens it is gone."""

    def __init__(self, path: str) -> None:
        super().__init__(f"no master key at {path}")
        self.reply = f"找不到攀登紀錄的金鑰檔「{path}」，少了它就打不開紀錄，請先把它放回來。"


class MasterKeyWrongError(LogbookError):
    """The key file does not fit this log, or is no key file."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"master key {path}: {reason}")
        self.reply = f"金鑰檔「{path}」打不開這份攀登紀錄，請確認 YANYOU_LOG_KEY_FILE。"


class MasterKeyPlaceError(LogbookError):
    """The key file would lie beside what it locks."""

    def __init__(self, path: str) -> None:
        super().__init__(f"master key inside the data folder: {path}")
        self.reply = "金鑰檔不能放在資料夾裡面，請用 YANYOU_LOG_KEY_FILE 換個地方。"


class ErasureUnfinishedError(LogbookError):
    """Something about the member was still found after an erasure."""

    reply = "還沒有全部刪乾淨，請再刪除一次；如果還是這樣，請通知管理者。"


class UnknownAscentError(LogbookError):
    """The member's log holds no such ascent."""

    reply = "找不到這筆紀錄，可能已經刪掉了。"


class LogbookMessageError(LogbookError):
    """What came through the local socket is no request, or is too large."""

    reply = "這次要傳的資料太多或格式不對，請分批再試。"
