"""What the bot says by itself in Discord, in zh-TW and English; answers are worded elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.schema import Language

_WORDS: dict[str, tuple[str, str]] = {
    "limit.user": (
        "你問得有點快，{time}（台北時間）之後再問我。每個人{span}最多 {count} 題。",
        "That was quick! Ask me again after {time} (Taipei time): {count} questions {span} each.",
    ),
    "limit.guild": (
        "這個伺服器問得很熱鬧，{time}（台北時間）之後再問我。整個伺服器{span}最多 {count} 題。",
        "This server is busy! Ask me again after {time} (Taipei time): {count} questions {span}.",
    ),
    "span.minute": ("每分鐘", "a minute"),
    "span.day": ("每天", "a day"),
    "queue.wait": (
        "收到，前面還有 {count} 題，輪到你就回。",
        "Got it. {count} questions are ahead of yours; I will answer here.",
    ),
    "queue.full": (
        "現在太多人在問，我答不過來，請過一分鐘再問一次。",
        "Too many people are asking right now. Please ask again in a minute.",
    ),
    "leaving": (
        "我正要重新啟動，這題還沒答完，請過一分鐘再問一次。",
        "I am restarting and could not finish this one. Please ask again in a minute.",
    ),
    "failed": (
        "我這邊出了點狀況，這題沒答成，請再問一次。",
        "Something went wrong on my side. Please ask again.",
    ),
    "context.capped": (
        "-# 只看了最近 {count} 則訊息。",
        "-# Only the last {count} messages were taken into account.",
    ),
    "mine.only": (
        "這題跟你自己的紀錄有關，我只給你看。",
        "This is about your own log, so only you will see it.",
    ),
    "mine.button": ("只給我看", "Show only me"),
    "mine.not_yours": (
        "這顆按鈕是給提問的人的。想看自己的紀錄，直接問我就好。",
        "This button belongs to the person who asked. Ask me about your own log any time.",
    ),
    "mine.forgotten": (
        "這題隔太久，我不記得問題了。請再問一次，或用 /ask 的「只給我看」。",
        "That was a while ago and I no longer have the question. Please ask again.",
    ),
    "tip.first": (
        "-# 小提醒：你可以問我你自己的攀登紀錄，例如「我上個月爬了幾條」；只有你看得到，"
        "用 /me 可以看我知道什麼、匯出或清掉。",
        "-# Tip: you can ask me about your own log; only you will see it. "
        "/me shows, exports or erases what I know.",
    ),
    "vote.up": ("謝謝，收到 👍", "Thanks, noted 👍"),
    "vote.down": ("謝謝，收到 👎", "Thanks, noted 👎"),
    "vote.title": ("哪裡不好？", "What was wrong?"),
    "vote.reason": ("想說的話（可以不填）", "Anything to add (optional)"),
    "report.title": ("回報錯誤", "Report a mistake"),
    "report.text": ("哪裡不對？正確的是什麼？", "What is wrong, and what is right?"),
    "report.thanks": (
        "謝謝，已經交給管理員。資料改好以前，現場判斷優先。",
        "Thanks, the admins will see it. Until it is fixed, trust what you see at the crag.",
    ),
    "button.wish": ("加入想爬", "Want to climb"),
    "button.record": ("記一筆", "Log it"),
    "button.more": ("換一批", "Show others"),
    "button.report": ("回報錯誤", "Report a mistake"),
    "more.forgotten": (
        "我找不到原本的問題了，請重新問一次。",
        "I cannot find the original question. Please ask again.",
    ),
    "route.gone": (
        "目前的資料裡已經沒有這條路線。",
        "This route is no longer part of the data.",
    ),
    "no_access": (
        "我沒辦法在 {channel} 說話，請管理員給我「檢視頻道」「傳送訊息」「在討論串中傳送訊息」和"
        "「嵌入連結」權限。",
        "I may not write in {channel}. An admin has to grant me View Channel, Send Messages, "
        "Send Messages in Threads and Embed Links.",
    ),
    "too_late": (
        "Discord 沒等到我的回覆，請再下一次指令。",
        "Discord stopped waiting for me. Please run the command again.",
    ),
    "not_found": (
        "找不到「{name}」，從跳出來的清單挑一個看看。",
        "I do not know “{name}”. Try one from the list.",
    ),
    "ask.empty": (
        "想問什麼呢？路線、岩場、岩館或攀岩知識都可以。",
        "What would you like to know? Routes, crags, gyms or climbing in general.",
    ),
    "wish.which": ("想爬哪一條？", "Which one?"),
    "wish.added": ("「{name}」加到你的想爬清單了。", "“{name}” is on your list now."),
    "wish.known": ("「{name}」已經在你的想爬清單裡。", "“{name}” is on your list already."),
    "record.which": ("要記哪一條？", "Which one did you climb?"),
    "form.title": ("記一筆", "Log a climb"),
    "form.name": ("路線或岩館（可以寫岩場）", "Route or gym, with the crag if you like"),
    "form.result": ("結果：OS、flash、RP、沒過…", "Result: onsight, flash, redpoint, attempt…"),
    "form.day": ("哪一天（空白是今天）", "Day (empty for today)"),
    "form.tries": ("第幾趟（可以不填）", "Which try (optional)"),
    "form.notes": ("備註（可以不填，只有你看得到）", "Notes (optional, only yours)"),
    "log.missing": (
        "這台機器人沒有開紀錄功能，沒有存任何東西。",
        "The log is switched off here; nothing was saved.",
    ),
    "change.save": ("存起來", "Save"),
    "change.cancel": ("取消", "Cancel"),
    "change.saved": ("存好了。", "Saved."),
    "change.cancelled": ("好，沒有存。", "All right, nothing was saved."),
    "change.gone": (
        "這個預覽太久了，沒有存。請再說一次。",
        "That preview is too old and was not saved. Please say it again.",
    ),
}


def say(key: str, language: Language, **values: object) -> str:
    """The words for a situation.

    Raises:
        KeyError: No words are written for it.
    """
    return _WORDS[key][language != "zh"].format(**values)


def keys() -> tuple[str, ...]:
    """Every situation that has words."""
    return tuple(_WORDS)
