"""What a process that reads an article can find out for the timeline before the folder is known, in a form that travels cheaply.

Which date governs which sentence, who speaks, stems and runs of words: nearly all the work on one article, and it hangs on the
article and its anchor alone. An outline holds places in the article instead of its words; `unfold` makes events of them again, and
an article whose anchor or sentences are others in its folder is simply read anew (`fits`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.events import Told, cite, find_events
from briefing.model import Anchor, DatedArticle, Event, Fragment, Resolution, Statement
from briefing.names import Cast
from briefing.timeline.copies import Runs
from briefing.timeline.terms import PLAIN_WORD, stems

Dated = tuple[int, int, tuple[int, ...], str | None, bool]
Stated = tuple[int, str | None, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an article made comparable. `sentences` are the stems of each, in the order events, statements, fragments;
    `title`, `names` and `lead` those of its title, of the names in it, and of its title and first two whole sentences."""

    sentences: tuple[tuple[str, ...], ...]
    title: tuple[str, ...]
    names: tuple[str, ...]
    lead: tuple[str, ...]
    runs: Runs


@dataclass(frozen=True, slots=True)
class Outline:
    """Sentences and dates are numbers: of the article's sentences, and of its resolutions. `dated`: sentence, the date that
    governs it, its other dates, the speaker, whether the day is that of saying; `stated`: sentence, speaker, dates without a
    day; `broken`: sentences. `counts` says how many sentences, resolutions and names there were, `anchor` what dates were
    counted from."""

    anchor: Anchor
    counts: tuple[int, int, int]
    dated: tuple[Dated, ...]
    stated: tuple[Stated, ...]
    broken: tuple[int, ...]
    words: Words

    def fits(self, article: DatedArticle) -> bool:
        """Whether the article is still the one that was outlined: same anchor, and nothing taken out since."""
        return self.counts == _counts(article) and self.anchor == article.anchor


def _counts(article: DatedArticle) -> tuple[int, int, int]:
    return len(article.annotated.sentences), len(article.resolutions), len(article.annotated.names)


def outline(article: DatedArticle) -> Outline:
    """An article's outline."""
    events, statements, fragments = told = find_events(article)
    place = {sentence.span: at for at, sentence in enumerate(article.annotated.sentences)}
    number = {id(resolution): at for at, resolution in enumerate(article.resolutions)}

    def numbers(resolutions: Sequence[Resolution]) -> tuple[int, ...]:
        return tuple(number[id(resolution)] for resolution in resolutions)

    return Outline(
        article.anchor,
        _counts(article),
        tuple(
            (place[e.citation.span], number[id(e.resolution)], numbers(e.others), e.attribution, e.saying)
            for e in events
        ),
        tuple((place[s.citation.span], s.attribution, numbers(s.unresolved)) for s in statements),
        tuple(place[f.citation.span] for f in fragments),
        _words_of(article, told),
    )


def unfold(made: Outline, article: DatedArticle, cast: Cast | None = None) -> Told:
    """The events, statements and fragments of an outlined article: those that `find_events` finds, and who is named in each."""
    sentences, dates = article.annotated.sentences, article.resolutions
    who = _who(article, cast)
    nobody: frozenset[str] = frozenset()
    cited = [cite(article, sentence) for sentence in sentences]
    events = tuple(
        Event(cited[at], dates[day], tuple(dates[n] for n in others), who.get(at, nobody), speaker, saying)
        for at, day, others, speaker, saying in made.dated
    )
    statements = tuple(
        Statement(
            cited[at], who.get(at, nobody), speaker, sentences[at].may_break_off, None, tuple(dates[n] for n in lost)
        )
        for at, speaker, lost in made.stated
    )
    return events, statements, tuple(Fragment(cited[at], sentences[at].broken or "") for at in made.broken)


def _who(article: DatedArticle, cast: Cast | None) -> dict[int, frozenset[str]]:
    """Who is named in each sentence, by its number; sentences stand in text order."""
    if cast is None:
        return {}
    key, sentences = article.key, article.annotated.sentences
    starts = [sentence.span.start for sentence in sentences]
    found: dict[int, set[str]] = {}
    for name in article.annotated.names:
        person = cast.who.get((key, name.span))
        at = bisect_right(starts, name.span.start) - 1
        if person is not None and at >= 0 and name.span.start < sentences[at].span.end:
            found.setdefault(at, set()).add(person)
    return {at: frozenset(people) for at, people in found.items()}


def _words_of(article: DatedArticle, told: Told) -> Words:
    """The words of an article and of what it tells."""
    items = sorted(((item.citation.span, item.citation.quote) for group in told for item in group), key=lambda i: i[0])
    title = article.article.title
    headline = title.value if title is not None else ""
    opening = sorted(s.span for s in article.annotated.sentences if s.broken is None)[:2]
    lead = " ".join(span.of(article.article.text) for span in opening)
    return Words(
        tuple(tuple(stems(item.citation.quote)) for group in told for item in group),
        tuple(stems(headline)),
        tuple(sorted({word for name in {name.text for name in article.annotated.names} for word in stems(name)})),
        tuple(sorted(set(stems(f"{headline} {lead}")))),
        Runs.of([word for _, quote in items for word in PLAIN_WORD.findall(quote.casefold())]),
    )
