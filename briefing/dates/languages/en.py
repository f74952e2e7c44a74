"""English: its words are in `_en_words.py`, its rows here. `briefing rules` prints them; the tests run their examples."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from briefing.dates import meanings as m
from briefing.dates.languages import _en_words as w
from briefing.dates.languages import numeric
from briefing.dates.rule import Example, Language, Meaning, Phrase, Rule
from briefing.dates.timex import From, Relative, Stretch, Unit

# --------------------------------------------------------------------------- words around a match that forbid it

_BEFORE_MONTH = frozenset(
    """in of since until till by last next this late early mid from through during before after to and between
or for every each - ( , on around about about""".split()
)
_SHY_MONTHS = frozenset({"may", "march", "mar"})
_GIVEN_NAMES = frozenset({"april", "june", "august", "may", "jan"})


def _word(tokens: Sequence[str], at: int) -> str:
    return tokens[at].strip(" ") if 0 <= at < len(tokens) else ""


def month_alone(tokens: Sequence[str], start: int, end: int) -> bool:
    """A month by itself: *May* and *March* need a preposition, *April*, *June* and *August* no surname beside them."""
    name, before, after = _word(tokens, start).lower(), _word(tokens, start - 1), _word(tokens, end)
    if name in _SHY_MONTHS and before.lower() not in _BEFORE_MONTH:
        return False
    beside_name = after[:1].isupper() and after.lower() not in w.WEEKDAY
    if name in _GIVEN_NAMES and beside_name and before.lower() not in _BEFORE_MONTH:
        return False
    return not (
        name in _GIVEN_NAMES and before[:1].isupper() and len(before) > 3 and before.lower() not in _BEFORE_MONTH
    )


def year_alone(tokens: Sequence[str], start: int, end: int) -> bool:
    """Four digits by themselves: no price, no quantity, no house number."""
    before, after = _word(tokens, start - 1), _word(tokens, end)
    if before in ("$", "£", "€", "#", "№", "No", "/", "+", "=", "~") or before.lower() in (
        "no",
        "flight",
        "article",
        "page",
        "room",
    ):
        return False
    if after in ("%", "/", "°", "$", "€", "£", "=", "+") or (tokens[end - 1][-1:] != " " and after[:1].isalpha()):
        return False
    if before == "-" and _word(tokens, start - 2)[:1].isdigit():
        return False
    if after and after[:1].islower() and _quantity(before, after):
        return False
    return not (before[:1].isdigit() or after[:1].isdigit())


_AFTER_YEAR = frozenset(
    """and or to in on at by for from with as is was were are had has have when after before until since but the
a an of that which who he she they it would will could may might can elections election season budget
report study census census level levels crisis campaign war revolution coup merger quarter fiscal period
edition model championship games because while during through over under against between into onwards
onward also did does alone attack attacks agreement""".split()
)
_BEFORE_YEAR = frozenset(
    """in since by until till of from during before after through to mid early late the for around about circa
year fiscal between and as at back ca c with summer spring winter autumn fall last next this on""".split()
)


def _quantity(before: str, after: str) -> bool:
    """Whether a noun in the plural is counted: "1500 people", but "in 1990 prices fell"."""
    return (
        before.lower() not in _BEFORE_YEAR
        and after not in _AFTER_YEAR
        and (after.endswith("s") or after in ("people", "men"))
    )


def not_name(tokens: Sequence[str], start: int, end: int) -> bool:
    """A weekday or a season that is no part of a proper name: "the Sun", "Black Friday", "Sunday Times", "Summer Olympics"."""
    after = _word(tokens, end)
    before = _word(tokens, start - 1)
    papers = (
        "Times",
        "Telegraph",
        "Mirror",
        "Mail",
        "Herald",
        "Post",
        "People",
        "Express",
        "Tribune",
        "Star",
        "Independent",
    )
    return after not in papers and before not in ("Black", "Super", "Bloody", "Ruby", "Cyber", "Shrove", "Casual")


def season_alone(tokens: Sequence[str], start: int, end: int) -> bool:
    """A season by itself: after "the" or a preposition, and no part of a name ("Summer Olympics", "a spring onion")."""
    word, before, after = _word(tokens, end - 1), _word(tokens, start - 1).lower(), _word(tokens, end)
    if word[0].isupper() and after[:1].isupper():
        return False
    return _word(tokens, start).lower() == "the" or before in _BEFORE_SEASON


_BEFORE_SEASON = frozenset(
    "in by since until till of during through last next this every each late early mid from before after".split()
)


def no_title(tokens: Sequence[str], start: int, end: int) -> bool:
    """No name of a paper: "Daily Mail", "Weekly Standard"."""
    return not (_word(tokens, start)[:1].isupper() and _word(tokens, end)[:1].isupper())


def no_second(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "a second", "the second" is rarely a length of time."""
    return _word(tokens, end - 1).lower() != "second"


def R(name: str, says: str, pattern: str, means: Meaning, *examples: tuple[str, ...], **more: object) -> Rule:  # noqa: N802
    """One row; examples as (text, expected[, published])."""
    return Rule(f"en/{name}", says, pattern, means, examples=tuple(Example(*e) for e in examples), **more)  # type: ignore[arg-type]


# --------------------------------------------------------------------------- shapes

SHAPES = {
    "month": r"({month:fullmonth}|{month:shortmonth} \.?)",
    "lastmonth": r"({last_month:fullmonth}|{last_month:shortmonth} \.?)",
    "weekday": r"({weekday}|{weekday:shortweekday} \.?)",
    "dayno": "({day}|{day:ordinalday}|{day:ordinalword})",
    "lastdayno": "({last:day}|{last:ordinalday}|{last:ordinalword})",
    "year": "({year}|{year2:shortyear})",
    "unit": r"({unit}|{unit:unitshort} \.?)",
    "ago": "(ago|back)",
    "of": "(of|in)",
}


def _ordinal(words: Sequence[str]) -> int:
    if words[0] in ("last", "final", "latter"):
        return -1
    if words[0][0].isdigit():
        return int(numeric.number(words[0]))
    return sum(w.TENS.get(word) or w.ORDINAL.get(word) or 0 for word in words)


PHRASES = {
    "number": Phrase(
        "(({digits}|{small}|{tens} (-? {small})?) and a half"
        "|(a|{small}|{digits}) (hundred|thousand) (and? ({tens} (-? {small})?|{small}))?"
        "|{digits} (-? {slashday})?"
        "|{tens} (-? {small})?|{small}"
        "|(a|{small}|several) dozen"
        "|a couple (of)?|couple of)",
        w.count,
    ),
    "some": Phrase(
        "(several|many|numerous|countless|(just|only|quite)? a few|few|some|a number of|(dozens|hundreds|scores) of|several more)",
        w.count,
    ),
    "spokenyear": Phrase(
        "({small} hundred|two thousand (and? {small})?|({small}|twenty) -? (({tens}) (-? {small})?|{small}))",
        w.spoken_year,
    ),
    "ordinal": Phrase("({ordinalword}|{ordinaldigits}|{tens} - {ordinalword}|last|final|latter)", _ordinal),
}


# --------------------------------------------------------------------------- rows

DATES = (
    R("month-day-year", "month, day and year", "(<weekday> ,?)? <month> <dayno> ,? <year>", m.partial_date,
      ("It opened on January 9, 2022.", "2022-01-09"), ("Sept. 11, 2001", "2001-09-11"), ("Sunday, January 9, 2022", "2022-01-09"),
      rejects=("we may 9 times",)),
    R("day-month-year", "day, month and year", "(<weekday> ,?)? (the)? <dayno> -? (of)? <month> (, | -)? <year>", m.partial_date,
      ("the 9th of January, 2022", "2022-01-09"), ("9 January 2022", "2022-01-09"), ("on 9-Jan-2022", "2022-01-09")),
    R("day-month-short-year", "day, month and two-digit year", "{day} - {month:shortmonth} - {year2}", m.partial_date,
      ("filed 19-Nov-12", "2012-11-19")),
    R("month-day", "month and day, year from the anchor", "(<weekday> ,?)? <month> (the)? <dayno>", m.partial_date,
      ("on January 9", "2022-01-09"), ("on Sunday, January 9", "2022-01-09"), ("Jan. 9", "2022-01-09"),
      rejects=("may 9 people",)),
    R("day-month", "day and month, year from the anchor", "(<weekday> ,?)? (the)? <dayno> -? (of)? <month>", m.partial_date,
      ("the 9th of January", "2022-01-09"), ("on 9 January", "2022-01-09")),
    R("weekday-month-day-in-parentheses", "weekday with month and day in brackets", r"<weekday> \( <month> <dayno> (,? {year})? \)",
      m.partial_date, ("on Sunday (January 9)", "2022-01-09"), ("Sunday (January 9)", "2022-01-09", "2023-01-12"),
      rejects=("Sunday (9 runs)",)),
    R("weekday-day-month-in-parentheses", "weekday with day and month in brackets", r"<weekday> \( <dayno> <month> (,? {year})? \)",
      m.partial_date, ("on Sunday (9 January)", "2022-01-09")),
    R("weekday-the-day", "weekday and day of the month", "<weekday> (,)? the {day:ordinalday}", m.partial_date,
      ("on Sunday the 9th", "2022-01-09")),
    R("the-day-of-month-known", "day of the month that was last named", "the {day:ordinalday} <of> (this|that|the) month", m.partial_date,
      ("on the 9th of this month", "2022-01-09")),
    R("month-year", "month of a year", "<month> (,|of|,? in)? <year>", m.partial_date,
      ("in May 2021", "2021-05-01/2021-05-31"), ("January '98", "1998-01-01/1998-01-31"), gives="period"),
    R("month-spoken-year", "month of a year in words", "<month> (,|of)? {year:spokenyear}", m.partial_date,
      ("in January nineteen ninety-seven", "1997-01-01/1997-01-31"), gives="period"),
    R("month", "month, year from the anchor", "({month:fullmonth}|{month:shortmonth} \\.?)", m.partial_date,
      ("in January", "2022-01-01/2022-01-31"), gives="period", fits=month_alone,
      rejects=("it may be", "they march on", "Theresa May resigned", "Judge April Smith")),
    R("weekday", "weekday, counted from the anchor", "{weekday}", m.partial_date,
      ("on Monday", "2022-01-10", "2022-01-10"), fits=not_name, rejects=("the Sunday Times wrote",)),
    R("year", "year", "{year}", m.partial_date, ("in 2014", "2014-01-01/2014-12-31"), gives="period", fits=year_alone,
      rejects=("it cost $1999", "1999 people came", "flight 2014", "Article 2017")),
    R("the-year", "year", "(the)? year {year}", m.partial_date, ("in the year 2000", "2000-01-01/2000-12-31"), gives="period"),
    R("spoken-year", "year in words", "((the)? year)? {year:spokenyear}", m.partial_date,
      ("in nineteen ninety-six", "1996-01-01/1996-12-31"), gives="period"),
    R("short-year", "year of two digits", "{year2:shortyear}", m.partial_date, ("back in '98", "1998-01-01/1998-12-31"), gives="period"),
    R("year-bc", "year before Christ", "({year}|{year:digits}) (b \\.? c \\.?|bc|bce)", partial(m.partial_date, bc=True),
      ("in 44 BC", "BC0044"), gives="period"),
    R("month-year-bc", "month before Christ", "<month> ({year}|{year:digits}) (bc|bce)", partial(m.partial_date, bc=True),
      ("in August 480 BC", "BC0480-08"), gives="period"),
    R("decade", "decade", "(the)? {decade}", m.decade, ("in the 1990s", "1990-01-01/1999-12-31"), gives="period"),
    R("short-decade", "decade, the century from the anchor", "(the)? {shortdecade}", m.decade,
      ("in the '80s", "1980-01-01/1989-12-31"), gives="period"),
    R("century", "century", "(the)? {ordinal} -? century", m.century, ("the 19th century", "1801-01-01/1900-12-31"), gives="period"),
    R("century-bc", "century before Christ", "(the)? {ordinal} century (bc|bce)", partial(m.century, bc=True),
      ("the 5th century BC", "BC04"), gives="period"),
)  # fmt: skip

RANGES = (
    R("month-days", "days of one month, first to last", "<month> {days:dayrange} (,? {year})?", m.day_range,
      ("January 9-11", "2022-01-09/2022-01-11"), ("June 3-5, 2021", "2021-06-03/2021-06-05")),
    R("month-day-to-day", "days of one month, first to last", "<month> <dayno> (to|through|until|-) <lastdayno> (,? {year})?", m.day_range,
      ("June 3 to 5, 2021", "2021-06-03/2021-06-05")),
    R("days-month", "days of one month, first to last", "{days:dayrange} (of)? <month> (,? {year})?", m.day_range,
      ("9-11 January 2022", "2022-01-09/2022-01-11")),
    R("years", "years, first to last", "{yearrange}", m.year_range, ("the war of 1914-18", "1914-01-01/1918-12-31"), gives="period",
      rejects=("1998-97",)),
    R("months", "months, first to last", "<month> (-|to|through|until) <lastmonth> {year}", m.month_range,
      ("January-March 2021", "2021-01-01/2021-03-31"), gives="period"),
)  # fmt: skip

RELATIVE = (
    R("named-day", "day counted from the anchor", "{deictic}", m.day_name, ("yesterday", "2022-01-11"), ("today", "2022-01-12")),
    R("day-before-yesterday", "two days before the anchor", "the? day before yesterday", m.always(Relative(-2, Unit.DAY)),
      ("the day before yesterday", "2022-01-10")),
    R("day-after-tomorrow", "two days after the anchor", "the? day after tomorrow", m.always(Relative(2, Unit.DAY)),
      ("the day after tomorrow", "2022-01-14")),
    R("shift-unit", "unit before, of, or after the anchor", "(the)? {shift} {unit:calendar}", m.relative,
      ("last week", "2022-01-03/2022-01-09"), ("next year", "2023-01-01/2023-12-31"), ("this month", "2022-01-01/2022-01-31"),
      gives="period"),
    R("unit-before-last", "two units before the anchor", "the {unit:calendar} before last", partial(m.relative, shift=-2),
      ("the week before last", "2021-12-27/2022-01-02"), gives="period"),
    R("unit-after-next", "two units after the anchor", "the {unit:calendar} after next", partial(m.relative, shift=2),
      ("the week after next", "2022-01-24/2022-01-30"), gives="period"),
    R("shift-weekday", "weekday of or beside the anchor's week", "(the|this)? {shift} {weekday}", m.relative_name,
      ("last Monday", "2022-01-10"), ("next Monday", "2022-01-17")),
    R("shift-month", "month before or after the anchor", "(the|this)? {shift} <month>", m.relative_name,
      ("last January", "2021-01-01/2021-01-31"), gives="period"),
    R("shift-season", "season before, of or after the anchor", "(the|this)? {shift} {season}", m.relative_name,
      ("last summer", "2021-06-01/2021-08-31"), gives="period"),
    R("weekend", "weekend nearest the anchor", "the weekend", partial(m.relative, shift=0, unit=Unit.WEEKEND),
      ("They will rest over the weekend.", "2022-01-15/2022-01-16"), gives="period"),
    R("following-unit", "unit after the date last mentioned", "the (following|next|subsequent) {unit:unitone}", partial(m.neighbour, sign=1),
      ("It began on Jan. 3. The following day it ended.", "2022-01-04"), gives="period"),
    R("previous-unit", "unit before the date last mentioned", "the (previous|preceding|prior) {unit:unitone}", partial(m.neighbour, sign=-1),
      ("It began on Jan. 3. The previous day was calm.", "2022-01-02"), gives="period"),
    R("same-unit", "unit of the date last mentioned", "(that|(the|that)? same) {unit:unitone}", partial(m.neighbour, sign=0),
      ("It began on Jan. 3. The same day it ended.", "2022-01-03"), gives="period"),
    R("previous-weekday", "weekday before the anchor", "the (previous|preceding|prior) {weekday}", partial(m.relative_name, shift=-1),
      ("the previous Friday", "2022-01-07")),
    R("following-weekday", "weekday after the anchor", "the (following) {weekday}", partial(m.relative_name, shift=1),
      ("the following Friday", "2022-01-14")),
)  # fmt: skip

PARTS = (
    R("stretch", "part of a date", "(the)? {stretch} (in|on|-)? @date", m.part_of,
      ("later this week", "2022-01-13/2022-01-16"), ("early next year", "2023-01-01/2023-04-30"), ("mid-January", "2022-01-11/2022-01-20"),
      gives="period"),
    R("edge", "part of a date", "(the)? (very)? {stretch:edge} of @date", m.part_of,
      ("the end of March", "2022-03-21/2022-03-31"), gives="period"),
    R("rest", "rest of a date, from the anchor on", "the (rest|remainder) of @date", partial(m.part_of, stretch=Stretch.REST),
      ("the rest of this week", "2022-01-13/2022-01-16"), gives="period"),
)  # fmt: skip

PERIODS = (
    R("quarter", "quarter of a year", "(the)? {ordinal} -? (fiscal)? quarter", partial(m.nth, unit=Unit.QUARTER),
      ("in the third quarter", "2021-07-01/2021-09-30", "2021-11-02"), gives="period"),
    R("quarter-of", "quarter of a year", "(the)? {ordinal} -? quarter (of|in|,) @period", partial(m.nth, unit=Unit.QUARTER),
      ("the third quarter of 2020", "2020-07-01/2020-09-30"), gives="period"),
    R("half-of", "half of a year", "(the)? {ordinal} half (of|in) @period", partial(m.nth, unit=Unit.HALF),
      ("the second half of 2020", "2020-07-01/2020-12-31"), gives="period"),
    R("season", "season, year from the anchor", "(the)? {season}", m.season, ("It was in the summer.", "2021-06-01/2021-08-31"),
      gives="period", fits=season_alone, rejects=("prices fall", "Summer Olympics", "a spring onion")),
    R("season-year", "season of a year", "(the)? {season} (of)? {year}", m.season, ("the summer of 2020", "2020-06-01/2020-08-31"),
      gives="period"),
    R("fiscal-year", "business year", "fiscal (year)? {year}", m.fiscal_year, ("in fiscal 1990", "1990-01-01/1990-12-31"), gives="period"),
)  # fmt: skip

OFFSETS = (
    R("ago", "so long before the anchor", "({mod})? ({count:number}|{count:some}|a|an) (more)? <unit> ago", partial(m.offset, sign=-1),
      ("two days ago", "2022-01-10"), ("a week ago", "2022-01-03/2022-01-09"), gives="period"),
    R("later", "so long after the date last mentioned", "({mod})? ({count:number}|{count:some}|a|an) <unit> (later|afterwards|after)",
      partial(m.offset, sign=1, origin=From.PREVIOUS), ("On Jan. 3 he left. Two days later he was back.", "2022-01-05"), gives="period"),
    R("earlier", "so long before the date last mentioned", "({mod})? ({count:number}|{count:some}|a|an) <unit> (earlier|before|previously)",
      partial(m.offset, sign=-1, origin=From.PREVIOUS), ("On Jan. 3 he left. Two days earlier he was here.", "2022-01-01"), gives="period"),
    R("from-now", "so long after the anchor", "({mod})? ({count:number}|a|an) <unit> (from now|hence)", partial(m.offset, sign=1),
      ("two weeks from now", "2022-01-24/2022-01-30"), gives="period"),
    R("before-date", "so long before another date", "({mod})? ({count:number}|a|an|the) <unit> before @date", partial(m.offset, sign=-1),
      ("the day before January 9", "2022-01-08")),
    R("after-date", "so long after another date", "({mod})? ({count:number}|a|an|the) <unit> (after|from) @date", partial(m.offset, sign=1),
      ("two days after January 9", "2022-01-11")),
)  # fmt: skip

DURATIONS = (
    R("duration", "length of time", "({mod})? ({count:number}|{count:some}) (more|full|whole|straight|consecutive)? -? <unit>", m.duration,
      ("for six hours", "PT6H"), ("a six-hour talk", "PT6H"), ("several weeks", "PXW"), gives="duration"),
    R("a-duration", "length of time", "({mod})? (a|an) <unit>", m.duration, ("for a week", "P1W"), gives="duration", fits=no_second,
      rejects=("a second chance",)),
    R("duration-and-half", "length of time", "({mod})? (a|an|{count:number}) <unit> and a {half:half}", m.duration,
      ("an hour and a half", "PT1H30M"), gives="duration"),
    R("shift-duration", "length of time up to the anchor, or from it on", "(the)? (last|past|{shift:next}) ({count:number}|{count:some}) {unit:unitmany}",
      m.duration, ("the past three months", "P3M"), gives="duration"),
    R("units", "length of time, its number not said", "{unit:unitmany}", m.unknown_length, ("for years", "PXY"), gives="duration"),
)  # fmt: skip

SETS = (
    R("rhythm", "repetition", "{rhythm}", m.adverb, ("paid weekly", "P1W"), gives="set", fits=no_title, rejects=("the Daily Mail",)),
    R("every-unit", "repetition", "(every|each|per) ({count:number})? {unit}", m.recurrence, ("every two weeks", "P2W"), gives="set"),
    R("every-weekday", "repetition", "(every|each) {weekday}", m.recurrence, ("every Monday", "XXXX-WXX-1"), gives="set"),
)  # fmt: skip

TIMES = (
    R("clock", "time of day", "({clock:meridiem}|{clock}) ({zone})?", m.clock_time, ("at 3:30 p.m. EST", "2022-01-12"), gives="time"),
    R("clock-date", "time of a day", "({clock:meridiem}|{clock}) ({zone})? (on|,)? @day", m.clock_time, ("at 3 p.m. EST Monday", "2022-01-10"),
      gives="time"),
    R("date-clock", "time of a day", "@day (at|,)? ({clock:meridiem}|{clock}) ({zone})?", m.clock_time, ("Monday at 3 p.m.", "2022-01-10"),
      gives="time"),
    R("named-clock", "time of day", "{named_clock:namedclock}", m.named_clock, ("at noon", "2022-01-12"), gives="time"),
    R("named-clock-date", "time of a day", "{named_clock:namedclock} (on)? @day", m.named_clock, ("at noon Monday", "2022-01-10"), gives="time"),
    R("date-part", "part of a day", "@day {daypart}", m.day_part, ("Monday night", "2022-01-10"), gives="time"),
    R("this-part", "part of the anchor's day", "this {daypart}", partial(m.day_part, shift=0), ("this morning", "2022-01-12"), gives="time"),
    R("last-night", "night before the anchor", "last {daypart}", partial(m.day_part, shift=-1), ("last night", "2022-01-11"), gives="time"),
    R("tonight", "night of the anchor's day", "{daypart:tonight}", partial(m.day_part, shift=0), ("tonight", "2022-01-12"), gives="time"),
)  # fmt: skip

VAGUE = (
    R("vague", "no date: a vague word", "{vague}", m.vague, ("now", "PRESENT_REF"), ("recently", "PAST_REF"), gives="vague"),
)  # fmt: skip

_PAST = """was were had did said told reported announced held met made came went took got gave saw knew thought
found left felt became began kept brought wrote stood heard let meant set ran paid sat spoke led grew
lost fell sent built understood drew broke spent cut rose drove bought wore chose hit put won shot flew
fought sold caught""".split()
_FUTURE = "will shall 'll would may might could should plans plan expects expected scheduled due going".split()
_PRESENT = "is are has have does do says say am".split()

WORDS = w.WORDS | {
    "half": {"half": 0.5},
    "next": {"next": 1, "coming": 1},
    "tonight": {"tonight": "NI", "overnight": "NI"},
}

LANGUAGE = Language(
    code="en",
    words=WORDS,
    rules=numeric.RULES + DATES + RANGES + RELATIVE + PARTS + PERIODS + OFFSETS + DURATIONS + SETS + TIMES + VAGUE,
    phrases=PHRASES,
    shapes=SHAPES,
    capital=frozenset({"may", "march", "mar", "sun", "sat", "dec", "jan", "mon", "wed"}),
    weak=frozenset(
        """the a an of in and to from at on by or for with - , . ' ( ) / : some few many no more full last past this
current next first second one two back before after than over under about that same each per early late
most least up""".split()
    ),
    cues={
        "past": frozenset(_PAST),
        "future": frozenset(_FUTURE),
        "present": frozenset(_PRESENT),
        "joint": frozenset({"that", "but", "while", "which", "who", "because", "although"}),
        "passive": frozenset({"be"}),
    },
    endings={"ed": "past"},
)
