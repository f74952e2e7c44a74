"""When an article was published: its clues, ranked by trust -> one day with its evidence, or None. Nothing is guessed.

`TRUST` is the whole policy: the order of its rows is the order of trust. A clue of a kind that is in no row is not used.
Every date read is kept: as the evidence, as agreeing with it, as contradicting it, or as rejected with the code of why.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from briefing.dates.written import WrittenDay, day_of_epoch, days_without_year, written_days
from briefing.model import Clue, Evidence, PublicationDate, Span


@dataclass(frozen=True, slots=True)
class Trust:
    """One row: the `code` of its evidence and the `kinds` of clue it takes (compared in lower case).
    `shown`: readers of the page see this date. `never`: a date of something else, rejected by its kind."""

    code: str
    kinds: tuple[str, ...]
    shown: bool = False
    never: bool = False


TRUST = (
    Trust("person", ("person:published",)),
    Trust("jsonld", ("jsonld:datepublished",)),
    Trust(
        "meta",
        (
            "meta:article:published_time",
            "meta:og:published_time",
            "meta:og:article:published_time",
            "meta:article:published",
            "meta:article:publicationdate",
            "meta:article:post_date",
            "meta:article.published",
            "meta:datepublished",
            "meta:date_published",
            "meta:publishdate",
            "meta:publish-date",
            "meta:publish_date",
            "meta:published",
            "meta:published-date",
            "meta:published_time",
            "meta:published_time_telegram",
            "meta:publication_date",
            "meta:publication-date",
            "meta:publicationdate",
            "meta:pubdate",
            "meta:pub_date",
            "meta:parsely-pub-date",
            "meta:sailthru.date",
            "meta:rnews:datepublished",
            "meta:cxenseparse:recs:publishtime",
            "meta:cxenseparse:articlepublicationdate",
            "meta:gentics.article.datum",
            "meta:ptime",
            "meta:shareaholic:article_published_time",
            "meta:lp.article.date",
            "meta:displaydate",
            "meta:release_date",
            "meta:originalpublicationdate",
            "meta:article_date_original",
            "meta:dc.date.issued",
            "meta:dcterms.issued",
            "meta:dcterms.date.issued",
            "meta:dc.date.published",
            "meta:citation_publication_date",
            "meta:citation_online_date",
            "meta:prism.publicationdate",
            "meta:bt:pubdate",
            "meta:dcsext.articlefirstpublished",
            "meta:article:display_date",
        ),
    ),
    Trust("mail", ("mail:date",)),
    Trust("feed", ("feed:published",)),
    Trust("export", ("export:published",)),
    Trust("time", ("microdata:datepublished", "time:published"), shown=True),
    Trust("label", ("line:published",), shown=True),
    Trust("dateline", ("line:dateline",), shown=True),
    Trust("byline", ("line:byline", "line:byline-date"), shown=True),
    Trust("time-element", ("time",), shown=True),
    Trust("line", ("time:after", "line:date"), shown=True),
    Trust(
        "meta-date",
        (
            "meta:date",
            "meta:dc.date",
            "meta:dcterms.date",
            "meta:dcterms.created",
            "meta:dc.date.created",
            "meta:datecreated",
            "meta:created",
            "meta:citation_date",
            "meta:article:created",
            "meta:article:date",
            "meta:og:date",
            "meta:og:regdate",
            "meta:pagedate",
            "meta:dc.created",
            "microdata:datecreated",
            "jsonld:datecreated",
            "jsonld:page:datepublished",
            "jsonld:page:datecreated",
        ),
    ),
    Trust("url", ("url",)),
    Trust("filename", ("filename",)),
    Trust("forwarded", ("mail:forwarded",)),
    Trust("properties", ("pdf:created", "docx:created"), never=True),  # made when it was printed or typed
    Trust("elsewhere", ("time:elsewhere",), shown=True),
    Trust(
        "modified", ("line:updated", "time:modified", "microdata:datemodified", "feed:updated"), shown=True, never=True
    ),
    Trust(
        "modified",
        (
            "jsonld:datemodified",
            "meta:article:modified_time",
            "meta:og:updated_time",
            "meta:og:modified_time",
            "meta:og:article:modified_time",
            "meta:article:modified",
            "meta:article:updated",
            "meta:datemodified",
            "meta:date_modified",
            "meta:modified",
            "meta:lastmod",
            "meta:last-modified",
            "meta:lastmodified",
            "meta:lastmodifieddate",
            "meta:modificationdate",
            "meta:updated_time",
            "meta:revised",
            "meta:revision_date",
            "meta:dcterms.modified",
            "meta:dc.date.modified",
            "meta:bt:moddate",
            "export:modified",
            "pdf:modified",
            "docx:modified",
        ),
        never=True,
    ),
    Trust("copyright-line", ("line:copyright",), never=True),
    Trust("related", ("line:related", "time:related"), never=True),
    Trust("comment", ("line:comment", "time:comment"), never=True),
    Trust("crawled", ("crawl", "line:crawl", "mail:received"), never=True),
    Trust("today", ("line:today",), never=True),  # a site's banner prints the day it is looked at
)

# Clues that are nothing but a date: one of these that can't be read ("2 hours ago") is said to be unreadable.
_SAID_TO_BE_DATES = frozenset({"jsonld", "meta", "mail", "feed", "export"})

LONGEST = 2000  # characters: a longer value is no date, whatever it is called

# Words before a date that say what it is the date of: the code of its row. They outrank the kind of the line they stand in.
_LABELS = (
    (
        "modified",
        re.compile(
            r"\b(?:updated?|modified|edited|corrected|revised|reviewed|changed)\b\W*(?:\w+\W+)?$", re.IGNORECASE
        ),
    ),
    (
        "crawled",
        re.compile(
            r"\b(?:retrieved|accessed|archived|crawled|downloaded|printed|saved)\b\W*(?:on\W+)?$", re.IGNORECASE
        ),
    ),
    ("copyright-line", re.compile(r"(?:©|\(c\)|\bcopyright\b|\ball rights reserved\b)[^.]{0,40}$", re.IGNORECASE)),
    (
        "label",
        re.compile(r"\b(?:published|posted|publication date|date|issued|released)\b\W*(?:on\W+)?$", re.IGNORECASE),
    ),
)
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

    `order` ("dmy", "mdy") settles 03/04/2022 where nothing else does. A day later than `not_after` is rejected as "future".
    """
    clues = tuple(clues)
    told = _order_told(clues, language)
    candidates, rejected = _read(clues, language, order or _order_shown(clues))
    candidates, undecided = _settle_order(candidates, told)
    rejected = [_settled(e, told) if e.day is None else e for e in rejected]
    known = [replace(evidence, day=days[0]) for evidence, days, _ in candidates]
    universal = {id(e): one[2] for e, one in zip(known, candidates, strict=True)}
    late = [e for e in known if not_after is not None and e.day is not None and e.day > not_after + timedelta(days=1)]
    known = [e for e in known if not any(e is other for other in late)]
    rejected += [replace(e, code="future") for e in late] + undecided
    if not known:
        known, rejected = _only_updated(rejected)
        universal = {id(e): False for e in known}
    if not known:
        return None, _unique(rejected)
    known.sort(key=lambda e: (e.rank, e.span or Span(0, 0), e.where))
    winner = _shown_to_readers(known[0], known, universal=universal[id(known[0])])
    agreeing = _unique(e for e in known if e.day == winner.day and e is not winner)
    others = _unique(e for e in known if e.day != winner.day)
    if told is not None and winner.day in _two_days(winner.quote):
        agreeing = (*agreeing, replace(told, day=winner.day))
    by_person = winner.code == "person"
    return PublicationDate(winner.day, winner, agreeing, others, by_person), _unique(rejected)  # type: ignore[arg-type]


def _only_updated(rejected: list[Evidence]) -> tuple[list[Evidence], list[Evidence]]:
    """Where readers are shown no other date than "Updated ...", the text is as of that day: the first one stands in."""
    shown = [e for e in rejected if e.code == "modified" and e.day is not None and TRUST[e.rank].shown]
    first = min(shown, key=lambda e: e.span or Span(0, 0), default=None)
    if first is None:
        return [], rejected
    return [replace(first, code="updated-only")], [e for e in rejected if e is not first]


# Evidence, the days it may mean, and whether it is a machine's time in UTC.
_Candidate = tuple[Evidence, tuple[date, ...], bool]


def _read(clues: tuple[Clue, ...], language: str, order: str | None) -> tuple[list[_Candidate], list[Evidence]]:
    candidates: list[_Candidate] = []
    rejected: list[Evidence] = []
    for clue in clues:
        own = _ranks().get(clue.kind.lower())
        if own is None or len(clue.value) > LONGEST:
            continue
        pieces = _written(clue, TRUST[own], language, order)
        for number, one in enumerate(pieces):
            before = clue.value[pieces[number - 1].span.end if number else 0 : one.span.start]
            row, rank = _labelled(TRUST[own], before)
            evidence = _evidence(clue, one.span, row.code, rank)
            if row.never:
                rejected.append(replace(evidence, day=one.days[0] if len(one.days) == 1 else None))
            elif not one.days:
                rejected.append(replace(evidence, code="impossible-date"))
            elif not one.weekday_fits:
                rejected.append(replace(evidence, code="weekday-contradicts", day=one.days[0]))
            else:
                days = tuple(d for d in one.days if one.weekday is None or d.weekday() == one.weekday)
                candidates.append((evidence, days, one.universal))
        rejected += _no_dates(clue, own, pieces)
        if not pieces and TRUST[own].code in _SAID_TO_BE_DATES and clue.value.strip():
            rejected.append(_evidence(clue, Span(0, len(clue.value)), "unreadable", own))
    return candidates, rejected


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


def _labelled(row: Trust, before: str) -> tuple[Trust, int]:
    """The row of a date by the words before it in a line that readers see: "Updated", "©", "Published"; else its own."""
    if row.shown:
        code = next((code for code, label in _LABELS if label.search(before)), row.code)
        row = next(one for one in TRUST if one.code == code)
    return row, TRUST.index(row)


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
    r"\d\s?(?:[ap]\.?m\.?\s*)?(?P<zone>ET|EST|EDT|CT|CST|CDT|PT|PST|PDT|MST|MDT|GMT|BST|IST|CET|CEST|AEST|AEDT)\b"
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


def _two_days(written: str) -> tuple[date, ...]:
    """Both days of a date whose order is open, none of any other."""
    found = written_days(written)
    return found[0].days if len(found) == 1 and len(found[0].days) == 2 else ()


def _settled(evidence: Evidence, told: Evidence | None) -> Evidence:
    """Evidence of a date of open order, with the day that it has in the order told."""
    if told is None or not _two_days(evidence.quote):
        return evidence
    return replace(evidence, day=written_days(evidence.quote, order=told.quote[:3])[0].days[0])


def _settle_order(candidates: list[_Candidate], told: Evidence | None) -> tuple[list[_Candidate], list[Evidence]]:
    """Day and month of "03/04/2022" are what another clue agrees with, or the only day near one; else as in the order
    that the page's country or spelling tells; else it stays undecided."""
    sure = [days[0] for _, days, _ in candidates if len(days) == 1]
    settled: list[_Candidate] = []
    undecided: list[Evidence] = []
    for evidence, days, universal in candidates:
        near = [day for day in days if any(abs((day - other).days) <= 1 for other in sure)]
        by_order = _settled(evidence, told).day
        if len(days) == 1:
            settled.append((evidence, days, universal))
        elif len(near) == 1:
            settled.append((evidence, (near[0],), universal))
        elif by_order in days:
            settled.append((evidence, (by_order,), universal))
        else:
            undecided.append(replace(evidence, code="ambiguous-order"))
    return settled, undecided


def _shown_to_readers(best: Evidence, known: list[Evidence], *, universal: bool) -> Evidence:
    """The date that readers saw, where `best` is a machine's UTC time on the day beside it: 2022-01-11T01:30Z is the
    evening of 10 January in Washington, and the page says so."""
    if not universal or best.day is None:
        return best
    for other in known:
        if TRUST[other.rank].shown and other.day is not None:
            if other.day == best.day:
                return best
            if abs((other.day - best.day).days) == 1:
                return other
    return best


def _unique(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(evidence))


@cache
def _ranks() -> dict[str, int]:
    return {kind: rank for rank, row in enumerate(TRUST) for kind in row.kinds}
