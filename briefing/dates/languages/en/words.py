"""English words of time, by class: surface -> value. Read together with the rows in `en.py`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from briefing.dates.languages import numeric
from briefing.dates.languages.en.spellings import with_spellings
from briefing.dates.rule import Phrase
from briefing.timex import Mod, Stretch, Unit, When

_MONTHS = "january february march april may june july august september october november december".split()
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()

MONTH = {name: number for number, name in enumerate(_MONTHS, 1)}
MONTH_SHORT = {name[:3]: number for number, name in enumerate(_MONTHS, 1) if name != "may"} | {"sept": 9}
WEEKDAY = {name: number for number, name in enumerate(_DAYS)}
WEEKDAYS = {f"{name}s": number for number, name in enumerate(_DAYS)}
WEEKDAY_SHORT = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip

UNIT_ONE = {
    "second": Unit.SECOND, "minute": Unit.MINUTE, "hour": Unit.HOUR, "day": Unit.DAY, "weekend": Unit.WEEKEND,
    "week": Unit.WEEK, "month": Unit.MONTH, "quarter": Unit.QUARTER, "year": Unit.YEAR, "decade": Unit.DECADE,
    "century": Unit.CENTURY, "millennium": Unit.MILLENNIUM,
}  # fmt: skip
UNIT_MANY = {
    "seconds": Unit.SECOND, "minutes": Unit.MINUTE, "hours": Unit.HOUR, "days": Unit.DAY, "weekends": Unit.WEEKEND,
    "weeks": Unit.WEEK, "months": Unit.MONTH, "quarters": Unit.QUARTER, "years": Unit.YEAR, "decades": Unit.DECADE,
    "centuries": Unit.CENTURY, "millennia": Unit.MILLENNIUM,
}  # fmt: skip
UNIT_SHORT = {
    "sec": Unit.SECOND, "secs": Unit.SECOND, "min": Unit.MINUTE, "mins": Unit.MINUTE, "hr": Unit.HOUR, "hrs": Unit.HOUR,
    "wk": Unit.WEEK, "wks": Unit.WEEK, "yr": Unit.YEAR, "yrs": Unit.YEAR,
}  # fmt: skip
_CALENDAR = ("week", "weekend", "month", "quarter", "year", "decade", "century")

SMALL = {
    word: number
    for number, word in enumerate(
        """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen""".split(),
        1,
    )
}
TENS = {
    word: number * 10 for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
BIG = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}

_ORDINALS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""".split()
ORDINAL = {word: number for number, word in enumerate(_ORDINALS, 1)} | {"thirtieth": 30}
ORDINAL |= {f"twenty-{word}": 20 + number for number, word in enumerate(_ORDINALS[:9], 1)} | {"thirty-first": 31}

SEASON = {
    "spring": 0,
    "springtime": 0,
    "summer": 1,
    "summertime": 1,
    "autumn": 2,
    "fall": 2,
    "winter": 3,
    "wintertime": 3,
}

SHIFT = {
    "last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1,
}  # fmt: skip

DEICTIC = {"today": 0, "yesterday": -1, "tomorrow": 1}
AFTER_TWO = {"day": 0, "moro": 1, "morro": 1, "morrow": 1, "mrw": 1, "mro": 1, "mrow": 1, "moz": 1}  # "2day", "2moro"
# Words that mean a month or a weekday in small letters only where the words beside them say so.
SMALL_MONTH = {"march": 3, "mar": 3, "may": 5, "august": 8}
SMALL_DAY = {"mon": 0, "wed": 2, "sat": 5, "sun": 6}

DAYPART = {
    "morning": "MO", "mornings": "MO", "afternoon": "AF", "afternoons": "AF", "evening": "EV", "evenings": "EV",
    "night": "NI", "nights": "NI", "nighttime": "NI", "midday": "MI", "dawn": "MO", "daybreak": "MO", "sunrise": "MO",
    "dusk": "EV", "sunset": "EV", "midmorning": "MO", "midafternoon": "AF", "daytime": "DT",
}  # fmt: skip

STRETCH = {
    "early": Stretch.START, "earlier": Stretch.PAST, "mid": Stretch.MID, "middle": Stretch.MID, "late": Stretch.END,
    "later": Stretch.REST,
}  # fmt: skip
EDGE = {
    "beginning": Stretch.START, "start": Stretch.START, "outset": Stretch.START, "onset": Stretch.START,
    "opening": Stretch.START, "middle": Stretch.MID, "midst": Stretch.MID, "midpoint": Stretch.MID,
    "end": Stretch.END, "close": Stretch.END, "conclusion": Stretch.END,
}  # fmt: skip

RHYTHM: dict[str, tuple[float, Unit]] = {
    "hourly": (1, Unit.HOUR), "daily": (1, Unit.DAY), "nightly": (1, Unit.DAY),
    "weekly": (1, Unit.WEEK), "biweekly": (2, Unit.WEEK), "fortnightly": (2, Unit.WEEK),
    "bimonthly": (2, Unit.MONTH), "semiannually": (0.5, Unit.YEAR), "annually": (1, Unit.YEAR), "yearly": (1, Unit.YEAR),
    "biennially": (2, Unit.YEAR), "round-the-clock": (1, Unit.DAY),
    "everyday": (1, Unit.DAY), "everynight": (1, Unit.DAY), "everynite": (1, Unit.DAY),
}  # fmt: skip

# Adjectives that name a kind rather than a repetition ("the annual meeting").
KIND = {
    "annual": (1, Unit.YEAR), "quarterly": (1, Unit.QUARTER), "monthly": (1, Unit.MONTH), "biennial": (2, Unit.YEAR),
    "semiannual": (0.5, Unit.YEAR), "biannual": (0.5, Unit.YEAR),
}  # fmt: skip

VAGUE = {
    "now": When.PRESENT, "currently": When.PRESENT, "current": When.PRESENT, "right now": When.PRESENT, "at present": When.PRESENT,
    "these days": When.PRESENT, "at this time": When.PRESENT, "recently": When.PAST, "recent": When.PAST, "the past": When.PAST,
    "the recent past": When.PAST, "not long ago": When.PAST, "more recently": When.PAST, "future": When.FUTURE, "the future": When.FUTURE,
    "the near future": When.FUTURE, "those days": When.PAST, "near future": When.FUTURE, "the not too distant future": When.FUTURE,
    "the foreseeable future": When.FUTURE, "the near term": When.FUTURE, "a later date": When.FUTURE, "the distant past": When.PAST,
    "rn": When.PRESENT, "the other day": When.PAST, "the other night": When.PAST, "the other week": When.PAST, "someday": When.FUTURE,
    "some day": When.FUTURE,
}  # fmt: skip


ZONE = {
    name: name.upper()
    for name in "est edt cst cdt mst mdt pst pdt gmt utc bst cet cest eet eest msk ist jst et ct mt pt akst hst aest".split()
}
ZONE |= {
    f"{place} {rest}": short + ("T" if rest == "time" else rest[0].upper() + "T")
    for place, short in (("eastern", "E"), ("central", "C"), ("mountain", "M"), ("pacific", "P"))
    for rest in ("time", "standard time", "daylight time")
}

NAMED_CLOCK = {"noon": 12, "midnight": 24}

MODS = {
    "about": Mod.APPROX, "around": Mod.APPROX, "roughly": Mod.APPROX, "approximately": Mod.APPROX, "some": Mod.APPROX,
    "nearly": Mod.LESS_THAN, "almost": Mod.LESS_THAN, "less than": Mod.LESS_THAN, "under": Mod.LESS_THAN,
    "fewer than": Mod.LESS_THAN, "more than": Mod.MORE_THAN, "over": Mod.MORE_THAN, "at least": Mod.EQUAL_OR_MORE,
    "no less than": Mod.EQUAL_OR_MORE, "at most": Mod.EQUAL_OR_LESS, "up to": Mod.EQUAL_OR_LESS,
    "no more than": Mod.EQUAL_OR_LESS,
}  # fmt: skip

SPOKEN_CENTURY = {"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20}
TEENS = {name: number for name, number in SMALL.items() if number >= 10}
REACH = {
    "first": 0, "last": -1, "past": -1, "next": 1, "previous": -1, "preceding": -1, "prior": -1, "following": 1, "coming": 1,
    "ensuing": 1, "final": 0, "latest": -1, "opening": 0, "closing": 0, "remaining": 1, "initial": 0, "subsequent": 1, "other": 0,
}  # fmt: skip
EDGE_PART = {
    "early": Stretch.START, "first": Stretch.START, "opening": Stretch.START, "initial": Stretch.START, "earlier": Stretch.START,
    "middle": Stretch.MID, "later": Stretch.END, "latter": Stretch.END, "late": Stretch.END, "final": Stretch.END,
    "last": Stretch.END, "closing": Stretch.END, "dying": Stretch.END,
}  # fmt: skip
WEAK_VAGUE = {
    "soon": When.FUTURE, "shortly": When.FUTURE, "as soon as possible": When.FUTURE, "previously": When.PAST, "formerly": When.PAST,
    "former": When.PAST, "long ago": When.PAST, "at the moment": When.PRESENT, "presently": When.PRESENT, "lately": When.PAST,
    "long-term": When.FUTURE, "at the time": When.PAST, "nowadays": When.PRESENT,
}  # fmt: skip
NAMED_DATE = {
    "d-day": (1944, 6, 6),
    "v-e day": (1945, 5, 8),
    "ve day": (1945, 5, 8),
    "v-j day": (1945, 8, 15),
    "vj day": (1945, 8, 15),
}

HOLIDAY = {
    "new year's day": "new-year", "new years day": "new-year", "new year's eve": "new-years-eve", "new years eve": "new-years-eve",
    "new year's": "new-year", "new years": "new-year", "nye": "new-years-eve", "martin luther king day": "martin-luther-king", "martin luther king jr. day": "martin-luther-king",
    "groundhog day": "groundhog", "valentine's day": "valentine", "valentines day": "valentine", "presidents' day": "presidents",
    "presidents day": "presidents", "president's day": "presidents", "st. patrick's day": "patrick", "st patrick's day": "patrick",
    "april fools' day": "fool", "april fool's day": "fool", "earth day": "earth", "ash wednesday": "ash-wednesday",
    "shrove tuesday": "mardi-gras", "mardi gras": "mardi-gras", "palm sunday": "palm-sunday", "maundy thursday": "maundy-thursday",
    "good friday": "good-friday", "easter": "easter", "easter sunday": "easter", "easter day": "easter", "easter monday": "easter-monday",
    "ascension day": "ascension", "pentecost": "pentecost", "may day": "may-day", "cinco de mayo": "cinco-de-mayo",
    "mother's day": "mothers", "mothers' day": "mothers", "memorial day": "memorial", "father's day": "fathers",
    "fathers' day": "fathers", "juneteenth": "juneteenth", "independence day": "independence", "fourth of july": "independence",
    "the fourth of july": "independence", "bastille day": "bastille", "labor day": "labor", "labour day": "labor",
    "columbus day": "columbus", "halloween": "halloween", "all saints' day": "all-saints", "all souls' day": "all-souls",
    "guy fawkes night": "guy-fawkes", "bonfire night": "guy-fawkes", "election day": "election", "veterans day": "veterans",
    "veterans' day": "veterans", "armistice day": "veterans", "remembrance day": "veterans", "thanksgiving": "thanksgiving",
    "thanksgiving day": "thanksgiving", "black friday": "black-friday", "christmas eve": "christmas-eve", "christmas": "christmas",
    "christmas day": "christmas", "boxing day": "boxing", "mlk day": "martin-luther-king", "vday": "valentine", "turkey day": "thanksgiving", "cyber monday": "cyber-monday", "epiphany": "epiphany", "twelfth night": "epiphany",
    "orthodox easter": "orthodox-easter", "purim": "purim", "passover": "passover", "pesach": "passover", "shavuot": "shavuot",
    "rosh hashanah": "rosh-hashanah", "rosh hashana": "rosh-hashanah", "yom kippur": "yom-kippur", "sukkot": "sukkot",
    "hanukkah": "hanukkah", "hanukah": "hanukkah", "chanukah": "hanukkah", "ashura": "ashura", "mawlid": "mawlid", "ramadan": "ramadan",
    "ramzan": "ramadan", "eid al-fitr": "eid-al-fitr", "eid ul-fitr": "eid-al-fitr", "eid al-adha": "eid-al-adha",
    "eid ul-adha": "eid-al-adha", "chinese new year": "lunar-new-year", "lunar new year": "lunar-new-year",
    "diwali": "diwali", "deepavali": "diwali",
}  # fmt: skip

WORDS: dict[str, dict[str, Any]] = {
    "fullmonth": MONTH,
    "shortmonth": MONTH_SHORT,
    "weekday": WEEKDAY,
    "weekdays": WEEKDAYS,
    "shortweekday": WEEKDAY_SHORT,
    "unit": UNIT_ONE | UNIT_MANY,
    "unitone": UNIT_ONE,
    "unitmany": UNIT_MANY,
    "unitshort": UNIT_SHORT,
    "calendar": {name: UNIT_ONE[name] for name in _CALENDAR},
    "theunit": {"week": Unit.WEEK, "year": Unit.YEAR},
    "weekendsword": {"weekends": Unit.WEEKEND},
    "weekendword": {"weekend": Unit.WEEKEND},
    "withinunit": {name: UNIT_ONE[name] for name in _CALENDAR},
    "daybefore": {name: UNIT_ONE[name] for name in ("day", "week", "month", "year")},
    "sameunit": {name: UNIT_ONE[name] for name in (*_CALENDAR, "day")},
    "weekof": {name: UNIT_ONE[name] for name in ("week", "weekend", "month")},
    "yearone": {"year": Unit.YEAR},
    "yearormonth": {name: (UNIT_ONE | UNIT_MANY)[name] for name in ("year", "years", "month", "months")},
    "weekalone": {"week": Unit.WEEK, "weekend": Unit.WEEKEND},
    "nthunit": {name: UNIT_ONE[name] for name in ("day", "week", "weekend", "month", "year", "decade")},
    "endedunit": {"year": Unit.YEAR, "week": Unit.WEEK, "month": Unit.MONTH},
    "reportunit": {"quarter": Unit.QUARTER, "period": Unit.QUARTER},
    "allunit": {name: UNIT_ONE[name] for name in ("day", "week", "weekend", "month", "year")},
    "allpart": {"night": "NI", "morning": "MO", "afternoon": "AF", "evening": "EV"},
    "seasonsword": dict.fromkeys(("seasons", "springs", "summers", "autumns", "winters"), Unit.YEAR),
    "nightunit": {"nights": Unit.DAY},
    "lastnight": {"lastnight": "NI", "lastnite": "NI"},
    "bareplural": {name: UNIT_MANY[name] for name in ("weeks", "weekends", "months", "years")},
    "nightly": {"night": "NI"},
    "farstretch": {"earlier": Stretch.PAST, "later": Stretch.REST},
    "small": SMALL,
    "tens": TENS,
    "teens": TEENS,
    "big": BIG,
    "spokencentury": SPOKEN_CENTURY,
    "ordinalword": ORDINAL,
    "halfordinal": {"first": 1, "second": 2},
    "season": SEASON,
    "shift": SHIFT,
    "deictic": DEICTIC,
    "aftertwo": AFTER_TWO,
    "aftertwonight": {"night": "NI", "nite": "NI", "nites": "NI", "nyt": "NI"},
    "smallmonth": SMALL_MONTH,
    "smallday": SMALL_DAY,
    "halfday": {"am": "MO", "pm": "AF"},
    "daypart": DAYPART,
    "dayparts": {name: value for name, value in DAYPART.items() if name.endswith("s")},
    "tonight": {"tonight": "NI", "overnight": "NI"},
    "stretch": STRETCH,
    "halfstretch": {"early": Stretch.START, "late": Stretch.END, "mid-": Stretch.MID, "mid": Stretch.MID},
    "edge": EDGE,
    "edgepart": EDGE_PART,
    "reach": REACH,
    "farreach": REACH | {"early": 0, "intervening": 0, "later": 0, "these": 0},
    "decadeunit": {"decade": (10, Unit.YEAR), "century": (100, Unit.YEAR), "half century": (50, Unit.YEAR), "quarter century": (25, Unit.YEAR)},
    "dayone": {"day": Unit.DAY},
    "generic": {"today": When.PRESENT, "tomorrow": When.FUTURE, "yesterday": When.PAST},
    "halfsign": {"h1": 1, "h2": 2},
    "decadereach": {"past": -1, "last": -1, "coming": 1, "next": 1},
    "nextstep": {"next": 1, "following": 1, "previous": -1},
    "rhythm": RHYTHM,
    "kindrhythm": KIND,
    "vague": VAGUE,
    "weakvague": WEAK_VAGUE,
    "zone": ZONE,
    "namedclock": NAMED_CLOCK,
    "pastclock": {"half past": 30, "quarter past": 15, "a quarter past": 15, "quarter to": -15, "a quarter to": -15},
    "mod": MODS,
    "half": {"half": 0.5},
    "fraction": {"half": 0.5, "a quarter of": 0.25, "a quarter": 0.25, "quarter of": 0.25, "three quarters of": 0.75, "a third of": 1 / 3},
    "quartersign": {"q1": 1, "q2": 2, "q3": 3, "q4": 4},
    "holiday": HOLIDAY,
    "nameddate": NAMED_DATE,
    "decadename": {
        "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
        "nineties": 90,
    },
}  # fmt: skip
WORDS = {name: with_spellings(table) for name, table in WORDS.items()}

# Words that count only with a capital letter.
CAPITAL = frozenset("may march mar august sun sat mon wed thanksgiving easter".split())
SMALL_CLASSES = frozenset({"smallmonth", "smallday"})

# Words of rows that never make a date by themselves: no place is looked at for their sake.
WEAK = frozenset(
    """the a an of in and to from at on by or for with - , . ' ( ) / : some few many no more full last this next first second
one two three four five six seven eight nine ten back before after than over under about around that same per each early late most
least up other s until through thru till til long short as all part good these those only just old again same much part million billion
hundred thousand dozen its new not trading president presidents business so c financial end close less right further very ended
another during term additional once possible like number large start coming following remaining closing initial single entire
whole great working similar difficult extra solid straight consecutive calendar bloody hard hot cold tense busy quiet tough
turbulent terrible intense happy painful dark grueling gruelling hectic critical crucial third fourth fifth sixth seventh eighth
ninth tenth latest fiscal several hundreds thousands dozens rest middle opening beginning conclusion too distant date d e j v de
king luther martin labor eastern central mountain pacific standard daylight space little bit back thirty forty fifty
sixty seventy eighty ninety corresponding comparable holy fasting muslim islamic""".split()
)

_PAST = """was were had did said told reported announced held met made came went took got gave saw knew thought found left felt
became began kept brought wrote stood heard let meant ran paid sat spoke led grew lost fell sent built understood drew broke
spent rose drove bought wore chose won shot flew fought sold caught shook swept struck sought rang hung dug fled sank
threw stole woke sprang stuck taught tore bore bound bred dealt drank fed froze hid laid lent lit rode
shone slept slid sped spun swore swam wept withdrew overthrew forgot forgave overtook undertook didn wasn weren hadn""".split()
# Verbs of a timetable look ahead in the present: "talks resume Monday", "the show opens Friday".
_FUTURE = """planned will shall would may might should must plans plan planning expects expected expecting scheduled due slated tomorrow
intends hopes aims wants wait through soon starting upcoming likely payable effective ll gonna gunna lets see join
meet meets begins resume resumes reopens convenes arrives expires departs premieres airs kicks""".split()
_PRESENT = "is are has have does do takes comes goes says say am isn aren hasn haven doesn don".split()

# Words that show the tense of a clause: see `Language.cues`.
CUES = {
    "past": frozenset(_PAST),
    "future": frozenset(_FUTURE),
    "present": frozenset(_PRESENT),
    "joint": frozenset({"that", "but", "while", "which", "who", "because", "although"}),
    "idle": frozenset("be a an the his her their its our this".split()),
    "prospect": frozenset("set about ready poised going early ahead supposed prepare prepares preparing".split()),
    "infinitive": frozenset({"to"}),
    "comparing": frozenset({"as", "of"}),
    "limit": frozenset({"until", "till", "til"}),
    "denial": frozenset({"not", "never", "t"}),
    "contracted": frozenset({"won"}),
    "perfect": frozenset({"been"}),
    "pluperfect": frozenset({"had"}),
}


def count(words: Sequence[str]) -> float | None:
    """ "two and a half" 2.5, "a hundred and eighty" 180, "a few" None: what is not said is not a number."""
    total, current = 0.0, 0.0
    known = False
    for at, word in enumerate(words):
        if word[0].isdigit():
            value = numeric.number(word) if "/" not in word else _fraction(word)
            current, known = current + value, True
        elif word in SMALL:
            current, known = current + SMALL[word], True
        elif word in TENS:
            current, known = current + TENS[word], True
        elif word in BIG:
            current, known = (current or 1) * BIG[word], True
            if BIG[word] > 100:
                total, current = total + current, 0
        elif word == "half":
            current, known = current + 0.5, True
        elif word == "dozen":
            current, known = (current or 1) * 12, True
        elif word == "couple":
            current, known = current + 2, True
        elif word in ("several", "few", "many", "some", "numerous", "countless", "dozens", "hundreds", "scores"):
            return None
        elif word in ("a", "an") and at + 1 == len(words):
            current, known = current + 1, True
    return _whole(total + current) if known else None


def _fraction(word: str) -> float:
    over, under = numeric.numbers(word)
    return over / under if under else 0.0


def _whole(value: float) -> float:
    return int(value) if float(value).is_integer() else value


def spoken_year(words: Sequence[str]) -> int | None:
    """ "nineteen ninety-seven" 1997, "two thousand and five" 2005, "nineteen hundred" 1900."""
    numbers = [SMALL.get(word) or TENS.get(word) or BIG.get(word) for word in words if word not in ("-", "and", "oh")]
    if "thousand" in words:
        return 2000 + sum(n for n in numbers[2:] if n)
    if "hundred" in words:
        return (numbers[0] or 0) * 100 + sum(n for n in numbers[2:] if n)
    return (numbers[0] or 0) * 100 + sum(n for n in numbers[1:] if n)


def ordinal(words: Sequence[str]) -> int:
    """ "twenty-first" 21, "3rd" 3, "last" -1."""
    if words[0] in ("last", "final", "latter", "latest"):
        return -1
    if words[0][0].isdigit():
        return int(numeric.number(words[0]))
    return sum(TENS.get(word) or ORDINAL.get(word) or 0 for word in words)


SPOKEN_YEAR = Phrase("{century:spokencentury} -? ({tens} (-? {small})?|{teens})", spoken_year)
ORDINAL_NUMBER = Phrase("({ordinalword}|{ordinaldigits}|{tens} - {ordinalword})", ordinal)

# Words right before a date that make it a bound: +1 open to the future, -1 to the past.
BOUNDS = {"since": 1, "until": -1, "till": -1, "by": -1}
