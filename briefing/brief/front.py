"""Page 1: title block, at a glance, and what to know before relying on it."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.brief.days import Form
from briefing.brief.ledger import Ledger, name_of
from briefing.brief.marks import mark
from briefing.brief.trim import trimmed
from briefing.brief.voice import (
    capital,
    fill,
    joined,
    line,
    listed,
    printable,
    source_words,
    strong,
)
from briefing.document import (
    Cell,
    Cut,
    Fact,
    Heading,
    Inline,
    Inlines,
    Jump,
    MarkKind,
    Paragraph,
    Role,
    Row,
    Section,
    Strip,
    Table,
    TableRole,
    Text,
    TitleBlock,
    Voice,
)
from briefing.model import Basis, Entry, Event, Interval

GLANCE_WORDS = 40
PERSON = 200  # characters of who asked and who made it
LONGEST, LONGEST_WORDS = 700, 90  # characters and words: what is longer would fill page 1 alone


# --------------------------------------------------------------------------- title


def title_text(ledger: Ledger) -> tuple[Text, str | None]:
    """The note's title, and the key of the source whose headline it is (None: a person gave it, or there is none)."""
    if ledger.options.title:
        return Text(printable(ledger.options.title)), None
    for key in ledger.told_most:
        title = ledger.article(key).title
        if title is not None and printable(title.value):
            return source_words(title.value, ledger.lang(key)), key
    return Text(ledger.words.say("title.none")), None


def title_section(ledger: Ledger) -> Section:
    words, options = ledger.words, ledger.options
    title, key = title_text(ledger)
    people = [
        Fact(words.say(f"title.{code}"), (Text(printable(value)[:PERSON]),))
        for code, value in (("for", options.prepared_for), ("by", options.prepared_by))
        if value.strip()
    ]
    if key is not None:
        people.append(Fact(words.say("title.title"), fill(words, "title.headline", None, source=ledger.cite(key))))
    facts = [Fact(words.say("title.as-of"), _as_of(ledger))]
    if covers := _covers(ledger):
        facts.append(Fact(words.say("title.covers"), (Text(covers),)))
    facts.append(Fact(words.say("title.sources"), (Text(_sources(ledger)),)))
    block = TitleBlock(words.say("title.kicker"), printable(options.marking), title, tuple(facts), tuple(people))
    return Section("title", None, (block,))


def _as_of(ledger: Ledger) -> Inlines:
    day = ledger.timeline.as_of
    if day is None:
        return (strong(ledger.words.say("as-of.unknown")),)
    reason = "person" if ledger.options.as_of else ledger.timeline.as_of_code
    code = f"as-of.{reason}" if ledger.words.has(f"as-of.{reason}") else "as-of.newest-source"
    return joined((strong(ledger.days.day(day, "full")), Text(f" ({ledger.words.say(code)})")))


def _covers(ledger: Ledger) -> str:
    """First to last day of the period and of what lies ahead; what the background reaches back to."""
    bands, days = ledger.bands, ledger.days
    core = [entry.interval for entry in bands.period + bands.ahead]
    core += [ledger.timeline.period] if ledger.timeline.period else []
    known = [it for it in core if it.first and it.last]
    said = ""
    if known:
        first, last = min(it.begin for it in known), max(it.end for it in known)
        said = days.interval(Interval(first, last), "long")
    if bands.background:
        since = bands.background[0].interval
        past = ledger.words.say("title.background", None, when=days.interval(since, "long"))
        said = f"{said}; {past}" if said else past
    return said


def _sources(ledger: Ledger) -> str:
    total = len(ledger.dated)
    dated = sum(article.published is not None for article in ledger.dated)
    code = "all-dated" if dated == total else "none-dated" if dated == 0 else "some-dated"
    counts = ledger.words.say("title.articles", total)
    return counts + ledger.words.say(f"title.{code}", total, dated=dated, undated=total - dated)


# --------------------------------------------------------------------------- at a glance


def glance_entries(ledger: Ledger) -> tuple[Entry, ...]:
    """What the timeline chose for page 1, less what may be cut off: page 1 quotes only what is surely whole."""
    entries = {entry.id: entry for entry in ledger.bands.all}
    chosen = (entries[id_] for id_ in ledger.timeline.glance if id_ in entries)
    return tuple(entry for entry in chosen if _whole(ledger, entry.quoted) and _bearable(entry))[:3]


def glance_section(ledger: Ledger, entries: tuple[Entry, ...]) -> Section | None:
    if not entries:
        return None
    rows = tuple(_glance_row(ledger, entry) for entry in entries)
    label = ledger.words.say("section.glance")
    table = Table(TableRole.GLANCE, ("", ""), rows, label)
    return Section("glance", Heading(label, "glance"), (table,))


def _glance_row(ledger: Ledger, entry: Entry) -> Row:
    as_of = ledger.timeline.as_of
    ahead = as_of is not None and entry.interval.begin > as_of
    number = ledger.items[entry.id]
    form: Form = "rail" if entry.interval.is_day else "short"
    date = line(Role.GLANCE_DATE, strong(ledger.days.interval(entry.interval, form)))
    item = line(Role.BASIS, ledger.item(number, "item.ahead" if ahead else "item.one", quiet=True))
    return Row(((date, item), quote(ledger, entry, Role.GLANCE, GLANCE_WORDS)))


def quote(ledger: Ledger, entry: Entry, role: Role, words: int | None = None) -> Cell:
    """The quoted telling, cut at its end where it has more than `words` words, with all citations."""
    event = entry.quoted
    article = ledger.article(event.citation.key)
    lang = ledger.lang(event.citation.key)
    text = printable(event.citation.quote)
    head = trimmed(text, article.language, words) if words else None
    said: list[Inline] = [Text(head or text, Voice.SOURCE, lang=lang)]
    if head:
        said += [Text(" ", Voice.SOURCE), Cut()]
    cites = ledger.cites(event.citation for event in entry.events)
    return (Paragraph(joined((*said, Text(" "), *cites)), role, lang=lang),)


def _bearable(entry: Entry) -> bool:
    """Short enough for page 1 even where it can't be trimmed."""
    quote = entry.quoted.citation.quote
    return len(quote) <= LONGEST and len(quote.split()) <= LONGEST_WORDS


def _whole(ledger: Ledger, event: Event) -> bool:
    sentences = ledger.articles[event.citation.key].annotated.sentences
    return not any((s.broken or s.may_break_off) and s.span == event.citation.span for s in sentences)


# --------------------------------------------------------------------------- before you rely on this


def caveats(ledger: Ledger) -> Section | None:
    """At most four sentences of the closed list, in their fixed order."""
    said = [sentence for sentence in _caveats(ledger) if sentence][:4]
    if not said:
        return None
    inlines: list[Inline] = [strong(ledger.words.say("strip.lead")), Text(" ")]
    for index, sentence in enumerate(said):
        inlines += [*(() if index == 0 else (Text(" "),)), *(sentence if index == 0 else capital(sentence))]
    return Section("caveats", None, (Strip(joined(inlines)),))


def _caveats(ledger: Ledger) -> list[Inlines]:
    words, timeline = ledger.words, ledger.timeline
    undated = sum(article.published is None for article in ledger.dated)
    entries = timeline.entries
    said: list[Inlines] = []
    if not entries:
        said.append(fill(words, "strip.no-events"))
    if undated == len(ledger.dated):
        stated = any(e.resolution.basis is Basis.STATED for entry in entries for e in entry.events)
        code = (
            "strip.nothing-dated-stated" if stated else "strip.nothing-dated" if entries else "strip.nothing-dated-none"
        )
        said.append(fill(words, code))
    if len(ledger.dated) == 1:
        said.append(fill(words, "strip.one-source"))
    elif entries and all(entry.texts < 2 for entry in entries):
        said.append(fill(words, "strip.each-one-source"))
    if 0 < undated < len(ledger.dated):
        said.append(
            fill(words, "strip.undated", undated, what=Jump(_some(ledger, "undated", undated), _undated(ledger)))
        )
    real = [d for d in timeline.differences if d.kind not in ("name", "update")]
    if real:
        said.append(_differ(ledger, [d.kind for d in real]))
    said += _broken(ledger)
    if unresolved := unresolved_count(ledger):
        what = Jump(_some(ledger, "unresolved", unresolved), "unresolved")
        said.append(fill(words, "strip.unresolved", unresolved, what=what, place=ledger.page("gaps", "gaps")))
    return said


def _some(ledger: Ledger, code: str, count: int) -> str:
    """The subject of a sentence, so that it can be a link: "one source", "9 fragments"."""
    return ledger.words.say(f"strip.{code}-what", count)


def _undated(ledger: Ledger) -> str:
    """Where the undated sources are named: the one itself, if it has its number already, else the row of them all."""
    keys = [article.key for article in ledger.dated if article.published is None]
    return f"source-{ledger.source(keys[0])}" if len(keys) == 1 and keys[0] in ledger.numbered else "undated-sources"


def _differ(ledger: Ledger, kinds: list[str]) -> Inlines:
    """The sources may differ on one day and two figures (below)."""
    letters = {d.kind: name_of(n) for n, d in reversed([*enumerate(ledger.differences)])}  # the first of each kind
    counted: list[Inlines] = [
        (Jump(ledger.words.say(f"differ.count.{kind}", kinds.count(kind)), f"difference-{letters.get(kind, 'A')}"),)
        for kind in dict.fromkeys(kinds)
        if ledger.words.has(f"differ.count.{kind}")
    ]
    return fill(
        ledger.words,
        "strip.differ",
        None,
        what=listed(ledger.words, counted),
        place=ledger.page("difference-A", "differences", below=True),
    )


def _broken(ledger: Ledger) -> list[Inlines]:
    count = len(ledger.timeline.fragments)
    if not count:
        return []
    place = ledger.page("fragments", "gaps")
    keys = {fragment.citation.key for fragment in ledger.timeline.fragments}
    total = len(ledger.dated)
    code = "one" if total == 1 else "both" if len(keys) == total == 2 else "all" if len(keys) == total else "some"
    said = ledger.words.say(f"strip.broken-{code}", len(keys))
    what = Jump(_some(ledger, "fragments", count), "fragments")
    return [fill(ledger.words, "strip.fragments", count, broken=said, what=what, place=place)]


def expressions(ledger: Ledger) -> Iterator[object]:
    """Everything that the appendix has a row for."""
    for article in ledger.dated:
        yield from article.resolutions
        yield from article.annotated.rejected
        if article.published is not None:
            yield article.published


def unresolved_count(ledger: Ledger) -> int:
    """Expressions that name a date but can't be worked out; durations and vague words never named one."""
    never = {"duration", "repetition", "vague"}
    return sum(
        resolution.interval is None and resolution.reason not in never
        for article in ledger.dated
        for resolution in article.resolutions
    )


def small_print(ledger: Ledger) -> tuple[Paragraph, ...]:
    """The key at the foot of page 1: how to read type and marks."""
    words = ledger.words
    sample = Text(words.say("key.source"), Voice.SOURCE)
    how = fill(words, "key.how", None, serif=sample, cut=Cut(), place=ledger.page("sources", "sources"))
    dates: list[Inline] = []
    for kind in MarkKind:
        dates += [mark(ledger, kind), Text(f" {words.say(f'key.{kind.value}')}\N{NO-BREAK SPACE} ")]
    place = fill(words, "key.dates-place", None, place=ledger.page("appendix", "appendix"))
    place = () if ledger.options.edition == "one-page" or not any(True for _ in expressions(ledger)) else place
    return (
        line(Role.KEY, strong(words.say("key.how-lead")), Text(" "), how),
        line(Role.KEY, strong(words.say("key.dates-lead")), Text(" "), tuple(dates), place),
    )
