"""The everyday words of a voice: ``python -m tests.benchmarks.voice_words``.

Prints ``bot/voice/words/everyday.txt``: what our own authored answers say that no record, question
or rendered answer supplied, without the words that claim something (``words/claims.yaml``), and the
common words below.
"""

from __future__ import annotations

import re
import textwrap
from contextlib import ExitStack
from itertools import pairwise

from bot.voice.claims import made_up
from bot.voice.everyday import pieces
from bot.voice.judging import Judge
from finetune.invented import open_world
from knowledge.text import key
from tests.bot.voice_examples import right_answers

COMMON = """
這條 那條 這幾條 那幾條 每一條 其中 這裡 那裡 這間 那間 這邊 那邊 這個 那個
這些 那些 哪一 什麼 怎麼 多少 可以 如果 因為 所以 但是 不過 而且 另外 還有
的話 一下 看看 你可以 要不要 比較 應該 大約 大概 左右 差不多 也就是 就是 都是
只有 只是 還是 或者 跟你說 告訴你 幫你 給你 查到 找到 查了 手邊 資料 紀錄 記載
寫的 寫著 標的 標示 列出 整理 目前 現在 一共 總共 分別 各有 依序 由低到高 順序
難度 等級 路線 岩場 岩館 長度 位置 類型 型態 時間 價格 票價 首攀 固定點 想爬
可以爬 爬爬看 試試 挑一條 選一條 參考 確認 出發前 再問 問我 隨時 需要 想知道
更多 是的 沒錯 對的 好的 當然 抱歉 不好意思 沒有 找不到 查不到 不知道 不清楚
沒寫 沒有寫 沒有記 沒辦法 無法 目前沒有 以上 如下 下面 上面 前面 後面 第一 第二
第三 出門 出發 門前 最新 公告 查詢 清楚 館方 現場 當地 岩友 朋友 一起 順利
開心 玩得 加油 慢慢 小心 注意 記得 提醒 補充 簡單 清單 名單 列表 其他 另一
同一 面牆 隔壁 附近 下次 下回 有空 隨便 直接 馬上 立刻 繼續 接著 然後 首先
最後 總之 換句話說 舉例 例如 比如 像是 屬於 叫做 名字 名稱 英文 中文 又名 別名
標註 註明 落在 上下 介於 範圍 最低 最高 由易到難 由難到易 平均 合計 加起來 差距
相差 相同 一樣 不同 分開 兩者 前者 後者 各別 單次 平日 假日 週末 營業 開門
關門 打烊 開放 時段 公休 費用 價位 多少錢 聯絡 電話 地址 地點 區域 岩區 岩壁
牆面 支數 顆數 數量 裝備 快扣 先鋒 確保 攀登 完攀 嘗試 紀錄裡 你的紀錄 目標
挑戰 熱身 進步 建議 推薦 適合 喜歡 感覺 風格 手感 動作 內容 介紹 說明 描述
寫道 提到 原文 引用 依照 根據 來看 目測 判斷 評估 自己 自行 為準 以免 避免
盡量 麻煩 謝謝 感謝 歡迎 回報 錯誤 更正 修正 更新 日期 到期 截至
the and for with you your are was were this that these those here there its it's from than then
one two can may has have had but not any some more most all only also see ask want know tell
told say says said grade graded route routes crag gym record records data list listed long
metres meters about around between which what when where who how according here's there's i'm
don't doesn't isn't none sorry sure yes okay found find check before go give gives gave name
named names called number figure figures together lower higher same different both each other
others day days weekday weekend price prices cost costs opening opens open closes hour closed
phone address area wall bolts anchor gear climb climbs climbing climber climbers local please
enjoy good luck let feel free happy help detail details note notes based written states stated
reads range easy hard try tried goal plan next first last second third quick short answer
question
"""
WIDTH = 98


def main() -> int:
    """Print the file; 0."""
    with ExitStack() as stack:
        worlds = [stack.enter_context(open_world(f"v{index:02d}", 7)) for index in range(3)]
        own = _spelled(COMMON)
        for right in right_answers(worlds, numbers=2):
            judge = Judge(right.spoken)
            names = sorted(judge.quotes, key=len, reverse=True)
            text = right.text
            for name in names:
                text = text.replace(name, " ") if len(name) > 1 else text
            own |= {
                spelling: folded
                for spelling, folded in _spelled(text).items()
                if folded not in pieces(judge._known)
            }
    kept = sorted(one for one in own if not list(made_up(one, "")))
    print("# Words that claim nothing: printed by python -m tests.benchmarks.voice_words.")  # noqa: T201
    print("\n".join(textwrap.wrap(" ".join(kept), WIDTH)))  # noqa: T201
    return 0


def _spelled(text: str) -> dict[str, str]:
    """The pieces of a text as they are written, with their folded form."""
    words = re.findall(r"[a-z][a-z'-]{2,}", text.casefold())
    runs = re.findall(r"[\u3400-\u9fff]+", text)
    pairs = [first + second for run in runs for first, second in pairwise(run)]
    return {one: key(one) for one in (*words, *pairs)}


if __name__ == "__main__":
    raise SystemExit(main())
