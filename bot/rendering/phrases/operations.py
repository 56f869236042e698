"""Wording of what is worked out over the records: who has the most, steps, amounts to bring."""

from __future__ import annotations

from bot.rendering.phrases.phrase import Phrase, fixed

OPERATION_PHRASES: dict[str, Phrase] = {
    "groups.one": fixed(
        "{conditions}{what}{extreme}的是{name}，{count} 條。",
        "{conditions}{name} has the {extreme} {what}: {count}.",
    ),
    "groups.ties": fixed(
        "{conditions}{what}{extreme}的有 {groups} 個並列，各 {count} 條：{names}。",
        "{conditions}{groups} tie for the {extreme} {what}, {count} each: {names}.",
    ),
    "groups.only": fixed(
        "{conditions}資料裡只有{name}有，{count} 條。",
        "{conditions}on record only {name} has any: {count}.",
    ),
    "groups.rest": fixed("接著是{rows}。", "Then come {rows}."),
    "groups.row": fixed("{name}（{count} 條）", "{name} ({count})"),
    "groups.more_ties": fixed("等 {count} 個", "and others, {count} in all"),
    "groups.person_note": fixed(
        "這是照資料裡的首攀紀錄數的：{total} 條裡有 {missing} 條沒寫首攀者；"
        "首攀的人也不一定就是打 bolt 開線的人。",
        "Counted by recorded first ascents: {missing} of {total} routes name nobody, and the first "
        "ascensionist need not be who bolted the line.",
    ),
    "groups.person_all": fixed(
        "這是照資料裡的首攀紀錄數的；首攀的人不一定就是打 bolt 開線的人。",
        "Counted by recorded first ascents; the first ascensionist need not be who bolted the "
        "line.",
    ),
    "groups.missing": fixed(
        "另有 {missing} 條沒記載{what}，沒算進去。",
        "Not counted: {missing} without a recorded {what}.",
    ),
    "groups.wide": fixed(
        "其中有 {count} 條難度標示較寬，不一定剛好落在裡面。",
        "{count} of the routes have a wide grade and may lie outside of the range.",
    ),
    "groups.none": fixed(
        "{conditions}：資料裡沒有記載{what}，數不出來。",
        "{conditions}: the records do not give the {what}, so nothing can be counted.",
    ),
    "groups.suits": fixed(
        "適不適合要看人，我只能數符合的路線。",
        "Whether it suits you is yours to judge; I can only count the routes that match.",
    ),
    "years.undated": fixed(
        "另有 {missing} 條沒有記載首攀年份，沒算進去。",
        "Not counted: {missing} without a recorded year of the first ascent.",
    ),
    "years.none_dated": fixed(
        "這 {total} 條都沒有記載首攀年份，沒辦法用年份挑。",
        "None of the {total} routes has a recorded year of the first ascent, so years cannot "
        "choose among them.",
    ),
    "step.one": fixed(
        "{grade} {way}{steps}級是 {result}。", "{steps} {way} than {grade} is {result}."
    ),
    "step.end": fixed(
        "{grade} {way}{steps}級就超出這套級數了。",
        "{steps} {way} than {grade} lies beyond the scale.",
    ),
    "step.about": fixed("{result} 約等於{values}。", "{result} is about {values}."),
}
