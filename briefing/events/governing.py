"""Which of a sentence's dates, if any, is the day of what it tells: dates in their sentence -> the governing one.

A date is refused with the code of a reason (`refused`) where it stands inside a quotation, a name ("the 2014 Winter Olympics"),
a comparison ("from a year earlier"), a dateline, or where its own day can't be trusted. Of those left the one nearest to the
main clause governs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from briefing.events.tongue import NEVER, Tongue
from briefing.model import Granularity, Interval, Resolution, Span, Tense
from briefing.names.tables import words
from briefing.timex import (
    Bound,
    Duration,
    From,
    Offset,
    Part,
    PartialDate,
    Recurrence,
    Report,
    Season,
    TimeOfDay,
    Timex,
)

DATELINE = re.compile(r"^\W{0,2}[A-Z][A-Z .,'’/-]{2,40}[^.!?]{0,60}?\s(?:-{1,2}|–|—)\s")
BEFORE_YEAR = re.compile(r"\b([A-Z]\w+)\s+$")
NAMED_SO = re.compile(r"\b[Tt]he\s+(?:[A-Z][\w-]*\s+){1,2}$")  # "the Long March 9 rocket"
DASHES = re.compile(r"\s(?:—|–|--?)\s[^—–]*$|—[^—]*$|\([^()]*$")  # an aside was opened,
DASHED = re.compile(r"^[^—–.]*?(?:\s(?:—|–|--?)\s|—|\))\s*\w")  # and is closed before the sentence goes on
SHOUTED = re.compile(r"\b[A-Z’']{3,}(?:\s+[A-Z’']{2,})+")
HEADLINES, HEADLINE = 3, 5  # so many runs of capitals, or a run of so many words: headlines run together with the text
NEAR = 80  # characters before a date hold the words that belong right to it
FAR_DAYS = 366  # a date so far from the news yields a little,
OLD_DAYS = 31  # and one so far, or no day at all, may be that of a cause
LONG_AGO = timedelta(
    days=6
)  # a bare weekday six days ago is as often tomorrow's, in a text that was written on after its date
SAID_LAST_WORDS = 4  # "..., the port office said Tuesday": so many words may follow

COARSE = {
    Granularity.DAY: 0.0,
    Granularity.RANGE: 0.5,
    Granularity.WEEKEND: 0.5,
    Granularity.WEEK: 0.5,
    Granularity.MONTH: 1.0,
    Granularity.QUARTER: 1.5,
    Granularity.SEASON: 1.5,
    Granularity.HALF: 1.5,
    Granularity.YEAR: 2.0,
    Granularity.DECADE: 3.0,
    Granularity.CENTURY: 3.0,
}


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with the article's text around it. `quoted` are the quotations of its block in order, `anchor` the day that
    its dates count from."""

    text: str
    span: Span
    quoted: tuple[Span, ...]
    tongue: Tongue
    anchor: date | None = None

    @property
    def words(self) -> str:
        return self.span.of(self.text)

    def quotes(self, span: Span) -> bool:
        """Whether a place stands in quotation marks."""
        at = bisect_left(self.quoted, span.start + 1, key=lambda quote: quote.start) - 1
        return at >= 0 and self.quoted[at].holds(span)

    def before(self, span: Span) -> str:
        return self.text[self.span.start : span.start]

    def behind(self, span: Span) -> str:
        return self.text[span.end : self.span.end]


def governing(line: Line, held: Sequence[Resolution]) -> Resolution | None:
    """The date of the main thing told; None when none of the dates is one. Of equals the first."""
    if line.tongue.dates.desk.search(line.words):
        return None
    candidates = [r for r in held if refused(line, r) is None]
    return min(candidates, key=lambda r: (distance(line, r), r.span), default=None)


def refused(line: Line, resolution: Resolution) -> str | None:
    """Why a date can't be the day of what its sentence tells; None when it can."""
    span, interval = resolution.span, resolution.interval
    if interval is None or _places_nothing(resolution.mention.timex):
        return "no-day"
    if line.tongue.dates.till_now.match(resolution.mention.text):
        return "no-day"
    if line.quotes(span):
        return "quotation"
    before, behind = line.before(span), line.behind(span)
    dateline = DATELINE.match(line.text, line.span.start, line.span.end)
    if dateline is not None and span.end <= dateline.end():
        return "dateline"
    if _doubtful(line, resolution, interval):
        return "doubtful"
    if _run_together(line.words) or _captioned(line, resolution, behind):
        return "caption"
    if _nowadays(line, resolution):
        return "nowadays"
    if _compared(line, before, resolution.mention.text):
        return "comparison"
    said, dates = resolution.mention.text, line.tongue.dates
    if dates.main_verb.search(behind) and (dates.reduced.search(before) or dates.restrictive.search(before)):
        return "aside"
    if _of_a_cause(line, before, interval):
        return "cause"
    if dates.pointed_at.search(line.words) and (line.anchor is None or interval.end < line.anchor):
        return "pointed-at"
    if _possessive(line, said, behind) and (before.strip() or dates.judged.search(behind)):
        return "possessive"
    return "name" if _inside_name(line, before, said, behind, interval) else None


def _places_nothing(timex: Timex) -> bool:
    """A bare clock time, a bare season, a length of time, a year-ago period: the sentence is not told for that date."""
    match timex:
        case TimeOfDay(of=None) | Season(of=None) | Duration() | Recurrence():
            return True
        case Part(of=inner) | Bound(of=inner):
            return isinstance(inner, TimeOfDay | Season) and _places_nothing(inner)
        case Report(years=years):
            return years < 0
        case _:
            return False


def _doubtful(line: Line, resolution: Resolution, interval: Interval) -> bool:
    """Whether a bare weekday may be another week's, or what is told as past would lie ahead: no day is better than a false one."""
    if line.anchor is None or not _bare(resolution.mention.timex):
        return False
    if any(step.code == "weekday-behind" for step in resolution.steps):
        return line.anchor - interval.begin >= LONG_AGO
    dates = line.tongue.dates
    if interval.begin <= line.anchor:
        return False
    before, planned = dates.was_to.subn("", line.before(resolution.span))
    for clause in (dates.clause.sub("", before), before):
        if dates.ahead.search(clause):
            return False
        if dates.past.search(clause):
            return True
    return planned > 0


def _run_together(text: str) -> bool:
    """Whether headlines in capitals stand in a sentence that is not set in capitals itself."""
    runs = SHOUTED.findall(text)
    if len(runs) < HEADLINES and all(len(run.split()) < HEADLINE for run in runs):
        return False
    return bool(runs) and sum(map(str.islower, text)) > sum(map(str.isupper, text))


def _captioned(line: Line, resolution: Resolution, behind: str) -> bool:
    """A full date at the end of a sentence that tells in the present what was: "A crane lifts the boat, 10 March 2023"."""
    interval, past = resolution.interval, line.tongue.dates.past
    if line.anchor is None or interval is None or interval.end >= line.anchor or past is NEVER:
        return False
    full = interval.is_day and str(interval.begin.year) in resolution.mention.text
    posted = line.before(resolution.span).rstrip().endswith(")")
    return full and not posted and not any(c.isalnum() for c in behind) and past.search(line.words) is None


def _bare(timex: Timex) -> bool:
    """A weekday or month without a year, or so long after another date: "Sunday night", "December", "a week later"."""
    match timex:
        case PartialDate(year=None, day=None) | Offset(origin=From.PREVIOUS | From.EITHER):
            return True
        case Part(of=inner) | Bound(of=inner) | TimeOfDay(of=inner):
            return inner is not None and _bare(inner)
        case _:
            return False


def _nowadays(line: Line, resolution: Resolution) -> bool:
    dates = line.tongue.dates
    if resolution.mention.text.lower() not in dates.today:
        return False
    return resolution.mention.tense is Tense.PRESENT or dates.nowadays.search(line.words) is not None


def _compared(line: Line, before: str, said: str) -> bool:
    dates = line.tongue.dates
    if dates.compared.search(before) or (dates.this_unit.match(said) and dates.ranked.search(before)):
        return True
    from_earlier = dates.from_earlier.search(before) and dates.earlier.search(said)
    return bool(from_earlier and dates.changed.search(before))


def _of_a_cause(line: Line, before: str, interval: Interval) -> bool:
    """Whether a far date tells when that was for which something happens now: "jailed for taking part in a march in 2013"."""
    far = interval.unit is not Granularity.DAY or (
        line.anchor is not None and (line.anchor - interval.begin).days > OLD_DAYS
    )
    return far and line.tongue.dates.cause.search(before) is not None


def _possessive(line: Line, said: str, behind: str) -> bool:
    """ "Friday's deadline" tells which deadline; only at the front of a sentence is it what the sentence tells."""
    return said.endswith(("'s", "’s")) or line.tongue.dates.possessed.match(behind) is not None


def _inside_name(line: Line, before: str, said: str, behind: str, interval: Interval) -> bool:
    """Whether a date tells which one is meant: "the 2014 Winter Olympics", "Euro 2016", "a 1997 treaty", "2003 film",
    "the November talks", "post-9/11", "the attacks of Sept. 11"."""
    dates, before = line.tongue.dates, before[-NEAR:]
    if dates.before_name.search(before) or dates.of_noun.search(before):
        return True
    year = interval.unit is Granularity.YEAR and said.isdigit()
    if year and (named := BEFORE_YEAR.search(before)) and named.group(1).lower() not in words()["no-name"]:
        return True
    if interval.unit in (Granularity.DECADE, Granularity.CENTURY) or not dates.noun.match(behind):
        return False
    leading = before if said[:4].lower() != "the " else before + said[:4]
    if any(c.isdigit() for c in said):
        unplaced = year and bool(before.strip()) and not dates.puts_in_time.search(before)
        return unplaced or dates.determiner.search(leading) is not None or (not year and bool(NAMED_SO.search(before)))
    return bool(leading.strip() and dates.determiner.search(leading) and not dates.at_event.search(leading))


def distance(line: Line, resolution: Resolution) -> float:
    """How far a date is from the main clause and from the news: smaller governs."""
    interval, dates = resolution.interval, line.tongue.dates
    assert interval is not None
    before, behind = line.before(resolution.span), line.behind(resolution.span)
    far = COARSE[interval.unit] + (0.0 if interval.days is not None else 1.5)
    far += next((clause.far for clause in dates.clauses if clause.opens.search(before)), 0.0)
    if DASHES.search(before) and DASHED.search(behind):
        far += 3.0
    if line.tongue.speech.said_last.search(before) and len(behind.split()) <= SAID_LAST_WORDS:
        far += 2.5
    if dates.reduced.search(before) and resolution.span.end < line.span.end - 2:
        far += 1.5
    if _possessive(line, resolution.mention.text, behind):
        far += 1.0
    if line.anchor is not None and abs((interval.begin - line.anchor).days) > FAR_DAYS:
        far += 0.5
    return far
