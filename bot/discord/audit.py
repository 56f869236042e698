"""What admins did, as people read it in /admin status; the table keeps the names of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.discord.markup import clip, escape

if TYPE_CHECKING:
    from bot.schema import Language

MAX_DETAIL = 60
_REFUSED = "refused "
_ACTIONS: dict[str, tuple[str, str]] = {
    "reload": ("上傳資料檔", "uploaded a file"),
    "template": ("下載公告表格", "took the form for notices"),
    "status": ("看狀態", "looked at the status"),
    "history": ("看版本紀錄", "looked at the history"),
    "rollback": ("要回到版本", "asked to go back to version"),
    "diff": ("比較版本", "compared versions"),
    "gym form": ("打開公告表單", "opened the form for a notice"),
    "gym post": ("發布公告", "published the notice"),
    "gym edit": ("修改公告", "changed the notice"),
    "gym paste": ("貼上公告文字", "pasted an announcement"),
    "gym retire": ("撤下公告", "took down the notice"),
    "settings show": ("看設定", "looked at the settings"),
    "settings channel": ("調整回答的頻道", "set the answering channels"),
    "settings language": ("調整語言", "set the language"),
    "settings quota": ("調整題數上限", "set the limits"),
    "settings role": ("調整管理身分組", "set the admins' role"),
    "settings threads": ("調整討論串", "set the threads"),
    "setting channels": ("回答的頻道改為", "answering channels are now"),
    "setting language": ("語言改為", "language is now"),
    "setting admin_role": ("管理身分組改為", "admins' role is now"),
    "setting user_minute": ("每人每分鐘題數改為", "each member's limit a minute is now"),
    "setting user_day": ("每人每天題數改為", "each member's limit a day is now"),
    "setting guild_minute": ("伺服器每分鐘題數改為", "the server's limit a minute is now"),
    "setting guild_day": ("伺服器每天題數改為", "the server's limit a day is now"),
    "setting threads": ("另開討論串改為", "threads of their own are now"),
}
_VALUES = {
    "setting language": {
        "auto": ("自動", "automatic"),
        "zh": ("中文", "Chinese"),
        "en": ("英文", "English"),
    },
    "setting threads": {"1": ("開", "on"), "0": ("關", "off")},
}
_NONE = ("沒有", "none")


def action_words(action: str, detail: str, language: Language) -> str:
    """An action of the audit in words.

    Args:
        action: As noted: the name of a command and what it was about.
        detail: More of what it was about.
        language: Of the words.
    """
    english = language != "zh"
    if action.startswith(_REFUSED):
        rest = action_words(action.removeprefix(_REFUSED), detail, language)
        return f"refused: {rest}" if english else f"沒有權限，被擋下：{rest}"
    name = next((one for one in _LONGEST_FIRST if f"{action} ".startswith(f"{one} ")), "")
    if not name:
        return escape(clip(f"{action} {detail}".strip(), MAX_DETAIL))
    about = detail or action.removeprefix(name).strip()
    return _said(_ACTIONS[name][english], _about(name, about, english=english), english=english)


def _about(name: str, about: str, *, english: bool) -> str:
    if not name.startswith("setting "):
        return escape(clip(about, MAX_DETAIL))
    told = _VALUES.get(name, {}).get(about)
    if told is not None:
        return told[english]
    if name == "setting channels":
        return "、".join(f"<#{one}>" for one in about.split(",") if one) or _NONE[english]
    if name == "setting admin_role":
        return f"<@&{about}>" if about else _NONE[english]
    return escape(clip(about, MAX_DETAIL))


def _said(words: str, about: str, *, english: bool) -> str:
    return f"{words}{' ' if english or about[:1].isascii() else ''}{about}".strip()


_LONGEST_FIRST = sorted(_ACTIONS, key=len, reverse=True)
