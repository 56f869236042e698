"""Which property of a route, a crag or a gym is asked for.

Tables in the form of :mod:`bot.understanding.cues`. A property is reported in table order.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from bot.understanding.cues import chinese_pattern, english_pattern

Subject = Literal["route", "crag", "gym"]
Words = tuple[tuple[str, ...], tuple[str, ...]]

ROUTE_CUES: dict[str, Words] = {
    "grade": (
        ("幾級", "難度", "級數", "多難", "等級", "什麼級", "定級", "幾點幾", "五點幾", "5點幾", "5.幾", "多少級", "級別", "幾的", "爬幾", "v幾", "評級", "難不難", "會不會很難",
         "會很難", "算難", "難嗎", "怎麼定"),
        ("how hard", "grades?", "graded", "rating", "rated", "difficulty", "how difficult"),
    ),
    "length": (
        ("多長", "多高", "長度", "幾米", "幾公尺", "多少米", "多少公尺", "幾m", "高度", "路線長", "全長", "有多長"),
        ("how long", "how tall", "how high", "length", "height", "how many met(?:er|re)s", "meters long"),
    ),
    "gear": (
        ("幾支快扣", "幾把快扣", "幾條快扣", "幾個快扣", "多少快扣", "幾組快扣", "要帶什麼裝備", "帶什麼裝備", "需要什麼裝備", "幾米繩", "多長的繩", "繩子要多長", "繩要多長", "幾支draw",
         "要帶幾", "需要幾支", "需要幾把", "需要幾條", "需要帶幾", "繩長", "什麼裝備", "哪些裝備", "快扣要", "準備幾"),
        ("how many (?:quick)?draws", "quickdraws", "what (?:gear|rack)", "rope length", "how long (?:a |of a )?rope", "gear do i need"),
    ),
    "bolts": (
        ("幾顆bolt", "幾支bolt", "幾個bolt", "幾bolt", "多少bolt", "bolt數", "多少顆bolt", "bolt有幾", "bolt幾", "幾顆錨栓", "幾支錨栓", "幾個錨栓", "錨栓數", "錨栓有幾", "多少錨栓",
         "幾個耳片", "幾顆耳片", "幾片耳片", "幾個掛片", "幾顆掛片", "掛片有幾", "掛片數", "掛片幾", "幾顆", "bolt多少", "bolt總數", "幾個保護點", "幾個點", "幾根bolt", "幾隻bolt", "膨脹釘", "膨胀钉", "保護點有幾",
         "幾個掛點", "bolt有多少", "錨栓幾", "耳片數"),
        ("how many bolts?", "bolts?", "number of bolts?", "bolt count"),
    ),
    "first_ascent_on": (
        ("什麼時候首攀", "何時首攀", "首攀日期", "首攀時間", "哪一年首攀", "哪年首攀", "首攀是哪一年", "首攀年份", "首攀是什麼時候", "首攀是何時", "首攀在哪年", "哪一年開", "哪年開", "什麼時候開的", "幾年開的",
         "首攀是哪年", "何時開線", "什麼時候開線", "什麼時候被首攀", "首攀是幾年", "首攀哪年", "首攀~哪一年", "首攀~什麼時候", "首攀~何時", "多老", "哪一年完成首攀"),
        ("when was .*(?:first|put up|established|bolted|climbed)", "first ascent date", "what year", "date of .*(?:first ascent|fa)", "when did", "fa date", "which year", "when was .*fa"),
    ),
    "first_ascent": (
        ("首攀", "誰開的", "誰開線", "開線者", "誰爬的第一", "誰先爬", "誰設的", "誰開", "誰第一個", "第一個爬", "開發者", "是誰爬", "開線的人", "開線人", "誰定的"),
        ("first ascent", "first ascensionist", "who (?:first )?(?:climbed|established|bolted|put up|opened|developed|did|sent)", "fa", "first climbed"),
    ),
    "location": (
        ("在哪", "哪一區", "哪區", "哪個區", "位置", "哪個岩場", "哪一個岩場", "什麼地方", "哪面牆", "哪個牆", "哪裡", "位於", "在什麼", "哪一面", "哪個sector", "何處", "哪邊", "屬於哪",
         "在那裡", "在那", "怎麼找", "哪兒"),
        ("where", "which (?:area|sector|crag|wall)", "located", "location", "what (?:area|sector|crag|wall)"),
    ),
    "names": (
        ("英文名", "英文叫", "英文是", "英文怎麼", "舊名", "以前叫", "原名", "別名", "又叫", "又名", "中文名", "中文叫", "別的名字", "其他名字", "還叫", "舊稱", "本來叫", "原本叫", "過去叫", "之前叫", "叫什麼名",
         "英文", "中文是", "另一個名字", "也叫"),
        ("english name", "chinese name", "old name", "also known", "another name", "other names?", "aka", "called in", "former name", "used to be called", "name in (?:english|chinese)", "formerly", "previously called"),
    ),
    "video": (("影片", "視頻", "youtube", "yt", "錄影", "參考片", "攀登片"), ("videos?", "youtube", "footage", "clip of")),
    "popularity": (
        ("熱門程度", "人氣", "多熱門", "熱門嗎", "幾顆星", "星等", "受歡迎嗎", "多受歡迎", "推薦度", "熱門度", "受歡迎程度"),
        ("how popular", "popularity", "star rating", "how many stars", "stars"),
    ),
    "pitches": (("幾段", "幾個繩距", "幾繩距", "幾個pitch", "幾pitch", "多繩距嗎", "繩距有幾", "幾p"), ("how many pitches", "multi-?pitch", "pitches")),
    "anchor": (
        ("固定點", "anchor", "確保站", "下撤", "怎麼下來", "如何下來", "怎麼下去", "怎麼下", "頂端", "吊環"),
        ("anchors?", "descent", "descend", "get down", "walk ?off", "rappel off", "lower off", "top anchor"),
    ),
    "protection": (("保護方式", "保護裝備", "怎麼保護", "保護怎", "保護如何", "保護好嗎", "保護措施", "保護點", "保護是", "保護"), ("protection", "protected", "pro")),
    "safety_rating": (("安全評級", "安全等級", "安全評分", "安全性評"), ("safety rating",)),
    "hazards": (
        ("危險", "要注意", "注意什麼", "注意事項", "落石", "封閉", "有開放", "開放嗎", "關閉", "警告", "風險", "安全嗎", "安全", "小心什麼", "可以爬嗎", "能爬嗎", "還能爬", "狀況", "禁止"),
        ("hazards?", "danger\\w*", "closed", "closures?", "open", "warnings?", "risks?", "rockfall", "careful"),
    ),
    "type": (
        ("什麼類型", "型態", "什麼型", "類型", "運攀還是", "傳攀還是", "還是傳攀", "還是運攀", "哪種攀登", "哪一種攀登", "什麼路線類型", "攀登方式", "什麼攀登", "運攀嗎", "傳攀嗎", "抱石嗎", "上方架繩嗎", "先鋒還是",
         "哪種路線", "什麼種類", "種類", "哪一類"),
        ("what type", "what kind", "sport or", "trad or", "what style", "type of (?:route|climb\\w*)", "is @ (?:a )?(?:sport|trad|boulder|top ?rope)", "which type"),
    ),
    "description": (
        ("特色", "介紹", "描述", "怎麼爬", "如何爬", "好爬嗎", "什麼風格", "beta", "敘述", "怎麼樣", "說明", "難關", "crux", "風格", "內容", "簡介", "好玩嗎", "長怎樣", "有什麼特別", "爬起來", "爬法", "形容", "講一下", "資訊",
         "如何"),
        ("describe", "description", "what(?:'s| is) .* like", "beta", "character", "tell me about", "crux", "about", "details?", "info\\w*"),
    ),
}

CRAG_CUES: dict[str, Words] = {
    "rock": (("岩質", "什麼岩", "岩石", "什麼石", "石頭", "岩性", "岩壁材質", "材質", "哪種岩", "石灰岩", "砂岩", "地質"), ("rock type", "type of rock", "what (?:kind of )?rock", "kind of rock", "rock", "geology", "limestone", "sandstone")),
    "season": (
        ("季節", "幾月", "什麼時候去", "什麼時候適合", "何時去", "何時適合", "哪個月", "最佳時間", "哪一季", "什麼時候爬", "什麼時候比較", "夏天適合", "冬天適合", "夏天可以", "冬天可以", "適合什麼時候", "甚麼時候",
         "什麼時間", "何時"),
        ("seasons?", "when (?:should|can|to|is|do)", "best time", "what months?", "time of (?:the )?year", "in (?:summer|winter|spring|autumn|fall)"),
    ),
    "parking": (("停車", "車停", "停哪", "車位"), ("park(?:ing)?", "car park")),
    "approach": (("怎麼走", "步行", "走多久", "要走", "接近路線", "進場", "走路", "徒步", "路程", "走進去", "進去要"), ("approach", "walk(?:ing)?(?: in)?", "hike", "how far")),
    "transport": (("交通", "怎麼去", "怎麼到", "如何去", "如何到", "公車", "捷運", "開車", "客運", "搭車", "火車", "高鐵", "大眾運輸", "坐車"), ("get there", "get to", "transport\\w*", "bus", "train", "drive", "mrt", "directions", "reach")),
    "amenities": (("廁所", "設施", "便利商店", "住宿", "吃飯", "周邊", "附近有什麼", "洗手間", "機能"), ("amenities", "toilets?", "restrooms?", "facilities", "nearby")),
    "coordinates": (("座標", "gps", "經緯度", "定位", "確切位置", "精確位置", "google map", "地圖"), ("coordinates?", "gps", "exact location", "latitude", "google maps?", "pin")),
    "address": (("地址", "地址在"), ("address",)),
    "areas": (("哪些區", "分區", "幾個區", "區域", "哪幾區", "有什麼區", "哪幾個區", "幾區", "分成", "哪些牆", "哪幾面", "幾面牆", "哪些岩壁"), ("areas?", "sectors?", "what walls", "which walls", "walls")),
    "grades": (("難度範圍", "難度區間", "難度從", "最難到", "幾級到幾級", "難度", "級數", "級距", "到多難"), ("grade range", "range of grades", "grades", "how hard", "difficulty")),
    "height": (("多高", "岩壁高", "高度", "幾米高", "最高多少"), ("how high", "how tall", "height")),
    "types": (("什麼類型", "型態", "類型", "運攀還是傳攀", "傳攀還是運攀", "什麼攀登", "攀登類型", "哪種攀登", "什麼型"), ("what type", "what kind", "style of climbing", "types? of climbing", "sport or trad")),
    "maintainer": (("誰維護", "維護單位", "誰整理", "管理單位", "資料來源", "誰管理"), ("maintain\\w*", "who manages", "source of")),
    "names": (("英文名", "英文叫", "別名", "英文怎麼", "中文名", "又叫", "英文是", "英文"), ("english name", "other names?", "also known", "chinese name")),
    "hazards": (("危險", "要注意", "注意什麼", "注意事項", "封閉", "開放", "限制", "規定", "申請", "安全嗎", "可以去嗎", "可以爬嗎", "能爬嗎", "能去嗎", "關閉", "禁止", "低調"), ("hazards?", "closed", "closures?", "access", "open", "permits?", "dangerous", "restrictions?", "allowed")),
    "region": (("在哪", "哪個縣市", "哪一縣", "哪裡", "什麼地方", "哪個城市", "哪個縣", "位置", "北部還是", "南部還是", "哪邊", "位於", "何處", "哪兒"), ("where", "located", "which (?:city|county|region|part)", "location")),
    "description": (("介紹", "特色", "簡介", "描述", "怎麼樣", "說明", "好玩嗎", "講一下", "長怎樣", "風格"), ("describe", "about", "description", "what(?:'s| is) .* like", "introduc\\w*", "overview")),
}

GYM_CUES: dict[str, Words] = {
    "hours": (
        ("幾點開", "幾點關", "營業時間", "開到幾點", "有開嗎", "有沒有開", "公休", "開門", "打烊", "營業", "幾點到幾點", "幾點結束", "幾點打烊", "開放時間", "開館", "閉館", "休館", "開嗎", "有營業", "幾點休息", "沒開",
         "還開著", "開著", "開到", "開多晚", "開多久", "幾點開始", "幾點可以", "最晚", "休息", "關門", "幾點", "有開", "開不開"),
        ("hours", "open(?:ing|s)?", "close[sd]?", "closing", "what time", "when does", "day off", "till when", "until what"),
    ),
    "twilight": (("星光票", "星光", "晚鳥票", "晚鳥"), ("twilight", "late[- ]?(?:night )?(?:ticket|entry|pass)", "evening (?:ticket|price|discount|entry)", "off[- ]peak")),
    "harness": (("租吊帶", "吊帶租", "吊帶", "安全帶"), ("harness",)),
    "shoes": (("租鞋", "租岩鞋", "岩鞋租", "鞋租", "岩鞋", "攀岩鞋", "鞋子"), ("shoes?",)),
    "rental": (("租借", "租裝備", "裝備租", "可以租", "能租", "租什麼", "租用", "租金", "有租"), ("rent(?:al|als|ing)?", "hire")),
    "weekend": (("假日票", "週末票", "假日多少", "假日單次", "假日入場", "週末多少", "假日價", "假日要", "假日的票", "周末票", "假日費", "假日去"), ("weekend (?:price|ticket|entry|rate|fee|cost)", "on weekends?")),
    "weekday": (("平日票", "平日多少", "平日單次", "平日入場", "平日價", "平日要", "平日的票", "平日費", "平日去"), ("weekday (?:price|ticket|entry|rate|fee|cost)", "on weekdays?")),
    "price": (("票價", "多少錢", "費用", "入場", "門票", "單次", "價格", "收費", "價錢", "幾塊", "怎麼收", "票", "貴嗎", "便宜嗎", "多少元", "價位", "要花多少", "單日", "入館", "幾元"),
              ("prices?", "how much", "cost", "fees?", "entry", "tickets?", "admission", "day pass", "expensive", "cheap", "pay")),
    "phone": (("電話", "號碼", "聯絡", "打去", "打電話"), ("phone", "call", "telephone", "contact", "number")),
    "parking": (("停車", "車停", "車位", "停哪"), ("park(?:ing)?", "car park")),
    "transport": (("捷運", "怎麼去", "怎麼到", "交通", "如何去", "如何到", "公車", "火車", "搭車", "哪一站", "哪站", "最近的站", "怎麼過去"), ("get there", "get to", "mrt", "metro", "bus", "train", "transport\\w*", "nearest station", "directions", "station", "reach")),
    "address": (("地址", "在哪", "哪裡", "位置", "在什麼路", "什麼地方", "位於", "在那裡", "哪條路", "哪兒", "住址"), ("address", "where", "located", "location")),
    "website": (("網站", "官網", "網址", "連結"), ("website", "site", "url", "web ?page", "link")),
    "facebook": (("臉書", "fb", "facebook", "粉專", "粉絲專頁"), ("facebook", "fb")),
    "instagram": (("ig", "instagram"), ("instagram", "ig")),
    "line": (("line", "賴"), ("line (?:account|id)",)),
    "facilities": (("設施", "設備", "淋浴", "洗澡", "置物櫃", "有沒有", "kilter", "moonboard", "速度牆", "有什麼牆", "體能訓練", "訓練區", "冷氣", "有提供", "自動確保", "有什麼設"), ("facilities", "amenities", "showers?", "lockers?", "kilter\\w*", "moon ?board", "does (?:it|@) have", "is there", "training area", "auto ?belay", "speed wall", "equipment")),
    "notes": (("注意事項", "預約", "確保檢定", "檢定", "證照", "注意", "規定", "單獨去", "會費", "會員", "要不要考", "限制", "需要上課", "備註"), ("reserv\\w*", "book(?:ing)?", "belay (?:test|check|certificat\\w*)", "notes?", "rules?", "requirements?", "certificat\\w*", "membership")),
    "type": (("什麼類型", "類型", "抱石還是上攀", "上攀還是抱石", "是抱石", "是上攀", "有上攀嗎", "可以上攀", "可以先鋒", "有先鋒", "可以抱石", "有抱石", "抱石館嗎", "什麼館", "能上攀", "能抱石", "能先鋒"), ("what type", "what kind", "bouldering or", "lead or", "is it (?:a )?(?:bouldering|lead)", "(?:have|has|offer) (?:lead|bouldering|rope|top ?rope)")),
    "names": (("英文名", "英文叫", "英文怎麼", "英文是", "以前叫", "原名", "別名"), ("english name", "other names?", "chinese name", "also known")),
    "coordinates": (("座標", "gps", "經緯度"), ("coordinates?", "gps")),
    "region": (("哪個縣市", "哪個城市", "哪一區", "哪區", "哪個縣", "北部還是", "哪個區"), ("which (?:city|district|region|county)",)),
    "description": (("介紹", "特色", "簡介", "怎麼樣", "好玩嗎", "如何", "描述", "講一下"), ("about", "describe", "what(?:'s| is) .* like", "overview", "description")),
}

_TABLES: dict[Subject, dict[str, Words]] = {"route": ROUTE_CUES, "crag": CRAG_CUES, "gym": GYM_CUES}


@cache
def _compiled(subject: Subject) -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (name, chinese_pattern(chinese), english_pattern(english))
        for name, (chinese, english) in _TABLES[subject].items()
    )


def find_fields(subject: Subject, folded: str, lower: str) -> tuple[str, ...]:
    """Names of the properties that the words ask for, without those that another one explains better."""
    found = {
        name
        for name, chinese, english in _compiled(subject)
        if chinese.search(folded) or english.search(lower)
    }
    for better, covered in _COVERS[subject]:
        if better in found:
            found -= set(covered)
    return tuple(name for name, _, _ in _compiled(subject) if name in found)


def without_fields(folded: str) -> str:
    """What is left of a key when every word for a property is taken out."""
    for subject in _TABLES:
        for _, chinese, _ in _compiled(subject):
            folded = chinese.sub("", folded)
    return folded


_COVERS: dict[Subject, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "route": (
        ("gear", ("bolts", "length", "description")),
        ("first_ascent_on", ("first_ascent",)),
        ("bolts", ("protection",)),
        ("pitches", ("length",)),
        ("safety_rating", ("hazards",)),
        ("names", ("description",)),
        ("video", ("description",)),
    ),
    "crag": (
        ("coordinates", ("region", "address")),
        ("address", ("region",)),
        ("parking", ("region",)),
        ("areas", ("region",)),
        ("transport", ("approach",)),
        ("amenities", ("region",)),
        ("height", ("approach",)),
    ),
    "gym": (
        ("twilight", ("price", "hours")),
        ("harness", ("rental", "price")),
        ("shoes", ("rental", "price")),
        ("rental", ("price",)),
        ("weekend", ("price",)),
        ("weekday", ("price",)),
        ("parking", ("address", "facilities")),
        ("transport", ("address",)),
        ("phone", ("address",)),
        ("type", ("facilities",)),
        ("coordinates", ("address",)),
        ("facilities", ("address",)),
        ("notes", ("facilities",)),
        ("website", ("facilities",)),
    ),
}
"""A property on the left explains the words that would also be read as those on the right."""
