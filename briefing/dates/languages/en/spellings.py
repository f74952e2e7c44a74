"""How people type words of time in a hurry: "tmrw", "nxt wk", "last nite". Each counts wherever the full word does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SPELLINGS = {
    "today": "tday todays",
    "tomorrow": "tmrw tmr tmw tmrrw tmro tmoro tomoz tomoro tomorro tomorow tommorow tommorrow tomorrows",
    "yesterday": "yday yest ystrday ystday yesturday yesterdays",
    "tonight": "tonite tonyt 2nite tonights tonites",
    "night": "nite nyt",
    "nights": "nites nyts",
    "morning": "mornin",
    "evening": "evenin",
    "midnight": "midnite",
    "second": "sec",
    "seconds": "secs",
    "minute": "min",
    "minutes": "mins",
    "hour": "hr",
    "hours": "hrs",
    "week": "wk",
    "weeks": "wks",
    "weekend": "wknd wkend weeknd",
    "weekends": "wknds wkends",
    "month": "mth",
    "months": "mths mos",
    "year": "yr",
    "years": "yrs",
    "next": "nxt",
    "later": "l8r",
    "february": "febuary feburary",
    "wednesday": "wensday wednsday",
    "christmas": "xmas chrismas",
    "christmas eve": "xmas eve",
    "christmas day": "xmas day",
}
_BY_SPELLING = {
    spelling: word
    for word, spellings in SPELLINGS.items()
    for spelling in (spellings.split() if " " not in word else [spellings])
}


def with_spellings(table: Mapping[str, Any]) -> dict[str, Any]:
    """A word class, its words in every spelling."""
    return {spelling: table[word] for spelling, word in _BY_SPELLING.items() if word in table} | dict(table)
