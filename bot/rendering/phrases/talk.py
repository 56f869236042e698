"""Wording that is not about records: greetings, help, questions back, grades, refusals."""

from __future__ import annotations

from bot.rendering.phrases.phrase import Phrase, fixed

TALK_PHRASES: dict[str, Phrase] = {
    "greeting": Phrase(
        (
            "嗨，我是岩友！想問路線、岩場還是岩館？",
            "哈囉，我是岩友！想爬哪裡，問我路線、岩場或岩館都可以。",
            "嗨嗨，今天想聊哪條路線？岩場和岩館也可以問我喔。",
        ),
        (
            "Hi, I am Yanyou! Ask me about routes, crags or gyms in Taiwan.",
            "Hello! Routes, crags or gyms: what would you like to know?",
        ),
    ),
    "thanks": Phrase(
        ("不客氣，爬得開心！", "不會啦，祝你今天手感好！", "不客氣，出門記得互相檢查！"),
        ("You are welcome. Climb well!", "Any time. Check each other before you climb!"),
    ),
    "bye": Phrase(
        ("掰掰，下次爬得開心！", "掰囉，岩場見！", "下次見，出門記得互相檢查！"),
        ("Bye, climb well!", "See you at the crag!"),
    ),
    "quote.prose": fixed("{name}的資料提到：「{value}」", "The record of {name} says: “{value}”"),
    "withheld": fixed(
        "這題我找到的內容和資料對不起來，所以先不說。換個問法再試試，或回報給管理員。",
        "What I found for this does not agree with my records, so I will not say it. "
        "Please put it differently, or report it to an admin.",
    ),
    "clarify.ordinal": fixed(
        "剛剛只列了 {limit} 個，你是問哪一個？",
        "I only listed {limit}; which one do you mean?",
    ),
    "help.head": Phrase(
        ("我可以查路線、岩場和岩館的資料，每個答案都附來源和日期。你可以這樣問：",),
        ("I look up routes, crags and gyms; every answer names its source and date. Try:",),
    ),
    "help.tail": fixed(
        "也可以說「記一筆：今天 路線名 RP」，再問我「我今年爬了幾條」。即時天氣、"
        "浪況和潮汐我查不到；"
        "安全的事請以現場判斷和教練為準。",
        "You can also say “log: sent ROUTE today” and ask “how many routes did I climb this "
        "year?”. "
        "I have no live weather, swell or tide; on safety, trust your own eyes and an instructor.",
    ),
    "help.fact": fixed("{route}幾級？幾個 bolt？", "What grade is {route}, and how many bolts?"),
    "help.list": fixed("{crag}有哪些 5.10a 的路線？", "Which 5.10a routes are there at {crag}?"),
    "help.recommend": fixed("推薦{crag}適合入門的路線", "Recommend beginner routes at {crag}"),
    "help.superlative": fixed("{crag}最長的路線是哪條？", "What is the longest route at {crag}?"),
    "help.gym": fixed("{gym}星期六幾點開？", "When does {gym} open on Saturday?"),
    "help.gym_any": fixed("台北有哪些抱石館？", "Which bouldering gyms are there in Taipei?"),
    "help.convert": fixed("5.11a 換成法式是多少？", "What is 5.11a in French grades?"),
    "help.knowledge": fixed("星光票是什麼？", "What is a twilight ticket?"),
    "help.any_route": fixed("推薦三條運攀路線", "Recommend three sport routes"),
    "help.any_crag": fixed("有哪些岩場？", "Which crags do you know?"),
    # Questions back
    "clarify.route": Phrase(
        ("你問的是哪一條路線？", "想問哪一條？"), ("Which route do you mean?",)
    ),
    "clarify.place": Phrase(
        ("你問的是哪一個岩場或區域？", "想問哪個岩場？"), ("Which crag or area do you mean?",)
    ),
    "clarify.gym": Phrase(("你問的是哪一間岩館？", "想問哪間岩館？"), ("Which gym do you mean?",)),
    "clarify.grade": fixed(
        "你想問哪個難度？例如 5.10a、6b 或 V4。",
        "Which grade do you mean? For example 5.10a, 6b or V4.",
    ),
    "clarify.day": fixed("你想問哪一天？", "Which day do you mean?"),
    "clarify.compare": fixed("要比較的另一個是哪一個？", "What should I compare it with?"),
    "clarify.empty": fixed(
        "想問什麼呢？可以問路線、岩場或岩館。",
        "What would you like to know? Ask about routes, crags or gyms.",
    ),
    "clarify.too_long": fixed(
        "訊息有點長，麻煩用一兩句話問我。",
        "That is a long message. Please ask in one or two sentences.",
    ),
    "clarify.other": Phrase(
        ("我不太確定你想問什麼，可以說得具體一點嗎？例如路線、岩場或岩館的名字。",),
        ("I am not sure what you mean. Could you name the route, crag or gym?",),
    ),
    "clarify.options": fixed("可能是：", "Perhaps:"),
    # Grades
    "convert.line": fixed(
        "{grade} 約等於{system} {value}。", "{grade} is about {value} in {system} grades."
    ),
    "convert.note": fixed(
        "換算只是大概，各家對照表會差到一級。",
        "Conversions are approximate; tables differ by up to one grade.",
    ),
    "convert.same_system": fixed(
        "{grade} 本來就是{system}的難度。", "{grade} already is a {system} grade."
    ),
    "convert.cross": fixed(
        "{grade} 是{group}的難度，{target}是{other}的，量的是不同的事，我不做換算。",
        "{grade} measures {group} and {target} measures {other}: different things, so I do not "
        "convert them.",
    ),
    "convert.cross_hint": fixed(
        "抱石看單一段難動作，繩攀還看耐力和長度，最準的是實際去爬爬看。",
        "Boulder grades rate a few hard moves, route grades also endurance and length; the best "
        "test is to climb some.",
    ),
    "convert.out_of_table": fixed(
        "「{grade}」不在我的難度表裡。", "“{grade}” is not in my grade tables."
    ),
    "convert.none": fixed(
        "我看不出你要換算哪個難度，例如可以問「5.11a 換成法式」。",
        "I see no grade to convert. Try “5.11a in French”.",
    ),
    "convert.interval": fixed(
        "{grade} 在我的表裡是 {low} 到 {high} 這個範圍。", "{grade} stands for {low} to {high}."
    ),
    "convert.same": fixed(
        "{first} 和 {second} 是同一個難度。", "{first} and {second} are the same grade."
    ),
    "convert.about_same": fixed(
        "{first} 約等於 {second}。", "{first} is about the same as {second}."
    ),
    "convert.overlap": fixed(
        "{first} 和 {second} 不完全一樣，兩個範圍有重疊。",
        "{first} and {second} are not the same; their ranges overlap.",
    ),
    "convert.inside": fixed(
        "{first} 和 {second} 不完全一樣：{inner} 落在 {outer} 的範圍裡。",
        "{first} and {second} are not the same: {inner} lies within {outer}.",
    ),
    "convert.harder": fixed("{harder} 比 {easier} 難。", "{harder} is harder than {easier}."),
    # Refusals that are not about safety
    "community.partner": fixed(
        "找繩伴、揪團、共乘要靠真人，請到社群的揪團頻道問問看。",
        "For partners, groups and rides you need people: please ask in the community channel.",
    ),
    "community.refund": fixed(
        "退費、停卡、會員的事我幫不上，請直接聯絡館方。",
        "I cannot help with refunds or memberships; please contact the gym.",
    ),
    "community.market": fixed(
        "買賣和轉讓請到社群的交易區，二手繩索、吊帶這類保命裝備不建議買來路不明的。",
        "For second-hand deals use the community's market; do not buy life-saving gear of unknown "
        "history.",
    ),
    "community.report": fixed(
        "這類回報請找岩場的維護單位或當地岩友社群，附上照片、位置和日期。",
        "Please report it to the people who maintain the crag, with photo, place and date.",
    ),
    "community.other": fixed(
        "這件事要靠真人，請到社群頻道問問看。",
        "This needs people: please ask in the community channel.",
    ),
    "community.maintainer": fixed(
        "{name}的資料維護者是{value}。", "The data of {name} are maintained by {value}."
    ),
    "domain.out": Phrase(
        ("這個我不懂，我只懂攀岩的路線、岩場和岩館。", "這題超出我的範圍，我只查得到攀岩的資料。"),
        ("That is outside what I know: I only know climbing routes, crags and gyms.",),
    ),
    "domain.hint": fixed("可以問我像這樣的：", "You can ask me, for example:"),
}
