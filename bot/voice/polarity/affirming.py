"""Whether a sentence affirms what the answer denies: that it is recorded, allowed, or found.

``polarity`` compares words of two characters. Here are the forms in which a no becomes a yes, or a
yes a no, with no word of the records in it: 「資料有寫」, 「不可以停」, 「那時可以爬」. Pure.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.verifier.facts import scan
from bot.voice.language.plain import plain
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_CLAUSE: Final = re.compile(r"[，。；;！!？?\n、]|,(?!\d{3})|\. |\bbut\b")
_RECORDED: Final = re.compile(
    r"(?<![沒未無只才要若不如])(?<!如果)(?<!還沒)(?<!都沒)有(?:被|你的|這[條個間]的?|它的?|符合的)?(?:記(?!一筆|錯|錄[過的你])|寫|列(?!表)|提到|紀錄|記載|資料|存|查到|收錄|登錄)"
    r"|(?<![沒未不還])(?:資料|紀錄)(?:上|裡|中)?(?:都|也)?有(?:這|它|他|她|牠|寫|記|一筆|$)"
    r"|\b(?:the )?records? (?:do|does)? ?(?:list|say|give|include)s? (?:it|one|that)\b"
    r"|\b(?:is|are) (?:on record|recorded|listed)\b|\bi have (?:live|real-time)\b|\bi can tell\b",
    re.IGNORECASE,
)
_WHICH: Final = re.compile("^(?:的(?:只有|就?是|就|有)|著)")
_DENIED: Final = re.compile(
    r"(?:沒有|未|無)(?:任何|即時|攀登)?[^，。\n]{0,12}(?:記載|紀錄|資料|符合|寫|列)|不在我?的?資料|看不到|查不到|不知道"
    r"|沒有「|\b(?:not recorded|no record|no live|do not know|not in my|does not (?:say|give))",
    re.IGNORECASE,
)
_UNCOUNTED: Final = re.compile(r"另有 \d+ [條題]沒有記載|\d+ [^\n]{0,24}(?:have|has) no ")
_NO: Final = re.compile(
    r"[沒未無]|空的|(?<!\d)0 [筆條天]|不(?!過)|\bno\b|\bnot\b|n't\b", re.IGNORECASE
)
_UNSAID: Final = re.compile(
    r"資料(?:上|裡)?(?:也|都)?(?:沒有?|未)(?:記載?|寫|列|提到?)出?(?!的)(?P<what>[\u3400-\u9fff]{4,})"
)
_NONE_OF: Final = re.compile(r"都沒有?(?!人)")
_DIFFERS: Final = re.compile(r"(?<!沒)(?<!沒有)有差(?!不多)")
_NO_LIVE: Final = re.compile(r"沒有即時|\bno live\b|do not know who", re.IGNORECASE)
_LIVE: Final = re.compile(
    r"(?<![沒無局署方處])有(?:任何)?(?:即時|現場)的?(?:資料|資訊|訊息)|\bi have live\b"
    r"|(?<!once )(?<!if )\byou(?:'re| are) known\b",
    re.IGNORECASE,
)
_SAYS: Final = re.compile(
    r"資料(?:上|裡)?(?:也)?(?:有)?(?:寫|列|記載的?是|標|說)|(?<!沒有)(?<!未)(?<!沒)記載的是|備註|資料裡的記載"
    r"|\bthe record (?:says|gives|places)|\bnotes of\b",
    re.IGNORECASE,
)
_MAY_NOT: Final = re.compile(
    r"(?:(?<!可)(?<!可不)不可以|(?<!我)(?<!我也)(?<!恕)不能)(?:再|直接|先)?(?:進(?!步)|問|答|停|帶|爬|攀|去|租|借|開|用|刷|上課|預約|過夜|露營|先鋒)"
    r"|\b(?:must|may) not\b|\bnot allowed\b",
    re.IGNORECASE,
)
_FORBIDDEN_IN: Final = re.compile(
    r"不可(?!以[嗎?？])|不能|請勿|禁止|不得|不准|無法|不開放|封閉|\bnot allowed\b|\bdo not\b",
    re.IGNORECASE,
)
_MAY_CLIMB: Final = re.compile(
    r"(?<!不)(?<!不也)可以?(?:去|再|照常|直接)?(?:爬|攀登|攀爬|上|進)|(?<!不)能(?:去)?(?:爬|攀登)|照常"
    r"|\bcan be climbed|\bmay climb",
    re.IGNORECASE,
)
_DO_NOT_CLIMB: Final = re.compile(
    r"請勿攀登|請勿爬|禁止攀|勿攀|不要爬|期間封閉|封閉中|\bdo not climb|\bclosed to climb",
    re.IGNORECASE,
)
_CONDITION: Final = re.compile(
    r"之後|以後|過了|以外|其他|其餘|除了|等|才|[若如]|\bafter\b|\bother|\boutside\b|\buntil\b|[?？嗎]"
)
_CHECKED_AFTER: Final = re.compile(
    r"(?:去|出發|來|到場?)(?:了)?(?:之|以)?後(?:再|可以|請|要)*[^，。；]{0,4}(?:確認|問|查)"
)
_IS_NOT: Final = re.compile(r"不是|\bis not\b|\bnot\b")
_CORRECTS: Final = re.compile(
    r"不|非|沒(?!有?記?錯)|[你人聽]說|問|(?<!沒)(?<!沒有)記錯|差|比|而|與其|\bnot?\b|n't\b|than|rather|instead|asked|said|actually|nowhere",
    re.IGNORECASE,
)
_TWICE: Final = re.compile(r"沒沒|未沒|不不(?!可|得|能|過|會)|沒不|並是(?!非)")
_NOT_ITSELF: Final = re.compile(
    r"(?<![\w.])(?P<one>5\.\d+[a-d]?|V\d+)[,，]?\s*(?:and |but )?(?:not|而?不是|並非)\s*"
    r"(?P=one)(?!\w|\.\d)"
)
_ITSELF: Final = re.compile(r"(?P<one>5\.\d+[a-d]?|V\d+)[又還更]?比\s*(?P=one)(?![\w.])")


def affirmed(
    text: str,
    rendered: str,
    known: str,
    asked: str,
    places: tuple[str, ...] = (),
    names: Iterable[str] = (),
) -> Iterator[str]:
    """The clauses that say yes where the answer says no, or no where nothing does.

    Args:
        text: What is to be said.
        rendered: The answer that code gave.
        known: The records it is about.
        asked: The question.
        places: The places that there are records of, which may be named as such.
        names: The names of records, which stand in what is known whatever is recorded of them.
    """
    shown, held = plain(rendered), plain(f"{rendered}\n{known}")
    head = shown.split("\n")[0]
    denies = bool(_DENIED.search(head) or _UNCOUNTED.search(shown)) and not _SAYS.search(shown)
    live = bool(_NO_LIVE.search(head))
    shut = bool(_DO_NOT_CLIMB.search(shown))
    forbids = bool(_FORBIDDEN_IN.search(f"{held}\n{plain(asked)}"))
    stated = re.sub(r"(?:沒有|未)(?:記載|列|提到|寫|標)[^，。\n]*", "", held)
    for name in sorted(map(plain, names), key=len, reverse=True):
        stated = stated.replace(name, "…") if len(name) > 1 else stated
    yield from (one[0] for one in _NOT_ITSELF.finditer(plain(text)))
    for clause in _CLAUSE.split(plain(text)):
        bare = clause.strip()
        if not bare or bare in held:
            continue
        unsaid = _UNSAID.search(bare)
        asks = _is_asked(bare)
        found = _RECORDED.search(bare)
        # 「有列的是置物櫃」 says what is on record
        known_so = found and key(_WHICH.sub("", bare[found.end() :]))[:2]
        recorded = found and not _NO.search(bare) and not (known_so and known_so in key(shown))
        wrong = (
            _TWICE.search(bare) or _ITSELF.search(bare) or _CHECKED_AFTER.search(bare),
            denies and recorded and not asks and not any(one in bare for one in places),
            unsaid is not None and unsaid["what"][:4] in stated,
            not asks and not _NO.search(shown) and _NONE_OF.search(bare),
            "一樣" in shown and _DIFFERS.search(bare),
            not asks and live and _LIVE.search(bare),
            not asks and not forbids and _MAY_NOT.search(bare),
            shut and _MAY_CLIMB.search(bare) and not _CONDITION.search(bare),
        )
        if any(wrong):
            yield bare


def echoed(text: str, rendered: str, asked: str) -> Iterator[str]:
    """The grades asked about that the answer says are not so, told as if they were."""
    shown = plain(rendered)
    if not _IS_NOT.search(shown.split("\n")[0]):
        return
    told = [value for fact in scan(plain(asked)) if fact.kind == "grade" for value in fact.values]
    for sentence in re.split(r"[。；;！!？?\n]|\. ", plain(text)):
        for fact in scan(sentence):
            wrong = fact.kind == "grade" and set(fact.values) & set(told)
            if wrong and not _CORRECTS.search(sentence):
                yield fact.surface


def _is_asked(clause: str) -> bool:
    """Whether a clause asks, supposes, or denies all the same."""
    return bool(
        re.search(
            r"[嗎?？]|有沒有|是否|能不能|可不可以|如果|要是|[若等]|不(?:代表|是|知道|確定)", clause
        )
    )
