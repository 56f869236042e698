"""Questions that ask for something to be worked out: who has the most, years, steps of grades."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.schema import Answer, Question, Turn
from bot.verifier import verify
from knowledge.catalog import year_of
from knowledge.grades import levels

if TYPE_CHECKING:
    from bot.assistant import Assistant
    from knowledge.knowledge_base import KnowledgeBase

TODAY = date(2026, 11, 28)


def ask(assistant: Assistant, text: str, *before: str) -> Answer:
    history = tuple(Turn("user", each) for each in before)
    answer = assistant.answer(Question(text, TODAY, history))
    assert answer.evidence is not None
    verdict = verify(
        answer.text,
        answer.evidence,
        gazetteer=assistant.knowledge.gazetteer,
        asked=text,
        figures=answer.figures,
    )
    assert verdict.ok, verdict.unsupported
    return answer


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("霧鳴岬哪一區路線最多", "area"),
        ("雾鸣岬哪个区线路最多", "area"),
        ("which area at Wuming Cape has the most trad routes", "area"),
        ("霧鳴岬哪區 5.10 最多", "area"),
        ("霧鳴岬哪面牆最多入門路線", "sector"),
        ("霧鳴岬哪一區適合新手", "area"),
        ("哪個岩場傳攀最多", "crag"),
        ("哪個岩場路線最少", "crag"),
        ("誰在霧鳴岬開最多路線", "person"),
        ("首攀最多的人是誰", "person"),
        ("who put up the most routes at Wuming Cape", "person"),
        ("霧鳴岬哪一年開最多路線", "year"),
        ("霧鳴岬哪個年代開最多線", "decade"),
        ("霧鳴岬哪一級的路線最多", "grade"),
    ],
)
def test_who_or_where_has_the_most_is_asked_of_groups(
    text: str, group: str, demo_assistant: Assistant
) -> None:
    answer = ask(demo_assistant, text)
    assert answer.query is not None
    assert (answer.intent, answer.query.group_by) == ("superlative", group)
    assert not answer.abstained


@pytest.mark.parametrize(
    "text",
    [
        "霧鳴岬哪條路線 bolt 最多",
        "霧鳴岬最多人爬的是哪條",
        "霧鳴岬和石螢谷哪邊路線比較多",
        "哪間岩館最便宜",
        "霧鳴岬最難的路線在哪一區",
        "我跟誰爬最多",
    ],
)
def test_other_superlatives_stay_what_they_are(text: str, demo_assistant: Assistant) -> None:
    answer = ask(demo_assistant, text)
    assert answer.query is not None
    assert answer.query.group_by is None


def test_the_area_with_the_most_routes_and_its_number_are_those_of_the_records(
    demo_assistant: Assistant, demo_knowledge: KnowledgeBase
) -> None:
    routes = [r for r in demo_knowledge.catalogue.all_routes() if r.crag_id == "wuming-cape"]
    (best, count), *_ = Counter(route.area_id for route in routes).most_common(1)
    answer = ask(demo_assistant, "霧鳴岬哪一區路線最多")
    assert demo_knowledge.name_of(best) in answer.text.split("\n")[0]
    assert f"{count} 條" in answer.text.split("\n")[0]


def test_people_who_tie_are_all_named_and_the_silent_records_are_counted(
    demo_assistant: Assistant,
) -> None:
    text = ask(demo_assistant, "誰在霧鳴岬開最多路線").text
    assert "林潮生、陳霧山" in text
    assert "並列，各 8 條" in text
    assert "39 條裡有 9 條沒寫首攀者" in text


def test_somebody_without_a_name_is_nobody(demo_assistant: Assistant) -> None:
    assert "匿名" not in ask(demo_assistant, "誰首攀最多路線").text


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2010 年首攀的路線", 2010, 2010),
        ("2010 年以後首攀的", 2010, None),
        ("霧鳴岬 2010 之後開的", 2010, None),
        ("霧鳴岬 1995 年以前的老路線", None, 1994),
        ("霧鳴岬 2010 之前的線", None, 2009),
        ("霧鳴岬 1990 年代的路線", 1990, 1999),
        ("霧鳴岬 90 年代的線", 1990, 1999),
        ("雾鸣岬九零年代的线路", 1990, 1999),
        ("routes from the 90s at Wuming Cape", 1990, 1999),
        ("Wuming Cape routes of the 2010s", 2010, 2019),
        ("民國 80 年代霧鳴岬開的路線", 1991, 2000),
        ("民國 101 年以後開的路線", 2012, None),
        ("霧鳴岬 2005 到 2010 年開的線", 2005, 2010),
        ("routes put up between 2005 and 2010 at Wuming Cape", 2005, 2010),
        ("霧鳴岬 routes since 2010", 2010, None),
        ("which Wuming Cape routes were put up before 2000", None, 1999),
        ("最近十年的新線", 2016, 2026),
        ("霧鳴岬最近二十年開的線有幾條", 2006, 2026),
        ("霧鳴岬上個世紀的老路線", None, 1999),
    ],
)
def test_years_of_first_ascents(
    text: str, first: int | None, last: int | None, demo_assistant: Assistant
) -> None:
    query = ask(demo_assistant, text).query
    assert query is not None
    assert query.intent in {"list", "count"}
    assert (query.filter.year_min, query.filter.year_max) == (first, last)


@pytest.mark.parametrize(
    "text", ["哪一年首攀", "2026年12月5日霧鳴岬有哪些路線", "霧鳴岬去年有開放嗎", "5.10a 的路線"]
)
def test_days_and_questions_for_a_year_are_no_years(text: str, demo_assistant: Assistant) -> None:
    query = ask(demo_assistant, text).query
    assert query is not None
    assert (query.filter.year_min, query.filter.year_max) == (None, None)


def test_a_list_by_year_is_complete_and_tells_how_many_have_no_date(
    demo_assistant: Assistant, demo_knowledge: KnowledgeBase
) -> None:
    routes = [r for r in demo_knowledge.catalogue.all_routes() if r.crag_id == "wuming-cape"]
    years = [year_of(route) for route in routes]
    answer = ask(demo_assistant, "霧鳴岬有幾條 2010 年以後開的")
    assert f"{sum(year is not None and year >= 2010 for year in years)} 條" in answer.text
    assert f"另有 {sum(year is None for year in years)} 條沒有記載首攀年份" in answer.text


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("比 5.10c 難一級是多少", "5.10c 再難一級是 5.10d"),
        ("比 5.10a 簡單一級是幾級", "5.10a 再簡單一級是 5.9"),
        ("5.9 上去是什麼", "5.9 再難一級是 5.10a"),
        ("V4 再難兩級", "V4 再難兩級是 V6"),
        ("5.11 的下一級是什麼", "5.11 再難一級是 5.12（"),
        ("6b+ 再往上一級", "6b+ 再難一級是 6c"),
        ("what is one grade harder than 5.10c", "5.10c is 5.10d"),
        ("what comes after 5.11d?", "5.11d is 5.12a"),
    ],
)
def test_a_step_on_the_scale_is_answered_with_the_grade(
    text: str, result: str, demo_assistant: Assistant
) -> None:
    answer = ask(demo_assistant, text)
    assert result in answer.text
    assert (answer.intent, answer.route_ids) == ("convert", ())


def test_the_next_grade_is_told_both_ways(demo_assistant: Assistant) -> None:
    text = ask(demo_assistant, "5.11a 的下一級").text
    assert "再難一級是 5.11b" in text
    assert "再簡單一級是 5.10d" in text


@pytest.mark.parametrize("text", ["霧鳴岬比 5.10c 難一級的路線", "有哪些比 5.10a 難一級的線"])
def test_who_asks_for_routes_of_a_step_gets_routes(text: str, demo_assistant: Assistant) -> None:
    assert ask(demo_assistant, text).intent == "list"


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("簡單一點的", "easier"),
        ("太難了", "easier"),
        ("something easier", "easier"),
        ("再難一點", "harder"),
        ("太簡單了", "harder"),
    ],
)
def test_easier_and_harder_are_relative_to_what_was_recommended(
    text: str, way: str, demo_assistant: Assistant, demo_knowledge: KnowledgeBase
) -> None:
    first = "推薦霧鳴岬 5.10d 的運攀"
    shown = [demo_knowledge.catalogue.route(one) for one in ask(demo_assistant, first).route_ids]
    after = ask(demo_assistant, text, first)
    moved = [demo_knowledge.catalogue.route(one) for one in after.route_ids]
    assert after.intent == "recommend"
    assert moved
    lows = [route.grade.lo_score or 0 for route in shown if route]
    highs = [route.grade.hi_score or 0 for route in shown if route]
    for route in moved:
        assert route is not None
        assert route.crag_id == "wuming-cape"
        assert route.type == "sport"
        if way == "easier":
            assert (route.grade.hi_score or 0) < min(lows)
        else:
            assert (route.grade.lo_score or 0) > max(highs)


def test_there_and_back_again_never_shows_what_is_not_harder(
    demo_assistant: Assistant, demo_knowledge: KnowledgeBase
) -> None:
    before = ["推薦霧鳴岬 5.10 的路線", "簡單一點的"]
    easy = ask(demo_assistant, before[1], before[0]).route_ids
    hard = ask(demo_assistant, "再難一點", *before).route_ids
    top = max(demo_knowledge.catalogue.route(one).grade.hi_score for one in easy)  # type: ignore[union-attr, type-var]
    assert all(demo_knowledge.catalogue.route(one).grade.lo_score > top for one in hard)  # type: ignore[union-attr, operator]


@pytest.mark.parametrize(
    ("text", "field", "sign"),
    [
        ("只要長一點的", "length_m", 1),
        ("shorter ones", "length_m", -1),
        ("bolt 多一點", "bolts", 1),
    ],
)
def test_longer_means_longer_than_every_recommended_one(
    text: str, field: str, sign: int, demo_assistant: Assistant, demo_knowledge: KnowledgeBase
) -> None:
    first = "推薦霧鳴岬 5.10 的運攀"
    catalogue = demo_knowledge.catalogue
    shown = [getattr(catalogue.route(one), field) for one in ask(demo_assistant, first).route_ids]
    after = ask(demo_assistant, text, first)
    assert after.intent == "recommend"
    edge = max(sign * value for value in shown if value)
    for one in after.route_ids:
        assert sign * getattr(catalogue.route(one), field) > edge


def test_a_list_is_narrowed_to_its_longer_half(
    demo_assistant: Assistant, demo_knowledge: KnowledgeBase
) -> None:
    first = "霧鳴岬有哪些運攀"
    whole = ask(demo_assistant, first).query
    after = ask(demo_assistant, "只要長一點的", first)
    assert whole is not None
    assert after.query is not None
    assert after.intent == "list"
    longer = demo_knowledge.catalogue.routes(after.query.filter).total
    assert 0 < longer < demo_knowledge.catalogue.routes(whole.filter).total


@pytest.mark.parametrize("text", ["不要傳攀", "not trad", "不要傳攀的"])
def test_what_is_ruled_out_now_is_left_out(
    text: str, demo_assistant: Assistant, demo_knowledge: KnowledgeBase
) -> None:
    after = ask(demo_assistant, text, "霧鳴岬有哪些 5.10 的路線")
    assert after.intent == "list"
    kinds = {demo_knowledge.catalogue.route(one).type for one in after.route_ids}  # type: ignore[union-attr]
    assert kinds
    assert "trad" not in kinds


def test_another_area_leaves_the_areas_that_were_shown(
    demo_assistant: Assistant, demo_knowledge: KnowledgeBase
) -> None:
    first = "推薦霧鳴岬潮門的路線"
    after = ask(demo_assistant, "換別區", first)
    areas = {demo_knowledge.catalogue.route(one).area_id for one in after.route_ids}  # type: ignore[union-attr]
    assert areas
    assert "wuming-cape/tide-gate" not in areas


def test_another_crag_leaves_the_crag(
    demo_assistant: Assistant, demo_knowledge: KnowledgeBase
) -> None:
    after = ask(demo_assistant, "換個岩場", "推薦霧鳴岬的運攀")
    crags = {demo_knowledge.catalogue.route(one).crag_id for one in after.route_ids}  # type: ignore[union-attr]
    assert crags == {"stone-firefly-valley"}


def test_nearer_asks_where_somebody_is_and_the_talk_goes_on(demo_assistant: Assistant) -> None:
    first = "推薦霧鳴岬 5.10 的運攀"
    asked = ask(demo_assistant, "近一點的", first)
    assert asked.intent == "clarify"
    assert ask(demo_assistant, "長一點的", first, "近一點的").intent == "recommend"


def test_when_nothing_is_left_it_says_so(demo_assistant: Assistant) -> None:
    before = ["推薦石螢谷 5.13 的運攀", *["換一批"] * 4]
    assert "沒有下一批" in ask(demo_assistant, "還有別的嗎", *before).text


def test_that_area_and_that_person_are_those_who_had_the_most(
    demo_assistant: Assistant, demo_knowledge: KnowledgeBase
) -> None:
    there = ask(demo_assistant, "那一區有哪些", "霧鳴岬哪一區路線最多")
    assert {demo_knowledge.catalogue.route(one).area_id for one in there.route_ids} == {  # type: ignore[union-attr]
        "wuming-cape/tide-gate"
    }
    his = ask(demo_assistant, "他還開了哪些", "石螢谷誰開最多路線")
    assert his.query is not None
    assert his.query.filter.first_ascent in {"阿螢", "小禾"}


def test_groups_are_those_of_the_place_that_is_talked_about(demo_assistant: Assistant) -> None:
    query = ask(demo_assistant, "哪一區路線最多", "霧鳴岬有哪些傳攀").query
    assert query is not None
    assert query.filter.crag_ids == ("wuming-cape",)
    again = ask(demo_assistant, "那抱石呢", "霧鳴岬哪一區路線最多").query
    assert again is not None
    assert (again.group_by, again.filter.types) == ("area", ("boulder",))


@pytest.mark.parametrize(
    "text",
    [
        "visiting Taiwan next week, where should I climb?",
        "第一次去台灣爬岩去哪",
        "週末去哪裡爬好",
        "北部有什麼地方可以爬",
        "第一次来台湾玩，哪里可以户外攀岩",
        "有什麼推薦的岩場",
    ],
)
def test_who_asks_where_to_climb_gets_the_crags(text: str, demo_assistant: Assistant) -> None:
    answer = ask(demo_assistant, text)
    assert answer.query is not None
    assert (answer.intent, answer.query.topic) == ("crag_info", "visit")
    assert answer.route_ids == ()


@pytest.mark.parametrize(
    "text", ["下雨天去哪爬", "台中哪裡可以室內攀岩", "推薦霧鳴岬 5.10", "霧笛在哪裡"]
)
def test_other_places_to_go_stay_what_they_are(text: str, demo_assistant: Assistant) -> None:
    query = ask(demo_assistant, text).query
    assert query is not None
    assert query.topic != "visit"


def test_a_season_without_a_crag_is_said(demo_assistant: Assistant) -> None:
    text = ask(demo_assistant, "夏天去哪爬").text
    assert "霧鳴岬" in text
    assert "夏天不在季節內" in text


def test_somebody_unknown_is_sent_to_moderate_routes_and_told_so(
    demo_assistant: Assistant, demo_knowledge: KnowledgeBase
) -> None:
    answer = ask(demo_assistant, "推薦石螢谷的路線")
    routes = [demo_knowledge.catalogue.route(one) for one in answer.route_ids]
    assert all(route and (route.grade.hi_score or 0) <= 66 for route in routes)
    assert "你沒說爬到幾級" in answer.text
    assert "你沒說爬到幾級" not in ask(demo_assistant, "推薦石螢谷 5.9 的路線").text


@pytest.mark.parametrize(
    "text",
    [
        "爬霧鳴岬要帶幾支快扣",
        "雾鸣岬要准备几把快挂",
        "how many quickdraws for Wuming Cape",
    ],
)
def test_quickdraws_for_a_crag_are_the_most_recorded_bolts_and_two(
    text: str, demo_assistant: Assistant, demo_knowledge: KnowledgeBase
) -> None:
    bolts = [
        route.bolts
        for route in demo_knowledge.catalogue.all_routes()
        if route.crag_id == "wuming-cape"
    ]
    most = max(count for count in bolts if count)
    answer = ask(demo_assistant, text)
    assert not answer.abstained
    assert f"{most + 2} " in answer.text
    assert str(sum(count is None for count in bolts)) in answer.text
    assert ("不是保證" in answer.text) or ("no promise" in answer.text)


@pytest.mark.parametrize(
    "text", ["繩子要多長才能爬霧鳴岬", "爬霧鳴岬要用幾米的繩", "what rope length for Wuming Cape"]
)
def test_rope_for_a_crag_is_told_by_its_longest_recorded_route(
    text: str, demo_assistant: Assistant, demo_knowledge: KnowledgeBase
) -> None:
    longest = max(
        route.length_m or 0
        for route in demo_knowledge.catalogue.all_routes()
        if route.crag_id == "wuming-cape"
    )
    answer = ask(demo_assistant, text)
    assert f"{longest:g} " in answer.text
    assert ("繩尾打結" in answer.text) or ("knot" in answer.text)


@pytest.mark.parametrize(
    ("before", "text", "told"),
    [
        ((), "灰鯨要帶幾支快扣", "快扣先抓 10 支"),
        ((), "爬灰鯨繩子要多長", "56 公尺"),
        (("灰鯨幾級",), "要帶幾支快扣", "快扣先抓 10 支"),
        (("霧鳴岬有哪些區",), "要帶幾支快扣", "快扣先抓 14 支"),
    ],
)
def test_amounts_for_one_route_and_for_what_was_talked_about(
    before: tuple[str, ...], text: str, told: str, demo_assistant: Assistant
) -> None:
    assert told in ask(demo_assistant, text, *before).text


def test_whether_a_rope_is_enough_is_never_certified(demo_assistant: Assistant) -> None:
    answer = ask(demo_assistant, "霧鳴岬 60 米繩夠嗎")
    assert (answer.intent, answer.abstained) == ("safety", True)


@pytest.mark.parametrize(
    "text",
    [
        "岩館月票多少",
        "學生票多少",
        "有24小時的岩館嗎",
        "岩館可以帶狗嗎",
        "岩馆有团体票吗",
        "do gyms have a monthly pass?",
    ],
)
def test_what_no_gym_records_is_said_in_a_line_and_nothing_else_is_listed(
    text: str, demo_assistant: Assistant
) -> None:
    answer = ask(demo_assistant, text)
    assert answer.abstained
    assert answer.gym_ids == ()
    assert ("沒有記載" in answer.text) or ("None of the 3 gyms" in answer.text)
    assert " 元" not in answer.text
    assert "TWD" not in answer.text


def test_a_named_gym_without_the_ticket_is_given_with_its_phone(
    demo_assistant: Assistant, demo_knowledge: KnowledgeBase
) -> None:
    gym = demo_knowledge.catalogue.gym("floating-island")
    answer = ask(demo_assistant, "浮島抱石館月票多少錢")
    assert gym is not None
    assert answer.abstained
    assert gym.phone in answer.text
    assert "沒有記載月票" in answer.text
    assert " 元" not in answer.text


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("霧鳴岬可以露營嗎", "難度範圍"),
        ("霧笛可以帶狗嗎", "難度"),
        ("can I fly a drone at Wuming Cape?", "grade range"),
    ],
)
def test_what_is_not_recorded_names_the_fields_that_are_and_shows_no_card(
    text: str, fields: str, demo_assistant: Assistant
) -> None:
    answer = ask(demo_assistant, text)
    assert answer.abstained
    assert fields in answer.text
    lines = [line for line in answer.text.split("\n") if not line.startswith(("⚠️", "📚"))]
    assert len(lines) <= 4


def test_a_sensitive_crag_names_no_field_of_its_way_in(demo_assistant: Assistant) -> None:
    text = ask(demo_assistant, "石螢谷可以露營嗎").text
    assert "步行時間" not in text
    assert "停車" not in text
    assert "低調" in text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("你確定嗎", "資料就是這樣寫的"),
        ("are you sure?", "what the records say"),
        ("來源呢", "來源"),
    ],
)
def test_a_doubt_is_answered_with_the_same_answer_and_where_it_comes_from(
    text: str, line: str, demo_assistant: Assistant
) -> None:
    first = ask(demo_assistant, "霧鳴岬最難的路線")
    again = ask(demo_assistant, text, "霧鳴岬最難的路線")
    assert line in again.text.split("\n")[0]
    assert again.route_ids == first.route_ids


def test_years_that_are_said_next_replace_those_before(demo_assistant: Assistant) -> None:
    query = ask(demo_assistant, "1995 以前的呢", "霧鳴岬 2010 年後開的").query
    assert query is not None
    assert (query.filter.year_min, query.filter.year_max) == (None, 1994)
    assert query.filter.crag_ids == ("wuming-cape",)


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("推薦五點十一 a 的運攀", "5.11a"),
        ("霧鳴岬有沒有五點九的路線", "5.9"),
        ("霧鳴岬五点十二有几条", "5.12a 到 5.12d"),
    ],
)
def test_spoken_grades_are_grades(text: str, grade: str, demo_assistant: Assistant) -> None:
    query = ask(demo_assistant, text).query
    assert query is not None
    assert query.filter.grade is not None
    assert query.filter.grade.text == grade


@pytest.mark.parametrize("text", ["浮島抱石館五點十分有開嗎", "岩館下午五點十分還開著嗎"])
def test_spoken_times_stay_times(text: str, demo_assistant: Assistant) -> None:
    query = ask(demo_assistant, text).query
    assert query is not None
    assert query.grades == ()


def test_any_route_is_a_moderate_one(demo_assistant: Assistant) -> None:
    assert ask(demo_assistant, "推一條啦").intent == "recommend"
    assert ask(demo_assistant, "recommend something").intent == "recommend"


def test_that_person_is_no_accident_and_no_log(demo_assistant: Assistant) -> None:
    answer = ask(demo_assistant, "what did he climb", "who put up the most at Stone Firefly Valley")
    assert answer.intent == "list"
    assert answer.route_ids


def test_where_somebody_like_me_should_go_is_asked_of_the_areas(demo_assistant: Assistant) -> None:
    query = ask(demo_assistant, "霧鳴岬哪一區適合我這種新手").query
    assert query is not None
    assert query.group_by == "area"


def test_a_mended_that_is_still_the_area_that_was_told(
    demo_assistant: Assistant, demo_knowledge: KnowledgeBase
) -> None:
    there = ask(demo_assistant, "那一區有哪些 5.9 的路線", "霧鳴岬哪一區適合新手")
    assert {demo_knowledge.catalogue.route(one).area_id for one in there.route_ids} == {  # type: ignore[union-attr]
        "wuming-cape/tide-gate"
    }


def test_the_other_thing_to_bring_and_years_beside_grades(demo_assistant: Assistant) -> None:
    draws = ask(demo_assistant, "那快扣呢", "霧鳴岬要帶多長的繩子")
    assert "快扣先抓 14 支" in draws.text
    query = ask(demo_assistant, "90 年代的 5.10 有幾條").query
    assert query is not None
    assert (query.filter.year_min, query.filter.year_max) == (1990, 1999)
    assert ask(demo_assistant, "霧鳴岬繩子 60 夠不夠").intent == "safety"
    assert ask(demo_assistant, "台中的岩館可以刷卡嗎").abstained


@pytest.mark.parametrize(
    ("asked", "group"),
    [
        ("霧鳴岬第一次去要走哪一區", "area"),
        ("霧鳴岬哪個區最簡單", "area"),
        ("which area at Wuming Cape has the easiest routes", "area"),
        ("霧鳴岬跟石螢谷哪個適合新手", "crag"),
        ("Wuming Cape or Stone Firefly Valley for beginners?", "crag"),
        ("哪面牆最簡單", "sector"),
    ],
)
def test_where_beginners_have_most_to_climb_is_counted(
    demo_assistant: Assistant, asked: str, group: str
) -> None:
    answer = ask(demo_assistant, asked)
    query = answer.query
    assert query is not None
    assert (answer.intent, query.group_by) == ("superlative", group)
    assert query.filter.grade == levels("free")["beginner"]
    assert "5.9" in answer.text


@pytest.mark.parametrize(
    "asked", ["霧鳴岬最簡單的路線在哪一區", "霧鳴岬最簡單的是哪條", "推薦霧鳴岬的新手路線"]
)
def test_who_asks_for_a_route_gets_a_route(demo_assistant: Assistant, asked: str) -> None:
    answer = ask(demo_assistant, asked)
    assert answer.query is not None
    assert answer.query.group_by is None
    assert answer.route_ids
