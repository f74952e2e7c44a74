"""English: its words are in `_en_words.py`, the guards of its rows in `_en_guards.py`, its rows here.

`briefing rules` prints the rows; the tests run their examples and rejects.
"""

from __future__ import annotations

from functools import partial

from briefing.dates import meanings as m
from briefing.dates.languages import _en_guards as guard
from briefing.dates.languages import _en_words as w
from briefing.dates.languages import numeric
from briefing.dates.rule import Example, Language, Meaning, Phrase, Rule
from briefing.dates.timex import From, Relative, Stretch, Unit, When


def R(name: str, says: str, pattern: str, means: Meaning, *examples: tuple[str, ...], **more: object) -> Rule:  # noqa: N802
    """One row; examples as (text, expected[, published])."""
    return Rule(f"en/{name}", says, pattern, means, examples=tuple(Example(*e) for e in examples), **more)  # type: ignore[arg-type]


PERIOD = {"gives": "period"}
LENGTH = {"gives": "duration"}
SET = {"gives": "set"}
TIME = {"gives": "time"}

# --------------------------------------------------------------------------- shapes: patterns with a name

SHAPES = {
    "month": r"({month:fullmonth}|{month:shortmonth} \.?)",
    "lastmonth": r"({last_month:fullmonth}|{last_month:shortmonth} \.?)",
    "weekday": r"({weekday}|{weekday:shortweekday} \.?)",
    "dayno": "({day}|{day:ordinalday}|{day:ordinalword})",
    "lastdayno": "({last:day}|{last:ordinalday}|{last:ordinalword})",
    "year": "({year}|{year2:shortyear})",
    "unit": r"({unit}|{unit:unitshort} \.?)",
    "many": r"({unit:unitmany}|{unit:unitshort} \.?)",
    "count": "({count:number}|{count:some})",
    "kind": "(more|full|whole|straight|consecutive|trading|business|working|calendar|additional|extra|long|short|solid|further)",
    "to": "(to|through|until|till|-)",
    "bc": r"(bc|bce|b \.? c \.?)",
    "that": "(that|the same|that same|this same|the)",
    "clock": "({clock:meridiem}|{clock})",
    "mid": "({stretch} -?)",
}

PHRASES = {
    "number": Phrase(
        "(({digits}|{small}|{tens} (-? {small})?) and a half"
        "|(a|{small}|{digits}) (hundred|thousand) (and? ({tens} (-? {small})?|{small}))?"
        "|{digits} (-? {slashday})?"
        "|{tens} (-? {small})?|{small}"
        "|(a|{small}) dozen"
        "|a couple (of)?|couple of)",
        w.count,
    ),
    "some": Phrase(
        "(several more|several|many|numerous|countless|(just|only|quite)? a few|few|some|a number of|a handful of"
        "|(dozens|hundreds|scores|thousands) of|several (dozen|hundred))",
        w.count,
    ),
    "spokenyear": Phrase(
        "({century:spokencentury} hundred|{century:spokencentury} -? ({teens}|{tens} (-? {small})?)|two thousand (and? {small})?)",
        w.spoken_year,
    ),
    "ordinal": Phrase("({ordinalword}|{ordinaldigits}|{tens} - {ordinalword}|last|final|latter|latest)", w.ordinal),
}

# --------------------------------------------------------------------------- rows

FULL_DATES = (
    R("month-day-year", "month, day and year", "(<weekday> ,?)? <month> <dayno> ,? <year>", m.partial_date,
      ("It opened on January 9, 2022.", "2022-01-09"), ("Sept. 11, 2001", "2001-09-11"), ("Sunday, January 9, 2022", "2022-01-09"),
      ("Jan. 9th, '98", "1998-01-09"), rejects=("we may 9 times", "they march 9, 2022 of them")),
    R("day-month-year", "day, month and year", "(<weekday> ,?)? (the)? <dayno> -? (of)? <month> (, | -)? <year>", m.partial_date,
      ("the 9th of January, 2022", "2022-01-09"), ("9 January 2022", "2022-01-09"), ("on 9-Jan-2022", "2022-01-09")),
    R("day-month-short-year", "day, month and two-digit year", "{day} - {month:shortmonth} - {year2}", m.partial_date,
      ("filed 19-Nov-12", "2012-11-19")),
    R("september-11", "day that history has named", "<month> <dayno>", m.september_11, ("the Sept. 11 attacks", "2001-09-11"),
      fits=guard.attacks, rejects=("They met on Sept. 11.",)),
    R("month-day", "month and day, year from the anchor", "(<weekday> ,?)? <month> (the)? <dayno>", m.partial_date,
      ("on January 9", "2022-01-09"), ("on Sunday, January 9", "2022-01-09"), ("Jan. 9", "2022-01-09"), ("January the 9th", "2022-01-09"),
      rejects=("you may 9 people",)),
    R("day-month", "day and month, year from the anchor", "(<weekday> ,?)? (the)? <dayno> -? (of)? <month>", m.partial_date,
      ("the 9th of January", "2022-01-09"), ("on 9 January", "2022-01-09"), ("Sunday 9 January", "2022-01-09")),
    R("weekday-month-day-in-parentheses", "weekday with month and day in brackets", r"<weekday> \( <month> <dayno> (,? {year})? \)",
      m.partial_date, ("on Sunday (January 9)", "2022-01-09"), ("Sunday (January 9)", "2022-01-09", "2023-01-12"),
      rejects=("Sunday (9 runs)",)),
    R("weekday-day-month-in-parentheses", "weekday with day and month in brackets", r"<weekday> \( <dayno> <month> (,? {year})? \)",
      m.partial_date, ("on Sunday (9 January)", "2022-01-09")),
    R("weekday-the-day", "weekday and day of the month", "<weekday> ,? the {day:ordinalday}", m.partial_date,
      ("on Sunday the 9th", "2022-01-09")),
    R("the-day-of-month", "day of a month that is counted from the anchor", "(on)? the {day:ordinalday} of (this|the|that) month", m.partial_date,
      ("on the 9th of this month", "2022-01-09")),
    R("on-the-day", "day of the month that the anchor gives", "on the {day:ordinalday}", m.partial_date, ("They left on the 9th.", "2022-01-09"),
      rejects=("on the 9th floor",), fits=guard.end_of_phrase),
)  # fmt: skip

MONTHS_AND_YEARS = (
    R("month-year", "month of a year", "<month> (,|of|,? in)? <year>", m.partial_date,
      ("in May 2021", "2021-05-01/2021-05-31"), ("January '98", "1998-01-01/1998-01-31"), ("June of 2020", "2020-06-01/2020-06-30"), **PERIOD),
    R("month-spoken-year", "month of a year in words", "<month> (,|of)? {year:spokenyear}", m.partial_date,
      ("in January nineteen ninety-seven", "1997-01-01/1997-01-31"), **PERIOD),
    R("month", "month, year from the anchor", r"({month:fullmonth}|{month:shortmonth} \.?)", m.partial_date,
      ("in January", "2022-01-01/2022-01-31"), fits=guard.month_alone,
      rejects=("it may be", "they march on", "Theresa May resigned", "Judge April Smith", "said Jan Kavan", "In short, may I"), **PERIOD),
    R("month-of", "the month itself", "the month of <month> (,? <year>)?", m.partial_date,
      ("in the month of January", "2022-01-01/2022-01-31"), **PERIOD),
    R("year", "year", "{year}", m.partial_date, ("in 2014", "2014-01-01/2014-12-31"), fits=guard.year_alone,
      rejects=("it cost $1999", "1999 people came", "flight 2014", "Article 2017", "No. 1984", "1500 troops", "+44 1632 960 001"), **PERIOD),
    R("the-year", "year", "(the)? year {year}", m.partial_date, ("in the year 2000", "2000-01-01/2000-12-31"), **PERIOD),
    R("spoken-year", "year in words", "{year:spokenyear1}", m.partial_date, ("in nineteen ninety-six", "1996-01-01/1996-12-31"),
      rejects=("twenty-two of them", "TWA eight hundred", "nineteen people"), **PERIOD),
    R("the-spoken-year", "year in words", "the? year {year:spokenyear}", m.partial_date, ("the year two thousand", "2000-01-01/2000-12-31"),
      **PERIOD),
    R("short-year", "year of two digits", "{year2:shortyear}", m.partial_date, ("back in '98", "1998-01-01/1998-12-31"), fits=guard.short_year,
      rejects=("the show ''60 Minutes''",), **PERIOD),
    R("year-bc", "year before Christ", "({year}|{year:digits}) <bc>", partial(m.partial_date, bc=True),
      ("in 44 BC", "BC0044"), ("by 490 B.C.", "BC0490"), **PERIOD),
    R("month-year-bc", "month before Christ", "<month> ({year}|{year:digits}) <bc>", partial(m.partial_date, bc=True),
      ("in August 480 BC", "BC0480-08"), **PERIOD),
    R("years-bc", "years before Christ", "({first:digits} <to> {last:digits}|{years:countrange}) <bc>", m.years_bc,
      ("in 480-479 BC", "BC0480/BC0479"), ("from 499 to 493 BC", "BC0499/BC0493"), **PERIOD),
    R("early-year", "year of antiquity", "{year:digits}", m.partial_date, ("In 490 BC they came. In 489, they left.", "BC0489"),
      fits=guard.early_year, gives="antiquity",
      rejects=("in 492 cases", "He fled in 44 BC")),
    R("year-ad", "year after Christ", "(ad {year:digits}|{year:digits} (ad|ce))", m.partial_date, ("in AD 79", "0079-01-01/0079-12-31"), **PERIOD),
    R("decade", "decade", "(the)? {decade}", m.decade, ("in the 1990s", "1990-01-01/1999-12-31"), **PERIOD),
    R("short-decade", "decade, the century from the anchor", "(the)? {shortdecade}", m.decade,
      ("in the '80s", "1980-01-01/1989-12-31"), ("in the 80s", "1980-01-01/1989-12-31"), fits=guard.short_decade,
      rejects=("a man in his 30s",), **PERIOD),
    R("named-decade", "decade, the century from the anchor", "the (roaring)? {shortdecade:decadename}", m.decade,
      ("in the sixties", "1960-01-01/1969-12-31"), rejects=("in his sixties",), **PERIOD),
    R("spoken-decade", "decade in words", "(the)? {century:spokencentury} - ? {shortdecade:decadename}", m.spoken_decade,
      ("the nineteen eighties", "1980-01-01/1989-12-31"), **PERIOD),
    R("decade-bc", "decade before Christ", "(the)? ({decade}|{decade:bcdecade}) <bc>", m.decade_bc, ("in the 470s BC", "BC047"), **PERIOD),
    R("century", "century", "(the)? {ordinal:ordinalnumber} -? century", m.century, ("the 19th century", "1801-01-01/1900-12-31"), **PERIOD),
    R("century-bc", "century before Christ", "(the)? {ordinal:ordinalnumber} -? century <bc>", partial(m.century, bc=True),
      ("the 5th century BC", "BC04"), **PERIOD),
)  # fmt: skip

RANGES = (
    R("month-days", "days of one month, first to last", "<month> {days:dayrange} (,? {year})?", m.day_range,
      ("January 9-11", "2022-01-09/2022-01-11"), ("June 3-5, 2021", "2021-06-03/2021-06-05")),
    R("month-day-to-day", "days of one month, first to last", "<month> <dayno> <to> <lastdayno> (,? {year})?", m.day_range,
      ("June 3 to 5, 2021", "2021-06-03/2021-06-05")),
    R("month-day-and-day", "two days of one month", "<month> <dayno> and <lastdayno> (,? {year})?", m.days_of,
      ("on May 4 and 5", "2022-05-04/2022-05-05")),
    R("days-month", "days of one month, first to last", "({days:dayrange}|<dayno> <to> <lastdayno>) (of)? <month> (,? {year})?", m.day_range,
      ("9-11 January 2022", "2022-01-09/2022-01-11"), ("3 to 5 June 2021", "2021-06-03/2021-06-05")),
    R("day-month-to-day-month", "days of two months, first to last",
      "(<month> <dayno> (,? {first_year:year})?|<dayno> <month> {first_year:year}?) <to> (<lastmonth> <lastdayno>|<lastdayno> <lastmonth>) (,? {year})?",
      m.day_range, ("June 30 to July 2, 2021", "2021-06-30/2021-07-02"), ("from 30 June to 2 July 2021", "2021-06-30/2021-07-02"),
      ("Dec. 30, 2020 - Jan. 2, 2021", "2020-12-30/2021-01-02")),
    R("years", "years, first to last", "(the years)? {yearrange}", m.year_range, ("the war of 1914-18", "1914-01-01/1918-12-31"),
      rejects=("the 1998-97 shift", "call 2014-7788"), **PERIOD),
    R("years-to", "years, first to last", "{first:year} <to> {last:year}", m.year_to_year, ("from 1939 to 1945", "1939-01-01/1945-12-31"),
      fits=guard.year_alone, **PERIOD),
    R("months", "months, first to last", "<month> {first_year:year}? <to> <lastmonth> {year}", m.month_range,
      ("January-March 2021", "2021-01-01/2021-03-31"), ("June 1940 to May 1941", "1940-06-01/1941-05-31"), **PERIOD),
    R("between-months", "months, first to last", "<month> <to> <lastmonth>", m.month_range,
      ("from January to March", "2022-01-01/2022-03-31"), fits=guard.month_alone, **PERIOD),
)  # fmt: skip

RELATIVE = (
    R("weekday", "weekday, counted from the anchor", "{weekday}", m.partial_date,
      ("on Monday", "2022-01-10", "2022-01-10"), fits=guard.not_name, rejects=("the Sunday Times wrote", "on Black Friday")),
    R("named-day", "day counted from the anchor", "{deictic}", m.day_name, ("yesterday", "2022-01-11"), ("today", "2022-01-12"),
      fits=guard.no_title, rejects=("USA Today reported",)),
    R("day-before-yesterday", "two days before the anchor", "the? day before yesterday", m.always(Relative(-2, Unit.DAY)),
      ("the day before yesterday", "2022-01-10")),
    R("day-after-tomorrow", "two days after the anchor", "the? day after tomorrow", m.always(Relative(2, Unit.DAY)),
      ("the day after tomorrow", "2022-01-14")),
    R("shift-unit", "unit before, of, or after the anchor", "(the)? {shift} (fiscal|calendar|financial|business)? {unit:calendar}", m.relative,
      ("last week", "2022-01-03/2022-01-09"), ("next year", "2023-01-01/2023-12-31"), ("this month", "2022-01-01/2022-01-31"),
      ("the current fiscal year", "2022-01-01/2022-12-31"), fits=guard.no_title, rejects=("on ABC's “This Week” he said",), **PERIOD),
    R("unit-before-last", "two units before the anchor", "the {unit:calendar} before last", partial(m.relative, shift=-2),
      ("the week before last", "2021-12-27/2022-01-02"), **PERIOD),
    R("unit-after-next", "two units after the anchor", "the {unit:calendar} after next", partial(m.relative, shift=2),
      ("the week after next", "2022-01-24/2022-01-30"), **PERIOD),
    R("shift-weekday", "weekday before or after the anchor", "(the|this)? {shift} <weekday>", m.relative_name,
      ("last Monday", "2022-01-10"), ("next Monday", "2022-01-17"), ("this coming Sunday", "2022-01-16"), fits=guard.not_name),
    R("weekday-week", "weekday of the week before or after", "<weekday> (of)? {shift} week", m.weekday_of_week,
      ("on Monday of last week", "2022-01-03"), ("Friday next week", "2022-01-21"), ("Monday this week", "2022-01-10")),
    R("weekday-a-week-ago", "weekday a week before the last one", "a week ago (last|on)? {weekday}", partial(m.weekday_weeks, shift=-1),
      ("a week ago Monday", "2022-01-03")),
    R("weekday-week-on", "weekday a week after the next one", "(a week from {weekday}|{weekday} week)", partial(m.weekday_weeks, shift=1),
      ("a week from Monday", "2022-01-24")),
    R("shift-month", "month before or after the anchor", "(the|this)? {shift} <month>", m.relative_name,
      ("last January", "2021-01-01/2021-01-31"), ("next March", "2022-03-01/2022-03-31"), **PERIOD),
    R("shift-month-day", "day of the month before or after the anchor", "(the|this)? {shift} <month> <dayno>", m.relative_day,
      ("last Oct. 23", "2021-10-23")),
    R("shift-season", "season before, of or after the anchor", "(the|this)? {shift} {season}", m.relative_name,
      ("last summer", "2021-06-01/2021-08-31"), ("this past spring", "2021-03-01/2021-05-31"), **PERIOD),
    R("weekend", "weekend nearest the anchor", "the weekend", partial(m.relative, shift=0, unit=Unit.WEEKEND),
      ("They will rest over the weekend.", "2022-01-15/2022-01-16"), **PERIOD),
    R("year-ended", "business year", "(the|its)? (fiscal)? {unit:endedunit}", m.ended, ("for the year ended March 31", "P1Y"), fits=guard.ended, **LENGTH),
    R("the-unit", "unit of the anchor", "the {unit:theunit}", partial(m.relative, shift=0), ("It was the best of the year.", "2022-01-01/2022-12-31"),
      fits=guard.no_hyphen, rejects=("the year-ago results", "Man of the Year"),
      **PERIOD),
    R("within-unit", "unit of the anchor", "the {unit:withinunit}", partial(m.relative, shift=0), alone=False, gives="within"),
    R("following-unit", "unit after the date last mentioned", "the (very)? (following|next|subsequent) {unit:unitone}", partial(m.neighbour, sign=1),
      ("It began on Jan. 3. The following day it ended.", "2022-01-04"), **PERIOD),
    R("unit-following", "unit after the date last mentioned", "the {unit:unitone} following", partial(m.neighbour, sign=1),
      ("It began on Jan. 3, and the day following it ended.", "2022-01-04"), fits=guard.end_of_phrase, **PERIOD),
    R("previous-unit", "unit before the date last mentioned", "the (previous|preceding|prior) {unit:unitone}", partial(m.neighbour, sign=-1),
      ("It began on Jan. 3. The previous day was calm.", "2022-01-02"), **PERIOD),
    R("day-before", "day before the date last mentioned", "the {unit:daybefore} before", partial(m.neighbour, sign=-1),
      ("It began on Jan. 3. The day before, all was calm.", "2022-01-02"), fits=guard.end_of_phrase, **PERIOD),
    R("day-after", "day after the date last mentioned", "the {unit:daybefore} after", partial(m.neighbour, sign=1),
      ("It began on Jan. 3. The day after, all was calm.", "2022-01-04"), fits=guard.end_of_phrase, **PERIOD),
    R("same-unit", "unit of the date last mentioned", "(that|(the|that|this) (very)? same|that very) {unit:sameunit}", partial(m.neighbour, sign=0),
      ("It began on Jan. 3. The same day it ended.", "2022-01-03"), **PERIOD),
    R("previous-weekday", "weekday before the anchor", "the (previous|preceding|prior) {weekday}", partial(m.relative_name, shift=-1),
      ("the previous Friday", "2022-01-07")),
    R("following-weekday", "weekday after the anchor", "the following {weekday}", partial(m.relative_name, shift=1),
      ("the following Friday", "2022-01-14")),
    R("week-of", "week or weekend that holds a day", "(the)? {unit:weekof} of @day", m.unit_of_date, ("the week of March 7", "2022-03-07/2022-03-13"), **PERIOD),
    R("date-of-that-unit", "date in the unit last mentioned", "@date of (that|the same|this|that same) {unit:unitone}", m.within_same,
      ("It fell in 1940. In August of that year they rose.", "1940-08-01/1940-08-31"), **PERIOD),
    R("date-shift-year", "date in a year counted from the anchor", "@date (,|of|in)? {shift} {unit:yearone}", m.within_shift,
      ("in April next year", "2023-04-01/2023-04-30"), ("on March 3 last year", "2021-03-03"), **PERIOD),
)  # fmt: skip

PARTS = (
    R("stretch", "part of a date", "(the)? {stretch} -? (in|on|of)? @date|within", m.part_of,
      ("later this week", "2022-01-13/2022-01-16"), ("early next year", "2023-01-01/2023-04-30"), ("mid-January", "2022-01-11/2022-01-20"),
      ("late in 2021", "2021-09-01/2021-12-31"), ("earlier in the year", "2022-01-01/2022-01-12"), ("the late '80s", "1987-01-01/1989-12-31"),
      **PERIOD),
    R("sometime", "some time in a date", "(sometime|some time) (in|during)? @period", m.inner, ("sometime next year", "2023-01-01/2023-12-31"), **PERIOD),
    R("edge", "part of a date", "(the)? (very)? {stretch:edge} (part)? of @date|within", m.part_of,
      ("the end of March", "2022-03-21/2022-03-31"), ("the end of the month", "2022-01-21/2022-01-31"), **PERIOD),
    R("early-part", "part of a date", "the {stretch:edgepart} (part|days|weeks|months|years) of @date|within", m.part_of,
      ("in the early part of 2021", "2021-01-01/2021-04-30"), **PERIOD),
    R("rest", "rest of a date, from the anchor on", "the (rest|remainder|balance) of @date|within", partial(m.part_of, stretch=Stretch.REST),
      ("the rest of this week", "2022-01-13/2022-01-16"), **PERIOD),
    R("much-of", "most of a date", "(much|most|all|a (good|large) part|the bulk) of @period", m.inner,
      ("for much of 2021", "2021-01-01/2021-12-31"), **PERIOD),
    R("year-end", "end of a year", "(the|this|next)? (year - end|year ' s end|year end)", m.always(m.YEAR_END), ("by year-end", "2022-09-01/2022-12-31"), **PERIOD),
    R("about-date", "about a date", "(around|about|circa|ca \\.?|c \\.) @date|time", m.approximate, ("around 1910", "1910-01-01/1910-12-31"),
      fits=guard.about, **PERIOD),
)  # fmt: skip

PERIODS = (
    R("quarter", "quarter of a year, the year from the anchor", "(the)? (fiscal)? (-)? {ordinal:ordinalnumber} (fiscal)? quarter", partial(m.nth, unit=Unit.QUARTER),
      ("in the third quarter", "2021-07-01/2021-09-30", "2021-11-02"), **PERIOD),
    R("quarter-adjective", "quarter of a year, the year from the anchor", "(fiscal -)? {ordinal:ordinalnumber} - quarter", partial(m.nth, unit=Unit.QUARTER),
      ("a third-quarter loss", "2021-07-01/2021-09-30", "2021-11-02"), **PERIOD),
    R("quarter-of", "quarter of a year", "(the)? {ordinal:ordinalnumber} -? (fiscal)? quarter (of|in|,)? @year", partial(m.nth, unit=Unit.QUARTER),
      ("the third quarter of 2020", "2020-07-01/2020-09-30"), **PERIOD),
    R("year-quarter", "quarter of a year", "(the)? <year> {ordinal:ordinalnumber} -? quarter", partial(m.nth, unit=Unit.QUARTER),
      ("in the 1988 third quarter", "1988-07-01/1988-09-30"), **PERIOD),
    R("shift-year-quarter", "quarter of a year counted from the anchor", "{shift} year ' s {ordinal:ordinalnumber} quarter", m.shift_quarter,
      ("next year's first quarter", "2023-01-01/2023-03-31"), **PERIOD),
    R("quarter-sign", "quarter of a year", "{quarter:quartersign} (of|,)? <year>", m.quarter_of_year, ("in Q3 2021", "2021-07-01/2021-09-30"), **PERIOD),
    R("quarter-sign-alone", "quarter of a year, the year from the anchor", "{quarter:quartersign}", m.quarter_of_year, ("Q3 earnings", "2021-07-01/2021-09-30"), **PERIOD),
    R("the-year-quarter", "quarter of a year that is reported on", "(the)? {year} (quarter|period)", m.report_year, ("the 2020 quarter", "2020-10-01/2020-12-31"), **PERIOD),
    R("latest-quarter", "period that is reported on", "(the (latest|most recent|just - ended)? (fiscal)? quarter|the latest period)", partial(m.report, unit=Unit.QUARTER),
      ("for the latest quarter", "2021-10-01/2021-12-31"), **PERIOD),
    R("year-ago", "same period a year before", "((the|a) year - (ago|earlier) {unit:reportunit}|year - (ago|earlier))", partial(m.report, years=-1),
      ("the year-ago quarter", "2020-10-01/2020-12-31"), ("year-earlier results", "2021-01-01/2021-12-31"), **PERIOD),
    R("year-ago-nth", "same quarter a year before", "(the)? year - (ago|earlier) {ordinal:ordinalnumber} quarter", m.report_nth,
      ("the year-ago third quarter", "2021-07-01/2021-09-30"), **PERIOD),
    R("half-of", "half of a year", "(the)? {ordinal} half (of|in) @period|within", partial(m.nth, unit=Unit.HALF),
      ("the second half of 2020", "2020-07-01/2020-12-31"), ("the latter half of 2020", "2020-07-01/2020-12-31"), **PERIOD),
    R("half", "half of a year, the year from the anchor", "(the)? {ordinal:halfordinal} (-)? half", m.half, ("in the second half", "2021-07-01/2021-12-31"),
      fits=guard.half, rejects=("scored in the second half of the match",), **PERIOD),
    R("nth-of", "unit in a date", "the {ordinal} {unit:nthunit} of @period|within", m.nth, ("the first week of March 2022", "2022-02-28/2022-03-06"),
      ("the last day of May", "2022-05-31"), **PERIOD),
    R("nth-weekday-of", "weekday in a month", "the {ordinal} {weekday} (of|in) @period", m.nth, ("the last Monday in May 2021", "2021-05-31")),
    R("season", "season, year from the anchor", "(the)? {season}", m.season, ("It was in the summer.", "2021-06-01/2021-08-31"),
      fits=guard.season_alone, rejects=("prices fall", "the fall of Rome", "the Summer Olympics", "a spring onion", "spring to mind"), **PERIOD),
    R("season-year", "season of a year", "(the)? {season} (of|in|,)? (<year>|{year:spokenyear1})", m.season, ("the summer of 2020", "2020-06-01/2020-08-31"), **PERIOD),
    R("fiscal-year", "business year", "(fiscal|financial) -? (year)? ({year}|{year2:shortyear}|{year2})", m.fiscal_year,
      ("in fiscal 1990", "1990-01-01/1990-12-31"), **PERIOD),
    R("fiscal-year-sign", "business year", "fy -? ({year}|{year2})", m.fiscal_year, ("in FY 2020", "2020-01-01/2020-12-31"), **PERIOD),
    R("holiday", "day with a name, year from the anchor", "{holiday}", m.holiday, ("on Christmas Day", "2021-12-25"),
      fits=guard.capital, rejects=("a labor dispute", "the memorial day by day")),
    R("holiday-year", "day with a name", "{holiday} ,? (of|in)? <year>", m.holiday, ("Easter 2021", "2021-04-04"), ("Christmas 1963", "1963-12-25")),
    R("shift-holiday", "day with a name before or after the anchor", "(this)? {shift} {holiday}", m.shift_holiday, ("last Thanksgiving", "2021-11-25")),
    R("named-date", "day that history has named", "{nameddate}", m.named_date, ("on D-Day", "1944-06-06")),
    R("nine-eleven", "day that history has named", "{numbers:slashday}", m.nine_eleven, ("since 9/11", "2001-09-11"), rejects=("open 24/7", "a 1/2 share")),
)  # fmt: skip

OFFSETS = (
    R("ago", "so long before the anchor", "({mod})? (<count>|a|an) <kind>? <unit> (or (so|more|two))? ago", partial(m.offset, sign=-1),
      ("two days ago", "2022-01-10"), ("a week ago", "2022-01-03/2022-01-09"), ("nearly four years ago", "2018-01-01/2018-12-31"), **PERIOD),
    R("units-ago", "long before the anchor, the number not said", "{unit:unitmany} ago", partial(m.offset, sign=-1, open_count=True),
      ("months ago", "PAST_REF"), **PERIOD),
    R("later", "so long after the date last mentioned", "({mod})? (<count>|a|an|just|only)? (<count>)? <kind>? <unit> (later|afterwards|afterward)",
      partial(m.offset, sign=1, origin=From.PREVIOUS), ("On Jan. 3 he left. Two days later he was back.", "2022-01-05"), **PERIOD),
    R("earlier", "so long before the date last mentioned", "({mod})? (<count>|a|an)? <kind>? <unit> (earlier|previously|prior)",
      partial(m.offset, sign=-1, origin=From.PREVIOUS), ("On Jan. 3 he left. Two days earlier he was here.", "2022-01-01"), **PERIOD),
    R("after-that", "so long after the date last mentioned", "(<count>|a|an) <unit> (after|after that)", partial(m.offset, sign=1, origin=From.PREVIOUS),
      ("On Jan. 3 he left. Two days after, he was back.", "2022-01-05"), fits=guard.end_of_phrase, **PERIOD),
    R("before-that", "so long before the date last mentioned", "(<count>|a|an) <unit> (before|before that)", partial(m.offset, sign=-1, origin=From.PREVIOUS),
      ("On Jan. 3 he left. Two days before, he was here.", "2022-01-01"), fits=guard.end_of_phrase, **PERIOD),
    R("from-now", "so long after the anchor", "({mod})? (<count>|a|an) <unit> (from (now|today)|hence)", partial(m.offset, sign=1),
      ("two weeks from now", "2022-01-24/2022-01-30"), **PERIOD),
    R("before-date", "so long before another date", "({mod})? ({count:number}|a|an|the) <kind>? <unit> before @date", partial(m.offset, sign=-1),
      ("the day before January 9", "2022-01-08")),
    R("after-date", "so long after another date", "({mod})? ({count:number}|a|an|the) <kind>? <unit> after @date", partial(m.offset, sign=1),
      ("two days after January 9", "2022-01-11")),
)  # fmt: skip

DURATIONS = (
    R("duration", "length of time", "({mod})? {count:number} <kind>? -? <unit>", m.duration,
      ("for six hours", "PT6H"), ("a six-hour talk", "PT6H"), ("at least 30 days", "P30D"), ("eight trading days", "P8D"), fits=guard.length,
      rejects=("three quarters of them", "on “60 Minutes” he said", "TWA eight hundred"), **LENGTH),
    R("some-duration", "length of time, its number not said", "{count:some} <kind>? -? <unit>", m.duration,
      ("several weeks", "PXW"), ("a few days", "PXD"), fits=guard.length, **LENGTH),
    R("a-duration", "length of time", "({mod})? (a|an) (full|whole|single|half -)? ({unit:unitone}|{unit:unitshort} \\.?)", m.duration, ("for a week", "P1W"), fits=guard.no_rate,
      rejects=("a second chance", "a quarter of it", "$2 million a year"), **LENGTH),
    R("half-a-duration", "half of a unit", "({mod})? half (a|an) <unit>", m.half_duration, ("half an hour", "PT30M"), **LENGTH),
    R("duration-and-half", "length of time", "({mod})? (a|an|{count:number}) <unit> and a {half}", m.duration,
      ("an hour and a half", "PT1H30M"), **LENGTH),
    R("duration-and-duration", "length of time", "{count:number} <unit> (,|and)? {count2:number} ({unit2:unit})", m.duration,
      ("two years and three months", "P2Y3M"), **LENGTH),
    R("duration-range", "length of time", "(the (next|past|last|coming)?)? {count:number} (to|or|-) {most:number} -? <many>", m.duration_range,
      ("two to three weeks", "P2W"), **LENGTH),
    R("duration-range-digits", "length of time", "{counts:countrange} -? <many>", m.duration_range, ("10-15 minutes", "PT10M"), **LENGTH),
    R("a-duration-or-so", "length of time", "(a|an) <unit> or (so|two|more)", m.duration, ("a week or so", "P1W"), **LENGTH),
    R("the-duration", "length of time", "(the|these|those|each of the) {reach}? <count> {reach}? <kind>? <many>", m.duration,
      ("the past three months", "P3M"), ("the first nine months", "P9M"), ("the four days", "P4D"), **LENGTH),
    R("reach-duration", "length of time up to the anchor, or from it on", "(at least)? (the)? {reach} <count> <kind>? <many>", m.duration,
      ("in past 20 years", "P20Y"), ("next few days", "PXD"), **LENGTH),
    R("year-earlier-duration", "length of time, a year before", "(the|a)? (year - (earlier|ago)|latest|first) {count:number} <many>", m.duration,
      ("the year-earlier nine months", "P9M"), **LENGTH),
    R("units", "length of time, its number not said", "(the|these|those)? {reach:farreach}? {unit:unitmany} (ahead)?", m.unknown_length, ("for years", "PXY"),
      ("the weeks ahead", "PXW"), fits=guard.unknown_length, rejects=("the officers' quarters",), **LENGTH),
    R("units-long", "length of time, its number not said", "{unit:unitmany} - (long|old)", m.unknown_length, ("a decades-long war", "PXDE"), **LENGTH),
    R("unit-long", "length of time", "{unit:unitone} - long", m.duration, ("a year-long trial", "P1Y"), **LENGTH),
    R("number-long", "length of time", "{count:number} -? {unit:unitone} -? long", m.duration, ("a three year long siege", "P3Y"), **LENGTH),
    R("age", "age", "{count:number} -? {unit:unitone} - (old|olds)", partial(m.duration, age=True), ("a 61-year-old", "P61Y"), gives="age"),
    R("years-old", "age", "{count:number} -? <many> (old|of age)", partial(m.duration, age=True), ("He is 61 years old.", "P61Y"), gives="age"),
    R("a-while", "length of time, not said", "(a (long|little|short)? while|some time|a (fairly)? (long|lengthy|short) (time|period))", m.always(m.SOME_TIME),
      ("for a while", "PXX"), **LENGTH),
)  # fmt: skip

SETS = (
    R("rhythm", "repetition", "{rhythm}", m.adverb, ("paid weekly", "P1W"), fits=guard.no_title, rejects=("the Daily Mail",), **SET),
    R("rhythm-adjective", "kind of thing that comes again", "{rhythm:kindrhythm}", partial(m.adverb, rate=True), ("the annual meeting", "P1Y"),
      fits=guard.no_title, rejects=("the Monthly Review",), gives="rate"),
    R("every-unit", "repetition", "(every|each|per) ({count:number}|other)? {unit}", m.recurrence, ("every two weeks", "P2W"), ("each year", "P1Y"), **SET),
    R("every-weekday", "repetition", "(every|each) {weekday}", m.recurrence, ("every Monday", "XXXX-WXX-1"), **SET),
    R("every-daypart", "repetition", "(every|each) {daypart}", m.recurrence, ("every morning", "XXXX-XX-XXTMO"), **SET),
    R("every-month", "repetition", "(every|each) <month>", m.recurrence, ("every January", "XXXX-01"), **SET),
    R("weekdays", "repetition", "(on)? {weekday:weekdays}", m.every, ("open Mondays", "XXXX-WXX-1"), **SET),
    R("weekday-nights", "repetition", "{weekday} {daypart:dayparts}", m.every, ("Tuesday nights", "XXXX-WXX-2TNI"), **SET),
    R("times-a-unit", "repetition", "(once|twice|three times|several times) (a|an|each|every|per) {unit:unitone}", m.every, ("twice a year", "P1Y"), **SET),
    R("rate", "so much for each unit", "(a|an) {unit:unitone}", m.rate, ("$2 million a year", "P1Y"), fits=guard.rate, rejects=("for a week", "spent a year"), gives="rate"),
)  # fmt: skip

TIMES = (
    R("clock", "time of day", "<clock> ({zone})?", m.clock_time, ("at 3:30 p.m. EST", "2022-01-12"), rejects=("won 3:2 on penalties",), **TIME),
    R("clock-date", "time of a day", "<clock> ({zone})? (local time)? (on|,)? @day", m.clock_time, ("at 3 p.m. EST Monday", "2022-01-10"), **TIME),
    R("date-clock", "time of a day", "@day (at|,|by|around)? <clock> ({zone})?", m.clock_time, ("Monday at 3 p.m.", "2022-01-10"), **TIME),
    R("oclock", "time of day", "({hour}|{hour:small}) o ' clock", m.clock_time, ("at five o'clock", "2022-01-12"), **TIME),
    R("hour-in-the", "time of day", "({hour}|{hour:small}) (o ' clock)? in the {half_day:daypart}", m.clock_time, ("at 4 in the morning", "2022-01-12"), **TIME),
    R("named-clock", "time of day", "{named_clock:namedclock}", m.named_clock, ("at noon", "2022-01-12"), fits=guard.no_name, rejects=("High Noon",), **TIME),
    R("named-clock-date", "time of a day", "{named_clock:namedclock} (on)? @day", m.named_clock, ("at noon Monday", "2022-01-10"), **TIME),
    R("date-part", "part of a day", "@day ,? (-)? (early|late)? {daypart}", m.day_part, ("Monday night", "2022-01-10"), ("yesterday morning", "2022-01-11"), **TIME),
    R("part-of-date", "part of a day", "(the)? {stretch:halfstretch}? (in the)? {daypart} (hours)? (of|on)? @day", m.day_part,
      ("on the morning of 9 January", "2022-01-09"), ("early in the morning of 9 January", "2022-01-09"), ("mid-afternoon yesterday", "2022-01-11"), **TIME),
    R("stretch-part", "part of a day", "{stretch:halfstretch} (in the)? (hours of)? @time", m.part_time, ("early Monday morning", "2022-01-10"), **TIME),
    R("this-part", "part of the anchor's day", "this {daypart}", partial(m.day_part, shift=0), ("this morning", "2022-01-12"), **TIME),
    R("last-part", "part of the day before the anchor", "last {daypart}", partial(m.day_part, shift=-1), ("last night", "2022-01-11"), **TIME),
    R("tonight", "night of the anchor's day", "{daypart:tonight}", partial(m.day_part, shift=0), ("tonight", "2022-01-12"), **TIME),
    R("that-part", "part of the day last mentioned", "(that|the same) {daypart}", m.part_after, ("On Jan. 3 he left. That night it snowed.", "2022-01-03"), **TIME),
    R("next-part", "part of the day after the one last mentioned", "{stretch:halfstretch}? the {step:nextstep} {daypart}", m.part_after,
      ("On Jan. 3 he left. The next morning it snowed.", "2022-01-04"), **TIME),
    R("the-part", "part of a day", "the {daypart}", m.part_after, ("On Jan. 3 it rained. In the evening it snowed.", "2022-01-03"), fits=guard.within_day, **TIME),
)  # fmt: skip

VAGUE = (
    R("vague", "no date: a vague word", "{vague}", m.vague, ("now", "PRESENT_REF"), ("recently", "PAST_REF"), gives="vague",
      rejects=("Now! magazine",), fits=guard.no_name),
    R("weakly-vague", "no date: a vague word", "{vague:weakvague}", partial(m.vague, weak=True), ("soon", "FUTURE_REF"), gives="weak"),
    R("recent-units", "no date: vague", "(the)? (recent|past|previous) {unit:unitmany} (and {unit2:unitmany})?", partial(m.vague, when=When.PAST),
      ("in recent years", "PAST_REF"), gives="vague"),
    R("future-units", "no date: vague", "future {unit:unitmany}", partial(m.vague, when=When.FUTURE), ("in future quarters", "FUTURE_REF"), gives="vague"),
    R("one-day", "no date: vague", "one day", partial(m.vague, when=When.FUTURE), ("will one day return", "FUTURE_REF"), gives="vague"),
)  # fmt: skip

LANGUAGE = Language(
    code="en",
    words=w.WORDS,
    rules=numeric.RULES + FULL_DATES + MONTHS_AND_YEARS + RANGES + RELATIVE + PARTS + PERIODS + OFFSETS + VAGUE + DURATIONS + SETS + TIMES,
    phrases=PHRASES | {"spokenyear1": w.SPOKEN_YEAR, "ordinalnumber": w.ORDINAL_NUMBER},
    shapes=SHAPES,
    capital=w.CAPITAL,
    weak=w.WEAK,
    cues=w.CUES,
    endings={"ed": "past"},
)  # fmt: skip
