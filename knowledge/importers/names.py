"""A route's title taken apart: the name, the other names in parentheses, the pitch.

「名稱 (舊：別的) | P2」 → name 「名稱」, old name 「別的」, pitch ``P2``. What a parenthesis holds
decides: a marked or foreign name is another name, a note (延伸, 未收錄, 5.10a …) stays in the name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.text import has_han, key

_PARENTHESES = re.compile(r"[(（]([^()（）]*)[)）]")
_PITCH = re.compile(
    r"\s*[|｜]\s*P(?:itch)?\s*(\d{1,2})\s*([^|｜()（）]{0,8}?)\s*(?=$|[(（])", re.IGNORECASE
)
_PITCH_LAST = re.compile(r"(?<=\S)\s+P(\d{1,2})$")
_PITCH_ALONE = re.compile(
    r"\s*(?:P(?:itch)?\s*(\d{1,2})|第\s*(\d{1,2})\s*(?:繩距|段))\s*", re.IGNORECASE
)

_OLD = r"舊名|舊稱|舊|原名|原稱|原|前名|formerly|old name|old|ex"
_OTHER = r"又名|又稱|別名|亦稱|也叫|簡稱|暱稱|俗稱|aka|a\.k\.a\.?|alias"
_MARKED = re.compile(
    rf"\s*(?:(?P<old>{_OLD})|(?P<other>{_OTHER}))\s*[:：是為 ]\s*(?P<names>.+)", re.IGNORECASE
)
_BARE_MARKED = re.compile(
    r"\s*(?:(?P<old>舊名|舊稱|原名|原稱|前名)|(?P<other>又名|又稱|別名|亦稱|也叫|俗稱))(?P<names>.+)"
)
_IN_PROSE = re.compile(
    r"(?:(?P<old>舊名|原名|舊稱|原稱)|(?P<other>又名|又稱|別名|\baka\b))\s*[:：為是]?\s*"
    r"[「『<＜《〈\"“](?P<names>[^」』>＞》〉\"”]{1,40})[」』>＞》〉\"”]",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"\s*[、，,;；/／]\s*")

_GRADE = re.compile(r"\s*(?:5\.\d|V\d|VB|\d{1,2}[abcd]\b|F\d)", re.IGNORECASE)
_VARIATION = re.compile(
    r"版|延伸|變化|直上|起攀|[坐站蹲跳]起|低起|高起|下半|上半|左|右|[上下]段|\b(?:var|variation|ext|extension|direct|left|right"
    r"|start|finish|link|sds)\b|^\s*(?:sit|stand|ss)\s*$",
    re.IGNORECASE,
)
_STATUS = re.compile(
    r"完攀|收錄|待確認|待查|未命名|未定|未開放|封閉|計[畫劃]|上方架繩|傳攀|運攀|傳統|運動|抱石|測試|舊|新"
    r"|^\s*(?:open\s*)?(?:project|proj)\s*$|\b(?:unlisted|unknown|unnamed|closed|tr|ftra|trad|sport|boulder|mixed"
    r"|toprope|top rope|fa)\b|\?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Title:
    """What a title says."""

    name: str
    pitch: str = ""
    aliases: tuple[str, ...] = ()
    old_names: tuple[str, ...] = ()


def parse_title(title: str) -> Title:
    """The parts of a title; the name is never empty unless the title is."""
    rest, pitch = _take_pitch(title)
    aliases: list[str] = []
    old_names: list[str] = []
    for match in _PARENTHESES.finditer(rest):
        content = match[1].strip()
        kind, names = _classify(content)
        if kind == "pitch" and not pitch:
            pitch = names[0]
        if kind == "old":
            old_names += names
        elif kind == "alias":
            aliases += names
        elif kind == "status":
            aliases.append(_without(rest, match))
            continue
        elif kind == "note":
            # a variation keeps its note and is found by the plain name too
            aliases.append(_without(rest, match))
            continue
        rest = _blanked(rest, match)
    name = " ".join(rest.split()) or title.strip()
    return Title(name, pitch, _others(aliases, name), _others(old_names, name))


def parse_place_name(name: str) -> Title:
    """The parts of a place's name: only marked other names leave it, a branch does not."""
    aliases: list[str] = []
    old_names: list[str] = []
    rest = name
    for match in _PARENTHESES.finditer(name):
        kind, names = _marked_names(match[1].strip())
        if kind:
            (old_names if kind == "old" else aliases).extend(names)
            rest = _blanked(rest, match)
    tidy = " ".join(rest.split()) or name.strip()
    return Title(tidy, "", _others(aliases, tidy), _others(old_names, tidy))


def two_names(name: str, name_en: str) -> tuple[str, str]:
    """The Chinese and the English name, whichever field each stands in."""
    swapped = name_en and has_han(name_en) and name and not has_han(name)
    return (name_en, name) if swapped else (name, name_en)


def names_in_prose(prose: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Other names and old names that a description gives in quotes: 舊名「…」, aka「…」."""
    aliases: list[str] = []
    old_names: list[str] = []
    for match in _IN_PROSE.finditer(prose):
        (old_names if match["old"] else aliases).append(match["names"].strip())
    return tuple(aliases), tuple(old_names)


def _take_pitch(title: str) -> tuple[str, str]:
    match = _PITCH.search(title)
    if match:
        rest = f"{title[: match.start()]} {title[match.end() :]}".strip()
        return rest, f"P{int(match[1])} {match[2]}".strip()
    last = _PITCH_LAST.search(title)
    if last:
        return title[: last.start()], f"P{int(last[1])}"
    return title, ""


def _classify(content: str) -> tuple[str, list[str]]:
    pitch = _PITCH_ALONE.fullmatch(content)
    if pitch:
        return "pitch", [f"P{int(pitch[1] or pitch[2])}"]
    kind, names = _marked_names(content)
    if kind:
        return kind, names
    if _VARIATION.search(content) or not key(content):
        return "note", []
    if _GRADE.match(content) or _STATUS.search(content) or not _is_a_name(content):
        return "status", []
    return "alias", [content]


def _marked_names(content: str) -> tuple[str, list[str]]:
    """``old`` or ``alias`` and the names, when the words say so (「舊：…」); else nothing."""
    marked = _MARKED.fullmatch(content) or _BARE_MARKED.fullmatch(content)
    if not marked:
        return "", []
    names = [name for name in _SEPARATORS.split(marked["names"].strip()) if name]
    return ("old" if marked["old"] else "alias"), names


def _is_a_name(content: str) -> bool:
    if has_han(content):
        return len(key(content)) > 1
    return len(re.findall(r"[A-Za-zÀ-ɏ]", content)) >= 3


def _without(text: str, match: re.Match[str]) -> str:
    return " ".join(_PARENTHESES.sub(" ", text).split()) or match.string


def _blanked(text: str, match: re.Match[str]) -> str:
    # same length, so that the offsets of the following matches stay right
    return text[: match.start()] + " " * len(match[0]) + text[match.end() :]


def _others(names: list[str], name: str) -> tuple[str, ...]:
    own = key(name)
    return tuple(dict.fromkeys(other for other in names if key(other) and key(other) != own))
