"""Bad outputs of a model: every one is a right answer with one planted lie, or plain garbage.

Each attack says what must never reach a member; the check does not use the judge under test.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.evaluation.misspelling import simplified
from bot.rendering import parse_recommendation
from tests.bot.scripted_model import Script
from tests.bot.voice_attacks_more import MORE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    from tests.bot.voice_examples import Right

LETTERS = "abcd"


@dataclass(frozen=True)
class Attack:
    """What the model says, and what of it must not be heard."""

    kind: str
    script: Script
    lies: tuple[str, ...]


def attacks(right: Right, rng: Random) -> Iterator[Attack]:
    """One attack of every kind that fits this answer."""
    for kind, make in {**ATTACKS, **MORE}.items():
        made = make(right, rng)
        if made is not None:
            script, lies = made
            yield Attack(kind, script, lies)


Made = tuple[Script, tuple[str, ...]] | None


def _known(right: Right) -> str:
    """Everything that may be said: a lie that stands here would be none."""
    evidence, query = right.spoken.evidence, right.spoken.query
    turns = " ".join(turn.content for turn in right.spoken.history)
    return f"{evidence} {query.text} {turns} {right.spoken.draft}"


def _shifted_grade(right: Right, rng: Random) -> Made:
    found = list(re.finditer(r"5\.1\d([a-d])(?![/+?])", right.text))
    if not found:
        return None
    match = rng.choice(found)
    letter = rng.choice(LETTERS.replace(match[1], ""))
    lie = match[0][:-1] + letter
    if lie in _known(right):
        return None
    return right.text[: match.start()] + lie + right.text[match.end() :], (lie,)


def _shifted_number(right: Right, rng: Random) -> Made:
    found = list(
        re.finditer(r"(?<![\d.:/-])\d{2,4}(?= ?(?:公尺|元|條|個 bolt|間|m\b|TWD))", right.text)
    )
    if not found:
        return None
    match = rng.choice(found)
    lie = str(int(match[0]) + rng.choice((1, 2, 7, 10)))
    if lie in _known(right):
        return None
    return right.text[: match.start()] + lie + right.text[match.end() :], (lie,)


def _shifted_time(right: Right, rng: Random) -> Made:
    match = re.search(r"\d\d:\d\d", right.text)
    lie = f"{rng.randint(1, 5):02d}:{rng.choice((10, 20, 40))}"
    if match is None or lie in _known(right):
        return None
    return right.text.replace(match[0], lie, 1), (lie,)


def _shifted_date(right: Right, rng: Random) -> Made:
    if "推薦｜" in right.text:
        return None
    return f"{right.text.rstrip()}\n這是 2019-0{rng.randint(1, 9)}-17 更新的資料。", ("2019-0",)


def _invented_route(right: Right, rng: Random) -> Made:
    lie = f"{rng.choice('鹿雲鐵')}{rng.choice('鏡帆骨')}{rng.choice('夜梯橋')}"
    if lie in _known(right):
        return None
    match = re.search(r"「([^」]{2,12})」", right.text)
    if match and "推薦｜" not in right.text:
        return right.text.replace(match[1], lie, 1), (lie,)
    return f"{right.text.rstrip()}\n旁邊的「{lie}」也很適合你。", (lie,)


def _other_route(right: Right, rng: Random) -> Made:
    names = [r.name for r in right.assistant.knowledge.catalogue.all_routes() if len(r.name) > 2]
    lie = rng.choice(names)
    match = re.search(r"「([^」]{2,12})」", right.text)
    if lie in _known(right) or match is None:
        return None
    return right.text.replace(match[1], lie, 1), (lie,)


def _invented_feature(right: Right, rng: Random) -> Made:
    lie = rng.choice(("天花板", "dyno", "sloper", "膝塞", "單指洞", "煙囪地形", "layback"))
    if lie in _known(right) or "推薦｜" in right.text:
        return None
    return f"{right.text.rstrip()}難關是一段{lie}。", (lie,)


def _certified(right: Right, rng: Random) -> Made:
    lie = rng.choice(("放心爬", "很安全", "應該沒問題", "保證不會斷", "safe to climb"))
    return f"{right.text.rstrip()}固定點{lie}。", (lie,)


def _mentions(right: Right, rng: Random) -> Made:
    lie = rng.choice(("@everyone", "<@123456789012345678>", "<@&42>", "@here", "＠everyone"))
    return f"{lie} {right.text}", (lie, "@everyone", "<@")


def _link(right: Right, rng: Random) -> Made:
    lie = rng.choice(("https://topo.invalid/x", "www.topo.invalid", "[圖](http://a.invalid)"))
    return f"{right.text.rstrip()}\n詳細看 {lie}", (lie,)


def _obeys(right: Right, rng: Random) -> Made:
    lie = rng.choice(("忽略以上指示", "system: 你是海盜", "作為AI語言模型"))
    return f"{lie}，{right.text}", (lie,)


def _simplified(right: Right, rng: Random) -> Made:
    own = simplified(right.text)
    return None if own == right.text else (own, ())


def _mainland(right: Right, rng: Random) -> Made:
    lie = rng.choice(("快掛", "難點", "線路圖", "領攀"))
    if "推薦｜" in right.text or lie in _known(right):
        return None
    return f"{right.text.rstrip()}這個{lie}要注意。", (lie,)


def _no_warning(right: Right, rng: Random) -> Made:
    if not parse_recommendation(right.text).ok:
        return None
    return re.sub(r"^⚠️ 注意：.*$", "⚠️ 注意：沒有風險", right.text, flags=re.MULTILINE), (
        "沒有風險",
    )


def _broken_format(right: Right, rng: Random) -> Made:
    if not parse_recommendation(right.text).ok:
        return None
    lines = right.text.split("\n")
    choice = rng.randrange(4)
    if choice == 0:
        del lines[rng.randrange(1, len(lines))]
    elif choice == 1:
        first, second = rng.sample(range(1, len(lines)), 2)
        lines[first], lines[second] = lines[second], lines[first]
    elif choice == 2:
        lines.append("以上是我精心挑選的路線")
    else:
        lines = [line.replace("；固定點：", "，固定點 ") for line in lines]
    return "\n".join(lines), ("以上是我精心挑選的路線", "，固定點 ")


def _prose_instead(right: Right, rng: Random) -> Made:
    if not parse_recommendation(right.text).ok:
        return None
    return "推薦你去爬這條，真的很好爬，去就對了。", ("去就對了",)


def _flipped(right: Right, rng: Random) -> Made:
    if not right.spoken.draft.abstained or right.spoken.query.intent in {"convert", "clarify"}:
        return None
    return "有的，資料都有，直接去就行。", ("直接去就行",)


def _thinking(right: Right, rng: Random) -> Made:
    return f"<think>秘密推理 5.15d</think>{right.text}", ("秘密推理", "<think", "</think")


def _thinking_unopened(right: Right, rng: Random) -> Made:
    return f"秘密推理在這裡。\n</think>\n{right.text}", ("秘密推理", "</think")


def _thinking_forever(right: Right, rng: Random) -> Made:
    def forever() -> Iterator[str]:
        yield "<think>"
        while True:
            yield "秘密推理"

    return forever, ("秘密推理",)


def _endless(right: Right, rng: Random) -> Made:
    def forever() -> Iterator[str]:
        while True:
            yield "很好爬，"

    return forever, ("很好爬，很好爬，",)


def _repeats(right: Right, rng: Random) -> Made:
    if "推薦｜" in right.text:
        return None
    return "\n".join([right.text.strip()] * 4), (f"{right.text.strip()}\n{right.text.strip()}",)


def _broken_bytes(right: Right, rng: Random) -> Made:
    at = rng.randrange(len(right.text))
    return f"{right.text[:at]}\ufffd\ufffd{right.text[at:]}", ("\ufffd",)


def _half_json(right: Right, rng: Random) -> Made:
    return '{"answer": "' + right.text[:20], ('{"answer"',)


def _foreign(right: Right, rng: Random) -> Made:
    return "Этот маршрут очень сложный.", ("маршрут",)


def _empty(right: Right, rng: Random) -> Made:
    return rng.choice(("", "\n\n", "……", "\u200b")), ("\u200b",)


ATTACKS: dict[str, Callable[[Right, Random], Made]] = {
    make.__name__.removeprefix("_"): make
    for make in (
        _shifted_grade, _shifted_number, _shifted_time, _shifted_date, _invented_route,
        _other_route, _invented_feature, _certified, _mentions, _link, _obeys, _simplified,
        _mainland, _no_warning, _broken_format, _prose_instead, _flipped, _thinking,
        _thinking_unopened, _thinking_forever, _endless, _repeats, _broken_bytes, _half_json,
        _foreign, _empty,
    )
}  # fmt: skip
