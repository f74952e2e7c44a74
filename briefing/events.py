"""Sentences of a dated article -> events (a day governs them), statements (none does) and fragments (broken text).

A sentence's date makes an event of that day only if it dates the main thing told: not one inside a name ("the 2014 Winter
Olympics"), a comparison ("from a year earlier"), a quotation, or a dateline. Of several dates the one of the main clause governs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.model import (
    Article,
    Citation,
    DatedArticle,
    Event,
    Fragment,
    Granularity,
    Interval,
    Resolution,
    Sentence,
    Span,
    Statement,
    Tense,
)
from briefing.names import Cast
from briefing.names.tables import words
from briefing.timex import Bound, Duration, Part, Recurrence, Report, Season, TimeOfDay, Timex

Told = tuple[tuple[Event, ...], tuple[Statement, ...], tuple[Fragment, ...]]

DETERMINER = re.compile(
    r"\b(?:the|an?|this|that|his|her|its|their|our|my|your|another|every|each|\w+['’]s)\s+$", re.IGNORECASE
)
BEFORE_YEAR = re.compile(r"\b([A-Z]\w+)\s+$")
NOUN_BEHIND = re.compile(
    r"^[\s-]+(?!(?:an?|the|and|or|but|to|of|for|with|from|in|on|at|by|as|if|when|that|than|who|which|where|after|before|until|till|"
    r"because|while|was|were|is|are|be|been|had|has|have|did|do|does|will|would|could|can|may|might|should|must|said|says|told|"
    r"amid|during|following|about|over|against|into|under|near|it|he|she|they|we|i|you|his|her|its|their|there|not|also|"
    r"through|between|morning|afternoon|evening|night|local|gmt|est|edt|utc)\b)[^\W\d_]",
    re.IGNORECASE,
)
COMPARED = re.compile(
    r"\b(?:than|versus|vs\.?|unlike|(?:compared|comparison)\s+(?:with|to))\s+(?:(?:in|on|at|during|for|the|a|an)\s+)*$",
    re.IGNORECASE,
)
OF_AGE = re.compile(r"\bin\s+(?:his|her|their|my|your)\s+(?:early\s|mid-?\s?|late\s)?$", re.IGNORECASE)
SAME_TIME = re.compile(
    r"\bsame\s+(?:period|time|month|quarter|week|day|point|stage|weekend)(?:\s+(?:of|in))?\s+$", re.IGNORECASE
)
FROM = re.compile(r"\b(?:from|over|on)\s+(?:(?:the|a|an)\s+)*$", re.IGNORECASE)
CHANGED = re.compile(
    r"\b(?:up|down|rose|risen|fell|fallen|rise|fall|gain(?:ed)?|drop(?:ped)?|increased?|decreased?|higher|lower|percent|per\s+cent|jump(?:ed)?|grew|grown|growth|declined?|slump(?:ed)?|surged?)\b|%",
    re.IGNORECASE,
)
EARLIER = re.compile(r"\b(?:earlier|ago|before|previous|prior|last)\b|^(?:19|20)\d\d$", re.IGNORECASE)
RECORD = re.compile(r"\b(?:first|only|most|least|\w{2,}est|worst|best)\b[^.]{0,80}\bsince\s+$", re.IGNORECASE)
DATELINE = re.compile(r"^\W{0,2}[A-Z][A-Z .,'’/-]{2,40}[^.!?]{0,60}?\s(?:-{1,2}|–|—)\s")
POSSESSED = re.compile(r"['’‘]s?\s")
FRONT = 0  # words that may stand before "Monday's" when that is what a sentence tells of
OF_THE_DESK = re.compile(
    r"^\W*(?:this|an earlier version of (?:this|the))\s+(?:article|story|report|post|page|piece|version)\s+(?:was|has been|is)\b"
    r"|^\s*\d{1,3}/\d{1,3}\s|\bfile (?:photo|image|picture)\b|\((?:L|R|C|C-R|C-L|left|right|cent(?:er|re)|pictured)\)"
    r"|\b(?:is|are) (?:seen|pictured)\b",
    re.IGNORECASE,
)  # corrections and captions: their dates are not those of what is told
ASIDE = re.compile(r"\b(?:who|whose|whom|which|where)\b[^,;:]*$", re.IGNORECASE)
RESTRICTIVE = re.compile(r"(?<!,)\s(?:who|whose|whom|which)\b[^,;:]*$", re.IGNORECASE)
HANGING = re.compile(
    r"\b(?:when|after|before|since|while|because|if|following|until|unless|although|though|as)\b[^,;:]*$", re.IGNORECASE
)
THAT = re.compile(r"\bthat\b[^,;:]*$", re.IGNORECASE)
REDUCED = re.compile(
    r"\b(?!(?:was|were|is|are|be|been|being|has|have|had|he|she|it|they|we|i|who|and|also|not)\b)[\w’'-]+\s+"
    r"(?:\w{2,}ed|held|made|born|built|written|found|sent|taken|given|set|sold|bought|begun|won|lost|shot|led|seen|signed)"
    r"\s+(?:(?:by|from|at|in)\s+(?:[^\s,;]+\s+){1,6}?)?(?:(?:in|on|during|by|at|last|early|late|more|than)\s+)*$",
    re.IGNORECASE,
)
MAIN_VERB = re.compile(
    r"^(?:[^,;:“”\"]{0,60},|(?:\s+(?!and\b|or\b|but\b|who\b|that\b|which\b|when\b|after\b|before\b)[^\s,;:]+){0,4}?)\s+(?:has|have|had|was|were|is|are|will|would|"
    r"said|says|told|can|could|may|did|does)\b"
)  # behind an aside: the main clause goes on
QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*\"|«[^»]*(?:»|$)|„[^“”]*(?:[“”]|$)|(?<!\w)‘[^’]*(?:’(?!\w)|$)")
SAYS = (
    "said|says|told|tells|announced|declared|stated|warned|confirmed|insisted|claimed|denied|reported|wrote|tweeted|"
    'acknowledged|admitted|testified|(?:added|noted|explained|argued|predicted|suggested)(?= that| [“"]|,|:)'
)
ACCORDING = re.compile(
    r"\baccording\s+to\s+([^,.;“”\"]{2,80}?)(?=[,.;“”\"]|\s+(?:who|which|that|on|in|at|and)\b|$)", re.IGNORECASE
)
SPOKEN = re.compile(rf"(?:{SAYS}|say|ccording)\b")  # a quick look before the slow ones
CLAUSE = r"(?:(?!\b(?:will|would|has|had|have|is|was|were|are|that|there|could|can|may|did|does)\b)[^,.;“”\"])"
SAYS_BEHIND = re.compile(
    rf"(?:[”\"’]|,)\s*(?:{SAYS})\s+({CLAUSE}{{2,60}}?)(?=[,.;“”\"]|\s+(?:on|in|at|after|during|who)\b{CLAUSE}*(?:[,.;“”\"]|$)|$)"
)
SAYS_AFTER = re.compile(
    rf"(?:^|[,;“”\"—–])\s*([^,;:“”\"—–]{{1,90}}?)(?:\s*,[^,]{{1,90}},)?\s+(?:(?:has|have|had|also|did|later|then)\s+){{0,2}}(?:{SAYS}|say)\b"
)
SAID_LAST = re.compile(rf"[,”\"]\s*[^,”\"]{{0,80}}\b(?:{SAYS})\b[^,”\"]{{0,40}}$", re.IGNORECASE)
SAID_DAY = re.compile(rf"\b(?:{SAYS})\b(?:(?!\bthat\b)[^,;:“”\"]){{0,60}}$", re.IGNORECASE)
DAY_SAID = re.compile(rf"^(?:\s+\w+){{0,3}}\s+(?:that\b|(?:{SAYS})\b)|^\s+that\b", re.IGNORECASE)

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
class _Line:
    """A sentence with the article's text around it."""

    text: str
    span: Span
    quoted: tuple[Span, ...]

    def quotes(self, span: Span) -> bool:
        """Whether a place stands in quotation marks."""
        at = bisect_left(self.quoted, span.start + 1, key=lambda quote: quote.start) - 1
        return at >= 0 and self.quoted[at].holds(span)

    def before(self, span: Span) -> str:
        return self.text[self.span.start : span.start]

    def behind(self, span: Span) -> str:
        return self.text[span.end : self.span.end]


def find_events(dated: DatedArticle, cast: Cast | None = None) -> Told:
    """Every sentence of the article, once: as an event, a statement or a fragment, each in text order.

    `cast` names who is meant by the names printed; without it `who` stays empty.
    """
    events: list[Event] = []
    statements: list[Statement] = []
    fragments: list[Fragment] = []
    resolutions = sorted(dated.resolutions, key=lambda r: (r.span, r.mention.text))
    starts = [r.span.start for r in resolutions]
    names = _named(dated, cast)
    quotations = _Quotations(dated.article)
    for sentence in dated.annotated.sentences:
        cited = _cite(dated, sentence)
        if sentence.broken is not None:
            fragments.append(Fragment(cited, sentence.broken))
            continue
        held = resolutions[bisect_left(starts, sentence.span.start) : bisect_left(starts, sentence.span.end)]
        who = frozenset(
            name for place, name in names[_from(names, sentence.span.start) : _from(names, sentence.span.end)]
        )
        said_by = attribution(cited.quote)
        governing = None
        if held and not sentence.may_break_off and OF_THE_DESK.search(cited.quote) is None:
            line = _Line(dated.article.text, sentence.span, quotations.of(sentence))
            governing = _governing(line, held, dated)
        if governing is None:
            lost = tuple(r for r in held if r.interval is None)
            statements.append(Statement(cited, who, said_by, sentence.may_break_off, None, lost))
            continue
        others = tuple(r for r in held if r is not governing)
        events.append(Event(cited, governing, others, who, said_by, _is_saying(line, governing)))
    return tuple(events), tuple(statements), tuple(fragments)


def _named(dated: DatedArticle, cast: Cast | None) -> list[tuple[Span, str]]:
    who: Mapping[tuple[str, Span], str] = cast.who if cast is not None else {}
    found = ((name.span, who.get((dated.key, name.span))) for name in dated.annotated.names)
    return sorted((span, name) for span, name in found if name is not None)


def _from(names: Sequence[tuple[Span, str]], start: int) -> int:
    """The first of the names that begins at `start` or later."""
    return bisect_left(names, start, key=lambda named: named[0].start)


def _cite(dated: DatedArticle, sentence: Sentence) -> Citation:
    quote = " ".join(sentence.span.of(dated.article.text).split())
    return Citation(dated.key, sentence.span, quote, sentence.block)


class _Quotations:
    """What stands in quotation marks in each block, over its sentences; an open quotation reaches to the block's end."""

    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._blocks = {block.number: block.span for block in article.blocks}
        self._found: dict[int, tuple[Span, ...]] = {}

    def of(self, sentence: Sentence) -> tuple[Span, ...]:
        """Those of the sentence's block, in order; looked for once."""
        block = self._blocks.get(sentence.block)
        if block is not None and sentence.block not in self._found:
            found = QUOTED.finditer(self._text, block.start, block.end)
            self._found[sentence.block] = tuple(Span(m.start(), m.end()) for m in found)
        return self._found.get(sentence.block, ())


def _governing(line: _Line, held: Sequence[Resolution], dated: DatedArticle) -> Resolution | None:
    """The date of the main thing told; None when none of the dates is one. Of equals the first."""
    candidates = [r for r in held if r.interval is not None and makes_event(line, r)]
    if not candidates:
        return None
    return min(candidates, key=lambda r: (_distance(line, r, dated), r.span))


def makes_event(line: _Line, resolution: Resolution) -> bool:
    """Whether a date can date what its sentence tells: not inside a quotation, a name, a comparison, a dateline."""
    span, interval = resolution.span, resolution.interval
    if interval is None or _places_nothing(resolution.mention.timex) or line.quotes(span):
        return False
    before, behind = line.before(span), line.behind(span)
    if resolution.mention.text.lower() == "today" and resolution.mention.tense is Tense.PRESENT:
        return False  # nowadays
    dateline = DATELINE.match(line.text, line.span.start, line.span.end)
    if dateline is not None and span.end <= dateline.end():
        return False
    if OF_AGE.search(before) or COMPARED.search(before) or SAME_TIME.search(before) or RECORD.search(before):
        return False
    said = resolution.mention.text
    if FROM.search(before) and EARLIER.search(said) and CHANGED.search(before):
        return False
    if (REDUCED.search(before) or RESTRICTIVE.search(before)) and MAIN_VERB.search(behind):
        return False
    if _possessive(said, behind) and len(before.split()) > FRONT:
        return False
    return not _inside_name(before, said, behind, interval)


def _possessive(said: str, behind: str) -> bool:
    """ "Friday's deadline" tells which deadline; only at the front of a sentence is it what the sentence tells."""
    return said.endswith(("'s", "’s")) or POSSESSED.match(behind) is not None


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


def _inside_name(before: str, said: str, behind: str, interval: Interval) -> bool:
    """Whether a date tells which one is meant: "the 2014 Winter Olympics", "Euro 2016", "a 1997 treaty"."""
    if interval.unit is Granularity.YEAR and said.isdigit() and (named := BEFORE_YEAR.search(before)):
        return named.group(1).lower() not in words()["no-name"]
    if interval.unit in (Granularity.DECADE, Granularity.CENTURY) or not NOUN_BEHIND.match(behind):
        return False
    leading = before if said[:4].lower() != "the " else before + said[:4]
    return bool(any(c.isdigit() for c in said) and DETERMINER.search(leading))


def _distance(line: _Line, resolution: Resolution, dated: DatedArticle) -> float:
    """How far a date is from the main clause and from the news: smaller governs."""
    interval = resolution.interval
    assert interval is not None
    before, behind = line.before(resolution.span), line.behind(resolution.span)
    far = COARSE[interval.unit] + (0.0 if interval.days is not None else 1.5)
    if ASIDE.search(before):
        far += 3.0
    elif HANGING.search(before):
        far += 2.0
    elif THAT.search(before):
        far += 1.0
    if SAID_LAST.search(before) and len(behind.split()) <= 4:
        far += 2.5
    if REDUCED.search(before) and resolution.span.end < line.span.end - 2:
        far += 1.5
    if _possessive(resolution.mention.text, behind):
        far += 1.0
    if dated.anchor.day is not None and abs((interval.begin - dated.anchor.day).days) > 366:
        far += 0.5
    return far


def _is_saying(line: _Line, resolution: Resolution) -> bool:
    """Whether the day is that of the saying: "said on Monday that", "On Monday Holm said"; not "said that on Monday"."""
    before, behind = line.before(resolution.span), line.behind(resolution.span)
    return bool(SAID_DAY.search(before) or DAY_SAID.match(behind))


def attribution(quote: str) -> str | None:
    """The words that name who says what a sentence tells, verbatim; None where nobody is named as saying it."""
    if not SPOKEN.search(quote):
        return None
    for pattern in (ACCORDING, SAYS_BEHIND, SAYS_AFTER):
        found = pattern.search(quote)
        if found is not None:
            named = found.group(1).strip(" ,’‘'")
            return _without_lead(named) if named else None
    return None


def _without_lead(named: str) -> str:
    """The speaker without the words that lead to him: "On Friday Holm" -> "Holm"; the whole if it is short or small."""
    lead = named.split(" ", 1)[0].lower()
    if lead in words()["no-name"] and lead not in ("the", "a", "an", "he", "she", "they", "it", "his", "her", "their"):
        capitals = re.search(r"(?:[A-Z][\w.’'-]*)(?:\s+[A-Z][\w.’'-]*)*$", named)
        return capitals.group() if capitals else named
    return named
