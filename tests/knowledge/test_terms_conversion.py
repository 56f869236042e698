import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.terms import lint, load_terms, normalise, to_traditional


@pytest.mark.parametrize(
    ("asked", "understood"),
    [
        ("请问这条线路的难点在哪", "請問這條路線的難關在哪"),
        ("快挂要带几个？怎么做保护", "快扣要帶幾個？怎麼確保"),
        ("顶绳的岩馆", "上方架繩的岩館"),
        ("领攀要小心支点", "先鋒要小心岩點"),
        ("攀石用快掛", "攀岩用快扣"),
        ("主锁、铁锁、扁带、安全带", "有鎖鉤環、鉤環、繩環、吊帶"),
        ("裂缝怎么胀手", "裂隙怎麼塞手"),
        ("游繩下來", "垂降下來"),
        ("膨胀钉跟挂片", "錨栓跟耳片"),
        ("屋檐和仰角", "天花板和外傾"),
        ("數據沒有寫，先登錄再搜索", "資料沒有寫，先登入再搜尋"),
        ("节假日卫生间和储物柜开放吗", "假日洗手間和置物櫃開放嗎"),
        ("磕线视频", "練線影片"),
        ("台湾的岩场", "台灣的岩場"),
    ],
)
def test_words_of_other_regions_are_read_as_taiwan_says_them(asked: str, understood: str) -> None:
    assert normalise(asked) == understood


@pytest.mark.parametrize(
    "text",
    [
        "支點老舊",
        "首攀是誰",
        "大點小點",
        "上攀和抱石",
        "這個岩場有什麼 project",
        "環境保護",
        "氣溫下降",
        "扁帶要帶嗎",
        "岩壁、岳王廟、台灣",
    ],
)
def test_words_that_taiwan_uses_stay(text: str) -> None:
    assert normalise(text) == text


def test_ambiguous_words_follow_the_script() -> None:
    assert normalise("支點") == "支點"
    assert normalise("支点") == "岩點"


@pytest.mark.parametrize(
    "text",
    [
        "使用戶外岩場前先看封閉公告",
        "這條路線路況不好",
        "帶領攀登隊伍",
        "保護區不能爬，環境保護很重要",
        "保護點間距大",
        "搜索救援由消防隊負責",
        "登錄了三筆紀錄",
        "大數據分析",
        "手機號碼寫在名片上",
        "困難點在第二顆 bolt",
        "這題比較難點的",
        "攀石灰岩要小心點利",
        "繩結組合與連結組件",
        "趕快掛繩，不要邊爬邊聊天",
        "山頂繩索",
        "快速降溫",
        "當地鐵馬道",
        "安全帶你回家",
        "預約線上課程、預約岩館",
        "高雄主辦公交通費",
        "荒野攀登",
        "水平橫渡到右邊，支點還不錯",
        "先在熱身牆暖身再上先鋒",
        "台灣、岩館、晒、裡面、後門、公里",
    ],
)
def test_good_taiwanese_text_has_no_finding(text: str) -> None:
    assert lint(text) == ()


@pytest.mark.parametrize(
    ("text", "surface", "suggestion", "kind"),
    [
        ("記得帶快掛", "快掛", "快扣", "region"),
        ("记得带快挂", "快挂", "快扣", "region"),
        ("這條線路很長", "線路", "路線", "region"),
        ("看視頻", "視頻", "影片", "region"),
        ("難點在第三個點", "難點", "難關", "region"),
        ("您好", "您", "你", "region"),
        ("恒春", "恒", "恆", "script"),
        ("龙洞岩场", "龙", "龍", "script"),
    ],
)
def test_what_taiwan_does_not_write_is_found_with_its_place(
    text: str, surface: str, suggestion: str, kind: str
) -> None:
    found = next(finding for finding in lint(text) if finding.surface == surface)

    assert (found.suggestion, found.kind) == (suggestion, kind)
    assert text[found.start : found.end] == surface


def test_quoted_words_of_a_record_are_exempt() -> None:
    text = "資料寫「这条线路封闭」，請改爬別條線路。"

    assert [found.surface for found in lint(text, ("这条线路封闭",))] == ["線路"]


def test_the_term_table_itself_is_clean() -> None:
    text = "\n".join("、".join(term.words) for term in load_terms())

    assert lint(text) == ()


@settings(deadline=None)  # the first call loads tables
@given(st.text(max_size=60))
def test_conversion_keeps_every_position_and_never_fails(text: str) -> None:
    assert len(to_traditional(text)) == len(text)
    for found in lint(text):
        assert text[found.start : found.end] == found.surface
    normalise(text)


@pytest.mark.parametrize("text", ["保护" * 20_000, "快掛" * 20_000, "一" * 50_000])
def test_huge_texts_are_read_in_linear_time(text: str) -> None:
    assert normalise(text)
