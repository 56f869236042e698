"""What a question is about, as learned: heard where it is sure and the rules' decision is unlikely.

The rules read single words; what all words of a question say together is learned. It never makes
an emergency less than one, nor a verdict on safety or a body that hurts unless it leaves no doubt.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.understanding.examples import likeliest, nearest, nearest_among
from bot.understanding.examples.kinds import likely_kinds
from bot.understanding.examples.topics import ELSEWHERE, topics_of
from bot.understanding.examples.word_frames import asks_word
from bot.understanding.guesses import surely_named
from bot.understanding.intents.decision import (
    QUITE_NEAR,
    SHORT,
    VERY_NEAR,
    Decision,
)
from bot.understanding.intents.like_examples import asks_purpose, of_kind
from knowledge.terms import asked_terms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading
    from knowledge.gazetteer import Kind

_TALK = frozenset(
    {
        *("greeting", "thanks", "help", "safety", "emergency", "medical", "live", "community"),
        "out_of_domain",
    }
)
"""Intents that are kinds by themselves."""
_HARM = frozenset({"emergency", "medical", "safety"})
_PLAIN = frozenset({"greeting", "thanks", "emergency", "medical"})
"""Kinds that few words say as well as many."""
_NEVER = frozenset({"record", "log", "glossary"})
"""Kinds that need more than to be likely: a record its names, a log its asker, a word its frame."""
_WORD, _SURELY_WORD = 0.35, 0.8
"""From which a climbing word is asked; and where the rules saw a record asked."""
_SURE, _UNLIKELY = 0.5, 0.15
"""How likely a kind must be, and how unlikely what the rules decided, for it to be heard."""
_QUITE_SURE, _HARDLY = 0.75, 0.05
"""The same where the rules had a word to go by: a verdict on safety, a pain, a climbing word."""
_ADVISED, _HARDLY_HURT = 0.7, 0.1
"""The same for advice where a word of a body that hurts was heard: shoes that are too tight."""
_DOUBTED = 0.25
"""The same where the rules saw no harm, but somebody may be hurt or want a verdict on safety."""
_LIKELY, _OPEN = 0.65, 0.3
"""The same where an example of a card is clearly near too, and for what no record can know."""
_CLEAR = 0.25
_LEAST_HARM = 0.35
"""How likely an emergency must be."""
_FRAGMENT = 12
"""Characters of a key: what is so short leans on the turn before, or was read by its one word."""
_ELSEWHERE, _VERBATIM = 0.35, 1.2
"""How likely what is none of climbing must be where a word of another business stands; and the
nearness of an example that says otherwise."""
_CARD_AT_ALL = 0.3
"""How likely a card must be where only a near example speaks for it."""
_NEAR = 0.2
"""Nearness of an example from which its card is shown; others are searched for in their text."""
_AT_ALL, _SEVERAL = 0.08, 2
"""How near a card must be to be shown as one of several that may be meant."""
_HARDLY_NEAR, _BARELY_AHEAD = 0.3, 0.08
"""Nearness below which a card must be ahead of the others by so much."""
_OF_CLIMBING, _STRANGE, _BELOW, _AHEAD = 0.6, 0.12, 0.25, 0.15
"""How likely a card must be, and how unlikely what is none of climbing, where the rules heard no
word of climbing; how near its example, and how far ahead: 「一直掉在同一個動作怎麼辦」."""
_LEFT_OPEN = frozenset({"out_of_domain", "search"})
"""What the rules decide where no word settled anything."""
_LIKELIEST, _AHEAD_OF = 0.2, 2.5
"""How likely a kind must be then, and how many times as likely as what was decided; measured on
every development file with a model that had not seen it."""
_VERDICT_ASKED = 0.3
_WANTS_VERDICT = re.compile(
    r"(?:可以|能)[^，,。？?什甚怎哪幾几]{0,4}[嗎吗]|行不行|[行妥][嗎吗]|可不可以用|能不能用"
    r"|[夠够][^，,。？?]{0,4}[嗎吗吧]|[應应][該该][^，,。？?]{0,8}吧|(?:沒|没)(?:差|問題|问题|事)吧"
    r"|[撐撑吃掛挂][得]?住[^，,。？?]{0,6}[嗎吗吧]|能[撐撑]|放心|\bok(?:ay)? ?[嗎吗吧]"
    r"|(?:再|[繼继][續续])用[^，,。？?什甚怎哪幾几]{0,4}[嗎吗吧]"
    r"|\bstill (?:good|ok|okay|fine|safe)\b|\b(?:fine|ok|okay|safe) to\b|\bhold me\b"
    r"|\bwould you trust|\bno big deal|[說说](?:沒|没)(?:問題|问题|事)"
    r"|\b(?:is|are) (?:it |that |this )?(?:ok|okay|safe|fine|acceptable)\b|\bstill usable"
    r"|\bis that (?:ok|okay|safe|fine|acceptable)|\bgood to go"
    r"|\bcan i (?:still |just )?(?:use|trust)",
    re.IGNORECASE,
)
"""Asks for a verdict on what somebody means to do; and how likely safety must be then."""
_VERDICTS = frozenset({"minors", "safe"})
"""Topics of safety whose words may stand in a question for advice."""
_HELP = "card:about#can-do"
_HELP_AT_LEAST = 0.6
"""How likely help must be where few words ask for it."""


def by_kind(
    ruled: Decision, decision: Decision, reading: Reading, conditions: Conditions
) -> Decision:
    """The decision, or what the question is about where that is another thing for sure.

    Args:
        ruled: What the words alone decided.
        decision: What was decided with the nearest example.
        reading: The question.
        conditions: What it narrows by.
    """
    if not reading.text or decision.intent == "emergency":
        return decision
    indoors = "where_to_climb" in reading.cues and (conditions.cities or conditions.districts)
    if decision.intent == "gym_list" and indoors:
        return decision
    packed = _packing_for(decision, reading, conditions)
    kind = kind_of(decision)
    if packed or _asks_word(kind, reading):
        return Decision("knowledge", packed or "glossary")
    return _by_likely(ruled, decision, reading, likely_kinds(reading, conditions))


def _by_likely(
    ruled: Decision, decision: Decision, reading: Reading, likely: Mapping[str, float]
) -> Decision:
    """The decision, or the likeliest kind where that is sure enough."""
    kind = kind_of(decision)
    if _is_elsewhere(kind, reading, likely):
        return Decision("out_of_domain")
    if _is_no_card(ruled, kind, likely) and not _very_near(reading):
        decision, kind = ruled, kind_of(ruled)
    best = max(likely, key=lambda one: (likely[one], one))
    if kind == "card" and _asks_verdict(reading, likely):
        return _meant("safety", reading)
    unsettled = kind == "card" and not decision.topic and best == "card"
    if unsettled or (best not in {kind, *_NEVER} and _may_be(best, decision, reading, likely)):
        return _meant(best, reading)
    return _of_talk(ruled, decision, reading, likely)


def _of_talk(
    ruled: Decision, decision: Decision, reading: Reading, likely: Mapping[str, float]
) -> Decision:
    """The decision, or the likeliest kind of talk where no word settled anything.

    Where nothing is named, no record and no log is left to be asked for.
    """
    kind = kind_of(decision)
    left_open = ruled.intent in _LEFT_OPEN or (ruled.intent == "knowledge" and not ruled.topic)
    if not left_open or kind in _NEVER or surely_named(reading):
        return decision
    talk = {one: share for one, share in likely.items() if one not in _NEVER}
    best = max(talk, key=lambda one: (talk[one], one))
    if best == kind or _says_too_little(best, talk, reading) or _too_long_for(best, reading):
        return decision
    bar = _LEAST_HARM if best == "emergency" else _LIKELIEST
    heard = talk[best] >= max(bar, _AHEAD_OF * talk.get(kind, 0.0))
    return _meant(best, reading) if heard else decision


def _asks_verdict(reading: Reading, likely: Mapping[str, float]) -> bool:
    """Whether it is asked if something will hold, though a card speaks of the very thing."""
    return likely["safety"] >= _VERDICT_ASKED and bool(_WANTS_VERDICT.search(reading.text))


def kind_of(decision: Decision) -> str:
    """The kind that a decision belongs to."""
    if decision.intent in _TALK:
        return decision.intent
    if decision.intent == "knowledge":
        return "glossary" if decision.topic == "glossary" else "card"
    if decision.intent == "personal":
        return "log"
    return "card" if decision.intent == "search" else "record"


def _is_no_card(ruled: Decision, kind: str, likely: Mapping[str, float]) -> bool:
    """Whether a card is near by chance to what has nothing to do with climbing."""
    strange = likely["card"] < _CARD_AT_ALL and likely["record"] < _SURE
    return kind == "card" and ruled.intent == "out_of_domain" and strange


_PACKING = "packing"
_PACKED: tuple[tuple[Kind, str], ...] = (
    ("crag", "card:gear#outdoor-list"),
    ("gym", "card:gear#first-gym"),
)


def _packing_for(decision: Decision, reading: Reading, conditions: Conditions) -> str:
    """The card for what to bring to a place, where nothing else of it is asked; else empty."""
    if decision.intent not in {"crag_info", "gym_info"} or decision.topic:
        return ""
    asked = {*conditions.crag_fields, *conditions.gym_fields} - {"overview", "notes"}
    if asked or _PACKING not in topics_of(reading.folded, reading.lower):
        return ""
    return next((card for named, card in _PACKED if reading.of_kind(named)), "")


def _says_too_little(best: str, talk: Mapping[str, float], reading: Reading) -> bool:
    """Whether a few words lean on the turn before rather than say what is asked."""
    if len(reading.plain) > _FRAGMENT or best in _PLAIN:
        return False
    if best == "help":
        leans = "elliptic" in reading.cues and nearest(reading.folded, reading.lower).kind != "help"
        return talk[best] < _HELP_AT_LEAST or leans
    clear = talk["card"] >= _LIKELY and talk["out_of_domain"] <= _UNLIKELY
    return not (best == "card" and clear and "elliptic" not in reading.cues)


def _too_long_for(best: str, reading: Reading) -> bool:
    """Whether more is said than a greeting or thanks, and no word for either."""
    return best in {"greeting", "thanks"} - reading.cues and len(reading.plain) > SHORT


def _is_elsewhere(kind: str, reading: Reading, likely: Mapping[str, float]) -> bool:
    """Whether another sport or business is asked about, though a card or a word is near it."""
    if kind in _HARM or reading.grades or surely_named(reading):
        return False
    if ELSEWHERE not in topics_of(reading.folded, reading.lower):
        return False
    found = nearest(reading.folded, reading.lower)
    told = found.score >= _VERBATIM and found.kind != "out_of_domain"
    return likely["out_of_domain"] >= max(_ELSEWHERE, likely["card"]) and not told


def _asks_word(kind: str, reading: Reading) -> bool:
    """Whether the frame of a question asks for the climbing word in it."""
    if reading.grades or surely_named(reading):
        return False
    if asks_purpose(reading):
        return False
    bar = _SURELY_WORD if kind == "record" else _WORD
    return asks_word(reading.folded, reading.lower, reading.cues) >= bar


def _may_be(best: str, decision: Decision, reading: Reading, likely: Mapping[str, float]) -> bool:
    """Whether the likeliest kind is sure enough to be heard."""
    kind = kind_of(decision)
    if _too_long_for(best, reading):
        return False
    if kind == "safety" and best == "emergency":
        return likely[best] >= _SURE
    hidden = kind == "safety" and (best != "card" or decision.topic not in _VERDICTS)
    if hidden or (kind == "glossary" and asked_terms(reading.text)):
        return False
    if kind == "out_of_domain" and best == "card" and _of_climbing(reading, likely):
        return True
    sure, unlikely = _bar(best, decision, reading)
    held = likely.get(kind, 0.0)
    if likely[best] >= sure and held <= unlikely:
        return True
    open_to_it = best == "live" or (best == "card" and _near_a_card(reading))
    plain = (sure, unlikely) == (_SURE, _UNLIKELY)
    return plain and open_to_it and likely[best] >= _LIKELY and held <= _OPEN


def _of_climbing(reading: Reading, likely: Mapping[str, float]) -> bool:
    """Whether a question without a word of climbing is of climbing all the same."""
    if likely["card"] < _OF_CLIMBING or likely["out_of_domain"] > _STRANGE:
        return False
    found = nearest(reading.folded, reading.lower)
    ahead = found.score >= _BELOW and found.margin >= _AHEAD
    return found.kind.startswith("card:") and ahead and "elliptic" not in reading.cues


def _bar(best: str, decision: Decision, reading: Reading) -> tuple[float, float]:
    """How likely a kind must be, and how unlikely what was decided."""
    kind = kind_of(decision)
    if kind == "medical" and best == "card":
        return _ADVISED, _HARDLY_HURT
    had_a_word = kind in {"safety", "medical", "glossary"} or decision.intent == "notice"
    short = len(reading.plain) <= _FRAGMENT and best not in _PLAIN
    if had_a_word or (short and not (best == "live" and reading.names)):
        return _QUITE_SURE, _HARDLY
    if best in _HARM:
        return (_LEAST_HARM if best == "emergency" else _SURE), _DOUBTED
    return _SURE, _UNLIKELY


def _very_near(reading: Reading) -> bool:
    return nearest(reading.folded, reading.lower).score >= VERY_NEAR


def _near_a_card(reading: Reading) -> bool:
    """Whether an example of a card is clearly the nearest."""
    found = nearest(reading.folded, reading.lower)
    clear = found.score >= QUITE_NEAR and found.margin >= _CLEAR
    return found.kind.startswith("card:") and clear


def _meant(kind: str, reading: Reading) -> Decision:
    """The decision that a kind stands for."""
    if kind not in {"card", "safety"}:
        return of_kind(kind)
    head = "card:" if kind == "card" else "safety/"
    found = nearest_among(head, reading.folded, reading.lower)
    if kind == "safety":
        return of_kind(found.kind) if found.kind else Decision("safety", "safe")
    ahead = nearest(reading.folded, reading.lower).margin
    unclear = found.score < _HARDLY_NEAR and ahead < _BARELY_AHEAD
    if found.score < _NEAR or unclear or found.kind == _HELP:
        return _perhaps(reading)
    return of_kind(found.kind)


def _perhaps(reading: Reading) -> Decision:
    """Advice is asked, but no example is near: the likeliest cards, of which none is sure."""
    cards = likeliest("card:", reading.folded, reading.lower, _AT_ALL, _SEVERAL)
    slugs = [card.removeprefix("card:") for card in cards if card != _HELP]
    return Decision("knowledge", f"cards:{'+'.join(slugs)}" if slugs else "")
