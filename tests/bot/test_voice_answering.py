"""Whether a body answers: other words and short forms do, remarks and half answers do not.

Only ``Judge.whole`` is asked, so that nothing here rests on what was learned of ordinary words.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from bot.assistant import Assistant
from bot.schema import Question
from bot.voice import Judge, spoken_of
from tests.bot.voice_cases import TODAY, _Own, open_world_of

if TYPE_CHECKING:
    from collections.abc import Iterator

STREAK = "不間斷爬岩最久撐了幾週"
DAYS = "去年戶外總共爬幾天"
SHARE = "我的完攀率是多少"
OPENED = "回声是谁首攀的"
WHERE = "回声在哪里"
COUNT = "霧鳴岬的燈塔之下共有多少條路線"
PARKING = "石螢谷 的 parking spot"
PLACE = "What are the GPS coordinates of Stone Firefly Valley?"
SCALES = "If I boulder V4, what is that in YDS?"
MONDAY = "when is Rock Isle Climbing Gym Tainan open on Monday"
SATURDAY = "What time does Rock Isle Taichung close on Saturday"
WASTE = "岩場的垃圾跟衛生紙怎麼處理"
LIVE = "明天石螢谷幾度"
BUSY = "How busy is Floating Island Bouldering tonight?"
THEN = "If I get to Floating Island Bouldering at 3:30 pm on Sunday, will it be open?"
FIRST = "who made the first ascent of Half-Sung Song?"
TRIES = "今年完攀的線，每條平均試多少次"
KIND = "往上爬攀岩館是抱石館還是可以上攀"
ONE = "how many V1s does Home Flat have"
TWO = "How many 5.9s are in Stone Firefly Valley?"


@pytest.fixture(scope="module")
def assistants() -> Iterator[dict[str, Assistant]]:
    with ExitStack() as stack:
        demo, every = (stack.enter_context(open_world_of(name)) for name in ("demo", "every"))
        own = Assistant(demo, _Own())
        yield {
            **dict.fromkeys((STREAK, DAYS, SHARE, TRIES), own),
            **dict.fromkeys((KIND, ONE), Assistant(every)),
            "": Assistant(demo),
        }


def judge_of(assistants: dict[str, Assistant], question: str) -> Judge:
    assistant = assistants.get(question, assistants[""])
    spoken = spoken_of(assistant.answer(Question(question, TODAY, user_id="u")))
    assert spoken is not None
    return Judge(spoken, assistant.knowledge.gazetteer)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (STREAK, "兩週。"),
        (STREAK, "連續兩個禮拜。"),
        (STREAK, "最久兩週，正好就是現在這段。"),
        (STREAK, "Two weeks."),
        (DAYS, "一天。"),
        (DAYS, "去年戶外只出去過一次，一天。"),
        (SHARE, "八成九。"),
        (SHARE, "差不多九成。"),
        (SHARE, "九條裡完攀八條。"),
        (OPENED, "石螢谷的迴聲是阿螢，霧鳴岬的迴聲是黃岸。"),
        (OPENED, "螢火牆那條是阿螢開的，長廊那條是黃岸。"),
        (OPENED, "阿螢跟黃岸，看你問哪條。"),
        (WHERE, "石螢谷›螢火牆有一條，霧鳴岬›迴聲廊›長廊也有一條。"),
        (WHERE, "螢火牆跟長廊各有一條。"),
        (COUNT, "共一打啦，傳攀七、運攀四、上方架繩一。"),
        (COUNT, "十二條。"),
        (PARKING, "請直接問當地岩友社群。"),
        (PARKING, "停車位置我保密，問在地岩友吧。"),
        (PARKING, "Parking 的話要請你直接問當地岩友社群，石螢谷的資料要求保持低調。"),
        (PLACE, "I keep that to myself, since the crag asks for a low profile."),
        (PLACE, "That's for the local climbing community to tell you."),
        (SCALES, "Honestly, I leave that one unconverted."),
        (SCALES, "Those scales measure different things."),
        (MONDAY, "It's closed on Monday."),
        (MONDAY, "Closed that day."),
        (MONDAY, "Shut on Mondays."),
        (SATURDAY, "It closes at 10 pm on Saturday the 21st."),
        (SATURDAY, "Ten at night."),
        (WASTE, "全部帶走。"),
        (WASTE, "都帶走喔。"),
        ("霧笛多長", "二十五。"),
        ("霧笛有幾個 bolt", "十一支。"),
        ("浮島抱石館星期一有開嗎", "照常營業。"),
        (TRIES, "你今年完攀七條，平均下來每條一點七把。"),
        (KIND, "兩種都有。"),
        (ONE, "Just one."),
        (TWO, "Two of them."),
        (FIRST, "I looked, but nobody is listed for Half-Sung Song."),
        (FIRST, "That field is N/A."),
        ("半首歌是誰首攀的", "首攀者從缺。"),
        ("半首歌是誰首攀的", "這欄空著喔。"),
        ("半首歌是誰首攀的", "這題問倒我了。"),
        (LIVE, "要請你看中央氣象署的預報。"),
        (LIVE, "氣象署的預報比我準，請查那邊。"),
        (BUSY, "Check with the gym."),
        (BUSY, "Best to ask the gym."),
        (BUSY, "Please get in touch with the gym for today's situation."),
        (SCALES, "Boulder grades rate a few hard moves; route grades also endurance."),
        (THEN, "Yes."),
        (THEN, "Yep, it is."),
        (THEN, "It will be."),
        ("霧鳴岬有無廁所", "有。"),
        ("霧鳴岬有沒有廁所", "當然有。"),
        (TWO, "One sport, one mixed: two."),
    ],
)
def test_an_answer_in_other_words_or_few_answers(
    assistants: dict[str, Assistant], question: str, said: str
) -> None:
    assert judge_of(assistants, question).whole(said) == ()


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (STREAK, "三週。"),
        (STREAK, "加油，繼續爬。"),
        (DAYS, "兩天。"),
        (SHARE, "五成。"),
        (SHARE, "很高耶！"),
        (OPENED, "阿螢。"),
        (OPENED, "石螢谷的迴聲是阿螢。"),
        (WHERE, "在石螢谷的螢火牆。"),
        (WHERE, "好問題。"),
        (COUNT, "兩打。"),
        (PARKING, "停路邊就好。"),
        (PLACE, "It's near the river."),
        (SCALES, "About 5.12a."),
        (MONDAY, "It opens at 10."),
        (SATURDAY, "Great question."),
        (WASTE, "想知道更多再問我。"),
        (WASTE, "好問題！"),
        (ONE, "Home Flat has two V1s."),
        (TWO, "Just one."),
        ("霧笛多長", "不短喔。"),
        ("霧笛有幾個 bolt", "很多個。"),
        ("浮島抱石館是抱石館還是可以上攀", "兩種都有。"),
    ],
)
def test_a_remark_or_half_an_answer_does_not(
    assistants: dict[str, Assistant], question: str, said: str
) -> None:
    assert judge_of(assistants, question).whole(said)
