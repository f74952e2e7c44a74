"""English: `words`, `shapes` of several words, `guards` that look at what stands beside, and the rows by what they are about.

`briefing rules` prints the rows; the tests run their examples and rejects.
"""

from __future__ import annotations

from briefing.dates.languages import numeric
from briefing.dates.languages.en import words as w
from briefing.dates.languages.en.dates import FULL_DATES, MONTHS_AND_YEARS, RANGES
from briefing.dates.languages.en.lengths import DURATIONS, SETS, VAGUE
from briefing.dates.languages.en.periods import PARTS, PERIODS
from briefing.dates.languages.en.relative import OFFSETS, RELATIVE
from briefing.dates.languages.en.shapes import PHRASES, SHAPES
from briefing.dates.languages.en.times import TIMES
from briefing.dates.rule import Language

LANGUAGE = Language(
    code="en",
    words=w.WORDS,
    rules=numeric.RULES + FULL_DATES + MONTHS_AND_YEARS + RANGES + RELATIVE + PARTS + PERIODS + OFFSETS + VAGUE + DURATIONS + SETS + TIMES,
    phrases=PHRASES | {"spokenyear1": w.SPOKEN_YEAR, "ordinalnumber": w.ORDINAL_NUMBER},
    shapes=SHAPES,
    capital=w.CAPITAL,
    small=w.SMALL_CLASSES,
    weak=w.WEAK,
    cues=w.CUES,
    endings={"ed": "past"},
    bounds=w.BOUNDS,
)  # fmt: skip
