"""What may stand in quotation marks, and guards that took right words for wrong ones."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from bot.assistant import Assistant
from bot.voice.language.plain import plain
from bot.voice.ordinary.quoted import foreign_quotes, unquoted
from tests.bot.voice_cases import objections_of, open_world_of

if TYPE_CHECKING:
    from collections.abc import Iterator

HELP = "我不知道可以問你什麼"
PARTNER = "週六徵石螢谷繩伴一名，有人嗎"
FACILITIES = "岩嶼攀岩館-台中店有什麼設施"
CONVERT = "抱石 V6 大概是 楓丹白露 的多少"
ECHO = "給我「迴聲」的 info"
ADDRESS = "岩嶼攀岩館-台中店是在哪一區"
DATED = "岩嶼攀岩館-台南店 11/23 的營業時間"
FIRST = "霧笛和擱淺的船分別是誰首攀的"
KNOWN = "石螢谷最長的路線是哪條？「第一盞燈」幾級？關於怎麼爬的資訊。說 “yes” 就刪。"


@pytest.fixture(scope="module")
def assistant() -> Iterator[Assistant]:
    with ExitStack() as stack:
        yield Assistant(stack.enter_context(open_world_of("demo")))


@pytest.mark.parametrize(
    "said",
    [
        "像是「石螢谷最長的是哪條」都能問。",
        "「第一盞燈幾級」這種。",
        "就是「這條怎麼爬」的情報。",
        "「石螢谷有哪些路線？」也行。",
        "按「記一筆」就好。",
    ],
)
def test_a_question_about_what_is_known_may_be_quoted(said: str) -> None:
    assert list(foreign_quotes(said, KNOWN)) == []


@pytest.mark.parametrize(
    "said",
    [
        "像是「天空之城最長的是哪條」都能問。",
        "資料寫「這條很安全」。",
        "「5.13d 的路線有哪些」也行。",
        "大家叫它「石頭人」。",
        "「天空之城」幾級？",
    ],
)
def test_what_nobody_said_may_not(said: str) -> None:
    assert list(foreign_quotes(said, KNOWN))


def test_marks_around_a_name_stay_and_others_go() -> None:
    said = "「第一盞燈」可以問「石螢谷最長的是哪條」，“Yes” 就刪，「天空之城」沒有。"
    left = "「第一盞燈」可以問石螢谷最長的是哪條，Yes 就刪，「天空之城」沒有。"
    assert unquoted(said, KNOWN) == left


@pytest.mark.parametrize(
    ("question", "said", "guard"),
    [
        (HELP, "像是「石螢谷最長的是哪條」都可以問。", "figures"),
        (PARTNER, "週六的伴，我找不到人給你，揪團頻道問問看喔。", "foreign_denials"),
        (FACILITIES, "有 lead、top rope、auto belay。", "wrong_types"),
        (CONVERT, "抱石 V6 差不多就是 Font 的 6C+/7A 啦。", "wrong_types"),
        (ECHO, "霧鳴岬那條算廊道入口的熱身線。", "near_names"),
        (ADDRESS, "門牌是示範一街一○一號。", "house_rules"),
        (DATED, "11 月 23 日是禮拜一，公休。", "figures"),
        (FIRST, "許汐首攀了「霧笛」，陳霧山首攀了「擱淺的船」。", "misplaced_people"),
        (FIRST, "「霧笛」是許汐，「擱淺的船」是陳霧山。", "misplaced_people"),
    ],
)
def test_right_words_meet_no_veto(
    assistant: Assistant, question: str, said: str, guard: str
) -> None:
    assert objections_of(assistant, question, said, {guard}) == []


@pytest.mark.parametrize(
    ("question", "said", "guard"),
    [
        (HELP, "像是「天空之城最長的是哪條」都可以問。", "foreign_quotes"),
        (PARTNER, "石螢谷週六封閉，去不了。", "foreign_denials"),
        (FACILITIES, "有 lead、傳攀、auto belay。", "wrong_types"),
        (CONVERT, "V6 是傳攀的級數。", "wrong_types"),
        (ECHO, "一條在霧鳴岬的石廊。", "near_names"),
        (ADDRESS, "門牌是示範一街○○。", "house_rules"),
        (DATED, "11 月 24 日公休。", "figures"),
        (FIRST, "陳霧山首攀了「霧笛」，許汐首攀了「擱淺的船」。", "misplaced_people"),
        (FIRST, "「霧笛」是陳霧山，「擱淺的船」是許汐。", "misplaced_people"),
    ],
)
def test_wrong_ones_beside_them_do(
    assistant: Assistant, question: str, said: str, guard: str
) -> None:
    assert objections_of(assistant, question, said, {guard})


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("示範一街一○一號", "示範一街101號"),
        ("三○五室", "305室"),
        ("二五○元", "250元"),
        ("二○二五年", "2025年"),
        ("一百○五號", "105號"),
        ("○ 是圈", "○ 是圈"),
        ("一二號", "一二號"),
    ],
)
def test_a_circle_among_numbers_is_a_zero(said: str, read: str) -> None:
    assert plain(said) == read
