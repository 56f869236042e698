"""The zh-TW words of the commands, by their English ones."""

from __future__ import annotations

NAMES: dict[str, str] = {
    "ask": "問",
    "question": "問題",
    "private": "只給我看",
    "route": "路線",
    "name": "名字",
    "crag": "岩場",
    "gym": "岩館",
    "grade": "難度",
    "to": "換成",
    "recommend": "推薦",
    "kind": "型態",
    "wish": "條件",
    "glossary": "術語",
    "term": "詞",
    "help": "說明",
}

DESCRIPTIONS: dict[str, str] = {
    "Ask anything about routes, crags, gyms or climbing": "問路線、岩場、岩館或攀岩知識",
    "Your question": "你想問什麼",
    "Only you see the answer": "只有你看得到答案",
    "Look a route up": "查一條路線",
    "Name of the route": "路線名字",
    "Look a crag up": "查一個岩場",
    "Name of the crag": "岩場名字",
    "Look a gym up": "查一間岩館",
    "Name of the gym": "岩館名字",
    "Convert a grade": "換算難度",
    "The grade, e.g. 5.10a, 6b, V4": "難度，例如 5.10a、6b、V4",
    "Into which system": "換成哪一種難度系統",
    "Get up to three routes that fit": "推薦最多三條適合的路線",
    "Where": "哪個岩場",
    "About which grade": "大約哪個難度",
    "Which kind of climbing": "哪一種攀登",
    "Anything else, e.g. slab, shade, first lead": "其他條件，例如斜板、有陰影、第一次先鋒",
    "What a climbing word means": "查攀岩術語",
    "The word": "想查的詞",
    "What I can do": "我會做什麼",
}

CHOICES: dict[str, str] = {
    "French": "法式",
    "YDS": "美式 YDS",
    "UIAA": "UIAA",
    "V scale": "V 級",
    "Font": "Font",
    "Sport": "運攀",
    "Trad": "傳攀",
    "Top rope": "上方架繩",
    "Boulder": "抱石",
}
