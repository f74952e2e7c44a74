"""English words of time, by class: surface -> value. Read together with the rows in `en.py`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from briefing.dates.languages import numeric
from briefing.dates.timex import Mod, Stretch, Unit, When

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
BIG = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
FRACTION = {"half": 0.5, "quarter": 0.25}

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
    "opening": Stretch.START, "turn": Stretch.START, "middle": Stretch.MID, "midst": Stretch.MID, "midpoint": Stretch.MID,
    "end": Stretch.END, "close": Stretch.END, "conclusion": Stretch.END,
}  # fmt: skip

RHYTHM: dict[str, tuple[float, Unit]] = {
    "hourly": (1, Unit.HOUR), "daily": (1, Unit.DAY), "nightly": (1, Unit.DAY), "everyday": (1, Unit.DAY),
    "weekly": (1, Unit.WEEK), "biweekly": (2, Unit.WEEK), "fortnightly": (2, Unit.WEEK), "monthly": (1, Unit.MONTH),
    "bimonthly": (2, Unit.MONTH), "quarterly": (1, Unit.QUARTER), "semiannual": (0.5, Unit.YEAR),
    "semiannually": (0.5, Unit.YEAR), "annual": (1, Unit.YEAR), "annually": (1, Unit.YEAR), "yearly": (1, Unit.YEAR),
    "biannual": (0.5, Unit.YEAR), "biennial": (2, Unit.YEAR), "biennially": (2, Unit.YEAR),
}  # fmt: skip

VAGUE = {
    "now": When.PRESENT, "currently": When.PRESENT, "nowadays": When.PRESENT, "presently": When.PRESENT,
    "right now": When.PRESENT, "at present": When.PRESENT, "these days": When.PRESENT, "at the moment": When.PRESENT,
    "recently": When.PAST, "lately": When.PAST, "formerly": When.PAST, "previously": When.PAST, "the past": When.PAST,
    "the recent past": When.PAST, "in the past": When.PAST, "long ago": When.PAST, "not long ago": When.PAST,
    "soon": When.FUTURE, "shortly": When.FUTURE, "the future": When.FUTURE, "the near future": When.FUTURE,
    "near future": When.FUTURE, "the foreseeable future": When.FUTURE, "the near term": When.FUTURE,
    "the short term": When.FUTURE, "the long term": When.FUTURE, "as soon as possible": When.FUTURE,
}  # fmt: skip

COUNT_VAGUE = {
    "several": None,
    "some": None,
    "many": None,
    "few": None,
    "numerous": None,
    "countless": None,
    "recent": None,
}

ZONE = {
    name: name.upper()
    for name in "est edt cst cdt mst mdt pst pdt gmt utc bst cet cest eet eest msk ist jst et ct mt pt akst hst aest".split()
}

NAMED_CLOCK = {"noon": 12, "midnight": 0}

MODS = {
    "about": Mod.APPROX, "around": Mod.APPROX, "roughly": Mod.APPROX, "approximately": Mod.APPROX, "some": Mod.APPROX,
    "nearly": Mod.LESS_THAN, "almost": Mod.LESS_THAN, "less than": Mod.LESS_THAN, "under": Mod.LESS_THAN,
    "fewer than": Mod.LESS_THAN, "more than": Mod.MORE_THAN, "over": Mod.MORE_THAN, "at least": Mod.EQUAL_OR_MORE,
    "no less than": Mod.EQUAL_OR_MORE, "at most": Mod.EQUAL_OR_LESS, "up to": Mod.EQUAL_OR_LESS,
    "no more than": Mod.EQUAL_OR_LESS,
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
    "small": SMALL,
    "tens": TENS,
    "big": BIG,
    "ordinalword": ORDINAL,
    "season": SEASON,
    "shift": SHIFT,
    "deictic": DEICTIC,
    "daypart": DAYPART,
    "stretch": STRETCH,
    "edge": EDGE,
    "rhythm": RHYTHM,
    "vague": VAGUE,
    "zone": ZONE,
    "namedclock": NAMED_CLOCK,
    "mod": MODS,
    "decadename": {
        "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
        "nineties": 90,
    },
}  # fmt: skip


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
