"""Whether a model's words may stand in place of the rendered answer. Pure.

Three questions are asked of every sentence: does it keep the rules that hold for everybody
(``guards``), does a record support every name and figure (``verifier``), and every term of the
trade (an invented roof is as wrong as an invented grade). Of the whole: does it still answer, deny
where the rendered answer denies, and keep the one recommendation format field by field.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from bot.prompts import FULL, OPEN, PromptStyle, Spoken, body_of
from bot.rendering import FOOTER, parse_recommendation
from bot.verifier.facts import COUNTS, scan
from bot.voice.citing import CITATION, Citations
from bot.voice.claimed import unsupported
from bot.voice.claims import made_up, other_types, small_counts
from bot.voice.denying import Denials
from bot.voice.guards import faults_of, faults_of_whole
from bot.voice.known import Known
from bot.voice.near_names import names_off_by_one
from bot.voice.opening import wrong_day
from bot.voice.own_log import misplaced
from bot.voice.plain import plain as as_plain
from bot.voice.polarity import defers, turned
from bot.voice.records import TYPES, quotable, unsupported_terms
from bot.voice.relations import Relations
from bot.voice.wording import joins, pieces, uncovered
from knowledge.gazetteer import Gazetteer
from knowledge.text import has_han, key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.schema import Intent

_DENIES: Final = re.compile(
    r"沒|不是|並非|封閉|請勿|不方便|不在|不屬|不能|不替|不提供|不公開|不做|無法|無從|查不到|找不到|不知道|不清楚|不確定|不開|不行|不給|不會|不換|不可以|不評|不熟|未記載|未寫|看不到|幫不上|還沒|超出|只查得到"
    r"|公休|休息|關門|打烊|空的|空白|留白|缺|答不|不詳|不明|待確認|待補|無|\bnope\b|\bno\b|\bnot\b|n't\b|\bnone\b|\bcannot\b|\bunknown\b|\bclosed\b|\bwithout\b",
    re.IGNORECASE,
)
_FACT_DENIAL: Final = re.compile(
    r"沒有(?:開|記|寫|資料|營業|這)|沒開|公休|查不到|找不到|不在|封閉|不能爬"
    r"|\bno (?:record|data)\b|\bclosed\b|\bnot open\b",
    re.IGNORECASE,
)
_ROW: Final = re.compile(r"^\s*(?:\d{1,3}[.、)]\s|第\s*\d+\s*/\s*\d+\s*頁|(?:還有|說「?下一頁))")
_QUOTED: Final = re.compile(r"[「『“]([^「」『』“”]{1,40})[」』”]")
_BUTTONS: Final = "加入想爬 記一筆 換一批 回報錯誤 下一頁 確認 復原"
"""Words of the interface that an answer may point to."""
_OWN_WORDS: Final = re.compile("👉 推薦原因：|✨ 特色：")
_BLOCK: Final = re.compile("[🧗🏢⛰📖]")
_KEPT: Final = re.compile(r"⚠|截至|as of\b|請以.{0,12}公告為準|虛構", re.IGNORECASE)
_STAMPS: Final = re.compile(r"更新|截至|\bupdated?\b|\bas of\b", re.IGNORECASE)
"""Beside a date these words say how old the data are: no other date of a record will do."""
_CLAIMS_NOTHING: Final[frozenset[Intent]] = frozenset(
    {"greeting", "thanks", "help", "clarify", "community", "out_of_domain", "personal"}
)
"""Answers about no record: a voice cannot turn their no into a yes."""
_HALF_ENGLISH: Final = 3
"""English words from which a Chinese question may be answered with English sentences."""
_ASIDE: Final = re.compile(r"[（(][^（()）]*[）)]")
_NOT_LISTED: Final = frozenset("春夏秋冬新")
"""What a sentence may name of which it says that nothing is recorded: 「夏天資料沒列」."""
_NEAR: Final = 120
"""Characters before a sentence in which a name still says what it is about."""
_KINDS: Final = re.compile(
    r"運攀|傳攀|抱石|上方架繩|混合|\b(?:sport|trad|boulder|top ?rope|mixed)", re.IGNORECASE
)
"""Kinds of climbing: joining words, but an answer where the kind was asked for."""
_CORE_MOST: Final = 4
"""A rendered line with more facts than this is a summary; a voice may leave some out."""


@dataclass(frozen=True)
class Judge:
    """Judges what is said in place of one rendered answer."""

    spoken: Spoken
    gazetteer: Gazetteer | None = None
    style: PromptStyle = FULL

    @cached_property
    def known(self) -> Known:
        """What may be repeated."""
        return Known(self.spoken)

    @cached_property
    def quotes(self) -> tuple[str, ...]:
        """The words of records and of the rendered answer, which may be repeated."""
        return quotable(self.spoken.evidence, self.spoken.draft)

    @property
    def zh(self) -> bool:
        """Whether the answer is in Chinese."""
        return self.spoken.query.language == "zh"

    def sentence(self, text: str, before: str = "") -> tuple[str, ...]:
        """Why a sentence may not be said after what stands before it; empty when it may."""
        cited, text = text, CITATION.sub("", text) if self.is_open else text
        only_han = not self._asked_in_english
        reasons = list(faults_of(text, zh=self.zh, quotes=self.quotes, only_han=only_han))
        before_it = CITATION.sub("", before) if self.is_open else before
        figures = unsupported(text, before_it, self.known, self.gazetteer)
        reasons += [f"資料沒有「{one}」" for one in figures]
        told = self.known.of(before[-_NEAR:] + text)
        known = f"{told}\n{self._relations.proven(text)}"
        reasons += [f"資料沒有提到「{term}」" for term in unsupported_terms(text, known)]
        invented = made_up(self.known.unnamed(text), f"{self._known}\n{known}")
        # 「也有人說視攀 [1]」 says whose word it is
        invented = (one for one in invented if not (self.is_open and one.startswith("有人")))
        reasons += [f"資料沒有「{words}」" for words in invented]
        own = self.known.of_oneself
        source = self._cited(cited)
        held = f"{source}\n{self.spoken.query.text}" if source else known
        missing = uncovered(text, held, loosely=self.is_open, of_oneself=own)
        if defers(text):
            # 「夏天資料沒列」: what is not recorded may be named
            missing = tuple(one for one in missing if one not in _NOT_LISTED)
        reasons += [f"沒有資料可以依據「{words}」" for words in missing]
        if not self.known.of_oneself:
            reasons += [f"不是這樣比：{words}" for words in self._relations.faults(text, told)]
        reasons += [f"資料不是這樣：{one}" for one in self._denials.faults(text, source or told)]
        if self.spoken.query.intent == "gym_hours":
            reasons += [f"不是那天的：{one}" for one in wrong_day(text, self._own_lines, known)]
        if (log := self.spoken.evidence.log) is not None:
            reasons += [f"紀錄不是這樣：{one}" for one in misplaced(text, log, self._draft_body)]
        reasons += [
            f"和資料相反：{words}" for words in turned(text, source or known, self._other_types)
        ]
        reasons += [f"類型不對：{words}" for words in self._wrong_types(text, known)]
        evidence = self.spoken.evidence
        reasons += [
            f"沒有叫「{name}」的"
            for name in names_off_by_one(as_plain(text), evidence, self._known)
        ]
        reasons += [f"沒有人說過「{words}」" for words in self._foreign_words(text)]
        reasons += [f"資料不是「{day}」的" for day in self._wrong_stamps(text)]
        if self.is_open:
            reasons += self._citations.faults(cited)
        if not self._may_deny and _FACT_DENIAL.search(text):
            reasons.append("資料沒有這樣否定")
        return tuple(dict.fromkeys(reasons))

    def whole(self, body: str) -> tuple[str, ...]:
        """Why a body may not replace the rendered one although its sentences may."""
        if self.recommends:
            return self._wrong_format(body)
        reasons = list(faults_of_whole(body))
        if self.is_open and not self._citations.legend(body):
            reasons.append("沒有標出處")
        said = self._facts_of(body) | small_counts(body)
        missing = [surface for surface, values in self._core if not _is_said(values, said)]
        if missing and not self._needs_all and self._told & said:
            missing = []
        asked = self._facts_of(self.spoken.query.text)
        corrected = bool((self._facts_of(self._own_lines) - asked) & said)
        if self._must_deny and not corrected and not _DENIES.search(self.known.unnamed(body)):
            reasons.append("答案是沒有或不能，要說出來")
        if not self.is_open and self._says_nothing(body):
            reasons.append("沒有回答問題")
        if missing and (self._needs_all or len(missing) == len(self._core)):
            reasons += [f"少了 {surface}" for surface in missing]
        return tuple(reasons)

    def composed(self, body: str) -> str:
        """The body with what a voice may not leave out: rows of a list, warnings, dates."""
        if self.recommends:
            before, _, after = _around_format(self._draft_body)
            first, last = ([one for one in side if one not in body] for side in (before, after))
            return "\n".join([*first, body.strip(), *last])
        if self.is_open:
            return "\n".join([body.strip(), *self._citations.legend(body)])
        rest = [line for line in self._draft_body.split("\n") if _is_kept(line)]
        return "\n".join([body.strip(), *(line for line in rest if line.strip() not in body)])

    @property
    def is_open(self) -> bool:
        """Whether the answer is prose from cards and records, which cites them."""
        return self.spoken.query.intent in OPEN

    @cached_property
    def _citations(self) -> Citations:
        return Citations.of(self.spoken.evidence, self.style, self.spoken.query.text)

    @cached_property
    def recommends(self) -> bool:
        """Whether the rendered answer stands in the recommendation format."""
        return parse_recommendation(self._draft_body).ok

    @cached_property
    def _draft_body(self) -> str:
        return body_of(self.spoken.draft.text)

    @cached_property
    def _asked_in_english(self) -> bool:
        """Whether the question is put in English, or half in it, names of records aside."""
        asked = self.spoken.query.text
        for quote in sorted(self.quotes, key=len, reverse=True):
            asked = asked.replace(quote, " ") if len(quote) > 1 else asked
        words = re.findall(r"[a-z]{3,}", asked, re.IGNORECASE)
        return not has_han(self.spoken.query.text) or len(words) >= _HALF_ENGLISH

    @cached_property
    def _known(self) -> str:
        """Everything that may be repeated of any record."""
        return "\n".join([*self.quotes, self.known.shared])

    def _cited(self, sentence: str) -> str:
        """The records that a sentence of an open answer cites."""
        if not self.is_open:
            return ""
        records = self._citations.records
        numbers = (int(one) for one in CITATION.findall(sentence))
        return "\n".join(records[one].text for one in numbers if one in records)

    @cached_property
    def _denials(self) -> Denials:
        spoken = self.spoken
        return Denials(spoken.evidence, spoken.draft.text, spoken.query.text)

    @cached_property
    def _relations(self) -> Relations:
        return Relations(self.spoken.evidence, self.spoken.draft.text, self.spoken.query.text)

    @cached_property
    def _own_lines(self) -> str:
        """The rendered answer without the lines that are kept anyway."""
        lines = self._draft_body.split("\n")
        return "\n".join(line for line in lines if not _is_kept(line))

    @cached_property
    def _must_deny(self) -> bool:
        if self.spoken.query.intent in _CLAIMS_NOTHING:
            return False
        draft = self.spoken.draft
        short = (
            not self.known.rows
            and len([line for line in self._own_lines.split("\n") if line.strip()]) <= 2
        )
        own = self.known.unnamed(self._own_lines)
        return draft.abstained or (short and bool(_FACT_DENIAL.search(own)))

    @cached_property
    def _may_deny(self) -> bool:
        return bool(_DENIES.search(self.known.unnamed(self._draft_body))) or any(
            _FACT_DENIAL.search(quote) for quote in self.quotes
        )

    @cached_property
    def _core(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """The facts that an answer must not lose: those of the first rendered line."""
        lines = [line for line in self._own_lines.split("\n") if line.strip()]
        first = next(iter(lines), "")
        whole = self._draft_body.strip() == self._own_lines.strip()
        if self.spoken.draft.abstained or _BLOCK.match(first) or not whole:
            # nothing found, a whole record, or a list whose rows stand below: nothing is lost
            return ()
        if self.spoken.query.intent == "convert":
            first = next((line.partition("約")[2] for line in lines if "約" in line), first)
        facts = [fact for fact in _scanned(_ASIDE.sub("", first)) if fact[1] != "date"]
        asked = self._facts_of(self.spoken.query.text)
        told = [(surface, values) for surface, _, values in facts if not values & asked]
        return tuple(told) if len(told) <= _CORE_MOST else ()

    @cached_property
    def _told(self) -> frozenset[str]:
        """The facts of an answer of several lines: one of them is an answer too."""
        lines = [line for line in self._own_lines.split("\n") if line.strip()]
        return self._facts_of("\n".join(lines)) if len(lines) > 1 else frozenset()

    def _says_nothing(self, body: str) -> bool:
        """Whether nothing of the answer is left: no figure, no word of its own, no yes or no.

        Rows of a list stand below whatever is said.
        """
        intent = self.spoken.query.intent
        if self.known.rows or intent in _CLAIMS_NOTHING or self.spoken.draft.abstained:
            return False
        told, said = as_plain(self._draft_body), as_plain(body)
        figures = set(re.findall(r"\d+", told)) & set(re.findall(r"\d+", said))
        # 「10-18」 holds no word that 「早上十點到晚上六點」 has
        spoken_hour = re.search(r"[一二三四五六七八九十]點|有開|沒開|公休", said)
        words = {one for one in pieces(told) if not joins(one)} & pieces(said)
        single = re.findall(r"(?<![\u3400-\u9fff])[\u3400-\u9fff](?![\u3400-\u9fff])", told)
        alone = {one for one in single if not joins(key(one))}
        facts = self._facts_of(self._draft_body) & self._facts_of(body)
        kinds = {one[0].lower() for one in _KINDS.finditer(told)}
        kinds &= {one[0].lower() for one in _KINDS.finditer(said)}
        return not (figures or spoken_hour or words or alone & set(said) or facts or kinds)

    @property
    def _needs_all(self) -> bool:
        """Whether leaving out one of the asked values would leave the question half answered."""
        query = self.spoken.query
        return query.intent in {"compare", "convert"} or len(query.fields) > 1

    @staticmethod
    def _facts_of(text: str) -> frozenset[str]:
        return frozenset(value for _, _, values in _scanned(text) for value in values)

    def _wrong_stamps(self, text: str) -> Iterator[str]:
        """Dates that a sentence gives for the data and that no source and no answer gives."""
        if self.known.of_oneself or not _STAMPS.search(text):
            return
        sources = (one.updated_on for one in self.spoken.evidence.sources)
        given = " ".join([self.spoken.draft.text, *(f"{day}" for day in sources if day)])
        known = {value for _, kind, values in _scanned(given) if kind == "date" for value in values}
        for surface, kind, values in _scanned(text):
            if kind == "date" and not values & known:
                yield surface

    @cached_property
    def _other_types(self) -> frozenset[str]:
        """The words for kinds of climbing that no route of the answer is of."""
        types = {str(route.type) for route in self.spoken.evidence.routes if route.type}
        words = (words for kind, words in TYPES.items() if types and kind not in types)
        return frozenset(key(word) for each in words for word in each.split())

    def _wrong_types(self, text: str, known: str) -> Iterator[str]:
        """Kinds of climbing that the routes of the answer are not of."""
        types = frozenset(str(route.type) for route in self.spoken.evidence.routes if route.type)
        asked = self.spoken.query.text
        return other_types(text, types, known.replace(asked, ""), asked)

    def _foreign_words(self, text: str) -> Iterator[str]:
        """Words in quotation marks that nothing known holds."""
        known = key(f"{self._known} {_BUTTONS}")
        words = (match[1] for match in _QUOTED.finditer(as_plain(text)))
        return (one for one in words if key(one) not in known)

    def _wrong_format(self, body: str) -> tuple[str, ...]:
        """What differs from the rendered recommendation beyond the two lines in own words."""
        problems = parse_recommendation(body).problems
        if problems:
            return problems
        said, held = (text.strip().split("\n") for text in (body, self._draft_body))
        if len(said) != len(held):
            held = _around_format(self._draft_body)[1]  # what code says around it stays there
        if len(said) != len(held):
            return ("格式外不要多寫，也不要少寫",)
        reasons: list[str] = []
        name = ""
        for own, line in zip(said, held, strict=True):
            name = line.partition("｜")[0].removeprefix("🧗 ") if line[:1] == "🧗" else name
            label = _OWN_WORDS.match(line)
            if own == line:
                continue
            if label is None or not own.startswith(label[0]):
                reasons.append(f"這一行要照抄：{line[:40]}")
            else:
                reasons += self.sentence(f"{name}：{own[len(label[0]) :]}")
        return tuple(reasons)


def _is_said(values: frozenset[str], said: frozenset[str]) -> bool:
    """Whether a fact is said, if in parts: 「左手 5.11d，直上 5.12a」 says 5.11d/5.12a."""
    return bool(values & said) or any(
        "/" in one and all(part in said for part in one.split("/")) for one in values
    )


def _around_format(text: str) -> tuple[list[str], list[str], list[str]]:
    """The lines before a recommendation in the format, its own, and those after it."""
    lines = text.strip().split("\n")
    start = next((at for at, line in enumerate(lines) if line.startswith("為你推薦｜")), 0)
    end = lines.index(FOOTER) + 1 if FOOTER in lines else len(lines)
    return lines[:start], lines[start:end], lines[end:]


def _is_kept(line: str) -> bool:
    return bool(_ROW.search(line) or _KEPT.search(line))


def _scanned(text: str) -> list[tuple[str, str, frozenset[str]]]:
    """(surface, kind, readings) of every fact; counts of one kind are all the same to a reader."""
    facts = [fact for line in as_plain(text).split("\n") for fact in scan(line)]
    return [
        (fact.surface, "count" if fact.kind in COUNTS else fact.kind, frozenset(fact.values))
        for fact in facts
    ]
