"""The fields of a notice and the words by which files name them and their kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.schema import NoticeKind

_FIELD_WORDS = {
    "id": "編號,代號,公告編號,no",
    "about": "對象,關於,地點,場地,岩館或岩場,岩館／岩場,岩場或岩館,place,venue",
    "kind": "類別,種類,類型,公告類別,公告類型,type,category",
    "title": "標題,主旨,公告標題,subject,headline",
    "text": "內容,內文,公告內容,說明,content,body,message",
    "reported_on": "公告日期,回報日期,發布日期,發佈日期,日期,date,reportedon,posted,postedon",
    "valid_from": "開始日期,生效日期,起始日期,開始,起,validfrom,from,start,startdate",
    "valid_until": "結束日期,截止日期,到期日期,結束,迄,validuntil,until,end,enddate",
    "hours": "當日營業時間,特別營業時間,營業時間,例外時間,openinghours",
    "walls": "牆面,牆,岩壁,換線牆面,wall,sectors",
    "scope": "伺服器,適用伺服器,server,guild",
    "author": "作者,發布人,發佈人,公告人,by",
    "link": "連結,網址,來源連結,url,href",
}
NOTICE_FIELDS = tuple(_FIELD_WORDS)
FIELD_LABELS = {field: words.partition(",")[0] for field, words in _FIELD_WORDS.items()}
"""Field → the heading for it in tables."""
NOTICE_HEADINGS = {
    key(word): field for field, words in _FIELD_WORDS.items() for word in (field, *words.split(","))
}
"""Key of a heading → field."""

_KIND_WORDS: dict[NoticeKind, str] = {
    "reset": "換線,新線,路線更新,更新路線,換路線,換點,newset,resetting,routesetting",
    "closure": "封閉,關閉,休館,暫停開放,暫停營業,禁止攀登,封館,封場,封岩,closed,close",
    "hours": "營業時間,時間異動,營業時間異動,營業異動,openinghours",
    "price": "價格,票價,費用,漲價,調漲,優惠,價格異動,prices,pricing,fee",
    "event": "活動,比賽,友誼賽,課程,體驗,講座,events,competition",
    "access": "進出,通行,入場,開放,進出規定,申請,交通,封路,道路,步道,停車,解除封閉,reopening,open",
    "hardware": (
        "固定點,器材,硬體,掛片,錨點,確保點,螺栓,更換固定點,bolt,bolts,anchor,anchors,rebolting"
    ),
}
KIND_WORDS: dict[str, NoticeKind] = {
    key(word): kind for kind, words in _KIND_WORDS.items() for word in (kind, *words.split(","))
}
"""Key of a word → kind."""

KIND_LABELS: dict[NoticeKind, str] = {
    kind: words.partition(",")[0] for kind, words in _KIND_WORDS.items()
}
"""Kind → the word for it in tables."""


def is_notice_header(fields: Iterable[str]) -> bool:
    """Whether these columns tell of notices: what they are about, of what kind, and something."""
    names = set(fields)
    return {"about", "kind"} <= names and bool(names & {"title", "text", "reported_on"})
