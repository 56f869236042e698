"""Ordinary words of questions, so that a name that is one of them does not fire as plain speech.

Two classes: function words, at which an unknown name ends, and content words, which may be part
of one. Everything is folded to keys; nothing here is a name of the catalogue.
"""

from __future__ import annotations

from functools import cache

from knowledge.terms import vocabulary as term_words
from knowledge.text import has_han, key

_PARTICLES = (
    "的了嗎呢吧啊喔哦噢耶欸誒啦嘛呀是在有和跟與及或從去來想要能會可請問那這哪誰幾很最更比還也都就只"
    "我你他她們個條級爬找沒不被把讓對什怎麼太叫"
)
"""Single characters at which words part."""

_NEIGHBOURS = (
    "著過到往多少才又再已給叫於為因所以但而如若且其之何它顆點看做用說講聽得別將並拿帶走進出開關等先後"
    "裡內外上下算屬跑住吃喝買賣推玩練試學教借真好完請查列選挑離近遠約共各每另該此"
)
"""Single characters beside which a name may stand, but which may be part of one too."""

_FUNCTION_WORDS = """
請問 想問 問一下 請教 請幫 幫我 麻煩 告訴 跟我說 我想 我想知道 想知道 想要 我要 我們 你們 他們
大家 自己 別人 可以 可不可以 能不能 有沒有 是不是 要不要 會不會 好不好 對不對 難不難 需不需要 需要
應該 應該是 可能 也許 大概 大約 左右 到底 究竟 其實 真的 好像 聽說 據說 聽過 覺得 感覺 以為 認為
知道 記得 忘了 看到 找到 找不到 爬過 去過 試過 什麼 甚麼 怎麼 怎樣 怎麼樣 如何 哪裡 哪邊 哪個 哪條
哪一條 哪幾條 哪些 哪間 哪一間 哪區 哪一區 哪位 誰的 為什麼 多少 幾條 幾個 幾顆 幾級 幾點 幾米
幾公尺 幾支 幾間 幾家 幾段 幾次 幾號 多長 多高 多難 多遠 多久 多貴 多大 這條 那條 這個 那個 這些
那些 這裡 那裡 那邊 這邊 這樣 那樣 這面 那面 這一條 那一條 這間 那間 這家 那家 這首 另外 其他 其它
一個 一條 一下 一些 一樣 一起 一定 一般 一點 一直 一次 一共 一間 一家 兩條 兩個 三條 三個 幾種
每個 每條 各個 所有 全部 總共 目前 現在 今天 明天 昨天 後天 前天 今晚 明早 早上 中午 下午 晚上
凌晨 週末 平日 假日 最近 之前 以前 以後 之後 上次 下次 這次 上週 下週 這週 本週 上個月 下個月
這個月 今年 去年 明年 前年 最後 最早 第一 第二 第三 還是 或是 或者 還有 以及 而且 但是 不過 可是
如果 因為 所以 然後 那麼 就是 不是 沒有 不會 不能 不要 不用 不想 不知道 不好 不難 很難 太難 好難
超難 簡單 最難 最簡單 最長 最短 最高 最熱門 最新 最多 最少 比較 比較難 比較簡單 更難 以上 以下
以內 之間 附近 旁邊 左邊 右邊 上面 下面 裡面 外面 前面 後面 對面 中間 隔壁 位於 位在 屬於 包含
包括 推薦 建議 介紹 分享 列出 查詢 查 比一比 比較一下 說明 解釋 整理 顯示 給我 告訴我 列給我 看看
想去 想爬 要去 要爬 叫做 叫作 名叫 名為 名字 稱為 又叫 也叫 關於 有關 對於 根據 適合 不適合 值得
好玩 好爬 難爬 可以爬 去爬 爬完 爬到 通常 平常 常常 經常 偶爾 從來 從沒 曾經 已經 剛剛 剛才 馬上
立刻 將來 未來 本來 原來 原本 突然 當然 確定 確認 確實 的確 必須 只要 只有 只是 除了 除此 此外
等級 不管 無論 雖然 儘管 即使 既然 由於 為了 按照 依照 藉由 透過 經過 通過 直到 直接 間接 順便
順路 開始 結束 繼續 停止 完成 達到 超過 低於 高於 等於 大於 小於 接近 靠近 遠離 來自 出現 發生
存在 保持 維持 增加 減少 改變 改善 提升 提高 回答 回覆 幫忙 協助 參考 考慮 選擇 決定 打算 準備
嘗試 試試 體驗看看 參加 加入 認識 了解 瞭解 熟悉 清楚 明白 注意到 發現 聽到 看過 用過 第一次
第二次 第三次 第一條 第二條 上一條 下一條 前一條 後一條 同一條 哪一個 哪一種 哪種 哪類 哪一類
哪一面 哪面 哪天 哪一天 幾歲 幾人 幾位 四條 五條 十條 幾十 上百 一百 兩三 三四 四五 所有的 全都
都有 都是 還有沒有 有多 有多少 有幾 有什麼 有誰 沒什麼 沒人 不只 不但 不錯 不多 謝謝 感謝 你好
哈囉 嗨 您好 早安 晚安 拜託 不好意思 對不起 沒關係 好的 沒問題 哈哈 等等 而已 的話 含有 在哪
在哪裡 在哪邊 在哪一區 怎麼去 怎麼走 怎麼爬 怎麼下來 是誰 誰開 誰爬 叫什麼 是什麼 算是 幾月 何時
看起來 聽起來 我會 我有 我在 我是 我來 來了 沒完 不行 不同 相同 差別 差在哪 區別 變成 改成 換成 換
那個誰
"""

_CONTENT_WORDS = """
路線 路线圖 岩場 岩館 攀岩館 抱石館 攀岩場 抱石場 攀岩 抱石 岩壁 岩石 岩區 區域 牆面 牆 區 地點
位置 地址 電話 網站 官網 難度 等級 級數 級別 長度 高度 名稱 英文 中文 舊名 別名 首攀 首攀者 開線
開線者 開發者 影片 照片 圖 圖片 描述 資料 資訊 紀錄 繩距 繩子 繩長 快扣 裝備 器材 螺栓 錨點 固定點
掛點 確保 確保點 保護 下撤 垂降 岩楔 頭盔 安全 危險 落石 注意 事項 運動 運動攀登 運動路線 傳統
傳統攀登 傳統路線 先鋒 上方 頂繩 多繩距 單繩距 裂隙 斜板 外傾 懸岩 屋簷 內角 岩角 煙囪 橫渡 平台
通道 入口 出口 起點 終點 起攀 完攀 直上 左上 右上 右手 左手 手指 腳 手 手腕 肩膀 膝蓋 受傷 痛 手臂
熱門 冷門 經典 好評 評價 評分 人氣 新手 初學 初學者 入門 進階 高手 老手 小孩 親子 家庭 朋友 女友
男友 老人 教練 課程 體驗 練習 訓練 暖身 熱身 挑戰 計畫 專案 計劃 目標 進步 技巧 動作 腳法 手法
耐力 力量 爆發力 柔軟度 方便 麻煩 快樂 天氣 下雨 雨天 晴天 颱風 浪 海浪 潮汐 漲潮 退潮 溫度 風
太陽 陽光 陰影 早晨 夏天 冬天 春天 秋天 季節 夏季 冬季 月份 交通 停車 停車場 公車 捷運 火車 開車
機車 步行 走路 接駁 車站 高鐵 騎車 路程 距離 車程 接近 路徑 步道 海邊 山上 市區 營業 營業時間 時間
開放 關閉 封閉 開門 關門 打烊 公休 休息 票價 門票 價格 費用 價錢 多少錢 單次 月票 年票 學生 優惠
折扣 租借 租鞋 岩鞋 鞋子 吊帶 粉袋 租金 租 免費 付費 預約 報名 淋浴 冷氣 置物櫃 設施 設備 廁所
wifi 餐廳 便利商店 住宿 星光票 單次票 全票 半價 兒童 成人 會員 分店 門市 總店 連鎖 樓層 縣市 城市
北部 中部 南部 東部 離島 台灣 臺灣 全台 全臺 國內 國定假日 國慶日 國慶 新年 過年 春節 元旦 除夕
清明 清明節 端午 端午節 中秋 中秋節 情人節 聖誕節 跨年 連假 寒假 暑假 星期一 星期二 星期三 星期四
星期五 星期六 星期日 星期天 週一 週二 週三 週四 週五 週六 週日 禮拜一 禮拜二 禮拜三 禮拜四 禮拜五
禮拜六 禮拜天 禮拜日 一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月 年 月 日 號
點 分 小時 分鐘 公尺 米 公里 元 塊 錢 次 趟 組 種 隻 支 間 家 面 段 位 人 名 版本 資料庫 來源 更新
統計 分布 分佈 數量 平均 範圍 比例 黃金週 黃金 未知 未命名 無人 沒人 有人 別的 同樣 類似 相似 普通
特別 特色 重點 問題 答案 意思 原因 方法 方式 情況 狀況 東西 事情 世界 生活 工作 學校 老師 同學
公司 電腦 手機 遊戲 音樂 電影 故事 歷史 文化 自然 環境 動物 植物 生態 海洋 海水 室內 戶外 野外
室外 女生 男生 大人 學員 同好 團隊 社團 社群 岩友 隊友 夥伴 老婆 老公 爸爸 媽媽 寶寶 狗狗 寵物
長輩 身高 體重 臂展 身材 矮個子 高個子 力氣 體力 體能 核心 指力 皮膚 指皮 傷口 骨折 扭傷 韌帶 肌肉
醫生 醫院 急救 救援 救護 報警 電話號碼 意外 事故 墜落 漲潮時 潮水 浪高 風浪 氣溫 濕度 乾燥 潮濕
岩質 砂岩 石灰岩 花崗岩 珊瑚礁 大理石 鐘乳石 落石區 海蝕 海岸 沙灘 森林 樹林 瀑布 溪流 早餐 午餐
晚餐 宵夜 咖啡 飲料 水源 營地 露營 民宿 飯店 旅館 車位 油錢 過夜 打工 上班 下班 放假 請假 出國
旅行 旅遊 行程 路況 搭車 轉乘 客運 巴士 計程車 共乘 機場 港口 碼頭 漁港 隧道 橋 路口 馬路 門口
樓上 樓下 地下室 停車費 門禁 規定 規則 規範 申請 許可 證照 證件 執照 保險 責任 同意書 教學 團課
私人 家教 老闆 員工 店員 櫃台 會館 器材店 代買 二手 出售 徵求 揪團 約爬 報團 主揪 攝影 拍照 直播
頻道 文章 書 圖冊 攻略 手冊 地圖 座標 定位 導航 連結 網址 檔案 表格 清單 列表 排行 排名 順序 分數
成績 紀錄片 日期 次數 天數 人數 條數 個數 總數 單位 公分 公斤 英呎 英尺 秒 半天 整天 一天 兩天
三天 幾天 週間 月底 月初 年底 年初 暑期 夜間 白天 夜晚 傍晚 清晨 黃昏 日出 日落 大太陽 陰天 毛毛雨
大雨 小雨 雷雨 東北季風 季風 落山風 強風 無風 冷 熱 濕 乾 滑 硬 軟 高 低 和平 比賽 選手 冠軍 國家
公園 國家公園 生日 禮物 紀念 幸運 小心 加油 開心 快速 慢慢 放鬆 專心 認真 努力 放棄
"""

_PLACES = """
台北 臺北 新北 基隆 桃園 新竹 苗栗 台中 臺中 彰化 南投 雲林 嘉義 台南 臺南 高雄 屏東 宜蘭 花蓮
台東 臺東 澎湖 金門 馬祖 連江 中正 大同 中山 松山 大安 萬華 信義 士林 北投 內湖 南港 文山 板橋
三重 中和 永和 新莊 新店 樹林 鶯歌 三峽 淡水 汐止 瑞芳 土城 蘆洲 五股 泰山 林口 深坑 石碇 坪林
三芝 石門 八里 平溪 雙溪 貢寮 金山 萬里 烏來 中壢 平鎮 八德 楊梅 大溪 蘆竹 龜山 龍潭 竹北 竹東
頭份 西屯 北屯 南屯 豐原 大里 太平 清水 沙鹿 大甲 東勢 梧棲 烏日 神岡 大肚 大雅 后里 霧峰 潭子
龍井 外埔 和平區 石岡 新社 員林 鹿港 埔里 斗六 虎尾 安平 安南 永康 歸仁 新化 仁德 善化 新營 白河
左營 鼓山 三民 鹽埕 前金 新興 苓雅 前鎮 旗津 小港 鳳山 大寮 鳥松 仁武 岡山 橋頭 燕巢 旗山 美濃
恆春 枋寮 潮州 羅東 冬山 頭城 蘇澳 吉安 秀林 玉里 關山 池上 成功鎮 東河 綠島 蘭嶼 北海岸 東北角
東海岸 陽明山 太魯閣 日本 香港 中國 美國 泰國 韓國
"""

_ENGLISH = """
a an the is are was were be been being am do does did done have has had having can could will
would shall should may might must of in on at to for from by with without about into over under
between near around off up down out as than then that this these those there here it its i me my
we us our you your he she they them his her their and or but not no nor so if because while when
where who whom whose which what why how many much more most less least some any all every each
both few other another such only just also too very really quite please thanks thank hello hi hey
ok okay yes yeah tell give show list find get know like want need help think say said says see
look looking got let lets go going went come coming climb climbs climbed climbing climber climbers
route routes lines problem problems wall walls area areas sector sectors crag crags gym gyms
bouldering boulder boulders grade grades graded hard harder hardest easy easier easiest difficult
difficulty difficulties long longer longest short shorter shortest tall high height length meter
meters metres metre feet bolt bolts bolted anchor anchors rope ropes gear quickdraw quickdraws
draws pitch pitches multipitch sport trad top lead leading first second third fourth ascent
ascents fa ffa ascensionist name names named called new known alias english chinese description
info information detail details location located place places video videos popular popularity best
good recommend recommended recommendation recommendations suggest suggestion beginner beginners
intermediate advanced newbie starter safe safety dangerous closed open opens opening closing close
hours hour time times today tomorrow yesterday tonight now monday tuesday wednesday thursday
friday saturday sunday weekday weekdays weekend weekends holiday holidays week month year season
seasons price prices cost costs fee fees ticket tickets entry rent rental rentals shoes address
phone number website facebook instagram parking mrt approach transport beta crux tbc never ever
always sometimes often maybe still already again ago before after since until last next part level
range compare comparison versus vs difference different same similar convert conversion equal
equals yds french font uiaa v scale count total s there's what's it's i'm don't doesn't didn't
can't isn't aren't won't you're they're let's people person someone anyone everyone something
anything nothing somewhere anywhere everything else instead actually exactly currently available
worth try trying tried send sent sending
"""

_ENGLISH_CONTENT = """
afternoon air angel apple arete arm army art autumn awesome baby back bad bag ball band bank bar
bath beach bear beautiful bed bell big bird black blue bone book boss bottle bottom bowl box boy
brain brave bread break breakfast breath brick bridge bright bring brother brown build burn bus
busy butter button cake calm camp camping candle captain car card care castle cat cave chain chair
chalk chance change cheese chest chicken child children chimney choice circle city class clean
clear cliff clock cloud coach coat coffee cold convenient cool corn corner country course courses
cow crack cracks crazy cream crimp crimps crown cry cup curve dance danger dark dawn day days dead
deal dear death deep desert devil dihedral dinner dinosaur direct dirty doctor dog door double
dragon dream dress drink drive drop drum dry duck dust dyno ear early earth east edge egg eight
elbow electric eleven empty end energy engine enter equipment evening event events eye face fact
fair faith fall false family fan farm fast fat father fear feather feel fight final finger fingers
finish fire fish five flag flash flat floor flow flower fly food fool foot force forest forever
forget fork four fox frame free fresh friend friends front frozen fruit full fun funny garden gate
gentle ghost giant gift girl glass glory goat god gold golden grace grand grass gray great green
grey ground group grow guard guide guidebook guy guys hair half hall hammer hand happen happy
harbor harness hat head heart heaven heavy hell hero hidden highway hill history hold holds hole
holy home honey hope horse hot hotel house hsinchu hualien human hungry hunter hurt ice idea
injured injury inside iron island jacket join joke journey joy jug jugs juice jump jungle
kaohsiung keep key kid kids king kiss kitchen knee knife lady lake land large laugh law leaf leave
ledge left leg legend lemon lesson letter levels lie life lift light line lion lips little live
lock lonely lost loud love lover low lucky lunch machine magic man map mark market master match
meal meat meet memory men metal milk mind minus mirror miss mist money monkey monster moon morning
mother mountain mountains mouse mouth move movie mud multi music naked nature neck needle nest net
nice night nine noise normal north nose notebook nut ocean oil old one onsight orange order
outside overhang overhangs pack page pain paint pair palm paper park partner partners party pass
past path peace pen pencil perfect photo photos picture pig pilot pink pipe plan planet planning
plant plate play player pleasure plus pocket pockets poison pool poor pot power present pretty
prince princess private project projects promise proud pull pure purple push queen question quick
quiet race radio rain raining read reading real record red redpoint rest return rice rich ride
right ring rise river road robot rock rocket rocks roll roof roofs room root rose round royal run
sad sail salt sand save school scissors screen sea secret seed sense serious seven shade shadow
shape share sharp sheep shell shine ship shirt shoe shop shore shot shoulder shower sick side sign
silence silent silver simple sing single sister six size skin sky slab slabs sleep slide sloper
slopers slow small smart smell smile smoke smooth snake snow soap soft soldier solo song soul
sound soup south space special speed spider spirit spoon spot spring stage stair stand star start
station stay steal steam steel step stick stone storm story straight strange stranger stream
street strong sugar suit summer sun super surprise sweet swim sword system table taichung tail
tainan taipei taiwan talk taste tea teacher team tears teeth temple ten thin thing things three
thunder tide tiger tiny tired toilet tongue tool tooth topo toprope touch tower town toy track
traditional trail train travel traveling travelling traverse treasure tree trick trip trips
trouble true trust truth turn twelve twin two typhoon ugly uncle understand universe unknown
unnamed untitled upper valley view village visit visiting voice walk war warm warmup warmups wash
watch water wave waves way ways weak weather wedding well west wet wheel whisper white wifi wild
win wind window wine wing winner winter wise wish witch wolf woman women wonder wood word work
world worst wrist wrong yellow young zero
"""

_MAX_HAN_WORD = 7


@cache
def _function_words() -> frozenset[str]:
    words = (*_PARTICLES, *_FUNCTION_WORDS.split(), *_ENGLISH.split())
    return frozenset(key(word) for word in words)


@cache
def _neighbours() -> frozenset[str]:
    return frozenset(map(key, _NEIGHBOURS))


@cache
def _terms() -> frozenset[str]:
    return frozenset(key(word) for word in term_words()) - {""}


@cache
def _content_words() -> frozenset[str]:
    ordinary = {key(word) for word in (*_CONTENT_WORDS.split(), *_PLACES.split(), *_NEIGHBOURS)}
    return frozenset(ordinary) | frozenset(word for word in _terms() if has_han(word))


@cache
def _english_words() -> frozenset[str]:
    words = {key(word) for word in _ENGLISH_CONTENT.split()}
    phrases = (word for word in term_words() if not has_han(word))
    return frozenset(words | {key(part) for phrase in phrases for part in phrase.split()})


@cache
def _place_words() -> frozenset[str]:
    return frozenset(key(word) for word in _PLACES.split())


def is_function_word(word: str) -> bool:
    """Whether a key is a word that asks or joins; an unknown name does not go on over it."""
    return word in _function_words()


def is_neighbour(word: str) -> bool:
    """Whether a name may stand directly beside this key: a longer word or a joining character."""
    return is_word(word) if len(word) > 1 else is_joining(word)


def is_joining(character: str) -> bool:
    """Whether a Chinese character does not by itself carry a name."""
    return character in _function_words() or character in _neighbours()


def is_word(word: str) -> bool:
    """Whether a key is an ordinary word, Chinese or English."""
    return word in _function_words() or word in _content_words() or word in _english_words()


def is_term(word: str) -> bool:
    """Whether a key is a climbing term, which asks for a kind of route rather than for one."""
    return word in _terms()


def is_place_word(word: str) -> bool:
    """Whether a key is a city or district: where a gym may be, not what it is called."""
    return word in _place_words()


def longest_word(text: str, start: int, limit: int) -> int:
    """End of the longest Chinese word of the key that begins at ``start``; ``start`` if none."""
    for end in range(min(start + _MAX_HAN_WORD, limit), start, -1):
        word = text[start:end]
        if word in _function_words() or word in _content_words():
            return end
    return start
