"""Cue words: what a question asks for, in Chinese (matched on keys) and English (matched on whole words).

A cue is a name with two tuples of patterns. Chinese patterns are written in Traditional Chinese and folded by
``knowledge.text.key`` when they are compiled, so Simplified, full-width and variant spellings match too; ``~``
stands for up to six arbitrary characters, ``#`` for a number, ``@`` for a name that was linked, ``%`` for a date.
"""

from __future__ import annotations

import re
from functools import cache

from knowledge.text import key

NAME = "\ue000"
"""Stands where a linked name stood."""
GRADE = "\ue001"
"""Stands where a grade stood."""
DAY = "\ue002"
"""Stands where a date or a time stood."""

_GAP = "[^。！？!?]{0,6}?"
_NUMBER = "(?:\\d+|[一二三四五六七八九十两兩几幾]+)"

INTENT_CUES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "list": (
        ("哪些", "列出", "列一下", "列給我", "列表", "清單", "名單", "有什麼路線", "有什麼線", "有啥路線", "有甚麼路線",
         "全部路線", "所有路線", "所有的", "全列", "幫我找", "有沒有~路線", "有沒有~的線", "路線有沒有", "有~路線嗎",
         "有~的路線", "有哪幾條", "哪幾條", "有什麼~的", "有哪", "找一下", "查一下~路線", "給我~路線", "想看~路線",
         "是哪幾", "通通", "都有哪", "有@的路線", "哪一些", "有什麼", "有誰", "哪幾間", "哪幾家", "哪幾個"),
        ("list", "which routes", "which climbs", "what routes", "what climbs", "show me", "show all", "give me all",
         "all the", "all routes", "any routes", "are there any", "find me", "find routes", "which ones", "what are the",
         "routes? (?:at|in|on|with|by|under|over|that|around|between)", "climbs? (?:at|in|on|with|by)", "what .* routes",
         "which .* routes", "is there an?y?", "which gyms", "what gyms", "any gyms?", "routes? .* have"),
    ),
    "count": (
        ("幾條", "多少條", "總共~條", "有多少路線", "多少路線", "路線有多少", "路線數", "幾間", "多少間", "幾家", "多少家",
         "數量", "總數", "共有多少", "有幾個岩場", "有多少岩場", "多少線", "幾題", "多少題", "路線總共", "幾座岩場",
         "多少個岩館", "有幾個岩館", "幾個岩館", "幾個抱石館", "多少岩館", "條數"),
        ("how many (?:\\S+ ){0,4}?(?:routes?|climbs?|lines?|problems?|boulders?|gyms?|crags?|pitches)",
         "number of (?:\\S+ ){0,3}?(?:routes?|climbs?|gyms?)", "count of", "how many .* are there", "total routes",
         "how many"),
    ),
    "compare": (
        ("比較難", "比較簡單", "比較長", "比較短", "比較便宜", "比較貴", "比較高", "比較硬", "比較早", "比較晚", "比較多",
         "哪個難", "哪條難", "哪一條難", "哪個比較", "哪條比較", "哪間比較", "哪邊比較", "誰比較", "哪一條比較", "哪個長",
         "哪條長", "哪個便宜", "哪間便宜", "差在哪", "差別", "差異", "有什麼不同", "有什麼不一樣", "不一樣", "相比", "比一比",
         "比較一下", "對比", "pk", "@比@", "@跟@比", "比起來", "差多少", "差幾級", "哪個多", "哪邊多", "一樣難", "一樣嗎",
         "哪一間", "哪個早", "哪個晚", "選哪", "哪個路線多", "哪邊路線多", "哪個~比較", "哪一個~比較", "哪邊~比較", "哪個~多", "哪一個~多", "哪邊~多", "誰的~多", "哪個簡單", "哪條簡單", "哪個短", "哪條短", "還是@", "比較@",
         "哪里比較", "哪裡比較"),
        ("compare", "versus", "vs", "difference between", "harder than", "easier than", "which is", "which one is",
         "which (?:route|crag|gym|area) is", "longer than", "shorter than", "cheaper", "differ", "or @", "same as",
         "which has more"),
    ),
    "distribution": (
        ("分布", "分佈", "各級", "各難度", "每個難度", "各個難度", "每一級", "難度統計", "路線統計", "統計", "各型態", "比例",
         "佔比", "占比", "難度結構", "級數結構", "難度區間各", "每級"),
        ("distribution", "breakdown", "histogram", "by grade", "per grade", "each grade", "spread of grades",
         "grade spread", "proportion", "by type", "of each"),
    ),
    "recommend": (
        ("推薦", "推荐", "建議爬", "建議我爬", "有什麼好爬", "必爬", "該爬", "爬什麼", "爬哪條", "介紹幾條", "介紹#條", "選幾條", "挑幾條", "挑#條", "選#條",
         "安排", "求推", "求線", "推幾條", "推#條", "推一下", "有推", "來幾條", "來#條", "給我幾條", "給我#條", "隨便來", "值得爬", "哪幾條好", "下一條", "去哪爬", "去哪練",
         "去哪裡練", "去哪裡爬", "建議", "換一批", "再來#條", "可以爬什麼", "可以試什麼", "爬什麼好"),
        ("recommend\\w*", "suggest\\w*", "good routes? for", "should i (?:climb|try|do|get on)", "what to climb", "worth climbing", "must[- ]do", "good .* for", "best .* for",
         "where (?:can|should) i (?:climb|practi[sc]e)", "pick (?:me )?(?:some|three|a few)", "give me (?:a few|some|three|two|one|a|2|3)\\b"),
    ),
    "recommend_weak": (
        ("適合", "想爬", "想找", "好爬的", "想練", "練習", "想試", "試試看", "可以爬的"),
        ("looking for", "want to (?:climb|try|practi[sc]e)", "suitable", "in the mood for", "fancy"),
    ),
    "convert": (
        ("換算", "等於", "相當於", "對照", "轉換", "轉成", "換成", "對應", "法式多少", "法式是", "法式幾", "多少法式", "幾級法式",
         "是v幾", "等同", "大概是v", "約是", "折合", "法國級", "法國系統", "法式", "uiaa", "優勝美地系統"),
        ("convert", "conversion", "equivalent", "equals?", "equal to", "in (?:french|yds|uiaa|font\\w*|v[- ]?grades?|v[- ]?scale|hueco)",
         "french grade", "to (?:french|yds|uiaa|font\\w*|v[- ]?scale)", "translate .* grade"),
    ),
    "similar": (
        ("類似", "差不多難", "一樣難度", "同樣難度", "同難度", "像@", "相同難度", "相似", "跟@差不多", "和@差不多"),
        ("similar", "like @", "same grade as", "comparable"),
    ),
    "more": (
        ("下一頁", "下頁", "更多", "還有嗎", "還有哪些", "還有沒有", "繼續", "後面的", "再多", "還有別的", "再列"),
        ("next(?: page)?", "more", "continue", "any others?", "what else", "the rest"),
    ),
    "another": (("換一批", "換別的", "其他的", "別的推薦", "再推", "再來", "不要這", "還有推薦"), ("others?", "different ones?", "another", "something else")),
    "elliptic": (
        ("那", "呢", "換成", "換", "改成", "改", "還有", "也", "它", "牠", "他", "這條", "那條", "這間", "那間", "那家", "這家", "那裡", "這裡", "那邊", "這邊", "同樣", "一樣", "只要", "不要", "其中", "裡面",
         "剛剛", "剛才", "上面", "前面", "我是說", "我是問", "我說的是", "不是", "這些", "那些", "如果", "再", "只看", "先看", "改看", "同一", "兩條", "這兩", "那兩", "兩間", "哪條", "哪一條"),
        ("what about", "how about", "and", "it", "its", "that", "this", "those", "them", "they", "these", "there", "same", "instead", "only", "then", "but", "also", "just", "i mean\\w*", "the other",
         "both", "which one", "no,?"),
    ),
    "that_route": (
        ("這條", "那條", "它", "牠", "該路線", "此路線", "這一條", "那一條", "上一條", "剛剛那條", "這題", "那題", "這路線", "那路線", "他", "這線", "那線"),
        ("it", "its", "that (?:route|climb|one|line|problem)", "this (?:route|climb|one|line|problem)", "the route", "the climb"),
    ),
    "that_gym": (("這間", "那間", "那家", "這家", "該館", "這個館", "那個館", "他們"), ("that gym", "this gym", "the gym", "they", "their", "that (?:place|one)")),
    "that_place": (("那裡", "這裡", "那邊", "這邊", "該岩場", "這個岩場", "那個岩場", "這區", "那區", "這個區", "那個區", "當地", "那兒", "這一區", "那一區"), ("there", "that (?:crag|area|place|wall|sector)", "this (?:crag|area|place|wall|sector)", "same (?:crag|area|place|wall)", "the crag")),
    "yes_no": (
        ("嗎", "對吧", "是不是", "對不對", "沒錯吧", "吧", "是否", "有沒有", "真的", "聽說", "應該是", "不是"),
        ("is", "are", "isn't", "right", "really", "correct", "does", "do", "true", "i heard"),
    ),
    "greeting": (
        ("你好", "妳好", "您好", "哈囉", "哈啰", "嗨", "早安", "午安", "晚安", "安安", "大家好", "嘿", "hello", "在嗎", "hihi"),
        ("hi", "hello", "hey", "good (?:morning|evening|afternoon)", "yo", "howdy", "sup"),
    ),
    "thanks": (
        ("謝謝", "感謝", "多謝", "3q", "感恩", "謝啦", "太棒了", "讚喔", "辛苦了"),
        ("thanks", "thank you", "thx", "ty", "cheers", "appreciate"),
    ),
    "help": (
        ("你會什麼", "你能做什麼", "你可以做什麼", "怎麼用你", "怎麼使用", "如何使用", "使用說明", "功能", "你是誰", "可以問什麼",
         "能問什麼", "幫助", "指令", "可以幫我做什麼", "能幫我什麼", "你能幫", "可以問你", "使用方法", "教我怎麼用", "你有什麼用",
         "怎麼問你", "你能回答", "你懂什麼", "你知道什麼", "有什麼功能", "你是什麼", "你叫什麼", "會做什麼", "你可以幹嘛", "你會幹嘛", "你能幹嘛"),
        ("what can you do", "how do i use", "help", "who are you", "commands", "what do you know", "what can i ask",
         "how does this work", "how do you work", "what are you", "features"),
    ),
    "knowledge": (
        ("什麼是", "是什麼意思", "什麼意思", "意思是", "啥意思", "是啥", "是什麼", "定義", "解釋", "為什麼", "為何", "差在哪", "英文怎麼說",
         "英文是", "怎麼翻", "中文怎麼說", "中文是", "怎麼講", "何謂", "甚麼是", "術語", "的英文", "代表什麼", "指的是", "原理", "怎麼看",
         "甚麼意思", "是甚麼", "英文叫", "中文叫", "什麼叫"),
        ("what is", "what's", "what does", "mean", "meaning", "define", "definition", "explain", "why", "what are",
         "how do you say", "in chinese", "term for", "stands? for", "whats"),
    ),
    "howto": (
        ("怎麼做", "如何", "怎麼練", "怎麼選", "怎麼挑", "要注意什麼", "注意什麼", "需要什麼", "要帶什麼", "要準備什麼", "怎麼開始",
         "怎麼準備", "該怎麼", "要怎麼", "怎麼辦", "怎麼學", "技巧", "禮儀", "規矩", "規則", "可不可以", "能不能", "第一次", "新手",
         "訓練", "怎麼洗", "怎麼保養", "暖身", "熱身怎麼", "菜單", "怎麼踩", "怎麼勾", "怎麼穿", "怎麼"),
        ("how to", "how do i", "how should", "tips", "etiquette", "rules", "what should i (?:bring|wear|know)",
         "first time", "beginner", "training", "technique", "do i need", "can i", "should i"),
    ),
}

SAFETY_CUES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "emergency": (
        ("救命", "不會動", "沒有意識", "沒意識", "失去意識", "昏迷", "昏倒", "大量出血", "流血不止", "骨折", "被浪捲", "被浪打",
         "落海", "掉到海裡", "叫救護車", "求救", "沒有呼吸", "沒呼吸", "叫不醒", "脊椎", "重傷", "頭在流血", "一直流血", "被困",
         "墜落受傷", "摔下來", "摔到地", "撞到頭", "溺水", "出事了", "有人掉下", "有人墜", "有人受傷", "卡在岩壁", "捲走", "倒地", "打119"),
        ("unconscious", "not moving", "not breathing", "emergency", "bleeding", "broken (?:leg|arm|bone|back|ankle)",
         "call (?:an )?ambulance", "swept (?:away|out|off|into)", "fell and", "someone fell", "(?:friend|partner) (?:just )?fell", "rescue", "head injury",
         "drowning", "mayday", "sos"),
    ),
    "bolt": (
        ("bolt還能", "bolt能", "bolt可以用", "bolt安全", "bolt可靠", "bolt穩", "bolt牢", "bolt堪用", "錨栓能", "錨栓還", "錨栓安全",
         "耳片還能", "bolt會不會", "bolt有沒有問題", "bolt好嗎", "bolt狀況", "bolt撐得住", "撐得住", "承受得了", "bolt生鏽", "bolt鬆",
         "鬆掉的bolt", "bolt會斷", "bolt會掉", "bolt信得過", "錨栓可靠", "固定點安全", "固定點可靠", "固定點還能", "固定點能", "anchor安全",
         "anchor可靠", "anchor還能", "anchor能用", "anchor穩", "確保站安全", "老bolt能", "能不能用", "還能用嗎", "可以信任", "能信任",
         "掛片還能", "掛片安全", "bolt~安全", "錨栓~安全", "anchor~安全", "固定點~安全", "bolt~可靠", "保證~安全"),
        ("bolts? (?:still )?(?:safe|ok|okay|good|reliable|solid|trustworthy|bomber)", "safe (?:bolts?|anchors?)", "trust the (?:bolts?|anchors?)",
         "is the anchor", "are the bolts?", "anchors? (?:still )?(?:safe|ok|good|solid|reliable)", "rusty bolts?", "loose bolts?", "guarantee"),
    ),
    "safe": (
        ("安全嗎", "安不安全", "會不會危險", "危險嗎", "很危險", "保證安全", "可以爬嗎", "能爬嗎", "可不可以爬", "能不能爬", "沒問題嗎",
         "可以去嗎", "能去嗎", "會有危險", "夠安全", "可以放心", "可不可以去", "能不能去", "還可以爬", "適不適合爬", "穩嗎", "還穩"),
        ("is (?:it|this|that|@) safe", "safe to", "dangerous", "is @ (?:still )?(?:safe|ok)", "can i safely", "ok to climb", "safe enough",
         "can (?:i|we) climb", "good to go", "safe"),
    ),
    "belay": (
        ("怎麼確保", "如何確保", "教我確保", "確保怎麼", "怎麼先鋒", "如何先鋒", "教我先鋒", "怎麼放人", "怎麼垂降", "如何垂降", "教我垂降",
         "垂降怎麼", "垂降步驟", "確保步驟", "架站", "架固定點", "怎麼架", "如何架", "教我架", "繩結怎麼", "怎麼打八字", "怎麼綁八字", "怎麼打結",
         "grigri怎麼", "grigri要怎麼", "atc怎麼", "怎麼裝繩", "怎麼裝grigri", "怎麼用grigri", "怎麼用atc", "怎麼換繩", "怎麼清anchor", "怎麼拆", "拆anchor",
         "怎麼放岩楔", "怎麼放cam", "放cam", "怎麼置放", "獨攀怎麼", "自己一個人架", "怎麼設上方", "先鋒步驟", "怎麼掛快扣", "怎麼打", "怎麼綁", "普魯士怎麼"),
        ("how (?:do i|to|do you|should i) (?:belay|lead|rappel|abseil|build|set ?up|rig|clean|lower|place|tie|equali[sz]e|use (?:a )?(?:grigri|atc))",
         "teach me (?:to |how to )?(?:belay|lead|rappel|abseil)", "step[- ]by[- ]step", "anchor building", "belay steps", "rope solo"),
    ),
    "gear_retire": (
        ("退役", "繩子還能", "繩子可以用", "繩子用多久", "繩子能用", "吊帶用多久", "吊帶還能", "裝備壽命", "裝備還能", "繩子磨", "繩皮", "二手繩", "舊繩", "快扣還能"),
        ("retire", "how long (?:does|do|can) (?:a |my )?(?:rope|harness|gear)", "old rope", "rope .* safe"),
    ),
    "rope_enough": (
        ("繩夠嗎", "繩子夠", "繩夠不夠", "米繩夠", "公尺繩夠", "m繩夠", "m夠嗎", "夠長嗎"),
        ("rope (?:long )?enough", "enough rope", "is a \\d+ ?m rope"),
    ),
    "earthquake": (("地震",), ("earthquake",)),
    "rock_wet": (
        ("下雨後", "雨後", "下完雨", "岩壁濕", "岩石濕", "濕掉", "濕的", "多久會乾", "幾天會乾", "乾了沒", "幾天能爬", "幾天可以爬"),
        ("after rain", "wet rock", "dry (?:yet|out)", "is the rock (?:wet|dry)"),
    ),
    "report": (
        ("回報", "通報", "要跟誰說", "要告訴誰", "找誰報", "誰負責維護", "誰維護"),
        ("report (?:a|an|the|it|to)?", "who maintains", "whom? (?:do|should) i tell"),
    ),
    "minors": (("小孩", "小朋友", "兒童", "孩子", "未成年", "歲可以", "親子"), ("kids?", "child(?:ren)?", "toddler", "minors?")),
    "solo": (("一個人去爬", "自己去爬", "單獨去爬", "獨自", "free solo", "徒手獨攀"), ("climb alone", "free solo", "solo climb\\w*")),
}

DOMAIN_CUES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "live": (
        ("天氣", "會不會下雨", "會下雨", "下雨嗎", "在下雨", "有下雨", "下雨機率", "降雨", "浪大", "浪況", "浪高", "浪多", "海況", "潮汐", "漲潮",
         "退潮", "滿潮", "乾潮", "氣溫", "溫度", "幾度", "風大", "風速", "颱風", "塞車", "路況", "人多嗎", "人潮", "會很多人", "排隊要", "濕度",
         "現在人多", "空氣品質", "即時", "長浪", "出太陽", "會晒", "車位還有", "有位子", "空位"),
        ("weather", "forecast", "raining", "will it rain", "is it raining", "swell", "tides?", "high tide", "low tide", "wind(?:y| speed)", "temperature",
         "typhoon", "crowded", "traffic", "waves?", "right now .* conditions", "conditions (?:today|tomorrow|now|right now)", "humidity", "going to rain"),
    ),
    "medical": (
        ("手指痛", "手指好痛", "指頭痛", "肩膀痛", "手肘痛", "膝蓋痛", "手腕痛", "腳踝", "腳痛", "背痛", "腰痛", "拉傷", "扭傷", "挫傷", "腫起來", "腫了", "滑車", "韌帶",
         "肌腱", "肌腱炎", "復健", "看醫生", "止痛藥", "吃什麼藥", "受傷", "網球肘", "高爾夫球肘", "傷口", "發炎", "麻麻的", "會痛", "在痛", "好痛", "很痛", "疼痛"),
        ("pain", "hurts?", "injur(?:y|ed|ies)", "tendon", "pulley", "sprain\\w*", "swollen", "doctor", "physio\\w*", "elbow", "sore finger", "ibuprofen"),
    ),
    "community": (
        ("繩伴", "揪團", "揪人", "揪爬", "找人爬", "找人一起", "一起爬", "共乘", "誰有車", "誰要去", "有人要去", "有人一起", "有沒有人要", "徵人", "徵伴", "約爬", "缺人",
         "退費", "停卡", "退款", "會員取消", "客訴", "二手", "賣鞋", "轉讓", "認識岩友", "想約"),
        ("climbing partners?", "find (?:a |me a )?partner", "carpool", "anyone (?:want|going|up for|climbing)", "refund", "cancel (?:my )?membership", "looking for (?:a )?(?:partner|belayer)",
         "belay partner", "meet ?up"),
    ),
    "personal": (
        ("我的紀錄", "我的記錄", "我的日誌", "我的攀登", "我爬過", "我有爬過", "我%爬", "我%最", "我%有", "我%去", "我%的", "我%總", "我%一共", "%我爬", "%我最", "%我有", "%我一共", "%我總共", "我上次", "我最難", "我最長", "我幾次", "我爬幾", "我有幾",
         "我最高", "我的最高", "記一筆", "記錄一下", "紀錄一下", "幫我記", "幫我紀錄", "我的project", "我的pj", "我的金字塔", "金字塔", "匯入我", "匯出我", "匯入", "匯出",
         "刪掉剛剛", "刪掉那筆", "刪掉上", "那筆改", "那一筆", "剛剛那筆", "上一筆", "我完攀", "我爬了", "我rp", "我os", "我flash", "我onsight", "我總共", "我一共", "我試過",
         "我試了", "我的成功率", "我成功率", "我的統計", "我的數據", "我的資料", "刪除我", "我爬過幾", "我連續", "我進步", "的紀錄給我看", "的攀登紀錄", "看一下我",
         "加入想爬", "我的清單", "依我的", "根據我的", "我平均", "你知道我什麼", "忘記我", "小明的", "別人的紀錄", "他的紀錄", "她的紀錄", "某人的紀錄", "的紀錄"),
        ("my (?:log|logbook|sends?|ticks?|ascents?|projects?|pyramid|records?|stats|data|hardest|history|progress|climbs)", "i(?:'ve| have)? (?:sent|climbed|onsighted|flashed|redpointed|done|logged)",
         "log (?:a|an|my|this|that|it)", "log:", "have i", "did i", "delete my", "export my", "import my", "undo", "add to my", "how many .* (?:have|did) i"),
    ),
    "gym": (
        ("岩館", "抱石館", "攀岩館", "攀岩場館", "攀岩中心", "室內", "館子", "場館", "上攀館", "健身房", "攀岩牆", "哪間館", "哪一館"),
        ("gyms?", "indoor", "climbing cent(?:er|re)s?", "bouldering cent(?:er|re)s?"),
    ),
    "crag": (
        ("岩場", "戶外岩場", "天然岩場", "攀岩地點", "攀岩場地", "戶外攀岩", "去哪爬"),
        ("crags?", "outdoor (?:areas?|climbing|crags?|places?)", "climbing (?:areas?|spots?|places?|destinations?)"),
    ),
    "route": (
        ("路線", "線路", "這條", "那條", "哪條", "幾條", "條線", "的線", "題目", "抱石題", "哪一條", "幾級", "幾題"),
        ("routes?", "climbs?", "lines?", "problems?", "pitch(?:es)?"),
    ),
    "area": (("分區", "哪些區", "幾個區", "哪幾區", "區域", "幾區", "哪些牆", "幾面牆", "有哪些區", "哪些岩壁", "sector"), ("areas?", "sectors?", "walls?")),
}


@cache
def _compiled() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    compiled = {}
    for table in (INTENT_CUES, SAFETY_CUES, DOMAIN_CUES):
        for name, (chinese, english) in table.items():
            compiled[name] = (chinese_pattern(chinese), english_pattern(english))
    return compiled


def chinese_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds any of the words in a key."""
    return re.compile("|".join(_fold(word) for word in words))


def english_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds any of the expressions as whole words in lower-case text."""
    joined = "|".join(word.replace("@", NAME) for word in words)
    return re.compile(rf"(?<![a-z0-9])(?:{joined})(?![a-z0-9])")


def _fold(word: str) -> str:
    """One Chinese cue as a pattern over keys."""
    parts = re.split(r"([~#@%])", word)
    special = {"~": _GAP, "#": _NUMBER, "@": NAME, "%": DAY}
    return "".join(special.get(part) or re.escape(key(part)) for part in parts if part)


def find_cues(folded: str, lower: str) -> frozenset[str]:
    """Names of all cues in a question.

    Args:
        folded: Key of the question with names replaced by ``NAME``.
        lower: Lower-case question with the same replacements.
    """
    return frozenset(
        name
        for name, (chinese, english) in _compiled().items()
        if chinese.search(folded) or english.search(lower)
    )
