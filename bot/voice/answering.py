"""Whether a body answers: it says yes or no as code does, or a value that code gives, or more.

「有。」 answers 「有廁所嗎」 where the rendered answer affirms, "Spring and autumn." is 春、秋
in other words, and 「想知道更多再問我。」 answers nothing, however true.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from bot.prompts import OPEN, body_of
from bot.verifier.facts import COUNTS, scan
from bot.voice.alike import alike_of
from bot.voice.claims import small_counts
from bot.voice.plain import plain
from bot.voice.records import terms_said_otherwise
from bot.voice.wording import joins, pieces
from knowledge.text import key

if TYPE_CHECKING:
    from bot.schema import Intent
    from bot.voice.known import Known

_DENIES_NOTHING: Final = (
    r"不(?=錯|過(?!去)|妨|如|客氣|好意思|只|但|僅|論|管|少|同)"
    r"|差不多|沒錯|沒問題|無論|未來|未滿|是不是|有沒有|別(?=名|人)"
)
_DENIES: Final = re.compile(
    r"[不沒無未缺]|並非|勿|封閉|公休|休息(?!區|室|時|點)|關門|打烊|空的|空白|留白|待確認|待補|超出|幫不上|只查得到"
    r"|\b(?:no|not|nope|nah|none|nothing|never|neither|nor|cannot|without|unknown|closed|beyond|outside"
    r"|lacks?|lacking|missing|blank|empty|unable|sorry|un(?:recorded|listed|graded|rated|dated|clear))\b"
    r"|n't\b",
    re.IGNORECASE,
)
FACT_DENIAL: Final = re.compile(
    r"沒有(?:開|記|寫|資料|營業|這)|沒開|公休|查不到|找不到|不在|封閉|不能爬"
    r"|\bno (?:record|data)\b|\bclosed\b|\bnot open\b",
    re.IGNORECASE,
)
_YES: Final = re.compile(
    r"^\W*(?:有(?!沒)|是(?!不)|對(?!不)|沒錯|可以|可(?!惜)|要(?!不)|會(?!不)|能(?!不)|需要|正確"
    r"|yes|yep|yeah|yup|correct|right|it does|it is|they do)",
    re.IGNORECASE,
)
_NO: Final = re.compile(
    r"^\W*(?:欸|嗯|喔|抱歉)?\W*(?:(?:資料|紀錄)(?:上|裡|中)?(?:都|也|並)?)?(?:沒有|沒(?!錯)|不|還沒|尚未|未|無|並非"
    r"|no\b|nope|nah|not\b|it's not|it isn't|it doesn't)",
    re.IGNORECASE,
)
_ASKS_WHETHER: Final = re.compile(
    r"[嗎吧]|([\u3400-\u9fff])[不沒]\1|有沒有|是否"
    r"|^(?:is|are|does|do|can|has|have|was|did|will)\b|\b(?:or not|right\?)",
    re.IGNORECASE,
)
_KINDS: Final = {
    "sport": r"運攀|運動攀登|\bsport",
    "trad": r"傳攀|傳統攀登|\btrad",
    "boulder": r"抱石|\bboulder",
    "toprope": r"上方架繩|頂繩|\btop ?rope|\bTR\b",
    "mixed": r"混合|\bmixed",
}
"""Kinds of climbing: joining words, but an answer where the kind was asked for."""
_CLAIMS_NOTHING: Final[frozenset[Intent]] = frozenset(
    {"greeting", "thanks", "help", "clarify", "community", "out_of_domain", "personal"}
)
"""Answers about no record: a voice cannot turn their no into a yes."""
_BLOCK: Final = re.compile("[🧗🏢⛰📖]")
_ASIDE: Final = re.compile(r"[（(][^（()）]*[）)]")
_COUNTS: Final = (
    *(("one|single|sole", 1), ("two|both|pair|couple", 2), ("three", 3), ("four", 4)),
    *(("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10)),
)
_ALIKE: Final = re.compile(
    r"^(?:叫.+的有|有).{0,6}條(?:都叫.+)?，(?:都給你|分開看)：$"
    r"|^There are \d+ routes called .+:$|^\d+ routes share the name .+:$"
)
"""The heading over several records of one name: each is told, and how many may go unsaid."""
_RECORD: Final = re.compile(r"^(?:「[^」]+」（[^）]+）|“[^”]+” \([^)]+\))")
_SCALE: Final = re.compile(r"(uiaa) ?(.+)")
_PLACED: Final = re.compile(
    r"(?:資料上在|places it at|record has it at) ?(?P<path>[^，。\n]+)", re.IGNORECASE
)
"""Where the rendered answer says a record lies, in place of where it was looked for."""
_CORE_MOST: Final = 4
"""A rendered line with more facts than this is a summary; a voice may leave some out."""
_ROW: Final = re.compile(r"^\s*(?:\d{1,3}[.、)]\s|第\s*\d+\s*/\s*\d+\s*頁|(?:還有|說「?下一頁))")
_KEPT: Final = re.compile(r"⚠|截至|as of\b|請以.{0,12}公告為準|虛構", re.IGNORECASE)


class Answering:
    """What a body must say to stand in place of one rendered answer.

    Args:
        known: The words behind the answer.
    """

    def __init__(self, known: Known) -> None:
        self._known = known
        self._query = known.spoken.query
        self._draft = known.spoken.draft
        self._rendered = body_of(self._draft.text)

    def faults(self, body: str) -> tuple[str, ...]:
        """Why a body does not answer: it drops the no, says nothing, or loses a value asked for."""
        said = facts_of(body) | small_counts(body) | _counted_in_words(body)
        reasons = []
        if self.denies and not self._corrects(body, said) and not self._denied_in(body):
            reasons.append("答案是沒有或不能，要說出來")
        if self._query.intent not in OPEN and self._says_nothing(body):
            reasons.append("沒有回答問題")
        # 「就是 9」 says UIAA 9 where UIAA was asked for
        told = f"{body} {self._query.text}"
        missing = [surface for surface, values in self._core if not is_said(values, said, told)]
        if missing and not self._needs_all and self._told & said:
            missing = []
        if len(self._each) > 1 and (missing or not self._core):
            # who says how many there are has told that there are others
            missing = [name for name, values in self._each.items() if not values & said]
            return (*reasons, *(f"少了 {one}" for one in missing))
        if missing and (self._needs_all or len(missing) == len(self._core)):
            reasons += [f"少了 {surface}" for surface in missing]
        return tuple(reasons)

    @cached_property
    def own_lines(self) -> str:
        """The rendered answer without the lines that are kept anyway."""
        lines = self._rendered.split("\n")
        return "\n".join(line for line in lines if not is_kept(line))

    @property
    def is_about_records(self) -> bool:
        """Whether the answer tells of a record: no greeting, no help, nothing found."""
        own_log = self._known.spoken.evidence.log is not None
        return own_log or not (self._query.intent in _CLAIMS_NOTHING or self._draft.abstained)

    @cached_property
    def denies(self) -> bool:
        """Whether the rendered answer is a no, which no body may leave out."""
        if self._query.intent in _CLAIMS_NOTHING:
            return False
        told = [line for line in self.own_lines.split("\n") if line.strip()]
        short = not self._known.rows and len(told) <= 2
        own = self._known.unnamed(self.own_lines)
        return self._draft.abstained or (short and bool(FACT_DENIAL.search(own)))

    @cached_property
    def may_deny(self) -> bool:
        """Whether the rendered answer denies anything."""
        return self._denied_in(self._rendered)

    def _denied_in(self, text: str) -> bool:
        return bool(_DENIES.search(re.sub(_DENIES_NOTHING, "", self._known.unnamed(text))))

    def _corrects(self, body: str, said: frozenset[str]) -> bool:
        """Whether a body gives the value that is so in place of the one asked about."""
        asked = facts_of(self._query.text)
        if (facts_of(self.own_lines) - asked) & said:
            return True
        kinds = _kinds_of(self.own_lines) & _kinds_of(body)
        return bool(kinds - _kinds_of(self._query.text)) or self._places(body)

    def _places(self, body: str) -> bool:
        """Whether a body says where a record lies, and not where it was looked for."""
        places = {
            key(one)
            for match in _PLACED.finditer(self.own_lines)
            for one in re.split("[›>]", match["path"].rstrip(". "))
        }
        asked, told = key(self._query.text), key(body)
        return any(one and one in told and one not in asked for one in places)

    @cached_property
    def _each(self) -> dict[str, frozenset[str]]:
        """The facts of each of several records of one name, under its name and place."""
        first, *lines = [line for line in self.own_lines.split("\n") if line.strip()] or [""]
        found: dict[str, frozenset[str]] = {}
        for line in lines if _ALIKE.match(first) else ():
            match = _RECORD.match(line)
            facts = facts_of(line[match.end() :]) if match else frozenset()
            if match and facts:
                found[match[0]] = found.get(match[0], frozenset()) | facts
        return found

    @cached_property
    def _core(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """The facts that an answer must not lose: those of the first rendered line."""
        lines = [line for line in self.own_lines.split("\n") if line.strip()]
        first = next(iter(lines), "")
        whole = self._rendered.strip() == self.own_lines.strip()
        if self._draft.abstained or _BLOCK.match(first) or not whole:
            # nothing found, a whole record, or a list whose rows stand below: nothing is lost
            return ()
        if self._query.intent == "convert":
            first = next((line.partition("約")[2] for line in lines if "約" in line), first)
        facts = [fact for fact in _scanned(_ASIDE.sub("", first)) if fact[1] != "date"]
        asked = facts_of(self._query.text)
        told = [(surface, values) for surface, _, values in facts if not values & asked]
        return tuple(told) if len(told) <= _CORE_MOST else ()

    @cached_property
    def _told(self) -> frozenset[str]:
        """The facts of an answer of several lines: one of them is an answer too."""
        lines = [line for line in self.own_lines.split("\n") if line.strip()]
        return facts_of("\n".join(lines)) if len(lines) > 1 else frozenset()

    def _says_nothing(self, body: str) -> bool:
        """Whether nothing of the answer is left: no figure, no word of its own, no yes or no.

        Rows of a list stand below whatever is said.
        """
        if self._known.rows or self._query.intent in _CLAIMS_NOTHING or self._draft.abstained:
            return False
        return not (self._says_whether(body) or self.says_value(body))

    def _says_whether(self, body: str) -> bool:
        """Whether a body says yes or no, as the rendered answer does, to a question for either."""
        if not _ASKS_WHETHER.search(plain(self._query.text)):
            return False
        first = re.split(r"[，。\n]", self.own_lines.strip())[0]
        return bool((_NO if self._denied_in(first) else _YES).search(plain(body)))

    def says_value(self, body: str) -> bool:
        """Whether a body says anything that the rendered answer tells, in its words or others."""
        told, said = plain(self._rendered), plain(body)
        others = " ".join((*terms_said_otherwise(told), *alike_of(told)))
        figures = set(re.findall(r"\d+", told)) & set(re.findall(r"\d+", said))
        # 「10-18」 holds no word that 「早上十點到晚上六點」 has
        spoken_hour = re.search(r"[一二三四五六七八九十]點|有開|沒開|公休|不營業|休(?!息)", said)
        words = {one for one in pieces(f"{told}\n{others}") if not joins(one)} & pieces(said)
        single = re.findall(r"(?<![\u3400-\u9fff])[\u3400-\u9fff](?![\u3400-\u9fff])", told)
        alone = {one for one in single if not joins(key(one))}
        counts = small_counts(body) | _counted_in_words(body)
        facts = facts_of(self._rendered) & (facts_of(body) | counts)
        kinds = _kinds_of(told) & _kinds_of(said)
        return bool(figures or spoken_hour or words or alone & set(said) or facts or kinds)

    @property
    def _needs_all(self) -> bool:
        """Whether leaving out one of the asked values would leave the question half answered."""
        return self._query.intent in {"compare", "convert"} or len(self._query.fields) > 1


def is_said(values: frozenset[str], said: frozenset[str], body: str = "") -> bool:
    """Whether a fact is said, if in parts: 「左手 5.11d，直上 5.12a」 says 5.11d/5.12a.

    So does 「UIAA 大概 7」 say UIAA 7, word by word.
    """
    words = set(re.findall(r"[a-z0-9+.]+", plain(body).casefold()))
    return bool(values & said) or any(
        ("/" in one and all(part in said for part in one.split("/")))
        or ((scale := _SCALE.fullmatch(one.casefold())) and set(scale.groups()) <= words)
        or (" " in one and set(one.casefold().split()) <= words)
        for one in values
    )


def is_kept(line: str) -> bool:
    """Whether a rendered line stands whatever is said: a row of a list, a warning, a date."""
    return bool(_ROW.search(line) or _KEPT.search(line))


def facts_of(text: str) -> frozenset[str]:
    """The readings of all facts of a text."""
    return frozenset(value for _, _, values in _scanned(text) for value in values)


def dates_of(text: str) -> list[tuple[str, frozenset[str]]]:
    """The dates of a text as they are written, with their readings."""
    return [(surface, values) for surface, kind, values in _scanned(text) if kind == "date"]


def _counted_in_words(body: str) -> frozenset[str]:
    """Small counts in words: 「就一家」, "just the one", "a single route"."""
    told = plain(body).casefold()
    words = (str(n) for words, n in _COUNTS if re.search(rf"\b(?:{words})\b", told))
    one = ("1",) if re.search(r"(?<![第十\d])一(?=[條間家個題筆座區種段])", told) else ()
    return frozenset((*words, *one))


def _kinds_of(text: str) -> frozenset[str]:
    """The kinds of climbing that a text names."""
    return frozenset(one for one, words in _KINDS.items() if re.search(words, text, re.IGNORECASE))


def _scanned(text: str) -> list[tuple[str, str, frozenset[str]]]:
    """(surface, kind, readings) of every fact; counts of one kind are all the same to a reader."""
    facts = [fact for line in plain(text).split("\n") for fact in scan(line)]
    return [
        (fact.surface, "count" if fact.kind in COUNTS else fact.kind, frozenset(fact.values))
        for fact in facts
    ]
