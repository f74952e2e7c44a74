"""How a date is known: the mark, and its words in the rail."""

from __future__ import annotations

from briefing.brief.ledger import Ledger
from briefing.brief.voice import fill, quoted
from briefing.document import Inlines, Mark, MarkKind
from briefing.model import Basis, Entry, Event, Granularity, Resolution

_KINDS = {Basis.STATED: MarkKind.STATED, Basis.RESOLVED: MarkKind.RESOLVED, Basis.INFERRED: MarkKind.INFERRED}
_COARSE = {Granularity.YEAR: "basis.stated-year", Granularity.MONTH: "basis.stated-month"}


def mark(ledger: Ledger, kind: MarkKind) -> Mark:
    return Mark(kind, ledger.words.say(f"mark.{kind.value}"))


def basis_mark(ledger: Ledger, basis: Basis | None) -> Mark:
    return mark(ledger, _KINDS[basis or Basis.INFERRED])


def basis_words(ledger: Ledger, entry: Entry) -> Inlines:
    """What the date rests on: stated · from “Monday” · year inferred · from “Sunday” in item 2."""
    event = entry.quoted
    resolution, words = event.resolution, ledger.words
    said = quoted(words, resolution.mention.text, ledger.lang(event.citation.key))
    if resolution.basis is Basis.STATED:
        return fill(
            words, _COARSE.get(resolution.interval.unit, "basis.stated") if resolution.interval else "basis.stated"
        )
    if resolution.basis is Basis.INFERRED and lacks_year(resolution):
        return fill(words, "basis.year-inferred")
    if resolution.basis is Basis.INFERRED and (number := rests_on(ledger, event)) is not None:
        return fill(words, "basis.from-item", None, words=said, item=ledger.item(number))
    if resolution.basis is Basis.INFERRED:
        return fill(words, "basis.from-inferred", None, words=said)
    return fill(words, "basis.from", None, words=said)


def lacks_year(resolution: Resolution) -> bool:
    """Whether only the year had to be found: a named step of the trace says so."""
    return any(step.code.startswith("year-") for step in resolution.steps)


def rests_on(ledger: Ledger, event: Event) -> int | None:
    """The item of the same source whose own date is the day that this one is counted from."""
    article = ledger.articles[event.citation.key]
    anchor = article.anchor.day
    if anchor is None:
        return None
    for entry in ledger.bands.all:
        told = entry.quoted
        if told is not event and told.citation.key == event.citation.key and lacks_year(told.resolution):
            it = told.resolution.interval
            if it is not None and it.is_day and it.first == anchor:
                return ledger.items[entry.id]
    return None
