"""Who says what a sentence tells, and whether its date is that of saying it: a sentence -> words of it, verbatim.

A verb of saying is found outside quotations; who says it stands behind it ("..., said Holm") or before it, perhaps with an
aside between ("Holm, the mayor, said"). What can't be shown to be a subject is none: no name is better than a wrong one.
"""

from __future__ import annotations

import re

from briefing.events.governing import NEAR, Line
from briefing.events.quotations import QUOTED
from briefing.events.tongue import Speech, Tongue, tongue
from briefing.model import Resolution, Span

LONGEST = 14  # words of a subject
SHORT = 5  # words: a quotation without a stop inside is a name in marks, not speech
SPEECH_END = re.compile(r"[,.?!…][”\"»’'“]\s*$|[”\"»’'“],\s*$")
MARK = re.compile(r"[“”„«»\"‘']")
CLOSED_ONLY = re.compile(r"^[^“”\"]*[,.?!…][’']?[\"”]")  # the end of what was opened in a sentence before
MARKED = re.compile(QUOTED.pattern + r"|\"[^\"]*$")  # also what a later sentence closes
ASIDE = re.compile(r"(?<=\w\s)\([^()]{1,40}\)")  # "Norsk Rederi (NR)"
BOUNDARY = re.compile(r"[;:()\uffff]|—|\s(?:–|--?)\s")
COMMA = re.compile(r",(?!\d)")
NAME_AT_END = re.compile(r"(?:[A-Z][\w.’'-]*)(?:\s+[A-Z][\w.’'-]*)*$")
POSTED = re.compile(
    r"(?:—|–|--)\s*([^—–@()]{2,60}?)\s*\(@\w{1,30}\)\s*"
)  # a post quoted with its mark: "— Name (@name) Day"
POSTED_ON = re.compile(POSTED.pattern + "$")
WALL = "\uffff"


def attribution(quote: str, speaks: Tongue | None = None) -> str | None:
    """The words that name who says what a sentence tells, verbatim; None where nobody is shown to say it."""
    speech = (speaks or tongue("en")).speech
    if not (speech.verb.search(quote) or speech.according.search(quote) or "(@" in quote):
        return None
    plain = _masked(quote)
    found = speech.according.search(plain) or POSTED.search(quote)
    if found is not None:
        return quote[found.start(1) : found.end(1)].strip(" ,’‘'") or None
    for verb in speech.verb.finditer(plain):
        span = _subject(quote, plain, verb, speech)
        if span is not None:
            return span.of(quote)
    return None


def _masked(quote: str) -> str:
    """The sentence with what is spoken in it made a wall, of the same length; a name in marks stays what it is."""

    def mask(found: re.Match[str]) -> str:
        inner = found.group()
        spoken = len(inner.split()) >= SHORT or SPEECH_END.search(inner) is not None
        return WALL * len(inner) if spoken else inner

    if MARK.search(quote):
        for shape in (CLOSED_ONLY, MARKED):
            quote = shape.sub(mask, quote)
    return quote if "(" not in quote else ASIDE.sub(lambda found: " " * len(found.group()), quote)


def _subject(quote: str, plain: str, verb: re.Match[str], speech: Speech) -> Span | None:
    """Where the words stand that say who says it, for one verb of saying; None when it has no such words."""
    lead, rest = plain[: verb.start()], plain[verb.start() :]
    if speech.no_subject.search(lead) or speech.not_said.match(rest):
        return None
    bare = lead.rstrip()
    if bare.endswith((WALL, ",")) or SPEECH_END.search(quote[: len(bare)]):
        behind = speech.turned.match(rest)
        spoken = not bare.endswith(",") or bare[-2:-1] == WALL or SPEECH_END.search(quote[: len(bare)])
        if behind is not None and (spoken or _told_before(bare, speech)):
            return _trimmed(quote, Span(verb.start() + behind.start(1), verb.start() + behind.end(1)), speech)
    return _before(quote, plain, verb.start(), speech)


def _told_before(bare: str, speech: Speech) -> bool:
    """Whether what stands before ", said" is a sentence of its own, not a subject with an aside."""
    return any(speech.told.search(part) and not speech.relative.match(f" {part.strip()}") for part in bare.split(","))


def _before(quote: str, plain: str, end: int, speech: Speech) -> Span | None:
    """The subject before a verb: the words right before it, or behind an aside those before the aside."""
    while helper := speech.helper.search(plain[:end]):
        end = helper.start()
    walls = [m.end() for m in BOUNDARY.finditer(plain, 0, end)]
    start = walls[-1] if walls else 0
    *front, last = _parts(plain, start, end)
    said = last.of(plain).strip()
    if said and not speech.lead.fullmatch(f"{said} "):
        return _trimmed(quote, last, speech)
    return next((span for part in front if (span := _trimmed(quote, part, speech)) is not None), None)


def _parts(plain: str, start: int, end: int) -> list[Span]:
    """The pieces of a clause between its commas."""
    commas = [comma.start() for comma in COMMA.finditer(plain, start, end)]
    return [Span(a, b) for a, b in zip([start, *(at + 1 for at in commas)], [*commas, end], strict=True)]


def _trimmed(quote: str, span: Span, speech: Speech) -> Span | None:
    """A subject without what leads to it or hangs on it; None when it is a clause, or too long, or no subject at all."""
    start, end = span.start, span.end
    text = quote[start:end].rstrip()
    end = start + len(text)
    while (found := speech.lead.match(text.lstrip())) or (found := speech.joint.match(text.lstrip())):
        text = text.lstrip()[found.end() :]
    if speech.elided.search(text):
        return None
    if inner := speech.inner.search(text):
        text = text[inner.end() :]
    elif relative := speech.relative.search(text):
        text, end = text[: relative.start()], end - (len(text) - relative.start())
    start = end - len(text)
    while tail := speech.tail.search(text.rstrip()):
        text = text[: tail.start()]
    kept = text.strip(" \t\n,’‘'“”\"")
    if not kept or len(kept.split()) > LONGEST or speech.finite.search(kept) or kept.count('"') % 2:
        return None
    if speech.stranger.match(kept):
        named = NAME_AT_END.search(kept) or speech.pronoun.search(kept)
        if named is None or named.start() == 0:
            return None
        kept = named.group()
    start = quote.index(kept, start)
    return Span(start, start + len(kept))


def is_saying(line: Line, resolution: Resolution) -> bool:
    """Whether the day is that of the saying: "said on Monday that", "On Monday Holm said"; not "said that on Monday"."""
    span, speech = resolution.span, line.tongue.speech
    before, behind = line.before(span), line.behind(span)
    if POSTED_ON.search(before) or speech.occasion.search(before[-NEAR:]):
        return True
    then = speech.day_comma_verb if speech.front.match(before) and behind.startswith(",") else speech.day_then_verb
    if then.match(behind) and not line.quotes(Span(span.end, span.end + 1)):
        return True
    at = line.span.start
    for verb in speech.verb.finditer(before):
        if line.quotes(Span(at + verb.start(), at + verb.end())) or speech.no_subject.search(before[: verb.start()]):
            continue
        if speech.up_to_day.match(before[verb.start() :]):
            return True
    return False
