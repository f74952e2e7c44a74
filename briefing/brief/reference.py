"""The end of the note: who is who, and the sources as they were read."""

from __future__ import annotations

from briefing.brief.differences import spellings
from briefing.brief.ledger import Ledger
from briefing.brief.voice import between, fill, joined, line, printable, quoted, source_words, strong
from briefing.document import (
    Cut,
    Heading,
    Inline,
    Inlines,
    Jump,
    Link,
    Paragraph,
    Role,
    Row,
    Section,
    Table,
    TableRole,
    Text,
)
from briefing.model import Article, DatedArticle, NameKind, Person, PublicationDate

IN_TEXT = frozenset({"label", "dateline", "byline", "line"})  # evidence that stands in the text for all to see
URL_LONGEST = 2000  # an address that is longer is no address that people can use
TITLE_LONGEST = 400


# --------------------------------------------------------------------------- who's who


def who_section(ledger: Ledger) -> Section | None:
    """People with what the sources call them, most named first; bodies without a descriptor on one line."""
    items = _items_of(ledger)
    named = [(person, items[person.id]) for person in ledger.timeline.people if items.get(person.id)]
    people = [(p, n) for p, n in named if p.kind is NameKind.PERSON]
    bodies = [(p, n) for p, n in named if p.kind is NameKind.BODY]
    if not people and not bodies:
        return None
    words = ledger.words
    shown = sorted(people, key=lambda pair: (not pair[0].descriptors, -len(pair[1])))[: ledger.limits.people]
    shown.sort(key=lambda pair: pair[1][0])
    rows = [_person(ledger, person, numbers) for person, numbers in shown]
    if bodies:
        rows.append(_bodies(ledger, bodies))
    columns = tuple(words.say(f"column.{code}") for code in ("name", "described", "items"))
    title = words.say("section.who")
    table = Table(TableRole.WHO, columns, tuple(rows), title, row_header=True)
    more = len(people) - len(shown)
    notes = (line(Role.NOTE, fill(words, "who.more", more)),) if more else ()
    return Section("who", Heading(title, "who"), (table, *notes))


def _items_of(ledger: Ledger) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for entry in ledger.bands.all:
        for who in sorted({who for event in entry.events for who in event.who}):
            found.setdefault(who, []).append(ledger.items[entry.id])
    for statement in ledger.statements:
        number = ledger.statement_items[statement.citation.key, statement.citation.span]
        for who in sorted(statement.who):
            found.setdefault(who, []).append(number)
    return found


def _person(ledger: Ledger, person: Person, numbers: list[int]) -> Row:
    words = ledger.words
    fullest, _ = person.variants[0]
    name: list[Inline] = [strong(printable(fullest))]
    others = [
        joined((*quoted(words, text), Text(" "), Text(words.say("who.in") + " "), ledger.cite(other)))
        for text, other in spellings(person)
        if text != fullest
    ]
    if others:
        name += [Text(" ("), *between(", ", others, ledger.limits.spellings), Text(")")]
    return Row((
        (line(Role.WHO, tuple(name)),),
        (line(Role.WHO, _descriptors(ledger, person)),),
        (line(Role.WHO, ledger.number_list(numbers)),),
    ))  # fmt: skip


def _descriptors(ledger: Ledger, person: Person) -> Inlines:
    """Each verbatim descriptor once, with the sources that print it."""
    told: dict[str, list[str]] = {}
    for text, key in person.descriptors:
        told.setdefault(printable(text), []).append(key)
    if not told:
        return fill(ledger.words, "who.none")
    said = [
        joined((*quoted(ledger.words, text, ledger.lang(keys[0])), Text(" "), *ledger.cite_keys(keys)))
        for text, keys in told.items()
    ]
    return between("; ", said, ledger.limits.descriptors)


def _bodies(ledger: Ledger, bodies: list[tuple[Person, list[int]]]) -> Row:
    said = [
        joined((*quoted(ledger.words, p.variants[0][0]), Text(" ("), *ledger.number_list(numbers), Text(")")))
        for p, numbers in sorted(bodies, key=lambda pair: (-len(pair[1]), pair[1][0]))
    ]
    label = line(Role.WHO, strong(ledger.words.say("who.bodies")))
    return Row(((label,), (line(Role.WHO, between("; ", said, ledger.limits.bodies)),)))


# --------------------------------------------------------------------------- sources


def sources_section(ledger: Ledger) -> Section:
    """Every file that was read, by its number; those not cited follow in the order of publication."""
    for article in sorted(
        ledger.dated, key=lambda a: (a.published is None, a.published.day if a.published else None, a.key)
    ):
        ledger.source(article.key)
    rows = tuple(_source(ledger, key, number) for number, key in enumerate(ledger.numbered, 1))
    title = ledger.words.say("section.sources")
    table = Table(TableRole.SOURCES, ("", ""), rows, title, row_header=True)
    return Section("sources", Heading(title, "sources"), (table,))


def _source(ledger: Ledger, key: str, number: int) -> Row:
    anchor = f"source-{number}"
    head = (line(Role.NUMBER, Jump(f"[{number}]", anchor, strong=True)),)
    first = next((c.keys[0] for c in ledger.timeline.copies if not c.exact and key in c.keys[1:]), None)
    if first is not None and first in ledger.articles:
        return Row((head, (_copy_line(ledger, key, first),)), anchor)
    title = line(Role.SOURCE_TITLE, headline(ledger, key, TITLE_LONGEST), lang=ledger.lang(key))
    lines = (title, _outlet_line(ledger, key), _file_line(ledger, key))
    return Row((head, lines), anchor)


def headline(ledger: Ledger, key: str, longest: int) -> Inlines:
    """The headline; without one the opening words, and that they are; the file's name as the last resort."""
    article, lang = ledger.article(key), ledger.lang(key)
    if article.title is not None and (title := printable(article.title.value)):
        return cut_off(title, longest, lang)
    sentences = ledger.articles[key].annotated.sentences
    if sentences:
        opening = cut_off(printable(sentences[0].span.of(article.text)), longest, lang)
        return joined((*opening, Text(" "), *fill(ledger.words, "source.no-headline")))
    return (Text(printable(article.source.path)),)


def cut_off(text: str, longest: int, lang: str) -> Inlines:
    """The words up to `longest` characters, with […] where more follow."""
    if len(text) <= longest:
        return (source_words(text, lang),)
    head = text[:longest].rpartition(" ")[0] or text[:longest]
    return source_words(head, lang), Text(" "), Cut()


def _copy_line(ledger: Ledger, key: str, first: str) -> Paragraph:
    """A near-copy in one line: of what, whose, published when, which file."""
    words, article = ledger.words, ledger.articles[key]
    outlet = article.article.outlet
    said: list[Inline] = [*fill(words, "source.near", None, sources=ledger.cite(first)), Text(" ")]
    said += (
        [strong(printable(outlet.value)), Text(". "), *_grade(ledger, article.article)]
        if outlet
        else [Text(words.say("source.no-outlet") + " ")]
    )
    said += [*published_words(ledger, article), Text(" ")]
    said += fill(words, "source.file", None, file=printable(key))
    return line(Role.DETAIL, tuple(said))


def _outlet_line(ledger: Ledger, key: str) -> Paragraph:
    words, article = ledger.words, ledger.articles[key]
    source = article.article
    said: list[Inline] = []
    if source.outlet is not None:
        basis = f"named.{source.outlet.basis}"
        where = words.say(basis if words.has(basis) else "named.other")
        said += [Text(printable(source.outlet.value), strong=True), Text(f" ({where}). "), *_grade(ledger, source)]
    else:
        said += [Text(words.say("source.no-outlet") + " ")]
    authors = [quoted(words, author.value) for author in source.authors]
    code = "source.authors" if authors else "source.no-author"
    said += [*fill(words, code, len(authors), authors=between(", ", authors, ledger.limits.authors)), Text(" ")]
    return line(Role.DETAIL, tuple(said), published_words(ledger, article))


def _grade(ledger: Ledger, source: Article) -> Inlines:
    """A person's own grade of the outlet, with that person's name; the tool has none."""
    options = ledger.options
    grade = options.grades.get(source.outlet.value.casefold()) if source.outlet else None
    if grade is None:
        return ()
    said = ledger.words.quoted(printable(grade))
    return (*fill(ledger.words, "source.graded", None, grade=said, by=printable(options.graded_by)), Text(" "))


def published_words(ledger: Ledger, article: DatedArticle) -> Inlines:
    """When it was published and how that is known, or the bound."""
    words, published = ledger.words, article.published
    if published is not None:
        day = Text(words.say("source.published", None, day=ledger.days.day(published.day)), strong=True)
        code = "source.set" if published.set_by_person else "source.stated"
        return joined((day, Text(", "), *fill(words, code, None, basis=_evidence(ledger, published))))
    missing = Text(words.say("source.undated"), strong=True)
    if article.not_before is not None:
        return joined((missing, *fill(words, "source.bound", None, day=ledger.days.day(article.not_before))))
    return joined((missing, Text(".")))


def _evidence(ledger: Ledger, published: PublicationDate) -> Inlines:
    evidence, words = published.evidence, ledger.words
    code = f"evidence.{evidence.code}"
    where = Text(words.say(code if words.has(code) else "evidence.other"))
    text = printable(evidence.quote)[:60]
    if not text:
        return (where,)
    return quoted(words, text) if evidence.code in IN_TEXT else joined((*quoted(words, text), Text(", "), where))


def _file_line(ledger: Ledger, key: str) -> Paragraph:
    words, article = ledger.words, ledger.article(key)
    said: list[Inline] = list(_address(ledger, article))
    said += [Text(" "), *fill(words, "source.accessed"), Text(" ")]
    said += fill(words, "source.file", None, file=printable(article.source.key))
    same = [twin for twin, stands in ledger.twins.items() if stands == key]
    if same:
        said += [
            Text(" "),
            *fill(
                words,
                "source.twins",
                len(same),
                files=between(", ", [(Text(printable(t)),) for t in same], ledger.limits.files),
            ),
        ]
    near = [k for c in ledger.timeline.copies if not c.exact and key in c.keys for k in c.keys if k != key]
    if near:
        cites = between("", [(ledger.cite(other),) for other in near], ledger.limits.files)
        said += [Text(" "), *fill(words, "source.near", None, sources=cites)]
    numbers = ledger.items_of[key]
    code = "source.items" if numbers else "source.no-items"
    said += [Text(" "), *fill(words, code, len(set(numbers)), items=ledger.number_list(numbers))]
    return line(Role.SMALL, tuple(said))


def _address(ledger: Ledger, article: Article) -> Inlines:
    url = printable(article.source.url or "").replace(" ", "%20")
    if url.lower().startswith(("http://", "https://")) and len(url) <= URL_LONGEST:
        return (Link(url, url), Text("."))
    return fill(ledger.words, "source.no-url")
