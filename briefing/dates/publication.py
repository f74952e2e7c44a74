"""When an article was published: its clues, ranked by trust -> one day with its evidence, or None. Nothing is guessed.

The ranks are `trust.py`'s. Every date read is kept: as the evidence, as agreeing with it, as contradicting it, or as rejected
with the code of why.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from briefing.dates.trust import TRUST, Trust, labelled, rank_of
from briefing.dates.written import WrittenDay, day_of_epoch, days_without_year, written_days
from briefing.model import Clue, Evidence, PublicationDate, Span

# Clues that are nothing but a date: one of these that can't be read ("2 hours ago") is said to be unreadable.
_SAID_TO_BE_DATES = frozenset({"jsonld", "meta", "mail", "feed", "export"})

LONGEST = 2000  # characters: a longer value is no date, whatever it is called

_COPYRIGHT = re.compile(r"(?:\bcopyright(?:\s*(?:©|\(c\)))?|(?:©|\(c\)))\s*(?:\d{4}\s*[-–,]\s*)?\d{4}\b", re.IGNORECASE)
_READING_TIME = re.compile(
    r"\b\d+\s*(?:min(?:ute)?s?\b\.?(?:,?\s*\d+\s*sec(?:ond)?s?\b)?|sec(?:ond)?s?\b)(?:[\s-]*(?:to\s+)?read\b)?"
    r"(?!\s*(?:ago|before|after|later))",
    re.IGNORECASE,
)


def publication_date(
    clues: Iterable[Clue],
    language: str = "",
    order: str | None = None,
    not_after: date | None = None,
) -> tuple[PublicationDate | None, tuple[Evidence, ...]]:
    """The day an article was published, None where no clue says so; and what was read and rejected.

    `order` ("dmy", "mdy") settles 03/04/2022 where nothing else does. A day later than `not_after` is rejected as "future",
    unless a person set it.
    """
    clues = tuple(clues)
    told = _order_told(clues, language)
    candidates, rejected = _read(clues, language, order or _order_shown(clues))
    candidates, undecided = _settle_order(candidates, told, language)
    rejected = [_settled(e, told, language) if e.day is None else e for e in rejected]
    known = [one._replace(evidence=replace(one.evidence, day=one.days[0])) for one in candidates]
    late = [one for one in known if _is_late(one.days[0], not_after) and one.evidence.code != "person"]
    known = [one for one in known if one not in late]
    rejected += [replace(one.evidence, code="future") for one in late] + undecided
    if not known:
        known, rejected = _only_updated(rejected, not_after)
    if not known:
        return None, _unique(rejected)
    known.sort(key=lambda one: (one.evidence.rank, one.evidence.span or Span(0, 0), one.evidence.where))
    if alone := _outvoted(known, {e.day for e in rejected if e.code == "modified"}):
        known = [one for one in known if one not in alone]
        rejected += [replace(one.evidence, code="outvoted") for one in alone]
    winner = _shown_to_readers(known)
    evidence = [one.evidence for one in known]
    agreeing = _unique(e for e in evidence if e.day == winner.day and e is not winner)
    others = _unique(e for e in evidence if e.day != winner.day)
    if told is not None and winner.day in _two_days(winner.quote, language):
        agreeing = (*agreeing, replace(told, day=winner.day))
    by_person = winner.code == "person"
    return PublicationDate(winner.day, winner, agreeing, others, by_person), _unique(rejected)  # type: ignore[arg-type]


def _is_late(day: date, not_after: date | None) -> bool:
    """Whether a day lies behind the last that can be: it may be tomorrow already where the article was published."""
    return not_after is not None and (day - not_after).days > 1


def _only_updated(rejected: list[Evidence], not_after: date | None) -> tuple[list[_Candidate], list[Evidence]]:
    """Where readers are shown no other date than "Updated ...", the text is as of that day: the first one stands in."""
    shown = [e for e in rejected if e.code == "modified" and e.day is not None and TRUST[e.rank].shown]
    first = min(shown, key=lambda e: e.span or Span(0, 0), default=None)
    if first is None or first.day is None or _is_late(first.day, not_after):
        return [], rejected
    standing_in = _Candidate(replace(first, code="updated-only"), (first.day,), stamp=False, seen=True)
    return [standing_in], [e for e in rejected if e is not first]


class _Candidate(NamedTuple):
    """Evidence, and the days it may mean. `stamp`: a machine's time in UTC, or without a zone, which often is UTC; `seen`:
    readers of the page see it."""

    evidence: Evidence
    days: tuple[date, ...]
    stamp: bool
    seen: bool


def _read(clues: tuple[Clue, ...], language: str, order: str | None) -> tuple[list[_Candidate], list[Evidence]]:
    candidates: list[_Candidate] = []
    rejected: list[Evidence] = []
    in_utc = {clue.value[:19] for clue in clues if _IN_UTC.match(clue.value)}
    for clue in clues:
        own = rank_of(clue.kind)
        if own is None or len(clue.value) > LONGEST:
            continue
        pieces = _written(clue, TRUST[own], language, order)
        for number, one in enumerate(pieces):
            before = clue.value[pieces[number - 1].span.end if number else 0 : one.span.start]
            row = labelled(TRUST[own], before)
            evidence = _evidence(clue, one.span, row.code, TRUST.index(row))
            if row.never:
                rejected.append(replace(evidence, day=one.days[0] if len(one.days) == 1 else None))
            elif not one.days:
                rejected.append(replace(evidence, code="impossible-date"))
            elif not one.weekday_fits:
                rejected.append(replace(evidence, code="weekday-contradicts", day=one.days[0]))
            else:
                days = tuple(d for d in one.days if one.weekday is None or d.weekday() == one.weekday)
                stamp = _is_stamp(clue, one, in_utc)
                candidates.append(_Candidate(evidence, days, stamp, row.shown and not stamp))
        rejected += _no_dates(clue, own, pieces)
        if not pieces and TRUST[own].code in _SAID_TO_BE_DATES and clue.value.strip():
            rejected.append(_evidence(clue, Span(0, len(clue.value)), "unreadable", own))
    return candidates, rejected


# To the second: another clue that gives the same second another zone has put its zone on the same clock.
_IN_UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]00:?00)$")


def _is_stamp(clue: Clue, one: WrittenDay, in_utc: Collection[str]) -> bool:
    """Whether a date is a machine's, in UTC or, in a page's head, without a zone; `in_utc` are the seconds that a clue gives so."""
    if clue.kind.startswith("line:"):
        return False
    if clue.value[:19] in in_utc:
        return True
    return one.universal or (one.bare_clock and clue.kind.startswith(("jsonld:", "meta:", "microdata:", "time")))


def _written(clue: Clue, row: Trust, language: str, order: str | None) -> tuple[WrittenDay, ...]:
    if row.code in {"url", "filename"}:
        return _path_days(clue.value)
    if (day := day_of_epoch(clue.value.strip())) is not None:
        return (WrittenDay(Span(0, len(clue.value)), (day,), universal=True),)
    return written_days(clue.value, language, order)


_IN_PATH = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})(?:(?P<sep>[-/._])(?P<month>0?[1-9]|1[0-2])(?P=sep)(?P<day>[0-2]?\d|3[01])"
    r"|(?P<month2>0[1-9]|1[0-2])/?(?P<day2>[0-2]\d|3[01])"
    r"|/(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/(?P<day3>\d{1,2}))(?!\d)",
    re.IGNORECASE,
)


def _path_days(path: str) -> tuple[WrittenDay, ...]:
    """A year, month and day in an address or file name: /2022/01/10/, 2022-01-10, 20220110, /2022/jan/10/."""
    found: list[WrittenDay] = []
    for match in _IN_PATH.finditer(path):
        if match["name"]:
            plain = f"{match['day3']} {match['name']} {match['year']}"
        else:
            plain = f"{match['year']}-{match['month'] or match['month2']}-{match['day'] or match['day2']}"
        found += [replace(one, span=Span(*match.span())) for one in written_days(plain) if one.days]
    return tuple(found[:1])


def _no_dates(clue: Clue, rank: int, pieces: tuple[WrittenDay, ...]) -> list[Evidence]:
    """What looks like a date in a line shown to readers and is none: a copyright year, a reading time, a day without year."""
    row = TRUST[rank]
    if not clue.kind.startswith("line:"):
        return []
    found = [_evidence(clue, Span(*m.span()), "copyright-line", rank) for m in _COPYRIGHT.finditer(clue.value)]
    found += [_evidence(clue, Span(*m.span()), "reading-time", rank) for m in _READING_TIME.finditer(clue.value)]
    taken = [one.span for one in pieces]
    for one in days_without_year(clue.value):
        if not any(span.start < one.span.end and one.span.start < span.end for span in taken):
            found.append(_evidence(clue, one.span, "no-year" if not row.never else row.code, rank))
    return found


def _evidence(clue: Clue, span: Span, code: str, rank: int) -> Evidence:
    """Evidence for the piece `span` of the clue's value, placed in the text where the clue is."""
    place = clue.span
    if place is not None and place.end - place.start == len(clue.value):
        place = span.shifted(place.start)
    return Evidence(code, None, span.of(clue.value), clue.where, rank, place)


# What shows the order of day and month on a page: a number over twelve, or the clock of a country that has one order.
_NUMBERS = re.compile(r"(?<![\d./-])(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d{2})(?![\d/-])")
_ZONE = re.compile(
    r"\d\s?(?:[apAP]\.?[mM]\.?\s*)?(?P<zone>ET|EST|EDT|CT|CST|CDT|PT|PST|PDT|MST|MDT|GMT|BST|IST|CET|CEST|AEST|AEDT)\b"
)
_MONTH_FIRST = frozenset("ET EST EDT CT CST CDT PT PST PDT MST MDT".split())


def _order_shown(clues: tuple[Clue, ...]) -> str | None:
    """The order of day and month that the page itself shows, None where it shows none or both."""
    shown = set()
    for clue in clues:
        for one, two in _NUMBERS.findall(clue.value):
            if (int(one) > 12) != (int(two) > 12):
                shown.add("dmy" if int(one) > 12 else "mdy")
        if _NUMBERS.search(clue.value) and (zone := _ZONE.search(clue.value)):
            shown.add("mdy" if zone["zone"] in _MONTH_FIRST else "dmy")
    return shown.pop() if len(shown) == 1 else None


# Where addresses end of countries whose papers are in English and write the day first; other languages do so, too.
_DAY_FIRST = frozenset("uk ie au nz in za ng gh ke ug tz zm zw pk bd lk sg my hk mt cy jm tt fj".split())


def _order_told(clues: tuple[Clue, ...], language: str) -> Evidence | None:
    """Where a page comes from, when it shows no order itself: the country in its address, its language, its spelling.
    The order is the quote's first word, "dmy" or "mdy"; this is kept beside the date that it settles."""
    for clue in clues:
        land = (
            re.match(r"https?://[^/:?#]+\.([a-z]{2})(?=[/:?#]|$)", clue.value.lower()) if clue.kind == "url" else None
        )
        if land is not None and land[1] in _DAY_FIRST:
            return Evidence("order-by-address", None, f"dmy: .{land[1]}", clue.where)
    if language not in {"", "en", "zh", "ja", "ko", "hu", "lt", "mn"}:
        return Evidence("order-by-language", None, f"dmy: {language}")
    spelt = next((clue for clue in clues if clue.kind == "order"), None)
    return Evidence("order-by-spelling", None, spelt.value, spelt.where) if spelt else None


def _two_days(written: str, language: str) -> tuple[date, ...]:
    """Both days of a date whose order is open, none of any other."""
    found = written_days(written, language)
    return found[0].days if len(found) == 1 and len(found[0].days) == 2 else ()


def _settled(evidence: Evidence, told: Evidence | None, language: str) -> Evidence:
    """Evidence of a date of open order, with the day that it has in the order told."""
    if told is None or not _two_days(evidence.quote, language):
        return evidence
    return replace(evidence, day=written_days(evidence.quote, language, told.quote[:3])[0].days[0])


def _settle_order(
    candidates: list[_Candidate], told: Evidence | None, language: str
) -> tuple[list[_Candidate], list[Evidence]]:
    """Day and month of "03/04/2022" are what another clue agrees with, or the only day near one; else as in the order
    that the page's country or spelling tells; else it stays undecided."""
    sure = [one.days[0] for one in candidates if len(one.days) == 1]
    settled: list[_Candidate] = []
    undecided: list[Evidence] = []
    for one in candidates:
        near = [day for day in one.days if any(abs((day - other).days) <= 1 for other in sure)]
        by_order = _settled(one.evidence, told, language).day
        if len(one.days) == 1:
            settled.append(one)
        elif len(near) == 1:
            settled.append(one._replace(days=(near[0],)))
        elif by_order in one.days and by_order is not None:
            settled.append(one._replace(days=(by_order,)))
        elif "." in one.evidence.quote:  # points: the day first, where nothing shows an American
            settled.append(one._replace(days=(one.days[0],)))
        else:
            undecided.append(replace(one.evidence, code="ambiguous-order"))
    return settled, undecided


# Which clues speak with one voice: what the page's software writes into its head, what it shows, where it stands.
_VOICES = {
    **dict.fromkeys(("jsonld", "meta"), "data"),
    **dict.fromkeys(("time", "label", "dateline", "byline", "time-element"), "shown"),
    "url": "address",
}


def _outvoted(known: list[_Candidate], modified: set[date | None]) -> list[_Candidate]:
    """The clues of the best one's day, where nothing else supports that day and two voices agree on another one: a page's
    data may hold the day on which the site was moved. The day of a change is no such other day, unless it is in the
    address, which nobody changes."""
    best = known[0]
    if _VOICES.get(best.evidence.code) != "data":
        return []
    voices: dict[date, set[str]] = {}
    for one in known:
        if voice := _VOICES.get(one.evidence.code):
            day = best.days[0] if abs((one.days[0] - best.days[0]).days) <= 1 else one.days[0]
            voices.setdefault(day, set()).add(voice)
    own = voices.pop(best.days[0])
    told = [day for day, who in voices.items() if len(who) > 1 and (day not in modified or "address" in who)]
    if len(own) > 1 or not told:
        return []
    return [one for one in known if _VOICES.get(one.evidence.code) == "data" and one.days[0] not in told]


def _shown_to_readers(known: list[_Candidate]) -> Evidence:
    """The best clue; but the date that readers saw, where that is a machine's time on the day beside it: 2022-01-11T01:30Z
    is the evening of 10 January in Washington, and the page says so."""
    best = known[0]
    if not best.stamp:
        return best.evidence
    for other in known:
        if other.seen:
            if other.days == best.days:
                return best.evidence
            if abs((other.days[0] - best.days[0]).days) == 1:
                return other.evidence
    return best.evidence


def _unique(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(evidence))
