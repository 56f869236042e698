"""Whether a person is named beside the route that they climbed first.

Of two routes both people stand in the records, and yet 「慢慢來是黃岸」 may be wrong.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.schema import Evidence
    from knowledge.schema import Route

_SENTENCE: Final = re.compile(r"[。！!？?\n]")
_SAME: Final = re.compile(r"(?:也|又|還|都)?是(?:他|她|同一)|(?:他|她)(?:也|開|首攀|爬)|同一個?人")
_IN_TURN: Final = re.compile(r"分別|依序|依次|respectively", re.IGNORECASE)
_MARKED: Final = re.compile(r"([\u3400-\u9fff]{2,4}|[A-Z]\w+)\s*[(]([^()]+)[)]")
"""「黃岸（慢慢來）」"""
_LEADS: Final = (
    r"\s?(?:(?:首[攀登]|開線?|爬|解|設線?)(?:了|的是?|出)?|(?:first )?(?:climbed|opened|put up|did)"
    r"|has the (?:FA|first ascent) of)\s?[「『“\"]?$"
)
"""Words between a person and the route that they climbed: 「阿螢首攀了『迴聲』」."""
_NAMESAKE: Final = re.compile(
    r"^[「“][^」”\n]+[」”] ?[(](?P<path>[^()\n]+)[)][^\n]*?"
    r"(?:由|\bby )(?P<who>[^\n。]+?)(?:首攀|\.?$)",
    re.MULTILINE,
)
_CLAUSE: Final = re.compile(r"[，。；;！!？?\n]|, ")
_APART: Final = re.compile(r"\s*(?:/|、|和|與|跟|&|,)\s*")


def misplaced_people(text: str, evidence: Evidence) -> Iterator[str]:
    """The names of people who stand behind another route than theirs."""
    climbed = {plain(one.name): people_of(one) for one in evidence.routes if one.name}
    people = set().union(*climbed.values()) if climbed else set()
    if len({frozenset(one) for one in climbed.values()}) < 2:
        return
    for sentence in _SENTENCE.split(plain(text)):
        for person, name in _MARKED.findall(sentence):
            if name in climbed and person in people and person not in climbed[name]:
                yield person
        if _IN_TURN.search(sentence):
            continue
        leads = re.compile(f"({'|'.join(map(re.escape, people))}){_LEADS}", re.IGNORECASE)
        parts = list(_behind(sentence, tuple(climbed)))
        for at, (name, said) in enumerate(parts):
            lead = leads.search(said) if at + 1 < len(parts) else None
            if lead and lead[1] not in climbed[parts[at + 1][0]]:
                yield lead[1]
            told = {one for one in people if one in said[: lead.start() if lead else None]}
            if told - climbed[name] and not told & climbed[name]:
                yield from sorted(told)
            elif not told and (same := _SAME.search(said)):
                yield same[0]


def misplaced_namesakes(text: str, rendered: str) -> Iterator[str]:
    """The people beside the place of another route of the same name than theirs.

    Args:
        text: What is to be said: 「石螢谷那條是黃岸首攀」 names a route by its place alone.
        rendered: The answer that code gave, a line for every route.
    """
    found = [
        (set(re.split("[›>/]", one["path"])), one["who"].strip())
        for one in _NAMESAKE.finditer(plain(rendered))
    ]
    for clause in _CLAUSE.split(plain(text)) if len({who for _, who in found}) > 1 else ():
        steps = [(step, at) for at, (path, _) in enumerate(found) for step in path]
        named = {
            at
            for step, at in steps
            if step in clause and sum(step in path for path, _ in found) == 1
        }
        if len(named) != 1 or found[at := named.pop()][1] in clause:
            continue
        yield from (
            who for who in {who for _, who in found} if who in clause and who != found[at][1]
        )


def people_of(route: Route) -> frozenset[str]:
    """Who climbed a route first, each by their name alone."""
    named = re.sub(r"\(.*?\)", "", plain(route.first_ascent or ""))
    return frozenset(one.strip() for one in _APART.split(named) if len(one.strip()) > 1)


def _behind(sentence: str, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Every route named with what is said behind it, up to the next name."""
    pattern = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    found = list(re.finditer(pattern, sentence))
    ends = [*(one.start() for one in found[1:]), len(sentence)]
    for match, end in zip(found, ends, strict=False):
        yield match[0], sentence[match.end() : end]
