"""Where the sources may differ: two entries quoted side by side, nothing decided."""

from __future__ import annotations

from briefing.brief.days import Form
from briefing.brief.front import quote
from briefing.brief.ledger import Ledger, name_of
from briefing.brief.marks import mark
from briefing.brief.voice import between, fill, joined, line, listed, quoted, strong
from briefing.document import Cell, Heading, Inlines, MarkKind, Paragraph, Role, Section, Sides, Text
from briefing.model import Difference, Entry, Person

ON_FRONT = 2  # on page 1; the rest stand behind the statements
WORDS = 32
SHARED = 4


def difference_sections(ledger: Ledger, on_front: int) -> tuple[Section | None, Section | None]:
    """The first `on_front` differences for page 1, and the others for after the statements."""
    blocks = _blocks(ledger)
    title = ledger.words.say("section.differences")
    front, rest = blocks[:on_front], blocks[on_front:]
    first = Section("differences", Heading(title, "differences"), tuple(front)) if front else None
    heading = Heading(
        ledger.words.say("section.more-differences") if front else title, "more-differences" if front else "differences"
    )
    more = len(ledger.differences) - len(_shown(ledger))
    notes = (line(Role.NOTE, fill(ledger.words, "differ.more", more)),) if more else ()
    return first, Section("more-differences", heading, (*rest, *notes)) if rest or notes else None


def entry_marks(ledger: Ledger) -> dict[str, list[str]]:
    """Entry id -> the letters of the differences that it stands in."""
    found: dict[str, list[str]] = {}
    for index, difference in enumerate(_shown(ledger)):
        for entry in difference.entries:
            found.setdefault(entry, []).append(name_of(index))
    return found


def _shown(ledger: Ledger) -> tuple[Difference, ...]:
    return ledger.differences[: ledger.limits.differences]


def _blocks(ledger: Ledger) -> list[Sides]:
    """Each difference, and one line for all names that are spelled in several ways."""
    made = [_sides(ledger, difference, name_of(n)) for n, difference in enumerate(_shown(ledger))]
    spelt = {one for d in ledger.timeline.differences if d.kind == "name" for one in d.shared}
    people = [person for person in ledger.timeline.people if person.id in spelt]
    if people:
        made.append(_names(ledger, people, name_of(len(made))))
    return made


def _sides(ledger: Ledger, difference: Difference, name: str) -> Sides:
    entries = [entry for entry in ledger.timeline.entries if entry.id in difference.entries]
    return Sides(
        Paragraph(_lead(ledger, difference, name, entries), Role.NOTE),
        tuple(_side(ledger, entry) for entry in entries[:2]),
        f"difference-{name}",
    )


def _lead(ledger: Ledger, difference: Difference, name: str, entries: list[Entry]) -> Inlines:
    words = ledger.words
    kind = difference.kind if words.has(f"differ.says.{difference.kind}") else "other"
    items = listed(words, [(ledger.item(ledger.items[e.id], "item.bare"),) for e in entries])
    shared = listed(words, [quoted(words, _printed(ledger, name, entries)) for name in difference.shared[:SHARED]])
    facts = listed(words, [quoted(words, fact) for fact in difference.facts])
    code = (
        f"differ.says.{kind}"
        if shared or not words.has(f"differ.says.{kind}-unshared")
        else f"differ.says.{kind}-unshared"
    )
    later = (ledger.item(ledger.items[difference.entries[-1]], "item.bare"),)
    said = fill(words, code, None, items=items, shared=shared, facts=facts, later=later)
    head = strong(f"{name}. {words.say(f'differ.name.{kind}')}")
    return joined((mark(ledger, MarkKind.DIFFER), Text(" "), head, Text(" "), *said))


def _printed(ledger: Ledger, shared: str, entries: list[Entry]) -> str:
    """The words for what is shared: of a person the shortest spelling that stands in all the quotes."""
    person = next((p for p in ledger.timeline.people if p.id == shared), None)
    if person is None:
        return shared
    quotes = [entry.quoted.citation.quote for entry in entries]
    words = sorted(
        {w for text, _ in person.variants for w in (text, text.rpartition(" ")[2])}, key=lambda w: (len(w), w)
    )
    return next((w for w in words if all(w in quote for quote in quotes)), person.variants[0][0])


def _side(ledger: Ledger, entry: Entry) -> Cell:
    number = ledger.items[entry.id]
    form: Form = "rail" if entry.interval.is_day else "short"
    head = line(
        Role.DATE, strong(ledger.days.interval(entry.interval, form)), Text(" "), ledger.item(number, quiet=True)
    )
    return (head, *quote(ledger, entry, Role.ENTRY, WORDS))


# --------------------------------------------------------------------------- spellings of one name


def spellings(person: Person) -> list[tuple[str, str]]:
    """(spelling, source key) of variants that are spelled otherwise, not merely shortened: each once, fullest first."""
    kept: list[tuple[str, str]] = []
    for text, key in person.variants:
        parts = _parts(text)
        if not any(parts <= _parts(other) for other, _ in kept):
            kept = [(o, k) for o, k in kept if not _parts(o) <= parts] + [(text, key)]
    return kept


def _parts(name: str) -> frozenset[str]:
    return frozenset(name.replace(".", " ").split())


def _names(ledger: Ledger, people: list[Person], name: str) -> Sides:
    """One line for all names that are spelled in several ways, and that they are treated as one."""
    words = ledger.words
    said = [
        between(
            "; ", [joined((*quoted(words, text), Text(" "), ledger.cite(key))) for text, key in spellings(person)[:5]]
        )
        for person in people
    ]
    close = fill(words, "differ.one-person", len(people))
    head = strong(f"{name}. {words.say('differ.name.name')}")
    inlines = joined(
        (
            mark(ledger, MarkKind.DIFFER),
            Text(" "),
            head,
            Text(" "),
            *between(". ", said, ledger.limits.names),
            Text(". "),
            *close,
        )
    )
    return Sides(Paragraph(inlines, Role.NOTE), (), f"difference-{name}")
