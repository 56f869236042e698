"""Whether each clause says of a record only what is known of that record.

What is known of an answer about several records is not known of each: 「慢慢來是黃岸首攀的」 holds
words of the answer, and lies where 黃岸 climbed the other one. So a clause that names one record
may use its words, those of the lines of the answer about it, and those of what no record owns.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from bot.prompts import body_of
from bot.voice.evidence.compared import find_name
from bot.voice.evidence.records import labels_of, texts_of
from bot.voice.language.plain import plain
from bot.voice.language.sentences import CLAUSE_OR_STOP
from bot.voice.ordinary.wording import uncovered
from knowledge.gazetteer.branches import gym_forms
from knowledge.schema import Gym

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.voice.answer.known import Known
    from knowledge.schema import Route

_SEVERAL: Final = re.compile(
    r"[都各皆均兩二三四五六七八九]|其[他餘]|另|全|每|一起|分別|比|跟|和|與"
    r"|\b(?:both|all|each|others?|and|than|they|two|three)\b",
    re.IGNORECASE,
)
"""Words with which a clause goes on about more than the record named last."""
_COMPARED: Final = re.compile(
    r"(?:相對|明顯|稍微|比較|更|最|還|就|也|才|都)?(?:是)?"
    r"(?:輕鬆|親民|簡單|容易|便宜|拉開|打頭陣|多[了出]?|少[了掉]?|唯一|[高低長短矮貴省贏輸勝難](?![\u3400-\u9fff]?[鋒距]))"
    r"(?:一?[些點]|許多|不少|很多|出)?|[零一二兩三四五六七八九十]+(?=$|[、\s])|警[告示]|剩下?|價差|"
    r"\b(?:half|an? hour|one|two|three|four|five|six|seven|eight|nine|ten|cheaper)\b",
    re.IGNORECASE,
)
"""Words that compare and count, which are worked out elsewhere, and what is the same in others."""
_CONTINUES: Final = re.compile(r"^\s*(?:[^\w\s「『“(（\d🧗]|・)")


class Subjects:
    """The records of one answer, each with the words that may be said of it."""

    def __init__(self, known: Known) -> None:
        self._known = known
        evidence = known.spoken.evidence
        self._records: dict[str, list[Route | Gym]] = {}
        records: tuple[Route | Gym, ...] = (
            *evidence.routes,
            *evidence.near_misses,
            *evidence.gyms,
        )
        for record in records:
            self._records.setdefault(record.name or record.name_en, []).append(record)
        self._held: dict[str, str] = {}

    def misplaced(self, text: str, before: str, proven: str) -> Iterator[str]:
        """The words of a sentence that are not known of the record that it says them of.

        Args:
            text: A sentence.
            before: What was said before it.
            proven: Words of comparison, which are judged elsewhere.
        """
        if len(self._records) < 2:
            return
        subject = next(
            (
                name
                for one in reversed(CLAUSE_OR_STOP.split(plain(before)))
                for name in self._named(one)
            ),
            "",
        )
        for clause in CLAUSE_OR_STOP.split(plain(text)):
            named = self._named(clause)
            if len(named) == 1:
                (subject,) = named
            elif named or _SEVERAL.search(clause) or any(one in clause for one in self._short):
                subject = ""
            if subject:
                bare = _COMPARED.sub(" ", self._unnamed(clause))
                yield from uncovered(bare, f"{self._of(subject)}\n{proven}")

    def _named(self, clause: str) -> list[str]:
        """The records that a clause names, a name inside a longer one left out."""
        found: list[str] = []
        for form, name in self._forms:
            if (at := find_name(clause, form)) >= 0:
                clause = f"{clause[:at]}\x00{clause[at + len(form) :]}"
                found.append(name)
        return list(dict.fromkeys(found))

    def _unnamed(self, clause: str) -> str:
        """The clause without the names of records, which hold characters that compare."""
        for form, _ in self._forms:
            clause = clause.replace(form, " ") if len(form) > 1 else clause
        return clause

    @cached_property
    def _forms(self) -> tuple[tuple[str, str], ...]:
        forms = {
            (plain(form), name)
            for name, records in self._records.items()
            for record in records
            for form in _forms_of(record)
        }
        return tuple(sorted(forms, key=lambda one: -len(one[0])))

    @cached_property
    def _short(self) -> tuple[str, ...]:
        """The names of one character, which nobody can tell from words."""
        return tuple(form for form, _ in self._forms if len(form) == 1)

    def _of(self, name: str) -> str:
        if name not in self._held:
            texts = (
                each
                for record in self._records[name]
                for each in (*texts_of(record), *labels_of(record))
            )
            lines = (line for owners, line in self._lines if not owners or name in owners)
            self._held[name] = "\n".join([self._known.common, *texts, *lines])
        return self._held[name]

    @cached_property
    def _lines(self) -> tuple[tuple[frozenset[str], str], ...]:
        """The lines of the rendered answer, each with the records that it is about."""
        told: list[tuple[frozenset[str], str]] = []
        block: frozenset[str] = frozenset()
        for line in plain(body_of(self._known.spoken.draft.text)).split("\n"):
            named = frozenset(self._named(line))
            block = named or (block if _CONTINUES.match(line) else frozenset())
            told.append((block, line))
        return tuple(told)


def _forms_of(record: Route | Gym) -> tuple[str, ...]:
    forms = tuple(filter(None, (record.name, record.name_en, *record.aliases)))
    if isinstance(record, Gym):
        more = gym_forms(record.name, record.name_en, record.aliases)
        return tuple({*forms, *more, record.name[:2]} - {""})
    return forms
