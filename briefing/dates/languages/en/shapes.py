"""Patterns with a name, and classes of several words whose value is worked out."""

from __future__ import annotations

from briefing.dates.languages.en import words as w
from briefing.dates.rule import Phrase

SHAPES = {
    "month": r"({month:fullmonth}|{month:shortmonth} \.?|{month:smallmonth})",
    "lastmonth": r"({last_month:fullmonth}|{last_month:shortmonth} \.?|{last_month:smallmonth})",
    "weekday": r"({weekday}|{weekday:shortweekday} \.?|{weekday:smallday})",
    "dayno": "({day}|{day:ordinalday}|{day:ordinalword})",
    "lastdayno": "({last:day}|{last:ordinalday}|{last:ordinalword})",
    "year": "({year}|{year2:shortyear})",
    "unit": r"({unit}|{unit:unitshort} \.?)",
    "many": r"({unit:unitmany}|{unit:unitshort} \.?)",
    "count": "({count:number}|{count:some})",
    "kind": "(more|full|whole|straight|consecutive|trading|business|working|calendar|additional|extra|long|short|solid|further|bloody|hard|hot|cold|tense|difficult|busy|quiet|great|good|tough|turbulent|terrible|intense|happy|painful|dark|grueling|gruelling|hectic|critical|crucial)",
    "to": "(to|through|thru|until|till|til|-)",
    "bc": r"(bc|bce|b \.? c \.?)",
    "that": "(that|the same|that same|this same|the)",
    "oclock": "(o ' ? clock|oclock)",
    "clock": "({clock:meridiem}|{clock}|{clock:hourp})",
    "zoned": r"(\( ({clock2:clock}|{clock2:meridiem}|{clock2:zeroclock}|{clock2:year}|{clock2:count4}) {zone2:zone} \))",
    "mid": "({stretch} -?)",
}

PHRASES = {
    "number": Phrase(
        "(({digits}|{small}|{tens} (-? {small})?) -? and -? a -? half"
        "|(a|{small}|{digits}) (hundred|thousand) (and? ({tens} (-? {small})?|{small}))?"
        "|{digits} (-? {slashday})?"
        "|{tens} (-? {small})?|{small}"
        "|({digits}|{small}|{tens}) (million|billion)"
        "|(a|{small}) dozen"
        "|a? couple (of)?)",
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
