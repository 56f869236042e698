"""Buttons under an answer: more routes, votes, mistakes; they outlive the process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.discord.simulated import button, buttons, press

if TYPE_CHECKING:
    import simcord
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle

    from bot.discord.services import Services


async def test_a_recommendation_shows_cards_and_every_button(
    alice: MemberActor, channel: ChannelHandle
) -> None:
    result = await alice.slash(channel, "recommend", crag="霧鳴岬", grade="5.10")
    assert result.response is not None

    embeds = result.response.embeds
    assert 1 <= len(embeds) <= 3
    for embed in embeds:
        assert embed.title
        assert embed.title.startswith("🧗 ")
        names = [field.name for field in embed.fields]
        assert names == ["難度", "型態", "📍 位置", "🔩 裝備・固定點", "👉 推薦原因", "⚠️ 注意"]
        assert embed.footer.text
        assert "更新 2026" in embed.footer.text
    assert "現場判斷優先" in str(embeds[-1].footer.text)
    # SimCord's people are English; the button's language is the answer's
    assert list(buttons(result.response).values()) == [
        "加入想爬",
        "記一筆",
        "換一批",
        "回報錯誤",
        "👍",
        "👎",
    ]


async def test_other_routes_come_batch_by_batch(alice: MemberActor, channel: ChannelHandle) -> None:
    result = await alice.slash(channel, "recommend", crag="霧鳴岬")
    shown: set[str] = set()
    for _ in range(3):
        assert result.response is not None
        titles = {str(embed.title) for embed in result.response.embeds}
        assert titles
        assert not titles & shown
        shown |= titles
        more = button(result.response, "yy:more")
        result = await alice.click(result.response.message, custom_id=more)
    assert len(shown) == 9


async def test_buttons_work_after_a_restart(
    env: simcord.Env, alice: MemberActor, channel: ChannelHandle, services: Services
) -> None:
    from bot.discord.client import YanyouBot  # noqa: PLC0415

    result = await alice.slash(channel, "recommend", crag="霧鳴岬")
    assert result.response is not None
    first = {str(embed.title) for embed in result.response.embeds}
    await env.restart_bot(YanyouBot(services))

    up = await press(alice, result, "yy:vote:up")
    more = await press(alice, result, "yy:more")

    assert up.acknowledged
    assert more.response is not None
    assert not first & {str(embed.title) for embed in more.response.embeds}


async def test_the_last_vote_of_each_person_counts(
    env: simcord.Env, alice: MemberActor, channel: ChannelHandle, services: Services
) -> None:
    bob = env.guild.add_member(env.create_user("bob"))
    result = await alice.slash(channel, "route", name="灰鯨")
    assert result.response is not None
    message = result.response.message

    await alice.click(message, custom_id="yy:vote:up")
    down = await alice.click(message, custom_id="yy:vote:down")
    await bob.click(message, custom_id="yy:vote:up")

    assert down.modal is not None
    votes = await services.state.run(lambda state: state.votes_on(str(message.id)))
    assert votes == {str(alice.id): -1, str(bob.id): 1}


async def test_a_vote_against_may_say_why(
    alice: MemberActor, channel: ChannelHandle, services: Services
) -> None:
    result = await alice.slash(channel, "route", name="灰鯨")
    down = await press(alice, result, "yy:vote:down")

    thanks = await alice.submit_modal(down, {"reason": "長度不對"})

    assert thanks.ephemeral
    assert await services.state.run(lambda state: state.votes()) == (0, 1)


async def test_a_mistake_is_reported_with_its_route(
    env: simcord.Env, alice: MemberActor, channel: ChannelHandle, services: Services
) -> None:
    result = await alice.slash(channel, "route", name="灰鯨")
    form = await press(alice, result, "yy:report")

    thanks = await alice.submit_modal(form, {"text": "首攀不是黃岸"})

    guild = str(env.guild.id)
    reports = await services.state.run(lambda state: state.reports(guild))
    assert thanks.ephemeral
    assert [(one.about, one.text) for one in reports] == [("WM-WHALE-BACK-302", "首攀不是黃岸")]
