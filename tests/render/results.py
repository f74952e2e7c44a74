"""A small result made by hand: what the build of the sample's one article might find out."""

from datetime import date

from briefing.model import (
    Anchor,
    AnnotatedArticle,
    Article,
    Basis,
    Block,
    BlockKind,
    Citation,
    Copies,
    DatedArticle,
    Difference,
    Entry,
    Event,
    Evidence,
    Finding,
    Fragment,
    Genre,
    Granularity,
    Interval,
    Mention,
    NameKind,
    Person,
    Problem,
    PublicationDate,
    Resolution,
    Result,
    ScorePart,
    Severity,
    Source,
    Span,
    Statement,
    Step,
    Timeline,
)
from briefing.timex import PartialDate
from tests.render.sample import CALM, CUT_OFF, FERRIES, FOUNDED, HARBOUR, SOURCES, TITLE

KEY = "storm.txt"


def span(words: str) -> Span:
    start = SOURCES.index(words)
    return Span(start, start + len(words))


def cited(words: str) -> Citation:
    return Citation(KEY, span(words), words, 2)


def dated(expression: str, interval: Interval, basis: Basis) -> Resolution:
    mention = Mention(span(expression), expression, PartialDate(), "en/rule")
    return Resolution(mention, interval, basis, (Step("step", (date(2024, 3, 12), "Monday")),))


def event(words: str, expression: str, interval: Interval, basis: Basis) -> Event:
    return Event(cited(words), dated(expression, interval, basis), who=frozenset({"p2", "p1"}))


def entry(number: int, telling: Event) -> Entry:
    return Entry(f"e{number}", telling.interval, (telling,), score=(ScorePart("sources", 1.0),))


FOUNDING = Interval(date(1871, 1, 1), date(1871, 12, 31), Granularity.YEAR)
AHEAD = Interval(date(2024, 3, 13), date(2024, 3, 17), Granularity.RANGE)


def article(url: str | None = "https://example.org/storm?day=12") -> DatedArticle:
    evidence = Evidence("meta", date(2024, 3, 12), "2024-03-12", "meta date")
    made = Article(
        Source(KEY, "0" * 64, "text/plain", url=url),
        "en",
        SOURCES,
        (Block(span(TITLE), BlockKind.HEADLINE, 1), Block(span(f"{HARBOUR} {FERRIES}"), BlockKind.BODY, 2)),
        title=Finding(TITLE, "headline", TITLE),
        outlet=Finding("Lindmark Post", "title-tail"),
    )
    expression = dated("Monday", Interval.of_day(date(2024, 3, 11)), Basis.RESOLVED)
    annotated = AnnotatedArticle(made, (), (), Genre.NEWS, PublicationDate(date(2024, 3, 12), evidence), (evidence,))
    return DatedArticle(annotated, Anchor(date(2024, 3, 12), Basis.STATED, "published"), None, (expression,))


def result(*entries: Entry, url: str | None = "https://example.org/storm?day=12") -> Result:
    monday = Interval.of_day(date(2024, 3, 11))
    standard = (
        entry(1, event(FOUNDED, "1871", FOUNDING, Basis.STATED)),
        entry(2, event(HARBOUR, "Monday", monday, Basis.RESOLVED)),
        entry(3, event(FERRIES, "later this week", AHEAD, Basis.RESOLVED)),
    )
    timeline = Timeline(
        entries or standard,
        (Statement(cited(CALM), attribution="the mayor"),),
        (Fragment(cited(CUT_OFF), "lower-case-start"),),
        (Difference("day", ("e1", "e2"), ("port",), ("1871", "2024")),),
        (Person("p1", NameKind.PLACE, (("Lindmark", KEY),), (("town", KEY),)),),
        (Copies((KEY, "copy.txt"), exact=True),),
        ((KEY,),),
        date(2024, 3, 12),
        period=monday,
        glance=("e2",),
    )
    return Result(timeline, (article(url),), (Problem("empty", Severity.WARNING, "nothing.txt"),))
