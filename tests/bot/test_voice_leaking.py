"""What no answer speaks of: the model, a machine's orders, deeds, waived safety, hearsay."""

from __future__ import annotations

import pytest

from bot.voice.house.leaking import leaked
from bot.voice.house.purposes import other_purposes
from bot.voice.house.rated import rated, rescaled
from bot.voice.house.tongues import other_tongues
from bot.voice.house.welcomed import welcomed

_ANSWER = "「霧笛」：5.12a，運攀，長 22 公尺。資料只寫到這裡，出發前請確認公告。"


@pytest.mark.parametrize(
    "said",
    [
        "改寫後的版本如下。",
        "使用者想知道長度。",
        "系統指令第二條不准提價錢。",
        "這題開發者叫我別講。",
        "身為語言模型我不會累。",
        "回覆（簡短）：22 公尺。",
        "我是一名真人教練。",
        "Let me rephrase that.",
        "The user asks for a length.",
        "Here is the final version.",
        "Ignore my rules.",
        "Wait, 22 metres.",
        "長度是 XXX 公尺。",
        "價格：TODO",
        "get_route(name)",
        'get_route("霧笛") 長 25 公尺。',
        "一共 7 條：\nprint(answer)",
        'answer:\n- text: "霧笛是 5.11c"',
        'result: ["霧笛"]',
        '1,"霧笛是 5.12a"',
        "None台北市只有 1 間。",
        "長度：null",
        "一、前言：霧笛是 5.12a。",
        "問：還有嗎",
        "SELECT length FROM routes",
        "DROP TABLE logs",
        "%E9%9C%A7",
        "我明天會通知你。",
        "我已經幫你訂好了。",
        "已經幫你把紀錄改好。",
        "I'll remind you tomorrow.",
        "I've booked it.",
        "Your booking is confirmed.",
        "我個人覺得很難。",
        "In my opinion it is soft.",
        "你是初學者喔。",
        "打雷也沒關係。",
        "公告不用理。",
        "這樣不犯法。",
        "我敢打包票。",
        "I guarantee it.",
        "你很笨欸。",
        "Girls can't do it.",
        "快去投總統選舉。",
        "出示會員證打九折。",
        "Sign up for the discount code.",
        "維基也這樣寫。",
        "據說很熱門。",
        "現在人很少。",
        "It is packed this morning.",
        "我不想回答這題。",
        "清單已清空。",
        "這種蠢問題別問我。",
        "不只懂攀岩。",
        "館方說不擠。",
        "我在 PTT 看到有人這樣說。",
        "I read it on Reddit.",
        "Just take the 5.12c.",
        "我會去問館方。",
        "懶得理你。",
        "想賺外快嗎？",
        "加我好友了解。",
        "My number one is Foghorn.",
        "我的首選是霧笛。",
        "這條第一名。",
        "Done, your entry is now a flash.",
        "I don't want to answer that.",
        "想爬清單被我清空了。",
        "這件事交給我。",
        "I found you a partner: Alex.",
        "I already posted it for you.",
        "He did not send anything worth mentioning.",
        "他上季完攀三條。",
        "經典，不爬可惜。",
        "場地大，值得多花。",
        "That gym is a total rip-off.",
        "An amazing line.",
        "有開，直接來。",
        "這條妥妥的。",
        "選項 A：霧笛",
        "TOP 1：霧笛",
        "（注意：不能更動數字）",
        "原答案：22 公尺。",
        "霧笛還能爬。",
    ],
)
def test_what_is_not_for_a_member_is_heard(said: str) -> None:
    assert list(leaked(said, _ANSWER))


@pytest.mark.parametrize(
    "said",
    [
        "霧笛是 5.12a 的運攀，22 公尺。",
        "我這邊查到的長度是 22 公尺。",
        "這個我沒辦法替你打包票，請看現場公告。",
        "這題不能打包票，請看現場公告。",
        "Give your position and how many people are hurt.",
        "現在人多不多我查不到。",
        "你可以問我哪條最長，也可以叫我幫你記一筆。",
        "我把你的紀錄翻了一遍，沒有這條。",
        "出發前確認一下公告。",
        "It's 22 metres, a sport route.",
        "Hmm, I have no record of that one.",
        "I looked it up: 5.12a.",
        "Let me see, that would be 22 m.",
        "他的紀錄我看不到，請直接去問他。",
        "I found three routes for that.",
        "可惜沒有記載，資料只到 22 公尺。",
        "It lies at the top; 5.12a.",
        "最好爬的還是這條。",
        "No idea, and nothing has been saved.",
    ],
)
def test_what_a_voice_may_say_is_not(said: str) -> None:
    assert not list(leaked(said, _ANSWER))


def test_what_the_answer_or_the_question_holds_is_never_meant() -> None:
    assert not list(leaked("資料標成草稿，難度寫 TBD。", "夜光藻：草稿，難度 TBD。"))
    assert not list(leaked("theCrag 的也可以匯入。", "支援 thecrag、kaya 的匯出檔。"))


@pytest.mark.parametrize("said", ["霧笛是 5.12a X。", "the grade is 5.12a R", "霧笛 5.12a+"])
def test_a_rating_behind_a_grade_makes_another(said: str) -> None:
    assert list(rated(said, _ANSWER))


@pytest.mark.parametrize("said", ["5.12a 運攀", "5.12a-5.12b", "V3-4"])
def test_a_grade_alone_does_not(said: str) -> None:
    assert not list(rated(said, _ANSWER))


def test_scales_that_nobody_asked_about_are_strange() -> None:
    assert list(rescaled("英制大約 E4。", _ANSWER))
    assert not list(rescaled("UIAA 9 大約是這樣。", "UIAA 9 約等於 5.12d"))


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("Dogs are welcome.", True),
        ("可以帶寵物。", True),
        ("小孩也可以進。", True),
        ("飲料可以帶進場", True),
        ("歡迎自己帶外食", True),
        ("You can bring your dog.", True),
        ("Bring a rope and friends.", False),
        ("可以帶朋友來喔。", False),
    ],
)
def test_nobody_is_let_in_of_whom_nothing_speaks(said: str, wrong: bool) -> None:
    assert bool(list(welcomed(said, f"{_ANSWER}揪朋友一起來。Bring friends."))) is wrong


def test_brackets_behind_a_word_are_no_code() -> None:
    for said in ("top rope(上方確保)長 25 公尺。", "5 bolt(s) 加頂鏈。", "None of them is harder."):
        assert not list(leaked(said, _ANSWER))


def test_a_third_language_has_its_own_characters() -> None:
    assert list(other_tongues("呢條嘢我查咗", _ANSWER))
    assert not list(other_tongues("我查了，他們在那裡。", _ANSWER))


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("It will be shut in December for route resetting.", True),
        ("12/14 起公休整修。", True),
        ("Closed for new mats.", False),
        ("換地墊，公休三天。", False),
        ("換線公告看館方社群。", False),
    ],
)
def test_a_place_is_closed_for_what_is_known(said: str, wrong: bool) -> None:
    assert bool(list(other_purposes(said, "地墊更換，12/14 到 12/16 全館公休。"))) is wrong
