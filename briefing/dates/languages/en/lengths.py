"""Rows of what has no day: lengths of time, repetitions, vague words."""

from __future__ import annotations

from functools import partial

from briefing.dates.languages.en import around
from briefing.dates.languages.en import guards_lengths as guard
from briefing.dates.languages.en import guards_small as small
from briefing.dates.languages.en.row import LENGTH, SET, TIME, R
from briefing.dates.meanings import lengths, periods, times
from briefing.timex import Vague, When

PAST = Vague(When.PAST)

DURATIONS = (
    R("duration", "length of time", "({mod}|another)? {count:number} <kind>? -? <unit>", lengths.duration,
      ("for six hours", "PT6H"), ("a six-hour talk", "PT6H"), ("at least 30 days", "P30D"), ("eight trading days", "P8D"), fits=guard.length,
      rejects=("three quarters of them", "on “60 Minutes” he said", "TWA eight hundred"), **LENGTH),
    R("some-duration", "length of time, its number not said", "{count:some} <kind>? -? <unit>", lengths.duration,
      ("several weeks", "PXW"), ("a few days", "PXD"), fits=guard.length, **LENGTH),
    R("a-duration", "length of time", "({mod})? (a|an|another) (full|whole|single|entire|additional|extra|further)? ({unit:unitone}|{unit:unitshort} \\.?)", lengths.duration, ("for a week", "P1W"), fits=guard.no_rate,
      rejects=("a second chance", "a quarter of it", "$2 million a year"), **LENGTH),
    R("a-half-duration", "half of a unit", "(a)? {fraction:half} - {unit:unitone}", lengths.fraction_duration, ("a half-hour", "PT30M"), ("for a half-century", "P50Y"), **LENGTH),
    R("half-a-duration", "part of a unit", "({mod})? {fraction} (a|an)? <unit>", lengths.fraction_duration, ("half an hour", "PT30M"),
      ("more than half a century", "P50Y"), ("a quarter of a century", "P25Y"), fits=guard.fraction, rejects=("half days of rain",), **LENGTH),
    R("duration-and-half", "length of time", "({mod})? (a|an|{count:number}) <unit> (and|&) a {half}", lengths.duration,
      ("an hour and a half", "PT1H30M"), **LENGTH),
    R("duration-and-duration", "length of time", "{count:number} <unit> (,|and)? {count2:number} ({unit2:unit})", lengths.duration,
      ("two years and three months", "P2Y3M"), **LENGTH),
    R("duration-range", "length of time", "(the (next|past|last|coming)?)? {count:number} (to|or|-) {most:number} -? <many>", lengths.duration_range,
      ("two to three weeks", "P2W"), **LENGTH),
    R("duration-range-digits", "length of time", "{counts:countrange} -? <many>", lengths.duration_range, ("10-15 minutes", "PT10M"), **LENGTH),
    R("a-duration-or-so", "length of time", "(a|an) <unit> or (so|two|more)", lengths.duration, ("a week or so", "P1W"), **LENGTH),
    R("all-unit", "length of time", "all {unit:allunit} (long)?", lengths.duration, ("It rained all day.", "P1D"), ("all week long", "P1W"), fits=guard.all_of, rejects=("all weeks", "above all day"), **LENGTH),
    R("whole-unit", "length of time", "the (whole|entire) {unit:unitone}", lengths.duration, ("It took the whole day.", "P1D"), **LENGTH),
    R("all-part", "part of a day", "all {daypart:allpart} (long)?", times.day_part, ("They danced all night.", "2022-01-12TNI"), fits=guard.all_of, rejects=("above all night",), **TIME),
    R("duration-period", "length of time", "(a|an|the|that|this) (same|entire|whole)? {count:number} -? <unit> (period|span)", lengths.duration, ("over a three-year period", "P3Y"),
      ("the same 28-day period", "P28D"), rejects=("in one period",), **LENGTH),
    R("period-of", "length of time", "(a|the) (period|span|space) of @duration", periods.inner, ("for a period of three weeks", "P3W"), rejects=("a period of calm",), **LENGTH),
    R("unit-or-so", "length of time up to the anchor, or from it on", "(the)? {reach:decadereach} {unit:calendar} or (so|two|more)", lengths.duration, ("over the next year or so", "P1Y"), **LENGTH),
    R("the-duration", "length of time", "(the|these|those|each of the) {reach}? <count> {reach}? <kind>? <many> (or (so|more))?", lengths.duration,
      ("the past three months", "P3M"), ("the first nine months", "P9M"), ("the four days", "P4D"), **LENGTH),
    R("reach-duration", "length of time up to the anchor, or from it on", "(at least)? (the)? {reach} <count> <kind>? <many> (or (so|more))?", lengths.duration,
      ("in past 20 years", "P20Y"), ("next few days", "PXD"), fits=guard.no_verb,
      rejects=("It will last 22 days.",), **LENGTH),
    R("year-earlier-duration", "length of time, a year before", "(the|a)? (year - (earlier|ago)|latest|first) {count:number} <many>", lengths.duration,
      ("the year-earlier nine months", "P9M"), **LENGTH),
    R("units", "length of time, its number not said", "(the|these|those)? {reach:farreach}? {unit:unitmany} (ahead|or {unit2:unitmany})?", lengths.unknown_length, ("for years", "PXY"),
      ("the weeks ahead", "PXW"), fits=guard.unknown_length, rejects=("the officers' quarters",), **LENGTH),
    R("units-long", "length of time, its number not said", "{unit:unitmany} - (long|old)", lengths.unknown_length, ("a decades-long war", "PXDE"), **LENGTH),
    R("unit-long", "length of time", "{unit:unitone} - long", lengths.duration, ("a year-long trial", "P1Y"), **LENGTH),
    R("number-long", "length of time", "{count:number} -? {unit:unitone} -? long", lengths.duration, ("a three year long siege", "P3Y"), **LENGTH),
    R("age", "age", "{count:number} -? {unit:unitone} - (old|olds)", partial(lengths.duration, age=True), ("a 61-year-old", "P61Y"), gives="age"),
    R("years-old", "age", "{count:number} -? <many> (old|of age)", partial(lengths.duration, age=True), ("He is 61 years old.", "P61Y"), gives="age"),
    R("seasons", "length of time up to the anchor, or from it on", "(the)? {reach} {count:number} {unit:seasonsword}", lengths.duration, ("It rained for the past three summers.", "P3Y"),
      ("the next two seasons", "P2Y"), fits=guard.no_verb, rejects=("two seasons", "will last two seasons"), **LENGTH),
    R("nights", "length of time", "((the)? {reach})? {count:number} {unit:nightunit}", lengths.duration, ("They stayed three nights.", "P3D"), ("the past two nights", "P2D"), fits=guard.length,
      rejects=("nights out",), **LENGTH),
    R("fortnight", "two weeks", "(a|one|the (last|past|next|previous)|{count:number}) (fortnight|fortnights)", lengths.fortnight, ("for a fortnight", "P2W"), **LENGTH),
    R("a-while", "length of time, not said", "(a (long|little|short)? while|some time|a (fairly)? (long|lengthy|short) (time|period))", lengths.always(lengths.SOME_TIME),
      ("for a while", "PXX"), **LENGTH),
)  # fmt: skip

SETS = (
    R("rhythm", "repetition", "{rhythm}", lengths.adverb, ("paid weekly", "P1W"), fits=around.no_title, rejects=("the Daily Mail",), **SET),
    R("rhythm-adjective", "kind of thing that comes again", "{rhythm:kindrhythm}", partial(lengths.adverb, rate=True), ("the annual meeting", "P1Y"),
      fits=around.no_title, rejects=("the Monthly Review",), gives="rate"),
    R("every-unit", "repetition", "(every|each) (<count>)? <unit>", lengths.recurrence, ("every two weeks", "P2W"), ("each year", "P1Y"), ("every few weeks", "PXW"), **SET),
    R("every-other-unit", "repetition", "(every|each) (other|second) <unit>", partial(lengths.recurrence, every=2), ("every other week", "P2W"), **SET),
    R("per-unit", "so much for each unit", "per {unit:unitone}", lengths.rate, ("40 miles per hour", "PT1H"), ("per day", "P1D"), gives="rate"),
    R("every-weekday", "repetition", "(every|each) <weekday>", lengths.recurrence, ("every Monday", "XXXX-WXX-1"), ("every sun", "XXXX-WXX-7"), fits=small.shifted_day, **SET),
    R("every-weekday-part", "repetition", "(every|each) <weekday> {daypart}", lengths.recurrence, ("every sat nite", "XXXX-WXX-6TNI"), **SET),
    R("at-night", "repetition", "{daypart:nightly}", lengths.recurrence, ("They fled at night.", "XXXX-XX-XXTNI"), fits=guard.at_night, rejects=("in night attacks",), **SET),
    R("every-daypart", "repetition", "(every|each) {daypart}", lengths.recurrence, ("every morning", "XXXX-XX-XXTMO"), **SET),
    R("every-month", "repetition", "(every|each) <month>", lengths.recurrence, ("every January", "XXXX-01"), **SET),
    R("every-season", "repetition", "(every|each) {season}", lengths.recurrence, ("He has toured every summer since.", "XXXX-SU"), **SET),
    R("weekdays", "repetition", "{weekday:weekdays}", lengths.every, ("open Mondays", "XXXX-WXX-1"), **SET),
    R("weekday-nights", "repetition", "{weekday} {daypart:dayparts}", lengths.every, ("Tuesday nights", "XXXX-WXX-2TNI"), **SET),
    R("weekends", "repetition", "(the)? {unit:weekendsword}", lengths.always(lengths.WEEKENDS), ("on weekends", "XXXX-WXX-WE"), **SET),
    R("times-a-unit", "repetition", "(once|twice|({count:number}|several|many) times) (a|an|each|every|per) {unit:unitone}", lengths.every,
      ("twice a year", "P1Y"), ("four times a year", "P1Y"), **SET),
    R("rate", "so much for each unit", "(a|an) {unit:unitone}", lengths.rate, ("$2 million a year", "P1Y"), fits=guard.rate, rejects=("for a week", "spent a year"), gives="rate"),
)  # fmt: skip

VAGUE = (
    R("vague", "no date: a vague word", "{vague}", lengths.vague, ("now", "PRESENT_REF"), ("recently", "PAST_REF"), gives="vague",
      rejects=("Now! magazine",), fits=around.no_name),
    R("weakly-vague", "no date: a vague word", "{vague:weakvague}", partial(lengths.vague, weak=True), ("soon", "FUTURE_REF"), fits=guard.no_former, rejects=("They saw two towns; the former was small.",), gives="weak"),
    R("while-ago", "no date: vague", "((a)? (long|short|little|good)? (time|while)|some time|ages|not long|a bit) (ago|back)", lengths.always(PAST), ("a short time ago", "PAST_REF"),
      ("long time ago", "PAST_REF"), gives="vague"),
    R("recent-units", "no date: vague", "(the)? (recent|past|previous) {unit:unitmany} (and {unit2:unitmany})?", partial(lengths.vague, when=When.PAST),
      ("in recent years", "PAST_REF"), gives="vague"),
    R("future-units", "no date: vague", "future {unit:unitmany}", partial(lengths.vague, when=When.FUTURE), ("in future quarters", "FUTURE_REF"), gives="vague"),
    R("one-day", "no date: vague", "one day", partial(lengths.vague, when=When.FUTURE), ("will one day return", "FUTURE_REF"), gives="vague",
      fits=guard.duration_of_one_day, rejects=("He stayed one day.",)),
    R("that-period", "no date: vague", "(this|that|the same) (period|time)", partial(lengths.vague, when=When.PAST), ("During this period, he rested.", "PAST_REF"),
      gives="vague", fits=around.referring, rejects=("This time he won.",)),
)  # fmt: skip
