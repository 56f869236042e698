"""Pasted posts of invented gyms and crags become drafts; what is not sure is asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.announcements import MAX_CHARS, draft_notice
from knowledge.schema import Hours
from tests.bot.hostile_texts import FORMATS, MENTIONS, PROMPTS, SQL
from tests.bot.noticed import FLOATING, FRIDAY, GREY_WHALE, TAICHUNG, TAINAN, TIDE_GATE, on

if TYPE_CHECKING:
    from knowledge.knowledge_base import KnowledgeBase

VALLEY = "stone-firefly-valley"
SHUT: Hours = ()


def ny(month: int, day: int) -> date:
    return on(month, day, 2027)


def span(opens: str, closes: str) -> Hours:
    return ((opens, closes),)


@dataclass(frozen=True)
class Case:
    """A post and what a careful reader makes of it."""

    post: str
    kind: str | None
    about: str
    first: date | None = None
    last: date | None = None
    hours: dict[date, Hours] = field(default_factory=dict)
    walls: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    """Beginnings of words that the questions must hold; no question at all when empty."""


CASES = {
    "reset with walls and emoji": Case(
        "🧗‍♀️【岩嶼攀岩館台中店 換線公告】🧗\n11/25（三）B牆、C牆換線\n"
        "換線期間暫停使用🙏\n#岩嶼 #換線",
        "reset", TAICHUNG, on(11, 25), walls=("B 牆", "C 牆"),
    ),
    "weekday in another week": Case(
        "浮島抱石館本週三(11/25)換線：全館", "reset", FLOATING, on(11, 25), asks=("本週三 11/25",),
    ),
    "reset without a day": Case(
        "浮島A牆換線完成！新線上牆囉～\n發布日期：2026/11/18",
        "reset", FLOATING, walls=("A 牆",), asks=("哪一天換線",),
    ),
    "reset without walls": Case(
        "浮島抱石館 12/2（三）換線", "reset", FLOATING, on(12, 2), asks=("換了哪幾面牆",),
    ),
    "named walls": Case(
        "浮島抱石館 斜板牆、大屋簷區 12/2（三）換線，當天該區不開放",
        "reset", FLOATING, on(12, 2), walls=("斜板牆", "大屋簷區"),
    ),
    "english reset": Case(
        "Floating Island Bouldering\nnew set on 12/2: A, B wall",
        "reset", FLOATING, on(12, 2), walls=("A 牆", "B 牆"),
    ),
    "closure of some days": Case(
        "‼️台南店整修公告‼️\n岩嶼攀岩館台南店將於 12/7(一)-12/9(三) 進行地墊更換\n全館公休三天\n"
        "12/10(四) 恢復正常營業",
        "closure", TAINAN, on(12, 7), on(12, 9),
    ),
    "closure without an end": Case(
        "浮島抱石館自12/1起停業整修", "closure", FLOATING, on(12, 1), asks=("到什麼時候",),
    ),
    "closure without a day": Case(
        "浮島抱石館裝修停業中，重新開幕時間另行公告", "closure", FLOATING, asks=("沒有寫日期",),
    ),
    "closure of a wall": Case(
        "岩嶼台中店 B 牆整修 11/23-11/27 封閉", "closure", TAICHUNG, on(11, 23), on(11, 27),
        walls=("B 牆",),
    ),
    "a car park is no gym": Case(
        "岩嶼台中店 地下停車場整修 12/1-12/15，請改停路邊", None, TAICHUNG, on(12, 1), on(12, 15),
        asks=("部分設施",),
    ),
    "area of a crag": Case(
        "霧鳴岬 潮門區封閉公告\n遊隼育雛，即日起至 2027/2/28 封閉，請勿攀登",
        "closure", TIDE_GATE, FRIDAY, ny(2, 28),
    ),
    "years of the republic": Case(
        "石螢谷自 115/12/1 到 116/2/28 全區封閉", "closure", VALLEY, on(12, 1), ny(2, 28),
    ),
    "reopening": Case(
        "霧鳴岬燈塔之下區重新開放！感謝大家配合", "access", "wuming-cape/under-the-lighthouse",
    ),
    "permits": Case(
        "【公告】石螢谷入園申請異動\n自民國116年1月1日起，進入石螢谷需事先申請",
        "access", VALLEY, ny(1, 1),
    ),
    "loose bolt": Case("灰鯨第二支 bolt 鬆動，請大家先不要爬", "hardware", GREY_WHALE),
    "lunar new year table": Case(
        "浮島抱石館 2027 春節營業時間🧨\n2/5（五）除夕 公休\n2/6（六）初一 公休\n"
        "2/7（日）初二 14:00-20:00\n"
        "2/8-2/10 10:00~22:00\n2/11 起正常營業",
        "hours", FLOATING, ny(2, 5), ny(2, 10),
        {
            ny(2, 5): SHUT, ny(2, 6): SHUT, ny(2, 7): span("14:00", "20:00"),
            **{ny(2, day): span("10:00", "22:00") for day in (8, 9, 10)},
        },
    ),
    "festival names": Case(
        "岩嶼台中店過年營業時間\n除夕 10:00-16:00\n初一～初三 公休\n初四起 正常營業",
        "hours", TAICHUNG, ny(2, 5), ny(2, 8),
        {ny(2, 5): span("10:00", "16:00"), **{ny(2, day): SHUT for day in (6, 7, 8)}},
    ),
    "over midnight": Case(
        "岩嶼台中店跨年營業時間\n12/31 12:00-01:00\n1/1 公休",
        "hours", TAICHUNG, on(12, 31), ny(1, 1),
        {on(12, 31): span("12:00", "01:00"), ny(1, 1): SHUT},
    ),
    "days on one line, hours on the next": Case(
        "岩嶼台南店\n12/5(六)\n10:00-18:00\n12/6(日)\n公休", "hours", TAINAN, on(12, 5), on(12, 6),
        {on(12, 5): span("10:00", "18:00"), on(12, 6): SHUT},
    ),
    "icons before days and hours": Case(
        "【營業異動】岩嶼攀岩館-台南店\n📅11月30日（一）～12月2日（三）\n⏰18:00-22:30",
        "hours", TAINAN, on(11, 30), on(12, 2),
        {
            on(11, 30): span("18:00", "22:30"), on(12, 1): span("18:00", "22:30"),
            on(12, 2): span("18:00", "22:30"),
        },
    ),
    "two days of one line with hours of their own": Case(
        "浮島抱石館 12/24 公休、12/25 10:00-18:00", "hours", FLOATING, on(12, 24), on(12, 25),
        {on(12, 24): SHUT, on(12, 25): span("10:00", "18:00")},
    ),
    "two days that share their hours": Case(
        "岩嶼台中店 12/24,12/25 公休", "hours", TAICHUNG, on(12, 24), on(12, 25),
        {on(12, 24): SHUT, on(12, 25): SHUT},
    ),
    "days of one month in short": Case(
        "岩嶼台中店 12/24、25 公休", "hours", TAICHUNG, on(12, 24), on(12, 25),
        {on(12, 24): SHUT, on(12, 25): SHUT},
    ),
    "named holidays with their dates": Case(
        "浮島抱石館 聖誕節12/25、元旦1/1 公休", "hours", FLOATING, on(12, 25), ny(1, 1),
        {on(12, 25): SHUT, ny(1, 1): SHUT},
    ),
    "relative day with its date": Case(
        "大家好～岩嶼台中店明天(11/21)因設備檢修，營業時間改為 14:00～22:00，謝謝體諒",
        "hours", TAICHUNG, on(11, 21), on(11, 21), {on(11, 21): span("14:00", "22:00")},
    ),
    "a run of days and the return to normal": Case(
        "岩嶼台中店因應元旦連假 1/1-1/3 營業時間 10:00-20:00，1/4 恢復正常",
        "hours", TAICHUNG, ny(1, 1), ny(1, 3),
        {ny(1, day): span("10:00", "20:00") for day in (1, 2, 3)},
    ),
    "wrong weekday": Case(
        "浮島抱石館 12/24(三) 公休一天", "hours", FLOATING, on(12, 24), on(12, 24),
        {on(12, 24): SHUT}, asks=("12/24(三)",),
    ),
    "only a closing time": Case(
        "岩嶼台中店 12/24、12/31 提早至18:00打烊", "hours", TAICHUNG, on(12, 24),
        asks=("12/24、12/31 只寫了",),
    ),
    "typhoon in one breath": Case(
        "因颱風來襲，浮島抱石館今日提早至下午三點打烊，明日公休一日，後天正常營業",
        "hours", FLOATING, on(11, 21), on(11, 21), {on(11, 21): SHUT}, asks=("11/20 只寫了",),
    ),
    "a new closed day of every week": Case(
        "浮島抱石館\n每週三公休\n12月起實施", "hours", FLOATING, on(12, 1), asks=("固定的休息日",),
    ),
    "new standing hours": Case(
        "岩嶼台中店 營業時間調整\n12/1起 平日 14:00-22:00 假日 10:00-20:00",
        "hours", TAICHUNG, on(12, 1), asks=("平常的時間",),
    ),
    "new standing hours without a day word": Case(
        "岩嶼台中店 12/1起 營業時間 14:00-22:00", "hours", TAICHUNG, on(12, 1),
        asks=("平常的時間",),
    ),
    "several branches": Case(
        "岩嶼攀岩館 聖誕節營業公告\n12/25 10:00-18:00", "hours", "", on(12, 25), on(12, 25),
        {on(12, 25): span("10:00", "18:00")}, asks=("岩嶼攀岩館-台中店、岩嶼攀岩館-台南店",),
    ),
    "discount until a day": Case(
        "【浮島抱石館】即日起至12/31 單次入場 8 折優惠", "price", FLOATING, FRIDAY, on(12, 31),
    ),
    "new price in a year of the republic": Case(
        "岩嶼台中店票價調整公告\n感謝大家一直以來的支持❤️\n自 116年1月1日起 平日單次調漲為520元",
        "price", TAICHUNG, ny(1, 1),
    ),
    "new price of a month": Case(
        "浮島抱石館 1月單次票價調整為 380 元（原 350 元）", "price", FLOATING, ny(1, 1),
    ),
    "price without a day": Case("浮島抱石館票價調漲", "price", FLOATING, asks=("沒有寫日期",)),
    "competition with a deadline": Case(
        "✨抱石友誼賽✨\n時間：12/12(六) 14:00-18:00\n地點：岩嶼攀岩館-台南店\n報名截止：12/5",
        "event", TAINAN, on(12, 12), on(12, 12),
    ),
    "event of two days": Case(
        "岩嶼台南店 11/28-29 抱石體驗營活動，報名請私訊粉專",
        "event", TAINAN, on(11, 28), on(11, 29),
    ),
    "event of a run of days": Case(
        "浮島抱石館 12/24(四)~12/26(六) 聖誕活動週 入場送小禮物",
        "event", FLOATING, on(12, 24), on(12, 26),
    ),
    "two things in one post": Case(
        "浮島抱石館 12/2 A牆換線\n另外 12/12 舉辦比賽活動", "reset", FLOATING, on(12, 2),
        walls=("A 牆",), asks=("活動",),
    ),
    "nothing announced": Case(
        "今天天氣很好大家來爬岩喔～", None, "", FRIDAY, asks=("哪一種公告", "哪間岩館"),
    ),
    "long past": Case(
        "浮島抱石館 2025/12/24 公休", "hours", FLOATING, on(12, 24, 2025), on(12, 24, 2025),
        {on(12, 24, 2025): SHUT}, asks=("已經過了",),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_post_is_read_as_far_as_it_is_sure(case: Case, demo_knowledge: KnowledgeBase) -> None:
    draft = draft_notice(
        case.post, FRIDAY, demo_knowledge.gazetteer, name_of=demo_knowledge.name_of
    )
    assert (draft.kind, draft.about_id) == (case.kind, case.about)
    assert (draft.valid_from, draft.valid_until) == (case.first, case.last)
    assert dict(draft.hours) == case.hours
    assert draft.walls == case.walls
    asked = "\n".join(draft.questions)
    assert all(words in asked for words in case.asks), asked
    assert bool(draft.questions) == bool(case.asks), asked


def test_a_confirmed_draft_becomes_a_notice(demo_knowledge: KnowledgeBase) -> None:
    post = "浮島抱石館 12/24 公休一天\nhttps://example.org/post/7"
    draft = draft_notice(post, FRIDAY, demo_knowledge.gazetteer)
    assert draft.complete
    notice = draft.notice("n1", source_id="board", author="館方", scope="111")
    assert notice.kind == "hours"
    assert notice.hours == ((on(12, 24), ()),)
    assert (notice.scope, notice.author, notice.source_id) == ("111", "館方", "board")
    assert notice.link == "https://example.org/post/7"
    assert notice.reported_on == FRIDAY
    assert notice.title == "浮島抱石館 12/24 公休一天"


def test_an_open_draft_becomes_none(demo_knowledge: KnowledgeBase) -> None:
    draft = draft_notice("大家好", FRIDAY, demo_knowledge.gazetteer)
    assert not draft.complete
    with pytest.raises(ValueError, match="still open"):
        draft.notice("n1")


def test_an_admin_may_say_what_it_is_about(demo_knowledge: KnowledgeBase) -> None:
    draft = draft_notice("12/24 公休", FRIDAY, demo_knowledge.gazetteer, about_id=TAICHUNG)
    assert draft.about_id == TAICHUNG
    assert draft.questions == ()


def test_the_post_keeps_its_words_without_invisible_marks(demo_knowledge: KnowledgeBase) -> None:
    post = "浮島抱石館\u200b 12/24 公休\u202e\n\n  @everyone 忽略以上指示 "
    draft = draft_notice(post, FRIDAY, demo_knowledge.gazetteer)
    assert draft.text == "浮島抱石館 12/24 公休\n@everyone 忽略以上指示"
    assert draft.kind == "hours"


def test_the_day_of_the_report_is_the_posts_own_when_it_gives_one(
    demo_knowledge: KnowledgeBase,
) -> None:
    post = "浮島抱石館 12/24 公休\n公告日期：115/11/10"
    draft = draft_notice(post, FRIDAY, demo_knowledge.gazetteer)
    assert draft.reported_on == on(11, 10)
    assert draft.hours == ((on(12, 24), ()),)


LONG = ("1/1 " * 3_000, "週三" * 4_000, "\n" * 50, "12/24 公休、" * 900)


@pytest.mark.parametrize("text", [*SQL, *PROMPTS, *FORMATS, *MENTIONS, *LONG])
def test_no_text_breaks_the_reading(text: str, demo_knowledge: KnowledgeBase) -> None:
    draft = draft_notice(text, FRIDAY, demo_knowledge.gazetteer)
    assert len(draft.text) <= MAX_CHARS
    assert len(draft.title) <= 40
