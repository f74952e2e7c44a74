"""Rows of times and parts of a day."""

from __future__ import annotations

from functools import partial

from briefing.dates.languages.en import around
from briefing.dates.languages.en import guards_dates as guard
from briefing.dates.languages.en import guards_small as small
from briefing.dates.languages.en.row import TIME, R
from briefing.dates.meanings import dates, times

TIMES = (
    R("clock", "time of day", "<clock> ({zone})?", times.clock_time, ("at 3:30 p.m. EST", "2022-01-12"), ("on TV at 8p", "2022-01-12T20:00"), rejects=("won 3:2 on penalties", "John 3:16 says"), fits=guard.no_verse, **TIME),
    R("clock-date", "time of a day", r"<clock> ({zone})? (local time)? <zoned>? (on|,)? @day", times.clock_time, ("at 3 p.m. EST Monday", "2022-01-10"),
      ("at 10:35 a.m. (0735 GMT) Friday", "2022-01-07T10:35"), **TIME),
    R("date-clock", "time of a day", "@day ,? (at|by|\\@)? (about|around|approximately)? <clock> ({zone})?", times.clock_time,
      ("Monday at 3 p.m.", "2022-01-10"), ("yesterday at about 5 p.m.", "2022-01-11"), ("on Friday, at 10 a.m. EST", "2022-01-07"), **TIME),
    R("hour-part", "time of a day", "({hour}|{hour:small}) <oclock>? @time", times.clock_in_part, ("at 7 tonight", "2022-01-12T19:00"),
      ("at eight yesterday evening", "2022-01-11T20:00"), fits=guard.clock_hour, rejects=("the 7 Monday nights",), **TIME),
    R("clock-part", "time of a day", "<clock> ({zone})? (on)? @time", times.clock_in_part, ("at 8:30 yesterday evening", "2022-01-11T20:30"),
      rejects=("from 3 p.m. 4 p.m.",), **TIME),
    R("part-clock", "time of a day", "@time (at|,|\\@)? <clock> ({zone})?", times.clock_in_part, ("tonight at 8 p.m.", "2022-01-12T20:00"),
      ("Monday night at 8:30", "2022-01-10T20:30"), rejects=("from 3 p.m. 4 p.m.",), **TIME),
    R("clock-zone", "time of day", "({clock:zeroclock}|{clock:year}|{clock:count4}) (hours)? {zone}", times.four_digit_clock,
      ("at 0800 GMT", "2022-01-12T08:00"), ("at 1530 GMT", "2022-01-12T15:30"), rejects=("in 1999 ET came",), **TIME),
    R("clock-zone-date", "time of a day", "({clock:zeroclock}|{clock:year}|{clock:count4}) (hours)? {zone} (on|,)? @day", times.four_digit_clock,
      ("at 0630 GMT on Tuesday", "2022-01-11T06:30"), **TIME),
    R("clock-range", "times of day, first to last", "{clocks:clockrange} ({zone})?", times.clock_range, ("open 9am-5pm", "2022-01-12T09:00/2022-01-12T17:00"), rejects=("open 9-5",), **TIME),
    R("clock-to-clock", "times of day, first to last", "({first:hour}|{first_clock:meridiem}|{first_clock:clock}) <to> {clock:meridiem} ({zone})?", times.clock_to_clock,
      ("from 3 to 5 p.m.", "2022-01-12T15:00/2022-01-12T17:00"), ("10 a.m. to 2 p.m. EST", "2022-01-12T10:00/2022-01-12T14:00"), **TIME),
    R("clock-range-date", "times of a day, first to last", "{clocks:clockrange} ({zone})? (on|,)? @day|time", times.clock_range, ("8-10pm on Saturday", "2022-01-08T20:00/2022-01-08T22:00"), ("8-10pm tonight", "2022-01-12T20:00/2022-01-12T22:00"), **TIME),
    R("date-clock-range", "times of a day, first to last", "@day|time ,? (from|at)? {clocks:clockrange} ({zone})?", times.clock_range, ("Saturday 8-10pm", "2022-01-08T20:00/2022-01-08T22:00"), **TIME),
    R("hour-date", "time of a day", "({hour}|{hour:small}) <oclock>? (on)? @day", times.hour_of_day, ("at 7 tomorrow", "2022-01-13T07:00"), fits=guard.clock_hour,
      rejects=("at 7 January 2021", "the 7 Monday games"), **TIME),
    R("date-hour", "time of a day", "@day ,? (at|\\@) {hour}", times.clock_time, ("tomorrow at 8", "2022-01-13T08:00"), fits=around.end_of_phrase, rejects=("Monday at 8 Downing Street",), **TIME),
    R("part-hour", "time of a day", "@time (at|\\@) {hour}", times.clock_in_part, ("tonight at 8", "2022-01-12T20:00"), fits=around.end_of_phrase, rejects=("tonight at 8 places",), **TIME),
    R("part-named-clock", "time of a day", "@time (at) {named_clock:namedclock}", times.clock_in_part, ("tonight at midnight", "2022-01-12T24:00"), **TIME),
    R("two-night", "night of the anchor's day, in a hurry", "{two:digits} {daypart:aftertwonight}", partial(times.day_part, shift=0), ("party 2nite", "2022-01-12TNI"), fits=small.glued_two,
      rejects=("a 2 night stay",), **TIME),
    R("date-half", "half of a day", "@day {daypart:halfday}", times.day_part, ("tomorrow am", "2022-01-13TMO"), ("Monday PM", "2022-01-10TAF"), fits=small.half_of_day, rejects=("today PM Blair said",), **TIME),
    R("this-half", "half of the anchor's day", "this {daypart:halfday}", partial(times.day_part, shift=0), ("this am", "2022-01-12TMO"), fits=small.half_of_day, rejects=("this PM",), **TIME),
    R("half-past", "time of day", "({past:pastclock}) ({hour}|{hour:small})", times.past_clock, ("at half past six", "2022-01-12T06:30"),
      ("at a quarter to nine", "2022-01-12T08:45"), **TIME),
    R("oclock", "time of day", "({hour}|{hour:small}) <oclock>", times.clock_time, ("at five o'clock", "2022-01-12"), **TIME),
    R("hour-in-the", "time of day", "({hour}|{hour:small}) <oclock>? in the ({half_day:daypart}|{half_day:halfday})", times.clock_time, ("at 4 in the morning", "2022-01-12"), **TIME),
    R("named-clock", "time of day", "{named_clock:namedclock}", times.named_clock, ("at noon", "2022-01-12"), fits=around.no_name, rejects=("High Noon",), **TIME),
    R("named-clock-date", "time of a day", "{named_clock:namedclock} (on)? @day", times.named_clock, ("at noon Monday", "2022-01-10"), **TIME),
    R("date-named-clock", "time of a day", "@day ,? (at|by)? (about|around)? {named_clock:namedclock}", times.named_clock, ("Friday at noon", "2022-01-07T12:00"), **TIME),
    R("date-part", "part of a day", "@day ,? (-)? (early|late)? {daypart}", times.day_part, ("Monday night", "2022-01-10"), ("yesterday morning", "2022-01-11"), **TIME),
    R("part-of-date", "part of a day", "(the)? {stretch:halfstretch}? (in the)? {daypart} (hours)? (of|on)? @day", times.day_part,
      ("on the morning of 9 January", "2022-01-09"), ("early in the morning of 9 January", "2022-01-09"), ("mid-afternoon yesterday", "2022-01-11"), **TIME),
    R("stretch-part", "part of a day", "{stretch:halfstretch} (in the|on)? (hours of)? @time", times.part_time, ("early Monday morning", "2022-01-10"),
      ("early on Monday morning", "2022-01-10TMO"), **TIME),
    R("early-hours", "early morning of a day", "the {stretch:halfstretch} hours (of|on) @day|time", times.early_hours, ("in the early hours of 9 January", "2022-01-09TMO"), **TIME),
    R("part-of-the-day", "part of a day of the month that the anchor gives", "(the)? {daypart} of the {day:ordinalday}", times.part_of_day,
      ("on the morning of the 5th, they left", "2022-01-05TMO"), fits=around.end_of_phrase, rejects=("the morning of the 5th floor",), **TIME),
    R("overnight-date", "night of a day", "{daypart:tonight} (on)? @day", times.day_part, ("killed overnight Tuesday", "2022-01-11TNI"), **TIME),
    R("this-part", "part of the anchor's day", "this {daypart}", partial(times.day_part, shift=0), ("this morning", "2022-01-12"), **TIME),
    R("last-part", "part of the day before the anchor", "last {daypart}", partial(times.day_part, shift=-1), ("last night", "2022-01-11"), **TIME),
    R("lastnight", "night before the anchor's day, in a hurry", "{daypart:lastnight}", partial(times.day_part, shift=-1), ("lastnight was fun", "2022-01-11TNI"), **TIME),
    R("tonight", "night of the anchor's day", "{daypart:tonight}", partial(times.day_part, shift=0), ("tonight", "2022-01-12"), fits=around.no_title,
      rejects=("The Tonight Show",), **TIME),
    R("that-part", "part of the day last mentioned", "(that|the same) {daypart}", times.part_after, ("On Jan. 3 he left. That night it snowed.", "2022-01-03"), **TIME),
    R("part-before", "part of the day before the one last mentioned", "the {daypart} before", partial(times.part_after, step=-1), ("On Jan. 3 he left. The night before, it snowed.", "2022-01-02"),
      fits=around.end_of_clause, rejects=("the night before the vote",), **TIME),
    R("next-part", "part of the day after the one last mentioned", "{stretch:halfstretch}? the {step:nextstep} {daypart}", times.part_after,
      ("On Jan. 3 he left. The next morning it snowed.", "2022-01-04"), **TIME),
    R("slash-day", "month and day in digits, the order as declared", "{numbers:slashday}", dates.slash_day, ("a concert on 12/10", "2021-12-10"),
      fits=guard.slash_day, rejects=("a 1/2 share", "on 24/7")),
    R("weekday-slash-day", "weekday, month and day in digits, the order as declared", "<weekday> ,? (the)? {numbers:slashday}", dates.slash_day,
      ("a free show Sun 1/9", "2022-01-09"), ("on Tuesday, 1/11", "2022-01-11"), rejects=("on Tuesday 1/2 of them",), fits=guard.weekday_slash_day),
    R("the-part", "part of a day", "the {daypart}", times.part_after, ("On Jan. 3 it rained. In the evening it snowed.", "2022-01-03"), fits=guard.within_day, **TIME),
)  # fmt: skip
