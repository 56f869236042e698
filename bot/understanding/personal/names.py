"""Names in what a member tells: the catalogue's where there is one, else the member's own words.

In a log entry every name counts, also one that is an ordinary word elsewhere (「右手 RP」), so the
words that nothing else claims are looked up whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.understanding.personal.scanning import BLANK, pattern
from knowledge.text import has_han, key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from knowledge.gazetteer import Gazetteer
    from knowledge.schema import Route

_FILLERS = pattern(
    "記起來|起來|記一下|記下|一下|它|不對|不是|應該|其實|更正|記(?:一|兩|三)?筆|記錄一下|紀錄一下|"
    "記一下|"
    "記下來?|記錄|紀錄|幫我|"
    "幫忙|請|麻煩|加(?:一|1)筆|"
    "新增(?:一筆)?|補(?:一筆|記|登)?|登記"
    "|我(?:們)?(?:自己)?|今天|剛剛|剛才|終於|總算|在|去|到|於|的|了|是|也|都|又|還|和|跟|與|及|"
    "就|把|被|有|一條|那條|這條|路線"
    "|總共|一共|然後|還有|另外|以及|結果|爬|攀|抱|練|用|以|下午|早上|晚上|上午|中午|傍晚|半夜|"
    "清晨|這次|上次|本次|偏硬|偏軟|有點|滿|蠻|很|好爬|好難|超|這條|這題|線上|級|難度|覺得|室內|"
    r"(?<![a-z])(?:q+[aq]?q+|x+d+|orz|lol|lmao|ha(?:ha)+|hehe|w{3,}|t[_ ]?t|omg|yay|woo+t?|"
    r"ugh)(?![a-z])|"
    "戶外|趟|呢|喔|啦|欸|耶|吧|啊|加到|加進|加入|放進|放到|列入|想要?|清單|願望|收藏|口袋|名單|"
    "待爬|project|pj"
    r"|\b(?:log|please|add|record|i|we|my|the|a|an|on|at|in|of|to|it|was|with|and|then|also|just|"
    r"finally|today|route|problem|problems|routes|boulders?|for|me|this|that|gym|crag|grade|"
    r"graded|entry|did|some|from|list|wish|up|had|got|managed|put)\b"
)
LOG_WORDS = frozenset(
    key(word)
    for word in (
        *("金字塔", "為止", "應該是", "紀錄", "記錄", "專案", "清單"),
        *("pyramid", "project", "flash", "log", "record", "redpoint", "onsight"),
    )
)
"""Words of the log itself, which may also be somebody's route: names only in quotation marks."""
_TRIM = re.compile(r"^[\s\W_]+|[\s\W_]+$")
_CHUNK = re.compile(rf"[^{BLANK}，,、；;。！!？?\n：:「」『』“”\"|｜]+")
_LONGEST = 12
_SMALL = frozenset(
    key(
        "但再又也就還卻可惜終於總算給把被讓先後接著最後這那條題線掉丟放收存加進到入上下過了的得爽耶喔啦嗎呢啊呀囉哈讚幹靠哭嘿嗨欸爬試送解標列想去很好超跟和與及換輪是有"
    )
)
"""Characters that may stand beside a name without being a part of one."""
_GYM_WORD = re.compile(r"[館馆]|gym|boulder|climb|wall|樂園|健身", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RouteNames:
    """Names of the catalogue's routes by key."""

    by_key: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lines: Mapping[str, str] = field(default_factory=dict)
    """Route id → id of the first pitch of its line."""

    @classmethod
    def build(cls, routes: Iterable[Route]) -> RouteNames:
        """The index of these routes."""
        found: dict[str, dict[str, None]] = {}
        firsts: dict[tuple[str, str, str], str] = {}
        lines: dict[str, str] = {}
        for route in routes:
            names = (route.name, route.name_en, route.title, *route.aliases, *route.old_names)
            for name in names:
                if key(name):
                    found.setdefault(key(name), {})[route.id] = None
            if route.pitch:
                line = (route.crag_id, route.area_id, route.name or route.name_en)
                lines[route.id] = firsts.setdefault(line, route.id)
        return cls({name: tuple(ids) for name, ids in found.items()}, lines)

    def ids(self, name: str) -> tuple[str, ...]:
        """Routes that bear the name; of a line of several pitches its first one."""
        ids = self.by_key.get(key(name), ())
        return self.as_lines(ids)

    def within(self, words: str) -> tuple[str, ...]:
        """Routes whose name stands among words that say nothing else: 「但退潮線」「掉深潛 爽」."""
        if not has_han(words):
            return ()
        folded = key(words)
        for size in range(len(folded) - 1, 1, -1):
            for at in range(len(folded) - size + 1):
                name = folded[at : at + size]
                if name in self.by_key and not set(folded[:at] + folded[at + size :]) - _SMALL:
                    return self.ids(name)
        return ()

    def spelt_in(self, plain: str, is_word: Callable[[str], bool]) -> tuple[str, ...]:
        """The longest name that stands in a folded message and is no word of a log: 「發想」."""
        for size in range(min(len(plain), _LONGEST), 1, -1):
            for at in range(len(plain) - size + 1):
                name = plain[at : at + size]
                if name in self.by_key and has_han(name) and not is_word(name):
                    return (name,)
        return ()

    def as_lines(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The ids with the pitches of one line as one."""
        return tuple(dict.fromkeys(self.lines.get(one, one) for one in ids))


def leftover(text: str, folded: str, known: Callable[[str], object]) -> tuple[tuple[int, int], ...]:
    """Spans of the words that nothing has claimed and that could be a name, longest first.

    Args:
        text: The text as written.
        folded: The folded text with every claimed character blank.
        known: Whether a short word is a name of the catalogue all the same.
    """
    spans = []
    for match in _CHUNK.finditer(folded):
        whole = _TRIM.sub("", text[match.start() : match.end()])
        if len(whole) > 1 and key(whole) not in LOG_WORDS and known(whole):
            # before its ordinary words are taken away: 「普通級」
            at = text.index(whole, match.start())
            spans.append((at, at + len(whole)))
            continue
        bare = _FILLERS.sub(lambda each: BLANK * len(each[0]), match[0])
        for part in re.finditer(rf"[^{BLANK}]+", bare):
            start, end = match.start() + part.start(), match.start() + part.end()
            words = text[start:end]
            cut = _TRIM.sub("", words)
            if cut and (_may_be_name(cut) or known(cut)):
                at = start + words.index(cut)
                spans.append((at, at + len(cut)))
    return tuple(sorted(spans, key=lambda span: (span[0] - span[1], span[0])))


def _may_be_name(words: str) -> bool:
    folded = key(words)
    if folded in LOG_WORDS:
        return False
    if has_han(words):
        return len(folded) >= 2
    return len(folded) >= 2 and bool(re.search("[a-z]", folded))


def linked(words: str, names: RouteNames, gazetteer: Gazetteer) -> tuple[tuple[str, ...], bool]:
    """Routes that the words may mean, and whether they had to be guessed from a misspelling."""
    ids = names.ids(words) or names.within(words)
    if ids:
        return ids, False
    quoted = f"「{words}」" if has_han(words) else f"route “{words}”"
    for mention in gazetteer.link(quoted).mentions:
        whole = key(mention.surface) == key(words)
        if mention.kind == "route" and whole and mention.how in {"typo", "homophone", "partial"}:
            return names.as_lines(mention.ids), True
        if mention.kind == "route" and whole:
            return names.as_lines(mention.ids), False
    return (), False


def is_gym_name(words: str) -> bool:
    """Whether an unknown place is called like a gym."""
    return bool(_GYM_WORD.search(words))
