"""Column headings of tables, in Chinese and English, as the field names of the JSON files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SHARED = {
    "id": "id,編號,代號,no",
    "nameEn": (
        "英文,英文名,英文名稱,nameen,name_en,english,englishname,英譯,"
        "路線英文名,英文路線名,館名英文"
    ),
    "description": "描述,說明,敘述,介紹,簡介,特色,description,desc,路線描述,路線說明",
    "notes": "備註,附註,注意事項,注意,notes,note,remarks,comment,comments",
    "alternativeNames": "別名,又名,俗名,俗稱,alias,aliases,othernames,alternativenames,aka",
    "status": "狀態,開放狀態,status",
    "updatedAt": "更新日期,更新時間,更新,最後更新,updated,updatedat,updatedon,lastupdated",
}
_ROUTE = {
    "id": "路線編號,路線代號,routeid,climbid",
    "crag": "岩場,岩場名稱,岩場名,crag,cragname,地點",
    "area": "區域,區域名稱,分區,岩區,area,areaname,區",
    "sector": "牆,牆面,岩壁,岩面,牆名,sector,wall,sectorname,wallname,子區域",
    "name": (
        "路線,路線名稱,路線名,中文名,中文名稱,名稱,題目,name,route,routename,climb,climbname,title"
    ),
    "grade": "難度,級數,難度等級,定級,等級,grade,rating,difficulty",
    "type": "型態,類型,攀登型態,路線型態,路線類型,攀登方式,type,style,discipline,routetype",
    "length": (
        "長度,高度,長度m,長度公尺,高度m,路線長度,length,lengthm,lengthmeters,"
        "height,heightm,lengthinmeters"
    ),
    "lengthFeet": "lengthft,lengthfeet,heightft,長度ft,長度呎,長度英尺",
    "boltCount": (
        "bolt,bolts,錨栓,bolt數,bolt數量,bolts數,錨栓數,錨栓數量,boltcount,"
        "boltscount,快扣數,快扣,numberofbolts,qd,qds"
    ),
    "firstAscent": "首攀,首攀者,開線者,開發者,fa,firstascent,firstascensionist,firstascentby",
    "firstAscentDate": (
        "首攀日期,首攀時間,首攀年份,首攀年,fadate,firstascentdate,faday,fayear,年份"
    ),
    "protection": "保護,保護裝備,裝備,器材,protection,gear,rack",
    "anchor": "固定點,確保站,anchor,anchors,anchortype,topanchor",
    "oldNames": "舊名,原名,舊稱,oldname,oldnames,formername",
    "popularity": "熱門度,人氣,推薦度,popularity",
    "safetyRating": "安全性,安全評等,安全等級,safety,safetyrating",
    "youtubeVideos": "影片,影片連結,video,videos,youtube",
    "pitch": "繩距,pitch",
}
_GYM = {
    "id": "岩館編號,gymid",
    "name": "岩館,岩館名稱,館名,攀岩館,場館,名稱,gym,gymname,name,中文名稱",
    "type": "型態,類型,岩館類型,type",
    "facilities": "設施,設備,facilities",
    "location.address": "地址,address",
    "location.city": "城市,縣市,city",
    "location.district": "行政區,鄉鎮市區,district",
    "location.region": "地區,區域,region",
    "location.latitude": "緯度,latitude,lat",
    "location.longitude": "經度,longitude,lng,lon",
    "contact.phone": "電話,聯絡電話,phone,tel,telephone",
    "contact.website": "網站,官網,網址,website,url",
    "contact.facebook": "facebook,fb,臉書,粉絲專頁",
    "contact.instagram": "instagram,ig",
    "contact.line": "line,lineid",
    "pricing.weekday": (
        "平日票,平日票價,平日單次,平日價格,平日價,平日入場,weekdayprice,"
        "weekdayticket,weekdayentry,priceweekday"
    ),
    "pricing.weekend": (
        "假日票,假日票價,假日單次,假日價格,假日價,週末票,週末票價,weekendprice,"
        "weekendticket,weekendentry,priceweekend"
    ),
    "pricing.twilight": "星光票,星光票價,星光,twilight,twilightprice,twilightticket,晚鳥票",
    "pricing.single": "票價,單次票,單次票價,入場費,門票,price,entry,entryfee,ticket",
    "pricing.shoes": "岩鞋,租鞋,岩鞋租借,租岩鞋,鞋租,shoes,shoerental,shoesrental",
    "pricing.harness": "吊帶,租吊帶,吊帶租借,harness,harnessrental",
    "pricing.student": "學生票,學生票價,學生,學生價,student,studentprice,studentticket",
    "pricing.child": "兒童票,兒童,兒童票價,小孩票,child,childprice,kids,kidsprice",
    "pricing.morning": "早場票,早場,早場票價",
    "pricing.earlyBird": "早鳥票,早鳥,早鳥票價,earlybird",
    "pricing.offPeak": "離峰票,離峰,離峰票價,離峰時段,offpeak,offpeakprice",
    "pricing.tenPass": "十次券,十次卡,十次票,10次券,10次卡,10次票,tenpass,10pass,punchcard",
    "pricing.monthlyPass": "月票,月卡,月費,monthlypass,monthly,monthlyprice",
    "pricing.quarterlyPass": "季票,季卡,quarterlypass,quarterly",
    "pricing.yearlyPass": "年票,年卡,年費,yearlypass,yearly,annualpass",
    "pricing.membershipFee": "會員費,入會費,會費,membership,membershipfee",
    "pricing.chalk": "粉袋,租粉袋,粉袋租借,chalk,chalkrental",
    "pricing.belayDevice": "確保器,租確保器,確保器租借",
    "pricing.notes": "票價備註,價格備註,票價說明,pricenotes",
    "transportation.mrt": "捷運,mrt",
    "transportation.bus": "公車,bus",
    "transportation.train": "火車,台鐵,train",
    "transportation.parking": "停車,停車場,停車資訊,parking",
    "transportation.交通": "交通,交通方式,transportation,transport",
    "openingHours.daily": "營業時間,開放時間,時間,hours,openinghours",
    "openingHours.weekday": "平日營業時間,平日時間,平日開放時間,weekdayhours",
    "openingHours.weekend": "假日營業時間,週末營業時間,假日時間,週末時間,weekendhours",
    "openingHours.holiday": ("國定假日,國定假日營業時間,例假日,holiday,holidayhours,publicholiday"),
}
_META = {
    "source": "來源,資料來源,source,title,標題",
    "sourceUrl": "來源網址,網址,連結,sourceurl,url",
    "maintainer": "維護者,維護單位,維護,maintainer",
    "licence": "授權,授權條款,licence,license",
    "lastUpdated": "更新日期,最後更新,資料日期,lastupdated,updated",
}
_DAYS = {
    "monday": "一,mon",
    "tuesday": "二,tue",
    "wednesday": "三,wed",
    "thursday": "四,thu",
    "friday": "五,fri",
    "saturday": "六,sat",
    "sunday": "日,天,sun",
}
_UNIT = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]")


def _table(*groups: dict[str, str]) -> dict[str, str]:
    return {
        key(word): field
        for group in groups
        for field, words in group.items()
        for word in words.split(",")
    }


def _day_words() -> dict[str, str]:
    found = {}
    for day, words in _DAYS.items():
        han = [
            f"{week}{word}"
            for word in words.split(",")
            if not word.isascii()
            for week in ("星期", "週", "周", "禮拜")
        ]
        latin = [day, *(word for word in words.split(",") if word.isascii())]
        for word in (*han, *latin):
            for ending in ("", "營業時間", "時間", "hours"):
                found[key(word + ending)] = f"openingHours.{day}"
    return found


ROUTE_HEADINGS = _table(_SHARED, _ROUTE)
GYM_HEADINGS = {**_table(_SHARED, _GYM), **_day_words()}
META_HEADINGS = _table(_META)

_ONLY_ROUTES = frozenset({"crag", "grade", "sector", "boltCount", "firstAscent", "length"})
_ONLY_GYMS = ("contact.", "pricing.", "openingHours.", "location.")


def fields_of(cells: Sequence[object], headings: dict[str, str]) -> dict[int, str]:
    """Column number → field name, for the cells that are headings; a field is taken once."""
    found: dict[int, str] = {}
    for index, cell in enumerate(cells):
        text = cell if isinstance(cell, str) and len(cell) <= 40 else ""
        field = headings.get(key(text)) or headings.get(key(_UNIT.sub("", text)))
        if field and field not in found.values():
            found[index] = field
    return found


def is_route_header(fields: Iterable[str]) -> bool:
    """Whether these columns tell of routes: a name or id and something only routes have."""
    names = set(fields)
    return bool(names & {"name", "nameEn", "id"}) and bool(names & _ONLY_ROUTES)


def is_gym_header(fields: Iterable[str]) -> bool:
    """Whether these columns tell of gyms."""
    names = set(fields)
    return bool(names & {"name", "nameEn", "id"}) and any(
        name.startswith(_ONLY_GYMS) for name in names
    )
