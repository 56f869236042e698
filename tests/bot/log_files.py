"""Exports of other sites, made from their documented columns; every climb and person is invented.

Each site has at least three: the plain export, one that went through Excel or Windows, and one
with the traps of that site.
"""

from __future__ import annotations

import json

BOM = b"\xef\xbb\xbf"


def crlf(text: str) -> bytes:
    """With Windows line ends between the rows."""
    return text.replace("\n", "\r\n").encode()


MP_HEADER = (
    'Date,Route,Rating,Notes,URL,Pitches,Location,"Avg Stars","Your Stars",Style,"Lead Style",'
    '"Route Type","Your Rating",Length,"Rating Code"\n'
)
_MP = "https://www.mountainproject.com/route"
_CAPE = "International > Asia > Taiwan > Wuming Cape"
MP_PLAIN = (
    MP_HEADER
    + f'2026-10-04,"Grey Whale","5.10a/b PG13","windy, but ok",{_MP}/100000001/grey-whale,1,'
    f'"{_CAPE} > Whale Back",2.8,-1,Lead,Redpoint,"Trad, TR",,60,2700\n'
    + f'2026-10-05,"Barnacle",V2,,{_MP}/100000002/barnacle,1,"{_CAPE} > Tide Gate",3.1,3,Send,,'
    "Boulder,,10,20200\n"
    + f"2026-10-05,Nobody's Roof,V4,,{_MP}/100000003/roof,1,\"International > Asia > Taiwan > "
    'Far Gully",3.1,4,Flash,,Boulder,V3,10,20400\n'
    + f'2026-10-06,Foghorn,5.11c,"he said ""take"" twice",{_MP}/100000004/foghorn,1,"{_CAPE}",'
    "3.0,0,Lead,Fell/Hung,Sport,,82,4900\n"
    + f'2026-10-06,Foghorn,5.11c,,{_MP}/100000004/foghorn,1,"{_CAPE}",3.0,-1,Lead,,Sport,,82,\n'
    + f'2026-10-06,Foghorn,5.11c,,{_MP}/100000004/foghorn,1,"{_CAPE}",3.0,-1,TR,,Sport,,82,\n'
    + f'2026-10-07,Ice Sample,5.5 WI2+ M2-3,,{_MP}/100000005/ice,4,"California > Sample Park > '
    'North Gully",2,2,Follow,,"Trad, Ice, Alpine",,400,0\n'
    + f'2026-10-08,Sample Arete,5.7,,{_MP}/100000006/arete,1,"California > Sample Park",2,2,Solo,,'
    "Trad,,50,1800\n"
).encode()
MP_EXCEL = BOM + crlf(
    MP_HEADER
    + '3/23/2024,"Echo",5.10a,,,1,"International > Asia > Taiwan > Wuming Cape",3,-1,Lead,'
    "Onsight,Sport,,52,2600\n"
    + '4/3/2024,"Echo",5.10a,"again\nand again",,1,"International > Asia > Taiwan > Wuming Cape",'
    "3,-1,Lead,Redpoint,Sport,,52,2600\n"
)
MP_TRAPS = (
    MP_HEADER
    + '2024-02-30,Ghost Day,5.9,,,1,"X > Y",2,2,Lead,Onsight,Sport,,50,1\n'
    + ',Undated,5.9,,,1,"X > Y",2,2,Lead,Onsight,Sport,,50,1\n'
    + '2024-05-01,Strange,5.9,,,1,"X > Y",2,2,Levitate,,Sport,,50,1\n'
    + '2024-05-02,Commas, and more,5.9,,,1,"X > Y",2,2,Lead,Onsight,Sport,,50,1,\n'
    + '2024-05-03,Blank Boulder,V6-,,,1,"X > Y",2,2,,,Boulder,,50,1\n'
    + '2024-05-04,Called ann@example.org,V1,"call Ann +886 912 345 678",,1,"X > Y",2,2,Send,,'
    "Boulder,,50,1\n" + '2024-05-05,Torn,5.9,"no end of this no'
).encode()

CRAG_HEADER = (
    "Route Name,Ascent Label,Ascent ID,Ascent Link,Ascent Type,Route Grade,Ascent Grade,"
    "Route Gear Style,Ascent Gear Style,Route Height,Ascent Height,# Ascents,Route Stars,Route ID,"
    "Route Link,Country,Country Link,Crag Name,Crag Link,Crag Path,With,Comment,Quality,"
    "Ascent Date,Log Date,Shot\n"
)


def crag_row(
    number: int,
    name: str,
    kind: str,
    grade: str = "5.10b",
    gear: str = "Sport",
    day: str = "2026-10-04T00:00:00Z",
    **more: str,
) -> str:
    """One line of a theCrag logbook."""
    cells = {
        "Route Name": name,
        "Ascent ID": str(9_000_000_000 + number),
        "Ascent Link": f"http://www.thecrag.com/ascent/{9_000_000_000 + number}",
        "Ascent Type": kind,
        "Route Grade": grade,
        "Route Gear Style": gear,
        "Country": "Taiwan",
        "Crag Name": "Wuming Cape",
        "Crag Path": "Wuming Cape - Tide Gate",
        "Ascent Date": day,
        "Log Date": "2026-10-05T12:00:00Z",
        **more,
    }
    quoted = [
        '"' + cells.get(column, "").replace('"', '""') + '"'
        for column in CRAG_HEADER.strip().split(",")
    ]
    return ",".join(quoted) + "\n"


CRAG_PLAIN = (
    CRAG_HEADER
    + crag_row(
        1,
        "Sea Spray Notebook",
        "Red point",
        With="Friend Lin,  Friend Wu",
        Comment="nice\nsecond line, with Lin",
        Quality="Very Good",
        **{"Route Height": "18m", "Route Stars": "**", "# Ascents": "2"},
    )
    + crag_row(2, "Right Hand", "Onsight", "5.10a", **{"Ascent Grade": "5.9"})
    + crag_row(3, "Door Gods", "Hang dog", "5.11d/5.12a")
    + crag_row(4, "Foghorn", "Mark", "5.11c", day="")
    + crag_row(5, "Barnacle", "Onsight", "V2", "Boulder")
    + crag_row(6, "Empty Shell", "Send", "6B+", "Boulder", Quality="Mega Classic")
    + crag_row(7, "Rest Day", "Top rope with rest", "5.6", "Top rope")
    + crag_row(8, "Rest Day", "Top rope onsight", "5.6", "Top rope")
    + crag_row(9, "Wait", "Second clean", "5.10c", "Trad")
    + crag_row(10, "Wait", "Repeat", "5.10c", "Sport")
).encode()
CRAG_BOM = BOM + crlf(
    CRAG_HEADER
    + crag_row(20, "潮間", "Working", "5.10?", "Unknown")
    + crag_row(21, "藤壺", "Flash", "6A", "")
    + crag_row(22, "漲潮線", "Pink point", "5.7", "Sport", **{"Ascent Gear Style": "Trad"})
    + crag_row(23, "Deep One", "Deep water solo", "6a", "Unknown", **{"Route Height": "40ft"})
)
CRAG_TRAPS = (
    CRAG_HEADER
    + crag_row(30, "Midnight", "Red point", day="2026-10-04T00:00:00Z")
    + crag_row(30, "Midnight", "Red point", day="2026-10-04T00:00:00Z")
    + crag_row(31, "No Day", "Red point", day="")
    + crag_row(32, "Wrong Day", "Red point", day="2026-02-30T00:00:00Z")
    + crag_row(33, "Odd Kind", "Teleported")
    + crag_row(34, "Big Five", "Attempt", "5+", "Boulder", With="Friend Chen")
    + crag_row(35, "Marked", "Mark", "5.12a", day="2026-10-04T00:00:00Z")
).encode()

EIGHT_HEADER = (
    '"route_boulder","name","location_name","sector_name","area_name","country_code","date",'
    '"type","sub_type","rating","project","tries","repeats","difficulty","perceived_hardness",'
    '"comment","height","recommended","sits"\n'
)
EIGHT_PLAIN = (
    EIGHT_HEADER
    + '"ROUTE","Foghorn","Wuming Cape","White Lamp Face",,"TW","2026-10-04T12:00:00Z","rp",,"4",'
    '"0","0","null","6c+","soft","note ""quoted""","18","1","null"\n'
    + '"BOULDER","Sample Boulder","Far Gully","Unknown Sector",,"TW","2026-10-05T12:00:00Z","f",,'
    '"null","0","1","null","7A",,"","null","0","null"\n'
    + '"ROUTE","Top Thing","Wuming Cape","null",,"TW","2026-10-06T12:00:00Z","tr",,"0","0","2",'
    '"null","6a",,"null","null","0","null"\n'
    + '"ROUTE","Long Work","Wuming Cape","null",,"TW","2026-10-07T12:00:00Z","go",,"0","1","5",'
    '"null","7c",,"null","null","0","null"\n'
    + '"BOULDER","Try It","Far Gully","Low End","Near","TW","2026-10-07T12:00:00Z","go",,"0","0",'
    '"3","null","7B+",,"null","null","0","1"\n'
    + '"ROUTE","First Look","Wuming Cape","null",,"TW","2026-10-08T12:00:00Z","os",,"5","0","1",'
    '"null","5c",,"null","null","0","null"\n'
).encode()
EIGHT_BIG5 = crlf(
    EIGHT_HEADER
    + '"ROUTE","灰鯨","霧鳴岬","鯨背",,"TW","2026-03-01T12:00:00Z","os",,"3","0","1","null","6a",,'
    '"第一次看到就爬上去\n好開心","28","0","null"\n'
)
EIGHT_BIG5 = EIGHT_BIG5.decode().encode("cp950")
EIGHT_TRAPS = (
    EIGHT_HEADER
    + '"WALL","What","X","null",,"TW","2026-10-04T12:00:00Z","rp",,"4","0","0","null","7a",,"",'
    '"null","1","null"\n'
    + '"ROUTE","null","X","null",,"FR","2026-10-04T12:00:00Z","zz",,"9","0","-1","null","null",,'
    '"null","null","1","null"\n'
    + '"ROUTE","Year Only","X","null",,"FR","2024","rp",,"null","0","0","null","7a",,"null","null",'
    '"1","null"\n'
    + '"ROUTE","Dupe","X","null",,"FR","2026-10-04T12:00:00Z","rp",,"4","0","0","null","7a",,"a",'
    '"null","1","null"\n'
    + '"ROUTE","Dupe","X","null",,"FR","2026-10-04T12:00:00Z","rp",,"4","0","0","null","7a",,"b",'
    '"null","1","null"\n'
).encode()

KAYA_HEADER = (
    "date,stiffness,rating,ascent_type,attempts,grade,color,climb_name,gym,location,country\n"
)
KAYA_PLAIN = (
    KAYA_HEADER
    + "Fri Nov 06 2026 13:05:00 GMT+0000 (GMT+00:00),0,,Flash,1,v4,Blue,,Sample Gym,,\n"
    + "Sat Nov 07 2026 17:40:00 GMT+0000 (GMT+00:00),0,,Redpoint,6,5.11a,,Sample Wall,,Sun City,"
    "United States\n"
    + "Sat Nov 07 2026 15:59:59 GMT+0000 (GMT+00:00),0,4,Repeat,,v2,Red,,Sample Gym,,\n"
    + "Sat Nov 07 2026 16:00:00 GMT+0000 (GMT+00:00),0,,Onsight,0,6A,,Nap Stone,,"
    "Stone Firefly Valley,Taiwan\n"
).encode()
KAYA_OFFSETS = BOM + crlf(
    KAYA_HEADER
    + "Thu Dec 31 2026 23:30:00 GMT-0800 (Pacific Time),0,,Flash,1,v1,Green,,Sample Gym,,\n"
    + "Thu Dec 31 2026 23:30:00 GMT+0800 (台北標準時間),0,,Flash,1,v1,Green,,Sample Gym,,\n"
)
KAYA_TRAPS = (
    KAYA_HEADER
    + "Fri Nov 31 2026 13:05:00 GMT+0000 (GMT+00:00),0,,Flash,1,v4,Blue,,Sample Gym,,\n"
    + ",0,,Flash,1,v4,Blue,,Sample Gym,,\n"
    + "Invalid Date,0,,Flash,1,v4,Blue,,Sample Gym,,\n"
    + "Fri Nov 06 2026 13:05:00 GMT+0000 (GMT+00:00),0,,Campus,many,hard,Blue,null,Sample Gym,,\n"
    + "Fri Nov 06 2026 13:05:00 GMT+0000 (GMT+00:00),0,,Flash,1,v4,Blue,,Sample Gym,,\n"
    + "Fri Nov 06 2026 13:09:00 GMT+0000 (GMT+00:00),0,,Flash,1,v4,Blue,,Sample Gym,,\n"
).encode()

BOARDLIB_NEW = (
    b"board,angle,climb_name,date,logged_grade,displayed_grade,is_benchmark,tries,is_mirror,"
    b"sessions_count,tries_total,is_repeat,is_ascent,comment\n"
    b"tension,40,Sample Problem,2026-10-04 20:11:00,7a/V6,7a/V6,False,3,True,2,7,False,True,\n"
    b"tension,40,Sample Problem,2026-10-11 20:11:00,7a/V6,7a/V6,False,1,True,1,8,True,True,\n"
    b"tension,35,First Go,2026-10-04 20:30:00,6c/V5,6c+/V5,False,1,False,1,1,False,True,crimps\n"
    b"tension,35,Next Time,2026-10-04 20:40:00,,6c+/V5,False,4,False,1,4,False,False,\n"
    b"tension,35,One Today,2026-10-11 20:40:00,,6c+/V5,False,1,False,2,5,False,True,\n"
    b"moon2019,40,SAMPLE,2026-10-05,6C,6C+,True,4+,False,,,,,\n"
    b"moon2019,40,WORK,2026-10-05,,6C+,True,project,False,,,,,\n"
    b"moon2019,40,EASY,2026-10-05,6A+,6A+,True,1,False,,,,,\n"
)
BOARDLIB_MIDDLE = (
    b"board,angle,name,date,grade,difficulty,tries,is_mirror\n"
    b"kilter,45,Old Problem,2024-06-01 19:00:00,7a/V6,22.0,2,False\n"
)
BOARDLIB_OLD = (
    b"board,angle,name,date,grade,tries, is_mirror\n"
    b"moon2017,40,OLD SAMPLE,2021-07-13,V5,1, False\n"
    b"moon2017,40,OLD SAMPLE,2021-07-13,V5,1, True\n"
    b"moon2017,forty,,2021-07-13,V5,1, False\n"
)

AURORA_PLAIN = json.dumps(
    {
        "user": {
            "username": "invented",
            "email_address": "invented@example.org",
            "created_at": "2020-01-01 00:00:00",
        },
        "ascents": [
            {
                "climb": "Sample Problem",
                "angle": 40,
                "count": 1,
                "stars": 4,
                "climbed_at": "2026-01-03 12:00:00",
                "created_at": "2026-01-03 12:00:01",
                "grade": "6c+/V5",
                "is_mirror": False,
            },
            {
                "climb": "Sample Problem",
                "angle": 40,
                "count": 1,
                "stars": 0,
                "climbed_at": "2026-01-03 12:00:00",
                "grade": "6c+/V5",
                "is_mirror": True,
            },
            {
                "climb": "Other",
                "angle": 40,
                "count": 2,
                "climbed_at": "2026-02-01T21:00:00.123456Z",
            },
            {"climb": "Worked", "angle": 30, "count": 1, "climbed_at": "2026-02-08 20:00:00"},
            {"climb": "Worked", "angle": 30, "count": 1, "climbed_at": "2026-02-09 20:00:00"},
            {"climb": "Worked", "angle": 35, "count": 1, "climbed_at": "2026-02-09 20:00:00"},
        ],
        "attempts": [
            {"climb": "Worked", "angle": 30, "count": 3, "climbed_at": "2026-02-01 20:00:00"}
        ],
        "circuits": [{"name": "mine", "climbs": ["Sample Problem"], "is_private": True}],
        "climbs": [],
        "likes": [],
        "follows": [{"username": "friend_wu"}],
        "blocks": [{"username": "not_friend"}],
        "walls": [],
    }
).encode()
AURORA_EMPTY = json.dumps(
    {"user": {"username": "x", "email_address": "x@example.org"}, "ascents": [], "attempts": []}
).encode()
AURORA_TRAPS = (
    BOM
    + json.dumps(
        {
            "user": {"username": "x", "email_address": "x@example.org"},
            "ascents": [
                "nonsense",
                {"climb": "", "angle": 40, "climbed_at": "2026-01-03 12:00:00"},
                {"climb": "No Day", "angle": 40, "count": 1},
                {"climb": "Bad Day", "angle": 40, "count": 1, "climbed_at": "2026-01-33 12:00:00"},
                {
                    "climb": "Zero",
                    "angle": "steep",
                    "count": 0,
                    "climbed_at": "2026-01-03 12:00:00",
                    "is_mirror": "yes",
                    "email": "friend@example.org",
                },
            ],
        }
    ).encode()
)

UKC_DLOG = (
    "Name,Grade,Style,Partner(Friend Lee),Notes,Date,Crag,County,Region,Country,Pitches,Type\n"
    '"Sample Crack","HVS 5a **","Lead O/S","Friend Lee",,31/Aug/26,"Sample Quarry",X,Y,England,1,'
    "Trad\n"
    '"Sample Sport",7a,"Lead RP",,"felt, good",23/Aug/26,"Sample Bay",X,Y,Wales,1,Sport\n'
    '"Sample Wall",f6B,"Sent x",,,22/Aug/26,"Sample Rocks",X,Y,England,1,Bouldering\n'
    '"Sample Arete",V4,"Sent β",,,???/2024,"Sample Rocks",X,Y,England,1,Bouldering\n'
    '"Sample Slab",f5+,"Sent dnf",,,1/Jan/99,"Sample Rocks",X,Y,England,1,Bouldering\n'
    '"Sample Second",VS 4c,"2nd",,,2/Jan/26,"Sample Quarry",X,Y,England,2,Trad\n'
    '"Sample Solo",VD,"Solo O/S",,,3/Jan/26,"Sample Quarry",X,Y,England,1,Trad\n'
).encode()
UKC_SHORT = crlf(
    "NAME,GRADE,DATE,TYPE,CRAG,NOTES\n"
    '"Sample Crack",HVS 5a,31/Aug/2026,Trad,"Sample Quarry",\n'
    '"Sample Wall",f6B,2008,Bouldering,"Sample Rocks","two lines\nof note"\n'
)
UKC_TRAPS = (
    b"Climb name,Grade,Style,Partner(s),Notes,Date,Crag name\n"
    b"Sample Crack,HVS 5a,Lead dog,Friend Lee,,31/Feb/26,Sample Quarry\n"
    b",HVS 5a,Lead dog,Friend Lee,,3/Feb/26,Sample Quarry\n"
    b"Sample Crack,HVS 5a,Levitated,Friend Lee,,3/Feb/26,Sample Quarry\n"
    b"Sample Crack,HVS 5a,AltLd rpt,Friend Lee,,3/Feb/26,Sample Quarry\n"
    b"Half,HVS 5a,Lead"
)

ALL = {
    "mp plain": MP_PLAIN,
    "mp excel": MP_EXCEL,
    "mp traps": MP_TRAPS,
    "thecrag plain": CRAG_PLAIN,
    "thecrag bom": CRAG_BOM,
    "thecrag traps": CRAG_TRAPS,
    "8a plain": EIGHT_PLAIN,
    "8a big5": EIGHT_BIG5,
    "8a traps": EIGHT_TRAPS,
    "kaya plain": KAYA_PLAIN,
    "kaya offsets": KAYA_OFFSETS,
    "kaya traps": KAYA_TRAPS,
    "boardlib 0.15": BOARDLIB_NEW,
    "boardlib 0.7": BOARDLIB_MIDDLE,
    "boardlib 0.3": BOARDLIB_OLD,
    "aurora plain": AURORA_PLAIN,
    "aurora empty": AURORA_EMPTY,
    "aurora traps": AURORA_TRAPS,
    "ukc dlog": UKC_DLOG,
    "ukc short": UKC_SHORT,
    "ukc traps": UKC_TRAPS,
}
OTHERS = (
    "Friend Lin",
    "Friend Wu",
    "Friend Chen",
    "Friend Lee",
    "friend_wu",
    "not_friend",
    "ann@example.org",
    "x@example.org",
    "friend@example.org",
    "invented@example.org",
    "912 345 678",
)
"""People of the files who are not the climber, and ways to reach anybody."""
