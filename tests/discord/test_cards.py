"""Cards: views of what an answer says, within Discord's limits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.discord.cards import TOTAL, recommendation_cards, text_card
from bot.discord.markup import unescape
from bot.discord.replies import compose
from bot.rendering import ParsedRecommendation, RouteBlock, format_recommendation
from tests.bot.demo_questions import all_questions
from tests.discord.conftest import NOW
from tests.discord.loopback.rules import check_message
from tests.discord.simulated import words

if TYPE_CHECKING:
    from bot.discord.services import Services


def block(**values: str) -> RouteBlock:
    known = {
        "name": "灰鯨",
        "grade": "5.10a",
        "type": "運攀",
        "length": "28m",
        "place": "霧鳴岬›鯨背",
        "gear": "8 個 bolt",
        "anchor": "雙 Bolt 吊環",
        "descent": "未記載",
        "character": "長斜板",
        "reason": "難度 5.10a",
        "caution": "資料未列風險，不代表安全",
        "source": "岩友示範資料",
        "updated": "2026-03-15",
    }
    return RouteBlock(**{**known, **values})  # type: ignore[arg-type]


def test_a_recommendation_is_a_view_of_its_parsed_text() -> None:
    parsed = ParsedRecommendation(
        "霧鳴岬", "5.10a", "資料 2026-03-15", (block(), block(name="右手"))
    )
    text = f"只有 2 條。\n{format_recommendation(parsed)}\n第一次先鋒請找教練。"

    found = recommendation_cards(text)

    assert found is not None
    before, cards, after = found
    assert before == ("只有 2 條。", "為你推薦｜霧鳴岬・5.10a・資料 2026-03-15")
    assert after == ("第一次先鋒請找教練。",)
    told = "\n".join(words_of(card) for card in cards)
    for value in ("灰鯨", "右手", "霧鳴岬›鯨背", "雙 Bolt 吊環", "資料未列風險，不代表安全"):
        assert value in told
    assert str(cards[-1].footer.text).endswith(parsed.footer)


def test_a_text_that_breaks_the_format_is_no_card() -> None:
    parsed = ParsedRecommendation("霧鳴岬", "5.10a", "資料 2026-03-15", (block(),))
    text = format_recommendation(parsed).replace("⚠️ 注意", "注意")

    assert recommendation_cards(text) is None


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="岩石*_|`a", min_size=1, max_size=3000))
def test_no_card_is_too_large_for_discord(character: str) -> None:
    value = " ".join(character.replace("｜", "").split()) or "岩"
    parsed = ParsedRecommendation(
        "霧鳴岬",
        "5.10a",
        "資料 2026-03-15",
        tuple(block(caution=value, reason=value) for _ in "123"),
    )
    found = recommendation_cards(format_recommendation(parsed))

    if found is not None:
        embeds = [card.to_dict() for card in found[1]]
        check_message({"embeds": embeds}, files=0)
        assert sum(map(len, found[1])) <= TOTAL


def test_every_answer_makes_messages_that_discord_takes_and_loses_no_line(
    services: Services,
) -> None:
    asked = all_questions(services.brain.knowledge.catalogue)
    for question in asked[::4]:
        answer = services.brain.answer(question, NOW)

        parts = compose(answer)

        assert parts
        told = ""
        for part in parts:
            embeds = [embed.to_dict() for embed in part.embeds]
            check_message({"content": part.content, "embeds": embeds}, files=0)
            told += words(part)
        shown = squeezed(unescape(told))
        for piece in re.split(r"[｜：\n]|\| ", answer.text):
            value = piece.removeprefix("「").partition("」的")[2] or piece
            assert squeezed(value) in shown, (question, piece)


def squeezed(text: str) -> str:
    """Letters and digits only."""
    return "".join(character for character in text if character.isalnum())


def words_of(card: object) -> str:
    return words(type("Message", (), {"content": "", "embeds": [card]})())


def test_a_plain_answer_is_no_card() -> None:
    assert text_card("「灰鯨」資料上的難度是 5.10a。") is None
    assert text_card("") is None
    assert text_card("🧗 灰鯨｜5.10a\n🧗 右手｜5.10a") is None


def test_opening_hours_are_not_taken_for_labels() -> None:
    card = text_card("🏢 岩館｜抱石\n・週二到週五 14:00-17:00\n・地址：台南")

    assert card is not None
    assert card.title == "🏢 岩館"
    assert "・週二到週五 14:00-17:00" in str(card.description)
    assert "**地址**　台南" in str(card.description)
