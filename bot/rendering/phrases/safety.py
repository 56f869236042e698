"""Safety wording: fixed, plain, without particles or jokes. Policy, never a verdict.

Source: the project's safety policy, after TOCC's advice to inspect and to load-test every system.
"""

from __future__ import annotations

from bot.rendering.phrases.phrase import Phrase, fixed

SAFETY_PHRASES: dict[str, Phrase] = {
    "safety.refuse": fixed(
        "這件事我不能替你判定安全與否，請以現場檢查和當地公告為準。",
        "I cannot judge for you whether this is safe. Inspect on site and follow local notices.",
    ),
    "safety.bolt": fixed(
        "bolt 和固定點要現場目視檢查：生鏽、裂痕、鬆動都不要用；固定點至少兩點，有疑慮就不用、"
        "直接下撤。資料看不出 bolt 現在的狀況，海邊的不鏽鋼 bolt 外觀完好也可能從裡面裂。"
        "發現問題請回報岩場維護單位。",
        "Inspect bolts and anchors on site: do not use anything rusty, cracked or loose; use at "
        "least two points, and retreat when in doubt. Records cannot show the present state, and "
        "stainless bolts by the sea may crack unseen. Report problems to those who maintain the "
        "crag.",
    ),
    "safety.anchor": fixed(
        "架站和固定點請跟合格教練實地學。通則：至少兩個獨立的點、有鎖鉤環、先目視檢查再承重測試，"
        "互相檢查。",
        "Learn anchors on site from a qualified instructor. In general: two independent points or "
        "more, locking carabiners, inspect first, then load-test, and check each other.",
    ),
    "safety.belay": fixed(
        "確保、先鋒和放人的操作請跟合格教練實地學，我不用文字一步步教。每次爬之前互相檢查：吊帶、"
        "繩結、確保器、有鎖鉤環、繩尾打結。",
        "Learn to belay, lead and lower on site from a qualified instructor; I do not teach the "
        "steps in writing. Before every climb check each other: harness, knot, belay device, "
        "locked carabiner, knotted rope end.",
    ),
    "safety.rappel": fixed(
        "垂降請跟合格教練實地學，我不用文字一步步教。檢查清單：固定點、兩邊繩尾打結、後備確保、"
        "承重測試後才解開自我確保。",
        "Learn to rappel on site from a qualified instructor; I do not teach the steps in "
        "writing. Checklist: anchor, knots in both rope ends, a backup, and a load test before "
        "you unclip your tether.",
    ),
    "safety.trad": fixed(
        "傳攀的保護點置放請跟合格教練實地學，文字不能代替實際練習和檢查。",
        "Learn to place trad gear on site from a qualified instructor; text does not replace "
        "practice and inspection.",
    ),
    "safety.gear_retire": fixed(
        "裝備還能不能用，我沒辦法隔空判定。受過大墜落、碰過化學品、外皮破損、有硬塊或扁塌，"
        "或超過原廠年限，就退役；有疑慮就不用。請照原廠說明檢查。",
        "I cannot judge gear from afar. Retire it after a big fall, contact with chemicals, a "
        "damaged sheath, stiff or flat spots, or beyond the maker's lifetime; when in doubt, do "
        "not use it. Follow the maker's instructions.",
    ),
    "safety.rope": fixed(
        "繩子夠不夠我不能替你保證：下放至少要路線長度的兩倍，再加確保和打結的餘裕，"
        "資料的長度也可能有誤。繩尾一定要打結。",
        "I cannot promise that a rope is long enough: lowering takes at least twice the route, "
        "plus a margin for the belay and knots, and recorded lengths may be wrong. Always knot "
        "the rope end.",
    ),
    "safety.tide": fixed(
        "能不能過、能不能去，我不給答案。漲潮、長浪和東北季風都可能把人捲走，"
        "請查中央氣象署的浪況、潮汐和長浪警報，有疑慮就改天。",
        "I give no go-ahead. Rising tide, swell and the north-east monsoon can sweep people away. "
        "Check the Central Weather Administration for swell, tide and warnings, and choose "
        "another day when in doubt.",
    ),
    "safety.rockfall": fixed(
        "落石沒辦法事先保證不會發生。請戴岩盔、避開路線正下方，雨後、"
        "地震後和有新落石的牆先不要爬，並看管理單位公告。",
        "Nobody can rule out rockfall. Wear a helmet, stay clear of the fall line, keep off walls "
        "after rain, earthquakes or fresh rockfall, and follow the authority's notices.",
    ),
    "safety.earthquake": fixed(
        "地震後岩壁和固定點的狀況沒有人能隔空判定。請先不要靠近，等管理單位和岩場維護單位的公告，"
        "之後也要重新檢查固定點。",
        "Nobody can judge a wall or its anchors from afar after an earthquake. Keep away, wait "
        "for the authority's and the maintainers' notices, and inspect every anchor again "
        "afterwards.",
    ),
    "safety.rock_wet": fixed(
        "沒有固定的天數可以保證岩壁乾了。砂岩和石灰岩濕的時候岩點容易斷，bolt 和腳點也不可靠，"
        "請到現場確認乾透，有疑慮就改去室內。",
        "No number of days guarantees dry rock. Wet sandstone and limestone break easily and "
        "friction is gone. Check on site that it is dry, and climb indoors when in doubt.",
    ),
    "safety.weather": fixed(
        "天候的事我不給可以去的答案。雷雨、強風、高溫和濕岩都有風險，請查中央氣象署，"
        "有疑慮就改天。",
        "I give no go-ahead on weather. Thunder, wind, heat and wet rock are risks: check the "
        "Central Weather Administration and choose another day when in doubt.",
    ),
    "safety.minors": fixed(
        "帶小孩請由監護人和合格教練全程陪同，用合身的吊帶和岩盔，選不靠海、不在落石下方的場地；"
        "室內岩館的年齡規定請問館方。",
        "Children need a guardian and a qualified instructor throughout, a harness and helmet "
        "that fit, and a place away from the sea and from rockfall. Ask the gym about its age "
        "rules.",
    ),
    "safety.solo": fixed(
        "我不建議一個人去戶外爬，也不教獨攀。請找有經驗的繩伴，把行程和回報時間交給留守人。",
        "I do not recommend climbing outdoors alone and do not teach soloing. Find an experienced "
        "partner and leave your plan and return time with somebody.",
    ),
    "safety.first_lead": fixed(
        "第一次戶外先鋒請找合格教練或有經驗的岩友帶，不要照文字自己試。",
        "For a first outdoor lead go with a qualified instructor or an experienced partner; do "
        "not try it from a text.",
    ),
    "safety.access": fixed(
        "資料沒寫封閉不等於有開放，進出規定請以管理單位公告為準。",
        "No recorded closure does not mean open: the managing authority decides.",
    ),
    "safety.other": fixed(
        "資料沒寫風險不等於安全。出發前請確認天氣、浪況潮汐、封閉公告，到現場目視檢查固定點，"
        "有疑慮就不爬。",
        "No recorded hazard does not mean safe. Check weather, swell, tide and closures, inspect "
        "the anchors on site, and do not climb when in doubt.",
    ),
    "safety.rescue_point": fixed(
        "救援點的位置和編號我沒有資料，請看現場的編號牌和管理單位的圖。有人受傷就直接打 119"
        "（手機沒訊號打 112），報岩場名稱和手機的 GPS 座標，不用先找到救援點。",
        "Where the rescue points are and how they are numbered is not in my records: look for the "
        "signs on site and the authority's map. If somebody is hurt call 119 (112 without "
        "signal) at once with the name of the crag and the GPS position of your phone; you need "
        "not find a rescue point first.",
    ),
    "safety.records": fixed("資料裡的記載：", "What the records say:"),
    "safety.no_flags": fixed(
        "{name}的資料未列風險，不代表安全。",
        "No hazard is recorded for {name}; that does not mean that there is none.",
    ),
    "emergency.call": fixed(
        "立刻打 119（手機沒訊號打 112）；海上或落海打海巡 118。",
        "Call 119 now (112 from a mobile without signal); at sea or in the water call the coast "
        "guard 118.",
    ),
    "emergency.spine": fixed(
        "懷疑傷到頭、頸或脊椎，不要移動傷者；有立即危險才移動。沒有呼吸就開始 CPR，照 119 "
        "的指示做。",
        "With a suspected head, neck or spine injury do not move the person unless there is "
        "immediate danger. If there is no breathing start CPR and follow the instructions of 119.",
    ),
    "emergency.where": fixed(
        "報位置：最近的救援點編號，或手機的 GPS 座標，說明人數、傷勢和能不能靠近。",
        "Give the position: the number of the nearest rescue point or the GPS coordinates of your "
        "phone, how many people, which injuries, and how to reach you.",
    ),
    "emergency.stay": fixed(
        "派人到路口引導救援，其他人離開落石和浪打得到的地方。",
        "Send somebody to guide the rescuers; everybody else moves away from rockfall and waves.",
    ),
    "emergency.doctor": fixed(
        "撞到頭、頸、背或從高處摔下，就算人醒著也不要再爬，當天給醫師檢查；我不能判斷傷勢。",
        "After a blow to the head, neck or back or a long fall do not climb on, even if all seems "
        "well: see a doctor the same day. I cannot judge injuries.",
    ),
    "crisis.talk": fixed(
        "謝謝你說出來。現在就找人說說話：安心專線 1925（免費，日夜都有人接），"
        "或生命線 1995、張老師 1980。",
        "Thank you for saying it. Please talk to somebody now: in Taiwan 1925 is free and open "
        "day and night; 1995 (Lifeline) and 1980 listen too.",
    ),
    "crisis.danger": fixed(
        "如果你或對方正要傷害自己、或已經受傷，立刻打 119（或 110），不要讓人一個人待著。",
        "If you or they are about to come to harm or are hurt already, call 119 (or 110) now, and "
        "let nobody stay alone.",
    ),
    "crisis.listen": fixed(
        "也請馬上告訴一個你信任的人，請他陪著你；擔心朋友的話，陪著他、聽他說，幫他一起打電話。",
        "Tell somebody whom you trust and ask them to stay with you. If it is a friend, stay, "
        "listen, and make the call together.",
    ),
    "crisis.not_alone": fixed(
        "我只是查攀岩資料的程式，幫不上這件事，但他們可以。",
        "I am only a program that looks up climbing records and cannot help with this; they can.",
    ),
    "live.none": fixed(
        "我沒有即時資料，天氣、浪況、潮汐、路況、人潮和當天的封閉我都查不到。",
        "I have no live data: weather, swell, tide, traffic, crowds and closures of the day are "
        "beyond my records.",
    ),
    "live.weather": fixed(
        "天氣請看中央氣象署的預報和警特報。",
        "For weather see the forecasts and warnings of the Central Weather Administration.",
    ),
    "live.tide": fixed(
        "浪況、潮汐和長浪警報請看中央氣象署；海邊岩場有疑慮就改天。",
        "For swell, tide and warnings see the Central Weather Administration; by the sea, choose "
        "another day when in doubt.",
    ),
    "live.road": fixed(
        "路況請看公路局和高速公路局的即時資訊。",
        "For traffic see the road authorities' live pages.",
    ),
    "live.crowd": fixed("人潮請問館方或當地岩友。", "For crowds ask the gym or local climbers."),
    "live.closure": fixed(
        "開放與封閉請看管理單位和岩場維護單位的最新公告。",
        "For closures see the latest notices of the authority and the maintainers.",
    ),
    "live.gym": fixed(
        "岩館今天的狀況請直接問館方。", "For a gym's situation today please ask the gym."
    ),
    "live.other": fixed(
        "天氣和浪況請看中央氣象署，開放與封閉請看管理單位公告。",
        "For weather and swell see the Central Weather Administration, for closures the "
        "authority's notices.",
    ),
    "live.season": fixed(
        "參考：{name}，資料寫適合的季節是{value}。",
        "For orientation: seasons recorded for {name}: {value}.",
    ),
    "medical.none": fixed(
        "我不能診斷傷勢，也不能告訴你可不可以繼續爬，請找醫師或物理治療師。",
        "I cannot diagnose an injury or tell you whether to keep climbing. Please see a doctor or "
        "physiotherapist.",
    ),
    "medical.red_flags": fixed(
        "有這些情形請儘快就醫：聽到啪的一聲、明顯腫脹或變形、麻木無力、夜裡痛醒、撞到頭，"
        "或休息幾天沒有好轉。在那之前先停止攀爬。"
        "叫不醒、喘不過氣、血止不住或骨頭外露，立刻打 119。",
        "See a doctor soon after a popping sound, marked swelling or deformity, numbness or "
        "weakness, pain at night, a blow to the head, or when some days of rest bring no relief. "
        "Stop climbing until then. If somebody cannot be woken, cannot breathe, bleeds heavily "
        "or shows bone, call 119 at once.",
    ),
}
