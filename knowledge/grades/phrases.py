"""Words around a grade that say which grades are meant: 以上, 左右, 比…難, "up to".

All patterns read folded text. ``BEFORE`` ends at the start of a grade, those named ``AFTER`` begin
at its end. Named groups carry the meaning.
"""

from __future__ import annotations

import re

WINDOW = 28
"""Characters before a grade in which words about it can stand."""

_FLAGS = re.IGNORECASE | re.VERBOSE
_STEPS = r"(?:full\ |letter\ )?(?:grades?|steps?|letters?|notch(?:es)?)"
_FILLER = r"[只要是有爬到過能會在大約\ ]{0,5}"

CUE_END = re.compile(r"[^\s\d,!?:;()。、][\s.]{0,2}$")
"""Whether words of any kind stand before a grade; in a row of grades there are none."""

BEFORE = re.compile(
    rf"""(?:
      (?P<between>(?:介於|between|從|from)\ ?)
    | (?P<compare>(?P<negated>不要?|別|不能|不會)?比\ ?)
    | (?P<than>(?:(?P<than_negated>no|not|nothing)\ )?
        (?:(?P<count>one|two|three|a|an|[1-4])\ {_STEPS}\ )?
        (?P<way>harder|tougher|stiffer|higher|easier|softer|lower)\ than\ (?:an?\ )?)
    | (?P<step>(?P<step_count>one|two|three|a|an|[1-4])\ {_STEPS}
        \ (?P<step_way>above|up\ from|below|down\ from|under)\ )
    | (?P<at_least>(?:(?:至少|最少|起碼|不低於|不少於|下限|大於等於){_FILLER}|>=|≥
        |\b(?:at\ least|min(?:imum)?(?:\ of)?|no\ less\ than|above|over)\ (?:a\ )?)\ ?)
    | (?P<at_most>(?:(?:(?:不(?:要|能|得|會|想|敢)?(?:爬|挑[戰战]|碰)?|別|唔好)
          (?:超過|難過|高過|難於|高於)|最多|頂多|至多|最[難高](?:只?[能會]?爬)?到
        |上限|封頂|不高於|小於等於){_FILLER}|<=|≤
        |\b(?:up\ to|at\ most|(?:top|max)(?:s|es|ped|ed)?\ out\ (?:at|around)
        |max(?:imum)?(?:\ of)?|no\ more\ than|not\ (?:over|above)
        |under|below)\ (?:a\ )?)\ ?)
    | (?P<harder>(?:超過|高於|大於|難於|>|\bmore\ than)\ ?)
    | (?P<easier>(?:低於|不到|小於|未滿|<|\bless\ than)\ ?)
    | (?P<about>(?:大?約莫?|大概(?:是|在)?|差不多(?:是|在)?|接近|靠近|~
        |\b(?:around|approx(?:imately|\.)?|roughly|near(?:ly)?|circa
          |(?<!\bme\ )(?<!what\ )(?<!how\ )(?<!now\ )(?<!info\ )(?<!more\ )(?<!learn\ )(?<!talk\ )
          (?<!thing\ )about))\ ?)
    | (?P<low>\b(?:low(?:er)?|early)(?:\ end)?[\ -])
    | (?P<mid>\bmid(?:dle)?[\ -])
    | (?P<high>\b(?:high(?:er)?|upper|late)(?:\ end)?[\ -])
    )$""",
    _FLAGS,
)
"""Which bound a grade is, told by the words before it."""

MOST = re.compile(r"最[多少](?!.*到)")
ASKS_WHERE = re.compile(r"哪|誰|which|where|who", re.IGNORECASE)
ASKS_WHERE_AFTER = re.compile(r"\ ?的?(?:路線)?的?(?:岩場|岩館|區|地方|牆)")
"""「哪區最多 5.10」 and 「最多 5.10 的岩場」 ask for a count of routes; 最多 is no bound there."""

UNIT_AFTER = re.compile(
    r"""\ ?(?:字頭|開頭|級距|級數|等級|級別|難度|系列|程度|幾(?=[級的以左上]|$|[,.!?。、])
    |多(?=的|級)|s\b|x\b|級|grades?\b|range\b|level\b)""",
    _FLAGS,
)
"""Words that only say that a grade is a grade."""

HALF_AFTER = re.compile(
    r"""\ ?的?(?:(?P<low>出頭|[前初低下頭]段班?|前半段?|下半段?|偏下|low\ end)
    | (?P<mid>中段班?)
    | (?P<high>[後高上末]段班?|尾段?(?!巴)|後半段?|上半段?|尾巴|偏上|high\ end))""",
    _FLAGS,
)
"""A part of a number grade: 5.10 出頭 is its lower half."""

AFTER = re.compile(
    r"""\ ?(?:
      (?P<about>左右(?![邊側兩手])|上下(?!攀)|附近|差不多|前後|-?ish\b|or\ so\b)
    | (?P<at_least>[(]?[含或及和]?[)]?\ ?(?:以上|起跳|起步(?=的|有|,|$)|起算|打底
        |起(?![攀步來點頭])|[往向朝]上)|up\b(?!\ to)
        |upwards?\b|onwards?\b|或是?更[難高硬]|\+(?!\ ?\d)
        |-?(?:and|or)[\ -](?:up(?:wards?)?|above|over|harder|higher|more)\b)
    | (?P<at_most>[(]?[含或及和]?[)]?\ ?(?:以下|以內|之內|為止|[往向朝]下|封頂|到頂|為上限|為限
        |就是?[極极]限)
        |-?(?:and|or)[\ -](?:below|under|down|easier|lower|less)\b|或是?更(?:簡單|容易|低|輕鬆)
        |max(?:imum)?\b)
    )""",
    _FLAGS,
)
"""Which bound a grade is, told by the words after it."""

COMPARED = re.compile(
    r"""\ ?(?P<more>再|更)?(?:還要?|要|稍微?|略|來得)?\ ?
    (?:(?P<harder>困難|難(?!度)|硬|高)|(?P<easier>簡單|容易|輕鬆|低|軟|好爬))
    (?:\ ?(?P<count>[一兩二三四1-4])\ ?個?[小大]?(?:級|階|格|字母)|\ ?一?點|\ ?一些)?""",
    _FLAGS,
)
"""The second part of 「比 5.10c 再難一級」."""

RANGE_LINK = re.compile(
    r"""(?:s|\ ?(?:級|字頭|開頭|級距|等級))?\ ?
    (?P<link>/|-|~|(?:一直|爬)?[到至]|\b(?:all\ the\ way\ |up\ )?(?:to|through)\b)\ ?""",
    _FLAGS,
)
BETWEEN_LINK = re.compile(r"\ ?(?:和|跟|與|及|and|&)\ ?", _FLAGS)
BETWEEN_AFTER = re.compile(r"\ ?(?:之間|中間)", _FLAGS)
SAME_CLIMB = re.compile(r"\ ?[(/=]\ ?")
"""Joins two spellings of one grade: ``6B(5.10c)``."""

AND_LIMIT = re.compile(r"[\s,、]*(?:但(?:是|又)?|而且|並且|且|又|和|到|至|but|and)?(?:要|是)?\s*")
"""Joins a lower and an upper bound: 「5.10a 以上、5.11a 以下」."""

PLUS_ROUTES = re.compile(
    r"""\ ?(?:的?(?:路線|線|運攀|傳攀|抱石|題目?|岩)|的[有都]|有(?:哪|多少|幾|什麼)
    |(?:sport|trad|boulder|routes?|climbs?|problems?|lines?)\b)""",
    _FLAGS,
)
"""What follows 「5.11+」 when the plus means "and up"."""

_RELATIVE = re.compile(
    r"""(?:(?:再|更|還要?|要|稍微?)\ ?)?(?:(?P<harder>難|硬)|(?P<easier>簡單|容易|輕鬆))
      (?:\ ?(?P<count>[一兩二三四1-4])\ ?個?[小大]?(?:級|階|格|字母)|\ ?一?點|\ ?一些)
    | (?:再|更|還要?)\ ?(?:(?P<harder_alone>難|硬)|(?P<easier_alone>簡單|容易|輕鬆))(?!度)
    | \b(?:(?P<english_count>one|two|three|a)\ (?:letter\ )?(?:grades?|steps?)\ )?
      (?:(?P<english_harder>harder|tougher)|(?P<english_easier>easier))\b(?!\ than)""",
    _FLAGS,
)
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3} | dict(
    zip("一兩二三四", (1, 2, 2, 3, 4), strict=True)
)


def count(word: str | None) -> int:
    """The number that a counting word says; one for none."""
    if not word:
        return 1
    return int(word) if word.isdecimal() else _COUNTS[word.lower()]


def find_relative(folded: str) -> int | None:
    """Steps in 「再難一級」 or "two grades easier", harder is positive; ``None`` when not said."""
    match = _RELATIVE.search(folded)
    if match is None:
        return None
    harder = match["harder"] or match["harder_alone"] or match["english_harder"]
    steps = count(match["count"] or match["english_count"])
    return steps if harder else -steps
