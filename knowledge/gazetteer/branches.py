"""How people shorten the names of gyms: brand and branch without the words that every gym has.

「磐石攀岩館-永春店」 is called 磐石, 磐石永春, 永春店; "Rock Isle Climbing Gym Taichung" Rock Isle.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from knowledge.gazetteer.vocabulary import is_word
from knowledge.text import has_han, key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

GENERIC = (
    "室內攀岩場|運動攀岩館|攀岩體驗館|攀岩運動館|攀岩訓練館|攀岩俱樂部|綜合體能館|活動共享空間"
    "|抱石攀岩館|攀岩抱石館|攀岩中心|抱石中心|攀岩會館|攀岩空間|抱石空間|攀岩基地|抱石基地|共享空間"
    "|攀岩館|攀登館|抱石館|攀岩場|抱石場|體能館|運動館|健身房|俱樂部|攀岩牆|岩館|岩場|攀岩|抱石|館"
)
"""Words at the end of a gym's name that do not tell it from another, longest first."""
_GENERIC_END = re.compile(f"(?:{GENERIC})$")
_GENERIC_ENGLISH = re.compile(
    r"\b(?:climbing|climb|bouldering|boulder|gym|gyms|centre|center|lab|space|activity|club|studio"
    r"|wall|indoor|rock\s+climbing|fitness|sports?|branch|store)\b",
    re.IGNORECASE,
)
_BRANCH_END = re.compile(r"(?:分店|分館|店|館)$")
_PLACE_OF_ITS_OWN = re.compile(r"\S(?:運動中心|體育館|國民運動中心|百貨|商場)$")
"""A branch that is called after the house it lies in: 「X-北區運動中心」."""
_SEPARATOR = re.compile(
    r"\s*[-\u2010-\u2015－~～/／|｜]\s*(?=[\u3400-\u9fff]|[A-Za-z]?\d|\S+\s)|\s+[-–—]\s+|[()（）\[\]【】]"
)
_SCRIPTS = re.compile(
    r"[\u3400-\u9fff]+|[^\W\u3400-\u9fff](?:[^\u3400-\u9fff]*[^\W\u3400-\u9fff])?"
)
_MAX_PARTS = 5
_CUT_SHORT = re.compile(r"[\u3400-\u9fff](?:攀(?=岩)|抱(?=石))")
"""How a name of one character is cut short: 角攀 for 角攀岩館."""
_SHORTEST_BRAND = 4
"""Letters of an English brand that is none of the words that every gym has."""
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_CODE = re.compile(r"[A-Za-z]{1,3}\d{1,3}|\d{1,3}[A-Za-z]{1,2}")
"""Letters and digits that tell a branch by themselves: A8, Y17, K2."""
_ORDINAL = re.compile(r"第?[一二三四五六七八九十\d]+(?:號|号)?[店館廠]|[新舊旧本總总][店館廠]")
"""「二館」 names no gym by itself."""
_RUN_ON = re.compile(
    r"(?<=[\u3400-\u9fffA-Za-z0-9])(?P<generic>(?:室內|運動|體驗|複合式|綜合)?(?:攀岩|抱石)(?:[館場]|中心|空間|基地|會館|俱樂部)?)"
    r"(?=(?P<branch>[\u3400-\u9fffA-Za-z0-9]{1,5}(?:店|館|廠|號店)|[\u3400-\u9fff]{2,3})$)"
)
"""A generic word in the midst of a name, behind which a branch follows: X攀岩館中和店."""


@dataclass(frozen=True, slots=True)
class _Part:
    text: str
    branch: bool


def gym_forms(name: str, name_en: str, aliases: Iterable[str]) -> tuple[str, ...]:
    """Shorter forms of a gym's names, each at least two Chinese characters or three letters."""
    forms: list[str] = []
    for each in (name, *aliases):
        forms += _forms(each)
        if cut := _CUT_SHORT.match(each):
            forms.append(cut[0])
    if not has_han(name_en):
        forms += _english_forms(name_en)
    names = {key(name), key(name_en)}
    return tuple(dict.fromkeys(form for form in forms if _tells(form) and key(form) not in names))


def first_words(names: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """(id, word) of the gyms whose Latin name begins with a word that is no other: BABO."""
    told = [(id_, _SEPARATED.split(_ARTICLE.sub("", name).strip())) for id_, name in names]
    begins = [(id_, words[0]) for id_, words in told if len(words) > 1 and words[0].isascii()]
    for id_, word in begins:
        alone = {other for other, first in begins if first.lower() == word.lower()} == {id_}
        if alone and len(key(word)) >= _SHORTEST_BRAND and not is_word(key(word)):
            yield id_, word


_SEPARATED = re.compile(r"\s+")


def brands(names: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """(id, brand) of the gyms whose English names begin alike: "Nest East Gate", "Nest Harbour"."""
    told = [(id_, _ARTICLE.sub("", name).split()) for id_, name in names if not has_han(name)]
    begun: dict[tuple[str, ...], list[str]] = {}
    for id_, words in told:
        for size in range(1, len(words)):
            begun.setdefault(tuple(word.lower() for word in words[:size]), []).append(id_)
    for id_, words in told:
        for size in range(1, len(words)):
            brand = " ".join(words[:size])
            shared = len(begun[tuple(word.lower() for word in words[:size])]) > 1
            if shared and len(key(_GENERIC_ENGLISH.sub("", brand))) >= _SHORTEST_BRAND:
                yield id_, brand


def _forms(name: str) -> Iterator[str]:
    parts = list(_parts(name))[:_MAX_PARTS]
    for size in range(1, len(parts) + 1):
        for chosen in combinations(parts, size):
            if any(not part.branch for part in chosen) or _names_a_shop(chosen):
                yield from _joined(chosen)


def _parts(name: str) -> Iterator[_Part]:
    first, *rest = _SEPARATOR.sub("\n", _apart(name)).split("\n")
    for text in _SCRIPTS.findall(first):
        if not _GENERIC_END.fullmatch(text):
            yield _Part(text, branch=False)
    for text in (text for piece in rest for text in _SCRIPTS.findall(piece)):
        generic = _GENERIC_END.search(text)
        if generic is None or generic.start() > 0:
            yield _Part(text, branch=generic is None or len(generic[0]) == 1)


def _apart(name: str) -> str:
    """The name with a line break where a branch stands right behind a generic word."""
    match = _RUN_ON.search(name)
    if match is None or _GENERIC_END.fullmatch(name[match.end() :]):
        return name
    return f"{name[: match.end()]}\n{name[match.end() :]}"


def _names_a_shop(chosen: tuple[_Part, ...]) -> bool:
    text = chosen[0].text
    told = bool(_BRANCH_END.search(text)) and not _ORDINAL.fullmatch(text)
    told = told or bool(_CODE.fullmatch(text) or _PLACE_OF_ITS_OWN.search(text))
    return len(chosen) == 1 and told


def _joined(chosen: tuple[_Part, ...]) -> Iterator[str]:
    """The parts in a row, each whole or without its generic end."""
    alone = len(chosen) == 1
    options = [_stripped(part.text, branch=part.branch, alone=alone) for part in chosen]
    if alone:
        only = options[0]
        yield from (only[:1] if chosen[0].branch else only)
        return
    yield " ".join(option[0] for option in options)
    yield " ".join(option[-1] for option in options)
    yield " ".join([options[0][-1], *(option[0] for option in options[1:])])
    yield options[-1][-1] + " " + options[0][-1]


def _stripped(text: str, *, branch: bool, alone: bool) -> tuple[str, ...]:
    """The text, then what is left of it without generic endings, as far as that still tells."""
    forms = [text]
    pattern = _BRANCH_END if branch else _GENERIC_END
    short = pattern.sub("", text)
    while short and short != forms[-1] and (_tells(short) or not alone):
        forms.append(short)
        # 「新店店」 is the branch of 新店
        short = short if branch else pattern.sub("", short)
    return tuple(forms)


def _english_forms(name_en: str) -> Iterator[str]:
    pieces = [piece.strip(" -–") for piece in _GENERIC_ENGLISH.sub("\n", name_en).split("\n")]
    kept = [piece for piece in pieces if piece]
    yield " ".join(kept)
    if not kept:
        return
    yield kept[0]
    yield re.sub(r"^the\s+", "", kept[0], flags=re.IGNORECASE)
    words = kept[0].split()
    if len(kept) == 1 and len(words) > 2:
        yield " ".join(words[:-1])
        yield re.sub(r"^the\s+", "", " ".join(words[:-1]), flags=re.IGNORECASE)


def _tells(form: str) -> bool:
    form_key = key(form)
    short = has_han(form_key) or any(sign.isdigit() for sign in form_key)
    return len(form_key) >= (2 if short else 3)
