"""English words of ordinary questions; nothing here is a name of the catalogue."""

from __future__ import annotations

from typing import Final

FUNCTION_WORDS: Final = """
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
can't isn't aren't won't you're they're let's year's month's week's
today's yesterday's season's people person someone anyone everyone something
anything nothing somewhere anywhere everything else instead actually exactly currently available
pls plz thx ty thought believe sure heard wasn't guess figured remember wondering curious hoping
folks mate btw tonight onto get gets getting start starting starts base top page bunch pretty
worth try trying tried send sent sending goes given rated rundown lowdown
"""

CONTENT_WORDS: Final = """
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

COMMON_WORDS: Final = """
lengths heights widths names counts dates types styles addresses ratings clips bolting clipping
taller higher lower bigger smaller tougher stiffer softer steeper scarier safer nicer better worse
newer older earlier later cheaper closer nearer farther further quicker faster slower lighter
heavier tallest highest lowest biggest smallest toughest stiffest softest steepest newest oldest
earliest cheapest nearest closest
established establish establishing opened bagged bag bags ticked tick ticks sussed freed equipped
rebolted developed create created made make makes making gave gives giving gifted handed went came
took take takes taking sits sit sitting stands standing clocks clock clocking weighs weigh weighing
checks check checked checking comes counts ranks rank ranked listed list lists reads say saying
told tells asked ask asks asking mention mentioned mentions described describes describe describing
recorded record records log logged noted note notes written wrote writes write quoted quotes used
use uses using supposed supposedly meant means mean considered counted regarded called dubbed
credited credit originally initially currently roughly approximately exactly precisely reportedly
apparently allegedly officially possibly probably presumably basically honestly definitely
certainly easily recently lately nearly normally usually generally typically totally completely
properly correctly respectively separately together altogether overall both either neither whether
per via versus against amongst among besides beside beyond within across along onto towards toward
though although despite unless once twice thrice whenever wherever however whatever whichever
whoever till til upon since whereas whose whom whos wheres whats hows whens whys
stiff tough burly pumpy scary spicy spooky gnarly chill mellow moderate manageable doable feasible
sandbagged sandbag runout pumped sustained technical slabby steep overhung juggy crimpy reachy
suitable doable nearby onwards upwards downwards
bru bro bruv boet mate mates mates dude dudes guys lads sir madam ma boss uncle auntie po lah lor
leh meh ah eh hor cheers ta kindly ASAP asap pronto innit aye nah nope yep yup yea yeah righto
haha lol lmao hmm hmmm umm uhm erm uh oh wow omg jeez gosh sorry apologies
hows gday howzit hiya heya alright aight gonna wanna gotta lemme gimme dunno kinda sorta cuz coz
cause tho tbh imo imho fyi afaik rn atm tmr tmrw tmw tdy
weekend arvo morning evening lunchtime noon midday midnight
girlfriend boyfriend wife husband colleague colleagues cousin belayer climber daughter son kids
buddy buddies
step steps notch bit lot lots couple few several bunch tad touch load loads plenty heaps ton tons
pair pairs
fancy fancied keen stoked psyched hyped interested tempted eyeing eying planning plans plan thinking
landing arriving flying visiting staying leaving heading headed driving cycling hiking walking
packing pack packed carry carrying bringing brought own owned owning rack racks racking
sling slings cam cams nuts friends hexes carabiner carabiners biners draw qd qds
figure figuring wonder decide deciding choose choosing choice pick picking picked
filmed film footage clip clips clipped vid vids recording recordings
answer answers ask question questions query
compared comparing differs differ differing beats beat
whereabouts located situated lies lie lying hides hidden positioned placed found
attempted attempt attempts attempting hopping hop jumping jumped projecting
ascended ascend ascends ascending scaled scale summit summited topped
chalked belayed belaying rappel rappelled abseil abseiled
put puts outdoor outdoors ones type date data average session sessions rate rates call calls stuck
kind kinds sort sorts spread spreads split splits add remove correct correctly moment through stuff
missing years age old explain explained doing based max maximum minimum enough style whole others
expensive summary offer offers point points anybody somebody nobody finally cover covers belong
belongs belonging suggestions stars star able confirm confirmed forecast below test tested
myself happens happen feels feeling protected protect closes account signs ideas needed needs
minutes away notices equivalent favourite favorite useful common classic classics general according
during damage discipline wait changed spend cannot advice fit fits typical complete finished option
options previous rating grading inclusive exclusive reckon reckons reckoned even soon abroad
including include includes exceeding consensus seem seems seemed awaits await selection prime
simplest gentlest challenging effort pictures picture photo approximate former formerly aliases
nickname alternate famous liked likes warnings chossy died paid results handy powerful ratio mostly
sets site text texts entry entries latest recent total totals tally amount overview details detail
spots owner owns maintained maintains mixed marked reopened translated translate translates spelled
spelt pronounced written shown shows showed featured features suit suits reliable current typical
isn wasn aren weren doesn didn hasn haven hadn couldn wouldn shouldn
im ive id ill youre youve theyre theyve were weve hes shes thats theres heres dont doesnt didnt
isnt arent wasnt werent cant couldnt wouldnt shouldnt wont hasnt havent hadnt
isn't wasn't aren't weren't doesn't didn't hasn't haven't hadn't couldn't wouldn't shouldn't
i've i'd i'll you've you'd you'll we're we've we'd we'll they've they'd they'll he's she's that's
who's where's how's when's why's here's
"""
"""Words that stand beside names and make none; a name may well be such a word."""
