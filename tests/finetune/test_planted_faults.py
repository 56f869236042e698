"""``data validate`` finds every planted fault with its line, and none in what is shipped."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from finetune.__main__ import main
from finetune.dataset import BuildPlan, build, validate_data, validate_exemplars, write_data
from finetune.exemplars import TASKS, TRAIN_DIR, load_exemplars

if TYPE_CHECKING:
    from pathlib import Path

SMALL = BuildPlan(worlds=(1, 1, 1), per_exemplar=2)

# name: (task, the exemplar's lines, what the report must say)
WRITTEN: dict[str, tuple[str, str, str]] = {
    # what the verifier does not accept
    "wrong-grade": (
        "fact",
        'ask: ["{route}幾級"]\nsay: ["{route.q}是 {wrong_grade}。"]',
        "查核不過",
    ),
    "wrong-crag": (
        "fact",
        'ask: ["{route}在哪"]\nsay: ["{route.q}位於{wrong_crag}。"]',
        "查核不過",
    ),
    "other-number": ("fact", 'ask: ["{route}多長"]\nsay: ["{route.q}長 {n} 公尺。"]', "查核不過"),
    "other-bolts": (
        "fact",
        'ask: ["{route}幾個 bolt"]\nsay: ["{route.q}有 {n} 個 bolt。"]',
        "查核不過",
    ),
    "swapped-routes": (
        "comparison",
        'ask: ["{route}跟{route2}哪條長"]\n'
        'say: ["{route.q}長 {route2.length} 公尺，{route2.q}長 {route.length} 公尺。"]',
        "查核不過",
    ),
    "invented-route": (
        "fact",
        'ask: ["{route}幾級"]\nsay: ["「{unknown}」也不錯，{route.q}是 {route.grade}。"]',
        "查核不過",
    ),
    "other-price": (
        "gym",
        'ask: ["{gym}平日多少錢"]\nsay: ["{gym.q}平日單次 {gym.shoes} 元。"]',
        "查核不過",
    ),
    "other-phone": (
        "gym",
        'ask: ["{gym}電話"]\nsay: ["{gym.q}的電話是 {gym2.phone}。"]',
        "查核不過",
    ),
    "made-up-statistics": (
        "personal",
        'ask: ["這個月幾條"]\ndraft: "這個月 {n} 條。"\nsay: ["這個月 {n2} 條，讚！"]',
        "查核不過",
    ),
    "wrong-total": ("list", 'ask: ["{crag}有哪些{type}"]\nsay: ["共 {n3} 條。"]', "查核不過"),
    "link": ("smalltalk", 'ask: ["嗨"]\nsay: ["看 example 網站 abc.com 就好。"]', "網址"),
    "mention": ("smalltalk", 'ask: ["嗨"]\nsay: ["@everyone 早安"]', "Discord 提及"),
    # script and terms
    "simplified": (
        "fact",
        'ask: ["{route}几级"]\nsay: ["{route.q}难度是 {route.grade}。"]',
        "簡體字",
    ),
    "one-simplified": ("smalltalk", 'ask: ["嗨"]\nsay: ["嗨！今天想爬哪条？"]', "簡體字"),
    "mainland-line": (
        "fact",
        'ask: ["{route}幾級"]\nsay: ["這條線路{route.q}是 {route.grade}。"]',
        "不是台灣的說法",
    ),
    "mainland-video": ("smalltalk", 'ask: ["嗨"]\nsay: ["我這邊有視頻。"]', "不是台灣的說法"),
    "hongkong": ("smalltalk", 'ask: ["嗨"]\nsay: ["一起去攀石！"]', "不是台灣的說法"),
    "mainland-in-reason": (
        "recommendation",
        'ask: ["推薦一條{crag} {grade} 左右的"]\nreasons: ["這條線路 {it.grade}"]',
        "不是台灣的說法",
    ),
    # format
    "fact-without-say": ("fact", 'ask: ["{route}幾級"]', "fact 要有 say"),
    "recommendation-with-say": (
        "recommendation",
        'ask: ["推薦一條{crag}的"]\nsay: ["去爬{1.q}。"]',
        "recommendation 不用 say",
    ),
    "reason-breaks-line": (
        "recommendation",
        'ask: ["推薦一條{crag} {grade} 左右的"]\nreasons: ["{it.grade}\\n很好爬"]',
        "不合推薦格式",
    ),
    "query-with-say": ("query", 'ask: ["嗨"]\nquery: {intent: greeting}\nsay: ["嗨"]', "不用 say"),
    "query-without-query": ("query", 'ask: ["嗨"]', "query 要有 query"),
    "query-unknown-field": (
        "query",
        'ask: ["嗨"]\nquery: {intent: greeting, sql: x}',
        "query 不合格式",
    ),
    "query-unknown-intent": ("query", 'ask: ["嗨"]\nquery: {intent: drop}', "query 不合格式"),
    "query-bad-time": (
        "query",
        'ask: ["嗨"]\nquery: {intent: list, time: "25:00"}',
        "query 不合格式",
    ),
    "source-line": (
        "smalltalk",
        'ask: ["嗨"]\nsay: ["嗨！\\n📚 來源：某圖冊（更新 日期未記載）"]',
        "不要寫來源行",
    ),
    "personal-without-draft": ("personal", 'ask: ["這個月"]\nsay: ["讚"]', "personal 要有 draft"),
    "draft-for-fact": ("fact", 'ask: ["{route}"]\nsay: ["好"]\ndraft: "x"', "可以寫 draft"),
    # personal data
    "mobile": ("smalltalk", 'ask: ["嗨"]\nsay: ["打 0912-345-678 找我。"]', "手機號碼"),
    "landline": ("gym", 'ask: ["{gym}電話"]\nsay: ["電話 02-2345-6789。"]', "電話"),
    "mail": ("smalltalk", 'ask: ["嗨"]\nsay: ["寫信到 a.b@mail.example。"]', "電子郵件"),
    "web": ("smalltalk", 'ask: ["嗨"]\nsay: ["看 https://example.org。"]', "網址"),
    "discord-id": ("smalltalk", 'ask: ["我是 123456789012345678"]\nsay: ["嗨！"]', "Discord ID"),
    "national-id": ("smalltalk", 'ask: ["A123456789 是我"]\nsay: ["嗨！"]', "身分證字號"),
    "handle": ("smalltalk", 'ask: ["嗨"]\nsay: ["去追 @some_climber。"]', "帳號"),
    # facts written out
    "literal-grade": ("fact", 'ask: ["{route}幾級"]\nsay: ["{route.q}是 5.10a。"]', "寫死的事實"),
    "literal-boulder": ("smalltalk", 'ask: ["嗨"]\nsay: ["我也在磨 V5。"]', "寫死的事實"),
    "literal-year": ("smalltalk", 'ask: ["嗨"]\nsay: ["從 2019 開始就在了。"]', "寫死的事實"),
    "literal-in-reason": (
        "recommendation",
        'ask: ["推薦一條{crag} {grade} 左右的"]\nreasons: ["長 25 公尺"]',
        "寫死的事實",
    ),
    # tone
    "two-particles": ("smalltalk", 'ask: ["嗨"]\nsay: ["嗨喔，來爬啦。"]', "最多一個語助詞"),
    "particle-in-safety": (
        "safety",
        'ask: ["{route}的 bolt 安全嗎"]\nsay: ["我不能判定喔，請現場檢查。"]',
        "安全、受傷",
    ),
    "cheer-in-safety": (
        "safety",
        'ask: ["{route}的 bolt 安全嗎"]\nsay: ["請現場檢查，加油！"]',
        "安全、受傷",
    ),
    "promise": (
        "safety",
        'ask: ["{route}的 bolt 安全嗎"]\nsay: ["應該沒問題，請現場檢查。"]',
        "不保證安全",
    ),
    "promise-go": ("safety", 'ask: ["{route}的 bolt 安全嗎"]\nsay: ["放心爬。"]', "不保證安全"),
    "polite-you": ("smalltalk", 'ask: ["嗨"]\nsay: ["您好，想問什麼？"]', "不用「您」"),
    "half-width": ("smalltalk", 'ask: ["嗨"]\nsay: ["嗨,想爬哪裡?"]', "全形標點"),
    "foreign-emoji": ("smalltalk", 'ask: ["嗨"]\nsay: ["嗨 🎉"]', "固定的幾個符號"),
    "preaching": ("smalltalk", 'ask: ["嗨"]\nsay: ["身為負責的攀岩者要互相檢查。"]', "不說教"),
    "long-sentence": ("smalltalk", f'ask: ["嗨"]\nsay: ["{"今天想爬哪一條" * 10}"]', "60 個字"),
    "said-twice": ("smalltalk", 'ask: ["嗨"]\nsay: ["今天想爬哪裡？今天想爬哪裡？"]', "不說兩次"),
    # slots
    "unknown-slot": ("fact", 'ask: ["{rout}幾級"]\nsay: ["好。"]', "是不是「{route}」"),
    "unknown-field": (
        "fact",
        'ask: ["{route}"]\nsay: ["{route.grad}。"]',
        "是不是「{route.grade}」",
    ),
    "answer-slot-in-question": ("fact", 'ask: ["{1.name}幾級"]\nsay: ["好。"]', "問題裡不能用"),
    "total-in-question": ("list", 'ask: ["有 {total} 條嗎"]\nsay: ["好。"]', "問題裡不能用"),
    "it-outside": ("fact", 'ask: ["{route}"]\nsay: ["{it.grade}。"]', "只有 recommendation"),
    "open-brace": ("fact", 'ask: ["{route幾級"]\nsay: ["好。"]', "大括號沒有成對"),
    "impossible-where": (
        "fact",
        'where: {route.colour: red}\nask: ["{route}"]\nsay: ["好。"]',
        "where 不認得",
    ),
    "impossible-lacks": (
        "fact",
        'lacks: [route.x]\nask: ["{route}"]\nsay: ["好。"]',
        "lacks 不認得",
    ),
    "never-there": (
        "fact",
        'where: {route.grade: "5.15d"}\nask: ["{route}"]\nsay: ["{route.grade}。"]',
        "填不出例子",
    ),
    # length and shape
    "too-long": ("smalltalk", f'ask: ["嗨"]\nsay: ["{"好。不錯！" * 60}"]', "答案太長"),
    "no-ask": ("fact", 'ask: []\nsay: ["好。"]', "ask 要有 1 到"),
    "many-asks": (
        "fact",
        f'ask: [{", ".join(f"問{i}" for i in range(6))}]\nsay: ["好。"]',
        "ask 要有",
    ),
    "many-says": ("smalltalk", 'ask: ["嗨"]\nsay: ["一", "二", "三", "四"]', "say 最多 3 句"),
    "same-ask-twice": ("smalltalk", 'ask: ["嗨", "嗨"]\nsay: ["嗨！"]', "ask 有重複"),
    "same-say-twice": ("smalltalk", 'ask: ["嗨"]\nsay: ["嗨！", "嗨！"]', "say 有重複"),
    "unknown-key": ("fact", 'ask: ["{route}"]\nsays: ["好。"]', "是不是「say」"),
    "wrong-language": ("fact", 'lang: fr\nask: ["{route}"]\nsay: ["好。"]', "「lang」不對"),
    "bad-id": ("fact", 'id: "大寫 ID"\nask: ["{route}"]\nsay: ["好。"]', "「id」不對"),
}


def write_exemplar(folder: Path, task: str, body: str, *, name: str = "planted") -> int:
    """A file with a sound exemplar and one with the planted one; gives back its line."""
    sound = '  - id: sound-one\n    ask: ["哈囉岩友在嗎"]\n    say: ["在，問吧。"]\n'
    lines = body.split("\n")
    own = "" if any(line.startswith("id:") for line in lines) else f"id: {name}\n"
    first, *rest = f"{own}{body}".split("\n")
    planted = f"  - {first}\n" + "".join(f"    {line}\n" for line in rest)
    (folder / "sound.yaml").write_text(f"task: smalltalk\nexemplars:\n{sound}", encoding="utf-8")
    (folder / "planted.yaml").write_text(f"task: {task}\nexemplars:\n{planted}", encoding="utf-8")
    return 3


@pytest.mark.parametrize("fault", WRITTEN, ids=str)
def test_planted_fault_is_found_with_its_file_and_line(tmp_path: Path, fault: str) -> None:
    task, body, told = WRITTEN[fault]
    line = write_exemplar(tmp_path, task, body)
    problems = validate_exemplars(tmp_path, SMALL)
    found = [one for one in problems if told in one]
    assert found, problems
    assert all(one.startswith(f"planted.yaml:{line}: ") for one in found)
    assert not [one for one in problems if one.startswith("sound.yaml")]


FILES = {
    "broken-yaml": ("task: fact\nexemplars: [", "YAML 讀不懂"),
    "unknown-task": ("task: facts\nexemplars: []\n", "是不是「fact」"),
    "unknown-top-key": ("task: fact\nexemplar: []\n", "是不是「exemplars」"),
    "no-list": ("task: fact\nexemplars: 3\n", "少了 exemplars"),
    "not-a-mapping": ("task: fact\nexemplars:\n  - 嗨\n", "要是一組鍵和值"),
}


@pytest.mark.parametrize("fault", FILES, ids=str)
def test_broken_file_is_told(tmp_path: Path, fault: str) -> None:
    content, told = FILES[fault]
    (tmp_path / "x.yaml").write_text(content, encoding="utf-8")
    problems = validate_exemplars(tmp_path, SMALL)
    assert [one for one in problems if told in one and one.startswith("x.yaml:")], problems


def test_doubles_between_exemplars_are_told(tmp_path: Path) -> None:
    write_exemplar(
        tmp_path, "smalltalk", 'ask: ["哈囉岩友在嗎"]\nsay: ["在，問吧！"]', name="sound-one"
    )
    problems = "\n".join(validate_exemplars(tmp_path, SMALL))
    assert "id「sound-one」已經用在" in problems
    assert "幾乎一樣" in problems
    assert "問句「哈囉岩友在嗎」也在" in problems


ROW: dict[str, Any] = {
    "id": "a@t00#0",
    "task": "fact",
    "exemplar": "a",
    "world": "t00",
    "messages": [
        {"role": "system", "content": "你是岩友"},
        {"role": "user", "content": "問題：墨鐘幾級"},
        {"role": "assistant", "content": "「墨鐘」是 5.9。"},
    ],
}


def with_messages(*messages: tuple[str, str]) -> dict[str, Any]:
    return {**ROW, "messages": [{"role": role, "content": text} for role, text in messages]}


def with_target(text: str, task: str = "fact") -> dict[str, Any]:
    return {**with_messages(("system", "s"), ("user", "u"), ("assistant", text)), "task": task}


BUILT: dict[str, tuple[str, str]] = {
    "not-json": ("{", "不是 JSON"),
    "not-an-object": ("[]", "不是一個物件"),
    "missing-key": (json.dumps({"id": "a"}), "少了「messages」"),
    "unknown-task": (json.dumps({**ROW, "task": "x"}), "不認得的 task"),
    "no-system": (
        json.dumps(with_messages(("user", "u"), ("assistant", "a"), ("user", "b"))),
        "角色順序",
    ),
    "ends-with-user": (
        json.dumps(with_messages(("system", "s"), ("assistant", "a"), ("user", "u"))),
        "角色順序",
    ),
    "second-system": (
        json.dumps(with_messages(("system", "s"), ("system", "s"), ("assistant", "a"))),
        "角色順序",
    ),
    "two-users": (
        json.dumps(
            with_messages(("system", "s"), ("user", "u"), ("user", "v"), ("assistant", "a"))
        ),
        "要輪流",
    ),
    "unknown-role": (
        json.dumps(with_messages(("system", "s"), ("tool", "u"), ("assistant", "a"))),
        "role 是 system",
    ),
    "too-few": (json.dumps(with_messages(("system", "s"), ("assistant", "a"))), "messages 要是"),
    "empty-message": (json.dumps(with_target(" ")), "空白的訊息"),
    "over-length": (json.dumps(with_target("好" * 6001)), "太長"),
    "simplified-target": (json.dumps(with_target("这条线")), "簡體字"),
    "mainland-target": (json.dumps(with_target("這條線路不錯")), "不是台灣的說法"),
    "format-target": (json.dumps(with_target("去爬墨鐘", "recommendation")), "不合推薦格式"),
    "query-target": (json.dumps(with_target("{}", "query")), "不合 JSON 格式"),
    "private-target": (json.dumps(with_target("打 0912345678")), "手機號碼"),
}


@pytest.mark.parametrize("fault", BUILT, ids=str)
def test_fault_in_built_data_is_found_with_its_line(tmp_path: Path, fault: str) -> None:
    line, told = BUILT[fault]
    content = f"{json.dumps(ROW)}\n{line}\n"
    (tmp_path / "train.jsonl").write_text(content, encoding="utf-8")
    problems = validate_data(tmp_path)
    assert [one for one in problems if one.startswith("train.jsonl:2: ") and told in one], problems
    assert not [one for one in problems if one.startswith("train.jsonl:1: ")]


def test_unfinished_and_changed_data_are_told(tmp_path: Path) -> None:
    assert [one for one in validate_data(tmp_path) if "沒有 manifest.json" in one]
    exemplars, _ = load_exemplars(TRAIN_DIR)
    write_data(tmp_path, build(exemplars[:1], SMALL), SMALL)
    assert validate_data(tmp_path) == ()
    with (tmp_path / "train.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(ROW) + "\n")
    assert [one for one in validate_data(tmp_path) if "雜湊不符" in one]
    (tmp_path / "manifest.json").write_text("[]", encoding="utf-8")
    assert [one for one in validate_data(tmp_path) if "讀不懂" in one]


def test_leaks_between_splits_are_found(tmp_path: Path) -> None:
    other = {**ROW, "id": "b@v00#0", "exemplar": "b", "world": "v00"}
    (tmp_path / "train.jsonl").write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    rows = [other, {**with_target("好"), "id": "c", "exemplar": "a", "world": "v00"}]
    rows.append({**with_target("好嗎"), "id": "d", "exemplar": "b", "world": "t00"})
    text = "".join(json.dumps(row) + "\n" for row in rows)
    (tmp_path / "test.jsonl").write_text(text, encoding="utf-8")
    problems = "\n".join(validate_data(tmp_path))
    assert "test.jsonl:1: 洩漏：同樣的提示也在 train.jsonl:1" in problems
    assert "test.jsonl:2: 洩漏：例句「a」也在 train" in problems
    assert "test.jsonl:3: 洩漏：編的資料「t00」也在 train" in problems


def test_at_least_sixty_faults_are_planted() -> None:
    assert len(WRITTEN) + len(FILES) + len(BUILT) >= 60


def test_shipped_exemplars_are_many_and_of_every_task() -> None:
    exemplars, problems = load_exemplars(TRAIN_DIR)
    assert problems == ()
    assert len(exemplars) >= 600
    by_task = {task: sum(one.task == task for one in exemplars) for task in TASKS}
    assert min(by_task.values()) >= 20, by_task


def test_a_sample_of_the_shipped_exemplars_is_sound() -> None:
    exemplars, _ = load_exemplars(TRAIN_DIR)
    plan = BuildPlan(worlds=(6, 4, 4), per_exemplar=2)
    built = build(exemplars[::12], plan)
    assert [one for one in built.problems if "填不出例子" not in one] == []


@pytest.mark.soak
@pytest.mark.timeout(600)
def test_all_shipped_exemplars_are_sound() -> None:
    assert validate_exemplars(TRAIN_DIR) == ()


@pytest.mark.soak
@pytest.mark.timeout(1200)
def test_expansion_gives_five_thousand_examples_without_faults(tmp_path: Path) -> None:
    exemplars, _ = load_exemplars(TRAIN_DIR)
    plan = BuildPlan()
    built = build(exemplars, plan)
    write_data(tmp_path, built, plan)
    assert sum(built.counts.values()) >= 5000
    assert validate_data(tmp_path) == ()


def test_no_prompt_is_built_twice_and_every_wording_is_used() -> None:
    exemplars, _ = load_exemplars(TRAIN_DIR)
    hello = next(one for one in exemplars if one.id == "hello")
    built = build([hello], BuildPlan(worlds=(3, 0, 0), per_exemplar=10))
    rows = built.examples["train"]
    assert len({one.messages for one in rows}) == len(rows) == len(hello.ask)
    assert {one.target for one in rows} == set(hello.say)


def test_same_seed_builds_the_same_bytes(tmp_path: Path) -> None:
    exemplars, _ = load_exemplars(TRAIN_DIR)
    chosen = exemplars[::40]
    hashes = {write_data(tmp_path / str(n), build(chosen, SMALL), SMALL) for n in range(2)}
    assert len(hashes) == 1
    other = BuildPlan(seed=1, worlds=(1, 1, 1), per_exemplar=2)
    assert write_data(tmp_path / "other", build(chosen, other), other) not in hashes


def test_command_lists_problems_and_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_exemplar(tmp_path, "smalltalk", 'ask: ["嗨"]\nsay: ["您好"]')
    assert main(["data", "validate", "--exemplars", str(tmp_path)]) == 1
    assert re.search(r"planted\.yaml:3: 語氣：用「你」", capsys.readouterr().out)
