"""Wording about notices: what they say, when it was reported, and what silence does not mean."""

from __future__ import annotations

from bot.rendering.phrases.phrase import Phrase, fixed

NOTICE_PHRASES: dict[str, Phrase] = {
    "notice.line": fixed(
        "・{kind}公告：「{text}」（{when}）", "- {kind} notice: “{text}” ({when})"
    ),
    "notice.about": fixed(
        "・{name}｜{kind}公告：「{text}」（{when}）", "- {name} | {kind} notice: “{text}” ({when})"
    ),
    "notice.quote": fixed("・「{text}」（{when}）", "- “{text}” ({when})"),
    "notice.older": fixed(
        "・較早的{kind}公告：「{text}」（{when}）", "- Earlier {kind} notice: “{text}” ({when})"
    ),
    "notice.as_of": fixed("截至 {date}", "as of {date}"),
    "notice.by": fixed("發布：{author}", "by {author}"),
    "notice.at": fixed("見 {host}", "see {host}"),
    "notice.over": fixed("已結束", "over by now"),
    "notice.coming": fixed("還沒開始", "not begun yet"),
    "notice.span": fixed("{first}到 {last}", "{first} to {last}"),
    "notice.from": fixed("{first}起", "from {first}"),
    "notice.until": fixed("到 {last}為止", "until {last}"),
    "notice.row": fixed("{number}. {name}｜{facts}", "{number}. {name} | {facts}"),
    "notice.own_row": fixed("・{facts}", "- {facts}"),
    "notice.head": fixed("{about}{kinds}：共 {count} 則。", "{kinds}{about}: {count}."),
    "notice.last": fixed("{about}最近一次{kinds}：", "The latest {kinds}{about}:"),
    "notice.next": fixed("{about}下一次{kinds}：", "The next {kinds}{about}:"),
    "notice.status": fixed("{about}有效{kinds}：", "{kinds} in force{about}:"),
    "notice.none": fixed("{about}{kinds}，我這邊沒有紀錄。", "I have no record of {kinds}{about}."),
    "notice.silence": fixed(
        "沒有紀錄不代表沒有，請看館方或管理單位的最新公告。",
        "No record does not mean that there is none: please check with the gym or the authority.",
    ),
    "notice.authority": fixed(
        "實際狀況以管理單位或館方的公告為準。", "The authority or the gym has the last word."
    ),
    "notice.lately": fixed("近期", "lately"),
    "gym.disputed": fixed(
        "{name}{day}的營業時間，同一天回報的公告說法不一致，請直接問館方：",
        "For {name} on {day}, notices of the same date disagree; please ask the gym:",
    ),
    "gym.disputed_row": fixed("・{hours}｜「{text}」（{when}）", "- {hours} | “{text}” ({when})"),
    "gym.disputed_mark": fixed("公告不一致", "notices disagree"),
    "gym.exceptions_head": fixed("{name}近期的例外：", "Coming exceptions at {name}:"),
    "gym.exception": fixed("・{day} {hours}（{when}）", "- {day} {hours} ({when})"),
    "gym.ask": fixed("出發前請向館方確認。", "Please check with the gym before you go."),
    "gym.noticed": fixed("公告截至 {date}", "notice as of {date}"),
    "list.noticed": fixed("⚠️公告：{kind}（截至 {date}）", "⚠️notice: {kind} (as of {date})"),
    "recommend.noticed": fixed(
        "公告（{kind}）：「{text}」（{date} 回報）", "“{text}” ({kind}, {date})"
    ),
}
