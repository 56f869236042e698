"""What was found in a message, put into the clauses it belongs to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.understanding.examples.wanted import is_word
from bot.understanding.personal import slots
from bot.understanding.personal.filters import only_words
from bot.understanding.personal.names import is_gym_name, leftover, linked
from bot.understanding.personal.scanning import BLANK, Piece, blank, fold, pattern
from knowledge.text import has_han

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.ascents import Result
    from bot.understanding.personal.clauses import Clause
    from bot.understanding.personal.days import Window
    from bot.understanding.personal.names import RouteNames
    from knowledge.gazetteer import Gazetteer, NameMention
    from knowledge.grades import GradeMention

_PLACED = pattern(r"(?:在|去|到|於|\bat|\bin)\s?$")
_COMMAND = pattern(
    r"都|幫我|幫忙|請|麻煩|謝謝|感謝|感恩|拜託|記(?:一筆|一下|下來?|起來|著|上|錄)?|紀錄|登記|登錄|存(?:檔|起來)?|"
    r"寫(?:進去?|入|上)?|加(?:進去?|入|上)|收藏|裡|先|囉|啦|喔|吧|唷|欸|可以|嗎|補|到|日誌|本子?|系統|放|列|收|就好|"
    r"please|pls|plz|thanks?|thx|log|add|save|record|it|that.s|them|both|all|down"
)
_STOPS = frozenset("，,。.！!；;~～")
"""Marks behind which somebody goes on about the climb just told; 「、」 goes on to the next."""
_ALL = pattern(r"都|全部|全都|[兩三四]條(?:都)?是|\ball\b|\bboth\b")
_DENIED = pattern(
    r"(?:不是|不算|沒有?到|並非|算不上|\bnot|\bisn.t|\bwasn.t|\binstead of|\brather than)\s?"
    r"(?:an? |the )?$"
)
_REFERS: tuple[tuple[re.Pattern[str], tuple[int, ...]], ...] = (
    (pattern(r"前(?:面)?(?:那)?兩條|前兩個|\bthe first two\b"), (0, 1)),
    (pattern(r"後(?:面)?(?:那)?兩條|後兩個|\bthe (?:last|other) two\b"), (-2, -1)),
    (
        pattern(
            r"前者|前面(?:那|的)?一?[條個]?|第一[條個](?!路線)|\bthe (?:former|first(?: one)?)\b"
        ),
        (0,),
    ),
    (pattern(r"第二[條個]|\bthe second(?: one)?\b"), (1,)),
    (pattern(r"第三[條個]|\bthe third(?: one)?\b"), (2,)),
    (
        pattern(
            r"後者|後面(?:那|的)?一?[條個]?|另一?[條個]|最後(?:那|一)[條個]"
            r"|\bthe (?:latter|other(?: one)?|last one)\b"
        ),
        (-1,),
    ),
)
"""Words for a climb told before, and which one it is."""
_LONG_NAME = 12


class Filler:
    """Puts what was found into the clauses and remembers which characters are claimed."""

    def __init__(self, body: str, folded: str, clauses: list[Clause]) -> None:
        self._body = body
        self._folded = folded
        self._rest = folded
        self._clauses = clauses

    def _at(self, start: int) -> Clause:
        inside = [each for each in self._clauses if each.start <= start < max(each.end, start + 1)]
        return inside[-1] if inside else self._clauses[-1]

    def _claim(self, start: int, end: int) -> None:
        self._rest = blank(self._rest, [(start, end)])

    def windows(self, told: tuple[Window, ...]) -> None:
        """Days."""
        for window in told:
            self._at(window.start).window = window
            self._claim(window.start, window.end)

    def grades(self, grades: list[GradeMention]) -> None:
        """Grades: recorded ones, and those that are somebody's own opinion."""
        for grade in grades:
            clause = self._at(grade.start)
            own = slots.OWN.search(self._folded[: grade.start])
            (clause.own if own else clause.grades).append(grade.surface.strip())
            self._claim(own.start() if own else grade.start, grade.end)

    def slots(self, counts: tuple[Piece[int], ...], masked: str) -> None:
        """Figures first, so that 「掉兩次」 is no number of tries; words last."""
        for match in slots.NO_TRIES.finditer(self._rest):
            self._claim(*match.span())
        for match in slots.THEN_SENT.finditer(self._rest):
            self._at(match.start()).results.append(Piece(*match.span(), "redpoint"))
            self._claim(*match.span())
        self._take(slots.numbers(self._rest, slots.FALLS), "falls")
        stars = slots.rating(self._rest)
        self._take((stars,) if stars else (), "rating")
        tries = slots.numbers(self._rest, slots.TRIES)
        for piece in tries:
            if slots.ENDS_SENT.search(self._rest[piece.start : piece.end]):
                # 「一把過」「三次送」
                self._at(piece.start).results.append(Piece(piece.start, piece.end, "send"))
        self._take(tries, "tries")
        self._take(slots.numbers(self._rest, slots.ANGLE, 90), "angle")
        self._take(slots.numbers(self._rest, slots.PITCHES, 40), "pitches")
        self._take(counts, "count")
        colours = slots.colours(self._folded)
        self._take(
            tuple(one for one in colours if masked[one.start] == self._folded[one.start]), "colour"
        )
        self._take(slots.modes(self._rest), "mode")
        for result in slots.results(self._rest):
            if not _DENIED.search(self._rest[: result.start]):
                self._at(result.start).results.append(result)
            self._claim(result.start, result.end)
        for clause in self._clauses:
            words = self._folded[clause.start : clause.end]
            clause.results = _settled(clause.results, self._folded)
            told = [self._folded[one.start : one.end] for one in clause.results]
            clause.weak = bool(told) and all(map(slots.WEAK.search, told))
            clause.climbed = slots.climbed(words)
            clause.all = bool(_ALL.search(words))

    def _take(self, pieces: Sequence[Piece[object]], name: str) -> None:
        for piece in pieces:
            setattr(self._at(piece.start), name, piece.value)
            self._claim(piece.start, piece.end)

    def references(self) -> None:
        """「前面那條」「後者」: words for a climb told in another clause."""
        for clause in self._clauses[1:]:
            words = self._rest[clause.start : clause.end]
            for look, which in _REFERS:
                match = look.search(words)
                if match is not None:
                    clause.refers = which
                    self._claim(clause.start + match.start(), clause.start + match.end())
                    break

    def mentions(self, mentions: list[NameMention]) -> None:
        """Names of the catalogue, as climbs or as places."""
        for name in mentions:
            clause = self._at(name.start)
            self._claim(name.start, name.end)
            if name.kind in {"area", "sector"}:
                # a wall and a route of one name: in a log the route was climbed
                clause.wall = (name.surface, name.start)
            if name.kind == "route":
                guessed = name.how in {"typo", "homophone", "partial"}
                clause.route = (name.surface, name.ids, guessed)
                clause.anchor_at = name.start
            elif name.kind == "gym":
                clause.place |= {"gym": name.surface, "gym_id": name.ids[0]}
            elif name.kind == "crag":
                clause.place |= {"crag": name.surface, "crag_id": name.ids[0]}
            else:
                clause.place |= {"area": name.surface, "area_id": name.ids[0]}

    def quoted(self, match: re.Match[str], names: RouteNames, gazetteer: Gazetteer) -> None:
        """A name in quotation marks."""
        clause = self._at(match.start())
        words = self._body[match.start(1) : match.end(1)].strip()
        if clause.route is None and words:
            clause.route = (words, *linked(words, names, gazetteer))
            clause.anchor_at = match.start()
        self._claim(*match.span())

    def leftovers(self, names: RouteNames, gazetteer: Gazetteer) -> None:
        """Words that nothing else explains: a climb that no catalogue holds, a place, a remark."""
        named = any(clause.route and clause.route[1] for clause in self._clauses)
        for clause in self._clauses:
            if self._is_behind(clause, names):
                if not self._is_command(clause):
                    clause.remark = self._body[clause.start : clause.end].strip()
                continue
            part = self._rest[clause.start : clause.end]
            for start, end in leftover(self._body[clause.start : clause.end], part, names.ids):
                words = self._body[clause.start + start : clause.start + end]
                placed = _PLACED.search(self._rest[: clause.start + start].rstrip("\x00 "))
                ids, guessed = linked(words, names, gazetteer)
                if placed and not ids and not clause.place and not named:
                    gym = is_gym_name(words) or clause.count is not None or bool(clause.colour)
                    clause.place |= {"gym" if gym else "crag": words}
                    continue
                sure = ids and not guessed
                if not sure and not self._may_name(clause, start, words, beside=named):
                    # beside a climb of the catalogue these are words: 「風超大，人超多」
                    continue
                if clause.route is None and (ids or not (clause.colour or clause.opinion)):
                    clause.route = (words, ids, guessed)
                    clause.anchor_at = clause.start + start
            self._walls(clause, names)

    def _may_name(self, clause: Clause, start: int, words: str, *, beside: bool) -> bool:
        """Whether words are a climb that no catalogue holds; ``beside`` one of the catalogue."""
        if clause.refers or (len(words) > _LONG_NAME and has_han(words)):
            return False
        if clause.count is not None and (clause.grades or clause.colour):
            # 「熱身 flash 五條 V1」 are problems of a gym
            return False
        told = any(each.anchored for each in self._clauses if each is not clause)
        if (beside or told) and (not clause.results or _is_talk(words)):
            return False
        # 「一次乾淨爬完」: between two things that tell how it went stand words
        at = clause.start + start
        behind = [one for one in clause.results if at < one.start]
        return not (beside and behind and clause.tries and BLANK in self._rest[clause.start : at])

    def _is_behind(self, clause: Clause, names: RouteNames) -> bool:
        """Whether a clause behind a climb only remarks on it: 「…RP，超爽」."""
        before = [each for each in self._clauses if each.end <= clause.start and each.anchored]
        if not before or _says_something(clause):
            return False
        words = self._body[clause.start : clause.end].strip()
        stops = self._body[clause.start - 1 : clause.start] in _STOPS
        return stops and not names.ids(words)

    def _is_command(self, clause: Clause) -> bool:
        """Whether it only says to write it down: 「幫我記起來」."""
        words = fold(self._body[clause.start : clause.end])
        return not re.search(r"[a-z\u3400-\u9fff]", _COMMAND.sub("", words))

    def _walls(self, clause: Clause, names: RouteNames) -> None:
        if clause.route is not None or clause.wall is None:
            return
        words, start = clause.wall
        ids = names.ids(words)
        if ids:
            clause.route, clause.anchor_at = (words, ids, False), start
            clause.place.pop("area", None)
            clause.place.pop("area_id", None)


def _says_something(clause: Clause) -> bool:
    """Whether anything but words was found in a clause."""
    found = (clause.route, clause.results, clause.grades, clause.own, clause.place, clause.tries)
    more = (clause.count, clause.colour, clause.window, clause.rating, clause.falls, clause.refers)
    return any(found) or any(more) or clause.mode is not None or clause.wall is not None


_PEOPLE = pattern(
    r"[我你她他]|確保|朋友|學[長弟姐妹]|繩伴|隊友|\b(?:belay\w*|he|she|we|they|partner)\b"
)


def _is_talk(words: str) -> bool:
    """Whether supposed names are words: 「乾淨」 in 「一次乾淨爬完」."""
    return only_words(words) or is_word(words) or bool(_PEOPLE.search(fold(words)))


def _settled(found: list[Piece[Result]], folded: str) -> list[Piece[Result]]:
    """The results without those that another one of the same clause makes void."""
    strong = [one for one in found if not slots.WEAK.search(folded[one.start : one.end])]
    kept = strong or found
    named = [one for one in kept if one.value not in {"send", "clean"}]
    return named or kept
