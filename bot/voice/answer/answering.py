"""Whether a body answers: it says yes or no as code does, or a value that code gives, or more.

「有。」 answers 「有廁所嗎」 where the rendered answer affirms, "Spring and autumn." is 春、秋
in other words, and 「想知道更多再問我。」 answers nothing, however true.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from bot.prompts import OPEN, body_of
from bot.voice.answer.namesakes import Namesake, namesakes
from bot.voice.evidence.records import terms_said_otherwise
from bot.voice.language.alike import alike_of
from bot.voice.language.plain import plain
from bot.voice.language.refusing import (
    CLAIMS_NOTHING,
    FACT_DENIAL,
    is_unrecorded,
    keeps_to_itself,
    refers,
    refuses,
    tells_apart,
)
from bot.voice.language.told import counts_of, facts_of, is_said, kinds_of, scanned
from bot.voice.ordinary.whether import asks_whether, leaves_open, says_both, says_no, says_yes
from bot.voice.ordinary.wording import joins, pieces
from knowledge.text import key

if TYPE_CHECKING:
    from bot.voice.answer.known import Known
    from knowledge.schema import Area, Crag, Sector

_HOURS: Final = re.compile(
    r"[一二三四五六七八九十]點|有開|沒開|照開|公休|營業|休(?!息)|^\W*開\W*$"
    r"|\b(?:open|closed|shut)\b",
    re.IGNORECASE,
)
"""Hours in words: 「10-18」 holds no word that 「早上十點到晚上六點」 has."""
_FILLS: Final = frozenset(map(key, "的了喔啦囉都就通請吧耶欸啊唷呀呢"))
_BLOCK: Final = re.compile("[🧗🏢⛰📖]")
_ASIDE: Final = re.compile(r"[（(][^（()）]*[）)]")
_PLACED: Final = re.compile(
    r"(?:資料上在|places it at|record has it at) ?(?P<path>[^，。\n]+)", re.IGNORECASE
)
"""Where the rendered answer says a record lies, in place of where it was looked for."""
_SHORT: Final = 2
"""Lines of a rendered answer that is a no as a whole where it holds one."""
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
        said = facts_of(body) | counts_of(body)
        reasons = []
        if self.denies and not (self._corrects(body, said) or self._refuses(body)):
            reasons.append("答案是沒有或不能，要說出來")
        if self._query.intent not in OPEN and self._says_nothing(body):
            reasons.append("沒有回答問題")
        # 「就是 9」 says UIAA 9 where UIAA was asked for
        told = f"{body} {self._query.text}"
        missing = [surface for surface, values in self._core if not is_said(values, said, told)]
        # "Just one." of several kinds is no count of all
        enough = 2 if self._query.intent == "count" else 1
        if missing and not self._needs_all and len(self._told & said) >= enough:
            missing = []
        if len(self._each) > 1 and (missing or not self._core):
            # who says how many there are has told that there are others
            unsaid = (one.title for one in self._each if not one.is_told(said, body))
            return (*reasons, *(f"少了 {one}" for one in unsaid))
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
        return own_log or not (self._query.intent in CLAIMS_NOTHING or self._draft.abstained)

    @cached_property
    def denies(self) -> bool:
        """Whether the rendered answer is a no, which no body may leave out."""
        if self._query.intent in CLAIMS_NOTHING:
            return False
        if self._draft.abstained:
            return True
        if self._known.rows or len(self._own) > _SHORT:
            return False
        first, *rest = map(self._known.unnamed, self._own or [""])
        asked = {one for one in pieces(self._query.text) if not joins(one)}
        # that another field is empty is no answer to what was asked
        about = (one for one in rest if asked & pieces(one) or not is_unrecorded(one))
        return any(FACT_DENIAL.search(line) for line in (first, *about))

    @cached_property
    def may_deny(self) -> bool:
        """Whether the rendered answer denies anything."""
        return self._denied_in(self._rendered)

    def _refuses(self, body: str) -> bool:
        """Whether a body says no, if by what is said in place of it."""
        if self._denied_in(body) or keeps_to_itself(body, self.own_lines):
            return True
        if self._query.intent == "live":
            return refers(body, self.own_lines)
        return self._query.intent == "convert" and tells_apart(body)

    def _denied_in(self, text: str) -> bool:
        return refuses(self._known.unnamed(text))

    def _corrects(self, body: str, said: frozenset[str]) -> bool:
        """Whether a body gives the value that is so in place of the one asked about."""
        asked = facts_of(self._query.text)
        if (facts_of(self.own_lines) - asked) & said:
            return True
        kinds = kinds_of(self.own_lines) & kinds_of(body)
        return bool(kinds - kinds_of(self._query.text)) or self._places(body)

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
    def _own(self) -> list[str]:
        """The lines of the rendered answer that are its own, none of them empty."""
        return [line for line in self.own_lines.split("\n") if line.strip()]

    @cached_property
    def _each(self) -> tuple[Namesake, ...]:
        """Each of several records of one name."""
        return namesakes(self._own)

    @cached_property
    def _core(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """The facts that an answer must not lose: those of the first rendered line."""
        lines = self._own
        first = next(iter(lines), "")
        whole = self._rendered.strip() == self.own_lines.strip()
        if self._draft.abstained or _BLOCK.match(first) or not whole:
            # nothing found, a whole record, or a list whose rows stand below: nothing is lost
            return ()
        if self._query.intent == "convert":
            first = next((line.partition("約")[2] for line in lines if "約" in line), first)
        facts = [fact for fact in scanned(_ASIDE.sub("", first)) if fact[1] != "date"]
        asked = facts_of(self._query.text)
        told = [(surface, values) for surface, _, values in facts if not values & asked]
        return tuple(told) if len(told) <= _CORE_MOST else ()

    @cached_property
    def _told(self) -> frozenset[str]:
        """The facts of an answer of several lines: one of them is an answer too."""
        lines = self._own
        return facts_of("\n".join(lines)) if len(lines) > 1 else frozenset()

    def _says_nothing(self, body: str) -> bool:
        """Whether nothing of the answer is left: no figure, no word of its own, no yes or no.

        Rows of a list stand below whatever is said.
        """
        if self._known.rows or self._query.intent in CLAIMS_NOTHING or self._draft.abstained:
            return False
        return not (self._says_whether(body) or self.says_value(body))

    def _says_whether(self, body: str) -> bool:
        """Whether a body says yes or no, as the rendered answer does, to a question for either.

        「兩種都有。」 is a yes to both of two that were asked about.
        """
        asked = self._known.unnamed(self._query.text)
        if says_both(body) and leaves_open(asked, self.own_lines):
            return True
        first = re.split(r"[，。\n]", self.own_lines.strip())[0]
        no = self._denied_in(first)
        return asks_whether(self._query.text) and (says_no(body) if no else says_yes(body))

    def says_value(self, body: str) -> bool:
        """Whether a body says anything that the rendered answer tells, in its words or others."""
        told, said = plain(self._rendered), plain(body)
        others = " ".join((*terms_said_otherwise(told), *alike_of(told)))
        figures = set(re.findall(r"\d+", told)) & set(re.findall(r"\d+", said))
        words = {one for one in pieces(f"{told}\n{others}") if not joins(one)} & pieces(said)
        single = re.findall(r"(?<![\u3400-\u9fff])[\u3400-\u9fff](?![\u3400-\u9fff])", told)
        alone = {one for one in single if not joins(key(one))}
        facts = facts_of(self._rendered) & (facts_of(body) | counts_of(body))
        kinds = kinds_of(told) & kinds_of(said)
        hours = _HOURS.search(said)
        whole = "".join(one for one in key(said) if one not in _FILLS)
        quoted = len(whole) > 1 and whole in key(told)
        found = figures or hours or words or alone & set(said) or facts or kinds or quoted
        return bool(found) or self._names_place(body)

    def _names_place(self, body: str) -> bool:
        """Whether a body names a place that the answer names too, by whichever of its names."""
        evidence, asked = self._known.spoken.evidence, self._query.text
        places: tuple[Crag | Area | Sector, ...]
        places = (*evidence.crags, *evidence.areas, *evidence.sectors)
        for one in places:
            names = [name for name in (one.name, one.name_en, *one.aliases) if name]
            if any(name in asked for name in names):
                continue
            if any(name in self._rendered for name in names) and any(n in body for n in names):
                return True
        return False

    @property
    def _needs_all(self) -> bool:
        """Whether leaving out one of the asked values would leave the question half answered."""
        return self._query.intent in {"compare", "convert"} or len(self._query.fields) > 1


def is_kept(line: str) -> bool:
    """Whether a rendered line stands whatever is said: a row of a list, a warning, a date."""
    return bool(_ROW.search(line) or _KEPT.search(line))
