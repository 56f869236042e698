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
    "recommend.level_unsaid": fixed(
        "你沒說爬到幾級，我先挑 {grade} 以下的；跟我說程度、型態或想練什麼，會更準。",
        "You did not say how hard you climb, so these are {grade} or easier. Tell me your level, "
        "the style, or what you want to practise.",
    ),
    "visit.head": fixed("資料裡有 {total} 個岩場可以選：", "Crags on record ({total}):"),
    "visit.routes": fixed("{total} 條（{types}）", "{total} routes ({types})"),
    "visit.season": fixed("適合{value}", "season: {value}"),
    "visit.in_season": fixed(
        "適合{value}（{now}天正是季節）", "season: {value} ({now} is in season)"
    ),
    "visit.out_of_season": fixed(
        "適合{value}（{now}天不在季節內）", "season: {value} ({now} is out of season)"
    ),
    "visit.no_season": fixed("季節未記載", "season not recorded"),
    "visit.indoors": fixed(
        "{now}天這些岩場都不在季節內，可以先爬室內：說城市，我列岩館。",
        "None of them is in season in {now}; name a city and I will list its gyms.",
    ),
    "ground.head": fixed("關於{what}的記載：", "What the records say of {what}:"),
    "ground.none": fixed(
        "{where}的資料沒有寫到{what}。", "The record of {where} says nothing of {what}."
    ),
    "ground.on_site": fixed(
        "這是平常的狀況，當天能不能爬要看現場和氣象署。",
        "That is how it usually is; the day itself is to be judged on site and by the forecast.",
    ),
    "visit.live": fixed(
        "天氣、浪況和當天能不能爬我查不到，出發前看中央氣象署和最新公告。",
        "Weather, swell and access of the day are not in my records: check the Central Weather "
        "Administration and the latest notices.",
    ),
    "visit.more": fixed(
        "跟我說爬到幾級、運攀還是傳攀或抱石、想去哪一帶，我就推薦路線；想爬室內就說城市。",
        "Tell me your level, sport, trad or boulder, and the region, and I will suggest routes; "
        "for indoor climbing name a city.",
    ),
    "bring.draws_most": fixed(
        "{name}記載 bolt 最多的是{routes}，{value} 個。",
        "At {name} the most recorded bolts are on {routes}: {value}.",
    ),
    "bring.draws_sum": fixed(
        "{bolts} 個 bolt 加固定點 {anchor} 支，快扣先抓 {total} 支。",
        "{bolts} bolts plus {anchor} for the anchor: plan on {total} quickdraws.",
    ),
    "bring.draws_half": fixed(
        "有記 bolt 的 {count} 條裡，一半是 {value} 個以內。",
        "Of the {count} routes with recorded bolts half have {value} or fewer.",
    ),
    "bring.draws_missing": fixed(
        "{total} 條裡有 {missing} 條沒記 bolt 數。",
        "{missing} of {total} routes have no recorded bolt count.",
    ),
    "bring.trad": fixed(
        "傳攀的岩楔和 cam 不在這個數字裡。", "Trad gear is not part of this number."
    ),
    "bring.rope_none": fixed(
        "下放要路線長度的兩倍；有記長度的都沒超過 {half} 公尺（{rope} 公尺繩的一半）。",
        "Lowering takes twice the length; no recorded length is over {half} m, half of a {rope} m "
        "rope.",
    ),
    "bring.no_draws": fixed(
        "{name}的 {total} 條都沒有記載 bolt 數，算不出來。",
        "None of the {total} routes at {name} has a recorded bolt count.",
    ),
    "bring.rope_most": fixed(
        "{name}記載最長的是{routes}，{value} 公尺。",
        "The longest recorded at {name} is {routes}: {value} m.",
    ),
    "bring.rope_sum": fixed(
        "單純下放的話，繩長至少抓路線的兩倍：{total} 公尺，再加打結的餘裕。",
        "To be lowered, plan on at least twice the length: {total} m, plus a margin for knots.",
    ),
    "bring.rope_twice": fixed(
        "一般下放要路線長度的兩倍，太長的要分段或多繩距：",
        "Lowering takes twice the length; what is longer is split or has several pitches:",
    ),
    "bring.rope_half": fixed(
        "・長度超過 {half} 公尺（{rope} 公尺繩的一半）的有 {count} 條",
        "- longer than {half} m (half of a {rope} m rope): {count} routes",
    ),
    "bring.rope_missing": fixed(
        "{total} 條裡有 {missing} 條沒記長度。",
        "{missing} of {total} routes have no recorded length.",
    ),
    "bring.no_rope": fixed(
        "{name}的 {total} 條都沒有記載長度，算不出來。",
        "None of the {total} routes at {name} has a recorded length.",
    ),
    "bring.no_promise": fixed(
        "這是照紀錄估的，不是保證：到現場再確認，繩尾打結。",
        "This is an estimate from records and no promise: check on site and knot the rope's end.",
    ),
    "unheld": fixed(
        "資料沒有記{wishes}，這一點沒辦法幫你挑。",
        "Not on record, so I could not choose by it: {wishes}.",
    ),
    "unrecorded.none": fixed(
        "這件事我的資料裡沒有寫到，建議直接問當地岩友或館方。",
        "My records say nothing about that; locals or the gym will know.",
    ),
    "unrecorded.has": fixed(
        "{name}有記的是：{fields}。要看哪一項就問我。",
        "What is recorded of {name}: {fields}. Ask me for any of them.",
    ),
    "extra.never_closes": fixed("{name}：{hours}", "{name}: {hours}"),
    "extra.none": fixed(
        "{total} 間岩館的資料都沒有記載{wanted}。",
        "None of the {total} gyms on record mentions {wanted}.",
    ),
    "extra.none_of": fixed(
        "{where}的資料沒有記載{wanted}。", "The record of {where} does not mention {wanted}."
    ),
    "extra.none_at": fixed(
        "{where}的岩館資料沒有記載{wanted}。", "The gym records of {where} do not mention {wanted}."
    ),
    "extra.tickets": fixed("有記的票種：{names}。", "Recorded tickets: {names}."),
    "extra.ask": fixed(
        "要直接問館方；說館名，我給你電話或網站。",
        "Please ask the gym; name one and I will give you its phone or site.",
    ),
    "again.sure": fixed(
        "再查一次，資料就是這樣寫的；資料也可能有錯或過期，現場為準。",
        "I looked again and this is what the records say; they may be wrong or out of date.",
    ),
    "again.source": fixed(
        "都是照資料答的，來源寫在最後一行：", "All of it comes from the source in the last line:"
    ),
    "clarify.near": fixed(
        "我不知道你在哪裡。跟我說縣市或北、中、南、東部，我就挑那裡的。",
        "I do not know where you are. Name a city or region and I will look there.",
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
